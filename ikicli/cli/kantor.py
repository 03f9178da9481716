"""From options to an office: found, read, checked, and where to write in it; errors end the command."""

import sys
from collections.abc import Sequence
from pathlib import Path

from ikicli.cli.terminal import Failure, progress, show_findings, show_path
from ikicli.definisi import Loaded, check, find_root, load
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, Tingkat, did_you_mean, errors_in, level_of, ordered
from ikicli.sumber import is_inside

NAME_IT = "sebut tujuannya dengan `--keluaran DIR`"
_READ = ("definitions", "realisasi", "templates")
"""The folders of an office that it is made of: what commands write besides them stands elsewhere."""
_NO_OFFICE = "pindah ke folder kantor, tunjuk dengan `--akar DIR`, atau buat yang baru dengan `iki init DIR`"

_read: list[Loaded] = []
"""The office, held until the process ends: to take a large one apart costs a thirtieth of reading and checking it."""


def office_root(akar: Path | None, near: Path | None = None) -> Path:
    """The office's folder: `akar`, else the one around the file or folder `near`, or around the working directory."""
    if akar is not None:
        if not (akar / "definitions/unit.yaml").is_file():
            said = f"{akar} bukan folder kantor: definitions/unit.yaml tidak ada di dalamnya"
            raise Failure(3, said, _NO_OFFICE)
        return akar.resolve()
    root = (find_root(near if near.is_dir() else near.parent) if near else None) or find_root(Path.cwd())
    if root is None:
        raise Failure(3, "definitions/unit.yaml tidak ditemukan di folder ini atau di atasnya", _NO_OFFICE)
    return root


def load_office(root: Path) -> Loaded:
    """The office, with a progress bar when it is a large one."""
    folder = root / "definitions/jabatan"
    with progress("Membaca definisi", sum(1 for _ in folder.iterdir()) if folder.is_dir() else 1) as step:
        _read[:] = [load(root, step)]
    return _read[0]


def sound_office(root: Path, lost: str = "dihitung") -> Kantor:
    """The office, or an end with exit code 1 and the errors of its definitions."""
    loaded = load_office(root)
    found = check(loaded.kantor, loaded.diagnostics)
    stop_on_errors(found, "definisi", lost)
    show_warnings(found)
    return loaded.kantor


def stop_on_errors(diagnostics: Sequence[Diagnostic], where: str, lost: str = "dihitung") -> None:
    """End with exit code 1 when there are errors, having shown them on stderr; `lost` is what is not done then."""
    if errors_in(diagnostics):
        raise stopped(diagnostics, where, lost)


def stopped(diagnostics: Sequence[Diagnostic], where: str, lost: str = "dihitung") -> Failure:
    """The end with exit code 1 for the errors among the findings, which are shown on stderr."""
    show_findings(errors_in(diagnostics), sys.stderr)
    return Failure(1, f"tidak ada angka yang {lost}: {where} memuat galat", "perbaiki galat di atas lebih dahulu")


def show_warnings(diagnostics: Sequence[Diagnostic]) -> None:
    """The warnings on stderr."""
    warnings = [each for each in diagnostics if level_of(each) is Tingkat.PERINGATAN]
    if warnings:
        show_findings(ordered(warnings), sys.stderr)


def known_jabatan(kantor: Kantor, wanted: Sequence[str] | None) -> list[str] | None:
    """The ids asked for, or an end with exit code 2 when one is not a jabatan; None when none was asked for."""
    known = [jabatan.id for jabatan in kantor.jabatan]
    for id in wanted or ():
        if id not in known:
            parts = id.split(",")
            again = f"ulangi opsinya: {' '.join(f'--jabatan {each.strip()}' for each in parts)}" if parts[1:] else None
            hint = again or did_you_mean(id, known) or f"jabatan yang ada: {', '.join(known)}"
            raise Failure(2, f"jabatan `{id}` tidak ada", hint)
    return list(wanted) if wanted else None


def output_folder(root: Path, named: Path | None, own: str, instead: str) -> Path:
    """The folder to write into: the one named, else the office's `own`; never among what the office is read from.

    Nothing outside the office is written without being named: `instead` says what to do where its own folder is a link
    to elsewhere; that ends with exit code 3.
    """
    folder = root / own if named is None else named
    if named is None and not is_inside(folder, root):
        said = f"folder {show_path(folder)} adalah tautan ke luar folder kantor, jadi tidak ditulisi"
        raise Failure(3, said, f"hapus tautan itu, atau {instead}")
    refuse_inputs(root, folder)
    return folder


def refuse_inputs(root: Path, path: Path) -> None:
    """End with exit code 2 where a file or folder to write lies among what the office in `root` is read from."""
    for name in _READ:
        if is_inside(path, root / name):
            said = f"{show_path(path)} ada di {name}/, yang dibaca iki, jadi tidak ditulisi"
            raise Failure(2, said, "pilih folder lain, misalnya arsip/ di folder kantor")
