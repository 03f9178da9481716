"""Workbooks of Excel (.xlsx) as sheets.

Read here, not by a library: those that read fast give an empty cell for a failed formula and 0.985 for 98,5%.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

from ikicli.diagnostik import column_letters
from ikicli.tabel.angka_sel import date_cell, number_cell
from ikicli.tabel.arsip import open_archive, read_xml
from ikicli.tabel.lembar import (
    MOST_COLUMNS,
    MOST_MERGED,
    MOST_ROWS,
    MOST_SHEETS,
    TOO_LARGE,
    Budget,
    Dibuka,
    Gabungan,
    Lembar,
    Pieces,
    SelGalat,
    SelLogika,
    SelTakJelas,
    SelTanggal,
    SelTanpaHasil,
    Step,
    Unreadable,
    counted,
    make_lembar,
    no_step,
)
from ikicli.value import Value

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.ASCII)
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\[\]]*\]')
_QUOTED = re.compile(r'"[^"]*"|\\.')
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DATE_FORMATS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_PERCENT_FORMATS = frozenset([9, 10])
_MOST_HIDDEN = 5
_MOST_FORMATS = 1 << 16
_LONGEST_FORMAT = 255
"""Excel's own limits: the formats of cells in a workbook, the characters of one."""
_MOST_TEXTS = 1_000_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(path: Path, step: Step = no_step) -> Dibuka:
    """The visible sheets of a workbook. Raises Unreadable and OSError."""
    with open_archive(path, step) as archive:
        book = _Book(archive)
        budget = Budget()
        shown = [(tab, _Sheet(book, budget)) for tab in book.tabs if not tab.hidden]
        sheets = tuple(sheet.read(str(path), tab) for tab, sheet in shown)
    notes = [f"lembar `{tab.name}` tersembunyi dan tidak dibaca" for tab in book.tabs if tab.hidden]
    notes += [_hidden_note(tab.name, sheet.hidden) for tab, sheet in shown if sheet.hidden]
    return Dibuka(sheets, (), tuple(notes))


def _hidden_note(nama: str, hidden: Sequence[str]) -> str:
    more = f", dan {len(hidden) - _MOST_HIDDEN} lainnya" if len(hidden) > _MOST_HIDDEN else ""
    return f"lembar `{nama}`: {', '.join(hidden[:_MOST_HIDDEN])}{more} tersembunyi, tetapi ikut dibaca"


class _Tab(Value):
    name: str
    member: str
    hidden: bool


class _Book:
    """What the sheets of a workbook share: their names, its texts, its formats."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        self.tabs: list[_Tab] = []
        self.texts: list[str] = []
        self.percent: set[str] = set()
        self.unclear: set[str] = set()
        self.dates: set[str] = set()
        self.from_1904 = False
        self._styles, self._texts = "xl/styles.xml", "xl/sharedStrings.xml"
        members = set(archive.namelist())
        self._read_names()
        if self._styles in members:
            self._read_styles()
        if self._texts in members:
            self._read_texts()

    def _read_names(self) -> None:
        targets: dict[str, str] = {}
        sheets: list[Mapping[str, str]] = []

        def relation(name: str, attributes: Mapping[str, str]) -> None:
            if len(targets) > MOST_SHEETS:
                raise Unreadable(*TOO_LARGE)
            if name == "Relationship":
                member = targets[attributes["Id"]] = posixpath.normpath(posixpath.join("/xl", attributes["Target"]))[1:]
                match attributes.get("Type", "").rpartition("/")[2]:
                    case "styles":
                        self._styles = member
                    case "sharedStrings":
                        self._texts = member

        def sheet(name: str, attributes: Mapping[str, str]) -> None:
            if len(sheets) > MOST_SHEETS:
                raise Unreadable(*TOO_LARGE)
            if name == "sheet":
                sheets.append(attributes)
            elif name == "workbookPr":
                self.from_1904 = attributes.get("date1904") in {"1", "true"}

        read_xml(self.archive, "xl/_rels/workbook.xml.rels", relation, _nothing, _nothing)
        read_xml(self.archive, "xl/workbook.xml", sheet, _nothing, _nothing)
        seen = set[str]()
        for each in sheets:
            member = targets[each["id"]]
            if member in seen:  # read once for each of them
                raise ValueError(member)
            seen.add(member)
            if "chartsheet" not in member and "dialogsheet" not in member:
                self.tabs.append(_Tab(each["name"], member, each.get("state", "visible") != "visible"))

    def _read_styles(self) -> None:
        codes: dict[int, str] = {}
        formats: list[int] = []
        inside: list[str] = []

        def start(name: str, attributes: Mapping[str, str]) -> None:
            if name == "numFmt":
                codes[int(attributes["numFmtId"])] = attributes["formatCode"][:_LONGEST_FORMAT]
            elif name == "xf" and inside[-1:] == ["cellXfs"]:
                formats.append(int(attributes.get("numFmtId", "0")))
            if len(codes) > _MOST_FORMATS or len(formats) > _MOST_FORMATS:
                raise ValueError(name)
            inside.append(name)

        def end(_: str) -> None:
            inside.pop()

        read_xml(self.archive, self._styles, start, end, _nothing)
        for style, number in enumerate(formats):
            code = codes.get(number, "")
            shown = _LITERAL.sub("", code).casefold()
            percent = {"%" in section for section in shown.split(";") if re.search("[0#?]|general", section)}
            if number in _PERCENT_FORMATS or percent == {True}:
                self.percent.add(str(style))
            elif True in percent:
                self.unclear.add(str(style))
            elif number in _DATE_FORMATS or _ELAPSED.search(_QUOTED.sub("", code)) or _is_date(shown):
                self.dates.add(str(style))

    def _read_texts(self) -> None:
        pieces, budget = Pieces(), Budget(_MOST_TEXTS)
        inside: list[str] = []

        def end(name: str) -> None:
            inside.pop()
            if name == "si":
                self.texts.append(_unescaped(pieces.text()))
                budget.spend(1, len(self.texts[-1]))

        def text(data: str) -> None:
            if inside[-1] == "t" and "rPh" not in inside:
                pieces.add(data)

        read_xml(self.archive, self._texts, lambda name, _: inside.append(name), end, text)


class _Sheet:
    """One sheet while it is read."""

    def __init__(self, book: _Book, budget: Budget) -> None:
        self.book, self.budget = book, budget
        self.rows: list[list[str]] = []
        self.merged: list[Gabungan] = []
        self.row, self.column = -1, -1
        self.kind, self.style = "", ""
        self.formula = False
        self.element = ""
        self.pieces = Pieces()
        self.hidden: list[str] = []

    def read(self, path: str, tab: _Tab) -> Lembar:
        read_xml(self.book.archive, tab.member, self._start, self._end, self._text)
        return make_lembar(path, tab.name, self.rows, self.merged)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.element = name
        if name == "c":
            self.row, self.column = _place(attributes.get("r", ""), (self.row, self.column + 1))
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.formula = False
            self.pieces.clear()
        elif name == "row":
            self.row = counted(attributes.get("r", str(self.row + 2)), MOST_ROWS) - 1
            self.column = -1
            if attributes.get("hidden") in {"1", "true"}:
                self._hide(f"baris {self.row + 1}")
        elif name == "col" and attributes.get("hidden") in {"1", "true"}:
            first, last = (column_letters(int(attributes[each])) for each in ("min", "max"))
            self._hide(f"kolom {first}" if first == last else f"kolom {first} sampai {last}")
        elif name == "f":
            self.formula = True
        elif name == "mergeCell":
            first, _, last = attributes["ref"].partition(":")
            top, left = _place(first, (0, 0))
            if len(self.merged) == MOST_MERGED:
                raise Unreadable(*TOO_LARGE)
            self.merged.append(Gabungan(top, left, *_place(last, (top, left))))

    def _hide(self, nama: str) -> None:
        self.budget.spend(1)
        self.hidden.append(nama)

    def _text(self, data: str) -> None:
        if self.element in {"v", "t"}:
            self.pieces.add(data)

    def _end(self, name: str) -> None:
        self.element = ""
        if name != "c":
            return
        text = self.pieces.text()
        if text or self.formula:
            self._put(self._cell(text))

    def _cell(self, text: str) -> str:
        match self.kind:
            case _ if self.formula and not text and self.kind != "str":
                return SelTanpaHasil("=")
            case "s":
                return self.book.texts[int(text)] if 0 <= int(text) < len(self.book.texts) else SelGalat(text)
            case "b":
                return SelLogika("TRUE" if text.strip() == "1" else "FALSE")
            case "e":
                return SelGalat(text)
            case "d":
                return SelTanggal(text[:10])
            case "n":
                return self._number(text)
            case _:
                return _unescaped(text)

    def _number(self, text: str) -> str:
        if self.style in self.book.dates:
            return date_cell(text, from_1904=self.book.from_1904)
        if self.style in self.book.unclear:
            return SelTakJelas(text)
        return number_cell(text, percent=self.style in self.book.percent)

    def _put(self, cell: str) -> None:
        if self.row >= len(self.rows):
            self.budget.spend(self.row + 1 - len(self.rows))
            self.rows.extend([] for _ in range(self.row + 1 - len(self.rows)))
        row = self.rows[self.row]
        if self.column >= len(row):
            self.budget.spend(self.column + 1 - len(row), len(cell))
            row.extend([""] * (self.column + 1 - len(row)))
        row[self.column] = cell


def _is_date(shown: str) -> bool:
    """Whether a format without its literals shows a day or a time."""
    return re.search("[dmyhs]", shown.replace("general", "")) is not None


def _place(reference: str, default: tuple[int, int]) -> tuple[int, int]:
    """Row and column from 0 of a reference such as `C5`, `default` for none. Raises ValueError for no place."""
    match = _REFERENCE.fullmatch(reference)
    if not reference:
        return default
    if match is None:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return counted(match[2], MOST_ROWS) - 1, counted(str(column), MOST_COLUMNS) - 1


def _unescaped(text: str) -> str:
    """Text with the characters that XML cannot hold."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _nothing(*_: object) -> None:
    """Passes over what is not asked for."""
