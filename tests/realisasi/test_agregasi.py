"""Months to years: each aggregation law over its own period is the law over the year."""

from fractions import Fraction

import pytest
from deret_uji import deret
from hypothesis import given
from hypothesis import strategies as st

from ikicli.definisi.nouns import Agregasi, Frekuensi, Variabel
from ikicli.diagnostik import Source
from ikicli.realisasi import TANPA_ISIAN, Deret, Isian, Periode, aggregate
from ikicli.realisasi.periode import Periods
from ikicli.sumber import Scalar

# mypy: disable-error-code="comparison-overlap"

SOURCE = Source("contoh.csv", "")
NODE = Scalar(SOURCE, 0, 0, "", "")
LAWS = [law for law in Agregasi if law.value]


def variabel(law: Agregasi, periode: Frekuensi = Frekuensi.BULAN, tetapan: Fraction | None = None) -> Variabel:
    return Variabel(node=NODE, nama="A", satuan=None, agregasi=law, periode=periode, tetapan=tetapan)


def isian(values: list[Fraction], months: int = 1) -> Deret:
    return deret(
        Isian(Periode(2019, index * months + 1, (index + 1) * months), value, SOURCE, index + 2)
        for index, value in enumerate(values)
    )


numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)


@given(law=st.sampled_from(LAWS), values=st.lists(numbers, min_size=12, max_size=12))
def test_month_to_quarter_to_year_equals_month_to_year(law: Agregasi, values: list[Fraction]) -> None:
    quarters = [aggregate(variabel(law), isian(values[start : start + 3]), 12).nilai for start in range(0, 12, 3)]
    assert None not in quarters
    from_quarters = aggregate(variabel(law), isian([q for q in quarters if q is not None], 3), 12).nilai
    assert aggregate(variabel(law), isian(values), 12).nilai == from_quarters


@pytest.mark.parametrize(
    ("law", "expected"),
    [("jumlah", 10), ("rata", Fraction(7, 3)), ("terakhir", 3), ("maks", 4), ("min", 1)],
)
def test_each_law(law: str, expected: Fraction) -> None:
    """4 over a quarter, then 1, 2, 3 in the next three months: an average weighs the quarter thrice."""
    rows = (
        Isian(Periode(2019, 1, 3), Fraction(4), SOURCE, 2),
        *(Isian(Periode(2019, month, month), Fraction(month - 3), SOURCE, month) for month in (4, 5, 6)),
    )
    if law == "rata":
        expected = Fraction(4 * 3 + 1 + 2 + 3, 6)
    assert aggregate(variabel(Agregasi(law)), deret(rows), 6).nilai == expected


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("values", [(3, 4, 6), (3, Fraction(1, 2), 6)])
def test_a_value_over_whole_numbers_is_the_fraction_it_is_over_fractions(
    law: Agregasi, values: tuple[int | Fraction, ...]
) -> None:
    """The store reads whole numbers as `int`, of which two divided would be a float."""
    months = [Periode(2019, month, month) for month in (1, 2, 3)]
    whole = Deret(Periods.of(tuple(months)), values, [SOURCE] * 3, range(2, 5), [""] * 3, [""] * 3)
    value = aggregate(variabel(law), whole, 12).nilai
    assert type(value) is Fraction
    assert value == aggregate(variabel(law), isian(list(map(Fraction, values))), 12).nilai
    assert {type(each.nilai) for each in whole} == {Fraction}


def test_a_value_counts_when_its_whole_period_has_ended() -> None:
    rows = deret(
        [Isian(Periode(2019, 1, 3), Fraction(5), SOURCE, 2), Isian(Periode(2019, 4, 6), Fraction(7), SOURCE, 3)]
    )
    assert aggregate(variabel(Agregasi.JUMLAH), rows, 5).nilai == 5
    assert aggregate(variabel(Agregasi.JUMLAH), rows, 6).nilai == 12
    assert aggregate(variabel(Agregasi.JUMLAH), rows, 2).nilai is None


@pytest.mark.parametrize(
    ("law", "month", "expected"),
    [("jumlah", 12, 240), ("jumlah", 1, 20), ("jumlah", 5, 100), ("rata", 1, 240), ("terakhir", 6, 240)],
)
def test_a_constant_that_sums_counts_its_share_of_the_year(law: str, month: int, expected: int) -> None:
    agregat = aggregate(variabel(Agregasi(law), tetapan=Fraction(240)), TANPA_ISIAN, month)
    assert (agregat.nilai, agregat.isian, agregat.ditunggu) == (expected, TANPA_ISIAN, frozenset())


@pytest.mark.parametrize(
    ("periode", "month", "due"),
    [("bulan", 5, 5), ("triwulan", 5, 3), ("triwulan", 6, 6), ("semester", 11, 6), ("tahun", 12, 12), ("tahun", 6, 6)],
)
def test_what_is_expected_by_a_month(periode: str, month: int, due: int) -> None:
    agregat = aggregate(variabel(Agregasi.JUMLAH, Frekuensi(periode)), TANPA_ISIAN, month)
    assert agregat.ditunggu == frozenset(range(1, due + 1))
    assert agregat.ada == frozenset()


def test_a_series_is_illustrative_where_any_of_its_values_is() -> None:
    periods = Periods.of((Periode(2019, 1, 1), Periode(2019, 2, 2)))
    real, example = Source("realisasi/2019/a.csv", ""), Source("realisasi/2019/contoh.csv", "")
    for sources, is_one in (((real, real), False), ((real, example), True), ((example, example), True)):
        assert Deret(periods, (1, 2), sources, (2, 3), ("", ""), ("", "")).contoh is is_one
