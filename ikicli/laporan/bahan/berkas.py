"""The files that a document was made from, each with the hash of its text."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.letak import path_of
from ikicli.definisi.nouns import Jabatan, Kantor, Perjanjian
from ikicli.diagnostik import Source
from ikicli.laporan.bahan.kepala import office
from ikicli.rumus import Rujukan, names
from ikicli.value import Value


class Berkas(Value):
    """A file: its path below the office's folder, what it holds, and the SHA-256 of its text (LF, UTF-8)."""

    jalur: str
    isi: str
    sha256: str


def sources(
    hasil: Hasil, jabatan: Sequence[HasilJabatan], catatan: Source | None = None, renstra: Source | None = None
) -> tuple[Berkas, ...]:
    """What numbers and words about some jabatan were made from: definitions, agreement, rule set, data, analyses.

    So too for last year's numbers, where any stand beside them.
    """
    listed = dict.fromkeys(_of_year(hasil, jabatan))
    if hasil.tahun_lalu is not None:
        ids = {each.jabatan.id for each in jabatan if any(map(hasil.year_before, each.indikator))}
        last = hasil.tahun_lalu.hasil
        beside = [each for each in last.jabatan if each.jabatan.id in ids]
        listed |= dict.fromkeys(_of_year(last, beside) if beside else ())
    if renstra is not None:
        listed["Target jangka menengah", renstra] = None
    if catatan is not None:
        listed["Catatan analisis", catatan] = None
    return _hashed(hasil.kantor, listed)


def sources_through(results: Sequence[Hasil], parts: Sequence[Sequence[HasilJabatan]]) -> tuple[Berkas, ...]:
    """The same for numbers through several periods; `parts` are the jabatan of each. The last period's come first."""
    pairs = zip(reversed(results), reversed(parts), strict=True)
    return tuple(dict.fromkeys(file for hasil, jabatan in pairs for file in sources(hasil, jabatan)))


def definitions(
    kantor: Kantor, jabatan: Collection[Jabatan], perjanjian: Perjanjian | None = None
) -> tuple[Berkas, ...]:
    """What a document without results about some jabatan was made from: definitions, and the agreement if it speaks."""
    ids = {id for one in jabatan for id in (one.id, one.isi.atasan)}
    return _hashed(kantor, _written(kantor, ids, perjanjian))


def _hashed(kantor: Kantor, listed: Iterable[tuple[str, Source]]) -> tuple[Berkas, ...]:
    return tuple(Berkas(path_of(kantor, source), kind, _digest(source)) for kind, source in listed)


def _of_year(hasil: Hasil, jabatan: Sequence[HasilJabatan]) -> list[tuple[str, Source]]:
    used = list(_used(hasil, jabatan))
    return [*_definitions(hasil, used, jabatan), *sorted(_data(used))]


@lru_cache(maxsize=1024)
def _digest(source: Source) -> str:
    return sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()


def _used(hasil: Hasil, jabatan: Iterable[HasilJabatan]) -> Iterator[HasilIndikator]:
    """The indicators of some jabatan, and all whose results went into theirs."""
    ahead = [each for one in jabatan for each in one.indikator]
    seen = {(each.jabatan, each.indikator.id) for each in ahead}
    known = {(each.jabatan, each.indikator.id): each for each in hasil.indikator()} if any(_references(ahead)) else {}
    while ahead:
        each = ahead.pop()
        yield each
        needed = set(_references([each])) - seen
        seen |= needed
        ahead.extend(known[name] for name in needed if name in known)


def _references(indikator: Iterable[HasilIndikator]) -> Iterator[tuple[str, str]]:
    for each in indikator:
        tree = each.indikator.formula.pohon if each.indikator.formula else None
        yield from ((leaf.jabatan, leaf.indikator) for leaf in names(tree) if isinstance(leaf, Rujukan)) if tree else ()


def _definitions(
    hasil: Hasil, used: Iterable[HasilIndikator], jabatan: Sequence[HasilJabatan]
) -> Iterator[tuple[str, Source]]:
    """The office, the jabatan with their superiors and those referred to, the agreement, the rule set."""
    ids = {each.jabatan for each in used} | {id for one in jabatan for id in (one.jabatan.id, one.jabatan.isi.atasan)}
    yield from _written(hasil.kantor, ids, hasil.kantor.perjanjian.get(hasil.sampai.tahun))
    yield "Aturan capaian", hasil.aturan.sumber


def _written(kantor: Kantor, ids: Collection[str], perjanjian: Perjanjian | None) -> Iterator[tuple[str, Source]]:
    yield "Definisi kantor", office(kantor).node.source
    for each in kantor.jabatan:
        if each.id in ids:
            yield "Definisi jabatan", each.sumber
    if perjanjian:
        yield "Perjanjian kinerja", perjanjian.sumber


def _data(used: Iterable[HasilIndikator]) -> set[tuple[str, Source]]:
    return {("Realisasi", isian.sumber) for each in used for given in each.masukan for isian in given.isian}
