"""A document of any format: its bytes, the manifest in it, its text line by line, and the parts it is made of."""

import io
import re
import zipfile
from collections.abc import Mapping
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path

from ikicli.laporan.bahan.tanda import Tanda, is_manifest, read
from ikicli.rumus import decimal_text
from ikicli.sumber import check_regular
from ikicli.tabel.arsip import open_archive, read_xml
from ikicli.tabel.lembar import Unreadable
from ikicli.telaah.verifikasi.bagian import Bagian, members, parts
from ikicli.value import Value

_LARGEST, _DIGITS = 64 << 20, 10
_MANIFEST, _WORD, _SHEET = "docProps/custom.xml", "word/document.xml", re.compile(r"xl/worksheets/sheet\d+\.xml")
_STRINGS = "xl/sharedStrings.xml"
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?(?:[eE][-+]?\d{1,2})?", re.ASCII)
_ZIP, _PDF = b"PK\x03\x04", b"%PDF"
_BOM = "\ufeff"
_HASH = re.compile(r"\b[0-9a-f]{64}\b")


class Dokumen(Value):
    """A document: its manifest (None: it carries none), its bytes, its lines (None: they cannot be read here), and the
    parts that are told apart beside them."""

    tanda: Tanda | None
    isi: bytes
    baris: tuple[str, ...] | None
    bagian: tuple[Bagian, ...] = ()


def open_document(path: Path) -> Dokumen:
    """A file as a document. Raises OSError; one that is damaged or far too large is an OSError with its reason."""
    check_regular(path)
    with path.open("rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise OSError(None, f"berkas ini lebih besar dari {_LARGEST >> 20} MiB", str(path))
    if not raw.startswith(_ZIP):
        return read_document(raw)
    try:
        with open_archive(path) as archive:
            return _archived(raw, archive)
    except Unreadable as why:
        raise OSError(None, why.said, str(path)) from why


def read_document(raw: bytes) -> Dokumen:
    """Bytes as a document."""
    if raw.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _archived(raw, archive)
    if raw.startswith(_PDF):
        return Dokumen(read(raw.decode("latin-1")), raw, None)
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n")
    plain = text.lstrip(_BOM)
    is_page = re.match(r"\s*<(?:!doctype|html)", plain, re.IGNORECASE) is not None
    lines = _page(plain) if is_page else plain.split("\n")
    bagian = parts(plain) if is_page else ()
    if plain != text:
        bagian = (Bagian("tanda BOM di awal berkas", ""), *bagian)
    tanda = read(text)
    return Dokumen(tanda, text.encode(), _said(lines, tanda), bagian)


def _archived(raw: bytes, archive: zipfile.ZipFile) -> Dokumen:
    names = archive.namelist()
    tanda = read(archive.read(_MANIFEST).decode("utf-8", "replace")) if _MANIFEST in names else None
    lines: list[str] = []
    if _WORD in names:
        lines = _walked(archive, _WORD, _Lines(only="t"))
    strings = _walked(archive, _STRINGS, _Strings(only="t")) if _STRINGS in names else []
    for name in sorted(filter(_SHEET.fullmatch, names)):
        lines += _walked(archive, name, _Cells(strings))
    return Dokumen(tanda, raw, _said(lines, tanda), tuple(members(archive, _is_told)))


def _is_told(member: str) -> bool:
    """Whether lines and manifest say what a member holds."""
    return member in {_MANIFEST, _WORD, _STRINGS} or _SHEET.fullmatch(member) is not None


def _walked(archive: zipfile.ZipFile, member: str, lines: "_Lines") -> list[str]:
    read_xml(archive, member, lines.start, lines.end, lines.text)
    return lines.all()


def _page(text: str) -> list[str]:
    page = _Page()
    page.feed(text)
    page.close()
    return page.lines.all()


def _said(lines: list[str], tanda: Tanda | None) -> tuple[str, ...]:
    """The lines in which a document says something, white space folded.

    Those about the files that it was made from differ with every change, and are compared by themselves.
    """
    own = {each.sha256 for each in tanda.berkas} if tanda else set[str]()
    folded = (" ".join(line.split()).strip(" |") for line in lines)
    return tuple(line for line in folded if line and not is_manifest(line) and own.isdisjoint(_HASH.findall(line)))


class _Lines:
    """The text of a page or of a Word document: a row of a table is a line, and so is every block outside of one."""

    _CELLS = frozenset({"td", "th", "tc"})
    _SILENT = frozenset({"style", "script", "head"})
    _BLOCKS = frozenset({
        "p", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "dt", "dd", "caption", "text", "title", "desc",
    })  # fmt: skip
    _BREAKS = frozenset({"br", "small"})

    def __init__(self, only: str | None = None) -> None:
        self.only, self.pieces = only, list[str]()
        self.cells = self.silent = self.wanted = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002 - as the walker calls it
        """An element begins."""
        self.cells += tag in self._CELLS
        self.silent += tag in self._SILENT
        self.wanted += tag == self.only
        if tag in self._BLOCKS and not self.cells:
            self.pieces.append("\n")
        elif tag in self._BREAKS:
            self.pieces.append(" ")

    def end(self, tag: str) -> None:
        """An element ends."""
        self.cells -= tag in self._CELLS
        self.silent -= tag in self._SILENT
        self.wanted -= tag == self.only
        if tag in self._CELLS:
            self.pieces.append(" | ")
        elif tag in self._BLOCKS:
            self.pieces.append(" " if self.cells else "\n")

    def text(self, text: str) -> None:
        """Text within it."""
        if not self.silent and (self.only is None or self.wanted):
            self.pieces.append(text.replace("\n", " "))

    def all(self) -> list[str]:
        """The lines so far."""
        return "".join(self.pieces).split("\n")


class _Strings(_Lines):
    """The texts that the cells of a workbook number, each a line, empty ones too."""

    def end(self, tag: str) -> None:
        """An element ends."""
        super().end(tag)
        if tag == "si":
            self.pieces.append("\n")


class _Cells(_Lines):
    """The text of a sheet: a row is a line, a cell its text or its number."""

    _CELLS = frozenset({"c"})
    _BLOCKS = frozenset({"row"})

    def __init__(self, strings: list[str]) -> None:
        super().__init__(only="v")
        self.strings, self.shared = strings, False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A cell says whether it holds a number or the number of a text."""
        super().start(tag, attributes)
        if tag == "c":
            self.shared = attributes.get("t") == "s"

    def text(self, text: str) -> None:
        """A value."""
        if self.wanted:
            super().text(self._shared(text) if self.shared else _number(text))

    def _shared(self, text: str) -> str:
        at = int(text) if text.isdecimal() else len(self.strings)
        return self.strings[at] if at < len(self.strings) else text


def _number(text: str) -> str:
    """A number as people read it; one saved by Excel keeps 98,43 as 98.430000000000007."""
    return decimal_text(Fraction(text), _DIGITS, point=",") if _NUMBER.fullmatch(text) else text


class _Page(HTMLParser):
    """A page of HTML, walked."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = _Lines()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """An element begins."""
        self.lines.start(tag, {})

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self.lines.end(tag)

    def handle_data(self, data: str) -> None:
        """Text within it."""
        self.lines.text(data)
