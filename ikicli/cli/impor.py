"""`iki impor`: figures from the files that offices send into the store."""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.gembok import hold
from ikicli.cli.kantor import office_root, show_warnings, sound_office, stop_on_errors
from ikicli.cli.opsi import Akar, Pilihan, TahunImpor
from ikicli.cli.tabel_impor import changes_table, summary
from ikicli.cli.terminal import Failure, complain, is_terminal, progress, put
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import errors_in, ordered
from ikicli.realisasi import Realisasi, load_year
from ikicli.realisasi.baca import Terbaca, count_steps, read_files
from ikicli.realisasi.bukti import has_evidence
from ikicli.realisasi.cocok import Variables
from ikicli.realisasi.jurnal import Jurnal, check_end, check_journal
from ikicli.realisasi.simpan import Asal, Rencana, finish, plan, store
from ikicli.realisasi.usulan import Usulan

_LOST = "disimpan"
_DESIMAL = ("koma", "titik")


def run(
    berkas: Annotated[list[Path], typer.Argument(metavar="BERKAS...", help="Formulir atau tabel: CSV, XLSX, ODS.")],
    tahun: TahunImpor = None,
    desimal: Annotated[
        str | None,
        typer.Option(
            click_type=Pilihan(_DESIMAL),
            metavar="|".join(_DESIMAL),
            help="Tanda desimal di berkas ini, bila `1.234` dapat dibaca dua cara.",
        ),
    ] = None,
    coba: Annotated[bool, typer.Option("--coba", help="Tampilkan yang akan berubah; tidak ada yang ditulis.")] = False,
    koreksi: Annotated[
        str | None,
        typer.Option(metavar="ALASAN", help="Ganti angka yang sudah tersimpan; alasannya dicatat di jurnal."),
    ] = None,
    akar: Akar = None,
) -> None:
    """Memasukkan angka dari CSV atau Excel ke realisasi: semuanya, atau tidak satu pun.

    Semua masalah di semua berkas disebut sekaligus. Angka yang sudah tersimpan hanya berubah dengan `--koreksi`; yang
    lama, asal berkas dan barisnya dicatat di realisasi/<tahun>/jurnal.jsonl.

    \b
    Contoh:
      iki impor kiriman/kasi_trantib.xlsx
      iki impor kiriman/*.xlsx --tahun 2019 --coba
      iki impor rekap.csv --desimal koma
      iki impor kasi_trantib.xlsx --koreksi "salah ketik bulan Maret"
    """
    if koreksi is not None and not koreksi.strip():
        raise Failure(2, "opsi `--koreksi`: alasannya kosong", 'tulis alasannya, misalnya `--koreksi "salah ketik"`')
    berkas = [each for named in berkas for each in _meant(named)]
    kantor = sound_office(office_root(akar), _LOST)
    with progress("Mengimpor", 3 + count_steps(berkas)) as step, ExitStack() as stack:
        read = _read(kantor, berkas, tahun, desimal, step)
        step()
        if not coba and read.usulan and not errors_in(read.diagnostics):
            stack.enter_context(hold(kantor.akar / "realisasi"))
            finish(kantor.akar / "realisasi")
        years = _plans(kantor, read, tahun, corrects=koreksi is not None)
        step()
        if not read.usulan:
            return
        plans = [rencana for _, rencana in years]
        if not coba:
            store(kantor, years, _origin(berkas, koreksi))
        step()
    _tell(plans, coba=coba)


def _meant(named: Path) -> list[Path]:
    """The files that a pattern such as `*.xlsx` names: the Command Prompt leaves it as it was typed."""
    if named.exists() or not {"*", "?"}.intersection(named.name):
        return [named]
    return sorted(named.parent.glob(named.name)) or [named]


def _read(
    kantor: Kantor, berkas: Sequence[Path], tahun: int | None, desimal: str | None, step: Callable[[], None]
) -> Terbaca:
    """What the files say, with what a person should know about it on stderr."""
    read = read_files(kantor, berkas, tahun, desimal, step)
    for sentence in read.catatan:
        complain(sentence, None)
    if not read.usulan and not errors_in(read.diagnostics):
        names = ", ".join(path.name for path in berkas)
        complain(f"tidak ada angka di {names}, jadi tidak ada yang disimpan", "isi kolom nilainya, lalu impor lagi")
    return read


def _plans(kantor: Kantor, read: Terbaca, tahun: int | None, *, corrects: bool) -> list[tuple[Realisasi, Rencana]]:
    """The plan of every year, or an end with exit code 1 and every reason against one, in the files too."""
    where = "berkas kiriman" if errors_in(read.diagnostics) else "impor ini"
    years, found, left_out, variables = [], [*read.diagnostics], 0, Variables(kantor)
    for year, proposals in sorted({tahun: read.usulan}.items() if tahun else _by_year(read.usulan).items()):
        stored = load_year(kantor, year)
        if broken := errors_in(stored.diagnostics):
            where, found = f"realisasi {year}", [*found, *broken]
            continue
        evident = any(any(each.bukti) for each in proposals) or has_evidence(stored.realisasi)
        journal = check_journal(kantor.akar, year) if evident else Jurnal({}, check_end(kantor.akar, year))
        rencana = plan(variables, stored.realisasi, proposals, journal.terakhir, koreksi=corrects)
        found += [*rencana.diagnostics, *journal.diagnostics]
        left_out += rencana.lebih
        years.append((stored.realisasi, rencana))
    if left_out:
        complain(f"{left_out} temuan serupa tidak ditampilkan", None)
    stop_on_errors(ordered(found), where, _LOST)
    show_warnings(found)
    return years


def _by_year(usulan: Sequence[Usulan]) -> Mapping[int, Sequence[Usulan]]:
    by_year: dict[int, list[Usulan]] = {}
    for each in usulan:
        by_year.setdefault(each.tahun, []).append(each)
    return by_year


def _origin(berkas: Sequence[Path], koreksi: str | None) -> Asal:
    from datetime import UTC, datetime

    names = {str(place): str(path) for path in berkas for place in (path, path.absolute(), path.resolve())}
    return Asal(datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), names, koreksi.strip() if koreksi else None)


def _tell(plans: Sequence[Rencana], *, coba: bool) -> None:
    if coba and any(rencana.perubahan for rencana in plans):
        if is_terminal(sys.stdout):
            from ikicli.cli.layar_impor import draw

            draw(plans)
        else:
            put(changes_table(plans))
    put(summary(plans, coba=coba))
