"""The cells of published tables as numbers, under every reading they allow; a remark beside a number is passed over."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from ikicli.definisi.nouns import Rentang
from ikicli.realisasi.baca.angka import Pembaca, plain_unit
from ikicli.rumus import exact_text, parse_number, rounded
from ikicli.sumber.angka_tulis import Angka, Bukan, Desimal, Ganda, Tiada, Tulisan
from ikicli.telaah.audit.selang import Bilangan
from ikicli.value import Value

_NAMED = re.compile(r"^(?:[^\W\d_]+[.:]?\s+)+(?=[-+]?\d)")
_BETWEEN = re.compile(
    r"^(?P<dari>\D*\d[\d.,]*\s*[^\W\d_]*\s*%?)\s*(?:-|\.\.+|~|s\.?/?d\.?|sampai(?: dengan)?|hingga)"
    r"\s*(?P<sampai>(?:rp\.?\s*)?\d.*)$",
    re.IGNORECASE,
)
_UPPER = re.compile(
    r"^(?:≤|<=|=<|<|maks(?:imal|imum)?\b\.?|max\b\.?|paling (?:banyak|lama|tinggi)|kurang dari|di ?bawah)\s*",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"^(?:≥|>=|=>|>|min(?:imal|imum)?\b\.?|paling (?:sedikit|rendah)|lebih dari|di ?atas)\s*", re.IGNORECASE
)
_DASHES = str.maketrans("–—−‐‑", "-----")
_TIMES = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
_NO_UNIT = frozenset(["angka", "poin", "nilai", "skor", "indeks"])
_LONGEST = 1000
"""No number and its remark take more characters than this; the patterns here take the square of it in steps."""
_FINEST = 6
"""More decimals than this are what a spreadsheet stores, not what anybody prints."""


class Isi(Value):
    """What a cell says: the numbers it can mean, the likeliest first; without any, why (an Indonesian phrase).

    `satuan` is the unit beside the number in plain words, without thousands or millions.
    """

    teks: str
    angka: tuple[Bilangan, ...] = ()
    alasan: str = ""
    satuan: str = ""


class IsiTarget(Value):
    """What the cell of a target says: the targets it can mean; without any, why."""

    teks: str
    target: tuple[Rentang, ...] = ()
    alasan: str = ""
    satuan: str = ""


class PembacaSel:
    """Reads the cells of a table; `utama` is how it is likeliest to write decimals."""

    def __init__(self, utama: Desimal) -> None:
        self._utama = utama
        self._pembaca = Pembaca(None)

    def number(self, cell: str) -> Isi:
        """The cell of a realisasi, a capaian, a bobot or a nilai."""
        bare = _without_remark(_folded(cell)) if type(cell) is str else cell
        found = self._written(bare)
        if isinstance(found, Bukan) and type(cell) is str:
            found = self._written(_NAMED.sub("", bare))
        if isinstance(found, Tiada):
            return Isi(cell.strip(), (), "kosong")
        if isinstance(found, Bukan):
            return Isi(cell.strip(), (), f"`{cell.strip()[:40]}` {found.kata}")
        return Isi(cell.strip(), tuple(dict.fromkeys(self._meanings(found))), satuan=_unit(found.satuan))

    def target(self, cell: str) -> IsiTarget:
        """The cell of a target: a number, a range or a bound."""
        plain = _folded(cell).translate(_DASHES)
        between = _BETWEEN.match(plain) if type(cell) is str else None
        if between:
            first, last = (self.number(between[name]) for name in ("dari", "sampai"))
            pairs = [(a.nilai, b.nilai) for a, b in product(first.angka, last.angka) if a.nilai <= b.nilai]
            if pairs:
                return IsiTarget(cell.strip(), tuple(_between(*pair) for pair in pairs), satuan=last.satuan)
        for pattern, upper in ((_UPPER, True), (_LOWER, False)):
            if type(cell) is str and pattern.match(plain):
                bound = self.number(pattern.sub("", plain, count=1))
                if bound.angka:
                    targets = tuple(_bound(each.nilai, upper=upper) for each in bound.angka)
                    return IsiTarget(cell.strip(), targets, satuan=bound.satuan)
        read = self.number(cell)
        return IsiTarget(read.teks, tuple(_exactly(each.nilai) for each in read.angka), read.alasan, read.satuan)

    def _written(self, cell: str) -> Tulisan:
        return self._pembaca.read(-1, cell)

    def _meanings(self, found: Angka | Ganda) -> Iterator[Bilangan]:
        """Each reading, with the thousands or millions of its unit before without."""
        texts = [found.nilai] if isinstance(found, Angka) else [found.dibaca(self._utama), found.koma, found.titik]
        shift = next((_TIMES[word] for word in plain_unit(found.satuan).split() if word in _TIMES), 0)
        for text in texts:
            number = parse_number(text)
            assert number is not None
            digit = len(text.partition(".")[2])
            if digit > _FINEST:
                number, digit = rounded(number, _FINEST), _FINEST
            if shift:
                yield Bilangan(number * 10**shift, digit - shift)
            yield Bilangan(number, digit)


def _folded(cell: str) -> str:
    """A cell with single spaces; one that is too long for a number is cut off where it cannot be taken for one."""
    words = " ".join(cell.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + " ..."


def _without_remark(cell: str) -> str:
    """A cell without the brackets or the stars behind what it says."""
    said, _, remark = cell.rpartition("(")
    if said.strip() and remark.endswith(")") and ")" not in remark[:-1]:
        return said.rstrip()
    return cell.rstrip("*").rstrip()


def _unit(written: str) -> str:
    return " ".join(word for word in plain_unit(written).split() if word not in _TIMES and word not in _NO_UNIT)


def _exactly(number: Fraction) -> Rentang:
    return Rentang(exact_text(number), number, number)


def _between(low: Fraction, high: Fraction) -> Rentang:
    return Rentang(f"{exact_text(low)}..{exact_text(high)}", low, high)


def _bound(number: Fraction, *, upper: bool) -> Rentang:
    return Rentang(
        f"{'<=' if upper else '>='} {exact_text(number)}", None if upper else number, number if upper else None
    )
