"""CSV as rows with line numbers; the exact place of a cell is worked out only when a finding needs it."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from ikicli.diagnostik import Source, Span, line_starts

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


class BrokenTable(Exception):  # noqa: N818 - told to the user as a finding at `line`
    """The text is not CSV from `line` on, for the reason in `message`."""

    def __init__(self, line: int, message: str) -> None:
        self.line, self.message = line, message


def rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text that hold anything, each with its line; the header's `;` or `,` divides the cells.

    Raises BrokenTable where a quoted cell is never closed.
    """
    reader = csv.reader(io.StringIO(source.text), delimiter=delimiter_of(source), strict=True)
    line = 0
    try:
        for cells in reader:
            if "".join(cells).strip():
                yield line + 1, cells
            line = reader.line_num
    except csv.Error as error:
        raise BrokenTable(line + 1, _reason(source, line + 1, str(error))) from error


@lru_cache(maxsize=8)
def delimiter_of(source: Source) -> str:
    """What divides the cells, by the header: `;` or `,`."""
    start = len(source.text) - len(source.text.lstrip())
    stop = source.text.find("\n", start)
    header = source.text[start : stop if stop >= 0 else None]
    return ";" if header.count(";") > header.count(",") else ","


def _reason(source: Source, line: int, problem: str) -> str:
    start = line_starts(source)[line - 1]
    if "unexpected end" in problem or _row_end(source, start) is None:
        return "tanda kutip di baris ini tidak ditutup"
    if "expected after" in problem:
        return "ada teks sesudah tanda kutip penutup"
    if "field limit" in problem:
        return f"ada sel di baris ini yang lebih panjang dari {csv.field_size_limit()} karakter"
    return "baris ini tidak dapat dibaca sebagai CSV"


def cell_span(source: Source, line: int, column: int) -> Span:
    """The place of a cell: `line` from 1, `column` from 0; the whole row where it has no such cell."""
    start = line_starts(source)[line - 1]
    if column >= 0:
        for first, last in islice(_cells(source, start), column, column + 1):
            if last is not None:
                return Span(source, first, last)
    end = _row_end(source, start)
    return Span(source, start, _line_end(source.text, start) if end is None else end)


def _cells(source: Source, start: int) -> Iterator[tuple[int, int | None]]:
    """Where the cells of the row that begins at `start` begin and end, quotes included; None for a quote left open."""
    text, delimiter = source.text, delimiter_of(source)
    while True:
        stop = _cell_end(text, start, delimiter)
        yield start, stop
        if stop is None or not text.startswith(delimiter, stop):
            return
        start = stop + 1


def _cell_end(text: str, start: int, delimiter: str) -> int | None:
    if text.startswith('"', start):
        close = text.find('"', start + 1)
        while close >= 0 and text.startswith('""', close):
            close = text.find('"', close + 2)
        if close < 0:
            return None
        start = close + 1
    end = re.compile(f"[{delimiter}\n]").search(text, start)
    return end.start() if end else len(text)


def _row_end(source: Source, start: int) -> int | None:
    """Where the row that begins at `start` ends; None when a quote in it is left open."""
    line_end = _line_end(source.text, start)
    if source.text.find('"', start, line_end) < 0:
        return line_end
    *_, (_, stop) = _cells(source, start)
    return stop


def _line_end(text: str, start: int) -> int:
    stop = text.find("\n", start)
    return len(text) if stop < 0 else stop


def write_csv(table: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """A table as CSV text with `,` or `;` and `\\n`; no cell can be taken for a formula by a spreadsheet.

    The same bytes from every Python: their csv writers differ in which cells they quote.
    """
    written = CsvCells(delimiter).__getitem__
    return "".join((delimiter.join(map(written, row)) or '""') + "\n" for row in table)


class CsvCells(dict[str, str]):
    """Cells as CSV writes them; in a large table most stand there many times."""

    def __init__(self, delimiter: str = ",") -> None:
        self._quoted = re.compile(rf'[{delimiter}"\r\n]')

    def __missing__(self, cell: str) -> str:
        text = harmless(cell)
        self[cell] = '"' + text.replace('"', '""') + '"' if self._quoted.search(text) else text
        return self[cell]


def harmless(cell: str) -> str:
    """The cell; a text that a spreadsheet would run as a formula gets an apostrophe in front."""
    if not cell.startswith(_FORMULA_STARTS) or re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", cell):
        return cell
    return "'" + cell
