"""The words of a formula. Every character is in a word, or is a problem: none passes silently."""

import re
from typing import NamedTuple

from ikicli.rumus.angka import MOST_DIGITS
from ikicli.rumus.masalah import Masalah
from ikicli.rumus.pohon import Tempat


class Token(NamedTuple):
    """A word: its kind (`angka`, `nama`, `tanda`, `akhir`), its text (signs in their ASCII form), its place."""

    jenis: str
    teks: str
    tempat: Tempat


_WORD = re.compile(
    r"""(?P<ruang>\s+)
      | (?P<angka>(?:\d+(?:\.\d+)?|\.\d+))
      | (?P<nama>[^\W\d]\w*)
      | (?P<tanda>\*\*|==|<>|=<|=>|!=|<=|>=|[-+*/(),.=<>×÷−≤≥≠])
      | (?P<asing>.)""",
    re.VERBOSE | re.ASCII,
)
_ASCII_SIGN = {"×": "*", "÷": "/", "−": "-", "≤": "<=", "≥": ">=", "≠": "!="}
_FOREIGN = {
    "^": "pangkat tidak ada dalam formula; tulis perkaliannya",
    "%": "tulis satuannya `persen` dan kalikan dengan 100",
    ":": "untuk pembagian pakai `/`",
    ";": "pemisah masukan fungsi adalah koma",
    "\\": "formula ditulis dengan nama variabel, bukan LaTeX",
    "$": "formula ditulis dengan nama variabel, bukan LaTeX",
    "{": "pakai tanda kurung `( )`",
    "[": "pakai tanda kurung `( )`",
    "'": "formula tidak memuat teks",
    '"': "formula tidak memuat teks",
    "_": "nama diawali huruf kecil",
    "!": "untuk tidak sama dengan pakai `!=`",
}
_FOREIGN_SIGN = {
    "**": ("pangkat (`**`) tidak ada dalam formula", "tulis perkaliannya"),
    "==": ("`==` tidak dikenal", "untuk sama dengan pakai `=`"),
    "<>": ("`<>` tidak dikenal", "untuk tidak sama dengan pakai `!=`"),
    "=<": ("`=<` tidak dikenal", "tulis `<=`"),
    "=>": ("`=>` tidak dikenal", "tulis `>=`"),
}
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Words(NamedTuple):
    """The words of a formula, closed by one of kind `akhir`; on problems what was read before the first."""

    tokens: tuple[Token, ...]
    masalah: tuple[Masalah, ...]


def split(text: str) -> Words:
    """The words of a formula."""
    tokens = []
    for match in _WORD.finditer(text):
        kind = match.lastgroup
        if kind == "ruang":
            continue
        place = Tempat(match.start(), match.end())
        problem = _problem(str(kind), match[0], place)
        if problem is not None:
            return Words(tuple(tokens), (problem,))
        tokens.append(Token(str(kind), _ASCII_SIGN.get(match[0], match[0]), place))
    tokens.append(Token("akhir", "", Tempat(len(text), len(text))))
    return Words(tuple(tokens), ())


def _problem(kind: str, word: str, place: Tempat) -> Masalah | None:
    if kind == "angka" and len(word) > MOST_DIGITS + 1:
        return Masalah("IKI305", place, f"angka {len(word)} karakter terlalu panjang", f"paling banyak {MOST_DIGITS} digit")
    if kind == "angka" and word.startswith("."):
        return Masalah("IKI301", place, f"`{word}` bukan angka", f"tulis `0{word}`")
    if kind == "nama" and not _NAME.fullmatch(word):
        lower = word.lower().lstrip("_")
        advice = f"tulis `{lower}`" if _NAME.fullmatch(lower) else None
        return Masalah("IKI301", place, f"nama `{word[:60]}` harus huruf kecil dan diawali huruf", advice)
    if kind == "tanda" and word in _FOREIGN_SIGN:
        return Masalah("IKI301", place, *_FOREIGN_SIGN[word])
    if kind == "asing":
        shown = f"`{word}`" if word.isprintable() else f"tak terlihat U+{ord(word):04X}"
        advice = _FOREIGN.get(word, "hapus karakter itu" if not word.isprintable() else None)
        return Masalah("IKI301", place, f"karakter {shown} tidak dikenal dalam formula", advice)
    return None
