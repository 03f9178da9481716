"""The nouns of a year's figures: which variable, which period, which number, and where it stands."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from ikicli.definisi.nouns import Kantor, Variabel
from ikicli.diagnostik import Source
from ikicli.realisasi.periode import Periode
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


class Realisasi(Value):
    """A year's values by variable, each variable's in the order of their periods; likewise the rows without a value."""

    tahun: int
    isian: Mapping[Kunci, tuple[Isian, ...]]
    kosong: Mapping[Kunci, tuple[Kosong, ...]] = {}

    def rows(self, kunci: Kunci) -> list[Isian | Kosong]:
        """A variable's rows, those without a value first."""
        return [*self.kosong.get(kunci, ()), *self.isian.get(kunci, ())]

    def sources(self) -> frozenset[Source]:
        """The tables that hold its rows."""
        return frozenset([row.sumber for _, row in self.all_rows()])

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
                yield Kunci(jabatan.id, indikator.id, name), variabel
