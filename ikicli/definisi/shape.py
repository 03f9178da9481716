"""The declared shape of a file: kinds of content that read a node, or say what is wrong with it.

A shape is declared once, as data (`files.py`); reading with placed errors and the reference in the documentation both
come from it. Reading never raises: what cannot be read is reported and becomes its kind's hole.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, NamedTuple, Protocol

from ikicli.definisi.nouns import AngkaTertulis, Formula, SatuanTertulis
from ikicli.diagnostik import Diagnostic, Source, did_you_mean
from ikicli.rumus import parse, parse_number, parse_satuan
from ikicli.rumus.satuan import SATUAN_BAWAAN, UnknownUnit
from ikicli.sumber import Mapping, Node, Scalar, Sequence, span_of

ID = re.compile(r"[a-z][a-z0-9_]*")


class Bacaan:
    """The reading of one file: its source, the office's own units, and what was found so far."""

    def __init__(self, source: Source, satuan: tuple[str, ...] | None = ()) -> None:
        self.source = source
        self.satuan = satuan
        """The office's own units; None when they could not be read, and then no unit is unknown."""
        self.found: list[Diagnostic] = []

    def report(self, code: str, node: Node, message: str, hint: str | None = None) -> None:
        """Add a finding about a whole node."""
        self.found.append(Diagnostic(code, span_of(node), message, hint))


class Jenis(Protocol):
    """A kind of content: what it is called, its hole, and how a node of it is read."""

    sebutan: str
    hole: Any

    def read(self, node: Node, bacaan: Bacaan) -> Any:
        """The value of a node that is not empty, or the hole with a finding."""


def _wrong_shape(node: Node, kind: Jenis, bacaan: Bacaan) -> None:
    is_ = {Scalar: "teks", Sequence: "daftar", Mapping: "kumpulan kunci"}[type(node)]
    hint = "bila teksnya memuat titik dua, kutip teks itu: '...'" if isinstance(node, Mapping) else None
    bacaan.report("IKI108", node, f"di sini diharapkan {kind.sebutan}, ditemukan {is_}", hint)


class Skalar:
    """A kind that is written as one scalar."""

    sebutan = "teks"
    hole: Any = None

    def read(self, node: Node, bacaan: Bacaan) -> Any:
        if not isinstance(node, Scalar):
            _wrong_shape(node, self, bacaan)
            return self.hole
        return self.read_scalar(node, bacaan)

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> Any:
        raise AssertionError


class Teks(Skalar):
    """A text that is not empty, without the white space around it."""

    hole = ""

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> str:
        text = node.text.strip()
        if not text:
            bacaan.report("IKI111", node, "teks ini kosong", "isi, atau hapus barisnya bila tidak wajib")
        return text


class Id(Skalar):
    """An identifier."""

    sebutan = "id"
    hole = ""

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> str:
        if ID.fullmatch(node.text):
            return node.text
        bacaan.report("IKI113", node, f"`{node.text}` bukan id yang sah", id_hint(node.text))
        return ""


def id_hint(text: str) -> str:
    """What an id looks like, made from a text that is not one where that is possible."""
    hidden = did_you_mean(text, ())
    near = re.sub(r"\W+", "_", text.casefold(), flags=re.ASCII).strip("_")
    suggestion = f"; misalnya `{near}`" if ID.fullmatch(near) else ""
    return hidden or f"id memakai huruf kecil, angka dan garis bawah, diawali huruf{suggestion}"


class Rujukan(Skalar):
    """`jabatan.indikator`."""

    sebutan = "rujukan jabatan.indikator"
    hole = ""

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> str:
        parts = node.text.split(".")
        if len(parts) == 2 and all(ID.fullmatch(part) for part in parts):  # noqa: PLR2004
            return node.text
        bacaan.report("IKI113", node, f"`{node.text}` bukan rujukan yang sah", "tulis `id_jabatan.id_indikator`")
        return ""


class Angka(Skalar):
    """An exact number."""

    sebutan = "angka"

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> Fraction | None:
        number = parse_number(node.text)
        if number is None:
            bacaan.report("IKI112", node, f"`{node.text[:60]}` bukan angka", number_hint(node.text))
        return number


class AngkaBerdigit(Angka):
    """An exact number that remembers how many decimals it was written with."""

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> Any:
        number = super().read_scalar(node, bacaan)
        return number if number is None else AngkaTertulis(number, len(node.text.partition(".")[2]))


class AngkaAtau(Angka):
    """A number, or the one word that stands for none."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.sebutan = f"angka atau `{word}`"

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> Fraction | None:
        return None if node.text == self.word else super().read_scalar(node, bacaan)


def number_hint(text: str) -> str:
    """How a number should have been written."""
    bare = text.strip().removesuffix("%").strip()
    if re.fullmatch(r"-?\d+,\d+", bare):
        return f"pakai titik desimal: `{bare.replace(',', '.')}`"
    if re.fullmatch(r"-?\d{1,3}([.,]\d{3})+", bare):
        return f"tanpa pemisah ribuan: `{re.sub('[.,]', '', bare)}`"
    if parse_number(bare) is not None:
        return f"tulis angkanya saja: `{bare}`"
    return "tulis angka, misalnya `95` atau `97.5`"


class BilanganBulat(Skalar):
    """A whole number within bounds."""

    def __init__(self, least: int, most: int, sebutan: str = "bilangan bulat") -> None:
        self.least, self.most, self.sebutan = least, most, sebutan

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> int | None:
        number = int(node.text) if re.fullmatch(r"-?[0-9]{1,9}", node.text) else None
        if number is None or not self.least <= number <= self.most:
            hint = f"tulis {self.sebutan} dari {self.least} sampai {self.most}"
            bacaan.report("IKI112", node, f"`{node.text[:60]}` bukan {self.sebutan}", hint)
            return None
        return number


class YaTidak(Skalar):
    """`true` or `false`."""

    sebutan = "`true` atau `false`"
    hole = False

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> bool:
        if node.text not in {"true", "false"}:
            bacaan.report("IKI114", node, f"`{node.text[:60]}` bukan {self.sebutan}", "tulis `true` atau `false`")
        return node.text == "true"


class Pilihan(Skalar):
    """A word of a closed vocabulary; its enum has a member of value "" for the hole."""

    def __init__(self, words: type[Enum]) -> None:
        self.words = {word.value: word for word in words if word.value}
        self.hole = words("")
        self.sebutan = " atau ".join(f"`{word}`" for word in self.words)

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> Enum:
        if node.text in self.words:
            return self.words[node.text]
        near = did_you_mean(node.text, self.words)
        hint = near or f"pilih salah satu: {', '.join(self.words)}"
        bacaan.report("IKI114", node, f"`{node.text[:60]}` bukan pilihan di sini", hint)
        hole: Enum = self.hole
        return hole


class Tanggal(Skalar):
    """A calendar date."""

    sebutan = "tanggal"

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> date | None:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.text):
            try:
                return date.fromisoformat(node.text)
            except ValueError:
                pass
        hint = "tulis tahun-bulan-hari, misalnya `2019-09-02`"
        bacaan.report("IKI116", node, f"`{node.text[:60]}` bukan tanggal yang sah", hint)
        return None


class SatuanUkur(Skalar):
    """A unit, shipped or of the office's own."""

    sebutan = "satuan"

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> SatuanTertulis:
        text = " ".join(node.text.split())
        try:
            return SatuanTertulis(text, parse_satuan(text, bacaan.satuan or ()))
        except UnknownUnit as unknown:
            if bacaan.satuan is not None:
                self._report(node, unknown.word, bacaan)
            return SatuanTertulis(text, None)

    def _report(self, node: Scalar, word: str, bacaan: Bacaan) -> None:
        near = did_you_mean(word, SATUAN_BAWAAN.union(bacaan.satuan or ()))
        hint = f"{near}; atau daftarkan di `satuan:` unit.yaml" if near else "daftarkan di `satuan:` unit.yaml"
        at = node.text.find(word)
        span = node.within(at, at + len(word)) if word else span_of(node)
        bacaan.found.append(Diagnostic("IKI315", span, f"satuan `{word[:60]}` tidak dikenal", hint))


class Rumus(Skalar):
    """A formula."""

    sebutan = "formula"

    def read_scalar(self, node: Scalar, bacaan: Bacaan) -> Formula:
        parsed = parse(node.text)
        for problem in parsed.masalah:
            span = node.within(problem.tempat.awal, problem.tempat.akhir)
            bacaan.found.append(Diagnostic(problem.kode, span, problem.pesan, problem.saran))
        return Formula(node, parsed.pohon)


class Daftar:
    """A list of one kind; a hole in it is left out, except with `holes`, where its place counts."""

    hole: Any = ()

    def __init__(self, item: Jenis, *, holes: bool = False) -> None:
        self.item, self.holes = item, holes
        self.sebutan = f"daftar {item.sebutan}"

    def read(self, node: Node, bacaan: Bacaan) -> tuple[Any, ...]:
        """The items in order."""
        if not isinstance(node, Sequence):
            _wrong_shape(node, self, bacaan)
            return ()
        read = [self._item(item, bacaan) for item in node.items]
        return tuple(item for item in read if self.holes or item != self.item.hole)

    def _item(self, node: Node, bacaan: Bacaan) -> Any:
        if isinstance(node, Scalar) and node.is_empty:
            bacaan.report("IKI111", node, "butir daftar ini kosong", "isi, atau hapus barisnya")
            return self.item.hole
        return self.item.read(node, bacaan)


class Kamus:
    """A mapping from keys of one kind to values of one kind; entries whose key is a hole are left out."""

    hole: Any = {}  # noqa: RUF012 - a hole is never written to

    def __init__(self, key: Jenis, value: Jenis) -> None:
        self.key, self.value = key, value
        self.sebutan = f"kumpulan `{key.sebutan}: {value.sebutan}`"

    def read(self, node: Node, bacaan: Bacaan) -> dict[Any, Any]:
        """The entries in the file's order."""
        if not isinstance(node, Mapping):
            _wrong_shape(node, self, bacaan)
            return {}
        return dict(self._entries(node, bacaan))

    def _entries(self, node: Mapping, bacaan: Bacaan) -> Iterator[tuple[Any, Any]]:
        for key, value in node.entries:
            name = self.key.read(key, bacaan)
            if isinstance(value, Scalar) and value.is_empty:
                bacaan.report("IKI111", key, f"isian `{key.text}` kosong", "isi, atau hapus barisnya")
                continue
            content = self.value.read(value, bacaan)
            if name not in ("", None):
                yield name, content


class Kunci(NamedTuple):
    """One key of a record. `bawaan` is what it is when absent; `wajib` says that it may not be."""

    nama: str
    isi: Jenis
    penjelasan: str
    wajib: bool = False
    bawaan: Any = None


class Rekam:
    """A record: a noun whose fields are the keys, and `node`."""

    hole: Any = None

    def __init__(self, noun: Callable[..., Any], sebutan: str, *keys: Kunci) -> None:
        self.noun, self.sebutan, self.keys = noun, sebutan, keys
        self._by_name = {key.nama: key for key in keys}
        self._required = tuple(key.nama for key in keys if key.wajib)
        self._absent = {key.nama: key.isi.hole if key.wajib and key.bawaan is None else key.bawaan for key in keys}

    def read(self, node: Node, bacaan: Bacaan) -> Any:
        """The noun, with holes for the parts that could not be read."""
        if not isinstance(node, Mapping):
            _wrong_shape(node, self, bacaan)
            return None
        values = self._absent.copy()
        written = set()
        for key, value in node.entries:
            name = key.text
            declared = self._by_name.get(name)
            if declared is None:
                self._unknown(key, node, bacaan)
                continue
            written.add(name)
            if not (isinstance(value, Scalar) and value.is_empty):
                values[name] = declared.isi.read(value, bacaan)
            elif declared.wajib:
                bacaan.report("IKI111", key, f"isian `{name}` kosong", f"isi {declared.isi.sebutan}: {declared.penjelasan}")
        if len(written) < len(self.keys):
            self._missing(node, written, bacaan)
        return self.noun(node=node, **values)

    def _unknown(self, key: Scalar, node: Mapping, bacaan: Bacaan) -> None:
        free = [name for name in self._by_name if node.key(name) is None]
        hint = did_you_mean(key.text, free or self._by_name)
        bacaan.report(
            "IKI109",
            key,
            f"kunci `{key.text[:60]}` tidak dikenal dalam {self.sebutan}",
            hint or f"kunci yang ada: {', '.join(self._by_name)}",
        )

    def _missing(self, node: Mapping, written: set[str], bacaan: Bacaan) -> None:
        for name in self._required:
            if name not in written:
                key = self._by_name[name]
                bacaan.report(
                    "IKI110",
                    node.entries[0][0] if node.entries else node,
                    f"kunci `{name}` wajib ada dalam {self.sebutan}",
                    f"tambahkan `{name}:` ({key.penjelasan})",
                )


class AtauTeks:
    """A record that may be written as a bare text, which is then its field `field`."""

    hole: Any = None

    def __init__(self, record: Rekam, field: str) -> None:
        self.record, self.field = record, field
        self.sebutan = f"teks atau {record.sebutan}"

    def read(self, node: Node, bacaan: Bacaan) -> Any:
        """The record's noun."""
        if not isinstance(node, Scalar):
            return self.record.read(node, bacaan)
        empty = {key.nama: key.bawaan for key in self.record.keys}
        return self.record.noun(**{"node": node, **empty, self.field: Teks().read(node, bacaan)})
