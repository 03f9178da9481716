"""Every code has a wrong example with its exact finding, and a right one without any."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ikicli.capaian import compute
from ikicli.definisi import check, load
from ikicli.definisi.contoh_kode import example, lay_out
from ikicli.diagnostik import KODE, Diagnostic, Tingkat, level_of
from ikicli.diagnostik.faces import write
from ikicli.realisasi import Periode, load_notes, load_year

RULES = Path(__file__).parent / "rules"


def findings(root: Path) -> list[Diagnostic]:
    """What is found in an office, in its files of 2019, in the results: each as far as no error stands before it."""
    loaded = load(root)
    found = list(check(loaded.kantor, loaded.diagnostics))
    if is_sound(found):
        year = load_year(loaded.kantor, 2019)
        found += [*year.diagnostics, *load_notes(loaded.kantor, 2019).diagnostics]
        if is_sound(found):
            found += compute(loaded.kantor, year.realisasi, Periode(2019, 1, 12)).diagnostics
    return found


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
