"""The nouns of a document: strings and tuples only, in the order in which they are read.

A document is a letterhead, a title, parts, signatures and appendices. A part names its form (`bentuk`), which is the
name of the template part that places it: `parts/<bentuk>.html.j2`, `parts/<bentuk>.md.j2`. A new document lists parts;
a new form is one noun, one shaping function, and one template part for each format.
"""

from ikicli.value import Value


class KepalaSurat(Value):
    """The letterhead: the government above the office, the office, and its address line by line."""

    pemerintah: str
    unit: str
    baris: tuple[str, ...]


class Penanda(Value):
    """One signature block. What is None is not known, and is left as a dotted line to fill by hand.

    `pembuka` stands above the jabatan: who takes note, or place and date; `sebagai` between them: as which party.
    """

    pembuka: str
    jabatan: str
    nama: str | None
    pangkat: str | None
    nip: str | None
    sebagai: str | None = None

    @property
    def garis_nama(self) -> str:
        """The name, or a dotted line for it."""
        return self.nama or f"({'.' * 40})"

    @property
    def garis_nip(self) -> str:
        """The NIP, or a dotted line for it."""
        return f"NIP. {self.nip or '.' * 36}"


class Pengesahan(Value):
    """Who signs: the block on the left (None: nobody) and the one on the right."""

    kiri: Penanda | None
    kanan: Penanda


class Bagian(Value):
    """A part of a document: its heading (empty: none), its form, and the noun of that form."""

    judul: str
    bentuk: str
    isi: object


class Peringatan(Value):
    """That a document is illustrative: what of it (`ANGKA`, `ANALISIS`), and a sentence about it."""

    hal: str
    isi: str


class Naskah(Value):
    """A document. `nama` is its file name less the ending, `contoh` the warning that it is illustrative.

    `jabatan` is the id of the one that it is about (None: the office), `tanda` the lines by which it is known again.
    `periode` is empty where it is not of any. Without `pengesahan` its parts are signed, or nobody signs. `mendatar`:
    it is printed on the broad side of the paper; `sehalaman`: all but its appendices fits on one page.
    """

    nama: str
    judul: str
    perihal: str
    periode: str
    kepala: KepalaSurat
    contoh: Peringatan | None
    bagian: tuple[Bagian, ...]
    pengesahan: Pengesahan | None
    lampiran: tuple[Bagian, ...]
    mendatar: bool = False
    sehalaman: bool = False
    jabatan: str | None = None
    tanda: tuple[str, ...] = ()


class BarisSasaran(Value):
    """A sasaran and the rows of the indicators that measure it."""

    nama: str
    baris: tuple[Value, ...]


class Kelompok(Value):
    """A jabatan's part of a table; `nama` is None where the document is about one jabatan."""

    nama: str | None
    sasaran: tuple[BarisSasaran, ...]


class Tabel(Value):
    """A table of indicators under its caption."""

    keterangan: str
    kelompok: tuple[Kelompok, ...]


class Butir(Value):
    """A name and what is said under it: a line of an identity, a reason, a rule."""

    nama: str
    isi: tuple[str, ...]


class Keterangan(Value):
    """What is said about some indicators, under the name of their jabatan (None: the document is about one)."""

    nama: str | None
    butir: tuple[Butir, ...]


def lettered(*bagian: Bagian) -> tuple[Bagian, ...]:
    """The parts with A, B, C before their headings."""
    return tuple(each._replace(judul=f"{chr(ord('A') + at)}. {each.judul}") for at, each in enumerate(bagian))


def appendices(*bagian: Bagian) -> tuple[Bagian, ...]:
    """The parts as Lampiran 1, 2, 3."""
    return tuple(each._replace(judul=f"Lampiran {at}. {each.judul}") for at, each in enumerate(bagian, start=1))
