"""Periods as people write them: `Triwulan I`, `Tribulan II`, `TW.3`, `Pebruari 2019`, `Smt 1`, `Setahun`."""

import re

from ikicli.realisasi.periode import Periode, parse_periode
from ikicli.value import Value

_BULAN = (
    "januari january jan", "februari pebruari february feb peb", "maret march mar mrt", "april apr", "mei may",
    "juni june jun", "juli july jul", "agustus august agu agus agust ags agt agst aug", "september sept sep",
    "oktober october okt oct", "november nopember nov nop", "desember december des dec",
)  # fmt: skip
_NOMOR_BULAN = {name: number for number, names in enumerate(_BULAN, 1) for name in names.split()}
_NOMOR = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
          "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}  # fmt: skip
_YEAR = r"(?:(?:tahun|thn|th|ta|tahun anggaran) )?(?P<year>20[0-9]{2})"
_NUMBER = "|".join(sorted(_NOMOR, key=len, reverse=True))
_PART = re.compile(
    rf"(?P<kind>triwulan|tribulan|triw|trw|tw|t w|kuartal|kwartal|quarter|q|semester|smt|smstr|sem|s) ?(?:ke )?"
    rf"(?P<number>{_NUMBER})(?: {_YEAR})?"
)
_MONTH = re.compile(rf"(?:bulan )?(?P<month>{'|'.join(_NOMOR_BULAN)})(?: (?:{_YEAR}|(?P<short>[0-9]{{2}})))?")
_NUMBERED_MONTH = re.compile(
    r"(?:bulan )?(?P<number>0?[1-9]|1[0-2]) (?P<year>20[0-9]{2})|bulan (?P<alone>0?[1-9]|1[0-2])"
)
_WHOLE = re.compile(
    r"(?:(?:setahun|tahunan|satu tahun|1 tahun|tahun|thn|th|ta|tahun anggaran)(?: |$))?(?P<year>20[0-9]{2})?"
)
_UNTIL = re.compile(r"(?:realisasi )?(?:s d|s/d|sd|sampai|sampai dengan|hingga|s\.d\.?|kumulatif)\b ?(?:dengan )?.*")
_HALF = frozenset(["semester", "smt", "smstr", "sem", "s"])


class Sebutan(Value):
    """A period somebody wrote: its months, and its year where one stands beside them."""

    tahun: int | None
    awal: int
    akhir: int

    def pada(self, tahun: int) -> Periode:
        """The period in a year."""
        return Periode(tahun, self.awal, self.akhir)


def parse_sebutan(text: str) -> Sebutan | None:
    """The period that a text names, None when it names none (`s.d. Juni` does not: see `is_cumulative`)."""
    canonical = parse_periode(text.strip().upper())
    if canonical is not None:
        return Sebutan(*canonical)
    plain = _plain(text)
    part = _PART.fullmatch(plain)
    if part is not None:
        return _part(part)
    month = _MONTH.fullmatch(plain)
    if month is not None:
        number = _NOMOR_BULAN[month["month"]]
        year = month["year"] or (f"20{month['short']}" if month["short"] else None)
        return Sebutan(int(year) if year else None, number, number)
    numbered = _NUMBERED_MONTH.fullmatch(plain)
    if numbered is not None:
        number = int(numbered["number"] or numbered["alone"])
        return Sebutan(_year(numbered), number, number)
    whole = _WHOLE.fullmatch(plain) if plain else None
    return None if whole is None else Sebutan(_year(whole), 1, 12)


def parse_tanggal(text: str) -> Sebutan | None:
    """The month whose first day a date is: spreadsheets turn `Jan-2019` and `2019-01` into one."""
    year, month, day = (int(part) for part in text.split("-")) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else (0, 0, 0)
    return Sebutan(year, month, month) if day == 1 and 1 <= month <= 12 else None


def is_cumulative(text: str) -> bool:
    """Whether a text speaks of all that was reached up to a period (`s.d. Desember`)."""
    return _UNTIL.fullmatch(_plain(text)) is not None


def _part(match: re.Match[str]) -> Sebutan | None:
    number, months = _NOMOR[match["number"]], 6 if match["kind"] in _HALF else 3
    return Sebutan(_year(match), months * (number - 1) + 1, months * number) if months * number <= 12 else None


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _plain(text: str) -> str:
    """Small letters, and a space for every mark that people set between words."""
    return " ".join(re.sub(r"[-.,:/'’()_\s]+", " ", text.casefold()).split())
