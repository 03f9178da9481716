"""`iki laporan`: the documents an office signs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.berkas import write_file
from ikicli.cli.hasil import results
from ikicli.cli.kantor import show_warnings, stop_on_errors
from ikicli.cli.opsi import Akar, JabatanBoleh, Pilihan, Sampai, TahunBoleh
from ikicli.cli.terminal import Failure, complain, is_terminal, progress, put, show_path
from ikicli.laporan import FORMAT, JENIS, documents
from ikicli.realisasi.catatan import load_notes
from ikicli.sumber import is_inside


def run(  # noqa: PLR0913, PLR0917 - a parameter is an option of the command
    jabatan: JabatanBoleh = None,
    tahun: TahunBoleh = None,
    sampai: Sampai = None,
    jenis: Annotated[
        str, typer.Option(click_type=Pilihan(JENIS), metavar="|".join(JENIS), help="Jenis dokumen.")
    ] = "kinerja",
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
    """Membuat laporan kinerja: satu berkas setiap jabatan dan satu untuk kantor.

    Setiap laporan menyebut asal angkanya dan sidik berkas sumbernya. Faktor pendorong, faktor penghambat dan tindak
    lanjut diambil dari realisasi/<tahun>/catatan.yaml. Buka HTML dengan peramban, lalu cetak ke A4.

    \b
    Contoh:
      iki laporan --jabatan sekcam
      iki laporan --tahun 2019 --sampai TW2
      iki laporan --jabatan sekcam --format md --keluaran arsip
    """
    hasil = results(akar, tahun, sampai, jabatan, whole=True)
    year = hasil.sampai.tahun
    noted = load_notes(hasil.kantor, year)
    stop_on_errors(noted.diagnostics, f"catatan {year}", "dilaporkan")
    show_warnings(noted.diagnostics)
    folder = keluaran or _own_folder(hasil.kantor.akar, year)
    count = len(jabatan) if jabatan else len(hasil.jabatan) + 1
    with progress("Membuat laporan", 0 if is_terminal(sys.stdout) else count) as step:  # the paths are progress enough
        for document in documents(hasil, jenis, format, catatan=noted.catatan, jabatan=jabatan or None):
            path = folder / document.nama
            if not coba:
                write_file(path, document.isi)
            put(f"{show_path(str(path))}\n")
            step()
    if coba:
        complain("belum ada yang ditulis", "ulangi tanpa `--coba` untuk menulisnya")


def _own_folder(root: Path, year: int) -> Path:
    """Where documents go when no folder is named; nothing outside the office is written without being named."""
    folder = root / "laporan" / str(year)
    if not is_inside(folder, root):
        said = f"folder {show_path(str(folder))} adalah tautan ke luar folder kantor, jadi tidak ditulisi"
        raise Failure(3, said, "hapus tautan itu, atau sebut tujuannya dengan `--keluaran DIR`")
    return folder
