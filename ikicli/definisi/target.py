"""Targets as they are agreed: a number, a range, a bound, or the long form with a plan."""

import re
from fractions import Fraction
from functools import lru_cache

from ikicli.definisi.nouns import Frekuensi, Rencana, Rentang, Target
from ikicli.definisi.record import Daftar, Kunci, Rekam
from ikicli.definisi.shape import Angka, Bacaan, Jenis, Skalar, Teks, number_hint, quoted
from ikicli.definisi.tertulis import written
from ikicli.rumus import exact_text, parse_number
from ikicli.sumber import Mapping, Node, Scalar, Sequence, key_span, span_of
from ikicli.value import Value

_UPPER, _LOWER = ("<=", "≤"), (">=", "≥")


class NilaiTarget(Skalar[Rentang | None]):
    """`95`, `80..90`, `<= 5` or `>= 80`."""

    sebutan = "target"
    kosong = None

    def of(self, text: str, _bacaan: Bacaan) -> Rentang | None:
        """The target."""
        target = parse_rentang(text.strip())
        return None if target is None or _is_reversed(target) else target

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> None:
        target = parse_rentang(node.text.strip())
        if target is None:
            bacaan.report("IKI117", node, f"{quoted(node.text)} bukan target yang terbaca", _hint(node.text.strip()))
        else:
            low, high = target.teks.split("..")
            hint = f"tulis yang kecil dahulu: `{high}..{low}`"
            bacaan.report("IKI117", node, f"rentang {quoted(node.text)} terbalik", hint)


def _is_reversed(target: Rentang) -> bool:
    return target.bawah is not None and target.atas is not None and target.bawah > target.atas


@lru_cache(maxsize=512)
def parse_rentang(text: str) -> Rentang | None:
    """The target that a text writes, or None. Its own text is made uniform: `<= 5`, `80..90`."""
    sign = next((each for each in _UPPER + _LOWER if text.startswith(each)), None)
    if sign:
        number = parse_number(text.removeprefix(sign).lstrip())
        if number is None:
            return None
        upper = sign in _UPPER
        uniform = f"{'<=' if upper else '>='} {exact_text(number)}"
        return Rentang(uniform, None if upper else number, number if upper else None)
    low, dots, high = text.partition("..")
    first = parse_number(low.strip())
    last = parse_number(high.strip()) if dots else first
    if first is None or last is None:
        return None
    ends = [exact_text(end) for end in (first, last)]
    return Rentang("..".join(ends) if dots else ends[0], first, last)


def _hint(text: str) -> str:
    range_ = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*[-–]\s*(\d+(?:[.,]\d+)?)\s*%?", text)
    if range_:
        return f"tulis rentang dengan dua titik: `{range_[1]}..{range_[2]}`".replace(",", ".")
    if re.match(r"[<>]\s*[^=\s]", text):
        return f"hanya ada `<=` dan `>=`, angkanya sendiri ikut: misalnya `{text[0]}= {text[1:].strip()[:30]}`"
    if re.fullmatch(r"[-\d.,]+\s*%?", text):
        return number_hint(text)
    worded = re.fullmatch(r"([\d.,]+)\s+[^\W\d][\w ]*", text)
    if worded:
        return f"tulis angkanya tanpa satuan: `{worded[1]}`" if parse_number(worded[1]) else number_hint(worded[1])
    return "tulis angka (`95`), rentang (`80..90`), batas atas (`<= 5`) atau batas bawah (`>= 80`)"


class _TargetPanjang(Value):
    """The long form as written."""

    node: Node
    tahun: Rentang | None
    triwulan: tuple[Rentang | None, ...]
    semester: tuple[Rentang | None, ...]
    bulan: tuple[Rentang | None, ...]
    terburuk: Fraction | None
    tidak_berlaku: str | None


_NILAI = NilaiTarget()
_RENCANA = Daftar(_NILAI)

TARGET_PANJANG = Rekam(
    _TargetPanjang,
    "target",
    Kunci("tahun", _NILAI, "target akhir tahun"),
    Kunci("triwulan", _RENCANA, "tingkat yang diharapkan pada akhir setiap triwulan, 4 angka kumulatif", bawaan=()),
    Kunci("semester", _RENCANA, "tingkat yang diharapkan pada akhir setiap semester, 2 angka kumulatif", bawaan=()),
    Kunci("bulan", _RENCANA, "tingkat yang diharapkan pada akhir setiap bulan, 12 angka kumulatif", bawaan=()),
    Kunci("terburuk", Angka(), "nilai terburuk yang mungkin, bagi aturan yang memakainya"),
    Kunci("tidak_berlaku", Teks(), "alasan mengapa indikator ini tidak berlaku tahun ini"),
)


class TargetIndikator(Jenis[Target]):
    """A target in its short form or its long form."""

    sebutan = "target"

    def hole(self, node: Node, /) -> Target:
        """A target that says nothing."""
        return Target(node, None, None, None, None)

    def read(self, node: Node, bacaan: Bacaan) -> Target:
        """The target."""
        if not isinstance(node, Mapping):
            return Target(node, _NILAI.read(node, bacaan), None, None, None)
        long = TARGET_PANJANG.read(node, bacaan)
        yearly = written(node, "tahun")
        if long.tidak_berlaku is not None and yearly is not None:
            message = "target ini menyebut `tahun` dan sekaligus `tidak_berlaku`"
            bacaan.report("IKI117", key_span(node, "tidak_berlaku"), message, "pilih salah satu")
            return self.hole(node)
        if long.tidak_berlaku is None and yearly is None and long.tahun is None:
            hint = "tambahkan `tahun:` dengan angkanya, atau `tidak_berlaku:` dengan alasannya"
            bacaan.report("IKI110", node, "target ini tidak menyebut target `tahun`", hint)
        plan = _plan(long, node, bacaan)
        if long.tidak_berlaku is not None:  # whatever stands beside it is no target
            return Target(node, None, None, None, long.tidak_berlaku)
        return Target(node, long.tahun, plan, long.terburuk, None)


def _plan(long: _TargetPanjang, node: Mapping, bacaan: Bacaan) -> Rencana | None:
    plans = {
        Frekuensi.BULAN: long.bulan,
        Frekuensi.TRIWULAN: long.triwulan,
        Frekuensi.SEMESTER: long.semester,
    }
    planned = [frequency for frequency in plans if isinstance(written(node, frequency.value), Sequence)]
    if len(planned) > 1:
        said = " dan ".join(f"`{each.value}`" for each in planned)
        message = f"ada {len(planned)} rencana sekaligus: {said}"
        bacaan.report("IKI217", key_span(node, planned[1].value), message, "pilih salah satu")
    return _checked(planned[0], plans[planned[0]], long, bacaan) if planned else None


def _checked(
    frequency: Frekuensi, levels: tuple[Rentang | None, ...], long: _TargetPanjang, bacaan: Bacaan
) -> Rencana | None:
    """The plan, when it has a level for every period and ends at the year's target."""
    name, expected = frequency.value, 12 // frequency.bulan
    if len(levels) != expected:
        hint = f"tulis satu angka untuk setiap {name}, kumulatif"
        if len(levels) > expected:
            hint += "; desimal ditulis dengan titik"
        message = f"rencana `{name}` berisi {len(levels)} angka, seharusnya {expected}"
        bacaan.report("IKI217", span_of(long.node, name), message, hint)
        return None
    last = levels[-1]
    if last is not None and long.tahun is not None and last[1:] != long.tahun[1:]:
        message = f"rencana berakhir pada {last.teks}, padahal target tahunnya {long.tahun.teks}"
        hint = "rencana bersifat kumulatif: angka terakhir sama dengan target tahun"
        bacaan.report("IKI217", span_of(long.node, name, expected - 1), message, hint)
        return None
    node = written(long.node, name)
    whole = tuple(level for level in levels if level is not None)
    return Rencana(node, frequency, whole) if node is not None and len(whole) == expected else None
