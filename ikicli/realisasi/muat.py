"""The rows of a year: read, matched with the definitions, grouped by variable, each value knowing its file and line."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, Source, Span, ordered
from ikicli.realisasi.bacaan import Reading
from ikicli.realisasi.isian import Realisasi
from ikicli.realisasi.siap import decided, is_litter
from ikicli.sumber import check_files, check_inside, read_text
from ikicli.value import Value

_SPREADSHEETS = frozenset({".xlsx", ".xls", ".xlsm", ".ods", ".tsv"})
_MOST_TRIES = 5


class Year(Value):
    """A year as read. With errors among the diagnostics its values are not to be used."""

    realisasi: Realisasi
    diagnostics: tuple[Diagnostic, ...]


def load_year(kantor: Kantor, tahun: int, *, earlier: bool = False) -> Year:
    """The `*.csv` directly in `realisasi/<tahun>/`; no such folder is a year without data.

    With `earlier`, rows that name what the definitions no longer have are left out, and a warning counts them. An
    import that is decided meanwhile is seen whole or not at all. Raises OSError for a file that cannot be read, or that
    lies outside the office.
    """
    folder = kantor.akar / "realisasi" / str(tahun)
    check_inside(folder, kantor.akar)
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotADirectoryError(None, "bukan folder", str(folder))
    if not (decided(folder).is_dir() or os.path.lexists(folder)):  # in this order, since files move to `folder`
        return Year(Realisasi(tahun, {}), ())
    for tries_left in reversed(range(_MOST_TRIES)):
        before = _state(folder)
        try:
            year = _read(kantor, folder, before, earlier=earlier)
        except FileNotFoundError:  # moved to its place since it was listed
            if not tries_left or _state(folder) == before:
                raise
            continue
        if _state(folder) == before:
            break
    return year


_State = Mapping[str, tuple[Path, int, int]]
"""The tables of a year by name: the file that holds each now, its size and when it was written."""


def _state(folder: Path) -> _State:
    places = {path.name: path for path in (*_tables(folder), *_tables(decided(folder)))}
    found = {}
    for name, path in sorted(places.items()):
        try:
            status = path.stat()
            found[name] = path, status.st_size, status.st_mtime_ns
        except OSError:  # a link to nowhere, or moved since it was listed; whoever reads it says so
            found[name] = path, -1, -1
    return found


def _read(kantor: Kantor, folder: Path, tables: _State, *, earlier: bool) -> Year:
    reading = Reading(kantor, int(folder.name), earlier=earlier)
    reading.found.extend(_unread(folder))
    reading.found.extend(_undone(folder))
    check_files((path for path, *_ in tables.values()), kantor.akar)
    for name, (path, *_) in tables.items():
        text = read_text(path, largest=None)
        reading.found.extend(text.diagnostics)
        if not text.diagnostics:
            reading.table(text.source._replace(path=str(folder / name)))
    return Year(reading.realisasi(), ordered(reading.found))


def _tables(folder: Path) -> list[Path]:
    """The CSV files in a folder; hidden ones are nobody's data."""
    if not folder.is_dir():
        return []
    return [each for each in folder.iterdir() if each.suffix.casefold() == ".csv" and each.name[0] != "."]


def _undone(folder: Path) -> Iterator[Diagnostic]:
    """A warning where the files of an import still wait to be moved."""
    there = decided(folder).iterdir() if decided(folder).is_dir() else ()
    waiting = sorted(each.name for each in there if not is_litter(each))
    if waiting:
        span = Span(Source(str(folder / waiting[0]), ""), 0, 0)
        said = "berkas ini masih yang lama: impor yang terakhir terhenti sebelum memindahkan yang baru ke sini"
        yield Diagnostic("IKI452", span, said, "angka yang baru sudah dipakai; ulangi `iki impor` untuk menuntaskannya")


def _unread(folder: Path) -> Iterator[Diagnostic]:
    """A warning for every table that lies where it is not read."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.name.startswith((".", "~$")) or not path.is_file():
            continue
        suffix, span = path.suffix.casefold(), Span(Source(str(path), ""), 0, 0)
        if suffix in _SPREADSHEETS:
            hint = "pindahkan ke folder lain, misalnya kiriman/, lalu masukkan dengan `iki impor`"
            yield Diagnostic("IKI118", span, "lembar kerja ini tidak dibaca", hint)
        elif suffix == ".csv" and path.parent != folder:
            hint = f"pindahkan langsung ke realisasi/{folder.name}/"
            yield Diagnostic("IKI118", span, "CSV di dalam subfolder tidak dibaca", hint)
