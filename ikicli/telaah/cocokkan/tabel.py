"""The decree's table of indicators: cells between tabs or bars, which may go on over several lines."""

import re
from collections.abc import Iterator, Sequence

from ikicli.telaah.cocokkan.bunyi import Butir, Hal, TakTerbaca
from ikicli.telaah.cocokkan.markah import Baris, cell_items, plain
from ikicli.value import Value

KOLOM = ("sasaran", "indikator", "penjelasan", "sumber data")
_TITLES = (("penjelasan", "formulasi", "rumus", "formula"), ("sumber",), ("sasaran",), ("indikator",))
_COLUMNS = (2, 3, 0, 1)
_BAR = re.compile(r"(?<!\\)\|")
_NUMBER = re.compile(r"\(?\d{1,2}\)?")
_RULE = re.compile(r":?-{2,}:?")


class _BarisTabel(Value):
    """A row: the line on which it begins, and its cells in the order of KOLOM."""

    baris: Baris
    sel: tuple[str, ...]


class TabelTerbaca(Value):
    """The table's rows by sasaran, and the lines that are none of them."""

    sasaran: tuple[Butir, ...]
    tak_terbaca: tuple[TakTerbaca, ...]


def is_header(baris: Baris) -> bool:
    """Whether a table of indicators begins on this line."""
    titles = [plain(cell).casefold() for cell in _cells(baris.teks)]
    return all(any(word in title for title in titles) for word in ("sasaran", "indikator")) and len(titles) > 1


def read_table(header: Baris, below: Sequence[Baris]) -> TabelTerbaca:
    """The table under a header, up to the end of the lines given."""
    places, unread = _places(header), []
    missing = [name for name, place in zip(KOLOM, places, strict=True) if place is None]
    if missing:
        reason = f"judul tabel ini tidak menyebut {', '.join(missing)}"
        unread.append(header.unread(reason))
    rows: list[_BarisTabel] = []
    width = len(_cells(header.teks))
    for baris, cells in _bars(below) if "\t" not in header.teks else _tabs(below, width):
        if len(cells) != width:
            reason = (
                f"di luar tabel: {len(cells)} kolom, sedangkan judulnya {width}" if len(cells) > 1 else "di luar tabel"
            )
            unread.append(baris.unread(reason))
        elif not _is_frame(cells):
            rows.append(_BarisTabel(baris, tuple("" if at is None else cells[at] for at in places)))
    return TabelTerbaca(tuple(_grouped(_whole(rows))), tuple(unread))


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return line.split("\t")
    cells = _BAR.split(line.strip())
    return cells[1 if not cells[0].strip() else 0 : -1 if len(cells) > 1 and not cells[-1].strip() else None]


def _places(header: Baris) -> tuple[int | None, ...]:
    """In which cell each of KOLOM stands, None where it stands in none."""
    titles = [plain(cell).casefold() for cell in _cells(header.teks)]
    found: list[int | None] = [None] * len(KOLOM)
    taken = set()
    for column, words in zip(_COLUMNS, _TITLES, strict=True):
        at = next(
            (at for at, title in enumerate(titles) if at not in taken and any(word in title for word in words)), None
        )
        found[column] = at
        taken.add(at)
    return tuple(found)


def _is_frame(cells: Sequence[str]) -> bool:
    """Whether a row is the line under the header, or numbers the columns."""
    texts = [cell.strip() for cell in cells]
    return all(_RULE.fullmatch(text) for text in texts) or all(_NUMBER.fullmatch(text) for text in texts)


def _bars(below: Sequence[Baris]) -> Iterator[tuple[Baris, list[str]]]:
    """A row a line."""
    for each in below:
        if not each.is_blank:
            yield each, _cells(each.teks)


def _tabs(below: Sequence[Baris], width: int) -> Iterator[tuple[Baris, list[str]]]:
    """Rows of cells between tabs. A line end within a cell leaves lines with too few: they go on where it was cut."""
    open_row: tuple[Baris, list[str]] | None = None
    for at, each in enumerate(below):
        if each.is_blank:
            if open_row:
                yield open_row
            open_row = None
            continue
        cells = each.teks.split("\t")
        fits = open_row is not None and len(open_row[1]) + len(cells) - 1 <= width
        if open_row and fits and (len(open_row[1]) < width or not _begins_row(below[at:], width)):
            open_row = open_row[0], [*open_row[1][:-1], f"{open_row[1][-1]}\n{cells[0]}", *cells[1:]]
            continue
        if open_row:
            yield open_row
        open_row = each, cells
    if open_row:
        yield open_row


def _begins_row(below: Sequence[Baris], width: int) -> bool:
    """Whether the lines from here on fill one row before a line that is whole by itself."""
    tabs = 0
    for each in below:
        more = each.teks.count("\t")
        if each.is_blank or (more == width - 1 and tabs == 0 and each is not below[0]):
            return False
        tabs += more
        if tabs >= width - 1:
            return tabs == width - 1
    return False


def _whole(rows: Sequence[_BarisTabel]) -> Iterator[_BarisTabel]:
    """Rows with what stands in rows below them, whose indicator is empty, added cell by cell."""
    whole: _BarisTabel | None = None
    for row in rows:
        if whole is not None and not plain(row.sel[1]) and plain(whole.sel[1]):
            cells = (
                f"{above}\n{more}" if more.strip() else above for above, more in zip(whole.sel, row.sel, strict=True)
            )
            whole = _BarisTabel(whole.baris, tuple(cells))
            continue
        if whole is not None:
            yield whole
        whole = row
    if whole is not None:
        yield whole


def _grouped(rows: Iterator[_BarisTabel]) -> Iterator[Butir]:
    """Rows by sasaran: an empty cell, or the same text again, goes on with the one above."""
    sasaran, found = None, list[Butir]()
    for row in rows:
        named = row.baris.item(Hal.SASARAN, row.sel[0])
        if sasaran is None or (named.teks and named.teks != sasaran.teks):
            if sasaran is not None:
                yield sasaran._replace(anak=tuple(found))
            sasaran, found = named, []
        found.append(_indikator(row))
    if sasaran is not None:
        yield sasaran._replace(anak=tuple(found))


def _indikator(row: _BarisTabel) -> Butir:
    _, nama, penjelasan, sumber = row.sel
    below = row.baris.item(Hal.PENJELASAN, penjelasan), *cell_items(Hal.SUMBER, row.baris, sumber)
    return row.baris.item(Hal.INDIKATOR, nama)._replace(anak=below)
