"""Located nodes: what a YAML file holds, each part with its place.

A scalar is its text. Nodes are plain tuples, since a run over a thousand files makes a hundred thousand of them.
"""

from typing import NamedTuple, TypeAlias

from ikicli.diagnostik import Source, Span


class Scalar(NamedTuple):
    """A text, its place with quotes and block mark, and its `style`: `''` plain, or one of `' " | >`."""

    source: Source
    start: int
    end: int
    text: str
    style: str

    @property
    def is_empty(self) -> bool:
        """Nothing, `null` or `~`, unquoted: the value is absent."""
        return not self.style and self.text in {"", "null", "~"}

    def within(self, start: int, end: int) -> Span:
        """The place in the file of the characters `start` up to `end` of `text`."""
        places = _places(self)
        last = places[end - 1] + 1 if end > start else places[start]
        return Span(self.source, places[start], max(last, places[start]))


class Sequence(NamedTuple):
    """A list of nodes."""

    source: Source
    start: int
    end: int
    items: tuple["Node", ...]


class Mapping(NamedTuple):
    """Keys and values in the file's order; no key twice."""

    source: Source
    start: int
    end: int
    entries: tuple[tuple[Scalar, "Node"], ...]

    def key(self, name: str) -> Scalar | None:
        """The key node called `name`."""
        return next((key for key, _ in self.entries if key.text == name), None)

    def value(self, name: str) -> "Node | None":
        """The value under the key `name`."""
        return next((value for key, value in self.entries if key.text == name), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def span_of(node: Node | None, *path: str | int) -> Span:
    """The place of the node that `path` (keys and positions) leads to, or of the last one on the way that is there."""
    assert node is not None
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


def _shown(node: Node) -> Span:
    """A node's place for a finding: a scalar whole, a collection by its first line."""
    if isinstance(node, Scalar):
        return Span(node.source, node.start, node.end)
    stop = node.source.text.find("\n", node.start, node.end)
    return Span(node.source, node.start, node.end if stop < 0 else stop)


def _places(scalar: Scalar) -> list[int]:
    """For every character of the text, and for its end, the offset in the file where it stands.

    Exact for characters that are not white space; folded white space is placed at the start of what was folded.
    """
    raw, at, stop = scalar.source.text, scalar.start, scalar.end
    if scalar.style in {"|", ">"}:
        at = raw.find("\n", at) + 1
    elif scalar.style:
        at, stop = at + 1, stop - 1
    places = []
    for character in scalar.text:
        if character.isspace():
            places.append(min(at, stop))
            if at < stop and raw[at].isspace():
                at += 1
            continue
        while at < stop and raw[at].isspace():
            at += 1
        places.append(min(at, stop))
        at += _written_length(raw, at, scalar.style)
    places.append(min(at, stop))
    return places


_ESCAPED = {"x": 4, "u": 6, "U": 10}


def _written_length(raw: str, at: int, style: str) -> int:
    """How many characters of the file write the one character that stands at `at`."""
    if style == "'" and raw.startswith("''", at):
        return 2
    if style == '"' and raw.startswith("\\", at):
        return _ESCAPED.get(raw[at + 1 : at + 2], 2)
    return 1
