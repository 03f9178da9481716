"""The geometry of a line over periods: what was reached, what was expected, and the same of the year before."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

from ikicli.capaian.tulisan import angka
from ikicli.definisi.nouns import Rentang
from ikicli.rumus import decimal_text
from ikicli.value import Value

_LEBAR, _TINGGI, _ATAS, _BAWAH = 540, 240, 26, 30
_HURUF, _SELA, _BARIS = 9, 18, 16
"""How wide a character is at most, on a telephone, what is left free beside words, and how far lines are apart."""
_TANGGA = 4
"""About how many steps the upright axis has."""


class TitikTren(Value):
    """A point of a line and the figure beside it; `y_teks` is where that stands."""

    x: str
    y: str
    y_teks: str
    teks: str


class GarisTarget(Value):
    """What was expected over the periods: the way of a pen, and its name at the right end."""

    jalur: str
    y: str
    teks: str


class GambarTren(Value):
    """The drawing. `awal` is where the upright axis begins, None where that is at zero."""

    id: str
    judul: str
    uraian: str
    lebar: str
    tinggi: str
    kiri: str
    kanan: str
    bawah: str
    sumbu: tuple[tuple[str, str], ...]
    kolom: tuple[tuple[str, str], ...]
    pita: str | None
    target: tuple[GarisTarget, ...]
    garis: str
    titik: tuple[TitikTren, ...]
    garis_lalu: str
    titik_lalu: tuple[TitikTren, ...]
    awal: str | None


class Deret(Value):
    """What a drawing is of: the periods, and for each what was expected, reached, and reached a year earlier."""

    kolom: tuple[str, ...]
    target: tuple[Rentang | None, ...]
    nilai: tuple[Fraction | None, ...]
    lalu: tuple[Fraction | None, ...]


class _Bidang(Value):
    """From where to where the plot runs across, and where its columns stand: in the middle of equal parts."""

    kiri: int
    kanan: int
    banyak: int

    @property
    def separuh(self) -> Fraction:
        """Half of a column."""
        return Fraction(self.kanan - self.kiri, 2 * max(self.banyak, 1))

    @property
    def kolom(self) -> tuple[Fraction, ...]:
        """The middle of each column."""
        return tuple(self.kiri + self.separuh * (2 * at + 1) for at in range(self.banyak))


class _Skala(Value):
    """The upright axis: from where to where it runs, and in which steps."""

    awal: Fraction
    akhir: Fraction
    langkah: Fraction

    def y(self, nilai: Fraction) -> Fraction:
        """How far down a value stands."""
        room = _TINGGI - _ATAS - _BAWAH
        return _TINGGI - _BAWAH - (nilai - self.awal) / (self.akhir - self.awal) * room


def line(id: str, judul: str, uraian: str, deret: Deret, digit: int) -> GambarTren | None:
    """The drawing of a series, None where there is nothing to draw; figures are rounded at `digit` decimals."""
    values = _values(deret)
    if not values:
        return None
    scale = _scale(values)
    marks = [scale.awal + scale.langkah * at for at in range(int((scale.akhir - scale.awal) / scale.langkah) + 1)]
    names = [angka(bound, 6) for each in deret.target if each for bound in (each.bawah, each.atas) if bound is not None]
    left, right = (_HURUF * max(map(len, words), default=0) + _SELA for words in ([angka(m, 6) for m in marks], names))
    field = _Bidang(left, _LEBAR - max(right, _HURUF * len("target")), len(deret.kolom))
    xs = field.kolom
    return GambarTren(
        id=id,
        judul=judul,
        uraian=uraian,
        lebar=str(_LEBAR),
        tinggi=str(_TINGGI),
        kiri=str(field.kiri),
        kanan=str(field.kanan),
        bawah=str(_TINGGI - _BAWAH),
        sumbu=tuple((_shown(scale.y(each)), angka(each, 6)) for each in marks),
        kolom=tuple((_shown(x), name) for x, name in zip(xs, deret.kolom, strict=True)),
        pita=_band(deret.target, field, scale),
        target=tuple(_expected(deret.target, field, scale)),
        garis=_path(xs, deret.nilai, scale),
        titik=tuple(_points(xs, deret.nilai, scale, digit)),
        garis_lalu=_path(xs, deret.lalu, scale),
        titik_lalu=tuple(_points(xs, deret.lalu, scale, digit)),
        awal=angka(scale.awal, 6) if scale.awal else None,
    )


def _values(deret: Deret) -> list[Fraction]:
    bounds = [bound for each in deret.target if each for bound in (each.bawah, each.atas)]
    return [each for each in (*deret.nilai, *deret.lalu, *bounds) if each is not None]


def _scale(values: Sequence[Fraction]) -> _Skala:
    """An axis in round steps that holds all values; from zero unless they differ little and lie far above it."""
    low, high = min(values), max(values)
    start = low - (high - low) / 2 if high > low and low * 3 > high * 2 else min(low, Fraction(0))
    step = _step(max(high - start, abs(high) / 20) or Fraction(_TANGGA))
    first = floor(start / step)
    return _Skala(first * step, max(ceil(high / step), first + 1) * step, step)


def _step(width: Fraction) -> Fraction:
    """1, 2 or 5 times a power of ten, so that about so many steps fit into a width."""
    power = Fraction(1)
    while power * 10 <= width / _TANGGA:
        power *= 10
    while power > width / _TANGGA:
        power /= 10
    return next(power * each for each in (1, 2, 5, 10) if power * each >= width / _TANGGA)


def _path(xs: Sequence[Fraction], values: Sequence[Fraction | None], scale: _Skala) -> str:
    """The way of a pen, lifted where there is no value."""
    parts, down = [], False
    for x, value in zip(xs, values, strict=True):
        if value is not None:
            parts.append(f"{'L' if down else 'M'}{_shown(x)} {_shown(scale.y(value))}")
        down = value is not None
    return "".join(parts)


def _points(
    xs: Sequence[Fraction], values: Sequence[Fraction | None], scale: _Skala, digit: int
) -> Iterator[TitikTren]:
    around = [None, *values, None]
    for x, before, value, after in zip(xs, around, values, around[2:], strict=False):
        if value is not None:
            y = scale.y(value)
            in_valley = before is not None and after is not None and before > value < after
            yield TitikTren(_shown(x), _shown(y), _shown(y + 20 if in_valley else y - 11), angka(value, digit))


def _expected(target: Sequence[Rentang | None], field: _Bidang, scale: _Skala) -> Iterator[GarisTarget]:
    """A line for each bound that was agreed, the upper one first: one of a number, two of a range."""
    highs, lows = [each.atas if each else None for each in target], [each.bawah if each else None for each in target]
    free = Fraction(0)
    for bounds in (highs,) if lows == highs else (highs, lows):
        known = [each for each in bounds if each is not None]
        if known:
            y = max(scale.y(known[-1]), free)
            yield GarisTarget(_stairs(field, bounds, scale), _shown(y), angka(known[-1], 6))
            free = y + _BARIS


def _stairs(field: _Bidang, bounds: Iterable[Fraction | None], scale: _Skala) -> str:
    """A level over the column of each period, joined upright where it changes."""
    half, parts, down = field.separuh, [], False
    for x, bound in zip(field.kolom, bounds, strict=True):
        if bound is not None:
            y = _shown(scale.y(bound))
            parts.append(f"V{y}H{_shown(x + half)}" if down else f"M{_shown(x - half)} {y}H{_shown(x + half)}")
        down = bound is not None
    return "".join(parts)


def _band(target: Sequence[Rentang | None], field: _Bidang, scale: _Skala) -> str | None:
    """The area inside ranges."""
    half, parts = field.separuh, []
    for x, each in zip(field.kolom, target, strict=True):
        if each and each.bawah is not None and each.atas is not None and each.angka is None:
            top, bottom = _shown(scale.y(each.atas)), _shown(scale.y(each.bawah))
            parts.append(f"M{_shown(x - half)} {top}H{_shown(x + half)}V{bottom}H{_shown(x - half)}z")
    return "".join(parts) or None


def _shown(place: Fraction) -> str:
    return decimal_text(place, 1)
