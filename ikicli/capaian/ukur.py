"""From an office's definitions to its results: the rows of the years that are needed, and what they come to."""

from collections.abc import Iterable
from typing import NamedTuple

from ikicli.capaian.hasil import Hasil
from ikicli.capaian.hitung import compute, needs_year_before
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, Tingkat, level_of
from ikicli.realisasi import Periode, Realisasi, Year, load_year

_OF_ITS_YEAR = frozenset({"IKI402", "IKI403", "IKI404", "IKI411"})
"""Rows of last year may name what this year's definitions no longer have."""


class Terukur(NamedTuple):
    """The results and what was found on the way to them, or no `hasil` because `tempat` holds errors."""

    hasil: Hasil | None
    realisasi: Realisasi
    diagnostics: tuple[Diagnostic, ...]
    tempat: str | None = None


def measure(kantor: Kantor, sampai: Periode, jabatan: Iterable[str] | None = None) -> Terukur:
    """The results from January through `sampai`, of all jabatan or of those with the ids in `jabatan`.

    The definitions are free of errors. Raises OSError for rows that cannot be read.
    """
    year = load_year(kantor, sampai.tahun)
    if _has_errors(year.diagnostics):
        return Terukur(None, year.realisasi, year.diagnostics, f"realisasi {sampai.tahun}")
    before = _before(kantor, sampai.tahun - 1)
    if before is not None and _has_errors(before.diagnostics):
        return Terukur(None, year.realisasi, before.diagnostics, f"realisasi {sampai.tahun - 1}")
    computed = compute(kantor, year.realisasi, sampai, before.realisasi if before else None, jabatan)
    if _has_errors(computed.diagnostics):
        return Terukur(None, year.realisasi, computed.diagnostics, "hitungan")
    return Terukur(computed.hasil, year.realisasi, (*year.diagnostics, *computed.diagnostics))


def _before(kantor: Kantor, tahun: int) -> Year | None:
    """The rows of last year where a formula asks for them; those that only its own definitions knew do not count."""
    if not needs_year_before(kantor):
        return None
    year = load_year(kantor, tahun)
    return year._replace(diagnostics=tuple(each for each in year.diagnostics if each.code not in _OF_ITS_YEAR))


def _has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(level_of(each) is Tingkat.GALAT for each in diagnostics)
