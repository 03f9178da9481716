"""The titles of columns, and the words over and under a table that say whose it is and of which year."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ikicli.realisasi.baca.kata import IDENTITAS, Peran, is_planned, parts_of, period_of, plain, role_of, sums_up
from ikicli.realisasi.sebutan_periode import Sebutan
from ikicli.sumber.angka_tulis import Bukan, read_angka
from ikicli.tabel import Lembar
from ikicli.value import Value

_NAMING = frozenset([Peran.KODE, Peran.INDIKATOR, Peran.VARIABEL])
_BESIDE = frozenset([Peran.LEWAT, Peran.SATUAN, Peran.KETERANGAN, Peran.BUKTI])


_DEEPEST = 12
"""Rows of one header, so that a sheet of nothing but titles is not looked through again and again."""


class Tulis(Value):
    """A title and where it stands: row and column."""

    teks: str
    tempat: tuple[int, int]


class Kolom(Value):
    """A column of figures: its number, its title's place, and the period it says (None: a column of its own).

    `satuan` is what its title has in brackets, `asing` the title over it that iki does not understand.
    """

    nomor: int
    tempat: tuple[int, int]
    sebutan: Sebutan | None
    satuan: str = ""
    asing: str = ""


class Kepala(Value):
    """The header of a table: where its columns stand and the first row below it.

    `peran` gives the columns of what identifies and describes a row, `nilai` those of figures, `kumulatif` those that
    are titled as sums since January, `lain` those whose title says nothing to iki, `asing` those of figures under a
    title that iki does not understand.
    """

    baris: int
    isi: int
    peran: dict[Peran, int]
    nilai: tuple[Kolom, ...]
    kumulatif: tuple[int, ...]
    lain: tuple[int, ...]
    asing: tuple[Kolom, ...] = ()


def at(row: Sequence[str], kolom: int) -> str:
    """A cell of a row; empty where the row ends before it."""
    return row[kolom] if kolom < len(row) else ""


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
    """Whether a row goes on with the header above it: words over figures, and nothing where that one names the rows.

    They need not be understood: what stands over a figure is never passed over.
    """
    over_figures = False
    for column, cell in enumerate(row):
        if not cell.strip():
            continue
        above = roles[column] if column < len(roles) else None
        if above in IDENTITAS or above in {Peran.SATUAN, Peran.KETERANGAN, Peran.BUKTI}:
            return False
        if period_of(cell) is None and not isinstance(read_angka(cell), Bukan) and role_of(cell) is None:
            return False
        over_figures = over_figures or above is not Peran.LEWAT
    return over_figures


def _columns(lembar: Lembar, baris: int, deep: int) -> Kepala | None:
    peran: dict[Peran, int] = {}
    nilai: list[Kolom] = []
    kumulatif: list[int] = []
    asing: list[Kolom] = []
    lain: list[int] = []
    for column, path in enumerate(_paths(lembar, baris, deep)):
        role = role_of(path[0].teks) if path else None
        if not path:
            lain.append(column)
            continue
        if _is_beside(path):
            continue
        if any(sums_up(title.teks) for title in path):
            kumulatif.append(column)
        elif len(path) == 1 and role in {Peran.PERIODE, Peran.TAHUN} and role not in peran:
            peran[role] = column
        elif (kolom := _figures(column, path)) is not None:
            (asing if kolom.asing else nilai).append(kolom)
        elif role is not None and role not in peran:
            peran[role] = column
        else:
            lain.append(column)
    return _kepala(Kepala(baris, baris + deep, peran, tuple(nilai), tuple(kumulatif), tuple(lain), tuple(asing)))


def _is_beside(path: list[Tulis]) -> bool:
    """Whether the titles over a column say that no figure of a period stands in it, such as its target."""
    roles = {role_of(title.teks) for title in path if _figures(0, [title]) is None}
    if len(path) == 1:
        return Peran.LEWAT in roles or (is_planned(path[0].teks) and roles.isdisjoint(IDENTITAS))
    return not roles.isdisjoint(_BESIDE) or any(is_planned(title.teks) for title in path)


def _figures(nomor: int, path: list[Tulis]) -> Kolom | None:
    """The column of figures that the titles over it speak of; `asing` where they say more than iki understands."""
    named, satuan, asing, any_figure = None, "", None, False
    tempat = path[-1].tempat
    for title in path:
        outside, *brackets = parts_of(title.teks)
        period, role = period_of(outside), role_of(outside)
        any_figure = any_figure or period is not None or role is Peran.NILAI
        if period is None and role not in {Peran.NILAI, Peran.PERIODE, Peran.TAHUN}:
            asing = asing or title
        for found in filter(None, [period, *map(period_of, brackets)]):
            narrowed = found if named is None else _within(named, found)
            named, tempat = narrowed or found, title.tempat
            asing = asing if narrowed else title
        units = [part for part in brackets if period_of(part) is None and role_of(part) is not Peran.NILAI]
        satuan = " ".join(filter(None, [satuan, *units]))
    if not any_figure:
        return None
    return Kolom(nomor, asing.tempat if asing else tempat, named, satuan, asing.teks if asing else "")


def _within(luar: Sebutan, dalam: Sebutan) -> Sebutan | None:
    """A period under the title of another, with its year; None where it is no part of that."""
    if not luar.awal <= dalam.awal <= dalam.akhir <= luar.akhir:
        return None
    if None not in {luar.tahun, dalam.tahun} and luar.tahun != dalam.tahun:
        return None
    return dalam._replace(tahun=dalam.tahun or luar.tahun)


def _kepala(kepala: Kepala) -> Kepala | None:
    """The header, if it has figures: in columns of periods, or in one column beside a column of periods."""
    named = tuple(kolom for kolom in kepala.nilai if kolom.sebutan is not None)
    plain_values = tuple(kolom for kolom in kepala.nilai if kolom.sebutan is None)
    if named or kepala.kumulatif:
        return kepala._replace(nilai=named, lain=(*kepala.lain, *(kolom.nomor for kolom in plain_values)))
    if not plain_values:
        return kepala if kepala.asing else None
    peran = dict(kepala.peran)
    if Peran.PERIODE not in peran and Peran.TAHUN in peran:
        peran[Peran.PERIODE] = peran.pop(Peran.TAHUN)
    lain = (*kepala.lain, *(kolom.nomor for kolom in plain_values[1:]))
    return kepala._replace(peran=peran, nilai=plain_values[:1], lain=lain)


def _paths(lembar: Lembar, baris: int, deep: int) -> list[list[Tulis]]:
    """The titles over each column from the top down; a title holds for the empty cells beside it with titles below.

    It ends where a title above it does.
    """
    rows = [lembar.baris[baris + step] for step in range(deep)]
    width = max(map(len, rows))
    lowest = [max((step for step, row in enumerate(rows) if at(row, column).strip()), default=-1)
              for column in range(width)]  # fmt: skip
    paths: list[list[Tulis]] = [[] for _ in range(width)]
    begun: set[int] = set()
    for step, row in enumerate(rows):
        carried: Tulis | None = None
        for column in range(width):
            raw = at(row, column)
            below = lowest[column] > step
            if raw.strip():
                begun.add(column)
                title = Tulis(type(raw)(raw.strip()), (baris + step, column))
                carried = title if below else None
                paths[column].append(title)
            elif column in begun or not below:
                carried = None
            elif carried is not None:
                paths[column].append(carried)
    return paths


_YEAR = re.compile(r"\b(?:tahun|thn|th|ta)\.?\s*(?:anggaran\s*)?[:.]?\s*(20[0-9]{2})\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:realisasi|pengukuran|capaian)\b", re.IGNORECASE)
_SUMMED = re.compile(r"\b(?:k[ou]mulatif|akumulasi)\b", re.IGNORECASE)
_MANIFOLD = re.compile(r"\bdalam (?:rp\.? ?)?(?:ribu|juta|mil[iy]ar|triliun)(?:an)?\b", re.IGNORECASE)
_DECREE = re.compile(r"\b(?:nomor|no)\b\.?\s*:?\s*\S+\s+tahun\s+20[0-9]{2}", re.IGNORECASE)


def says_done(title: str) -> bool:
    """Whether a title speaks of what was reached."""
    return _DONE.search(title) is not None


class Judul:
    """What stands above a table: the years it names, and its jabatan's name.

    A jabatan's name alone may be a caption or a signature: from there on no jabatan is taken for granted.
    """

    def __init__(self, is_jabatan: Callable[[str], bool]) -> None:
        self._is_jabatan = is_jabatan
        self.jabatan = ""
        self.tahun: dict[int, tuple[int, int]] = {}
        self.tertulis = False
        self.sebutan: dict[Sebutan, tuple[int, int]] = {}
        self.rencana: tuple[int, int] | None = None
        self.kumulatif: tuple[int, int] | None = None
        self.kelipatan: tuple[int, int] | None = None
        self.realisasi = False
        self._below_table = False

    def begin_table(self) -> None:
        """What stands from here on is over another table: the periods and kinds it names are that one's."""
        self._below_table = True
        self.rencana = self.kumulatif = None
        self.realisasi = False

    def read(self, row: Sequence[str], baris: int) -> None:
        """Take in one row."""
        cells = [(column, cell.strip()) for column, cell in enumerate(row) if cell.strip()]
        if any(self._is_jabatan(cell) and plain(cell) != plain(self.jabatan) for _, cell in cells):
            self.jabatan = ""
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
                self._period(period, (baris, column))
            if cell != self.jabatan:
                self._kind(cell, (baris, column))

    def _period(self, period: Sebutan, place: tuple[int, int]) -> None:
        if self._below_table:
            self.sebutan, self._below_table = {}, False
        self.sebutan.setdefault(period, place)

    def _kind(self, cell: str, place: tuple[int, int]) -> None:
        if says_done(cell):
            self.realisasi = True
        if is_planned(cell):
            self.rencana = self.rencana or place
        if _SUMMED.search(cell):
            self.kumulatif = self.kumulatif or place
        if _MANIFOLD.search(cell):
            self.kelipatan = place

    def _labelled(self, label: str, value: str, place: tuple[int, int]) -> None:
        if role_of(label) is Peran.JABATAN and value:
            self.jabatan = value
        elif role_of(label) is Peran.TAHUN and re.fullmatch(r"20[0-9]{2}", value):
            self.tahun, self.tertulis = {int(value): place}, True
