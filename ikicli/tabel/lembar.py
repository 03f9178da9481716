"""A sheet as a grid of cells. A cell is the text that stands in it; what a spreadsheet knows of it is its class.

A plain `str` was typed as text, so that its meaning is still open (`1.234`). The subclasses are not: a `SelAngka` is a
number and nothing else.
"""

from collections.abc import Callable, Iterable, Sequence

from ikicli.diagnostik import Diagnostic, Source, Span, line_starts
from ikicli.value import Value

MOST_CELLS = 1_500_000
"""In one file: more than any form holds, and about what memory bears."""
MOST_CHARACTERS = 32 << 20
"""In the cells of one file, those that repeat each other counted each time."""
LONGEST = 1 << 17
"""Characters in one cell, as in CSV; Excel's own are shorter."""
MOST_MERGED, MOST_SHEETS = 100_000, 10_000


MOST_ROWS, MOST_COLUMNS = 1 << 20, 1 << 14
"""On one sheet, as Excel and LibreOffice have it."""
STEP_BYTES = 1 << 16
"""Bytes of a file after each of which its reader says that it goes on."""
Step = Callable[[], None]


def no_step() -> None:
    """Told that a reading goes on, does nothing."""


class SelAngka(str):
    """A number as the spreadsheet stores it: digits, a decimal point, perhaps a minus."""

    __slots__ = ()


class SelPersen(str):
    """A number shown as a percentage: `98.5%` where the spreadsheet stores 0.985."""

    __slots__ = ()


class SelTakJelas(str):
    """A number shown as a percentage or not, depending on how large it is."""

    __slots__ = ()


class SelTanggal(str):
    """A date, as `2019-05-01`."""

    __slots__ = ()


class SelLogika(str):
    """TRUE or FALSE."""

    __slots__ = ()


class SelGalat(str):
    """What a formula gives that failed: `#DIV/0!`."""

    __slots__ = ()


class SelTanpaHasil(str):
    """A formula whose result the file does not hold."""

    __slots__ = ()


class Gabungan(Value):
    """A merged range; rows and columns from 0, the last ones included. Its text stands in its first cell."""

    baris: int
    kolom: int
    baris_akhir: int
    kolom_akhir: int


def counted(text: str, most: int) -> int:
    """A count from 1 to `most` in a spreadsheet's XML. Raises ValueError for any other."""
    number = int(text)
    if not 0 < number <= most:
        raise ValueError(text)
    return number


class Lembar(Value):
    """A sheet: its rows from the first one on, empty ones too; of what is behind a row's last cell nothing is known.

    `berkoma` says that commas divided its cells: one that began decimals may have done so too.
    """

    source: Source
    baris: Sequence[Sequence[str]]
    gabungan: tuple[Gabungan, ...] = ()
    berkoma: bool = False

    def span(self, baris: int, kolom: int = -1) -> Span:
        """The place of a cell, both counted from 0; of the whole row where it has no such cell."""
        return grid_span(self.source, baris, kolom)


def grid_span(source: Source, baris: int, kolom: int = -1) -> Span:
    """The place of a cell of a sheet, both counted from 0; of the whole row where it has no such cell."""
    start = line_starts(source)[baris]
    stop = source.text.find("\n", start)
    cells = source.text[start : stop if stop >= 0 else None].split("\t")
    if 0 <= kolom < len(cells):
        start += sum(map(len, cells[:kolom])) + kolom
        return Span(source, start, start + len(cells[kolom]))
    return Span(source, start, start + sum(map(len, cells)) + len(cells) - 1)


class Dibuka(Value):
    """A file's sheets, what is wrong with it, and what its reader should know (Indonesian sentences)."""

    lembar: tuple[Lembar, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    catatan: tuple[str, ...] = ()


class Unreadable(Exception):  # noqa: N818 - told to the user as a finding about the file
    """A file that is no table to read, and what to do about it."""

    def __init__(self, said: str, hint: str) -> None:
        self.said, self.hint = said, hint


TOO_LARGE = "lembar kerja ini terlalu besar", "kirim hanya lembar isiannya, tanpa baris dan kolom kosong yang diformat"
LOCKED = ("berkas ini terkunci kata sandi", "buka, hapus kata sandinya (Info > Lindungi Buku Kerja), lalu simpan ulang")


class Budget:
    """How many cells may still be made, with how many characters in them."""

    def __init__(self, cells: int = MOST_CELLS) -> None:
        self._cells, self._characters = cells, MOST_CHARACTERS

    def spend(self, cells: int, characters: int = 0) -> None:
        """Count cells and what stands in them. Raises Unreadable when they are too many."""
        self._cells -= cells
        self._characters -= characters
        if self._cells < 0 or self._characters < 0:
            raise Unreadable(*TOO_LARGE)


class Pieces:
    """The text of one cell while it is read. Raises Unreadable when it grows longer than any cell."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._left = LONGEST

    def add(self, piece: str) -> None:
        """Take in what comes next; an empty piece takes room, too."""
        self._left -= len(piece) + 1
        if self._left < 0:
            said = f"ada sel di berkas ini yang lebih panjang dari {LONGEST} karakter"
            raise Unreadable(said, "kirim hanya lembar isiannya")
        self._pieces.append(piece)

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def text(self) -> str:
        """The text so far; what comes next begins another."""
        text = "".join(self._pieces)
        self.clear()
        return text

    def clear(self) -> None:
        """Begin another text."""
        if self._pieces:
            self._pieces, self._left = [], LONGEST


def make_lembar(path: str, nama: str, rows: Iterable[Sequence[str]], gabungan: Iterable[Gabungan] = ()) -> Lembar:
    """A sheet from its rows; tabs and line ends inside cells become spaces."""
    clean = [[_flat(cell) for cell in row] for row in rows]
    return Lembar(Source(path, "\n".join(map("\t".join, clean)), nama), clean, tuple(gabungan))


def _flat(cell: str) -> str:
    if "\t" not in cell and "\n" not in cell and "\r" not in cell:
        return cell
    return type(cell)(cell.replace("\r\n", " ").translate(_SPACES))


_SPACES = str.maketrans("\t\n\r", "   ")
