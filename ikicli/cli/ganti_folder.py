"""A folder of made files: replaced whole, and only where nothing in it is anybody else's."""

import glob
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from ikicli.cli.berkas import write_file
from ikicli.cli.terminal import Failure, show_path

TANDA = ".iki-situs"
"""The file in a made folder that lists what iki wrote there, one path a line."""

_SYSTEM = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Callable[[str, str | bytes], None]]:
    """A function that writes a file of a new folder, which takes the place of `folder` at the end.

    Whatever fails leaves the old one. Two renames: who looks between them finds no folder, and a run that is cut off
    there is put right by the next. Of two runs at once one ends with exit code 3.
    """
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    new, written = folder.with_name(f".{folder.name}.baru.{os.getpid()}"), set[str]()

    def write(name: str, content: str | bytes) -> None:
        write_file(new / name, content)
        written.add(name)

    try:
        yield write
        _put_in_place(folder, new, written)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        _clear(folder)


def _put_in_place(folder: Path, new: Path, written: Collection[str]) -> None:
    found = {path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file()}
    if found != written:
        said = f"folder {show_path(folder)} sedang ditulis oleh iki yang lain"
        raise Failure(3, said, "tunggu sampai selesai, lalu ulangi")
    write_file(new / TANDA, "".join(f"{name}\n" for name in sorted(written)))
    if folder.exists():
        folder.rename(_old(folder))
    new.rename(folder)


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.lama")


def _clear(folder: Path) -> None:
    """Put back what a run was about to replace when it was cut off, and clear away what runs left."""
    old = _old(folder)
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    for left in (old, *folder.parent.glob(f".{glob.escape(folder.name)}.baru.*")):
        shutil.rmtree(left, ignore_errors=True)


def check_own(folder: Path) -> None:
    """End with exit code 3 where a folder holds anything but what iki wrote there."""
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise Failure(3, f"{show_path(folder)} bukan folder", "pilih folder lain untuk situsnya")
    foreign = _foreign(folder, _listed(folder))
    if not foreign:
        return
    name, first = show_path(folder), foreign[0]
    if (folder / TANDA).is_file():
        left = f" dan {len(foreign) - 1} berkas lain" if len(foreign) > 1 else ""
        said = f"folder {name} memuat berkas yang tidak dibuat iki: {first}{left}"
        raise Failure(3, said, "pindahkan berkas itu, karena isi folder situs diganti seluruhnya")
    raise Failure(3, f"folder {name} tidak kosong dan bukan situs buatan iki", "pilih folder lain, atau yang belum ada")


def _listed(folder: Path) -> Collection[str]:
    mark = folder / TANDA
    return {TANDA, *mark.read_text(encoding="utf-8", errors="replace").splitlines()} if mark.is_file() else set()


def _foreign(folder: Path, own: Collection[str]) -> list[str]:
    """The files in a folder that are not its own, nor such as file managers leave everywhere."""
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    names = (path.relative_to(folder).as_posix() for path in found)
    return sorted(name for name in names if name not in own and name.rpartition("/")[2].casefold() not in _SYSTEM)
