"""What was reached: periods, the year's rows, and how the values of several periods become one."""

from ikicli.realisasi.agregasi import Agregat, aggregate
from ikicli.realisasi.muat import Isian, Kunci, Realisasi, Year, load_year
from ikicli.realisasi.periode import NAMA_BULAN, Periode, parse_periode
from ikicli.realisasi.sampai import parse_sampai

__all__ = [
    "NAMA_BULAN",
    "Agregat",
    "Isian",
    "Kunci",
    "Periode",
    "Realisasi",
    "Year",
    "aggregate",
    "load_year",
    "parse_periode",
    "parse_sampai",
]
