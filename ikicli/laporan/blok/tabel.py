"""The forms that are tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ikicli.capaian.arah_teks import isolated
from ikicli.laporan.bahan.berkas import Berkas
from ikicli.laporan.bahan.datar import TabelDatar
from ikicli.laporan.bahan.kamus import BarisVariabel
from ikicli.laporan.bahan.kinerja import BarisJabatan, TabelJabatan
from ikicli.laporan.bahan.lampiran import BarisUtama
from ikicli.laporan.bahan.naskah import BarisSasaran, Tabel
from ikicli.laporan.bahan.pengukuran import BarisTriwulan, Rata, TabelTriwulan
from ikicli.laporan.bahan.perhitungan import BarisMasukan
from ikicli.laporan.bahan.perjanjian import BarisTarget
from ikicli.laporan.bahan.peta import PetaPeriode
from ikicli.laporan.bahan.rencana_aksi import BarisRencana
from ikicli.laporan.bahan.sasaran import BarisSel, Kolom, TabelSasaran
from ikicli.laporan.bahan.tabel_kinerja import Baris, BarisGrafik, Pengukuran
from ikicli.laporan.blok.nouns import Alinea, BatangBernama, Blok, Grafik, Kisi, Larik, Sel, Tulisan, plain
from ikicli.laporan.blok.sel import cell, grouped, head, named, number, of_sasaran
from ikicli.laporan.matematika import Penggal

_GRAFIK = "Batang: capaian; garis tegak: 100 persen; latar: pita predikat; skala 0 sampai 150."
_BERKAS = "Dokumen ini disusun dari berkas berikut. Sidik SHA-256 dihitung atas teks UTF-8 dengan akhir baris LF."
_PETA = (
    "Angka: capaian % sejak Januari; tabelnya di Lampiran 1. Biru: sepertiga predikat teratas; kuning: tengah; "
    "cokelat: terbawah; tanpa warna: tanpa capaian, atau belum dapat dinilai (*)."
)


def pengukuran(isi: Pengukuran) -> Iterator[Blok]:
    """Target, realisasi and capaian of every indicator, and the bars of one jabatan."""
    titles = ("No", "Sasaran", "Indikator Kinerja", "Satuan")
    figures = ("Target", "Realisasi", "Capaian %")
    kepala = head(*titles, *map(number, figures), "Predikat / keadaan")
    rows = tuple(grouped(isi.kelompok, 8, _measured))
    yield Kisi(isi.keterangan, (5, 18, 22, 12, 10, 12, 12, 14), (kepala,), rows)
    if isi.grafik:
        yield _bars("Capaian setiap indikator", isi.grafik)


def _measured(baris: Baris) -> Iterator[Sel]:
    yield cell(baris.indikator, baris.bobot and f"bobot {baris.bobot}")
    yield cell(baris.satuan)
    yield number(baris.target, baris.target_tahun and f"setahun {baris.target_tahun}")
    yield number(baris.realisasi, baris.realisasi_lalu)
    yield number(baris.capaian, baris.capaian_tahun and f"setahun {baris.capaian_tahun}", baris.capaian_lalu)
    yield cell(baris.predikat, *baris.catatan)


def jabatan(isi: TabelJabatan) -> Iterator[Blok]:
    """The capaian of every jabatan, and its bars."""
    titles = ("No", "Jabatan", number("Capaian %"), "Predikat", number("Dihitung"), number("Tanpa capaian"))
    rows = tuple(
        Larik((
            cell(each.nomor), cell(each.grafik.nama, each.kode), number(each.grafik.nilai), cell(each.grafik.sebutan),
            number(each.dihitung), number(each.kosong),
        ))
        for each in isi.baris
    )  # fmt: skip
    yield Kisi(isi.keterangan, (5, 43, 12, 18, 11, 11), (head(*titles),), rows)
    yield _bars("Capaian setiap jabatan", map(_told_apart, isi.baris))


def _told_apart(baris: BarisJabatan) -> BarisGrafik:
    """The bar of a jabatan, with its code where several have its name."""
    grafik = baris.grafik
    return grafik._replace(nama=f"{isolated(grafik.nama)} ({baris.kode})") if baris.kode else grafik


def _bars(what: str, rows: Iterable[BarisGrafik]) -> Grafik:
    said = tuple(BatangBernama(each.nama, f"{each.nilai} {each.sebutan}", each.batang) for each in rows)
    return Grafik(f"{what}. {_GRAFIK}", said)


def target(isi: Tabel) -> Iterator[Blok]:
    """What has been agreed for the year."""

    def row(baris: BarisTarget) -> Iterator[Sel]:
        yield cell(baris.indikator)
        yield cell(baris.target, *baris.catatan)

    kepala = head("No", "Sasaran", "Indikator Kinerja", "Target")
    yield Kisi(isi.keterangan, (6, 34, 38, 22), (kepala,), tuple(grouped(isi.kelompok, 4, row)))


def rencana_aksi(isi: Tabel) -> Iterator[Blok]:
    """What is expected by the end of each quarter."""

    def row(baris: BarisRencana) -> Iterator[Sel]:
        yield cell(baris.indikator)
        yield cell(baris.satuan)
        yield number(baris.target, *baris.catatan)
        yield from (number(each.nilai, *each.bulan) for each in baris.triwulan)
        if baris.tanpa:
            yield Sel(plain(baris.tanpa, gaya="pudar"), lebar=4)

    quarters = map(number, ("Target tahun", "TW I", "TW II", "TW III", "TW IV"))
    kepala = head("No", "Sasaran", "Indikator Kinerja", "Satuan", *quarters)
    rows = tuple(grouped(isi.kelompok, 9, row))
    yield Kisi(isi.keterangan, (4, 20, 22, 9, 11, 9, 9, 9, 9), (kepala,), rows)


def triwulanan(isi: TabelTriwulan) -> Iterator[Blok]:
    """Target, realisasi and capaian through each period, with means."""
    titles = [each._replace(tinggi=2) for each in map(cell, ("No", "Sasaran", "Indikator Kinerja", "Satuan"))]
    titles += [number("Target tahun")._replace(tinggi=2)]
    titles += [cell(each, rata="tengah")._replace(lebar=3) for each in isi.kolom]
    kepala = (head(*titles, cell("Kategori")._replace(tinggi=2)), head(*map(number, "TRC" * len(isi.kolom))))
    widths = (4, 14, 17, 8, 7, *_figure_widths(isi), 10)
    rows = [row for each in isi.kelompok for row in (*grouped((each.isi,), len(widths), _through), _mean(each.rata))]
    yield Kisi(isi.keterangan, widths, kepala, (*rows, *([_mean(isi.kantor)] if isi.kantor else [])), rapat=True)


def _figure_widths(isi: TabelTriwulan) -> Iterator[int]:
    """The widths of columns of figures: a figure is not to be broken."""
    rows = (baris for each in isi.kelompok for group in each.isi.sasaran for baris in group.baris)
    shown = [baris.ukur for baris in rows if isinstance(baris, BarisTriwulan)]
    for period in zip(*shown, strict=True):
        for least, column in zip((5, 7, 6), zip(*period, strict=True), strict=True):
            yield max(least, max(map(len, column)) * 4 // 5 + 1)


def _through(baris: BarisTriwulan) -> Iterator[Sel]:
    yield cell(baris.indikator)
    yield cell(baris.satuan)
    yield number(baris.target_tahun)
    for each in baris.ukur:
        yield from map(number, (each.target, each.realisasi, each.capaian))
    yield cell(baris.predikat, *baris.catatan)


def _mean(rata: Rata) -> Larik:
    figures = (number(each)._replace(lebar=3) for each in rata.capaian)
    return Larik((cell(rata.nama)._replace(lebar=5), *figures, cell(rata.predikat)), "rata")


def utama(sasaran: Sequence[BarisSasaran], written: Callable[[Iterable[Penggal]], Alinea]) -> Kisi:
    """The table of the decree's annex."""

    def row(baris: BarisUtama) -> Iterator[Sel]:
        yield cell(baris.indikator)
        yield Sel((written(baris.penjelasan),))
        yield Sel(plain(*baris.sumber))

    kepala = head(
        "SASARAN/KINERJA UTAMA", "INDIKATOR KINERJA UTAMA", "PENJELASAN/FORMULASI PENGHITUNGAN", "SUMBER DATA"
    )
    rows = tuple(Larik(cells) for group in sasaran for cells in of_sasaran(group, row))
    return Kisi("", (21, 18, 44, 17), (kepala,), rows, bergaris=True)


def sasaran(isi: TabelSasaran) -> Iterator[Blok]:
    """The office's indicators by sasaran, with what is said above them."""
    yield from plain(*isi.pengantar)
    if isi.kolom:
        kepala = head("No", "Sasaran dan indikator kinerja", *map(_title, isi.kolom))
        rows = [
            row for each in isi.sasaran for row in (named(each.nama, len(isi.kolom) + 2), *_rows(each.baris, isi.kolom))
        ]
        yield Kisi(isi.keterangan, _widths(30, isi.kolom), (kepala,), tuple(rows))


def datar(isi: TabelDatar) -> Iterator[Blok]:
    """A table without groups, with remarks below."""
    if isi.kolom:
        kepala = head("No", isi.nama, *map(_title, isi.kolom))
        yield Kisi(isi.keterangan, _widths(44, isi.kolom), (kepala,), tuple(_rows(isi.baris, isi.kolom)))
    yield from plain(*isi.catatan)


def _widths(name: int, kolom: Sequence[Kolom]) -> tuple[int, ...]:
    """The name's share is given; of the rest, words need more than figures."""
    parts = [4 if each.angka else 5 for each in kolom]
    return (6, name, *((94 - name) * part // sum(parts) for part in parts))


def _title(kolom: Kolom) -> Sel:
    return cell(kolom.judul, rata="kanan" if kolom.angka else "")


def _rows(baris: Iterable[BarisSel], kolom: Sequence[Kolom]) -> Iterator[Larik]:
    for each in baris:
        cells = [cell(said, rata="kanan" if one.angka else "") for said, one in zip(each.sel, kolom, strict=True)]
        last = cells[-1]._replace(isi=(*cells[-1].isi, *plain(*each.catatan, gaya="pudar")))
        yield Larik((cell(each.nomor), cell(each.indikator, each.jabatan), *cells[:-1], last))


def peta(isi: PetaPeriode) -> Iterator[Blok]:
    """The heat grid as a table with shaded cells; the number stands in each."""
    grid = isi.gambar
    kepala = head("Jabatan", *(cell(title, rata="tengah") for _, title in grid.kolom))
    rows = tuple(
        Larik((
            cell(" ".join(line for _, line in each.nama)),
            *(cell(sel.teks, rata="tengah")._replace(warna=sel.golongan) for sel in each.sel),
        ))
        for each in grid.baris
    )  # fmt: skip
    yield Kisi(_PETA, (46, *[54 // len(grid.kolom)] * len(grid.kolom)), (kepala,), rows)
    yield from plain(*isi.tabel.catatan)


def berkas(isi: tuple[Berkas, ...]) -> Iterator[Blok]:
    """The files that the document was made from."""
    yield from plain(_BERKAS)
    rows = tuple(
        Larik((cell(each.jalur), cell(each.isi), Sel((Alinea((Tulisan(each.sha256, "sidik"),)),)))) for each in isi
    )
    yield Kisi("", (36, 18, 46), (head("Berkas", "Isi", "SHA-256"),), rows)


def masukan(baris: Iterable[BarisMasukan]) -> Kisi:
    """What was put into a formula."""
    kepala = head("Nilai yang dimasukkan", number("Nilai"), "Satuan", "Asal")
    rows = tuple(Larik((cell(each.nama), number(each.nilai), cell(each.satuan), cell(each.asal))) for each in baris)
    return Kisi("", (36, 12, 14, 38), (kepala,), rows)


def variabel(baris: Iterable[BarisVariabel]) -> Kisi:
    """What an indicator's formula is made of."""
    kepala = head("Variabel", "Satuan", "Penggabungan antarperiode", "Dikumpulkan")
    rows = tuple(Larik(tuple(map(cell, (each.nama, each.satuan, each.gabungan, each.kumpul)))) for each in baris)
    return Kisi("", (40, 16, 22, 22), (kepala,), rows)
