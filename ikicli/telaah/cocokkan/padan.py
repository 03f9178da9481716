"""Two lists of items paired off: the equal ones first, then those that are alike; and which pairs keep the order."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from fractions import Fraction
from functools import lru_cache

from ikicli.telaah.cocokkan.bunyi import Butir

ALIKE = Fraction(55, 100)
"""From this likeness on two items of one list are the same, written differently."""

ELSEWHERE = Fraction(80, 100)
"""From this likeness on an item that one list lacks is the one that is too many in another."""

_LONGEST, _FEW, _RELATED = 2000, 3, Fraction(1, 3)
_MOST, _KEPT = 30_000, 1 << 13


class Pasangan:
    """Which item on the left is which on the right, by position; every one at most once."""

    def __init__(self, kiri: Sequence[Butir], kanan: Sequence[Butir]) -> None:
        self.kiri, self.kanan = kiri, kanan
        self.pairs: dict[int, int] = {}
        self.taken: set[int] = set()

    def left(self) -> list[int]:
        """The positions on the left that are nobody's yet."""
        return [at for at in range(len(self.kiri)) if at not in self.pairs]

    def right(self) -> list[int]:
        """The positions on the right that are nobody's yet."""
        return [at for at in range(len(self.kanan)) if at not in self.taken]

    def join(self, one: int, other: int) -> None:
        """Make two items a pair, unless one of them is in a pair already."""
        if one not in self.pairs and other not in self.taken:
            self.pairs[one] = other
            self.taken.add(other)

    def equal(self, key: Callable[[Butir], Hashable]) -> None:
        """Pair off the items of equal keys in the order in which they stand."""
        places: dict[Hashable, deque[int]] = defaultdict(deque)
        for other in self.right():
            places[key(self.kanan[other])].append(other)
        for one in self.left():
            waiting = places[key(self.kiri[one])]
            if waiting:
                self.join(one, waiting.popleft())

    def of_one_name(self) -> None:
        """Pair off the items of one name, those first that are most alike in what belongs to them."""
        named = defaultdict(list)
        for other in self.right():
            named[self.kanan[other].teks].append(other)
        pairs = ((one, other) for one in self.left() if self.kiri[one].teks for other in named[self.kiri[one].teks])
        self._nearest((self._share(one, other, Fraction(0)), one, other) for one, other in pairs)

    def alike(self, least: Fraction) -> None:
        """Pair off the items that are most alike, from a likeness on; of too many only the equal ones are pairs."""
        left, right = self.left(), self.right()
        if len(left) * len(right) > _MOST:
            return
        shares = ((self._share(one, other, least), one, other) for one in left for other in right)
        self._nearest(near for near in shares if near[0] >= least)

    def _share(self, one: int, other: int, least: Fraction) -> Fraction:
        """The likeness of two items with all that belongs to them, or at least of their own wordings."""
        a, b = self.kiri[one], self.kanan[other]
        share = likeness(whole_text(a), whole_text(b), least)
        return share if share >= least or not a.anak else likeness(a.teks, b.teks, least)

    def _nearest(self, near: Iterable[tuple[Fraction, int, int]]) -> None:
        for _, _, one, other in sorted((-share, abs(one - other), one, other) for share, one, other in near):
            self.join(one, other)


def paired(kiri: Sequence[Butir], kanan: Sequence[Butir]) -> Mapping[int, int]:
    """The pairs of two lists of one kind: equal through and through, of one name, alike."""
    pasangan = Pasangan(kiri, kanan)
    if kiri and kanan and kiri[0].hal.is_single:
        pasangan.join(0, 0)
        return pasangan.pairs
    pasangan.equal(whole_text)
    pasangan.of_one_name()
    pasangan.alike(ALIKE)
    return pasangan.pairs


def found_elsewhere(kiri: Sequence[Butir], kanan: Sequence[Butir]) -> Mapping[int, int]:
    """The pairs of what is lacking and what is too many, out of several lists of one kind."""
    pasangan = Pasangan(kiri, kanan)
    pasangan.equal(whole_text)
    pasangan.alike(ELSEWHERE)
    return pasangan.pairs


def whole_text(butir: Butir) -> str:
    """The wording of an item and of all that belongs to it."""
    return " ".join(each.teks for each in butir.walk())


def likeness(one: str, other: str, least: Fraction) -> Fraction:
    """The share of common words, or of common letters in their order where that is larger; from 0 to 1.

    Letters are compared where it may bring texts that are not long, nor quite different, to `least`.
    """
    words = _share(_words(one), _words(other))
    length = len(one) + len(other)
    if words >= least or length > _LONGEST or (words < _RELATED and min(one.count(" "), other.count(" ")) > _FEW):
        return words
    if _share(_letters(one), _letters(other)) < least:
        return words
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    return max(words, Fraction(2 * common, max(length, 1)))


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> Counter[str]:
    return Counter(text.split())


@lru_cache(maxsize=_KEPT)
def _letters(text: str) -> Counter[str]:
    return Counter(text)


def _share(one: Counter[str], other: Counter[str]) -> Fraction:
    whole = one.total() + other.total()
    return Fraction(2 * (one & other).total(), whole) if whole else Fraction(0)


def out_of_order(pairs: Mapping[int, int]) -> frozenset[int]:
    """The fewest positions on the left without which the others keep their order on the right."""
    ends: list[int] = []
    chains: list[tuple[int, ...]] = []
    for one in sorted(pairs):
        at = bisect_left(ends, pairs[one])
        ends[at : at + 1] = [pairs[one]]
        chains[at : at + 1] = [(*(chains[at - 1] if at else ()), one)]
    return frozenset(pairs) - frozenset(chains[-1] if chains else ())
