"""Tables of indicators: a row for each, by sasaran, under the names of the jabatan."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import TypeAlias

from ikicli.definisi.nouns import Indikator, Jabatan
from ikicli.laporan.bahan.naskah import BarisSasaran, Kelompok
from ikicli.value import Value

Row: TypeAlias = Callable[[Jabatan, Indikator, str], Value]
"""The row of an indicator of a jabatan, with its number in the document."""


def grouped(jabatan: Sequence[Jabatan], names: Sequence[str | None], row: Row) -> tuple[Kelompok, ...]:
    """The rows of some jabatan, numbered through, each jabatan under its name."""
    numbers = count(1)
    return tuple(
        Kelompok(name, tuple(_by_sasaran(each, row, numbers))) for name, each in zip(names, jabatan, strict=True)
    )


def _by_sasaran(jabatan: Jabatan, row: Row, numbers: Iterator[int]) -> Iterator[BarisSasaran]:
    for sasaran in jabatan.isi.sasaran:
        yield BarisSasaran(sasaran.nama, tuple(row(jabatan, each, str(next(numbers))) for each in sasaran.indikator))
