"""Rules about targets, standing or agreed, held against their indicators."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

from ikicli.definisi.nouns import Indikator, Kantor, Polaritas, Rentang, Target
from ikicli.definisi.rules.indikator import all_indicators
from ikicli.definisi.rules.perjanjian import agreements
from ikicli.diagnostik import Diagnostic
from ikicli.rumus import exact_text, is_count
from ikicli.sumber import span_of
from ikicli.value import Value

_THOUSANDS = r"(?<![\d.])\d{1,3}\.\d{3}(?![\d.])"
_EXCUSE = "bila memang begitu, tulis `abaikan` pada indikatornya dengan alasannya"


class _Tingkat(Value):
    """A level that a target sets for the year or a period, and where in the target it stands."""

    rentang: Rentang
    path: tuple[str | int, ...]


def _standing(kantor: Kantor) -> Iterator[tuple[Target, Indikator]]:
    """The targets that the decree itself sets."""
    return ((indikator.target, indikator) for _, indikator in all_indicators(kantor) if indikator.target)


def _agreed(kantor: Kantor) -> Iterator[tuple[Target, Indikator]]:
    """The targets of every agreement and of its changes."""
    known = kantor.cari_jabatan()
    for agreement in agreements(kantor):
        for id, targets in agreement.target.items():
            for indikator in known[id].indikator() if id in known else ():
                if indikator.id in targets:
                    yield targets[indikator.id], indikator


def _all(kantor: Kantor) -> Iterator[tuple[Target, Indikator]]:
    yield from _standing(kantor)
    yield from _agreed(kantor)


def _levels(target: Target) -> Iterator[_Tingkat]:
    """What a target sets for the year and for each period."""
    if target.tahun is not None:
        yield _Tingkat(target.tahun, ("tahun",))
    if target.rencana is not None:
        for position, level in enumerate(target.rencana.tingkat):
            yield _Tingkat(level, (target.rencana.frekuensi.value, position))


_OPPOSED = {Polaritas.NAIK: ("<=", ">=", "batas atas"), Polaritas.TURUN: (">=", "<=", "batas bawah")}


def bounds_fit_polarity(kantor: Kantor) -> Iterator[Diagnostic]:
    """A bound lies on the side that its indicator's polarity makes meaningful."""
    for target, indikator in _all(kantor):
        for level in _levels(target):
            opposed = _opposed(level.rentang, indikator)
            if opposed:
                yield Diagnostic("IKI215", span_of(target.node, *level.path), *opposed)


def _opposed(rentang: Rentang, indikator: Indikator) -> tuple[str, str] | None:
    """What is wrong with a bound on the other side, and what to do about it."""
    wrong, right, side = _OPPOSED.get(indikator.polaritas, ("", "", ""))
    if not wrong or not rentang.teks.startswith(wrong):
        return None
    message = f"{side} `{rentang.teks}` pada indikator berpolaritas {indikator.polaritas.value}"
    return message, f"tulis `{right}`, atau periksa polaritasnya"


def renstra_bounds_fit_polarity(kantor: Kantor) -> Iterator[Diagnostic]:
    """So do the bounds of the medium-term targets."""
    renstra = kantor.renstra
    if renstra is None:
        return
    for jabatan, indikator in all_indicators(kantor):
        for year, level in renstra.targets(jabatan.id, indikator.id).items():
            opposed = _opposed(level, indikator)
            if opposed:
                span = span_of(renstra.isi.node, "target", jabatan.id, indikator.id, str(year))
                yield Diagnostic("IKI215", span, *opposed)


def standing_target_holds(kantor: Kantor) -> Iterator[Diagnostic]:
    """The agreement does not silently replace a target that the decree itself sets."""
    for target, indikator in _agreed(kantor):
        standing = indikator.target.tahun if indikator.target else None
        if standing is None or target.tahun is None or _ends(standing) == _ends(target.tahun):
            continue
        message = f"target `{target.tahun.teks}` berbeda dari target baku `{standing.teks}`"
        hint = f"samakan; bila disepakati lain, tulis `abaikan` pada indikator `{indikator.id}` dengan alasannya"
        span = span_of(target.node, "tahun")
        yield Diagnostic("IKI216", span, message, hint, about=span_of(indikator.node))


def _ends(level: Rentang) -> tuple[Fraction | None, Fraction | None]:
    return level.bawah, level.atas


def plans_rise(kantor: Kantor) -> Iterator[Diagnostic]:
    """The plan of an indicator that is better when higher never falls: it is cumulative."""
    for target, indikator in _all(kantor):
        plan = target.rencana
        if plan is None or indikator.polaritas is not Polaritas.NAIK:
            continue
        for position, (before, after) in enumerate(pairwise(plan.tingkat), start=1):
            if before.bawah is not None and after.bawah is not None and after.bawah < before.bawah:
                message = f"rencana ini turun dari {before.teks} ke {after.teks}"
                span = span_of(target.node, plan.frekuensi.value, position)
                hint = f"rencana bersifat kumulatif, desimal ditulis dengan titik; {_EXCUSE}"
                yield Diagnostic("IKI227", span, message, hint, about=span_of(indikator.node))


def targets_are_not_negative(kantor: Kantor) -> Iterator[Diagnostic]:
    """No level is below zero, where the forms of capaian turn good into bad."""
    yield from _doubtful(
        kantor,
        "IKI228",
        lambda level, _: _below_zero(level),
        lambda level: (
            f"target `{level.teks}` negatif; bentuk capaian yang lazim membalik arti angka negatif",
            f"ukur dengan angka positif (misalnya penurunannya); {_EXCUSE}",
        ),
    )


def percentages_end_at_100(kantor: Kantor) -> Iterator[Diagnostic]:
    """A target in percent is at most 100."""
    yield from _doubtful(
        kantor,
        "IKI229",
        lambda level, indikator: indikator.satuan is not None and indikator.satuan.teks == "persen" and _above(level),
        lambda level: (f"target `{level.teks}` persen, di atas 100", f"periksa titik desimalnya; {_EXCUSE}"),
    )


def counts_are_whole(kantor: Kantor) -> Iterator[Diagnostic]:
    """A target in a unit that counts whole things does not look like thousands: `1.200` is one and a fifth."""
    own = kantor.unit.satuan if kantor.unit else ()
    for target, indikator in _all(kantor):
        unit = indikator.satuan
        for level in _levels(target) if unit and is_count(unit.satuan, own) else ():
            span = span_of(target.node, *level.path)
            if "." not in span.source.text[span.start : span.end]:  # nearly all there are
                continue
            written = re.compile(_THOUSANDS).search(span.source.text, span.start, span.end)
            if written is not None and unit is not None:
                message = f"target `{written[0]}` berarti {written[0].replace('.', ',')} {unit.teks}"
                hint = f"titik berarti desimal; bila maksudnya ribuan, tulis `{written[0].replace('.', '')}`; {_EXCUSE}"
                yield Diagnostic("IKI236", span, message, hint, about=span_of(indikator.node))
                break


def _below_zero(level: Rentang) -> bool:
    return any(end is not None and end < 0 for end in _ends(level))


def _above(level: Rentang) -> bool:
    return any(end is not None and end > 100 for end in _ends(level))


def _doubtful(
    kantor: Kantor,
    code: str,
    is_doubtful: Callable[[Rentang, Indikator], bool],
    said: Callable[[Rentang], tuple[str, str]],
) -> Iterator[Diagnostic]:
    """The first level of each target that is doubtful."""
    for target, indikator in _all(kantor):
        level = next((each for each in _levels(target) if is_doubtful(each.rentang, indikator)), None)
        if level is not None:
            message, hint = said(level.rentang)
            yield Diagnostic(code, span_of(target.node, *level.path), message, hint, about=span_of(indikator.node))


def worst_is_worse(kantor: Kantor) -> Iterator[Diagnostic]:
    """The worst value lies on the bad side of the target."""
    for target, indikator in _all(kantor):
        worst, level = target.terburuk, target.tahun
        if worst is None or level is None:
            continue
        is_naik, is_turun = indikator.polaritas is Polaritas.NAIK, indikator.polaritas is Polaritas.TURUN
        better = (is_naik and level.bawah is not None and worst >= level.bawah) or (
            is_turun and level.atas is not None and worst <= level.atas
        )
        if better:
            side = "kurang" if is_naik else "lebih"
            message = f"nilai terburuk {exact_text(worst)} tidak lebih buruk dari target {level.teks}"
            hint = f"pada polaritas {indikator.polaritas.value}, `terburuk` {side} dari target"
            span = span_of(target.node, "terburuk")
            yield Diagnostic("IKI231", span, message, hint, about=span_of(indikator.node))
