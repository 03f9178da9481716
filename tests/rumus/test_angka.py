from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikicli.rumus import decimal_text, exact_text, parse_number, rounded, total

decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("95", Fraction(95)),
        ("010", Fraction(10)),
        ("0.5", Fraction(1, 2)),
        ("-0.5", Fraction(-1, 2)),
        ("-0", Fraction(0)),
        ("1.500", Fraction(3, 2)),
        ("9" * 30, Fraction(10**30 - 1)),
        ("-" + "9" * 15 + "." + "9" * 15, -Fraction(10**30 - 1, 10**15)),
    ],
)
def test_reads_decimal_text_exactly(text: str, number: Fraction) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", " 95", "95 ", "95\n", "+95", "95,5", "1.500.000", "1_000", "1e3", ".5", "5.", "0x10", "--1", "-"),
        *("NaN", "inf", "½", "٣", "９", "1" * 31, "1" * 16 + "." + "1" * 15, "9" * 5000, "-" * 5000),
    ],
)
def test_takes_nothing_else_for_a_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (Fraction("87.125"), 2, "87.13"),
        (Fraction("-87.125"), 2, "-87.13"),
        (Fraction("-0.005"), 2, "-0.01"),
        (Fraction("-0.001"), 2, "0"),
        (Fraction("0.5"), 0, "1"),
        (Fraction("2.5"), 0, "3"),
        (Fraction("-2.5"), 0, "-3"),
        (Fraction("99.995"), 2, "100"),
        (Fraction("99.9949"), 2, "99.99"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction("1.10"), 2, "1.1"),
        (Fraction("0.05"), 2, "0.05"),
        (Fraction(1500000), 2, "1500000"),
        (Fraction(10**40), 0, "1" + "0" * 40),
    ],
)
def test_writes_rounded_decimal_text(number: Fraction, digits: int, text: str) -> None:
    assert decimal_text(number, digits) == text


def test_writes_the_decimal_mark_asked_for() -> None:
    assert decimal_text(Fraction("-1234.5"), 2, point=",") == "-1234,5"
    assert decimal_text(Fraction(7), 2, point=",") == "7"


@given(decimals, st.integers(-6, 6))
def test_rounds_half_away_from_zero(number: Decimal, digits: int) -> None:
    expected = number.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP, context=Context(prec=60))
    assert rounded(Fraction(number), digits) == Fraction(expected)


@given(st.fractions(), st.integers(-6, 6))
def test_rounding_moves_by_at_most_half_a_unit_and_is_odd(number: Fraction, digits: int) -> None:
    result = rounded(number, digits)
    assert abs(result - number) <= Fraction(1, 2) / Fraction(10) ** digits
    assert rounded(-number, digits) == -result
    assert rounded(result, digits) == result


@given(st.fractions(), st.integers(0, 8))
def test_decimal_text_is_canonical_and_reads_back(number: Fraction, digits: int) -> None:
    text = decimal_text(number, digits)
    assert Fraction(text) == rounded(number, digits)
    assert text != "-0"
    assert "." not in text or not text.endswith("0")


@pytest.mark.parametrize("text", ["0", "-0.5", "95", "12.5", "0.00000000000000000000000000001", "3.125"])
def test_writes_every_digit_of_a_written_number(text: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert exact_text(number) == text


@given(st.lists(st.fractions()))
def test_a_total_is_the_exact_sum(numbers: list[Fraction]) -> None:
    assert total(numbers) == sum(numbers, Fraction(0))
