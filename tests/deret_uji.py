"""Values of a variable inside a test."""

from collections.abc import Iterable

from ikicli.realisasi import TANPA_ISIAN, Deret, Isian


def deret(isian: Iterable[Isian]) -> Deret:
    """Values, given in the order of their periods."""
    columns = list(zip(*isian, strict=True))
    return Deret(*columns) if columns else TANPA_ISIAN
