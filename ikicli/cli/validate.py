"""`iki validate`: are the definitions right?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.kantor import load_office, office_root
from ikicli.cli.opsi import Akar, one_of
from ikicli.cli.terminal import Failure, put, show_findings, show_path
from ikicli.definisi import check
from ikicli.diagnostik import Diagnostic, Tingkat, level_of
from ikicli.diagnostik.faces import FACES, write


def run(
    berkas: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[BERKAS]...", help="Hanya temuan di berkas ini; seluruh kantor tetap dibaca."),
    ] = None,
    format: Annotated[
        str, typer.Option(parser=one_of(*FACES), metavar="|".join(FACES), help="Bentuk keluaran.")
    ] = "teks",
    ketat: Annotated[bool, typer.Option("--ketat", help="Peringatan pun menggagalkan (untuk CI).")] = False,
    akar: Akar = None,
) -> int:
    """Memeriksa definisi: susunan berkas, rujukan, formula, satuan, bobot, target dan predikat.

    Semua temuan ditampilkan sekaligus. Kode keluar 0 bila tidak ada galat, 1 bila ada.

    \b
    Contoh:
      iki validate
      iki validate --ketat
      iki validate definitions/jabatan/sekcam.yaml
      iki validate --format json
    """
    root = office_root(akar, berkas[0] if berkas else None)
    _check_files(root, berkas or [])
    loaded = load_office(root)
    found = _within(check(loaded.kantor, loaded.diagnostics), berkas)
    if format == "teks":
        show_findings(found, sys.stdout)
    else:
        put(write(format, found, show_path))
    levels = {level_of(each) for each in found}
    failed = Tingkat.GALAT in levels or (ketat and Tingkat.PERINGATAN in levels)
    raise typer.Exit(1 if failed else 0)


def _check_files(root: Path, files: list[Path]) -> None:
    for file in files:
        if not file.exists():
            raise Failure(3, f"{file} tidak ada", "periksa nama dan foldernya")
        if not file.resolve().is_relative_to(root / "definitions"):
            hint = f"definisi kantor ini ada di {show_path(str(root / 'definitions'))}"
            raise Failure(2, f"{file} bukan berkas definisi kantor ini", hint)


def _within(found: tuple[Diagnostic, ...], files: list[Path] | None) -> tuple[Diagnostic, ...]:
    """The findings in the files, or in all where none is named; a folder stands for what lies in it."""
    if not files:
        return found
    wanted = [file.resolve() for file in files]
    return tuple(each for each in found if any(Path(each.span.source.path).is_relative_to(file) for file in wanted))
