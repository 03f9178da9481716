"""The formula language: text to tree, the units of a tree, its exact value, and its text again.

Knows no files and no nouns. Total: every formula ends, in bounded time and space, in a number or a reason for none.
"""

from ikicli.rumus.angka import MOST_DIGITS, Exact, decimal_text, exact_text, parse_exact, parse_number, rounded, total
from ikicli.rumus.evaluate import Langkah, Nilai, Tiada, evaluate, holds, zero_divisors
from ikicli.rumus.masalah import Masalah
from ikicli.rumus.parse import FUNGSI, Parsed, parse
from ikicli.rumus.pohon import Lalu, Nama, Pohon, Rujukan, Tempat, names, walk
from ikicli.rumus.satuan import SATUAN_CACAH, SATUAN_TANPA_DIMENSI, Satuan, is_count, parse_satuan
from ikicli.rumus.units import check_units, unit_of

__all__ = [
    "FUNGSI",
    "MOST_DIGITS",
    "SATUAN_CACAH",
    "SATUAN_TANPA_DIMENSI",
    "Exact",
    "Lalu",
    "Langkah",
    "Masalah",
    "Nama",
    "Nilai",
    "Parsed",
    "Pohon",
    "Rujukan",
    "Satuan",
    "Tempat",
    "Tiada",
    "check_units",
    "decimal_text",
    "evaluate",
    "exact_text",
    "holds",
    "is_count",
    "names",
    "parse",
    "parse_exact",
    "parse_number",
    "parse_satuan",
    "rounded",
    "total",
    "unit_of",
    "walk",
    "zero_divisors",
]
