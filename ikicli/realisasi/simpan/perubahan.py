"""The nouns of a plan of change."""

from ikicli.diagnostik import Diagnostic, Span
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode
from ikicli.value import Value


class Perubahan(Value):
    """One row as it will stand in the store. `lama` is the number there now, None for a new one."""

    kunci: Kunci
    periode: Periode
    lama: str | None
    nilai: str
    keterangan: str
    bukti: str
    tempat: Span


class Rencana(Value):
    """What an import changes in a year, and how many figures it proposes that are stored already.

    With errors among the diagnostics nothing may be written; `lebih` findings are left out of them.
    """

    tahun: int
    perubahan: tuple[Perubahan, ...]
    sama: int
    diagnostics: tuple[Diagnostic, ...]
    lebih: int = 0
