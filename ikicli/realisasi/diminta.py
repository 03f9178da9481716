"""Which variables are asked for, and of whom."""

from collections.abc import Iterator

from ikicli.definisi.nouns import Indikator, Kantor, Variabel
from ikicli.realisasi.isian import Kunci
from ikicli.rumus import Lalu, Nama
from ikicli.value import Value

UNIT = "unit"
"""Stands for a jabatan where a shared variable belongs to no single one."""


class Diminta(Value):
    """A variable that somebody is to fill in, with the jabatan and the indicators that use it."""

    kunci: Kunci
    variabel: Variabel
    jabatan: tuple[str, ...]
    indikator: tuple[Indikator, ...]

    @property
    def pemilik(self) -> str:
        """Who fills it in: the only jabatan that uses it, else the office (`UNIT`); no file names an owner."""
        return self.jabatan[0] if len(self.jabatan) == 1 else UNIT


def asked(kantor: Kantor) -> Iterator[Diminta]:
    """All variables but the constants, the shared ones that a formula uses first, in the order of the definitions."""
    indicators = [(jabatan.id, indikator) for jabatan in kantor.jabatan for indikator in jabatan.indikator()]
    for name, variabel in kantor.variabel_bersama().items():
        uses = [(jabatan, indikator) for jabatan, indikator in indicators if _uses(indikator, name)]
        jabatan = tuple(dict.fromkeys(id for id, _ in uses))
        if variabel.tetapan is None and uses:
            yield Diminta(Kunci("", "", name), variabel, jabatan, tuple(each for _, each in uses))
    for id, indikator in indicators:
        for name, variabel in indikator.variabel.items():
            if variabel.tetapan is None:
                yield Diminta(Kunci(id, indikator.id, name), variabel, (id,), (indikator,))


def owner(kantor: Kantor, kunci: Kunci) -> str:
    """Who fills in a variable that is asked for: the `pemilik` of its `Diminta`."""
    return kunci.jabatan or next(each.pemilik for each in asked(kantor) if each.kunci == kunci)


def _uses(indikator: Indikator, name: str) -> bool:
    leaves = indikator.formula.daun if indikator.formula else ()
    return any(isinstance(leaf, Nama | Lalu) and leaf.nama == name for leaf in leaves)
