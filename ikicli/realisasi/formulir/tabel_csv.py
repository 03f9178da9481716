"""A form as CSV, for those without a spreadsheet: the same rows and columns as the sheet that is filled in."""

from collections.abc import Iterator
from fractions import Fraction

from ikicli.realisasi.formulir import kata
from ikicli.realisasi.formulir.susun import BarisIsian, Formulir
from ikicli.tabel import write_csv

_MARK = "\ufeff"


def csv_text(formulir: Formulir) -> str:
    """The form as Excel under Indonesian settings opens it: UTF-8 with its mark, `;`, decimal comma."""
    rows = list(_rows(formulir))
    width = max(map(len, rows))
    return _MARK + write_csv(([*row, *[""] * (width - len(row))] for row in rows), delimiter=";")


def _rows(formulir: Formulir) -> Iterator[list[str]]:
    yield from ([line] for line in kata.letterhead(formulir.unit) if line)
    yield [kata.JUDUL]
    yield [kata.titled_as(formulir), kata.titled(formulir)]
    if formulir.pejabat:
        yield ["Pejabat", kata.holder(formulir.pejabat)]
    yield ["Tahun", str(formulir.sampai.tahun)]
    yield ["Untuk bulan", kata.span(formulir)]
    yield from ([about, text] for about, text in kata.instructions_for_csv(formulir))
    number = 0
    for blok in formulir.blok:
        yield []
        periods = [kata.column_title(each) for each in blok.periode]
        yield [*kata.KOLOM_DEPAN, *periods, *kata.KOLOM_BELAKANG]
        for baris in blok.baris:
            number += 1
            yield _row(baris, number)


def _row(baris: BarisIsian, number: int) -> list[str]:
    asked = " ".join([f"{baris.variabel.nama.removesuffix('.')}.", *kata.about_row(baris)])
    front = [str(number), kata.indicators(baris), asked, kata.satuan(baris.variabel)]
    values = ["" if each.nilai is None else _unmistakable(each.nilai) for each in baris.kotak]
    return [*front, *values, "", "", kata.code(baris)]


def _unmistakable(nilai: Fraction) -> str:
    """The number with a decimal comma; three decimals get a nought behind them, lest the comma divide thousands."""
    text = kata.angka(nilai)
    return f"{text}0" if len(text.partition(",")[2]) == 3 else text
