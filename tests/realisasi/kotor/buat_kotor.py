"""Made the spreadsheets beside this with openpyxl, XlsxWriter and LibreOffice.

The tests only read what they wrote; none of the three is needed to run them.
"""

import datetime
import subprocess
from pathlib import Path

HERE = Path(__file__).parent


def dua_kepala() -> None:
    """Two header rows with merged cells, a numbering row, cells filled once, a total, a signature."""
    import openpyxl  # type: ignore

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Rekap"
    rows = [
        ["REALISASI KINERJA SEKRETARIS"], ["Tahun Anggaran 2019"], [],
        ["No", "Indikator", "Uraian", "Satuan", "Realisasi", None, None, "Target", "Ket"],
        [None, None, None, None, "Januari", "Pebruari", "Maret", None, None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
        [1, "Rapat", "Rapat yang digelar", "kali", 4, "-", "1.234.567", 100, "lengkap"],
        [None, None, "Biaya rapat", "Rp", "Rp. 1.500.000,-", 1250000.5, "2.000.000", None, None],
        [2, "Kehadiran", "Tingkat hadir", "%", 0.985, "98,5 %", "n/a", None, None],
        ["Jumlah", None, None, None, 10, 20, 30, None, None],
        [], [None, None, None, None, "Kromengan, 31 Maret 2019"],
        [None, None, None, None, "NIP. 19650101 199003 1 001"],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    for merged in ("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "H4:H5", "I4:I5", "B7:B8", "A10:D10"):
        sheet.merge_cells(merged)
    sheet["E9"].number_format = "0.0%"
    book.save(HERE / "dua_kepala_openpyxl.xlsx")


def sel_aneh() -> None:
    """What spreadsheets make of numbers: binary fractions, dates, errors, formulas without a result, percentages."""
    import xlsxwriter

    with xlsxwriter.Workbook(HERE / "sel_aneh_xlsxwriter.xlsx") as book:
        sheet = book.add_worksheet("Isian")
        percent, day = book.add_format({"num_format": "0%"}), book.add_format({"num_format": "d mmm"})
        sheet.write_row(0, 0, ["Kode", *(f"{n:02}/2019" for n in range(1, 10))])
        sheet.write_string(1, 0, "sekcam.rapat.biaya")
        sheet.write_number(1, 1, 0.1 + 0.2)
        sheet.write_number(1, 2, 1234567.89)
        sheet.write_number(1, 3, 1.234)
        sheet.write_datetime(1, 4, datetime.datetime(2019, 5, 1), day)
        sheet.write_formula(1, 5, "=1/0", None, "#DIV/0!")
        sheet.write_boolean(1, 6, True)
        sheet.write_number(1, 7, 0.5, percent)
        sheet.write_formula(1, 8, "=1+1", None, "")
        sheet.merge_range(2, 1, 2, 2, 5)
        sheet.write_string(2, 0, "sekcam.rapat.rapat")
        sheet.write_number(2, 3, 12345678901234567)
        book.add_worksheet("Arsip").hide()


def libreoffice() -> None:
    """The same as LibreOffice saves it."""
    for name, kind in (("dua_kepala_openpyxl", "ods"), ("sel_aneh_xlsxwriter", "ods"), ("sel_aneh_xlsxwriter", "xls")):
        command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(HERE), str(HERE / f"{name}.xlsx")]
        subprocess.run(command, check=True, capture_output=True)
        (HERE / f"{name}.{kind}").rename(HERE / f"{name.split('_')[0]}_{name.split('_')[1]}_libreoffice.{kind}")


if __name__ == "__main__":
    dua_kepala()
    sel_aneh()
    libreoffice()
