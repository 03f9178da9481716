"""Plain tables and lists of a document: rows without groups, points to read."""

from collections.abc import Sequence

from ikicli.laporan.bahan.sasaran import BarisSel, Kolom
from ikicli.value import Value


class TabelDatar(Value):
    """A table of rows without groups: its caption, the head of the column of names, columns, rows, remarks below."""

    keterangan: str
    nama: str
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisSel, ...]
    catatan: tuple[str, ...] = ()


class Daftar(Value):
    """Points to read, and what is said where there are none."""

    butir: tuple[str, ...]
    kosong: str


def shortened(said: Sequence[str], most: int) -> tuple[str, ...]:
    """The first points, and how many are left out."""
    left = len(said) - most
    return (*said[:most], f"… dan {left} lagi.") if left > 0 else tuple(said)
