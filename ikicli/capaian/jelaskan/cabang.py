"""The words of an explanation: a tree of short lines, the same on a screen and in a document."""

from enum import Enum
from fractions import Fraction

from ikicli.capaian.tulisan import angka, bersatuan
from ikicli.rumus import rounded
from ikicli.value import Value


class Rupa(Enum):
    """What a line is, for whoever colours it."""

    BIASA = "biasa"
    ANGKA = "angka"
    """A figure of the result."""
    LETAK = "letak"
    """Where a thing came from."""
    KURANG = "kurang"
    """What is missing, or must not be overlooked."""
    CONTOH = "contoh"
    """That figures are illustrative."""


class Cabang(Value):
    """A line: its name ("" for none), what it says, the lines that explain it, and the file and line it is from."""

    nama: str
    isi: str
    anak: tuple["Cabang", ...] = ()
    rupa: Rupa = Rupa.BIASA
    letak: str = ""

    @property
    def teks(self) -> str:
        """The line itself."""
        said = f"{self.nama}: {self.isi}" if self.nama and self.isi else self.nama or self.isi
        return f"{said}, {self.letak}" if self.letak else said


def with_exact(nilai: Fraction, digit: int, satuan: str) -> str:
    """A number as it is shown, and exactly where that is not all of it: `103,95 persen (persisnya 1975/19)`."""
    shown = bersatuan(angka(nilai, digit), satuan)
    return shown if rounded(nilai, digit) == nilai else f"{shown} (persisnya {nilai})"
