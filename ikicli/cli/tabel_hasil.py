"""Results as the lines of a table: aligned text here, bars and colour in `layar_hasil`. One shaping serves both."""

from collections.abc import Iterator
from fractions import Fraction

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.sebutan import contoh_notice, is_mixed, label, notes, remarks, year_before
from ikicli.capaian.tulisan import angka, bersatuan, rentang_singkat, satuan, target
from ikicli.diagnostik.tampak import visible
from ikicli.value import Value


class Baris(Value):
    """An indicator as it is read.

    `sebutan` is the predikat, or the reason why there is no capaian; `catatan` is what else is to be known about it.
    """

    nama: str
    target: str
    realisasi: str
    capaian: str
    sebutan: str
    catatan: tuple[str, ...]


class Blok(Value):
    """A jabatan as it is read: its name, its own figure with the predikat, and the lines below it."""

    hasil: HasilJabatan
    nama: str
    capaian: str
    predikat: str
    baris: tuple[Baris, ...]


def blocks(hasil: Hasil) -> Iterator[Blok]:
    """The table, jabatan by jabatan; nothing in it can act on a terminal."""
    mixed = is_mixed(hasil.jabatan)
    for each in hasil.jabatan:
        yield Blok(
            hasil=each,
            nama=f"{visible(each.jabatan.nama)} ({each.jabatan.id})",
            capaian=_figure(each.capaian, hasil),
            predikat=visible(each.predikat or ""),
            baris=tuple(_row(one, hasil, mixed=mixed) for one in each.indikator),
        )


def _row(one: HasilIndikator, hasil: Hasil, *, mixed: bool) -> Baris:
    realisasi = _figure(one.realisasi, hasil)
    return Baris(
        nama=one.indikator.id,
        target=target(one.target) if one.target else "",
        realisasi=visible(bersatuan(realisasi, satuan(one.indikator))) if realisasi else "",
        capaian=_figure(one.capaian, hasil),
        sebutan=visible(label(one)) if one.capaian is None or one.predikat else "",
        catatan=tuple(map(visible, _remarks(one, hasil, mixed=mixed))),
    )


def _remarks(one: HasilIndikator, hasil: Hasil, *, mixed: bool) -> Iterator[str]:
    if one.alasan:
        yield one.alasan
    yield from notes(hasil, one, mixed=mixed)
    before = year_before(hasil, one)
    if before:
        yield before


def _figure(number: Fraction | None, hasil: Hasil) -> str:
    return "" if number is None else angka(number, hasil.aturan.digit)


def heading(hasil: Hasil) -> str:
    """What the figures are of."""
    unit = visible(hasil.kantor.nama)
    return f"{unit} | {rentang_singkat(hasil.sampai)} | aturan {hasil.aturan.id}"


def footing(hasil: Hasil) -> list[str]:
    """The office's figure, and what it leaves out."""
    figure = _figure(hasil.capaian, hasil) or "belum ada"
    predikat = f" ({visible(hasil.predikat)})" if hasil.predikat else ""
    counts = f"{hasil.dihitung} indikator dihitung, {hasil.kosong} tanpa capaian"
    return [f"Capaian: {figure}{predikat}, rata-rata jabatan; {counts}.", *map(visible, remarks(hasil))]


def plain(hasil: Hasil) -> str:
    """The table as aligned text, no line longer than it must be."""
    notice = contoh_notice(hasil)
    lines = [heading(hasil), *([notice] if notice else []), ""]
    table = list(blocks(hasil))
    widths = column_widths([row for block in table for row in block.baris])
    for block in table:
        lines.append(f"{block.nama}: {block.capaian or label(block.hasil)} {block.predikat}".rstrip())
        lines.extend(_plain_row(row, widths) for row in block.baris)
        lines.append("")
    return "\n".join([*lines, *footing(hasil)]) + "\n"


def column_widths(rows: list[Baris]) -> tuple[int, ...]:
    """How wide name, target, realisasi and capaian are at most."""
    least = (0, 0, 0, len("100,00"))
    return tuple(max([width, *(len(row[column]) for row in rows)]) for column, width in enumerate(least))


def _plain_row(row: Baris, widths: tuple[int, ...]) -> str:
    name, *figures = row[:4]
    cells = [name.ljust(widths[0]), *(figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=True))]
    return "  ".join(["", *cells, ", ".join([row.sebutan, *row.catatan])]).rstrip()
