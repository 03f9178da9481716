"""From definitions and rows to results: targets, realisasi, capaian, predikat, means, and why a number is lacking."""

from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan, Keadaan, Masukan
from ikicli.capaian.hitung import Computed, compute

__all__ = ["Computed", "Hasil", "HasilIndikator", "HasilJabatan", "Keadaan", "Masukan", "compute"]
