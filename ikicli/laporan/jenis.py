"""The documents there are: one entry each."""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from ikicli.capaian import Hasil
from ikicli.laporan.bahan import kinerja
from ikicli.laporan.bahan.naskah import Naskah
from ikicli.realisasi.catatan import Catatan
from ikicli.value import Value

Penulis: TypeAlias = Callable[[Naskah, Path | None], str | bytes]
"""Writes a document in one format; the folder's templates win over the shipped ones."""


class Jenis(Value):
    """A kind of document: its title, how results are shaped into documents, and who writes them in each format.

    `naskah` gives those of the jabatan with the given ids, or with None all that there are, from the results
    and the analyses of their year.
    """

    judul: str
    naskah: Callable[[Hasil, Catatan, Collection[str] | None], Iterable[Naskah]]
    penulis: Mapping[str, Penulis]


def _template(name: str) -> Penulis:
    """A writer that goes through a template. Jinja is loaded when it first writes."""

    def write(naskah: Naskah, folder: Path | None) -> str:
        from ikicli.laporan.render import render

        return render(name, naskah, folder)

    return write


JENIS: Mapping[str, Jenis] = {
    kinerja.JENIS: Jenis(
        kinerja.JUDUL,
        kinerja.papers,
        {"html": _template("laporan.html.j2"), "md": _template("laporan.md.j2")},
    ),
}

FORMAT: tuple[str, ...] = tuple(dict.fromkeys(format for jenis in JENIS.values() for format in jenis.penulis))
"""Every format that some document can be written in."""
