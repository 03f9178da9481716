"""The exact value of a formula, or the reason why it has none."""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from ikicli.rumus.angka import Exact, rounded, whole_as_int
from ikicli.rumus.pohon import DAUN, Angka, Bulat, Fungsi, Hitungan, Jika, Negatif, Pohon, Syarat
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
_Nilai: TypeAlias = Exact | Tiada
"""Within an evaluation whole numbers come as `int`: most are whole, and a Fraction costs ten times as much."""


_KOSONG = Tiada.KOSONG  # asked for at every leaf; before Python 3.12 each look at a member runs a function


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
    return _result(_Evaluation(values, steps).value(tree))


def holds(condition: Syarat, values: Mapping[str, Nilai]) -> bool | Tiada:
    """Whether a condition holds, or why that cannot be said."""
    return _Evaluation(values, None).holds(condition)


def zero_divisors(divisors: Iterable[Pohon], constants: Mapping[str, Nilai]) -> Iterator[Pohon]:
    """The divisors that are zero whatever the data say; `constants` are the values that never change."""
    return (divisor for divisor in divisors if evaluate(divisor, constants) == 0)


class _Evaluation:
    def __init__(self, values: Mapping[str, Nilai], steps: list[Langkah] | None) -> None:
        self.values = values
        self.steps = steps

    def value(self, tree: Pohon) -> _Nilai:
        result: _Nilai
        if isinstance(tree, Hitungan):  # the two commonest first, and without a `match`: many formulas are evaluated
            result = _computed(tree.op, self.value(tree.kiri), self.value(tree.kanan))
        elif isinstance(tree, DAUN):
            given = self.values.get(tree.kunci, _KOSONG)
            result = given if isinstance(given, Tiada) else whole_as_int(given)
        else:
            result = self._other(tree)
        if self.steps is not None:
            self.steps.append(Langkah(tree, _result(result)))
        return result

    def _other(self, tree: Angka | Negatif | Jika | Fungsi | Bulat) -> _Nilai:
        match tree:
            case Angka():
                return whole_as_int(tree.nilai)
            case Negatif():
                inside = self.value(tree.isi)
                return inside if isinstance(inside, Tiada) else -inside
            case Jika(syarat=condition, ya=yes, tidak=no):
                holds = self.holds(condition)
                return holds if isinstance(holds, Tiada) else self.value(yes if holds else no)
            case Fungsi(nama=name, isi=arguments):
                return _applied(name, [self.value(part) for part in arguments])
            case _:
                inside = self.value(tree.isi)
                return inside if isinstance(inside, Tiada) else _bounded(rounded(inside, tree.digit))

    def holds(self, condition: Syarat) -> bool | Tiada:
        left, right = self.value(condition.kiri), self.value(condition.kanan)
        if isinstance(left, Tiada) or isinstance(right, Tiada):
            return _first_reason(left, right)
        return _COMPARE[condition.op](left, right)


_COMPARE: dict[str, Callable[[Exact, Exact], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_COMPUTE: dict[str, Callable[[Exact, Exact], Exact]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": Fraction,
}


def _result(value: _Nilai) -> Nilai:
    return value if isinstance(value, Tiada) else Fraction(value)


def _computed(op: str, left: _Nilai, right: _Nilai) -> _Nilai:
    if isinstance(left, Tiada) or isinstance(right, Tiada):
        return _first_reason(left, right)
    if op == "/" and not right:
        return Tiada.PEMBAGI_NOL
    return _bounded(_COMPUTE[op](left, right))


def _applied(name: str, values: list[_Nilai]) -> _Nilai:
    numbers = [value for value in values if not isinstance(value, Tiada)]
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
            return _computed("/", _sum(numbers), len(numbers))
        case _:
            return max(numbers[0], -numbers[0])  # of `abs` mypy does not know what it gives


def _sum(numbers: list[Exact]) -> _Nilai:
    """The sum, bounded at every step: the denominators of a long one would multiply each other."""
    total: _Nilai = 0
    for number in numbers:
        total = _computed("+", total, number)
    return total


def _first_reason(*values: _Nilai) -> Tiada:
    return next(reason for reason in Tiada if reason in values)


def _bounded(number: Exact) -> _Nilai:
    too_large = number.numerator.bit_length() > _MOST_BITS or number.denominator.bit_length() > _MOST_BITS
    return Tiada.TERLALU_BESAR if too_large else number
