"""`iki cocokkan`: do the definitions say what the decree says?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.kantor import load_office, office_root
from ikicli.cli.opsi import Akar, Pilihan
from ikicli.cli.terminal import Failure, complain, put, show_findings, show_path
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Source, errors_in
from ikicli.sumber import check_file, check_regular, read_text
from ikicli.telaah.cocokkan import Pencocokan, compare, read

_FORMATS = ("teks", "json", "md")
_DEFAULT = "definitions/keputusan.md"


def run(
    keputusan: Annotated[
        Path | None,
        typer.Argument(
            metavar="[KEPUTUSAN]",
            help=f"Naskah keputusan (Markdown); bila tidak ditulis, {_DEFAULT}.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(_FORMATS), metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "teks",
    akar: Akar = None,
) -> int:
    """Mencocokkan definisi dengan bunyi keputusan, butir demi butir dan kata demi kata.

    Diperiksa: kop surat, nomor, tentang, menimbang, mengingat dan diktum; lalu setiap jabatan dengan tugas, fungsi,
    sasaran, indikator, penjelasan dan sumber datanya, menurut urutannya. Hanya spasi dan ganti baris yang diabaikan.
    Disebut pula bagian yang kosong atau tidak jelas dalam keputusan sendiri.

    \b
    Kode keluar: 0 semua sama persis, 1 ada perbedaan, 3 naskah tidak terbaca.

    \b
    Contoh:
      iki cocokkan
      iki cocokkan naskah/keputusan-2019.md
      iki cocokkan --format md > cocok.md
    """
    root = office_root(akar)
    source = _text(keputusan, root)
    decree = read(source)
    if not decree.jabatan:
        said = f"{show_path(source.path)}: tidak ada bagian jabatan yang terbaca"
        hint = "setiap jabatan dimulai dengan baris `1. Jabatan : <nama>`, diikuti `2. Tugas`, `3. Fungsi` dan tabelnya"
        raise Failure(3, said, hint)
    kantor, is_sound = _office(root)
    found = compare(kantor, source, decree)
    _show(found, kantor, format)
    return 0 if found.is_verbatim and is_sound else 1


def _text(keputusan: Path | None, root: Path) -> Source:
    """The decree's text, or an end with exit code 3."""
    path = keputusan or root / _DEFAULT
    if keputusan is not None:
        check_regular(path)
    else:
        check_file(path, root)
        if not path.exists():
            hint = "simpan naskahnya sebagai Markdown dengan nama itu, atau sebut berkasnya: `iki cocokkan BERKAS.md`"
            raise Failure(3, f"{_DEFAULT} tidak ada", hint)
    text = read_text(path)
    if text.diagnostics:
        show_findings(text.diagnostics, sys.stderr)
        raise Failure(3, f"{show_path(path)} tidak terbaca", "perbaiki galat di atas, lalu ulangi")
    return text.source


def _office(root: Path) -> tuple[Kantor, bool]:
    """The definitions, and whether all of them could be read. Their meaning is for `validate` to judge."""
    loaded = load_office(root)
    wrong = errors_in(loaded.diagnostics)
    if wrong:
        show_findings(wrong, sys.stderr)
        complain(
            "definisi memuat galat; bagian yang tidak terbaca dicocokkan sebagai kosong",
            "periksa dengan `iki validate`",
        )
    return loaded.kantor, not wrong


def _show(found: Pencocokan, kantor: Kantor, format: str) -> None:
    if format == "json":
        from ikicli.telaah.cocokkan.tulis import as_json

        put(as_json(found, show_path))
    elif format == "md":
        from ikicli.telaah.cocokkan.tulis_md import as_markdown

        put(as_markdown(found, show_path))
    else:
        from ikicli.cli.layar_cocokkan import draw

        draw(found, kantor)
