"""A comparison as a comment on a merge request: Markdown, what matters first, the rest folded."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ikicli.capaian.sebutan import CONTOH
from ikicli.laporan.escape import markdown
from ikicli.telaah.dampak import kata
from ikicli.telaah.dampak.nouns import TAK_BERAKIBAT, Akibat, Dampak, Perubahan, Selisih

_LONGEST = 300


def as_comment(dampak: Dampak) -> str:
    """The comment, with a final line end."""
    return "\n".join(_lines(dampak)) + "\n"


def _lines(dampak: Dampak) -> Iterator[str]:
    yield "### Dampak perubahan definisi"
    yield ""
    yield markdown(kata.title(dampak))
    yield ""
    if dampak.contoh:
        yield f"> **{CONTOH}**"
        yield ""
    yield f"**{markdown(kata.headline(dampak))}**"
    yield from _errors(dampak)
    if dampak.akibat:
        yield from _effects(dampak.akibat)
    rows = tuple(kata.unknown_rows(dampak))
    if rows:
        yield ""
        yield from (f"- {markdown(row)}" for row in rows)
    reaching = tuple(each for each in dampak.definisi if each.jenis not in TAK_BERAKIBAT)
    others = tuple(each for each in dampak.definisi if each.jenis in TAK_BERAKIBAT)
    yield from _definitions("Perubahan yang dapat mengubah angka", reaching, folded=False)
    yield from _definitions("Perubahan teks, susunan dan pemeriksaan", others, folded=True)


def _errors(dampak: Dampak) -> Iterator[str]:
    if dampak.galat:
        yield ""
        yield f"Definisi {markdown(dampak.revisi)} memuat {len(dampak.galat)} galat; yang pertama:"
        yield ""
        for each in dampak.galat[:5]:
            line, _ = each.span.first
            yield f"- {each.code}, baris {line}: {markdown(each.message)}"


def _effects(akibat: Akibat) -> Iterator[str]:
    for title, rows in kata.tables(akibat):
        yield from _table(title, rows)
    for title, names in (("Mendapat capaian", akibat.dapat), ("Kehilangan capaian", akibat.hilang)):
        if names:
            yield ""
            yield f"**{title}:** {', '.join(map(_code, names))}"


def _table(title: str, rows: Sequence[Selisih]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"#### {title}"
    yield ""
    yield "| | Hal | Sebelum | Sesudah | Sebab |"
    yield "|---|---|---:|---:|---|"
    for each in rows:
        values = (kata.shown(each.hal, value) for value in (each.sebelum, each.sesudah))
        cells = (kata.HAL[each.hal], *values, "; ".join(each.sebab))
        yield f"| {_code(kata.subject(each))} | {' | '.join(map(markdown, cells))} |"


def _definitions(title: str, changes: tuple[Perubahan, ...], *, folded: bool) -> Iterator[str]:
    if not changes:
        return
    yield ""
    yield f"<details><summary>{title} ({len(changes)})</summary>" if folded else f"#### {title}"
    for part in kata.grouped(changes):
        yield ""
        yield f"**{_code(part.nama)}**"
        yield ""
        yield from _points(part.isi)
    if folded:
        yield ""
        yield "</details>"


def _points(changes: Iterable[Perubahan]) -> Iterator[str]:
    for each in changes:
        yield f"- {markdown(kata.called(each))}"
        for mark, text in (("sebelum", each.sebelum), ("sesudah", each.sesudah)):
            if text is not None:
                yield f"  - {mark}: {_code(text)}"


def _code(text: str) -> str:
    """A text as code: nothing in it acts, also where it holds backticks."""
    flat = " ".join(text.split())
    flat = flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
    fence = "`" * (max(map(len, re.findall("`+", flat)), default=0) + 1)
    pad = " " if flat[:1] == "`" or flat[-1:] == "`" else ""
    return f"{fence}{pad}{flat}{pad}{fence}"
