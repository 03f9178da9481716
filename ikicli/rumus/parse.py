"""The grammar of formulas, one function a line:

    formula  = jumlah AKHIR
    jumlah   = kali (("+" | "-") kali)*
    kali     = tanda (("*" | "/") tanda)*
    tanda    = "-" tanda | pokok
    pokok    = ANGKA | "(" jumlah ")" | NAMA | NAMA "." NAMA | fungsi
    fungsi   = "jika" "(" syarat "," jumlah "," jumlah ")"
             | "lalu" "(" NAMA ")"
             | "bulat" "(" jumlah "," ["-"] ANGKA ")"
             | "abs" "(" jumlah ")"
             | ("min" | "maks" | "jumlah" | "rata") "(" jumlah ("," jumlah)* ")"
    syarat   = jumlah ("=" | "!=" | "<" | "<=" | ">" | ">=") jumlah

`+ - * /` group from the left. Bounded: `LONGEST` characters, `DEEPEST` levels of brackets, functions, minus signs and
chained operations, so that whatever walks a tree may recurse.
"""

from collections.abc import Callable
from typing import NamedTuple, NoReturn

from ikicli.rumus.angka import parse_number
from ikicli.rumus.masalah import Masalah
from ikicli.rumus.pohon import (
    Angka,
    Bulat,
    Fungsi,
    Hitungan,
    Jika,
    Lalu,
    Nama,
    Negatif,
    Pohon,
    Rujukan,
    Syarat,
    Tempat,
)
from ikicli.rumus.tokens import Token, split

LONGEST = 2_000
DEEPEST = 60
FUNGSI = ("jika", "min", "maks", "jumlah", "rata", "abs", "bulat", "lalu")
"""The reserved names."""

_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_FOREIGN_NAMES = {
    "if": "jika", "max": "maks", "sum": "jumlah", "avg": "rata", "average": "rata", "mean": "rata", "round": "bulat",
    "rerata": "rata", "total": "jumlah", "previous": "lalu",
}  # fmt: skip
_MOST_ROUNDED = 12


class Parsed(NamedTuple):
    """A formula's tree; None when there are problems."""

    pohon: Pohon | None
    masalah: tuple[Masalah, ...]


def parse(text: str) -> Parsed:
    """The tree of a formula, or what is wrong with its text."""
    if len(text) > LONGEST:
        place = Tempat(LONGEST, len(text))
        return Parsed(None, (Masalah("IKI303", place, f"formula {len(text)} karakter, paling panjang {LONGEST}"),))
    words = split(text)
    if words.masalah:
        return Parsed(None, words.masalah)
    parser = _Parser(words.tokens)
    try:
        return Parsed(parser.formula(), ())
    except _Wrong as wrong:
        return Parsed(None, (wrong.masalah,))


class _Wrong(Exception):  # noqa: N818 - carries a problem out of the grammar, never to the user
    def __init__(self, masalah: Masalah) -> None:
        self.masalah = masalah


class _Parser:
    """Stands at one word; every grammar function leaves it behind what it has read."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def here(self) -> Token:
        return self._tokens[self._at]

    def take(self) -> Token:
        token = self.here
        self._at += 1
        return token

    def accept(self, *signs: str) -> Token | None:
        return self.take() if self.here.jenis == "tanda" and self.here.teks in signs else None

    def since(self, start: int) -> Tempat:
        """From `start` to the end of the last word read, brackets included."""
        return Tempat(start, self._tokens[self._at - 1].tempat.akhir)

    def expect(self, sign: str, why: str) -> None:
        if self.accept(sign) is None:
            self.fail("IKI302", f"diharapkan `{sign}` {why}, ditemukan {_said(self.here)}", self._stray_hint())

    def fail(self, code: str, message: str, hint: str | None = None, place: Tempat | None = None) -> NoReturn:
        raise _Wrong(Masalah(code, place or self.here.tempat, message, hint))

    def deeper(self, read: Callable[[], Pohon]) -> Pohon:
        """Read one level further down."""
        self._depth += 1
        if self._depth > DEEPEST:
            self.fail("IKI304", f"formula lebih dalam dari {DEEPEST} tingkat", "pecah menjadi beberapa indikator")
        tree = read()
        self._depth -= 1
        return tree

    def formula(self) -> Pohon:
        """formula = jumlah AKHIR"""
        if self.here.jenis == "akhir":
            self.fail("IKI302", "formula kosong")
        if self.here.teks == "=":
            self.fail("IKI302", "formula tidak diawali `=`", "hapus tanda `=` (itu cara Excel)")
        tree = self.sum()
        if self.here.teks in _COMPARISONS:
            self.fail(
                "IKI308", "perbandingan hanya boleh sebagai syarat `jika`", "tulis `jika(a > b, nilai_ya, nilai_tidak)`"
            )
        if self.here.jenis != "akhir":
            self.fail("IKI302", f"{_said(self.here)} di sini tidak pada tempatnya", self._stray_hint())
        return tree

    def sum(self) -> Pohon:
        """jumlah = kali (("+" | "-") kali)*"""
        return self.chain(self.product, "+", "-")

    def product(self) -> Pohon:
        """kali = tanda (("*" | "/") tanda)*"""
        return self.chain(self.signed, "*", "/")

    def chain(self, operand: Callable[[], Pohon], *signs: str) -> Pohon:
        """Operands joined by signs of one rank, grouped from the left."""
        start, depth = self.here.tempat.awal, self._depth
        tree = operand()
        while (sign := self.accept(*signs)) is not None:
            tree = Hitungan(sign.teks, tree, self.deeper(operand), self.since(start))
            self._depth += 1  # the chain so far lies one level below its next sign
        self._depth = depth
        return tree

    def signed(self) -> Pohon:
        """tanda = "-" tanda | pokok"""
        sign = self.accept("-")
        if sign is None:
            return self.primary()
        return Negatif(self.deeper(self.signed), self.since(sign.tempat.awal))

    def primary(self) -> Pohon:
        """pokok = ANGKA | "(" jumlah ")" | NAMA | NAMA "." NAMA | fungsi"""
        token = self.here
        if token.jenis == "angka":
            self.take()
            number = parse_number(token.teks)
            assert number is not None
            return Angka(number, token.tempat)
        if self.accept("("):
            inner = self.deeper(self.sum)
            self.expect(")", "untuk menutup kurung")
            return inner
        if token.jenis == "nama":
            self.take()
            if self.here.teks == "(" or token.teks in FUNGSI:
                return self.function(token)
            return self.name(token)
        self.fail("IKI302", f"diharapkan angka, nama, atau `(`, ditemukan {_said(token)}")

    def name(self, token: Token) -> Pohon:
        """NAMA | NAMA "." NAMA"""
        if not self.accept("."):
            return Nama(token.teks, token.tempat)
        inner = self.here
        if inner.jenis != "nama":
            self.fail("IKI302", f"sesudah titik diharapkan id indikator, ditemukan {_said(inner)}")
        self.take()
        return Rujukan(token.teks, inner.teks, self.since(token.tempat.awal))

    def function(self, token: Token) -> Pohon:
        """A function call, behind its name."""
        if token.teks not in FUNGSI:
            self.unknown_function(token)
        if not self.accept("("):
            self.fail("IKI302", f"`{token.teks}` adalah nama fungsi; sesudahnya diharapkan `(`")
        readers = {"jika": self.condition_of, "lalu": self.year_before, "bulat": self.rounding}
        read = readers.get(token.teks, self.arguments)
        return self.deeper(lambda: read(token))

    def unknown_function(self, token: Token) -> NoReturn:
        known = _FOREIGN_NAMES.get(token.teks)
        hint = f"maksudnya `{known}`?" if known else f"fungsi yang ada: {', '.join(FUNGSI)}"
        self.fail("IKI306", f"fungsi `{token.teks}` tidak dikenal", hint, token.tempat)

    def closed(self, token: Token, usage: str) -> Tempat:
        """The closing bracket of a call; the place of the whole call."""
        if self.here.teks == ",":
            self.fail("IKI307", f"`{token.teks}` diberi masukan terlalu banyak", f"tulis `{usage}`")
        self.expect(")", f"untuk menutup `{token.teks}`")
        return self.since(token.tempat.awal)

    def next_argument(self, token: Token, usage: str) -> None:
        """The comma before an argument that must follow."""
        if self.here.teks == ")":
            self.fail("IKI307", f"`{token.teks}` kurang masukan", f"tulis `{usage}`")
        self.expect(",", f"di dalam `{token.teks}`")

    def condition_of(self, token: Token) -> Pohon:
        """ "jika" "(" syarat "," jumlah "," jumlah ")" """
        usage = "jika(a > b, nilai_ya, nilai_tidak)"
        condition = self.condition()
        self.next_argument(token, usage)
        yes = self.sum()
        self.next_argument(token, usage)
        no = self.sum()
        return Jika(condition, yes, no, self.closed(token, usage))

    def condition(self) -> Syarat:
        """syarat = jumlah ("=" | "!=" | "<" | "<=" | ">" | ">=") jumlah"""
        start = self.here.tempat.awal
        left = self.sum()
        sign = self.accept(*_COMPARISONS)
        if sign is None:
            self.fail(
                "IKI308",
                "masukan pertama `jika` harus perbandingan",
                "misalnya `jika(target = 0, 0, realisasi / target)`",
                self.since(start),
            )
        right = self.sum()
        if self.here.teks in _COMPARISONS:
            self.fail("IKI308", "perbandingan tidak dapat dirangkai", "pakai `jika` di dalam `jika`")
        return Syarat(sign.teks, left, right, self.since(start))

    def year_before(self, token: Token) -> Pohon:
        """ "lalu" "(" NAMA ")" """
        inner = self.here
        if inner.jenis != "nama" or inner.teks in FUNGSI:
            self.fail("IKI307", "`lalu` memerlukan nama satu variabel", "tulis `lalu(variabel)`")
        self.take()
        if self.here.teks == ".":
            self.fail("IKI307", "`lalu` hanya untuk variabel, bukan indikator lain", "tulis `lalu(variabel)`")
        return Lalu(inner.teks, self.closed(token, "lalu(variabel)"))

    def rounding(self, token: Token) -> Pohon:
        """ "bulat" "(" jumlah "," ["-"] ANGKA ")" """
        inner = self.sum()
        self.next_argument(token, "bulat(x, 2)")
        start = self.here.tempat.awal
        sign = self.accept("-")
        digits = self.take()
        number = parse_number(digits.teks) if digits.jenis == "angka" else None
        if number is None or number.denominator != 1 or number > _MOST_ROUNDED:
            self.fail(
                "IKI307",
                f"banyaknya desimal `bulat` harus angka bulat tetap, paling besar {_MOST_ROUNDED}",
                "tulis `bulat(x, 2)`",
                Tempat(start, max(digits.tempat.akhir, start)),
            )
        return Bulat(inner, -int(number) if sign else int(number), self.closed(token, "bulat(x, 2)"))

    def arguments(self, token: Token) -> Pohon:
        """ "abs" "(" jumlah ")" | ("min" | ...) "(" jumlah ("," jumlah)* ")" """
        if self.here.teks == ")":
            self.fail("IKI307", f"`{token.teks}` kurang masukan", f"tulis `{token.teks}(x)`")
        inner = [self.sum()]
        while token.teks != "abs" and self.accept(","):
            inner.append(self.sum())
        return Fungsi(token.teks, tuple(inner), self.closed(token, "abs(x)"))

    def _stray_hint(self) -> str | None:
        """What somebody probably meant by a word that no rule takes."""
        before, here = self._tokens[self._at - 1], self.here
        if here.teks == "," and before.jenis == "angka":
            return f"untuk desimal pakai titik, misalnya `{before.teks}.5`"
        if here.teks == ")":
            return "ada kurung tutup tanpa kurung buka"
        if here.jenis in {"nama", "angka"} or here.teks == "(":
            return "mungkin ada tanda `*`, `/`, `+` atau `-` yang terlewat di depannya"
        return None


def _said(token: Token) -> str:
    return "akhir formula" if token.jenis == "akhir" else f"`{token.teks[:60]}`"
