"""A running total given where each period's own figure was asked for: the classic damage, since it is summed again."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from ikicli.definisi.nouns import Agregasi, Kantor, Target, Variabel
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode
from ikicli.rumus import Nama


def yearly_targets(kantor: Kantor, tahun: int) -> Mapping[Kunci, frozenset[Fraction]]:
    """The numbers agreed for the year, of the variables that are an indicator's whole formula."""
    found = {}
    for jabatan in kantor.jabatan:
        for indikator in jabatan.indikator():
            match indikator.formula.pohon if indikator.formula else None:
                case Nama(nama=name) if name in indikator.variabel:
                    targets = _agreed(kantor, tahun, jabatan.id, indikator.id)
                    numbers = (each.tahun.angka for each in (indikator.target, *targets) if each and each.tahun)
                    found[Kunci(jabatan.id, indikator.id, name)] = frozenset(n for n in numbers if n is not None)
    return found


def _agreed(kantor: Kantor, tahun: int, jabatan: str, indikator: str) -> Iterator[Target]:
    agreement = kantor.perjanjian.get(tahun)
    if agreement is None:
        return
    for targets in (agreement.isi.target, *(change.target for change in agreement.isi.perubahan)):
        target = targets.get(jabatan, {}).get(indikator)
        if target is not None:
            yield target


def looks_cumulative(variabel: Variabel, values: Mapping[Periode, Fraction], targets: frozenset[Fraction]) -> bool:
    """Whether a year's values never fall, end at the year's target, and would be summed to more than it."""
    if not targets or variabel.agregasi is not Agregasi.JUMLAH or len(values) < 2:
        return False
    series = [values[periode] for periode in sorted(values)]
    rising = all(one <= next_ for one, next_ in pairwise(series))
    return rising and series[-1] in targets and sum(series) > series[-1]
