"""Tables as files: text of any encoding and delimiter, workbooks, and what is neither."""

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from ikicli.tabel import (
    STEP_BYTES,
    Dibuka,
    Gabungan,
    SelAngka,
    SelGalat,
    SelLogika,
    SelPersen,
    SelTakJelas,
    SelTanggal,
    SelTanpaHasil,
    open_table,
)  # fmt: skip


def opened(folder: Path, raw: bytes, name: str = "a.csv") -> Dibuka:
    path = folder / name
    path.write_bytes(raw)
    return open_table(path)


def rows(dibuka: Dibuka, number: int = 0) -> list[list[str]]:
    assert dibuka.diagnostics == ()
    return [list(row) for row in dibuka.lembar[number].baris]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a,b\n1.5,2\n", [["a", "b"], ["1.5", "2"]]),
        ("a\tb\r\n1,5\t2\r\n", [["a", "b"], ["1,5", "2"]]),
        ("sep=;\na;b\n", [["sep=", ""], ["a", "b"]]),
        ("A, B, C;;\nNo;A;B\n1;2,5;3\n", [["A, B, C", "", ""], ["No", "A", "B"], ["1", "2,5", "3"]]),
        ('a,b\n"1,5","x\ny"\n', [["a", "b"], ["1,5", "x y"]]),
        ("satu\ndua\n", [["satu"], ["dua"]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_of_any_kind(tmp_path: Path, text: str, expected: list[list[str]], encoding: str) -> None:
    assert rows(opened(tmp_path, text.encode(encoding))) == expected


def test_windows_1252_is_assumed_and_said(tmp_path: Path) -> None:
    dibuka = opened(tmp_path, "a;b\n7 \u2013 8;\u00e9\n".encode("cp1252"))
    assert rows(dibuka) == [["a", "b"], ["7 \u2013 8", "\u00e9"]]
    assert dibuka.catatan == ("bukan UTF-8; dibaca sebagai Windows-1252 (baris 2: `\u2013`)",)


def test_a_row_is_a_line_of_the_source(tmp_path: Path) -> None:
    dibuka = opened(tmp_path, b'a;b\n"x\ny\tz";2\n3;4\n')
    lembar = dibuka.lembar[0]
    assert lembar.source.text.split("\n") == ["a\tb", "x y z\t2", "3\t4"]
    span = lembar.span(2, 1)
    assert (span.sel, lembar.source.text[span.start : span.end]) == ("B3", "4")
    assert lembar.span(1).sel == "A2"
    assert lembar.span(1, 9).last == (2, 3)


WORKBOOK = "<workbook xmlns:r='r'><sheets><sheet name='Satu' sheetId='1' r:id='x'/></sheets></workbook>"
RELS = "<Relationships><Relationship Id='x' Target='worksheets/sheet1.xml'/></Relationships>"
STYLES = (
    "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='0.0&quot;d&quot;%'/>"
    "<numFmt numFmtId='171' formatCode='&quot;Rp&quot;#,##0'/>"
    "<numFmt numFmtId='172' formatCode='[$-421]dd mmmm'/>"
    "<numFmt numFmtId='173' formatCode='[h]'/><numFmt numFmtId='174' formatCode='[&lt;=1]0%;0.0'/>"
    "<numFmt numFmtId='175' formatCode='0%;[Red]-0%;\"-\"'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='10'/>"
    "<xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='172'/>"
    "<xf numFmtId='173'/><xf numFmtId='174'/><xf numFmtId='175'/></cellXfs>"
    "</styleSheet>"
)
TEXTS = "<sst><si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r><rPh><t>x</t></rPh></si></sst>"


def workbook(sheet: str, **members: str) -> bytes:
    """A workbook of one sheet, its XML as given."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", members.get("workbook", WORKBOOK))
        archive.writestr("xl/_rels/workbook.xml.rels", RELS)
        archive.writestr("xl/styles.xml", members.get("styles", STYLES))
        archive.writestr("xl/sharedStrings.xml", members.get("texts", TEXTS))
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{sheet}</sheetData></worksheet>")
    return raw.getvalue()


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ("<c r='A1'><v>0.30000000000000004</v></c>", SelAngka, "0.3"),
        ("<c r='A1'><v>1.1000000000000001</v></c>", SelAngka, "1.1"),
        ("<c r='A1'><v>1500000000</v></c>", SelAngka, "1500000000"),
        ("<c r='A1'><v>1.5E9</v></c>", SelAngka, "1500000000"),
        ("<c r='A1'><v>-0</v></c>", SelAngka, "0"),
        ("<c r='A1'><v>2345678901234567</v></c>", SelAngka, "2345678901234567"),
        ("<c r='A1' s='1'><v>0.98499999999999999</v></c>", SelPersen, "98.5%"),
        ("<c r='A1' s='2'><v>1</v></c>", SelPersen, "100%"),
        ("<c r='A1' s='3'><v>1500</v></c>", SelAngka, "1500"),
        ("<c r='A1' s='4'><v>43586</v></c>", SelTanggal, "2019-05-01"),
        ("<c r='A1' s='5'><v>43586</v></c>", SelTanggal, "2019-05-01"),
        ("<c r='A1' s='6'><v>0.5</v></c>", SelTakJelas, "0.5"),
        ("<c r='A1' s='7'><v>0.5</v></c>", SelPersen, "50%"),
        ("<c r='A1' t='s'><v>1</v></c>", str, "dua"),
        ("<c r='A1' t='inlineStr'><is><t>di_x0041_</t></is></c>", str, "diA"),
        ("<c r='A1' t='str'><f>A2</f><v>1.234</v></c>", str, "1.234"),
        ("<c r='A1' t='b'><v>1</v></c>", SelLogika, "TRUE"),
        ("<c r='A1' t='e'><v>#DIV/0!</v></c>", SelGalat, "#DIV/0!"),
        ("<c r='A1' t='s'><v>99</v></c>", SelGalat, "99"),
        ("<c r='A1' t='s'><v>-1</v></c>", SelGalat, "-1"),
        ("<c r='A1'><v>NaN</v></c>", SelGalat, "NaN"),
        ("<c r='A1'><v>1E999999</v></c>", SelGalat, "1E999999"),
        ("<c r='A1'><f>1+1</f></c>", SelTanpaHasil, "="),
        ("<c><v>5</v></c>", SelAngka, "5"),
    ],
)
def test_cells_of_a_workbook(tmp_path: Path, cell: str, kind: type[str], text: str) -> None:
    [[read]] = rows(opened(tmp_path, workbook(f"<row r='1'>{cell}</row>"), "a.xlsx"))
    assert (type(read), read) == (kind, text)


def test_styles_and_texts_stand_where_the_workbook_says(tmp_path: Path) -> None:
    raw = io.BytesIO()
    relations = RELS.replace(
        "</R",
        "<Relationship Id='s' Type='x/styles' Target='gaya.xml'/>"
        "<Relationship Id='t' Type='x/sharedStrings' Target='/lain/teks.xml'/></R",
        1,
    )
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("xl/workbook.xml", WORKBOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", relations)
        archive.writestr("xl/gaya.xml", STYLES)
        archive.writestr("lain/teks.xml", TEXTS)
        cells = "<c r='A1' s='1'><v>0.5</v></c><c r='B1' t='s'><v>1</v></c>"
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><row r='1'>{cells}</row></worksheet>")
    assert rows(opened(tmp_path, raw.getvalue(), "a.xlsx")) == [["50%", "dua"]]


def test_rows_stand_where_the_workbook_shows_them(tmp_path: Path) -> None:
    dibuka = opened(tmp_path, workbook("<row r='3'><c r='C3'><v>1</v></c><c r='E3' s='1'/></row>"), "nama lain.dat")
    assert rows(dibuka) == [[], [], ["", "", "1"]]
    assert dibuka.lembar[0].source.lembar == "Satu"
    assert dibuka.lembar[0].span(2, 2).sel == "C3"


def test_merged_cells_are_known(tmp_path: Path) -> None:
    sheet = "</sheetData><mergeCells><mergeCell ref='B2:D3'/></mergeCells><sheetData>"
    assert opened(tmp_path, workbook(sheet), "a.xlsx").lembar[0].gabungan == (Gabungan(1, 1, 2, 3),)


def test_a_hidden_sheet_is_left_out_and_named(tmp_path: Path) -> None:
    hidden = WORKBOOK.replace("sheetId='1'", "sheetId='1' state='hidden'")
    dibuka = opened(tmp_path, workbook("", workbook=hidden), "a.xlsx")
    assert (dibuka.lembar, dibuka.catatan) == ((), ("lembar `Satu` tersembunyi dan tidak dibaca",))


def test_hidden_rows_and_columns_are_read_and_named(tmp_path: Path) -> None:
    row = "<row r='2' hidden='1'><c r='A2'><v>1</v></c></row>"
    sheet = f"</sheetData><cols><col min='2' max='3' hidden='1'/></cols><sheetData>{row}"
    dibuka = opened(tmp_path, workbook(sheet), "a.xlsx")
    assert rows(dibuka) == [[], ["1"]]
    assert dibuka.catatan == ("lembar `Satu`: kolom B sampai C, baris 2 tersembunyi, tetapi ikut dibaca",)


DEEP = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>]><workbook>&a;</workbook>"


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (b"", "~$a.xlsx", "berkas kunci Excel"),
        (b"PK\x03\x04rusak", "a.xlsx", "rusak"),
        (workbook("<row r='1'><c r='A1'><v>1</v></c>").replace(b"PK\x05\x06", b"PK\x05\x05"), "a.xlsx", "rusak"),
        (workbook("<row"), "a.xlsx", "rusak"),
        (workbook("<row r='-9'><c><v>1</v></c></row>"), "a.xlsx", "rusak"),
        (workbook("<row r='1'><c r='B0'><v>1</v></c></row>"), "a.xlsx", "rusak"),
        (workbook("<row r='1'><c r='ZZZ1'><v>1</v></c></row>"), "a.xlsx", "rusak"),
        (workbook("", workbook="<?xml version='1.0' encoding='foo'?>" + WORKBOOK), "a.xlsx", "rusak"),
        (workbook("", workbook=DEEP), "a.xlsx", "DOCTYPE"),
        (
            workbook("".join(f"<row r='{n}'><c r='XFD{n}'><v>1</v></c></row>" for n in range(1, 400))),
            "a.xlsx",
            "terlalu besar",
        ),
        (b"a;b\n1;2\n", "a.xlsx", "bukan lembar kerja"),
        (b"", "a.xlsx", "berkas ini kosong"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "a.xls", "format Excel lama"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "kata sandi"),
        (b"%PDF-1.4", "a.csv", "bukan tabel"),
        (b"  <html><table>", "a.csv", "bukan tabel"),
        (b"a\0b", "a.csv", "bukan teks"),
        ("a;b\n1;\0\n".encode("utf-16"), "a.csv", "bukan teks"),
        (b"a;b\n\x81\n", "a.csv", "baris 2 bukan teks"),
        (b"\xff\xfea", "a.csv", "UTF-16"),
        (b";" * 4_100_000, "a.csv", "terlalu besar"),
    ],
)
def test_what_is_no_table_is_a_finding(tmp_path: Path, raw: bytes, name: str, said: str) -> None:
    dibuka = opened(tmp_path, raw, name)
    assert dibuka.lembar == ()
    assert [each.code for each in dibuka.diagnostics] == ["IKI421"]
    assert said in dibuka.diagnostics[0].message


def test_a_page_to_look_at_is_asked_for_as_a_table(tmp_path: Path) -> None:
    assert opened(tmp_path, b"%PDF-1.4", "a.pdf").diagnostics[0].hint == "minta angkanya sebagai Excel (.xlsx) atau CSV"
    assert (opened(tmp_path, b"<html>", "a.xls").diagnostics[0].hint or "").startswith("buka dengan Excel")


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", WORKBOOK)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as file:
            for _ in range(300):
                file.write(bytes(1 << 20))
    assert "MiB" in opened(tmp_path, raw.getvalue(), "a.xlsx").diagnostics[0].message


def test_a_file_whose_name_is_no_text_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"x\xff.csv")
    path.write_bytes(b"a;b\n1;2\n")
    assert [each.code for each in open_table(path).diagnostics] == ["IKI421"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('a,b\n1,"2\n3,4\n5,6\n', 2, "tanda kutip di baris ini tidak ditutup"),
        ('a\tb\n1\t"2" x\n3\t4\n', 2, "ada teks sesudah tanda kutip penutup"),
        ("a,b\n1,2\n3," + "x" * 200_000 + "\n", 3, "ada sel di baris ini yang lebih panjang dari 131072 karakter"),
    ],
)
def test_what_is_no_csv_is_told_where_it_begins(tmp_path: Path, text: str, line: int, said: str) -> None:
    (finding,) = opened(tmp_path, text.encode()).diagnostics
    assert (finding.code, finding.message, finding.span.first) == ("IKI412", said, (line, 1))


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_large_file_says_that_its_reading_goes_on(tmp_path: Path, kind: str) -> None:
    from random import Random

    from xlsxwriter import Workbook

    numbers, path = Random(1), tmp_path / f"a.{kind}"
    table = [[numbers.random() for _ in range(20)] for _ in range(1000)]
    if kind == "xlsx":
        with Workbook(path) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate(table):
                sheet.write_row(number, 0, row)
    else:
        path.write_text("\n".join(",".join(map(str, row)) for row in table))
    steps: list[None] = []
    assert len(open_table(path, lambda: steps.append(None)).lembar[0].baris) == 1000
    assert abs(len(steps) - path.stat().st_size // STEP_BYTES) <= 1 < len(steps)


def test_a_file_that_is_not_there_goes_up(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_table(tmp_path / "tidak ada.csv")


def spreadsheet(content: str) -> bytes:
    """A spreadsheet of LibreOffice, its content as given."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("content.xml", content)
    return raw.getvalue()


def table(cell: str = "", row: str = "") -> str:
    return f"<c><table name='A'><table-row{row}><table-cell{cell}><p>5</p></table-cell></table-row></table></c>"


@pytest.mark.parametrize(
    "content",
    [
        table(" number-columns-repeated='-2000000000'"),
        table(" number-columns-spanned='99999999999'"),
        table(row=" number-rows-repeated='-1'"),
        table(row=" number-rows-repeated='99999999999'"),
        "<?xml version='1.0' encoding='foo'?>" + table(),
    ],
)
def test_a_spreadsheet_with_impossible_counts_is_damaged(tmp_path: Path, content: str) -> None:
    dibuka = opened(tmp_path, spreadsheet(content), "a.ods")
    assert [each.code for each in dibuka.diagnostics] == ["IKI421"]
    assert "rusak" in dibuka.diagnostics[0].message


def test_hidden_and_linked_sheets_of_libreoffice_are_left_out(tmp_path: Path) -> None:
    content = table().replace(
        "<table ",
        "<style name='ta1'/><style name='ta2'><table-properties display='false'/></style>"
        "<table style-name='ta1' name='B'></table><dde-links><table name='C'></table></dde-links>"
        "<table style-name='ta2' ",
    )
    dibuka = opened(tmp_path, spreadsheet(content), "a.ods")
    assert [each.source.lembar for each in dibuka.lembar] == ["B"]
    assert dibuka.catatan == ("lembar `A` tersembunyi dan tidak dibaca",)


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_members_packed_as_no_spreadsheet_does_are_not_opened(tmp_path: Path, packing: int) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", packing) as archive:
        archive.writestr("xl/workbook.xml", WORKBOOK)
    dibuka = opened(tmp_path, raw.getvalue().replace(b"<", b"!"), "a.xlsx")
    assert "dimampatkan" in dibuka.diagnostics[0].message


def test_a_member_whose_place_is_not_in_the_file_is_damage(tmp_path: Path) -> None:
    raw = bytearray(spreadsheet(table()))
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 42 : at + 46] = b"\xff\xff\xff\xf0"
    assert "rusak" in opened(tmp_path, bytes(raw), "a.ods").diagnostics[0].message


def test_a_spreadsheet_of_libreoffice(tmp_path: Path) -> None:
    content = (
        "<c><table table:name='Isian'>"
        "<table-row number-rows-repeated='2'><table-cell number-columns-repeated='16384'/></table-row>"
        "<table-row><covered-table-cell/><table-cell value-type='string' number-columns-spanned='2'><p>a<s c='2'/>b</p>"
        "<annotation><p>catatan</p></annotation></table-cell><covered-table-cell/>"
        "<table-cell value-type='percentage' value='0.985'><p>98,50%</p></table-cell>"
        "<table-cell value-type='float' value='2' number-columns-repeated='2'><p>2</p></table-cell>"
        "<table-cell value-type='string' formula='x'><p>#DIV/0!</p></table-cell>"
        "<table-cell value-type='date' date-value='2019-05-01T00:00:00'><p>1 Mei</p></table-cell>"
        "<table-cell value-type='boolean' boolean-value='true'><p>TRUE</p></table-cell></table-row>"
        "<table-row number-rows-repeated='1048570'><table-cell/></table-row></table></c>"
    ).replace("table:name", "name")
    dibuka = opened(tmp_path, spreadsheet(content), "a.ods")
    assert rows(dibuka) == [[], [], ["", "a  b", "", "98.5%", "2", "2", "#DIV/0!", "2019-05-01", "TRUE"]]
    kinds = [type(cell) for cell in dibuka.lembar[0].baris[2]][3:]
    assert kinds == [SelPersen, SelAngka, SelAngka, SelGalat, SelTanggal, SelLogika]
    assert dibuka.lembar[0].gabungan == (Gabungan(2, 1, 2, 2),)


LONG = "x" * 140_000
COSTLY: dict[str, tuple[str, bytes]] = {
    "a long cell": ("lebih panjang dari 131072 karakter", workbook(f"<row><c t='str'><v>{LONG}</v></c></row>")),
    "a long shared text": ("lebih panjang dari 131072", workbook("", texts=f"<sst><si><t>{LONG}</t></si></sst>")),
    "a long text in many cells": (
        "terlalu besar",
        workbook(
            "<row>" + "<c t='s'><v>0</v></c>" * 400 + "</row>", texts=f"<sst><si><t>{LONG[:100_000]}</t></si></sst>"
        ),
    ),
    "a sheet read many times": (
        "rusak",
        workbook("", workbook=WORKBOOK.replace("</sheets>", "<sheet name='Dua' r:id='x'/></sheets>")),
    ),
    "many merged ranges": ("terlalu besar", workbook("<mergeCell ref='A1:B2'/>" * 100_001)),
    "many sheets": ("terlalu besar", workbook("", workbook=WORKBOOK.replace("</sheets>", "<sheet/>" * 10_001))),
    "many sheets of LibreOffice": ("terlalu besar", spreadsheet("<c>" + "<table name='A'></table>" * 10_002 + "</c>")),
    "many formats": ("rusak", workbook("", styles=f"<s><cellXfs>{'<xf/>' * 70_000}</cellXfs></s>")),
    "elements in elements": ("rusak", workbook("<a>" * 300 + "</a>" * 300)),
    "an endless tag": ("rusak", workbook(f"<row x='{LONG * 10}'/>")),
    "many names": ("rusak", workbook("".join(f"<a{n}/>" for n in range(10_001)))),
    "many attributes": ("rusak", workbook(f"<row {' '.join(f'a{n}=' + chr(39) * 2 for n in range(10_001))}/>")),
    "a long cell of LibreOffice": ("lebih panjang dari 131072", spreadsheet(table().replace("5", LONG))),
    "many empty paragraphs": ("lebih panjang dari 131072", spreadsheet(table().replace("5", "<p/>" * 140_000))),
    "a text repeated": (
        "terlalu besar",
        spreadsheet(table(row=" number-rows-repeated='400'").replace("5", LONG[:100_000])),
    ),
    "many merged ranges of LibreOffice": (
        "terlalu besar",
        spreadsheet(
            table().replace("<table-cell>", "<table-cell number-columns-spanned='2'/>" * 100_001 + "<table-cell>")
        ),
    ),
}


@pytest.mark.parametrize("case", COSTLY)
def test_what_would_cost_too_much_is_refused(tmp_path: Path, case: str) -> None:
    said, raw = COSTLY[case]
    dibuka = opened(tmp_path, raw, "a.xlsx")
    assert dibuka.lembar == ()
    assert said in dibuka.diagnostics[0].message


def test_a_format_of_brackets_alone_is_read_in_time(tmp_path: Path) -> None:
    styles = f"<s><numFmts><numFmt numFmtId='170' formatCode='{'[' * 1_000_000}'/></numFmts><cellXfs>"
    raw = workbook("<row><c><v>1</v></c></row>", styles=f"{styles}<xf numFmtId='170'/></cellXfs></s>")
    start = time.monotonic()
    assert rows(opened(tmp_path, raw, "a.xlsx")) == [["1"]]
    assert time.monotonic() - start < 5
