"""Evidence: the files that the column `bukti` names, whether they are there and still what they were when imported."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from ikicli.diagnostik import Diagnostic, Span
from ikicli.realisasi.isian import TIADA, Kunci, Realisasi
from ikicli.realisasi.jurnal import CatatanImpor
from ikicli.realisasi.periode import Periode
from ikicli.sumber import is_inside
from ikicli.tabel import cell_span

PEMISAH = ";"


def named_files(bukti: str) -> tuple[str, ...]:
    """The files that a cell names, relative to the office's folder, each once and in order; `-` names none."""
    names = (part.strip().replace("\\", "/") for part in bukti.split(PEMISAH))
    return tuple(sorted({name for name in names if name.casefold() not in TIADA}))


class Evidence:
    """The evidence files of an office; each is looked at once."""

    def __init__(self, akar: Path) -> None:
        self._akar = akar
        self._sidik: dict[str, str | None] = {}
        self._said: set[str] = set()

    def sidik(self, name: str) -> str | None:
        """The sha256 of an evidence file; None for one that is not there, or outside the office and so not read."""
        if name not in self._sidik:
            path = self._akar / name
            self._sidik[name] = sha256_of(path) if self._is_there(path) else None
        return self._sidik[name]

    def _is_there(self, path: Path) -> bool:
        try:
            return is_inside(path, self._akar) and path.is_file()
        except OSError:  # a sentence instead of a name, longer than any name
            return False

    def missing(self, bukti: str, span: Span) -> Iterator[Diagnostic]:
        """What is wrong with the files that a cell names, for each file where it is named first."""
        for name in named_files(bukti):
            if name not in self._said and self.sidik(name) is None:
                self._said.add(name)
                inside = os.path.normpath(name)[:2] != ".." and not Path(name).is_absolute()
                where = "tidak ditemukan di folder kantor" if inside else "menunjuk ke luar folder kantor"
                yield Diagnostic("IKI456", span, f"bukti `{name[:80]}` {where}", _where_to(name, inside=inside))


def _where_to(name: str, *, inside: bool) -> str:
    """Where an evidence file is to lie, seen from the office's folder."""
    remark = "catatan biasa ditulis di `keterangan`"
    if inside and "/" in name:
        return f"letakkan berkasnya di {name[:80]} di folder kantor, atau betulkan namanya; {remark}"
    place = f"bukti/{name.rpartition('/')[2][:80]}"
    return f"letakkan berkasnya di {place} di folder kantor, lalu sebut `{place}`; {remark}"


def sha256_of(path: Path) -> str:
    """The sha256 of a file's bytes. Raises OSError when it cannot be read."""
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def has_evidence(realisasi: Realisasi) -> bool:
    """Whether any row of a year names evidence."""
    empty = (row.bukti for rows in realisasi.kosong.values() for row in rows)
    return any(any(deret.bukti) for deret in realisasi.isian.values()) or any(empty)


def check_evidence(
    akar: Path, realisasi: Realisasi, journal: Mapping[tuple[Kunci, Periode], CatatanImpor]
) -> tuple[Diagnostic, ...]:
    """The evidence files of a year's values that are missing, or not what they were when the value was imported."""
    evidence, found = Evidence(akar), list[Diagnostic]()
    for kunci, deret in realisasi.isian.items():
        for each in deret if any(deret.bukti) else ():
            if not each.bukti:
                continue
            span = cell_span(each.sumber, each.baris, -1)
            found.extend(evidence.missing(each.bukti, span))
            entry = journal.get((kunci, each.periode))
            for name, sidik in entry.bukti if entry else ():
                if name in named_files(each.bukti) and evidence.sidik(name) not in {sidik, None}:
                    said = f"isi bukti `{name[:80]}` berubah sejak angka ini diimpor"
                    hint = "bila penggantian itu benar, impor lagi barisnya dengan `--koreksi`"
                    found.append(Diagnostic("IKI457", span, said, hint))
    return tuple(found)
