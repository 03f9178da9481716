"""The indicators of the whole office by sasaran: those of several jabatan that serve one sasaran stand together."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import TypeAlias

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.laporan.bahan.kepala import told_apart
from ikicli.value import Value


class Bernomor(Value):
    """An indicator with its number in the document, and the name of the jabatan that answers for it."""

    nomor: str
    hasil: HasilIndikator
    jabatan: HasilJabatan
    penanggung_jawab: str


class KelompokSasaran(Value):
    """A sasaran and its indicators."""

    nama: str
    indikator: tuple[Bernomor, ...]


class Kolom(Value):
    """A column of a table; `angka`: numbers stand in it."""

    judul: str
    angka: bool = True


class BarisSel(Value):
    """A row: the indicator, who answers for it (empty: not said), a cell a column, and remarks under the last cell."""

    nomor: str
    indikator: str
    jabatan: str
    sel: tuple[str, ...]
    catatan: tuple[str, ...] = ()


class BagianSasaran(Value):
    """The rows of a sasaran."""

    nama: str
    baris: tuple[BarisSel, ...]


class TabelSasaran(Value):
    """What is said above a table by sasaran, and the table; without columns there is only what is said."""

    keterangan: str
    pengantar: tuple[str, ...]
    kolom: tuple[Kolom, ...]
    sasaran: tuple[BagianSasaran, ...]


Row: TypeAlias = Callable[[Bernomor], BarisSel | None]
"""The row of an indicator; None where it does not stand in the table."""


def by_sasaran(hasil: Hasil) -> tuple[KelompokSasaran, ...]:
    """The indicators of an office by sasaran, in the order in which the jabatan first name them, numbered through."""
    names = told_apart([each.jabatan for each in hasil.jabatan])
    found: dict[str, list[tuple[HasilIndikator, HasilJabatan, str]]] = {}
    for name, jabatan in zip(names, hasil.jabatan, strict=True):
        for each in jabatan.indikator:
            found.setdefault(each.sasaran, []).append((each, jabatan, name))
    numbers = count(1)
    return tuple(
        KelompokSasaran(sasaran, tuple(Bernomor(str(next(numbers)), *member) for member in members))
        for sasaran, members in found.items()
    )


def rows(groups: Sequence[KelompokSasaran], row: Row) -> tuple[BagianSasaran, ...]:
    """The rows of those that stand in a table, by sasaran."""
    return tuple(each for each in _rows(groups, row) if each.baris)


def _rows(groups: Sequence[KelompokSasaran], row: Row) -> Iterator[BagianSasaran]:
    for group in groups:
        made = (row(each) for each in group.indikator)
        yield BagianSasaran(group.nama, tuple(each for each in made if each is not None))
