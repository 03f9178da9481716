"""Findings as a test compares them: the code, and the text under the caret."""

from pathlib import Path

from kantor_uji import indikator, jabatan, read

from ikicli.diagnostik import Diagnostic, Tingkat, level_of

SEKCAM = "definitions/jabatan/sekcam.yaml"
UNIT = "definitions/unit.yaml"
PERJANJIAN = "definitions/perjanjian/2019.yaml"
ATURAN = "definitions/aturan/sendiri.yaml"


def marked(diagnostic: Diagnostic) -> str:
    """The text that a finding points at; beyond its first line only that there is more."""
    span = diagnostic.span
    first, more, _ = span.source.text[span.start : span.end].partition("\n")
    return f"{first} ..." if more else first


def found(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """Code and marked text of every finding that is more than an info."""
    _, diagnostics = read(folder, files)
    return [(each.code, marked(each)) for each in diagnostics if level_of(each) is not Tingkat.INFO]


def hints(folder: Path, files: dict[str, str]) -> list[str | None]:
    _, diagnostics = read(folder, files)
    return [each.hint for each in diagnostics if level_of(each) is not Tingkat.INFO]


def sekcam(*lines: str, **values: str) -> str:
    """A jabatan of one indicator `x`; `values` are those of `kantor_uji.indikator`, `lines` are added to it."""
    return jabatan(indikator(extra="\n".join(lines), **values))
