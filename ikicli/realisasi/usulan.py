"""What a form proposes for the store: the values of a variable in their periods, and the cells they stand in."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, count, groupby, pairwise, repeat, starmap
from operator import itemgetter, ne, or_
from typing import Any

from ikicli.diagnostik import Source, Span
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode, Periods
from ikicli.tabel import cut, grid_span
from ikicli.value import Value


class AngkaUsulan(Value):
    """One proposed value.

    `nilai` is the number as the store writes it: digits, a decimal point, no thousands, no unit. `baris` and `kolom`
    say where its cell stands in `sumber`, from 0.
    """

    kunci: Kunci
    periode: Periode
    nilai: str
    sumber: Source
    baris: int
    kolom: int
    keterangan: str = ""
    bukti: str = ""

    @property
    def tempat(self) -> Span:
        """Its cell; worked out only where somebody is told about it."""
        return grid_span(self.sumber, self.baris, self.kolom)


class Usulan(Value):
    """What a file proposes for one variable in one year: the columns of an `AngkaUsulan` that differ, none empty.

    A large file holds very many values and few variables, so that this is what goes from its reading to the store.
    """

    kunci: Kunci
    sumber: Source
    periode: Periods
    nilai: Sequence[str]
    baris: Sequence[int]
    kolom: Sequence[int]
    keterangan: Sequence[str]
    bukti: Sequence[str]

    @property
    def tahun(self) -> int:
        """The year of its periods."""
        return self.periode[0].tahun

    @property
    def polos(self) -> bool:
        """Whether it is figures and nothing else: without keterangan and bukti."""
        return not any(self.keterangan) and not any(self.bukti)

    @property
    def angka(self) -> Iterator[AngkaUsulan]:
        """Its values one by one."""
        kunci, sumber, periode, nilai, baris, kolom, keterangan, bukti = self
        return map(AngkaUsulan, repeat(kunci), periode, nilai, repeat(sumber), baris, kolom, keterangan, bukti)


def one_by_one(usulan: Iterable[Usulan]) -> Iterator[AngkaUsulan]:
    """The values of several proposals."""
    return chain.from_iterable(each.angka for each in usulan)


def by_variable(figures: Iterable[AngkaUsulan]) -> Iterator[Usulan]:
    """Values as proposals: those of one variable, one file and one year that follow each other are one."""
    for (kunci, sumber, _), run in groupby(figures, lambda each: (each.kunci, each.sumber, each.periode.tahun)):
        _, periode, nilai, _, baris, kolom, keterangan, bukti = zip(*run, strict=True)
        yield Usulan(kunci, sumber, Periods.of(periode), nilai, baris, kolom, keterangan, bukti)


def of_columns(sumber: Source, kunci: Sequence[Kunci], *columns: Sequence[Any]) -> Iterator[Usulan]:
    """A long table as proposals: one for all that a variable has in a year, wherever its rows stand.

    `columns` are the others of a `Usulan` in their order, a row each.
    """
    if not kunci:
        return
    years = list(map(_TAHUN, columns[0]))
    changes = map(or_, map(ne, kunci[1:], kunci), map(ne, years[1:], years))
    starts = [0, *compress(count(1), changes)]
    keys = [(kunci[start], years[start]) for start in starts]
    if len(set(keys)) < len(keys):
        place = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        places = list(map(place.__getitem__, zip(kunci, years, strict=True)))
        together = itemgetter(*sorted(range(len(kunci)), key=places.__getitem__))
        yield from of_columns(sumber, *map(together, (kunci, *columns)))
        return
    runs = list(starmap(slice, pairwise([*starts, len(kunci)])))
    periods, *others = (cut(column, runs) for column in columns)
    named = map(kunci.__getitem__, starts), repeat(sumber, len(starts))
    yield from map(Usulan._make, zip(*named, map(Periods.of, map(tuple, periods)), *others, strict=True))


_TAHUN = itemgetter(Periode.field_names.index("tahun"))
