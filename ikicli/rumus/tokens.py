"""The words of a formula. Every character is in a word, or is a problem: none passes silently."""

import re

from ikicli.rumus.masalah import Masalah
from ikicli.rumus.pohon import Tempat
from ikicli.value import Value


class Token(Value):
    """A word: its kind (`angka`, `nama`, `tanda`, `akhir`), its text (signs in their ASCII form), its place."""

    jenis: str
    teks: str
    tempat: Tempat


_WORD = re.compile(
    r"""(?P<ruang>\s+)
      | (?P<nama>[a-z][a-z0-9_]*\b)
      | (?P<angka>\d+(?:\.\d+)?(?!\.?\d))
      | (?P<salah>[A-Za-z_]\w*|\.?\d[\d.]*|\*\*|==|<>|=<|=>)
      | (?P<tanda>!=|<=|>=|[-+*/(),.=<>])
      | (?P<asing>.)""",
    re.VERBOSE | re.ASCII,
)
_ASCII_SIGN = {"×": "*", "÷": "/", "−": "-", "≤": "<=", "≥": ">=", "≠": "!="}
_FOREIGN_SIGN = {
    "**": ("pangkat (`**`) tidak ada dalam formula", "tulis perkaliannya"),
    "==": ("`==` tidak dikenal", "untuk sama dengan pakai `=`"),
    "<>": ("`<>` tidak dikenal", "untuk tidak sama dengan pakai `!=`"),
    "=<": ("`=<` tidak dikenal", "tulis `<=`"),
    "=>": ("`=>` tidak dikenal", "tulis `>=`"),
}
_HINTS = {
    "^²³": "pangkat tidak ada dalam formula; tulis perkaliannya",
    "%": "tulis satuannya `persen` dan kalikan dengan 100",
    "–—‐‑": "untuk pengurangan pakai `-`",
    "·•∙⋅": "untuk perkalian pakai `*`",
    ":": "untuk pembagian pakai `/`",
    ";": "pemisah masukan fungsi adalah koma",
    "\\$": "formula ditulis dengan nama variabel, bukan LaTeX",
    "Σ∑": "untuk penjumlahan pakai `jumlah(a, b)`, atau satu variabel beragregasi `jumlah`",
    "|": "untuk nilai mutlak pakai `abs(x)`",
    "{}[]": "pakai tanda kurung `( )`",
    "'\"‘’“”": "formula tidak memuat teks",
    "!": "untuk tidak sama dengan pakai `!=`",
    "?": "untuk memilih pakai `jika(syarat, a, b)`",
}
_FOREIGN = {character: hint for characters, hint in _HINTS.items() for character in characters}


class Words(Value):
    """The words of a formula, closed by one of kind `akhir`; on problems what was read before the first."""

    tokens: tuple[Token, ...]
    masalah: tuple[Masalah, ...]


def split(text: str) -> Words:
    """The words of a formula."""
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        kind, word = str(match.lastgroup), match[0]
        if kind == "ruang":
            continue
        place = Tempat(*match.span())
        if kind == "asing" and word in _ASCII_SIGN:
            kind, word = "tanda", _ASCII_SIGN[word]
        if kind in {"salah", "asing"}:
            return Words(tuple(tokens), (_problem(word, place),))
        tokens.append(Token(kind, word, place))
    tokens.append(Token("akhir", "", Tempat(len(text), len(text))))
    return Words(tuple(tokens), ())


def _problem(word: str, place: Tempat) -> Masalah:
    if word in _FOREIGN_SIGN:
        return Masalah("IKI301", place, *_FOREIGN_SIGN[word])
    if re.match("[A-Za-z_]", word):
        lower = word.lower().lstrip("_")
        advice = f"tulis `{lower[:60]}`" if re.fullmatch("[a-z][a-z0-9_]*", lower) else None
        said = f"nama `{word[:60]}` harus ditulis dengan huruf kecil dan diawali huruf"
        return Masalah("IKI301", place, said, advice)
    if len(word) > 1:
        return Masalah("IKI301", place, f"`{word[:60]}` bukan angka", _number_hint(word))
    return Masalah("IKI301", place, f"karakter {_said(word)} tidak dikenal dalam formula", _character_hint(word))


def _number_hint(word: str) -> str:
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", word):
        return f"tanpa pemisah ribuan: `{word.replace('.', '')[:60]}`"
    if word.startswith(".") and word.count(".") == 1:
        return f"tulis `0{word[:60]}`"
    return "satu angka memuat paling banyak satu titik desimal"


def _said(character: str) -> str:
    """The character as a reader can find it: what does not show, or may look like another, with its number."""
    number = f"U+{ord(character):04X}"
    if not character.isprintable():
        return f"tak terlihat {number}"
    return f"`{character}`" if character.isascii() else f"`{character}` ({number})"


def _character_hint(character: str) -> str | None:
    if character.isspace():
        return "ganti dengan spasi biasa"
    return _FOREIGN.get(character, None if character.isprintable() else "hapus karakter itu")
