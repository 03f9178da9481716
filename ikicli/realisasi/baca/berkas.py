"""Every file and folder given, read whole: all figures and all findings of all of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, Span, ordered
from ikicli.realisasi.baca.isi import Pesanan
from ikicli.realisasi.baca.kata import plain
from ikicli.realisasi.baca.kenali import Daftar
from ikicli.realisasi.baca.lembar import read_sheet
from ikicli.realisasi.baca.temuan import Temuan, TooMany
from ikicli.realisasi.usulan import Usulan
from ikicli.sumber.angka_tulis import Desimal
from ikicli.tabel import STEP_BYTES, TABLES, Dibuka, Step, no_step, open_table
from ikicli.value import Value

_NOT_READ = frozenset(["petunjuk"])
"""Sheets that hold no figures."""


class Terbaca(Value):
    """What was read. With errors among the diagnostics nothing of it may be stored.

    `catatan` are sentences that a person should know, such as what was skipped or assumed.
    """

    usulan: tuple[Usulan, ...]
    diagnostics: tuple[Diagnostic, ...]
    catatan: tuple[str, ...]


def read_files(
    kantor: Kantor, berkas: Sequence[Path], tahun: int | None, desimal: str | None, step: Step = no_step
) -> Terbaca:
    """The figures in files and folders. `tahun` and `desimal` (`koma` or `titik`) decide where the files do not.

    `step` is called about as often as `count_steps` says. Raises OSError for what cannot be opened.
    """
    own_units = kantor.unit.satuan if kantor.unit else ()
    pesanan = Pesanan(Daftar(kantor), own_units, tahun, Desimal(desimal) if desimal else None)
    usulan: list[Usulan] = []
    found: list[Diagnostic] = []
    notes: list[str] = []
    for path in _listed(berkas, notes):
        read = _read_file(path, pesanan, step)
        usulan.extend(read.usulan)
        found.extend(read.diagnostics)
        notes.extend(f"{path}: {note}" for note in read.catatan)
    return Terbaca(tuple(usulan), ordered(found), tuple(notes))


def count_steps(berkas: Sequence[Path]) -> int:
    """How many steps the reading of files and folders has. Raises OSError for what cannot be opened."""
    return sum(path.stat().st_size // STEP_BYTES for path in _listed(berkas, []))


def _listed(berkas: Sequence[Path], notes: list[str]) -> Iterator[Path]:
    """The files given, and the tables in the folders given; what is passed over there is noted."""
    for given in dict.fromkeys(berkas):
        if not given.is_dir():
            yield given
            continue
        for path in sorted(each for each in given.rglob("*") if not each.is_dir()):
            if any(part.startswith((".", "~$")) for part in path.relative_to(given).parts):
                continue
            if path.exists() and not path.is_file():  # reading from a pipe would wait for ever
                notes.append(f"{path}: bukan berkas biasa, dilewati")
            elif path.suffix.casefold() in TABLES:
                yield path
            else:
                notes.append(f"{path}: bukan tabel, dilewati")


def _read_file(path: Path, pesanan: Pesanan, step: Step) -> Terbaca:
    opened = open_table(path, step)
    temuan, usulan, notes = Temuan(), list[Usulan](), list(opened.catatan)
    temuan.found.extend(opened.diagnostics)
    try:
        if _read_sheets(opened, pesanan, temuan, usulan, notes) or opened.diagnostics:
            return Terbaca(tuple(usulan), tuple(temuan.found), tuple(notes))
        _report_no_table(opened, temuan)
    except TooMany:
        notes.append(f"temuannya lebih dari {len(temuan.found)}; selebihnya tidak ditampilkan")
    return Terbaca((), tuple(temuan.found), tuple(notes))


def _read_sheets(opened: Dibuka, pesanan: Pesanan, temuan: Temuan, usulan: list[Usulan], notes: list[str]) -> bool:
    """Read every sheet; whether any of them held a table."""
    tables, planned = 0, list[Diagnostic]()
    for lembar in opened.lembar:
        name = lembar.source.lembar or ""
        if plain(name) in _NOT_READ:
            continue
        reading = read_sheet(lembar, pesanan, temuan)
        usulan.extend(reading.usulan)
        of_sheet = f"lembar `{name}`: " if name else ""
        notes.extend(of_sheet + note for note in reading.catatan)
        tables += reading.tabel
        planned += reading.rencana
        if not reading.tabel and any(map(any, lembar.baris)) and len(opened.lembar) > 1:
            notes.append(f"lembar `{name}` tidak berisi tabel isian, dilewati")
    if tables > len(planned):
        notes.extend(map(_passed_over, planned))
    else:
        for each in planned:
            temuan.report(each.code, each.span, each.message, each.hint)
    return tables > 0


def _passed_over(planned: Diagnostic) -> str:
    """A note on a table of targets beside others."""
    source, (line, _) = planned.span.source, planned.span.first
    of_sheet = f"lembar `{source.lembar}`: " if source.lembar else ""
    return f"{of_sheet}tabel target atau rencana di baris {line} dilewati"


def _report_no_table(opened: Dibuka, temuan: Temuan) -> None:
    lembar = next((each for each in opened.lembar if any(map(any, each.baris))), None)
    if lembar is None:
        span = Span(opened.lembar[0].source, 0, 0) if opened.lembar else None
        said = "berkas ini kosong"
    else:
        baris = next(number for number, row in enumerate(lembar.baris) if any(row))
        span, said = lembar.span(baris, 0), "tidak ada tabel isian yang dikenal di berkas ini"
    hint = "perlu satu baris judul kolom: yang diisi (Kode, Indikator, Yang diisi) dan periode (Januari, TW I, Setahun)"
    if span is not None:
        temuan.report("IKI422", span, said, hint)
