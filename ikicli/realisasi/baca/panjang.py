"""The figures of a long table: a row a figure.

Most rows are right and alike, so a table is taken in by columns, and what a text in one says is looked at once; only a
row with something doubtful in it is looked at closely.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import compress, starmap
from operator import not_
from typing import Any, TypeVar

from ikicli.realisasi.baca.blok import Blok
from ikicli.realisasi.baca.isi import Isi
from ikicli.realisasi.baca.judul import at
from ikicli.realisasi.baca.kata import Peran
from ikicli.realisasi.cocok import may_hold_decimals
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode
from ikicli.realisasi.usulan import AngkaUsulan, Usulan, by_variable, of_columns
from ikicli.tabel import are_plain, cells_of, longer, stripped


def tall_figures(isi: Isi, blok: Blok) -> Iterator[Usulan]:
    """The figures of each variable, a row each. Raises TooMany."""
    return _Bacaan(isi, blok).figures()


_Said = TypeVar("_Said")
_MAY_TAKE_DECIMALS = frozenset([Peran.SATUAN, Peran.KETERANGAN, Peran.BUKTI, Peran.LEWAT])


class _Bacaan:
    """One reading of a table. Cells of different kinds may have the same text, so they are known by both."""

    def __init__(self, isi: Isi, blok: Blok) -> None:
        self.isi, self.blok, self.kepala = isi, blok, blok.kepala
        self.judul = blok.kepala.nilai[0]
        self.kolom = self.judul.nomor
        self.period_of = blok.waktu.of_cells(blok.kepala.peran)
        self.behind = self._behind()
        self.rows = isi.lembar.baris
        self.columns: dict[int, Sequence[str]] = {}

    def _behind(self) -> int | None:
        """The column that decimals would fall into if a comma cut them off; of periods and names none is thought so."""
        known = {kolom for peran, kolom in self.kepala.peran.items() if peran not in _MAY_TAKE_DECIMALS}
        return self.kolom + 1 if self.isi.lembar.berkoma and self.kolom + 1 not in known else None

    def figures(self) -> Iterator[Usulan]:
        blok, peran = self.blok, self.kepala.peran
        periods, numbers = self._periods(), self._numbers()
        remarks, evidence = (stripped(self._column(peran.get(each))) for each in (Peran.KETERANGAN, Peran.BUKTI))
        behind = self._column(self.behind)
        cut_off = set(filter(may_hold_decimals, set(behind)))
        kolom = [self.kolom] * len(blok.nomor)
        columns: list[Sequence[Any]] = [blok.kunci, periods, numbers, blok.nomor, kolom, remarks, evidence]
        closely: list[tuple[int, Kunci]] = []
        long = longer(self.rows, blok.nomor, len(self.rows[self.kepala.baris]))
        if cut_off or long or not (all(numbers) and all(periods)):
            doubtful = [
                nilai is None or periode is None or text in cut_off or baris in long
                for baris, periode, nilai, text in zip(blok.nomor, periods, numbers, behind, strict=True)
            ]
            closely = list(compress(blok.baris, doubtful))
            columns = [list(compress(each, map(not_, doubtful))) for each in columns]
        yield from of_columns(self.isi.lembar.source, *columns)
        yield from by_variable(filter(None, starmap(self._closely, closely)))

    def _column(self, kolom: int | None) -> Sequence[str]:
        if kolom is None:
            return [""] * len(self.blok.nomor)
        if kolom not in self.columns:
            self.columns[kolom] = cells_of(self.rows, self.blok.nomor, kolom)
        return self.columns[kolom]

    def _numbers(self) -> Sequence[str | None]:
        """What cells say that hold a number and nothing else; None where a unit has to be looked at too."""
        if Peran.SATUAN in self.kepala.peran or self.judul.satuan:
            return [None] * len(self.blok.nomor)
        if self.kolom in self.blok.bulat:
            return self.blok.bulat[self.kolom]
        return self._each_once(partial(self.isi.pembaca.plain, self.kolom), self.kolom)

    def _periods(self) -> Sequence[Periode | None]:
        """The periods that cells say by themselves; None where there is something to say about one."""
        if Peran.TAHUN in self.kepala.peran:
            return [None] * len(self.blok.nomor)
        kolom = self.kepala.peran[Peran.PERIODE]
        return self._each_once(partial(self.blok.waktu.plain, kolom), kolom)

    def _each_once(self, read: Callable[[str], _Said], kolom: int) -> list[_Said]:
        """What a column's cells say, each text looked at once. Cells of different kinds may have the same text."""
        cells = self._column(kolom)
        if are_plain(self.rows, cells):
            said = {cell: read(cell) for cell in dict.fromkeys(cells)}
            return list(map(said.__getitem__, cells))
        kinds = list(zip(map(type, cells), cells, strict=True))
        said_by = {kind: read(kind[1]) for kind in dict.fromkeys(kinds)}
        return list(map(said_by.__getitem__, kinds))

    def _closely(self, baris: int, kunci: Kunci) -> AngkaUsulan | None:
        """The figure of a row with something doubtful in it."""
        row = self.rows[baris]
        if self.isi.too_long(self.kepala, baris):
            return None
        nilai = self.isi.figure(kunci, baris, self.kolom)
        if nilai is not None and self.isi.other_title_unit(self.judul, kunci):
            return None
        periode = self.period_of(baris, row) if nilai is not None else None
        if nilai is None or periode is None or self.isi.other_unit(self.kepala, baris, kunci):
            return None
        if self._hides_decimals(baris, row):
            return None
        keterangan, bukti = self.isi.remarks(self.kepala, row)
        return AngkaUsulan(kunci, periode, nilai, self.isi.lembar.source, baris, self.kolom, keterangan, bukti)

    def _hides_decimals(self, baris: int, row: Sequence[str]) -> bool:
        """Whether `95,5` was read as a number and the cell behind it."""
        cell = row[self.kolom].strip()
        behind = at(row, self.behind).strip() if self.behind is not None else ""
        if not cell[-1:].isdecimal() or not may_hold_decimals(behind):
            return False
        behind = behind[:60]
        said = f"`{cell[:60]}` diikuti `{behind}`: mungkin koma desimal yang terbaca sebagai pemisah kolom"
        hint = f'tulis "{cell[:60]},{behind}" dengan kutip; bila bukan desimal, pakai pemisah `;`'
        self.isi.temuan.report("IKI427", self.isi.lembar.span(baris, self.kolom), said, hint)
        return True
