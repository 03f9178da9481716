"""The span that the options name."""

from ikicli.cli.terminal import Failure
from ikicli.realisasi import Periode, parse_sampai


def span_of_year(sampai: str | None, year: int) -> Periode:
    """The span that `--sampai` means in a year: the whole year without it; exit code 2 where it means none."""
    span = Periode(year, 1, 12) if sampai is None else parse_sampai(sampai, year)
    if span is None:
        raise Failure(2, f"periode `{sampai}` tidak dikenal untuk tahun {year}", f"tulis TW2, S1, 06, atau {year}-TW2")
    return span
