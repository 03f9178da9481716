"""`iki init`: a new office, ready to validate."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ikicli.bundled import bundled
from ikicli.cli.terminal import Failure, put, show_path

_PLACEHOLDER = re.compile("__([A-Z]+)__")


def run(
    dir: Annotated[Path, typer.Argument(metavar="[DIR]", help="Folder kantor yang baru.", show_default=False)] = Path(),
    unit: Annotated[str, typer.Option("--unit", metavar="NAMA", help="Nama kantor.")] = "Kecamatan Contoh",
    kabupaten: Annotated[
        str, typer.Option("--kabupaten", metavar="NAMA", help="Kabupaten atau kota induknya.")
    ] = "Kabupaten Contoh",
    coba: Annotated[bool, typer.Option("--coba", help="Tampilkan saja berkas yang akan dibuat.")] = False,
) -> None:
    """Membuat kantor baru: definisi dengan penjelasan, perjanjian, realisasi contoh, dan skema untuk editor.

    Berkas yang sudah ada tidak pernah ditimpa.

    \b
    Contoh:
      iki init kantor-saya
      iki init --unit "Kecamatan Pakisaji" --kabupaten "Kabupaten Malang" pakisaji
    """
    year = str(date.today().year)
    words = {"UNIT": _quoted("--unit", unit), "KABUPATEN": _quoted("--kabupaten", kabupaten), "TAHUN": year}
    texts = _new_office(dir, words)
    existing = [show_path(path) for path in texts if path.exists()]
    if existing:
        raise Failure(3, f"sudah ada, tidak ditimpa: {', '.join(existing)}", "pilih folder lain")
    if not coba:
        _write_all(texts)
    for path in texts:
        put(f"{'akan dibuat' if coba else 'dibuat'}: {show_path(path)}\n")
    if not coba:
        folder = show_path(dir)
        enter = "" if dir.resolve() == Path.cwd() else f'  cd "{folder}"\n' if " " in folder else f"  cd {folder}\n"
        put(f"\nLangkah berikutnya:\n{enter}  iki validate\n  iki hitung --tahun {year} --sampai TW1\n")


def _quoted(option: str, name: str) -> str:
    """A name as YAML: one line, in quotes."""
    words = " ".join(name.split())
    if not words or not words.isprintable():
        said = "nama memuat karakter yang tak terlihat" if words else "nama ini kosong"
        raise Failure(2, f"opsi `{option}`: {said}", "ketik ulang namanya")
    return json.dumps(words, ensure_ascii=False)


def _new_office(folder: Path, words: dict[str, str]) -> dict[Path, str]:
    """The files of a new office with their texts."""
    from ikicli.cli import skema

    shipped = bundled("templates") / "kantor"
    texts = {}
    for source in sorted(path for path in shipped.rglob("*") if path.is_file()):
        text = source.read_text(encoding="utf-8")
        name = source.relative_to(shipped).as_posix().replace("TAHUN", words["TAHUN"])
        texts[folder / name] = _PLACEHOLDER.sub(lambda found: words[found[1]], text)
    return texts | {folder / skema.FOLDER / skema.file_name(name): skema.text(name) for name in skema.JENIS}


def _write_all(texts: dict[Path, str]) -> None:
    """Write all files, or none: what was made is taken away again when one fails."""
    made: list[Path] = []
    try:
        for path, text in texts.items():
            for folder in reversed([each for each in path.parents if not each.exists()]):
                folder.mkdir()
                made.append(folder)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except BaseException:
        for path in reversed(made):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
        raise
