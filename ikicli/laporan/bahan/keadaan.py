"""What a document says where a number is missing, incomplete, or not what it seems."""

from collections.abc import Iterator

from ikicli.capaian import Hasil, HasilIndikator, Keadaan
from ikicli.laporan.bahan.sebutan import called
from ikicli.laporan.bahan.tulisan import (
    angka,
    angka_atau,
    bersatuan,
    deretan,
    rentang_bulan,
    satuan,
    sisipan,
    target,
)
from ikicli.laporan.escape import isolated
from ikicli.rumus import Tiada

SEBUTAN = {
    Keadaan.TIDAK_BERLAKU: "Tidak berlaku",
    Keadaan.BELUM_ADA_TARGET: "Belum ada target",
    Keadaan.BELUM_ADA_DATA: "Belum ada data",
    Keadaan.PEMBAGI_NOL: "Pembagi nol",
    Keadaan.TIDAK_DIHITUNG: "Tidak dihitung",
    Keadaan.DIHITUNG: "Dihitung",
}


def label(hasil: HasilIndikator) -> str:
    """The predikat, or in a word why there is none."""
    return hasil.predikat or SEBUTAN[hasil.keadaan]


def remarks(hasil: HasilIndikator, *, mixed: bool) -> tuple[str, ...]:
    """What stands under the predikat: incomplete data, a missed zero, in a `mixed` document an illustrative number."""
    return tuple(_remarks(hasil, mixed=mixed))


def _remarks(hasil: HasilIndikator, *, mixed: bool) -> Iterator[str]:
    cakupan = hasil.cakupan
    if cakupan is not None and not cakupan.lengkap and hasil.realisasi is not None:
        yield f"data {cakupan.ada} dari {cakupan.dari} bulan"
    if hasil.nol_terlewati:
        yield "target nol terlewati"
    if mixed and hasil.contoh:
        yield "angka contoh"


def reason(hasil: Hasil, each: HasilIndikator) -> str | None:
    """Why an indicator has no capaian, in a sentence; None where it has one."""
    match each.keadaan:
        case Keadaan.TIDAK_BERLAKU:
            return f"Indikator ini tidak berlaku pada tahun {hasil.sampai.tahun}: {each.alasan}"
        case Keadaan.BELUM_ADA_TARGET:
            return _without_target(hasil, each)
        case Keadaan.BELUM_ADA_DATA:
            return f"Belum ada data {_missing(hasil, each)} untuk {rentang_bulan(hasil.sampai)}."
        case Keadaan.PEMBAGI_NOL:
            return "Menurut data yang masuk, pembagi dalam formulanya nol, sehingga realisasinya tidak dapat dihitung."
        case Keadaan.TIDAK_DIHITUNG:
            return _not_given(hasil, each)
        case Keadaan.DIHITUNG:
            return None


def _without_target(hasil: Hasil, each: HasilIndikator) -> str:
    said = f"Target tahun {hasil.sampai.tahun} belum ditetapkan."
    if each.target_tahun is not None:
        yearly = bersatuan(target(each.target_tahun), satuan(each.indikator))
        said = f"Rencana aksinya belum memuat target untuk {rentang_bulan(hasil.sampai)}; target setahun {yearly}."
    if each.realisasi is None:
        return said
    reached = bersatuan(angka(each.realisasi, hasil.aturan.digit), satuan(each.indikator))
    return f"{said} Realisasinya {reached}, tetapi capaiannya tidak dapat dihitung."


def _not_given(hasil: Hasil, each: HasilIndikator) -> str:
    reached = angka_atau(each.realisasi, hasil.aturan.digit)
    agreed = target(each.target) if each.target else "yang ada"
    rule = sisipan(hasil.aturan.isi.aturan)
    return f"Aturan {rule} tidak memberi capaian untuk target {agreed} dengan realisasi {reached}."


def _missing(hasil: Hasil, each: HasilIndikator) -> str:
    absent = {given.kunci for given in each.masukan if given.nilai is Tiada.KOSONG}
    known = called(hasil, each.indikator)
    return deretan([f"“{isolated(name.nama)}”" for key, name in known.items() if key in absent])
