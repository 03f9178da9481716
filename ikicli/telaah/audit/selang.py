"""Intervals of exact numbers: everything that a printed figure can stand for."""

from fractions import Fraction

from ikicli.rumus import rounded
from ikicli.value import Value

USUAL_CAPS = (Fraction(100), Fraction(110), Fraction(120))
"""Caps in use, in percent; a figure at one of them may have been held there though nobody says so."""


class Bilangan(Value):
    """A printed number and the decimals it was printed with (negative: it was written in thousands, millions ...)."""

    nilai: Fraction
    digit: int

    @property
    def langkah(self) -> Fraction:
        """The step of its last digit."""
        return Fraction(10) ** -self.digit


class Selang(Value):
    """The numbers between two ends; each end belongs to it or not."""

    bawah: Fraction
    atas: Fraction
    bawah_ikut: bool = True
    atas_ikut: bool = True

    def meets(self, other: "Selang") -> bool:
        """Whether a number lies in both."""
        low, low_in = max((self.bawah, not self.bawah_ikut), (other.bawah, not other.bawah_ikut))
        high, high_out = min((self.atas, self.atas_ikut), (other.atas, other.atas_ikut))
        return low < high or (low == high and not low_in and high_out)

    def __add__(self, other: object) -> "Selang":
        """The sums of a number of each."""
        assert isinstance(other, Selang)
        return Selang(
            self.bawah + other.bawah,
            self.atas + other.atas,
            self.bawah_ikut and other.bawah_ikut,
            self.atas_ikut and other.atas_ikut,
        )

    def times(self, factor: Fraction) -> "Selang":
        """Its numbers, multiplied."""
        if factor < 0:
            return Selang(self.atas * factor, self.bawah * factor, self.atas_ikut, self.bawah_ikut)
        return Selang(self.bawah * factor, self.atas * factor, self.bawah_ikut, self.atas_ikut)

    def at_most(self, cap: Fraction | None) -> "Selang":
        """Its numbers, those above the cap taken down to it."""
        if cap is None or self.atas < cap or (self.atas == cap and self.atas_ikut):
            return self
        low_in = self.bawah_ikut or self.bawah >= cap
        return Selang(min(self.bawah, cap), cap, low_in, True)


def allowed(printed: Bilangan) -> Selang:
    """The numbers that a print can stand for: those that round to it, half away from zero, or are cut off to it."""
    value, step = printed.nilai, printed.langkah
    if value > 0:
        return Selang(value - step / 2, value + step, True, False)
    if value < 0:
        return Selang(value - step, value + step / 2, False, True)
    return Selang(-step, step, False, False)


def truncated(number: Fraction, digit: int) -> Fraction:
    """The number cut off at `digit` decimals."""
    step = Fraction(10) ** -digit
    whole = abs(number) // step * step
    return whole if number >= 0 else -whole


def rounds_to(number: Fraction, printed: Bilangan) -> bool:
    """Whether a number is printed so when it is rounded."""
    return rounded(number, printed.digit) == printed.nilai


def cuts_to(number: Fraction, printed: Bilangan) -> bool:
    """Whether a number is printed so when it is cut off."""
    return truncated(number, printed.digit) == printed.nilai


def whole(printed: Bilangan) -> Bilangan | None:
    """The print as a whole percent that needless decimals follow (98,00); None where it is not one."""
    return Bilangan(printed.nilai, 0) if printed.digit > 0 and printed.nilai.denominator == 1 else None
