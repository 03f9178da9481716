"""The journal: what is written is read back, and what somebody broke in it is said and left alone."""

from json import dumps
from pathlib import Path

import pytest

from ikicli.realisasi import Kunci
from ikicli.realisasi.jurnal import CatatanImpor, check_journal, journal_path, read_journal
from ikicli.realisasi.periode import Periode

KUNCI, JANUARI = Kunci("sekcam", "surat", "a"), Periode(2019, 1, 1)
FIRST = CatatanImpor("2019-02-01T01:02:03Z", KUNCI, JANUARI, None, "5", "seksi.xlsx", "ab" * 32, "Isian", 7, "E")
SECOND = FIRST._replace(lama="5", baru="6", lembar=None, alasan='salah "ketik"\n', bukti=(("bukti/a.pdf", "cd" * 32),))


def journal_lines(entries: list[CatatanImpor]) -> str:
    """The entries as imports of one figure each write them."""
    return "".join(journal_line([each]) for each in entries)


def journal_line(entries: list[CatatanImpor]) -> str:
    """The entries of one variable as an import writes them; only their columns may differ."""
    first = entries[-1]
    common = {name: getattr(first, name) for name in ("waktu", "berkas", "sidik", "lembar", "alasan", "kolom")}
    names = dict(zip(Kunci.field_names, first.kunci, strict=True))
    columns = {name: [getattr(each, name) for each in entries] for name in ("lama", "baru", "baris")}
    evidence = {"bukti": [dict(each.bukti) for each in entries]} if any(each.bukti for each in entries) else {}
    return dumps({**names, **common, "periode": [each.periode.teks for each in entries], **columns, **evidence}) + "\n"


def journal(folder: Path, text: str) -> Path:
    path = journal_path(folder, 2019)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8", newline="")
    return folder


def test_the_latest_entry_of_a_figure_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    other = FIRST._replace(kunci=Kunci("", "", "pegawai"))
    journal(tmp_path, journal_lines([FIRST, SECOND, other]))
    assert read_journal(tmp_path, 2019) == {(KUNCI, JANUARI): SECOND, (other.kunci, JANUARI): other}


def test_the_figures_of_a_variable_share_a_line(tmp_path: Path) -> None:
    """Why something was corrected is said of what was corrected only."""
    new = FIRST._replace(periode=Periode(2019, 2, 2), lembar=None, baris=8)
    journal(tmp_path, journal_line([new, SECOND]))
    assert read_journal(tmp_path, 2019) == {(KUNCI, new.periode): new, (KUNCI, JANUARI): SECOND}


def test_what_only_adds_evidence_leaves_the_entry_that_brought_the_number(tmp_path: Path) -> None:
    evidence = (("bukti/b.pdf", "ef" * 32),)
    remarked = SECOND._replace(lama="6", berkas="lain.xlsx", alasan=None, bukti=evidence)
    journal(tmp_path, journal_lines([FIRST, SECOND, remarked]))
    assert read_journal(tmp_path, 2019) == {(KUNCI, JANUARI): SECOND._replace(bukti=evidence)}


def test_a_year_without_a_journal_has_no_entries(tmp_path: Path) -> None:
    assert read_journal(tmp_path, 2019) == {}


LINE = journal_lines([FIRST])[:-1]


@pytest.mark.parametrize(
    "broken",
    [
        "{", "[]", "{}", "[" * 100_000,
        LINE.replace("2019-01", "?"), LINE.replace('["2019-01"]', '["2019-01", "2019-02"]'),
        LINE.replace('["2019-01"]', "[]"), LINE.replace('["2019-01"]', '"2019-01"'), LINE.replace('"kolom"', '"k"'),
        LINE.replace('"baris"', '"bukti": [1], "baris"'), LINE.replace('"baris"', '"bukti": {"a.pdf": null}, "baris"'),
        LINE.replace("[7]", "true"), LINE.replace("[7]", "[true]"), LINE.replace("[7]", "[0]"),
    ],
)  # fmt: skip
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
