"""`iki validate`: are the definitions right?"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.kantor import load_office, office_root
from ikicli.cli.opsi import Akar, Pilihan
from ikicli.cli.terminal import Failure, harmless, put, show_findings, show_path
from ikicli.definisi import check
from ikicli.diagnostik import Diagnostic, failing, level_of
from ikicli.diagnostik.faces import FACES, write


def run(
    berkas: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[BERKAS]...", help="Hanya temuan di berkas ini; seluruh kantor tetap dibaca."),
    ] = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(FACES), metavar="|".join(FACES), help="Bentuk keluaran.")
    ] = "teks",
    ketat: Annotated[bool, typer.Option("--ketat", help="Peringatan pun menggagalkan (untuk CI).")] = False,
    akar: Akar = None,
) -> int:
    """Memeriksa definisi: susunan berkas, rujukan, formula, satuan, bobot, target dan predikat.

    Semua temuan ditampilkan sekaligus. Kode keluar 0 bila tidak ada galat, 1 bila ada.
    Untuk mesin: json, sarif (GitHub, editor), junit (GitLab, Jenkins), github (catatan pada baris yang diubah).

    \b
    Contoh:
      iki validate
      iki validate --ketat
      iki validate definitions/jabatan/sekcam.yaml
      iki validate --format json
      iki validate --format sarif > iki.sarif
    """
    root = office_root(akar, berkas[0] if berkas else None)
    places = _places(root, berkas or [])
    loaded = load_office(root)
    found = _within(check(loaded.kantor, loaded.diagnostics), places)
    if format == "teks" and not found:
        put(f"Tidak ada temuan di {'berkas yang disebut' if berkas else 'definisi'}.\n")
    elif format == "teks":
        show_findings(found, sys.stdout)
    elif format == "github":  # read by people in the end: in a log
        put(harmless(write(format, found, show_path)))
        _summarise(found)
    else:
        put(write(format, found, show_path, ketat=ketat))
    return 1 if failing(ketat=ketat) & {level_of(each) for each in found} else 0


def _summarise(found: tuple[Diagnostic, ...]) -> None:
    """Add the findings to the summary of the run, where GitHub says which file that is."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        from ikicli.diagnostik.faces.github_ import summary

        with Path(file).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(summary(found, show_path))


def _places(root: Path, files: list[Path]) -> list[Path]:
    """Where the files are, as they are named and behind links; each in the definitions, or a folder around them."""
    definitions = root / "definitions"
    places: list[Path] = []
    for file in files:
        named, real = Path(os.path.abspath(file)), Path(os.path.realpath(file, strict=True))  # noqa: PTH100 - keeps links
        if not any(place.is_relative_to(definitions) or definitions.is_relative_to(place) for place in (named, real)):
            said = f"{file} bukan berkas definisi kantor ini"
            raise Failure(2, said, f"definisi kantor ini ada di {show_path(definitions)}")
        places += named, real
    return places


def _within(found: tuple[Diagnostic, ...], places: list[Path]) -> tuple[Diagnostic, ...]:
    """The findings in the files, or in all where none is named; a folder stands for what lies in it."""
    if not places:
        return found
    return tuple(each for each in found if any(Path(each.span.source.path).is_relative_to(place) for place in places))
