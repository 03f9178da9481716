"""Which indicator of today is which of a revision, also where ids have changed."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import product
from typing import TypeVar

from ikicli.definisi.nouns import Jabatan, Kantor
from ikicli.telaah.dampak.nouns import Kunci, Letak
from ikicli.value import Value

_ALIKE = Fraction(3, 4)
_MOST_COMPARED = 10_000
"""Pairs that are compared letter by letter; beyond them only what is equal is known again."""

T = TypeVar("T")
Pairs = tuple[tuple[T | None, T | None], ...]


class Pasangan(Value):
    """The jabatan and indicators of two offices in pairs, the older first; None: there is none such."""

    jabatan: Pairs[Jabatan]
    indikator: Pairs[Letak]

    def ids(self) -> dict[Kunci, Kunci]:
        """What the indicators that are still there were called, and are called today."""
        return {old.kunci: new.kunci for old, new in self.indikator if old and new}


def paired(lama: Kantor, baru: Kantor) -> Pasangan:
    """The pairs in the new office's order, what is gone at its end."""
    jabatan = _pairs(lama.jabatan, baru.jabatan, _id, (_file, _duties), _words)
    today = {old.id: new.id for old, new in jabatan if old and new}
    indikator = _pairs(
        tuple(_places(lama)),
        tuple(_places(baru)),
        lambda place: (today.get(place.jabatan.id, place.jabatan.id), place.indikator.id),
        (_said, _measured),
        lambda place: f"{place.indikator.nama} {place.indikator.penjelasan}",
        _own_key,
    )
    return Pasangan(jabatan, indikator)


def _places(kantor: Kantor) -> Iterator[Letak]:
    for jabatan in kantor.jabatan:
        for sasaran in jabatan.isi.sasaran:
            yield from (Letak(jabatan, sasaran, indikator) for indikator in sasaran.indikator)


def _id(jabatan: Jabatan) -> Hashable:
    return jabatan.id


def _file(jabatan: Jabatan) -> Hashable:
    return jabatan.sumber.text


def _duties(jabatan: Jabatan) -> Hashable:
    return jabatan.nama, jabatan.isi.tugas


def _words(jabatan: Jabatan) -> str:
    return " ".join((jabatan.nama, *jabatan.isi.tugas))


def _own_key(place: Letak) -> Hashable:
    return place.kunci


def _said(place: Letak) -> Hashable:
    return place.indikator.nama, place.indikator.penjelasan


def _measured(place: Letak) -> Hashable:
    formula = place.indikator.formula
    return place.indikator.nama, formula.pohon if formula else None


def _pairs(
    lama: Sequence[T],
    baru: Sequence[T],
    key_of_old: Callable[[T], Hashable],
    signs: Iterable[Callable[[T], Hashable]],
    words: Callable[[T], str],
    key_of_new: Callable[[T], Hashable] | None = None,
) -> Pairs[T]:
    """The old and the new in pairs: by key, else by a sign that only one on each side bears, else by alike words."""
    by_key = {key_of_old(each): each for each in lama}
    partner: dict[int, T] = {}
    for new in baru:
        old = by_key.get((key_of_new or key_of_old)(new))
        if old is not None:
            partner[id(new)] = old
    for sign in (*signs, None):
        taken = {id(old) for old in partner.values()}
        left_old = [each for each in lama if id(each) not in taken]
        left_new = [each for each in baru if id(each) not in partner]
        matches = _alike(left_old, left_new, words) if sign is None else _by_sign(left_old, left_new, sign)
        partner |= {id(new): old for old, new in matches}
    taken = {id(old) for old in partner.values()}
    gone = tuple((old, None) for old in lama if id(old) not in taken)
    return (*((partner.get(id(new)), new) for new in baru), *gone)


def _by_sign(lama: Sequence[T], baru: Sequence[T], sign: Callable[[T], Hashable]) -> Iterator[tuple[T, T]]:
    counted = Counter(map(sign, lama))
    single: Mapping[Hashable, T] = {sign(old): old for old in lama if counted[sign(old)] == 1}
    wanted = Counter(map(sign, baru))
    return ((single[sign(new)], new) for new in baru if sign(new) in single and wanted[sign(new)] == 1)


def _alike(lama: Sequence[T], baru: Sequence[T], words: Callable[[T], str]) -> Iterator[tuple[T, T]]:
    """The best pairs first, each side taken once."""
    if len(lama) * len(baru) > _MOST_COMPARED:
        return
    scored = [
        (SequenceMatcher(None, words(old), words(new), autojunk=False).ratio(), -i, -j)
        for (i, old), (j, new) in product(enumerate(lama), enumerate(baru))
    ]
    used_old, used_new = set[int](), set[int]()
    for score, i, j in sorted(scored, reverse=True):
        if score < _ALIKE:
            return
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            yield lama[-i], baru[-j]
