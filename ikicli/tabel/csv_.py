"""CSV as rows with line numbers; the exact place of a cell is worked out only when a finding needs it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from ikicli.diagnostik import Source, Span, line_starts

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


class BrokenTable(Exception):  # noqa: N818 - told to the user as a finding at `span`
    """The text is not CSV from the line at `span` on, for the reason in `message`; what to do about it in `hint`."""

    def __init__(self, span: Span, message: str, hint: str) -> None:
        self.span, self.message, self.hint = span, message, hint


def rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text that hold anything, each with its line; the header's `;` or `,` divides the cells.

    Raises BrokenTable.
    """
    return filled(all_rows(source, delimiter_of(source)))


def filled(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Those of some rows that hold anything, each with its line."""
    return ((line, [*cells]) for line, cells in rows if "".join(cells).strip())


def all_rows(source: Source, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text, each with its line. Raises BrokenTable, such as where a quoted cell is never closed."""
    import csv  # most tables are plain and never come here

    reader = csv.reader(_lines(source.text), delimiter=delimiter, strict=True)
    line = 0
    try:
        for cells in reader:
            yield line + 1, cells
            line = reader.line_num
    except csv.Error as error:
        start = line_starts(source)[line]
        span = Span(source, start, _line_end(source.text, start))
        raise BrokenTable(span, *_reason(span, delimiter, str(error))) from error


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, without a second copy of it all."""
    start = 0
    while start < len(text):
        stop = text.find("\n", start) + 1 or len(text)
        yield text[start:stop]
        start = stop


@lru_cache(maxsize=8)
def delimiter_of(source: Source) -> str:
    """What divides the cells, by the header: `;` or `,`."""
    start = len(source.text) - len(source.text.lstrip())
    stop = source.text.find("\n", start)
    header = source.text[start : stop if stop >= 0 else None]
    return ";" if header.count(";") > header.count(",") else ","


def _reason(line: Span, delimiter: str, problem: str) -> tuple[str, str]:
    """What is wrong with the row that begins in a line, and what to do about it."""
    if "unexpected end" in problem or _row_end(line.source, line.start, delimiter) is None:
        return "tanda kutip di baris ini tidak ditutup", "tutup kutipnya atau hapus"
    if "expected after" in problem:
        return "ada teks sesudah tanda kutip penutup", 'hapus kutipnya, atau tulis kutip di dalam teks dua kali: `""`'
    if "field limit" in problem:
        from csv import field_size_limit

        return f"ada sel di baris ini yang lebih panjang dari {field_size_limit()} karakter", "pendekkan isinya"
    return "baris ini tidak dapat dibaca sebagai CSV", "tulis ulang baris ini"


def cell_span(source: Source, line: int, column: int) -> Span:
    """The place of a cell: `line` from 1, `column` from 0; the whole row where it has no such cell."""
    start, delimiter = line_starts(source)[line - 1], delimiter_of(source)
    if column >= 0:
        for first, last in islice(_cells(source, start, delimiter), column, column + 1):
            if last is not None:
                return Span(source, first, last)
    end = _row_end(source, start, delimiter)
    return Span(source, start, _line_end(source.text, start) if end is None else end)


def _cells(source: Source, start: int, delimiter: str) -> Iterator[tuple[int, int | None]]:
    """Where the cells of the row that begins at `start` begin and end, quotes included; None for a quote left open."""
    text = source.text
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


def _row_end(source: Source, start: int, delimiter: str) -> int | None:
    """Where the row that begins at `start` ends; None when a quote in it is left open."""
    line_end = _line_end(source.text, start)
    if source.text.find('"', start, line_end) < 0:
        return line_end
    *_, (_, stop) = _cells(source, start, delimiter)
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
