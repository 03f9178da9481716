"""Files: written whole or not at all, and in the user's language what the system says against one."""

import errno
import os
from pathlib import Path

from ikicli.cli.terminal import show_path

_REASONS = {
    errno.ENOENT: ("tidak ada", "periksa nama dan foldernya"),
    errno.EACCES: ("tidak boleh dibuka", "tutup program lain yang memakainya (Excel), atau periksa izinnya"),
    errno.EPERM: ("tidak boleh diubah", "tutup program lain yang memakainya (Excel), atau periksa izinnya"),
    errno.EISDIR: ("adalah folder, bukan berkas", None),
    errno.ENOTDIR: ("bukan folder", "ada berkas dengan nama itu; pilih folder lain"),
    errno.EEXIST: ("sudah ada", "pilih nama lain, atau pindahkan dahulu yang lama"),
    errno.ELOOP: ("adalah tautan yang berputar ke dirinya sendiri", "hapus tautan itu"),
    errno.ENAMETOOLONG: ("terlalu panjang namanya", None),
    errno.ENOSPC: ("tidak dapat ditulis: tempat penyimpanan penuh", None),
    errno.EROFS: ("tidak dapat ditulis: tempat penyimpanannya hanya boleh dibaca", None),
}


def about_file(error: OSError) -> tuple[str, str | None]:
    """What is wrong with a file or folder, and what to do about it.

    An error that a room raised itself has no number, and says why in its own words.
    """
    name = show_path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else "keluaran"
    if error.errno is None:
        return f"{name}: {error.strerror or error}", None
    otherwise = f"tidak dapat dibaca atau ditulis ({errno.errorcode.get(error.errno, error.errno)})", None
    said, hint = _REASONS.get(error.errno, otherwise)
    return f"{name} {said}", hint


def write_file(path: Path, content: str | bytes) -> None:
    """Put `content` (text as UTF-8 with `\\n`) at `path`, replacing what is there in one step.

    Raises OSError, with the old file left as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
