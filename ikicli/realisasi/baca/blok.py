"""The tables on a sheet: where each begins and ends, and which variable each of its rows is about."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from ikicli.realisasi.baca.isi import Isi
from ikicli.realisasi.baca.judul import Judul, Kepala, at, find_header, says_done
from ikicli.realisasi.baca.kata import Peran, closest_month, is_numbering, is_planned, is_total, period_of, role_of
from ikicli.realisasi.baca.kenali import Asing
from ikicli.realisasi.baca.pengenal import Pengenal
from ikicli.realisasi.baca.waktu import Waktu
from ikicli.realisasi.isian import Kunci
from ikicli.value import Value


class Blok(Value):
    """A table on a sheet: its header, its rows whose variable is known, and when its figures are of."""

    kepala: Kepala
    nomor: Sequence[int]
    kunci: Sequence[Kunci]
    waktu: Waktu

    @property
    def baris(self) -> Iterator[tuple[int, Kunci]]:
        """The rows' numbers, each with its variable."""
        return zip(self.nomor, self.kunci, strict=True)


class Pencarian:
    """One search of a sheet from top to bottom; `catatan` says what of its tables is not read."""

    def __init__(self, isi: Isi) -> None:
        self.isi, self.judul = isi, Judul()
        self.catatan: list[str] = []

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
            kind = self._kind_refused(kepala)
            waktu = Waktu(lembar, kepala, self.judul, pesanan.tahun, self.isi.temuan)
            self.judul.begin_table()
            nomor, kunci, baris = self._rows(kepala)
            if kind is not None and self._has_figures(kepala, nomor):
                code, place, said, hint = kind
                self.isi.temuan.report(code, lembar.span(*place), said, hint)
                nomor, kunci = (), ()
            for kolom in kepala.nilai:
                self.isi.pembaca.see(kolom.nomor, self._distinct(nomor, kolom.nomor))
            self._refuse_strange(kepala, nomor)
            self._refuse_cumulative(kepala, nomor)
            self._note_others(kepala, nomor)
            yield Blok(kepala, nomor, kunci, waktu)

    def _kind_refused(self, kepala: Kepala) -> tuple[str, tuple[int, int], str, str] | None:
        """Why what stands over a table says that its figures are none of a period's, as a finding to report."""
        judul, lembar = self.judul, self.isi.lembar
        sheet = lembar.source.lembar or ""
        done = judul.realisasi or says_done(sheet) or self._titled_done(kepala)
        if judul.kumulatif is not None:
            said = "judul tabel ini menyebut angka kumulatif, bukan angka satu periode"
            return "IKI428", judul.kumulatif, said, "isi angka setiap periode saja"
        if judul.kelipatan is not None:
            said = "judul ini menyebut kelipatan (ribuan, jutaan), sedangkan angka disimpan dalam satuan definisinya"
            return "IKI426", judul.kelipatan, said, "tulis angkanya penuh, lalu hapus keterangan itu"
        if done or not (judul.rencana is not None or is_planned(sheet) or _begins_planned(lembar.baris, kepala)):
            return None
        said = "tabel ini berjudul target atau rencana, bukan realisasi"
        hint = "impor hanya tabel realisasi; bila memang realisasi, tulis `Realisasi` di judulnya"
        return "IKI422", judul.rencana or (kepala.baris, 0), said, hint

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
            if not any(map(str.strip, self._distinct(nomor, column))):
                continue
            title = " ".join(at(rows[kepala.baris], column).split())
            meant = closest_month(title)
            if meant and any(self.isi.is_figure(baris, column) for baris in nomor):
                said, hint = f"judul kolom `{title[:60]}` tidak dikenal", f"mungkin maksud Anda `{meant}`"
                self.isi.temuan.report("IKI405", self.isi.lembar.span(kepala.baris, column), said, hint)
            else:
                self.catatan.append(f"kolom `{title[:60]}` tidak dibaca")

    def _distinct(self, nomor: Sequence[int], kolom: int) -> Iterable[str]:
        chosen = list(map(self.isi.lembar.baris.__getitem__, nomor))
        try:
            return dict.fromkeys(map(itemgetter(kolom), chosen))
        except IndexError:  # a row that ends before
            return dict.fromkeys(at(row, kolom) for row in chosen)

    def _rows(self, kepala: Kepala) -> tuple[Sequence[int], Sequence[Kunci], int]:
        """The rows below a header whose variable is known, with it, and the row that the table ends before."""
        pengenal = Pengenal(kepala, self.judul, self.isi.pesanan.daftar)
        rows, baris = self.isi.lembar.baris, kepala.isi
        while baris < len(rows) and is_numbering(rows[baris]):
            baris += 1
        nomor: list[int] = []
        named: list[Kunci] = []
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
                    if find_header(self.isi.lembar, baris) is not None:
                        return nomor, named, baris
                    self._nameless(kepala, baris, answer)
                    continue
                kunci = answer
            nomor.append(baris)
            named.append(kunci)
        return nomor, named, len(rows)

    def _nameless(self, kepala: Kepala, baris: int, answer: Asing | None) -> None:
        """A row that names no variable: a total, a signature or a caption; with figures in it, an error."""
        lembar, temuan = self.isi.lembar, self.isi.temuan
        row = lembar.baris[baris]
        labels = [cell for cell in row if cell.strip()][:2]
        if any(map(is_total, labels)):
            return
        figures = [kolom.nomor for kolom in kepala.nilai if self.isi.is_figure(baris, kolom.nomor)]
        if not figures:
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
