"""Where the numbers of a document about the whole office stand: target, formula and rows of every indicator."""

from collections.abc import Iterator

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.jelaskan import Penjelasan, explain
from ikicli.laporan.bahan.naskah import Butir
from ikicli.laporan.bahan.perhitungan import places


def origin(hasil: Hasil, jabatan: HasilJabatan, one: HasilIndikator, number: str) -> Butir:
    """The places of one indicator's numbers, under its number in the document."""
    said = tuple(_places(explain(hasil, jabatan, one, {})))
    return Butir(f"{number}. {sisipan(one.indikator.nama)}", said)


def _places(explained: Penjelasan) -> Iterator[str]:
    if explained.target is not None:
        yield f"Target: {explained.target.letak.teks}."
    yield f"Formula: {explained.letak.teks}."
    rows = dict.fromkeys(place for bahan in explained.bahan for place in places(bahan))
    if rows:
        yield f"Realisasi: {'; '.join(rows)}."
    referred = [bahan.rujukan for bahan in explained.bahan if bahan.rujukan is not None]
    if referred:
        yield f"Hasil indikator lain: {', '.join(referred)}."
