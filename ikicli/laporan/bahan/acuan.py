"""The rule set of a result, said in words: its forms, bounds, treatment of zero, scale, and what it rests on."""

from collections.abc import Iterator
from fractions import Fraction

from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.jelaskan.kata import bounds, in_form
from ikicli.capaian.tulisan import angka_utuh
from ikicli.definisi.nouns import Aturan, Dasar, Polaritas
from ikicli.laporan.bahan.naskah import Butir
from ikicli.value import Value


class Acuan(Value):
    """A rule set: its name, what it says, and the citations under it."""

    nama: str
    butir: tuple[Butir, ...]
    dasar: tuple[Butir, ...]


def reference(aturan: Aturan) -> Acuan:
    """A rule set as its appendix."""
    return Acuan(
        nama=aturan.isi.aturan,
        butir=(
            *_forms(aturan),
            Butir("Batas capaian", (bounds(aturan),)),
            *_zero(aturan),
            _rounding(aturan),
            *_scale(aturan),
        ),
        dasar=tuple(_citation(each) for each in aturan.isi.dasar),
    )


def _forms(aturan: Aturan) -> Iterator[Butir]:
    for polaritas in (Polaritas.NAIK, Polaritas.TURUN, Polaritas.STABIL):
        said = in_form(aturan, polaritas)
        if said:
            yield Butir(f"Capaian indikator {polaritas.value}", (said,))
    yield Butir("Target berupa rentang", ("di dalamnya 100; di luarnya bentuk di atas terhadap batas yang terlewati",))


def _zero(aturan: Aturan) -> Iterator[Butir]:
    zero = aturan.isi.target_nol
    if zero is None:
        return
    cases = (
        ("indikator naik", zero.naik),
        ("indikator turun dengan realisasi nol", zero.turun_nol),
        ("indikator turun dengan realisasi di atas nol", zero.turun_lebih),
        ("indikator stabil", zero.stabil),
    )
    yield Butir("Target nol", tuple(f"{case}: {_counted(value)}" for case, value in cases))


def _counted(value: Fraction | None) -> str:
    return "tidak dihitung" if value is None else f"dihitung {angka_utuh(value)}"


def _rounding(aturan: Aturan) -> Butir:
    digits = aturan.digit
    decimals = f"{digits} angka di belakang koma" if digits else "bilangan bulat"
    said = f"{decimals}, setengah dibulatkan menjauhi nol, satu kali pada angka yang ditampilkan"
    return Butir("Pembulatan", (said,))


def _scale(aturan: Aturan) -> Iterator[Butir]:
    bands = [
        f"{sisipan(band.nama)} mulai {angka_utuh(band.dari)}" for band in aturan.isi.predikat if band.dari is not None
    ]
    said = f"{'; '.join(bands)}; dibaca dari angka yang ditampilkan" if bands else "aturan ini tidak memuat predikat"
    yield Butir("Predikat", (said,))


def _citation(dasar: Dasar) -> Butir:
    """A citation with its mark in words: nobody is to take second-hand knowledge for the text itself."""
    if dasar.dibaca:
        return Butir(dasar.dibaca, ("naskahnya dibaca langsung",))
    return Butir(dasar.kutipan or "", ("diketahui dari kutipan, naskahnya tidak dibaca langsung",))
