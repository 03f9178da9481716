"""The journal: what is written is read back, and what somebody broke in it is said and left alone."""

from pathlib import Path

import pytest

from ikicli.realisasi.jurnal import CatatanImpor, check_journal, journal_lines, journal_path, read_journal
from ikicli.realisasi.muat import Kunci
from ikicli.realisasi.periode import Periode

KUNCI, JANUARI = Kunci("sekcam", "surat", "a"), Periode(2019, 1, 1)
FIRST = CatatanImpor("2019-02-01T01:02:03Z", KUNCI, JANUARI, None, "5", "seksi.xlsx", "ab" * 32, "Isian", 7, "E")
SECOND = FIRST._replace(lama="5", baru="6", lembar=None, alasan='salah "ketik"\n', bukti=(("bukti/a.pdf", "cd" * 32),))


def journal(folder: Path, text: str) -> Path:
    path = journal_path(folder, 2019)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8", newline="")
    return folder


def test_the_latest_entry_of_a_figure_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    other = FIRST._replace(kunci=Kunci("", "", "pegawai"))
    journal(tmp_path, journal_lines([FIRST, SECOND, other]))
    assert read_journal(tmp_path, 2019) == {(KUNCI, JANUARI): SECOND, (other.kunci, JANUARI): other}


def test_an_entry_is_one_line_of_named_values(tmp_path: Path) -> None:
    assert journal_lines([FIRST]) == (
        '{"waktu": "2019-02-01T01:02:03Z", "jabatan": "sekcam", "indikator": "surat", "variabel": "a", '
        '"periode": "2019-01", "lama": null, "baru": "5", "berkas": "seksi.xlsx", '
        f'"sidik": "{"ab" * 32}", "lembar": "Isian", "baris": 7, "kolom": "E", "alasan": null}}\n'
    )
    assert journal_lines([SECOND]).endswith(f'"bukti": {{"bukti/a.pdf": "{"cd" * 32}"}}}}\n')


def test_a_year_without_a_journal_has_no_entries(tmp_path: Path) -> None:
    assert read_journal(tmp_path, 2019) == {}


@pytest.mark.parametrize(
    "broken", ["{", "[]", "{}", "[" * 100_000, journal_lines([FIRST]).replace("2019-01", "?")[:-1]]
)
def test_a_broken_line_is_named_and_the_others_are_read(tmp_path: Path, broken: str) -> None:
    journal(tmp_path, broken + "\n" + journal_lines([FIRST]))
    found = check_journal(tmp_path, 2019)
    assert found.terakhir == {(KUNCI, JANUARI): FIRST}
    assert [(each.code, each.span.first) for each in found.diagnostics] == [("IKI450", (1, 1))]


def test_a_journal_that_waits_to_be_moved_is_the_journal(tmp_path: Path) -> None:
    journal(tmp_path, journal_lines([FIRST]))
    waiting = tmp_path / "realisasi/.impor-siap/2019/jurnal.jsonl"
    waiting.parent.mkdir(parents=True)
    waiting.write_text(journal_lines([FIRST, SECOND]), encoding="utf-8")
    assert read_journal(tmp_path, 2019) == {(KUNCI, JANUARI): SECOND}
