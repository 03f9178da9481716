"""CSV and TSV as programs and offices write them: whatever their encoding and their delimiter."""

import codecs
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ikicli.diagnostik import Diagnostic, Source
from ikicli.tabel.columns import split_plain
from ikicli.tabel.csv_ import BrokenTable, all_rows
from ikicli.tabel.lembar import MOST_CELLS, Dibuka, Lembar, Unreadable, make_lembar

_LARGEST = 64 << 20
_DELIMITERS = "\t;,"
_SEPARATOR = re.compile(r"sep=([\t;,])\n", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_LOOKED_AT = 1 << 16
_NO_TEXT = "berkas ini bukan teks dan bukan lembar kerja", "kirim sebagai .xlsx, .ods atau .csv"


def read_delimited(path: Path, raw: bytes) -> Dibuka:
    """The one sheet of a text. Raises Unreadable for bytes that are no text, or too many."""
    if len(raw) > _LARGEST:
        raise Unreadable(f"berkas ini lebih besar dari {_LARGEST >> 20} MiB", "bagi menjadi beberapa berkas")
    text, note = _decoded(raw)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    delimiter = _delimiter(text)
    if len(text) > MOST_CELLS and text.count(delimiter) + text.count("\n") > MOST_CELLS:
        raise Unreadable("tabel ini terlalu besar", "bagi menjadi beberapa berkas")
    source = Source(str(path), text)
    try:
        rows = split_plain(text, delimiter) or [cells for _, cells in all_rows(source, delimiter)]
    except BrokenTable as broken:
        return Dibuka((), (Diagnostic("IKI412", broken.span, broken.message, broken.hint),), note)
    return Dibuka((_sheet(source, delimiter, rows),), (), note)


def _decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of the bytes, and what to say about how it was found."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = raw.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unreadable("teks UTF-16 ini terpotong", "simpan ulang berkasnya sebagai CSV UTF-8") from error
        if "\0" in text:
            raise Unreadable(*_NO_TEXT)
        return text, ()
    if b"\0" in raw:
        raise Unreadable(*_NO_TEXT)
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        return _western(raw, error.start)


def _western(raw: bytes, at: int) -> tuple[str, tuple[str, ...]]:
    """Windows-1252, which is assumed, and said."""
    line = raw.count(b"\n", 0, at) + 1
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        said = f"byte 0x{raw[error.start]:02X} di baris {line} bukan teks"
        raise Unreadable(said, "simpan ulang berkasnya sebagai CSV UTF-8") from error
    read = raw[at : at + 1].decode("cp1252")
    return text, (f"bukan UTF-8; dibaca sebagai Windows-1252 (baris {line}: `{read}`)",)


def _delimiter(text: str) -> str:
    """What divides the cells: said in a first line `sep=;`, else what most lines hold equally often."""
    said = _SEPARATOR.match(text)
    if said:
        return said[1]
    lines = [line for line in _QUOTED.sub("", text[:_LOOKED_AT]).split("\n") if line.strip()]

    def equal_lines(delimiter: str) -> int:
        counts = Counter(line.count(delimiter) for line in lines)
        del counts[0]
        return max(counts.values(), default=0)

    return max(_DELIMITERS, key=equal_lines)


def _sheet(source: Source, delimiter: str, rows: Sequence[Sequence[str]]) -> Lembar:
    path, text = source.path, source.text
    if '"' in text or (delimiter != "\t" and "\t" in text):
        return make_lembar(path, "", rows)._replace(berkoma=delimiter == ",")
    return Lembar(Source(path, text.replace(delimiter, "\t"), ""), rows, berkoma=delimiter == ",")
