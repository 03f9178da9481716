"""A document to its blocks, in the order in which they are read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from ikicli.laporan.bahan.naskah import Bagian, Naskah
from ikicli.laporan.blok import tabel, uraian
from ikicli.laporan.blok.nouns import Alinea, Blok, Halaman, Judul, Tulisan, plain

Bentuk: TypeAlias = Callable[[Any], Iterable[Blok]]
"""The blocks of a part's noun."""

BENTUK: Mapping[str, Bentuk] = {
    "acuan": uraian.acuan,
    "berkas": tabel.berkas,
    "daftar": uraian.daftar,
    "datar": tabel.datar,
    "identitas": uraian.identitas,
    "jabatan": tabel.jabatan,
    "kamus": uraian.kamus,
    "keputusan": uraian.keputusan,
    "keterangan": uraian.keterangan,
    "lampiran_keputusan": uraian.lampiran_keputusan,
    "pengukuran": tabel.pengukuran,
    "perhitungan": uraian.perhitungan,
    "pernyataan": uraian.pernyataan,
    "peta": tabel.peta,
    "rencana": uraian.rencana,
    "rencana_aksi": tabel.rencana_aksi,
    "ringkasan": uraian.ringkasan,
    "sasaran": tabel.sasaran,
    "target": tabel.target,
    "triwulanan": tabel.triwulanan,
    "ulasan": uraian.ulasan,
    "uraian": uraian.uraian,
}
"""How the noun of each form becomes blocks."""

_SEHALAMAN_SENDIRI = "lampiran_keputusan"
"""The form whose parts each begin on a page of their own, as they are signed one by one."""


def title(naskah: Naskah) -> str:
    """What a document's file is called by programs that show it."""
    return " – ".join(part for part in (naskah.judul, naskah.perihal, naskah.periode) if part)


def blocks(naskah: Naskah) -> tuple[Blok, ...]:
    """The blocks of a document."""
    return tuple(_blocks(naskah))


def _blocks(naskah: Naskah) -> Iterator[Blok]:
    yield naskah.kepala
    yield Judul(1, naskah.judul)
    yield Alinea((Tulisan(naskah.perihal, "tebal"),), "tengah")
    yield from plain(*([naskah.periode] if naskah.periode else []), gaya="tengah")
    if naskah.contoh:
        yield naskah.contoh
    yield from _parts(naskah.bagian)
    if naskah.pengesahan:
        yield naskah.pengesahan
    if naskah.lampiran:
        yield Halaman()
        yield from _parts(naskah.lampiran)


def _parts(bagian: tuple[Bagian, ...]) -> Iterator[Blok]:
    before = ""
    for each in bagian:
        if before == _SEHALAMAN_SENDIRI:
            yield Halaman()
        if each.judul:
            yield Judul(2, each.judul)
        shaped = BENTUK[each.bentuk](each.isi)
        yield from shaped if each.judul else map(_raised, shaped)
        before = each.bentuk


def _raised(block: Blok) -> Blok:
    """A block of a part without a heading, whose own headings then stand right under the title."""
    return block._replace(tingkat=block.tingkat - 1) if isinstance(block, Judul) else block
