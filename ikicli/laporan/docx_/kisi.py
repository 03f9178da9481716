"""Tables of a document as elements."""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from ikicli.laporan.blok.letak import SelTerletak, placed
from ikicli.laporan.blok.nouns import Alinea, Kisi, Larik, Sel, Tulisan, plain
from ikicli.laporan.docx_.unsur import RUPA, Rupa, cell, element, paragraph, run, table
from ikicli.laporan.warna import PANAS, PUDAR, SAMAR

_RATA = {"kanan": "right", "tengah": "center"}


def grid(kisi: Kisi, width: int) -> Iterator[BaseOxmlElement]:
    """A table so many twips wide, under its caption."""
    if kisi.keterangan:
        yield paragraph("Caption", run(kisi.keterangan))
    parts = sum(kisi.lebar)
    widths = tuple(width * each // parts for each in kisi.lebar)
    style = "IsiTabelKecil" if kisi.rapat else "IsiTabel"
    heads = [_row(row, cells, widths, style, head=True) for row, cells in placed(kisi.kepala)]
    rows = [_row(row, cells, widths, style, head=False) for row, cells in placed(kisi.isi)]
    yield table("TabelBergaris" if kisi.bergaris else "TabelKinerja", widths, *heads, *rows)


def _row(
    larik: Larik, cells: tuple[SelTerletak, ...], widths: tuple[int, ...], style: str, *, head: bool
) -> BaseOxmlElement:
    made, column = [], 0
    for each in cells:
        width = sum(widths[column : column + each.sel.lebar])
        made.append(_cell(each, larik, width, style, bold=head or bool(larik.gaya)))
        column += each.sel.lebar
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader") if head else None), *made)


def _cell(terletak: SelTerletak, larik: Larik, width: int, style: str, *, bold: bool) -> BaseOxmlElement:
    sel, group = terletak.sel, larik.gaya == "kelompok"
    fill = PANAS.get(sel.warna, SAMAR if group else "")
    looks = (
        element("gridSpan", val=sel.lebar) if sel.lebar > 1 else None,
        element("vMerge", val="continue" if terletak.lanjutan else "restart") if sel.tinggi > 1 else None,
        element("shd", val="clear", fill=fill) if fill else None,
    )
    said = plain("") if terletak.lanjutan else sel.isi
    side = _RATA.get(sel.rata)
    paragraphs = (
        paragraph(
            style,
            *(run(one.teks, _in_cell(one, each, sel, bold=bold)) for one in each.isi),
            looks=(element("keepNext") if group else None, element("jc", val=side) if side else None),
        )
        for each in said
    )
    return cell(width, *paragraphs, looks=looks)


def _in_cell(tulisan: Tulisan, alinea: Alinea, sel: Sel, *, bold: bool) -> Rupa:
    """How letters look in a cell: as they do elsewhere, and as the row, the paragraph and the shade ask for."""
    rupa = RUPA[tulisan.gaya]
    if sel.warna == "bawah":
        return rupa._replace(warna="FFFFFF", tebal=True)
    return rupa._replace(tebal=bold or rupa.tebal, warna=PUDAR if alinea.gaya == "pudar" else rupa.warna)
