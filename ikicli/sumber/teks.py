"""A file's bytes as text, or the reason why they are not text."""

from pathlib import Path
from typing import NamedTuple

from ikicli.diagnostik import Diagnostic, Source, Span

LARGEST = 1 << 20
"""A definition file above 1 MiB is not one."""

_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


class Text(NamedTuple):
    """A file as text. `source.text` is empty when the diagnostics say that nothing could be read."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]


def read_text(path: Path, largest: int | None = LARGEST) -> Text:
    """The text of a file, line ends as `\\n`, without byte order mark. `largest` is in bytes, None for any size.

    Raises OSError when the file cannot be read at all.
    """
    with path.open("rb") as file:
        raw = file.read() if largest is None else file.read(largest + 1)
    if largest is not None and len(raw) > largest:
        return _refused(path, "", 0, 0, "IKI103", f"berkas lebih besar dari {largest >> 20} MiB", None)
    return decode(path, raw)


def decode(path: Path, raw: bytes) -> Text:
    """Bytes as text, refused where they are not UTF-8 or hold NUL."""
    encoding = _MARKS.get(raw[:2])
    if encoding is not None:
        return _refused(path, "", 0, 0, "IKI101", f"berkas ini berkode {encoding}, bukan UTF-8", _SAVE_AGAIN)
    nul = raw.find(b"\0")
    if nul >= 0:
        head = raw[:nul].decode("utf-8", "replace")
        return _refused(path, head, len(head), len(head), "IKI101", "ada karakter NUL di dalam berkas", _SAVE_AGAIN)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        head = raw[: error.start].decode("utf-8-sig")
        wrong = raw[error.start : error.start + 1]
        guess = wrong.decode("cp1252", "replace")
        message = f"byte 0x{wrong.hex().upper()} bukan UTF-8 (dalam Windows-1252: `{guess}`)"
        return _refused(path, head + guess, len(head), len(head) + 1, "IKI101", message, _SAVE_AGAIN)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Text(Source(str(path), text), ())


_SAVE_AGAIN = "simpan ulang berkas ini sebagai UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8)"


def _refused(path: Path, head: str, start: int, end: int, code: str, message: str, hint: str | None) -> Text:
    """No text, and why; the span's source keeps what was read up to the place, for the excerpt."""
    place = Span(Source(str(path), head), start, end)
    return Text(Source(str(path), ""), (Diagnostic(code, place, message, hint),))
