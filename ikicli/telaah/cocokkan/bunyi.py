"""What a decree says, in one shape whether its own text or the definitions say it: a tree of items in their order."""

from collections.abc import Iterator, Sequence
from enum import Enum

from ikicli.diagnostik import Span
from ikicli.value import Value


class Hal(Enum):
    """What an item is."""

    KEPALA = "keputusan"
    KOP_KABUPATEN = "kabupaten di kop"
    KOP_UNIT = "nama kantor di kop"
    KOP_ALAMAT = "alamat di kop"
    KOP_TELEPON = "telepon di kop"
    KOP_EMAIL = "email di kop"
    KOP_SITUS = "situs di kop"
    KOP_POS = "kode pos di kop"
    NOMOR = "nomor"
    TENTANG = "tentang"
    MENIMBANG = "menimbang"
    MENGINGAT = "mengingat"
    DIKTUM = "diktum"
    KE = "nama diktum"
    BUTIR = "butir diktum"
    DITETAPKAN = "ditetapkan"
    PEJABAT = "pejabat"
    NAMA = "nama pejabat"
    JABATAN = "jabatan"
    TUGAS = "tugas"
    FUNGSI = "fungsi"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    PENJELASAN = "penjelasan"
    SUMBER = "sumber data"

    @property
    def is_single(self) -> bool:
        """Whether there is one of its kind, so that two of them are the same item however they are written."""
        return self in _SINGLE


KOP = frozenset(hal for hal in Hal if hal.name.startswith("KOP_"))
_SINGLE = KOP | {Hal.KEPALA, Hal.NOMOR, Hal.TENTANG, Hal.DITETAPKAN, Hal.PEJABAT, Hal.NAMA, Hal.KE, Hal.PENJELASAN}


class Butir(Value):
    """An item: its wording with white space folded, where it stands, and the items that belong to it.

    `id` is that of a jabatan in the definitions; the decree knows only names. KEPALA has no wording of its own.
    """

    hal: Hal
    teks: str
    span: Span
    anak: tuple["Butir", ...] = ()
    id: str | None = None

    @property
    def baris(self) -> int:
        """The line on which it begins."""
        return self.span.first[0]

    def of(self, hal: Hal) -> tuple["Butir", ...]:
        """The items of a kind that belong to it."""
        return tuple(each for each in self.anak if each.hal is hal)

    def walk(self) -> Iterator["Butir"]:
        """Itself and everything below it."""
        yield self
        for each in self.anak:
            yield from each.walk()


class TakTerbaca(Value):
    """A line of the decree that was not read as any item, and why."""

    baris: int
    teks: str
    sebab: str


class Bunyi(Value):
    """A whole decree: its head (None: nothing of it is there), its jabatan, and what could not be read.

    `kop` is the letterhead: in the decree the lines as they stand, in the definitions what should be found in them.
    """

    kepala: Butir | None
    jabatan: tuple[Butir, ...]
    tak_terbaca: tuple[TakTerbaca, ...] = ()
    kop: tuple[Butir, ...] = ()


def kinds(*sides: Sequence[Butir]) -> tuple[Hal, ...]:
    """The kinds of items on several sides, in the order in which a decree has them."""
    present = {each.hal for side in sides for each in side}
    return tuple(hal for hal in Hal if hal in present)
