"""The geometry of charts: results to lengths in percent of a drawing's width. The template part draws them."""

from fractions import Fraction
from functools import lru_cache

from ikicli.definisi.nouns import Aturan
from ikicli.rumus import decimal_text
from ikicli.value import Value

SKALA = 150
"""Every bar is drawn on one scale, so that documents can be laid side by side; beyond it a bar is shown broken."""

_PALEST, _DARKEST = Fraction(6, 100), Fraction(30, 100)


class Pita(Value):
    """A band of the scale behind a bar: where it begins, how wide and how dark it is."""

    awal: str
    lebar: str
    pekat: str


class Batang(Value):
    """A bullet chart of one figure. `lebar` is None where there is no figure; `putus`: it goes beyond the scale."""

    id: str
    judul: str
    uraian: str
    pita: tuple[Pita, ...]
    lebar: str | None
    putus: bool
    tanda: str


def bar(id: str, judul: str, capaian: Fraction | None, teks: str, aturan: Aturan) -> Batang:
    """The bar of a capaian over the rule set's bands, with the mark at 100; `teks` says the figure in words."""
    return Batang(
        id=id,
        judul=judul,
        uraian=teks,
        pita=_bands(tuple(band.dari for band in aturan.isi.predikat if band.dari is not None)),
        lebar=None if capaian is None else _at(capaian),
        putus=capaian is not None and capaian > SKALA,
        tanda=_at(Fraction(100)),
    )


@lru_cache(maxsize=8)
def _bands(bounds: tuple[Fraction, ...]) -> tuple[Pita, ...]:
    """From the lowest to the highest, the highest palest; a rule set without bands has one."""
    starts = sorted({Fraction(0), *(max(bound, Fraction(0)) for bound in bounds)})
    ends = [*starts[1:], Fraction(SKALA)]
    step = (_DARKEST - _PALEST) / max(len(starts) - 1, 1)
    shades = [_PALEST + step * at for at in reversed(range(len(starts)))]
    return tuple(
        Pita(_at(start), _at(end, since=start), decimal_text(shade, 3))
        for start, end, shade in zip(starts, ends, shades, strict=True)
    )


def _at(figure: Fraction, since: Fraction = Fraction(0)) -> str:
    """A place on the scale, or the way from another place, in percent of the width."""
    end, start = (min(max(each, Fraction(0)), Fraction(SKALA)) for each in (figure, since))
    return decimal_text((end - start) * 100 / SKALA, 3) + "%"
