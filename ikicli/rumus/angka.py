"""Exact numbers: read from decimal text, rounded half away from zero, written as decimal text."""

import re
from fractions import Fraction

MOST_DIGITS = 30
"""The longest number anybody writes: a national budget in rupiah has 16 digits."""

_DECIMAL = re.compile(r"(-?)(\d+)(?:\.(\d+))?", re.ASCII)


def parse_number(text: str) -> Fraction | None:
    """The number that a decimal text writes with a point (`95`, `-0.5`), or None when it is not one.

    Not taken: decimal commas, thousands marks, exponents, `+`, and more than `MOST_DIGITS` digits.
    """
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    sign, whole, decimals = match.groups("")
    if len(whole) + len(decimals) > MOST_DIGITS:
        return None
    if not decimals:
        return Fraction(int(sign + whole))
    return Fraction(int(sign + whole + decimals), 10 ** len(decimals))


def rounded(number: Fraction, digits: int) -> Fraction:
    """The number at `digits` decimals (negative: tens, hundreds ...), a half going away from zero.

    Not Python's `round`, which sends a half to the even neighbour: 87.125 is 87.13 to an official.
    """
    scale = Fraction(10) ** digits
    scaled = abs(number) * scale
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if 2 * rest >= scaled.denominator:
        whole += 1
    return (whole if number >= 0 else -whole) / scale


def decimal_text(number: Fraction, digits: int, *, point: str = ".") -> str:
    """The rounded number as decimal text without trailing zeros, exponent or `-0`."""
    value = rounded(number, digits)
    digits = max(digits, 0)
    whole, rest = divmod(abs(value.numerator) * 10**digits // value.denominator, 10**digits)
    sign = "-" if value < 0 else ""
    decimals = str(rest).rjust(digits, "0").rstrip("0") if digits else ""
    return f"{sign}{whole}{point}{decimals}" if decimals else f"{sign}{whole}"
