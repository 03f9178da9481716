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

`+ - * /` group from the left. Bounded: `LONGEST` characters, `DEEPEST` brackets, functions and minus signs within each
other, and as many levels of the tree (a chain `a + b + c` has one a sign), so that whatever walks it may recurse.
"""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import NoReturn

from ikicli.rumus.angka import MOST_DIGITS, parse_number
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
    deeper_than,
    divisors,
    names,
)
from ikicli.rumus.tokens import Token, split
from ikicli.value import Value

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


class Parsed(Value):
    """A formula's tree (None when there are problems), its leaves that need a value, and what it divides by."""

    pohon: Pohon | None
    masalah: tuple[Masalah, ...]
    daun: tuple[Nama | Rujukan | Lalu, ...] = ()
    pembagi: tuple[Pohon, ...] = ()


@lru_cache(maxsize=4_096)
def parse(text: str) -> Parsed:
    """The tree of a formula, or what is wrong with its text. Many offices write the same formula."""
    if len(text) > LONGEST:
        said = f"formula ini {len(text)} karakter, padahal paling panjang {LONGEST}"
        return Parsed(None, (Masalah("IKI303", Tempat(LONGEST, LONGEST + 1), said, _SPLIT_IT),))
    words = split(text)
    if words.masalah:
        return Parsed(None, words.masalah)
    try:
        tree = _Parser(words.tokens).formula()
    except _Wrong as wrong:
        return Parsed(None, (wrong.masalah,))
    too_deep = deeper_than(tree, DEEPEST) if len(words.tokens) > DEEPEST else None
    if too_deep is not None:
        return Parsed(None, (_too_deep(too_deep.tempat),))
    return Parsed(tree, (), tuple(names(tree)), tuple(divisors(tree)))


_SPLIT_IT = "pecah menjadi beberapa indikator"


def _too_deep(place: Tempat) -> Masalah:
    hint = f"{_SPLIT_IT}, atau tulis deret panjang dengan `jumlah(a, b, c)`"
    return Masalah("IKI304", place, f"formula lebih dalam dari {DEEPEST} tingkat", hint)


class _Wrong(Exception):  # noqa: N818 - carries a problem out of the grammar, never to the user
    def __init__(self, masalah: Masalah) -> None:
        self.masalah = masalah


class _Parser:
    """Stands at one word; every grammar function leaves it behind what it has read."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0
        self._open = 0
        self.here = tokens[0]

    def take(self) -> Token:
        """The word stood at, and one step on; nothing takes the last one."""
        token = self.here
        self._at += 1
        self.here = self._tokens[self._at]
        return token

    def accept(self, *signs: str) -> Token | None:
        return self.take() if self.here.jenis == "tanda" and self.here.teks in signs else None

    def since(self, start: int) -> Tempat:
        """From `start` to the end of the last word read, brackets included."""
        return Tempat(start, self._tokens[self._at - 1].tempat.akhir)

    def expect(self, sign: str, why: str) -> None:
        if self.accept(sign) is None:
            self.no_comparison()
            hint = f"tambahkan `{sign}`" if self.here.jenis == "akhir" else self._stray_hint()
            self.fail("IKI302", f"diharapkan `{sign}` {why}, ditemukan {_said(self.here)}", hint)

    def no_comparison(self) -> None:
        if self.here.teks in _COMPARISONS:
            message = "perbandingan hanya boleh sebagai masukan pertama `jika`, tanpa kurung"
            self.fail("IKI308", message, "tulis `jika(a > b, nilai_ya, nilai_tidak)`")

    def fail(self, code: str, message: str, hint: str | None = None, place: Tempat | None = None) -> NoReturn:
        raise _Wrong(Masalah(code, place or self.here.tempat, message, hint))

    def deeper(self, read: Callable[[], Pohon]) -> Pohon:
        """Read within one more bracket, function or minus sign."""
        self._open += 1
        if self._open > DEEPEST:
            raise _Wrong(_too_deep(self.here.tempat))
        tree = read()
        self._open -= 1
        return tree

    def formula(self) -> Pohon:
        """formula = jumlah AKHIR"""
        if self.here.jenis == "akhir":
            self.fail("IKI302", "formula kosong")
        if self.here.teks == "=":
            self.fail("IKI302", "formula tidak diawali `=`", "hapus tanda `=` (itu cara Excel)")
        tree = self.sum()
        self.no_comparison()
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
        start = self.here.tempat.awal
        tree = operand()
        while (sign := self.accept(*signs)) is not None:
            tree = Hitungan(sign.teks, tree, operand(), self.since(start))
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
            number = parse_number(token.teks)
            if number is None:
                self.fail("IKI305", "angka ini terlalu panjang", f"paling banyak {MOST_DIGITS} digit")
            self.take()
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
        return self.deeper(partial(readers.get(token.teks, self.arguments), token))

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
        return Lalu(inner.teks, f"lalu({inner.teks})", self.closed(token, "lalu(variabel)"))

    def rounding(self, token: Token) -> Pohon:
        """ "bulat" "(" jumlah "," ["-"] ANGKA ")" """
        inner = self.sum()
        self.next_argument(token, "bulat(x, 2)")
        start = self.here.tempat.awal
        sign = self.accept("-")
        digits = self.here
        number = parse_number(digits.teks) if digits.jenis == "angka" else None
        if number is None or number.denominator != 1 or number > _MOST_ROUNDED:
            message = f"banyaknya desimal `bulat` harus angka bulat dari -{_MOST_ROUNDED} sampai {_MOST_ROUNDED}"
            self.fail("IKI307", message, "tulis `bulat(x, 2)`", Tempat(start, digits.tempat.akhir))
        self.take()
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
            after = self._tokens[self._at + 1]
            decimals = after.teks if after.jenis == "angka" else "5"
            whole = before.teks.replace(".", "")
            return f"untuk desimal pakai titik, misalnya `{whole[:30]}.{decimals[:30]}`"
        if here.teks == ")":
            return "ada kurung tutup tanpa kurung buka"
        if here.jenis in {"nama", "angka"} or here.teks == "(":
            times = "; untuk perkalian tulis `*`" if here.teks == "x" else ""
            return f"mungkin ada tanda `*`, `/`, `+` atau `-` yang terlewat di depannya{times}"
        return None


def _said(token: Token) -> str:
    return "akhir formula" if token.jenis == "akhir" else f"`{token.teks[:60]}`"
