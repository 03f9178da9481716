"""Where the decree itself is blank or unclear: nothing here is a difference, all of it is for a reader to know."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Span
from ikicli.sumber import span_of
from ikicli.telaah.cocokkan.bunyi import Bunyi, Butir, Hal
from ikicli.telaah.cocokkan.temuan import Temuan
from ikicli.value import Value

_BLANK = re.compile(r"/\s*/|\.{3,}|…|_{2,}|^\s*/|/\s*$|\s/\s")
_DATE = re.compile(r"\b\d{1,2}\s+[A-Za-z]+\s+\d{4}\b")
_ACTING = re.compile(r"^(?:Plt|Plh|Pj|Pjs)\b\.?", re.IGNORECASE)
_GIVEN_BY = re.compile(r"diberikan oleh\s+(?:Kepala\s+)?(.+)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_KIND = re.compile(
    r"^(?:Plt\.?|Plh\.?|Pj\.?)?\s*(?:Kepala\s+)?(?:(Seksi|Kasi)|(Sub\s*Bagian|Kasubag))\s+(.+)", re.IGNORECASE
)


_T = TypeVar("_T")


class Catatan(Value):
    """One thing that is unclear: about what, what it is, and where it stands."""

    hal: str
    isi: str
    tempat: tuple[Span, ...]


def unclear(kantor: Kantor, keputusan: Bunyi, temuan: Sequence[Temuan]) -> Iterator[Catatan]:
    """What is blank, said twice or at odds with itself in a decree."""
    if keputusan.kepala is not None:
        yield from _blank(keputusan.kepala)
        yield from _twice(keputusan.kepala)
    yield from _names(keputusan.jabatan)
    yield from _same_duties(keputusan.jabatan)
    yield from _duties_of_others(kantor, temuan)


def _blank(kepala: Butir) -> Iterator[Catatan]:
    number, signed = (next(iter(kepala.of(hal)), None) for hal in (Hal.NOMOR, Hal.DITETAPKAN))
    if number is None:
        yield Catatan("nomor", "nomor keputusan tidak tertulis", (kepala.span,))
    elif _BLANK.search(number.teks):
        yield Catatan("nomor", f"nomor keputusan belum lengkap: `{number.teks}`", (number.span,))
    if signed is None:
        yield Catatan("tanggal", "tempat dan tanggal penetapan tidak tertulis", (kepala.span,))
    elif not _DATE.search(signed.teks):
        yield Catatan("tanggal", f"hari penetapannya tidak tertulis: `{signed.teks}`", (signed.span,))


def _twice(kepala: Butir) -> Iterator[Catatan]:
    for hal in (Hal.MENIMBANG, Hal.MENGINGAT):
        items = [(at, each) for at, each in enumerate(kepala.of(hal), start=1)]
        for group in _alike(items, lambda item: _bare(item[1].teks)):
            numbers = " dan ".join(str(at) for at, _ in group)
            yield Catatan(hal.value, f"butir {numbers} sama bunyinya", tuple(each.span for _, each in group))


def _names(jabatan: Sequence[Butir]) -> Iterator[Catatan]:
    for group in _alike(jabatan, lambda each: each.teks):
        said = f"{len(group)} jabatan bernama sama: {group[0].teks}; yang membedakan hanya isinya"
        yield Catatan("nama jabatan", said, tuple(each.span for each in group))
    for each in jabatan:
        if _ACTING.search(each.teks):
            said = f"nama jabatan memuat status pejabat: {each.teks}"
            yield Catatan("nama jabatan", said, (each.span,))


def _same_duties(jabatan: Sequence[Butir]) -> Iterator[Catatan]:
    """Jabatan of different names whose duties and functions are the same throughout."""

    def duties(each: Butir) -> tuple[str, ...]:
        return tuple(item.teks for item in each.anak if item.hal in {Hal.TUGAS, Hal.FUNGSI})

    for group in _alike([each for each in jabatan if duties(each)], duties):
        if len({each.teks for each in group}) > 1:
            names = ", ".join(dict.fromkeys(each.teks for each in group))
            yield Catatan(
                "tugas", f"tugas dan fungsinya sama kata demi kata: {names}", tuple(each.span for each in group)
            )


def _duties_of_others(kantor: Kantor, temuan: Sequence[Temuan]) -> Iterator[Catatan]:
    """Duties given by a section under which the jabatan does not stand."""
    known = kantor.cari_jabatan()
    sections = {name: each.id for each in kantor.jabatan if (name := _section(each.nama, kantor))}
    for found in temuan:
        id = found.id
        if id is None or found.keputusan is None:
            continue
        above, at = set(), known[id].isi.atasan
        while at in known and at not in above:
            above.add(at)
            at = known[at].isi.atasan
        for duty in found.keputusan.of(Hal.TUGAS):
            giver = _giver(duty.teks, sections)
            if giver is not None and giver not in above and giver != id:
                said = f"tugas {id} diberikan oleh {giver}, sedangkan atasannya menurut definisi {known[id].isi.atasan}"
                yield Catatan("tugas", said, (duty.span,))


def _section(name: str, kantor: Kantor) -> str | None:
    """What a section is called within a sentence: its kind and its own name, in small letters."""
    office = kantor.nama
    return _called(name.removesuffix(office).strip()) if office else _called(name)


def _called(text: str) -> str | None:
    found = _KIND.match(text)
    return f"{'seksi' if found[1] else 'sub bagian'} {_bare(found[3])}" if found else None


def _giver(duty: str, sections: dict[str, str]) -> str | None:
    """The id of the section that a duty says it is given by."""
    found = _GIVEN_BY.search(duty)
    said = _called(found[1]) if found else None
    fitting = [name for name in sections if said is not None and (said == name or said.startswith(f"{name} "))]
    return sections[max(fitting, key=len)] if fitting else None


def readings(kantor: Kantor) -> Iterator[Catatan]:
    """What the definitions note about how they read the decree."""
    for jabatan in kantor.jabatan:
        if jabatan.isi.tafsir:
            yield Catatan(jabatan.id, jabatan.isi.tafsir, (span_of(jabatan.isi.node, "tafsir"),))
        for each in jabatan.indikator():
            if each.tafsir:
                yield Catatan(f"{jabatan.id}.{each.id}", each.tafsir, (span_of(each.node, "tafsir"),))


def unsaid_targets(kantor: Kantor) -> Iterator[Catatan]:
    """Standing targets, which only the decree sets, with a number that the indicator's own wording does not say."""
    for jabatan in kantor.jabatan:
        for each in jabatan.indikator():
            agreed = each.target.tahun if each.target else None
            said = set(_NUMBER.findall(" ".join((each.nama, each.penjelasan, *each.sumber_data)).replace(",", ".")))
            if agreed is not None and not said.issuperset(_NUMBER.findall(agreed.teks)):
                text = f"target `{agreed.teks}` tidak disebut dalam bunyi keputusan tentang indikator ini"
                yield Catatan(f"{jabatan.id}.{each.id}", text, (span_of(each.node, "target"),))


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .;,")


def _alike(items: Iterable[_T], key: Callable[[_T], Hashable]) -> Iterator[list[_T]]:
    """The items of one key, where several have it."""
    groups: dict[Hashable, list[_T]] = defaultdict(list)
    for each in items:
        groups[key(each)].append(each)
    return (group for group in groups.values() if len(group) > 1)
