"""A workbook as an XLSX file: the same bytes for the same values, on every machine."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from functools import cache
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from ikicli.rumus import decimal_text
from ikicli.tabel.workbook import Bars, Cell, Check, Row, Run, Sheet, Style, Table, Workbook
from ikicli.tabel.zip_ import plain_zip

if TYPE_CHECKING:  # xlsxwriter is imported only where a workbook is written
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook as Book
    from xlsxwriter.worksheet import Worksheet

_NO_TIME = datetime(1980, 1, 1)
"""What a zip says that knows no time."""
_LONGEST_TEXT = 32_767
_LONGEST_FOOTER = 100
_MOST_DIGITS = 15
"""Spreadsheets keep no more digits of a number."""
_EVERY_DIGIT = 30
_LARGEST = 10**15
_A4 = 9
_MARGIN = 2 / 5


class _Angka(Fraction):
    """A number that is written with its own digits; xlsxwriter asks for `.16G`: 98.43000000000001."""

    def __format__(self, _: str) -> str:
        return decimal_text(self, _EVERY_DIGIT)


def write_xlsx(workbook: Workbook) -> bytes:
    """The workbook's file. A text never becomes a formula, and a number too long for a spreadsheet stays a text."""
    from xlsxwriter import Workbook as Book

    buffer = BytesIO()
    book = Book(buffer, {"in_memory": True})
    book.set_properties({**workbook.about, "created": _NO_TIME})
    for at, line in enumerate(workbook.marks, start=1):
        book.custom_properties.append((f"iki-{at}", line, "text"))  # the method warns of lines longer than 255
    writing = _Writing(book)
    for sheet in workbook.sheets:
        writing.sheet(sheet, book.add_worksheet(sheet.name))
    book.close()
    return plain_zip(buffer)


class _Writing:
    """One workbook being written."""

    def __init__(self, book: "Book") -> None:
        self.book = book
        self.format = cache(self._format)

    def _format(self, style: Style) -> "Format":
        looks: dict[str, Any] = {
            "font_name": "Calibri",
            "font_size": style.size,
            "bold": style.bold,
            "align": style.align,
            "valign": "vcenter" if style.middle else "top",
            "text_wrap": style.wrap,
            "shrink": style.shrink,
            "locked": not style.open,
        }
        if style.colour:
            looks["font_color"] = style.colour
        if style.fill:
            looks["bg_color"] = style.fill
        if style.border:
            looks |= {"border": 1, "border_color": style.border, "indent": int(style.align == "left")}
        if style.number:
            looks["num_format"] = style.number
        return self.book.add_format(looks)

    def sheet(self, sheet: Sheet, page: "Worksheet") -> None:
        for column, width in enumerate(sheet.widths):
            page.set_column(column, column, width)
        for number, row in enumerate(sheet.rows):
            height = _height(row, sheet.widths) if row.height is None else row.height
            if height:
                page.set_row(number, height)
            for column, cell in _placed(row):
                self._cell(page, number, column, cell)
        self._checks(page, sheet)
        if sheet.table:
            self._table(page, sheet, sheet.table)
        if sheet.bars:
            self._bars(page, sheet.bars)
        _print_setup(page, sheet)
        if sheet.locked:
            first = _first_open(sheet)
            page.set_selection(*first, *first)
            page.protect("", {"format_columns": True, "format_rows": True})

    def _cell(self, page: "Worksheet", row: int, column: int, cell: Cell) -> None:
        look = self.format(cell.style)
        if cell.span > 1 or cell.down > 1:
            page.merge_range(row, column, row + cell.down - 1, column + cell.span - 1, "", look)
        match cell.value:
            case None | "" | ():
                page.write_blank(row, column, None, look)
            case str(text):
                page.write_string(row, column, text[:_LONGEST_TEXT], look)
            case Fraction():
                self._number(page, row, column, cell.value, look)
            case runs:
                pieces: list[Any] = []
                for run in runs:
                    pieces += [self.format(run.style), run.text]
                page.write_rich_string(row, column, *pieces, look)

    def _number(self, page: "Worksheet", row: int, column: int, number: Fraction, look: "Format") -> None:
        text = decimal_text(number, _EVERY_DIGIT, point=",")
        if len(text.replace(",", "").strip("-0")) > _MOST_DIGITS:
            page.write_string(row, column, text, look)
        else:
            page.write_number(row, column, _Angka(number), look)

    def _checks(self, page: "Worksheet", sheet: Sheet) -> None:
        """The checks, each once for all its cells, and the number formats of whole numbers."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        checks: dict[Check, list[tuple[int, int]]] = {}
        whole: dict[str, list[tuple[int, int]]] = {}
        for number, row in enumerate(sheet.rows):
            for column, cell in _placed(row):
                if cell.check:
                    checks.setdefault(cell.check, []).append((number, column))
                if cell.style.whole:
                    whole.setdefault(cell.style.whole, []).append((number, column))
        for check, places in checks.items():
            everywhere = " ".join(xl_rowcol_to_cell(*place) for place in places)
            page.data_validation(*places[0], *places[0], _validation(check) | {"multi_range": everywhere})
        for number_format, places in whole.items():
            first = xl_rowcol_to_cell(*places[0])
            options = {
                "type": "formula",
                "criteria": f"=AND(ISNUMBER({first}),INT({first})={first})",
                "format": self.book.add_format({"num_format": number_format}),
                "multi_range": " ".join(xl_rowcol_to_cell(*place) for place in places),
            }
            page.conditional_format(*places[0], *places[0], options)

    def _table(self, page: "Worksheet", sheet: Sheet, table: Table) -> None:
        titles = sheet.rows[table.top].cells
        columns = [{"header": str(cell.value), "header_format": self.format(cell.style)} for cell in titles]
        options = {"name": table.name, "columns": columns, "style": None}
        page.add_table(table.top, 0, table.bottom, len(titles) - 1, options)

    def _bars(self, page: "Worksheet", bars: Bars) -> None:
        chart = self.book.add_chart({"type": "bar"})
        chart.add_series({
            "categories": [bars.source, bars.top, bars.labels, bars.bottom, bars.labels],
            "values": [bars.source, bars.top, bars.numbers, bars.bottom, bars.numbers],
            "fill": {"color": bars.colour},
            "gap": 40,
            "data_labels": {"value": True},
        })  # fmt: skip
        count = bars.bottom - bars.top + 1
        chart.set_title({"name": bars.title, "name_font": {"size": 12}})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        chart.set_x_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
        chart.set_size({"width": 880, "height": 120 + 26 * count})
        page.insert_chart(bars.row, bars.column, chart, {"description": bars.title})


def _first_open(sheet: Sheet) -> tuple[int, int]:
    """Where typing begins."""
    places = ((n, column) for n, row in enumerate(sheet.rows) for column, cell in _placed(row) if cell.style.open)
    return next(places, (0, 0))


def _placed(row: Row) -> Iterator[tuple[int, Cell]]:
    """The cells with their columns."""
    column = 0
    for cell in row.cells:
        yield column, cell
        column += cell.span


def _height(row: Row, widths: tuple[int, ...]) -> int:
    """Points for the highest wrapped text of a row, generously; 0 where nothing is wrapped.

    Spreadsheets grow a row to its texts when they are typed, not all of them when a file is opened.
    """
    return max(
        (_wrapped(cell, sum(widths[column : column + cell.span])) for column, cell in _placed(row) if cell.style.wrap),
        default=0,
    )


def _wrapped(cell: Cell, width: int) -> int:
    runs = cell.value if isinstance(cell.value, tuple) else (Run(str(cell.value or ""), cell.style),)
    points = 4
    for run in runs:
        letters = max(width * (11 if run.style.bold else 12) // run.style.size, 1)
        lines = sum(len(wrap(line, letters)) or 1 for line in run.text.removeprefix("\n").split("\n"))
        points += lines * (run.style.size + 3)
    return points // cell.down


def _validation(check: Check) -> dict[str, Any]:
    number = (
        {"validate": "integer", "criteria": ">=", "value": 0}
        if check.whole
        else {"validate": "decimal", "criteria": "between", "minimum": -_LARGEST, "maximum": _LARGEST}
    )
    return number | {
        "input_title": check.title[:32],
        "input_message": check.prompt[:255],
        "error_title": "Isian tidak diterima",
        "error_message": check.error[:255],
    }


def _print_setup(page: "Worksheet", sheet: Sheet) -> None:
    page.set_paper(_A4)
    if sheet.landscape:
        page.set_landscape()
    page.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=3 / 5)
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)
    if sheet.printed:
        page.print_area(0, 0, max(len(sheet.rows) - 1, 0), sheet.printed - 1)
    if sheet.repeated:
        page.repeat_rows(*sheet.repeated)
    if sheet.frozen != (0, 0):
        page.freeze_panes(*sheet.frozen)
    footer = sheet.footer[:_LONGEST_FOOTER].replace("&", "&&")
    page.set_footer(f"&L&8{footer}&R&8Halaman &P dari &N")
