"""A plan carried out: the files it makes new and their journal, written as one step."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Source, column_letters
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
        self._origins: dict[Source, tuple[str, str, str | None]] = {}

    def journal(self, rencana: Rencana) -> Baru:
        """The journal with an entry for every change behind what it holds."""
        path = journal_path(self._akar, rencana.tahun)
        before = path.read_bytes() if path.exists() else b""
        if before and not before.endswith(b"\n"):
            before += b"\n"
        entries = journal_lines(entry for each in rencana.perubahan for entry in self._entries(each))
        return Baru(rencana.tahun, JURNAL, before + entries.encode("utf-8"))

    def _entries(self, each: Perubahan) -> Iterator[CatatanImpor]:
        waktu, alasan, lama, make = self._asal.waktu, self._asal.alasan, each.lama, tuple.__new__
        for kunci, periode, nilai, source, baris, kolom, _, bukti in each.baru:
            berkas, sidik, lembar = self._origin(source)
            old, evidence = lama.get(periode), tuple(self._hashes(bukti)) if bukti else ()
            place, reason = (baris + 1, _letters(kolom + 1)), None if old is None else alasan
            fields = (waktu, kunci, periode, old, nilai, berkas, sidik, lembar, *place, reason, evidence)
            yield make(CatatanImpor, fields)

    def _origin(self, source: Source) -> tuple[str, str, str | None]:
        """The name, the hash and the sheet of a figure's file."""
        if source not in self._origins:
            name = self._asal.nama.get(source.path, source.path)
            self._origins[source] = name, self._hash(source.path), source.lembar
        return self._origins[source]

    def _hash(self, path: str) -> str:
        if path not in self._sidik:
            self._sidik[path] = sha256_of(Path(path))
        return self._sidik[path]

    def _hashes(self, bukti: str) -> Iterator[tuple[str, str]]:
        for name in named_files(bukti):
            sidik = self._evidence.sidik(name)
            if sidik is not None:
                yield name, sidik


_letters = lru_cache(maxsize=256)(column_letters)
