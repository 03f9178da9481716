"""`iki templat`: the forms that sections fill in."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.kantor import (
    NAME_IT,
    known_jabatan,
    office_root,
    output_folder,
    show_warnings,
    sound_office,
    stop_on_errors,
)
from ikicli.cli.keluaran import put_file
from ikicli.cli.opsi import Akar, Coba, JabatanFormulir, Pilihan, Sampai, TahunFormulir
from ikicli.cli.rentang import span_of_year
from ikicli.cli.terminal import Failure, complain, is_terminal, progress, show_path
from ikicli.realisasi import load_year
from ikicli.realisasi.diminta import UNIT
from ikicli.realisasi.formulir import Formulir, compose_forms

_LOST = "diisikan ke formulir"


def run(  # noqa: PLR0913, PLR0917 - a parameter is an option of the command
    tahun: TahunFormulir,
    jabatan: JabatanFormulir = None,
    semua: Annotated[
        Path | None,
        typer.Option("--semua", metavar="DIR", help="Formulir semua jabatan dan variabel bersama, ke folder ini."),
    ] = None,
    sampai: Sampai = None,
    format: Annotated[
        str, typer.Option(click_type=Pilihan(("xlsx", "csv")), metavar="xlsx|csv", help="Bentuk berkas.")
    ] = "xlsx",
    keluaran: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder tujuan; bila tidak ditulis, formulir/<tahun>/ di folder kantor."),
    ] = None,
    coba: Coba = False,
    akar: Akar = None,
) -> None:
    """Membuat formulir isian realisasi: satu berkas setiap jabatan, siap dikirim dan diisi dengan Excel.

    Angka yang sudah tercatat ikut terisi. Variabel bersama ada di formulir `unit`, kecuali bila hanya satu jabatan yang
    memakainya. Formulir yang sudah ada tidak ditimpa, sebab mungkin sudah diisi.

    \b
    Contoh:
      iki templat --jabatan kasi_trantib --tahun 2019
      iki templat --jabatan unit --tahun 2019 --sampai TW2
      iki templat --semua formulir --tahun 2019
      iki templat --jabatan sekcam --tahun 2019 --format csv
    """
    if (semua is None) == (not jabatan):
        raise Failure(2, "sebut salah satu: `--jabatan ID` atau `--semua DIR`", "lihat `iki templat --help`")
    if semua is not None and keluaran is not None:
        raise Failure(2, "`--semua` sudah menyebut foldernya", "hapus `--keluaran`")
    kantor = sound_office(office_root(akar), _LOST)
    span = span_of_year(sampai, tahun)
    known_jabatan(kantor, [id for id in jabatan or () if id != UNIT])
    year = load_year(kantor, tahun)
    stop_on_errors(year.diagnostics, f"realisasi {tahun}", _LOST)
    show_warnings(year.diagnostics)
    ids = jabatan or [*(each.id for each in kantor.jabatan), UNIT]
    folder = output_folder(kantor.akar, semua or keluaran, f"formulir/{tahun}", NAME_IT)
    forms = compose_forms(kantor, year.realisasi, ids, span)
    asking = [form for form in forms if form.blok]
    _say_what_is_left_out(forms, asking, whole=semua is not None)
    _write(asking, folder, format, coba=coba)


def _say_what_is_left_out(forms: Sequence[Formulir], asking: Sequence[Formulir], *, whole: bool) -> None:
    """The forms that would ask nothing (among all of them that goes without saying), and the illustrative values."""
    for form in [] if whole and asking else [form for form in forms if not form.blok]:
        hint = "variabel bersama ada di formulir `unit`" if form.id != UNIT else "setiap variabel milik satu jabatan"
        complain(f"tidak ada yang perlu diisi di formulir `{form.id}` sampai {form.sampai.sebutan}", hint)
    contoh = sorted({name for form in asking for name in form.contoh})
    if contoh:
        said = f"angka contoh di {', '.join(contoh)} tidak diisikan ke formulir"
        complain(said, "hapus barisnya sebelum formulir yang sudah diisi dimasukkan")


def _write(forms: Sequence[Formulir], folder: Path, format: str, *, coba: bool) -> None:
    """Write the forms, or none of them where a file that is there already says something else."""
    contents = {}
    with progress("Membuat formulir", 0 if is_terminal(sys.stdout) and coba else len(forms)) as step:
        for form in forms:
            contents[folder / f"{form.id}.{format}"] = _WRITERS[format](form)
            step()
    filled = [path for path, content in contents.items() if path.exists() and path.read_bytes() != content]
    if filled:
        names = ", ".join(show_path(path) for path in filled)
        hint = "mungkin sudah diisi: pindahkan dahulu, atau pilih folder lain dengan `--keluaran DIR`"
        raise Failure(3, f"sudah ada, tidak ditimpa: {names}", hint)
    for path, content in contents.items():
        put_file(path, content, coba=coba)


def _xlsx(form: Formulir) -> bytes:
    from ikicli.realisasi.formulir.buku import as_workbook
    from ikicli.tabel.write_xlsx import write_xlsx

    return write_xlsx(as_workbook(form))


def _csv(form: Formulir) -> bytes:
    from ikicli.realisasi.formulir.tabel_csv import csv_text

    return csv_text(form).encode("utf-8")


_WRITERS: dict[str, Callable[[Formulir], bytes]] = {"xlsx": _xlsx, "csv": _csv}
