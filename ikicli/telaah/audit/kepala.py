"""The titles of a published table's columns."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from ikicli.diagnostik import Diagnostic
from ikicli.realisasi.baca.judul import at
from ikicli.realisasi.baca.kata import is_numbering, plain
from ikicli.tabel import Lembar
from ikicli.value import Value


class Peran(Enum):
    """What a column holds."""

    NO = "No"
    SASARAN = "Sasaran"
    INDIKATOR = "Indikator"
    SATUAN = "Satuan"
    POLARITAS = "Polaritas"
    TARGET = "Target"
    REALISASI = "Realisasi"
    CAPAIAN = "Capaian"
    BOBOT = "Bobot"
    NILAI = "Nilai"
    PREDIKAT = "Predikat"


WAJIB = (Peran.INDIKATOR, Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN)
_TITLES = {
    Peran.NO: "no|nomor|no urut|kode",
    Peran.SASARAN: "sasaran|sasaran strategis|sasaran kinerja|kinerja utama|tujuan|program|kegiatan",
    Peran.INDIKATOR: "indikator|indikator kinerja|indikator kinerja utama|indikator kinerja individu|nama indikator|"
    "indikator sasaran|indikator tujuan|indikator program|iku|iki|kpi|ikt|uraian|uraian indikator|sasaran/indikator",
    Peran.SATUAN: "satuan|sat|unit",
    Peran.POLARITAS: "polaritas|polarisasi|polarity|arah|arah indikator|sifat|sifat indikator|kondisi",
    Peran.TARGET: "target|target kinerja|target pk|rencana|target tahunan",
    Peran.REALISASI: "realisasi|realisasi kinerja|hasil",
    Peran.CAPAIAN: "capaian|capaian kinerja|pencapaian|pencapaian kinerja|tingkat capaian|tingkat pencapaian|"
    "persentase|capaian iki|capaian iku|ketercapaian|capaian indikator|persentase capaian|prosentase capaian|"
    "persentase pencapaian|capaian target|kinerja|rasio capaian",
    Peran.BOBOT: "bobot|bobot kinerja|bobot indikator|weight",
    Peran.NILAI: "nilai|skor|nilai kinerja|nilai capaian|nilai tertimbang|nilai akhir|skor kinerja|nilai bobot",
    Peran.PREDIKAT: "predikat|kategori|predikat kinerja|kategori capaian|kriteria",
}
_ROLES = {title: peran for peran, titles in _TITLES.items() for title in titles.split("|")}
_BEGINNINGS = (Peran.TARGET, Peran.REALISASI, Peran.INDIKATOR, Peran.CAPAIAN)
"""Roles that a longer title still says by its first word: `Target Triwulan IV`, `Realisasi s.d. Desember`."""
_PASSED_OVER = re.compile(
    r"[(\[][^()\[\]]*[)\]]|\b(?:tahun|thn|ta)?\.?\s*20\d\d\b|%|\b(?:persen|terbit|published|tercetak)\b", re.IGNORECASE
)
_LOOKED_AT = 40
"""Rows from the top in which a header may stand."""


class Kepala(Value):
    """Where a table's columns stand, the row of its lowest title, and the titles that are passed over."""

    peran: dict[Peran, int]
    baris: int
    lewat: tuple[str, ...]


def find_header(lembar: Lembar) -> Kepala | None:
    """The first header on a sheet that has all columns an audit needs, in one row of titles or two."""
    for baris in range(min(len(lembar.baris), _LOOKED_AT)):
        top = lembar.baris[baris]
        below = at_row(lembar, baris + 1)
        for titles, last in ((top, baris), (_joined(top, below), baris + 1)):
            kepala = _columns(titles, last)
            if all(peran in kepala.peran for peran in WAJIB):
                return kepala
    return None


def at_row(lembar: Lembar, baris: int) -> Sequence[str]:
    """A row of a sheet; empty below its last one."""
    return lembar.baris[baris] if baris < len(lembar.baris) else ()


def missing_columns(lembar: Lembar) -> Diagnostic:
    """The finding that a sheet holds no table to audit, at the row that comes closest to a header."""
    rows = range(min(len(lembar.baris), _LOOKED_AT))
    known = {baris: _columns(lembar.baris[baris], baris).peran for baris in rows}
    nearest = max(known, key=lambda baris: (len(known[baris]), -baris), default=0)
    lacking = [f"`{each.value}`" for each in WAJIB if each not in known.get(nearest, {})]
    said = f"judul kolom {', '.join(lacking)} tidak ditemukan, jadi tabel ini tidak dapat diperiksa"
    hint = (
        "perlu satu baris judul: Indikator, Target, Realisasi, Capaian; boleh ditambah Satuan, Polaritas, Bobot, "
        "Nilai, Predikat"
    )
    return Diagnostic("IKI422", lembar.span(nearest), said, hint)


def _joined(top: Sequence[str], below: Sequence[str]) -> list[str]:
    """Each column's lower title, or its upper one where there is none below it."""
    width = max(len(top), len(below))
    return [at(below, column).strip() or at(top, column) for column in range(width)]


def _columns(titles: Sequence[str], baris: int) -> Kepala:
    """The columns by their titles. Of several years side by side, the target and realisasi right before the capaian."""
    named: dict[Peran, list[int]] = {}
    for column, title in enumerate(titles):
        role = role_of(title)
        if role is not None:
            named.setdefault(role, []).append(column)
    capaian = named.get(Peran.CAPAIAN, [len(titles)])[0]
    peran = {role: _chosen(role, columns, capaian) for role, columns in named.items()}
    read = set(peran.values())
    passed = [" ".join(title.split()) for at, title in enumerate(titles) if title.strip() and at not in read]
    return Kepala(peran, baris, tuple(passed))


def _chosen(role: Peran, columns: Sequence[int], capaian: int) -> int:
    before = [column for column in columns if column < capaian]
    return before[-1] if before and role in {Peran.TARGET, Peran.REALISASI} else columns[0]


def role_of(title: str) -> Peran | None:
    """What a title says of its column."""
    words = plain(title.replace("_", " "))
    bare = plain(_PASSED_OVER.sub(" ", words))
    if words in {"%", "persen", "capaian"}:
        return Peran.CAPAIAN
    role = _ROLES.get(words) or _ROLES.get(bare)
    first = bare.partition(" ")[0]
    return role or next((each for each in _BEGINNINGS if first == each.value.casefold()), None)


def table_rows(lembar: Lembar, kepala: Kepala) -> Iterator[int]:
    """The rows below a header that hold anything, without those that number the columns or repeat the titles."""
    titles = [cell.strip() for cell in lembar.baris[kepala.baris]]
    for baris in range(kepala.baris + 1, len(lembar.baris)):
        row = lembar.baris[baris]
        if any(map(str.strip, row)) and not is_numbering(row) and [cell.strip() for cell in row] != titles:
            yield baris
