"""What documents are made of."""

from collections.abc import Collection

from ikicli.capaian import Hasil
from ikicli.definisi.nouns import Jabatan, Kantor
from ikicli.realisasi import Periode
from ikicli.realisasi.catatan import TANPA_CATATAN, Catatan
from ikicli.value import Value


class Bekal(Value):
    """An office, the span that is spoken of, the results of the spans that the kind of document asks for, analyses.

    `sampai` is None where no year is spoken of; then there are no results either. `hasil` are the whole office's, also
    when only some jabatan are asked for: their numbers may rest on those of others. The last one is of `sampai`.
    `catatan` are the analyses of its year.
    """

    kantor: Kantor
    sampai: Periode | None = None
    hasil: tuple[Hasil, ...] = ()
    catatan: Catatan = TANPA_CATATAN

    @property
    def year(self) -> int | None:
        """The year that is spoken of."""
        return self.sampai.tahun if self.sampai else None

    def chosen(self, jabatan: Collection[str] | None) -> tuple[Jabatan, ...]:
        """The jabatan with the given ids, with None all of them, in the office's order."""
        return tuple(each for each in self.kantor.jabatan if jabatan is None or each.id in jabatan)
