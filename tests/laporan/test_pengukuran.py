"""Pengukuran Kinerja by quarter: the results through each quarter, as `hitung` gives them."""

from pathlib import Path

import pytest
from kantor_laporan import FILES, PERJANJIAN, Page, made, result

from ikicli.capaian.tulisan import TANPA_NILAI, angka, target
from ikicli.laporan.bahan.pengukuran import spans
from ikicli.realisasi import parse_sampai


@pytest.mark.parametrize(
    ("sampai", "quarters"),
    [
        ("TW1", ["2019-TW1"]),
        ("01", ["2019-01"]),
        ("05", ["2019-TW1", "2019-05"]),
        ("S1", ["2019-TW1", "2019-S1"]),
        ("2019", ["2019-TW1", "2019-TW2", "2019-TW3", "2019"]),
        ("TW4", ["2019-TW1", "2019-TW2", "2019-TW3", "2019-TW4"]),
    ],
)
def test_the_spans_of_a_form(sampai: str, quarters: list[str]) -> None:
    span = parse_sampai(sampai, 2019)
    assert span is not None
    assert [each.teks for each in spans(span)] == quarters


def cells(text: str, name: str) -> list[str]:
    """The cells of an indicator after its unit."""
    (line,) = [line for line in text.splitlines() if f"| Nama {name}. |" in line]
    return [cell.strip() for cell in line.strip("| ").split("|")][4:]


def test_every_quarter_says_what_its_own_result_says(tmp_path: Path) -> None:
    text = made(result(tmp_path, "2019"), "md", "pengukuran")["pengukuran-2019-kasi.md"]
    for at, sampai in enumerate(("TW1", "TW2", "TW3", "2019")):
        hasil = result(tmp_path, sampai)
        for one in (one for each in hasil.jabatan if each.jabatan.id == "kasi" for one in each.indikator):
            shown = [TANPA_NILAI if value is None else angka(value, 2) for value in (one.realisasi, one.capaian)]
            agreed = target(one.target) if one.target else TANPA_NILAI
            assert cells(text, one.indikator.id)[1 + 3 * at :][:3] == [agreed, *shown]


def test_the_table_by_hand(tmp_path: Path) -> None:
    text = made(result(tmp_path), "md", "pengukuran")["pengukuran-2019-TW2-kasi.md"]
    assert "Target tahun | Triwulan I: T | R | C | Triwulan II: T | R | C | Kategori |" in text
    assert cells(text, "dokumen")[:7] == ["2.900", "700", "1.234,5", "160", "1.450", "1.234,5", "85,14"]
    assert cells(text, "rasio")[-1] == "Pembagi nol"


def test_only_through_the_period_asked_for(tmp_path: Path) -> None:
    text = made(result(tmp_path, "05"), "md", "pengukuran")["pengukuran-2019-05-kasi.md"]
    assert "Triwulan I: T | R | C | s.d. Mei: T | R | C | Kategori" in text


def test_the_means_of_each_quarter_stand_below(tmp_path: Path) -> None:
    pages = made(result(tmp_path), "md", "pengukuran")
    for name, whole in (("pengukuran-2019-TW2-kasi.md", False), ("pengukuran-2019-TW2.md", True)):
        for at, sampai in enumerate(("TW1", "TW2")):
            hasil = result(tmp_path, sampai)
            (mean,) = [each.capaian for each in hasil.jabatan if each.jabatan.id == "kasi"]
            assert mean is not None and hasil.capaian is not None
            rows = [line for line in pages[name].splitlines() if "**Capaian jabatan**" in line]
            assert rows[0].split("|")[8 + 3 * at].strip() == angka(mean, 2)
            assert (f"Triwulan {'I' * (at + 1)} {angka(hasil.capaian, 2)};" in pages[name]) is whole


def test_numbers_lead_to_their_rows(tmp_path: Path) -> None:
    page = Page(made(result(tmp_path), jenis="pengukuran")["pengukuran-2019-TW2-kasi.html"]).text
    assert "realisasi/2019/contoh.csv baris 2–3" in page
    assert "Lampiran 1. Cara Penghitungan, Januari s.d. Juni 2019" in page
    assert "Mengetahui, Sekretaris Kecamatan Uji BUDI SANTOSO, S.H." in page


def test_an_illustrative_quarter_is_said_to_be(tmp_path: Path) -> None:
    files = {
        "definitions/perjanjian/2019.yaml": PERJANJIAN,
        "realisasi/2019/contoh.csv": "jabatan,indikator,variabel,periode,nilai\nkasi,nilai,n,2019-TW1,79\n",
        "realisasi/2019/isian.csv": FILES["realisasi/2019/isian.csv"].replace("kasi,nilai,n,2019-TW1,79\n", ""),
    }
    text = made(result(tmp_path, **files), "md", "pengukuran")["pengukuran-2019-TW2-kasi.md"]
    assert "ANGKA CONTOH" in text, "the first quarter is illustrative, the value it was replaced by is not"
    assert cells(text, "nilai")[-1].endswith("angka contoh")
