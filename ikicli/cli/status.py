"""`iki status`: who has sent what."""

import sys
from datetime import date
from typing import Annotated

import typer

from ikicli.capaian.status import status
from ikicli.cli.hasil import latest_agreement
from ikicli.cli.kantor import known_jabatan, office_root, show_warnings, sound_office, stop_on_errors
from ikicli.cli.opsi import Akar, Hari, JabatanBoleh, Pilihan, Sampai, TahunBoleh
from ikicli.cli.rentang import span_of_year
from ikicli.cli.terminal import is_terminal, put
from ikicli.realisasi import load_year
from ikicli.realisasi.catatan import load_notes
from ikicli.realisasi.diminta import UNIT

_FORMATS = ("tabel", "json", "csv")
_LOST = "diperiksa"


def run(
    tahun: TahunBoleh = None,
    sampai: Sampai = None,
    per: Annotated[
        date | None,
        typer.Option(
            "--per",
            click_type=Hari(),
            metavar="TANGGAL",
            help="Keadaan pada tanggal ini; bila tidak ditulis: hari ini.",
        ),
    ] = None,
    jabatan: JabatanBoleh = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(_FORMATS), metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "tabel",
    akar: Akar = None,
) -> None:
    """Menampilkan siapa sudah mengirim apa: isian setiap jabatan menurut bulan, dan apa yang masih perlu diminta.

    Isian dihitung pada bulan berakhirnya periode pengumpulannya. Terlambat menurut `batas_lapor` di unit.yaml.

    \b
    Contoh:
      iki status --tahun 2019
      iki status --tahun 2019 --per 2019-07-15
      iki status --tahun 2019 --sampai TW2 --jabatan sekcam
      iki status --tahun 2019 --format csv > status.csv
    """
    kantor = sound_office(office_root(akar), _LOST)
    year = latest_agreement(kantor) if tahun is None else tahun
    span = span_of_year(sampai, year)
    wanted = [UNIT] if jabatan == [UNIT] else known_jabatan(kantor, jabatan)
    rows = load_year(kantor, year)
    stop_on_errors(rows.diagnostics, f"realisasi {year}", _LOST)
    notes = load_notes(kantor, year).diagnostics
    show_warnings([*rows.diagnostics, *notes])
    found = status(kantor, rows.realisasi, span, per or date.today(), wanted)
    if format == "json":
        from ikicli.capaian.tulis_status import as_json

        put(as_json(found))
    elif format == "csv":
        from ikicli.capaian.tulis_status import as_table
        from ikicli.tabel import write_csv

        put(write_csv(as_table(found)))
    elif not found.baris:
        from ikicli.cli.tabel_status import nothing_asked

        put(nothing_asked(found))
    elif is_terminal(sys.stdout):
        from ikicli.cli.layar_status import draw

        draw(found)
    else:
        from ikicli.cli.tabel_status import plain

        put(plain(found))
    stop_on_errors(notes, f"catatan {year}", "dapat dilaporkan")
