"""Tables by columns: rows of one width without quotes, as programs write them and offices send most of theirs.

In a large table a list for every row, and a copy of every text that comes again, cost more than all that is read there.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, overload

_STEP = 1 << 14
"""Characters that are divided at once: what is made of them stays near while it is sorted into the columns.

A longer line is left to csv, which takes longer cells than this, and refuses the longest.
"""
_LARGE = 1 << 17
"""Characters of a text in which it pays to hold once what comes again."""
_WIDEST = 40
"""Columns of a table that is asked for whole columns; of a wider one, a form, cells are asked for one by one."""


class Columns(Sequence[Sequence[str]]):
    """A table of one width, every cell a plain text: held by columns, a sequence of its rows."""

    def __init__(self, columns: Sequence[list[str]]) -> None:
        self.columns = columns

    def drop(self, rows: int) -> None:
        """Take the first rows away."""
        for column in self.columns:
            del column[:rows]

    def __len__(self) -> int:
        return len(self.columns[0])

    @overload
    def __getitem__(self, at: int) -> Sequence[str]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Sequence[str]]: ...
    def __getitem__(self, at: int | slice) -> Sequence[str] | Sequence[Sequence[str]]:
        if isinstance(at, slice):
            return [*zip(*(column[at] for column in self.columns), strict=True)]
        return [column[at] for column in self.columns]

    def __iter__(self) -> Iterator[Sequence[str]]:
        return zip(*self.columns, strict=True)


def split_plain(text: str, delimiter: str) -> Columns | None:
    """The rows of a text whose lines have equally many cells: what `csv.reader` gives, in half its time.

    None where that is not sure, or does not pay: quotes, `\\r`, one column, very many, a line longer than a piece.
    """
    width = text[: text.find("\n") + 1].count(delimiter) + 1
    if not 2 <= width <= _WIDEST or '"' in text or "\r" in text:
        return None
    columns: list[list[str]] = [[] for _ in range(width)]
    known: list[dict[str, str] | None] = [] if len(text) > _LARGE else [None] * width
    for part in _pieces(text):
        if not part.endswith("\n"):
            return None
        cells = part.replace("\n", f"{delimiter}\n{delimiter}").split(delimiter)[:-1]
        lines = part.count("\n")  # each is a cell of its own now, behind those of its line
        if len(cells) != lines * (width + 1) or cells[width :: width + 1].count("\n") != lines:
            return None
        divided = [cells[at :: width + 1] for at in range(width)]
        known = known or [{} if _repeats_itself(new) else None for new in divided]
        for column, same, new in zip(columns, known, divided, strict=True):
            column.extend(new if same is None else _once(new, same))
    return Columns(columns)


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of whole lines; where one is longer than a piece, a piece that ends within it."""
    start, whole = 0, text if text.endswith("\n") else text + "\n"
    while start < len(whole):
        stop = whole.rfind("\n", start, start + _STEP) + 1 or start + _STEP
        yield whole[start:stop]
        start = stop


def _repeats_itself(cells: list[str]) -> bool:
    return 2 * len(set(cells)) <= len(cells)


def _once(new: list[str], known: dict[str, str]) -> Iterable[str]:
    """The texts, each text that was known before as it was known."""
    first = known.setdefault(new[0], new[0])
    if new.count(first) == len(new):
        return [first] * len(new)
    return map(known.setdefault, new, new)


def stripped(cells: Sequence[str]) -> Sequence[str]:
    """A column's cells without the white space around them."""
    return list(map(str.strip, cells)) if any(cells) else cells


def cut(column: Sequence[Any], runs: Sequence[slice]) -> Iterator[Sequence[Any]]:
    """The parts of a column, one for each run; where it says the same throughout, runs of one length share theirs."""
    if not column or column[0] != column[-1] or column.count(column[0]) < len(column):
        return map(column.__getitem__, runs)
    lengths = [run.stop - run.start for run in runs]
    same = {length: (column[0],) * length for length in set(lengths)}
    return map(same.__getitem__, lengths)


def cells_of(rows: Sequence[Sequence[str]], nomor: Sequence[int], kolom: int) -> Sequence[str]:
    """A column's cells in some rows: a range without gaps, or places one by one. Empty where a row ends before it."""
    if isinstance(rows, Columns):
        if kolom >= len(rows.columns):
            return [""] * len(nomor)
        column = rows.columns[kolom]
        return column[nomor.start : nomor.stop] if isinstance(nomor, range) else list(map(column.__getitem__, nomor))
    some = list(map(rows.__getitem__, nomor))
    try:
        return list(map(itemgetter(kolom), some))
    except IndexError:
        return [row[kolom] if kolom < len(row) else "" for row in some]


def are_plain(rows: Sequence[Sequence[str]], cells: Iterable[str]) -> bool:
    """Whether cells of some rows are all plain texts: of none does a spreadsheet know more."""
    return isinstance(rows, Columns) or set(map(type, cells)) == {str}


def longer(rows: Sequence[Sequence[str]], nomor: Iterable[int], width: int) -> set[int]:
    """Those of some rows that have more cells than `width`."""
    if isinstance(rows, Columns) and len(rows.columns) <= width:
        return set()
    return {baris for baris in nomor if len(rows[baris]) > width}


def words_from(rows: Sequence[Sequence[str]], first: int, columns: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The cells of some columns in the rows from `first` on. Raises IndexError at a row that ends before one."""
    if isinstance(rows, Columns):
        return zip(*(islice(rows.columns[at], first, None) for at in columns), strict=True)
    one, *more = columns
    words = itemgetter(*columns) if more else lambda row: (row[one],)
    return map(words, islice(rows, first, None))
