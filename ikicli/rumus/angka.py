"""Exact numbers: read from decimal text, rounded half away from zero, written as decimal text."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import TypeAlias

MOST_DIGITS = 30
"""The longest number anybody writes: a national budget in rupiah has 16 digits."""


Exact: TypeAlias = Fraction | int
"""A number to be added up, multiplied and compared. Never divide one: of two `int` Python makes a float."""


def parse_number(text: str) -> Fraction | None:
    """The number that a decimal text writes with a point (`95`, `-0.5`), or None when it is not one.

    Not taken: decimal commas, thousands marks, exponents, `+`, and more than `MOST_DIGITS` digits.
    """
    if text.isdecimal() and text.isascii():  # nearly all there are
        return Fraction(int(text)) if len(text) <= MOST_DIGITS else None
    whole, point, decimals = text.removeprefix("-").partition(".")
    digits = whole + decimals
    if not whole or bool(point) != bool(decimals) or not (digits.isdecimal() and digits.isascii()):
        return None
    if len(digits) > MOST_DIGITS:
        return None
    number = -int(digits) if text.startswith("-") else int(digits)
    return Fraction(number, 10 ** len(decimals)) if point else Fraction(number)


def parse_exact(text: str) -> Exact | None:
    """What `parse_number` gives, but whole numbers as `int`: there are many, and a Fraction costs ten times as much."""
    if text.isdecimal() and text.isascii():
        return int(text) if len(text) <= MOST_DIGITS else None
    return parse_number(text)


def whole_as_int(number: Fraction) -> Exact:
    """The same number, as `int` where it is whole."""
    return number.numerator if number.denominator == 1 else number


def total(numbers: Sequence[Exact]) -> Fraction:
    """The exact sum. Fractions are added up over one denominator: one by one they cost far more."""
    if numbers and type(numbers[0]) is type(numbers[-1]) is int:  # then nearly always all are
        whole = sum(numbers)
        if type(whole) is int:
            return Fraction(whole)
    ratios = [number.as_integer_ratio() for number in numbers]
    common = lcm(*{denominator for _, denominator in ratios})
    return Fraction(sum([numerator * (common // denominator) for numerator, denominator in ratios]), common)


def rounded(number: Exact, digits: int) -> Fraction:
    """The number at `digits` decimals (negative: tens, hundreds ...), a half going away from zero.

    Not Python's `round`, which sends a half to the even neighbour: 87.125 is 87.13 to an official.
    """
    whole = _scaled(number, digits)
    return Fraction(whole, 10**digits) if digits >= 0 else Fraction(whole * 10**-digits)


def _scaled(number: Exact, digits: int) -> int:
    """`number` times ten to the `digits` as a whole number, a half going away from zero."""
    above, below = abs(number.numerator), number.denominator
    above, below = (above * 10**digits, below) if digits >= 0 else (above, below * 10**-digits)
    whole, rest = divmod(above, below)
    if 2 * rest >= below:
        whole += 1
    return whole if number.numerator >= 0 else -whole


def decimal_text(number: Fraction, digits: int, *, point: str = ".") -> str:
    """The number at `digits` decimals (not negative) as decimal text without trailing zeros, exponent or `-0`."""
    scaled = _scaled(number, digits)
    whole, rest = divmod(abs(scaled), 10**digits)
    sign = "-" if scaled < 0 else ""
    decimals = str(rest).rjust(digits, "0").rstrip("0") if rest else ""
    return f"{sign}{whole}{point}{decimals}" if decimals else f"{sign}{whole}"


def exact_text(number: Fraction) -> str:
    """A number that `parse_number` can read, as decimal text with every digit it has."""
    digits = next((digits for digits in range(MOST_DIGITS) if 10**digits % number.denominator == 0), MOST_DIGITS)
    return decimal_text(number, digits)
