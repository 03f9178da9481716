"""The words of titles: what each says of the column or the table under it."""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from ikicli.diagnostik import closest
from ikicli.realisasi.periode import NAMA_BULAN
from ikicli.realisasi.sebutan_periode import Sebutan, is_cumulative, parse_sebutan, parse_tanggal
from ikicli.tabel import SelAngka, SelTanggal


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
    "% capaian|%|persen|persentase|jumlah|jml|total|rata-rata|rata rata|rerata|kategori|predikat|formula|rumus|"
    "tingkat capaian|persentase capaian|"
    "penanggung jawab|sumber data|sumber|penjelasan|kumulatif|selisih|program|kegiatan|anggaran",
}
TITLES = {title: peran for peran, titles in _TITLES.items() for title in titles.split("|")}
IDENTITAS = (Peran.KODE, Peran.JABATAN, Peran.INDIKATOR, Peran.VARIABEL)
_TOTALS = frozenset(
    ["jumlah", "jml", "total",
     "jumlah total", "total jumlah", "grand total", "jumlah seluruhnya", "rata-rata", "rata rata",
     "rerata", "jumlah/rata-rata", "jumlah keseluruhan", "total keseluruhan"]
)  # fmt: skip
_REALISASI = re.compile(r"^\s*(?:realisasi|nilai|isian)\s+", re.IGNORECASE)
_KUMULATIF = re.compile(r"\b(?:k[ou]mulatif|akumulasi|s\.? ?d\.?|s/d|sampai dengan|hingga)(?!\w)", re.IGNORECASE)
_RENCANA = re.compile(r"\b(?:target|rencana|renaksi|perjanjian kinerja|proyeksi|prognosis)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(\d{1,2}|[a-z])\)?(?:\s*[=:].*)?", re.ASCII | re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


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


def sums_up(title: str) -> bool:
    """Whether a title says that figures add up since January."""
    return is_cumulative(title) or _KUMULATIF.search(title) is not None


def is_planned(title: str) -> bool:
    """Whether a title speaks of what is to be reached, not of what was."""
    return _RENCANA.search(title) is not None


def parts_of(title: str) -> list[str]:
    """A title, or what stands before and in its brackets where only both together say what it is."""
    if plain(title) in TITLES or period_of(title) is not None or sums_up(title):
        return [title]
    inside = [part for part in _BRACKETS.findall(title) if part.strip()]
    return [_BRACKETS.sub(" ", title).strip(), *inside] if inside else [title]


def closest_period(title: str) -> str | None:
    """The period that a title seems to mean and does not say: a month misspelt, a quarter that there is not."""
    words = _REALISASI.sub("", title).split()[:1]
    if words and words[0].casefold().rstrip("0123456789.") in _SHORT_PERIODS:
        return "TW I"
    return _PERIODS.get(closest(words[0].title(), _PERIODS) or "") if words else None


_SHORT_PERIODS = frozenset(["tw", "trw", "triw", "smt", "sem", "q"])
_PERIODS = {month: month for month in NAMA_BULAN} | {
    "Triwulan": "Triwulan I", "Tribulan": "Triwulan I", "Kuartal": "Triwulan I", "Semester": "Semester I"
}  # fmt: skip


def is_numbering(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)."""
    cells = [cell.strip() for cell in row if cell.strip()]
    matches = [match for match in map(_NUMBERED.fullmatch, cells) if match is not None]
    if len(matches) < max(len(cells), 3):
        return False
    marks = [match[1].casefold() for match in matches]
    places = [int(mark) if mark.isdigit() else ord(mark) for mark in marks]
    return all(after == before + 1 for before, after in pairwise(places))
