"""`iki laporan`: the documents an office signs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.berkas import write_file
from ikicli.cli.hasil import analyses, latest_agreement, measured_each
from ikicli.cli.kantor import known_jabatan, office_root, own_folder, sound_office
from ikicli.cli.opsi import Akar, JabatanBoleh, Pilihan, Sampai, TahunBoleh
from ikicli.cli.rentang import span_of_year
from ikicli.cli.terminal import Failure, complain, is_terminal, progress, put, show_path
from ikicli.definisi.nouns import Kantor
from ikicli.laporan import FORMAT, JENIS, Bekal, Jenis, documents
from ikicli.realisasi.catatan import TANPA_CATATAN

_JENIS = f"Jenis dokumen: {', '.join(JENIS)}."


def run(  # noqa: PLR0913, PLR0917 - a parameter is an option of the command
    jabatan: JabatanBoleh = None,
    tahun: TahunBoleh = None,
    sampai: Sampai = None,
    jenis: Annotated[str, typer.Option(click_type=Pilihan(JENIS), metavar="JENIS", help=_JENIS)] = "kinerja",
    format: Annotated[
        str, typer.Option(click_type=Pilihan(FORMAT), metavar="|".join(FORMAT), help="Bentuk berkas.")
    ] = "html",
    keluaran: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder tujuan; bila tidak ditulis, laporan/<tahun>/ di folder kantor."),
    ] = None,
    coba: Annotated[bool, typer.Option("--coba", help="Tampilkan saja berkas yang akan ditulis.")] = False,
    akar: Akar = None,
) -> None:
    """Membuat dokumen yang ditandatangani: satu berkas setiap jabatan dan satu untuk kantor.

    Setiap dokumen menyebut asal angkanya dan sidik berkas sumbernya. Buka HTML dengan peramban, lalu cetak ke A4.

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
      iki laporan --jenis pengukuran --sampai TW3
      iki laporan --jabatan sekcam --format md --keluaran arsip
    """
    kind = JENIS[jenis]
    if jabatan and not kind.per_jabatan:
        raise Failure(2, f"dokumen {jenis} hanya satu untuk seluruh kantor", "hapus `--jabatan`")
    kantor = sound_office(office_root(akar), "dilaporkan")
    known_jabatan(kantor, jabatan)
    bekal = _of_year(kantor, kind, tahun, sampai) if kind.bertahun else _timeless(kantor, jenis, sampai)
    folder = keluaran or _own_folder(kantor, bekal.year or tahun)
    count = len(jabatan) if jabatan else len(kantor.jabatan) * kind.per_jabatan + 1
    with progress("Membuat laporan", 0 if is_terminal(sys.stdout) else count) as step:  # the paths are progress enough
        for document in documents(bekal, jenis, format, jabatan=jabatan or None):
            path = folder / document.nama
            if not coba:
                write_file(path, document.isi)
            put(f"{show_path(str(path))}\n")
            step()
    if coba:
        complain("belum ada yang ditulis", "ulangi tanpa `--coba` untuk menulisnya")


def _of_year(kantor: Kantor, kind: Jenis, tahun: int | None, sampai: str | None) -> Bekal:
    """What a document of a year is made of."""
    span = span_of_year(sampai, latest_agreement(kantor) if tahun is None else tahun)
    hasil = measured_each(kantor, kind.rentang(span), None) if kind.rentang else ()
    if not hasil and span.tahun not in kantor.perjanjian:
        complain(f"belum ada Perjanjian Kinerja {span.tahun}", f"tulis definitions/perjanjian/{span.tahun}.yaml")
    return Bekal(kantor, span, hasil, analyses(kantor, span) if kind.beranalisis else TANPA_CATATAN)


def _timeless(kantor: Kantor, jenis: str, sampai: str | None) -> Bekal:
    """What a document is made of that is the same as long as the definitions are."""
    if sampai is not None:
        raise Failure(2, f"dokumen {jenis} tidak bergantung pada periode", "hapus `--sampai`")
    return Bekal(kantor)


def _own_folder(kantor: Kantor, tahun: int | None) -> Path:
    """Where documents go when no folder is named.

    What is not of a year stands beside the documents of the latest one.
    """
    year = max(kantor.perjanjian, default=None) if tahun is None else tahun
    return own_folder(
        kantor, "laporan" if year is None else f"laporan/{year}", "sebut tujuannya dengan `--keluaran DIR`"
    )
