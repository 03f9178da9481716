"""Spreadsheets are zipped XML: members of an archive, guarded, and their elements without namespaces."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from xml.parsers import expat

from ikicli.tabel.lembar import LOCKED, STEP_BYTES, Step, Unreadable, no_step

_LARGEST = 256 << 20
"""Unpacked. An archive may claim to unpack to anything."""
_CHUNK = 1 << 16
_DEEPEST = 200
_LONGEST_TAG = 1 << 20
"""Bytes of one tag or comment; expat looks at an unfinished one again with every chunk."""
_MOST_NAMES = 10_000
"""Of elements and attributes in one member; expat keeps them all."""
_PACKED = frozenset([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
"""How spreadsheets pack their members."""

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


@contextmanager
def open_archive(path: Path, step: Step = no_step) -> Iterator[zipfile.ZipFile]:
    """A zipped spreadsheet. Raises Unreadable for one that is damaged, locked, or too large, there or while reading."""
    try:
        with _Watched(path, step) as file, zipfile.ZipFile(file) as archive:
            if any(member.compress_type not in _PACKED for member in archive.infolist()):
                said = "berkas ini dimampatkan dengan cara yang tidak dipakai lembar kerja"
                raise Unreadable(said, "buka dengan Excel atau LibreOffice, lalu simpan ulang")
            if sum(member.file_size for member in archive.infolist()) > _LARGEST:
                said = f"berkas ini bila dibuka lebih besar dari {_LARGEST >> 20} MiB"
                raise Unreadable(said, "kirim hanya lembar isiannya")
            yield archive
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        struct.error,
        LookupError,
        EOFError,
        NotImplementedError,
        ValueError,
        OSError,  # the file was there: a place in it that the archive names is not
    ) as error:
        said, hint = "berkas ini rusak atau tidak lengkap", "buka dengan Excel atau LibreOffice, lalu simpan ulang"
        raise Unreadable(said, hint) from error
    except RuntimeError as error:  # zipfile's word for a member with a password
        raise Unreadable(*LOCKED) from error


class _Watched(io.FileIO):
    """A file that tells how far it has been read."""

    def __init__(self, path: Path, step: Step) -> None:
        super().__init__(path)
        self._step, self._count = step, 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(-1 if size is None else size) or b""
        steps, self._count = divmod(self._count + len(data), STEP_BYTES)
        for _ in range(steps):
            self._step()
        return data


def read_xml(archive: zipfile.ZipFile, member: str, start: Start, end: End, text: Text) -> None:
    """Walk the elements of a member; names and attributes come without their namespaces."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    local = _LocalNames()
    depth = 0

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ValueError(name)
        start(local[name], _plain(attributes))

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(local[name])

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    count = 0
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
            count += len(chunk)
            if count - parser.CurrentByteIndex > _LONGEST_TAG or len(parser.intern) > _MOST_NAMES:
                raise ValueError(member)
        parser.Parse(b"", True)


def _refuse(*_: object) -> None:
    raise Unreadable("berkas ini memuat DOCTYPE, yang tidak ada dalam lembar kerja", "simpan ulang dengan Excel")


class _LocalNames(dict[str, str]):
    """Names without their namespaces, each worked out once."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]


def _plain(attributes: Mapping[str, str]) -> Mapping[str, str]:
    if ":" in "".join(attributes):
        return {name.rpartition(":")[2]: value for name, value in attributes.items()}
    return attributes
