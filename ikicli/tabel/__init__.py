"""Rows of tables with their place: CSV in and out, spreadsheets in. The only door to csv; knows no noun."""

from ikicli.tabel.buka import TABLES, open_table
from ikicli.tabel.csv_ import BrokenTable, CsvCells, cell_span, delimiter_of, harmless, rows, write_csv
from ikicli.tabel.lembar import (
    Dibuka,
    Gabungan,
    Lembar,
    SelAngka,
    SelGalat,
    SelLogika,
    SelPersen,
    SelTakJelas,
    SelTanggal,
    SelTanpaHasil,
    grid_span,
)

__all__ = [
    "TABLES",
    "BrokenTable",
    "CsvCells",
    "Dibuka",
    "Gabungan",
    "Lembar",
    "SelAngka",
    "SelGalat",
    "SelLogika",
    "SelPersen",
    "SelTakJelas",
    "SelTanggal",
    "SelTanpaHasil",
    "cell_span",
    "delimiter_of",
    "grid_span",
    "harmless",
    "open_table",
    "rows",
    "write_csv",
]
