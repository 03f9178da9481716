"""A comparison as lines of text with their roles, for a screen and for a pipe."""

from collections.abc import Iterator, Sequence

from ikicli.capaian.sebutan import CONTOH
from ikicli.cli.terminal import show_path
from ikicli.diagnostik.faces.teks_ import Piece
from ikicli.diagnostik.tampak import visible
from ikicli.telaah.dampak import kata
from ikicli.telaah.dampak.nouns import Dampak, Perubahan, Selisih

_LONGEST = 400


def pieces(dampak: Dampak) -> Iterator[Piece]:
    """The whole comparison."""
    yield from _line("tempat", kata.title(dampak))
    if dampak.contoh:
        yield from _line("peringatan", CONTOH)
    yield from _line("", kata.headline(dampak))
    for each in dampak.galat:
        line, column = each.span.first
        yield from _line("galat", f"  {show_path(each.span.source.path)}:{line}:{column}: {each.code}: {each.message}")
    for row in kata.unknown_rows(dampak):
        yield from _line("peringatan", f"  {row}")
    yield from _definitions(dampak)
    if dampak.akibat:
        yield from _rows("Predikat yang berganti", dampak.akibat.predikat)
        yield from _rows("Rata-rata yang bergeser", dampak.akibat.rata_rata)
        yield from _rows("Angka yang berubah", dampak.akibat.angka)


def _line(role: str, text: str) -> Iterator[Piece]:
    yield Piece(visible(text), role)
    yield Piece("\n")


def _definitions(dampak: Dampak) -> Iterator[Piece]:
    if dampak.definisi:
        yield from _heading("Perubahan definisi")
    for part in kata.grouped(dampak.definisi):
        yield from _line("tempat", f"  {part.nama}")
        for each in part.isi:
            yield from _change(each)


def _heading(title: str) -> Iterator[Piece]:
    yield Piece("\n")
    yield from _line("info", title)


def _change(each: Perubahan) -> Iterator[Piece]:
    yield from _line("", f"    {kata.called(each)}")
    for role, mark, text in (("galat", "-", each.sebelum), ("saran", "+", each.sesudah)):
        if text is not None:
            yield from _line(role, f"      {mark} {_short(text)}")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def _rows(title: str, rows: Sequence[Selisih]) -> Iterator[Piece]:
    if not rows:
        return
    yield from _heading(title)
    table = [(kata.subject(row), kata.HAL[row.hal], *_values(row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for (name, hal, before, after), row in zip(table, rows, strict=True):
        said = f"  {name.ljust(widths[0])}  {hal.ljust(widths[1])}  {before.rjust(widths[2])} -> "
        yield Piece(visible(said))
        yield Piece(visible(after.ljust(widths[3])), "tempat")
        yield from _line("", f"  {'; '.join(_short(why) for why in row.sebab)}".rstrip())


def _values(row: Selisih) -> tuple[str, str]:
    return kata.shown(row.hal, row.sebelum), kata.shown(row.hal, row.sesudah)
