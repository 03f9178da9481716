"""What the names in a formula are called by people."""

from typing import NamedTuple

from ikicli.capaian.arah import sisipan
from ikicli.capaian.hasil import Hasil
from ikicli.definisi.nouns import Indikator, Kantor, Variabel
from ikicli.rumus import Lalu, Nama, Rujukan, names


class Sebutan(NamedTuple):
    """A name in a formula: what it is called, its unit, and its variable (None: another indicator)."""

    nama: str
    satuan: str
    variabel: Variabel | None


def called(hasil: Hasil, indikator: Indikator) -> dict[str, Sebutan]:
    """The names in an indicator's formula by their `kunci`, in the order they are written."""
    tree = indikator.formula.pohon if indikator.formula else None
    return {leaf.kunci: _called(hasil, indikator, leaf) for leaf in names(tree)} if tree else {}


def _called(hasil: Hasil, indikator: Indikator, leaf: Nama | Rujukan | Lalu) -> Sebutan:
    if isinstance(leaf, Rujukan):
        jabatan, other = referred(hasil.kantor, leaf)
        unit = other.satuan.teks if other.satuan else ""
        return Sebutan(f"{sisipan(other.nama)} ({sisipan(jabatan)})", unit, None)
    variabel = indikator.variabel.get(leaf.nama) or hasil.kantor.variabel_bersama()[leaf.nama]
    name = f"{variabel.nama} tahun {hasil.sampai.tahun - 1}" if isinstance(leaf, Lalu) else variabel.nama
    return Sebutan(name, variabel.satuan.teks if variabel.satuan else "", variabel)


def referred(kantor: Kantor, leaf: Rujukan) -> tuple[str, Indikator]:
    """The indicator that a formula refers to, and the name of its jabatan."""
    jabatan = kantor.cari_jabatan()[leaf.jabatan]
    return jabatan.nama, next(each for each in jabatan.indikator() if each.id == leaf.indikator)
