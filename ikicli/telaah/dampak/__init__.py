"""`dampak`: the definitions of a revision beside those of today, on the same realisasi."""

from collections.abc import Callable

from ikicli.capaian import Hasil
from ikicli.capaian.hitung import compute, needs_year_before
from ikicli.definisi import check, load_kept
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, errors_in
from ikicli.realisasi import Periode, load_year
from ikicli.telaah.dampak.akibat import effects
from ikicli.telaah.dampak.makna import changes
from ikicli.telaah.dampak.nouns import Dampak
from ikicli.telaah.dampak.pasangan import paired
from ikicli.telaah.git_ import kept_at

__all__ = ["BrokenRows", "Dampak", "impact"]

_UNKNOWN_ROWS = "IKI451"


class BrokenRows(Exception):  # noqa: N818 - a year that cannot be used, told to the user by whoever asked
    """The rows of the year, or what is computed of them, hold errors."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__()
        self.diagnostics = diagnostics


def impact(kantor: Kantor, revisi: str, sampai: Periode, each: Callable[[], object] = lambda: None) -> Dampak:
    """What has changed in the office's definitions since a revision, and what that does to the results.

    The definitions of today are free of errors; `each` is called after every file of the revision. Raises GitError,
    BrokenRows, and OSError for what cannot be read.
    """
    riwayat = kept_at(kantor.akar, revisi)
    loaded = load_kept(kantor.akar, riwayat.simpanan, kantor, each)
    galat = errors_in(check(loaded.kantor, loaded.diagnostics))
    pasangan = paired(loaded.kantor, kantor)
    definisi = tuple(changes(loaded.kantor, kantor, pasangan))
    hasil, baris = _results(kantor, sampai)
    before = None if galat else _results(loaded.kantor, sampai)[0]
    return Dampak(
        revisi=revisi,
        komit=riwayat.komit,
        unit=kantor.nama,
        sampai=sampai,
        contoh=hasil.contoh or (before is not None and before.contoh),
        galat=galat,
        definisi=definisi,
        akibat=effects(before, hasil, pasangan, definisi) if before else None,
        baris=baris,
    )


def _results(kantor: Kantor, sampai: Periode) -> tuple[Hasil, tuple[Diagnostic, ...]]:
    """The results by some definitions, and the rows of the year that these do not know: a change may have named
    things anew, so that such rows are left out here, and are no error.
    """
    year = load_year(kantor, sampai.tahun, earlier=True)
    last = load_year(kantor, sampai.tahun - 1, earlier=True) if needs_year_before(kantor) else None
    computed = compute(kantor, year.realisasi, sampai, last.realisasi if last else None)
    errors = errors_in((*year.diagnostics, *(last.diagnostics if last else ()), *computed.diagnostics))
    if errors:
        raise BrokenRows(errors)
    return computed.hasil, tuple(each for each in year.diagnostics if each.code == _UNKNOWN_ROWS)
