"""The evaluation for the head of the office, on one page: who and what is behind, what is missing, what to do next."""

from collections.abc import Collection, Iterator, Sequence

from ikicli.capaian import Hasil, Keadaan
from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.sebutan import is_mixed, label, notes, year_before
from ikicli.capaian.status import BarisStatus
from ikicli.capaian.tertinggal import DATA_LENGKAP, TAK_TERTINGGAL, Tertinggal, behind, directions, gaps, not_yet_said
from ikicli.capaian.tren import trend
from ikicli.capaian.tulisan import (
    TANPA_NILAI,
    angka_atau,
    bersatuan,
    capitalized,
    deretan,
    rentang_bulan,
    satuan,
    sebutan_rentang,
    target,
)
from ikicli.laporan.bahan import kepala, kinerja, ringkasan
from ikicli.laporan.bahan.asal import origin
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.datar import Daftar, TabelDatar, shortened
from ikicli.laporan.bahan.naskah import Bagian, Keterangan, Naskah, appendices
from ikicli.laporan.bahan.peta import heat_map, short_names
from ikicli.laporan.bahan.sasaran import BarisSel, Kolom
from ikicli.realisasi.catatan import Catatan

JENIS = "evaluasi"
JUDUL = "Evaluasi Kinerja"
_TERENDAH, _BUTIR, _JABATAN, _LANGKAH = 5, 4, 20, 3
"""How much fits on the page: indicators that are behind, points of a list, jabatan in the grid, plans."""


def papers(bekal: Bekal, jabatan: Collection[str] | None) -> Iterator[Naskah]:  # noqa: ARG001 - it is the office's
    """The one sheet of the office."""
    hasil, catatan = bekal.hasil[-1], bekal.catatan
    late, lacking = behind(hasil), gaps(hasil)
    yield Naskah(
        nama=f"{JENIS}-{hasil.sampai.teks}",
        judul=JUDUL,
        perihal=kepala.office(hasil.kantor).unit,
        periode=sebutan_rentang(hasil.sampai),
        kepala=kepala.letterhead(kepala.office(hasil.kantor)),
        contoh=kinerja.warning(hasil, catatan, hasil.jabatan),
        bagian=(
            Bagian("Ringkasan", "ringkasan", _summary(hasil)),
            Bagian("Yang tertinggal, terendah lebih dahulu", "datar", _late(hasil, late, _TERENDAH)),
            Bagian("Capaian setiap jabatan menurut periode", "peta", heat_map(bekal.hasil, _JABATAN)),
            Bagian("Data yang belum ada", "daftar", _lacking(hasil, lacking, _BUTIR)),
            Bagian("Langkah berikutnya", "daftar", Daftar(tuple(_steps(hasil, catatan, late, lacking)), _NO_STEPS)),
        ),
        pengesahan=None,
        lampiran=appendices(
            Bagian("Capaian Setiap Jabatan", "datar", heat_map(bekal.hasil, len(hasil.jabatan)).tabel),
            Bagian("Semua Indikator yang Tertinggal", "datar", _late(hasil, late, len(late))),
            Bagian("Semua Data yang Belum Ada", "daftar", _lacking(hasil, lacking, len(lacking))),
            Bagian("Asal Angka", "keterangan", _origins(hasil)),
            *kinerja.references(hasil, catatan, hasil.jabatan),
        ),
        sehalaman=True,
    )


_NO_STEPS = "Tidak ada yang mendesak menurut data yang ada."


def _summary(hasil: Hasil) -> ringkasan.Ringkasan:
    """The office's figure, with what must not hide in it, and which way things went."""
    whole, went = ringkasan.of_office(hasil), directions(hasil)
    said = ", ".join(f"{count} {each.value}" for each, count in went.items())
    compared = (f"Dibandingkan dengan {hasil.sampai.tahun - 1}: {said}.",) if went else ()
    return whole._replace(catatan=(*shortened(whole.catatan, _BUTIR), *compared))


def _late(hasil: Hasil, late: Sequence[Tertinggal], most: int) -> TabelDatar:
    mixed, names = is_mixed(hasil.jabatan), short_names(hasil)
    columns = (Kolom("Target"), Kolom("Realisasi"), Kolom("Capaian %"), Kolom("Keterangan", angka=False))
    return TabelDatar(
        keterangan=f"Indikator dengan capaian di bawah 100 persen, {rentang_bulan(hasil.sampai)}",
        nama="Indikator",
        kolom=columns if late else (),
        baris=tuple(
            _late_row(hasil, each, str(number), names[each.jabatan.jabatan.id], mixed=mixed)
            for number, each in enumerate(late[:most], start=1)
        ),
        catatan=tuple(_beside_the_late(hasil, late, most)),
    )


def _late_row(hasil: Hasil, each: Tertinggal, number: str, name: str, *, mixed: bool) -> BarisSel:
    one, digit = each.hasil, hasil.aturan.digit
    cells = (
        target(one.target) if one.target else TANPA_NILAI,
        bersatuan(angka_atau(one.realisasi, digit), satuan(one.indikator)),
        angka_atau(one.capaian, digit),
        capitalized(label(one)),
    )
    went, before = trend(hasil, one), year_before(hasil, one)
    past = f"{went.value}; {before}" if went and before else before
    return BarisSel(
        number, one.indikator.nama, name, cells, (*notes(hasil, one, mixed=mixed), *([past] if past else []))
    )


def _beside_the_late(hasil: Hasil, late: Sequence[Tertinggal], most: int) -> Iterator[str]:
    if not late:
        yield TAK_TERTINGGAL
    if len(late) > most:
        yield f"{len(late) - most} indikator lain yang tertinggal ada di Lampiran 2."
    yield from not_yet_said(hasil)


def _lacking(hasil: Hasil, lacking: Sequence[BarisStatus], most: int) -> Daftar:
    names = short_names(hasil)
    said = tuple(f"{sisipan(names.get(row.id, row.nama))}: {_what(row)}." for row in lacking)
    return Daftar(shortened(said, most), DATA_LENGKAP)


def _what(row: BarisStatus) -> str:
    """The variables that lack values, and of how many periods."""
    return "; ".join(f"{sisipan(each.variabel.nama)} ({len(each.periode)} periode)" for each in row.diminta)


def _steps(hasil: Hasil, catatan: Catatan, late: Sequence[Tertinggal], lacking: Sequence[BarisStatus]) -> Iterator[str]:
    """What to do next: what was planned for the lowest, and what the gaps call for."""
    names = short_names(hasil)
    for each in late[:_LANGKAH]:
        yield _planned(hasil, catatan, each, names[each.jabatan.jabatan.id])
    if lacking:
        asked = [sisipan(names.get(row.id, row.nama)) for row in lacking]
        yield f"Meminta data yang belum ada kepada {_some(asked)}."
    without = [sisipan(each.indikator.nama) for each in hasil.indikator() if each.keadaan is Keadaan.BELUM_ADA_TARGET]
    if without:
        yield f"Menetapkan target: {_some(without)}."
    unusable = {Keadaan.PEMBAGI_NOL, Keadaan.TIDAK_DIHITUNG}
    strange = [sisipan(each.indikator.nama) for each in hasil.indikator() if each.keadaan in unusable]
    if strange:
        yield f"Memeriksa target dan data yang tidak memberi capaian: {_some(strange)}."


def _planned(hasil: Hasil, catatan: Catatan, late: Tertinggal, name: str) -> str:
    one = late.hasil
    found = catatan.latest(one.jabatan, one.indikator.id, hasil.sampai)
    whose = f"{sisipan(one.indikator.nama)} ({sisipan(name)})"
    if found is None or not found[1].tindak_lanjut:
        return f"{whose}: tindak lanjutnya belum ditulis dalam catatan; perlu disusun."
    when = "" if found[0].akhir == hasil.sampai.akhir else f" (ditulis untuk {found[0].sebutan})"
    return f"{whose}: {' '.join(map(sisipan, found[1].tindak_lanjut))}{when}."


def _some(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    left = len(names) - _LANGKAH
    return f"{', '.join(names[:_LANGKAH])} dan {left} lagi" if left > 0 else deretan(names)


def _origins(hasil: Hasil) -> tuple[Keterangan, ...]:
    names = kepala.told_apart([each.jabatan for each in hasil.jabatan])
    return tuple(
        Keterangan(name, tuple(origin(hasil, jabatan, each, str(at)) for at, each in enumerate(jabatan.indikator, 1)))
        for name, jabatan in zip(names, hasil.jabatan, strict=True)
    )
