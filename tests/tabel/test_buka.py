"""Tables as files: text of any encoding and delimiter, workbooks, and what is neither."""

import io
import zipfile
from pathlib import Path

import pytest

from ikicli.tabel import (
    Dibuka,
    Gabungan,
    SelAngka,
    SelGalat,
    SelLogika,
    SelPersen,
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
    "<numFmt numFmtId='172' formatCode='[$-421]dd mmmm'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='10'/>"
    "<xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='172'/></cellXfs>"
    "</styleSheet>"
)
TEXTS = "<sst><si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r><rPh><t>x</t></rPh></si></sst>"


def workbook(sheet: str, **members: str) -> bytes:
    """A workbook of one sheet, its XML as given."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", members.get("workbook", WORKBOOK))
        archive.writestr("xl/_rels/workbook.xml.rels", RELS)
        archive.writestr("xl/styles.xml", STYLES)
        archive.writestr("xl/sharedStrings.xml", TEXTS)
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
        ("<c r='A1' t='s'><v>1</v></c>", str, "dua"),
        ("<c r='A1' t='inlineStr'><is><t>di_x0041_</t></is></c>", str, "diA"),
        ("<c r='A1' t='str'><f>A2</f><v>1.234</v></c>", str, "1.234"),
        ("<c r='A1' t='b'><v>1</v></c>", SelLogika, "TRUE"),
        ("<c r='A1' t='e'><v>#DIV/0!</v></c>", SelGalat, "#DIV/0!"),
        ("<c r='A1' t='s'><v>99</v></c>", SelGalat, "99"),
        ("<c r='A1'><v>NaN</v></c>", SelGalat, "NaN"),
        ("<c r='A1'><v>1E999999</v></c>", SelGalat, "1E999999"),
        ("<c r='A1'><f>1+1</f></c>", SelTanpaHasil, "="),
        ("<c><v>5</v></c>", SelAngka, "5"),
    ],
)
def test_cells_of_a_workbook(tmp_path: Path, cell: str, kind: type[str], text: str) -> None:
    [[read]] = rows(opened(tmp_path, workbook(f"<row r='1'>{cell}</row>"), "a.xlsx"))
    assert (type(read), read) == (kind, text)


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
        (workbook("", workbook=DEEP), "a.xlsx", "DOCTYPE"),
        (
            workbook("".join(f"<row r='{n}'><c r='XFD{n}'><v>1</v></c></row>" for n in range(1, 400))),
            "a.xlsx",
            "terlalu besar",
        ),
        (b"a;b\n1;2\n", "a.xlsx", "bukan lembar kerja"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "a.xls", "format Excel lama"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", "kata sandi"),
        (b"%PDF-1.4", "a.csv", "bukan tabel"),
        (b"  <html><table>", "a.csv", "bukan tabel"),
        (b"a\0b", "a.csv", "bukan teks"),
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


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", WORKBOOK)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as file:
            for _ in range(300):
                file.write(bytes(1 << 20))
    assert "MiB" in opened(tmp_path, raw.getvalue(), "a.xlsx").diagnostics[0].message


def test_an_open_quote_is_a_finding_at_its_line(tmp_path: Path) -> None:
    [finding] = opened(tmp_path, b'a;b\n1;"2\n3;4\n').diagnostics
    assert (finding.code, finding.span.source.lembar) == ("IKI412", None)


def test_a_file_that_is_not_there_goes_up(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_table(tmp_path / "tidak ada.csv")


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
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("content.xml", content)
    dibuka = opened(tmp_path, raw.getvalue(), "a.ods")
    assert rows(dibuka) == [[], [], ["", "a  b", "", "98.5%", "2", "2", "#DIV/0!", "2019-05-01", "TRUE"]]
    kinds = [type(cell) for cell in dibuka.lembar[0].baris[2]][3:]
    assert kinds == [SelPersen, SelAngka, SelAngka, SelGalat, SelTanggal, SelLogika]
    assert dibuka.lembar[0].gabungan == (Gabungan(2, 1, 2, 2),)
