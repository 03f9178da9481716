"""The parts of a document beside its lines: the members of an archive; the pictures, styles and scripts of a page."""

import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from html.parser import HTMLParser

from ikicli.laporan.bahan.tanda import is_manifest
from ikicli.value import Value

_CHUNK = 1 << 20
_IMAGES = ("word/media/", "xl/media/")
_KINDS = {
    "script": "skrip", "style": "gaya", "svg": "gambar", "img": "gambar",
    "iframe": "sisipan", "object": "sisipan", "embed": "sisipan",
}  # fmt: skip
_EMPTY = frozenset({"img", "embed"})
_HEAD, _BODY = "kepala halaman", "susunan halaman"


class Bagian(Value):
    """A part of a document: what it is called, and the SHA-256 of what stands in it.

    `bersama`: it differs wherever the text or the files that the document was made from do.
    """

    nama: str
    sidik: str
    bersama: bool = False


def members(archive: zipfile.ZipFile, is_told: Callable[[str], bool]) -> Iterator[Bagian]:
    """The members of an archive; of two with one name programs may show either."""
    times = Counter[str]()
    for info in archive.infolist():
        name = info.filename
        times[name] += 1
        called = f"{'gambar' if name.startswith(_IMAGES) else 'bagian'} {name}"
        again = f" ({times[name]})" if times[name] > 1 else ""
        digest = sha256()
        with archive.open(info) as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        yield Bagian(called + again, digest.hexdigest(), is_told(name))


def parts(text: str) -> tuple[Bagian, ...]:
    """The parts of a page of HTML."""
    page = _Page()
    page.feed(text)
    page.close()
    return tuple(page.parts())


def _is_manifest(tag: str, attributes: Mapping[str, str | None]) -> bool:
    content = attributes.get("content") or ""
    return tag == "meta" and attributes.keys() == {"name", "content"} and is_manifest(content)


class _Page(HTMLParser):
    """A page of HTML, taken apart."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: dict[str, list[str]] = {}
        self._count = Counter[str]()
        self._around, self._outside, self._within, self._depth = _BODY, _BODY, "", 0

    def parts(self) -> Iterator[Bagian]:
        """The parts so far."""
        for name, pieces in self._pieces.items():
            content = "".join(pieces).encode("utf-8", "surrogatepass")
            yield Bagian(name, sha256(content).hexdigest(), name == _BODY)

    def _add(self, piece: str, name: str | None = None) -> None:
        self._pieces.setdefault(name or self._around, []).append(piece)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        written = self.get_starttag_text() or ""
        if self._within:
            self._depth += tag == self._within
            self._add(written)
        elif tag in _KINDS:
            kind = _KINDS[tag]
            self._count[kind] += 1
            name = f"{kind} ke-{self._count[kind]}"
            self._add(written, name)
            if tag not in _EMPTY:
                self._outside, self._around, self._within, self._depth = self._around, name, tag, 1
        else:
            if tag == "head":
                self._around = _HEAD
            if not _is_manifest(tag, dict(attrs)):
                self._add(written)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag not in _EMPTY:
            self._add(f"</{tag}>")
        if self._within:
            self._depth -= tag == self._within
            if not self._depth:
                self._around, self._within = self._outside, ""
        elif tag == "head":
            self._around = _BODY

    def handle_data(self, data: str) -> None:
        """Text within it."""
        if self._around != _BODY:
            self._add(data.strip())

    def handle_comment(self, data: str) -> None:
        """What is not shown, but by some programs."""
        self._add(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """What kind of page it is."""
        self._add(f"<!{decl}>")
