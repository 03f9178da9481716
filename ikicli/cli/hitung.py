"""`iki hitung`: the achievement."""

import sys
from typing import Annotated

import typer

from ikicli.cli.hasil import results
from ikicli.cli.opsi import Akar, JabatanBoleh, Pilihan, Sampai, Tahun
from ikicli.cli.terminal import is_terminal, put

_FORMATS = ("tabel", "json", "csv")


def run(
    tahun: Tahun,
    sampai: Sampai = None,
    jabatan: JabatanBoleh = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(_FORMATS), metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "tabel",
    akar: Akar = None,
) -> None:
    """Menghitung capaian setiap indikator, jabatan dan kantor dari realisasi setahun atau sampai suatu periode.

    Indikator tanpa angka menyebut alasannya dan tidak pernah dihitung sebagai nol.

    \b
    Contoh:
      iki hitung --tahun 2019
      iki hitung --tahun 2019 --sampai TW2
      iki hitung --tahun 2019 --jabatan sekcam
      iki hitung --tahun 2019 --format csv > capaian.csv
    """
    hasil = results(akar, tahun, sampai, jabatan)
    if format == "json":
        from ikicli.capaian.tulis import as_json

        put(as_json(hasil))
    elif format == "csv":
        from ikicli.capaian.tulis import as_table
        from ikicli.tabel import write_csv

        put(write_csv(as_table(hasil)))
    elif is_terminal(sys.stdout):
        from ikicli.cli.layar_hasil import draw

        draw(hasil)
    else:
        from ikicli.cli.tabel_hasil import plain

        put(plain(hasil))
