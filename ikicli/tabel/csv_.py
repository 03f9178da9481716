"""CSV as rows with line numbers; the exact place of a cell is worked out only when a finding needs it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from ikicli.diagnostik import Source, Span

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class BrokenTable(Exception):  # noqa: N818 - told to the user as a finding at `line`
    """The text is not CSV from `line` on, for the reason in `message`."""

    def __init__(self, line: int, message: str) -> None:
        self.line, self.message = line, message


def rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text that hold anything, each with its line; the header's `;` or `,` divides the cells.

    Raises BrokenTable where a quoted cell is never closed.
    """
    reader = csv.reader(io.StringIO(source.text), delimiter=_delimiter(source), strict=True)
    line = 0
    try:
        for cells in reader:
            if any(cells):
                yield line + 1, cells
            line = reader.line_num
    except csv.Error as error:
        raise BrokenTable(line + 1, _reason(str(error))) from error


def _delimiter(source: Source) -> str:
    header = source.text.lstrip().partition("\n")[0]
    return ";" if header.count(";") > header.count(",") else ","


def _reason(problem: str) -> str:
    if "unexpected end" in problem:
        return "tanda kutip di baris ini tidak ditutup"
    if "expected after" in problem:
        return "ada teks sesudah tanda kutip penutup"
    return "baris ini tidak dapat dibaca sebagai CSV"


def cell_span(source: Source, line: int, column: int) -> Span:
    """The place of a cell: `line` from 1, `column` from 0; the whole line where it has no such cell."""
    start = 0
    for _ in range(line - 1):
        start = source.text.index("\n", start) + 1
    delimiter, text, stop = _delimiter(source), source.text, _row_end(source.text, start)
    at, number = start, 0
    for offset, quoted in _unquoted(text, start, stop):
        if not quoted and text[offset] == delimiter:
            if number == column:
                return Span(source, at, offset)
            at, number = offset + 1, number + 1
    return Span(source, at, stop) if number == column else Span(source, start, stop)


def _row_end(text: str, start: int) -> int:
    return next((offset for offset, quoted in _unquoted(text, start, len(text)) if not quoted and text[offset] == "\n"),
                len(text))  # fmt: skip


def _unquoted(text: str, start: int, stop: int) -> Iterator[tuple[int, bool]]:
    """Every offset, and whether it lies within quotes."""
    quoted = False
    for offset in range(start, stop):
        if text[offset] == '"':
            quoted = not quoted
        yield offset, quoted


def write_csv(table: Iterable[Sequence[str]]) -> str:
    """A table as CSV text with `,` and `\\n`; no cell can be taken for a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in table:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: str) -> str:
    """The cell; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    if not cell.startswith(_FORMULA_STARTS) or _is_number(cell):
        return cell
    return "'" + cell


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()
