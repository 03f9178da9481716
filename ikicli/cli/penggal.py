"""Lines made of pieces with their colours: plain in a pipe, drawn on a terminal. A colour never says a thing alone."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ikicli.cli.terminal import is_terminal, put, rich_console
from ikicli.diagnostik.tampak import visible
from ikicli.telaah.selisih import Arah, Potongan
from ikicli.value import Value

_MARKS = {Arah.SAMA: ("", "", ""), Arah.KIRI: ("[-", "-]", "red"), Arah.KANAN: ("{+", "+}", "green")}
_HANG, _NARROWEST = 2, 20
"""How far the rest of a long line is set in, and the least that is left of the width."""


class Penggal(Value):
    """A piece of a line, with nothing in it that acts on a terminal, and its style."""

    teks: str
    gaya: str = ""


Baris: TypeAlias = tuple[Penggal, ...]


def show(lines: Iterable[Baris]) -> None:
    """Lines on stdout."""
    if not is_terminal(sys.stdout):
        put("".join("".join(piece.teks for piece in line) + "\n" for line in lines))
        return
    from rich.text import Text

    console = rich_console(sys.stdout)
    for line in lines:
        text = Text.assemble(*((piece.teks, piece.gaya) for piece in line))
        indent = len(text.plain) - len(text.plain.lstrip())
        for at, part in enumerate(text[indent:].wrap(console, max(console.width - indent - _HANG, _NARROWEST))):
            console.print(Text(" " * (indent + _HANG * (at > 0))) + part, soft_wrap=True)


def words(pieces: Iterable[Potongan]) -> Iterator[Penggal]:
    """A comparison word by word: `[-left-]` and `{+right+}`."""
    for at, each in enumerate(pieces):
        before, after, style = _MARKS[each.arah]
        yield Penggal((" " if at else "") + before + visible(each.teks) + after, style)
