"""A text, a place in it, and a finding about that place."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from ikicli.diagnostik.kode import KODE, Tingkat
from ikicli.value import Value


class Source(Value):
    """A text file as read: line ends are `\\n`, a byte order mark is gone. `path` is the file's real path."""

    path: str
    text: str


class Span(Value):
    """The characters `start` up to (not including) `end` of a source, counted in code points from 0."""

    source: Source
    start: int
    end: int

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, columns in code points."""
        starts = line_starts(self.source)
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    @property
    def first(self) -> tuple[int, int]:
        """Line and column of the first character."""
        return self.position(self.start)

    @property
    def last(self) -> tuple[int, int]:
        """Line and column just behind the last character."""
        return self.position(self.end)


@lru_cache(maxsize=8)
def line_starts(source: Source) -> tuple[int, ...]:
    """Where the lines of a source begin; kept, since the findings of one file ask for it one after the other."""
    return 0, *(end.end() for end in re.finditer("\n", source.text))


class Diagnostic(Value):
    """One fact about one place, found by one rule: the message says what is, the hint what to do about it."""

    code: str
    span: Span
    message: str
    hint: str | None = None


def level_of(diagnostic: Diagnostic) -> Tingkat:
    """How grave a finding is; that belongs to its code, never to the single finding."""
    return KODE[diagnostic.code].tingkat


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings by place, each once."""

    def place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
        span = diagnostic.span
        return span.source.path, span.start, span.end, diagnostic.code, diagnostic.message

    unique = {place(diagnostic): diagnostic for diagnostic in diagnostics}
    return tuple(unique[key] for key in sorted(unique))
