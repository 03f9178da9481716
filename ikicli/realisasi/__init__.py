"""What was reached: periods, the year's rows, and how the values of several periods become one."""

from ikicli.realisasi.agregasi import Agregat, aggregate
from ikicli.realisasi.isian import TANPA_ISIAN, Deret, Isian, Kunci, Realisasi
from ikicli.realisasi.muat import Year, load_year
from ikicli.realisasi.periode import NAMA_BULAN, Periode, parse_periode
from ikicli.realisasi.sampai import parse_sampai

__all__ = [
    "NAMA_BULAN",
    "TANPA_ISIAN",
    "Agregat",
    "Deret",
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
