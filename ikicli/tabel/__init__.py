"""Rows of tables with their place: CSV in and out. The only door to csv; knows no noun."""

from ikicli.tabel.csv_ import BrokenTable, cell_span, rows, write_csv

__all__ = ["BrokenTable", "cell_span", "rows", "write_csv"]
