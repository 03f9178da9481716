"""The tree of a formula. Nodes know their place in the text, and are equal without it.

Nodes are tuples, and so equal when their fields are: no two kinds may have fields that can hold the same.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

from ikicli.value import Value


class Tempat(Value):
    """The characters `awal` up to `akhir` of a formula. Every place equals every other: a tree is what it says."""

    awal: int
    akhir: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tempat)

    def __ne__(self, other: object) -> bool:
        return not isinstance(other, Tempat)

    def __hash__(self) -> int:
        return 0


class Angka(Value):
    """A number as written."""

    nilai: Fraction
    tempat: Tempat


class Nama(Value):
    """A variable."""

    nama: str
    tempat: Tempat

    @property
    def kunci(self) -> str:
        """How a value for it is called in `masukan` and in the values of an evaluation."""
        return self.nama


class Rujukan(Value):
    """`jabatan.indikator`: the exact realisasi of another indicator over the same span."""

    jabatan: str
    indikator: str
    tempat: Tempat

    @property
    def kunci(self) -> str:
        """How a value for it is called in `masukan` and in the values of an evaluation."""
        return f"{self.jabatan}.{self.indikator}"


class Lalu(Value):
    """`lalu(x)`: the variable over the same span a year earlier. `kunci` is how a value for it is called."""

    nama: str
    kunci: str
    tempat: Tempat


class Negatif(Value):
    """`-isi`."""

    isi: "Pohon"
    tempat: Tempat


class Hitungan(Value):
    """`kiri op kanan` with one of `+ - * /`."""

    op: str
    kiri: "Pohon"
    kanan: "Pohon"
    tempat: Tempat


class Syarat(Value):
    """`kiri op kanan` with one of `= != < <= > >=`."""

    op: str
    kiri: "Pohon"
    kanan: "Pohon"
    tempat: Tempat


class Jika(Value):
    """`jika(syarat, ya, tidak)`; only the branch taken is evaluated."""

    syarat: Syarat
    ya: "Pohon"
    tidak: "Pohon"
    tempat: Tempat


class Fungsi(Value):
    """`min`, `maks`, `jumlah`, `rata` or `abs` of its arguments."""

    nama: str
    isi: tuple["Pohon", ...]
    tempat: Tempat


class Bulat(Value):
    """`bulat(isi, digit)`: rounded half away from zero."""

    isi: "Pohon"
    digit: int
    tempat: Tempat


DAUN = Nama, Rujukan, Lalu
"""The leaves that need a value."""
Pohon: TypeAlias = Angka | Nama | Rujukan | Lalu | Negatif | Hitungan | Jika | Fungsi | Bulat


_PARTS: dict[type, Callable[[Any], tuple["Pohon | Syarat", ...]]] = {
    Negatif: lambda node: (node.isi,),
    Bulat: lambda node: (node.isi,),
    Hitungan: lambda node: (node.kiri, node.kanan),
    Syarat: lambda node: (node.kiri, node.kanan),
    Jika: lambda node: (node.syarat, node.ya, node.tidak),
    Fungsi: lambda node: node.isi,
}


def children(tree: "Pohon | Syarat") -> tuple["Pohon | Syarat", ...]:
    """The parts a node is made of, in the order they are written; a leaf has none."""
    parts = _PARTS.get(type(tree))
    return parts(tree) if parts else ()


def walk(tree: "Pohon | Syarat") -> Iterator["Pohon | Syarat"]:
    """Every node, a node before its parts."""
    ahead = [tree]
    while ahead:
        node = ahead.pop()
        yield node
        ahead.extend(reversed(children(node)))


def deeper_than(tree: Pohon, levels: int) -> "Pohon | Syarat | None":
    """A node more than `levels` levels below the root, or None. Does not recurse, however deep the tree is."""
    row: list[Pohon | Syarat] = [tree]
    for _ in range(levels + 1):
        row = [child for node in row for child in children(node)]
    return row[0] if row else None


def divisors(tree: Pohon) -> Iterator[Pohon]:
    """What a formula divides by."""
    return (node.kanan for node in walk(tree) if isinstance(node, Hitungan) and node.op == "/")


def names(tree: Pohon) -> Iterator[Nama | Rujukan | Lalu]:
    """The leaves that need a value, in the order they are written."""
    return (node for node in walk(tree) if isinstance(node, DAUN))
