"""The results of an office, computed for the commands that show them."""

from collections.abc import Sequence
from pathlib import Path

from ikicli.capaian import Hasil, compute
from ikicli.capaian.hitung import needs_year_before
from ikicli.cli.kantor import known_jabatan, office_root, show_warnings, sound_office, stop_on_errors
from ikicli.cli.opsi import this_year
from ikicli.cli.rentang import span_of_year
from ikicli.cli.terminal import Failure, complain
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic
from ikicli.realisasi import Realisasi, load_year
from ikicli.realisasi.bukti import check_evidence, has_evidence
from ikicli.realisasi.jurnal import read_journal


def results(
    akar: Path | None, tahun: int | None, sampai: str | None, jabatan: Sequence[str] | None, *, whole: bool = False
) -> Hasil:
    """The results that the options ask for; warnings go to stderr, errors end the command with exit code 1.

    With `whole` they are the whole office's, also when only some jabatan are asked for.
    """
    kantor = sound_office(office_root(akar))
    year = latest_agreement(kantor) if tahun is None else tahun
    span = span_of_year(sampai, year)
    wanted = known_jabatan(kantor, jabatan)
    this_year = load_year(kantor, year)
    stop_on_errors(this_year.diagnostics, f"realisasi {year}")
    last_year = load_year(kantor, year - 1, earlier=True) if needs_year_before(kantor) else None
    found = last_year.diagnostics if last_year else ()
    stop_on_errors(found, f"realisasi {year - 1}")
    before = last_year.realisasi if last_year else None
    computed = compute(kantor, this_year.realisasi, span, before, None if whole else wanted)
    stop_on_errors(computed.diagnostics, "hitungan")
    show_warnings([*this_year.diagnostics, *_evidence(kantor, this_year.realisasi), *found, *computed.diagnostics])
    if year not in kantor.perjanjian:
        complain(f"belum ada Perjanjian Kinerja {year}", f"tulis definitions/perjanjian/{year}.yaml")
    if not this_year.realisasi.isian:
        complain(f"belum ada realisasi {year}", f"letakkan CSV di realisasi/{year}/")
    return computed.hasil


def _evidence(kantor: Kantor, realisasi: Realisasi) -> Sequence[Diagnostic]:
    """What is wrong with the evidence of a year; the journal is read only where there is some."""
    if not has_evidence(realisasi):
        return ()
    return check_evidence(kantor.akar, realisasi, read_journal(kantor.akar, realisasi.tahun))


def latest_agreement(kantor: Kantor) -> int:
    """The year of the latest Perjanjian Kinerja."""
    if not kantor.perjanjian:
        raise Failure(2, "belum ada Perjanjian Kinerja, jadi tahunnya harus disebut", f"tulis `--tahun {this_year()}`")
    return max(kantor.perjanjian)
