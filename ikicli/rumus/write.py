"""The text of a tree: the same formula again, or in words for a reader."""

from collections.abc import Callable
from typing import TypeAlias

from ikicli.rumus.angka import exact_text
from ikicli.rumus.pohon import Angka, Fungsi, Hitungan, Jika, Lalu, Nama, Negatif, Pohon, Rujukan, Syarat
from ikicli.value import Value

Leaf: TypeAlias = Nama | Rujukan | Lalu


class Gaya(Value):
    """How the parts are written: a leaf, the signs, and the decimal mark."""

    leaf: Callable[[Leaf], str]
    signs: dict[str, str]
    point: str


def _as_written(leaf: Leaf) -> str:
    return leaf.kunci


PLAIN = Gaya(_as_written, {}, ".")
WORDS = {"*": "×", "/": "÷", "-": "−", "<=": "≤", ">=": "≥", "!=": "≠"}
"""How readers write the signs that files write otherwise."""
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}
_NEGATIVE, _ATOM = 3, 4


def in_words(leaf: Callable[[Leaf], str]) -> Gaya:
    """A style for readers: leaves as `leaf` calls them, mathematical signs, decimal comma."""
    return Gaya(leaf, WORDS, ",")


def write(tree: Pohon, style: Gaya = PLAIN) -> str:
    """The formula of a tree, with no more brackets than it needs; in PLAIN style `parse` gives the tree again."""
    match tree:
        case Angka(nilai=number):
            return exact_text(number).replace(".", style.point)
        case Nama() | Rujukan() | Lalu():
            return style.leaf(tree)
        case Negatif(isi=inner):
            return f"{_sign('-', style)}{_bracketed(inner, style, _NEGATIVE)}"
        case Hitungan(op=op, kiri=left, kanan=right):
            rank = _RANK[op]
            first, second = _bracketed(left, style, rank), _bracketed(right, style, rank + 1)
            return f"{first} {_sign(op, style)} {second}"
        case Jika(syarat=condition, ya=yes, tidak=no):
            return _call("jika", [_condition(condition, style), write(yes, style), write(no, style)], style)
        case Fungsi(nama=name, isi=arguments):
            return _call(name, [write(part, style) for part in arguments], style)
        case _:
            digits = f"{_sign('-', style)}{-tree.digit}" if tree.digit < 0 else str(tree.digit)
            return _call("bulat", [write(tree.isi, style), digits], style)


def _call(name: str, arguments: list[str], style: Gaya) -> str:
    """A function call; where the comma is the decimal mark, a semicolon stands between the arguments."""
    return f"{name}({('; ' if style.point == ',' else ', ').join(arguments)})"


def _condition(condition: Syarat, style: Gaya) -> str:
    return f"{write(condition.kiri, style)} {_sign(condition.op, style)} {write(condition.kanan, style)}"


def _bracketed(tree: Pohon, style: Gaya, rank: int) -> str:
    text = write(tree, style)
    return text if _rank(tree) >= rank else f"({text})"


def _rank(tree: Pohon) -> int:
    match tree:
        case Hitungan(op=op):
            return _RANK[op]
        case Negatif():
            return _NEGATIVE
        case _:
            return _ATOM


def _sign(op: str, style: Gaya) -> str:
    return style.signs.get(op, op)
