"""What was reached: periods, the year's rows, and how the values of several periods become one."""

from ikicli.realisasi.agregasi import Agregat, aggregate
from ikicli.realisasi.catatan import TANPA_CATATAN, Analisis, Catatan, Noted, load_notes
from ikicli.realisasi.muat import Isian, Kunci, Realisasi, Year, load_year
from ikicli.realisasi.periode import NAMA_BULAN, Periode, parse_periode, parse_sampai

__all__ = [
    "NAMA_BULAN",
    "TANPA_CATATAN",
    "Agregat",
    "Analisis",
    "Catatan",
    "Isian",
    "Kunci",
    "Noted",
    "Periode",
    "Realisasi",
    "Year",
    "aggregate",
    "load_notes",
    "load_year",
    "parse_periode",
    "parse_sampai",
]
