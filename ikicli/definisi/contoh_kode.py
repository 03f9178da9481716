"""The examples of codes: a wrong and a right one each, written over a small office that is right.

An example is one text. A line `# berkas: PATH` begins a file of the office; what stands before the first such line is
`definitions/jabatan/sekcam.yaml`. A file under `# berkas: PATH | utf-16` (or `latin-1`) is written in that code, and in
one under `| nul` the text `<NUL>` stands for that character.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from ikicli.bundled import bundled
from ikicli.value import Value

_HEADER = re.compile(r"^# berkas: (\S+)(?: \| (\S+))?\n", re.MULTILINE)
_DEFAULT = "definitions/jabatan/sekcam.yaml"


class Bagian(Value):
    """One file of an example."""

    berkas: str
    isi: bytes


def parts(text: str) -> Iterator[Bagian]:
    """The files that an example writes."""
    first, *rest = _HEADER.split(text)
    if first.strip():
        yield Bagian(_DEFAULT, first.encode())
    for path, written_in, content in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        yield Bagian(path, _encoded(content, written_in or "utf-8"))


def _encoded(text: str, written_in: str) -> bytes:
    return text.replace("<NUL>", "\0").encode() if written_in == "nul" else text.encode(written_in)


def lay_out(text: str, root: Path) -> None:
    """Write the small office into the folder `root`, and an example over it."""
    shutil.copytree(bundled("rules") / "kantor", root, dirs_exist_ok=True)
    for part in parts(text):
        path = root / part.berkas
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(part.isi)
