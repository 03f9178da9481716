"""Verdicts on a terminal: the same table with colour. A colour never says a thing alone."""

import sys
from collections.abc import Iterator

from rich.text import Text

from ikicli.cli import tabel_audit as tabel
from ikicli.cli.terminal import rich_console
from ikicli.telaah.audit import Audit, Putusan
from ikicli.telaah.audit.kata import PUTUSAN, TANDA

_COLOURS = {
    Putusan.COCOK: "green",
    Putusan.PEMBULATAN: "yellow",
    Putusan.BEDA: "bold red",
    Putusan.TIDAK_DIHITUNG: "dim",
}


def draw(audit: Audit) -> None:
    """The audit on stdout."""
    console = rich_console(sys.stdout)
    for line in _lines(audit, console.width):
        console.print(line)


def _lines(audit: Audit, width: int) -> Iterator[Text]:
    rows = tabel.lines_of(audit)
    form = tabel.widths(rows, width)
    yield Text(tabel.heading(audit), "bold")
    yield Text()
    yield Text(tabel.head(form), "bold")
    for row in rows:
        colour = _COLOURS[row.putusan]
        wrong = row.putusan is Putusan.BEDA
        yield Text.assemble((f"{TANDA[row.putusan]} ", colour), (tabel.row_line(row, form), colour if wrong else ""))
        for line in tabel.reason_lines(row, form, width):
            yield Text(line, "red" if wrong else "dim")
    yield Text()
    yield _legend(audit)
    counts, *notes = tabel.footing(audit)
    yield Text(counts, "bold red" if audit.count(Putusan.BEDA) else "bold green")
    yield from (Text(note) for note in notes)


def _legend(audit: Audit) -> Text:
    line = Text()
    for each in tabel.occurring(audit):
        line.append(f"{TANDA[each]} ", _COLOURS[each]).append(f"{PUTUSAN[each]}{tabel.GAP}")
    line.rstrip()
    return line
