"""Rules about an indicator's names, weights, polarity and support."""

import re
from collections.abc import Iterator
from fractions import Fraction

from ikicli.definisi.nouns import Indikator, Jabatan, Kantor, Polaritas, Rentang
from ikicli.definisi.rules.cycle import cycles
from ikicli.diagnostik import Diagnostic, Span, did_you_mean
from ikicli.rumus import FUNGSI, decimal_text
from ikicli.sumber import Mapping, span_of

_LESS_IS_BETTER = re.compile(
    r"\b(pelanggaran|pengaduan|keluhan|keterlambatan|kesalahan|kecelakaan|temuan|tunggakan|kerugian|kemiskinan"
    r"|pengangguran|ketidakhadiran|kematian)\b"
)
_HANDLED = re.compile(r"\b(ditangani|diselesaikan|selesai|tertangani|terselesaikan|penanganan|penyelesaian|penurunan"
                      r"|pencegahan|tindak lanjut|ditindaklanjuti|pengurangan|pengentasan)\b")  # fmt: skip


def all_indicators(kantor: Kantor) -> Iterator[tuple[Jabatan, Indikator]]:
    """Every indicator of the office with its jabatan."""
    return ((jabatan, indikator) for jabatan in kantor.jabatan for indikator in jabatan.indikator())


def ids_differ(kantor: Kantor) -> Iterator[Diagnostic]:
    """No two indicators of a jabatan have one id."""
    for jabatan in kantor.jabatan:
        first: dict[str, Indikator] = {}
        for indikator in jabatan.indikator():
            if indikator.id and indikator.id in first:
                line, _ = span_of(first[indikator.id].node, "id").first
                message = f"id `{indikator.id}` sudah dipakai di baris {line}"
                yield Diagnostic("IKI202", span_of(indikator.node, "id"), message, "beri id yang lain")
            first.setdefault(indikator.id, indikator)


def names_differ(kantor: Kantor) -> Iterator[Diagnostic]:
    """No two indicators of a jabatan have names that are equal but for one or two letters."""
    for jabatan in kantor.jabatan:
        earlier: list[tuple[str, Indikator]] = []
        for indikator in jabatan.indikator():
            folded = " ".join(re.findall(r"\w+", indikator.nama.casefold()))
            near = next((other for name, other in earlier if folded and _within_two_edits(name, folded)), None)
            if near is not None:
                line, _ = span_of(near.node, "nama").first
                message = f"nama ini hampir sama dengan nama di baris {line}"
                hint = "gabungkan, atau tulis bedanya dengan jelas"
                yield Diagnostic("IKI208", span_of(indikator.node, "nama"), message, hint)
            earlier.append((folded, indikator))


def _within_two_edits(a: str, b: str) -> bool:
    """Whether two letters added, dropped or changed make one of the other; short names must be equal."""
    if a == b:
        return True
    most = 2 if min(len(a), len(b)) > 12 else 0
    if abs(len(a) - len(b)) > most:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    while a[start:] and b[start:] and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    a, b = a[start:], b[start:]
    digits = any(character.isdigit() for character in a + b)
    return max(len(a), len(b)) <= most and not digits


def weights_sum_to_100(kantor: Kantor) -> Iterator[Diagnostic]:
    """If one indicator of a jabatan has a weight, all have, and they sum to 100."""
    for jabatan in kantor.jabatan:
        weighted = [each for each in jabatan.indikator() if isinstance(each.node, Mapping) and each.node.key("bobot")]
        without = [each for each in jabatan.indikator() if each not in weighted]
        weights = [each.bobot for each in weighted]
        if weighted and without:
            message = f"indikator `{without[0].id}` tidak berbobot, padahal yang lain berbobot"
            yield Diagnostic("IKI201", span_of(weighted[0].node, "bobot"), message, "beri bobot pada semuanya")
        elif weighted and None not in weights:
            total = sum((weight for weight in weights if weight is not None), Fraction(0))
            negative = any(weight is not None and weight < 0 for weight in weights)
            if total != 100 or negative:
                message = f"bobot indikator jabatan ini berjumlah {decimal_text(total, 10)}, bukan 100"
                if negative:
                    message = "bobot tidak boleh negatif"
                yield Diagnostic("IKI201", span_of(weighted[-1].node, "bobot"), message, "ubah bobotnya")


def supported_is_known(kantor: Kantor) -> Iterator[Diagnostic]:
    """`mendukung` names indicators that exist."""
    known = {f"{jabatan.id}.{indikator.id}" for jabatan, indikator in all_indicators(kantor)}
    for _, indikator in all_indicators(kantor):
        for name, span in _supported(indikator):
            if name not in known and name.partition(".")[0] not in kantor.tak_terbaca:
                hint = did_you_mean(name, known) or "tulis `id_jabatan.id_indikator`"
                yield Diagnostic("IKI205", span, f"indikator `{name}` tidak ada", hint)


def _supported(indikator: Indikator) -> Iterator[tuple[str, Span]]:
    node = indikator.node.value("mendukung") if isinstance(indikator.node, Mapping) else None
    items = getattr(node, "items", ())
    for item in items:
        if getattr(item, "text", None) in indikator.mendukung:
            yield item.text, span_of(item)


def support_has_a_top(kantor: Kantor) -> Iterator[Diagnostic]:
    """No indicator supports itself, however far up."""
    by_name = {f"{jabatan.id}.{indikator.id}": indikator for jabatan, indikator in all_indicators(kantor)}
    for cycle in cycles({name: indikator.mendukung for name, indikator in by_name.items()}):
        said = " -> ".join((*cycle, cycle[0]))
        span = span_of(by_name[cycle[0]].node, "mendukung")
        yield Diagnostic("IKI206", span, f"dukungan melingkar: {said}", "hapus salah satu `mendukung`")


def count_is_not_percent(kantor: Kantor) -> Iterator[Diagnostic]:
    """A name that says "Jumlah" is not a percentage."""
    for _, indikator in all_indicators(kantor):
        if indikator.satuan and indikator.satuan.teks == "persen" and re.match(r"jumlah\b", indikator.nama.casefold()):
            message = 'nama menyebut "Jumlah", tetapi satuannya persen'
            hint = "perbaiki namanya atau satuannya; bila keputusannya memang begitu, tulis `abaikan` dengan alasannya"
            yield Diagnostic("IKI207", span_of(indikator.node, "nama"), message, hint)


def polarity_fits_name(kantor: Kantor) -> Iterator[Diagnostic]:
    """An indicator named after something bad is not better when higher."""
    for _, indikator in all_indicators(kantor):
        name = indikator.nama.casefold()
        bad = _LESS_IS_BETTER.search(name)
        if indikator.polaritas is Polaritas.NAIK and bad and not _HANDLED.search(name):
            message = f'nama menyebut "{bad[0]}", tetapi polaritasnya naik'
            hint = "periksa polaritasnya; bila benar naik, tulis `abaikan` dengan alasannya"
            yield Diagnostic("IKI210", span_of(indikator.node, "polaritas"), message, hint)


def variable_names_are_free(kantor: Kantor) -> Iterator[Diagnostic]:
    """A variable has neither a function's name nor, in an indicator, a shared variable's."""
    shared = kantor.variabel_bersama()
    for name, variabel in shared.items():
        if name in FUNGSI:
            yield Diagnostic("IKI211", span_of(variabel.node), f"`{name}` adalah nama fungsi formula", "ganti namanya")
    for _, indikator in all_indicators(kantor):
        node = indikator.node.value("variabel") if isinstance(indikator.node, Mapping) else None
        for name in indikator.variabel:
            key = node.key(name) if isinstance(node, Mapping) else None
            if name in FUNGSI:
                yield Diagnostic("IKI211", span_of(key), f"`{name}` adalah nama fungsi formula", "ganti namanya")
            elif name in shared:
                message = f"`{name}` sudah menjadi variabel bersama di unit.yaml"
                yield Diagnostic("IKI211", span_of(key), message, "hapus di sini, atau ganti namanya")


def bound_fits_polarity(kantor: Kantor) -> Iterator[Diagnostic]:
    """A standing target's bound lies on the side that its polarity makes meaningful."""
    for _, indikator in all_indicators(kantor):
        if indikator.target is not None:
            yield from opposed_bound(indikator.target.tahun, indikator.polaritas, span_of(indikator.target.node))


def opposed_bound(target: Rentang | None, polarity: Polaritas, span: Span) -> Iterator[Diagnostic]:
    """A finding when a bound contradicts the polarity."""
    wrong = {Polaritas.NAIK: ("<=", ">="), Polaritas.TURUN: (">=", "<=")}.get(polarity)
    if target is not None and wrong is not None and target.teks.startswith(wrong[0]):
        message = f"target `{target.teks}` pada indikator berpolaritas {polarity.value}"
        yield Diagnostic("IKI215", span, message, f"tulis `{wrong[1]}`, atau periksa polaritasnya")
