"""One sheet: its tables found, its rows matched with the definitions, its figures read."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from ikicli.realisasi.baca.angka import Pembaca, fits, number
from ikicli.realisasi.baca.judul import IDENTITAS, Judul, Kepala, Peran, find_header, is_total
from ikicli.realisasi.baca.kenali import Asing, Daftar, Sebut
from ikicli.realisasi.baca.sekaligus import figures_at_once, named_at_once
from ikicli.realisasi.baca.temuan import Temuan
from ikicli.realisasi.baca.waktu import Waktu
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.usulan import Usulan
from ikicli.sumber.angka_tulis import Angka, Desimal, Ganda, Tiada
from ikicli.tabel import Lembar
from ikicli.value import Value

_MANY = 1000
"""Rows from which on a table is worth reading at once."""
_NUMBERED = re.compile(r"\(?(\d{1,2}|[a-z])\)?(?:\s*[=:].*)?", re.ASCII | re.IGNORECASE)


class Pesanan(Value):
    """What a reading is to go by: the office's variables and units, and what the reader was told."""

    daftar: Daftar
    satuan: tuple[str, ...]
    tahun: int | None
    desimal: Desimal | None


class _Blok(Value):
    """A table on a sheet: its header, the rows whose variable is known, and when its figures are of."""

    kepala: Kepala
    nomor: Sequence[int]
    kunci: Sequence[Kunci]
    waktu: Waktu

    @property
    def baris(self) -> Iterator[tuple[int, Kunci]]:
        """The rows' numbers, each with its variable."""
        return zip(self.nomor, self.kunci, strict=True)


class Pembacaan:
    """One reading of a sheet. `tabel` says whether a table was found on it."""

    def __init__(self, lembar: Lembar, pesanan: Pesanan, temuan: Temuan) -> None:
        self.lembar, self.pesanan, self.temuan = lembar, pesanan, temuan
        self.pembaca = Pembaca(pesanan.desimal)
        self.judul = Judul()
        self.catatan: list[str] = []
        self.tabel = False

    def usulan(self) -> list[Usulan]:
        """The figures of the sheet. Raises TooMany."""
        blocks = list(self._blocks())
        self.tabel = bool(blocks)
        if self.pembaca.bercampur:
            self._report_mixture(blocks)
            return []
        found: list[Usulan] = []
        for blok in blocks:
            found.extend(self._figures(blok))
        return found

    def _blocks(self) -> Iterator[_Blok]:
        baris, rows = 0, self.lembar.baris
        while baris < len(rows):
            kepala = find_header(self.lembar, baris) if any(rows[baris]) else None
            if kepala is None:
                self.judul.read(rows[baris], baris)
                baris += 1
                continue
            waktu = Waktu(self.lembar, kepala, self.judul, self.pesanan.tahun, self.temuan)
            nomor, kunci, baris = self._rows(kepala)
            for kolom in kepala.nilai:
                self.pembaca.see(kolom.nomor, self._distinct(nomor, kolom.nomor))
            for column in kepala.lain:
                if any(map(str.strip, self._distinct(nomor, column))):
                    title = " ".join(_at(rows[kepala.baris], column).split())
                    self.catatan.append(f"kolom `{title[:60]}` tidak dibaca")
            yield _Blok(kepala, nomor, kunci, waktu)

    def _distinct(self, nomor: Sequence[int], kolom: int) -> set[str]:
        rows = self.lembar.baris
        chosen = (
            rows[nomor[0] : nomor[-1] + 1] if isinstance(nomor, range) and nomor else [rows[each] for each in nomor]
        )
        try:
            return set(map(itemgetter(kolom), chosen))
        except IndexError:  # a row that ends before
            return {_at(row, kolom) for row in chosen}

    def _rows(self, kepala: Kepala) -> tuple[Sequence[int], Sequence[Kunci], int]:
        """The rows below a header whose variable is known, with it, and the row that the table ends before."""
        pengenal = _Pengenal(kepala, self.judul, self.pesanan.daftar)
        rows, baris = self.lembar.baris, kepala.isi
        while baris < len(rows) and _is_numbering(rows[baris]):
            baris += 1
        nomor: list[int] = []
        named: list[Kunci] = []
        known, words, needed = pengenal.known, pengenal.words, pengenal.needed
        is_text = not self.lembar.source.lembar  # so that no two cells are equal and of different kinds
        if is_text and len(rows) - baris > _MANY and Peran.PERIODE in kepala.peran and len(rows[-1]) >= needed:
            kunci_at_once = named_at_once(rows[baris:], words, pengenal.identify, known)
            if kunci_at_once is not None:
                return range(baris, len(rows)), kunci_at_once, len(rows)
        for baris in range(baris, len(rows)):  # noqa: B020 - goes on from here
            row = rows[baris]
            key = words(row) if len(row) >= needed else None
            kunci = known.get(key) if key is not None else None
            if kunci is not None:
                pengenal.above = key
            elif not any(map(str.strip, row)):
                continue
            else:
                answer = pengenal.identify(row)
                if not isinstance(answer, Kunci):
                    if find_header(self.lembar, baris) is not None:
                        return nomor, named, baris
                    self._nameless(kepala, baris, answer)
                    continue
                kunci = answer
            nomor.append(baris)
            named.append(kunci)
        return nomor, named, len(rows)

    def _nameless(self, kepala: Kepala, baris: int, answer: Asing | None) -> None:
        """A row that names no variable: a total, a signature or a caption; with figures in it, an error."""
        row = self.lembar.baris[baris]
        labels = [cell for cell in row if cell.strip()][:2]
        if any(map(is_total, labels)):
            return
        figures = [kolom.nomor for kolom in kepala.nilai if self._is_figure(kolom.nomor, _at(row, kolom.nomor))]
        if not figures:
            self.judul.read(row, baris)
        elif answer is None:
            said = "baris ini berangka, tetapi tidak menyebut variabelnya"
            self.temuan.report(
                "IKI423", self.lembar.span(baris, figures[0]), said, "isi kolom yang menyebutnya, atau kosongkan"
            )
        else:
            column = kepala.peran.get(answer.peran, -1)
            self.temuan.report(answer.kode, self.lembar.span(baris, column), answer.pesan, answer.saran)

    def _is_figure(self, kolom: int, cell: str) -> bool:
        return bool(cell.strip()) and isinstance(self.pembaca.read(kolom, cell), Angka | Ganda)

    def _report_mixture(self, blocks: Sequence[_Blok]) -> None:
        """Say once, at a cell of each kind, that a sheet writes numbers in two ways."""
        one, other = (self._find(blocks, self.pembaca.saksi[each]) for each in Desimal)
        first, second = sorted((one, other))
        texts = [_at(self.lembar.baris[baris], kolom).strip()[:40] for baris, kolom in (first, second)]
        place = self.lembar.span(*first).sel
        said = f"`{texts[1]}` di sini dan `{texts[0]}` di {place}: koma dan titik dipakai dengan dua cara"
        hint = "samakan cara menulis angkanya, atau tambahkan `--desimal koma` atau `--desimal titik`"
        self.temuan.report("IKI425", self.lembar.span(*second), said, hint)

    def _find(self, blocks: Sequence[_Blok], saksi: tuple[str, int]) -> tuple[int, int]:
        text, kolom = saksi
        places = (baris for blok in blocks for baris, _ in blok.baris if _at(self.lembar.baris[baris], kolom) == text)
        return next(places), kolom

    def _figures(self, blok: _Blok) -> Iterator[Usulan]:
        return self._tall(blok) if Peran.PERIODE in blok.kepala.peran else self._wide(blok)

    def _wide(self, blok: _Blok) -> Iterator[Usulan]:
        """The figures of a table with a column a period."""
        self._refuse_cumulative(blok)
        columns = [(kolom, blok.waktu.of_column(kolom)) for kolom in blok.kepala.nilai]
        known = [(kolom.nomor, periode) for kolom, periode in columns if periode is not None]
        merged = self._merged(blok)
        for baris, kunci in blok.baris:
            row = self.lembar.baris[baris]
            if self._too_long(blok.kepala, baris) or self._other_unit(blok, baris, kunci):
                continue
            if blok.waktu.is_other_year(baris, row):
                continue
            keterangan, bukti = self._remarks(blok.kepala, row)
            for kolom, periode in known:
                if (baris, kolom) in merged:
                    said = "sel gabungan ini menutupi beberapa isian"
                    self.temuan.report(
                        "IKI427", self.lembar.span(baris, kolom), said, "pisahkan selnya, lalu isi satu per satu"
                    )
                    continue
                nilai = self._figure(kunci, baris, kolom)
                if nilai is not None:
                    yield Usulan(kunci, periode, nilai, self.lembar.span(baris, kolom), keterangan, bukti)

    def _tall(self, blok: _Blok) -> Iterator[Usulan]:
        """The figures of a table with one row a figure."""
        at_once = self._tall_at_once(blok) if len(blok.nomor) > _MANY and isinstance(blok.nomor, range) else None
        return self._tall_by_rows(blok) if at_once is None else at_once

    def _tall_at_once(self, blok: _Blok) -> Iterator[Usulan] | None:
        """The figures of a long table whose rows follow each other and hold nothing to report."""
        peran, data = blok.kepala.peran, self.lembar.baris[blok.nomor[0] : blok.nomor[-1] + 1]
        if len(data[0]) != len(self.lembar.baris[blok.kepala.baris]) or self.lembar.gabungan:
            return None
        if not {Peran.SATUAN, Peran.TAHUN}.isdisjoint(peran):
            return None
        kolom, of_period = blok.kepala.nilai[0].nomor, peran[Peran.PERIODE]
        numbers = self._plain_numbers(kolom, self._distinct(blok.nomor, kolom))
        periods = blok.waktu.plain_periods(self._distinct(blok.nomor, of_period))
        remarks = peran.get(Peran.KETERANGAN), peran.get(Peran.BUKTI)
        if numbers is None or periods is None:
            return None
        if remarks[0] == kolom + 1 and any(each.strip().isdecimal() for each in self._distinct(blok.nomor, kolom + 1)):
            return None
        return figures_at_once(self.lembar, blok.nomor[0], blok.kunci, (kolom, of_period), (numbers, periods), remarks)

    def _plain_numbers(self, kolom: int, cells: set[str]) -> dict[str, str | None] | None:
        """What cells say, None when one of them is not simply a number or missing."""
        numbers: dict[str, str | None] = {}
        for cell in cells:
            tulisan = self.pembaca.read(kolom, cell)
            if isinstance(tulisan, Tiada):
                numbers[cell] = None
            elif isinstance(tulisan, Angka) and not tulisan.satuan and type(cell) is str:
                numbers[cell] = tulisan.nilai
            else:
                return None
        return numbers

    def _tall_by_rows(self, blok: _Blok) -> Iterator[Usulan]:
        kolom, when = blok.kepala.nilai[0].nomor, blok.waktu.of_cells(blok.kepala.peran)
        numbers: dict[str, str] = {}
        for baris, kunci in blok.baris:
            row = self.lembar.baris[baris]
            if self._too_long(blok.kepala, baris):
                continue
            cell = _at(row, kolom)
            nilai = numbers.get(cell) if type(cell) is str else None
            if nilai is None:
                nilai = self._figure(kunci, baris, kolom)
                if nilai is not None and type(cell) is str and cell.strip()[-1:].isdigit():
                    numbers[cell] = nilai
            periode = when(baris, row) if nilai is not None else None
            if nilai is None or periode is None or self._other_unit(blok, baris, kunci):
                continue
            keterangan, bukti = self._remarks(blok.kepala, row)
            if keterangan.isdecimal() and cell.isdecimal() and blok.kepala.peran[Peran.KETERANGAN] == kolom + 1:
                said = f"`{cell}` diikuti `{keterangan}`: mungkin koma desimal yang terbaca sebagai pemisah kolom"
                hint = f'tulis "{cell},{keterangan}" dengan kutip; bila memang keterangan, tulis dengan kata'
                self.temuan.report("IKI427", self.lembar.span(baris, kolom), said, hint)
                continue
            yield Usulan(kunci, periode, nilai, self.lembar.span(baris, kolom), keterangan, bukti)

    def _figure(self, kunci: Kunci, baris: int, kolom: int) -> str | None:
        """The number in a cell, None for an empty one and for one with a finding."""
        cell = _at(self.lembar.baris[baris], kolom)
        tulisan = self.pembaca.read(kolom, cell)
        if isinstance(tulisan, Tiada):
            return None
        span = self.lembar.span(baris, kolom)
        angka = number(tulisan, cell, span, self.temuan)
        if angka is None:
            return None
        variabel = self.pesanan.daftar.variabel[kunci]
        if not fits(angka.satuan, variabel, self.pesanan.satuan):
            declared = variabel.satuan.teks if variabel.satuan else ""
            said = f"`{cell.strip()[:60]}`: satuannya bukan {declared}"
            self.temuan.report("IKI426", span, said, f"tulis angkanya dalam {declared}, tanpa satuan")
            return None
        return angka.nilai

    def _other_unit(self, blok: _Blok, baris: int, kunci: Kunci) -> bool:
        """Whether the column of units says another one than the definitions."""
        kolom = blok.kepala.peran.get(Peran.SATUAN)
        variabel = self.pesanan.daftar.variabel[kunci]
        cell = "" if kolom is None else _at(self.lembar.baris[baris], kolom).strip()
        if kolom is None or fits(cell, variabel, self.pesanan.satuan):
            return False
        declared = variabel.satuan.teks if variabel.satuan else ""
        said = f"satuan `{cell[:60]}`, sedangkan `{kunci.variabel}` bersatuan {declared}"
        self.temuan.report("IKI426", self.lembar.span(baris, kolom), said, f"tulis angka baris ini dalam {declared}")
        return True

    def _refuse_cumulative(self, blok: _Blok) -> None:
        for kolom in blok.kepala.kumulatif:
            if any(self._is_figure(kolom, _at(self.lembar.baris[baris], kolom)) for baris, _ in blok.baris):
                said = "kolom ini berisi angka kumulatif, bukan angka satu periode"
                place = next(
                    (row, kolom)
                    for row in range(blok.kepala.isi - 1, blok.kepala.baris - 1, -1)
                    if _at(self.lembar.baris[row], kolom).strip() or row == blok.kepala.baris
                )
                self.temuan.report(
                    "IKI428", self.lembar.span(*place), said, "isi angka periode itu saja, atau hapus kolomnya"
                )

    def _too_long(self, kepala: Kepala, baris: int) -> bool:
        """Whether a row of a text has cells behind the last title: a decimal comma may have divided one in two."""
        row, width = self.lembar.baris[baris], len(self.lembar.baris[kepala.baris])
        if len(row) <= width or self.lembar.source.lembar or not any(map(str.strip, row[width:])):
            return False
        said = f"baris ini berisi {len(row)} kolom, kepalanya {width}"
        hint = "mungkin koma desimal terbaca sebagai pemisah kolom; kutip angkanya, atau pakai pemisah `;`"
        self.temuan.report("IKI412", self.lembar.span(baris), said, hint)
        return True

    def _merged(self, blok: _Blok) -> set[tuple[int, int]]:
        """The cells of figures that were merged over several figures."""
        columns = {kolom.nomor for kolom in blok.kepala.nilai}
        rows = {baris for baris, _ in blok.baris}
        wide = set()
        for each in self.lembar.gabungan:
            over = columns.intersection(range(each.kolom, each.kolom_akhir + 1))
            down = rows.intersection(range(each.baris, min(each.baris_akhir, len(self.lembar.baris)) + 1))
            if over and down and len(over) * len(down) > 1 and _at(self.lembar.baris[each.baris], each.kolom).strip():
                wide.add((min(down), min(over)))
        return wide

    def _remarks(self, kepala: Kepala, row: Sequence[str]) -> tuple[str, str]:
        peran = kepala.peran
        keterangan = _at(row, peran[Peran.KETERANGAN]).strip() if Peran.KETERANGAN in peran else ""
        return keterangan, _at(row, peran[Peran.BUKTI]).strip() if Peran.BUKTI in peran else ""


class _Pengenal:
    """Tells the rows of a table by their words; an empty cell repeats the one above, as people fill in tables."""

    def __init__(self, kepala: Kepala, judul: Judul, daftar: Daftar) -> None:
        self._roles = [peran for peran in IDENTITAS if peran in kepala.peran]
        columns = [kepala.peran[peran] for peran in self._roles]
        self.words = itemgetter(*columns) if len(columns) > 1 else lambda row: (row[columns[0]],)
        self.needed = max(columns) + 1
        self._daftar = daftar
        self._jabatan = judul.jabatan if daftar.has_jabatan(judul.jabatan) else ""
        by_ids = self._roles == [Peran.JABATAN, Peran.INDIKATOR, Peran.VARIABEL]
        self.known: dict[tuple[str, ...], Kunci] = (
            dict(zip(daftar.variabel, daftar.variabel, strict=True)) if by_ids else {}
        )
        self.above: tuple[str, ...] | None = None
        self._repeats = {Peran.JABATAN: "", Peran.INDIKATOR: ""}

    def identify(self, row: Sequence[str]) -> Kunci | Asing | None:
        """The variable of a row; None where it has no word for one."""
        key = self.words([*row, *[""] * (self.needed - len(row))])
        words = {peran: cell.strip() for peran, cell in zip(self._roles, key, strict=True)}
        if self.above is not None:
            self._remember({peran: cell.strip() for peran, cell in zip(self._roles, self.above, strict=True)})
            self.above = None
        if not any(words.get(peran) for peran in IDENTITAS if peran is not Peran.JABATAN):
            return None
        own = Sebut(*(words.get(peran, "") for peran in IDENTITAS))
        answer = self._daftar.find(self._completed(own))
        if isinstance(answer, Kunci):
            self._remember(words)
            if own.kode or (own.indikator and (own.jabatan or Peran.JABATAN not in words)):
                self.known[key] = answer
        return answer

    def _completed(self, own: Sebut) -> Sebut:
        if own.kode:
            return own
        shared = not own.indikator and self._daftar.shared(own.variabel) is not None
        if shared:
            return own
        if not own.indikator and own.variabel:
            own = own._replace(indikator=self._repeats[Peran.INDIKATOR])
        return own if own.jabatan else own._replace(jabatan=self._repeats[Peran.JABATAN] or self._jabatan)

    def _remember(self, words: dict[Peran, str]) -> None:
        if words.get(Peran.JABATAN):
            self._repeats = {Peran.JABATAN: words[Peran.JABATAN], Peran.INDIKATOR: ""}
        if words.get(Peran.INDIKATOR):
            self._repeats[Peran.INDIKATOR] = words[Peran.INDIKATOR]


def _at(row: Sequence[str], kolom: int) -> str:
    return row[kolom] if kolom < len(row) else ""


def _is_numbering(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)."""
    cells = [cell.strip() for cell in row if cell.strip()]
    matches = [match for match in map(_NUMBERED.fullmatch, cells) if match is not None]
    if len(matches) < max(len(cells), 3):
        return False
    marks = [match[1].casefold() for match in matches]
    places = [int(mark) if mark.isdigit() else ord(mark) for mark in marks]
    return all(after == before + 1 for before, after in pairwise(places))
