"""The decree and the definitions side by side: a verdict for every item of either."""

from collections.abc import Iterator, Mapping, Sequence

from ikicli.telaah.cocokkan.bunyi import Butir, Hal, kinds
from ikicli.telaah.cocokkan.padan import found_elsewhere, out_of_order, paired
from ikicli.telaah.cocokkan.temuan import Putusan, Temuan
from ikicli.telaah.selisih import hidden
from ikicli.value import Value

_MOVABLE = (Hal.SASARAN, Hal.INDIKATOR, Hal.TUGAS, Hal.FUNGSI, Hal.BUTIR)
"""What can stand under another heading; the larger ones first, since they take what is theirs along."""


def findings(keputusan: Sequence[Butir], definisi: Sequence[Butir]) -> tuple[Temuan, ...]:
    """What became of the items of a decree, and what only the definitions have, in the decree's order."""
    rows = tuple(_aligned(keputusan, definisi))
    return tuple(_Pindah(rows).findings(rows))


class _Baris(Value):
    """An item of either side beside its partner (None: it has none), and those below.

    `tergeser` says where it stands on the other side, where it is out of order (else None).
    """

    nomor: int | None
    kiri: Butir | None
    kanan: Butir | None
    tergeser: str | None
    anak: tuple["_Baris", ...]


def _aligned(kiri: Sequence[Butir], kanan: Sequence[Butir]) -> Iterator[_Baris]:
    """Two lists of items side by side, kind by kind, then down through what belongs to each."""
    for hal in kinds(kiri, kanan):
        left, right = ([each for each in side if each.hal is hal] for side in (kiri, kanan))
        pairs = paired(left, right)
        moved = out_of_order(pairs)
        for at, one in enumerate(left):
            place = pairs.get(at)
            other = None if place is None else right[place]
            below = tuple(_aligned(one.anak, other.anak if other else ()))
            yield _Baris(_number(hal, at), one, other, _place(hal, pairs, at) if at in moved else None, below)
        for at, other in enumerate(right):
            if at not in pairs.values():
                yield _Baris(_number(hal, at), None, other, None, tuple(_aligned((), other.anak)))


def _place(hal: Hal, pairs: Mapping[int, int], at: int) -> str:
    """Where the item at a place on the left stands on the right."""
    place = pairs[at]
    if pairs.get(place) == at:
        return f"tertukar dengan {hal.value} {place + 1}"
    return f"urutan ke-{at + 1} di keputusan, ke-{place + 1} di definisi"


def _number(hal: Hal, at: int) -> int | None:
    return None if hal.is_single else at + 1


class _Pindah:
    """What one heading lacks and another has too many of."""

    def __init__(self, rows: Sequence[_Baris]) -> None:
        self.target: dict[int, tuple[Butir, str]] = {}
        self.settled: set[int] = set()
        alone = list(_alone(rows, ()))
        for hal in _MOVABLE:
            left = [each for each, _, is_left in alone if is_left and each.hal is hal and id(each) not in self.settled]
            right = [
                (each, place)
                for each, place, is_left in alone
                if not is_left and each.hal is hal and id(each) not in self.settled
            ]
            for one, other in found_elsewhere(left, [each for each, _ in right]).items():
                self.target[id(left[one])] = right[other]
                self.settled.update(id(each) for side in (left[one], right[other][0]) for each in side.walk())

    def findings(self, rows: Sequence[_Baris]) -> Iterator[Temuan]:
        """The findings of rows side by side; what has come from elsewhere is told there."""
        for row in rows:
            if row.kiri is not None:
                yield self._finding(row, row.kiri)
            elif row.kanan is not None and id(row.kanan) not in self.settled:
                yield Temuan(row.nomor, Putusan.LEBIH, None, row.kanan, (), tuple(self.findings(row.anak)))

    def _finding(self, row: _Baris, kiri: Butir) -> Temuan:
        if row.kanan is not None:
            putusan, said = _verdict(row, kiri, row.kanan)
            return Temuan(row.nomor, putusan, kiri, row.kanan, said, tuple(self.findings(row.anak)))
        if id(kiri) not in self.target:
            return Temuan(row.nomor, Putusan.HILANG, kiri, None, (), tuple(self.findings(row.anak)))
        kanan, place = self.target[id(kiri)]
        below = tuple(self.findings(tuple(_aligned(kiri.anak, kanan.anak))))
        return Temuan(row.nomor, Putusan.PINDAH, kiri, kanan, (f"di definisi ada pada {place}",), below)


def _alone(rows: Sequence[_Baris], above: tuple[str, ...]) -> Iterator[tuple[Butir, str, bool]]:
    """The items without a partner, under which headings they stand, and whether they are the decree's."""
    for row in rows:
        own = row.kanan or row.kiri
        assert own is not None
        if row.kiri is None or row.kanan is None:
            yield own, ", ".join(above), row.kanan is None
        yield from _alone(row.anak, (*above, _heading(own)))


def _heading(butir: Butir) -> str:
    return butir.id or (butir.hal.value if butir.hal is Hal.KEPALA else f"{butir.hal.value} `{butir.teks}`")


def _verdict(row: _Baris, kiri: Butir, kanan: Butir) -> tuple[Putusan, tuple[str, ...]]:
    """The verdict of two partners, and what is to be said about it."""
    said = [row.tergeser] if row.tergeser else []
    if kiri.teks == kanan.teks:
        return Putusan.URUTAN if said else Putusan.SAMA, tuple(said)
    looks = hidden(kiri.teks, kanan.teks, ("keputusan", "definisi"))
    return Putusan.BEDA, (*said, *([looks] if looks else ()))
