"""Periods in the spellings of offices."""

import pytest

from ikicli.realisasi import Periode
from ikicli.realisasi.sebutan_periode import Sebutan, is_cumulative, parse_sebutan, parse_tanggal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Januari", (None, 1, 1)),
        ("  JAN ", (None, 1, 1)),
        ("Pebruari", (None, 2, 2)),
        ("Mei", (None, 5, 5)),
        ("Ags", (None, 8, 8)),
        ("Agt.", (None, 8, 8)),
        ("Aug", (None, 8, 8)),
        ("Okt", (None, 10, 10)),
        ("Nopember", (None, 11, 11)),
        ("bulan Desember", (None, 12, 12)),
        ("Januari 2019", (2019, 1, 1)),
        ("Jan-19", (2019, 1, 1)),
        ("03/2019", (2019, 3, 3)),
        ("bulan 3", (None, 3, 3)),
        ("Triwulan I", (None, 1, 3)),
        ("Tribulan II", (None, 4, 6)),
        ("triwulan ke-3", (None, 7, 9)),
        ("TW1", (None, 1, 3)),
        ("TW IV", (None, 10, 12)),
        ("TW.II", (None, 4, 6)),
        ("T.W. I", (None, 1, 3)),
        ("Q1", (None, 1, 3)),
        ("TW I 2019", (2019, 1, 3)),
        ("Triwulan I Tahun 2019", (2019, 1, 3)),
        ("Semester I", (None, 1, 6)),
        ("Smt 2", (None, 7, 12)),
        ("Setahun", (None, 1, 12)),
        ("Tahun 2019", (2019, 1, 12)),
        ("2019", (2019, 1, 12)),
        ("2019-TW1", (2019, 1, 3)),
        ("2019-S2", (2019, 7, 12)),
        ("2019-01", (2019, 1, 1)),
    ],
)
def test_spellings(text: str, expected: tuple[int | None, int, int]) -> None:
    assert parse_sebutan(text) == Sebutan(*expected)
    assert not is_cumulative(text)


@pytest.mark.parametrize(
    "text", ["", "1", "13", "Semester III", "TW5", "Realisasi", "Triwulan", "S", "Janu", "2019-13", "19", "Jumlah"]
)
def test_what_names_no_period(text: str) -> None:
    assert parse_sebutan(text) is None


@pytest.mark.parametrize(
    "text", ["s.d. Desember", "s/d Juni", "S.D TW II", "sampai dengan Juni", "Kumulatif", "sd Mei"]
)
def test_sums_since_january_are_no_period(text: str) -> None:
    assert is_cumulative(text)
    assert parse_sebutan(text) is None


def test_a_date_is_a_month_on_its_first_day_only() -> None:
    assert parse_tanggal("2019-03-01") == Sebutan(2019, 3, 3)
    assert parse_tanggal("2019-03-19") is None
    assert parse_tanggal("2019-13-01") is None
    assert parse_tanggal("2019-00-01") is None
    assert Sebutan(None, 1, 3).pada(2019) == Periode(2019, 1, 3)
