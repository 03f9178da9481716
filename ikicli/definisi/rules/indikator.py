"""Rules about an indicator's names, weights, polarity and support."""

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from os.path import commonprefix

from ikicli.definisi.nouns import Indikator, Jabatan, Kantor, Polaritas
from ikicli.definisi.rules.cycle import cycles, written_out
from ikicli.definisi.rules.dekat import near
from ikicli.definisi.tertulis import written
from ikicli.diagnostik import Diagnostic
from ikicli.rumus import FUNGSI, exact_text, total
from ikicli.sumber import Node, key_span, span_of
from ikicli.value import Value

_LESS_IS_BETTER = frozenset(
    """pelanggaran pengaduan keluhan keterlambatan kesalahan kecelakaan temuan tunggakan kerugian kemiskinan
    pengangguran ketidakhadiran kematian""".split()
)
_HANDLED = frozenset(
    """ditangani diselesaikan selesai tertangani terselesaikan penanganan penyelesaian penurunan pencegahan lanjut
    ditindaklanjuti pengurangan pengentasan""".split()
)


def all_indicators(kantor: Kantor) -> list[tuple[Jabatan, Indikator]]:
    """Every indicator of the office with its jabatan."""
    return [
        (jabatan, indikator)
        for jabatan in kantor.jabatan
        for sasaran in jabatan.isi.sasaran
        for indikator in sasaran.indikator
    ]


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


_WITHOUT_DIGITS = str.maketrans("", "", "0123456789")
_MOST_COMPARED = 100
"""Names before one that it is compared with; no jabatan is measured by more."""


def names_differ(kantor: Kantor) -> Iterator[Diagnostic]:
    """No two indicators of a jabatan have names that are equal but for one or two letters."""
    for jabatan in kantor.jabatan:
        earlier: deque[tuple[_Nama, Indikator]] = deque(maxlen=_MOST_COMPARED)
        for indikator in jabatan.indikator():
            folded = " ".join(re.findall(r"\w+", indikator.nama.casefold()))
            nama = _Nama(folded, folded.translate(_WITHOUT_DIGITS))
            like = next((other for name, other in earlier if folded and _within_two_edits(name, nama)), None)
            if like is not None:
                line, _ = span_of(like.node, "nama").first
                message = f"nama ini hampir sama dengan nama di baris {line}"
                hint = "gabungkan, atau tulis bedanya dengan jelas"
                yield Diagnostic("IKI208", span_of(indikator.node, "nama"), message, hint)
            earlier.append((nama, indikator))


class _Nama(Value):
    """A name to be compared with others, and what is left of it without its digits."""

    teks: str
    tanpa_angka: str


def _within_two_edits(one: _Nama, other: _Nama) -> bool:
    """Whether two letters, none a digit, added, dropped or changed make one of the other; short names must be equal."""
    a, b = one.teks, other.teks
    if a == b or one.tanpa_angka == other.tanpa_angka:  # a shortcut for names in series: the rest would say the same
        return a == b
    most, half = 2 if min(len(a), len(b)) > 12 else 0, len(a) // 2 - 2
    if abs(len(a) - len(b)) > most or (a[:half] != b[:half] and a[-half:] != b[-half:]):
        return False
    start = len(commonprefix((a, b)))  # noqa: RUF071 - not paths
    a, b = a[start:], b[start:]
    end = len(commonprefix((a[::-1], b[::-1])))  # noqa: RUF071
    a, b = a[: len(a) - end], b[: len(b) - end]
    digits = any(character.isdigit() for character in a + b)
    return max(len(a), len(b)) <= most and not digits


def weights_sum_to_100(kantor: Kantor) -> Iterator[Diagnostic]:
    """If one indicator of a jabatan has a weight, all have, and they sum to 100."""
    for jabatan in kantor.jabatan:
        if any(indikator.bobot is not None for indikator in jabatan.indikator()):
            yield from _weights(jabatan, whole=jabatan.id not in kantor.tak_terbaca)


def _weights(jabatan: Jabatan, *, whole: bool) -> Iterator[Diagnostic]:
    indicators = list(jabatan.indikator())
    for indikator in indicators:
        if indikator.bobot is not None and indikator.bobot < 0:
            yield Diagnostic("IKI201", span_of(indikator.node, "bobot"), "bobot tidak boleh negatif", "ubah bobotnya")
            return
    without = next((each for each in indicators if written(each.node, "bobot") is None), None)
    if without is not None:
        if without.id:
            message = f"indikator `{without.id}` tidak berbobot, padahal yang lain berbobot"
            yield Diagnostic("IKI201", span_of(without.node), message, "beri bobot pada semuanya, atau hapus semuanya")
        return
    weights = [indikator.bobot for indikator in indicators if indikator.bobot is not None]
    whole_weight = total(weights)
    if whole_weight != 100 and whole and len(weights) == len(indicators):
        message = f"bobot indikator jabatan ini berjumlah {exact_text(whole_weight)}, bukan 100"
        span = span_of(indicators[-1].node, "bobot")
        yield Diagnostic("IKI201", span, message, "ubah bobotnya sehingga berjumlah 100")


def supported_is_known(kantor: Kantor) -> Iterator[Diagnostic]:
    """`mendukung` names indicators that exist."""
    known = {f"{jabatan.id}.{indikator.id}" for jabatan, indikator in all_indicators(kantor)}
    by_id = kantor.cari_jabatan()
    for _, indikator in all_indicators(kantor):
        for position, name in enumerate(indikator.mendukung):
            jabatan, _, id = name.partition(".")
            if name and name not in known and jabatan not in kantor.tak_terbaca:
                span = span_of(indikator.node, "mendukung", position)
                yield Diagnostic("IKI205", span, f"indikator `{name}` tidak ada", indicator_hint(jabatan, id, by_id))


def indicator_hint(jabatan: str, indikator: str, known: Mapping[str, Jabatan]) -> str:
    """What was probably meant by an indicator that does not exist."""
    if jabatan not in known:
        hint = near(jabatan, known) or "tulis `id_jabatan.id_indikator`"
        return f"jabatan `{jabatan}` tidak ada; {hint}"
    names = [f"{jabatan}.{each.id}" for each in known[jabatan].indikator()]
    return near(f"{jabatan}.{indikator}", names) or f"yang ada: {', '.join(names) or 'tidak satu pun'}"


def support_has_a_top(kantor: Kantor) -> Iterator[Diagnostic]:
    """No indicator supports itself, however far up."""
    by_name = {f"{jabatan.id}.{indikator.id}": indikator for jabatan, indikator in all_indicators(kantor)}
    for cycle in cycles({name: indikator.mendukung for name, indikator in by_name.items()}):
        first, following = by_name[cycle[0]], cycle[1 % len(cycle)]
        span = span_of(first.node, "mendukung", first.mendukung.index(following))
        yield Diagnostic("IKI206", span, f"dukungan melingkar: {written_out(cycle)}", "hapus salah satu `mendukung`")


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
        words = [word.strip(".,;:()\"'") for word in indikator.nama.casefold().split()]
        bad = next((word for word in words if word in _LESS_IS_BETTER), None)
        if indikator.polaritas is Polaritas.NAIK and bad and _HANDLED.isdisjoint(words):
            message = f'nama menyebut "{bad}", tetapi polaritasnya naik'
            hint = "periksa polaritasnya; bila benar naik, tulis `abaikan` dengan alasannya"
            yield Diagnostic("IKI210", span_of(indikator.node, "polaritas"), message, hint)


def variable_names_are_free(kantor: Kantor) -> Iterator[Diagnostic]:
    """A variable has neither a function's name nor, in an indicator, a shared variable's."""
    shared = kantor.variabel_bersama()
    if kantor.unit is not None:
        yield from _functions_named(shared, kantor.unit.node)
    for _, indikator in all_indicators(kantor):
        yield from _functions_named(indikator.variabel, indikator.node)
        for name in indikator.variabel:
            if name in shared:
                span = key_span(indikator.node, "variabel", name)
                message = f"`{name}` sudah menjadi variabel bersama di unit.yaml"
                yield Diagnostic("IKI211", span, message, "hapus di sini, atau ganti namanya")


def _functions_named(declared: Collection[str], owner: Node) -> Iterator[Diagnostic]:
    for name in FUNGSI:
        if name in declared:
            span = key_span(owner, "variabel", name)
            yield Diagnostic("IKI211", span, f"`{name}` adalah nama fungsi formula", "ganti namanya")
