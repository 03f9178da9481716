"""Lines of Markdown as text: emphasis, tags, markers of lists taken off; formulas between dollar signs left alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from ikicli.diagnostik import Source, Span
from ikicli.telaah.cocokkan.bunyi import Butir, Hal, TakTerbaca
from ikicli.value import Value

_FORMULA = re.compile(r"(\$[^$]+\$)")
_TAG = re.compile(r"</?(?:b|strong|i|em|u|p|div|span|font|ul|ol|li|br|center|small)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKER = re.compile(r"\s*(?:(?:[-*+•–]\s+)(?:(?:[a-z]|\d{1,2})[.)]\s+)?|(?:[a-z]|\d{1,2})[.)]\s+)")
_BREAK = re.compile(r"<br\s*/?>|\n", re.IGNORECASE)
_ITEM = re.compile(r"<li(?:\s[^<>]*)?>", re.IGNORECASE)
_BULLET = re.compile(r"\s*[-•–*]\s+")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}")
_HEADING = re.compile(r"\s*#{1,6}\s+")


class Baris(Value):
    """A line of the decree: its text, and where in the source that begins."""

    sumber: Source
    awal: int
    teks: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it, or only a rule across the page."""
        return not self.teks.strip() or bool(_RULE.fullmatch(self.teks))

    @property
    def is_heading(self) -> bool:
        """Whether Markdown makes it a heading."""
        return bool(_HEADING.match(self.teks))

    def unread(self, sebab: str) -> TakTerbaca:
        """That it was not read as any item."""
        return TakTerbaca(Span(self.sumber, self.awal, self.awal).first[0], plain(self.teks), sebab)

    def item(self, hal: Hal, teks: str | None = None) -> Butir:
        """An item that begins on it; its wording is that of the line itself where no other is given."""
        return joined(hal, [self]) if teks is None else joined(hal, [self])._replace(teks=plain(teks))

    def rest(self, teks: str) -> "Baris":
        """The end of the line that is `teks`."""
        return Baris(self.sumber, self.awal + len(self.teks) - len(teks), teks)


def lines(source: Source) -> tuple[Baris, ...]:
    """The lines of a source."""
    found, start = [], 0
    for text in source.text.split("\n"):
        found.append(Baris(source, start, text))
        start += len(text) + 1
    return tuple(found)


def folded(teks: str) -> str:
    """The text with every run of white space as one space, none at its ends."""
    return " ".join(teks.split())


def plain(teks: str) -> str:
    """The text without markup, folded."""
    parts = _FORMULA.split(teks)
    return folded("".join(part if at % 2 else _unmarked(part) for at, part in enumerate(parts)))


def _unmarked(teks: str) -> str:
    bare = _EMPHASIS.sub("", _TAG.sub(" " if "<br" in teks.lower() else "", _HEADING.sub("", teks)))
    return unescape(_ESCAPE.sub(r"\1", _LINK.sub(r"\1", bare)))


def listed(hal: Hal, given: Iterable[Baris]) -> tuple[Butir, ...]:
    """The items of a list: each begins with a marker and goes on over lines without one, blank lines or not.

    In a list without markers every paragraph is an item.
    """
    block = list(given)
    marked = any(_MARKER.match(each.teks) for each in block)
    items: list[list[Baris]] = []
    after_blank = True
    for each in block:
        begins = bool(_MARKER.match(each.teks)) if marked else after_blank
        after_blank = each.is_blank
        if not after_blank and (begins or not items):
            items.append([each.rest(_MARKER.sub("", each.teks, count=1))])
        elif not after_blank:
            items[-1].append(each)
    return tuple(joined(hal, item) for item in items)


def unlisted(given: Sequence[Baris]) -> tuple[list[Baris], list[Baris]]:
    """The lines before the first marker of a list, and those from there on."""
    at = next((at for at, each in enumerate(given) if _MARKER.match(each.teks)), len(given))
    return list(given[:at]), list(given[at:])


def joined(hal: Hal, given: Sequence[Baris]) -> Butir:
    """Several lines as one item, at the place of the first."""
    first, last = given[0], given[-1]
    text = plain("\n".join(each.teks for each in given))
    return Butir(hal, text, Span(first.sumber, first.awal, last.awal + len(last.teks)))


def cell_items(hal: Hal, baris: Baris, sel: str) -> tuple[Butir, ...]:
    """The items of a table's cell: those of a list in it, else its text as one."""
    parts = [part for part in _BREAK.split(_ITEM.sub("\n- ", sel)) if plain(part)]
    return tuple(baris.item(hal, item) for item in _cell_items(parts))


def _cell_items(parts: Sequence[str]) -> Iterator[str]:
    item = ""
    for part in parts:
        if _BULLET.match(part):
            if item:
                yield item
            item = part
            while _BULLET.match(item):
                item = _BULLET.sub("", item, count=1)
        else:
            item = f"{item}\n{part}"
    if item:
        yield item
