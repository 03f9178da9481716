"""The fence around an office: what lies in its folder by name may be a link to anywhere, or no file at all."""

import os
from collections.abc import Iterable
from pathlib import Path


def is_inside(path: Path, akar: Path) -> bool:
    """Whether a path lies in the office also where links lead it; it need not exist."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(akar))  # Path.resolve raises on a loop of links


def check_inside(path: Path, akar: Path) -> None:
    """Raise OSError for a path that lies outside the office or leads there."""
    if not is_inside(path, akar):
        raise OSError(None, "tautan ini menunjuk ke luar folder kantor", str(path))


def check_file(path: Path, akar: Path) -> None:
    """Raise OSError for what must not be read or written as one of the office's files; it need not exist."""
    check_files((path,), akar)


def check_files(paths: Iterable[Path], akar: Path) -> None:
    """`check_file` for many: what is no link lies where its folder does, and each folder is looked at once."""
    inside: set[Path] = set()
    for path in paths:
        folder = path.parent
        if folder not in inside and is_inside(folder, akar):
            inside.add(folder)
        if folder not in inside or path.is_symlink():
            check_inside(path, akar)
        check_regular(path)


def check_regular(path: Path) -> None:
    """Raise OSError for what is no file to read, wherever it lies; it need not exist. Folders the system refuses."""
    if not (path.is_file() or path.is_dir()) and path.exists():  # reading from a pipe would wait for ever
        raise OSError(None, "bukan berkas biasa", str(path))
