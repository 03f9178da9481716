"""The figures of a wide table: a column a period."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ikicli.realisasi.baca.blok import Blok
from ikicli.realisasi.baca.isi import Isi
from ikicli.realisasi.usulan import AngkaUsulan, Usulan, by_variable


def wide_figures(isi: Isi, blok: Blok) -> Iterator[Usulan]:
    """The figures of each row. Raises TooMany."""
    lembar, temuan = isi.lembar, isi.temuan
    columns = [(kolom, blok.waktu.of_column(kolom)) for kolom in blok.kepala.nilai]
    known = [(kolom.nomor, periode) for kolom, periode in columns if periode is not None]
    units = {kolom.nomor: kolom for kolom in blok.kepala.nilai if kolom.satuan}
    merged = _merged(isi, blok)
    for baris, kunci in blok.baris:
        row = lembar.baris[baris]
        if isi.too_long(blok.kepala, baris) or isi.other_unit(blok.kepala, baris, kunci):
            continue
        if blok.waktu.is_other_year(baris, row):
            continue
        figures = []
        for kolom, periode in known:
            if kolom in units and isi.is_figure(baris, kolom) and isi.other_title_unit(units[kolom], kunci):
                continue
            if (baris, kolom) in merged:
                said = "sel gabungan ini menutupi beberapa isian"
                temuan.report("IKI427", lembar.span(baris, kolom), said, "pisahkan selnya, lalu isi satu per satu")
                continue
            nilai = isi.figure(kunci, baris, kolom)
            if nilai is not None:
                figures.append(AngkaUsulan(kunci, periode, nilai, lembar.source, baris, kolom))
        yield from by_variable(_remarked(figures, *isi.remarks(blok.kepala, row)))


def _remarked(figures: list[AngkaUsulan], keterangan: str, bukti: str) -> list[AngkaUsulan]:
    """A row's figures; what is remarked of the row is said of its latest one, which the form was sent for."""
    if figures and (keterangan or bukti):
        at = max(range(len(figures)), key=lambda index: figures[index].periode.akhir)
        figures[at] = figures[at]._replace(keterangan=keterangan, bukti=bukti)
    return figures


def _merged(isi: Isi, blok: Blok) -> set[tuple[int, int]]:
    """The cells of figures that were merged over several figures."""
    columns, rows = [kolom.nomor for kolom in blok.kepala.nilai], blok.nomor
    wide = set()
    for each in isi.lembar.gabungan:
        over = [kolom for kolom in columns if each.kolom <= kolom <= each.kolom_akhir]
        down = rows[bisect_left(rows, each.baris) : bisect_right(rows, each.baris_akhir)]
        if over and down and len(over) * len(down) > 1 and isi.cell(each.baris, each.kolom).strip():
            wide.add((down[0], min(over)))
    return wide
