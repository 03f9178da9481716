"""From the words of a command line to the explanations they ask for."""

from collections.abc import Sequence
from pathlib import Path

from ikicli.capaian.jelaskan import Terjelaskan, explain_all, needed
from ikicli.cli.hasil import measured
from ikicli.cli.kantor import office_root, show_warnings, sound_office, stop_on_errors
from ikicli.cli.rentang import span_of_year
from ikicli.cli.terminal import Failure
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import did_you_mean
from ikicli.realisasi.jurnal import check_journal


def explanations(akar: Path | None, tahun: int, sampai: str | None, asked: Sequence[str]) -> Terjelaskan:
    """The explanations of the indicators and jabatan named, and of what their formulas refer to."""
    kantor = sound_office(office_root(akar))
    names = indicators(kantor, asked)
    span = span_of_year(sampai, tahun)
    hasil = measured(kantor, span, {jabatan for jabatan, _ in needed(kantor, names)})
    journals = [check_journal(kantor.akar, year) for year in (tahun, tahun - 1)]
    found = [each for journal in journals for each in journal.diagnostics]
    stop_on_errors(found, "jurnal impor", "dijelaskan")
    show_warnings(found)
    return explain_all(hasil, names, {key: entry for journal in journals for key, entry in journal.terakhir.items()})


def indicators(kantor: Kantor, asked: Sequence[str]) -> list[tuple[str, str]]:
    """The indicators that the words mean, a jabatan all of its own; an end with exit code 2 for a word that is none."""
    known = {
        f"{jabatan.id}.{each.id}": (jabatan.id, each.id) for jabatan in kantor.jabatan for each in jabatan.indikator()
    }
    found: dict[tuple[str, str], None] = {}
    for word in asked:
        meant = [name for text, name in known.items() if word in {text, name[0]}]
        if not meant:
            raise Failure(2, f"indikator atau jabatan `{word}` tidak ada", _hint(word, known))
        found.update(dict.fromkeys(meant))
    return list(found)


def _hint(word: str, known: dict[str, tuple[str, str]]) -> str:
    without_jabatan = [text for text, (_, indikator) in known.items() if indikator == word]
    if without_jabatan:
        return f"mungkin maksud Anda {' atau '.join(f'`{text}`' for text in without_jabatan)}"
    names = [*known, *dict.fromkeys(jabatan for jabatan, _ in known.values())]
    return did_you_mean(word, names) or "tulis `jabatan.indikator`, misalnya " + ", ".join(list(known)[:3])
