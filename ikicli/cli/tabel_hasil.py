"""Results as a table: drawn with bars and colour on a terminal, aligned plain text elsewhere. One shaping serves both."""

import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan, Keadaan
from ikicli.cli.terminal import rich_console
from ikicli.definisi.nouns import Aturan
from ikicli.diagnostik.faces.teks_ import visible
from ikicli.rumus import decimal_text

KEADAAN = {
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.BELUM_ADA_TARGET: "belum ada target",
    Keadaan.BELUM_ADA_DATA: "belum ada data",
    Keadaan.PEMBAGI_NOL: "pembagi nol",
    Keadaan.TIDAK_DIHITUNG: "tidak dihitung",
}
_BAR = 12
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_FULL_BAR_AT = 120


class Baris(NamedTuple):
    """A line of the table as it is read."""

    nama: str
    target: str
    realisasi: str
    capaian: str
    keterangan: str
    batang: str
    warna: str


def _figure(number: Fraction | None, digit: int) -> str:
    return "" if number is None else decimal_text(number, digit, point=",")


def _target(one: HasilIndikator) -> str:
    return one.target.teks.replace(".", ",").replace(",,", "..") if one.target else ""


def _bar(capaian: Fraction | None) -> str:
    """The capaian as a bar whose full length is 120 percent."""
    if capaian is None:
        return ""
    share = min(max(capaian / _FULL_BAR_AT, Fraction(0)), Fraction(1))
    whole, eighths = divmod(int(share * _BAR * 8), 8)
    return ("█" * whole + (_EIGHTHS[eighths] if eighths else "")).ljust(_BAR)


def _colour(predikat: str | None, aturan: Aturan) -> str:
    """Green for the upper bands, yellow for the middle, red for the lowest two."""
    bands = [band.nama for band in aturan.isi.predikat]
    if predikat not in bands:
        return ""
    from_top, from_bottom = bands.index(predikat), len(bands) - 1 - bands.index(predikat)
    return "green" if from_top < len(bands) / 3 else "red" if from_bottom < len(bands) / 3 else "yellow"


def _indikator(one: HasilIndikator, hasil: Hasil) -> Baris:
    digit = hasil.aturan.digit
    unit = one.indikator.satuan.teks if one.indikator.satuan else ""
    realisasi = _figure(one.realisasi, digit)
    remarks = [KEADAAN[one.keadaan]] if one.keadaan in KEADAAN else [one.predikat] if one.predikat else []
    if one.realisasi is not None and one.cakupan and not one.cakupan.lengkap:
        remarks.append(f"data {one.cakupan.ada} dari {one.cakupan.dari} bulan")
    if one.nol_terlewati:
        remarks.append("target nol terlewati")
    return Baris(
        nama=one.indikator.id,
        target=_target(one),
        realisasi=f"{realisasi} {unit}" if realisasi else "",
        capaian=_figure(one.capaian, digit),
        keterangan=", ".join(remarks),
        batang=_bar(one.capaian),
        warna=_colour(one.predikat, hasil.aturan) if one.keadaan is Keadaan.DIHITUNG else "dim",
    )


def _jabatan(each: HasilJabatan, hasil: Hasil) -> Baris:
    return Baris(
        nama=f"{visible(each.jabatan.nama)} ({each.jabatan.id})",
        target="",
        realisasi="",
        capaian=_figure(each.capaian, hasil.aturan.digit),
        keterangan=each.predikat or "",
        batang=_bar(each.capaian),
        warna=_colour(each.predikat, hasil.aturan),
    )


def heading(hasil: Hasil) -> list[str]:
    """What the figures are of, and whether they are only examples."""
    unit = visible(hasil.kantor.unit.unit) if hasil.kantor.unit else ""
    lines = [f"{unit} | s.d. {hasil.sampai.sebutan} | aturan {hasil.aturan.id}"]
    if hasil.sampai.awal == 1 and hasil.sampai.akhir == 12:  # noqa: PLR2004
        lines = [f"{unit} | {hasil.sampai.sebutan} | aturan {hasil.aturan.id}"]
    if hasil.contoh:
        lines.append("ANGKA CONTOH: target atau realisasinya ilustrasi, bukan angka resmi.")
    return lines


def footing(hasil: Hasil) -> list[str]:
    """The office's figure, and what it leaves out."""
    lines = [f"Capaian: {_figure(hasil.capaian, hasil.aturan.digit) or 'belum ada'}"]
    if hasil.predikat:
        lines[0] += f" ({hasil.predikat})"
    lines[0] += f", rata-rata jabatan; {hasil.dihitung} indikator dihitung, {hasil.kosong} tanpa angka."
    missed = [f"{one.jabatan}.{one.indikator.id}" for one in hasil.indikator() if one.nol_terlewati]
    if missed:
        lines.append(f"Target nol terlewati, dihitung menurut aturan: {', '.join(missed)}.")
    return lines


def plain(hasil: Hasil) -> str:
    """The table as aligned text, no line longer than it must be."""
    lines = [*heading(hasil), ""]
    groups = [(_jabatan(each, hasil), [_indikator(one, hasil) for one in each.indikator]) for each in hasil.jabatan]
    rows = [row for _, rows in groups for row in rows]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    for head, rows in groups:
        lines.append(f"{head.nama}: {head.capaian or 'belum ada capaian'} {head.keterangan}".rstrip())
        lines.extend(_plain_row(row, widths) for row in rows)
        lines.append("")
    return "\n".join([*lines, *footing(hasil)]) + "\n"


def _plain_row(row: Baris, widths: list[int]) -> str:
    cells = [row.nama.ljust(widths[0]), row.target.rjust(widths[1]), row.realisasi.rjust(widths[2])]
    return "  ".join(["", *cells, row.capaian.rjust(max(widths[3], 6)), row.keterangan]).rstrip()


def draw(hasil: Hasil) -> None:
    """The table on the terminal."""
    from rich.text import Text

    console = rich_console(sys.stdout)
    title, *warning = heading(hasil)
    console.print(Text(title, "bold"))
    for line in warning:
        console.print(Text(line, "bold yellow"))
    console.print(_rich_table(hasil))
    for line in footing(hasil):
        console.print(Text(line))


def _rich_table(hasil: Hasil) -> Any:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    table.add_column("Indikator", overflow="fold")
    for column in ("Target", "Realisasi", "Capaian %"):
        table.add_column(column, justify="right")
    table.add_column("", no_wrap=True)
    table.add_column("Predikat / keadaan")
    for each in hasil.jabatan:
        table.add_row(*_cells(_jabatan(each, hasil), "bold", ""))
        for one in each.indikator:
            table.add_row(*_cells(_indikator(one, hasil), "", "  "), end_section=one is each.indikator[-1])
    return table


def _cells(row: Baris, style: str, indent: str) -> Iterator[Any]:
    from rich.text import Text

    yield Text(indent + row.nama, style)
    yield Text(row.target)
    yield Text(row.realisasi)
    yield Text(row.capaian, f"{style} {row.warna}")
    yield Text(row.batang, row.warna)
    yield Text(row.keterangan, row.warna)
