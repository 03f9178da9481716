"""The figures of a long table: a row a figure.

Most rows are right and alike, so a table is taken in by columns, and what a text in one says is looked at once; only a
row with something doubtful in it is looked at closely.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import repeat

from ikicli.realisasi.baca.blok import Blok
from ikicli.realisasi.baca.isi import Isi
from ikicli.realisasi.baca.judul import Kepala, at, column_of
from ikicli.realisasi.baca.kata import Peran
from ikicli.realisasi.baca.waktu import Waktu
from ikicli.realisasi.cocok import may_hold_decimals
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode
from ikicli.realisasi.usulan import Usulan


def tall_figures(isi: Isi, blok: Blok) -> Iterator[Usulan]:
    """The figures row by row. Raises TooMany."""
    return _Bacaan(isi, blok).figures()


class _Numbers(dict[str, str | None]):
    """What cells of one kind say, each text looked at once; None where a closer look is needed."""

    def __init__(self, isi: Isi, kolom: int) -> None:
        self._isi, self._kolom = isi, kolom

    def __missing__(self, cell: str) -> str | None:
        self[cell] = self._isi.pembaca.plain(self._kolom, cell)
        return self[cell]


class _Periods(dict[str, Periode | None]):
    """The periods that cells of one kind say, each text looked at once; None where a closer look is needed."""

    def __init__(self, waktu: Waktu, kepala: Kepala) -> None:
        self._waktu, self._kolom = waktu, kepala.peran[Peran.PERIODE]

    def __missing__(self, cell: str) -> Periode | None:
        self[cell] = self._waktu.plain(self._kolom, cell)
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

    def _behind(self) -> int | None:
        """The column that decimals would fall into if a comma cut them off; of periods and names none is thought so."""
        known = {kolom for peran, kolom in self.kepala.peran.items() if peran not in _MAY_TAKE_DECIMALS}
        return self.kolom + 1 if self.isi.lembar.berkoma and self.kolom + 1 not in known else None

    def figures(self) -> Iterator[Usulan]:
        lembar, peran, blok = self.isi.lembar, self.kepala.peran, self.blok
        rows = [lembar.baris[baris] for baris in blok.nomor]
        width = len(lembar.baris[self.kepala.baris])

        def column(at: int | None) -> Sequence[str]:
            return [""] * len(rows) if at is None else column_of(rows, at)

        periods, numbers = self._periods(column(peran[Peran.PERIODE])), self._numbers(column(self.kolom))
        remarks, evidence = (map(str.strip, column(peran.get(each))) for each in (Peran.KETERANGAN, Peran.BUKTI))
        behind = column(self.behind)
        cut_off = set(filter(may_hold_decimals, set(behind)))
        doubtful = [
            place
            for place, (row, periode, nilai, text) in enumerate(zip(rows, periods, numbers, behind, strict=True))
            if nilai is None or periode is None or text in cut_off or len(row) > width
        ]
        found = zip(
            blok.kunci, periods, numbers, repeat(lembar.source), blok.nomor, repeat(self.kolom), remarks, evidence
        )
        figures: list[Usulan | None] = list(map(partial(tuple.__new__, Usulan), found))
        for place in doubtful:
            figures[place] = self._closely(blok.kunci[place], blok.nomor[place], rows[place])
        return filter(None, figures)

    def _numbers(self, cells: Sequence[str]) -> Sequence[str | None]:
        """What cells say that hold a number and nothing else; None where a unit has to be looked at too."""
        if Peran.SATUAN in self.kepala.peran or self.judul.satuan:
            return [None] * len(cells)
        kinds: dict[type, _Numbers] = defaultdict(partial(_Numbers, self.isi, self.kolom))
        return [kinds[type(cell)][cell] for cell in cells]

    def _periods(self, cells: Sequence[str]) -> Sequence[Periode | None]:
        """The periods that cells say by themselves; None where there is something to say about one."""
        if Peran.TAHUN in self.kepala.peran:
            return [None] * len(cells)
        kinds: dict[type, _Periods] = defaultdict(partial(_Periods, self.blok.waktu, self.kepala))
        return [kinds[type(cell)][cell] for cell in cells]

    def _closely(self, kunci: Kunci, baris: int, row: Sequence[str]) -> Usulan | None:
        """The figure of a row with something doubtful in it."""
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
