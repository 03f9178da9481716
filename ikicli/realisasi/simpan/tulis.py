"""Several files written as one step: all of them are the new ones from one rename on, or none ever is.

What is written goes into a folder of this process. Renaming that to `.impor-siap` is the decision; moving its files to
their places after it can be cut off anywhere and taken up again, since readers look there first (see `siap`).
Everything here happens under the lock.
"""

import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread

from ikicli.realisasi.siap import SIAP, is_litter
from ikicli.sumber import check_file, check_files, check_inside
from ikicli.value import Value

_SEMENTARA = ".impor."
_BUFFER = 1 << 18
_AT_ONCE = 8
"""Files whose content a disk is asked to keep at the same time."""


class Baru(Value):
    """The new content of a file of a year, in pieces: a journal whole would be most of what an import holds."""

    tahun: int
    nama: str
    isi: Iterable[bytes]


def write_store(realisasi: Path, files: Sequence[Baru]) -> None:
    """Put every file into the store, or raise OSError with the store as it was.

    Only what cannot be moved after the decision is left waiting; then too the store is the new one for every reader.
    """
    folder = realisasi / f"{_SEMENTARA}{os.getpid()}"
    try:
        check_files((realisasi / str(file.tahun) / file.nama for file in files), realisasi.parent)
        for year in {file.tahun for file in files}:
            (realisasi / str(year)).mkdir(parents=True, exist_ok=True)
            (folder / str(year)).mkdir(parents=True, exist_ok=True)
        written = [folder / str(file.tahun) / file.nama for file in files]
        for file, path in zip(files, written, strict=True):
            with path.open("wb", buffering=_BUFFER) as new:
                new.writelines(file.isi)
            _check_replaceable(realisasi / str(file.tahun) / file.nama)
        _sync([*written, *folder.iterdir(), folder])
        folder.rename(realisasi / SIAP)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError):
            raise _in_place(error, folder, realisasi) from error
        raise
    _sync([realisasi])
    _move_all(realisasi)


def finish(realisasi: Path) -> None:
    """Move what a decided import left waiting, and clear away what an undecided one left behind.

    Raises OSError for a file that cannot be moved, that no import put there, or that somebody changed in its place
    since the decision.
    """
    for litter in realisasi.glob(_SEMENTARA + "*"):
        shutil.rmtree(litter, ignore_errors=True)
    _clean(realisasi / SIAP)
    for waiting in sorted((realisasi / SIAP).glob("*/*")):
        place = realisasi / waiting.parent.name / waiting.name
        check_file(place, realisasi.parent)
        if place.exists() and place.stat().st_mtime_ns > waiting.stat().st_mtime_ns:
            new = f"{SIAP}/{place.parent.name}/{place.name}"
            raise OSError(
                None, f"diubah sesudah impor yang terputus; bandingkan dengan {new}, lalu hapus satu", str(place)
            )
    _move_all(realisasi)


def _clean(ready: Path) -> None:
    """Drop what file managers left in a decided import. Raises OSError for what somebody else put there."""
    for path in (ready, *ready.rglob("*")):
        check_inside(path, ready.parent.parent)
        if is_litter(path):
            path.unlink()
        elif path.parent == ready and not path.is_dir():
            raise OSError(None, "bukan bagian dari impor yang terputus; pindahkan ke folder lain", str(path))


def _move_all(realisasi: Path) -> None:
    ready = realisasi / SIAP
    if not ready.is_dir():
        return
    years = sorted(ready.iterdir())
    for year in years:
        place = realisasi / year.name
        place.mkdir(exist_ok=True)
        for waiting in sorted(year.iterdir()):
            waiting.replace(os.path.realpath(place / waiting.name))
    _sync(realisasi / year.name for year in years)
    for year in years:
        year.rmdir()
    ready.rmdir()
    _sync([realisasi])


def _check_replaceable(place: Path) -> None:
    """Raise OSError where a file could not be replaced: open in Excel, or in a folder that must not be written."""
    if not os.access(place.parent, os.W_OK | os.X_OK):
        raise PermissionError(13, "folder ini tidak boleh ditulis", str(place.parent))
    with suppress(FileNotFoundError):
        place.replace(place)


def _in_place(error: OSError, folder: Path, realisasi: Path) -> OSError:
    """The error as one of the file that should have been written."""
    name = error.filename
    inside = isinstance(name, str) and Path(name).is_relative_to(folder)
    place = realisasi / Path(name).relative_to(folder) if inside else name
    return type(error)(error.errno, error.strerror, str(place or realisasi))


def _sync(paths: Iterable[Path]) -> None:
    """Make files, and the entries of folders, last: several at once, which takes a disk hardly longer than one.

    Raises the first error of any.
    """
    there = list(paths)
    waiting, failed = iter(there), list[BaseException]()  # each path is taken by one thread: `next` of it is atomic

    def work() -> None:
        try:
            for path in waiting:
                _sync_one(path)
        except BaseException as error:  # raised below
            failed.append(error)

    helpers = []
    with suppress(RuntimeError):  # no more threads: then fewer do it all
        for _ in range(min(len(there), _AT_ONCE) - 1):
            helper = Thread(target=work, daemon=True)
            helper.start()
            helpers.append(helper)
    work()
    for helper in helpers:
        helper.join()
    if failed:
        raise failed[0]


def _sync_one(path: Path) -> None:
    is_folder = path.is_dir()
    if is_folder and os.name == "nt":  # Windows does so by itself and opens no folder
        return
    handle = os.open(path, os.O_RDONLY if is_folder else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
