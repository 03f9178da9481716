"""What a form proposes for the store: one value of one variable in one period, and the cell it stands in."""

from ikicli.diagnostik import Span
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode
from ikicli.value import Value


class Usulan(Value):
    """A value as read from a file that somebody sent.

    `nilai` is the number as the store writes it: digits, a decimal point, no thousands, no unit. `tempat` is its cell.
    """

    kunci: Kunci
    periode: Periode
    nilai: str
    tempat: Span
    keterangan: str = ""
    bukti: str = ""
