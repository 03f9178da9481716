"""Results drawn on a terminal: bars and colour, fitted to the width. A colour never says a thing alone."""

import sys
from collections.abc import Iterator
from fractions import Fraction

from rich.console import Console
from rich.text import Text

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan, Keadaan
from ikicli.capaian.golongan import golongan
from ikicli.capaian.sebutan import contoh_notice
from ikicli.cli.layar import GOLONGAN, warning
from ikicli.cli.tabel_hasil import Baris, Blok, blocks, column_widths, footing, heading
from ikicli.cli.terminal import rich_console
from ikicli.definisi.nouns import Aturan
from ikicli.value import Value

_EIGHTHS = " ▏▎▍▌▋▊▉"
_SCALES = (20, 10)
"""How many cells of a bar are 100 percent, the widest first; behind the mark at 100 there is room up to 120."""
_NARROWEST_NAME = 14
_GAP = "  "


class _Layout(Value):
    """Widths of the columns, and the scale of the bars (0: none)."""

    nama: int
    target: int
    realisasi: int
    capaian: int
    skala: int


def draw(hasil: Hasil) -> None:
    """The table on stdout."""
    console = rich_console(sys.stdout)
    table = list(blocks(hasil))
    layout = _layout(table, console.width)
    for line in _lines(hasil, table, layout, console):
        console.print(line)


def _lines(hasil: Hasil, table: list[Blok], layout: _Layout, console: Console) -> Iterator[Text]:
    yield Text(heading(hasil), "bold")
    notice = contoh_notice(hasil)
    if notice:
        yield warning(notice)
    if layout.skala:
        yield Text("Batang: capaian, dengan tanda │ di 100 persen.", "dim")
    yield Text()
    for block in table:
        yield Text(block.nama, "bold")
        for row, one in zip(block.baris, block.hasil.indikator, strict=True):
            yield from _row(row, one, hasil.aturan, layout, console.width)
        if len(block.baris) > 1:
            yield _mean(block, hasil.aturan, layout)
        yield Text()
    figure, *remarks = footing(hasil)
    yield Text(figure, f"bold {_colour(hasil.predikat, hasil.aturan)}")
    for remark in remarks:
        yield Text(remark, "yellow")


def _layout(table: list[Blok], width: int) -> _Layout:
    """The widest bars that leave the names whole, else narrow names beside narrow bars, else no bars."""
    rows = [row for block in table for row in block.baris]
    nama, target, realisasi, capaian = column_widths(rows)
    label = max((len(row.sebutan) for row in rows if row.capaian), default=0)
    room = width - sum(len(_GAP) + column for column in (target, realisasi, capaian, label)) - len(_GAP)
    for scale in _SCALES:
        if room - len(_GAP) - _bar_width(scale) >= nama:
            return _Layout(nama, target, realisasi, capaian, scale)
    beside_bars = room - len(_GAP) - _bar_width(_SCALES[-1])
    if beside_bars >= _NARROWEST_NAME:
        return _Layout(beside_bars, target, realisasi, capaian, _SCALES[-1])
    return _Layout(min(nama, max(room, _NARROWEST_NAME)), target, realisasi, capaian, 0)


def _row(row: Baris, one: HasilIndikator, aturan: Aturan, layout: _Layout, width: int) -> Iterator[Text]:
    """An indicator's line; a name too long for it stands above, notes that do not fit below it."""
    colour = _colour(one.predikat, aturan)
    name, room = row.nama, layout.nama + len(_GAP) + layout.target
    if row.realisasi + row.target and len(name) + len(_GAP) + len(row.target) > room:
        yield Text(_GAP + name)
        name = ""
    line = Text(_GAP + name + row.target.rjust(room - len(name)))
    line.append(row.realisasi.rjust(2 * len(_GAP) + room + layout.realisasi - len(line)))
    if one.keadaan is Keadaan.DIHITUNG:
        _append_figure(line, row.capaian, one.capaian, row.sebutan, colour, layout)
    else:
        line.append(_GAP + " " * layout.capaian + _GAP + row.sebutan, "dim")
    notes = "; ".join(row.catatan)
    if notes and line.cell_len + len(_GAP) + len(notes) <= width:
        line.append(_GAP + notes, "yellow")
        notes = ""
    line.rstrip()
    yield line
    if notes:
        yield Text(f"{_GAP}{_GAP}{notes}", "yellow")


def _mean(block: Blok, aturan: Aturan, layout: _Layout) -> Text:
    """A jabatan's own figure, below those of its indicators."""
    result: HasilJabatan = block.hasil
    weighted = any(one.indikator.bobot is not None for one in result.indikator)
    label = "rata-rata berbobot" if weighted else "rata-rata"
    start = layout.nama + layout.target + layout.realisasi + 2 * len(_GAP)
    line = Text(_GAP + label.ljust(start), "bold")
    if result.capaian is None:
        line.append(f"{_GAP}{' ' * layout.capaian}{_GAP}belum ada capaian", "not bold dim")
    else:
        _append_figure(line, block.capaian, result.capaian, block.predikat, _colour(result.predikat, aturan), layout)
    return line


def _append_figure(line: Text, shown: str, capaian: Fraction | None, label: str, colour: str, layout: _Layout) -> None:
    line.append(_GAP + shown.rjust(layout.capaian), colour)
    if layout.skala and capaian is not None:
        below, above = _bar(capaian, layout.skala)
        line.append(_GAP + below, colour)
        line.append("│", "not bold dim")
        line.append(above, colour)
    line.append(_GAP + label, colour)


def _bar_width(scale: int) -> int:
    return scale + 1 + scale // 5


def _bar(capaian: Fraction, scale: int) -> tuple[str, str]:
    """The bar up to 100 percent and what is above it; an arrow where it goes on beyond 120."""
    cells = max(capaian, Fraction(0)) * scale / 100
    rest = scale // 5
    above = _filled(min(max(cells - scale, Fraction(0)), Fraction(rest)), rest)
    return _filled(min(cells, Fraction(scale)), scale), above[:-1] + "▶" if cells > scale + rest else above


def _filled(cells: Fraction, width: int) -> str:
    whole, eighths = divmod(int(cells * 8), 8)
    return ("█" * whole + (_EIGHTHS[eighths] if eighths else "")).ljust(width)


def _colour(predikat: str | None, aturan: Aturan) -> str:
    return GOLONGAN[golongan(predikat, aturan)]
