"""Where the cells of a table stand, with those that reach down from a row above."""

from collections.abc import Iterator, Sequence

from ikicli.laporan.blok.nouns import Larik, Sel
from ikicli.value import Value


class SelTerletak(Value):
    """A cell in its place; `lanjutan`: it only goes on here from a row above."""

    sel: Sel
    lanjutan: bool


def placed(rows: Sequence[Larik]) -> Iterator[tuple[Larik, tuple[SelTerletak, ...]]]:
    """Each row with all cells that it has on the page, from the first column on without gaps."""
    reaching: dict[int, tuple[int, Sel]] = {}
    for row in rows:
        ahead, column, found = iter(row.sel), 0, []
        while True:
            left, above = reaching.pop(column, (0, None))
            cell = above or next(ahead, None)
            if cell is None:
                break
            found.append(SelTerletak(cell, above is not None))
            left = (left or cell.tinggi) - 1
            if left:
                reaching[column] = (left, cell)
            column += cell.lebar
        yield row, tuple(found)
