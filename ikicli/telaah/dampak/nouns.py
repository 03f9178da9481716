"""The nouns of a comparison: what changed in the definitions, and what that does to the results."""

from enum import Enum

from ikicli.definisi.nouns import Indikator, Jabatan, Sasaran
from ikicli.diagnostik import Diagnostic
from ikicli.realisasi import Periode
from ikicli.value import Value


class Jenis(Enum):
    """What a change of a definition is about, the gravest first."""

    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"
    BERGANTI_ID = "berganti_id"
    PINDAH = "pindah"
    FORMULA = "formula"
    SATUAN = "satuan"
    POLARITAS = "polaritas"
    TARGET = "target"
    VARIABEL = "variabel"
    BOBOT = "bobot"
    ATURAN = "aturan"
    SUSUNAN = "susunan"
    PEMERIKSAAN = "pemeriksaan"
    TEKS = "teks"


TAK_BERAKIBAT = frozenset({Jenis.SUSUNAN, Jenis.PEMERIKSAAN, Jenis.TEKS})
"""Changes that no number can come of."""


Kunci = tuple[str, str]
"""The ids of a jabatan and of its indicator."""


def of_variabel(id: str) -> str:
    """What the facet of a variable is called that numbers come of."""
    return f"variabel `{id}`"


class Letak(Value):
    """An indicator and where it stands."""

    jabatan: Jabatan
    sasaran: Sasaran
    indikator: Indikator

    @property
    def kunci(self) -> Kunci:
        """The ids of its jabatan and its own."""
        return self.jabatan.id, self.indikator.id


class Perubahan(Value):
    """One change of the definitions by meaning.

    `jabatan` and `indikator` are today's ids, of what is gone the old ones; None where it is not about one. `hal` is
    what of it, in words; `sebelum` and `sesudah` as the files write it, None where there was or is nothing.
    """

    jenis: Jenis
    jabatan: str | None
    indikator: str | None
    hal: str
    sebelum: str | None
    sesudah: str | None


class Selisih(Value):
    """A number, a state or a predikat that is not what it was, as it is shown, and why; `indikator` None: a mean.

    `jabatan` None: of the office. `sebelum` or `sesudah` None: there was or is none.
    """

    jabatan: str | None
    indikator: str | None
    hal: str
    sebelum: str | None
    sesudah: str | None
    sebab: tuple[str, ...]


class Akibat(Value):
    """What the results become: numbers, predikat, and means that are not what they were.

    `dapat` and `hilang` are the indicators that have gained or lost a capaian.
    """

    angka: tuple[Selisih, ...]
    predikat: tuple[Selisih, ...]
    rata_rata: tuple[Selisih, ...]
    dapat: tuple[str, ...]
    hilang: tuple[str, ...]


class Dampak(Value):
    """The definitions of a revision beside those of today.

    `komit` is the revision's full name. `galat` are the errors of its definitions: with any, only what could be read
    of them is compared, and `akibat` is None. `baris` are the findings about rows of the year that today's definitions
    do not know.
    """

    revisi: str
    komit: str
    unit: str
    sampai: Periode
    contoh: bool
    galat: tuple[Diagnostic, ...]
    definisi: tuple[Perubahan, ...]
    akibat: Akibat | None
    baris: tuple[Diagnostic, ...]
