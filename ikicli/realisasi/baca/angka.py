"""The figures of a sheet: each cell's number, read by the convention that its column itself gives away.

One mark in one column has one meaning. `1.234` is read where another cell of its column shows what the point is there
(`1.234.567`, `12.5`); a decimal comma elsewhere does not show it, since columns that mix `13.837` and `16,03` exist. A
sheet in which some cells can only be read with decimal commas and others only with decimal points is refused whole.
`--desimal` decides all of it.
"""

from collections.abc import Iterable

from ikicli.definisi.nouns import Variabel
from ikicli.diagnostik import Span
from ikicli.realisasi.baca.temuan import Temuan
from ikicli.realisasi.cocok import WHOLE
from ikicli.rumus import parse_satuan
from ikicli.rumus.satuan import SATUAN_TANPA_DIMENSI, UnknownUnit
from ikicli.sumber.angka_tulis import Angka, Bukan, Desimal, Ganda, Tiada, Tulisan, read_angka
from ikicli.tabel import SelAngka, SelGalat, SelLogika, SelPersen, SelTakJelas, SelTanggal, SelTanpaHasil
from ikicli.value import Value

_SAMA = {
    "%": "persen", "prosen": "persen", "prosentase": "persen", "persentase": "persen", "rp": "rupiah", "idr": "rupiah",
    "bh": "buah", "org": "orang", "thn": "tahun", "th": "tahun", "bln": "bulan", "hr": "hari", "dok": "dokumen",
    "lap": "laporan", "keg": "kegiatan", "jt": "juta", "rb": "ribu", "milyar": "miliar", "jutaan": "juta",
    "ribuan": "ribu", "miliaran": "miliar", "milyaran": "miliar",
    "ha": "hektare",
    "m2": "meter persegi", "km": "kilometer", "kg": "kilogram", "kk": "keluarga",
}  # fmt: skip
"""Short forms of units."""
_ANGKA = frozenset(["angka", "poin", "nilai"])
"""Words behind a number that say only that it is one."""
_KINDS = {
    SelTanggal: ("adalah tanggal", "mungkin Excel mengubah angkanya; format selnya sebagai angka, lalu ketik lagi"),
    SelTakJelas: ("kadang tampil sebagai persen, kadang tidak", "beri selnya satu format angka atau persen"),
    SelGalat: ("adalah galat rumus", "perbaiki rumusnya, atau tulis angkanya"),
    SelLogika: ("adalah benar/salah, bukan angka", "tulis angkanya"),
    SelTanpaHasil: ("rumus yang belum dihitung", "buka dengan Excel atau LibreOffice, simpan, lalu kirim lagi"),
}


class Saksi(Value):
    """A cell that can be read only one way."""

    teks: str
    kolom: int


class Pembaca:
    """Reads the cells of a sheet, once all its texts have been seen."""

    def __init__(self, desimal: Desimal | None) -> None:
        self._desimal = desimal
        self._read: dict[str, Tulisan] = {}
        self._roles: dict[tuple[int, str], str] = {}
        self.saksi: dict[Desimal, Saksi] = {}

    def see(self, kolom: int, cells: Iterable[str]) -> None:
        """Learn from the cells of a column how it writes numbers."""
        for cell in cells:
            if type(cell) is not str or cell.isdecimal():
                continue
            tulisan = self._read.get(cell)
            if tulisan is None:
                tulisan = self._read[cell] = read_angka(cell)
            if type(tulisan) is Angka and (tulisan.koma or tulisan.titik):
                self._learn(kolom, cell, tulisan)

    def _learn(self, kolom: int, cell: str, angka: Angka) -> None:
        for mark, role in ((",", angka.koma), (".", angka.titik)):
            if role:
                self._roles[kolom, mark] = role
                comma = (mark == ",") == (role == "desimal")
                self.saksi.setdefault(Desimal.KOMA if comma else Desimal.TITIK, Saksi(cell, kolom))

    @property
    def bercampur(self) -> bool:
        """Whether the sheet writes numbers in two ways, and nobody has decided."""
        return self._desimal is None and len(self.saksi) == len(Desimal)

    def read(self, kolom: int, cell: str) -> Angka | Ganda | Bukan | Tiada:
        """What a cell says."""
        if type(cell) is SelAngka:
            return Angka(str(cell))
        if type(cell) is SelPersen:
            return Angka(cell[:-1], "%")
        if type(cell) is not str:
            said, hint = _KINDS[type(cell)]
            return Bukan(said, hint)
        tulisan = self._read[cell] if cell in self._read else read_angka(cell)
        if type(tulisan) is Ganda:
            return self._decided(kolom, tulisan)
        if type(tulisan) is Angka and self._desimal and self._against(tulisan, self._desimal):
            other = "titik" if self._desimal is Desimal.KOMA else "koma"
            return Bukan(
                f"tidak dapat dibaca dengan desimal {self._desimal.value}",
                f"tulis ulang selnya, atau `--desimal {other}`",
            )
        return tulisan

    def plain(self, kolom: int, cell: str) -> str | None:
        """The number in a cell that holds a number and nothing else."""
        if type(cell) is str and WHOLE.fullmatch(cell):
            return cell
        tulisan = self.read(kolom, cell)
        return tulisan.nilai if type(tulisan) is Angka and not tulisan.satuan else None

    def _decided(self, kolom: int, ganda: Ganda) -> Angka | Ganda:
        mark = "." if "." in ganda.titik else ","
        role = self._roles.get((kolom, mark))
        desimal = self._desimal
        if desimal is None and role is not None:
            desimal = Desimal.KOMA if (mark == ",") == (role == "desimal") else Desimal.TITIK
        return ganda if desimal is None else Angka(ganda.dibaca(desimal), ganda.satuan)

    def _against(self, angka: Angka, desimal: Desimal) -> bool:
        wanted = ("desimal", "ribuan") if desimal is Desimal.KOMA else ("ribuan", "desimal")
        return angka.koma not in {"", wanted[0]} or angka.titik not in {"", wanted[1]}


def report_unread(tulisan: Ganda | Bukan, cell: str, span: Span, temuan: Temuan) -> None:
    """Say why a cell has no number to read."""
    shown = cell.strip()[:60]
    if isinstance(tulisan, Bukan):
        temuan.report("IKI427", span, f"`{shown}` {tulisan.kata}", tulisan.saran)
        return
    koma, titik = tulisan.koma.replace(".", ","), tulisan.titik.replace(".", ",")
    hint = f"tambahkan `--desimal koma` bila {koma}, `--desimal titik` bila {titik}; atau tulis ulang selnya"
    temuan.report("IKI424", span, f"`{shown}` dapat berarti {koma} atau {titik}", hint)


def fits(satuan: str, variabel: Variabel, own: Iterable[str]) -> bool:
    """Whether a unit as somebody wrote it is the variable's; an unknown one of the variable fits anything."""
    declared = variabel.satuan
    if not satuan or declared is None or declared.satuan is None:
        return True
    words = plain_unit(satuan)
    wanted = " ".join(declared.teks.casefold().split())
    if words == wanted:
        return True
    if wanted in SATUAN_TANPA_DIMENSI or not declared.satuan:
        return words in _ANGKA and wanted != "persen"
    try:
        return bool(parse_satuan(words, own) == declared.satuan) and words not in SATUAN_TANPA_DIMENSI
    except UnknownUnit:
        return False


def says_unit(title: str, variabel: Variabel, own: Iterable[str]) -> bool:
    """Whether words in a title are the variable's unit; one that iki does not know must be written alike."""
    declared = variabel.satuan
    if declared is None or declared.satuan is None:
        return declared is not None and plain_unit(title) == " ".join(declared.teks.casefold().split())
    return fits(title, variabel, own)


def plain_unit(satuan: str) -> str:
    """A unit in the words of the definitions."""
    words = satuan.casefold().replace("/", " / ").split()
    return " ".join(_SAMA.get(word.strip("."), word.strip(".")) for word in words)
