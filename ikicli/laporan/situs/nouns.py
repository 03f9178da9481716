"""The nouns of a site: pages, and the forms of part that only pages have. Addresses count from the site's folder."""

from ikicli.laporan.bahan.naskah import Bagian, Peringatan
from ikicli.laporan.bahan.sasaran import Kolom
from ikicli.laporan.grafik import Batang
from ikicli.laporan.matematika import Penggal
from ikicli.laporan.tren import GambarTren
from ikicli.value import Value

BERANDA, JENJANG, GAYA = "index.html", "jenjang.html", "gaya.css"


class Tautan(Value):
    """A way to another page; `alamat` is None where what is named has none."""

    teks: str
    alamat: str | None


class Halaman(Value):
    """A page: where it stands, how one gets from there to the site's folder (`akar`), and what stands on it.

    `jejak` are the pages above it, `sebelum` and `sesudah` those beside it. `lampiran` says what it was made from.
    """

    alamat: str
    akar: str
    unit: Tautan
    periode: str
    menu: tuple[Tautan, ...]
    jejak: tuple[Tautan, ...]
    judul: str
    perihal: str
    contoh: Peringatan | None
    bagian: tuple[Bagian, ...]
    lampiran: tuple[Bagian, ...]
    sebelum: Tautan | None = None
    sesudah: Tautan | None = None


class Kartu(Value):
    """A jabatan or an indicator at a glance: a way to its page, its mark, figure and what that is called, remarks.

    `kode` tells jabatan of one name apart (else None).
    """

    judul: Tautan
    kode: str | None
    tanda: str
    nilai: str
    sebutan: str
    batang: Batang
    catatan: tuple[str, ...]


class KelompokKartu(Value):
    """Cards under a heading (empty: none)."""

    nama: str
    kartu: tuple[Kartu, ...]


class BagianSebaran(Value):
    """How many jabatan have one predikat (or none), and their part of the strip in percent of its width."""

    nama: str
    tanda: str
    jumlah: str
    awal: str
    lebar: str


class Sekilas(Value):
    """All jabatan at a glance: how they are spread over the predikat, and their cards."""

    uraian: str
    sebaran: tuple[BagianSebaran, ...]
    kelompok: tuple[KelompokKartu, ...]


class Rujuk(Value):
    """A page that is referred to, and what is said about it."""

    judul: Tautan
    isi: tuple[str, ...]


class KelompokRujuk(Value):
    """Pages that are referred to under a name (empty: none), what is said where there are none, and beside them."""

    nama: str
    isi: tuple[Rujuk, ...]
    kosong: str
    catatan: tuple[str, ...] = ()


class Ukuran(Value):
    """What was expected, reached and achieved, with its bar; `sebab` is why there is no capaian (None: there is)."""

    target: str
    realisasi: str
    satuan: str
    capaian: str
    tanda: str
    sebutan: str
    batang: Batang
    catatan: tuple[str, ...]
    sebab: str | None


class BarisTren(Value):
    """A period: what was expected, reached and achieved through it, and a year earlier (empty: not spoken of)."""

    nama: str
    sel: tuple[str, ...]


class Tren(Value):
    """A line over periods (None: there is nothing to draw), and the same as a table."""

    gambar: GambarTren | None
    keterangan: str
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisTren, ...]
    catatan: tuple[str, ...]


class Kutipan(Value):
    """A text of the decree, its formulas set as mathematics."""

    isi: tuple[Penggal, ...]


class Cabang(Value):
    """A jabatan in the cascade, its indicators, and those under it."""

    jabatan: Kartu
    indikator: tuple[Rujuk, ...]
    cabang: tuple["Cabang", ...]
