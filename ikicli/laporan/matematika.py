r"""Formulas that a decree writes in LaTeX: read as a tree, which a page sets as mathematics, or said in words.

rumus  := bagian*
bagian := "\frac" kurung kurung | "\text{" huruf* "}" | kurung | tanda | angka
kurung := "{" rumus "}"
tanda  := "\sum" | "\times" | "\div" | "\cdot" | "\leq" | "\geq" | "\%" | one of + - = < > / * ( ) % , . : ;

What is not in this grammar is not read: the text then stands as it is written.
"""

import re
from collections.abc import Iterator

from ikicli.value import Value

_DEEPEST = 12
_COLUMN, _NARROW, _WIDEST = 24, 9, 48
_FORMULA = re.compile(r"\$(?!\s)([^$]+)(?<!\s)\$")
_TOKEN = re.compile(r"\\text\s*\{[^{}\\]*\}|\\[A-Za-z]+|\\.|\d+(?:[.,]\d+)*|\S", re.DOTALL)
_SIGNS = {
    r"\sum": "∑", r"\times": "×", r"\div": "÷", r"\cdot": "·", r"\leq": "≤", r"\le": "≤", r"\geq": "≥", r"\ge": "≥",
    r"\%": "%", "-": "−", **{sign: sign for sign in "+=<>/*()%,.:;≤≥×÷−∑"},
}  # fmt: skip
_SAID = {"∑": "jumlah", "*": "×"}
_CLOSING, _OPENING = frozenset(")%,.:;"), "("


class Simpul(Value):
    """A part of a formula: `baris` and `pecahan` have parts, `teks`, `angka` and `tanda` are leaves."""

    jenis: str
    teks: str = ""
    isi: tuple["Simpul", ...] = ()


class Penggal(Value):
    """A piece of a text: in words, and where it is a formula that fits a table's cell its tree (else None).

    `sempit`: it fits only with its texts set in narrow columns.
    """

    teks: str
    rumus: Simpul | None
    sempit: bool = False


def cut(text: str) -> tuple[Penggal, ...]:
    """A text cut at its formulas. One that cannot be read stays as it is written."""
    return tuple(piece for at, part in enumerate(_FORMULA.split(text)) if part for piece in [_piece(part, at % 2 == 1)])


def _piece(part: str, formula: bool) -> Penggal:
    if not formula:
        return Penggal(part, None)
    tree = read(part)
    if tree is None:
        return Penggal(f"${part}$", None)
    wide, narrow = (_width(tree, column) <= _WIDEST for column in (_COLUMN, _NARROW))
    return Penggal(in_words(tree), tree if narrow else None, sempit=not wide)


def _width(tree: Simpul, column: int) -> int:
    """About how many letters wide a formula is set, with its texts in columns of so many letters."""
    if tree.isi:
        return (max if tree.jenis == "pecahan" else sum)(_width(each, column) for each in tree.isi)
    return min(len(tree.teks), column) if tree.jenis == "teks" else len(tree.teks) + 1


def read(latex: str) -> Simpul | None:
    """The tree of a formula, None where something in it is not of the grammar."""
    reading = _Reading(_TOKEN.findall(latex))
    try:
        return reading.row(0)
    except _NotReadError:
        return None


class _NotReadError(Exception):
    """Something is not of the grammar."""


class _Reading:
    """One reading of a formula, word by word."""

    def __init__(self, words: list[str]) -> None:
        self.ahead = words[::-1]

    def row(self, depth: int) -> Simpul:
        """rumus, up to the end of its brackets or of the text."""
        parts = []
        while self.ahead and not (depth and self.ahead[-1] == "}"):
            parts.append(self.part(depth))
        return parts[0] if len(parts) == 1 else Simpul("baris", isi=tuple(parts))

    def part(self, depth: int) -> Simpul:
        """bagian"""
        word = self.ahead.pop()
        if word == r"\frac":
            return Simpul("pecahan", isi=(self.bracketed(depth), self.bracketed(depth)))
        if word.startswith(r"\text") and word.endswith("}"):
            return Simpul("teks", word.partition("{")[2][:-1].strip())
        if word == "{":
            self.ahead.append(word)
            return self.bracketed(depth)
        if word in _SIGNS:
            return Simpul("tanda", _SIGNS[word])
        if word[0].isdecimal():
            return Simpul("angka", word)
        raise _NotReadError

    def bracketed(self, depth: int) -> Simpul:
        """kurung"""
        if depth >= _DEEPEST or not self.ahead or self.ahead.pop() != "{":
            raise _NotReadError
        inside = self.row(depth + 1)
        if not self.ahead:
            raise _NotReadError
        self.ahead.pop()
        return inside


def in_words(tree: Simpul) -> str:
    """A formula as one line for a reader: fractions with a slash, sums as the word."""
    said = ""
    for word in _words(tree):
        tight = not said or said.endswith(_OPENING) or word in _CLOSING
        said += word if tight else f" {word}"
    return said


def _words(tree: Simpul) -> Iterator[str]:
    if tree.jenis == "baris":
        for part in tree.isi:
            yield from _words(part)
    elif tree.jenis == "pecahan":
        upper, lower = (_grouped(part) for part in tree.isi)
        yield f"{upper} / {lower}"
    else:
        yield _SAID.get(tree.teks, tree.teks)


def _grouped(tree: Simpul) -> str:
    """A side of a fraction, in brackets where it is more than one thing."""
    return f"({in_words(tree)})" if tree.jenis in {"baris", "pecahan"} else in_words(tree)
