"""Periods: a month, quarter, half-year or year."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property, lru_cache
from itertools import groupby, pairwise

from ikicli.value import Value

NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV")
_PERIOD = re.compile(r"(\d{4})(?:-(?:TW([1-4])|S([12])|(0[1-9]|1[0-2])))?", re.ASCII)


class Periode(Value):
    """The months `awal` to `akhir` of a year, both counted from 1 and included."""

    tahun: int
    awal: int
    akhir: int

    @property
    def panjang(self) -> int:
        """How many months it has."""
        return self.akhir - self.awal + 1

    @property
    def teks(self) -> str:
        """As files write it: `2019`, `2019-S1`, `2019-TW1`, `2019-01`."""
        return _written(self)

    @property
    def sebutan(self) -> str:
        """As people say it: `Triwulan II 2019`."""
        match self.panjang:
            case 12:
                return f"Tahun {self.tahun}"
            case 6:
                return f"Semester {_ROMAN[self.akhir // 6 - 1]} {self.tahun}"
            case 3:
                return f"Triwulan {_ROMAN[self.akhir // 3 - 1]} {self.tahun}"
            case _:
                return f"{NAMA_BULAN[self.akhir - 1]} {self.tahun}"


def tanggal(hari: date) -> str:
    """A day in words: `2 September 2019`."""
    return f"{hari.day} {NAMA_BULAN[hari.month - 1]} {hari.year}"


@lru_cache(maxsize=256)
def _written(periode: Periode) -> str:
    match periode.panjang:
        case 12:
            return str(periode.tahun)
        case 6:
            return f"{periode.tahun}-S{periode.akhir // 6}"
        case 3:
            return f"{periode.tahun}-TW{periode.akhir // 3}"
        case _:
            return f"{periode.tahun}-{periode.akhir:02}"


def periods_of(sampai: Periode, bulan: int) -> Iterator[Periode]:
    """The whole periods of `bulan` months from January through `sampai`."""
    return (Periode(sampai.tahun, last - bulan + 1, last) for last in range(bulan, sampai.akhir + 1, bulan))


def gathered(tahun: int, months: Iterable[int], bulan: int) -> Iterator[Periode]:
    """Months, in order, as periods of `bulan` months where all of such a period are there, else one by one."""
    for _, group in groupby(months, key=lambda month: (month - 1) // bulan):
        together = list(group)
        if len(together) == bulan:
            yield Periode(tahun, together[0], together[-1])
        else:
            yield from (Periode(tahun, month, month) for month in together)


class Periods(tuple[Periode, ...]):
    """The periods of a series, in its order. Many series have the same: what is asked of them is found out once.

    The hash is kept, since caches ask for it again and again, and that of a tuple is worked out anew each time.
    """

    @staticmethod
    @lru_cache(maxsize=256)
    def of(periods: tuple[Periode, ...]) -> "Periods":
        """These periods, mostly as one object for all that have them."""
        return Periods(periods)

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return super().__hash__()

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """As files write them."""
        return tuple(each.teks for each in self)

    @cached_property
    def in_order(self) -> bool:
        """Whether each period begins after the one before it has ended."""
        return all(one.akhir < other.awal for one, other in pairwise(self))

    def ended(self, bulan: int) -> tuple[tuple[int, ...], frozenset[int]]:
        """The places of the periods that end by a month, and the months that these cover."""
        known = self._ended.get(bulan)
        if known is None:
            ended = tuple([at for at, periode in enumerate(self) if periode.akhir <= bulan])
            covered = frozenset().union(*(range(self[at].awal, self[at].akhir + 1) for at in ended))
            known = self._ended[bulan] = ended, covered
        return known

    @cached_property
    def _ended(self) -> dict[int, tuple[tuple[int, ...], frozenset[int]]]:
        return {}


@lru_cache(maxsize=256)
def overlapping(periods: tuple[Periode, ...]) -> tuple[tuple[Periode, Periode], ...]:
    """The periods that cover a month which an earlier one covers, each with the latest that does."""
    end, widest, found = 0, None, []
    for periode in sorted(periods):
        if periode.awal <= end and widest is not None:
            found.append((periode, widest))
        if periode.akhir > end:
            end, widest = periode.akhir, periode
    return tuple(found)


def parse_periode(text: str) -> Periode | None:
    """The period that a text writes, or None."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return None
    year, quarter, half, month = match.groups()
    if quarter:
        return Periode(int(year), 3 * int(quarter) - 2, 3 * int(quarter))
    if half:
        return Periode(int(year), 6 * int(half) - 5, 6 * int(half))
    if month:
        return Periode(int(year), int(month), int(month))
    return Periode(int(year), 1, 12)
