"""Where a thing is written, as people look it up: a file below the office's folder, and a line."""

from functools import lru_cache
from pathlib import Path, PurePath

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Source, Span
from ikicli.realisasi import Isian
from ikicli.value import Value


class Letak(Value):
    """A line of a file."""

    berkas: str
    baris: int

    @property
    def teks(self) -> str:
        """As `realisasi/2019/unit.csv baris 3`."""
        return f"{self.berkas} baris {self.baris}"


def place_of(kantor: Kantor, span: Span) -> Letak:
    """The place of a span."""
    return Letak(path_of(kantor, span.source), span.first[0])


def place_of_value(kantor: Kantor, isian: Isian) -> Letak:
    """The place of a value."""
    return Letak(path_of(kantor, isian.sumber), isian.baris)


def path_of(kantor: Kantor, source: Source) -> str:
    """A file's path from the office's folder, with `/`; a rule set that ships with iki is `bawaan:aturan/...`."""
    return _path_below(kantor.akar, source.path)


@lru_cache(maxsize=1024)
def _path_below(root: Path, file: str) -> str:
    path = PurePath(file)
    for folder in ("definitions", "realisasi"):
        if path.is_relative_to(root / folder):
            return path.relative_to(root).as_posix()
    return f"bawaan:aturan/{path.name}"
