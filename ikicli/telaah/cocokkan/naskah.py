"""A decree's Markdown as what it says; what is not read as an item is given with its line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ikicli.diagnostik import Source
from ikicli.telaah.cocokkan.bunyi import Bunyi, Butir, Hal, TakTerbaca
from ikicli.telaah.cocokkan.markah import Baris, joined, lines, listed, plain, unlisted
from ikicli.telaah.cocokkan.tabel import is_header, read_table
from ikicli.value import Value

_NUMBERING = r"\s*(?:#{1,6}\s+)?(?:[-*+|]\s+)?(?:(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\s*)?"
_BAGIAN = {
    "jabatan": r"(?:nama )?jabatan",
    "tugas": r"(?:uraian )?tugas(?: pokok)?",
    "fungsi": r"fungsi(?: pokok)?",
}
_KEPALA = {
    "nomor": r"nomor",
    "tentang": r"tentang",
    "menimbang": r"menimbang",
    "mengingat": r"mengingat",
    "memperhatikan": r"memperhatikan",
    "memutuskan": r"memutuskan",
    "menetapkan": r"menetapkan",
    "ditetapkan": r"ditetapkan di",
    "tanggal": r"pada tanggal",
}
_OPEN = frozenset({"nomor", "tentang", "ditetapkan", "tanggal"})
"""Labels behind which the text may stand without a colon."""
_TITLE = re.compile(r"(?:lampiran|keputusan|indikator kinerja (?:individu|utama))\b.*", re.IGNORECASE)
_DECREE = re.compile(r"(?:surat )?keputusan\b", re.IGNORECASE)
_ORDINAL = (
    "PERTAMA|KE(?:SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH|DELAPAN|SEMBILAN|SEPULUH|SEBELAS)(?: (?:BELAS|PULUH)[A-Z ]*)?"
)
_DIKTUM = re.compile(rf"\s*(?:[-*+|]\s+)?({_ORDINAL})\s*(?::(.*))?", re.DOTALL)


_HTML = re.compile(r"\s*</?(?:table|thead|tbody|tr|td|th)\b", re.IGNORECASE)
_LISTS = {"tugas": Hal.TUGAS, "fungsi": Hal.FUNGSI}


class _Ruas(Value):
    """The lines under one label, the first of them what stands behind the label."""

    label: str
    baris: tuple[Baris, ...]


def read(source: Source) -> Bunyi:
    """What a decree says. A text without any `Jabatan :` gives no jabatan."""
    first, *parts = _cut(lines(source), _BAGIAN, again="jabatan")
    unread: list[TakTerbaca] = []
    kepala = _head(first.baris, unread) if first.baris else None
    jabatan = tuple(_jabatan(each, unread) for each in _sections(parts, unread))
    return Bunyi(kepala if kepala and kepala.anak else None, jabatan, tuple(unread), tuple(_letterhead(first.baris)))


def _cut(given: Iterable[Baris], labels: Mapping[str, str], again: str = "") -> Iterator[_Ruas]:
    """The lines cut at labels, which follow each other in their order, or begin anew with `again`.

    The lines before the first label are under the label ``.
    """
    patterns = {name: _pattern(name, words) for name, words in labels.items()}
    ahead, label, found = dict(patterns), "", list[Baris]()
    for each in given:
        bare = _bare(each)
        match, name = next(((m, n) for n, p in ahead.items() if (m := p.fullmatch(bare.teks))), (None, ""))
        if match is None:
            found.append(each)
            continue
        yield _Ruas(label, tuple(found))
        label, found = name, [bare.rest(match[1])]
        names = list(patterns)
        ahead = {n: p for n, p in patterns.items() if n == again or names.index(n) > names.index(name)}
    yield _Ruas(label, tuple(found))


def _pattern(name: str, words: str) -> re.Pattern[str]:
    """A label and what stands behind it: after a colon, or the label alone on its line."""
    colon = ":?" if name in _OPEN else "(?::|$)"
    return re.compile(rf"{_NUMBERING}{words}\b\s*{colon}\s*(.*)", re.IGNORECASE | re.DOTALL)


def _bare(baris: Baris) -> Baris:
    """The line without emphasis around its words, its end where it was."""
    bare = re.sub(r"\*\*|__|</?(?:b|strong)>|\\(?=[.)])", "", baris.teks)
    return Baris(baris.sumber, baris.awal + len(baris.teks) - len(bare), bare)


def _sections(parts: Sequence[_Ruas], unread: list[TakTerbaca]) -> Iterator[list[_Ruas]]:
    """The parts of each jabatan; those before the first are nobody's."""
    section: list[_Ruas] = []
    for part in parts:
        if part.label == "jabatan":
            if section:
                yield section
            section = [part]
        elif section:
            section.append(part)
        else:
            unread.extend(_unread(part.baris, "di depan jabatan yang pertama"))
    if section:
        yield section


def _jabatan(section: Sequence[_Ruas], unread: list[TakTerbaca]) -> Butir:
    """One jabatan. Its table stands below the last label, whichever that is."""
    *above, last = section
    at = next((at for at, each in enumerate(last.baris) if is_header(each)), len(last.baris))
    named, *lists = (*above, last._replace(baris=last.baris[:at]))
    unread.extend(
        each.unread("tabel HTML tidak dibaca") for part in section for each in part.baris if _HTML.match(each.teks)
    )
    items = [item for part in lists for item in listed(_LISTS[part.label], _no_titles(part.baris))]
    if at < len(last.baris):
        header, *below = last.baris[at:]
        table = read_table(header, _no_titles(below))
        items += table.sasaran
        unread.extend(table.tak_terbaca)
    return _named(named, unread)._replace(anak=tuple(items))


def _named(part: _Ruas, unread: list[TakTerbaca]) -> Butir:
    """A jabatan's name: the first line that is not blank."""
    said = [each for each in part.baris if not each.is_blank] or [part.baris[0]]
    unread.extend(_unread(said[1:], "di antara nama jabatan dan tugasnya"))
    return said[0].item(Hal.JABATAN)


def _no_titles(given: Iterable[Baris]) -> list[Baris]:
    return [each for each in given if not _is_title(each) and not _HTML.match(each.teks)]


def _is_title(baris: Baris) -> bool:
    """Whether a line is a heading over what follows, and no item."""
    return baris.is_heading or (
        baris.teks.lstrip().startswith(("**", "<b>")) and bool(_TITLE.fullmatch(plain(baris.teks)))
    )


def _head(given: Sequence[Baris], unread: list[TakTerbaca]) -> Butir:
    """The decree before its annex."""
    parts = {part.label: part.baris for part in _cut(given, _KEPALA)}
    unread.extend(_unread(parts.get("memperhatikan", ()), "bagian Memperhatikan tidak dicocokkan"))
    anak = (
        *_line(Hal.NOMOR, parts.get("nomor", ()), unread),
        *_title(parts.get("tentang", ()), unread),
        *listed(Hal.MENIMBANG, parts.get("menimbang", ())),
        *listed(Hal.MENGINGAT, parts.get("mengingat", ())),
        *_decisions(parts.get("menetapkan") or parts.get("memutuskan", ()), unread),
        *_place_and_date(parts.get("ditetapkan", ()), parts.get("tanggal", ()), unread),
        *_signature(parts.get("tanggal", ()), unread),
    )
    return given[0].item(Hal.KEPALA, "")._replace(anak=anak)


def _letterhead(given: Sequence[Baris]) -> Iterator[Butir]:
    """The lines above the word KEPUTUSAN; none where it is not there."""
    end = next((at for at, each in enumerate(given) if _DECREE.match(plain(each.teks))), 0)
    return (each.item(Hal.KEPALA) for each in given[:end] if not each.is_blank)


def _unread(given: Iterable[Baris], sebab: str) -> Iterator[TakTerbaca]:
    return (each.unread(sebab) for each in given if not each.is_blank and not _is_title(each))


def _line(hal: Hal, given: Sequence[Baris], unread: list[TakTerbaca]) -> list[Butir]:
    """What stands behind a label that has one line."""
    unread.extend(_unread(given[1:], "di antara bagian kepala keputusan"))
    return [given[0].item(hal)] if given and not given[0].is_blank else []


def _title(given: Sequence[Baris], unread: list[TakTerbaca]) -> list[Butir]:
    """The first paragraph."""
    start = next((at for at, each in enumerate(given) if not each.is_blank), len(given))
    end = next((at for at in range(start, len(given)) if given[at].is_blank), len(given))
    unread.extend(_unread(given[end:], "di antara judul dan Menimbang"))
    return [joined(Hal.TENTANG, given[start:end])] if start < end else []


def _place_and_date(place: Sequence[Baris], day: Sequence[Baris], unread: list[TakTerbaca]) -> list[Butir]:
    said = [*_line(Hal.DITETAPKAN, place, unread), *_line(Hal.DITETAPKAN, day[:1], unread)]
    return [said[0]._replace(teks=", ".join(each.teks for each in said))] if said else []


def _signature(given: Sequence[Baris], unread: list[TakTerbaca]) -> list[Butir]:
    """Who signs below the date: the jabatan, in capitals, then the name."""
    said = [each for each in given[1:] if not each.is_blank and not _is_title(each)]
    unread.extend(_unread(said[2:], "di bawah tanda tangan"))
    signed = [each.item(hal) for hal, each in zip((Hal.PEJABAT, Hal.NAMA), said, strict=False)]
    return [each._replace(teks=each.teks.rstrip(",").upper()) if each.hal is Hal.PEJABAT else each for each in signed]


def _decisions(given: Sequence[Baris], unread: list[TakTerbaca]) -> Iterator[Butir]:
    """The decisions, each under its ordinal."""
    starts = [(at, match) for at, each in enumerate(given) if (match := _DIKTUM.fullmatch(_bare(each).teks))]
    unread.extend(_unread(given[: starts[0][0] if starts else None], "di antara Menetapkan dan diktum yang pertama"))
    ends = [at for at, _ in (*starts, (len(given), None))][1:]
    for (at, match), end in zip(starts, ends, strict=True):
        body = [_bare(given[at]).rest(match[2] or ""), *given[at + 1 : end]]
        text, items = unlisted([each for each in map(_behind_colon, body) if not each.is_blank])
        said = joined(Hal.DIKTUM, text) if text else given[at].item(Hal.DIKTUM, "")
        yield said._replace(anak=(given[at].item(Hal.KE, match[1]), *listed(Hal.BUTIR, items)))


def _behind_colon(baris: Baris) -> Baris:
    bare = baris.teks.lstrip()
    return baris.rest(bare[1:].lstrip()) if bare.startswith(":") else baris
