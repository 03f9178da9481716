"""Findings as a good compiler shows them: place, code, sentence; the line; a caret under the characters; the hint."""

from collections.abc import Iterator, Sequence

from ikicli.diagnostik.faces import Show
from ikicli.diagnostik.kode import Tingkat
from ikicli.diagnostik.tampak import TAB, visible
from ikicli.diagnostik.temuan import Diagnostic, Span, level_of, line_starts
from ikicli.value import Value

_WIDEST = 150
_CELL, _AROUND = 18, 2
"""Of a table's row: characters of the cells beside the finding, and how many such cells on either side."""
_GUTTER, _HINT, _LEAST = 8, 15, 20


class Piece(Value):
    """A run of text and, for colouring, its part: `tempat`, a severity, `garis`, `tanda`, `saran`, or plain."""

    text: str
    role: str = ""


def write(diagnostics: Sequence[Diagnostic], show: Show) -> str:
    """The findings one after the other, and the count."""
    return "".join(piece.text for piece in pieces(diagnostics, show))


def pieces(diagnostics: Sequence[Diagnostic], show: Show, columns: int | None = None) -> Iterator[Piece]:
    """The text of `write` in runs that a terminal may colour; lines of files are cut to fit into so many columns."""
    for diagnostic in diagnostics:
        yield from finding(diagnostic, show, columns)
    yield Piece(f"{count(diagnostics)}\n")


def count(diagnostics: Sequence[Diagnostic]) -> str:
    """How many findings of each severity, in a sentence."""
    counts = {level: sum(level_of(d) is level for d in diagnostics) for level in Tingkat}
    if not any(counts.values()):
        return "Tidak ada temuan."
    return ", ".join(f"{number} {level.value}" for level, number in counts.items() if number) + "."


def finding(diagnostic: Diagnostic, show: Show, columns: int | None = None) -> Iterator[Piece]:
    """One finding in runs of text, with an empty line behind it."""
    span = diagnostic.span
    line, _ = span.first
    level = level_of(diagnostic).value
    yield Piece(f"{visible(show(span.source.path))}{visible(place(span))}: ", "tempat")
    yield Piece(f"{level} {diagnostic.code}", level)
    yield Piece(f": {visible(diagnostic.message)}\n")
    excerpt, indent, width = _excerpt(diagnostic, columns)
    if excerpt.strip():
        gutter = f"{line:>5} | "
        yield Piece(gutter, "garis")
        yield Piece(excerpt + "\n")
        yield Piece(" " * (len(gutter) - 2) + "| ", "garis")
        yield Piece(" " * indent + "^" * width + "\n", "tanda")
    if diagnostic.hint is not None:
        yield Piece("        saran: ", "saran")
        yield Piece(_folded(visible(diagnostic.hint), columns) + "\n")
    yield Piece("\n")


def _folded(hint: str, columns: int | None) -> str:
    """A hint whose lines stand under each other where a terminal is too narrow for one."""
    if columns is None or _HINT + _columns(hint) <= columns:
        return hint
    from textwrap import wrap

    lines = wrap(hint, max(columns - _HINT, _LEAST), break_long_words=False, break_on_hyphens=False)
    return f"\n{' ' * _HINT}".join(lines)


def place(span: Span) -> str:
    """Where in its file a span begins: `:5:3`, in a table `[Lembar1]!C5`."""
    line, column = span.first
    if span.source.lembar is None:
        return f":{line}:{column}"
    return (f"[{span.source.lembar}]" if span.source.lembar else "") + f"!{span.sel}"


def _excerpt(diagnostic: Diagnostic, columns: int | None) -> tuple[str, int, int]:
    """The line of the finding as shown, and where on it the carets begin and how many they are."""
    span = diagnostic.span
    if span.source.lembar is not None:
        return _cells(span)
    text, start = span.source.text, span.start
    _, column = span.position(start)
    before, after = _window(text, start, column, columns)
    stop = text.find("\n", start, start + after)
    stop = min(len(text), start + after) if stop < 0 else stop
    marked = visible(text[start : min(span.end, stop)])
    head = ("…" if before < column - 1 else "") + visible(text[start - before : start])
    tail = visible(text[max(start, min(span.end, stop)) : stop]) + ("" if text[stop : stop + 1] in {"", "\n"} else "…")
    return head + marked + tail, _columns(head), max(_columns(marked), 1)


def _cells(span: Span) -> tuple[str, int, int]:
    """The row of a table as shown, its other cells cut short: a form's row is longer than any screen."""
    text, starts = span.source.text, line_starts(span.source)
    row, column = span.first
    stop = starts[row] - 1 if row < len(starts) else len(text)
    cells = [visible(cell) for cell in text[starts[row - 1] : stop].split("\t")]
    _, behind = span.last
    short = [cell if column - 1 <= at < behind - 1 else _cut(cell, _CELL) for at, cell in enumerate(cells)]
    before = [each for each in short[: column - 1] if each]
    marked, after = TAB.join(short[column - 1 : behind - 1]), [each for each in short[behind - 1 :] if each]
    marked = _cut(marked, _WIDEST // 2)
    if len(before) > _AROUND + 1:  # what names the row, and what stands right beside the finding
        before[_AROUND:-1] = ["…"]
    if len(after) > _AROUND:
        after[_AROUND:] = ["…"]
    head, tail = TAB.join([*before, ""]), TAB.join(["", *after])
    return head + marked + tail, _columns(head), max(_columns(marked), 1)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _window(text: str, start: int, column: int, columns: int | None) -> tuple[int, int]:
    """How much of a line to show before a finding and from it on."""
    if columns is None:
        return min(column - 1, _WIDEST // 2), _WIDEST
    room = max(columns - _GUTTER - len("……"), _LEAST)
    line_end = text.find("\n", start, start + room + 1)
    rest = (len(text) if line_end < 0 else line_end) - start
    before = column - 1 if column - 1 + rest <= room else min(column - 1, max(room // 3, room - rest))
    return before, room - before


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    def width(character: str) -> int:
        if category(character) in {"Mn", "Me"}:
            return 0
        return 2 if east_asian_width(character) in {"W", "F"} else 1

    return sum(map(width, text))
