"""The measurement table in the report of a jabatan: target, realisasi, capaian and predikat of each indicator; bars."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import count, groupby

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.sebutan import gap_before, is_mixed, label, notes
from ikicli.capaian.tulisan import TANPA_NILAI, angka, angka_atau, angka_utuh, capitalized, satuan, target
from ikicli.laporan.bahan.naskah import BarisSasaran, Kelompok
from ikicli.laporan.grafik import Batang, bar
from ikicli.value import Value


class Baris(Value):
    """One indicator. Beside the span's target and capaian stand the year's where they differ (else None).

    `realisasi_lalu` and `capaian_lalu` are those of the same span a year earlier, None where there are none.
    """

    nomor: str
    indikator: str
    bobot: str | None
    satuan: str
    target: str
    target_tahun: str | None
    realisasi: str
    realisasi_lalu: str | None
    capaian: str
    capaian_tahun: str | None
    capaian_lalu: str | None
    predikat: str
    catatan: tuple[str, ...]


class BarisGrafik(Value):
    """A row of the chart: what it is of, the figure, what the figure is called, and its bar."""

    nama: str
    nilai: str
    sebutan: str
    batang: Batang


class Pengukuran(Value):
    """The table with its caption, and the chart of a document about one jabatan (else empty)."""

    keterangan: str
    kelompok: tuple[Kelompok, ...]
    grafik: tuple[BarisGrafik, ...]


def measurement(hasil: Hasil, jabatan: Sequence[HasilJabatan], names: Sequence[str | None]) -> tuple[Kelompok, ...]:
    """The rows of some jabatan, numbered through, each jabatan under its name."""
    numbers = count(1)
    mixed = is_mixed(jabatan)
    return tuple(
        Kelompok(name, tuple(_by_sasaran(hasil, each, numbers, mixed=mixed)))
        for name, each in zip(names, jabatan, strict=True)
    )


def _by_sasaran(hasil: Hasil, jabatan: HasilJabatan, numbers: Iterator[int], *, mixed: bool) -> Iterator[BarisSasaran]:
    for nama, group in groupby(jabatan.indikator, key=lambda each: each.sasaran):
        yield BarisSasaran(nama, tuple(_row(hasil, each, next(numbers), mixed=mixed) for each in group))


def _row(hasil: Hasil, each: HasilIndikator, number: int, *, mixed: bool) -> Baris:
    digit, before = hasil.aturan.digit, hasil.year_before(each)
    bobot, agreed, yearly = each.indikator.bobot, each.target, each.target_tahun
    differs = yearly is not None and yearly != agreed
    return Baris(
        nomor=str(number),
        indikator=each.indikator.nama,
        bobot=None if bobot is None else angka_utuh(bobot),
        satuan=satuan(each.indikator),
        target=target(agreed) if agreed else TANPA_NILAI,
        target_tahun=target(yearly) if differs and yearly else None,
        realisasi=angka_atau(each.realisasi, digit),
        realisasi_lalu=_last(hasil, before.realisasi if before else None),
        capaian=angka_atau(each.capaian, digit),
        capaian_tahun=angka(each.capaian_tahun, digit) if differs and each.capaian_tahun is not None else None,
        capaian_lalu=_last(hasil, before.capaian if before else None),
        predikat=capitalized(label(each)),
        catatan=(*notes(hasil, each, mixed=mixed), *gap_before(hasil, each)),
    )


def _last(hasil: Hasil, nilai: Fraction | None) -> str | None:
    """A figure of last year, rounded as that year's rule set rounds."""
    if nilai is None or hasil.tahun_lalu is None:
        return None
    return f"{hasil.sampai.tahun - 1}: {angka(nilai, hasil.tahun_lalu.hasil.aturan.digit)}"


def chart(hasil: Hasil, jabatan: HasilJabatan) -> tuple[BarisGrafik, ...]:
    """A bar for every indicator of a jabatan."""
    return tuple(
        chart_row(hasil, f"g{number}", each.indikator.nama, each.capaian, capitalized(label(each)))
        for number, each in enumerate(jabatan.indikator, start=1)
    )


def chart_row(hasil: Hasil, id: str, nama: str, capaian: Fraction | None, sebutan: str) -> BarisGrafik:
    """One figure with its bar."""
    shown = angka_atau(capaian, hasil.aturan.digit)
    said = f"Tidak ada capaian: {sebutan}." if capaian is None else f"Capaian {shown} persen: {sebutan}."
    return BarisGrafik(nama, shown, sebutan, bar(id, nama, capaian, said, hasil.aturan))
