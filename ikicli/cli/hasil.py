"""The results of an office, computed for the commands that show them."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ikicli.capaian import Hasil, measure_each
from ikicli.cli.kantor import known_jabatan, office_root, show_warnings, sound_office, stop_on_errors, stopped
from ikicli.cli.opsi import this_year
from ikicli.cli.rentang import span_of_year
from ikicli.cli.terminal import Failure, complain
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic
from ikicli.realisasi import Periode, Realisasi
from ikicli.realisasi.bukti import check_evidence, has_evidence
from ikicli.realisasi.jurnal import read_journal

if TYPE_CHECKING:  # analyses are read only where they are shown
    from ikicli.realisasi.catatan import Catatan


def results(akar: Path | None, tahun: int | None, sampai: str | None, jabatan: Sequence[str] | None) -> Hasil:
    """The results that the options ask for; warnings go to stderr, errors end the command with exit code 1."""
    kantor = sound_office(office_root(akar))
    span = span_of_year(sampai, latest_agreement(kantor) if tahun is None else tahun)
    wanted = known_jabatan(kantor, jabatan)
    return measured(kantor, span, wanted)


def measured(kantor: Kantor, span: Periode, jabatan: Collection[str] | None) -> Hasil:
    """The results of some jabatan (None: of all); warnings go to stderr, errors end the command with exit code 1."""
    return measured_each(kantor, (span,), jabatan)[0]


def measured_each(kantor: Kantor, spans: Sequence[Periode], jabatan: Collection[str] | None) -> tuple[Hasil, ...]:
    """The results of some jabatan (None: of all) for spans of one year, at least one; a warning is shown once."""
    found: dict[Diagnostic, None] = {}
    results = []
    for answer in measure_each(kantor, spans, jabatan):
        if answer.hasil is None:
            raise stopped(answer.diagnostics, answer.tempat or "")
        results.append(answer.hasil)
        found |= dict.fromkeys(answer.diagnostics)
    show_warnings([*found, *_evidence(kantor, answer.realisasi)])
    tahun = spans[0].tahun
    warn_without_agreement(kantor, tahun)
    if not answer.realisasi.isian:
        hint = f"masukkan formulir `iki templat` dengan `iki impor`, atau letakkan CSV di realisasi/{tahun}/"
        complain(f"belum ada realisasi {tahun}", hint)
    if answer.tanpa_lalu:
        hint = f"periksa dengan `iki hitung --tahun {tahun - 1}`"
        complain(f"angka tahun lalu tidak ditampilkan: {answer.tanpa_lalu}", hint)
    return tuple(results)


def _evidence(kantor: Kantor, realisasi: Realisasi) -> Sequence[Diagnostic]:
    """What is wrong with the evidence of a year; the journal is read only where there is some."""
    if not has_evidence(realisasi):
        return ()
    return check_evidence(kantor.akar, realisasi, read_journal(kantor.akar, realisasi.tahun))


def warn_without_agreement(kantor: Kantor, tahun: int) -> None:
    """Say on stderr that a year has no Perjanjian Kinerja, where that is so."""
    if tahun not in kantor.perjanjian:
        complain(f"belum ada Perjanjian Kinerja {tahun}", f"tulis definitions/perjanjian/{tahun}.yaml")


def latest_agreement(kantor: Kantor) -> int:
    """The year of the latest Perjanjian Kinerja."""
    if not kantor.perjanjian:
        raise Failure(2, "belum ada Perjanjian Kinerja, jadi tahunnya harus disebut", f"tulis `--tahun {this_year()}`")
    return max(kantor.perjanjian)


def analyses(kantor: Kantor, span: Periode) -> "Catatan":
    """The analyses of a year; warnings go to stderr, errors end the command with exit code 1."""
    from ikicli.realisasi.catatan import load_notes

    noted = load_notes(kantor, span.tahun)
    stop_on_errors(noted.diagnostics, f"catatan {span.tahun}", "dilaporkan")
    show_warnings(noted.diagnostics)
    return noted.catatan
