"""The forms that are read: headings, paragraphs, lists, points, and the tables among them."""

from collections.abc import Iterable, Iterator

from ikicli.capaian.jelaskan import Potongan
from ikicli.laporan.bahan.acuan import Acuan
from ikicli.laporan.bahan.analisis import KelompokRencana, KelompokUlasan, TindakLanjut
from ikicli.laporan.bahan.datar import Daftar
from ikicli.laporan.bahan.kamus import Entri
from ikicli.laporan.bahan.keputusan import TeksKeputusan
from ikicli.laporan.bahan.kinerja import Uraian
from ikicli.laporan.bahan.lampiran import LampiranKeputusan
from ikicli.laporan.bahan.naskah import Butir, Keterangan, Pengesahan
from ikicli.laporan.bahan.perhitungan import Perhitungan
from ikicli.laporan.bahan.perjanjian import Pernyataan
from ikicli.laporan.bahan.ringkasan import Ringkasan
from ikicli.laporan.blok import tabel
from ikicli.laporan.blok.nouns import Alinea, Blok, Judul, Rinci, Rincian, Senarai, Tulisan, plain
from ikicli.laporan.matematika import Penggal


def identitas(butir: tuple[Butir, ...]) -> Iterator[Blok]:
    """An identity, line by line."""
    yield _points(butir)


def uraian(isi: Uraian) -> Iterator[Blok]:
    """Duties, functions, and how the decree is read about them."""
    yield Judul(3, "Tugas")
    yield Senarai(isi.tugas, "huruf")
    yield Judul(3, "Fungsi")
    yield Senarai(isi.fungsi, "huruf")
    if isi.tafsir:
        yield Alinea((Tulisan("Tafsir. ", "tebal"), Tulisan(isi.tafsir)))


def ringkasan(isi: Ringkasan) -> Iterator[Blok]:
    """The figure, what it is called and the mean of, counts and remarks."""
    figure = (Tulisan(isi.capaian, "besar"), Tulisan(" persen")) if isi.capaian else (Tulisan("–", "besar"),)
    yield Alinea((*figure, *([Tulisan("  "), Tulisan(isi.predikat, "tebal")] if isi.predikat else [])))
    yield from plain(isi.penjelasan, gaya="rapat")
    yield Alinea(tuple(_counts(isi.hitungan)), "rapat")
    if isi.catatan:
        yield Senarai(isi.catatan)


def _counts(butir: tuple[Butir, ...]) -> Iterator[Tulisan]:
    """Counts in one line."""
    for at, each in enumerate(butir):
        yield Tulisan(f"{' · ' * bool(at)}{each.nama} ", "pudar")
        yield from map(Tulisan, each.isi)


def keterangan(kelompok: tuple[Keterangan, ...]) -> Iterator[Blok]:
    """What is said about some indicators."""
    for each in kelompok:
        if each.nama:
            yield Judul(3, each.nama)
        yield _points(each.butir, 38)


def ulasan(kelompok: tuple[KelompokUlasan, ...]) -> Iterator[Blok]:
    """Analyses, indicator by indicator."""
    for group in kelompok:
        if group.nama:
            yield Judul(3, group.nama)
        for each in group.isi:
            yield Judul(4 if group.nama else 3, f"{each.nomor}. {each.indikator}")
            yield from plain(" ".join([each.angka, *([each.periode] if each.periode else [])]), gaya="pudar")
            yield _points(each.butir)


def rencana(kelompok: tuple[KelompokRencana, ...]) -> Iterator[Blok]:
    """What will be done, indicator by indicator."""
    for group in kelompok:
        if group.nama:
            yield Judul(3, group.nama)
        yield Rincian(tuple(map(_plan, group.isi)), 38)


def _plan(each: TindakLanjut) -> Rinci:
    period = plain(each.periode, gaya="pudar") if each.periode and each.isi else ()
    return Rinci(f"{each.nomor}. {each.indikator}", (*plain(*each.isi), *period))


def perhitungan(isi: tuple[Perhitungan, ...]) -> Iterator[Blok]:
    """How each number came about."""
    for each in isi:
        yield Judul(3, f"{each.nomor}. {each.indikator}")
        yield _formula(each.rumus)
        if each.masukan:
            yield tabel.masukan(each.masukan)
        yield _points(each.butir)


def kamus(isi: tuple[Entri, ...]) -> Iterator[Blok]:
    """What each indicator means and is computed of."""
    for each in isi:
        yield Judul(3, f"{each.nomor}. {each.nama}")
        yield Rincian((Rinci("Definisi", (written(each.definisi),)),))
        yield _formula(each.rumus)
        if each.variabel:
            yield tabel.variabel(each.variabel)
        yield _points(each.butir)


def acuan(isi: Acuan) -> Iterator[Blok]:
    """The rule set in words, and its citations with their marks."""
    yield Alinea((Tulisan("Capaian dihitung menurut aturan "), Tulisan(isi.nama, "tebal"), Tulisan(".")))
    yield _points(isi.butir, 32)
    if isi.dasar:
        yield Judul(3, "Dasar")
        yield Senarai(tuple(" ".join([each.nama, *(f"({said})" for said in each.isi)]) for each in isi.dasar), "angka")


def daftar(isi: Daftar) -> Iterator[Blok]:
    """Points to read."""
    if isi.butir:
        yield Senarai(isi.butir)
    else:
        yield from plain(isi.kosong)


def pernyataan(isi: Pernyataan) -> Iterator[Blok]:
    """What both parties declare."""
    yield from plain(isi.pembuka)
    for each in isi.pihak:
        yield _points(each.butir, 20)
        yield from plain(each.sebutan)
    yield from plain(*isi.isi)


def keputusan(isi: TeksKeputusan) -> Iterator[Blok]:
    """The decree's text."""
    if isi.tentang:
        yield from plain("TENTANG", gaya="tengah")
        yield Alinea((Tulisan(isi.tentang, "tebal"),), "tengah")
    for name, said, mark in (("Menimbang", isi.menimbang, "huruf"), ("Mengingat", isi.mengingat, "angka")):
        if said:
            yield Rincian((Rinci(name, (Senarai(said, mark),)),), 18)
    if isi.diktum:
        yield Alinea((Tulisan("MEMUTUSKAN", "tebal"),), "tengah")
        yield from plain("Menetapkan")
        yield Rincian(tuple(Rinci(each.ke, (*plain(each.isi), *_lettered(each.butir))) for each in isi.diktum), 18)


def lampiran_keputusan(isi: LampiranKeputusan) -> Iterator[Blok]:
    """The annex of one jabatan, and who signs it."""
    yield Rincian(
        (
            Rinci("1. Jabatan", (Alinea((Tulisan(isi.jabatan, "tebal"),)),)),
            Rinci("2. Tugas", _lettered(isi.tugas)),
            Rinci("3. Fungsi", _lettered(isi.fungsi)),
        ),
        18,
    )
    yield tabel.utama(isi.sasaran, written)
    yield Pengesahan(None, isi.penanda)


def written(penggal: Iterable[Penggal]) -> Alinea:
    """A text with its formulas."""
    return Alinea(tuple(Tulisan(each.teks, rumus=each.rumus, sempit=each.sempit) for each in penggal))


def _points(butir: tuple[Butir, ...], lebar: int = 25) -> Rincian:
    return Rincian(tuple(Rinci(each.nama, plain(*each.isi)) for each in butir), lebar)


def _lettered(said: tuple[str, ...]) -> tuple[Senarai, ...]:
    return (Senarai(said, "huruf"),) if said else ()


def _formula(rumus: tuple[Potongan, ...]) -> Alinea:
    said = (Tulisan(each.teks, "miring" if each.variabel else "") for each in rumus)
    return Alinea((Tulisan("Realisasi = ", "tebal"), *said), "rumus")
