"""Which files of an office's folder are its definitions, and which lie there without being read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ikicli.definisi.shape import ID, id_hint, near_id, quoted
from ikicli.diagnostik import Diagnostic, Source, Span
from ikicli.sumber import check_inside, is_inside
from ikicli.value import Value

_KINDS = ("aturan", "jabatan", "perjanjian")
_LIKE_YAML = (".yaml", ".yml", ".yaml.txt", ".yml.txt")


class Listed(Value):
    """The files of an office by kind, each list by name; what lies there unread; the ids that wrong names meant."""

    aturan: tuple[Path, ...]
    jabatan: tuple[Path, ...]
    perjanjian: tuple[Path, ...]
    renstra: Path | None
    diagnostics: tuple[Diagnostic, ...]
    misnamed: frozenset[str]


def list_files(root: Path) -> Listed:
    """The definition files of an office, by kind.

    Raises OSError for a folder that cannot be read, and where `definitions/unit.yaml` lies outside the office.
    """
    folder = root / "definitions"
    check_inside(folder / "unit.yaml", root)
    return _listed((Path(entry.path), below, _kind_problem(entry, root)) for entry, below in _entries(folder))


def list_tree(root: Path, files: Iterable[str], links: Iterable[str]) -> Listed:
    """The definition files of an office that is kept elsewhere: in `files`, paths below `root` with `/`.

    `links` are those that lead somewhere else, and are not followed.
    """
    followed = "IKI118", "tautan dalam riwayat tidak diikuti, jadi tidak dibaca", "salin berkasnya ke sini"
    entries = [*((path, None) for path in files), *((path, followed) for path in links)]
    return _listed(
        (root / path, path.removeprefix("definitions/").rpartition("/")[0], problem)
        for path, problem in entries
        if path.startswith("definitions/") and _is_definition(path)
    )


def _is_definition(path: str) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return path.casefold().endswith(_LIKE_YAML) and not hidden


_Problem = tuple[str, str, str]
"""Code, message and hint of why a file is not read."""


def _listed(entries: Iterable[tuple[Path, str, _Problem | None]]) -> Listed:
    """The files by kind, from each one's path, where it lies below `definitions`, and what is wrong with it itself."""
    named: dict[str, list[Path]] = {kind: [] for kind in _KINDS}
    found, misnamed, renstra = [], set(), None
    for path, below, unfit in entries:
        if below == "" and path.name == "unit.yaml":
            continue
        problem = unfit or _name_problem(below, path.name)
        if problem is None:
            if below:
                named[below].append(path)
            else:
                renstra = path
            continue
        code, message, hint = problem
        found.append(Diagnostic(code, Span(Source(str(path), ""), 0, 0), message, hint))
        if code == "IKI113":
            misnamed.add(near_id(path.stem))
    aturan, jabatan, perjanjian = (tuple(sorted(named[kind])) for kind in _KINDS)
    return Listed(aturan, jabatan, perjanjian, renstra, tuple(found), frozenset(misnamed))


def _entries(folder: Path) -> Iterator[tuple[os.DirEntry[str], str]]:
    """What looks like a YAML file below a folder, with where it lies in it; hidden files are nobody's definitions."""
    ahead = [""]
    while ahead:
        below = ahead.pop()
        with os.scandir(folder / below) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    ahead.append(f"{below}/{entry.name}" if below else entry.name)
                linked_folder = entry.is_symlink() and Path(entry.path).is_dir()
                if linked_folder or entry.name.casefold().endswith(_LIKE_YAML):
                    yield entry, below


def _kind_problem(entry: os.DirEntry[str], root: Path) -> _Problem | None:
    """Why a link, or what is no file, is not read."""
    if entry.is_symlink() and not is_inside(Path(entry.path), root):
        return "IKI118", "tautan ini menunjuk ke luar folder kantor, jadi tidak dibaca", "salin berkasnya ke sini"
    if not (Path(entry.path).is_file() if entry.is_symlink() else entry.is_file()):
        return "IKI118", "ini bukan berkas, jadi tidak dibaca", "ganti dengan berkasnya sendiri"
    return None


def _name_problem(below: str, name: str) -> _Problem | None:
    """Why a file is not read, or None for one that is."""
    stem, dot, ending = name.partition(".")
    unread = "berkas ini tidak dibaca"
    if below == "" and stem == "renstra":
        return None if ending == "yaml" else ("IKI118", unread, "ganti namanya menjadi `renstra.yaml`")
    if below not in _KINDS:
        place = "definitions/jabatan/, definitions/perjanjian/ atau definitions/aturan/"
        return "IKI118", unread, f"pindahkan ke {place}, atau hapus"
    if f"{dot}{ending}".casefold() in _LIKE_YAML and ending != "yaml":
        return "IKI118", unread, f"ganti namanya menjadi `{stem}.yaml`"
    stem = Path(name).stem
    if below == "perjanjian":
        if len(stem) == 4 and stem.isascii() and stem.isdecimal():
            return None
        return "IKI113", f"nama berkas {quoted(stem)} bukan tahun", "beri nama menurut tahunnya: `2019.yaml`"
    if ID.fullmatch(stem):
        return None
    return "IKI113", f"nama berkas {quoted(stem)} bukan id yang sah", id_hint(stem)
