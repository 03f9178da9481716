"""From what documents are made of to documents."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ikicli.capaian.jenjang import Jenjang
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.tanda import marked
from ikicli.laporan.jenis import JENIS
from ikicli.value import Value


class Dokumen(Value):
    """A finished document: the name of its file, and what stands in it (text: UTF-8, LF)."""

    nama: str
    isi: str | bytes


def documents(
    bekal: Bekal, jenis: str, format: str, *, jabatan: Sequence[str] | None = None, templat: Path | None = None
) -> Iterator[Dokumen]:
    """The documents of one kind: for each jabatan of the office and for the office, or for the given ids only.

    `jenis` is a key of JENIS and `format` one that it can be written in; `bekal` holds the results of its `rentang`.
    Templates in the folder `templat` win over the shipped ones. The same material gives the same bytes.
    """
    entry = JENIS[jenis]
    for shaped in entry.naskah(bekal, jabatan):
        naskah = marked(shaped, jenis, format, bekal.sampai)
        yield Dokumen(f"{naskah.nama}.{format}", entry.penulis[format](naskah, templat))


def document_of(
    bekal: Bekal, jenis: str, format: str, jabatan: str | None, templat: Path | None = None
) -> Dokumen | None:
    """The one document of a kind about a jabatan, or about the office; None where there is none such."""
    entry = JENIS[jenis]
    wanted = None if jabatan is None else (jabatan,)
    shaped = next((each for each in entry.naskah(bekal, wanted) if each.jabatan == jabatan), None)
    if shaped is None:
        return None
    naskah = marked(shaped, jenis, format, bekal.sampai)
    return Dokumen(f"{naskah.nama}.{format}", entry.penulis[format](naskah, templat))


def cascade_drawing(jenjang: Jenjang, templat: Path | None = None) -> str:
    """The cascade as an SVG of its own. Templates in the folder `templat` win over the shipped ones."""
    from ikicli.laporan.bahan.jenjang import picture
    from ikicli.laporan.render import drawn

    return drawn("pohon.svg.j2", picture(jenjang), templat)
