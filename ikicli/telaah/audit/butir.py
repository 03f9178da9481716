"""The rows of a table as its averages see them: figure, weight and points, and which of them sums up which."""

import re
from collections.abc import Sequence
from fractions import Fraction

from ikicli.telaah.audit.nouns import Putusan, Temuan
from ikicli.telaah.audit.selang import USUAL_CAPS, Bilangan, Selang, allowed
from ikicli.value import Value

_LAST_PART = re.compile(r"[.\s]?(?:[a-z]|\d+)\.?$", re.IGNORECASE)
NOTHING = Selang(Fraction(0), Fraction(0))


class Butir(Value):
    """A row with a figure, or one that should have one.

    `terbit` is as printed and `selang` all that it can stand for, `hitung` as recomputed. `nilai` has the decimals of
    its column. `hilang`: its realisasi is missing, so that a printed zero is no figure.
    """

    no: str
    terbit: Bilangan | None
    selang: Selang
    hitung: Fraction | None
    bobot: Fraction | None
    nilai: Bilangan | None
    hilang: bool

    @property
    def ada(self) -> bool:
        """Whether it has a figure that counts in an average."""
        return self.terbit is not None and not (self.hilang and self.terbit.nilai == 0)


def stem(no: str) -> str:
    """The number that a row's number is one below: 6d of 6d1, 3 of 3a, 1 of 1.2; empty for 10."""
    return _LAST_PART.sub("", no).rstrip(".")


def is_child(no: str, parent: str) -> bool:
    """Whether a number is one below another."""
    return bool(stem(no)) and stem(no) == parent.rstrip(".")


def summing_rows(items: Sequence[Butir]) -> frozenset[int]:
    """The places of the rows that only sum up the rows numbered below them."""
    below: dict[str, list[Butir]] = {}
    for each in items:
        if stem(each.no):
            below.setdefault(stem(each.no), []).append(each)
    numbered = ((place, parent, below.get(parent.no.rstrip("."), [])) for place, parent in enumerate(items))
    return frozenset(place for place, parent, rows in numbered if len(rows) > 1 and _sums_up(parent, rows))


def _sums_up(parent: Butir, below: Sequence[Butir]) -> bool:
    if parent.nilai is not None and all(each.nilai is not None for each in below):
        return points(below).meets(allowed(parent.nilai))
    figures = [each for each in below if each.ada]
    if parent.terbit is None or not figures:
        return False
    return printed_sum(figures).times(Fraction(1, len(figures))).meets(allowed(parent.terbit))


def points(items: Sequence[Butir]) -> Selang:
    """All that the printed points can add up to."""
    return sum((allowed(each.nilai) for each in items if each.nilai is not None), NOTHING)


def printed_sum(items: Sequence[Butir], *, weighted: bool = False) -> Selang:
    """All that the printed figures can add up to, each times its weight where they are `weighted`."""
    figures = (each.selang.times(each.bobot or Fraction(0)) if weighted else each.selang for each in items if each.ada)
    return sum(figures, NOTHING)


def figure_range(printed: Bilangan, finest: int, found: Temuan, cap: Fraction | None) -> Selang:
    """All that a printed figure can stand for in a sum: it has the decimals of its column unless its row shows others.

    A figure that its row gives exactly may have been added up before or after it was rounded.
    """
    own, fine = allowed(printed), allowed(Bilangan(printed.nilai, max(printed.digit, finest)))
    exact = found.hitung
    if exact is not None and found.putusan is not Putusan.BEDA and own.meets(Selang(exact, exact)):
        return Selang(min(fine.bawah, exact), max(fine.atas, exact))
    return fine if printed.nilai == cap or printed.nilai in USUAL_CAPS else own
