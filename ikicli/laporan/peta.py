"""The heat grid: jabatan by period, a cell a capaian. The number stands in its cell; the shade only repeats it."""

from collections.abc import Sequence
from textwrap import wrap

from ikicli.capaian.golongan import golongan
from ikicli.capaian.tulisan import TANPA_NILAI
from ikicli.definisi.nouns import Aturan
from ikicli.value import Value

_NAMA, _SEL, _BARIS, _KEPALA, _MUAT = 350, 58, 11, 20, 66
_URAIAN = "Setiap baris satu jabatan, setiap kolom satu periode"


class Angka(Value):
    """A figure as it is shown, with its predikat; `terbuka`: it stands against targets that are not yet due."""

    teks: str
    predikat: str | None
    terbuka: bool = False


class Sel(Value):
    """A cell: where it begins and has its middle, its third of the scale, and the figure."""

    x: str
    tengah: str
    golongan: str
    teks: str


class Deretan(Value):
    """What a row is of: its name, a figure for every column, its page; `kantor`: it is the whole office's."""

    nama: str
    angka: tuple[Angka, ...]
    alamat: str | None = None
    kantor: bool = False


class BarisPeta(Value):
    """A row: where it begins and how high it is, the name line by line with the place of each line, its cells.

    `alamat` is the page of what it is of; `kantor`: that is the whole office.
    """

    y: str
    tinggi: str
    tengah: str
    nama: tuple[tuple[str, str], ...]
    sel: tuple[Sel, ...]
    alamat: str | None
    kantor: bool


class Peta(Value):
    """The grid with the heads of its columns; `lebar_sel` is the width of every cell, `tabel` where it is a table.

    `bertaut`: rows of it lead to pages.
    """

    lebar: str
    tinggi: str
    lebar_sel: str
    judul: str
    uraian: str
    tabel: str
    kolom: tuple[tuple[str, str], ...]
    baris: tuple[BarisPeta, ...]
    bertaut: bool


def grid(judul: str, tabel: str, kolom: Sequence[str], baris: Sequence[Deretan], aturan: Aturan) -> Peta:
    """The grid of rows; `tabel` says where the same stands as a table."""
    drawn, y = [], _KEPALA
    for row in baris:
        lines = wrap(" ".join(row.nama.split()), _MUAT) or [TANPA_NILAI]
        height = len(lines) * _BARIS + 3
        places = tuple((str(y + (at + 1) * _BARIS - 1), line) for at, line in enumerate(lines))
        cells = tuple(
            Sel(str(_NAMA + at * _SEL), _middle(at), golongan(each.predikat, aturan).value, each.teks)
            for at, each in enumerate(row.angka)
        )
        middle = str(y + (height + 6) // 2)
        drawn.append(BarisPeta(str(y), str(height - 2), middle, places, cells, row.alamat, row.kantor))
        y += height
    heads = tuple((_middle(at), head) for at, head in enumerate(kolom))
    width = _NAMA + max(len(kolom), 3) * _SEL
    said = f"{_URAIAN} ({', '.join(kolom)}); angkanya capaian dalam persen. Angka yang sama ada dalam tabel {tabel}."
    linked = any(each.alamat for each in baris)
    return Peta(str(width), str(y), str(_SEL - 2), judul, said, tabel, heads, tuple(drawn), linked)


def _middle(column: int) -> str:
    return str(_NAMA + column * _SEL + (_SEL - 2) // 2)
