"""What an import would change, drawn on a terminal."""

import sys
from collections.abc import Sequence
from itertools import islice

from rich.table import Table
from rich.text import Text

from ikicli.cli.tabel_impor import JUDUL, NUMERIC, rows
from ikicli.cli.terminal import rich_console
from ikicli.diagnostik.tampak import visible
from ikicli.realisasi.simpan import Rencana

_MOST_ROWS = 200


def draw(plans: Sequence[Rencana]) -> None:
    """The changes on stdout: new figures green, corrected ones yellow; only the first of very many."""
    console = rich_console(sys.stdout)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, title in enumerate(JUDUL):
        table.add_column(title, justify="right" if number in NUMERIC else "left", overflow="fold")
    for row in islice(rows(plans), _MOST_ROWS):
        style = "green" if row.lama == "-" else "yellow" if row.lama != row.baru else ""
        table.add_row(*(Text(visible(cell), style if number == 3 else "") for number, cell in enumerate(row)))
    console.print(table)
    changes = (change for rencana in plans for change in rencana.perubahan)
    rest = sum(len(usulan.nilai) for change in changes for usulan in change.baru) - _MOST_ROWS
    if rest > 0:
        console.print(Text(f"... dan {rest} lagi; `iki impor ... --coba > perubahan.txt` menulis semuanya", "dim"))
    console.print()
