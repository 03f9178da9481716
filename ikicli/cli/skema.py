"""`iki skema`: the JSON Schemas by which an editor completes and explains the files of an office."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from ikicli.cli.kantor import NAME_IT, office_root, output_folder
from ikicli.cli.keluaran import put_file, say_it_was_tried
from ikicli.cli.opsi import Akar, Coba, Pilihan
from ikicli.cli.terminal import complain, show_path
from ikicli.definisi import files
from ikicli.definisi.record import Rekam
from ikicli.definisi.skema import file_schema
from ikicli.realisasi.catatan import CATATAN
from ikicli.sumber import is_inside
from ikicli.tulis_json import json_text
from ikicli.value import Value

FOLDER = ".iki/skema"
"""Where an office keeps its schemas; a hidden folder is nobody's definitions."""
_MOST = 1000
"""Bytes of a first line that are looked at."""


class Berkas(Value):
    """A kind of file: its declared shape, and where in an office such files are."""

    bentuk: Rekam[Any]
    letak: str


JENIS = {
    "unit": Berkas(files.UNIT, "definitions/unit.yaml"),
    "jabatan": Berkas(files.JABATAN, "definitions/jabatan/*.yaml"),
    "perjanjian": Berkas(files.PERJANJIAN, "definitions/perjanjian/*.yaml"),
    "renstra": Berkas(files.RENSTRA, "definitions/renstra.yaml"),
    "aturan": Berkas(files.ATURAN, "definitions/aturan/*.yaml"),
    "catatan": Berkas(CATATAN, "realisasi/*/catatan.yaml"),
}
"""The kinds of files that an office writes in YAML."""


def run(
    jenis: Annotated[
        list[str] | None,
        typer.Argument(click_type=Pilihan(JENIS), metavar="[JENIS]...", help=f"Hanya jenis ini: {', '.join(JENIS)}."),
    ] = None,
    keluaran: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help=f"Folder tujuan; bila tidak ditulis, {FOLDER}/ di folder kantor."),
    ] = None,
    coba: Coba = False,
    akar: Akar = None,
) -> None:
    """Menulis skema JSON, supaya editor YAML melengkapi kunci, menjelaskannya, dan menandai yang salah saat diketik.

    Editor menemukan skemanya lewat baris pertama berkas; `iki init` sudah menulis keduanya. Jalankan lagi perintah ini
    sesudah memasang iki yang baru.

    \b
    Contoh:
      iki skema
      iki skema jabatan --keluaran skema
    """
    root = None if keluaran is not None and akar is None else office_root(akar)
    folder = output_folder(root or Path(), keluaran, FOLDER, NAME_IT)
    for name in jenis or JENIS:
        put_file(folder / file_name(name), text(name), coba=coba)
    if coba:
        say_it_was_tried()
    elif root is not None and keluaran is None:
        _ask_for_modelines(root)


def file_name(name: str) -> str:
    """What the schema of a kind of file is called."""
    return f"{name}.schema.json"


def text(name: str) -> str:
    """The schema of a kind of file."""
    return json_text(file_schema(JENIS[name].bentuk))


def modeline(name: str) -> str:
    """The comment by which a file of a kind tells the editor its schema; it counts only above all else in the file."""
    return f"# yaml-language-server: $schema={'../' * JENIS[name].letak.count('/')}{FOLDER}/{file_name(name)}"


def _ask_for_modelines(root: Path) -> None:
    """Name the files that no editor will know the schema of, and for each kind the line that is its own."""
    for name, berkas in JENIS.items():
        without = list(_without_modeline(root, berkas))
        if without:
            others = f" dan {len(without) - 1} berkas sejenis" if without[1:] else ""
            said = f"{show_path(without[0])}{others} belum menyebut skemanya, jadi editor belum memakainya"
            complain(said, f"tulis di baris pertamanya: {modeline(name)}")


def _without_modeline(root: Path, berkas: Berkas) -> Iterator[Path]:
    for path in sorted(root.glob(berkas.letak)):
        if path.is_file() and is_inside(path, root) and not path.name.startswith("."):
            with path.open("rb") as file:
                if b"$schema=" not in file.readline(_MOST):
                    yield path
