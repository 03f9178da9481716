"""A row of a published table as read, its readings, and why it may have none."""

from collections.abc import Iterator, Sequence
from itertools import product

from ikicli.definisi.nouns import Polaritas, Rentang
from ikicli.telaah.audit.sel import Isi, IsiTarget
from ikicli.telaah.audit.selang import Bilangan
from ikicli.value import Value


class Terbaca(Value):
    """A row as read."""

    nomor: int
    label: str
    indikator: str
    polaritas: Polaritas
    target: IsiTarget
    realisasi: Isi
    capaian: Isi
    bobot: Isi
    nilai: Isi
    predikat: str
    no: str
    terlalu_panjang: bool

    @property
    def berangka(self) -> bool:
        """Whether anything stands in its columns of target and realisasi."""
        return bool(self.target.teks or self.realisasi.teks)


def readings(row: Terbaca) -> Iterator[tuple[Rentang, Bilangan, Bilangan]]:
    """The readings of a row's cells, the likeliest first; at last a share beside a percentage (0,96 beside 95%)."""
    yield from product(row.target.target, row.realisasi.angka, row.capaian.angka)
    units = (row.target.satuan, row.realisasi.satuan)
    if units == ("persen", ""):
        shares = [Bilangan(each.nilai * 100, each.digit - 2) for each in row.realisasi.angka if abs(each.nilai) <= 2]
        yield from product(row.target.target, shares, row.capaian.angka)
    elif units == ("", "persen"):
        parts = [Bilangan(each.nilai / 100, each.digit + 2) for each in row.realisasi.angka]
        low = [each for each in row.target.target if each.atas is not None and abs(each.atas) <= 2]
        yield from product(low, parts, row.capaian.angka)


def reason_against(row: Terbaca) -> str:
    """Why a row cannot be recomputed; empty where it can."""
    if row.terlalu_panjang:
        return "baris ini berisi lebih banyak kolom dari judulnya; mungkin koma desimal terbaca sebagai pemisah kolom"
    named: Sequence[tuple[str, IsiTarget | Isi]] = (
        ("target", row.target),
        ("realisasi", row.realisasi),
        ("capaian", row.capaian),
    )
    if row.target.satuan and row.realisasi.satuan and row.target.satuan != row.realisasi.satuan:
        return f"target dalam {row.target.satuan[:40]}, realisasi dalam {row.realisasi.satuan[:40]}"
    empty = [name for name, isi in named if isi.alasan == "kosong"]
    if len(empty) == len(named):
        return "baris ini tidak berangka"
    reasons = [f"{name} kosong" for name in empty]
    reasons += [f"{name} {isi.alasan}" for name, isi in named if isi.alasan and isi.alasan != "kosong"]
    return "; ".join(reasons)
