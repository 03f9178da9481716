"""A plan carried out: the files it makes new and their journal, written as one step."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Source, column_letters
from ikicli.realisasi.bukti import Evidence, named_files, sha256_of
from ikicli.realisasi.isian import Kunci, Realisasi
from ikicli.realisasi.jurnal import JURNAL, journal_path
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
    """Writes down where figures come from: what many entries have in common once, and each source file hashed once."""

    def __init__(self, akar: Path, asal: Asal) -> None:
        self._akar, self._asal = akar, asal
        self._evidence = Evidence(akar)
        self._sidik: dict[str, str] = {}
        self._text = _Quoted()
        self._origins: dict[tuple[Source, int], tuple[str, str]] = {}

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
            yield "".join(self._lines(each)).encode("utf-8")

    def _lines(self, each: Perubahan) -> Iterator[str]:
        """The entries of one variable; numbers and periods are plain characters and need no quoting."""
        head, alasan, origins = self._head(each.kunci), self._text[self._asal.alasan], self._origins
        for _, periode, nilai, source, baris, kolom, _, bukti in each.baru:
            lama, reason = "null", "null"
            if periode in each.lama:
                lama, reason = f'"{each.lama[periode]}"', alasan
            berkas, sel = origins.get((source, kolom)) or self._origin(source, kolom)
            if bukti:
                reason += self._hashes(bukti)
            yield f'{head}{periode.teks}", "lama": {lama}, "baru": "{nilai}"{berkas}{baris + 1}{sel}{reason}}}\n'

    def _head(self, kunci: Kunci) -> str:
        jabatan, indikator, variabel = map(self._text.__getitem__, kunci)
        names = f'"jabatan": {jabatan}, "indikator": {indikator}, "variabel": {variabel}'
        return f'{{"waktu": {self._text[self._asal.waktu]}, {names}, "periode": "'

    def _origin(self, source: Source, kolom: int) -> tuple[str, str]:
        """What an entry says of a figure's file before its row, and of its column behind it."""
        text, name = self._text, self._asal.nama.get(source.path, source.path)
        if source.path not in self._sidik:
            self._sidik[source.path] = sha256_of(Path(source.path))
        file = f'"berkas": {text[name]}, "sidik": {text[self._sidik[source.path]]}, "lembar": {text[source.lembar]}'
        origin = f', {file}, "baris": ', f', "kolom": "{column_letters(kolom + 1)}", "alasan": '
        self._origins[source, kolom] = origin
        return origin

    def _hashes(self, bukti: str) -> str:
        hashes = ((name, self._evidence.sidik(name)) for name in named_files(bukti))
        there = ", ".join(f"{self._text[name]}: {self._text[sidik]}" for name, sidik in hashes if sidik is not None)
        return f', "bukti": {{{there}}}' if there else ""


class _Quoted(dict[str | None, str]):
    """Texts as JSON writes them; in a large import most stand there many times."""

    def __missing__(self, text: str | None) -> str:
        from json import dumps

        self[text] = dumps(text, ensure_ascii=False)
        return self[text]
