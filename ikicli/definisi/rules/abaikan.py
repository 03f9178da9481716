"""`abaikan`: warnings that an indicator silences, with its reason."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ikicli.definisi.nouns import Indikator, Kantor
from ikicli.definisi.rules.indikator import all_indicators
from ikicli.diagnostik import KODE, Diagnostic, Tingkat, did_you_mean, level_of
from ikicli.sumber import key_span

WARNINGS = frozenset(code for code, kode in KODE.items() if kode.tingkat is Tingkat.PERINGATAN)
WITH_NUMBERS = frozenset({"IKI504"})
"""Warnings about an indicator that come with its numbers; who gives them heeds `abaikan`."""


def silence(kantor: Kantor, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that no `abaikan` silences, and what is wrong with the `abaikan` themselves."""
    excused: dict[str, list[Indikator]] = defaultdict(list)
    for _, indikator in all_indicators(kantor):
        if indikator.abaikan:
            excused[indikator.node.source.path].append(indikator)
    used: set[tuple[str, int, str]] = set()
    for each in found:
        owner = _excused_by(each, excused.get((each.about or each.span).source.path, ()))
        if owner is None:
            yield each
        else:
            used.add(_mark(owner, each.code))
    for owners in excused.values():
        for owner in owners:
            yield from _complaints(owner, {code for code in owner.abaikan if _mark(owner, code) in used})


def _mark(indikator: Indikator, code: str) -> tuple[str, int, str]:
    return indikator.node.source.path, indikator.node.start, code


def _excused_by(diagnostic: Diagnostic, owners: Sequence[Indikator]) -> Indikator | None:
    """The indicator that a warning stands in, or is about, and that silences it."""
    if level_of(diagnostic) is not Tingkat.PERINGATAN:
        return None
    place = (diagnostic.about or diagnostic.span).start
    within = (each for each in owners if each.node.start <= place < each.node.end)
    return next((each for each in within if diagnostic.code in each.abaikan), None)


def _complaints(indikator: Indikator, used: set[str]) -> Iterator[Diagnostic]:
    for code in indikator.abaikan:
        span = key_span(indikator.node, "abaikan", code)
        if code not in KODE:
            hint = did_you_mean(code, WARNINGS) or "lihat daftarnya dengan `iki kode`"
            yield Diagnostic("IKI219", span, f"kode `{code}` tidak ada", hint)
        elif code not in WARNINGS:
            hint = "hapus baris ini dan perbaiki penyebabnya; galat tidak dapat diabaikan"
            yield Diagnostic("IKI219", span, f"{code} bukan peringatan", hint)
        elif code not in used | WITH_NUMBERS:
            yield Diagnostic("IKI218", span, f"peringatan {code} tidak muncul di sini", "hapus baris ini")
