"""The titles of columns, and the words over and under a table that say whose it is and of which year."""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from ikicli.realisasi.sebutan_periode import Sebutan, is_cumulative, parse_sebutan, parse_tanggal
from ikicli.tabel import Lembar, SelAngka, SelTanggal
from ikicli.value import Value


class Peran(Enum):
    """What a column holds."""

    KODE = "kode"
    JABATAN = "jabatan"
    INDIKATOR = "indikator"
    VARIABEL = "variabel"
    SATUAN = "satuan"
    PERIODE = "periode"
    TAHUN = "tahun"
    NILAI = "nilai"
    KETERANGAN = "keterangan"
    BUKTI = "bukti"
    LEWAT = "lewat"


_TITLES = {
    Peran.KODE: "kode|kode isian|kode variabel",
    Peran.JABATAN: "jabatan|nama jabatan|id jabatan|pemangku jabatan",
    Peran.INDIKATOR: "indikator|indikator kinerja|indikator kinerja utama|indikator kinerja individu|nama indikator|"
    "indikator sasaran|sasaran/indikator|indikator/sasaran|iku|iki",
    Peran.VARIABEL: "variabel|nama variabel|yang diisi|uraian|data|yang dihitung|komponen",
    Peran.SATUAN: "satuan|sat",
    Peran.PERIODE: "periode|bulan|triwulan|tribulan|tw|semester|waktu",
    Peran.TAHUN: "tahun|thn|tahun anggaran",
    Peran.NILAI: "nilai|realisasi|isian|angka|capaian realisasi|hasil",
    Peran.KETERANGAN: "keterangan|ket|catatan",
    Peran.BUKTI: "bukti|bukti dukung|data dukung|eviden|evidence|berkas bukti",
    Peran.LEWAT: "no|nomor|no urut|sasaran|sasaran kinerja|sasaran strategis|kinerja utama|target|capaian|capaian %|"
    "% capaian|%|persen|persentase|jumlah|total|rata-rata|rata rata|rerata|kategori|predikat|formula|rumus|"
    "penanggung jawab|sumber data|sumber|penjelasan|kumulatif|selisih|program|kegiatan|anggaran",
}
TITLES = {title: peran for peran, titles in _TITLES.items() for title in titles.split("|")}
IDENTITAS = (Peran.KODE, Peran.JABATAN, Peran.INDIKATOR, Peran.VARIABEL)
_NAMING = frozenset([Peran.KODE, Peran.INDIKATOR, Peran.VARIABEL])
_TOTALS = frozenset(
    ["jumlah", "total", "jumlah total", "total jumlah", "grand total", "jumlah seluruhnya", "rata-rata", "rata rata",
     "rerata", "jumlah/rata-rata", "jumlah keseluruhan", "total keseluruhan"]
)  # fmt: skip
_DEEPEST = 3
_REALISASI = re.compile(r"^\s*(?:realisasi|nilai|isian)\s+", re.IGNORECASE)


class Kolom(Value):
    """A column that holds figures: its number, its title's row, and the period it says (None: a column of its own)."""

    nomor: int
    baris_judul: int
    sebutan: Sebutan | None


class Kepala(Value):
    """The header of a table: where its columns stand and the first row below it.

    `peran` gives the columns of what identifies and describes a row, `nilai` those of figures, `kumulatif` those that
    are titled as sums since January, `lain` those whose title says nothing to iki.
    """

    baris: int
    isi: int
    peran: dict[Peran, int]
    nilai: tuple[Kolom, ...]
    kumulatif: tuple[int, ...]
    lain: tuple[int, ...]


def plain(text: str) -> str:
    """A title or a name without what varies from hand to hand: letters' size, spaces, marks at its ends."""
    return " ".join(text.casefold().split()).strip(" .:*")


def role_of(cell: str) -> Peran | None:
    """What a title says of its column."""
    return TITLES.get(plain(cell)) or TITLES.get(plain(cell.partition("(")[0])) if cell else None


def period_of(cell: str) -> Sebutan | None:
    """The period that a title or a cell of a column of periods names."""
    if type(cell) is SelTanggal:
        return parse_tanggal(cell)
    if type(cell) is SelAngka and not re.fullmatch(r"20\d\d", cell):
        return None
    return parse_sebutan(_REALISASI.sub("", cell))


def is_total(cell: str) -> bool:
    """Whether a row with this label adds up the others."""
    return plain(cell) in _TOTALS


def find_header(lembar: Lembar, baris: int) -> Kepala | None:
    """The header that begins in a row, if one does."""
    rows = lembar.baris
    top = [cell.strip() for cell in rows[baris]]
    roles = [role_of(cell) for cell in top]
    if _NAMING.isdisjoint(roles) or sum(map(bool, top)) < 2:
        return None
    deep = 1
    while deep < _DEEPEST and baris + deep < len(rows) and _continues(rows[baris + deep], roles):
        deep += 1
    return _columns(lembar, baris, deep)


def _continues(row: Sequence[str], roles: list[Peran | None]) -> bool:
    """Whether a row goes on with the header above it: it holds titles, and nothing where that one names the rows."""
    cells = [(column, cell) for column, cell in enumerate(row) if cell.strip()]
    if not cells:
        return False
    for column, cell in cells:
        above = roles[column] if column < len(roles) else None
        if above in IDENTITAS or above in {Peran.SATUAN, Peran.KETERANGAN, Peran.BUKTI}:
            return False
        if period_of(cell) is None and not is_cumulative(cell) and role_of(cell) is None:
            return False
    return True


def _columns(lembar: Lembar, baris: int, deep: int) -> Kepala | None:
    paths = _paths(lembar, baris, deep)
    peran: dict[Peran, int] = {}
    nilai: list[Kolom] = []
    kumulatif: list[int] = []
    lain: list[int] = []
    plain_values: list[Kolom] = []
    for column, path in enumerate(paths):
        roles = [role_of(cell) for _, cell in path]
        named = next(((row, period) for row, cell in reversed(path) if (period := period_of(cell))), None)
        if not path or Peran.LEWAT in roles:
            continue
        if any(is_cumulative(cell) for _, cell in path):
            kumulatif.append(column)
        elif roles[-1] in {Peran.PERIODE, Peran.TAHUN} and len(path) == 1 and roles[-1] not in peran:
            peran[roles[-1]] = column
        elif named is not None:
            nilai.append(Kolom(column, named[0], named[1]))
        elif Peran.NILAI in roles:
            plain_values.append(Kolom(column, path[-1][0], None))
        elif roles[0] is not None and roles[0] not in peran:
            peran[roles[0]] = column
        else:
            lain.append(column)
    return _kepala(Kepala(baris, baris + deep, peran, tuple(nilai), tuple(kumulatif), tuple(lain)), plain_values)


def _kepala(kepala: Kepala, plain_values: list[Kolom]) -> Kepala | None:
    """The header, if it has figures: in columns of periods, or in one column beside a column of periods."""
    if kepala.nilai or kepala.kumulatif:
        return kepala._replace(lain=(*kepala.lain, *(kolom.nomor for kolom in plain_values)))
    if not plain_values:
        return None
    peran = dict(kepala.peran)
    if Peran.PERIODE not in peran and Peran.TAHUN in peran:
        peran[Peran.PERIODE] = peran.pop(Peran.TAHUN)
    lain = (*kepala.lain, *(kolom.nomor for kolom in plain_values[1:]))
    return kepala._replace(peran=peran, nilai=(plain_values[0],), lain=lain)


def _paths(lembar: Lembar, baris: int, deep: int) -> list[list[tuple[int, str]]]:
    """The titles over each column from the top down, each with its row; a title holds for the empty ones beside it."""
    rows = [lembar.baris[baris + step] for step in range(deep)]
    width = max(map(len, rows))
    paths: list[list[tuple[int, str]]] = [[] for _ in range(width)]
    for step, row in enumerate(rows):
        carried = ""
        for column in range(width):
            cell = type(row[column])(row[column].strip()) if column < len(row) else ""
            below = any(len(each) > column and each[column].strip() for each in rows[step + 1 :])
            if cell:
                carried = cell if below else ""
            elif carried and below and not paths[column]:
                cell = carried
            if cell:
                paths[column].append((baris + step, cell))
    return paths


_YEAR = re.compile(r"\b(?:tahun|thn|th|ta)\.?\s*(?:anggaran\s*)?[:.]?\s*(20[0-9]{2})\b", re.IGNORECASE)
_DECREE = re.compile(r"\b(?:nomor|no)\b\.?\s*:?\s*\S+\s+tahun\s+20[0-9]{2}", re.IGNORECASE)


class Judul:
    """What stands above a table: the years it names, and its jabatan's name with its place."""

    def __init__(self) -> None:
        self.jabatan = ""
        self.tahun: dict[int, tuple[int, int]] = {}
        self.tertulis = False
        self.sebutan: Sebutan | None = None

    def read(self, row: Sequence[str], baris: int) -> None:
        """Take in one row."""
        cells = [(column, cell.strip()) for column, cell in enumerate(row) if cell.strip()]
        for (_, cell), (column, value) in pairwise(cells):
            self._labelled(cell, value.lstrip(": "), (baris, column))
        for column, cell in cells:
            label, colon, value = cell.partition(":")
            if colon:
                self._labelled(label, value.strip(), (baris, column))
            if not self.tertulis:
                for year in _YEAR.findall(_DECREE.sub("", cell)):
                    self.tahun.setdefault(int(year), (baris, column))
            period = period_of(_YEAR.sub("", cell)) if not cell.isdecimal() else None
            if period is not None and period.akhir - period.awal < 11:
                self.sebutan = period

    def _labelled(self, label: str, value: str, place: tuple[int, int]) -> None:
        if role_of(label) is Peran.JABATAN and value:
            self.jabatan = value
        elif role_of(label) is Peran.TAHUN and re.fullmatch(r"20[0-9]{2}", value):
            self.tahun, self.tertulis = {int(value): place}, True
