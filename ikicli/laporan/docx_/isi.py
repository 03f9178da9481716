"""Blocks as elements of a document's body."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from docx.oxml.xmlchemy import BaseOxmlElement

from ikicli.laporan.bahan.naskah import KepalaSurat, Penanda, Pengesahan, Peringatan
from ikicli.laporan.blok.nouns import (
    Alinea,
    Blok,
    Grafik,
    Halaman,
    Judul,
    Kisi,
    Rinci,
    Rincian,
    Senarai,
)
from ikicli.laporan.docx_.kisi import grid
from ikicli.laporan.docx_.unsur import BIASA, RUPA, Rupa, cell, element, paragraph, run, table
from ikicli.laporan.warna import PUDAR, TINTA

Numbered: TypeAlias = Callable[[str], int]
"""The number of a new list with a mark (empty, `huruf`, `angka`)."""

_JUDUL = ("", "Title", "Heading1", "Heading2", "Heading3")
_ALINEA = {"tengah": "Tengah", "rapat": "Rapat", "pudar": "Kecil", "rumus": "Rumus"}


def body(blocks: tuple[Blok, ...], width: int, numbered: Numbered) -> Iterator[BaseOxmlElement]:
    """The elements of blocks on a page of so many twips between its margins."""
    before: list[BaseOxmlElement] = []
    turned = False
    for block in blocks:
        if isinstance(block, Halaman):
            turned = True
            continue
        made = list(_block(block, width, numbered))
        if isinstance(block, Pengesahan):
            _keep_with_next(before)
        if turned and made:
            _turn_page(before, made[0])
            turned = False
        yield from before
        before = made
    yield from before


def _keep_with_next(elements: list[BaseOxmlElement]) -> None:
    """Nobody signs a page with nothing on it: the last of what stands before stays beside."""
    for last in elements[-2:]:
        for each in last.xpath("self::w:p | ./w:tr[position() > last() - 2]//w:p[not(w:pPr/w:keepNext)]"):
            each.pPr.insert(1, element("keepNext"))


def _turn_page(before: list[BaseOxmlElement], first: BaseOxmlElement) -> None:
    """A page begins with its first paragraph: a break of its own makes an empty one when the page before is full."""
    first.pPr.insert(1, element("pageBreakBefore"))
    if before[-1].xpath("self::w:p[w:pPr/w:pStyle/@w:val='Pemisah']"):
        before.pop()


def _block(block: Blok, width: int, numbered: Numbered) -> Iterator[BaseOxmlElement]:
    match block:
        case KepalaSurat():
            yield from _letterhead(block)
        case Judul(tingkat, teks):
            yield paragraph(_JUDUL[tingkat], run(teks))
        case Alinea():
            yield _paragraph(block)
        case Peringatan(hal, isi):
            yield paragraph("Contoh", run(f"{hal} CONTOH: ", Rupa(tebal=True)), run(isi))
        case Rincian():
            yield from _apart(_points(block, width, numbered))
        case Senarai(butir, tanda):
            yield from _list(butir, numbered(tanda))
        case Kisi():
            yield from _apart(*grid(block, width))
        case Pengesahan():
            yield from _apart(_signatures(block, width))
        case Grafik() | Halaman():
            pass


def _list(butir: tuple[str, ...], number: int) -> Iterator[BaseOxmlElement]:
    for each in butir:
        place = element("numPr", element("ilvl", val=0), element("numId", val=number))
        yield paragraph("Daftar", run(each), looks=(place,))


def _letterhead(kepala: KepalaSurat) -> Iterator[BaseOxmlElement]:
    yield paragraph("Kop", run(kepala.pemerintah))
    yield paragraph("KopUnit", run(kepala.unit))
    *lines, last = kepala.baris or ("",)
    yield from (paragraph("KopAlamat", run(line)) for line in lines)
    rule = element("pBdr", element("bottom", val="single", sz=12, space=4, color=TINTA))
    yield paragraph("KopAlamat", run(last), looks=(rule,))


def _paragraph(alinea: Alinea, style: str = "Normal") -> BaseOxmlElement:
    return paragraph(_ALINEA.get(alinea.gaya, style), *(run(each.teks, RUPA[each.gaya]) for each in alinea.isi))


def _apart(*elements: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """A table and the paragraph that keeps the next one from growing together with it."""
    yield from elements
    yield paragraph("Pemisah")


def _points(rincian: Rincian, width: int, numbered: Numbered) -> BaseOxmlElement:
    left = width * rincian.lebar // 100
    rows = (
        element("tr", cell(left, paragraph("Rapat", run(each.nama, Rupa(warna=PUDAR)))),
                cell(width - left, *_said(each, numbered)))
        for each in rincian.butir
    )  # fmt: skip
    return table("TableNormal", (left, width - left), *rows)


def _said(rinci: Rinci, numbered: Numbered) -> Iterator[BaseOxmlElement]:
    if not rinci.isi:
        yield from (paragraph("Isian") for _ in range(2))
    for each in rinci.isi:
        if isinstance(each, Senarai):
            yield from _list(each.butir, numbered(each.tanda))
        else:
            yield _paragraph(each, "Rapat")


def _signatures(pengesahan: Pengesahan, width: int) -> BaseOxmlElement:
    left, right = _signature(pengesahan.kiri), _signature(pengesahan.kanan)
    half, rows = width // 2, []
    for pair in zip(left, right, strict=True):
        cells = (cell(half, *said, looks=(element("vAlign", val="bottom"),)) for said in pair)
        rows.append(element("tr", element("trPr", element("cantSplit")), *cells))
    return table("TableNormal", (half, half), *rows)


def _signature(penanda: Penanda | None) -> Iterator[tuple[BaseOxmlElement, ...]]:
    """The rows of one who signs, the same number for everybody, so that both sides stand level."""
    if penanda is None:
        yield from ((paragraph("PenandaTangan"),) for _ in range(5))
        return
    above = element("spacing", before=480, after=0)
    first = paragraph("PenandaTangan", run(penanda.pembuka), looks=(above,))
    yield (first, *([paragraph("PenandaTangan", run(penanda.sebagai))] if penanda.sebagai else []))
    yield (paragraph("PenandaTangan", run(penanda.jabatan)),)
    name = run(penanda.garis_nama, Rupa(tebal=True, garis=True) if penanda.nama else BIASA)
    yield (paragraph("PenandaTangan", name, looks=(element("spacing", before=1100, after=0),)),)
    yield (paragraph("PenandaTangan", *([run(penanda.pangkat)] if penanda.pangkat else [])),)
    yield (paragraph("PenandaTangan", run(penanda.garis_nip)),)
