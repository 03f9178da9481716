"""Blocks as elements of a document's body."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from docx.oxml.xmlchemy import BaseOxmlElement

from ikicli.laporan.bahan.naskah import KepalaSurat, Penanda, Pengesahan, Peringatan
from ikicli.laporan.blok.letak import SelTerletak, placed
from ikicli.laporan.blok.nouns import (
    Alinea,
    Blok,
    Grafik,
    Halaman,
    Judul,
    Kisi,
    Larik,
    Rinci,
    Rincian,
    Sel,
    Senarai,
    Tulisan,
    plain,
)
from ikicli.laporan.docx_.unsur import BIASA, Rupa, element, paragraph, run

Numbered: TypeAlias = Callable[[str], int]
"""The number of a new list with a mark (empty, `huruf`, `angka`)."""

_JUDUL = ("", "Title", "Heading1", "Heading2", "Heading3")
_ALINEA = {"tengah": "Tengah", "rapat": "Rapat", "pudar": "Kecil", "rumus": "Rumus"}
_RATA = {"kanan": "right", "tengah": "center"}
_WARNA = {"atas": "DBE9F6", "tengah": "F0B43C", "bawah": "8F2D00"}
_SAMAR = "EEF0F4"
_PUDAR = "545A66"
_RUPA = {
    "": BIASA,
    "tebal": Rupa(tebal=True),
    "miring": Rupa(miring=True),
    "pudar": Rupa(warna=_PUDAR),
    "besar": Rupa(tebal=True, ukuran=44),
    "sidik": Rupa(huruf="Courier New", ukuran=14),
}


def body(blocks: tuple[Blok, ...], width: int, numbered: Numbered) -> Iterator[BaseOxmlElement]:
    """The elements of blocks on a page of so many twips between its margins."""
    before: list[BaseOxmlElement] = []
    for block in blocks:
        made = list(_block(block, width, numbered))
        if isinstance(block, Pengesahan):
            _keep_with_next(before)
        yield from before
        before = made
    yield from before


def _keep_with_next(elements: list[BaseOxmlElement]) -> None:
    """Nobody signs a page with nothing on it: the last of what stands before stays beside."""
    for last in elements[-2:]:
        for each in last.xpath("self::w:p | ./w:tr[position() > last() - 2]//w:p[not(w:pPr/w:keepNext)]"):
            each.pPr.insert(1, element("keepNext"))


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
            yield from _table(_points(block, width, numbered))
        case Senarai(butir, tanda):
            yield from _list(butir, numbered(tanda))
        case Kisi():
            yield from _grid(block, width)
        case Pengesahan():
            yield from _table(_signatures(block, width))
        case Halaman():
            yield paragraph("Pemisah", element("r", element("br", type="page")))
        case Grafik():
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
    rule = element("pBdr", element("bottom", val="single", sz=12, space=4, color="1B1E24"))
    yield paragraph("KopAlamat", run(last), looks=(rule,))


def _paragraph(alinea: Alinea, style: str = "Normal") -> BaseOxmlElement:
    return paragraph(_ALINEA.get(alinea.gaya, style), *(run(each.teks, _RUPA[each.gaya]) for each in alinea.isi))


def _table(table: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """A table and the paragraph that keeps the next one from growing together with it."""
    yield table
    yield paragraph("Pemisah")


def _frame(style: str, widths: tuple[int, ...], *rows: BaseOxmlElement) -> BaseOxmlElement:
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val=style),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
        ),
        element("tblGrid", *(element("gridCol", w=each) for each in widths)),
        *rows,
    )


def _cell(width: int, *paragraphs: BaseOxmlElement, looks: tuple[BaseOxmlElement | None, ...] = ()) -> BaseOxmlElement:
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), *looks), *paragraphs)


def _points(rincian: Rincian, width: int, numbered: Numbered) -> BaseOxmlElement:
    left = width * rincian.lebar // 100
    rows = (
        element("tr", _cell(left, paragraph("Rapat", run(each.nama, Rupa(warna=_PUDAR)))),
                _cell(width - left, *_said(each, numbered)))
        for each in rincian.butir
    )  # fmt: skip
    return _frame("TableNormal", (left, width - left), *rows)


def _said(rinci: Rinci, numbered: Numbered) -> Iterator[BaseOxmlElement]:
    if not rinci.isi:
        yield from (paragraph("Isian") for _ in range(2))
    for each in rinci.isi:
        if isinstance(each, Senarai):
            yield from _list(each.butir, numbered(each.tanda))
        else:
            yield _paragraph(each, "Rapat")


def _grid(kisi: Kisi, width: int) -> Iterator[BaseOxmlElement]:
    if kisi.keterangan:
        yield paragraph("Caption", run(kisi.keterangan))
    parts = sum(kisi.lebar)
    widths = tuple(width * each // parts for each in kisi.lebar)
    style = "IsiTabelKecil" if kisi.rapat else "IsiTabel"
    heads = [_row(row, cells, widths, style, head=True) for row, cells in placed(kisi.kepala)]
    rows = [_row(row, cells, widths, style, head=False) for row, cells in placed(kisi.isi)]
    yield from _table(_frame("TabelBergaris" if kisi.bergaris else "TabelKinerja", widths, *heads, *rows))


def _row(
    larik: Larik, cells: tuple[SelTerletak, ...], widths: tuple[int, ...], style: str, *, head: bool
) -> BaseOxmlElement:
    made, column = [], 0
    for each in cells:
        width = sum(widths[column : column + each.sel.lebar])
        made.append(
            _grid_cell(
                each,
                width,
                style,
                bold=head or bool(larik.gaya),
                keep=larik.gaya == "kelompok",
                fill=_fill(larik, each),
            )
        )
        column += each.sel.lebar
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader") if head else None), *made)


def _fill(larik: Larik, cell: SelTerletak) -> str:
    return _WARNA.get(cell.sel.warna, _SAMAR if larik.gaya == "kelompok" else "")


def _grid_cell(cell: SelTerletak, width: int, style: str, *, bold: bool, keep: bool, fill: str) -> BaseOxmlElement:
    sel = cell.sel
    looks = (
        element("gridSpan", val=sel.lebar) if sel.lebar > 1 else None,
        element("vMerge", val="continue" if cell.lanjutan else "restart") if sel.tinggi > 1 else None,
        element("shd", val="clear", fill=fill) if fill else None,
    )
    said = plain("") if cell.lanjutan else sel.isi
    side = _RATA.get(sel.rata)
    paragraphs = (
        paragraph(
            style,
            *(run(one.teks, _in_cell(one, each, sel, bold=bold)) for one in each.isi),
            looks=(element("keepNext") if keep else None, element("jc", val=side) if side else None),
        )
        for each in said
    )
    return _cell(width, *paragraphs, looks=looks)


def _in_cell(tulisan: Tulisan, alinea: Alinea, sel: Sel, *, bold: bool) -> Rupa:
    """How letters look in a cell: as they do elsewhere, and as the row, the paragraph and the shade ask for."""
    rupa = _RUPA[tulisan.gaya]
    if sel.warna == "bawah":
        return rupa._replace(warna="FFFFFF", tebal=True)
    return rupa._replace(tebal=bold or rupa.tebal, warna=_PUDAR if alinea.gaya == "pudar" else "")


def _signatures(pengesahan: Pengesahan, width: int) -> BaseOxmlElement:
    left, right = _signature(pengesahan.kiri), _signature(pengesahan.kanan)
    half, rows = width // 2, []
    for pair in zip(left, right, strict=True):
        cells = (_cell(half, *said, looks=(element("vAlign", val="bottom"),)) for said in pair)
        rows.append(element("tr", element("trPr", element("cantSplit")), *cells))
    return _frame("TableNormal", (half, half), *rows)


def _signature(penanda: Penanda | None) -> Iterator[tuple[BaseOxmlElement, ...]]:
    """The rows of one who signs, the same number for everybody, so that both sides stand level."""
    if penanda is None:
        yield from ((paragraph("PenandaTangan"),) for _ in range(5))
        return
    above = element("spacing", before=480, after=0)
    first = paragraph("PenandaTangan", run(penanda.pembuka), looks=(above,))
    yield (first, *([paragraph("PenandaTangan", run(penanda.sebagai))] if penanda.sebagai else []))
    yield (paragraph("PenandaTangan", run(penanda.jabatan)),)
    name = run(penanda.nama, Rupa(tebal=True, garis=True)) if penanda.nama else run(f"({'.' * 40})")
    yield (paragraph("PenandaTangan", name, looks=(element("spacing", before=1100, after=0),)),)
    yield (paragraph("PenandaTangan", *([run(penanda.pangkat)] if penanda.pangkat else [])),)
    yield (paragraph("PenandaTangan", run(f"NIP. {penanda.nip or '.' * 36}")),)
