"""How a number came about: the formula in words, what was put in and where that stands, the reading behind it."""

from collections.abc import Iterator
from itertools import groupby

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.jelaskan import Bahan, Penjelasan, Potongan, explain
from ikicli.capaian.jelaskan.cabang import Cabang
from ikicli.capaian.jelaskan.kata import ARAH, achieved, agreed, reached, stepwise
from ikicli.capaian.jelaskan.kata_bahan import origin
from ikicli.capaian.tulisan import TANPA_NILAI, angka, deretan_periode
from ikicli.laporan.bahan.naskah import Butir
from ikicli.rumus import Tiada, rounded
from ikicli.value import Value


class BarisMasukan(Value):
    """A value that was put in: its name, the value, its unit, and the rows it was made of."""

    nama: str
    nilai: str
    satuan: str
    asal: str


class Perhitungan(Value):
    """The derivation of one indicator's numbers; `nomor` is None where the document is about that one."""

    nomor: str | None
    indikator: str
    rumus: tuple[Potongan, ...]
    masukan: tuple[BarisMasukan, ...]
    butir: tuple[Butir, ...]


def derivations(hasil: Hasil, jabatan: HasilJabatan) -> tuple[Perhitungan, ...]:
    """How each indicator of a jabatan was computed, numbered as in the measurement table."""
    return tuple(
        derivation(hasil, jabatan, each, str(number)) for number, each in enumerate(jabatan.indikator, start=1)
    )


def derivation(hasil: Hasil, jabatan: HasilJabatan, one: HasilIndikator, number: str | None = None) -> Perhitungan:
    """How one indicator of a jabatan was computed, under its number in the document."""
    explained = explain(hasil, jabatan, one, {})
    return Perhitungan(
        nomor=number,
        indikator=explained.hasil.indikator.nama,
        rumus=explained.rumus,
        masukan=tuple(_given(hasil, each) for each in explained.bahan),
        butir=tuple(_results(hasil, explained)),
    )


def _given(hasil: Hasil, bahan: Bahan) -> BarisMasukan:
    digit, value = hasil.aturan.digit, bahan.nilai
    if isinstance(value, Tiada):
        shown = TANPA_NILAI
    else:
        shown = angka(value, digit) + ("" if rounded(value, digit) == value else " (dibulatkan)")
    return BarisMasukan(bahan.nama, shown, bahan.satuan, "; ".join(_origin(hasil, bahan)))


def _origin(hasil: Hasil, bahan: Bahan) -> Iterator[str]:
    """How a value was made, of which rows, and what is missing of it."""
    law = origin(hasil, bahan)
    if law:
        yield law
    yield from places(bahan)
    if bahan.isian and bahan.kurang:
        yield f"belum ada {deretan_periode(bahan.kurang.periode)}"


def places(bahan: Bahan) -> Iterator[str]:
    """The rows by file: `realisasi/2019/contoh.csv baris 2–13`."""
    rows = sorted(each.letak for each in bahan.isian)
    for path, lines in groupby(rows, key=lambda row: row.berkas):
        yield f"{path} baris {', '.join(_runs([line for _, line in lines]))}"


def _runs(lines: list[int]) -> Iterator[str]:
    """Line numbers, those that follow each other as one run."""
    for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
        numbers = [line for _, line in run]
        yield str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def _results(hasil: Hasil, explained: Penjelasan) -> Iterator[Butir]:
    indikator = explained.hasil.indikator
    for steps in stepwise(explained, hasil.aturan.digit):
        yield _point(steps)
    if explained.hasil.realisasi is not None:
        yield Butir("Realisasi", (reached(hasil, explained).isi,))
    yield _point(agreed(hasil, explained))
    yield _point(achieved(hasil, explained))
    yield Butir("Polaritas", (ARAH[indikator.polaritas],))
    if "$" not in indikator.penjelasan:
        yield Butir("Penjelasan keputusan", (indikator.penjelasan,))
    yield Butir("Sumber data", indikator.sumber_data)
    if indikator.tafsir:
        yield Butir("Tafsir", (indikator.tafsir,))


def _point(branch: Cabang) -> Butir:
    """A branch of the explanation as a point of the document."""
    return Butir(branch.nama, (branch.isi, *(each.teks for each in branch.anak)))
