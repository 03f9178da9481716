"""The declared shape of a file: kinds of content that read a node, or say what is wrong with it.

A shape is declared once, as data (`files.py`); reading with placed errors and the reference in the documentation both
come from it. What cannot be read is reported and becomes its kind's hole. Here: what is written as one scalar; lists,
mappings and records are in `record.py`.
"""

import re
from abc import ABC, abstractmethod
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Generic, TypeVar

from ikicli.definisi.nouns import AngkaTertulis, Formula, SatuanTertulis
from ikicli.diagnostik import Diagnostic, Source, Span, did_you_mean
from ikicli.rumus import parse, parse_number, parse_satuan
from ikicli.rumus.satuan import SATUAN_BAWAAN, UnknownUnit
from ikicli.sumber import Mapping, Node, Scalar, Sequence, span_of

ID = re.compile(r"[a-z][a-z0-9_]*")
MOST_FINDINGS = 100
"""In one file; what follows them is not worth reading."""

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class TooManyFindings(Exception):  # noqa: N818 - not an error: reading ends here, and the reason is among the findings
    """A file with so many findings is left unread."""


class Bacaan:
    """The reading of one file: its source, the office's own units, and what was found so far."""

    def __init__(self, source: Source, satuan: tuple[str, ...] | None = ()) -> None:
        self.source = source
        self.satuan = satuan
        """The office's own units; None when they could not be read, and then no unit is unknown."""
        self.found: list[Diagnostic] = []

    def report(self, code: str, place: Node | Span, message: str, hint: str | None = None) -> None:
        """Add a finding about a node or a part of one. Raises TooManyFindings at the last that is taken."""
        span = place if isinstance(place, Span) else span_of(place)
        self.found.append(Diagnostic(code, span, message, hint))
        if len(self.found) >= MOST_FINDINGS:
            raise TooManyFindings


class Jenis(ABC, Generic[T_co]):
    """A kind of content: what it is called, and a hint how it is written where that is not plain."""

    sebutan: str
    saran: str | None = None

    @abstractmethod
    def hole(self, node: Node, /) -> T_co:
        """What stands at `node` when nothing of this kind could be read there."""

    @abstractmethod
    def read(self, node: Node, bacaan: Bacaan) -> T_co:
        """The value of a node that is not empty, or the hole with a finding."""

    def _refuse(self, node: Node, bacaan: Bacaan) -> T_co:
        """Report a node of another shape."""
        is_ = {Scalar: "teks", Sequence: "daftar", Mapping: "kumpulan kunci"}[type(node)]
        hint = self.saran
        if hint is None and isinstance(node, Mapping):
            hint = "bila teksnya memuat titik dua, kutip teks itu: '...'"
        said = f"di sini diharapkan {self.sebutan}, ditemukan {is_}"
        bacaan.report("IKI108", node, said, missing_space(node) or hint)
        return self.hole(node)


def missing_space(node: Node) -> str | None:
    """What to do about a plain text that looks like `kunci:isi`: without its space YAML sees one text."""
    if not isinstance(node, Scalar) or node.style:
        return None
    match = re.match(r"([a-z][a-z0-9_]*):([^\s:/].*)", node.text)
    return f"beri spasi sesudah titik dua: `{match[1]}: {match[2][:40]}`" if match else None


class Skalar(Jenis[T_co]):
    """A kind that is written as one scalar."""

    kosong: T_co
    """The hole."""

    def hole(self, _node: Node, /) -> T_co:
        """The same everywhere."""
        return self.kosong

    @abstractmethod
    def of(self, text: str, bacaan: Bacaan) -> T_co | None:
        """What a text says; None where it says nothing of this kind."""

    def read(self, node: Node, bacaan: Bacaan) -> T_co:
        """What the scalar says."""
        if not isinstance(node, Scalar):
            return self._refuse(node, bacaan)
        value = self.of(node.text, bacaan)
        return self._wrong(node, bacaan) if value is None else value

    @abstractmethod
    def _wrong(self, node: Scalar, bacaan: Bacaan) -> T_co:
        """Report a scalar that says nothing of this kind; what it is taken for."""


def quoted(text: str) -> str:
    """A text of a file within a sentence."""
    return f"`{text}`" if len(text) <= 60 else f"`{text[:60]}…`"


class Teks(Skalar[str]):
    """A text that is not empty, without the white space around it."""

    sebutan = "teks"
    kosong = ""

    def of(self, text: str, _bacaan: Bacaan) -> str | None:
        """The text."""
        return text.strip() or None

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> str:
        bacaan.report("IKI111", node, "teks ini kosong", "isi, atau hapus barisnya bila tidak wajib")
        return ""


class Id(Skalar[str]):
    """An identifier."""

    sebutan = "id"
    kosong = ""

    def of(self, text: str, _bacaan: Bacaan) -> str | None:
        """The id."""
        return text if ID.fullmatch(text) else None

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> str:
        bacaan.report("IKI113", node, f"{quoted(node.text)} bukan id yang sah", id_hint(node.text))
        return ""


def id_hint(text: str) -> str:
    """What an id looks like, made from a text that is not one where that is possible."""
    near = near_id(text)
    suggestion = f"; misalnya `{near}`" if near else ""
    return did_you_mean(text, ()) or f"id memakai huruf kecil, angka dan garis bawah, diawali huruf{suggestion}"


def near_id(text: str) -> str:
    """The id that a text comes nearest to, `""` where there is none."""
    near = re.sub(r"\W+", "_", text.casefold(), flags=re.ASCII).strip("_")
    return near if ID.fullmatch(near) else ""


class Rujukan(Skalar[str]):
    """`jabatan.indikator`."""

    sebutan = "rujukan jabatan.indikator"
    kosong = ""

    def of(self, text: str, _bacaan: Bacaan) -> str | None:
        """The reference as written."""
        parts = text.split(".")
        return text if len(parts) == 2 and all(ID.fullmatch(part) for part in parts) else None

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> str:
        bacaan.report("IKI113", node, f"{quoted(node.text)} bukan rujukan yang sah", "tulis `id_jabatan.id_indikator`")
        return ""


class Angka(Skalar[Fraction | None]):
    """An exact number, or the one `word` that stands for none."""

    kosong = None

    def __init__(self, word: str | None = None) -> None:
        self.word = word
        self.sebutan = "angka" if word is None else f"angka atau `{word}`"

    def of(self, text: str, _bacaan: Bacaan) -> Fraction | None:
        """The number."""
        return parse_number(text)

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> None:
        if node.text != self.word:
            bacaan.report("IKI112", node, f"{quoted(node.text)} bukan {self.sebutan}", number_hint(node.text))


class AngkaBerdigit(Skalar[AngkaTertulis | None]):
    """An exact number that remembers how many decimals it was written with."""

    sebutan = "angka"
    kosong = None

    def of(self, text: str, _bacaan: Bacaan) -> AngkaTertulis | None:
        """The number and its decimals."""
        number = parse_number(text)
        return None if number is None else AngkaTertulis(number, len(text.partition(".")[2]))

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> None:
        Angka().read(node, bacaan)


def number_hint(text: str) -> str:
    """How a number should have been written."""
    bare = re.sub(r"^Rp\.?\s*|\s*%$|,-$", "", text.strip(), flags=re.IGNORECASE)
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d+", bare):
        return f"tanpa pemisah ribuan, dengan titik desimal: `{bare.replace('.', '').replace(',', '.')}`"
    if re.fullmatch(r"-?\d+,\d+", bare):
        return f"pakai titik desimal: `{bare.replace(',', '.')}`"
    if re.fullmatch(r"-?\d{1,3}([.,]\d{3})+", bare):
        return f"tanpa pemisah ribuan: `{re.sub('[.,]', '', bare)}`"
    if parse_number(bare) is not None:
        return f"tulis angkanya saja: `{bare}`"
    return "tulis angka, misalnya `95` atau `97.5`"


class BilanganBulat(Skalar[int | None]):
    """A whole number within bounds."""

    kosong = None

    def __init__(self, least: int, most: int, sebutan: str = "bilangan bulat") -> None:
        self.least, self.most, self.sebutan = least, most, sebutan

    def of(self, text: str, _bacaan: Bacaan) -> int | None:
        """The number."""
        number = _whole(text)
        return number if number is not None and self.least <= number <= self.most else None

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> None:
        hint = f"tulis {self.sebutan} dari {self.least} sampai {self.most}"
        bacaan.report("IKI112", node, f"{quoted(node.text)} bukan {self.sebutan}", hint)


def _whole(text: str) -> int | None:
    """The whole number that a text writes, None where it is none or would be written otherwise."""
    try:
        number = int(text)
    except ValueError:
        return None
    return number if str(number) == text else None


class YaTidak(Skalar[bool]):
    """`true` or `false`."""

    sebutan = "`true` atau `false`"
    kosong = False

    def of(self, text: str, _bacaan: Bacaan) -> bool | None:
        """Which of the two."""
        return text == "true" if text in {"true", "false"} else None

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> bool:
        bacaan.report("IKI114", node, f"{quoted(node.text)} bukan {self.sebutan}", "tulis `true` atau `false`")
        return False


class Pilihan(Skalar[Enum]):
    """A word of a closed vocabulary; its enum has a member of value "" for the hole."""

    def __init__(self, words: type[Enum]) -> None:
        self.words = {word.value: word for word in words if word.value}
        self.kosong = words("")
        self.sebutan = " atau ".join(f"`{word}`" for word in self.words)

    def of(self, text: str, _bacaan: Bacaan) -> Enum | None:
        """The word."""
        return self.words.get(text)

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> Enum:
        begins = next((word for word in self.words if node.text.casefold().startswith(word)), None)
        near = f"mungkin maksud Anda `{begins}`" if begins else did_you_mean(node.text, self.words)
        hint = near or f"pilih salah satu: {', '.join(self.words)}"
        bacaan.report("IKI114", node, f"{quoted(node.text)} bukan pilihan di sini", hint)
        return self.kosong


class Tanggal(Skalar[date | None]):
    """A calendar date."""

    sebutan = "tanggal"
    kosong = None

    def of(self, text: str, _bacaan: Bacaan) -> date | None:
        """The day."""
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return None
        return day if day.isoformat() == text else None  # `20190902` and `2019-W36-1` are days too

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> None:
        hint = "tulis tahun-bulan-hari, misalnya `2019-09-02`"
        bacaan.report("IKI116", node, f"{quoted(node.text)} bukan tanggal yang sah", hint)


class SatuanUkur(Skalar[SatuanTertulis | None]):
    """A unit, shipped or of the office's own."""

    sebutan = "satuan"
    kosong = None

    def of(self, text: str, bacaan: Bacaan) -> SatuanTertulis | None:
        """The unit."""
        unit = _unit(text, bacaan.satuan or ())
        return unit if isinstance(unit, SatuanTertulis) else None

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> SatuanTertulis:
        unknown = _unit(node.text, bacaan.satuan or ())
        if bacaan.satuan is not None and isinstance(unknown, str):
            self._report(node, unknown, bacaan)
        return SatuanTertulis(_one_line(node.text), None)

    def _report(self, node: Scalar, word: str, bacaan: Bacaan) -> None:
        if not word:
            hint = "di kedua sisi `/` ada satuan, misalnya `rupiah / orang`"
            bacaan.report("IKI315", node, "satuan ini tidak lengkap", hint)
            return
        at = node.text.find(word)
        place = node.within(at, at + len(word))
        if word == "%":
            bacaan.report("IKI315", place, "`%` bukan nama satuan", "tulis `persen`")
            return
        near = did_you_mean(word, SATUAN_BAWAAN.union(bacaan.satuan or ()))
        listed = f"tulis di unit.yaml: `satuan: [{word[:60]}]`"
        if bacaan.satuan:
            listed = f"tambahkan {quoted(word)} ke `satuan:` di unit.yaml"
        hint = f"{near}; atau {listed}" if near else listed
        bacaan.report("IKI315", place, f"satuan {quoted(word)} tidak dikenal", hint)


@lru_cache(maxsize=512)
def _unit(text: str, own: tuple[str, ...]) -> SatuanTertulis | str:
    """The unit that a text writes, or the word of it that is none."""
    try:
        return SatuanTertulis(_one_line(text), parse_satuan(_one_line(text), own))
    except UnknownUnit as unknown:
        return unknown.word


def _one_line(text: str) -> str:
    return " ".join(text.split())


class SatuanBaru(Skalar[str]):
    """The name of a unit of the office's own."""

    sebutan = "nama satuan"
    kosong = ""

    def of(self, text: str, _bacaan: Bacaan) -> str | None:
        """The name."""
        name = _one_line(text)
        return name if re.fullmatch(r"[^\W\d][\w-]*( [^\W\d][\w-]*)?", name) else None

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> str:
        hint = "satu atau dua kata, masing-masing diawali huruf; misalnya `regu` atau `lembar kerja`"
        bacaan.report("IKI108", node, f"{quoted(node.text)} bukan nama satuan", hint)
        return ""


class Rumus(Jenis[Formula | None]):
    """A formula, which keeps the place of its text."""

    sebutan = "formula"

    def hole(self, _node: Node, /) -> None:
        """No formula."""

    def read(self, node: Node, bacaan: Bacaan) -> Formula | None:
        """The formula; its tree is a hole where its text is wrong."""
        if not isinstance(node, Scalar):
            return self._refuse(node, bacaan)
        parsed = parse(node.text)
        for problem in parsed.masalah:
            place = node.within(problem.tempat.awal, problem.tempat.akhir)
            bacaan.report(problem.kode, place, problem.pesan, problem.saran)
        return Formula(node, parsed.pohon, parsed.daun, parsed.pembagi)
