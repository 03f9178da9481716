"""How people are shown numbers, targets, spans, days and lists: on a screen and in a document alike."""

import re
from collections.abc import Sequence
from fractions import Fraction

from ikicli.definisi.nouns import Indikator, Rentang
from ikicli.realisasi import NAMA_BULAN, Periode
from ikicli.rumus import decimal_text

_EVERY_DIGIT = 30
_WRITTEN = r"-?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)(?:,[0-9]*[1-9])?"

TANPA_NILAI = "–"
"""What a cell shows where there is no number; never a zero."""


def angka(nilai: Fraction, digit: int) -> str:
    """A number as Indonesian readers write it, rounded at `digit` decimals: 2.900 and 98,33."""
    whole, comma, decimals = decimal_text(nilai, digit, point=",").partition(",")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(digits):,}".replace(",", ".") + comma + decimals


def dari_angka(teks: str) -> tuple[Fraction, int] | None:
    """The number that `angka` writes so, and its decimals; None where it writes nothing so."""
    if not re.fullmatch(_WRITTEN, teks):
        return None
    return Fraction(teks.replace(".", "").replace(",", ".")), len(teks.partition(",")[2])


def angka_utuh(nilai: Fraction) -> str:
    """A number somebody has written (a target, a bound, a weight), with all the decimals it was written with."""
    return angka(nilai, _EVERY_DIGIT)


def angka_atau(nilai: Fraction | None, digit: int) -> str:
    """A number, or the mark of none."""
    return TANPA_NILAI if nilai is None else angka(nilai, digit)


def target(rentang: Rentang) -> str:
    """What was agreed: `96`, `≤ 5`, `≥ 12`, `80–90`."""
    low, high = rentang.bawah, rentang.atas
    if rentang.angka is not None:
        return angka_utuh(rentang.angka)
    if low is None or high is None:
        return f"≥ {angka_utuh(low)}" if low is not None else f"≤ {angka_utuh(high or Fraction(0))}"
    between = "–" if low >= 0 else " s.d. "
    return f"{angka_utuh(low)}{between}{angka_utuh(high)}"


def satuan(indikator: Indikator) -> str:
    """The unit of an indicator as its file writes it."""
    return indikator.satuan.teks if indikator.satuan else ""


def bersatuan(teks: str, satuan: str) -> str:
    """A number's text with its unit behind it."""
    return f"{teks} {satuan}".strip()


def rentang_bulan(sampai: Periode) -> str:
    """The months that a result covers: `Januari s.d. Juni 2019`."""
    last = f"{NAMA_BULAN[sampai.akhir - 1]} {sampai.tahun}"
    return last if sampai.akhir == 1 else f"{NAMA_BULAN[0]} s.d. {last}"


def sebutan_rentang(sampai: Periode) -> str:
    """A result's span for a title; "sampai dengan" where it begins before the period that is named."""
    return sampai.sebutan if sampai.awal == 1 else f"Sampai dengan {sampai.sebutan}"


def rentang_singkat(sampai: Periode) -> str:
    """A result's span beside other words: `Tahun 2019`, `s.d. Triwulan II 2019`."""
    return sampai.sebutan if sampai.panjang == 12 else f"s.d. {sampai.sebutan}"


def deretan(kata: Sequence[str]) -> str:
    """`a`, `a dan b`, `a, b dan c`."""
    return " dan ".join([", ".join(kata[:-1]), kata[-1]] if len(kata) > 1 else kata)


def deretan_periode(periode: Sequence[Periode]) -> str:
    """Periods of one year in order, those of one length that follow each other as a span: `Mei s.d. Juni 2019`."""
    last = periode[-1]
    if last.panjang == 12:
        return last.sebutan
    runs: list[list[Periode]] = []
    for each in periode:
        before = runs[-1][-1] if runs else None
        follows = before is not None and before.akhir + 1 == each.awal and before.panjang == each.panjang
        runs[-1].append(each) if follows else runs.append([each])
    return f"{deretan([_run(run) for run in runs])} {last.tahun}"


def _run(periode: Sequence[Periode]) -> str:
    """Periods that follow each other: `Mei`, `Mei s.d. Juni`, `Triwulan I s.d. II`."""
    first, last = (each.sebutan.removesuffix(f" {each.tahun}") for each in (periode[0], periode[-1]))
    return first if len(periode) == 1 else f"{first} s.d. {last.rpartition(' ')[-1]}"


def capitalized(teks: str) -> str:
    """The text as it begins a line or fills a cell: its first letter large, the others as they are."""
    return teks[:1].upper() + teks[1:]
