"""A comparison of definitions as lines: plain in a pipe, coloured on a terminal."""

from collections.abc import Iterator, Sequence

from ikicli.capaian.sebutan import CONTOH
from ikicli.cli.penggal import Baris, Penggal, show
from ikicli.cli.terminal import show_path
from ikicli.diagnostik.tampak import visible
from ikicli.telaah.dampak import kata
from ikicli.telaah.dampak.nouns import Dampak, Perubahan, Selisih

_TITLE, _HEADING, _CAUTION, _BEFORE, _AFTER = "bold", "bold cyan", "bold yellow", "bold red", "green"
_LONGEST = 400


def draw(dampak: Dampak) -> None:
    """The comparison on stdout."""
    show(_lines(dampak))


def _lines(dampak: Dampak) -> Iterator[Baris]:
    yield _line(kata.title(dampak), _TITLE)
    if dampak.contoh:
        yield _line(CONTOH, _CAUTION)
    yield _line(kata.headline(dampak))
    for each in dampak.galat:
        line, column = each.span.first
        yield _line(f"  {show_path(each.span.source.path)}:{line}:{column}: {each.code}: {each.message}", _BEFORE)
    yield from (_line(f"  {row}", _CAUTION) for row in kata.unknown_rows(dampak))
    yield from _definitions(dampak)
    for title, rows in kata.tables(dampak.akibat) if dampak.akibat else ():
        yield from _rows(title, rows)


def _line(text: str, style: str = "") -> Baris:
    return (Penggal(visible(text), style),)


def _definitions(dampak: Dampak) -> Iterator[Baris]:
    if dampak.definisi:
        yield from [(), _line("Perubahan definisi", _HEADING)]
    for part in kata.grouped(dampak.definisi):
        yield _line(f"  {part.nama}", _TITLE)
        for each in part.isi:
            yield from _change(each)


def _change(each: Perubahan) -> Iterator[Baris]:
    yield _line(f"    {kata.called(each)}")
    for style, mark, text in ((_BEFORE, "-", each.sebelum), (_AFTER, "+", each.sesudah)):
        if text is not None:
            yield _line(f"      {mark} {_short(text)}", style)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def _rows(title: str, rows: Sequence[Selisih]) -> Iterator[Baris]:
    if not rows:
        return
    yield from [(), _line(title, _HEADING)]
    table = [(kata.subject(row), kata.HAL[row.hal], *_values(row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for (name, hal, before, after), row in zip(table, rows, strict=True):
        said = f"  {name.ljust(widths[0])}  {hal.ljust(widths[1])}  {before.rjust(widths[2])} -> "
        why = f"  {'; '.join(_short(why) for why in row.sebab)}".rstrip()
        yield Penggal(visible(said)), Penggal(visible(after.ljust(widths[3])), _TITLE), Penggal(visible(why))


def _values(row: Selisih) -> tuple[str, str]:
    return kata.shown(row.hal, row.sebelum), kata.shown(row.hal, row.sesudah)
