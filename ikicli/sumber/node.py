"""Located nodes: what a YAML file holds, each part with its place.

A scalar is its text. Nodes are plain tuples, since a run over a thousand files makes a hundred thousand of them.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from ikicli.diagnostik import Source, Span
from ikicli.sumber.karakter import ESCAPE, is_white
from ikicli.value import Value

DEEPEST = 20
"""Levels of lists and mappings in a file; the deepest shape of iki has 8."""

TOO_DEEP = f"susunan lebih dalam dari {DEEPEST} tingkat"
"""What is said of a file that goes deeper."""


ABSENT = frozenset({"", "null", "~"})
"""The plain texts that say that nothing is there."""
_MARKS = frozenset("'\"|>")


class Scalar(Value):
    """A text, its place with quotes and block mark, and its `style`: `''` plain, or one of `' " | >`."""

    source: Source
    start: int
    end: int
    text: str
    style: str

    @property
    def is_empty(self) -> bool:
        """Nothing, `null` or `~`, unquoted: the value is absent."""
        return self.text in ABSENT and not self.style

    def within(self, start: int, end: int) -> Span:
        """The place in the file of the characters `start` up to `end` of `text`."""
        places = [*islice(_places(self), start, max(end, start + 1))]
        first, last = places[0][0], places[-1][1]
        return Span(self.source, first, last if end > start else first)


class Sequence(Value):
    """A list of nodes."""

    source: Source
    start: int
    end: int
    items: tuple["Node", ...]

    is_empty = False


class Mapping(Value):
    """Values by their keys, in the file's order. A plain scalar, as most are, is only its text here.

    `places` has four numbers a key: where it starts and how long it is, and likewise of its value if that is a text
    (else they say nothing). Has no hash.
    """

    source: Source
    start: int
    end: int
    values: dict[str, "Node | str"]
    places: tuple[int, ...]

    is_empty = False

    def value(self, name: str) -> "Node | None":
        """The value under the key `name` as a node."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        start, length = self._places(name)[2:]
        return Scalar(self.source, start, start + length, value, "")

    def key(self, name: str) -> Scalar:
        """The key called `name` as a node. Raises ValueError where there is none."""
        start, length, *_ = self._places(name)
        return self._key(start, length, name)

    def nodes(self) -> Iterator["Node"]:
        """All values as nodes."""
        source, places = self.source, self.places
        for value, start, length in zip(self.values.values(), places[2::4], places[3::4], strict=True):
            yield Scalar(source, start, start + length, value, "") if isinstance(value, str) else value

    def entries(self) -> Iterator[tuple[Scalar, "Node"]]:
        """The keys as nodes, each with its value."""
        return zip(map(self._key, self.places[::4], self.places[1::4], self.values), self.nodes(), strict=True)

    def _places(self, name: str) -> tuple[int, ...]:
        at = 4 * list(self.values).index(name)
        return self.places[at : at + 4]

    def _key(self, start: int, length: int, name: str) -> Scalar:
        mark = self.source.text[start : start + min(length, 1)]
        return Scalar(self.source, start, start + length, name, mark if mark in _MARKS else "")


Node: TypeAlias = Scalar | Sequence | Mapping


def span_of(node: Node, *path: str | int) -> Span:
    """The place of the node that `path` (keys and positions) leads to, or of the last one on the way that is there."""
    for step in path:
        inner: Node | None = None
        if isinstance(step, str) and isinstance(node, Mapping):
            inner = node.value(step)
        elif isinstance(step, int) and isinstance(node, Sequence) and step < len(node.items):
            inner = node.items[step]
        if inner is None:
            break
        node = inner
    return _shown(node)


def key_span(node: Node, *path: str) -> Span:
    """The place of the key that `path` leads to, or of the last key on the way that is there."""
    place: Node = node
    inner: Node | None = node
    for name in path:
        if not isinstance(inner, Mapping) or name not in inner.values:
            break
        place, inner = inner.key(name), inner.value(name)
    return _shown(place)


def _shown(node: Node) -> Span:
    """A node's place for a finding: a scalar whole, a collection by its first line."""
    if isinstance(node, Scalar):
        return Span(node.source, node.start, node.end)
    stop = node.source.text.find("\n", node.start, node.end)
    return Span(node.source, node.start, node.end if stop < 0 else stop)


_LINE_END = "[\n\r\x85\u2028\u2029]"


def _places(scalar: Scalar) -> Iterator[tuple[int, int]]:
    """For every character of the text, and for its end, where in the file it starts and ends.

    Exact for characters that are not white space; folded white space is placed at the start of what was folded.
    """
    raw, at, stop = scalar.source.text, scalar.start, scalar.end
    if scalar.style in {"|", ">"}:
        header = re.compile(_LINE_END).search(raw, at, stop)
        at = header.end() if header else stop
    elif scalar.style:
        at, stop = at + 1, stop - 1
    for character in scalar.text:
        length = _white_length(raw, at, stop, scalar.style)
        if not character.isspace():
            while length:
                at += length
                length = _white_length(raw, at, stop, scalar.style)
            length = _written_length(raw, at, stop, scalar.style)
        yield at, at + length
        at += length
    yield at, at


def _white_length(raw: str, at: int, stop: int, style: str) -> int:
    """How many characters of the file write the white space that stands at `at`; 0 when there is none."""
    if at >= stop:
        return 0
    if raw[at].isspace():
        return 1
    escape = re.compile(ESCAPE).match(raw, at, stop) if style == '"' else None
    return len(escape[0]) if escape and is_white(escape) else 0


def _written_length(raw: str, at: int, stop: int, style: str) -> int:
    """How many characters of the file write the one character that stands at `at`."""
    if style == "'" and raw.startswith("''", at):
        return 2
    escape = re.compile(ESCAPE).match(raw, at, stop) if style == '"' else None
    return len(escape[0]) if escape else min(1, stop - at)
