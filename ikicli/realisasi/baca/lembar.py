"""One sheet: its tables found, its rows matched with the definitions, its figures read."""

from collections.abc import Sequence

from ikicli.diagnostik import Diagnostic
from ikicli.realisasi.baca.blok import Blok, Pencarian
from ikicli.realisasi.baca.isi import Isi, Pesanan
from ikicli.realisasi.baca.kata import Peran
from ikicli.realisasi.baca.lebar import wide_figures
from ikicli.realisasi.baca.panjang import tall_figures
from ikicli.realisasi.baca.temuan import Temuan
from ikicli.realisasi.usulan import Usulan
from ikicli.sumber.angka_tulis import Desimal
from ikicli.tabel import Lembar
from ikicli.value import Value


class Lembaran(Value):
    """A sheet as read: `tabel` is how many tables were found on it, `catatan` says what of them is not read.

    `rencana` are findings that say which of them are of targets: errors, unless figures stand elsewhere.
    """

    usulan: Sequence[Usulan]
    catatan: Sequence[str]
    tabel: int
    rencana: Sequence[Diagnostic]


def read_sheet(lembar: Lembar, pesanan: Pesanan, temuan: Temuan) -> Lembaran:
    """The figures of a sheet. Raises TooMany."""
    isi = Isi(lembar, pesanan, temuan)
    search = Pencarian(isi)
    blocks = list(search.blocks())
    found: list[Usulan] = []
    if isi.pembaca.bercampur:
        _report_mixture(isi, blocks)
        return Lembaran(found, search.catatan, len(blocks), search.rencana)
    for blok in blocks:
        if not blok.kepala.nilai:
            continue
        found.extend((tall_figures if Peran.PERIODE in blok.kepala.peran else wide_figures)(isi, blok))
    return Lembaran(found, search.catatan, len(blocks), search.rencana)


def _report_mixture(isi: Isi, blocks: Sequence[Blok]) -> None:
    """Say once, at a cell of each kind, that a sheet writes numbers in two ways."""
    first, second = sorted(_find(isi, blocks, isi.pembaca.saksi[each]) for each in Desimal)
    texts = [isi.cell(*each).strip()[:40] for each in (first, second)]
    place = isi.lembar.span(*first).sel
    said = f"`{texts[1]}` di sini dan `{texts[0]}` di {place}: koma dan titik dipakai dengan dua cara"
    hint = "samakan cara menulis angkanya, atau tambahkan `--desimal koma` atau `--desimal titik`"
    isi.temuan.report("IKI425", isi.lembar.span(*second), said, hint)


def _find(isi: Isi, blocks: Sequence[Blok], saksi: tuple[str, int]) -> tuple[int, int]:
    text, kolom = saksi
    return next((baris, kolom) for blok in blocks for baris in blok.nomor if isi.cell(baris, kolom) == text)
