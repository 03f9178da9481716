"""From definitions and rows to results: targets of a span, realisasi, capaian, predikat, means, and why a number lacks."""

from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan, Keadaan, Masukan
from ikicli.capaian.hitung import Computed, compute

__all__ = ["Computed", "Hasil", "HasilIndikator", "HasilJabatan", "Keadaan", "Masukan", "compute"]
