"""Targets as they are agreed: a number, a range, a bound, or the long form with a plan."""

import re
from collections.abc import Mapping as Fields
from typing import Any, NamedTuple

from ikicli.definisi.nouns import Frekuensi, Rencana, Rentang, Target
from ikicli.definisi.shape import Angka, Bacaan, Daftar, Kunci, Rekam, Teks, Skalar, number_hint
from ikicli.diagnostik import Diagnostic
from ikicli.rumus import decimal_text, parse_number
from ikicli.sumber import Mapping, Node, Scalar, span_of

_BOUND = re.compile(r"(<=|>=|≤|≥)\s*(\S+)")
_MOST_DIGITS = 30


class NilaiTarget(Skalar):
    """`95`, `80..90`, `<= 5` or `>= 80`."""

    sebutan = "target"

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> Rentang | None:
        target = parse_rentang(node.text.strip())
        if target is None:
            bacaan.report("IKI117", node, f"`{node.text[:60]}` bukan target yang terbaca", _hint(node.text.strip()))
        elif target.bawah is not None and target.atas is not None and target.bawah > target.atas:
            hint = f"tulis yang kecil dahulu: `{decimal_text(target.atas, 30)}..{decimal_text(target.bawah, 30)}`"
            bacaan.report("IKI117", node, f"rentang `{node.text}` terbalik", hint)
            return None
        return target


def parse_rentang(text: str) -> Rentang | None:
    """The target that a text writes, or None. Its own text is made uniform: `<= 5`, `80..90`."""
    bound = _BOUND.fullmatch(text)
    if bound:
        number = parse_number(bound[2])
        if number is None:
            return None
        upper = bound[1] in {"<=", "≤"}
        written = f"{'<=' if upper else '>='} {decimal_text(number, _MOST_DIGITS)}"
        return Rentang(written, None if upper else number, number if upper else None)
    low, dots, high = text.partition("..")
    first = parse_number(low.strip())
    last = parse_number(high.strip()) if dots else first
    if first is None or last is None:
        return None
    written = [decimal_text(first, _MOST_DIGITS), decimal_text(last, _MOST_DIGITS)]
    return Rentang("..".join(written) if dots else written[0], first, last)


def _hint(text: str) -> str:
    range_ = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*[-–]\s*(\d+(?:[.,]\d+)?)\s*%?", text)
    if range_:
        return f"tulis rentang dengan dua titik: `{range_[1]}..{range_[2]}`".replace(",", ".")
    if re.match(r"[<>]\s*[^=\s]", text):
        return f"batas ditulis dengan sama dengan: `{text[0]}= {text[1:].strip()}`"
    if re.fullmatch(r"[-\d.,]+\s*%?", text):
        return number_hint(text)
    return "tulis angka (`95`), rentang (`80..90`), batas atas (`<= 5`) atau batas bawah (`>= 80`)"


class _TargetPanjang(NamedTuple):
    """The long form as written."""

    node: Node
    tahun: Rentang | None
    triwulan: tuple[Rentang | None, ...]
    semester: tuple[Rentang | None, ...]
    bulan: tuple[Rentang | None, ...]
    terburuk: Any
    tidak_berlaku: str | None


_RENCANA = Daftar(NilaiTarget(), holes=True)

TARGET_PANJANG = Rekam(
    _TargetPanjang,
    "target",
    Kunci("tahun", NilaiTarget(), "target akhir tahun"),
    Kunci("triwulan", _RENCANA, "tingkat yang diharapkan pada akhir setiap triwulan, 4 angka kumulatif", bawaan=()),
    Kunci("semester", _RENCANA, "tingkat yang diharapkan pada akhir setiap semester, 2 angka kumulatif", bawaan=()),
    Kunci("bulan", _RENCANA, "tingkat yang diharapkan pada akhir setiap bulan, 12 angka kumulatif", bawaan=()),
    Kunci("terburuk", Angka(), "nilai terburuk yang mungkin, bagi aturan yang memakainya"),
    Kunci("tidak_berlaku", Teks(), "alasan mengapa indikator ini tidak berlaku tahun ini"),
)


class TargetIndikator:
    """A target in its short form or its long form."""

    sebutan = "target"
    hole: Any = None

    def read(self, node: Node, bacaan: Bacaan) -> Target | None:
        """The target; None is a hole."""
        if not isinstance(node, Mapping):
            value = NilaiTarget().read(node, bacaan)
            return Target(node, value, None, None, None) if value else None
        long: _TargetPanjang = TARGET_PANJANG.read(node, bacaan)
        if long.tidak_berlaku is not None:
            return Target(node, None, None, None, long.tidak_berlaku)
        if long.tahun is None:
            if node.key("tahun") is None:
                hint = "tambahkan `tahun: ...`, atau `tidak_berlaku: alasannya`"
                bacaan.report("IKI110", node, "target ini tidak menyebut target `tahun`", hint)
            return None
        return Target(node, long.tahun, self._plan(long, node, bacaan), long.terburuk, None)

    def _plan(self, long: _TargetPanjang, node: Mapping, bacaan: Bacaan) -> Rencana | None:
        plans: Fields[Frekuensi, tuple[Rentang | None, ...]] = {
            Frekuensi.BULAN: long.bulan,
            Frekuensi.TRIWULAN: long.triwulan,
            Frekuensi.SEMESTER: long.semester,
        }
        written = [frequency for frequency, levels in plans.items() if levels]
        if not written:
            return None
        frequency = written[0]
        place = node.value(frequency.value)
        assert place is not None
        if len(written) > 1:
            said = " dan ".join(f"`{each.value}`" for each in written)
            bacaan.report("IKI217", node, f"ada dua rencana sekaligus: {said}", "pilih salah satu")
        return _checked(Rencana(place, frequency, plans[frequency]), long, bacaan)


def _checked(plan: Rencana, long: _TargetPanjang, bacaan: Bacaan) -> Rencana | None:
    """The plan, when it has a level for every period and ends at the year's target."""
    name, expected = plan.frekuensi.value, 12 // plan.frekuensi.bulan
    if len(plan.tingkat) != expected:
        message = f"rencana `{name}` berisi {len(plan.tingkat)} angka, seharusnya {expected}"
        bacaan.report("IKI217", plan.node, message, f"tulis satu angka untuk setiap {name}, kumulatif")
        return None
    last = plan.tingkat[-1]
    if last is not None and long.tahun is not None and last[1:] != long.tahun[1:]:
        message = f"rencana berakhir pada {last.teks}, padahal target tahunnya {long.tahun.teks}"
        hint = "rencana bersifat kumulatif: angka terakhir sama dengan target tahun"
        bacaan.found.append(Diagnostic("IKI217", span_of(plan.node, expected - 1), message, hint))
        return None
    return None if None in plan.tingkat else plan
