"""What the names in a formula are called by people."""

from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.hasil import Hasil
from ikicli.definisi.nouns import Indikator, Kantor, SatuanTertulis, Variabel
from ikicli.rumus import Lalu, Nama, Rujukan
from ikicli.value import Value


class Istilah(Value):
    """A name in a formula: what it is called, its unit, and its variable (None: another indicator)."""

    daun: Nama | Rujukan | Lalu
    nama: str
    tertulis: SatuanTertulis | None
    variabel: Variabel | None

    @property
    def satuan(self) -> str:
        """The unit as its file writes it."""
        return self.tertulis.teks if self.tertulis else ""


def called(hasil: Hasil, indikator: Indikator) -> dict[str, Istilah]:
    """The names in an indicator's formula by their `kunci`, in the order they are written."""
    return called_in(hasil.kantor, indikator, f"tahun {hasil.sampai.tahun - 1}")


def called_in(kantor: Kantor, indikator: Indikator, sebelumnya: str) -> dict[str, Istilah]:
    """The names in an indicator's formula, of no result; `sebelumnya` is what the year before is called."""
    leaves = indikator.formula.daun if indikator.formula else ()
    return {leaf.kunci: _called(kantor, indikator, leaf, sebelumnya) for leaf in leaves}


def _called(kantor: Kantor, indikator: Indikator, leaf: Nama | Rujukan | Lalu, sebelumnya: str) -> Istilah:
    if isinstance(leaf, Rujukan):
        jabatan, other = referred(kantor, leaf)
        return Istilah(leaf, f"{sisipan(other.nama)} ({sisipan(jabatan)})", other.satuan, None)
    variabel = indikator.variabel.get(leaf.nama) or kantor.variabel_bersama()[leaf.nama]
    name = f"{variabel.nama} {sebelumnya}" if isinstance(leaf, Lalu) else variabel.nama
    return Istilah(leaf, name, variabel.satuan, variabel)


def referred(kantor: Kantor, leaf: Rujukan) -> tuple[str, Indikator]:
    """The indicator that a formula refers to, and the name of its jabatan."""
    jabatan = kantor.cari_jabatan()[leaf.jabatan]
    return jabatan.nama, next(each for each in jabatan.indikator() if each.id == leaf.indikator)
