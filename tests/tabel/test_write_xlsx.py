"""Workbooks: the same bytes each time, numbers as numbers, and nothing that a spreadsheet would run."""

import io
import re
import subprocess
import sys
from fractions import Fraction
from zipfile import ZIP_STORED, ZipFile

import pytest
from python_calamine import load_workbook

from ikicli.tabel.workbook import Bars, Cell, Check, Row, Run, Sheet, Style, Table, Workbook
from ikicli.tabel.write_xlsx import write_xlsx

_TITLES = Row((Cell("nama"), Cell("nilai")))
SHEET = Sheet(
    name="Isi",
    widths=(20, 10),
    rows=(
        _TITLES,
        Row((Cell("a"), Cell(Fraction(1), Style(number="0.00", whole="0", open=True), 1, Check(True, "t", "p", "e")))),
        Row((Cell((Run("b", Style(bold=True)), Run("\nc", Style(size=8))), Style(wrap=True)), Cell(Fraction(5, 2)))),
    ),
    frozen=(1, 1),
    repeated=(0, 0),
    printed=1,
    locked=True,
    footer="A & B",
    table=Table("Isi", 0, 2),
    bars=Bars("Batang", 5, 0, "Isi", 0, 1, 1, 2, "#2F5597"),
)


def book(*cells: Cell) -> Workbook:
    return Workbook((Sheet("Isi", (10,) * len(cells), (Row(cells),)),), {})


def part(content: bytes, name: str) -> str:
    return ZipFile(io.BytesIO(content)).read(name).decode("utf-8")


def sheet_xml(workbook: Workbook) -> str:
    return part(write_xlsx(workbook), "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "\t=1", "http://contoh.id", "mailto:a@b", "0010", "2019-01", " a ", "<&>",
     "_x0041_", "é 字 \u202e", "a\nb", "TRUE", "x" * 32_767],
)  # fmt: skip
def test_a_text_stays_that_text(text: str) -> None:
    content = write_xlsx(book(Cell(text), Cell("")))
    assert load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()[0][0] == text
    assert "<f>" not in sheet_xml(book(Cell(text)))
    assert "hyperlink" not in sheet_xml(book(Cell(text)))


def test_a_text_too_long_for_a_cell_is_cut() -> None:
    content = write_xlsx(book(Cell("x" * 40_000), Cell("y")))
    (row,) = load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert [len(str(cell)) for cell in row] == [32_767, 1]


@pytest.mark.parametrize(
    ("number", "read"),
    [
        (Fraction(0), 0.0),
        (Fraction("-0.5"), -0.5),
        (Fraction("97.92"), 97.92),
        (Fraction("0.1"), 0.1),
        (Fraction(10**20), 1e20),
        (Fraction("123456789.012345"), 123456789.012345),
        (Fraction("1234567890.123456"), "1234567890,123456"),
        (Fraction(1234567890123456), "1234567890123456"),
    ],
)
def test_a_number_stays_that_number(number: Fraction, read: object) -> None:
    content = write_xlsx(book(Cell(number)))
    assert load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python() == [[read]]


@pytest.mark.parametrize("text", ["98.43", "0.1", "-0.5", "1000000", "0.00001", "123456789.012345"])
def test_a_number_is_written_with_its_own_digits(text: str) -> None:
    content = write_xlsx(book(Cell(Fraction(text))))
    assert re.findall("<v>([^<]*)</v>", part(content, "xl/worksheets/sheet1.xml")) == [text]


def test_the_same_bytes_from_another_process_in_another_zone() -> None:
    content = write_xlsx(Workbook((SHEET,), {"title": "Judul"}))
    assert write_xlsx(Workbook((SHEET,), {"title": "Judul"})) == content
    program = (
        "import sys; sys.path[:0] = ['tests', 'tests/tabel']; from test_write_xlsx import SHEET, Workbook, write_xlsx\n"
        "sys.stdout.buffer.write(write_xlsx(Workbook((SHEET,), {'title': 'Judul'})))"
    )
    env = {"TZ": "Asia/Jayapura", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=env)
    assert done.stdout == content


def test_nothing_in_the_archive_tells_when_or_where_it_was_made() -> None:
    content = write_xlsx(Workbook((SHEET,), {"title": "Judul"}))
    for info in ZipFile(io.BytesIO(content)).infolist():
        assert (info.date_time, info.create_system, info.compress_type) == ((1980, 1, 1, 0, 0, 0), 0, ZIP_STORED)
    core = part(content, "docProps/core.xml")
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"1980-01-01T00:00:00Z"}
    assert "Judul" in core


def test_only_open_cells_can_be_changed() -> None:
    content = write_xlsx(Workbook((SHEET,), {}))
    page, styles = part(content, "xl/worksheets/sheet1.xml"), part(content, "xl/styles.xml")
    assert "<sheetProtection " in page
    assert "password" not in page
    formats = styles.partition("<cellXfs")[2].split("<xf ")[1:]
    opened = {match["cell"] for match in re.finditer(r'<c r="(?P<cell>\w+)" s="(?P<style>\d+)"', page)
              if 'locked="0"' in formats[int(match["style"])]}  # fmt: skip
    assert opened == {"B2"}
    assert 'activeCell="B2"' in page


def test_what_a_cell_takes_and_says() -> None:
    checks = tuple(Cell(None, Style(), 1, Check(whole, "Judul", "Isi.", "Salah.")) for whole in (True, False, True))
    page = sheet_xml(book(*checks))
    assert page.count("<dataValidation ") == 2
    assert 'type="whole" operator="greaterThanOrEqual"' in page
    assert 'sqref="A1 C1"' in page
    assert 'type="decimal"' in page
    assert 'promptTitle="Judul" prompt="Isi."' in page
    assert 'error="Salah."' in page


def test_how_a_sheet_is_seen_and_printed() -> None:
    page = sheet_xml(Workbook((SHEET,), {}))
    assert '<pane xSplit="1" ySplit="1"' in page
    (setup,) = re.findall("<pageSetup (.*?)/>", page)
    assert set(setup.split()) == {'paperSize="9"', 'orientation="landscape"', 'fitToHeight="0"'}
    assert "A &amp;&amp; B" in page
    long = sheet_xml(Workbook((SHEET._replace(footer="&" * 300),), {}))
    assert "&amp;" * 200 + "&amp;R" in long
    names = part(write_xlsx(Workbook((SHEET,), {})), "xl/workbook.xml")
    assert "Isi!$1:$1" in names
    assert "Isi!$A$1:$A$3" in names


def test_rows_are_as_high_as_their_wrapped_texts() -> None:
    long, style = "kata " * 40, Style(wrap=True)
    sheets = [Sheet("Isi", (10, 10), (Row((Cell(long, style, span),)),)) for span in (1, 2)]
    alone, wide = (int(re.findall(r'<row .*? ht="(\d+)"', sheet_xml(Workbook((sheet,), {})))[0]) for sheet in sheets)
    assert alone > 1.8 * wide > 100
    assert " ht=" not in sheet_xml(book(Cell(long)))


def test_a_table_that_filters_and_a_chart() -> None:
    content = write_xlsx(Workbook((SHEET,), {}))
    assert '<autoFilter ref="A1:B3"' in part(content, "xl/tables/table1.xml")
    chart = part(content, "xl/charts/chart1.xml")
    assert "<c:f>Isi!$A$2:$A$3</c:f>" in chart
    assert "<c:f>Isi!$B$2:$B$3</c:f>" in chart
    assert load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python()[2] == ["b\nc", 2.5]


def test_a_cell_over_several_rows() -> None:
    rows = (Row((Cell("a\nb\nc", Style(wrap=True), down=2), Cell("x"))), Row((Cell(None), Cell("y"))))
    content = write_xlsx(Workbook((Sheet("Isi", (10, 10), rows),), {}))
    assert 'ref="A1:A2"' in part(content, "xl/worksheets/sheet1.xml")
    assert load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python() == [["a\nb\nc", "x"], ["", "y"]]


def test_marks_are_properties_also_when_they_are_long() -> None:
    marks = ("satu", "x" * 300)
    custom = part(write_xlsx(Workbook((Sheet("Isi", (10,), ()),), {}, marks)), "docProps/custom.xml")
    assert re.findall(r'name="(iki-\d)"><vt:lpwstr>(\w+)<', custom) == [("iki-1", "satu"), ("iki-2", "x" * 300)]
