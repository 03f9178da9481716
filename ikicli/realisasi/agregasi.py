"""Several periods of one variable as one value, by its aggregation law, and how much of the span they cover."""

from fractions import Fraction
from functools import lru_cache

from ikicli.definisi.nouns import Agregasi, Variabel
from ikicli.realisasi.isian import TANPA_ISIAN, Deret
from ikicli.rumus import total
from ikicli.value import Value


class Agregat(Value):
    """A variable's value over a span (None: no data), the values it was made of, and the months asked for and covered.

    `ditunggu` are the months by which values were due, `ada` those that values cover; both empty for a constant.
    """

    nilai: Fraction | None
    isian: Deret
    ditunggu: frozenset[int]
    ada: frozenset[int]


def aggregate(variabel: Variabel, deret: Deret, bulan: int) -> Agregat:
    """The variable from January through month `bulan`, from those values whose whole period ends by then.

    A constant summed over the year (`tetapan` with `jumlah`) counts `bulan`/12 of itself; with another law it holds.
    """
    if variabel.tetapan is not None:
        part = Fraction(bulan, 12) if variabel.agregasi is Agregasi.JUMLAH else 1
        return Agregat(variabel.tetapan * part, TANPA_ISIAN, frozenset(), frozenset())
    ended, covered = deret.periode.ended(bulan)
    counted = deret if len(ended) == len(deret.periode) else deret.only(ended)
    value = _value(variabel.agregasi, counted) if ended else None
    return Agregat._make((value, counted, _due(variabel.periode.bulan, bulan), covered))


@lru_cache(maxsize=64)
def _due(every: int, bulan: int) -> frozenset[int]:
    """The months by which values that are collected `every` so many months were due through a month."""
    due = bulan // every * every
    return frozenset(range(1, (due or bulan) + 1))


def _value(law: Agregasi, deret: Deret) -> Fraction:
    periods, values = deret.periode, deret.nilai
    match law:
        case Agregasi.JUMLAH:
            return total(values)
        case Agregasi.RATA:
            months = [each.panjang for each in periods]
            return total([v * m for v, m in zip(values, months, strict=True)]) / sum(months)
        case Agregasi.TERAKHIR:
            return Fraction(max(zip(periods, values, strict=True), key=lambda each: each[0].akhir)[1])
        case Agregasi.MAKS:
            return Fraction(max(values))
        case _:  # MIN; definitions with a hole here are not measured
            return Fraction(min(values))
