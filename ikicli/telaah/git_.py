"""What git keeps of an office's definitions. The only door to git, which is asked for objects and changes nothing."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from ikicli.definisi import Simpanan
from ikicli.value import Value

_GIT = ("git", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs", "-c", "protocol.allow=never")
OF_A_REPOSITORY = frozenset({
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
})  # fmt: skip
"""Variables of the environment by which git tells a hook which repository it runs in. They must be gone when git is
asked here: the office's repository is the one around its folder."""
_FILES = frozenset({b"100644", b"100755", b"100664"})
_LINK = b"120000"


class GitError(Exception):
    """Why git cannot say, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class _RefusedError(GitError):
    """What git said when it did not do what it was asked for, in its user's language."""

    def __init__(self, said: str) -> None:
        super().__init__(f"git gagal: {said or 'tanpa penjelasan'}", "periksa dengan `git status` di folder kantor")
        self.said = said


class Riwayat(Value):
    """An office's definitions at a commit: its full name, and the files."""

    komit: str
    simpanan: Simpanan


def kept_at(root: Path, revision: str) -> Riwayat:
    """The definitions of the office in the folder `root` as a revision has them. Raises GitError."""
    prefix = _prefix(root)
    komit = _commit(root, revision)
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", komit, "--", f"{prefix}definitions/")
    entries = [_entry(line, prefix) for line in listed.split(b"\0") if line]
    files = [(path, name) for mode, name, path in entries if mode in _FILES]
    blobs = _contents(root, [name for _, name in files])
    contents = {path: raw for (path, _), raw in zip(files, blobs, strict=True)}
    return Riwayat(komit, Simpanan(contents, tuple(path for mode, _, path in entries if mode == _LINK)))


def _prefix(root: Path) -> str:
    """Where the office lies in its repository: `` or a path that ends with `/`."""
    try:
        return _git(root, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n")
    except _RefusedError as error:
        if any((folder / ".git").exists() for folder in (root, *root.parents)):  # git has its reasons not to read it
            raise
        hint = "definisi dibandingkan dengan riwayatnya: simpan foldernya di git (`git init`, `git add`, `git commit`)"
        raise GitError(f"folder kantor ini tidak tersimpan di git ({error.said})", hint) from error


def _commit(root: Path, revision: str) -> str:
    """The full name of a commit."""
    hint = "sebut cabang, tag atau nomor komit yang ada: lihat `git log --oneline` dan `git tag`"
    missing = GitError(f"revisi `{revision}` tidak ada di riwayat git", hint)
    if revision.startswith("-") or not revision:
        raise missing
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except _RefusedError as error:
        if revision == "HEAD":
            hint = "simpan dahulu keadaan yang hendak dibandingkan: `git add .`, lalu `git commit`"
            raise GitError("riwayat git kantor ini masih kosong: belum ada komit", hint) from error
        raise missing from error


def _entry(line: bytes, prefix: str) -> tuple[bytes, bytes, str]:
    """Mode, name and path below the office of a line of `ls-tree`."""
    about, _, path = line.partition(b"\t")
    mode, _, name = about.split(b" ")
    return mode, name, path.decode("utf-8", "surrogateescape").removeprefix(prefix)


def _contents(root: Path, names: Sequence[bytes]) -> Iterator[bytes]:
    """What objects hold, in the order of their names."""
    answer = _git(root, "cat-file", "--batch", asked=b"".join(name + b"\n" for name in names)) if names else b""
    at = 0
    for _ in names:
        head_end = answer.index(b"\n", at)
        if answer[at:head_end].endswith(b" missing"):
            raise GitError(
                "riwayat git ini tidak utuh: isi sebuah berkas tidak ada", "ambil seutuhnya: `git fetch --refetch`"
            )
        size = int(answer[at:head_end].rpartition(b" ")[2])
        yield answer[head_end + 1 : head_end + 1 + size]
        at = head_end + size + 2


def _git(root: Path, *arguments: str, asked: bytes = b"") -> bytes:
    pipe = subprocess.PIPE
    command = [*_GIT, "-C", str(root), *arguments]
    try:
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)  # noqa: S603 - git itself, no shell
    except FileNotFoundError as error:
        raise GitError(
            "git tidak ditemukan di komputer ini", "pasang git (https://git-scm.com), lalu ulangi"
        ) from error
    with process:
        answer, complaint = process.communicate(asked)
    if process.returncode:
        raise _RefusedError(complaint.decode("utf-8", "replace").strip().partition("\n")[0])
    return answer
