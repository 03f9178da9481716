"""The nouns of a plan of change."""

from collections.abc import Mapping

from ikicli.diagnostik import Diagnostic
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode
from ikicli.realisasi.usulan import Usulan
from ikicli.value import Value


class Perubahan(Value):
    """The rows of one variable that come into the store, by the file they come from, each in the order of periods.

    `lama` are the numbers that stand there now, of the periods that have one.
    """

    kunci: Kunci
    baru: tuple[Usulan, ...]
    lama: Mapping[Periode, str]


class Rencana(Value):
    """What an import changes in a year, and how many figures it proposes that are stored already.

    The changes are in the order of the definitions, those of one variable together. With errors among the diagnostics
    nothing may be written; `lebih` findings are left out of them.
    """

    tahun: int
    perubahan: tuple[Perubahan, ...]
    sama: int
    diagnostics: tuple[Diagnostic, ...]
    lebih: int = 0
