"""The rows of a table as its averages see them: figure, weight and points, and which of them sums up which."""

import re
from collections.abc import Sequence
from fractions import Fraction

from ikicli.telaah.audit.selang import Bilangan, Selang, allowed
from ikicli.value import Value

_CHILD = re.compile(r"[.\s]?(?:[a-z]|\d+)\.?", re.IGNORECASE)
NOTHING = Selang(Fraction(0), Fraction(0))


class Butir(Value):
    """A row with a figure, or one that should have one.

    `terbit` is as printed, `hitung` as recomputed (None: it cannot be), `hilang`: its realisasi is missing, so that no
    figure counts, whatever is printed.
    """

    no: str
    terbit: Bilangan | None
    hitung: Fraction | None
    bobot: Fraction | None
    nilai: Bilangan | None
    hilang: bool

    @property
    def ada(self) -> bool:
        """Whether it has a figure that counts in an average."""
        return self.terbit is not None and not (self.hilang and self.terbit.nilai == 0)


def is_child(no: str, parent: str) -> bool:
    """Whether a number is one below another: 6d1 and 6d, 3a and 3, 1.2 and 1; not 10 and 1."""
    rest = no.removeprefix(parent.rstrip("."))
    if not parent or rest == no or _CHILD.fullmatch(rest) is None:
        return False
    return not (parent[-1].isdigit() and rest[0].isdigit())


def summing_rows(items: Sequence[Butir]) -> frozenset[int]:
    """The places of the rows that only sum up the rows numbered below them."""
    found = set()
    for place, parent in enumerate(items):
        below = [each for each in items if is_child(each.no, parent.no)]
        if len(below) > 1 and _sums_up(parent, below):
            found.add(place)
    return frozenset(found)


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
    return sum(
        (allowed(each.terbit).times(each.bobot or Fraction(0)) if weighted else allowed(each.terbit)
         for each in items if each.terbit is not None),
        NOTHING,
    )  # fmt: skip
