"""The documents there are: one entry each."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from ikicli.laporan.bahan import (
    evaluasi,
    kamus,
    keputusan,
    kinerja,
    lampiran,
    lkjip,
    pengukuran,
    perjanjian,
    rencana_aksi,
)
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.naskah import Naskah
from ikicli.laporan.bahan.peta import spans
from ikicli.realisasi import Periode
from ikicli.value import Value

Penulis: TypeAlias = Callable[[Naskah, Path | None], str | bytes]
"""Writes a document in one format; the folder's templates win over the shipped ones."""


Rentang: TypeAlias = Callable[[Periode], Sequence[Periode]]
"""The spans whose results a document through a period is made of; the last one is of that period."""


class Jenis(Value):
    """A kind of document: its title, how its documents are shaped of what they are made of, and who writes each format.

    `naskah` gives those of the jabatan with the given ids, or with None all that there are. `rentang` is
    None where no results are needed. `beranalisis`: the analyses of the year stand in it. `bertahun`: it is of a
    year, and not the same as long as the definitions are. `per_jabatan`: there is one of each jabatan.
    """

    judul: str
    naskah: Callable[[Bekal, Collection[str] | None], Iterable[Naskah]]
    penulis: Mapping[str, Penulis]
    rentang: Rentang | None = None
    beranalisis: bool = False
    bertahun: bool = True
    per_jabatan: bool = True


def _template(name: str) -> Penulis:
    """A writer that goes through a template. Jinja is loaded when it first writes."""

    def write(naskah: Naskah, folder: Path | None) -> str:
        from ikicli.laporan.render import render

        return render(name, naskah, folder)

    return write


def _library(module: str) -> Penulis:
    """A writer that goes through a library, which is loaded when it first writes; it takes no templates."""

    def write(naskah: Naskah, folder: Path | None) -> bytes:  # noqa: ARG001 - as every writer's
        written: bytes = import_module(module).write(naskah)
        return written

    return write


def _whole_span(sampai: Periode) -> Sequence[Periode]:
    return (sampai,)


_PAGES: Mapping[str, Penulis] = {
    "html": _template("laporan.html.j2"),
    "md": _template("laporan.md.j2"),
    "pdf": _library("ikicli.laporan.pdf"),
    "docx": _library("ikicli.laporan.docx_"),
}
_TABLES: Mapping[str, Penulis] = {**_PAGES, "xlsx": _library("ikicli.laporan.xlsx")}

PUSTAKA: Mapping[str, str] = {"pdf": "typst", "docx": "docx"}
"""Formats that need a library of the extra `dokumen`, and the name by which it is imported."""

JENIS: Mapping[str, Jenis] = {
    kinerja.JENIS: Jenis(kinerja.JUDUL, kinerja.papers, _PAGES, rentang=_whole_span, beranalisis=True),
    perjanjian.JENIS: Jenis(perjanjian.JUDUL, perjanjian.papers, _PAGES),
    rencana_aksi.JENIS: Jenis(rencana_aksi.JUDUL, rencana_aksi.papers, _PAGES),
    pengukuran.JENIS: Jenis(pengukuran.JUDUL, pengukuran.papers, _TABLES, rentang=pengukuran.spans),
    lampiran.JENIS: Jenis(lampiran.JUDUL, lampiran.papers, _PAGES, bertahun=False),
    keputusan.JENIS: Jenis(keputusan.JUDUL, keputusan.papers, _PAGES, bertahun=False, per_jabatan=False),
    kamus.JENIS: Jenis(kamus.JUDUL, kamus.papers, _PAGES, bertahun=False),
    lkjip.JENIS: Jenis(lkjip.JUDUL, lkjip.papers, _PAGES, rentang=_whole_span, beranalisis=True, per_jabatan=False),
    evaluasi.JENIS: Jenis(evaluasi.JUDUL, evaluasi.papers, _PAGES, rentang=spans, beranalisis=True, per_jabatan=False),
}

FORMAT: tuple[str, ...] = tuple(dict.fromkeys(format for jenis in JENIS.values() for format in jenis.penulis))
"""Every format that some document can be written in."""
