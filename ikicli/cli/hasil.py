"""The results of an office, computed for the commands that show them."""

from collections.abc import Sequence
from pathlib import Path

from ikicli.capaian import Hasil, measure
from ikicli.cli.kantor import known_jabatan, office_root, show_warnings, sound_office, stopped
from ikicli.cli.terminal import Failure, complain
from ikicli.definisi.nouns import Kantor
from ikicli.realisasi import Periode, parse_sampai


def results(
    akar: Path | None, tahun: int | None, sampai: str | None, jabatan: Sequence[str] | None, *, whole: bool = False
) -> Hasil:
    """The results that the options ask for; warnings go to stderr, errors end the command with exit code 1.

    With `whole` they are the whole office's, also when only some jabatan are asked for.
    """
    kantor = sound_office(office_root(akar))
    year = latest_agreement(kantor) if tahun is None else tahun
    span = _span(sampai, year)
    wanted = known_jabatan(kantor, jabatan)
    measured = measure(kantor, span, None if whole else wanted)
    if measured.hasil is None:
        raise stopped(measured.diagnostics, measured.tempat or "")
    show_warnings(measured.diagnostics)
    if year not in kantor.perjanjian:
        complain(f"belum ada Perjanjian Kinerja {year}", f"tulis definitions/perjanjian/{year}.yaml")
    if not measured.realisasi.isian:
        complain(f"belum ada realisasi {year}", f"letakkan CSV di realisasi/{year}/")
    return measured.hasil


def latest_agreement(kantor: Kantor) -> int:
    """The year of the latest Perjanjian Kinerja."""
    if not kantor.perjanjian:
        raise Failure(2, "belum ada Perjanjian Kinerja, jadi tahunnya harus disebut", "tulis `--tahun 2019`")
    return max(kantor.perjanjian)


def _span(sampai: str | None, year: int) -> Periode:
    span = Periode(year, 1, 12) if sampai is None else parse_sampai(sampai, year)
    if span is None:
        raise Failure(2, f"periode `{sampai}` tidak dikenal untuk tahun {year}", f"tulis TW2, S1, 06, atau {year}-TW2")
    return span
