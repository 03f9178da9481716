"""What all pages of a site are made of: results through each period, the cascade, names, addresses."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from ikicli.capaian import Hasil, HasilJabatan
from ikicli.capaian.jenjang import Jenjang, Pendukung, cascade
from ikicli.capaian.sebutan import is_mixed
from ikicli.capaian.tulisan import sebutan_rentang
from ikicli.laporan.bahan import contoh, kepala
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.berkas import sources_through
from ikicli.laporan.bahan.naskah import Bagian
from ikicli.laporan.bahan.peta import short_names
from ikicli.laporan.situs.nouns import BERANDA, JENJANG, Halaman, Tautan
from ikicli.realisasi.catatan import Catatan
from ikicli.value import Value

Parts: TypeAlias = Sequence[HasilJabatan]
"""Some jabatan of an office, or one with some of its indicators, over a span."""

_MENU = (Tautan("Beranda", BERANDA), Tautan("Jenjang kinerja", JENJANG))


def page_of_jabatan(id: str) -> str:
    """Where the page of a jabatan stands."""
    return f"jabatan/{id}.html"


def page_of_indikator(nama: str) -> str:
    """Where the page of an indicator stands, which others refer to as `jabatan.indikator`."""
    return f"indikator/{nama}.html"


class Kerangka(Value):
    """An office's results through each period of the year, the last one of the span that is spoken of.

    By the id of a jabatan, `jabatan` has its results through each period and `nama` what it is called; by
    `jabatan.indikator`, `pendukung` has an indicator's place in the cascade; `alamat` has the pages of both.
    `bawahan` are the ids of those right under one.
    `mixed`: some numbers are illustrative and others are not.
    """

    hasil: tuple[Hasil, ...]
    catatan: Catatan
    jenjang: Jenjang
    jabatan: Mapping[str, tuple[HasilJabatan, ...]]
    nama: Mapping[str, str]
    pendukung: Mapping[str, Pendukung]
    alamat: Mapping[str, str]
    bawahan: Mapping[str, Sequence[str]]
    mixed: bool

    @property
    def last(self) -> Hasil:
        """The results of the span that is spoken of."""
        return self.hasil[-1]

    def way_to(self, id: str) -> Tautan:
        """The way to the page of a jabatan, or of the office where `id` is its head."""
        head = self.jenjang.pimpinan
        return Tautan(head.jabatan, BERANDA) if id == head.id else Tautan(self.nama[id], self.alamat[id])

    def way_to_indikator(self, nama: str) -> Tautan:
        """The way to the page of an indicator."""
        return Tautan(self.pendukung[nama].indikator.nama, self.alamat[nama])

    def trail(self, id: str) -> tuple[Tautan, ...]:
        """The pages above that of a jabatan, from the first one down."""
        found, above = [], self.jabatan[id][-1].jabatan.isi.atasan
        while above in self.jabatan:
            found.append(self.way_to(above))
            above = self.jabatan[above][-1].jabatan.isi.atasan
        return _MENU[0], *reversed(found)

    def page(self, alamat: str, judul: str, perihal: str, bagian: Sequence[Bagian], isi: Sequence[Parts]) -> Halaman:
        """A page with what all pages bear; `isi` are those whose numbers stand on it, through each period."""
        return Halaman(
            alamat=alamat,
            akar="../" * alamat.count("/"),
            unit=Tautan(kepala.office(self.last.kantor).unit, BERANDA),
            periode=sebutan_rentang(self.last.sampai),
            menu=_MENU,
            jejak=(),
            judul=judul,
            perihal=perihal,
            contoh=contoh.of_numbers([*chain.from_iterable(isi), *self._before(isi)], "halaman ini"),
            bagian=tuple(bagian),
            lampiran=(Bagian("Berkas sumber", "berkas", sources_through(self.hasil, isi)),),
        )

    def _before(self, isi: Sequence[Parts]) -> Iterator[HasilJabatan]:
        """The same a year earlier, which may stand beside them."""
        for hasil, parts in zip(self.hasil, isi, strict=True):
            for part in parts:
                before = (hasil.year_before(each) for each in part.indikator)
                yield part._replace(indikator=tuple(each for each in before if each is not None))

    def of_jabatan(self, id: str) -> tuple[Parts, ...]:
        """A jabatan through each period."""
        return tuple((each,) for each in self.jabatan[id])

    def of_indikator(self, id: str, at: int) -> tuple[Parts, ...]:
        """A jabatan with its indicator `at` alone, through each period."""
        return tuple((each._replace(indikator=each.indikator[at : at + 1]),) for each in self.jabatan[id])


def frame(bekal: Bekal) -> Kerangka:
    """The frame of an office's site; `bekal` holds the results through each period of the year (`peta.spans`)."""
    last = bekal.hasil[-1]
    jenjang = cascade(bekal.kantor, last)
    pendukung = {each.nama: each for each in jenjang.indikator()}
    below: dict[str, list[str]] = {}
    for each in last.jabatan:
        below.setdefault(each.jabatan.isi.atasan, []).append(each.jabatan.id)
    of_office = {jenjang.pimpinan.id: BERANDA}
    of_jabatan = {each.jabatan.id: page_of_jabatan(each.jabatan.id) for each in last.jabatan}
    return Kerangka(
        hasil=bekal.hasil,
        catatan=bekal.catatan,
        jenjang=jenjang,
        jabatan={parts[0].jabatan.id: parts for parts in zip(*(each.jabatan for each in bekal.hasil), strict=True)},
        nama=short_names(last),
        pendukung=pendukung,
        alamat=of_office | of_jabatan | {name: page_of_indikator(name) for name in pendukung},
        bawahan=below,
        mixed=is_mixed(last.jabatan),
    )
