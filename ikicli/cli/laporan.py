"""`iki laporan`: the documents an office signs."""

from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.hasil import results
from ikicli.cli.opsi import Akar, JabatanBoleh, Sampai, TahunBoleh, one_of
from ikicli.cli.terminal import progress, put, show_path
from ikicli.cli.tulis import write_file
from ikicli.laporan import FORMAT, JENIS, documents


def run(
    jabatan: JabatanBoleh = None,
    tahun: TahunBoleh = None,
    sampai: Sampai = None,
    jenis: Annotated[
        str, typer.Option(parser=one_of(*JENIS), metavar="|".join(JENIS), help="Jenis dokumen.")
    ] = "kinerja",
    format: Annotated[
        str, typer.Option(parser=one_of(*FORMAT), metavar="|".join(FORMAT), help="Bentuk berkas.")
    ] = "html",
    keluaran: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder tujuan; bila tidak ditulis, laporan/<tahun>/ di folder kantor."),
    ] = None,
    coba: Annotated[bool, typer.Option("--coba", help="Tampilkan saja berkas yang akan ditulis.")] = False,
    akar: Akar = None,
) -> None:
    """Membuat laporan kinerja: satu berkas setiap jabatan dan satu untuk kantor.

    Setiap laporan menyebut asal angkanya dan sidik berkas sumbernya. Buka HTML dengan peramban, lalu cetak ke A4.

    \b
    Contoh:
      iki laporan --jabatan sekcam
      iki laporan --tahun 2019 --sampai TW2
      iki laporan --jabatan sekcam --format md --keluaran arsip
    """
    hasil = results(akar, tahun, sampai, jabatan)
    folder = keluaran or hasil.kantor.akar / "laporan" / str(hasil.sampai.tahun)
    count = len(hasil.jabatan) + (0 if jabatan else 1)
    with progress("Membuat laporan", count) as step:
        for document in documents(hasil, jenis, format, jabatan=jabatan or None):
            path = folder / document.nama
            if not coba:
                write_file(path, document.isi)
            put(f"{show_path(str(path))}\n")
            step()
