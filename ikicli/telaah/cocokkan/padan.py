"""Two lists of items paired off: the equal ones first, then those that are alike; and which pairs keep the order."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from difflib import SequenceMatcher
from fractions import Fraction

from ikicli.telaah.cocokkan.bunyi import Butir

ALIKE = Fraction(55, 100)
"""From this likeness on two items of one list are the same, written differently."""

ELSEWHERE = Fraction(80, 100)
"""From this likeness on an item that one list lacks is the one that is too many in another."""

_LONGEST = 2000


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

    def alike(self, least: Fraction, *, same_name: bool = False) -> None:
        """Pair off the items that are most alike, from a likeness on; or those of one name, however alike."""
        near = []
        for one in self.left():
            for other in self.right():
                a, b = self.kiri[one], self.kanan[other]
                if same_name and not (a.teks and a.teks == b.teks):
                    continue
                share = likeness(whole_text(a), whole_text(b))
                if not same_name and a.anak and share < least:
                    share = likeness(a.teks, b.teks)
                if same_name or share >= least:
                    near.append((-share, abs(one - other), one, other))
        for _, _, one, other in sorted(near):
            self.join(one, other)


def paired(kiri: Sequence[Butir], kanan: Sequence[Butir]) -> Mapping[int, int]:
    """The pairs of two lists of one kind: equal through and through, of one name, alike."""
    pasangan = Pasangan(kiri, kanan)
    if kiri and kanan and kiri[0].hal.is_single:
        pasangan.join(0, 0)
        return pasangan.pairs
    pasangan.equal(whole_text)
    pasangan.alike(ALIKE, same_name=True)
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


def likeness(one: str, other: str) -> Fraction:
    """The share of common letters in their order, from 0 to 1; of long or quite different texts of words."""
    words = _share(Counter(one.split()), Counter(other.split()))
    if len(one) + len(other) > _LONGEST or _share(Counter(one), Counter(other)) < ALIKE:
        return words
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    return max(words, Fraction(2 * common, max(len(one) + len(other), 1)))


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
