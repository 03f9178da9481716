"""The rows that sum up a table: averages, totals. Each is held against every sum that an honest table may print."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ikicli.capaian.tulisan import angka_utuh
from ikicli.rumus import total
from ikicli.telaah.audit.butir import Butir, is_child, points, printed_sum, stem, summing_rows
from ikicli.telaah.audit.nouns import Putusan, Temuan
from ikicli.telaah.audit.sebab import slip_of
from ikicli.telaah.audit.selang import Bilangan, Selang, allowed, cuts_to, rounds_to
from ikicli.telaah.audit.soal import angka_dua
from ikicli.value import Value

_SUM_WORDS = re.compile(
    r"\b(?:rata ?-? ?rata|rerata|jumlah|total|nko|nilai akhir|nilai capaian|capaian akhir)\b", re.IGNORECASE
)
_OF_MEAN = re.compile(r"\b(?:rata ?-? ?rata|rerata)\b", re.IGNORECASE)
_MOST_RUNS = 60


class Ringkas(Value):
    """A way to sum up rows: its name, its value, all it can be for the printed figures, whether it needs a word."""

    nama: str
    nilai: Fraction
    citra: Selang
    lazim: bool = True


class Jumlahan(Value):
    """A row that sums up: its label, its printed capaian and nilai (None: not printed)."""

    label: str
    capaian: Bilangan | None
    nilai: Bilangan | None


def sums_up(label: str) -> bool:
    """Whether a row with such a label may sum up others."""
    return _SUM_WORDS.search(label) is not None


def judge_sum(row: Jumlahan, block: Sequence[Butir], above: Sequence[Butir], means: Sequence[Butir]) -> Temuan:
    """The verdict on a row that sums up those since the last such row (`block`) or all `above` it.

    `means` are the rows of that kind above it, as if they were rows of their own.
    """
    printed = row.capaian or row.nilai
    if printed is None:
        return Temuan(Putusan.TIDAK_DIHITUNG, None, "tidak ada angka yang dapat diperiksa")
    of_points = row.capaian is None
    scopes = [items for items in (block, above) if items]
    ways = [way for items in scopes for way in _ways(row, items, of_points=of_points)]
    ways += _means_of_means(row, means)
    if not ways:
        return Temuan(Putusan.TIDAK_DIHITUNG, None, "tidak ada baris berangka yang dapat dijumlahkan")
    for way in ways:
        if way.lazim and rounds_to(way.nilai, printed):
            return Temuan(Putusan.COCOK, way.nilai, "")
    for way in ways:
        if rounds_to(way.nilai, printed):
            return Temuan(Putusan.PEMBULATAN, way.nilai, f"dihitung sebagai {way.nama}")
    for way in ways:
        if cuts_to(way.nilai, printed):
            return Temuan(Putusan.PEMBULATAN, way.nilai, f"{way.nama}, dipotong dan tidak dibulatkan")
    for way in ways:
        if way.citra.meets(allowed(printed)):
            return Temuan(Putusan.PEMBULATAN, way.nilai, f"{way.nama} dari angka yang belum dibulatkan")
    right = next((way for way in ways if way.lazim), ways[0])
    for items in scopes:
        for cause in _causes(printed, items, means, of_points=of_points):
            return _told(right, printed, cause)
    slips = ((way, slip_of(way.nilai, printed)) for way in ways if way.lazim)
    way, slip = next(((way, slip) for way, slip in slips if slip), (right, None))
    return _told(way, printed, slip or "tidak ada rata-rata atau jumlah yang menjelaskan angka ini")


def _told(right: Ringkas, printed: Bilangan, cause: str) -> Temuan:
    said = f"{cause}; {right.nama} = {angka_dua(right.nilai)}, bukan {angka_utuh(printed.nilai)}"
    return Temuan(Putusan.BEDA, right.nilai, said)


def _ways(row: Jumlahan, items: Sequence[Butir], *, of_points: bool) -> Iterator[Ringkas]:
    """The sums of some rows, the likeliest first; where rows sum up rows below them, either of them counts."""
    inner = summing_rows(items)
    sets = [items]
    if inner:
        parents = [items[place].no for place in inner]
        leaves = [each for place, each in enumerate(items) if place not in inner]
        top = [each for each in items if not any(is_child(each.no, parent) for parent in parents)]
        sets = [leaves, top]
    mean = _OF_MEAN.search(row.label) is not None
    for chosen in sets:
        ways = [*_points(chosen), *_weighted(chosen)]
        if not of_points or mean:
            plain = [*_mean(chosen, lazim=not ways), *_sum(chosen, lazim=not mean and not ways)]
            ways = ways + plain if not of_points else plain + ways
        yield from ways


def _points(items: Sequence[Butir]) -> Iterator[Ringkas]:
    scored = [each.nilai for each in items if each.nilai is not None]
    if scored:
        yield Ringkas("jumlah nilai", total([each.nilai for each in scored]), points(items))


def _weighted(items: Sequence[Butir]) -> Iterator[Ringkas]:
    present = [each for each in items if each.ada]
    weight = _weight(present)
    if weight:
        image = printed_sum(present, weighted=True).times(1 / weight)
        for figure in (_recomputed, _printed):
            value = total([figure(each) * (each.bobot or 0) for each in present]) / weight
            yield Ringkas("rata-rata berbobot", value, image)


def _mean(items: Sequence[Butir], *, lazim: bool) -> Iterator[Ringkas]:
    present = [each for each in items if each.ada]
    if present:
        share = Fraction(1, len(present))
        for figure in (_recomputed, _printed):
            value = total([figure(each) for each in present]) * share
            yield Ringkas("rata-rata biasa", value, printed_sum(present).times(share), lazim)


def _sum(items: Sequence[Butir], *, lazim: bool) -> Iterator[Ringkas]:
    present = [each for each in items if each.ada]
    if present:
        yield Ringkas("jumlah capaian", total([_printed(each) for each in present]), printed_sum(present), lazim)


def _means_of_means(row: Jumlahan, means: Sequence[Butir]) -> list[Ringkas]:
    if len(means) < 2 or row.capaian is None:
        return []
    return [way._replace(nama="rata-rata dari rata-rata kelompok", lazim=False) for way in _mean(means, lazim=False)]


def _weight(items: Sequence[Butir]) -> Fraction:
    """The sum of the weights, 0 unless all have one."""
    weights = [each.bobot for each in items]
    return total([each for each in weights if each is not None]) if weights and None not in weights else Fraction(0)


def _printed(item: Butir) -> Fraction:
    assert item.terbit is not None
    return item.terbit.nilai


def _recomputed(item: Butir) -> Fraction:
    return _printed(item) if item.hitung is None else item.hitung


def _causes(printed: Bilangan, items: Sequence[Butir], means: Sequence[Butir], *, of_points: bool) -> Iterator[str]:
    present = [each for each in items if each.ada]
    target = allowed(printed)
    if present and len(present) < len(items) and not of_points:
        share = Fraction(1, len(items))
        weights = _weight(items)
        weighted = weights and printed_sum(present, weighted=True).times(1 / weights).meets(target)
        if weighted or printed_sum(present).times(share).meets(target):
            yield f"{len(items) - len(present)} baris kosong dihitung nol"
    weight = _weight(present)
    if weight and weight != 100 and printed_sum(present, weighted=True).times(Fraction(1, 100)).meets(target):
        yield f"bobot berjumlah {angka_utuh(weight)}, bukan 100"
    yield from _counted_twice(printed, items, means)


def _counted_twice(printed: Bilangan, items: Sequence[Butir], means: Sequence[Butir]) -> Iterator[str]:
    """A group of rows, or the row that sums it up, whose figures went in once too often."""
    target = allowed(printed)
    present = [each for each in items if each.ada]
    inside = [each for each in means if each.ada]
    if inside and _mean_of([*present, *inside]).meets(target):
        yield "rata-rata kelompok ikut dihitung bersama barisnya, jadi kelompok itu dihitung dua kali"
    inner = [items[place] for place in sorted(summing_rows(items))]
    for each in inner:
        if points(items).meets(target) or (present and _mean_of(present).meets(target)):
            yield f"kelompok {each.no} dihitung dua kali: barisnya sendiri dan rinciannya"
    if inner:
        return
    for name, group in _numbered(items):
        figures = [each for each in group if each.ada]
        if figures and _mean_of(present + figures).meets(target):
            yield f"kelompok {name} dihitung dua kali"
    if all(each.nilai is not None for each in items):
        yield from _points_twice(printed, items)


def _points_twice(printed: Bilangan, items: Sequence[Butir]) -> Iterator[str]:
    """The groups whose points, once more, give the printed sum, the nearest first; numbered groups before others."""

    def distance(group: tuple[str, list[Butir]]) -> Fraction:
        return abs(_scored(items) + _scored(group[1]) - printed.nilai)

    met = [each for each in _numbered(items) if (points(items) + points(each[1])).meets(allowed(printed))]
    exact = [each for each in _runs(items) if distance(each) <= printed.langkah]
    for groups in (met, exact):
        nearest = min(groups, key=distance, default=None)
        if nearest is not None:
            yield f"kelompok {nearest[0]} dihitung dua kali"
            return


def _scored(items: Sequence[Butir]) -> Fraction:
    return total([each.nilai.nilai for each in items if each.nilai is not None])


def _mean_of(items: Sequence[Butir]) -> Selang:
    return printed_sum(items).times(Fraction(1, len(items)))


def _numbered(items: Sequence[Butir]) -> Iterator[tuple[str, list[Butir]]]:
    """Groups of rows whose numbers begin alike: 6d1 and 6d2 are of 6d."""
    groups: dict[str, list[Butir]] = {}
    for each in items:
        if stem(each.no):
            groups.setdefault(stem(each.no), []).append(each)
    yield from ((name, group) for name, group in groups.items() if len(group) > 1)


def _runs(items: Sequence[Butir]) -> Iterator[tuple[str, list[Butir]]]:
    """Rows that follow each other, short groups first."""
    most = len(items) if len(items) <= _MOST_RUNS else 0
    for length in range(1, most):
        for first in range(len(items) - length + 1):
            last = first + length - 1
            said = f"baris ke-{first + 1}" + (f" s.d. ke-{last + 1}" if last > first else "")
            yield said, list(items[first : last + 1])
