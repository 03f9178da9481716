"""From results to documents."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ikicli.capaian import Hasil
from ikicli.laporan.jenis import JENIS
from ikicli.realisasi.catatan import TANPA_CATATAN, Catatan
from ikicli.value import Value


class Dokumen(Value):
    """A finished document: the name of its file, and what stands in it (text: UTF-8, LF)."""

    nama: str
    isi: str | bytes


def documents(
    hasil: Hasil,
    jenis: str,
    format: str,
    *,
    catatan: Catatan = TANPA_CATATAN,
    jabatan: Sequence[str] | None = None,
    templat: Path | None = None,
) -> Iterator[Dokumen]:
    """The documents of one kind: for each jabatan of the result and the office, or for the jabatan with given ids only.

    `jenis` is a key of JENIS and `format` one that it can be written in. `hasil` is the whole office's, also when only
    some jabatan are asked for: their numbers may rest on those of others. `catatan` are the analyses of its year.
    Templates in the folder `templat` win over the shipped ones. The same result gives the same bytes.
    """
    entry = JENIS[jenis]
    for naskah in entry.naskah(hasil, catatan, jabatan):
        yield Dokumen(f"{naskah.nama}.{format}", entry.penulis[format](naskah, templat))
