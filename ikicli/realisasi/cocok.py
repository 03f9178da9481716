"""Whether a figure fits the definitions: what can be wrong with its names and with its number."""

import re
from collections.abc import Collection, Mapping

from ikicli.definisi.nouns import Kantor, Variabel
from ikicli.diagnostik import did_you_mean
from ikicli.realisasi.isian import Kunci, all_variables
from ikicli.rumus import MOST_DIGITS, SATUAN_CACAH
from ikicli.value import Value


class Salah(Value):
    """What is wrong, and in which column of the canonical table (from 0)."""

    kode: str
    kolom: int
    pesan: str
    saran: str


class Variables:
    """The variables of an office (`kantor`), asked for by their names."""

    def __init__(self, kantor: Kantor) -> None:
        self.kantor = kantor
        self.known: Mapping[Kunci, Variabel] = dict(all_variables(kantor))
        self._own_units = kantor.unit.satuan if kantor.unit else ()

    def fillable(self, kunci: Kunci) -> Variabel | None:
        """The variable that data may fill: no constant."""
        variabel = self.known.get(kunci)
        return variabel if variabel is not None and variabel.tetapan is None else None

    def wrong_name(self, kunci: Kunci) -> Salah | None:
        """Which of the three names is the wrong one; a constant is not filled in from data either."""
        variabel = self.known.get(kunci)
        if variabel is None:
            return self._unknown(kunci)
        if variabel.tetapan is not None:
            return Salah("IKI411", 2, f"`{kunci.variabel}` adalah tetapan di definisi", "hapus baris ini")
        return None

    def _unknown(self, kunci: Kunci) -> Salah:
        jabatan = {known.jabatan for known in self.known}
        indikator = {known.indikator for known in self.known if known.jabatan == kunci.jabatan}
        if kunci.jabatan not in jabatan:
            said, code, column, known = f"jabatan `{kunci.jabatan[:60]}` tidak ada", "IKI402", 0, jabatan
        elif kunci.indikator not in indikator:
            said, code, column, known = f"indikator `{kunci.indikator[:60]}` tidak ada", "IKI403", 1, indikator
            if not kunci.indikator:
                said = f"baris jabatan `{kunci.jabatan}` tidak menyebut indikator"
        else:
            code, column = "IKI404", 2
            known = {each.variabel for each in self.known if each[:2] == kunci[:2]}
            said = f"variabel `{kunci.variabel[:60]}` tidak ada"
            if kunci._replace(jabatan="", indikator="") in self.known:
                hint = "variabel bersama ditulis tanpa jabatan dan indikator"
                return Salah(code, column, said + " pada indikator ini", hint)
        near = did_you_mean(kunci[column], known - {""})
        return Salah(code, column, said, near or f"yang ada: {', '.join(sorted(known - {''})) or 'tidak ada'}")

    def counts(self, variabel: Variabel) -> bool:
        """Whether a variable counts whole things."""
        unit = variabel.satuan.satuan if variabel.satuan else None
        if unit is None or len(unit) != 1 or unit[0][1] != 1:
            return False
        return unit[0][0] in SATUAN_CACAH or unit[0][0] in self._own_units


def odd_count(text: str, variabel: Variabel) -> Salah:
    """A count that is no whole number, or is written as if its point divided thousands."""
    unit = variabel.satuan.teks if variabel.satuan else ""
    if "." not in text or text.startswith("-"):
        return Salah("IKI409", 4, f"`{text}` {unit} di bawah nol", "periksa angkanya; hitungan benda tidak negatif")
    thousands = text.replace(".", "")
    grouped = re.fullmatch(r"\d{1,3}(\.\d{3})+", text)
    hint = f"titik berarti desimal; bila maksudnya ribuan, tulis `{thousands}`" if grouped else "periksa angkanya"
    return Salah("IKI409", 4, f"`{text}` {unit}: satuan ini menghitung benda utuh", hint)


_NUMBER = rf"(?:0|[1-9][0-9]{{0,{MOST_DIGITS - 1}}})"
WHOLE = re.compile(_NUMBER)
"""A whole number as the store writes it."""
_ALL_WHOLE = re.compile(rf"(?:{_NUMBER}\t)*+{_NUMBER}")


def are_whole(texts: Collection[str]) -> bool:
    """Whether texts are nothing but whole numbers as the store writes them, as nearly all there are."""
    text = "\t".join(texts)
    return bool(_ALL_WHOLE.fullmatch(text)) and text.count("\t") == len(texts) - 1


def may_hold_decimals(text: str) -> bool:
    """Whether the text of a cell may be the decimals of the number before it, which a comma cut off: `5`, `5 jam`."""
    first = text[:1]
    return (first in _DIGITS or first.isspace()) and _DECIMALS.match(text) is not None


_DIGITS = frozenset("0123456789")
_DECIMALS = re.compile(r"\s*[0-9]+\s*(?:$|[%.,]|[^\W\d_])")


def is_odd_count(text: str) -> bool:
    """Whether a number's text is not that of a count: a fraction, below zero, or as if its point divided thousands."""
    point = text.find(".")
    if point >= 0 and (len(text) - point == 4 or text[point:].strip(".0")):
        return True
    return text.startswith("-") and text.strip("-0.") != ""
