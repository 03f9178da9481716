"""The cells of a sheet as figures: each is read by the sheet's convention and held against its variable."""

from collections.abc import Sequence

from ikicli.realisasi.baca.angka import Pembaca, fits, report_unread, says_unit
from ikicli.realisasi.baca.judul import Kepala, Kolom, at
from ikicli.realisasi.baca.kata import Peran
from ikicli.realisasi.baca.kenali import Daftar
from ikicli.realisasi.baca.temuan import Temuan
from ikicli.realisasi.isian import Kunci
from ikicli.sumber.angka_tulis import Angka, Desimal, Ganda, Tiada
from ikicli.tabel import Lembar
from ikicli.value import Value


class Pesanan(Value):
    """What a reading is to go by: the office's variables and units, and what the reader was told."""

    daftar: Daftar
    satuan: tuple[str, ...]
    tahun: int | None
    desimal: Desimal | None


class Isi:
    """The cells of one sheet."""

    def __init__(self, lembar: Lembar, pesanan: Pesanan, temuan: Temuan) -> None:
        self.lembar, self.pesanan, self.temuan = lembar, pesanan, temuan
        self.pembaca = Pembaca(pesanan.desimal)

    def cell(self, baris: int, kolom: int) -> str:
        """A cell; empty where its row ends before it."""
        return at(self.lembar.baris[baris], kolom)

    def is_figure(self, baris: int, kolom: int) -> bool:
        """Whether a number stands in a cell."""
        cell = self.cell(baris, kolom)
        return bool(cell.strip()) and isinstance(self.pembaca.read(kolom, cell), Angka | Ganda)

    def figure(self, kunci: Kunci, baris: int, kolom: int) -> str | None:
        """The number in a cell, None for an empty one and for one with a finding."""
        cell = self.cell(baris, kolom)
        tulisan = self.pembaca.read(kolom, cell)
        if isinstance(tulisan, Tiada):
            return None
        variabel = self.pesanan.daftar.variabel[kunci]
        if not isinstance(tulisan, Angka):
            report_unread(tulisan, cell, self.lembar.span(baris, kolom), self.temuan)
        elif fits(tulisan.satuan, variabel, self.pesanan.satuan):
            return tulisan.nilai
        else:
            declared = variabel.satuan.teks if variabel.satuan else ""
            said = f"`{cell.strip()[:60]}`: satuannya bukan {declared}"
            hint = f"tulis angkanya dalam {declared}, tanpa satuan"
            self.temuan.report("IKI426", self.lembar.span(baris, kolom), said, hint)
        return None

    def other_unit(self, kepala: Kepala, baris: int, kunci: Kunci) -> bool:
        """Whether the column of units says another one than the definitions."""
        kolom = kepala.peran.get(Peran.SATUAN)
        if kolom is None:
            return False
        variabel, cell = self.pesanan.daftar.variabel[kunci], self.cell(baris, kolom).strip()
        if fits(cell, variabel, self.pesanan.satuan):
            return False
        declared = variabel.satuan.teks if variabel.satuan else ""
        said = f"satuan `{cell[:60]}`, sedangkan `{kunci.variabel}` bersatuan {declared}"
        self.temuan.report("IKI426", self.lembar.span(baris, kolom), said, f"tulis angka baris ini dalam {declared}")
        return True

    def other_title_unit(self, kolom: Kolom, kunci: Kunci) -> bool:
        """Whether the title of a column of figures says another unit than the definitions."""
        variabel = self.pesanan.daftar.variabel[kunci]
        if not kolom.satuan or says_unit(kolom.satuan, variabel, self.pesanan.satuan):
            return False
        declared = variabel.satuan.teks if variabel.satuan else "tanpa satuan"
        said = f"judul kolom ini menyebut `{kolom.satuan[:60]}`, sedangkan `{kunci.variabel}` bersatuan {declared}"
        hint = f"tulis angkanya dalam {declared}, dan perbaiki judulnya"
        self.temuan.report("IKI426", self.lembar.span(*kolom.tempat), said, hint)
        return True

    def too_long(self, kepala: Kepala, baris: int) -> bool:
        """Whether a row of a text has cells behind the last title: a decimal comma may have divided one in two."""
        row, width = self.lembar.baris[baris], len(self.lembar.baris[kepala.baris])
        if len(row) <= width or self.lembar.source.lembar:
            return False
        if not self.lembar.berkoma and not any(map(str.strip, row[width:])):
            return False
        said = f"baris ini berisi {len(row)} kolom, kepalanya {width}"
        hint = "mungkin koma desimal terbaca sebagai pemisah kolom; kutip angkanya, atau pakai pemisah `;`"
        self.temuan.report("IKI412", self.lembar.span(baris), said, hint)
        return True

    def remarks(self, kepala: Kepala, row: Sequence[str]) -> tuple[str, str]:
        """What a row says in its columns of keterangan and bukti."""
        peran = kepala.peran
        keterangan = at(row, peran[Peran.KETERANGAN]).strip() if Peran.KETERANGAN in peran else ""
        return keterangan, at(row, peran[Peran.BUKTI]).strip() if Peran.BUKTI in peran else ""
