"""One sheet: its tables found, its rows matched with the definitions, its figures read."""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from ikicli.realisasi.baca.angka import Pembaca, fits, number
from ikicli.realisasi.baca.judul import IDENTITAS, Judul, Kepala, Peran, find_header, is_total
from ikicli.realisasi.baca.kenali import Asing, Daftar, Sebut
from ikicli.realisasi.baca.temuan import Temuan
from ikicli.realisasi.baca.waktu import Waktu
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.usulan import Usulan
from ikicli.sumber.angka_tulis import Angka, Desimal, Ganda, Tiada
from ikicli.tabel import Lembar

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])\)?(?:\s*[=:].*)?", re.ASCII | re.IGNORECASE)


class Pesanan(NamedTuple):
    """What a reading is to go by: the office's variables and units, and what the reader was told."""

    daftar: Daftar
    satuan: tuple[str, ...]
    tahun: int | None
    desimal: Desimal | None


class _Blok(NamedTuple):
    """A table on a sheet: its header, the rows whose variable is known, and when its figures are of."""

    kepala: Kepala
    baris: list[tuple[int, Kunci]]
    waktu: Waktu


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
            named, baris = self._rows(kepala)
            blok = _Blok(kepala, named, waktu)
            for kolom in kepala.nilai:
                self.pembaca.see(kolom.nomor, {_at(rows[each], kolom.nomor) for each, _ in named})
            self._note_unread(kepala, named)
            yield blok

    def _rows(self, kepala: Kepala) -> tuple[list[tuple[int, Kunci]], int]:
        """The rows below a header whose variable is known, and the row that the table ends before."""
        pengenal = _Pengenal(kepala, self.judul, self.pesanan.daftar)
        rows, baris = self.lembar.baris, kepala.isi
        while baris < len(rows) and _is_numbering(rows[baris]):
            baris += 1
        named: list[tuple[int, Kunci]] = []
        known, words, needed = pengenal.known, pengenal.words, pengenal.needed
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
                        return named, baris
                    self._nameless(kepala, baris, answer)
                    continue
                kunci = answer
            named.append((baris, kunci))
        return named, len(rows)

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

    def _note_unread(self, kepala: Kepala, named: list[tuple[int, Kunci]]) -> None:
        for kolom in kepala.lain:
            if any(_at(self.lembar.baris[baris], kolom).strip() for baris, _ in named):
                title = " ".join(_at(self.lembar.baris[kepala.baris], kolom).split())
                self.catatan.append(f"kolom `{title[:60]}` tidak dibaca")

    def _figures(self, blok: _Blok) -> Iterator[Usulan]:
        if Peran.PERIODE in blok.kepala.peran:
            yield from self._tall(blok)
            return
        self._refuse_cumulative(blok)
        columns = [(kolom, blok.waktu.of_column(kolom)) for kolom in blok.kepala.nilai]
        known = [(kolom.nomor, periode) for kolom, periode in columns if periode is not None]
        merged = self._merged(blok)
        for baris, kunci in blok.baris:
            row = self.lembar.baris[baris]
            if self._too_long(blok.kepala, baris):
                continue
            self._check_unit(blok, baris, kunci)
            keterangan, bukti = self._remarks(blok.kepala, row)
            for kolom, periode in known:
                if (baris, kolom) in merged:
                    said = "sel gabungan ini menutupi beberapa isian"
                    self.temuan.report(
                        "IKI430", self.lembar.span(baris, kolom), said, "pisahkan selnya, lalu isi satu per satu"
                    )
                    continue
                nilai = self._figure(kunci, baris, kolom)
                if nilai is not None:
                    yield Usulan(kunci, periode, nilai, self.lembar.span(baris, kolom), keterangan, bukti)

    def _tall(self, blok: _Blok) -> Iterator[Usulan]:
        """The figures of a table with one row a figure: most cells of a large one are looked at once for all rows."""
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
            if nilai is None or periode is None:
                continue
            if Peran.SATUAN in blok.kepala.peran:
                self._check_unit(blok, baris, kunci)
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

    def _check_unit(self, blok: _Blok, baris: int, kunci: Kunci) -> None:
        kolom = blok.kepala.peran.get(Peran.SATUAN)
        variabel = self.pesanan.daftar.variabel[kunci]
        cell = "" if kolom is None else _at(self.lembar.baris[baris], kolom).strip()
        if kolom is not None and not fits(cell, variabel, self.pesanan.satuan):
            declared = variabel.satuan.teks if variabel.satuan else ""
            said = f"satuan `{cell[:60]}`, sedangkan `{kunci.variabel}` bersatuan {declared}"
            self.temuan.report(
                "IKI426", self.lembar.span(baris, kolom), said, f"tulis angka baris ini dalam {declared}"
            )

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
        self.known: dict[tuple[str, ...], Kunci] = {}
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
    return len(cells) > 2 and all(map(_NUMBERED.fullmatch, cells)) and len(set(cells)) == len(cells)
