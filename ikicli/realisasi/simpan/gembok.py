"""One import at a time: a lock that the system lets go when its holder ends, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

NAMA = ".impor-kunci"
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """The byte that is locked lies behind the text, so that others can read who holds the lock."""

    def _take(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Held(Exception):  # noqa: N818 - not an error: somebody else is at work
    """Another import holds the store; `siapa` says which, as far as it can be known."""

    def __init__(self, siapa: str) -> None:
        self.siapa = siapa


@contextmanager
def lock(folder: Path, siapa: str) -> Iterator[None]:
    """Hold the store in `folder` as `siapa`. Raises Held when another does, OSError where nothing can be written."""
    path = folder / NAMA
    file = _locked(path)
    try:
        os.ftruncate(file, 0)
        os.write(file, siapa.encode("utf-8"))
        yield
    finally:
        if sys.platform != "win32":
            path.unlink(missing_ok=True)  # while it is held: nobody can take a file that is gone
        os.close(file)
        if sys.platform == "win32":
            with suppress(OSError):  # the next one has it open already
                path.unlink()


def _locked(path: Path) -> int:
    while True:
        file = _opened(path)
        try:
            _take(file)
        except (BlockingIOError, PermissionError):
            with os.fdopen(file, "rb") as held:
                siapa = held.read(200).decode("utf-8", "replace")
            raise Held(siapa) from None
        except BaseException:
            os.close(file)
            raise
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file), path.lstat()):
                return file
        os.close(file)  # its holder took it away with itself


def _opened(path: Path) -> int:
    """The lock's file, to be written into: never what a link leads to."""
    if path.is_symlink():
        raise OSError(None, "tautan ini menempati berkas kunci impor; hapus dulu", str(path))
    return os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
