"""The nouns of a result. Numbers are exact; whoever shows one rounds it, once."""

from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction

from ikicli.definisi.nouns import Aturan, Indikator, Jabatan, Kantor, Rentang
from ikicli.realisasi import Deret, Periode, Realisasi
from ikicli.rumus import Nilai
from ikicli.value import Value


class Keadaan(Enum):
    """Whether there is a capaian, or the first reason that applies why there is none."""

    TIDAK_BERLAKU = "tidak_berlaku"
    BELUM_ADA_TARGET = "belum_ada_target"
    BELUM_ADA_DATA = "belum_ada_data"
    PEMBAGI_NOL = "pembagi_nol"
    TIDAK_DIHITUNG = "tidak_dihitung"
    DIHITUNG = "dihitung"


class Masukan(Value):
    """A value that a formula took: its name there, what it was, and the rows behind it (none: constant or result)."""

    kunci: str
    nilai: Nilai
    isian: Deret


class Cakupan(Value):
    """Months present of months expected."""

    ada: int
    dari: int

    @property
    def lengkap(self) -> bool:
        """Whether nothing is missing."""
        return self.ada >= self.dari

    @property
    def teks(self) -> str:
        """As `9/12`."""
        return f"{self.ada}/{self.dari}"


class HasilIndikator(Value):
    """One indicator over a span.

    `target` is that of the span, `target_tahun` of the year. `alasan` is why the indicator does not apply. `cakupan` is
    None where no data is asked for. `nol_terlewati`: a zero target was missed, and counts as the rule set says.
    """

    jabatan: str
    sasaran: str
    indikator: Indikator
    target: Rentang | None
    target_tahun: Rentang | None
    realisasi: Fraction | None
    capaian: Fraction | None
    capaian_tahun: Fraction | None
    predikat: str | None
    keadaan: Keadaan
    alasan: str | None
    cakupan: Cakupan | None
    contoh: bool
    nol_terlewati: bool
    masukan: tuple[Masukan, ...]

    @property
    def is_provisional(self) -> bool:
        """Whether its capaian stands on data that do not cover all that was asked for by then."""
        return self.capaian is not None and self.cakupan is not None and not self.cakupan.lengkap


class HasilJabatan(Value):
    """A jabatan over a span: the mean of its indicators that have a capaian, and how many have and lack one."""

    jabatan: Jabatan
    capaian: Fraction | None
    predikat: str | None
    dihitung: int
    kosong: int
    indikator: tuple[HasilIndikator, ...]

    @property
    def contoh(self) -> bool:
        """Whether any of its numbers is illustrative."""
        return any(each.contoh for each in self.indikator)


class Hasil(Value):
    """An office, or some of its jabatan, over the span from January through `sampai`.

    `tahun_lalu` stands beside it where the year before has data; `realisasi` are the year's rows it was computed from.
    """

    kantor: Kantor
    sampai: Periode
    aturan: Aturan
    capaian: Fraction | None
    predikat: str | None
    dihitung: int
    kosong: int
    jabatan: tuple[HasilJabatan, ...]
    tahun_lalu: "TahunLalu | None" = None
    realisasi: Realisasi | None = None

    @property
    def contoh(self) -> bool:
        """Whether any of its numbers is illustrative."""
        return any(each.contoh for each in self.jabatan)

    def year_before(self, one: HasilIndikator) -> HasilIndikator | None:
        """What an indicator reached over the same span a year earlier; None where no realisasi is known."""
        before = self.tahun_lalu.indikator.get((one.jabatan, one.indikator.id)) if self.tahun_lalu else None
        return before if before is not None and before.realisasi is not None else None

    def mean_before(self, jabatan: HasilJabatan) -> HasilJabatan | None:
        """A jabatan over the same span a year earlier; None where there is no last year."""
        parts = self.tahun_lalu.hasil.jabatan if self.tahun_lalu else ()
        return next((each for each in parts if each.jabatan.id == jabatan.jabatan.id), None)

    def is_against_whole_year(self, one: HasilIndikator) -> bool:
        """Whether, within the year, an indicator stands against the year's target, and so says nothing of a delay."""
        return self.sampai.akhir < 12 and one.capaian is not None and one.target == one.target_tahun

    def indikator(self) -> Iterator[HasilIndikator]:
        """The indicators of all jabatan, in order."""
        return (indikator for jabatan in self.jabatan for indikator in jabatan.indikator)


class TahunLalu(Value):
    """The results of the same span a year earlier, and its indicators by jabatan and id.

    They are computed by this year's definitions, with that year's rows, Perjanjian Kinerja and rule set: what that
    year's own definitions say is in its git tag.
    """

    hasil: Hasil
    indikator: Mapping[tuple[str, str], HasilIndikator]
