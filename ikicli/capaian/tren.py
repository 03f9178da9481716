"""Which way things went since last year."""

from enum import Enum
from fractions import Fraction

from ikicli.capaian.hasil import Hasil, HasilIndikator


class Tren(Enum):
    """The capaian of a span beside that of the same span a year earlier."""

    MEMBAIK = "membaik"
    TETAP = "tetap"
    MENURUN = "menurun"


def trend(hasil: Hasil, one: HasilIndikator) -> Tren | None:
    """Which way the capaian of an indicator went; None where one of both is not known."""
    before = hasil.year_before(one)
    if before is None or before.capaian is None or one.capaian is None:
        return None
    return _direction(one.capaian - before.capaian)


def _direction(difference: Fraction) -> Tren:
    return Tren.TETAP if not difference else Tren.MEMBAIK if difference > 0 else Tren.MENURUN
