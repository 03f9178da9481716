"""What was reached, held against the medium-term targets of the Renstra."""

from fractions import Fraction

from ikicli.capaian.aturan import achievement
from ikicli.capaian.hasil import Hasil, HasilIndikator
from ikicli.definisi.nouns import Rentang
from ikicli.value import Value


class Menengah(Value):
    """The medium-term targets of an indicator: that of the year (None: it has none), and the last, of year `akhir`.

    `capaian` is what the realisasi comes to against the last one by the year's rule set; None where it gives none.
    """

    tahun_ini: Rentang | None
    akhir: int
    target: Rentang
    capaian: Fraction | None


def medium_term(hasil: Hasil, one: HasilIndikator) -> Menengah | None:
    """An indicator beside its medium-term targets; None where it has none."""
    renstra = hasil.kantor.renstra
    targets = renstra.targets(one.jabatan, one.indikator.id) if renstra else {}
    if not targets:
        return None
    last = max(targets)
    reached = (
        achievement(hasil.aturan, one.indikator.polaritas, targets[last], one.realisasi, None)
        if one.realisasi is not None
        else None
    )
    return Menengah(targets.get(hasil.sampai.tahun), last, targets[last], reached.nilai if reached else None)
