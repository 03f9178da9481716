"""Proposals for the store, made inside a test or read from a canonical table."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, Source
from ikicli.realisasi import Kunci, parse_periode
from ikicli.realisasi.usulan import Usulan
from ikicli.sumber import read_text
from ikicli.tabel import rows


class Terbaca(NamedTuple):
    """What `read_files` answers."""

    usulan: tuple[Usulan, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    catatan: tuple[str, ...] = ()


def proposals(path: Path) -> list[Usulan]:
    """The rows of a canonical table as proposals."""
    plain = read_text(path, largest=None).source
    table = [cells for _, cells in rows(plain)]
    source = Source(str(path), "\n".join("\t".join(cells) for cells in table), "")
    found = []
    for number, cells in enumerate(table[1:], 1):
        periode = parse_periode(cells[3])
        assert periode is not None
        found.append(Usulan(Kunci(*cells[:3]), periode, cells[4], source, number, 4, *cells[5:7]))
    return found


def read_files(kantor: Kantor, berkas: Sequence[Path], tahun: int | None, desimal: str | None) -> Terbaca:
    """Canonical tables, read as `iki impor` reads what offices send."""
    return Terbaca(tuple(each for path in berkas for each in proposals(path)))


def install() -> None:
    """Let commands of this process read with `read_files`."""
    module = ModuleType("ikicli.realisasi.baca")
    module.read_files = read_files  # type: ignore[attr-defined]
    sys.modules["ikicli.realisasi.baca"] = module
