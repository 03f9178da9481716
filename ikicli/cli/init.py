"""`iki init`: a new office, ready to validate."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ikicli.bundled import bundled
from ikicli.cli.terminal import Failure, put, show_path


def run(
    dir: Annotated[Path, typer.Argument(metavar="[DIR]", help="Folder kantor yang baru.", show_default=False)] = Path(),
    unit: Annotated[str, typer.Option("--unit", metavar="NAMA", help="Nama kantor.")] = "Kecamatan Contoh",
    kabupaten: Annotated[
        str, typer.Option("--kabupaten", metavar="NAMA", help="Kabupaten atau kota induknya.")
    ] = "Kabupaten Contoh",
    coba: Annotated[bool, typer.Option("--coba", help="Tampilkan saja berkas yang akan dibuat.")] = False,
) -> None:
    """Membuat kantor baru: definisi dengan penjelasan, perjanjian, dan realisasi contoh, siap diperiksa.

    Berkas yang sudah ada tidak pernah ditimpa.

    \b
    Contoh:
      iki init kantor-saya
      iki init --unit "Kecamatan Pakisaji" --kabupaten "Kabupaten Malang" pakisaji
    """
    words = {
        "__UNIT__": json.dumps(unit, ensure_ascii=False),
        "__KABUPATEN__": json.dumps(kabupaten, ensure_ascii=False),
        "__TAHUN__": str(date.today().year),  # noqa: DTZ011 - the office's own calendar day
    }
    texts = _new_office(dir, words)
    if coba:
        put("".join(f"akan dibuat: {show_path(str(path))}\n" for path in texts))
        return
    existing = [path for path in texts if path.exists()]
    if existing:
        said = ", ".join(show_path(str(path)) for path in existing)
        raise Failure(3, f"sudah ada, tidak ditimpa: {said}", "pilih folder lain")
    _write_all(texts)
    year = words["__TAHUN__"]
    put("".join(f"dibuat: {show_path(str(path))}\n" for path in texts))
    put(f"\nLangkah berikutnya: buka folder {show_path(str(dir))}, lalu\n  iki validate\n  iki hitung --tahun {year}\n")


def _new_office(folder: Path, words: dict[str, str]) -> dict[Path, str]:
    """The files of a new office with their texts."""
    shipped = bundled("templates") / "kantor"
    texts = {}
    for source in sorted(path for path in shipped.rglob("*") if path.is_file()):
        text = source.read_text(encoding="utf-8")
        for placeholder, word in words.items():
            text = text.replace(placeholder, word)
        name = source.relative_to(shipped).as_posix().replace("TAHUN", words["__TAHUN__"])
        texts[folder / name] = text
    return texts


def _write_all(texts: dict[Path, str]) -> None:
    """Write all files, or none: what was written is taken away again when one fails."""
    written: list[Path] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
