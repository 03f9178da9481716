"""`iki hitung`: the achievement."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from ikicli.capaian import Hasil
from ikicli.cli.hasil import results
from ikicli.cli.keluaran import check_output, deliver
from ikicli.cli.opsi import Akar, JabatanBoleh, Keluaran, Pilihan, Sampai, Tahun
from ikicli.cli.terminal import Failure, is_terminal

_FORMATS = ("tabel", "json", "csv", "xlsx")


def run(
    tahun: Tahun,
    sampai: Sampai = None,
    jabatan: JabatanBoleh = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(_FORMATS), metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "tabel",
    keluaran: Keluaran = None,
    akar: Akar = None,
) -> None:
    """Menghitung capaian setiap indikator, jabatan dan kantor dari realisasi setahun atau sampai suatu periode.

    Indikator tanpa capaian menyebut alasannya dan tidak pernah dihitung sebagai nol.

    \b
    Contoh:
      iki hitung --tahun 2019
      iki hitung --tahun 2019 --sampai TW2
      iki hitung --tahun 2019 --jabatan sekcam
      iki hitung --tahun 2019 --format csv > capaian.csv
      iki hitung --tahun 2019 --format xlsx --keluaran capaian-2019.xlsx
    """
    check_output(keluaran, format, _FORMATS)
    if format == "xlsx" and keluaran is None and is_terminal(sys.stdout):
        raise Failure(2, "buku kerja tidak dapat ditampilkan di terminal", f"tulis `--keluaran capaian-{tahun}.xlsx`")
    hasil = results(akar, tahun, sampai, jabatan)
    if format == "tabel" and keluaran is None and is_terminal(sys.stdout):
        from ikicli.cli.layar_hasil import draw

        draw(hasil)
        return
    deliver(_WRITERS[format](hasil), keluaran)


def _plain(hasil: Hasil) -> str:
    from ikicli.cli.tabel_hasil import plain

    return plain(hasil)


def _json(hasil: Hasil) -> str:
    from ikicli.capaian.tulis import as_json

    return as_json(hasil)


def _csv(hasil: Hasil) -> str:
    from ikicli.capaian.tulis import as_table
    from ikicli.tabel import write_csv

    return write_csv(as_table(hasil))


def _xlsx(hasil: Hasil) -> bytes:
    from ikicli.capaian.buku import as_workbook
    from ikicli.tabel.write_xlsx import write_xlsx

    return write_xlsx(as_workbook(hasil))


_WRITERS: dict[str, Callable[[Hasil], str | bytes]] = {"tabel": _plain, "json": _json, "csv": _csv, "xlsx": _xlsx}
