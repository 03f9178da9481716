"""`iki dampak`: what a change of definitions does to the results."""

import os
from typing import Annotated

import typer

from ikicli.cli.hasil import latest_agreement
from ikicli.cli.kantor import office_root, sound_office, stopped
from ikicli.cli.opsi import Akar, Pilihan, Sampai, TahunBoleh
from ikicli.cli.rentang import span_of_year
from ikicli.cli.terminal import Failure, progress, put
from ikicli.telaah.dampak import BrokenRows, Dampak, impact
from ikicli.telaah.git_ import OF_A_REPOSITORY, GitError

_FORMATS = ("teks", "json", "md")
_BILA = ("predikat", "angka", "apa-pun")


def run(
    revisi: Annotated[
        str, typer.Argument(metavar="[REV]", help="Revisi git: cabang, tag atau nomor komit. Bila tidak ditulis: HEAD.")
    ] = "HEAD",
    tahun: TahunBoleh = None,
    sampai: Sampai = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(_FORMATS), metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "teks",
    gagal_jika: Annotated[
        str | None,
        typer.Option(
            "--gagal-jika",
            click_type=Pilihan(_BILA),
            metavar="|".join(_BILA),
            help="Berakhir dengan kode 1 bila ada predikat, angka, atau apa pun yang berubah.",
        ),
    ] = None,
    akar: Akar = None,
) -> None:
    """Menunjukkan akibat perubahan definisi: hasil menurut definisi di git dan menurut definisi sekarang.

    Realisasinya sama, jadi setiap selisih berasal dari definisi. Riwayat git hanya dibaca; berkas tidak diubah.

    \b
    Contoh:
      iki dampak
      iki dampak main --tahun 2019
      iki dampak v2019.1 --sampai TW2
      iki dampak origin/main --format md > komentar.md
      iki dampak main --gagal-jika predikat
    """
    for name in OF_A_REPOSITORY:
        os.environ.pop(name, None)
    kantor = sound_office(office_root(akar))
    span = span_of_year(sampai, latest_agreement(kantor) if tahun is None else tahun)
    try:
        with progress(f"Membaca {revisi}", len(kantor.sumber)) as step:
            dampak = impact(kantor, revisi, span, step)
    except GitError as error:
        raise Failure(3, error.message, error.hint) from error
    except BrokenRows as broken:
        raise stopped(broken.diagnostics, f"realisasi {span.tahun}") from broken
    except FileNotFoundError as error:
        said = f"revisi {revisi} belum memuat kantor ini: definitions/unit.yaml tidak ada di sana"
        raise Failure(3, said, "sebut revisi yang lebih baru") from error
    _show(dampak, format)
    if gagal_jika and _has_changed(dampak, gagal_jika):
        raise Failure(1, f"ada perubahan {gagal_jika.replace('-', ' ')} (`--gagal-jika {gagal_jika}`)", None)


def _show(dampak: Dampak, format: str) -> None:
    if format == "json":
        from ikicli.telaah.dampak.tulis import as_json

        put(as_json(dampak))
    elif format == "md":
        from ikicli.telaah.dampak.komentar import as_comment

        put(as_comment(dampak))
    else:
        from ikicli.cli.layar_dampak import draw

        draw(dampak)


def _has_changed(dampak: Dampak, what: str) -> bool:
    """Whether there is what the command is to fail for; what cannot be known is taken for changed."""
    akibat = dampak.akibat
    if akibat is None:
        return True
    numbers = bool(akibat.angka or akibat.rata_rata or akibat.predikat)
    return {"predikat": bool(akibat.predikat), "angka": numbers, "apa-pun": numbers or bool(dampak.definisi)}[what]
