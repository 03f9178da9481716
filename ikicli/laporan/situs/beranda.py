"""The first page: the office at a glance, who is behind, what is missing."""

from collections.abc import Iterator

from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.sebutan import label
from ikicli.capaian.tertinggal import DATA_LENGKAP, TAK_TERTINGGAL, Tertinggal, behind, gaps, not_yet_said
from ikicli.capaian.tulisan import TANPA_NILAI, angka_atau, bersatuan, satuan, target
from ikicli.laporan.bahan import kepala, ringkasan
from ikicli.laporan.bahan.naskah import Bagian
from ikicli.laporan.bahan.peta import heat_map
from ikicli.laporan.situs.kartu import at_a_glance
from ikicli.laporan.situs.kerangka import Kerangka
from ikicli.laporan.situs.nouns import BERANDA, Halaman, KelompokRujuk, Rujuk, Tautan

_UNIT = "Variabel bersama kantor"
_TERENDAH = 10
"""How many indicators that are behind the first page names."""


def home(kerangka: Kerangka) -> Halaman:
    """The page of the office."""
    hasil = kerangka.last
    unit = kepala.office(hasil.kantor)
    grid = heat_map(kerangka.hasil, len(hasil.jabatan), "di bawahnya", kerangka.alamat)
    parts = (
        Bagian("Capaian kantor", "ringkasan", ringkasan.of_office(hasil)),
        Bagian("Jabatan sekilas", "sekilas", at_a_glance(kerangka)),
        Bagian("Yang tertinggal", "rujukan", (_late(kerangka),)),
        Bagian("Data yang belum ada", "rujukan", (_lacking(kerangka),)),
        Bagian("Capaian menurut periode", "petatabel", grid),
    )
    title = f"Capaian kinerja {unit.unit}"
    return kerangka.page(BERANDA, title, unit.kabupaten, parts, [each.jabatan for each in kerangka.hasil])


def _late(kerangka: Kerangka) -> KelompokRujuk:
    late = behind(kerangka.last)
    left = len(late) - _TERENDAH
    remarks = (
        *([f"{left} indikator lain yang tertinggal ada di halaman jabatannya."] if left > 0 else []),
        *not_yet_said(kerangka.last),
    )
    found = tuple(_behind(kerangka, each) for each in late[:_TERENDAH])
    return KelompokRujuk("", found, TAK_TERTINGGAL, remarks)


def _behind(kerangka: Kerangka, late: Tertinggal) -> Rujuk:
    one, digit = late.hasil, kerangka.last.aturan.digit
    reached = bersatuan(angka_atau(one.realisasi, digit), satuan(one.indikator))
    agreed = target(one.target) if one.target else TANPA_NILAI
    said = f"capaian {angka_atau(one.capaian, digit)} ({sisipan(label(one))}); target {agreed}, realisasi {reached}"
    way = kerangka.way_to_indikator(f"{one.jabatan}.{one.indikator.id}")
    return Rujuk(way, (kerangka.nama[one.jabatan], said))


def _lacking(kerangka: Kerangka) -> KelompokRujuk:
    return KelompokRujuk("", tuple(_gaps(kerangka)), DATA_LENGKAP)


def _gaps(kerangka: Kerangka) -> Iterator[Rujuk]:
    """Who has not reported, and what."""
    for row in gaps(kerangka.last):
        way = kerangka.way_to(row.id) if row.id in kerangka.nama else Tautan(_UNIT, None)
        yield Rujuk(way, tuple(f"{sisipan(each.variabel.nama)}: {len(each.periode)} periode" for each in row.diminta))
