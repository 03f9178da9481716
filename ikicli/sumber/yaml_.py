"""YAML text to located nodes, guarded while it is read.

libyaml's events are taken one at a time and built here, so that depth is bounded before anything recurses (libyaml's
own composer dies on 50,000 nested brackets), duplicate keys are seen, and no scalar is turned into a date or a float.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ikicli.diagnostik import Diagnostic, Source, Span
from ikicli.diagnostik.saran import NO_WIDTH
from ikicli.sumber.node import Mapping, Node, Scalar, Sequence, span_of

DEEPEST = 20
"""Levels of lists and mappings in a file; the deepest shape of iki has 8."""

_MOST_FINDINGS = 50
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_INVISIBLE = re.compile(f"[{NO_WIDTH}]")
_END_MARK = object()


class Composed(NamedTuple):
    """The root node of a file; None when it could not be read, for which there is then a finding."""

    node: Node | None
    diagnostics: tuple[Diagnostic, ...]


def compose(source: Source) -> Composed:
    """The nodes of one YAML document."""
    reader = _Reader(source)
    try:
        node = reader.document()
    except _Stop:
        node = None
    except yaml.YAMLError as error:
        node = None
        reader.found.append(_syntax(source, error))
    fatal = node is None or any(diagnostic.code in {"IKI104", "IKI105"} for diagnostic in reader.found)
    return Composed(None if fatal else node, (*reader.found, *_invisible(source)))


class _Stop(Exception):  # noqa: N818 - not an error: reading ends here, and the reason is among the findings
    """What was found makes the rest of the file not worth reading."""


class _Reader:
    """One pass over the events of a file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self._next: Any = _LOADER(source.text).get_event

    def report(self, code: str, start: int, end: int, message: str, hint: str | None = None) -> None:
        self.found.append(Diagnostic(code, Span(self.source, start, end), message, hint))
        if len(self.found) >= _MOST_FINDINGS:
            raise _Stop

    def document(self) -> Node | None:
        """The first document; a second one is a finding."""
        next_event = self._next
        next_event()  # the start of the stream
        if isinstance(next_event(), StreamEndEvent):
            length = len(self.source.text)
            self.report("IKI111", length, length, "berkas ini kosong", "isi berkas atau hapus")
            return None
        node = self.node(next_event(), 1)
        next_event()  # the end of the document
        after = next_event()
        if isinstance(after, DocumentStartEvent):
            at = after.start_mark.index
            self.report(
                "IKI107", at, at + 3, "di sini mulai dokumen kedua", "pindahkan ke berkas lain atau hapus baris `---`"
            )
        return node

    def node(self, event: Any, depth: int) -> Node:
        start = event.start_mark.index
        if isinstance(event, AliasEvent):
            end = event.end_mark.index
            self.report("IKI104", start, end, f"alias `*{event.anchor}` tidak dipakai di sini", _NO_ANCHOR)
            return Scalar(self.source, start, end, "", "")
        if event.anchor is not None:
            self.report(
                "IKI104",
                start,
                start + 1 + len(event.anchor),
                f"jangkar `&{event.anchor}` tidak dipakai di sini",
                _NO_ANCHOR,
            )
        if event.tag is not None:
            end = re.compile(r"\S*").match(self.source.text, start)
            self.report("IKI105", start, end.end() if end else start, f"tag `{event.tag}` tidak dipakai", "hapus tag")
        if isinstance(event, ScalarEvent):
            end = self._trimmed(start, event.end_mark.index)
            return Scalar(self.source, start, end, event.value, event.style or "")
        if depth > DEEPEST:
            self.report("IKI103", start, start + 1, f"susunan lebih dalam dari {DEEPEST} tingkat")
            raise _Stop
        if isinstance(event, SequenceStartEvent):
            return self._sequence(start, depth)
        assert isinstance(event, MappingStartEvent)
        return self._mapping(start, depth, flow=event.flow_style)

    def _sequence(self, start: int, depth: int) -> Sequence:
        items = []
        event = self._next()
        while not isinstance(event, SequenceEndEvent):
            items.append(self.node(event, depth + 1))
            event = self._next()
        return Sequence(self.source, start, self._trimmed(start, event.end_mark.index), tuple(items))

    def _mapping(self, start: int, depth: int, *, flow: bool) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        event = self._next()
        before: Scalar | None = None
        while not isinstance(event, MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self._next(), depth + 1)
            if not isinstance(key, Scalar):
                self.report("IKI108", key.start, key.start + 1, "kunci di sini bukan teks", "tulis `kunci: isi`")
            elif flow and _is_decimal_tail(key, value, before):
                self._decimal_comma(before, key)
            elif key.text in entries:
                self._duplicate(entries[key.text][0], key)
            else:
                entries[key.text] = key, value
            before = value if isinstance(value, Scalar) else None
            event = self._next()
        return Mapping(self.source, start, self._trimmed(start, event.end_mark.index), tuple(entries.values()))

    def _duplicate(self, first: Scalar, key: Scalar) -> None:
        line, _ = span_of(first).first
        self.report(
            "IKI106",
            key.start,
            key.end,
            f"kunci `{key.text}` sudah ada di baris {line}",
            "gabungkan keduanya atau hapus salah satu",
        )

    def _decimal_comma(self, whole: Scalar | None, tail: Scalar) -> None:
        assert whole is not None
        self.report(
            "IKI112",
            whole.start,
            tail.end,
            f"`{whole.text},{tail.text}` terbaca sebagai dua isian",
            f"tulis dengan titik: `{whole.text}.{tail.text}`",
        )

    def _trimmed(self, start: int, end: int) -> int:
        """`end` without the white space before it: libyaml ends a block where the next one begins."""
        text = self.source.text
        while end > start and text[end - 1].isspace():
            end -= 1
        return end


_NO_ANCHOR = "tulis nilainya langsung, atau jadikan variabel bersama di unit.yaml"


def _is_decimal_tail(key: Scalar, value: Node, before: Scalar | None) -> bool:
    """Whether `key` is the `5` that YAML has cut off `{a: 95,5}`."""
    return (
        before is not None
        and key.text.isdecimal()
        and not key.style
        and isinstance(value, Scalar)
        and value.is_empty
        and before.text.lstrip("-").isdecimal()
        and key.source.text[before.end : key.start] == ","
    )


_REASONS = (
    ("cannot start any token", "karakter ini tidak dapat mengawali isian", "kutip teksnya: '...'"),
    ("mapping values are not allowed", "titik dua di sini tidak pada tempatnya", "periksa indentasi baris ini dan baris "
     "di atasnya; kutip teks yang memuat titik dua"),
    ("expected key", "di sini diharapkan sebuah kunci", "ratakan indentasinya dengan baris di atasnya"),
    ("block end", "di sini diharapkan sebuah kunci", "ratakan indentasinya dengan baris di atasnya"),
    ("expected '-' indicator", "di sini diharapkan butir daftar (`- `)", "ratakan indentasinya dengan butir di atasnya"),
    ("',' or ']'", "daftar `[...]` belum ditutup", "tambahkan `]`, atau koma di antara isinya"),
    ("',' or '}'", "isian `{...}` belum ditutup", "tambahkan `}`, atau koma di antara isinya"),
    ("unexpected end of stream", "tanda kutip belum ditutup", "tutup tanda kutipnya"),
    ("unknown escape", "tanda `\\` di dalam kutip ganda mengubah huruf sesudahnya", "pakai kutip tunggal: '...'"),
    ("not find expected ':'", "kunci ini tidak diikuti titik dua", "tulis `kunci: isi`"),
    ("node content", "di sini diharapkan sebuah isian", None),
    ("document start", "isi berkas berlanjut sesudah dokumennya selesai", "ratakan indentasinya dengan baris di atasnya"),
)  # fmt: skip


def _syntax(source: Source, error: yaml.YAMLError) -> Diagnostic:
    """What libyaml says, at its place and in the reader's language."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # a character that YAML forbids anywhere
        at = max(getattr(error, "position", 0), 0)
        hidden = next((i for i, c in enumerate(source.text) if not c.isprintable() and c not in "\t\n"), at)
        character = source.text[hidden : hidden + 1]
        name = f"U+{ord(character):04X}" if character else ""
        return Diagnostic(
            "IKI102", Span(source, hidden, hidden + 1), f"karakter kendali {name} tidak boleh ada", "hapus karakter itu"
        )
    at = min(mark.index, len(source.text))
    problem = str(getattr(error, "problem", ""))
    message, hint = next(
        ((said, advice) for part, said, advice in _REASONS if part in problem),
        ("susunan YAML di sini tidak dapat dibaca", "periksa indentasi dan tanda kutip di sekitarnya"),
    )
    if source.text[at : at + 1] == "\t" or source.text[:at].rpartition("\n")[2].startswith("\t"):
        message, hint = "ada tab di sini", "YAML memakai spasi untuk indentasi; ganti tab dengan spasi"
    opened = getattr(error, "context_mark", None)
    if opened is not None and "belum ditutup" in message:
        line, _ = Span(source, opened.index, opened.index).first
        message += f" (dibuka di baris {line})"
    return Diagnostic("IKI102", Span(source, at, min(at + 1, len(source.text))), message, hint)


def _invisible(source: Source) -> Iterator[Diagnostic]:
    """A warning for the characters nobody can see, at most one a line."""
    if source.text.isascii():
        return
    lines = set()
    for match in _INVISIBLE.finditer(source.text):
        span = Span(source, match.start(), match.end())
        line, _ = span.first
        if line not in lines:
            lines.add(line)
            yield Diagnostic("IKI115", span, f"ada karakter tak terlihat U+{ord(match[0]):04X}", "hapus karakter itu")
        if len(lines) >= _MOST_FINDINGS:
            return
