"""Numbers as people write them: one meaning, two meanings, missing, or no number, and why."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikicli.sumber.angka_tulis import Angka, Bukan, Desimal, Ganda, Tiada, read_angka


@pytest.mark.parametrize(
    ("text", "nilai", "satuan"),
    [
        ("12", "12", ""),
        ("007", "7", ""),
        ("98,5", "98.5", ""),
        ("98.5", "98.5", ""),
        ("0,123", "0.123", ""),
        ("1234.567", "1234.567", ""),
        ("1.500.000", "1500000", ""),
        ("1,500,000", "1500000", ""),
        ("1.500.000,50", "1500000.50", ""),
        ("1,500,000.50", "1500000.50", ""),
        ("170,395,000", "170395000", ""),
        ("Rp. 1.500.000.000,-", "1500000000", "rupiah"),
        ("Rp1.500,-", "1500", "rupiah"),
        ("Rp 1,5 juta", "1.5", "juta rupiah"),
        ("-Rp 5", "-5", "rupiah"),
        ("Rp 25,000,-", "25000", "rupiah"),
        ("Rp25,000.-", "25000", "rupiah"),
        ("1,500,-", "1500", ""),
        ("1.500.-", "1500", ""),
        ("5,-", "5", ""),
        ("98,5%", "98.5", "%"),
        ("0,26 % ", "0.26", "%"),
        ("100,00 Persen", "100.00", "persen"),
        ("10,4 tahun", "10.4", "tahun"),
        ("3 desa", "3", "desa"),
        ("-14,32", "-14.32", ""),
        ("\u221233,33%", "-33.33", "%"),
        ("\u00a012\u00a0", "12", ""),
        ("-0", "0", ""),
        ("00,5", "0.5", ""),
    ],
)
def test_one_meaning(text: str, nilai: str, satuan: str) -> None:
    tulisan = read_angka(text)
    assert isinstance(tulisan, Angka), tulisan
    assert (tulisan.nilai, tulisan.satuan) == (nilai, satuan)


@pytest.mark.parametrize(
    ("text", "koma", "titik", "satuan"),
    [
        ("1.234", "1234", "1.234", ""),
        ("1,234", "1.234", "1234", ""),
        ("13.837", "13837", "13.837", ""),
        ("16,030", "16.030", "16030", ""),
        ("-1.500", "-1500", "-1.500", ""),
        ("1.500bh", "1500", "1.500", "bh"),
        ("Rp 1.500", "1500", "1.500", "rupiah"),
    ],
)
def test_two_meanings(text: str, koma: str, titik: str, satuan: str) -> None:
    assert read_angka(text) == Ganda(koma, titik, satuan)


@pytest.mark.parametrize("text", ["", " ", "-", "\u2013", " \u2014 ", "--", "NA", "n/a", "N/A", "n.a."])
def test_missing(text: str) -> None:
    assert read_angka(text) == Tiada()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("80 - 90%", "rentang"),
        ("7 \u2013 8 bulan", "rentang"),
        ("98-100", "rentang"),
        ("80 s/d 90", "rentang"),
        ("80..90", "rentang"),
        ("\u2264 5", "batas"),
        ("<= 5", "batas"),
        ("minimal 5", "batas"),
        ("1-Mei", "tanggal"),
        ("01/05/2019", "tanggal"),
        ("Jan-19", "tanggal"),
        ("1,5E+11", "disingkat"),
        ("3/4", "pecahan"),
        ("#DIV/0!", "galat rumus"),
        ("#N/A!", "galat rumus"),
        ("(5)", "kurung"),
        ("1 500", "spasi"),
        ("1.23.4", "tidak pada tempatnya"),
        ("1.500,00.5", "tidak pada tempatnya"),
        ("01.234", "tidak pada tempatnya"),
        ("01,234", "tidak pada tempatnya"),
        ("25,5,-", "tidak pada tempatnya"),
        ("1.500,50,-", "tidak pada tempatnya"),
        ("- 5 kegiatan", "spasi sesudah tandanya"),
        ("\u2013 5", "spasi sesudah tandanya"),
        ("- Rp 5", "spasi sesudah tandanya"),
        ("12,", "bukan angka"),
        ("1 " + "a" * 60, "bukan angka"),
        ("WTP", "bukan angka"),
        ("nihil", "bukan angka"),
        ("Rangking 6", "bukan angka"),
        ("\u0663", "bukan angka"),
        ("9" * 31, "30 digit"),
    ],
)
def test_no_number_and_why(text: str, said: str) -> None:
    tulisan = read_angka(text)
    assert isinstance(tulisan, Bukan), tulisan
    assert said in tulisan.kata


@pytest.mark.parametrize("text", ["1" * 20_000 + "x", "1." * 20_000 + "x", "1 " * 20_000])
def test_a_cell_of_any_length_is_answered_at_once(text: str) -> None:
    start = time.perf_counter()
    assert isinstance(read_angka(text), Bukan)
    assert time.perf_counter() - start < 1


def written(digits: str, decimals: str, desimal: Desimal, *, grouped: bool) -> str:
    """A number in a convention."""
    thousands = "." if desimal is Desimal.KOMA else ","
    whole = f"{int(digits):,}".replace(",", thousands) if grouped else digits
    return f"{whole}{desimal.tanda}{decimals}" if decimals else whole


@given(st.integers(0, 10**15), st.text("0123456789", max_size=6), st.sampled_from(Desimal), st.booleans())
def test_every_number_comes_back_under_its_convention(
    whole: int, decimals: str, desimal: Desimal, grouped: bool
) -> None:
    tulisan = read_angka(written(str(whole), decimals, desimal, grouped=grouped))
    assert isinstance(tulisan, Angka | Ganda)
    nilai = tulisan.nilai if isinstance(tulisan, Angka) else tulisan.dibaca(desimal)
    assert nilai == (f"{whole}.{decimals}" if decimals else str(whole))


@given(st.text(max_size=30))
def test_every_text_is_answered(text: str) -> None:
    assert isinstance(read_angka(text), Angka | Ganda | Bukan | Tiada)


@given(st.text("0123456789., -Rp%\u2013/e", max_size=12))
def test_what_is_read_is_what_a_store_can_hold(text: str) -> None:
    tulisan = read_angka(text)
    if isinstance(tulisan, Angka):
        assert tulisan.nilai.lstrip("-").replace(".", "", 1).isdecimal()
