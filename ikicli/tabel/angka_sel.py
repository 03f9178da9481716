"""The numbers and dates of spreadsheets, which store binary fractions and count days."""

from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation

from ikicli.tabel.lembar import SelAngka, SelGalat, SelPersen, SelTanggal

_EXCEL = Context(prec=15)
"""Excel keeps 15 digits of what is typed; further ones are what a binary fraction adds (0.30000000000000004)."""
_FURTHEST = 40


def number_cell(text: str, *, percent: bool = False) -> str:
    """The cell of a stored number, exactly as it was typed."""
    if not percent and text.isdecimal() and len(text) <= _EXCEL.prec:
        return SelAngka(int(text))
    number = _exact(text)
    if number is None:
        return SelGalat(text)
    return SelPersen(f"{_fixed(number.scaleb(2))}%") if percent else SelAngka(_fixed(number))


def _exact(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _FURTHEST:
        return None
    return number if number.adjusted() >= _EXCEL.prec else _EXCEL.plus(number)


def _fixed(number: Decimal) -> str:
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def date_cell(text: str, *, from_1904: bool = False) -> str:
    """The cell of a day that a workbook counts from 1900 or 1904."""
    days = _exact(text)
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    try:
        return SelTanggal((start + timedelta(days=int(days))).isoformat() if days is not None else text)
    except OverflowError:
        return SelGalat(text)
