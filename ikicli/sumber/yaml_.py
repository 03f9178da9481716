"""YAML text to located nodes, guarded while it is read.

libyaml's events are taken one at a time and built here, so that depth is bounded before anything recurses (libyaml's
own composer dies on 50,000 nested brackets), duplicate keys are seen, and no scalar is turned into a date or a float.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from sys import intern
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ikicli.diagnostik import Diagnostic, Source, Span
from ikicli.diagnostik.saran import NO_WIDTH
from ikicli.sumber.karakter import ESCAPE, is_control
from ikicli.sumber.node import ABSENT, DEEPEST, TOO_DEEP, Mapping, Node, Scalar, Sequence, span_of
from ikicli.value import Value

_MOST_FINDINGS = 50
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_INVISIBLE = frozenset(NO_WIDTH)
_SCALAR: Any = ScalarEvent
_BLOCKS = frozenset("|>")
_EXACT = frozenset({"", "'"})
"""The styles that end where libyaml says and hold no escapes."""
_NO_ANCHOR = "tulis nilainya langsung, atau jadikan variabel bersama di unit.yaml; kutip teks yang diawali `&` atau `*`"
_NO_TAG = "hapus tag itu; kutip teks yang diawali `!`"
_CURLY = {"“": "”", "„": "“”", "‘": "’", "”": "”", "’": "’"}
"""The quotation marks that word processors put for straight ones: what opens, and what may close it."""


class Composed(Value):
    """The root node of a file; None when it could not be read, for which there is then a finding."""

    node: Node | None
    diagnostics: tuple[Diagnostic, ...]


def compose(source: Source) -> Composed:
    """The nodes of one YAML document."""
    found: list[Diagnostic] = []
    node = None
    try:
        node = _Reader(source, found).document()
    except _Stop:
        pass
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: PyYAML's own scanner on wild numbers
        from ikicli.sumber.salah import syntax_error

        found.append(syntax_error(source, error))
    if any(diagnostic.code in {"IKI104", "IKI105"} for diagnostic in found):
        node = None
    for warnings in (_invisible(source), _curly(source, node), _cut_off(source, node)):
        found.extend(islice(warnings, _MOST_FINDINGS))
    return Composed(node, tuple(found))


class _Stop(Exception):  # noqa: N818 - not an error: reading ends here, and the reason is among the findings
    """What was found makes the rest of the file not worth reading."""


class _Reader:
    """One pass over the events of a file."""

    def __init__(self, source: Source, found: list[Diagnostic]) -> None:
        self.source = source
        self.found = found
        self._next: Callable[[], Any] = _LOADER(source.text).get_event

    def report(self, code: str, start: int, end: int, message: str, hint: str | None = None) -> None:
        self.found.append(Diagnostic(code, Span(self.source, start, end), message, hint))
        if len(self.found) >= _MOST_FINDINGS:
            raise _Stop

    def document(self) -> Node | None:
        """The first document; a second one is a finding."""
        self._next()  # the start of the stream
        node = None if isinstance(self._next(), StreamEndEvent) else self._document()
        if node is None or node.is_empty:
            length = len(self.source.text)
            self.report("IKI111", length, length, "berkas ini kosong", "isi berkas atau hapus")
            return None
        return node

    def _document(self) -> Node:
        node = self.node(self._next(), 1)
        self._next()  # the end of the document
        after = self._next()
        if isinstance(after, DocumentStartEvent):
            hint = "pindahkan ke berkas lain, atau hapus baris `---`"
            self.report("IKI107", *_place(after), "di sini mulai dokumen kedua", hint)
        return node

    def node(self, event: Any, depth: int) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        decorated = event.anchor is not None or event.tag is not None
        if type(event) is _SCALAR:
            if decorated or event.style not in _EXACT:
                return self._scalar(event)
            return Scalar._make((self.source, start, end, event.value, event.style))
        if isinstance(event, AliasEvent):
            written = self.source.text[start : min(end, start + 60)]
            self.report("IKI104", start, end, f"alias `{written}` tidak diperkenankan", _NO_ANCHOR)
            return Scalar(self.source, start, end, written, "")
        if decorated:
            self._decorated(event)
        if depth > DEEPEST:
            self.report("IKI103", start, start + 1, TOO_DEEP)
            raise _Stop
        if isinstance(event, SequenceStartEvent):
            return self._sequence(start, depth, flow=bool(event.flow_style))
        return self._mapping(start, depth, flow=bool(event.flow_style))

    def _decorated(self, event: Any) -> None:
        """Report what iki does not have: anchors and tags."""
        text, start = self.source.text, event.start_mark.index
        if event.anchor is not None:
            written = f"&{event.anchor}"
            at = text.index(written, start)
            message = f"jangkar `{written[:60]}` tidak diperkenankan"
            self.report("IKI104", at, at + len(written), message, _NO_ANCHOR)
        if event.tag is not None:
            at = text.index("!", start)
            written = text[at : max(event.end_mark.index, at + 1)].split()[0]
            self.report("IKI105", at, at + len(written), f"tag `{written[:60]}` tidak diperkenankan", _NO_TAG)

    def _scalar(self, event: Any) -> Scalar:
        self._decorated(event)
        start, end = _place(event)
        scalar = Scalar(self.source, start, end, event.value, event.style or "")
        if scalar.style in _BLOCKS:  # libyaml ends a block where the next one begins
            return scalar._replace(end=start + len(self.source.text[start:end].rstrip()))
        if scalar.style == '"' and "\\" in self.source.text[start:end]:
            self._escapes(scalar)
        return scalar

    def _escapes(self, scalar: Scalar) -> None:
        """Control characters are no more welcome as escapes; mostly they were meant as LaTeX."""
        for escape in re.compile(ESCAPE).finditer(self.source.text, scalar.start, scalar.end):
            if is_control(escape):
                message = f"`{escape[0]}` di dalam kutip ganda berarti karakter kendali"
                self.report("IKI102", *escape.span(), message, "pakai kutip tunggal: '...'")

    def _sequence(self, start: int, depth: int, *, flow: bool) -> Sequence:
        items: list[Node] = []
        next_event, node = self._next, self.node
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(node(event, depth + 1))
        end = _place(event)[1] if flow else items[-1].end
        return Sequence._make((self.source, start, end, tuple(items)))

    def _mapping(self, start: int, depth: int, *, flow: bool) -> Mapping:
        source, next_event, node = self.source, self._next, self.node
        values: dict[str, Node | str] = {}
        places: list[int] = []
        value: Node | str | None = None
        first = stop = start
        held: str | None = None  # the key that the last value is held under
        begun_anew = False
        while type(key := next_event()) is not MappingEndEvent:
            if type(key) is not _SCALAR:
                value, held = self._without_key(key, depth), None
                stop = value.end
                continue
            # a few words are the keys of everything: each is held once
            name, at, until = intern(key.value), key.start_mark.index, key.end_mark.index
            if key.style not in _EXACT or key.anchor is not None or key.tag is not None:
                until = self._scalar(key).end
            event, before = next_event(), (value, first, stop)
            if type(event) is _SCALAR and event.style == "" and event.anchor is None and event.tag is None:
                value, first, stop = event.value, event.start_mark.index, event.end_mark.index  # nearly all there is
                place = at, until - at, first, stop - first
            else:
                value = node(event, depth + 1)
                stop = value.end
                place = at, until - at, 0, 0
            if flow and name.isdecimal() and (mended := self._mended(*before, name, until, value)) is not None:
                value = mended
                if held is not None:
                    values[held] = mended
                continue
            if name not in values:
                values[name], held = value, name
                places += place
                continue
            held = None
            if not begun_anew:
                so_far = Mapping(source, start, at, values, tuple(places))
                begun_anew = self._duplicate(so_far, name, at, until)
        end = _place(key)[1] if flow else stop
        return Mapping._make((source, start, end, values, tuple(places)))

    def _without_key(self, event: Any, depth: int) -> Node:
        """The value behind a key that is no text."""
        key, value = self.node(event, depth + 1), self.node(self._next(), depth + 1)
        if not isinstance(key, Scalar):  # an alias has been reported
            self.report("IKI108", key.start, key.start + 1, "kunci di sini bukan teks", "tulis `kunci: isi`")
        return value

    def _duplicate(self, so_far: Mapping, name: str, at: int, end: int) -> bool:
        """Report a key that is there twice; True where it may begin an item of a list, whose other keys say no more."""
        first = so_far.key(name)
        line, _ = span_of(first).first
        message = f"kunci `{name[:60]}` sudah ada di baris {line}"
        before = self.source.text[: first.start].rstrip(" ") if so_far.places[0] == first.start else ""
        hint = "gabungkan keduanya, atau hapus salah satu"
        if before.endswith("-"):
            hint = f"bila di sini mulai butir baru, tulis `- {name[:60]}:`; bila tidak, {hint}"
        self.report("IKI106", at, end, message, hint)
        return before.endswith("-")

    def _mended(
        self, before: Node | str | None, start: int, stop: int, key: str, end: int, value: Node | str
    ) -> Scalar | None:
        """The `95.5` that was meant by `{a: 95,5}`, of which YAML makes a key `5` (to `end`) behind the `95` before."""
        whole = Scalar(self.source, start, stop, before, "") if isinstance(before, str) else before
        if (
            not isinstance(whole, Scalar)
            or not (value in ABSENT if isinstance(value, str) else value.is_empty)
            or self.source.text[whole.end : end] != f",{key}"
            or re.fullmatch(r"[-<>=≤≥. \d]*\d", whole.text) is None
        ):
            return None
        return self._decimal_comma(whole, key, end)

    def _decimal_comma(self, whole: Scalar, decimals: str, end: int) -> Scalar:
        """Report `95,5`, and read it as the `95.5` that was meant, so that it makes no second finding."""
        point = re.sub(r"(?<=\d)\.(?=\d{3}\b)", "", whole.text) + f".{decimals}"
        said = f"`{whole.text[-60:]},{decimals[:60]}` terbaca sebagai dua isian"
        self.report("IKI112", whole.start, end, said, f"tulis dengan titik: `{point[-60:]}`")
        return whole._replace(end=end, text=point)


def _place(event: Any) -> tuple[int, int]:
    """Where an event begins and ends."""
    return event.start_mark.index, event.end_mark.index


def _curly(source: Source, node: Node | None) -> Iterator[Diagnostic]:
    """A warning for each plain text between quotation marks that YAML does not know: they are part of the text."""
    if source.text.isascii() or not any(mark in source.text for mark in _CURLY):
        return
    for scalar in _plain_texts(node):
        text = scalar.text
        if text[1:] and text[-1] in _CURLY.get(text[0], ()):
            message = f"tanda kutip {text[0]} {text[-1]} bukan tanda kutip YAML; ia ikut menjadi isi"
            yield Diagnostic("IKI122", span_of(scalar), message, 'ganti dengan kutip lurus: "..."')


def _cut_off(source: Source, node: Node | None) -> Iterator[Diagnostic]:
    """A warning for each plain text that goes on behind a `#`, which for YAML begins a comment: `Kegiatan #1`."""
    if " #" not in source.text and "\t#" not in source.text:
        return
    rest = re.compile(r"[ \t]+(#\w.*\S|#\w)").match
    for scalar in _plain_texts(node):
        match = rest(source.text, scalar.end)
        if match is not None and scalar.text:
            message = f"`{match[1][:60]}` adalah komentar bagi YAML, jadi tidak ikut dibaca"
            hint = "apit seluruh teksnya dengan tanda kutip: '...'; bila memang komentar, beri spasi sesudah `#`"
            yield Diagnostic("IKI123", Span(source, *match.span(1)), message, hint)


def _plain_texts(node: Node | None) -> Iterator[Scalar]:
    """The scalars without quotes, in the file's order."""
    waiting: list[Node] = [node] if node is not None else []
    while waiting:
        match waiting.pop():
            case Sequence(items=items):
                waiting += reversed(items)
            case Mapping() as mapping:
                waiting += (each for entry in reversed([*mapping.entries()]) for each in reversed(entry))
            case Scalar(style="") as scalar:
                yield scalar


def _invisible(source: Source) -> Iterator[Diagnostic]:
    """A warning for the characters nobody can see, at most one a line."""
    text = source.text
    if text.isascii() or _INVISIBLE.isdisjoint(text):
        return
    search = re.compile(f"[{NO_WIDTH}]").search
    line_end = 0
    while line_end >= 0 and (match := search(text, line_end)):
        message = f"ada karakter tak terlihat U+{ord(match[0]):04X}"
        yield Diagnostic("IKI115", Span(source, *match.span()), message, "hapus karakter itu")
        line_end = text.find("\n", match.end())
