"""Periods as files write them and as people say them."""

import pytest

from ikicli.realisasi import Periode, parse_periode, parse_sampai
from ikicli.realisasi.periode import Periods


@pytest.mark.parametrize(
    ("text", "period", "said"),
    [
        ("2019", Periode(2019, 1, 12), "Tahun 2019"),
        ("2019-S1", Periode(2019, 1, 6), "Semester I 2019"),
        ("2019-S2", Periode(2019, 7, 12), "Semester II 2019"),
        ("2019-TW1", Periode(2019, 1, 3), "Triwulan I 2019"),
        ("2019-TW4", Periode(2019, 10, 12), "Triwulan IV 2019"),
        ("2019-01", Periode(2019, 1, 1), "Januari 2019"),
        ("2019-12", Periode(2019, 12, 12), "Desember 2019"),
    ],
)
def test_a_period_is_read_written_and_said(text: str, period: Periode, said: str) -> None:
    assert parse_periode(text) == period
    assert period.teks == text
    assert period.sebutan == said


@pytest.mark.parametrize(
    "text", ["", "2019-13", "2019-00", "2019-1", "2019-TW5", "2019-S3", "19-01", "2019-tw1", "٢٠١٩"]
)
def test_what_is_not_a_period(text: str) -> None:
    assert parse_periode(text) is None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("TW2", 6),
        ("tw2", 6),
        ("S1", 6),
        ("06", 6),
        ("6", 6),
        ("12", 12),
        ("2019", 12),
        ("2019-TW2", 6),
        (" 2019-06 ", 6),
        ("Juni", 6),
        ("Triwulan II", 6),
        ("TW 2 2019", 6),
    ],
)
def test_a_span_may_be_named_with_or_without_its_year(text: str, month: int) -> None:
    span = parse_sampai(text, 2019)
    assert span is not None
    assert span.akhir == month


@pytest.mark.parametrize("text", ["", "TW5", "13", "0", "2018", "2018-TW2", "Juni 2018", "s.d. Juni", "entah"])
def test_what_is_not_a_span_of_the_year(text: str) -> None:
    assert parse_sampai(text, 2019) is None


def test_series_of_the_same_periods_share_what_is_known_of_them() -> None:
    quarters = tuple(Periode(2019, last - 2, last) for last in (3, 6, 12))
    periods = Periods.of(quarters)
    assert periods is Periods.of(quarters[:1] + quarters[1:])
    assert periods == quarters
    assert {periods: "sama"}[quarters] == "sama"
    assert periods.texts == ("2019-TW1", "2019-TW2", "2019-TW4")
    assert periods.in_order
    assert not Periods.of(quarters[::-1]).in_order
    assert not Periods.of((*quarters, Periode(2019, 1, 12))).in_order
    for _ in range(2):  # what was found out once is said again
        assert periods.ended(8) == ((0, 1), frozenset(range(1, 7)))
        assert periods.ended(12) == ((0, 1, 2), frozenset({*range(1, 7), 10, 11, 12}))
        assert Periods.of(quarters[::-1]).ended(3) == ((2,), frozenset({1, 2, 3}))
