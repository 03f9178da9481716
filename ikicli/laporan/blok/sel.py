"""Cells and rows that tables have in common."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from ikicli.laporan.bahan.naskah import BarisSasaran, Kelompok
from ikicli.laporan.blok.nouns import Larik, Sel, plain

Cells: TypeAlias = Callable[[Any], Iterable[Sel]]
"""The cells of an indicator's row after its number and sasaran."""


def cell(*lines: str | None, rata: str = "") -> Sel:
    """A cell: the first line, and under it smaller those that there are."""
    first, *rest = lines
    return Sel((*plain(first or ""), *plain(*(line for line in rest if line), gaya="pudar")), rata=rata)


def number(*lines: str | None) -> Sel:
    """A cell of a figure."""
    return cell(*lines, rata="kanan")


def head(*titles: str | Sel) -> Larik:
    """A row of titles."""
    return Larik(tuple(each if isinstance(each, Sel) else cell(each) for each in titles))


def grouped(kelompok: Iterable[Kelompok], columns: int, cells: Cells) -> Iterator[Larik]:
    """The rows of indicators after their numbers, those of one sasaran beside it, each jabatan under its name."""
    for group in kelompok:
        if group.nama:
            yield named(group.nama, columns)
        for each in group.sasaran:
            for row, baris in zip(of_sasaran(each, cells), each.baris, strict=True):
                yield Larik((cell(baris.nomor), *row))  # type: ignore[attr-defined]


def of_sasaran(sasaran: BarisSasaran, cells: Cells) -> Iterator[tuple[Sel, ...]]:
    """The rows of a sasaran: its name stands in the first and reaches down through the others."""
    for at, each in enumerate(sasaran.baris):
        name = () if at else (cell(sasaran.nama)._replace(tinggi=len(sasaran.baris)),)
        yield (*name, *cells(each))


def named(name: str, columns: int) -> Larik:
    """The row that names a group."""
    return Larik((cell(name)._replace(lebar=columns),), "kelompok")
