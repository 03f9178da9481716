"""A text, a place in it, and a finding about that place."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable

from ikicli.diagnostik.kode import KODE, Tingkat
from ikicli.value import Value


class Source(Value):
    """A text file as read: line ends are `\n`, a byte order mark is gone. `path` is the file's real path.

    Of a table, `lembar` is the sheet's name (a CSV's: ""), and the text one line a row, a tab between two cells; tabs
    and line ends inside cells are spaces, so that a line's number is the row's.
    """

    path: str
    text: str
    lembar: str | None = None


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
        """Line and column of the first character; in a table, row and column of the cell."""
        return self._place(self.start)

    @property
    def last(self) -> tuple[int, int]:
        """Line and column just behind the last character; in a table, row and column just behind the last cell."""
        line, column = self._place(self.end)
        return line, column + (self.source.lembar is not None)

    @property
    def sel(self) -> str | None:
        """The first cell as a spreadsheet names it (`C5`); None in a text that is no table."""
        if self.source.lembar is None:
            return None
        row, column = self.first
        return f"{column_letters(column)}{row}"

    def _place(self, offset: int) -> tuple[int, int]:
        line, column = self.position(offset)
        if self.source.lembar is None:
            return line, column
        return line, self.source.text.count("\t", offset - column + 1, offset) + 1


_STARTS: deque[tuple[str, tuple[int, ...]]] = deque(maxlen=8)
"""Texts asked for of late, with where their lines begin."""


def line_starts(source: Source) -> tuple[int, ...]:
    """Where the lines of a source begin; kept, since the findings of one file ask for it one after the other."""
    for text, starts in _STARTS:
        if text is source.text:  # equal ones would be compared whole, each time
            return starts
    starts = 0, *(end.end() for end in re.finditer("\n", source.text))
    _STARTS.append((source.text, starts))
    return starts


def column_letters(column: int) -> str:
    """The name of a spreadsheet's column, counted from 1: A ... Z, AA ..."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


class Diagnostic(Value):
    """One fact about one place, found by one rule: the message says what is, the hint what to do about it.

    `about` is the place of the indicator that the fact is about, where the fact itself stands in another file.
    """

    code: str
    span: Span
    message: str
    hint: str | None = None
    about: Span | None = None


def level_of(diagnostic: Diagnostic) -> Tingkat:
    """How grave a finding is; that belongs to its code, never to the single finding."""
    return KODE[diagnostic.code].tingkat


def errors_in(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The errors among findings, in their order."""
    return tuple(each for each in diagnostics if level_of(each) is Tingkat.GALAT)


def failing(*, ketat: bool) -> frozenset[Tingkat]:
    """The severities that make a check fail: errors, under `--ketat` warnings too, an info never."""
    return frozenset({Tingkat.GALAT, Tingkat.PERINGATAN} if ketat else {Tingkat.GALAT})


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings by place, each once."""

    def place(diagnostic: Diagnostic) -> tuple[str, str, int, int, str, str]:
        span = diagnostic.span
        return span.source.path, span.source.lembar or "", span.start, span.end, diagnostic.code, diagnostic.message

    unique = {place(diagnostic): diagnostic for diagnostic in diagnostics}
    return tuple(unique[key] for key in sorted(unique))
