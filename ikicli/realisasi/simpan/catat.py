"""A plan carried out: the files it makes new and their journal, written as one step."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Source, column_letters
from ikicli.realisasi.bukti import Evidence, named_files, sha256_of
from ikicli.realisasi.isian import Realisasi
from ikicli.realisasi.jurnal import JURNAL, journal_path
from ikicli.realisasi.periode import Periode, Periods
from ikicli.realisasi.simpan.isi import new_files
from ikicli.realisasi.simpan.perubahan import Rencana
from ikicli.realisasi.simpan.tulis import Baru, write_store
from ikicli.realisasi.usulan import Usulan
from ikicli.value import Value


class Asal(Value):
    """Where and when an import comes from: `nama` gives each file's name as it was given, by its path."""

    waktu: str
    nama: Mapping[str, str]
    alasan: str | None


def store(kantor: Kantor, years: Sequence[tuple[Realisasi, Rencana]], asal: Asal) -> None:
    """Carry out the plans of several years as one; a plan without changes writes nothing.

    Call it under the lock, with plans free of errors made from what is stored now. Raises OSError with the store as it
    was.
    """
    recorder, files = _Recorder(kantor.akar, asal), list[Baru]()
    for realisasi, rencana in years:
        if rencana.perubahan:
            files.extend(new_files(kantor, realisasi, rencana.perubahan))
            files.append(recorder.journal(rencana))
    if files:
        write_store(kantor.akar / "realisasi", files)


class _Recorder:
    """Writes down where figures come from: what many entries have in common once, and each source file hashed once."""

    def __init__(self, akar: Path, asal: Asal) -> None:
        self._akar, self._asal = akar, asal
        self._evidence = Evidence(akar)
        self._sidik: dict[str, str] = {}
        self._text = _Quoted()
        self._origins: dict[Source, str] = {}

    def journal(self, rencana: Rencana) -> Baru:
        """The journal with an entry for every change behind what it holds."""
        return Baru(rencana.tahun, JURNAL, self._journal(rencana))

    def _journal(self, rencana: Rencana) -> Iterator[bytes]:
        path = journal_path(self._akar, rencana.tahun)
        before = path.read_bytes() if path.exists() else b""
        yield before
        if before and not before.endswith(b"\n"):
            yield b"\n"
        for each in rencana.perubahan:
            lines = [self._line(usulan, each.lama) for usulan in each.baru]
            yield "".join(lines).encode("utf-8")

    def _line(self, usulan: Usulan, lama: Mapping[Periode, str]) -> str:
        """The line of one variable, by columns; ids, numbers, times and periods hold nothing that JSON would quote."""
        (jabatan, indikator, variabel), source, periods, numbers, rows, columns, _, evidence = usulan
        old, reason = "null", "null"
        if lama and not lama.keys().isdisjoint(periods):
            before = (f'"{lama[each]}"' if each in lama else "null" for each in periods)
            old, reason = f"[{', '.join(before)}]", self._text[self._asal.alasan]
        origin = self._origins.get(source) or self._origin(source)
        hashes = f', "bukti": [{", ".join(map(self._hashes, evidence))}]' if any(evidence) else ""
        return (
            f'{{"waktu": "{self._asal.waktu}", '
            f'"jabatan": "{jabatan}", "indikator": "{indikator}", "variabel": "{variabel}", {origin}, '
            f'"alasan": {reason}, "periode": {_periods(periods)}, "lama": {old}, '
            f'"baru": ["{_NEXT.join(numbers)}"], "baris": {_rows(rows)}, "kolom": {_letters(columns)}{hashes}}}\n'
        )

    def _origin(self, source: Source) -> str:
        """What a line says of the file that its figures come from."""
        text, name = self._text, self._asal.nama.get(source.path, source.path)
        if source.path not in self._sidik:
            self._sidik[source.path] = sha256_of(Path(source.path))
        sidik, lembar = self._sidik[source.path], source.lembar or None
        self._origins[source] = f'"berkas": {text[name]}, "sidik": {text[sidik]}, "lembar": {text[lembar]}'
        return self._origins[source]

    def _hashes(self, bukti: str) -> str:
        """The evidence files of one figure that are there, with their hashes."""
        hashes = ((name, self._evidence.sidik(name)) for name in named_files(bukti))
        there = ", ".join(f"{self._text[name]}: {self._text[sidik]}" for name, sidik in hashes if sidik is not None)
        return f"{{{there}}}"


_NEXT = '", "'


@lru_cache(maxsize=256)
def _periods(periods: Periods) -> str:
    return f'["{_NEXT.join(periods.texts)}"]'


def _rows(baris: Sequence[int]) -> str:
    return str(baris[0] + 1 if _is_one(baris) else [each + 1 for each in baris])


def _letters(kolom: Sequence[int]) -> str:
    if _is_one(kolom):
        return f'"{column_letters(kolom[0] + 1)}"'
    return f'["{_NEXT.join(column_letters(each + 1) for each in kolom)}"]'


def _is_one(places: Sequence[int]) -> bool:
    """Whether all figures stand in the same row, as in a form, or in the same column, as in a table."""
    return places.count(places[0]) == len(places)


class _Quoted(dict[str | None, str]):
    """Texts as JSON writes them; in a large import most stand there many times."""

    def __missing__(self, text: str | None) -> str:
        from json import dumps

        self[text] = dumps(text, ensure_ascii=False)
        return self[text]
