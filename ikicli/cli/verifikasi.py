"""`iki verifikasi`: do the files still give this document?"""

from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.hasil import analyses, measured_each
from ikicli.cli.kantor import office_root, sound_office
from ikicli.cli.opsi import Akar, Pilihan
from ikicli.cli.pustaka import need_library
from ikicli.cli.templat_kantor import own_templates, template_faults_told
from ikicli.cli.terminal import Failure, put, show_path
from ikicli.definisi.nouns import Kantor
from ikicli.laporan import JENIS, Bekal, document_of
from ikicli.laporan.bahan.tanda import Tanda
from ikicli.realisasi import Periode, parse_sampai
from ikicli.realisasi.catatan import TANPA_CATATAN
from ikicli.telaah.verifikasi import Putusan, Verifikasi, open_document, verified

_FORMATS = ("teks", "json")
_LOST = "dibandingkan"


def run(
    dokumen: Annotated[
        Path, typer.Argument(metavar="DOKUMEN", help="Dokumen buatan `iki laporan`, dalam bentuk apa pun.")
    ],
    format: Annotated[
        str, typer.Option(click_type=Pilihan(_FORMATS), metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "teks",
    akar: Akar = None,
) -> int:
    """Memeriksa apakah berkas kantor masih memberi dokumen ini, dan bila tidak, apa yang berubah.

    Setiap dokumen buatan `iki laporan` membawa sidik berkas sumbernya. Sidik itu dicocokkan dengan berkas sekarang,
    lalu dokumen yang sama dibuat ulang (tanpa ditulis) dan dibandingkan huruf demi huruf.

    \b
    Kode keluar: 0 sama, 1 berbeda atau tidak dapat dibuat ulang, 3 bukan dokumen iki atau tidak terbaca.

    \b
    Contoh:
      iki verifikasi laporan/2019/kinerja-2019-sekcam.html
      iki verifikasi arsip/perjanjian-2019-sekcam.docx --format json
    """
    opened = open_document(dokumen)
    tanda = opened.tanda
    if tanda is None:
        hint = "periksa dokumen yang dibuat `iki laporan` dan belum diubah ke bentuk lain"
        raise Failure(3, f"{show_path(dokumen)} tidak membawa tanda dokumen iki", hint)
    span = _span(tanda, dokumen)
    need_library(tanda.format)
    root = office_root(akar, near=dokumen)
    anew, reason = _anew(root, tanda, span)
    found = verified(root, opened, tanda, anew, reason)
    _show(found, dokumen, format)
    return 0 if found.putusan is Putusan.SAMA else 1


def _span(tanda: Tanda, dokumen: Path) -> Periode | None:
    """The span of the document; an end with exit code 3 where this version does not know what it says it is."""
    year = tanda.sampai[:4] if tanda.sampai else ""
    span = parse_sampai(tanda.sampai, int(year)) if tanda.sampai and year.isdecimal() else None
    kind = JENIS.get(tanda.jenis)
    if kind is None or tanda.format not in kind.penulis or kind.bertahun != (span is not None):
        said = f"{show_path(dokumen)}: dokumen {tanda.jenis} ({tanda.format}) tidak dikenal iki ini"
        raise Failure(3, said, f"dokumen itu dibuat iki {tanda.versi}; periksa dengan versi itu")
    return span


def _anew(root: Path, tanda: Tanda, span: Periode | None) -> tuple[str | bytes | None, str | None]:
    """What the office's files make of the document now, or why they make nothing."""
    try:
        kantor = sound_office(root, _LOST)
        bekal = _material(kantor, tanda.jenis, span)
        with template_faults_told():
            made = document_of(bekal, tanda.jenis, tanda.format, tanda.jabatan, own_templates(kantor))
    except Failure as failure:
        return None, failure.message
    return (None, f"jabatan `{tanda.jabatan}` tidak ada lagi") if made is None else (made.isi, None)


def _material(kantor: Kantor, jenis: str, span: Periode | None) -> Bekal:
    """What the document is made of, as `iki laporan` gathers it."""
    kind = JENIS[jenis]
    if span is None:
        return Bekal(kantor)
    hasil = measured_each(kantor, kind.rentang(span), None) if kind.rentang else ()
    return Bekal(kantor, span, hasil, analyses(kantor, span) if kind.beranalisis else TANPA_CATATAN)


def _show(found: Verifikasi, dokumen: Path, format: str) -> None:
    if format == "json":
        from ikicli.telaah.verifikasi.tulis import as_json

        put(as_json(found, show_path(dokumen)))
    else:
        from ikicli.cli.layar_verifikasi import draw

        draw(found, show_path(dokumen))
