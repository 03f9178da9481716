"""Numbers as Indonesians write them: `1.500.000,50`, `Rp. 1.500,-`, `98,5%`, `10,4 tahun`; and those that are none.

A mark (`.` or `,`) divides thousands or begins decimals. Which of the two, a text says by itself where only one reading
is possible: two marks of one kind divide thousands, the last of two kinds begins decimals, and so does a mark without
exactly three digits behind it, or without one to three digits, the first no zero, before it. A closing `,-` or `.-`
says that no decimals precede it. `1.234` says nothing, and is read only by who knows how its author writes.
"""

import re
from enum import Enum

from ikicli.value import Value

MOST_DIGITS = 30
_LONGEST = 60
"""A number with its unit; what is longer is prose."""
_MISSING = frozenset(["", "-", "--", "na", "n/a", "n.a", "n.a.", "#n/a"])
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
_RANGE = re.compile(r"[0-9][0-9.,]*\s*[%a-z]*\s*(?:-|\.\.+|~|s\.?/?d\.?|sampai(?: dengan)?|hingga|to)\s*[0-9]")
_BOUND = re.compile(r"[<>≤≥=±~]|^(?:min(?:imal)?|maks(?:imal)?|kurang|lebih|di ?atas|di ?bawah)\b")
_NUMBER = re.compile(
    r"(?P<sign>-|\+)?\s*(?P<rupiah>(?:rp|idr)\.?)?\s*(?P<inner>-)?(?P<digits>[0-9](?:[0-9.,]*[0-9])?)"
    r"(?P<whole>[,.]-+|,=)?\s*\.?(?P<unit>[^\W\d_].*|%.*)?"
)
_SCIENTIFIC = re.compile(r"[0-9][0-9.,]*e[+-]?[0-9]+")
_FRACTION = re.compile(r"^[0-9]+\s*/\s*[0-9]+$")
_MONTH = "|".join(
    ["jan(?:uari|uary)?", "feb(?:ruari|ruary)?", "peb(?:ruari)?", "mar(?:et|ch)?", "apr(?:il)?", "mei", "may",
     "jun[ie]?", "jul[iy]?", "agu(?:stus)?", "aug(?:ust)?", "ags", "agt", "sep(?:t|tember)?", "okt(?:ober)?",
     "oct(?:ober)?", "nov(?:ember)?", "nop(?:ember)?", "des(?:ember)?", "dec(?:ember)?"]
)  # fmt: skip
_DATE = re.compile(
    rf"^(?:[0-9]{{1,4}}[-/][0-9]{{1,2}}[-/][0-9]{{1,4}}|[0-9]{{1,2}}[-/ ](?:{_MONTH})(?:[-/ ][0-9]{{2,4}})?"
    rf"|(?:{_MONTH})[-/ ][0-9]{{2,4}})$"
)
_ERRORS = re.compile(r"^(?:#[a-z0-9/]+[!?]?|err:[0-9]+)$")
_SPACED = re.compile(r"[-+]?[0-9][0-9.,]* [0-9]")
_BULLETED = re.compile(r"^[-+] (?:(?:rp|idr)\.? ?)?[0-9]")
_BRACKETED = re.compile(r"\([0-9.,]+\)")
_NOT_PLACED = "adalah angka dengan titik dan koma yang tidak pada tempatnya"


class Desimal(Enum):
    """The mark that begins decimals; the other one divides thousands."""

    KOMA = "koma"
    TITIK = "titik"

    @property
    def tanda(self) -> str:
        """The mark itself."""
        return "," if self is Desimal.KOMA else "."


class Angka(Value):
    """A number with one meaning: `nilai` as the store writes it, the unit written beside it, how its marks are used.

    `koma` and `titik` say what the mark is in this text: "desimal", "ribuan", or "" where it does not occur.
    """

    nilai: str
    satuan: str = ""
    koma: str = ""
    titik: str = ""


class Ganda(Value):
    """A number with two meanings."""

    koma: str
    titik: str
    satuan: str = ""

    def dibaca(self, desimal: Desimal) -> str:
        """The meaning under a convention."""
        return self.koma if desimal is Desimal.KOMA else self.titik


class Bukan(Value):
    """A text that is no number: what it is, and what to do."""

    kata: str
    saran: str


class Tiada(Value):
    """A cell that says that there is no value."""


Tulisan = Angka | Ganda | Bukan | Tiada


def read_angka(text: str) -> Tulisan:
    """What a cell of text writes."""
    if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS:
        return tuple.__new__(Angka, (text.lstrip("0") or "0", "", "", ""))
    plain = " ".join(text.translate(_DASHES).split()).casefold()
    if plain in _MISSING:
        return Tiada()
    if len(plain) > _LONGEST:
        return _PROSE
    wrong = _not_a_number(plain)
    if wrong is not None:
        return wrong
    match = _NUMBER.fullmatch(plain)
    return _PROSE if match is None else _number(match)


_PROSE = Bukan("bukan angka", "tulis angkanya saja; kosongkan bila belum ada datanya, tulis 0 bila memang nol")


def _not_a_number(plain: str) -> Bukan | None:
    """What a text is that looks like a number and is none."""
    for pattern, said, hint in _LOOK_ALIKES:
        if pattern.search(plain):
            return Bukan(said, hint)
    return None


_REACHED = "tulis satu angka: yang benar-benar tercapai"
_LOOK_ALIKES = (
    (_ERRORS, "adalah galat rumus", "perbaiki rumusnya, atau tulis angkanya"),
    (_DATE, "terbaca sebagai tanggal", "mungkin Excel mengubah angkanya menjadi tanggal; tulis lagi angkanya"),
    (_FRACTION, "adalah pecahan", "tulis hasil baginya"),
    (_RANGE, "adalah rentang, bukan satu angka", _REACHED),
    (_BOUND, "adalah batas, bukan satu angka", _REACHED),
    (
        _BULLETED,
        "adalah angka dengan spasi sesudah tandanya",
        "bila negatif, tulis minus tanpa spasi; bila bukan, hapus tandanya",
    ),
    (_SCIENTIFIC, "adalah angka yang disingkat Excel", "digitnya dapat hilang; tulis angkanya lengkap"),
    (_BRACKETED, "adalah angka dalam kurung", "bila maksudnya negatif, tulis dengan tanda minus"),
    (_SPACED, "adalah angka dengan spasi di dalamnya", "tulis tanpa spasi"),
)


def _number(match: re.Match[str]) -> Tulisan:
    unit = _unit((match["unit"] or "").strip(" ."), rupiah=bool(match["rupiah"]))
    sign, digits = "-" if "-" in (match["sign"], match["inner"]) else "", match["digits"]
    if sum(map(str.isdigit, digits)) > MOST_DIGITS:
        return Bukan(f"lebih dari {MOST_DIGITS} digit", "periksa angkanya")
    koma, titik = (_under(digits, each, whole=bool(match["whole"])) for each in Desimal)
    if koma is None and titik is None:
        return Bukan(_NOT_PLACED, "tulis misalnya 1.500.000,50")
    if koma is not None and titik is not None and koma != titik:
        return Ganda(_signed(sign, koma), _signed(sign, titik), unit)
    role = "" if koma is not None and titik is not None else ("koma" if koma is not None else "titik")
    roles = {"koma": ("desimal", "ribuan"), "titik": ("ribuan", "desimal")}.get(role, ("", ""))
    of_koma, of_titik = (one if mark in digits else "" for mark, one in zip(",.", roles, strict=True))
    return Angka(_signed(sign, koma or titik or ""), unit, of_koma, of_titik)


def _unit(written: str, *, rupiah: bool) -> str:
    """The unit that the words behind a number and the `Rp` before it name."""
    if not rupiah:
        return written
    return f"{_TIMES.get(written, written)} rupiah".strip() if "rupiah" not in written else written


_TIMES = {"jt": "juta", "rb": "ribu", "m": "miliar", "milyar": "miliar"}


def _under(digits: str, desimal: Desimal, *, whole: bool) -> str | None:
    """The digits read under a convention, None where it does not allow them, or gives decimals to a `whole` number."""
    thousands = "." if desimal is Desimal.KOMA else ","
    before, mark, decimals = digits.partition(desimal.tanda)
    if thousands in decimals or desimal.tanda in decimals or (whole and mark):
        return None
    if thousands in before and not _GROUPED[thousands].fullmatch(before):
        return None
    if _ZERO_LED.fullmatch(before) and len(decimals) == 3:  # `01.234`: thousands do not begin so, nor do decimals
        return None
    return before.replace(thousands, "") + ("." + decimals if mark else "")


_GROUPED = {mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:\{mark}[0-9]{{3}})+") for mark in ".,"}
_ZERO_LED = re.compile(r"0[0-9]+")


def _signed(sign: str, number: str) -> str:
    """The number without needless zeros before it; zero has no sign."""
    whole, mark, decimals = number.partition(".")
    plain = (whole.lstrip("0") or "0") + mark + decimals
    return sign + plain if plain.strip("0.") else plain
