"""The journal of a year: one JSON object a line for the figures of a variable that an import brought into the store.

Where they differ it holds lists of one length: `periode`, `baru`, mostly `baris` or `kolom`, `lama` when some are
corrected and `bukti` when some have evidence. What is no list holds for all of them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ikicli.diagnostik import Diagnostic, Source, Span
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode, parse_periode
from ikicli.realisasi.siap import standing
from ikicli.sumber import check_file, read_text
from ikicli.value import Value

JURNAL = "jurnal.jsonl"
_COLUMNS = ("lama", "baru", "baris", "kolom", "bukti")


class CatatanImpor(Value):
    """How one figure came into the store, or was changed there.

    `lama` is None for a new figure, `lembar` for a file without sheets, `alasan` where nothing was corrected.
    `bukti` are the evidence files with the sha256 each had then.
    """

    waktu: str
    kunci: Kunci
    periode: Periode
    lama: str | None
    baru: str
    berkas: str
    sidik: str
    lembar: str | None
    baris: int
    kolom: str
    alasan: str | None = None
    bukti: tuple[tuple[str, str], ...] = ()


class Jurnal(Value):
    """Of every figure the entry that brought its number, with the latest evidence; and the unreadable lines."""

    terakhir: Mapping[tuple[Kunci, Periode], CatatanImpor]
    diagnostics: tuple[Diagnostic, ...]


def journal_path(akar: Path, tahun: int) -> Path:
    """The journal's place in an office."""
    return akar / "realisasi" / str(tahun) / JURNAL


def read_journal(akar: Path, tahun: int) -> Mapping[tuple[Kunci, Periode], CatatanImpor]:
    """The latest entry of every figure of a year; empty where nothing was ever imported."""
    return check_journal(akar, tahun).terakhir


def check_journal(akar: Path, tahun: int) -> Jurnal:
    """The journal of a year with what is wrong in it. Raises OSError when it cannot be read."""
    source, wrong = _text(akar, tahun)
    latest: dict[tuple[Kunci, Periode], CatatanImpor] = {}
    found = list(wrong)
    for start, line in _lines(source.text):
        entries = _entries(line)
        if entries is None:
            found.append(_unreadable(source, start, line))
        for entry in entries or ():
            key = entry.kunci, entry.periode
            only_remarked = entry.lama == entry.baru and key in latest
            latest[key] = latest[key]._replace(bukti=entry.bukti) if only_remarked else entry
    return Jurnal(latest, tuple(found))


def check_end(akar: Path, tahun: int) -> tuple[Diagnostic, ...]:
    """What is wrong with the end of a journal that is to be continued; its other lines are not looked at.

    With an error among it nothing may be written behind it. Raises OSError when it cannot be read.
    """
    source, wrong = _text(akar, tahun)
    text = source.text.rstrip("\n")
    start = text.rfind("\n") + 1
    line = text[start:]
    return wrong if not line.strip() or _entries(line) else (*wrong, _unreadable(source, start, line))


def _text(akar: Path, tahun: int) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The text of a journal where it stands now, and why it is none; empty without a journal."""
    path = journal_path(akar, tahun)
    place = standing(path)
    check_file(place, akar)
    if not place.exists():
        return Source(str(path), ""), ()
    text = read_text(place, largest=None)
    return text.source._replace(path=str(path)), text.diagnostics


def _unreadable(source: Source, start: int, line: str) -> Diagnostic:
    said, hint = "baris jurnal ini tidak terbaca", "kembalikan dari git, atau biarkan: angkanya tetap ada di CSV"
    return Diagnostic("IKI450", Span(source, start, start + len(line)), said, hint)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with where they begin."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _entries(line: str) -> list[CatatanImpor] | None:
    """The figures that a line tells of; None for a line that no import wrote."""
    from json import loads

    try:
        match loads(line):
            case {
                "waktu": str(waktu), "jabatan": str(jabatan), "indikator": str(indikator), "variabel": str(variabel),
                "berkas": str(berkas), "sidik": str(sidik), "lembar": str() | None as lembar,
                "alasan": str() | None as alasan, "periode": [_, *_] as periods, **columns,
            }:  # fmt: skip
                rest = {"bukti": {}} | columns
                figures = list(zip(periods, *(_column(rest[name], len(periods)) for name in _COLUMNS), strict=True))
            case _:
                return None
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    kunci, entries = Kunci(jabatan, indikator, variabel), list[CatatanImpor]()
    for figure in figures:
        match figure:
            case str(teks), str() | None as lama, str(baru), int(baris), str(kolom), dict(bukti) if (
                type(baris) is int and baris > 0 and (not bukti or set(map(type, bukti.values())) == {str})
            ):
                periode, reason = parse_periode(teks), None if lama is None else alasan
            case _:
                return None
        if periode is None:
            return None
        came = berkas, sidik, lembar, baris, kolom, reason, tuple(bukti.items())
        entries.append(CatatanImpor(waktu, kunci, periode, lama, baru, *came))
    return entries


def _column(said: object, many: int) -> list[object]:
    """A column of a line: what is no list holds for all its figures."""
    return said if isinstance(said, list) else [said] * many
