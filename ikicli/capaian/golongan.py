"""How good a figure is in three steps, for colours and marks; the predikat beside it always says the same in words."""

from enum import Enum

from ikicli.definisi.nouns import Aturan


class Golongan(Enum):
    """The third of a rule set's bands in which a predikat lies; TANPA where there is no predikat."""

    ATAS = "atas"
    TENGAH = "tengah"
    BAWAH = "bawah"
    TANPA = "tanpa"


def golongan(predikat: str | None, aturan: Aturan) -> Golongan:
    """The third in which a predikat lies."""
    bands = [band.nama for band in aturan.isi.predikat]
    if predikat not in bands:
        return Golongan.TANPA
    from_top, from_bottom = bands.index(predikat), len(bands) - 1 - bands.index(predikat)
    if from_top * 3 < len(bands):
        return Golongan.ATAS
    return Golongan.BAWAH if from_bottom * 3 < len(bands) else Golongan.TENGAH
