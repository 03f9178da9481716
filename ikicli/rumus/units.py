"""The unit of a formula, found by working through its tree with units in place of numbers."""

from collections.abc import Mapping
from typing import TypeAlias

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
    walk,
)
from ikicli.rumus.satuan import TANPA_DIMENSI, Satuan, times, write_satuan

BARE = "angka"
"""The unit of a bare number: a factor in `*` and `/`, elsewhere whatever the other side is."""

Dimensi: TypeAlias = Satuan | str | None
"""A unit, BARE, or None where it is not known, which has then been reported already."""

_VERB = {"+": "ditambah", "-": "dikurangi"}


def check_units(
    tree: Pohon, declared: Satuan | None, *, percent: bool, variables: Mapping[str, Satuan | None]
) -> tuple[Masalah, ...]:
    """What is wrong with the units of a formula whose result is declared to be in `declared` (None: not known).

    `variables` gives the unit of every name by its `kunci`, None where it is not known. `percent` asks for a factor 100
    as well: the result is called `persen`, and no operand is.
    """
    checker = _Checker(variables)
    found = checker.unit(tree)
    problems = checker.problems
    whole = Tempat(0, tree.tempat.akhir)
    if found is None or declared is None or problems:
        return tuple(problems)
    if found not in (declared, BARE):
        said = f"formula menghasilkan {write_satuan(found)}, padahal satuan indikatornya {write_satuan(declared)}"
        if not declared:
            said = f"formula menghasilkan {write_satuan(found)}, padahal indikatornya berupa angka tanpa satuan"
        problems.append(Masalah("IKI313", whole, said, "perbaiki formula, satuan indikator, atau satuan variabelnya"))
    elif percent and not _has_factor_100(tree):
        problems.append(Masalah("IKI314", whole, "persentase tanpa faktor 100", "kalikan hasilnya dengan 100"))
    return tuple(problems)


def _has_factor_100(tree: Pohon) -> bool:
    return any(
        isinstance(node, Hitungan)
        and node.op in "*/"
        and any(isinstance(part, Angka) and part.nilai == 100 for part in (node.kiri, node.kanan))
        for node in walk(tree)
    )


class _Checker:
    def __init__(self, variables: Mapping[str, Satuan | None]) -> None:
        self.variables = variables
        self.problems: list[Masalah] = []

    def unit(self, tree: Pohon) -> Dimensi:
        match tree:
            case Angka():
                return BARE
            case Nama() | Rujukan() | Lalu():
                return self.variables.get(tree.kunci)
            case Negatif(isi=inner) | Bulat(isi=inner):
                return self.unit(inner)
            case Hitungan(op="*" | "/"):
                return self._scaled(tree)
            case Hitungan(op=op, kiri=left, kanan=right, tempat=place):
                return self._same((left, right), place, f" {_VERB[op]} ")
            case Jika(syarat=condition, ya=yes, tidak=no, tempat=place):
                self._condition(condition)
                return self._same((yes, no), place, " atau ")
            case Fungsi(isi=arguments, tempat=place):
                return self._same(arguments, place, " bersama ")

    def _condition(self, condition: Syarat) -> None:
        self._same((condition.kiri, condition.kanan), condition.tempat, " dibandingkan dengan ")

    def _scaled(self, node: Hitungan) -> Dimensi:
        left, right = self.unit(node.kiri), self.unit(node.kanan)
        if left is None or right is None:
            return None
        if left == BARE and right == BARE:
            return BARE
        sign = 1 if node.op == "*" else -1
        return times(_as_unit(left), _as_unit(right), sign)

    def _same(self, parts: tuple[Pohon, ...], place: Tempat, joined: str) -> Dimensi:
        """The one unit that all parts have; None when they differ, which is reported."""
        units = [self.unit(part) for part in parts]
        if None in units:
            return None
        different = list(dict.fromkeys(_as_unit(unit) for unit in units if unit is not None and unit != BARE))
        if len(different) > 1:
            said = joined.join(write_satuan(unit) for unit in different)
            self.problems.append(
                Masalah(
                    "IKI312",
                    place,
                    f"satuan tidak sama: {said}",
                    "samakan satuannya; mungkin ada pembagian atau perkalian yang terlewat",
                )
            )
            return None
        return different[0] if different else BARE


def _as_unit(unit: Dimensi) -> Satuan:
    return unit if isinstance(unit, tuple) else TANPA_DIMENSI
