"""How a number came about: the formula in words, what was put in and where that stands, the reading behind it."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan, Masukan
from ikicli.capaian.nama import Sebutan, called
from ikicli.capaian.sebutan import reason
from ikicli.capaian.tulisan import TANPA_NILAI, angka, angka_utuh, bersatuan, satuan, target
from ikicli.definisi.nouns import Agregasi, Indikator, Polaritas, Rentang, Variabel
from ikicli.laporan.bahan.acuan import form, limit_reached
from ikicli.laporan.bahan.berkas import path_of
from ikicli.laporan.bahan.lembar import Butir
from ikicli.realisasi import Isian
from ikicli.rumus import Tiada, rounded, write
from ikicli.rumus.write import in_words

ARAH = {
    Polaritas.NAIK: "naik (makin tinggi makin baik)",
    Polaritas.TURUN: "turun (makin rendah makin baik)",
    Polaritas.STABIL: "stabil (makin dekat ke target makin baik)",
}
_HUKUM = {
    Agregasi.JUMLAH: "jumlah",
    Agregasi.RATA: "rata-rata",
    Agregasi.TERAKHIR: "isian terakhir",
    Agregasi.MAKS: "tertinggi",
    Agregasi.MIN: "terendah",
}
_MARK = re.compile("\0([0-9]+)\0")


class Potongan(NamedTuple):
    """A piece of a formula in words: the name of a variable, or what stands between two."""

    teks: str
    variabel: bool


class BarisMasukan(NamedTuple):
    """A value that was put in: its name, the value, its unit, and the rows it was made of."""

    nama: str
    nilai: str
    satuan: str
    asal: str


class Perhitungan(NamedTuple):
    """The derivation of one indicator's numbers."""

    nomor: str
    indikator: str
    rumus: tuple[Potongan, ...]
    masukan: tuple[BarisMasukan, ...]
    butir: tuple[Butir, ...]


def derivations(hasil: Hasil, jabatan: HasilJabatan) -> tuple[Perhitungan, ...]:
    """How each indicator of a jabatan was computed, numbered as in the measurement table."""
    return tuple(_derivation(hasil, each, number) for number, each in enumerate(jabatan.indikator, start=1))


def _derivation(hasil: Hasil, each: HasilIndikator, number: int) -> Perhitungan:
    known = called(hasil, each.indikator)
    return Perhitungan(
        nomor=str(number),
        indikator=each.indikator.nama,
        rumus=tuple(_pieces(each.indikator, known)),
        masukan=tuple(_given(hasil, given, known[given.kunci]) for given in each.masukan),
        butir=tuple(_results(hasil, each)),
    )


def _pieces(indikator: Indikator, known: dict[str, Sebutan]) -> Iterator[Potongan]:
    """The formula cut at its names. Names are put in last, so that no name can pass for a part of the formula."""
    tree = indikator.formula.pohon if indikator.formula else None
    if tree is None:
        return
    keys = list(known)
    text = write(tree, in_words(lambda leaf: f"\0{keys.index(leaf.kunci)}\0"))
    for at, piece in enumerate(_MARK.split(text)):
        if at % 2:
            yield Potongan(known[keys[int(piece)]].nama, variabel=True)
        elif piece:
            yield Potongan(piece, variabel=False)


def _given(hasil: Hasil, given: Masukan, name: Sebutan) -> BarisMasukan:
    digit, value = hasil.aturan.digit, given.nilai
    if isinstance(value, Tiada):
        shown = TANPA_NILAI
    else:
        shown = angka(value, digit) + ("" if rounded(value, digit) == value else " (dibulatkan)")
    return BarisMasukan(name.nama, shown, name.satuan, _origin(hasil, given, name.variabel))


def _origin(hasil: Hasil, given: Masukan, variabel: Variabel | None) -> str:
    if variabel is None:
        return "hasil indikator itu"
    if variabel.tetapan is not None:
        return _constant(variabel.tetapan, hasil.sampai.akhir if variabel.agregasi is Agregasi.JUMLAH else 12)
    if not given.isian:
        return "belum ada data"
    places = "; ".join(_places(hasil, given.isian))
    return f"{_HUKUM[variabel.agregasi]} dari {places}" if len(given.isian) > 1 else places


def _constant(tetapan: Fraction, months: int) -> str:
    """A constant of the year, of which the months that have passed count."""
    return "tetapan" if months == 12 else f"tetapan {angka_utuh(tetapan)} setahun, dihitung {months} dari 12 bulan"


def _places(hasil: Hasil, isian: tuple[Isian, ...]) -> Iterator[str]:
    """The rows by file: `realisasi/2019/contoh.csv baris 2–13`."""
    rows = sorted((path_of(hasil, each.sumber), each.baris) for each in isian)
    for path, lines in groupby(rows, key=lambda row: row[0]):
        yield f"{path} baris {', '.join(_runs([line for _, line in lines]))}"


def _runs(lines: list[int]) -> Iterator[str]:
    """Line numbers, those that follow each other as one run."""
    for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
        numbers = [line for _, line in run]
        yield str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def _results(hasil: Hasil, each: HasilIndikator) -> Iterator[Butir]:
    indikator, digit = each.indikator, hasil.aturan.digit
    why = reason(hasil, each)
    if each.realisasi is not None:
        yield Butir("Realisasi", (bersatuan(angka(each.realisasi, digit), satuan(indikator)),))
    yield Butir("Capaian", (why or _achieved(hasil, each),))
    yield Butir("Polaritas", (ARAH[indikator.polaritas],))
    if "$" not in indikator.penjelasan:
        yield Butir("Penjelasan keputusan", (indikator.penjelasan,))
    yield Butir("Sumber data", indikator.sumber_data)
    if indikator.tafsir:
        yield Butir("Tafsir", (indikator.tafsir,))


def _achieved(hasil: Hasil, each: HasilIndikator) -> str:
    assert each.capaian is not None
    assert each.target is not None
    shown = f"{angka(each.capaian, hasil.aturan.digit)} persen"
    agreed = bersatuan(target(each.target), satuan(each.indikator))
    return f"{shown}; {_way(hasil, each, each.target, agreed)}{limit_reached(hasil.aturan, each.capaian)}"


def _way(hasil: Hasil, each: HasilIndikator, agreed: Rentang, text: str) -> str:
    """How the rule set came to a capaian: its form, or the appendix that says it."""
    if agreed.angka is None:
        return f"target {text} berupa rentang, lihat Aturan Penghitungan Capaian"
    if agreed.angka == 0:
        return f"target {text}, lihat ketentuan target nol pada Aturan Penghitungan Capaian"
    return f"{form(hasil.aturan, each.indikator.polaritas)}, dengan target {text}"
