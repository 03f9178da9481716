"""Several periods of one variable as one value, by its aggregation law, and how much of the span they cover."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from ikicli.definisi.nouns import Agregasi, Variabel
from ikicli.realisasi.isian import Isian
from ikicli.realisasi.periode import Periode
from ikicli.rumus import total
from ikicli.value import Value


class Agregat(Value):
    """A variable's value over a span (None: no data), the values it was made of, and the months asked for and covered.

    `ditunggu` are the months by which values were due, `ada` those that values cover; both empty for a constant.
    """

    nilai: Fraction | None
    isian: tuple[Isian, ...]
    ditunggu: frozenset[int]
    ada: frozenset[int]


def aggregate(variabel: Variabel, isian: Sequence[Isian], bulan: int) -> Agregat:
    """The variable from January through month `bulan`, from those values whose whole period ends by then.

    A constant summed over the year (`tetapan` with `jumlah`) counts `bulan`/12 of itself; with another law it holds.
    """
    if variabel.tetapan is not None:
        part = Fraction(bulan, 12) if variabel.agregasi is Agregasi.JUMLAH else 1
        return Agregat(variabel.tetapan * part, (), frozenset(), frozenset())
    counted = tuple([each for each in isian if each.periode.akhir <= bulan])
    covered = frozenset().union(*[_months(each.periode) for each in counted])
    due = bulan // variabel.periode.bulan * variabel.periode.bulan
    return Agregat(
        _value(variabel.agregasi, counted) if counted else None,
        counted,
        frozenset(range(1, (due or bulan) + 1)),
        covered,
    )


@lru_cache(maxsize=256)
def _months(periode: Periode) -> frozenset[int]:
    return frozenset(range(periode.awal, periode.akhir + 1))


def _value(law: Agregasi, isian: tuple[Isian, ...]) -> Fraction:
    values = [each.nilai for each in isian]
    match law:
        case Agregasi.RATA:
            months = [each.periode.panjang for each in isian]
            return total([v * m for v, m in zip(values, months, strict=True)]) / sum(months)
        case Agregasi.TERAKHIR:
            return max(isian, key=lambda each: each.periode.akhir).nilai
        case Agregasi.MAKS:
            return max(values)
        case Agregasi.MIN:
            return min(values)
        case _:
            return total(values)
