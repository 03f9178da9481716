"""`iki pohon`: who stands under whom, and which indicator supports which."""

import sys
from typing import Annotated

import typer

from ikicli.capaian.jenjang import Jenjang, cascade
from ikicli.cli.hasil import latest_agreement, measured
from ikicli.cli.kantor import office_root, sound_office
from ikicli.cli.keluaran import check_output, deliver
from ikicli.cli.opsi import Akar, Keluaran, Pilihan, Sampai, TahunBoleh
from ikicli.cli.rentang import span_of_year
from ikicli.cli.terminal import is_terminal
from ikicli.definisi.nouns import Kantor

_FORMATS = ("teks", "svg", "mermaid", "json")


def run(
    tahun: TahunBoleh = None,
    sampai: Sampai = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(_FORMATS), metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "teks",
    keluaran: Keluaran = None,
    akar: Akar = None,
) -> None:
    """Menampilkan susunan jabatan (siapa di bawah siapa) dan dukungan indikator (`mendukung`), dengan capaiannya.

    Capaian ditampilkan bila tahunnya mempunyai perjanjian dan realisasi; bila tidak, susunannya saja. Di akhir disebut
    indikator jabatan teratas yang belum didukung, dan indikator di bawahnya yang tidak mendukung apa pun.

    \b
    Contoh:
      iki pohon
      iki pohon --tahun 2019 --sampai TW2
      iki pohon --format svg --keluaran pohon.svg
      iki pohon --format mermaid > pohon.mmd
    """
    check_output(keluaran, format, _FORMATS)
    kantor = sound_office(office_root(akar), "ditampilkan")
    jenjang = _with_results(kantor, tahun, sampai)
    if format == "teks" and keluaran is None and is_terminal(sys.stdout):
        from ikicli.cli.layar_jenjang import draw

        draw(jenjang)
        return
    deliver(_written(kantor, jenjang, format), keluaran)


def _with_results(kantor: Kantor, tahun: int | None, sampai: str | None) -> Jenjang:
    """The cascade with the year's results, or without where the year has none."""
    if tahun is None and sampai is None and not kantor.perjanjian:
        return cascade(kantor)
    span = span_of_year(sampai, latest_agreement(kantor) if tahun is None else tahun)
    hasil = measured(kantor, span, None)
    is_known = any(each.realisasi is not None for each in hasil.indikator())
    return cascade(kantor, hasil if is_known else None)


def _written(kantor: Kantor, jenjang: Jenjang, format: str) -> str:
    if format == "teks":
        from ikicli.cli.teks_jenjang import plain

        return plain(jenjang)
    if format == "svg":
        from ikicli.cli.templat_kantor import own_templates, template_faults_told
        from ikicli.laporan import cascade_drawing

        with template_faults_told():
            return cascade_drawing(jenjang, own_templates(kantor))
    from ikicli.capaian.tulis_jenjang import as_json, as_mermaid

    return as_mermaid(jenjang) if format == "mermaid" else as_json(jenjang)
