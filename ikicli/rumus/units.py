"""The unit of a formula, found by working through its tree with units in place of numbers."""

from collections.abc import Mapping
from typing import TypeAlias

from ikicli.rumus.masalah import Masalah
from ikicli.rumus.pohon import (
    DAUN,
    Angka,
    Bulat,
    Hitungan,
    Jika,
    Negatif,
    Pohon,
    Syarat,
    Tempat,
    children,
    walk,
)
from ikicli.rumus.satuan import TANPA_DIMENSI, Satuan, times, write_satuan


class _Bare:
    """The unit of a bare number: a factor in `*` and `/`, elsewhere whatever the other side is."""


_BARE = _Bare()
_Dimensi: TypeAlias = Satuan | _Bare | None
"""A unit, or None where it is not known, which has then been reported already."""

_JOINED = {"+": " ditambah ", "-": " dikurangi "}
"""The signs whose sides have one unit."""


def check_units(
    tree: Pohon, declared: Satuan | None, *, percent: bool, variables: Mapping[str, Satuan | None]
) -> tuple[Masalah, ...]:
    """What is wrong with the units of a formula whose result is declared to be in `declared` (None: not known).

    `variables` gives the unit of every name by its `kunci`, None where it is not known. `percent` asks for a factor 100
    as well: the result is called `persen`, and no operand is.
    """
    checker = _Checker(variables)
    found = checker.unit(tree)
    if found is None or declared is None or checker.problems:
        return tuple(checker.problems)
    if not isinstance(found, _Bare) and found != declared:
        hint = "perbaiki formula, satuan indikator, atau satuan variabelnya"
        return (Masalah("IKI313", tree.tempat, _mismatch(found, declared), hint),)
    if percent and not _in_percent(tree, found):
        return (Masalah("IKI314", tree.tempat, "persentase tanpa faktor 100", "kalikan hasilnya dengan 100"),)
    return ()


def unit_of(part: Pohon, variables: Mapping[str, Satuan | None]) -> Satuan | None:
    """The unit of a part of a formula; None where it is not known, or the part is nothing but bare numbers."""
    found = _Checker(variables).unit(part)
    return None if isinstance(found, _Bare) else found


def _mismatch(found: Satuan, declared: Satuan) -> str:
    expected = f"satuan indikatornya {write_satuan(declared)}" if declared else "indikatornya berupa angka tanpa satuan"
    return f"formula menghasilkan {write_satuan(found)}, padahal {expected}"


def _in_percent(tree: Pohon, found: Satuan | _Bare) -> bool:
    """Whether the result seems to be written in percent: a factor 100, or nothing but numbers with a 100 among them."""
    if isinstance(found, _Bare):
        return any(isinstance(node, Angka) and node.nilai == 100 for node in walk(tree))
    return _has_factor_100(tree)


def _has_factor_100(tree: Pohon | Syarat, *, above: bool = True) -> bool:
    """Whether a part is multiplied by 100; below a division line (not `above`) dividing by 100 does that."""
    if isinstance(tree, Hitungan) and tree.op in "*/":
        sides = (tree.kiri, above), (tree.kanan, above == (tree.op == "*"))
        return any(_is_factor_100(part, above=side) for part, side in sides)
    parts = (tree.ya, tree.tidak) if isinstance(tree, Jika) else children(tree)
    return any(_has_factor_100(part, above=above) for part in parts)


def _is_factor_100(part: Pohon, *, above: bool) -> bool:
    return above and part.nilai == 100 if isinstance(part, Angka) else _has_factor_100(part, above=above)


class _Checker:
    def __init__(self, variables: Mapping[str, Satuan | None]) -> None:
        self.variables = variables
        self.problems: list[Masalah] = []

    def unit(self, tree: Pohon) -> _Dimensi:
        if isinstance(tree, Hitungan):  # the two commonest first, and without a `match`: there are many formulas
            joined = _JOINED.get(tree.op)
            return self._same((tree.kiri, tree.kanan), tree.tempat, joined) if joined else self._scaled(tree)
        if isinstance(tree, DAUN):
            return self.variables.get(tree.kunci)
        match tree:
            case Angka():
                return _BARE
            case Negatif(isi=inner) | Bulat(isi=inner):
                return self.unit(inner)
            case Jika(syarat=condition, ya=yes, tidak=no, tempat=place):
                self._same((condition.kiri, condition.kanan), condition.tempat, " dibandingkan dengan ")
                return self._same((yes, no), place, " atau ")
            case _:
                return self._same(tree.isi, tree.tempat, " bersama ")

    def _scaled(self, node: Hitungan) -> _Dimensi:
        left, right = self.unit(node.kiri), self.unit(node.kanan)
        if left is None or right is None:
            return None
        if isinstance(left, _Bare) and isinstance(right, _Bare):
            return _BARE
        return times(_as_factor(left), _as_factor(right), 1 if node.op == "*" else -1)

    def _same(self, parts: tuple[Pohon, ...], place: Tempat, joined: str) -> _Dimensi:
        """The one unit that all parts have; None when one is not known, or when they differ, which is reported."""
        units = [self.unit(part) for part in parts]
        if units.count(units[0]) == len(units):  # nearly always
            return units[0]
        different = list(dict.fromkeys(unit for unit in units if isinstance(unit, tuple)))
        if len(different) > 1:
            said = f"satuan tidak sama: {joined.join(write_satuan(unit) for unit in different)}"
            hint = "samakan satuannya; mungkin ada pembagian atau perkalian yang terlewat"
            self.problems.append(Masalah("IKI312", place, said, hint))
        if None in units or len(different) > 1:
            return None
        return different[0] if different else _BARE


def _as_factor(unit: Satuan | _Bare) -> Satuan:
    return TANPA_DIMENSI if isinstance(unit, _Bare) else unit
