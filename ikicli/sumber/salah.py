"""What libyaml says against a text, at its place and in the reader's language."""

import re
from enum import Enum

from yaml.error import MarkedYAMLError

from ikicli.diagnostik import Diagnostic, Source, Span
from ikicli.diagnostik.saran import STRAIGHT
from ikicli.sumber.karakter import FORBIDDEN
from ikicli.sumber.node import TOO_DEEP
from ikicli.value import Value


class _Place(Enum):
    """Where something is wrong, seen from where the parser noticed."""

    HERE = "here"
    LINE = "here, if here is where the line begins; else what stands before it has ended"
    OPENING = "where it was opened"
    BRACKET = "where it was opened, if nothing follows; else here"


class _Reason(Value):
    """A part of what libyaml says (or PyYAML's own scanner, where that is used), and the same for the reader."""

    part: str
    pesan: str
    saran: str | None
    place: _Place = _Place.HERE
    kode: str = "IKI102"


_ALIGN = "ratakan indentasinya dengan baris di atasnya"
_QUOTE = "kutip teksnya: '...'"
_COLON = "bila ini kunci, ratakan indentasinya dengan kunci di atasnya; bila teks, kutip teksnya: '...'"
_SAME_LINE = "teks tidak dapat dimulai sebaris dengan `|` atau `>`"
_NEXT_LINE = "kutip teksnya: '>= 80'; teks panjang dimulai di baris berikut, menjorok"
_CLOSE = "tutup tanda kutipnya; tanda ' di dalam kutip tunggal ditulis dua kali: ''"
_REASONS = (
    _Reason("nesting depth", TOO_DEEP, None, kode="IKI103"),  # libyaml looks ahead, and bounds it itself
    _Reason("cannot start any token", "karakter ini tidak dapat mengawali isian", _QUOTE),
    _Reason("mapping values are not", "titik dua di sini tidak pada tempatnya", _COLON),
    _Reason("sequence entries are not", "daftar tidak dapat dimulai di tengah baris", "mulai `- ` di baris baru"),
    _Reason("mapping keys are not", "`?` di awal isian mempunyai arti khusus dalam YAML", _QUOTE),
    _Reason("expected key", "di sini diharapkan sebuah kunci", _ALIGN, _Place.LINE),
    _Reason("expected '-' indicator", "di sini diharapkan butir daftar (`- `)", _ALIGN, _Place.LINE),
    _Reason("expected <block end>", "di sini diharapkan kunci atau butir daftar", _ALIGN, _Place.LINE),
    _Reason("',' or ']'", "daftar `[...]` belum ditutup", "tambahkan `]`, atau koma di antara isinya", _Place.BRACKET),
    _Reason("',' or '}'", "isian `{...}` belum ditutup", "tambahkan `}`, atau koma di antara isinya", _Place.BRACKET),
    _Reason("unexpected end of stream", "tanda kutip belum ditutup", _CLOSE, _Place.OPENING),
    _Reason("unexpected document", "tanda kutip belum ditutup", _CLOSE, _Place.OPENING),
    _Reason("escape", "tanda `\\` di dalam kutip ganda mengubah arti huruf sesudahnya", "pakai kutip tunggal: '...'"),
    _Reason("hexdecimal", "kode karakter sesudah tanda `\\` tidak lengkap", "pakai kutip tunggal: '...'"),
    _Reason("comment or", _SAME_LINE, _NEXT_LINE),
    _Reason("chomping", _SAME_LINE, _NEXT_LINE),
    _Reason(
        "expected ':'", "baris ini bukan `kunci: isi`", "tulis titik dua dan spasi sesudah kuncinya", _Place.OPENING
    ),
    _Reason("an alias", "`*` di awal isian mempunyai arti khusus dalam YAML", _QUOTE),
    _Reason("an anchor", "`&` di awal isian mempunyai arti khusus dalam YAML", _QUOTE),
    _Reason("directive", "`%` di awal baris mempunyai arti khusus dalam YAML", "hapus baris itu, atau kutip teksnya"),
    _Reason("YAML document", "versi YAML ini tidak dikenal", "hapus baris `%YAML`"),
    _Reason("tag", "`!` di awal isian mempunyai arti khusus dalam YAML", _QUOTE),
    _Reason("node content", "di sini diharapkan sebuah isian", "kutip teks yang diawali tanda baca"),
    _Reason("document start", "isi berkas berlanjut sesudah bagian utamanya selesai", _ALIGN, _Place.LINE),
)
_BEHIND = _Reason(
    "",
    "isian di depan ini sudah selesai",
    "mungkin ada tanda kutip yang lupa ditutup di atasnya; tanda ' di dalam kutip tunggal ditulis dua kali: ''",
)
_TAB = _Reason("", "ada tab di sini", "YAML memakai spasi untuk indentasi; ganti tab dengan spasi")
_SPACE = _Reason(
    "",
    "spasi di sini bukan spasi biasa (U+{:04X}), mungkin terbawa dari Word atau laman",
    "hapus, lalu ketik lagi dengan tombol spasi",
)
_DIVISION = _Reason("", "titik dua di sini tidak pada tempatnya", "untuk pembagian dalam formula pakai `/`")
_OTHER = _Reason("", "susunan YAML di sini tidak dapat dibaca", "periksa indentasi dan tanda kutip di sekitarnya")
_INDENTED_BY_TAB = re.compile(" *\t")
_ODD_SPACE = re.compile("^[ ]*([\u00a0\u2000-\u200a\u202f\u3000])|:([\u00a0\u2000-\u200a\u202f\u3000])", re.MULTILINE)
_FORMULA = re.compile(" *(?:- )?formula: ")
_TOO_HIGH = re.compile(r"\\U(?!000|0010)")


def syntax_error(source: Source, error: Exception) -> Diagnostic:
    """The finding for an error of the YAML parser."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _without_mark(source)
    at = min(error.problem_mark.index, len(source.text))
    opened = error.context_mark.index if error.context_mark else at
    said = f"{error.context}: {error.problem}"
    odd_space = _ODD_SPACE.search(source.text, *_around(source.text, opened, at))
    if odd_space:
        place = max(odd_space.span(1), odd_space.span(2))
        return _finding(source, place[0], _SPACE._replace(pesan=_SPACE.pesan.format(ord(source.text[place[0]]))))
    reason = next((reason for reason in _REASONS if reason.part in said), _OTHER)
    match reason.place:
        case _Place.OPENING:
            at = opened
        case _Place.BRACKET if source.text[at:].strip():
            line, _ = Span(source, opened, at).first
            reason = reason._replace(pesan=f"{reason.pesan} (dibuka di baris {line})")
        case _Place.BRACKET:
            at = opened
        case _:
            at, reason = _on_line(source.text, at, reason)
    return _finding(source, at, reason)


def _around(text: str, opened: int, at: int) -> tuple[int, int]:
    """From the line before the one where something is wrong, or where it was opened, up to the end of its line."""
    start = text.rfind("\n", 0, max(text.rfind("\n", 0, min(opened, at)), 0)) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def _on_line(text: str, at: int, reason: _Reason) -> tuple[int, _Reason]:
    """A closer look at the line: an indentation by tab, or something that has ended before."""
    start = text.rfind("\n", 0, at) + 1
    tab = _INDENTED_BY_TAB.match(text, start)
    if tab:
        return tab.end() - 1, _TAB
    if text.startswith("\t", at):
        return at, _TAB
    if text.startswith(":", at) and _FORMULA.match(text, start):
        return at, _DIVISION
    if text.startswith(":", at) and "“" in text[start:at]:
        return at, reason._replace(saran=STRAIGHT)
    return at, _BEHIND if reason.place is _Place.LINE and text[start:at].strip() else reason


def _without_mark(source: Source) -> Diagnostic:
    """The finding for an error that names no place: about a character, or a number that is none."""
    forbidden = re.search(FORBIDDEN, source.text)
    if forbidden:
        message = f"karakter kendali U+{ord(forbidden[0]):04X} tidak boleh ada"
        return Diagnostic("IKI102", Span(source, *forbidden.span()), message, "hapus karakter itu")
    too_high = _TOO_HIGH.search(source.text)
    return _finding(source, too_high.start() if too_high else 0, _OTHER)


def _finding(source: Source, at: int, reason: _Reason) -> Diagnostic:
    span = Span(source, at, min(at + 1, len(source.text)))
    return Diagnostic(reason.kode, span, reason.pesan, reason.saran)
