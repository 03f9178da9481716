"""The figure at the head of a document: a mean, what it is the mean of, and what must be known beside it."""

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan, Keadaan
from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.sebutan import caveats, mean_of_year_before
from ikicli.capaian.tulisan import TANPA_NILAI, angka, angka_atau, bersatuan, satuan, target
from ikicli.laporan.bahan.naskah import Butir
from ikicli.value import Value


class Ringkasan(Value):
    """A mean: the figure and its predikat (None: there is none), what it is the mean of, the counts, and remarks."""

    capaian: str | None
    predikat: str | None
    penjelasan: str
    hitungan: tuple[Butir, ...]
    catatan: tuple[str, ...]


def of_jabatan(hasil: Hasil, jabatan: HasilJabatan) -> Ringkasan:
    """The mean of a jabatan's indicators."""
    weighted = any(each.indikator.bobot is not None for each in jabatan.indikator)
    kind = "Rata-rata tertimbang menurut bobot" if weighted else "Rata-rata"
    said = f"{kind} capaian {jabatan.dihitung} indikator yang dihitung."
    return Ringkasan(
        capaian=None if jabatan.capaian is None else angka(jabatan.capaian, hasil.aturan.digit),
        predikat=jabatan.predikat,
        penjelasan=said if jabatan.dihitung else "Belum satu pun indikator dapat dihitung.",
        hitungan=_counts(jabatan.dihitung, jabatan.kosong, jabatan.indikator),
        catatan=(*_remarks(hasil, (jabatan,), named=False), *_before(mean_of_year_before(hasil, jabatan))),
    )


def of_office(hasil: Hasil) -> Ringkasan:
    """The mean of the jabatan."""
    counted = sum(each.capaian is not None for each in hasil.jabatan)
    said = f"Rata-rata capaian {counted} dari {len(hasil.jabatan)} jabatan."
    return Ringkasan(
        capaian=None if hasil.capaian is None else angka(hasil.capaian, hasil.aturan.digit),
        predikat=hasil.predikat,
        penjelasan=said if counted else "Belum satu pun jabatan mempunyai capaian.",
        hitungan=_counts(hasil.dihitung, hasil.kosong, tuple(hasil.indikator())),
        catatan=(*_remarks(hasil, hasil.jabatan, named=True), *_before(mean_of_year_before(hasil))),
    )


def _counts(counted: int, lacking: int, each: tuple[HasilIndikator, ...]) -> tuple[Butir, ...]:
    inapplicable = sum(hasil.keadaan is Keadaan.TIDAK_BERLAKU for hasil in each)
    return (
        Butir("Indikator dihitung", (str(counted),)),
        Butir("Belum ada capaian", (str(lacking),)),
        Butir("Tidak berlaku", (str(inapplicable),)),
    )


def _remarks(hasil: Hasil, jabatan: tuple[HasilJabatan, ...], *, named: bool) -> tuple[str, ...]:
    """What must not hide in a mean. A missed zero counts in the mean as its rule set says, and is named here."""
    lacking = sum(each.kosong for each in jabatan)
    left_out = f"{lacking} indikator belum mempunyai capaian; tidak ikut dalam rata-rata, juga tidak sebagai nol."
    missed = [(one, each) for one in jabatan for each in one.indikator if each.nol_terlewati]
    return (
        *(_missed(hasil, each, one.jabatan.nama if named else None) for one, each in missed),
        *([left_out] if lacking else []),
        *caveats(hasil, jabatan),
    )


def _before(said: str | None) -> tuple[str, ...]:
    return (f"Tahun lalu, {said}",) if said else ()


def _missed(hasil: Hasil, each: HasilIndikator, jabatan: str | None) -> str:
    digit = hasil.aturan.digit
    agreed = target(each.target) if each.target else TANPA_NILAI
    reached = bersatuan(angka_atau(each.realisasi, digit), satuan(each.indikator))
    whose = f" ({sisipan(jabatan)})" if jabatan else ""
    name, counted = f"{sisipan(each.indikator.nama)}{whose}", angka_atau(each.capaian, digit)
    return f"Target nol terlewati: {name}, target {agreed}, realisasi {reached}; dihitung {counted}."
