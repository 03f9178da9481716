"""Spreadsheets of LibreOffice (.ods) as sheets."""

from collections.abc import Mapping
from pathlib import Path

from ikicli.tabel.angka_sel import number_cell
from ikicli.tabel.arsip import open_archive, read_xml
from ikicli.tabel.lembar import (
    LOCKED,
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
    SelTanggal,
    SelTanpaHasil,
    Step,
    Unreadable,
    counted,
    make_lembar,
    no_step,
)  # fmt: skip

_CELLS = frozenset(["table-cell", "covered-table-cell"])
_CHUNK = 1 << 20
"""What is looked at of the list of members: where one is locked, all are."""
_ASIDE = frozenset(["annotation", "shapes", "table-source", "tracked-changes", "dde-links"])
"""Elements whose text is no cell's."""


def read_ods(path: Path, step: Step = no_step) -> Dibuka:
    """The sheets of a spreadsheet. Raises Unreadable and OSError."""
    with open_archive(path, step) as archive:
        manifest = "META-INF/manifest.xml"
        if manifest in archive.namelist():
            with archive.open(manifest) as file:
                if b"encryption-data" in file.read(_CHUNK):
                    raise Unreadable(*LOCKED)
        reading = _Reading(str(path))
        read_xml(archive, "content.xml", reading.start, reading.end, reading.text)
    return Dibuka(tuple(reading.sheets), (), tuple(reading.hidden))


class _Reading:
    """One reading of the content."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.sheets: list[Lembar] = []
        self.hidden: list[str] = []
        self._style, self._unseen = "", set[str]()
        self.budget = Budget()
        self._name = ""
        self._rows: list[list[str]] = []
        self._merged: list[Gabungan] = []
        self._row: list[str] = []
        self._row_number, self._row_times, self._column = 0, 1, 0
        self._cell: Mapping[str, str] = {}
        self._texts = Pieces()
        self._in_cell, self._aside = False, 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name in _ASIDE or self._aside:
            self._aside += 1
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties":
            if attributes.get("display") == "false":
                self._unseen.add(self._style)
        elif name == "table":
            if max(len(self.sheets), len(self.hidden), len(self._unseen)) > MOST_SHEETS:
                raise Unreadable(*TOO_LARGE)
            self._name, self._style = attributes.get("name", ""), attributes.get("style-name", "")
            self._rows, self._merged, self._row_number = [], [], 0
        elif name == "table-row":
            self._row, self._column = [], 0
            self._row_times = counted(attributes.get("number-rows-repeated", "1"), MOST_ROWS)
        elif name in _CELLS:
            self._cell, self._in_cell = attributes, True
            self._texts.clear()
        elif self._in_cell:
            self._texts.add(_whitespace(name, attributes) if self._texts or name != "p" else "")

    def text(self, data: str) -> None:
        """Text inside an element."""
        if self._in_cell and not self._aside and self._texts:  # outside of a paragraph there is only layout
            self._texts.add(data)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._aside:
            self._aside -= 1
        elif name in _CELLS:
            self._end_cell(name)
        elif name == "table-row":
            if self._row:
                times, characters = self._row_times, sum(map(len, self._row))
                self.budget.spend(self._row_number - len(self._rows) + len(self._row) * times, characters * times)
                self._rows.extend([] for _ in range(self._row_number - len(self._rows)))
                self._rows.extend(list(self._row) for _ in range(times))
            self._row_number += self._row_times
        elif name == "table" and self._style in self._unseen:
            self.hidden.append(f"lembar `{self._name}` tersembunyi dan tidak dibaca")
        elif name == "table":
            self.sheets.append(make_lembar(self.path, self._name, self._rows, self._merged))

    def _end_cell(self, name: str) -> None:
        times = counted(self._cell.get("number-columns-repeated", "1"), MOST_COLUMNS)
        cell = _value(self._cell, self._texts.text()) if name == "table-cell" else ""
        self._in_cell = False
        rows = counted(self._cell.get("number-rows-spanned", "1"), MOST_ROWS)
        columns = counted(self._cell.get("number-columns-spanned", "1"), MOST_COLUMNS)
        if rows > 1 or columns > 1:
            if len(self._merged) == MOST_MERGED:
                raise Unreadable(*TOO_LARGE)
            last = self._row_number + rows - 1, self._column + columns - 1
            self._merged.append(Gabungan(self._row_number, self._column, *last))
        if cell:
            self.budget.spend(self._column - len(self._row) + times)
            self._row.extend([""] * (self._column - len(self._row)))
            self._row.extend([cell] * times)
        self._column += times


def _whitespace(name: str, attributes: Mapping[str, str]) -> str:
    """What an element inside a paragraph stands for; between two paragraphs a line end."""
    if name == "s":
        return " " * min(int(attributes.get("c", "1")), 1000)
    return {"p": "\n", "line-break": "\n", "tab": " "}.get(name, "")


def _value(cell: Mapping[str, str], shown: str) -> str:
    """What a cell holds, of the kind that it says to be."""
    kind = cell.get("value-type")
    if _is_error(cell, shown):
        return SelGalat(shown)
    if kind in {"date", "time"}:
        return SelTanggal(cell.get("date-value", shown)[:10])
    if kind == "boolean" or (kind == "float" and shown in _BOOLEANS):
        return SelLogika(shown)
    if kind in {"float", "currency", "percentage"}:
        return number_cell(cell.get("value", shown), percent=kind == "percentage")
    return SelTanpaHasil("=") if kind is None and "formula" in cell and not shown else shown


_BOOLEANS = frozenset(["TRUE", "FALSE", "BENAR", "SALAH"])
_ERRORS = ("#DIV", "#N/A", "#REF", "#NAME", "#VALUE", "#NUM", "#NULL", "Err:")


def _is_error(cell: Mapping[str, str], shown: str) -> bool:
    """Whether a cell shows what a failed formula gives; a text that only looks like it was typed."""
    return shown.startswith(_ERRORS) and ("formula" in cell or cell.get("value-type") != "string")
