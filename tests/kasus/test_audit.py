"""Every published case as a table, audited: no right row is called wrong, the misprinted are found."""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from ikicli.tabel import write_csv
from ikicli.telaah.audit import Audit, BarisAudit, Pilihan, Putusan, audit_table

HERE = Path(__file__).parent
CASES = sorted(path.stem for path in HERE.glob("*.json"))
TITLES = ("No", "Indikator", "Satuan", "Polaritas", "Target", "Realisasi", "Capaian (%)", "Bobot", "Nilai", "Predikat")


def case(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def rows_of(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = case(name)["rows"]
    return rows


def cells(row: dict[str, Any], polarity: str) -> Iterator[object]:
    yield row["no"] if isinstance(row.get("no"), str) else None
    yield from (row["indikator"], row["satuan"], row.get(polarity), row["target"], row["realisasi"])
    yield from (row["capaian_published"], row.get("bobot"), row.get("nilai_published"), row["predikat_published"])


def written(cell: object, comma: bool) -> str:
    if isinstance(cell, int | float) and comma:
        return str(cell).replace(".", ",")
    return "" if cell is None else str(cell)


def as_csv(folder: Path, rows: list[dict[str, Any]], delimiter: str, comma: bool, polarity: str) -> Path:
    lines = [TITLES, *([written(cell, comma) for cell in cells(row, polarity)] for row in rows)]
    path = folder / "tabel.csv"
    path.write_text(write_csv(lines, delimiter), encoding="utf-8")
    return path


def as_xlsx(folder: Path, rows: list[dict[str, Any]], polarity: str) -> Path:
    path = folder / "tabel.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Tabel 3.1")
    for at, line in enumerate([TITLES, *(list(cells(row, polarity)) for row in rows)]):
        for column, cell in enumerate(line):
            if isinstance(cell, int | float):
                sheet.write_number(at + 2, column, cell)
            elif cell is not None:
                sheet.write_string(at + 2, column, str(cell))
    book.close()
    return path


FORMS = ("csv ; koma", "csv , koma", "csv ; titik", "xlsx")


def audited(folder: Path, name: str, form: str, polarity: str = "polarity_if_stated", **pilihan: Any) -> Audit:
    rows = rows_of(name)
    if form == "xlsx":
        path = as_xlsx(folder, rows, polarity)
    else:
        _, delimiter, mark = form.split()
        path = as_csv(folder, rows, delimiter, mark == "koma", polarity)
    audit = audit_table(path, Pilihan(**pilihan))
    assert audit.diagnostics == ()
    assert len(audit.baris) == len(rows)
    return audit


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("polarity", ["polarity_if_stated", "polarity_inferred"])
def test_no_right_row_is_called_wrong(tmp_path: Path, name: str, form: str, polarity: str) -> None:
    caps = (None, Fraction(110)) if name.startswith("12") else (None,)
    for cap in caps:
        audit = audited(tmp_path, name, form, polarity, batas_atas=cap)
        wrong = [
            (row.no, row.sebab)
            for row, published in zip(audit.baris, rows_of(name), strict=True)
            if row.putusan is Putusan.BEDA and published.get("arithmetic_ok") is not False
        ]
        assert wrong == []


def misprinted(folder: Path, name: str, form: str) -> list[BarisAudit]:
    audit = audited(folder, name, form)
    rows = zip(audit.baris, rows_of(name), strict=True)
    return [row for row, published in rows if published.get("arithmetic_ok") is False]


@pytest.mark.parametrize("form", FORMS)
def test_the_regulation_prints_92_of_90_as_113_percent(tmp_path: Path, form: str) -> None:
    (row,) = misprinted(tmp_path, "01_permenpanrb_8_2021_contoh", form)
    assert (row.putusan, row.terbit) == (Putusan.BEDA, "113%")
    assert "92 / 90 × 100 = 102,22, bukan 113" in row.sebab


@pytest.mark.parametrize("form", FORMS)
def test_a_court_forgets_to_multiply_by_100(tmp_path: Path, form: str) -> None:
    (row,) = misprinted(tmp_path, "08_lkjip_pa_kuala_kurun_2021", form)
    assert (row.putusan, row.terbit, row.hitung) == (Putusan.BEDA, "-33,33%", Fraction(-10000, 3))
    assert row.sebab.startswith("lupa dikali 100")


@pytest.mark.parametrize("form", FORMS)
def test_a_city_cuts_off_where_it_should_round(tmp_path: Path, form: str) -> None:
    (row,) = misprinted(tmp_path, "10_lkjip_kota_salatiga_2019", form)
    assert (row.putusan, row.sebab) == (Putusan.PEMBULATAN, "dipotong pada 2 desimal, tidak dibulatkan")


def test_what_is_right_is_mostly_found_so_without_a_word(tmp_path: Path) -> None:
    counts = {name[:2]: audited(tmp_path, name, "xlsx").count(Putusan.COCOK) for name in CASES}
    assert {name: count for name, count in counts.items() if count} == {"01": 6, "03": 2, "08": 3, "10": 4, "12": 73}


@pytest.mark.parametrize("month", ["Jan", "Feb", "Mar", "Apr", "Mei"])
@pytest.mark.parametrize("column", ["nilai_published", "capaian_published"])
def test_a_published_total_counts_a_subgroup_twice(tmp_path: Path, month: str, column: str) -> None:
    name = "12_nko_pln_ulp_masohi_2026"
    published = next(each for each in case(name)["aggregates"] if each["bulan"] == month)
    rows = [row for row in rows_of(name) if row["bulan"] == month]
    total = dict.fromkeys(rows[0]) | {"indikator": "Total NKO", column: published["nko_published"]}
    path = as_csv(tmp_path, [*rows, total], ";", True, "polarity_if_stated")
    row = audit_table(path, Pilihan(batas_atas=Fraction(110))).baris[-1]
    assert (row.putusan, row.hitung) == (Putusan.BEDA, Fraction(str(published["sum_nilai_top"])))
    assert row.sebab.startswith("kelompok 6d dihitung dua kali")
