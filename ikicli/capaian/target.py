"""Which target applies: the agreement of the year, its changes, its plan, or the decree's own."""

from datetime import date

from ikicli.definisi.nouns import Indikator, Perjanjian, Rentang, Target
from ikicli.realisasi import Periode
from ikicli.value import Value


class Berlaku(Value):
    """A target that applies, and whether it was agreed in an illustrative Perjanjian Kinerja."""

    target: Target
    contoh: bool


def applicable(perjanjian: Perjanjian | None, jabatan: str, indikator: Indikator, sampai: Periode) -> Berlaku | None:
    """The target of an indicator for a span; None when none was agreed.

    The last change dated within the span wins, else the agreement, else the indicator's own standing target.
    """
    if perjanjian is not None:
        end = (sampai.tahun, sampai.akhir)
        within = [change for change in perjanjian.isi.perubahan if change.tanggal and _month(change.tanggal) <= end]
        within.sort(key=lambda change: change.tanggal or date.min)
        for targets in (*(change.target for change in reversed(within)), perjanjian.isi.target):
            target = targets.get(jabatan, {}).get(indikator.id)
            if target is not None:
                return Berlaku(target, perjanjian.isi.contoh)
    return Berlaku(indikator.target, contoh=False) if indikator.target else None


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def of_span(target: Target, bulan: int) -> Rentang | None:
    """What is expected by the end of month `bulan`: the latest point of the plan, without a plan the year's target.

    None before the first point of a plan. Never pro-rated.
    """
    plan = target.rencana
    if plan is None:
        return target.tahun
    reached = bulan // plan.frekuensi.bulan
    return plan.tingkat[reached - 1] if reached else None
