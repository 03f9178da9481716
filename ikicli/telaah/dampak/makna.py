"""What changed in the definitions, by meaning: of each thing its facets, held beside those it had."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest
from types import MappingProxyType

from ikicli.capaian import tulisan
from ikicli.definisi.nouns import (
    Aturan,
    Formula,
    Jabatan,
    Kantor,
    Perjanjian,
    Rentang,
    Target,
    TargetJabatan,
    Unit,
    Variabel,
)
from ikicli.rumus import exact_text, parse
from ikicli.rumus.write import PLAIN, write
from ikicli.telaah.dampak.nouns import Jenis, Kunci, Letak, Perubahan, of_variabel
from ikicli.telaah.dampak.pasangan import Pairs, Pasangan
from ikicli.value import Value


class Segi(Value):
    """A facet of a thing: what it is called, what it means (equal meanings are no change), and how it is written."""

    jenis: Jenis
    hal: str
    makna: Hashable
    teks: str


def changes(lama: Kantor, baru: Kantor, pasangan: Pasangan) -> Iterator[Perubahan]:
    """Every change, in the office's order: of jabatan, of indicators, of agreements, of rule sets, of the office."""
    yield from _of_jabatan(pasangan.jabatan)
    yield from _of_indicators(pasangan)
    ids = pasangan.ids()
    yield from _of_agreements(lama.perjanjian, baru.perjanjian, ids)
    yield from _of_renstra(lama, baru, ids)
    for id in sorted(lama.aturan.keys() & baru.aturan.keys()):
        yield from _differing(_rule_facets(lama.aturan[id]), _rule_facets(baru.aturan[id]))
    yield from _differing(_unit_facets(lama.unit), _unit_facets(baru.unit))


def _differing(
    before: Iterable[Segi], after: Iterable[Segi], jabatan: str | None = None, indikator: str | None = None
) -> Iterator[Perubahan]:
    """The facets of one thing that do not mean what they did; a formula written otherwise is a change of text."""
    old, new = ({segi.hal: segi for segi in facets} for facets in (before, after))
    for hal in dict.fromkeys((*new, *old)):
        was, now = old.get(hal), new.get(hal)
        jenis = (now or was or _NONE).jenis
        if was and now and was.makna == now.makna:
            if was.teks == now.teks:
                continue
            jenis = Jenis.TEKS
        yield Perubahan(jenis, jabatan, indikator, hal, was.teks if was else None, now.teks if now else None)


_NONE = Segi(Jenis.TEKS, "", None, "")


def _of_jabatan(pairs: Pairs[Jabatan]) -> Iterator[Perubahan]:
    for old, new in pairs:
        if old is None or new is None:
            there = old or new
            assert there is not None
            jenis = Jenis.DIHAPUS if new is None else Jenis.DITAMBAH
            yield Perubahan(jenis, there.id, None, "jabatan", old.nama if old else None, new.nama if new else None)
            continue
        if old.id != new.id:
            yield Perubahan(Jenis.BERGANTI_ID, new.id, None, "id jabatan", old.id, new.id)
        yield from _differing(_jabatan_facets(old), _jabatan_facets(new), new.id)
        yield from _items("tugas", old.isi.tugas, new.isi.tugas, new.id)
        yield from _items("fungsi", old.isi.fungsi, new.isi.fungsi, new.id)


def _of_indicators(pasangan: Pasangan) -> Iterator[Perubahan]:
    today = {old.id: new.id for old, new in pasangan.jabatan if old and new}
    names = {".".join(old): ".".join(new) for old, new in pasangan.ids().items() if old != new}
    for old, new in pasangan.indikator:
        if old is None or new is None:
            there = old or new
            assert there is not None
            jenis = Jenis.DIHAPUS if new is None else Jenis.DITAMBAH
            named = there.indikator.nama
            yield Perubahan(jenis, *there.kunci, "indikator", named if old else None, named if new else None)
            continue
        place = today.get(old.jabatan.id, old.jabatan.id), old.indikator.id
        if place != new.kunci:
            moved = place[0] != new.kunci[0]
            jenis, hal = (Jenis.PINDAH, "jabatan") if moved else (Jenis.BERGANTI_ID, "id indikator")
            yield Perubahan(jenis, *new.kunci, hal, ".".join(old.kunci), ".".join(new.kunci))
        yield from _differing(_indicator_facets(old, names), _indicator_facets(new, {}), *new.kunci)
        yield from _items("sumber data", old.indikator.sumber_data, new.indikator.sumber_data, *new.kunci)


def _jabatan_facets(jabatan: Jabatan) -> Iterator[Segi]:
    isi = jabatan.isi
    yield _words("nama jabatan", isi.jabatan)
    yield Segi(Jenis.SUSUNAN, "atasan", isi.atasan, isi.atasan)
    yield from _maybe_words("tafsir jabatan", isi.tafsir)


def _indicator_facets(place: Letak, names: Mapping[str, str]) -> Iterator[Segi]:
    """The facets of an indicator; those it names are meant under the `names` they have today."""
    one = place.indikator
    yield from _formula("formula", Jenis.FORMULA, one.formula, names)
    if one.satuan:
        yield Segi(Jenis.SATUAN, "satuan", one.satuan.satuan, one.satuan.teks)
    yield Segi(Jenis.POLARITAS, "polaritas", one.polaritas, one.polaritas.value)
    if one.target:
        yield from _target("target tetap", one.target)
    if one.bobot is not None:
        yield Segi(Jenis.BOBOT, "bobot", one.bobot, exact_text(one.bobot))
    yield from _variables(one.variabel)
    yield from _maybe_listed(Jenis.SUSUNAN, "mendukung", tuple(names.get(name, name) for name in one.mendukung))
    yield _words("nama", one.nama)
    yield _words("penjelasan", one.penjelasan)
    yield _words("sasaran", place.sasaran.nama)
    yield from _maybe_words("tafsir", one.tafsir)
    for number, uji in enumerate(one.uji, 1):
        given = ", ".join(f"{name}: {exact_text(value)}" for name, value in uji.masukan.items())
        result = exact_text(uji.hasil.nilai) if uji.hasil else ""
        yield Segi(Jenis.PEMERIKSAAN, f"uji {number}", (given, result), f"{given} -> {result}")
    for kode, alasan in one.abaikan.items():
        yield Segi(Jenis.PEMERIKSAAN, f"abaikan {kode}", alasan, alasan)


def _formula(
    hal: str, jenis: Jenis, formula: Formula | None, names: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Segi]:
    if formula is None:
        return
    tree = formula.pohon
    if tree is not None and any(leaf.kunci in names for leaf in formula.daun):
        tree = parse(write(tree, PLAIN._replace(leaf=lambda leaf: names.get(leaf.kunci, leaf.kunci)))).pohon
    yield Segi(jenis, hal, tree, formula.node.text)


def _variables(variabel: Mapping[str, Variabel]) -> Iterator[Segi]:
    for id, one in variabel.items():
        satuan = one.satuan
        said = [f"satuan {satuan.teks}" if satuan else "", f"agregasi {one.agregasi.value}"]
        said += [f"periode {one.periode.value}"]
        said += [f"tetapan {exact_text(one.tetapan)}"] if one.tetapan is not None else []
        makna = (satuan.satuan if satuan else None, one.agregasi, one.periode, one.tetapan)
        yield Segi(Jenis.VARIABEL, of_variabel(id), makna, "; ".join(filter(None, said)))
        yield _words(f"nama {of_variabel(id)}", one.nama)


def _words(hal: str, text: str) -> Segi:
    return Segi(Jenis.TEKS, hal, text, text)


def _maybe_words(hal: str, text: str | None) -> Iterator[Segi]:
    if text is not None:
        yield _words(hal, text)


def _items(
    hal: str, old: tuple[str, ...], new: tuple[str, ...], jabatan: str, indikator: str | None = None
) -> Iterator[Perubahan]:
    """What a list of texts lost and gained, each item under its number today, of what is gone the old one."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, old_at, old_end, at, end in matcher.get_opcodes():
        if what == "equal":
            continue
        for number, (was, now) in enumerate(zip_longest(old[old_at:old_end], new[at:end])):
            place = (at if now is not None else old_at) + number + 1
            yield Perubahan(Jenis.TEKS, jabatan, indikator, f"{hal} {place}", was, now)


def _maybe_listed(jenis: Jenis, hal: str, items: tuple[str, ...]) -> Iterator[Segi]:
    if items:
        yield Segi(jenis, hal, items, ", ".join(items))


def _target(hal: str, target: Target) -> Iterator[Segi]:
    """The target, its plan, its worst value: each may change alone."""
    if target.tidak_berlaku is not None:
        yield Segi(Jenis.TARGET, hal, "tidak berlaku", f"tidak berlaku: {target.tidak_berlaku}")
    if target.tahun:
        yield Segi(Jenis.TARGET, hal, _bounds(target.tahun), tulisan.target(target.tahun))
    if target.rencana:
        levels = target.rencana.tingkat
        said = f"{target.rencana.frekuensi.value} {'; '.join(map(tulisan.target, levels))}"
        yield Segi(Jenis.TARGET, f"rencana {hal}", (target.rencana.frekuensi, tuple(map(_bounds, levels))), said)
    if target.terburuk is not None:
        yield Segi(Jenis.TARGET, f"nilai terburuk {hal}", target.terburuk, tulisan.angka_utuh(target.terburuk))


def _bounds(rentang: Rentang) -> Hashable:
    return rentang.bawah, rentang.atas, rentang.angka


def _of_agreements(
    lama: Mapping[int, Perjanjian], baru: Mapping[int, Perjanjian], ids: Mapping[Kunci, Kunci]
) -> Iterator[Perubahan]:
    for year in sorted({*lama, *baru}):
        old, new = lama.get(year), baru.get(year)
        if old is None or new is None:
            jenis = Jenis.DIHAPUS if new is None else Jenis.DITAMBAH
            named = str(year)
            yield Perubahan(jenis, None, None, "Perjanjian Kinerja", named if old else None, named if new else None)
        yield from _targets(f"target {year}", old.isi.target if old else {}, new.isi.target if new else {}, ids)
        yield from _of_changes(year, old, new, ids)
        yield from _differing(_holders(year, old), _holders(year, new))


def _of_changes(
    year: int, old: Perjanjian | None, new: Perjanjian | None, ids: Mapping[Kunci, Kunci]
) -> Iterator[Perubahan]:
    before, after = ({each.tanggal: each for each in (one.isi.perubahan if one else ())} for one in (old, new))
    for day in sorted({day for day in (*before, *after) if day}):
        was, now = before.get(day), after.get(day)
        hal = f"target {year} (perubahan {day.isoformat()})"
        yield from _targets(hal, was.target if was else {}, now.target if now else {}, ids)
        hal = f"dasar perubahan {day.isoformat()}"
        yield from _differing(
            _maybe_words(hal, was.dasar if was else None), _maybe_words(hal, now.dasar if now else None)
        )


def _targets(hal: str, old: TargetJabatan, new: TargetJabatan, ids: Mapping[Kunci, Kunci]) -> Iterator[Perubahan]:
    """The targets under today's ids."""
    before = {ids.get((j, i), (j, i)): target for j, each in old.items() for i, target in each.items()}
    after = {(j, i): target for j, each in new.items() for i, target in each.items()}
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        yield from _differing(_target(hal, was) if was else (), _target(hal, now) if now else (), *key)


def _holders(year: int, perjanjian: Perjanjian | None) -> Iterator[Segi]:
    for jabatan, one in perjanjian.isi.pejabat.items() if perjanjian else ():
        said = ", ".join(filter(None, (one.nama, one.nip, one.pangkat, one.status.value)))
        yield _words(f"pejabat {jabatan} {year}", said)
    if perjanjian:
        yield _words(f"contoh {year}", "ya" if perjanjian.isi.contoh else "tidak")


def _of_renstra(lama: Kantor, baru: Kantor, ids: Mapping[Kunci, Kunci]) -> Iterator[Perubahan]:
    before, after = (_renstra_facets(one) for one in (lama, baru))
    before = {ids.get(key, key): facets for key, facets in before.items()}
    for key in dict.fromkeys((*after, *before)):
        yield from _differing(before.get(key, ()), after.get(key, ()), *key)


def _renstra_facets(kantor: Kantor) -> dict[Kunci, list[Segi]]:
    target = kantor.renstra.isi.target if kantor.renstra else {}
    return {
        (jabatan, indikator): [
            Segi(Jenis.TEKS, f"target Renstra {year}", _bounds(one), tulisan.target(one)) for year, one in years.items()
        ]
        for jabatan, each in target.items()
        for indikator, years in each.items()
    }


def _rule_facets(aturan: Aturan) -> Iterator[Segi]:
    isi, name = aturan.isi, f"aturan `{aturan.id}`"
    for polaritas in ("naik", "turun", "stabil"):
        yield from _formula(f"{name}, capaian {polaritas}", Jenis.ATURAN, getattr(isi.capaian, polaritas))
    for part in ("batas", "target_nol", "pembulatan"):
        noun = getattr(isi, part)
        if noun is not None:
            values = dict(zip(noun.field_names[1:], noun[1:], strict=True))
            said = ", ".join(f"{key} {'tidak ada' if value is None else value}" for key, value in values.items())
            yield Segi(Jenis.ATURAN, f"{name}, {part.replace('_', ' ')}", tuple(values.values()), said)
    bands = tuple((band.nama, band.dari) for band in isi.predikat)
    said = ", ".join(f"{name} dari {exact_text(start)}" for name, start in bands if start is not None)
    yield Segi(Jenis.ATURAN, f"{name}, predikat", bands, said)
    yield _words(f"{name}, nama", isi.aturan)


def _unit_facets(unit: Unit | None) -> Iterator[Segi]:
    if unit is None:
        return
    yield _words("nama kantor", unit.unit)
    head = unit.pimpinan
    yield _words("pimpinan", ", ".join(filter(None, (head.jabatan, head.nama, head.nip, head.pangkat))))
    for year, id in unit.aturan.items():
        yield Segi(Jenis.ATURAN, f"aturan {year}", id, id)
    yield from _variables(unit.variabel)
    yield from _maybe_listed(Jenis.SATUAN, "satuan kantor", tuple(sorted(unit.satuan)))
    yield from _maybe_listed(Jenis.SUSUNAN, "urutan jabatan", unit.urutan)
    if unit.batas_lapor is not None:
        yield Segi(Jenis.SUSUNAN, "batas lapor", unit.batas_lapor, str(unit.batas_lapor))
    for hal, noun in (("kop surat", unit.kop), ("keputusan", unit.keputusan)):
        if noun is not None:
            yield _words(hal, _flat(noun[1:]))


def _flat(parts: Iterable[object]) -> str:
    """The words of a noun's fields, one after the other, its place left out."""
    words = []
    for part in parts:
        if isinstance(part, str):
            words.append(part)
        elif isinstance(part, Value):
            words.append(_flat(part[1:]))
        elif isinstance(part, tuple):
            words.append(_flat(part))
    return "; ".join(words)
