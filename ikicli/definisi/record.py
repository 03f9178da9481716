"""The kinds of content that hold others: lists, mappings, records.

The hole of a record is the record of holes, so a list keeps its positions and a field its type. Gone altogether is only
a collection that has another shape, and an entry without a name (see `tertulis.is_whole`).
"""

from collections.abc import Callable
from collections.abc import Mapping as Dict
from typing import Any, Generic, TypeVar

from ikicli.definisi.shape import Bacaan, Jenis, Skalar, T, Teks, missing_space, quoted
from ikicli.diagnostik import closest, did_you_mean
from ikicli.diagnostik.saran import STRAIGHT
from ikicli.sumber import ABSENT, Mapping, Node, Scalar, Sequence
from ikicli.value import Value

K = TypeVar("K")
Noun = TypeVar("Noun", bound=Value)


class Daftar(Jenis[tuple[T, ...]], Generic[T]):
    """A list of one kind, holes in their places."""

    saran = "tulis sebagai daftar: awali setiap butirnya dengan `- `"

    def __init__(self, item: Jenis[T]) -> None:
        self.item = item
        self.sebutan = f"daftar {item.sebutan}"

    def hole(self, _node: Node, /) -> tuple[T, ...]:
        """No items."""
        return ()

    def read(self, node: Node, bacaan: Bacaan) -> tuple[T, ...]:
        """The items in order."""
        if not isinstance(node, Sequence):
            return self._refuse(node, bacaan)
        return tuple([self._item(item, bacaan) for item in node.items])

    def _item(self, node: Node, bacaan: Bacaan) -> T:
        if node.is_empty:
            bacaan.report("IKI111", node, "butir daftar ini kosong", "isi, atau hapus barisnya")
            return self.item.hole(node)
        return self.item.read(node, bacaan)


class Butir(Jenis[tuple[str, ...]]):
    """A text, or a list of texts."""

    sebutan = "teks atau daftar teks"
    _daftar, _teks = Daftar(Teks()), Teks()

    def hole(self, _node: Node, /) -> tuple[str, ...]:
        """Nothing said."""
        return ()

    def read(self, node: Node, bacaan: Bacaan) -> tuple[str, ...]:
        """What is said, point by point."""
        if isinstance(node, Mapping):
            return self._refuse(node, bacaan)
        said = (self._teks.read(node, bacaan),) if isinstance(node, Scalar) else self._daftar.read(node, bacaan)
        return tuple(text for text in said if text)


class Kamus(Jenis[dict[K, T]], Generic[K, T]):
    """A mapping from keys of one kind to values of one kind; an entry that lacks either is left out."""

    def __init__(self, key: Skalar[K | None], value: Jenis[T | None]) -> None:
        self.key, self.value = key, value
        self.sebutan = f"kumpulan `{key.sebutan}: {value.sebutan}`"

    def hole(self, _node: Node, /) -> dict[K, T]:
        """No entries."""
        return {}

    def read(self, node: Node, bacaan: Bacaan) -> dict[K, T]:
        """The entries in the file's order."""
        if not isinstance(node, Mapping):
            return self._refuse(node, bacaan)
        entries: dict[K, T] = {}
        for text, value in zip(node.values, node.nodes(), strict=True):
            name = self.key.of(text, bacaan)
            if name is None:
                name = self.key.read(node.key(text), bacaan)
            if value.is_empty:
                said = f"isian {quoted(text)} kosong"
                bacaan.report("IKI111", node.key(text), said, "isi, atau hapus barisnya")
                content = self.value.hole(value)
            else:
                content = self.value.read(value, bacaan)
            if name is not None and name != "" and content is not None:
                entries[name] = content
        return entries


class Kunci(Value):
    """One key of a record. `bawaan` is what it is when absent; `wajib` says that it may not be."""

    nama: str
    isi: Jenis[Any]
    penjelasan: str
    wajib: bool = False
    bawaan: Any = None


class Rekam(Jenis[Noun], Generic[Noun]):
    """A record: a noun whose fields are `node` and the keys, in the order of their declaration."""

    def __init__(self, noun: type[Noun], sebutan: str, *keys: Kunci) -> None:
        self.noun, self.sebutan, self.keys = noun, sebutan, keys
        self.by_name = {key.nama: key for key in keys}
        self.required = tuple(key.nama for key in keys if key.wajib)
        self.saran = f"tulis kunci-kuncinya: {', '.join(self.required or self.by_name)}"
        self._reading = tuple((key.nama, _of(key.isi), key.isi.read, key.wajib, key.bawaan) for key in keys)

    def hole(self, node: Node, /) -> Noun:
        """The noun with nothing but holes."""
        return self.made(node, {name: self.by_name[name].isi.hole(node) for name in self.required})

    def made(self, node: Node, values: Dict[str, object]) -> Noun:
        """The noun, its fields by position; what is not among the values is absent."""
        return self.noun._make((node, *(values.get(key.nama, key.bawaan) for key in self.keys)))

    def read(self, node: Node, bacaan: Bacaan) -> Noun:
        """The noun, with holes for the parts that could not be read."""
        if not isinstance(node, Mapping):
            return self._refuse(node, bacaan)
        written = node.values if node.values.keys() <= self.by_name.keys() else self._as_meant(node, bacaan)
        fields: list[object] = [node]
        for name, of, read, required, absent in self._reading:
            value = written.get(name)
            if isinstance(value, str):
                said = None if value in ABSENT else of(value, bacaan)
                if said is not None:
                    fields.append(said)
                    continue
                value = node.value(name)
            if value is not None and not value.is_empty:
                fields.append(read(value, bacaan))
            elif value is None and not required:
                fields.append(absent)
            else:
                fields.append(self._lacking(node, name, value, bacaan))
        return self.noun._make(fields)

    def _as_meant(self, node: Mapping, bacaan: Bacaan) -> dict[str, Node | str]:
        """The values by declared keys. A key that is not declared is reported, and taken for the one probably meant."""
        written = {name: value for name, value in node.values.items() if name in self.by_name}
        for key, value in node.entries():
            if key.text not in self.by_name:
                free = [name for name in self.by_name if name not in written]
                self._strange(key, value, free, bacaan)
                meant = closest(key.text, free)
                if meant is not None:
                    written[meant] = value
        return written

    def _strange(self, key: Scalar, value: Node, free: list[str], bacaan: Bacaan) -> None:
        hint = did_you_mean(key.text, free) or f"kunci yang ada: {', '.join(self.by_name)}"
        if value.is_empty and value.start == value.end and _is_cut_off(key):
            hint = "bila ini lanjutan isian di depannya, kutip isian yang memuat koma: '...'"
            if key.text.endswith(("”", "’")):
                hint = STRAIGHT
        said = f"kunci {quoted(key.text)} tidak dikenal dalam {self.sebutan}"
        bacaan.report("IKI109", key, said, missing_space(key) or hint)

    def _lacking(self, node: Mapping, name: str, value: Node | None, bacaan: Bacaan) -> object:
        """What a key that is absent (None) or says nothing stands for: absence, or a hole, which has been reported."""
        declared = self.by_name[name]
        if value is not None and name not in node.values:  # it is written under a strange name
            return declared.isi.hole(value)
        if not declared.wajib:
            return declared.bawaan
        if value is None:
            hint = f"tambahkan `{name}:` ({declared.penjelasan})"
            bacaan.report("IKI110", node, f"kunci `{name}` wajib ada dalam {self.sebutan}", hint)
            return declared.isi.hole(node)
        hint = f"isi dengan {declared.isi.sebutan}: {declared.penjelasan}"
        bacaan.report("IKI111", node.key(name), f"isian `{name}` kosong", hint)
        return declared.isi.hole(value)


def _of(kind: Jenis[Any]) -> Callable[[str, Bacaan], Any]:
    """What a plain text says, where that is known without its place."""
    return kind.of if isinstance(kind, Skalar) else lambda _text, _bacaan: None


def _is_cut_off(key: Scalar) -> bool:
    """Whether a key is what YAML made of the words behind a comma: `{nama: Siti, S.E.}`."""
    return key.source.text[: key.start].rstrip().endswith(",")


class AtauTeks(Jenis[Noun]):
    """A record that may be written as a bare text, which is then its field `field`."""

    def __init__(self, record: Rekam[Noun], field: str) -> None:
        self.record, self.field = record, field
        self.sebutan, self.saran = f"teks atau {record.sebutan}", record.saran

    def hole(self, node: Node, /) -> Noun:
        """The record's hole."""
        return self.record.hole(node)

    def read(self, node: Node, bacaan: Bacaan) -> Noun:
        """The record's noun."""
        if not isinstance(node, Scalar):
            return self.record.read(node, bacaan)
        return self.record.made(node, {self.field: Teks().read(node, bacaan)})
