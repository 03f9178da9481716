"""What an audit finds."""

from enum import Enum
from fractions import Fraction

from ikicli.diagnostik import Diagnostic
from ikicli.value import Value


class Putusan(Enum):
    """The verdict on a row."""

    COCOK = "cocok"
    PEMBULATAN = "cocok_pembulatan"
    BEDA = "beda"
    TIDAK_DIHITUNG = "tidak_dapat_dihitung"


class Temuan(Value):
    """A verdict with the right figure in percent (None: there is none) and the reason, an Indonesian phrase.

    Of `cocok` there is nothing to say: its reason is empty. `terbit` is what was printed, where it is not the figure of
    the column of capaian that differs.
    """

    putusan: Putusan
    hitung: Fraction | None
    sebab: str
    terbit: str | None = None


class BarisAudit(Value):
    """A row of the table, its cells as printed, and what was found. `baris` is its row in the file, from 1."""

    no: int
    baris: int
    indikator: str
    target: str
    realisasi: str
    terbit: str
    hitung: Fraction | None
    putusan: Putusan
    sebab: str


class Audit(Value):
    """A table's rows with their verdicts; `baris` is empty where errors left no table to read.

    `catatan` are sentences about the whole table that its reader should know.
    """

    tabel: str
    baris: tuple[BarisAudit, ...]
    diagnostics: tuple[Diagnostic, ...]
    catatan: tuple[str, ...]

    def count(self, putusan: Putusan) -> int:
        """How many rows have a verdict."""
        return sum(each.putusan is putusan for each in self.baris)
