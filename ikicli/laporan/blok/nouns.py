"""The nouns of a document's blocks. Letterhead, warning and signatures are those of the document itself."""

from typing import TypeAlias

from ikicli.laporan.bahan.naskah import KepalaSurat, Pengesahan, Peringatan
from ikicli.laporan.grafik import Batang
from ikicli.laporan.matematika import Simpul
from ikicli.value import Value


class Tulisan(Value):
    """A piece of text. `gaya`: empty, `tebal`, `miring`, `besar`, `pudar` or `sidik` (digits to compare).

    `rumus` is the tree of a formula where it can be set as mathematics; `teks` then says the same in words, and
    `sempit`: it fits only with its texts in narrow columns.
    """

    teks: str
    gaya: str = ""
    rumus: Simpul | None = None
    sempit: bool = False


class Alinea(Value):
    """A paragraph. `gaya`: empty, `tengah`, `rapat` (no space before it), `pudar` (small, grey) or `rumus`."""

    isi: tuple[Tulisan, ...]
    gaya: str = ""


class Judul(Value):
    """A heading; `tingkat` 1 is the document's title."""

    tingkat: int
    teks: str


class Senarai(Value):
    """A list. `tanda`: empty, `huruf` (a. b. c.) or `angka` (1. 2. 3.)."""

    butir: tuple[str, ...]
    tanda: str = ""


class Rinci(Value):
    """A name and what is said of it; nothing: lines to fill by hand."""

    nama: str
    isi: tuple[Alinea | Senarai, ...]


class Rincian(Value):
    """Names on the left, what is said of them on the right; `lebar` is the left side's share in percent."""

    butir: tuple[Rinci, ...]
    lebar: int = 25


class Sel(Value):
    """A cell over `lebar` columns and `tinggi` rows. `rata`: empty (left), `kanan` or `tengah`.

    `warna` is the third of the scale that a figure stands in (`atas`, `tengah`, `bawah`), else empty.
    """

    isi: tuple[Alinea, ...]
    lebar: int = 1
    tinggi: int = 1
    rata: str = ""
    warna: str = ""


class Larik(Value):
    """A row: its cells, less those that reach down into it. `gaya`: empty, `kelompok` (a name) or `rata` (a mean)."""

    sel: tuple[Sel, ...]
    gaya: str = ""


class Kisi(Value):
    """A table under its caption (empty: none). `lebar`: the columns' widths in parts; `kepala` heads every page.

    `rapat`: it has many columns, and is set small. `bergaris`: it is ruled between columns too.
    """

    keterangan: str
    lebar: tuple[int, ...]
    kepala: tuple[Larik, ...]
    isi: tuple[Larik, ...]
    rapat: bool = False
    bergaris: bool = False


class BatangBernama(Value):
    """A bar with what it is of and its figure in words."""

    nama: str
    teks: str
    batang: Batang


class Grafik(Value):
    """Bars whose figures also stand in a table: a format that cannot draw leaves them out."""

    keterangan: str
    baris: tuple[BatangBernama, ...]


class Halaman(Value):
    """What follows begins on a new page."""


Blok: TypeAlias = KepalaSurat | Judul | Alinea | Peringatan | Rincian | Senarai | Kisi | Grafik | Pengesahan | Halaman


def plain(*lines: str, gaya: str = "") -> tuple[Alinea, ...]:
    """Each line a paragraph."""
    return tuple(Alinea((Tulisan(line),), gaya) for line in lines)
