"""Every code has a wrong example with its exact finding, and a right one without any."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ikicli.capaian import compute
from ikicli.capaian.hitung import needs_year_before
from ikicli.definisi import check, load
from ikicli.definisi.contoh_kode import lay_out
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import KODE, Diagnostic, Tingkat, level_of
from ikicli.diagnostik.contoh import example
from ikicli.diagnostik.faces import write
from ikicli.laporan import Bekal, documents
from ikicli.laporan.templat import SalahTemplat
from ikicli.realisasi import Periode, Year, load_year
from ikicli.realisasi.baca import read_files
from ikicli.realisasi.bukti import check_evidence
from ikicli.realisasi.catatan import load_notes
from ikicli.realisasi.cocok import Variables
from ikicli.realisasi.jurnal import check_journal
from ikicli.realisasi.simpan import plan

RULES = Path(__file__).parent / "rules"


def findings(root: Path) -> list[Diagnostic]:
    """What is found in an office, in and around its files of 2019, in the results: as far as no error comes before."""
    loaded = load(root)
    found = list(check(loaded.kantor, loaded.diagnostics))
    if is_sound(found):
        year = load_year(loaded.kantor, 2019)
        found += [*year.diagnostics, *load_notes(loaded.kantor, 2019).diagnostics]
        found += around_the_rows(loaded.kantor, year)
        if is_sound(found):
            found += in_the_templates(loaded.kantor)
            found += compute(loaded.kantor, year.realisasi, Periode(2019, 1, 12)).diagnostics
    return found


def around_the_rows(kantor: Kantor, year: Year) -> Iterator[Diagnostic]:
    """What is found in the journal, the evidence, the year before, and in an import of the folder `kiriman`."""
    journal = check_journal(kantor.akar, 2019)
    yield from journal.diagnostics
    yield from check_evidence(kantor.akar, year.realisasi, journal.terakhir)
    if needs_year_before(kantor):
        yield from load_year(kantor, 2018, earlier=True).diagnostics
    if (kantor.akar / "kiriman").is_dir():
        read = read_files(kantor, [kantor.akar / "kiriman"], None, None)
        yield from read.diagnostics
        if is_sound(list(read.diagnostics)):
            yield from plan(Variables(kantor), year.realisasi, read.usulan, journal.terakhir).diagnostics


def in_the_templates(kantor: Kantor) -> list[Diagnostic]:
    """What is found in the office's own templates when its agreement is written with them."""
    try:
        list(documents(Bekal(kantor, Periode(2019, 1, 12)), "perjanjian", "html", templat=kantor.akar / "templates"))
    except SalahTemplat as error:
        return [error.temuan]
    return []


def is_sound(found: list[Diagnostic]) -> bool:
    return all(level_of(each) is not Tingkat.GALAT for each in found)


def shown(example_text: str, root: Path) -> str:
    """The findings of an example as a user sees them, with paths relative to the office."""
    lay_out(example_text, root)
    return write("teks", findings(root), lambda path: Path(path).relative_to(root).as_posix())


@pytest.mark.parametrize("code", KODE)
def test_wrong_example_gives_exactly_its_finding(code: str, tmp_path: Path) -> None:
    expected = (RULES / code / "salah.txt").read_text(encoding="utf-8")
    assert f" {code}: " in expected
    assert shown(example(code, "salah"), tmp_path) == expected


@pytest.mark.parametrize("code", KODE)
def test_right_example_gives_none(code: str, tmp_path: Path) -> None:
    assert shown(example(code, "benar"), tmp_path) == "Tidak ada temuan.\n"


def test_the_office_beneath_the_examples_is_right(tmp_path: Path) -> None:
    assert shown("", tmp_path) == "Tidak ada temuan.\n"


def test_no_example_without_a_code() -> None:
    assert {path.name for path in RULES.iterdir()} == {*KODE, "kantor"}


def accept() -> None:
    """Write what the wrong examples give now, to be reviewed by reading: `python tests/test_rules.py`."""
    for code in KODE:
        with TemporaryDirectory() as folder:
            text = shown(example(code, "salah"), Path(folder).resolve())
        (RULES / code / "salah.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    accept()
