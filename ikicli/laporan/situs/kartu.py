"""Jabatan and indicators at a glance."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from ikicli.capaian import HasilIndikator, HasilJabatan
from ikicli.capaian.golongan import golongan
from ikicli.capaian.sebutan import label, notes
from ikicli.capaian.tulisan import angka_atau, bersatuan, capitalized, satuan, target
from ikicli.laporan.bahan.tabel_kinerja import chart_row
from ikicli.laporan.situs.kerangka import Kerangka
from ikicli.laporan.situs.nouns import BagianSebaran, Kartu, KelompokKartu, Sekilas, Tautan
from ikicli.rumus import decimal_text


def at_a_glance(kerangka: Kerangka) -> Sekilas:
    """The jabatan of an office: how they are spread over the predikat, then each."""
    cards = tuple(of_jabatan(kerangka, each) for each in kerangka.last.jabatan)
    spread = tuple(_spread(kerangka))
    said = ", ".join(f"{each.jumlah} {each.nama}" for each in spread)
    return Sekilas(f"{len(cards)} jabatan: {said}.", spread, (KelompokKartu("", cards),))


def _spread(kerangka: Kerangka) -> Iterator[BagianSebaran]:
    """How many jabatan have each predikat, the highest first, then those without."""
    aturan = kerangka.last.aturan
    counts = Counter(label(each) for each in kerangka.last.jabatan)
    order = [*(band.nama for band in aturan.isi.predikat), *counts]
    total, start = sum(counts.values()), Fraction(0)
    for name in dict.fromkeys(order):
        if counts[name]:
            width = Fraction(counts[name] * 100, total)
            mark = golongan(name, aturan).value
            yield BagianSebaran(capitalized(name), mark, str(counts[name]), _percent(start), _percent(width))
            start += width


def _percent(part: Fraction) -> str:
    return f"{decimal_text(part, 3)}%"


def of_jabatan(kerangka: Kerangka, each: HasilJabatan) -> Kartu:
    """The card of a jabatan."""
    id = each.jabatan.id
    way, code = kerangka.way_to(id), id if kerangka.nama[id].endswith(f"({id})") else None
    applicable = each.dihitung + each.kosong
    counted = f"{each.dihitung} dari {applicable} indikator dihitung" if applicable else "tanpa indikator yang berlaku"
    named = way._replace(teks=kerangka.nama[id].removesuffix(f" ({id})"))
    return _card(kerangka, named, each, capitalized(label(each)), (counted,))._replace(kode=code)


def by_sasaran(kerangka: Kerangka, jabatan: HasilJabatan) -> tuple[KelompokKartu, ...]:
    """The indicators of a jabatan under the sasaran that they measure."""
    return tuple(
        KelompokKartu(name, tuple(_of_indikator(kerangka, each) for each in group))
        for name, group in groupby(jabatan.indikator, key=lambda each: each.sasaran)
    )


def _of_indikator(kerangka: Kerangka, each: HasilIndikator) -> Kartu:
    hasil = kerangka.last
    reached = bersatuan(angka_atau(each.realisasi, hasil.aturan.digit), satuan(each.indikator))
    agreed = f"target {target(each.target)}, " if each.target else ""
    said = () if each.target is None and each.realisasi is None else (f"{agreed}realisasi {reached}",)
    remarks = (*said, *notes(hasil, each, mixed=kerangka.mixed))
    way = kerangka.way_to_indikator(f"{each.jabatan}.{each.indikator.id}")
    return _card(kerangka, way, each, capitalized(label(each)), remarks)


def _card(
    kerangka: Kerangka, way: Tautan, part: HasilJabatan | HasilIndikator, sebutan: str, catatan: tuple[str, ...]
) -> Kartu:
    row = chart_row(kerangka.last, _id(way), f"Capaian {way.teks}", part.capaian, sebutan)
    mark = golongan(part.predikat, kerangka.last.aturan).value
    return Kartu(way, None, mark, row.nilai, sebutan, row.batang, catatan)


def _id(way: Tautan) -> str:
    """A name for the drawing of a card, as no other on its page has."""
    return (way.alamat or "").removesuffix(".html").replace("/", "-").replace(".", "-")
