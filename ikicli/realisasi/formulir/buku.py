"""A form as a workbook: the sheet that is filled in, and the one that says how."""

from collections.abc import Iterator
from itertools import accumulate

from ikicli.definisi.nouns import Variabel
from ikicli.realisasi.formulir import kata
from ikicli.realisasi.formulir.susun import BarisIsian, BlokIsian, Formulir, KotakIsian
from ikicli.rumus import is_count
from ikicli.tabel.workbook import Cell, Check, Row, Run, Sheet, Style, Workbook

LEMBAR_ISIAN = "Isian"
LEMBAR_PETUNJUK = "Petunjuk"

_INK, _GREY, _LINE, _CLOSED, _INPUT = "#1F3864", "#595959", "#BFBFBF", "#D9D9D9", "#FFF5CC"
_PLAIN = Style()
_SMALL = Style(size=9, colour=_GREY)
_OFFICE = Style(size=13, bold=True, colour=_INK)
_TITLE = Style(size=12, bold=True)
_HINT = Style(bold=True, colour="#9C5700")
_BLOCK = Style(bold=True, colour=_INK)
_HEAD = Style(size=9, bold=True, colour="#FFFFFF", fill=_INK, border=_LINE, align="center", middle=True, wrap=True)
_LABEL = Style(border=_LINE, wrap=True)
_CENTRED = _LABEL._replace(align="center")
_CODE = Style(size=8, colour=_GREY, border=_LINE, shrink=True)
_SHUT = Style(fill=_CLOSED, border=_LINE)
_NUMBER = Style(fill=_INPUT, border=_LINE, align="right", middle=True, shrink=True, open=True)
_WORDS = Style(size=9, fill=_INPUT, border=_LINE, wrap=True, number="@", open=True)

_FRONT = (4, 22, 36, 9)
_REMARK, _WIDE_REMARK = 16, 32
_BEHIND = (13, 26)
_NARROW, _MIDDLE, _WIDE = 8, 12, 16
_COUNT, _ANY = "#,##0", "#,##0.##########"


def as_workbook(formulir: Formulir) -> Workbook:
    """The form as a workbook of two sheets."""
    about = {
        "title": f"{kata.JUDUL} {formulir.sampai.tahun}",
        "subject": kata.titled(formulir),
        "author": formulir.unit.unit,
    }
    return Workbook((_filled_in(formulir), _instructions(formulir)), about)


def _filled_in(formulir: Formulir) -> Sheet:
    above = list(_above(formulir))
    rows, first_header = list(above), 0
    step = formulir.blok[0].frekuensi.bulan
    columns = formulir.sampai.akhir // step
    starts = accumulate((len(blok.baris) for blok in formulir.blok), initial=1)
    for blok, start in zip(formulir.blok, starts, strict=False):
        if len(formulir.blok) > 1:
            rows.append(Row((Cell(None), Cell(kata.block_title(blok), _BLOCK))))
        first_header = first_header or len(rows)
        span = blok.frekuensi.bulan // step
        rows.append(_header(blok, span, columns))
        for number, baris in enumerate(blok.baris, start):
            rows.append(_row(baris, number, span, columns, formulir))
        rows.append(Row())
    remark = _WIDE_REMARK if columns < 5 else _REMARK
    widths = (*_FRONT, *[_width(formulir, columns)] * columns, remark, *_BEHIND)
    return Sheet(
        name=LEMBAR_ISIAN,
        widths=widths,
        rows=tuple(rows[:-1]),
        frozen=(first_header + 1, len(_FRONT)),
        repeated=(first_header, first_header),
        printed=len(widths) - 1,
        locked=True,
        footer=f"{kata.titled(formulir)}, {kata.span(formulir)} {formulir.sampai.tahun}",
    )


def _above(formulir: Formulir) -> Iterator[Row]:
    """Letterhead, title, whose form it is; texts run on over the empty cells beside them."""
    government, office, address = kata.letterhead(formulir.unit)
    yield Row((Cell(government, _PLAIN),), 14)
    yield Row((Cell(office, _OFFICE),), 18)
    if address:
        yield Row((Cell(address, _SMALL),), 13)
    yield Row((), 5)
    yield Row((Cell(kata.JUDUL, _TITLE),), 17)
    holder = kata.holder(formulir.pejabat)
    named = [
        (kata.titled_as(formulir), kata.titled(formulir)),
        ("Pejabat", holder),
        ("Tahun", str(formulir.sampai.tahun)),
    ]
    for name, text in named:
        if text:
            yield Row((Cell(None), Cell(name, _SMALL), Cell(text, Style(bold=True))), 14)
    yield Row((Cell(None), Cell("Untuk bulan", _SMALL), Cell(kata.span(formulir))), 14)
    yield Row((Cell(kata.SINGKAT, _HINT),), 16)


def _header(blok: BlokIsian, span: int, columns: int) -> Row:
    front = [Cell(title, _HEAD) for title in kata.KOLOM_DEPAN]
    periods = [Cell(kata.column_title(each), _HEAD, span) for each in blok.periode]
    rest = [Cell(None, _HEAD)] * (columns - span * len(blok.periode))
    return Row((*front, *periods, *rest, *(Cell(title, _HEAD) for title in kata.KOLOM_BELAKANG)), 26)


def _row(baris: BarisIsian, number: int, span: int, columns: int, formulir: Formulir) -> Row:
    whole = is_count(baris.variabel.satuan.satuan, formulir.unit.satuan) if baris.variabel.satuan else False
    about = "\n".join(kata.about_row(baris))
    asked = (Run(baris.variabel.nama, Style(bold=True)), Run(f"\n{about}", Style(size=9, colour=_GREY)))
    front = [
        Cell(str(number), _CENTRED),
        Cell(kata.indicators(baris), _LABEL),
        Cell(asked, _LABEL),
        Cell(kata.satuan(baris.variabel), _CENTRED),
    ]
    boxes = [_box(kotak, baris, span, whole=whole) for kotak in baris.kotak]
    rest = [Cell(None, _SHUT)] * (columns - span * len(boxes))
    return Row((*front, *boxes, *rest, Cell(None, _WORDS), Cell(None, _WORDS), Cell(kata.code(baris), _CODE)))


def _box(kotak: KotakIsian, baris: BarisIsian, span: int, *, whole: bool) -> Cell:
    if not kotak.terbuka:
        return Cell(None, _SHUT, span)
    style = _NUMBER._replace(align="center") if span > 1 else _NUMBER
    style = style._replace(number=_COUNT) if whole else style._replace(number=_ANY, whole=_COUNT)
    check = Check(whole, *kata.box_prompt(baris, kotak, whole=whole), kata.box_refusal(baris, whole=whole))
    return Cell(kotak.nilai, style, span, check)


def _width(formulir: Formulir, columns: int) -> int:
    """How wide the columns of periods are: wider for money, and for what stands in them already."""
    finest = formulir.blok[0].frekuensi.bulan
    usual = _WIDE if columns < 3 else _MIDDLE if columns < 7 else _NARROW
    spans = [(_needed(baris), blok.frekuensi.bulan // finest) for blok in formulir.blok for baris in blok.baris]
    return max([usual, *(-(-needed // span) for needed, span in spans)])


def _needed(baris: BarisIsian) -> int:
    written = [len(kata.angka(each.nilai)) + 2 for each in baris.kotak if each.nilai is not None]
    return max([_WIDE if _is_money(baris.variabel) else 0, *written])


def _is_money(variabel: Variabel) -> bool:
    return kata.satuan(variabel).split("/", maxsplit=1)[0].strip() == "rupiah"


def _instructions(formulir: Formulir) -> Sheet:
    name, words = Style(bold=True, wrap=True, border=_LINE), Style(wrap=True, border=_LINE)
    rows = [
        Row((Cell(f"Petunjuk {kata.JUDUL}", _TITLE),), 18),
        Row((Cell(f"{kata.titled(formulir)}, {kata.span(formulir)} {formulir.sampai.tahun}", _SMALL),), 16),
        Row(),
        *(Row((Cell(about, name), Cell(text, words))) for about, text in kata.instructions(formulir)),
    ]
    if formulir.tafsir:
        rows += [Row(), Row((Cell("Penjelasan indikator", _TITLE),), 18)]
        rows += [Row((Cell(about, name), Cell(text, words))) for about, text in formulir.tafsir]
    footer = f"{kata.JUDUL} {formulir.sampai.tahun}"
    return Sheet(LEMBAR_PETUNJUK, (26, 92), tuple(rows), landscape=False, locked=True, footer=footer)
