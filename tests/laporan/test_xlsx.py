"""XLSX of the measurement form: figures that can be reckoned with, and no text that a spreadsheet would run."""

import io
from datetime import date
from fractions import Fraction
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor_laporan import result, written
from python_calamine import load_workbook
from test_dokumen import HOSTILE, hostile_office, shipped

from ikicli.capaian.tulisan import angka, dari_angka
from ikicli.laporan import JENIS
from ikicli.laporan.bahan.tanda import read
from ikicli.rumus import rounded


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = load_workbook(io.BytesIO(content))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


@given(st.fractions(-(10**9), 10**9), st.integers(0, 6))
def test_a_shown_number_is_read_back(number: Fraction, digit: int) -> None:
    text = angka(number, digit)
    assert dari_angka(text) == (rounded(number, digit), len(text.partition(",")[2]))


@pytest.mark.parametrize("text", ["", "–", "≤ 5", "80–90", "1.2", "007", "1,", "1,50", "12.34", "٣", "1e3", "5 persen"])
def test_what_is_not_written_so_is_no_number(text: str) -> None:
    assert dari_angka(text) is None


def test_only_the_measurement_form() -> None:
    assert [name for name, kind in JENIS.items() if "xlsx" in kind.penulis] == ["pengukuran"]


def test_figures_are_numbers_rounded_as_shown() -> None:
    hasil = shipped()
    rows = sheets(written(hasil, "xlsx", "pengukuran")["pengukuran-2019-sekcam.xlsx"])["Pengukuran Kinerja"]
    [row] = [each for each in rows if "Tingkat kehadiran PNS lingkup kecamatan." in each]
    [kehadiran, *_] = hasil.jabatan[0].indikator
    digit = hasil.aturan.digit
    assert kehadiran.realisasi is not None
    assert kehadiran.capaian is not None
    assert [each for each in row if isinstance(each, float)][-3:] == [
        96.0, float(rounded(kehadiran.realisasi, digit)), float(rounded(kehadiran.capaian, digit)),
    ]  # fmt: skip


def test_targets_that_are_no_number_stay_text(tmp_path: Path) -> None:
    rows = sheets(written(result(tmp_path), "xlsx", "pengukuran")["pengukuran-2019-TW2-kasi.xlsx"])[
        "Pengukuran Kinerja"
    ]
    [row] = [each for each in rows if "80–90" in each]
    assert row[row.index("80–90") + 1 :][:3] == ["80–90", 79.0, 98.75]
    assert 85.0 in row


def test_each_appendix_is_a_sheet_and_its_files_stand_there(tmp_path: Path) -> None:
    found = sheets(written(result(tmp_path), "xlsx", "pengukuran")["pengukuran-2019-TW2-kasi.xlsx"])
    assert list(found) == ["Pengukuran Kinerja", "Lampiran 1", "Lampiran 2", "Lampiran 3"]
    assert any("definitions/jabatan/kasi.yaml" in row for row in found["Lampiran 3"])


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_run(tmp_path: Path, text: str) -> None:
    for content in written(result(tmp_path, **hostile_office(text)), "xlsx", "pengukuran").values():
        with ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                if name.startswith("xl/worksheets/"):
                    assert b"<f>" not in archive.read(name)
                    assert b"hyperlink" not in archive.read(name)
        texts = [str(cell) for rows in sheets(content).values() for row in rows for cell in row]
        assert sum(" ".join(f"awal {text} akhir".split()) in " ".join(each.split()) for each in texts) > 4


def test_the_manifest_is_carried_and_no_day(tmp_path: Path) -> None:
    for content in written(result(tmp_path), "xlsx", "pengukuran").values():
        with ZipFile(io.BytesIO(content)) as archive:
            tanda = read(archive.read("docProps/custom.xml").decode())
            assert str(date.today().year) not in archive.read("docProps/core.xml").decode()
        assert tanda is not None
        assert (tanda.jenis, tanda.format) == ("pengukuran", "xlsx")
        assert tanda.berkas
