"""The forms of capaian in use, and which of them a stated polarity allows."""

import re
from collections.abc import Callable
from fractions import Fraction

from ikicli.capaian.aturan import form
from ikicli.definisi.nouns import Aturan, Polaritas
from ikicli.rumus import evaluate
from ikicli.telaah.audit.selang import Selang
from ikicli.value import Value

_LONGEST_SAVING = Fraction(76, 100)
"""Below this share of the target, more than 24 percent is saved, and SKP has its other branch."""
_TIME_OR_COST = re.compile(r"\b(?:waktu|biaya)\b", re.IGNORECASE)


class Bentuk(Value):
    """A form: its name, its value in percent (None: it has none), and its calculation written with numbers.

    `lazim`: a figure by it needs no explanation. `belok` is the share of the target at which it is greatest, if at any.
    """

    nama: str
    nilai: Callable[[Fraction, Fraction], Fraction | None]
    tulis: str
    lazim: bool = True
    belok: Fraction = Fraction(1)

    def image(self, target: Fraction, realisasi: Selang) -> Selang | None:
        """Its values over an interval, in which it turns at `belok` or nowhere."""
        low, high = self.nilai(target, realisasi.bawah), self.nilai(target, realisasi.atas)
        if low is None or high is None:
            return None
        ends = [(low, realisasi.bawah_ikut), (high, realisasi.atas_ikut)]
        turn = self.belok * target
        top = self.nilai(target, turn)
        if realisasi.bawah < turn < realisasi.atas and top is not None:
            ends.append((top, True))
        least, most = min(ends), max(ends)
        return Selang(least[0], most[0], least[1], most[1])


def _ratio(target: Fraction, realisasi: Fraction) -> Fraction | None:
    return realisasi / target * 100 if target else None


def _mirrored(target: Fraction, realisasi: Fraction) -> Fraction | None:
    return (2 * target - realisasi) / target * 100 if target else None


def _inverse(target: Fraction, realisasi: Fraction) -> Fraction | None:
    return target / realisasi * 100 if realisasi > 0 and target else None


def _steady(target: Fraction, realisasi: Fraction) -> Fraction | None:
    return _ratio(target, realisasi) if realisasi <= target else _mirrored(target, realisasi)


def _skp(target: Fraction, realisasi: Fraction) -> Fraction | None:
    if not target or realisasi < _LONGEST_SAVING * target:
        return None
    return (Fraction(176, 100) * target - realisasi) / target * 100


def _skp_saving(target: Fraction, realisasi: Fraction) -> Fraction | None:
    return _ratio(target, realisasi) if realisasi < _LONGEST_SAVING * target else _skp(target, realisasi)


NAIK = Bentuk("bentuk realisasi / target", _ratio, "{r} / {t} × 100")
TURUN = Bentuk("bentuk A, (2 × target − realisasi) / target", _mirrored, "(2 × {t} − {r}) / {t} × 100")
TURUN_B = Bentuk("bentuk B, target / realisasi", _inverse, "{t} / {r} × 100", lazim=False)
STABIL = Bentuk("bentuk stabil", _steady, "{r} terhadap {t}, makin dekat makin baik")
NAIK_NEGATIF = Bentuk("bentuk target negatif, (2 × target − realisasi) / target", _mirrored, TURUN.tulis, lazim=False)
SKP = Bentuk(
    "bentuk SKP waktu dan biaya, (1,76 × target − realisasi) / target",
    _skp,
    "(1,76 × {t} − {r}) / {t} × 100",
    lazim=False,
)
DI_DALAM = Bentuk("di dalam rentang target", lambda *_: Fraction(100), "di dalam rentang target")
SKP_HEMAT = SKP._replace(nilai=_skp_saving, nama="bentuk SKP waktu dan biaya (PP 46/2011)", belok=_LONGEST_SAVING)

_ALLOWED = {
    Polaritas.NAIK: (NAIK, NAIK_NEGATIF),
    Polaritas.TURUN: (TURUN, TURUN_B, SKP),
    Polaritas.STABIL: (STABIL,),
    Polaritas.TAK_TERBACA: (NAIK, TURUN, TURUN_B, SKP),
}


def forms(polaritas: Polaritas, target: Fraction, indikator: str, aturan: Aturan | None) -> tuple[Bentuk, ...]:
    """The forms that may stand behind a figure, the likeliest first: the rule set's own, then those in use."""
    known = tuple(each for each in _ALLOWED[polaritas] if each is not NAIK_NEGATIF or target < 0)
    if SKP in known and _TIME_OR_COST.search(indikator):
        known += (SKP_HEMAT,)
    if aturan is None:
        return known
    stated = (Polaritas.NAIK, Polaritas.TURUN) if polaritas is Polaritas.TAK_TERBACA else (polaritas,)
    own = tuple(each for each in (_of_rules(one, aturan) for one in stated) if each is not None)
    return own + tuple(each._replace(lazim=False) for each in known) if own else known


def opposite(polaritas: Polaritas) -> tuple[Bentuk, ...]:
    """The forms of the polarity the wrong way round."""
    return _OPPOSITE.get(polaritas, ())


_OPPOSITE = {Polaritas.NAIK: (TURUN, TURUN_B), Polaritas.TURUN: (NAIK,), Polaritas.STABIL: (NAIK, TURUN)}
_STANDARD = {Polaritas.NAIK: NAIK, Polaritas.TURUN: TURUN, Polaritas.STABIL: STABIL}


def _of_rules(polaritas: Polaritas, aturan: Aturan) -> Bentuk | None:
    """A rule set's own form for a polarity."""
    formula = form(aturan, polaritas)
    tree = formula.pohon if formula else None
    if tree is None:
        return None

    def value(target: Fraction, realisasi: Fraction) -> Fraction | None:
        found = evaluate(tree, {"target": target, "realisasi": realisasi})
        return found if isinstance(found, Fraction) else None

    return Bentuk(f"aturan {aturan.id}", value, _STANDARD[polaritas].tulis)
