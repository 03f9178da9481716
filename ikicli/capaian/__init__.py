"""From definitions and rows to results: targets, realisasi, capaian, predikat, means, and why a number is lacking."""

from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan, Keadaan, Masukan
from ikicli.capaian.hitung import Computed, compute
from ikicli.capaian.ukur import Terukur, measure, measure_each

__all__ = [
    "Computed",
    "Hasil",
    "HasilIndikator",
    "HasilJabatan",
    "Keadaan",
    "Masukan",
    "Terukur",
    "compute",
    "measure",
    "measure_each",
]
