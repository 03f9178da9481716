"""`iki jelaskan`: where a number comes from."""

import sys
from typing import Annotated

import typer

from ikicli.cli.opsi import Akar, IndikatorAtauJabatan, Pilihan, Sampai, Tahun
from ikicli.cli.penjelasan import explanations
from ikicli.cli.terminal import is_terminal, put

_FORMATS = ("teks", "json")


def run(
    apa: IndikatorAtauJabatan,
    tahun: Tahun,
    sampai: Sampai = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(_FORMATS), metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "teks",
    akar: Akar = None,
) -> None:
    """Menjelaskan asal suatu angka: predikat, capaian, aturan, target, formula, sampai berkas dan barisnya.

    Sebut satu atau beberapa indikator (`jabatan.indikator`), atau jabatan untuk semua indikatornya. Indikator lain yang
    dirujuk formulanya ikut dijelaskan satu kali. Yang belum ada disebut bersama cara mengisinya.

    \b
    Contoh:
      iki jelaskan sekcam.tingkat_kehadiran --tahun 2019
      iki jelaskan sekcam.tingkat_kehadiran --tahun 2019 --sampai TW2
      iki jelaskan sekcam --tahun 2019
      iki jelaskan sekcam.tingkat_kehadiran --tahun 2019 --format json
    """
    told = explanations(akar, tahun, sampai, apa)
    if format == "json":
        from ikicli.capaian.jelaskan.tulis import as_json

        put(as_json(told))
    elif is_terminal(sys.stdout):
        from ikicli.cli.layar_penjelasan import draw

        draw(told)
    else:
        from ikicli.cli.teks_penjelasan import plain

        put(plain(told))
