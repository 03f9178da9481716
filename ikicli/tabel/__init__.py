"""Rows of tables with their place: CSV in and out, spreadsheets in. The only door to csv; knows no noun."""

from ikicli.tabel.buka import TABLES, open_table
from ikicli.tabel.columns import Columns, cells_of, cut, split_plain, words_from
from ikicli.tabel.csv_ import BrokenTable, CsvCells, cell_span, delimiter_of, harmless, rows, write_csv
from ikicli.tabel.lembar import (
    STEP_BYTES,
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
    Step,
    grid_span,
    no_step,
)

__all__ = [
    "STEP_BYTES",
    "TABLES",
    "BrokenTable",
    "Columns",
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
    "Step",
    "cell_span",
    "cells_of",
    "cut",
    "delimiter_of",
    "grid_span",
    "harmless",
    "no_step",
    "open_table",
    "rows",
    "split_plain",
    "words_from",
    "write_csv",
]
