"""The tables on a sheet: where each begins and ends, and which variable each of its rows is about."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby

from ikicli.diagnostik import Diagnostic, column_letters
from ikicli.realisasi.baca.isi import Isi
from ikicli.realisasi.baca.judul import Judul, Kepala, at, find_header, says_done
from ikicli.realisasi.baca.kata import Peran, closest_period, is_numbering, is_planned, is_total, period_of, role_of
from ikicli.realisasi.baca.kenali import Asing
from ikicli.realisasi.baca.pengenal import Pengenal
from ikicli.realisasi.baca.sisipan import Berlaku, report_captions
from ikicli.realisasi.baca.temuan import Diam, Temuan
from ikicli.realisasi.baca.waktu import Waktu
from ikicli.realisasi.cocok import are_whole
from ikicli.realisasi.isian import Kunci
from ikicli.tabel import are_plain, cells_of, words_from
from ikicli.value import Value


class Blok(Value):
    """A table on a sheet: its header, its rows whose variable is known, and when its figures are of.

    `bulat` are the columns of figures in which nothing but whole numbers stands, and these.
    """

    kepala: Kepala
    nomor: Sequence[int]
    kunci: Sequence[Kunci]
    waktu: Waktu
    bulat: Mapping[int, Sequence[str]]

    @property
    def baris(self) -> Iterator[tuple[int, Kunci]]:
        """The rows' numbers, each with its variable."""
        return zip(self.nomor, self.kunci, strict=True)


class Pencarian:
    """One search of a sheet from top to bottom.

    `catatan` says what of its tables is not read, `rencana` which of them are of targets.
    """

    def __init__(self, isi: Isi) -> None:
        self.isi, self.judul = isi, Judul(isi.pesanan.daftar.has_jabatan)
        self.catatan: list[str] = []
        self.rencana: list[Diagnostic] = []
        self._sisipan: list[int] = []

    def blocks(self) -> Iterator[Blok]:
        """The tables; how their columns write numbers has been seen when all are found. Raises TooMany."""
        lembar, pesanan = self.isi.lembar, self.isi.pesanan
        baris, rows = 0, lembar.baris
        while baris < len(rows):
            kepala = find_header(lembar, baris) if any(rows[baris]) else None
            if kepala is None:
                self.judul.read(rows[baris], baris)
                baris += 1
                continue
            planned = self._planned(kepala)
            refused = self._kind_refused(kepala) if planned is None else None
            temuan = self.isi.temuan if planned is None else Diam()
            waktu = Waktu(lembar, kepala, self.judul, pesanan.tahun, temuan)
            berlaku = Berlaku(kepala, waktu, self.judul.jabatan)
            self.judul.begin_table()
            nomor, kunci, below = self._rows(kepala, temuan)
            if planned and self._has_figures(kepala, range(baris, below)):
                self.rencana.append(planned)
            if refused and self._has_figures(kepala, nomor):
                temuan.report(refused.code, refused.span, refused.message, refused.hint)
            if planned or refused:
                nomor, kunci = (), ()
            baris = below
            bulat = self._see(kepala, nomor)
            self._refuse_strange(kepala, nomor)
            self._refuse_cumulative(kepala, nomor)
            self._note_others(kepala, nomor)
            report_captions(self.isi, berlaku, self._sisipan, nomor)
            yield Blok(kepala, nomor, kunci, waktu, bulat)

    def _see(self, kepala: Kepala, nomor: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """Learn how the columns of figures write numbers; those that hold whole ones alone show nothing of it."""
        pembaca, bulat = self.isi.pembaca, dict[int, Sequence[str]]()
        for kolom in kepala.nilai:
            cells = self._column(nomor, kolom.nomor)
            if are_plain(self.isi.lembar.baris, cells) and are_whole(cells):
                bulat[kolom.nomor] = cells
            else:
                pembaca.see(kolom.nomor, dict.fromkeys(cell for cell in cells if type(cell) is str))
        return bulat

    def _kind_refused(self, kepala: Kepala) -> Diagnostic | None:
        """Why what stands over a table says that its figures are none of a period's."""
        judul, lembar = self.judul, self.isi.lembar
        if judul.kumulatif is not None:
            said = "judul tabel ini menyebut angka kumulatif, bukan angka satu periode"
            return Diagnostic("IKI428", lembar.span(*judul.kumulatif), said, "isi angka setiap periode saja")
        if judul.kelipatan is not None:
            said = "judul ini menyebut kelipatan (ribuan, jutaan), sedangkan angka disimpan dalam satuan definisinya"
            hint = "tulis angkanya penuh, lalu hapus keterangan itu"
            return Diagnostic("IKI426", lembar.span(*judul.kelipatan), said, hint)
        if not self._is_done(kepala) and _begins_planned(lembar.baris, kepala):
            return self._of_targets((kepala.baris, 0))
        return None

    def _planned(self, kepala: Kepala) -> Diagnostic | None:
        """Where the sheet's name or title says that a table is of targets."""
        if self._is_done(kepala) or not (self.judul.rencana or is_planned(self.isi.lembar.source.lembar or "")):
            return None
        return self._of_targets(self.judul.rencana or (kepala.baris, 0))

    def _of_targets(self, place: tuple[int, int]) -> Diagnostic:
        said = "tabel ini berjudul target atau rencana, bukan realisasi"
        hint = "impor hanya tabel realisasi; bila memang realisasi, tulis `Realisasi` di judulnya"
        return Diagnostic("IKI422", self.isi.lembar.span(*place), said, hint)

    def _is_done(self, kepala: Kepala) -> bool:
        return self.judul.realisasi or says_done(self.isi.lembar.source.lembar or "") or self._titled_done(kepala)

    def _titled_done(self, kepala: Kepala) -> bool:
        rows = self.isi.lembar.baris[kepala.baris : kepala.isi]
        return any(role_of(cell) is Peran.NILAI or says_done(cell.partition(" ")[0]) for row in rows for cell in row)

    def _has_figures(self, kepala: Kepala, nomor: Sequence[int]) -> bool:
        return any(self.isi.is_figure(baris, kolom.nomor) for kolom in kepala.nilai for baris in nomor)

    def _refuse_strange(self, kepala: Kepala, nomor: Sequence[int]) -> None:
        """Report the titles over figures that iki does not understand, each once."""
        temuan, lembar = self.isi.temuan, self.isi.lembar
        over = [kolom for kolom in kepala.asing if any(self.isi.is_figure(baris, kolom.nomor) for baris in nomor)]
        for tempat, title in dict.fromkeys((kolom.tempat, kolom.asing) for kolom in over):
            said = f"judul `{title[:60]}` di atas angka tidak dikenal"
            hint = "tulis `Realisasi` atau periodenya, `Target` untuk target; pisahkan yang lain ke lembar tersendiri"
            temuan.report("IKI422", lembar.span(*tempat), said, hint)

    def _refuse_cumulative(self, kepala: Kepala, nomor: Sequence[int]) -> None:
        isi = self.isi
        for kolom in kepala.kumulatif:
            if any(isi.is_figure(baris, kolom) or period_of(isi.cell(baris, kolom)) for baris in nomor):
                titles = (row for row in range(kepala.isi - 1, kepala.baris, -1) if isi.cell(row, kolom).strip())
                span = isi.lembar.span(next(titles, kepala.baris), kolom)
                said = "kolom ini berisi angka kumulatif, bukan angka satu periode"
                isi.temuan.report("IKI428", span, said, "isi angka periode itu saja, atau hapus kolomnya")

    def _note_others(self, kepala: Kepala, nomor: Sequence[int]) -> None:
        """Say which columns are not read; one that is titled almost as a month, with figures in it, is an error."""
        rows = self.isi.lembar.baris
        for column in kepala.lain:
            if not any(map(str.strip, self._column(nomor, column))):
                continue
            title = " ".join(at(rows[kepala.baris], column).split())
            if not title:
                self.catatan.append(f"kolom {column_letters(column + 1)} tanpa judul tidak dibaca")
                continue
            meant = closest_period(title)
            if meant and any(self.isi.is_figure(baris, column) for baris in nomor):
                said, hint = f"judul kolom `{title[:60]}` tidak dikenal", f"mungkin maksud Anda `{meant}`"
                self.isi.temuan.report("IKI405", self.isi.lembar.span(kepala.baris, column), said, hint)
            else:
                self.catatan.append(f"kolom `{title[:60]}` tidak dibaca")

    def _column(self, nomor: Sequence[int], kolom: int) -> Sequence[str]:
        return cells_of(self.isi.lembar.baris, nomor, kolom)

    def _rows(self, kepala: Kepala, temuan: Temuan) -> tuple[Sequence[int], Sequence[Kunci], int]:
        """The rows below a header whose variable is known, with it, and the row that the table ends before."""
        self._sisipan = []
        pengenal = Pengenal(kepala, self.judul, self.isi.pesanan.daftar)
        rows, baris = self.isi.lembar.baris, kepala.isi
        while baris < len(rows) and is_numbering(rows[baris]):
            baris += 1
        known, words, needed = pengenal.known, pengenal.words, pengenal.needed
        named: list[Kunci] = []
        with suppress(IndexError):  # a row that ends before
            for names, run in groupby(words_from(rows, baris, pengenal.columns)):
                if names not in known:
                    break
                named += [known[names]] * len(list(run))
                pengenal.above.append(names)
        at_once, nomor = range(baris, baris + len(named)), list[int]()
        for baris in range(at_once.stop, len(rows)):
            row = rows[baris]
            key = words(row) if len(row) >= needed else None
            kunci = known.get(key) if key is not None else None
            if key is not None and kunci is not None:
                pengenal.above.append(key)
            elif not any(map(str.strip, row)):
                continue
            else:
                answer = pengenal.identify(row)
                if not isinstance(answer, Kunci):
                    if find_header(self.isi.lembar, baris) is not None:
                        return [*at_once, *nomor], named, baris
                    self._nameless(kepala, baris, answer, temuan)
                    continue
                kunci = answer
            nomor.append(baris)
            named.append(kunci)
        return [*at_once, *nomor] if nomor else at_once, named, len(rows)

    def _nameless(self, kepala: Kepala, baris: int, answer: Asing | None, temuan: Temuan) -> None:
        """A row that names no variable: a total, a signature or a caption; with figures in it, an error."""
        lembar = self.isi.lembar
        row = lembar.baris[baris]
        labels = [cell for cell in row if cell.strip()][:2]
        if any(map(is_total, labels)):
            return
        figures = [kolom.nomor for kolom in kepala.nilai if self.isi.is_figure(baris, kolom.nomor)]
        if not figures:
            self._sisipan.append(baris)
            self.judul.read(row, baris)
        elif answer is None:
            said = "baris ini berangka, tetapi tidak menyebut variabelnya"
            hint = "isi kolom yang menyebutnya, atau kosongkan"
            temuan.report("IKI423", lembar.span(baris, figures[0]), said, hint)
        else:
            column = kepala.peran.get(answer.peran, -1)
            temuan.report(answer.kode, lembar.span(baris, column), answer.pesan, answer.saran)


def _begins_planned(rows: Sequence[Sequence[str]], kepala: Kepala) -> bool:
    """Whether a column of targets stands right before those of periods: they may divide it."""
    first = min((kolom.nomor for kolom in kepala.nilai if kolom.sebutan), default=0)
    return first > 0 and is_planned(at(rows[kepala.baris], first - 1))
