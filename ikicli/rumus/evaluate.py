"""The exact value of a formula, or the reason why it has none."""

import operator
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from ikicli.rumus.angka import rounded
from ikicli.rumus.pohon import Angka, Fungsi, Hitungan, Jika, Lalu, Nama, Negatif, Pohon, Rujukan, Syarat, walk
from ikicli.value import Value

_MOST_BITS = 3_400
"""About a thousand digits; references let formulas multiply each other's results."""


class Tiada(Enum):
    """Why there is no number. Where two meet, the one named first here wins."""

    KOSONG = "kosong"
    """A value that the formula needs is absent."""
    PEMBAGI_NOL = "pembagi_nol"
    """The data make a divisor zero."""
    TERLALU_BESAR = "terlalu_besar"
    """The number has more than a thousand digits."""


Nilai: TypeAlias = Fraction | Tiada


class Langkah(Value):
    """One step of an evaluation: a part of the formula and what it came to."""

    bagian: Pohon
    nilai: Nilai


def evaluate(tree: Pohon, values: Mapping[str, Nilai], steps: list[Langkah] | None = None) -> Nilai:
    """The value of a formula, exactly.

    `values` gives the names by their `kunci`; a name that is not in it is absent. Absence is strict: an absent operand
    in the branch taken makes the result absent. With `steps`, every part that was evaluated is added to it, parts
    before what they are part of.
    """
    return _Evaluation(values, steps).value(tree)


def holds(condition: Syarat, values: Mapping[str, Nilai]) -> bool | Tiada:
    """Whether a condition holds, or why that cannot be said."""
    return _Evaluation(values, None).holds(condition)


def zero_divisors(tree: Pohon, constants: Mapping[str, Nilai]) -> Iterator[Pohon]:
    """The divisors in a formula that are zero whatever the data say; `constants` are the values that never change."""
    for node in walk(tree):
        if isinstance(node, Hitungan) and node.op == "/" and evaluate(node.kanan, constants) == 0:
            yield node.kanan


class _Evaluation:
    def __init__(self, values: Mapping[str, Nilai], steps: list[Langkah] | None) -> None:
        self.values = values
        self.steps = steps

    def value(self, tree: Pohon) -> Nilai:
        result: Nilai
        match tree:  # the commonest first
            case Nama() | Rujukan() | Lalu():
                result = self.values.get(tree.kunci, Tiada.KOSONG)
            case Hitungan():
                result = _computed(tree.op, self.value(tree.kiri), self.value(tree.kanan))
            case Angka():
                result = tree.nilai
            case Negatif():
                inside = self.value(tree.isi)
                result = inside if isinstance(inside, Tiada) else -inside
            case Jika(syarat=condition, ya=yes, tidak=no):
                holds = self.holds(condition)
                result = holds if isinstance(holds, Tiada) else self.value(yes if holds else no)
            case Fungsi(nama=name, isi=arguments):
                result = _applied(name, [self.value(part) for part in arguments])
            case _:
                inside = self.value(tree.isi)
                result = inside if isinstance(inside, Tiada) else _bounded(rounded(inside, tree.digit))
        if self.steps is not None:
            self.steps.append(Langkah(tree, result))
        return result

    def holds(self, condition: Syarat) -> bool | Tiada:
        left, right = self.value(condition.kiri), self.value(condition.kanan)
        if isinstance(left, Tiada) or isinstance(right, Tiada):
            return _first_reason(left, right)
        return _COMPARE[condition.op](left, right)


_ZERO = Fraction(0)
_COMPARE: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_COMPUTE: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def _computed(op: str, left: Nilai, right: Nilai) -> Nilai:
    if isinstance(left, Tiada) or isinstance(right, Tiada):
        return _first_reason(left, right)
    if op == "/" and not right:
        return Tiada.PEMBAGI_NOL
    return _bounded(_COMPUTE[op](left, right))


def _applied(name: str, values: list[Nilai]) -> Nilai:
    numbers = [value for value in values if isinstance(value, Fraction)]
    if len(numbers) < len(values):
        return _first_reason(*values)
    match name:
        case "min":
            return min(numbers)
        case "maks":
            return max(numbers)
        case "jumlah":
            return _sum(numbers)
        case "rata":
            return _computed("/", _sum(numbers), Fraction(len(numbers)))
        case _:
            return abs(numbers[0])


def _sum(numbers: list[Fraction]) -> Nilai:
    """The sum, bounded at every step: the denominators of a long one would multiply each other."""
    total: Nilai = _ZERO
    for number in numbers:
        total = _computed("+", total, number)
    return total


def _first_reason(*values: Nilai) -> Tiada:
    return next(reason for reason in Tiada if reason in values)


def _bounded(number: Fraction) -> Nilai:
    too_large = number.numerator.bit_length() > _MOST_BITS or number.denominator.bit_length() > _MOST_BITS
    return Tiada.TERLALU_BESAR if too_large else number
