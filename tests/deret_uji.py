"""Values of a variable inside a test."""

from collections.abc import Iterable

from ikicli.realisasi import TANPA_ISIAN, Deret, Isian
from ikicli.realisasi.periode import Periods


def deret(isian: Iterable[Isian]) -> Deret:
    """Values, given in the order of their periods."""
    columns = list(zip(*isian, strict=True))
    if not columns:
        return TANPA_ISIAN
    periods, *others = columns
    return Deret(Periods.of(periods), *others)
