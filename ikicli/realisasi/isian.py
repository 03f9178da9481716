"""The nouns of a year's figures: which variable, which period, which number, and where it stands."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from ikicli.definisi.nouns import Kantor, Variabel
from ikicli.diagnostik import Source
from ikicli.realisasi.periode import Periode, Periods
from ikicli.rumus import Exact
from ikicli.value import Value

KOLOM = ("jabatan", "indikator", "variabel", "periode", "nilai")
KOLOM_LAIN = ("keterangan", "bukti")
TIADA = frozenset({"", "-", "na", "n/a"})
"""Cells that say a value is missing; missing is not zero."""


class Kunci(Value):
    """A variable of the office; a shared one has no jabatan and no indikator."""

    jabatan: str
    indikator: str
    variabel: str


class Isian(Value):
    """One value of a variable, and where it stands."""

    periode: Periode
    nilai: Fraction
    sumber: Source
    baris: int
    keterangan: str = ""
    bukti: str = ""

    @property
    def contoh(self) -> bool:
        """Whether it is illustrative: it stands in a `contoh*.csv`."""
        return is_contoh(self.sumber.path)


class Kosong(Value):
    """A row that says a value is missing."""

    periode: Periode
    sumber: Source
    baris: int
    keterangan: str = ""
    bukti: str = ""

    @property
    def contoh(self) -> bool:
        """Whether it stands in a `contoh*.csv`."""
        return is_contoh(self.sumber.path)


class Deret(Collection[Isian]):
    """A variable's values in the order of their periods, held by columns: most are added up and never looked at.

    No `Value`: two of them are equal only if they are one.
    """

    __slots__ = ("baris", "bukti", "keterangan", "nilai", "periode", "sumber")

    def __init__(
        self,
        periode: Periods,
        nilai: Sequence[Exact],
        sumber: Sequence[Source],
        baris: Sequence[int],
        keterangan: Sequence[str],
        bukti: Sequence[str],
    ) -> None:
        self.periode, self.nilai, self.sumber, self.baris = periode, nilai, sumber, baris
        self.keterangan, self.bukti = keterangan, bukti

    @property
    def contoh(self) -> bool:
        """Whether any of the values is illustrative."""
        sources = self.sumber
        if sources and sources.count(sources[0]) == len(sources):  # nearly always
            return is_contoh(sources[0].path)
        return any(is_contoh(source.path) for source in sources)

    def only(self, places: Iterable[int]) -> "Deret":
        """Some of the values, by their places."""
        picked = tuple(places)
        periods, *others = [tuple([column[at] for at in picked]) for column in self._columns]
        return Deret(Periods.of(periods), *others)

    def __len__(self) -> int:
        return len(self.periode)

    def __iter__(self) -> Iterator[Isian]:
        periode, nilai, *others = self._columns
        return map(Isian, periode, map(Fraction, nilai), *others)

    def __contains__(self, isian: object) -> bool:
        return isian in [*self]

    @property
    def _columns(self) -> tuple[Sequence[Any], ...]:
        """The columns, in the order of an `Isian`'s fields."""
        return self.periode, self.nilai, self.sumber, self.baris, self.keterangan, self.bukti


TANPA_ISIAN = Deret(Periods.of(()), (), (), (), (), ())
"""No values."""


class Realisasi(Value):
    """A year's values by variable, and likewise the rows without a value in the order of their periods."""

    tahun: int
    isian: Mapping[Kunci, Deret]
    kosong: Mapping[Kunci, tuple[Kosong, ...]] = {}

    def rows(self, kunci: Kunci) -> list[Isian | Kosong]:
        """A variable's rows, those without a value first."""
        return [*self.kosong.get(kunci, ()), *self.isian.get(kunci, ())]

    def sources(self) -> frozenset[Source]:
        """The tables that hold its rows."""
        empty = (row.sumber for rows in self.kosong.values() for row in rows)
        return frozenset(empty).union(*(deret.sumber for deret in self.isian.values()))

    def all_rows(self) -> Iterator[tuple[Kunci, Isian | Kosong]]:
        """Every row of the year."""
        for group in (self.kosong, self.isian):
            for kunci, rows in group.items():
                for row in rows:
                    yield kunci, row


@lru_cache(maxsize=1024)
def file_name(path: str) -> str:
    """The last part of a path."""
    return Path(path).name


@lru_cache(maxsize=1024)
def is_contoh(path: str) -> bool:
    """Whether a file holds illustrative figures: `contoh*.csv`."""
    return file_name(path).casefold().startswith("contoh")


def all_variables(kantor: Kantor) -> Iterator[tuple[Kunci, Variabel]]:
    """Every variable of an office in the order of the definitions, the shared ones first."""
    for name, variabel in kantor.variabel_bersama().items():
        yield Kunci("", "", name), variabel
    for jabatan in kantor.jabatan:
        for indikator in jabatan.indikator():
            for name, variabel in indikator.variabel.items():
                yield Kunci._make((jabatan.id, indikator.id, name)), variabel
