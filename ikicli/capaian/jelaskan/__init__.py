"""Where a number comes from: one tree of nouns, down to the rows, that every face of an explanation shows."""

from ikicli.capaian.jelaskan.cabang import Cabang, Rupa
from ikicli.capaian.jelaskan.nouns import Bahan, Penjelasan, Potongan, Terjelaskan
from ikicli.capaian.jelaskan.susun import Jurnal, explain, explain_all, needed

__all__ = [
    "Bahan",
    "Cabang",
    "Jurnal",
    "Penjelasan",
    "Potongan",
    "Rupa",
    "Terjelaskan",
    "explain",
    "explain_all",
    "needed",
]
