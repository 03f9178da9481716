"""The nouns of an office's definitions, as read from its files.

Every noun keeps the `node` it was read from, so that a rule can point at any part of it. A part that could not be read
is a hole: `""` for a text, `()` or `{}` for a collection, `TAK_TERBACA` for a word of a closed vocabulary, a noun of
holes for a noun, None for the rest. A hole has been reported already, and rules keep silent about it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path

from ikicli.diagnostik import Source
from ikicli.rumus import Lalu, Nama, Pohon, Rujukan, Satuan
from ikicli.sumber import Node, Scalar
from ikicli.value import Value


class Polaritas(Enum):
    """Which way an indicator is better."""

    NAIK = "naik"
    TURUN = "turun"
    STABIL = "stabil"
    TAK_TERBACA = ""


class Agregasi(Enum):
    """How a variable's values over several periods become one (sum, average, last known, peak, low)."""

    JUMLAH = "jumlah"
    RATA = "rata"
    TERAKHIR = "terakhir"
    MAKS = "maks"
    MIN = "min"
    TAK_TERBACA = ""


class Frekuensi(Enum):
    """How often a variable is collected, or a plan speaks."""

    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"
    TAK_TERBACA = ""

    def __init__(self, teks: str) -> None:
        self.bulan = {"bulan": 1, "semester": 6, "tahun": 12}.get(teks, 3)
        """The months of one such period."""


class StatusPejabat(Enum):
    """In what capacity somebody holds a jabatan."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"
    TAK_TERBACA = ""


class SatuanTertulis(Value):
    """A unit as its file writes it, and what it means (None: a hole)."""

    teks: str
    satuan: Satuan | None


class Formula(Value):
    """A formula's text with its place, its tree (None: a hole), the leaves that need a value, the divisors."""

    node: Scalar
    pohon: Pohon | None
    daun: tuple[Nama | Rujukan | Lalu, ...]
    pembagi: tuple[Pohon, ...]


class AngkaTertulis(Value):
    """A number and how many decimals it was written with."""

    nilai: Fraction
    digit: int


class Variabel(Value):
    """A quantity that is collected, or fixed (`tetapan`)."""

    node: Node
    nama: str
    satuan: SatuanTertulis | None
    agregasi: Agregasi
    periode: Frekuensi
    tetapan: Fraction | None


class Uji(Value):
    """A worked example of a formula."""

    node: Node
    masukan: Mapping[str, Fraction]
    hasil: AngkaTertulis | None


class Rentang(Value):
    """What was agreed: a number (`bawah` = `atas`), a range, or a bound (one side None)."""

    teks: str
    bawah: Fraction | None
    atas: Fraction | None

    @property
    def angka(self) -> Fraction | None:
        """The number, when it is one."""
        return self.bawah if self.bawah == self.atas and ".." not in self.teks else None


class Rencana(Value):
    """The levels expected at the end of each period; cumulative."""

    node: Node
    frekuensi: Frekuensi
    tingkat: tuple[Rentang, ...]


class Target(Value):
    """The target of one indicator for a year. `tidak_berlaku` is the reason why it does not apply that year.

    With neither a `tahun` nor a reason it is a hole.
    """

    node: Node
    tahun: Rentang | None
    rencana: Rencana | None
    terburuk: Fraction | None
    tidak_berlaku: str | None


class Indikator(Value):
    """One indicator of a jabatan."""

    node: Node
    id: str
    nama: str
    penjelasan: str
    formula: Formula | None
    satuan: SatuanTertulis | None
    polaritas: Polaritas
    variabel: Mapping[str, Variabel]
    sumber_data: tuple[str, ...]
    tafsir: str | None
    uji: tuple[Uji, ...]
    abaikan: Mapping[str, str]
    target: Target | None
    bobot: Fraction | None
    mendukung: tuple[str, ...]


class Sasaran(Value):
    """What a jabatan is to reach, and the indicators that measure it."""

    node: Node
    nama: str
    indikator: tuple[Indikator, ...]


class IsiJabatan(Value):
    """The content of a jabatan's file; `jabatan` is its name in the decree's words."""

    node: Node
    jabatan: str
    atasan: str
    tugas: tuple[str, ...]
    fungsi: tuple[str, ...]
    tafsir: str | None
    sasaran: tuple[Sasaran, ...]


class Jabatan(Value):
    """A position: its id is the name of its file."""

    id: str
    sumber: Source
    isi: IsiJabatan

    @property
    def nama(self) -> str:
        """The name in the decree's words; names repeat, ids do not."""
        return self.isi.jabatan

    def indikator(self) -> Iterator[Indikator]:
        """The indicators in the decree's order."""
        return (indikator for sasaran in self.isi.sasaran for indikator in sasaran.indikator)


class Pimpinan(Value):
    """The head of the office."""

    node: Node
    id: str
    jabatan: str
    nama: str
    nip: str | None
    pangkat: str | None


class Kop(Value):
    """The letterhead."""

    node: Node
    alamat: str | None
    telepon: str | None
    email: str | None
    situs: str | None
    kode_pos: str | None


class Diktum(Value):
    """One dictum of the decree: `ke` is its number in words (KESATU)."""

    node: Node
    ke: str | None
    isi: str
    butir: tuple[str, ...]


class Keputusan(Value):
    """The decree that the definitions come from."""

    node: Node
    nomor: str | None
    tentang: str | None
    ditetapkan: str | None
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    diktum: tuple[Diktum, ...]


class Unit(Value):
    """The office itself."""

    node: Node
    unit: str
    kode: str | None
    kabupaten: str
    pimpinan: Pimpinan
    aturan: Mapping[int, str]
    kop: Kop | None
    keputusan: Keputusan | None
    satuan: tuple[str, ...]
    urutan: tuple[str, ...]
    batas_lapor: int | None
    variabel: Mapping[str, Variabel]


class Pejabat(Value):
    """Who holds a jabatan in a year."""

    node: Node
    nama: str
    nip: str | None
    pangkat: str | None
    status: StatusPejabat


TargetJabatan = Mapping[str, Mapping[str, Target]]
"""Targets by jabatan and indikator."""


class Perubahan(Value):
    """A Perjanjian Kinerja Perubahan: the targets it replaces from its date on."""

    node: Node
    tanggal: date | None
    dasar: str | None
    target: TargetJabatan


class IsiPerjanjian(Value):
    """The content of a year's Perjanjian Kinerja."""

    node: Node
    tahun: int | None
    contoh: bool
    pejabat: Mapping[str, Pejabat]
    target: TargetJabatan
    perubahan: tuple[Perubahan, ...]


class Perjanjian(Value):
    """The targets and holders of one year, from `perjanjian/<tahun>.yaml`."""

    tahun: int
    sumber: Source
    isi: IsiPerjanjian


class Jangka(Value):
    """A span of years, both ends within it."""

    awal: int
    akhir: int

    @property
    def teks(self) -> str:
        """As people write it: `2016–2021`."""
        return f"{self.awal}–{self.akhir}"


class IsiRenstra(Value):
    """The content of renstra.yaml: the targets of several years by jabatan, indikator and year."""

    node: Node
    periode: Jangka | None
    contoh: bool
    target: Mapping[str, Mapping[str, Mapping[int, Rentang]]]


class Renstra(Value):
    """The medium-term targets of an office."""

    sumber: Source
    isi: IsiRenstra

    def targets(self, jabatan: str, indikator: str) -> Mapping[int, Rentang]:
        """The targets of an indicator by year, none where it has none."""
        return self.isi.target.get(jabatan, {}).get(indikator, {})


class Dasar(Value):
    """A citation: `dibaca` where the rule's own text was read, `kutipan` where it is known second hand."""

    node: Node
    dibaca: str | None
    kutipan: str | None


class BentukCapaian(Value):
    """The forms of capaian by polarity, over `target`, `realisasi`, `terburuk`."""

    node: Node
    naik: Formula | None
    turun: Formula | None
    stabil: Formula | None


class Batas(Value):
    """The floor and the cap of capaian; None: none."""

    node: Node
    bawah: Fraction | None
    atas: Fraction | None


class TargetNol(Value):
    """The capaian under a zero target where the form gives none; None: `tidak_dihitung`."""

    node: Node
    naik: Fraction | None
    turun_nol: Fraction | None
    turun_lebih: Fraction | None
    stabil: Fraction | None


class Pembulatan(Value):
    """How figures are rounded where they are shown."""

    node: Node
    digit: int | None


class Predikat(Value):
    """A band of the scale: from `dari` up to the next band's."""

    node: Node
    nama: str
    dari: Fraction | None


class IsiAturan(Value):
    """The content of a rule set."""

    node: Node
    aturan: str
    dasar: tuple[Dasar, ...]
    capaian: BentukCapaian
    batas: Batas | None
    target_nol: TargetNol | None
    pembulatan: Pembulatan | None
    predikat: tuple[Predikat, ...]


class Aturan(Value):
    """How realisasi and target become capaian and predikat: data, never code."""

    id: str
    sumber: Source
    isi: IsiAturan

    @property
    def digit(self) -> int:
        """Decimals of shown figures."""
        digit = self.isi.pembulatan.digit if self.isi.pembulatan else None
        return 2 if digit is None else digit


class Kantor(Value):
    """An office as its files define it.

    `jabatan` are in the order of every output. `tak_terbaca` are the ids of the files whose content or whose indicators
    are not all known: a reference into them is no error. `sumber` are the texts of all files read, by path.
    `renstra` is None where there is no renstra.yaml, or nothing of it could be read.
    """

    akar: Path
    unit: Unit | None
    jabatan: tuple[Jabatan, ...]
    perjanjian: Mapping[int, Perjanjian]
    aturan: Mapping[str, Aturan]
    tak_terbaca: frozenset[str]
    sumber: tuple[Source, ...]
    renstra: Renstra | None = None

    @property
    def nama(self) -> str:
        """The office's name; empty where unit.yaml could not be read."""
        return self.unit.unit if self.unit else ""

    def cari_jabatan(self) -> dict[str, Jabatan]:
        """The jabatan by id."""
        return {jabatan.id: jabatan for jabatan in self.jabatan}

    def variabel_bersama(self) -> Mapping[str, Variabel]:
        """The variables that every formula may use."""
        return self.unit.variabel if self.unit else {}
