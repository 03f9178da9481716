"""The figures of a long table: a row a figure.

Most rows are right and alike, so what a cell was once found to say is known again by its text; only a row with
something new or doubtful in it is looked at closely.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from ikicli.realisasi.baca.blok import Blok
from ikicli.realisasi.baca.isi import Isi
from ikicli.realisasi.baca.judul import at
from ikicli.realisasi.baca.kata import Peran
from ikicli.realisasi.cocok import may_hold_decimals
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode
from ikicli.realisasi.usulan import Usulan


def tall_figures(isi: Isi, blok: Blok) -> Iterator[Usulan]:
    """The figures row by row. Raises TooMany."""
    return _Bacaan(isi, blok).figures()


class _Numbers(dict[str, str | None]):
    """What cells of one kind say, each looked at once; None where a closer look is needed."""

    def __init__(self, isi: Isi, kolom: int) -> None:
        self._isi, self._kolom = isi, kolom

    def __missing__(self, cell: str) -> str | None:
        self[cell] = self._isi.pembaca.plain(self._kolom, cell)
        return self[cell]


_MAY_TAKE_DECIMALS = frozenset([Peran.SATUAN, Peran.KETERANGAN, Peran.BUKTI, Peran.LEWAT])


class _Bacaan:
    """One reading of a table. Cells of different kinds may have the same text, so they are known by both."""

    def __init__(self, isi: Isi, blok: Blok) -> None:
        self.isi, self.blok, self.kepala = isi, blok, blok.kepala
        self.judul = blok.kepala.nilai[0]
        self.kolom = self.judul.nomor
        self.period_of = blok.waktu.of_cells(blok.kepala.peran)
        self.behind = self._behind()
        self.numbers: dict[type, _Numbers] = defaultdict(partial(_Numbers, isi, self.kolom))
        self.periods: dict[type, dict[str, Periode]] = defaultdict(dict)

    def _behind(self) -> int | None:
        """The column that decimals would fall into if a comma cut them off; of periods and names none is thought so."""
        known = {kolom for peran, kolom in self.kepala.peran.items() if peran not in _MAY_TAKE_DECIMALS}
        return self.kolom + 1 if self.isi.lembar.berkoma and self.kolom + 1 not in known else None

    def figures(self) -> Iterator[Usulan]:
        peran, rows, source, make = self.kepala.peran, self.isi.lembar.baris, self.isi.lembar.source, tuple.__new__
        kolom, when, width = self.kolom, peran[Peran.PERIODE], len(rows[self.kepala.baris])
        needed, nowhere = max(kolom, when) + 1, 1 << 30
        remark, evidence = peran.get(Peran.KETERANGAN, nowhere), peran.get(Peran.BUKTI, nowhere)
        behind = nowhere if self.behind is None else self.behind
        numbers, periods, plain = self.numbers, self.periods, Peran.SATUAN not in peran and not self.judul.satuan
        for baris, kunci in self.blok.baris:
            row = rows[baris]
            cells = len(row)
            if plain and needed <= cells <= width:
                cell, period = row[kolom], row[when]
                nilai, periode = numbers[type(cell)][cell], periods[type(period)].get(period)
                keterangan = row[remark].strip() if remark < cells else ""
                bukti = row[evidence].strip() if evidence < cells else ""
                if (
                    nilai is not None
                    and periode is not None
                    and not (behind < cells and may_hold_decimals(row[behind]))
                ):
                    yield make(Usulan, (kunci, periode, nilai, source, baris, kolom, keterangan, bukti))
                    continue
            figure = self._closely(kunci, baris, row)
            if figure is not None:
                yield figure

    def _closely(self, kunci: Kunci, baris: int, row: Sequence[str]) -> Usulan | None:
        """The figure of a row with something new or doubtful in it."""
        if self.isi.too_long(self.kepala, baris):
            return None
        nilai = self.isi.figure(kunci, baris, self.kolom)
        if nilai is not None and self.isi.other_title_unit(self.judul, kunci):
            return None
        periode = self.period_of(baris, row) if nilai is not None else None
        if nilai is None or periode is None or self.isi.other_unit(self.kepala, baris, kunci):
            return None
        if Peran.TAHUN not in self.kepala.peran:
            cell = at(row, self.kepala.peran[Peran.PERIODE])
            self.periods[type(cell)][cell] = periode
        if self._hides_decimals(baris, row):
            return None
        keterangan, bukti = self.isi.remarks(self.kepala, row)
        return Usulan(kunci, periode, nilai, self.isi.lembar.source, baris, self.kolom, keterangan, bukti)

    def _hides_decimals(self, baris: int, row: Sequence[str]) -> bool:
        """Whether `95,5` was read as a number and the cell behind it."""
        cell = row[self.kolom].strip()
        behind = at(row, self.behind).strip()[:60] if self.behind is not None else ""
        if not cell[-1:].isdecimal() or not may_hold_decimals(behind):
            return False
        said = f"`{cell[:60]}` diikuti `{behind}`: mungkin koma desimal yang terbaca sebagai pemisah kolom"
        hint = f'tulis "{cell[:60]},{behind}" dengan kutip; bila bukan desimal, pakai pemisah `;`'
        self.isi.temuan.report("IKI427", self.isi.lembar.span(baris, self.kolom), said, hint)
        return True
