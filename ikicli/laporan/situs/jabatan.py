"""The page of a jabatan."""

from collections.abc import Iterator

from ikicli.laporan.bahan import analisis, kepala, kinerja, ringkasan
from ikicli.laporan.bahan.asal import origin
from ikicli.laporan.bahan.naskah import Bagian, Keterangan
from ikicli.laporan.situs import perjalanan
from ikicli.laporan.situs.kartu import by_sasaran
from ikicli.laporan.situs.kerangka import Kerangka
from ikicli.laporan.situs.nouns import Halaman, KelompokRujuk, Rujuk, Sekilas


def page(kerangka: Kerangka, id: str) -> Halaman:
    """The page of a jabatan: its figure, its indicators, how it went, who stands above and below."""
    return kerangka.page(
        kerangka.alamat[id],
        kerangka.jabatan[id][-1].jabatan.nama,
        _held(kerangka, id),
        tuple(_parts(kerangka, id)),
        kerangka.of_jabatan(id),
    )._replace(jejak=kerangka.trail(id))


def _held(kerangka: Kerangka, id: str) -> str:
    tahun = kerangka.last.sampai.tahun
    holder = kepala.holder(kerangka.last.kantor, tahun, id)
    return holder.nama or f"Pejabatnya {kepala.unknown(tahun)}"


def _parts(kerangka: Kerangka, id: str) -> Iterator[Bagian]:
    hasil, through = kerangka.last, kerangka.jabatan[id]
    own = through[-1]
    isi = own.jabatan.isi
    yield Bagian("Capaian jabatan", "ringkasan", ringkasan.of_jabatan(hasil, own))
    yield Bagian("Indikator", "sekilas", Sekilas("", (), by_sasaran(kerangka, own)))
    yield Bagian("Perjalanan capaian", "tren", perjalanan.of_jabatan(kerangka.hasil, through))
    yield from kinerja.lacking(hasil, (own,), (None,))
    yield from analisis.chapters_of_office(hasil, kerangka.catatan, (own,), ("",))
    yield Bagian("Atasan dan bawahan", "rujukan", tuple(_neighbours(kerangka, id)))
    yield Bagian("Tugas dan fungsi", "uraian", kinerja.Uraian(isi.tugas, isi.fungsi, isi.tafsir))
    points = tuple(origin(hasil, own, each, str(at)) for at, each in enumerate(own.indikator, start=1))
    yield Bagian("Asal angka", "keterangan", (Keterangan(None, points),))


def _neighbours(kerangka: Kerangka, id: str) -> Iterator[KelompokRujuk]:
    above = kerangka.way_to(kerangka.jabatan[id][-1].jabatan.isi.atasan)
    below = (Rujuk(kerangka.way_to(each), ()) for each in kerangka.bawahan.get(id, ()))
    yield KelompokRujuk("Atasan langsung", (Rujuk(above, ()),), "")
    yield KelompokRujuk("Bawahan langsung", tuple(below), "Tidak ada jabatan di bawahnya.")
