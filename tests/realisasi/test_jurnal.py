"""The journal: what is written is read back, and what somebody broke in it is said and left alone."""

from json import dumps
from pathlib import Path

import pytest

from ikicli.realisasi.jurnal import CatatanImpor, check_journal, journal_path, read_journal
from ikicli.realisasi.muat import Kunci
from ikicli.realisasi.periode import Periode

KUNCI, JANUARI = Kunci("sekcam", "surat", "a"), Periode(2019, 1, 1)
FIRST = CatatanImpor("2019-02-01T01:02:03Z", KUNCI, JANUARI, None, "5", "seksi.xlsx", "ab" * 32, "Isian", 7, "E")
SECOND = FIRST._replace(lama="5", baru="6", lembar=None, alasan='salah "ketik"\n', bukti=(("bukti/a.pdf", "cd" * 32),))


def journal_lines(entries: list[CatatanImpor]) -> str:
    """The entries as an import writes them."""
    rows = []
    for each in entries:
        names = {"waktu": each.waktu, **dict(zip(Kunci.field_names, each.kunci, strict=True))}
        rest = {name: getattr(each, name) for name in CatatanImpor.field_names[3:-1]}
        evidence = {"bukti": dict(each.bukti)} if each.bukti else {}
        rows.append(dumps({**names, "periode": each.periode.teks, **rest, **evidence}) + "\n")
    return "".join(rows)


def journal(folder: Path, text: str) -> Path:
    path = journal_path(folder, 2019)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8", newline="")
    return folder


def test_the_latest_entry_of_a_figure_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    other = FIRST._replace(kunci=Kunci("", "", "pegawai"))
    journal(tmp_path, journal_lines([FIRST, SECOND, other]))
    assert read_journal(tmp_path, 2019) == {(KUNCI, JANUARI): SECOND, (other.kunci, JANUARI): other}


def test_what_only_adds_evidence_leaves_the_entry_that_brought_the_number(tmp_path: Path) -> None:
    evidence = (("bukti/b.pdf", "ef" * 32),)
    remarked = SECOND._replace(lama="6", berkas="lain.xlsx", alasan=None, bukti=evidence)
    journal(tmp_path, journal_lines([FIRST, SECOND, remarked]))
    assert read_journal(tmp_path, 2019) == {(KUNCI, JANUARI): SECOND._replace(bukti=evidence)}


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
