"""Verdicts as the lines of a table: aligned text here, colour in `layar_audit`. One shaping serves both."""

from collections.abc import Iterator
from textwrap import wrap

from ikicli.capaian.tulisan import TANPA_NILAI, angka_atau
from ikicli.diagnostik.tampak import visible
from ikicli.telaah.audit import Audit, BarisAudit, Putusan
from ikicli.telaah.audit.kata import PUTUSAN, TANDA, summary
from ikicli.value import Value

WIDTH = 100
GAP = "  "
_WIDEST_NAME, _NARROWEST_NAME, _WIDEST_CELL = 44, 16, 18
_TITLES = ("Indikator", "Target", "Realisasi", "Tercetak", "Hitungan")


class Baris(Value):
    """A row as it is read: its number, cells and reason; nothing in it acts on a terminal."""

    putusan: Putusan
    no: str
    sel: tuple[str, ...]
    sebab: str


def lines_of(audit: Audit) -> tuple[Baris, ...]:
    """The rows as they are read."""
    return tuple(map(_row, audit.baris))


def _row(row: BarisAudit) -> Baris:
    printed = (row.target, row.realisasi, row.terbit)
    figures = (*(visible(cell) or TANPA_NILAI for cell in printed), angka_atau(row.hitung, 2))
    return Baris(row.putusan, str(row.no), (visible(row.indikator) or TANPA_NILAI, *figures), visible(row.sebab))


def widths(rows: tuple[Baris, ...], width: int) -> tuple[int, ...]:
    """How wide the columns are within a line's width; long names are cut, figures only where they are remarks."""
    columns = [[title, *(row.sel[at] for row in rows)] for at, title in enumerate(_TITLES)]
    figures = [min(max(map(len, column)), _WIDEST_CELL) for column in columns[1:]]
    number = max((len(row.no) for row in rows), default=1)
    room = width - sum(figures) - len(GAP) * (len(figures) + 1) - number - 2
    name = min(max(map(len, columns[0])), max(room, _NARROWEST_NAME), _WIDEST_NAME)
    return (number, name, *figures)


def head(form: tuple[int, ...]) -> str:
    """The titles over the columns."""
    return " " * (2 + form[0]) + GAP + _cells(_TITLES, form)


def row_line(row: Baris, form: tuple[int, ...]) -> str:
    """A row's number and cells, without its mark."""
    return f"{row.no.rjust(form[0])}{GAP}{_cells(row.sel, form)}"


def _cells(cells: tuple[str, ...], form: tuple[int, ...]) -> str:
    name, *figures = (cut(cell, width) for cell, width in zip(cells, form[1:], strict=True))
    return GAP.join([name.ljust(form[1]), *(cell.rjust(width) for cell, width in zip(figures, form[2:], strict=True))])


def cut(text: str, most: int) -> str:
    """The text, its end cut off where it is too long."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def reason_lines(row: Baris, form: tuple[int, ...], width: int) -> list[str]:
    """The reason below a row, folded."""
    indent = " " * (form[0] + 2) + GAP
    return wrap(row.sebab, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def heading(audit: Audit) -> str:
    """What was audited."""
    return f"Audit {visible(audit.tabel)}"


def footing(audit: Audit) -> Iterator[str]:
    """The counts, and what the reader should know about the whole table."""
    yield summary(audit)
    if not audit.count(Putusan.BEDA):
        yield "Tidak ada angka yang terbukti keliru."
    yield from (f"Catatan: {visible(note)}." for note in audit.catatan)


def occurring(audit: Audit) -> tuple[Putusan, ...]:
    """The verdicts that occur, whose marks are to be explained."""
    return tuple(each for each in TANDA if audit.count(each))


def plain(audit: Audit) -> str:
    """The whole audit as text."""
    rows = lines_of(audit)
    form = widths(rows, WIDTH)
    lines = [heading(audit), "", head(form).rstrip()]
    for row in rows:
        lines.append(f"{TANDA[row.putusan]} {row_line(row, form)}".rstrip())
        lines.extend(reason_lines(row, form, WIDTH))
    legend = GAP.join(f"{TANDA[each]} {PUTUSAN[each]}" for each in occurring(audit))
    return "\n".join([*lines, "", legend, *footing(audit)]) + "\n"
