"""What a change of definitions does to the results: numbers that differ, and the changes that they come of."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from ikicli.capaian import Hasil, HasilIndikator, Keadaan
from ikicli.capaian.sebutan import KEADAAN
from ikicli.definisi.nouns import Aturan, Kantor
from ikicli.rumus import Nama, Rujukan, decimal_text, exact_text
from ikicli.telaah.dampak.nouns import TAK_BERAKIBAT, Akibat, Jenis, Kunci, Perubahan, Selisih, of_variabel
from ikicli.telaah.dampak.pasangan import Pasangan
from ikicli.value import Value

_Pair = tuple[HasilIndikator | None, HasilIndikator | None]


def effects(lama: Hasil, baru: Hasil, pasangan: Pasangan, definisi: Sequence[Perubahan]) -> Akibat:
    """The results of a revision and of today, held together."""
    pairs = tuple(_paired(lama, baru, pasangan))
    causes = _Causes(baru.kantor, definisi)
    angka = tuple(each for pair in pairs for each in _numbers(pair, lama.aturan, baru.aturan, causes))
    means = tuple(_means(lama, baru, pasangan, pairs, causes))
    predikat = tuple(each for pair in pairs for each in _verdict(pair, causes))
    return Akibat(
        angka=angka,
        predikat=(*predikat, *(each for each in means if each.hal == "predikat")),
        rata_rata=tuple(each for each in means if each.hal == "capaian"),
        dapat=tuple(_name(new) for old, new in pairs if new and _has(new) and not (old and _has(old))),
        hilang=tuple(_name(new or old) for old, new in pairs if old and _has(old) and not (new and _has(new))),
    )


def _paired(lama: Hasil, baru: Hasil, pasangan: Pasangan) -> Iterator[_Pair]:
    before = {(one.jabatan, one.indikator.id): one for one in lama.indikator()}
    after = {(one.jabatan, one.indikator.id): one for one in baru.indikator()}
    for old, new in pasangan.indikator:
        yield before[old.kunci] if old else None, after[new.kunci] if new else None


def _has(one: HasilIndikator) -> bool:
    return one.capaian is not None


def _name(one: HasilIndikator | None) -> str:
    assert one is not None
    return f"{one.jabatan}.{one.indikator.id}"


def _numbers(pair: _Pair, lama: Aturan, baru: Aturan, causes: "_Causes") -> Iterator[Selisih]:
    """The numbers of one indicator that are not what they were, and its state."""
    old, new = pair
    one = new or old
    assert one is not None
    shown = [("target", _agreed(old), _agreed(new))]
    for hal in ("realisasi", "capaian", "capaian_tahun"):
        was, now = (getattr(each, hal) if each else None for each in pair)
        shown.append((hal, *_told_apart(was, now, lama.digit, baru.digit)))
    if old and new:
        shown.append(("keadaan", KEADAAN[old.keadaan], KEADAAN[new.keadaan]))
    if shown[3] == ("capaian_tahun", *shown[2][1:]):  # the year's own, within the year; else it says it again
        del shown[3]
    for hal, before, after in shown:
        if before != after:
            yield Selisih(one.jabatan, one.indikator.id, hal, before, after, causes.of(pair, hal))


def _agreed(one: HasilIndikator | None) -> str | None:
    return one.target.teks if one and one.target else None


def _told_apart(was: Fraction | None, now: Fraction | None, old: int, new: int) -> tuple[str | None, str | None]:
    """Two numbers as they are shown; exactly where they differ only beyond that."""
    before, after = (None if x is None else decimal_text(x, digit) for x, digit in ((was, old), (now, new)))
    if was is not None and now is not None and was != now and before == after:
        return exact_text(was), exact_text(now)
    return before, after


def _verdict(pair: _Pair, causes: "_Causes") -> Iterator[Selisih]:
    old, new = pair
    was, now = (each.predikat if each else None for each in pair)
    one = new or old
    if was != now and one:
        yield Selisih(one.jabatan, one.indikator.id, "predikat", was, now, causes.of(pair, "capaian"))


class _Mean(Value):
    """A mean and its predikat."""

    capaian: Fraction | None
    predikat: str | None


def _means(
    lama: Hasil, baru: Hasil, pasangan: Pasangan, pairs: Iterable[_Pair], causes: "_Causes"
) -> Iterator[Selisih]:
    """The means of jabatan and of the office that are not what they were, and their predikat."""
    before = {each.jabatan.id: _Mean(each.capaian, each.predikat) for each in lama.jabatan}
    after = {each.jabatan.id: _Mean(each.capaian, each.predikat) for each in baru.jabatan}
    moved: dict[str | None, list[str]] = {}
    for old, new in pairs:
        if (old.capaian if old else None) != (new.capaian if new else None):
            for id in dict.fromkeys((*((new.jabatan,) if new else ()), *((old.jabatan,) if old else ()))):
                moved.setdefault(id, []).append(_name(new or old))
    rounding = lama.aturan.digit, baru.aturan.digit
    for old_one, new_one in pasangan.jabatan:
        there = new_one or old_one
        assert there is not None
        was, now = before.get(old_one.id) if old_one else None, after.get(new_one.id) if new_one else None
        names = dict.fromkeys(moved.get(there.id, []) + (moved.get(old_one.id, []) if old_one else []))
        why = (*_capaian_of(names), *causes.weights(there.id), *causes.rules())
        yield from _mean(there.id, was, now, rounding, why)
    was, now = _Mean(lama.capaian, lama.predikat), _Mean(baru.capaian, baru.predikat)
    named = [id for id, mean in after.items() if mean != before.get(id)]
    moved_means = (f"rata-rata {', '.join(named)}",) if named else ()
    yield from _mean(None, was, now, rounding, (*moved_means, *causes.rules()))


def _capaian_of(names: Iterable[str]) -> Iterator[str]:
    listed = list(names)
    if listed:
        yield f"capaian {', '.join(listed)}"


def _mean(
    jabatan: str | None, was: _Mean | None, now: _Mean | None, rounding: tuple[int, int], why: tuple[str, ...]
) -> Iterator[Selisih]:
    before, after = _told_apart(was.capaian if was else None, now.capaian if now else None, *rounding)
    if before != after:
        yield Selisih(jabatan, None, "capaian", before, after, why)
    named = was.predikat if was else None, now.predikat if now else None
    if named[0] != named[1]:
        yield Selisih(jabatan, None, "predikat", *named, why)


_REACHES = {
    "target": {Jenis.TARGET},
    "realisasi": {Jenis.FORMULA, Jenis.VARIABEL, Jenis.SATUAN, Jenis.BERGANTI_ID, Jenis.PINDAH},
}
"""Which changes a number may come of; the others may come of any."""


class _Causes:
    """Which changes of the definitions reach a number."""

    def __init__(self, kantor: Kantor, definisi: Sequence[Perubahan]) -> None:
        self.indikator = {(j.id, i.id): i for j in kantor.jabatan for i in j.indikator()}
        self.own: dict[Kunci, list[Perubahan]] = {}
        self.shared: dict[str, Perubahan] = {}
        self.weighed: list[Perubahan] = []
        self.general: list[Perubahan] = []
        for each in definisi:
            if each.jenis in TAK_BERAKIBAT:
                continue
            if each.jabatan is not None and each.indikator is not None:
                (self.weighed if each.jenis is Jenis.BOBOT else self.own.setdefault(_key(each), [])).append(each)
            elif each.jenis is Jenis.VARIABEL:
                self.shared[each.hal] = each
            elif each.jenis is Jenis.ATURAN:
                self.general.append(each)

    def of(self, pair: _Pair, hal: str) -> tuple[str, ...]:
        """Why a number of an indicator is not what it was."""
        old, new = pair
        if new is None or old is None:
            return ("indikator baru",) if new else ("indikator dihapus",)
        key = new.jabatan, new.indikator.id
        wanted = _REACHES.get(hal)
        said = [_sentence(each) for each in self.own.get(key, ()) if wanted is None or each.jenis in wanted]
        if hal != "target":
            said += self._through(key, {key})
            if new.keadaan is Keadaan.BELUM_ADA_DATA and old.realisasi is not None:
                said.append(f"realisasi masih memakai nama lama `{_name(old)}`" if _name(old) != _name(new) else "")
        if hal not in _REACHES:
            said += self.rules()
        return tuple(dict.fromkeys(filter(None, said)))

    def _through(self, key: Kunci, seen: set[Kunci]) -> Iterator[str]:
        """The changes of shared variables and of other indicators that a formula takes in."""
        formula = self.indikator[key].formula
        for leaf in formula.daun if formula else ():
            if isinstance(leaf, Rujukan):
                there = leaf.jabatan, leaf.indikator
                if there in seen or there not in self.indikator:
                    continue
                for each in self.own.get(there, ()):
                    if each.jenis in _REACHES["realisasi"]:
                        yield f"`{leaf.kunci}`: {_sentence(each)}"
                yield from self._through(there, seen | {there})
            elif isinstance(leaf, Nama) and of_variabel(leaf.nama) in self.shared:
                yield _sentence(self.shared[of_variabel(leaf.nama)])

    def rules(self) -> list[str]:
        """The changes of rule sets, which reach every capaian."""
        return [_sentence(each) for each in self.general]

    def weights(self, jabatan: str) -> Iterator[str]:
        """The changes of weights in a jabatan."""
        return (f"{each.indikator}: {_sentence(each)}" for each in self.weighed if each.jabatan == jabatan)


def _key(each: Perubahan) -> Kunci:
    assert each.jabatan is not None
    assert each.indikator is not None
    return each.jabatan, each.indikator


_SHORT = 40


def _sentence(each: Perubahan) -> str:
    """A change in a few words."""
    if each.jenis is Jenis.BERGANTI_ID:
        return f"id berganti dari `{each.sebelum}`"
    if each.jenis is Jenis.PINDAH:
        return f"pindah dari `{each.sebelum}`"
    if each.sebelum is None or each.sesudah is None:
        return f"{each.hal} {'ditambah' if each.sebelum is None else 'dihapus'}"
    if max(len(each.sebelum), len(each.sesudah)) > _SHORT:
        return f"{each.hal} berubah"
    return f"{each.hal} dari {each.sebelum} menjadi {each.sesudah}"
