"""A rule set applied: realisasi and target to capaian, capaian to predikat."""

from enum import Enum
from fractions import Fraction

from ikicli.definisi.nouns import Aturan, Formula, Polaritas, Rentang
from ikicli.rumus import Nilai, Tiada, evaluate, rounded
from ikicli.value import Value


class Cara(Enum):
    """How a rule set came to a capaian."""

    BENTUK = "bentuk"
    """By its form, against a number or the bound of a range that was crossed."""
    DALAM_RENTANG = "dalam_rentang"
    """The realisasi lies within the range that was agreed."""
    TARGET_NOL = "target_nol"
    """By what it says of a zero target."""


class Capaian(Value):
    """A capaian, before the floor and the cap (`mentah`) and after, and how it came about.

    `terhadap` is what the realisasi stood against (None: within the range). `nol_terlewati` when a zero target was
    missed, which a mean must not hide.
    """

    nilai: Fraction
    mentah: Fraction
    cara: Cara
    terhadap: Fraction | None
    nol_terlewati: bool = False


def achievement(
    aturan: Aturan, polaritas: Polaritas, target: Rentang, realisasi: Fraction, terburuk: Fraction | None
) -> Capaian | None:
    """The exact capaian in percent, within the rule set's floor and cap; None where it gives none.

    Inside a range it is 100; outside, the form is taken against the bound crossed (PermenPANRB 8/2021; inside: our
    reading). `target_nol` speaks where the target is zero and the form has no value.
    """
    low, high = target.bawah, target.atas
    if target.angka is None and (low is None or realisasi >= low) and (high is None or realisasi <= high):
        inside = Fraction(100)
        return Capaian(_limited(aturan, inside), inside, Cara.DALAM_RENTANG, None)
    against = low if low is not None and realisasi < low else high if high is not None else low
    assert against is not None
    formula = form(aturan, polaritas)
    tree = formula.pohon if formula else None
    if tree is None:
        return None
    values: dict[str, Nilai] = {"target": against, "realisasi": realisasi}
    if terburuk is not None:
        values["terburuk"] = terburuk
    value: Nilai | None = evaluate(tree, values)
    way = Cara.BENTUK
    missed_zero = polaritas is Polaritas.TURUN and against == 0 and realisasi > 0
    if isinstance(value, Tiada):
        value = _under_zero_target(aturan, polaritas, missed=missed_zero) if against == 0 else None
        way = Cara.TARGET_NOL
    return Capaian(_limited(aturan, value), value, way, against, missed_zero) if isinstance(value, Fraction) else None


def form(aturan: Aturan, polaritas: Polaritas) -> Formula | None:
    """The form of capaian for a polarity."""
    forms = aturan.isi.capaian
    return {Polaritas.NAIK: forms.naik, Polaritas.TURUN: forms.turun, Polaritas.STABIL: forms.stabil}.get(polaritas)


def _under_zero_target(aturan: Aturan, polaritas: Polaritas, *, missed: bool) -> Fraction | None:
    zero = aturan.isi.target_nol
    if zero is None:
        return None
    down = zero.turun_lebih if missed else zero.turun_nol
    return {Polaritas.NAIK: zero.naik, Polaritas.TURUN: down, Polaritas.STABIL: zero.stabil}.get(polaritas)


def _limited(aturan: Aturan, capaian: Fraction) -> Fraction:
    batas = aturan.isi.batas
    if batas is not None and batas.bawah is not None:
        capaian = max(capaian, batas.bawah)
    if batas is not None and batas.atas is not None:
        capaian = min(capaian, batas.atas)
    return capaian


def predicate(aturan: Aturan, capaian: Fraction | None) -> str | None:
    """The predikat of the *shown* figure: the first band whose `dari` it reaches; None below the lowest."""
    if capaian is None:
        return None
    shown = rounded(capaian, aturan.digit)
    return next((band.nama for band in aturan.isi.predikat if band.dari is not None and shown >= band.dari), None)
