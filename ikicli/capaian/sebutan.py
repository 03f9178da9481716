"""What is said of a number: missing, incomplete, not what it seems, where agreed; on screens and in documents alike."""

from collections.abc import Iterable, Iterator
from datetime import date

from ikicli.capaian.arah_teks import isolated, sisipan
from ikicli.capaian.hasil import Cakupan, Hasil, HasilIndikator, HasilJabatan, Keadaan
from ikicli.capaian.istilah import called
from ikicli.capaian.tulisan import angka, angka_atau, bersatuan, deretan, rentang_bulan, satuan, target
from ikicli.realisasi.periode import tanggal
from ikicli.rumus import Tiada

KEADAAN = {
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.BELUM_ADA_TARGET: "belum ada target",
    Keadaan.BELUM_ADA_DATA: "belum ada data",
    Keadaan.PEMBAGI_NOL: "pembagi nol",
    Keadaan.TIDAK_DIHITUNG: "tidak dihitung",
    Keadaan.DIHITUNG: "dihitung",
}


KEPUTUSAN = "ditetapkan keputusan sendiri"
"""Where a target was agreed that no Perjanjian Kinerja sets."""


def agreement(tahun: int | None, perubahan: date | None = None, example: str = "") -> str:
    """The paper in which a target was agreed: the Perjanjian Kinerja of a year, its change of a day, else the decree.

    `example` stands behind what the paper is called.
    """
    if tahun is None:
        return KEPUTUSAN
    if perubahan is None:
        return f"Perjanjian Kinerja {tahun}{example}"
    return f"Perjanjian Kinerja Perubahan{example} {tanggal(perubahan)}"


def label(part: Hasil | HasilJabatan | HasilIndikator) -> str:
    """The predikat, or in a word why there is none."""
    if part.predikat:
        return part.predikat
    if isinstance(part, HasilIndikator):
        return KEADAAN[part.keadaan]
    return KEADAAN[Keadaan.DIHITUNG] if part.capaian is not None else "belum ada capaian"


def is_mixed(jabatan: Iterable[HasilJabatan]) -> bool:
    """Whether illustrative numbers stand beside real ones, so that each must say so for itself."""
    each = (one for part in jabatan for one in part.indikator)
    return len({one.contoh for one in each if one.target or one.realisasi is not None}) > 1


CONTOH = "ANGKA CONTOH: target atau realisasinya ilustrasi, bukan angka resmi."


def contoh_notice(hasil: Hasil) -> str | None:
    """That figures are illustrative, where any is."""
    if not hasil.contoh:
        return None
    if is_mixed(hasil.jabatan):
        count = sum(one.contoh for one in hasil.indikator())
        return f"ANGKA CONTOH: {count} indikator memakai target atau realisasi ilustrasi, bukan angka resmi."
    return CONTOH


def notes(hasil: Hasil, one: HasilIndikator, *, mixed: bool) -> Iterator[str]:
    """What is to be known beside a figure; that it is illustrative, only where others are not (`mixed`)."""
    cakupan = one.cakupan
    if one.realisasi is not None and cakupan and not cakupan.lengkap:
        yield _covered(cakupan)
    if hasil.is_against_whole_year(one):
        yield "target setahun"
    if one.nol_terlewati:
        yield "target nol terlewati"
    if mixed and one.contoh:
        yield "angka contoh"


def _covered(cakupan: Cakupan) -> str:
    return f"data {cakupan.ada} dari {cakupan.dari} bulan"


def caveats(hasil: Hasil, jabatan: Iterable[HasilJabatan]) -> Iterator[str]:
    """What must not hide in a mean: figures that may still change, or that stand against more than their span."""
    each = [one for part in jabatan for one in part.indikator]
    partial = sum(one.is_provisional for one in each)
    if partial:
        yield f"{partial} indikator memakai data yang belum lengkap; capaiannya sementara."
    whole = sum(hasil.is_against_whole_year(one) for one in each)
    if whole:
        yield f"{whole} indikator dibandingkan dengan target setahun; target tidak dibagi menurut periode."


def remarks(hasil: Hasil) -> Iterator[str]:
    """What is to be read beside the office's figure: zeros missed, caveats, the year before."""
    missed = [f"{one.jabatan}.{one.indikator.id}" for one in hasil.indikator() if one.nol_terlewati]
    if missed:
        yield f"Target nol terlewati, dihitung menurut aturan: {', '.join(missed)}."
    yield from caveats(hasil, hasil.jabatan)
    before = mean_of_year_before(hasil)
    if before:
        yield f"Tahun lalu, {before}"


def year_before(hasil: Hasil, one: HasilIndikator) -> str | None:
    """What an indicator reached a year earlier, in a phrase; None where that is not known."""
    before = hasil.year_before(one)
    if before is None or hasil.tahun_lalu is None:
        return None
    digit = hasil.tahun_lalu.hasil.aturan.digit
    said = [f"tahun lalu {bersatuan(angka_atau(before.realisasi, digit), satuan(one.indikator))}"]
    if before.capaian is not None:
        said.append(f"capaian {angka(before.capaian, digit)}")
    if before.cakupan and not before.cakupan.lengkap:
        said.append(_covered(before.cakupan))
    if before.contoh and not one.contoh:
        said.append("angka contoh")
    return ", ".join(said)


def about_year_before(tahun: int, example: str = "") -> str:
    """By what the figures of a year beside the next one's were computed; `example` stands behind the year."""
    return f"angka tahun {tahun}{example} pada rentang yang sama dihitung dengan definisi sekarang"


def gap_before(hasil: Hasil, one: HasilIndikator) -> Iterator[str]:
    """That the data of the year before do not cover the span."""
    before = hasil.year_before(one)
    if before and before.realisasi is not None and before.cakupan and not before.cakupan.lengkap:
        yield f"{hasil.sampai.tahun - 1}: {_covered(before.cakupan)}"


def mean_of_year_before(hasil: Hasil, jabatan: HasilJabatan | None = None) -> str | None:
    """The mean of a jabatan, or of the office, over the same span a year earlier; None where there is none."""
    if hasil.tahun_lalu is None:
        return None
    last = hasil.tahun_lalu.hasil
    mean = last if jabatan is None else hasil.mean_before(jabatan)
    if mean is None or mean.capaian is None:
        return None
    predikat = f" ({sisipan(mean.predikat)})" if mean.predikat else ""
    example = "; angka contoh" if mean.contoh else ""
    partial = "; " + " dan ".join(gaps) if (gaps := [*_gaps(mean)]) else ""
    figure = f"{angka(mean.capaian, last.aturan.digit)}{predikat}"
    return f"{rentang_bulan(last.sampai)}: {figure}, dihitung dengan definisi sekarang{partial}{example}."


def _gaps(mean: Hasil | HasilJabatan) -> Iterator[str]:
    """What a mean of the year before does not cover."""
    each = mean.indikator() if isinstance(mean, Hasil) else mean.indikator
    lacking = {"tanpa capaian": mean.kosong, "dari data yang tidak lengkap": sum(one.is_provisional for one in each)}
    return (f"{count} indikator {said}" for said, count in lacking.items() if count)


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
        case _:
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
