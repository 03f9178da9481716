"""Lines over periods: within their drawing, in proportion, lifted where nothing is known."""

import re
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikicli.definisi.nouns import Rentang
from ikicli.laporan.tren import Deret, GambarTren, line

NUMBERS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000)
VALUES = st.lists(st.none() | NUMBERS, min_size=4, max_size=4)


def agreed(low: int | None, high: int | None) -> Rentang:
    return Rentang(
        str(low) if low == high else f"{low}..{high}",
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
    )


def drawing(
    values: list[Fraction | None],
    target: Rentang | None = None,
    before: list[Fraction | None] | None = None,
) -> GambarTren | None:
    count = len(values)
    series = Deret(
        tuple(f"TW {at}" for at in range(count)), (target,) * count, tuple(values), tuple(before or [None] * count)
    )
    return line("tren", "Judul", "Uraian", series, 2)


def drawn(*values: int | None, target: Rentang | None = None) -> GambarTren:
    found = drawing([None if each is None else Fraction(each) for each in values], target)
    assert found is not None
    return found


def heights(gambar: GambarTren) -> list[Fraction]:
    return [Fraction(each.y) for each in gambar.titik]


@given(VALUES, VALUES)
def test_everything_stands_within_the_plot(values: list[Fraction | None], before: list[Fraction | None]) -> None:
    gambar = drawing(values, before=before)
    known = [each for each in (*values, *before) if each is not None]
    assert (gambar is None) == (not known)
    if gambar is None:
        return
    marks = [Fraction(y) for y, _ in gambar.sumbu]
    assert 2 <= len(marks) <= 8
    points = [*gambar.titik, *gambar.titik_lalu]
    assert len(points) == len(known)
    assert all(min(marks) - 1 <= Fraction(each.y) <= max(marks) + 1 for each in points)
    assert all(int(gambar.kiri) < Fraction(each.x) < int(gambar.kanan) for each in points)


@given(VALUES)
def test_what_is_higher_stands_higher(values: list[Fraction | None]) -> None:
    known = [each for each in values if each is not None]
    gambar = drawing(values)
    places = heights(gambar) if gambar else []
    order = sorted(zip(known, places, strict=True))
    assert all(upper <= lower for (_, lower), (_, upper) in pairwise(order))


def test_in_proportion() -> None:
    first, middle, last = heights(drawn(0, 50, 100))
    assert abs((first + last) / 2 - middle) <= Fraction(1, 10)
    assert first > middle > last


def test_the_pen_is_lifted_where_nothing_is_known() -> None:
    assert re.findall("[ML]", drawn(1, 2, None, 3).garis) == ["M", "L", "M"]
    assert [each.teks for each in drawn(1, None, 3).titik] == ["1", "3"]


@pytest.mark.parametrize(
    ("target", "names", "band"),
    [
        (agreed(95, 95), ["95"], False),
        (agreed(80, 90), ["90", "80"], True),
        (agreed(None, 5), ["5"], False),
        (agreed(12, None), ["12"], False),
        (None, [], False),
    ],
)
def test_what_was_agreed(target: Rentang | None, names: list[str], band: bool) -> None:
    gambar = drawn(50, 60, target=target)
    assert ([each.teks for each in gambar.target], gambar.pita is not None) == (names, band)


def test_two_bounds_keep_their_names_apart() -> None:
    upper, lower = (Fraction(each.y) for each in drawn(1, 10_000, target=agreed(80, 90)).target)
    assert lower - upper >= 16


@pytest.mark.parametrize(
    ("values", "start"),
    [((51, 67, 83), None), ((97, 93, 98), "90"), ((0, 0, 0), None), ((7, 7, 7), None), ((-5, 3, 4), "-5")],
)
def test_an_axis_that_does_not_begin_at_zero_says_so(values: tuple[int, ...], start: str | None) -> None:
    gambar = drawn(*values)
    assert gambar.awal == start
    assert gambar.sumbu[0][1] == (start or "0")


def test_a_figure_in_a_valley_stands_below_its_point() -> None:
    gambar = drawn(97, 92, 98)
    assert [Fraction(each.y_teks) > Fraction(each.y) for each in gambar.titik] == [False, True, False]
