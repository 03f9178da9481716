"""A workbook as values: sheets of cells with their looks. Knows no file format and no noun."""

from collections.abc import Mapping
from fractions import Fraction

from ikicli.value import Value


class Style(Value):
    """How a cell looks, and whether it stays `open` to typing on a protected sheet. Colours are `#rrggbb`, "" is none.

    `number` is the spreadsheet's number format; where a number is whole, `whole` takes its place.
    """

    size: int = 10
    bold: bool = False
    colour: str = ""
    fill: str = ""
    border: str = ""
    align: str = "left"
    middle: bool = False
    wrap: bool = False
    shrink: bool = False
    number: str = ""
    whole: str = ""
    open: bool = False


class Check(Value):
    """The numbers a cell takes (`whole`: 0, 1, 2 ...; else any), what is said beside it, and what against others."""

    whole: bool
    title: str
    prompt: str
    error: str


class Run(Value):
    """A piece of a text with looks of its own."""

    text: str
    style: Style


class Cell(Value):
    """A text, a text in pieces, a number or nothing, over `span` columns and `down` rows.

    The rows below hold a cell without value in its place.
    """

    value: str | tuple[Run, ...] | Fraction | None
    style: Style = Style()
    span: int = 1
    check: Check | None = None
    down: int = 1


class Row(Value):
    """Cells from the first column on; a `height` in points, or None for as high as its texts need."""

    cells: tuple[Cell, ...] = ()
    height: int | None = None


class Table(Value):
    """Rows of a sheet that people sort and filter: from the row of titles `top` through `bottom`, counted from 0."""

    name: str
    top: int
    bottom: int


class Bars(Value):
    """A bar chart beside cell (`row`, `column`): labels and numbers stand in two columns of the sheet `source`."""

    title: str
    row: int
    column: int
    source: str
    labels: int
    numbers: int
    top: int
    bottom: int
    colour: str


class Sheet(Value):
    """A sheet, printed on A4 with all its columns (or the first `printed`) on one page's width.

    `frozen` rows and columns stay in sight; the rows `repeated` (first, last) head every printed page.
    """

    name: str
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    frozen: tuple[int, int] = (0, 0)
    repeated: tuple[int, int] | None = None
    printed: int = 0
    landscape: bool = True
    locked: bool = False
    footer: str = ""
    table: Table | None = None
    bars: Bars | None = None


class Workbook(Value):
    """Sheets, what the file says of itself (`title`, `author` ...), and lines by which it is known again."""

    sheets: tuple[Sheet, ...]
    about: Mapping[str, str]
    marks: tuple[str, ...] = ()
