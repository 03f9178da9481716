"""What a form proposes for the store: one value of one variable in one period, and the cell it stands in."""

from ikicli.diagnostik import Source, Span
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode
from ikicli.tabel import grid_span
from ikicli.value import Value


class Usulan(Value):
    """A value as read from a file that somebody sent.

    `nilai` is the number as the store writes it: digits, a decimal point, no thousands, no unit. `baris` and `kolom`
    say where its cell stands in `sumber`, from 0.
    """

    kunci: Kunci
    periode: Periode
    nilai: str
    sumber: Source
    baris: int
    kolom: int
    keterangan: str = ""
    bukti: str = ""

    @property
    def tempat(self) -> Span:
        """Its cell; worked out only where somebody is told about it."""
        return grid_span(self.sumber, self.baris, self.kolom)
