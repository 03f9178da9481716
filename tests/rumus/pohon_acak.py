"""Random formulas: trees that `parse` can give, and texts that are nearly formulas."""

from fractions import Fraction
from typing import TypeAlias

from hypothesis import strategies as st

from ikicli.rumus import FUNGSI, Pohon, Tempat
from ikicli.rumus.pohon import Angka, Bulat, Fungsi, Hitungan, Jika, Lalu, Nama, Negatif, Rujukan, Syarat

Strategy: TypeAlias = st.SearchStrategy[Pohon]

DI_SINI = Tempat(0, 0)
nama = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True).filter(lambda name: name not in FUNGSI)
angka = st.builds(
    lambda whole, digits: Angka(Fraction(whole, 10**digits), DI_SINI), st.integers(0, 10**15), st.integers(0, 15)
)
daun: Strategy = st.one_of(
    angka,
    st.builds(Nama, nama, st.just(DI_SINI)),
    st.builds(Rujukan, nama, nama, st.just(DI_SINI)),
    nama.map(lambda name: Lalu(name, f"lalu({name})", DI_SINI)),
)


def _larger(parts: Strategy) -> Strategy:
    here = st.just(DI_SINI)
    condition = st.builds(Syarat, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), parts, parts, here)
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Negatif, parts, here),
        st.builds(Hitungan, st.sampled_from("+-*/"), parts, parts, here),
        st.builds(Jika, condition, parts, parts, here),
        st.builds(Fungsi, st.sampled_from(["min", "maks", "jumlah", "rata"]), several, here),
        st.builds(Fungsi, st.just("abs"), parts.map(lambda part: (part,)), here),
        st.builds(Bulat, parts, st.integers(-12, 12), here),
    )


pohon: Strategy = st.recursive(daun, _larger, max_leaves=25)

_PIECES = [
    *"+-*/(),.=<>×÷−≤≥≠ \t\n^%$\\{}[]'\"!_;:é\u200b\u00a0–",
    *("jika(", "lalu(", "bulat(", "min(", "abs(", "rata(", "**", "==", "<=", "!=", "x", "pegawai", "sekcam.hadir"),
    *("A", "__import__", "0", "1", "100", "0.5", ".5", "1.500.000", "9" * 40, "if(", "sum("),
]
teks = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
