"""Documents as workbooks: a sheet for the document and one for each appendix, numbers as numbers."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ikicli.capaian.tulisan import dari_angka
from ikicli.laporan.bahan.naskah import KepalaSurat, Naskah, Penanda, Pengesahan, Peringatan
from ikicli.laporan.blok import Blok, blocks, title
from ikicli.laporan.blok.letak import SelTerletak, placed
from ikicli.laporan.blok.nouns import Alinea, Grafik, Halaman, Judul, Kisi, Larik, Rincian, Sel, Senarai
from ikicli.laporan.escape import visible
from ikicli.laporan.warna import AWAS, AWAS_LATAR, GARIS, JUDUL_LATAR, PUDAR, SAMAR
from ikicli.tabel.workbook import Cell, Row, Sheet, Style, Workbook
from ikicli.tabel.write_xlsx import write_xlsx

_GREY, _LINE, _PALE = f"#{PUDAR}", f"#{GARIS}", f"#{SAMAR}"
_TEXT = Style(wrap=True)
_CENTRED = Style(align="center", wrap=True)
_TITLE = Style(size=14, bold=True, align="center", wrap=True)
_HEADING = Style(size=12, bold=True, wrap=True)
_SMALL = Style(size=9, colour=_GREY, wrap=True)
_WARNING = Style(size=12, bold=True, colour=f"#{AWAS}", fill=f"#{AWAS_LATAR}", align="center", wrap=True)
_GRID = Style(size=9, border=_LINE, wrap=True)
_HEAD = _GRID._replace(bold=True, fill=f"#{JUDUL_LATAR}", align="center", middle=True)
_RATA = {"kanan": "right", "tengah": "center"}
_ROOM = 3
"""The line of a signature that is left free for it."""
_WIDTH = 130
"""Letters across a sheet."""


def write(naskah: Naskah) -> bytes:
    """A document as XLSX. Bars are left out: their figures stand in the table."""
    sheets = tuple(_sheet(part, name, naskah) for name, part in _parts(naskah))
    about = {"title": visible(title(naskah)), "author": visible(naskah.kepala.unit)}
    return write_xlsx(Workbook(sheets, about, naskah.tanda))


def _parts(naskah: Naskah) -> Iterator[tuple[str, list[Blok]]]:
    """The document itself, then each appendix under its number."""
    whole = list(blocks(naskah))
    ends = [at for at, block in enumerate(whole) if isinstance(block, Halaman)]
    last = ends[-1] if ends else len(whole)
    yield naskah.judul[:_LONGEST_NAME], whole[:last]
    starts = [at for at in range(last, len(whole)) if isinstance(whole[at], Judul) and whole[at][0] == 2]
    for start, end in zip(starts, [*starts[1:], len(whole)], strict=True):
        yield f"Lampiran {starts.index(start) + 1}", whole[start:end]


_LONGEST_NAME = 31


def _sheet(part: Sequence[Blok], name: str, naskah: Naskah) -> Sheet:
    tables = [block for block in part if isinstance(block, Kisi)]
    shares = max((each.lebar for each in tables), key=len, default=(25, 75))
    widths = tuple(max(_WIDTH * each // sum(shares), 4) for each in shares)
    rows = tuple(row for block in part for row in (*_rows(block, len(widths)), *([Row()] if _ends(block) else [])))
    example = f", {naskah.contoh.hal} CONTOH" if naskah.contoh else ""
    return Sheet(name, widths, rows, landscape=naskah.mendatar, footer=f"{naskah.nama}{example}")


def _ends(block: Blok) -> bool:
    return isinstance(block, Peringatan | Kisi | Rincian | Senarai | KepalaSurat)


def _rows(block: Blok, columns: int) -> Iterator[Row]:
    match block:
        case KepalaSurat():
            yield _across(block.pemerintah, columns, _CENTRED)
            yield _across(block.unit, columns, _TITLE)
            yield from (_across(each, columns, _CENTRED) for each in block.baris)
        case Judul():
            yield _across(block.teks, columns, _TITLE if block.tingkat == 1 else _HEADING)
        case Alinea():
            yield _across(_said((block,)), columns, _CENTRED if block.gaya == "tengah" else _TEXT)
        case Peringatan():
            yield _across(f"{block.hal} CONTOH: {block.isi}", columns, _WARNING)
        case Rincian():
            yield from (_pair(each.nama, _said(each.isi), columns) for each in block.butir)
        case Senarai():
            yield from (_across(each, columns, _TEXT) for each in _listed(block))
        case Kisi():
            yield from _grid(block, columns)
        case Pengesahan():
            yield from _signatures(block, columns)
        case Grafik() | Halaman():
            pass


def _across(text: str, columns: int, style: Style) -> Row:
    return Row((_text(text, style)._replace(span=columns),))


def _pair(name: str, text: str, columns: int) -> Row:
    left = max(columns // 4, 1)
    return Row((_text(name, _SMALL)._replace(span=left), _text(text, _TEXT)._replace(span=columns - left)))


def _text(text: str, style: Style) -> Cell:
    return Cell(visible(text), style)


def _said(isi: Sequence[Alinea | Senarai]) -> str:
    return "\n".join(line for each in isi for line in _lines(each))


def _lines(isi: Alinea | Senarai) -> Iterator[str]:
    if isinstance(isi, Senarai):
        yield from _listed(isi)
    else:
        yield "".join(each.teks for each in isi.isi).strip()


def _listed(senarai: Senarai) -> Iterator[str]:
    for at, each in enumerate(senarai.butir):
        mark = {"huruf": f"{chr(ord('a') + at)}.", "angka": f"{at + 1}."}.get(senarai.tanda, "•")
        yield f"{mark} {each}"


def _grid(kisi: Kisi, columns: int) -> Iterator[Row]:
    if kisi.keterangan:
        yield _across(kisi.keterangan, columns, _SMALL)
    for rows, head in ((kisi.kepala, True), (kisi.isi, False)):
        for row, cells in placed(rows):
            yield Row(tuple(cell for each in cells for cell in _cells(each, row, head=head)))


def _cells(terletak: SelTerletak, larik: Larik, *, head: bool) -> tuple[Cell, ...]:
    sel = terletak.sel
    style = _HEAD if head else _styled(sel.rata, larik.gaya)
    return (Cell(None, style),) * sel.lebar if terletak.lanjutan else (_cell(sel, style, head=head),)


def _cell(sel: Sel, style: Style, *, head: bool) -> Cell:
    """A cell; a figure, where it is one and nothing more, is a number with the decimals that are shown."""
    said = _said(sel.isi)
    read = dari_angka(said) if sel.rata == "kanan" and not head else None
    shape = {"span": sel.lebar, "down": sel.tinggi}
    return _number(*read, style)._replace(**shape) if read else _text(said, style)._replace(**shape)


def _number(number: Fraction, decimals: int, style: Style) -> Cell:
    return Cell(number, style._replace(number=f"#,##0{'.' * bool(decimals)}{'0' * decimals}"))


def _styled(rata: str, gaya: str) -> Style:
    fill = {"kelompok": _PALE, "rata": _PALE}.get(gaya, "")
    return _GRID._replace(align=_RATA.get(rata, "left"), bold=bool(gaya), fill=fill)


def _signatures(pengesahan: Pengesahan, columns: int) -> Iterator[Row]:
    left = columns // 2
    yield Row()
    lines = zip(_signature(pengesahan.kiri), _signature(pengesahan.kanan), strict=True)
    for at, (one, other) in enumerate(lines):
        yield Row((_half(one, left), _half(other, columns - left)), 60 if at == _ROOM else None)


def _half(text: str | None, columns: int) -> Cell:
    return _text(text or "", _CENTRED)._replace(span=columns)


def _signature(penanda: Penanda | None) -> tuple[str | None, ...]:
    """The lines of one who signs, with the room for it."""
    if penanda is None:
        return (None,) * 6
    below = "\n".join(line for line in (penanda.pangkat, penanda.garis_nip) if line)
    return penanda.pembuka, penanda.sebagai, penanda.jabatan, None, penanda.garis_nama, below
