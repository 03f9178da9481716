"""Of which period a figure is: from its column's title or its row's cell, and of which year."""

from collections.abc import Callable, Mapping, Sequence

from ikicli.realisasi.baca.judul import Judul, Kepala, Kolom, at
from ikicli.realisasi.baca.kata import Peran, period_of
from ikicli.realisasi.baca.temuan import Temuan
from ikicli.realisasi.periode import Periode
from ikicli.realisasi.sebutan_periode import Sebutan, is_cumulative, parse_sebutan
from ikicli.tabel import Lembar

_WRITE = "tulis misalnya `Januari`, `Triwulan I`, `Semester I`, `Setahun`, atau 2019-01, 2019-TW1, 2019-S1, 2019"


class Waktu:
    """The periods of one table: what its sheet's title says of the year is taken in when it begins."""

    def __init__(self, lembar: Lembar, kepala: Kepala, judul: Judul, tahun: int | None, temuan: Temuan) -> None:
        self.lembar, self.kepala, self.temuan = lembar, kepala, temuan
        self._told = tahun
        self._years = dict(judul.tahun)
        self._of_title = dict(judul.sebutan)
        self._missing_said = False
        self.tahun = tahun if tahun is not None else next(iter(self._years)) if len(self._years) == 1 else None
        if tahun is not None and self._years and tahun not in self._years:
            year, (baris, kolom) = next(iter(self._years.items()))
            said = f"judulnya menyebut tahun {year}, sedangkan yang diminta tahun {tahun}"
            self._report("IKI429", (baris, kolom), said, f"pakai `--tahun {year}`, atau perbaiki judulnya")
            self.tahun, self._missing_said = None, True

    def of_column(self, kolom: Kolom) -> Periode | None:
        """The period of a column of figures, or a finding at its title."""
        place = kolom.tempat
        if kolom.sebutan is None and len(self._of_title) > 1:
            second = list(self._of_title.values())[1]
            said = "judulnya menyebut beberapa periode"
            self._report("IKI405", second, said, "beri kolom angkanya judul periode, atau hapus yang lain dari judul")
            return None
        sebutan = kolom.sebutan or next(iter(self._of_title), None)
        if sebutan is None:
            self._report("IKI405", place, "tabel ini tidak menyebut periodenya", _WRITE)
            return None
        return self._dated(sebutan, place)

    def is_other_year(self, baris: int, row: Sequence[str]) -> bool:
        """Whether a row has a cell of its own for the year, and another year in it."""
        column = self.kepala.peran.get(Peran.TAHUN)
        cell = "" if column is None or column >= len(row) else row[column].strip()
        if column is None or not (cell.isdecimal() and len(cell) == 4) or self.tahun in {None, int(cell)}:
            return False
        said = f"baris ini tahun {cell}, sedangkan yang lain tahun {self.tahun}"
        self._report("IKI429", (baris, column), said, f"impor tersendiri dengan `--tahun {cell}`")
        return True

    def plain(self, kolom: int, cell: str) -> Periode | None:
        """The period that a cell of a column of periods says, where there is nothing to report about it."""
        sebutan = None if is_cumulative(cell.strip()) else self._spoken(kolom, cell)
        year = sebutan.tahun or self.tahun if sebutan else None
        return sebutan.pada(year) if sebutan and year and self.tahun in {None, year} else None

    def _spoken(self, kolom: int, cell: str) -> Sebutan | None:
        """What a cell says, or it and the title of its column together: `Bulan`, `1`."""
        text, title = cell.strip(), self.lembar.baris[self.kepala.baris][kolom]
        return period_of(type(cell)(text)) or parse_sebutan(f"{title} {text}")

    def of_cells(self, peran: Mapping[Peran, int]) -> Callable[[int, Sequence[str]], Periode | None]:
        """What finds the period of a row in its cells."""
        column, year = peran[Peran.PERIODE], peran.get(Peran.TAHUN)

        def find(baris: int, row: Sequence[str]) -> Periode | None:
            of_year = "" if year is None else at(row, year).strip()
            return self._of_cell(at(row, column), (baris, column), of_year)

        return find

    def _of_cell(self, cell: str, place: tuple[int, int], year: str) -> Periode | None:
        text, sebutan = cell.strip(), self._spoken(place[1], cell)
        if is_cumulative(text):
            said = f"`{text[:60]}` adalah angka kumulatif, bukan angka satu periode"
            self._report("IKI428", place, said, "isi angka periode itu saja")
            return None
        if sebutan is None:
            said = f"periode `{text[:60]}` tidak terbaca" if text else "periodenya kosong"
            self._report("IKI405", place, said, _WRITE)
            return None
        if sebutan.tahun is None and len(year) == 4 and year.isdecimal():
            sebutan = sebutan._replace(tahun=int(year))
        return self._dated(sebutan, place)

    def _dated(self, sebutan: Sebutan, place: tuple[int, int]) -> Periode | None:
        if sebutan.tahun is not None and self.tahun not in {None, sebutan.tahun}:
            asked = "yang diminta" if self._told else "judulnya"
            said = f"periode ini tahun {sebutan.tahun}, sedangkan {asked} tahun {self.tahun}"
            self._report("IKI429", place, said, f"pakai `--tahun {sebutan.tahun}`, atau perbaiki tahunnya")
            return None
        year = sebutan.tahun or self.tahun
        if year is None:
            if not self._missing_said:
                many = f"judulnya menyebut beberapa tahun ({', '.join(map(str, sorted(self._years)))})"
                none = "tahunnya tidak disebut di kolom, di sel periode, atau dengan kata `Tahun` di judul"
                said = many if self._years else none
                self._report("IKI429", place, said, "tambahkan `--tahun` dengan tahunnya")
            self._missing_said = True
            return None
        return sebutan.pada(year)

    def _report(self, code: str, place: tuple[int, int], message: str, hint: str) -> None:
        self.temuan.report(code, self.lembar.span(*place), message, hint)
