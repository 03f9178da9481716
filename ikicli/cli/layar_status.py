"""The state of a year's data on a terminal: the same grid with colour. A colour never says a thing alone."""

import sys
from collections.abc import Iterator
from textwrap import wrap

from rich.text import Text

from ikicli.capaian.status import BarisStatus, Keterisian, Status
from ikicli.cli import tabel_status as tabel
from ikicli.cli.layar import warning
from ikicli.cli.terminal import rich_console

_COLOURS = {
    Keterisian.LENGKAP: "green",
    Keterisian.SEBAGIAN: "yellow",
    Keterisian.KOSONG: "yellow",
    Keterisian.BELUM_WAKTUNYA: "dim",
}
_LATE = "bold red"


def draw(status: Status) -> None:
    """The state on stdout."""
    console = rich_console(sys.stdout)
    for line in _lines(status, console.width):
        console.print(line, soft_wrap=True)


def _lines(status: Status, width: int) -> Iterator[Text]:
    yield from (Text(part, "bold") for part in wrap(tabel.heading(status), width))
    notice = tabel.contoh_notice(status)
    if notice:
        yield warning(notice)
    yield Text()
    if not status.ada_isian:
        yield from (Text(line) for line in [*tabel.beginning(status), "", tabel.summary(status)])
        return
    yield from _grid(status, tabel.layout(status, width))
    yield Text()
    yield _legend(status)
    yield from (Text(part) for part in wrap(tabel.summary(status), width))
    asked = list(tabel.requests(status))
    if asked:
        yield from (Text(), Text(tabel.ASKED, "bold"))
    for each in asked:
        yield Text.assemble("  ", (each.nama, "bold"), ", " if each.keadaan else "", (each.keadaan, _urgency(each)))
        for line in (each.siapa, *each.apa):
            yield from (Text(part) for part in _folded(line, width))


def _urgency(asked: tabel.Tagihan) -> str:
    return _LATE if asked.terlambat else "dim"


def _folded(line: str, width: int) -> list[str]:
    return wrap(line, width, initial_indent=" " * 4, subsequent_indent=" " * 6, break_on_hyphens=False)


def _grid(status: Status, form: tabel.Layout) -> Iterator[Text]:
    quarters, months = tabel.headers(status, form)
    yield Text(quarters, "bold")
    yield Text(months, "dim")
    for row in status.baris:
        yield _row(row, form)


def _row(row: BarisStatus, form: tabel.Layout) -> Text:
    line = Text(tabel.name_of(row, form) + tabel.GAP)
    for month, cell in enumerate(tabel.cells(row), start=1):
        line.append(tabel.gap_before(month))
        late = cell.kotak is not None and cell.kotak.terlambat
        line.append(
            cell.teks.ljust(form.bulan), _LATE if late else _COLOURS[cell.kotak.keadaan] if cell.kotak else "dim"
        )
    line.append(f" {tabel.tally(row)}")
    return line


def _legend(status: Status) -> Text:
    line = Text()
    for each in tabel.legend(status):
        colour = _LATE if each.keadaan is None else _COLOURS[each.keadaan]
        line.append(f"{each.tanda} ", colour).append(f"{each.arti}{tabel.GAP}")
    line.rstrip()
    return line
