"""The page of an indicator."""

from collections.abc import Iterator, Sequence

from ikicli.capaian import HasilIndikator, HasilJabatan
from ikicli.capaian.golongan import golongan
from ikicli.capaian.sebutan import label, notes, reason, year_before
from ikicli.capaian.tulisan import TANPA_NILAI, angka_atau, capitalized, satuan, target
from ikicli.laporan.bahan import analisis
from ikicli.laporan.bahan.naskah import Bagian
from ikicli.laporan.bahan.perhitungan import derivation
from ikicli.laporan.bahan.tabel_kinerja import chart_row
from ikicli.laporan.matematika import cut
from ikicli.laporan.situs import perjalanan
from ikicli.laporan.situs.kerangka import Kerangka
from ikicli.laporan.situs.nouns import Halaman, KelompokRujuk, Kutipan, Rujuk, Ukuran


def page(kerangka: Kerangka, id: str, at: int) -> Halaman:
    """The page of indicator `at` of a jabatan: its figures, how they went, how they came about, what it supports."""
    jabatan, one = kerangka.jabatan[id][-1], kerangka.jabatan[id][-1].indikator[at]
    name = f"{id}.{one.indikator.id}"
    isi = kerangka.of_indikator(id, at)
    parts = _parts(kerangka, jabatan, one, [part.indikator[0] for (part,) in isi])
    made = kerangka.page(kerangka.alamat[name], one.indikator.nama, one.sasaran, tuple(parts), isi)
    return made._replace(jejak=(*kerangka.trail(id), kerangka.way_to(id)))


def _parts(
    kerangka: Kerangka, jabatan: HasilJabatan, one: HasilIndikator, through: Sequence[HasilIndikator]
) -> Iterator[Bagian]:
    hasil = kerangka.last
    yield Bagian("Capaian", "ukuran", _measure(kerangka, one))
    yield Bagian("Perjalanan", "tren", perjalanan.of_indikator(kerangka.hasil, through))
    yield Bagian("Cara penghitungan", "perhitungan", (derivation(hasil, jabatan, one),))
    if "$" in one.indikator.penjelasan:
        yield Bagian("Bunyi keputusan", "kutipan", Kutipan(cut(one.indikator.penjelasan)))
    yield from analisis.chapters_of_office(hasil, kerangka.catatan, (jabatan._replace(indikator=(one,)),), ("",))
    yield Bagian("Dukungan antarindikator", "rujukan", tuple(_supports(kerangka, f"{one.jabatan}.{one.indikator.id}")))


def _measure(kerangka: Kerangka, one: HasilIndikator) -> Ukuran:
    hasil, name = kerangka.last, capitalized(label(one))
    digit, before = hasil.aturan.digit, year_before(hasil, one)
    return Ukuran(
        target=target(one.target) if one.target else TANPA_NILAI,
        realisasi=angka_atau(one.realisasi, digit),
        satuan=satuan(one.indikator),
        capaian=angka_atau(one.capaian, digit),
        tanda=golongan(one.predikat, hasil.aturan).value,
        sebutan=name,
        batang=chart_row(hasil, "capaian", "Capaian indikator", one.capaian, name).batang,
        catatan=tuple(map(capitalized, (*notes(hasil, one, mixed=kerangka.mixed), *([before] if before else [])))),
        sebab=reason(hasil, one),
    )


def _supports(kerangka: Kerangka, name: str) -> Iterator[KelompokRujuk]:
    each = kerangka.pendukung[name]
    yield KelompokRujuk("Mendukung", _referred(kerangka, each.mendukung), "Tidak mendukung indikator lain.")
    yield KelompokRujuk("Didukung oleh", _referred(kerangka, each.didukung), "Tidak didukung indikator lain.")


def _referred(kerangka: Kerangka, names: Sequence[str]) -> tuple[Rujuk, ...]:
    return tuple(Rujuk(kerangka.way_to_indikator(each), (kerangka.nama[each.partition(".")[0]],)) for each in names)
