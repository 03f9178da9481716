"""`iki situs`: the office as pages to look at."""

from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.ganti_folder import check_own, replaced_folder
from ikicli.cli.hasil import analyses, latest_agreement, measured_each
from ikicli.cli.kantor import office_root, output_folder, sound_office
from ikicli.cli.keluaran import say_it_was_tried
from ikicli.cli.opsi import Akar, Coba, Sampai, TahunBoleh
from ikicli.cli.rentang import span_of_year
from ikicli.cli.templat_kantor import own_templates, template_faults_told
from ikicli.cli.terminal import complain, progress, put, show_path
from ikicli.laporan import Bekal
from ikicli.laporan.bahan.peta import spans
from ikicli.laporan.situs import BERANDA, addresses, frame, site


def run(
    dir: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="Folder situsnya; bila tidak ditulis, situs/ di folder kantor."),
    ] = None,
    tahun: TahunBoleh = None,
    sampai: Sampai = None,
    buka: Annotated[bool, typer.Option("--buka", help="Buka halaman pertamanya di peramban.")] = False,
    coba: Coba = False,
    akar: Akar = None,
) -> None:
    """Membuat situs kantor: halaman untuk kantor, setiap jabatan dan setiap indikator, serta jenjangnya.

    Situsnya berupa berkas biasa: buka index.html dengan peramban, tanpa jaringan, atau salin foldernya ke mana saja.
    Bila dibuat lagi, isi folder itu diganti seluruhnya; folder yang memuat berkas lain ditolak.

    \b
    Contoh:
      iki situs
      iki situs --buka
      iki situs --tahun 2019 --sampai TW2
      iki situs ../situs-kecamatan
    """
    kantor = sound_office(office_root(akar), "ditampilkan")
    span = span_of_year(sampai, latest_agreement(kantor) if tahun is None else tahun)
    folder = output_folder(kantor.akar, dir, "situs", "sebut foldernya: `iki situs DIR`")
    check_own(folder)
    kerangka = frame(Bekal(kantor, span, measured_each(kantor, spans(span), None), analyses(kantor, span)))
    names = addresses(kerangka)
    if coba:
        put("".join(f"{show_path(folder / name)}\n" for name in names))
        say_it_was_tried()
        return
    templat = own_templates(kantor)
    with template_faults_told(), progress("Membuat situs", len(names)) as step, replaced_folder(folder) as write:
        for page in site(kerangka, templat):
            write(page.nama, page.isi)
            step()
    put(f"{show_path(folder / BERANDA)}\n")
    if buka:
        _open(folder / BERANDA)


def _open(page: Path) -> None:
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        complain("peramban tidak dapat dibuka dari sini", f"buka {show_path(page)} dengan peramban")
