"""`iki hitung`: the achievement."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from ikicli.capaian import Hasil
from ikicli.cli.berkas import write_file
from ikicli.cli.hasil import results
from ikicli.cli.opsi import Akar, JabatanBoleh, Pilihan, Sampai, Tahun
from ikicli.cli.terminal import Failure, is_terminal, put, put_bytes, show_path

FORMAT = ("tabel", "json", "csv", "xlsx")


def run(
    tahun: Tahun,
    sampai: Sampai = None,
    jabatan: JabatanBoleh = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(FORMAT), metavar="|".join(FORMAT), help="Bentuk keluaran.")
    ] = "tabel",
    keluaran: Annotated[
        Path | None, typer.Option(metavar="BERKAS", help="Tulis ke berkas ini; yang lama diganti.", show_default=False)
    ] = None,
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
    if keluaran is not None and _ENDINGS.get(keluaran.suffix.casefold(), format) != format:
        named = _ENDINGS[keluaran.suffix.casefold()]
        raise Failure(2, f"`{keluaran.name}` bukan nama untuk bentuk `{format}`", f"tambahkan `--format {named}`")
    if format == "xlsx" and keluaran is None and is_terminal(sys.stdout):
        raise Failure(2, "buku kerja tidak dapat ditampilkan di terminal", f"tulis `--keluaran capaian-{tahun}.xlsx`")
    hasil = results(akar, tahun, sampai, jabatan)
    if format == "tabel" and keluaran is None and is_terminal(sys.stdout):
        from ikicli.cli.layar_hasil import draw

        draw(hasil)
        return
    content = _WRITERS[format](hasil)
    if keluaran is not None:
        write_file(keluaran, content)
        put(f"{show_path(keluaran)}\n")
    elif isinstance(content, bytes):
        put_bytes(content)
    else:
        put(content)


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
_ENDINGS = {".json": "json", ".csv": "csv", ".xlsx": "xlsx"}
"""What the name of a file says about what is in it."""
