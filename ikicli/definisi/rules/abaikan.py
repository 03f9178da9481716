"""`abaikan`: warnings that an indicator silences, with its reason."""

from collections.abc import Iterator, Sequence

from ikicli.definisi.nouns import Indikator, Kantor
from ikicli.definisi.rules.indikator import all_indicators
from ikicli.diagnostik import KODE, Diagnostic, Tingkat, did_you_mean, level_of
from ikicli.sumber import Mapping, span_of


def silence(kantor: Kantor, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that no `abaikan` silences, and what is wrong with the `abaikan` themselves."""
    excused = [indikator for _, indikator in all_indicators(kantor) if indikator.abaikan]
    silenced = set()
    for indikator in excused:
        mine = [each for each in found if each.code in indikator.abaikan and _within(each, indikator)]
        warnings = [each for each in mine if level_of(each) is Tingkat.PERINGATAN]
        silenced.update(id(each) for each in warnings)
        yield from _useless(indikator, {each.code for each in warnings})
    yield from (each for each in found if id(each) not in silenced)


def _within(diagnostic: Diagnostic, indikator: Indikator) -> bool:
    node, span = indikator.node, diagnostic.span
    return span.source.path == node.source.path and node.start <= span.start < node.end


def _useless(indikator: Indikator, used: set[str]) -> Iterator[Diagnostic]:
    node = indikator.node.value("abaikan") if isinstance(indikator.node, Mapping) else None
    warnings = [code for code, kode in KODE.items() if kode.tingkat is Tingkat.PERINGATAN]
    for code in indikator.abaikan:
        key = node.key(code) if isinstance(node, Mapping) else None
        if code not in KODE:
            hint = did_you_mean(code, warnings) or "lihat daftarnya dengan `iki kode`"
            yield Diagnostic("IKI219", span_of(key), f"kode `{code}` tidak ada", hint)
        elif code not in warnings:
            message = f"{code} bukan peringatan; galat tidak dapat diabaikan"
            yield Diagnostic("IKI219", span_of(key), message, "perbaiki penyebabnya")
        elif code not in used:
            yield Diagnostic("IKI218", span_of(key), f"peringatan {code} tidak muncul di sini", "hapus baris ini")
