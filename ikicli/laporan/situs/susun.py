"""The whole site: every page after the other."""

from collections.abc import Iterator
from pathlib import Path

from ikicli.laporan.dokumen import Dokumen
from ikicli.laporan.situs import indikator, jabatan, jenjang
from ikicli.laporan.situs.beranda import home
from ikicli.laporan.situs.kerangka import Kerangka
from ikicli.laporan.situs.nouns import GAYA, JENJANG, Halaman, Tautan


def site(kerangka: Kerangka, templat: Path | None = None) -> Iterator[Dokumen]:
    """The files of an office's site by their paths.

    Templates in the folder `templat` win over the shipped ones. The same material gives the same bytes.
    """
    from ikicli.laporan.render import placed

    yield Dokumen(GAYA, placed("situs/gaya.css.j2", templat))
    for page in pages(kerangka):
        yield Dokumen(page.alamat, placed("situs/halaman.html.j2", templat, halaman=page))


def addresses(kerangka: Kerangka) -> tuple[str, ...]:
    """The paths of the files of a site."""
    return GAYA, *dict.fromkeys((*kerangka.alamat.values(), JENJANG))


def pages(kerangka: Kerangka) -> Iterator[Halaman]:
    """The pages: of the office, the cascade, each jabatan, each indicator."""
    yield home(kerangka)
    yield jenjang.page(kerangka)
    ids = [each.jabatan.id for each in kerangka.last.jabatan]
    yield from _in_row([jabatan.page(kerangka, id) for id in ids])
    for id in ids:
        count = len(kerangka.jabatan[id][-1].indikator)
        yield from _in_row([indikator.page(kerangka, id, at) for at in range(count)])


def _in_row(pages: list[Halaman]) -> Iterator[Halaman]:
    """Pages that know the one before and the one after them."""
    ways = [None, *(Tautan(each.judul, each.alamat) for each in pages), None]
    for page, before, after in zip(pages, ways, ways[2:], strict=False):
        yield page._replace(sebelum=before, sesudah=after)
