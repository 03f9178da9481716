"""A file's bytes as text, or the reason why they are not text."""

import codecs
import os
from pathlib import Path

from ikicli.diagnostik import Diagnostic, Source, Span
from ikicli.value import Value

LARGEST = 1 << 20
"""A definition file above 1 MiB is not one."""

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Word and Excel begin, whatever they are called."""
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AGAIN = "simpan ulang berkas ini sebagai UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8)"

_AS_TEXT = 'salin isinya ke Notepad, lalu simpan di sana sebagai UTF-8 dengan Jenis "Semua file"'


class Text(Value):
    """A file as text. `source.text` is empty when the diagnostics say that nothing could be read."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]


def read_text(path: Path, largest: int | None = LARGEST) -> Text:
    """The text of a file, line ends as `\\n`, without byte order mark. `largest` is in bytes, None for any size.

    Raises OSError when the file cannot be read at all.
    """
    with path.open("rb", buffering=0) as file:
        too_large = largest is not None and os.fstat(file.fileno()).st_size > largest
        raw = b"" if too_large else file.readall()
    return _too_large(path, largest) if largest is not None and too_large else decode(path, raw)


def kept_text(path: Path, raw: bytes) -> Text:
    """The text of a definition file whose bytes are kept elsewhere, as `read_text` gives it."""
    return _too_large(path, LARGEST) if len(raw) > LARGEST else decode(path, raw)


def _too_large(path: Path, largest: int) -> Text:
    nothing = Source(str(path), "")
    message = f"berkas lebih besar dari {largest >> 20} MiB"
    return Text(nothing, (Diagnostic("IKI103", Span(nothing, 0, 0), message),))


def decode(path: Path, raw: bytes) -> Text:
    """Bytes as text, refused where they are not UTF-8 or hold NUL."""
    if raw.startswith(_UTF16):
        return _refused(path, "", "berkas ini berkode UTF-16, bukan UTF-8")
    if raw.startswith(_OFFICE):
        return _refused(path, "", "isi berkas ini dokumen Word atau Excel, bukan teks", hint=_AS_TEXT)
    nul = raw.find(b"\0")
    if nul >= 0:
        return _refused(path, raw[:nul].decode("utf-8", "replace"), "ada karakter NUL di dalam berkas")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = raw[error.start : error.start + 1]
        guess = wrong.decode("cp1252", "replace")
        message = f"byte 0x{wrong.hex().upper()} bukan UTF-8 (dalam Windows-1252: `{guess}`)"
        return _refused(path, raw[: error.start].decode("utf-8"), message, guess)
    return Text(Source(str(path), _plain(text)), ())


def _refused(path: Path, head: str, message: str, wrong: str = "", hint: str = _SAVE_AGAIN) -> Text:
    """No text, and why; the span's source keeps `head` and what is `wrong` behind it, for the excerpt."""
    read = _plain(head)
    place = Span(Source(str(path), read + wrong), len(read), len(read) + len(wrong))
    return Text(Source(str(path), ""), (Diagnostic("IKI101", place, message, hint),))


def _plain(text: str) -> str:
    """Text without byte order marks before it, its lines ended by line feeds."""
    text = text.lstrip("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
