"""Who and what is behind: indicators below their target, worst first, and what is missing to say so of the others."""

from collections.abc import Iterator
from datetime import date, timedelta

from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.status import BarisStatus, status
from ikicli.capaian.tren import Tren, trend
from ikicli.definisi.nouns import Polaritas
from ikicli.value import Value

TAK_TERTINGGAL = "Tidak ada yang tertinggal di antara indikator yang sudah dapat dinilai."
DATA_LENGKAP = "Semua data yang diminta untuk rentang ini sudah ada."


class Tertinggal(Value):
    """An indicator that has not reached its target, and its jabatan."""

    jabatan: HasilJabatan
    hasil: HasilIndikator


def behind(hasil: Hasil) -> tuple[Tertinggal, ...]:
    """The indicators whose capaian is below 100, the lowest first.

    Within the year, those that stand against the year's target are left out: they say nothing of a delay. Not so where
    less is better: what is above the year's target already is behind.
    """
    found = [Tertinggal(jabatan, each) for jabatan, each in _every(hasil) if _is_behind(hasil, each)]
    return tuple(sorted(found, key=lambda each: each.hasil.capaian or 0))


def not_yet_said(hasil: Hasil) -> Iterator[str]:
    """How many are below the year's target within the year, of which nothing can be said yet; a sentence or none."""
    below = (each for each in hasil.indikator() if each.capaian is not None and each.capaian < 100)
    count = sum(not _is_behind(hasil, each) for each in below)
    if count:
        yield f"{count} indikator masih di bawah target setahunnya; belum dapat dikatakan tertinggal."


def _every(hasil: Hasil) -> Iterator[tuple[HasilJabatan, HasilIndikator]]:
    return ((jabatan, each) for jabatan in hasil.jabatan for each in jabatan.indikator)


def _is_behind(hasil: Hasil, each: HasilIndikator) -> bool:
    if each.capaian is None or each.capaian >= 100:
        return False
    return each.indikator.polaritas is Polaritas.TURUN or not hasil.is_against_whole_year(each)


def directions(hasil: Hasil) -> dict[Tren, int]:
    """How many indicators went which way since last year; empty where nothing can be compared."""
    went = [each for one in hasil.indikator() if (each := trend(hasil, one))]
    return {each: went.count(each) for each in Tren} if went else {}


def gaps(hasil: Hasil) -> tuple[BarisStatus, ...]:
    """Of which jabatan values are missing when the span has ended, the longest first; of a measured year."""
    assert hasil.realisasi is not None
    sampai = hasil.sampai
    after = date(sampai.tahun, sampai.akhir, 28) + timedelta(days=4)
    return status(hasil.kantor, hasil.realisasi, sampai, after).urgent()
