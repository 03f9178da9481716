"""The nouns of an explanation: a number, and all that it rests on down to the rows. Numbers are exact."""

from datetime import date
from fractions import Fraction

from ikicli.capaian.aturan import Capaian
from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.letak import Letak
from ikicli.definisi.nouns import Agregasi, Rentang
from ikicli.realisasi import Kunci, Periode
from ikicli.realisasi.jurnal import CatatanImpor
from ikicli.rumus import Nilai
from ikicli.value import Value


class Potongan(Value):
    """A piece of a formula in words: the name of a variable, or what stands between two."""

    teks: str
    variabel: bool


class Tahap(Value):
    """One step of a calculation: what is done with which numbers, what it comes to, and in which unit."""

    teks: str
    nilai: Nilai
    satuan: str


class IsianTerpakai(Value):
    """One value that was taken: where it stands, how it came there (None: not by an import), what is remarked of it.

    `tercatat` is the number that the last import brought, where somebody has put another one in its place since.
    """

    periode: Periode
    nilai: Fraction
    letak: Letak
    contoh: bool
    impor: CatatanImpor | None
    tercatat: str | None
    keterangan: str


class Kurang(Value):
    """A variable, the periods of which it has no value, and the file that would take them."""

    kunci: Kunci
    periode: tuple[Periode, ...]
    berkas: str


class Bahan(Value):
    """What one name in a formula stood for.

    `rujukan` is the `jabatan.indikator` it is the realisasi of, else None. `tetapan` is a constant's value for a year;
    else `agregasi` made `nilai` of the values in `isian`.
    """

    kunci: str
    nama: str
    satuan: str
    nilai: Nilai
    bersama: bool
    rujukan: str | None
    tetapan: Fraction | None
    agregasi: Agregasi | None
    isian: tuple[IsianTerpakai, ...]
    kurang: Kurang | None


class AsalTarget(Value):
    """Where a target was agreed.

    `tahun` is that of the Perjanjian Kinerja (None: the decree itself sets it), `tanggal` and `dasar` those of its
    change, `semula` what it changed. `rencana` is the period whose end the plan speaks of; `terburuk` the worst value.
    """

    letak: Letak
    tahun: int | None
    tanggal: date | None
    dasar: str | None
    semula: Rentang | None
    rencana: Periode | None
    terburuk: Fraction | None


class Penjelasan(Value):
    """How one indicator's numbers came about.

    `letak` is where its formula stands, `rumus` the formula in words, `berisi` with the values in place of the names.
    `bentuk` is the rule set's form with the values put in, `capaian` what came of it; None where there is none.
    """

    hasil: HasilIndikator
    jabatan: HasilJabatan
    letak: Letak
    rumus: tuple[Potongan, ...]
    berisi: str
    tahap: tuple[Tahap, ...]
    bahan: tuple[Bahan, ...]
    target: AsalTarget | None
    bentuk: str | None
    capaian: Capaian | None

    @property
    def nama(self) -> str:
        """As `jabatan.indikator`."""
        return f"{self.hasil.jabatan}.{self.hasil.indikator.id}"


class Terjelaskan(Value):
    """What was asked for, and what the formulas of that refer to, each once."""

    hasil: Hasil
    diminta: tuple[Penjelasan, ...]
    dirujuk: tuple[Penjelasan, ...]
