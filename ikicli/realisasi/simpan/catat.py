"""A plan carried out: the files it makes new and their journal, written as one step."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Source, Span, column_letters, line_starts
from ikicli.realisasi.bukti import Evidence, named_files, sha256_of
from ikicli.realisasi.isian import Realisasi
from ikicli.realisasi.jurnal import JURNAL, CatatanImpor, journal_lines, journal_path
from ikicli.realisasi.simpan.isi import new_files
from ikicli.realisasi.simpan.perubahan import Perubahan, Rencana
from ikicli.realisasi.simpan.tulis import Baru, write_store
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
    """Writes down where figures come from; each source file is hashed once."""

    def __init__(self, akar: Path, asal: Asal) -> None:
        self._akar, self._asal = akar, asal
        self._evidence = Evidence(akar)
        self._sidik: dict[str, str] = {}
        self._starts: dict[Source, Sequence[int]] = {}

    def journal(self, rencana: Rencana) -> Baru:
        """The journal with an entry for every change behind what it holds."""
        path = journal_path(self._akar, rencana.tahun)
        before = path.read_bytes() if path.exists() else b""
        if before and not before.endswith(b"\n"):
            before += b"\n"
        entries = journal_lines(map(self._entry, rencana.perubahan))
        return Baru(rencana.tahun, JURNAL, before + entries.encode("utf-8"))

    def _entry(self, each: Perubahan) -> CatatanImpor:
        source = each.tempat.source
        row, column = self._cell(each.tempat)
        return CatatanImpor(
            self._asal.waktu,
            each.kunci,
            each.periode,
            each.lama,
            each.nilai,
            self._asal.nama.get(source.path, source.path),
            self._hash(source.path),
            source.lembar,
            row,
            column,
            None if each.lama is None else self._asal.alasan,
            tuple(self._hashes(each.bukti)) if each.bukti else (),
        )

    def _hash(self, path: str) -> str:
        if path not in self._sidik:
            self._sidik[path] = sha256_of(Path(path))
        return self._sidik[path]

    def _hashes(self, bukti: str) -> Iterator[tuple[str, str]]:
        for name in named_files(bukti):
            sidik = self._evidence.sidik(name)
            if sidik is not None:
                yield name, sidik

    def _cell(self, span: Span) -> tuple[int, str]:
        """The row and the letters of the column; of a text that is no table the column's number."""
        source, start = span.source, span.start
        starts = self._starts.get(source)
        if starts is None:
            starts = self._starts[source] = line_starts(source)
        row = bisect_right(starts, start)
        if source.lembar is None:
            return row, str(start - starts[row - 1] + 1)
        return row, _letters(source.text.count("\t", starts[row - 1], start) + 1)


_letters = lru_cache(maxsize=256)(column_letters)
