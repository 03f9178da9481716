"""Which files of an office's folder are its definitions, and which lie there without being read."""

import os
from collections.abc import Iterator
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
    named: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    found, misnamed, renstra = [], set(), None
    for entry, below in _entries(folder):
        if below == "" and entry.name == "unit.yaml":
            continue
        problem = _kind_problem(entry, root) or _name_problem(below, entry.name)
        if problem is None:
            if below:
                named[below].append(entry.path)
            else:
                renstra = Path(entry.path)
            continue
        code, message, hint = problem
        found.append(Diagnostic(code, Span(Source(entry.path, ""), 0, 0), message, hint))
        if code == "IKI113":
            misnamed.add(near_id(Path(entry.name).stem))
    aturan, jabatan, perjanjian = (tuple(map(Path, sorted(named[kind]))) for kind in _KINDS)
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


def _kind_problem(entry: os.DirEntry[str], root: Path) -> tuple[str, str, str] | None:
    """Why a link, or what is no file, is not read."""
    if entry.is_symlink() and not is_inside(Path(entry.path), root):
        return "IKI118", "tautan ini menunjuk ke luar folder kantor, jadi tidak dibaca", "salin berkasnya ke sini"
    if not (Path(entry.path).is_file() if entry.is_symlink() else entry.is_file()):
        return "IKI118", "ini bukan berkas, jadi tidak dibaca", "ganti dengan berkasnya sendiri"
    return None


def _name_problem(below: str, name: str) -> tuple[str, str, str] | None:
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
