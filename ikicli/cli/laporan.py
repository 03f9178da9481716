"""`iki laporan`: the documents an office signs."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.hasil import analyses, latest_agreement, measured_each, warn_without_agreement
from ikicli.cli.kantor import NAME_IT, known_jabatan, office_root, output_folder, sound_office
from ikicli.cli.keluaran import put_file, say_it_was_tried
from ikicli.cli.opsi import Akar, Coba, JabatanBoleh, Pilihan, Sampai, TahunBoleh
from ikicli.cli.pustaka import need_library
from ikicli.cli.rentang import span_of_year
from ikicli.cli.templat_kantor import NamaTemplat, copy_template, own_templates, template_faults_told
from ikicli.cli.terminal import Failure, is_terminal, progress
from ikicli.definisi.nouns import Kantor
from ikicli.laporan import FORMAT, JENIS, Bekal, Jenis, documents
from ikicli.realisasi import Periode
from ikicli.realisasi.catatan import TANPA_CATATAN

KINERJA, SEMUA = "kinerja", "semua"
_JENIS = f"Jenis dokumen, boleh ditulis beberapa kali: {', '.join(JENIS)}, atau {SEMUA}. Bila tidak ditulis: {KINERJA}."


def run(  # noqa: PLR0913, PLR0917 - a parameter is an option of the command
    jabatan: JabatanBoleh = None,
    tahun: TahunBoleh = None,
    sampai: Sampai = None,
    jenis: Annotated[
        list[str] | None, typer.Option(click_type=Pilihan((*JENIS, SEMUA)), metavar="JENIS", help=_JENIS)
    ] = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(FORMAT), metavar="|".join(FORMAT), help="Bentuk berkas.")
    ] = "html",
    keluaran: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder tujuan; bila tidak ditulis, laporan/<tahun>/ di folder kantor."),
    ] = None,
    salin_templat: Annotated[
        str | None,
        typer.Option(click_type=NamaTemplat(), metavar="NAMA", help="Salin templat bawaan ke templates/ untuk diubah."),
    ] = None,
    coba: Coba = False,
    akar: Akar = None,
) -> None:
    """Membuat dokumen yang ditandatangani: satu berkas setiap jabatan dan satu untuk kantor.

    Setiap dokumen menyebut asal angkanya dan sidik berkas sumbernya.

    \b
    Bentuk berkas:
      html  dibuka dengan peramban, lalu dicetak ke A4
      pdf   siap dicetak dan dikirim
      docx  untuk disunting dengan Word atau LibreOffice
      xlsx  hanya pengukuran, dengan angka yang dapat dihitung
      md    teks dengan tanda Markdown
    PDF dan DOCX memerlukan `pip install "iki[dokumen]"`.

    \b
    Jenis dokumen:
      kinerja       laporan kinerja individu, dengan analisis dari realisasi/<tahun>/catatan.yaml
      perjanjian    Perjanjian Kinerja dengan lampiran targetnya
      rencana-aksi  target setiap triwulan atau bulan menurut rencana
      pengukuran    target, realisasi dan capaian setiap triwulan
      lampiran      lampiran keputusan IKI
      keputusan     keputusan IKI seutuhnya, satu untuk kantor
      kamus         arti, rumus, satuan dan sumber data setiap indikator
      lkjip         Bab III LKjIP menurut sasaran, satu untuk kantor
      evaluasi      yang tertinggal dan langkah berikutnya, satu halaman untuk pimpinan
    Lampiran, keputusan dan kamus tidak memerlukan perjanjian maupun realisasi.

    \b
    Contoh:
      iki laporan --jabatan sekcam
      iki laporan --tahun 2019 --sampai TW2
      iki laporan --jenis perjanjian --jabatan sekcam
      iki laporan --jenis pengukuran --sampai TW3 --format xlsx
      iki laporan --jabatan sekcam --format docx --keluaran arsip
      iki laporan --jenis semua --format pdf
      iki laporan --salin-templat parts/kepala.html.j2
    """
    if salin_templat is not None:
        copy_template(office_root(akar), salin_templat, coba=coba)
        return
    kinds = _kinds(jenis or [KINERJA], format, jabatan, sampai)
    need_library(format)
    kantor = sound_office(office_root(akar), "dilaporkan")
    known_jabatan(kantor, jabatan)
    span = _span(kantor, kinds, tahun, sampai)
    material = _material(kantor, kinds, span)
    folder = _folder(kantor, keluaran, span.tahun if span else tahun)
    templat = own_templates(kantor)
    count = sum(len(jabatan) if jabatan else len(kantor.jabatan) * JENIS[kind].per_jabatan + 1 for kind in kinds)
    with progress("Membuat laporan", 0 if is_terminal(sys.stdout) else count) as step:  # the paths are progress enough
        for kind in kinds:
            found = documents(material(JENIS[kind]), kind, format, jabatan=jabatan or None, templat=templat)
            if templat:  # all or none is written
                with template_faults_told():
                    found = iter(list(found))
            for document in found:
                put_file(folder / document.nama, document.isi, coba=coba)
                step()
    if coba:
        say_it_was_tried()


def _kinds(named: Sequence[str], format: str, jabatan: Sequence[str] | None, sampai: str | None) -> list[str]:
    """The kinds that are written, each once; of all those that the other options leave."""
    if SEMUA in named:
        return [name for name, kind in JENIS.items() if format in kind.penulis and (kind.per_jabatan or not jabatan)]
    for name in named:
        kind = JENIS[name]
        if jabatan and not kind.per_jabatan:
            raise Failure(2, f"dokumen {name} hanya satu untuk seluruh kantor", "hapus `--jabatan`")
        if format not in kind.penulis:
            raise Failure(2, f"dokumen {name} tidak dibuat sebagai {format}", f"pilih {', '.join(kind.penulis)}")
    if sampai is not None and not any(JENIS[name].bertahun for name in named):
        raise Failure(2, f"dokumen {', '.join(named)} tidak bergantung pada periode", "hapus `--sampai`")
    return list(dict.fromkeys(named))


def _span(kantor: Kantor, kinds: Sequence[str], tahun: int | None, sampai: str | None) -> Periode | None:
    """The span that is spoken of; None where every kind is the same as long as the definitions are."""
    if not any(JENIS[kind].bertahun for kind in kinds):
        return None
    return span_of_year(sampai, latest_agreement(kantor) if tahun is None else tahun)


def _material(kantor: Kantor, kinds: Sequence[str], span: Periode | None) -> Callable[[Jenis], Bekal]:
    """What documents of each kind are made of; what several are made of is computed once."""
    if span is None:
        return lambda kind: Bekal(kantor)  # noqa: ARG005 - whichever it is
    chosen = [JENIS[kind] for kind in kinds]
    spans = list(dict.fromkeys(each for kind in chosen if kind.rentang for each in kind.rentang(span)))
    found = dict(zip(spans, measured_each(kantor, spans, None), strict=True)) if spans else {}
    if not found:
        warn_without_agreement(kantor, span.tahun)
    catatan = analyses(kantor, span) if any(kind.beranalisis for kind in chosen) else TANPA_CATATAN

    def of(kind: Jenis) -> Bekal:
        if not kind.bertahun:
            return Bekal(kantor)
        hasil = tuple(found[each] for each in kind.rentang(span)) if kind.rentang else ()
        return Bekal(kantor, span, hasil, catatan if kind.beranalisis else TANPA_CATATAN)

    return of


def _folder(kantor: Kantor, named: Path | None, tahun: int | None) -> Path:
    """Where documents go; if no folder is named, what is not of a year stands beside those of the latest one."""
    year = max(kantor.perjanjian, default=None) if tahun is None else tahun
    own = "laporan" if year is None else f"laporan/{year}"
    return output_folder(kantor.akar, named, own, NAME_IT)
