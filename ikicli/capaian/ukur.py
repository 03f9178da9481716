"""From an office's definitions to its results: the rows of the years that are needed, and what they come to."""

from collections.abc import Collection, Iterable

from ikicli.capaian.hasil import Hasil, TahunLalu
from ikicli.capaian.hitung import compute, needs_year_before
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, Tingkat, level_of
from ikicli.realisasi import Periode, Realisasi, load_year
from ikicli.value import Value


class Terukur(Value):
    """The results and what was found on the way to them, or no `hasil` because `tempat` holds errors.

    `tanpa_lalu` says why there is no last year beside the results although it has data (None: there is no such reason).
    """

    hasil: Hasil | None
    realisasi: Realisasi
    diagnostics: tuple[Diagnostic, ...]
    tempat: str | None = None
    tanpa_lalu: str | None = None


def measure(kantor: Kantor, sampai: Periode, jabatan: Collection[str] | None = None) -> Terukur:
    """The results from January through `sampai`, of all jabatan or of those with the ids in `jabatan`.

    The definitions are free of errors. Raises OSError for rows that are needed and cannot be read.
    """
    looks_back = needs_year_before(kantor)
    year = load_year(kantor, sampai.tahun)
    before = load_year(kantor, sampai.tahun - 1, earlier=True) if looks_back else None
    for each in (year, before):
        if each is not None and _has_errors(each.diagnostics):
            return Terukur(None, year.realisasi, each.diagnostics, f"realisasi {each.realisasi.tahun}")
    computed = compute(kantor, year.realisasi, sampai, before.realisasi if before else None, jabatan)
    if _has_errors(computed.diagnostics):
        return Terukur(None, year.realisasi, computed.diagnostics, "hitungan")
    last = _last_year(kantor, sampai._replace(tahun=sampai.tahun - 1), jabatan, looks_back=looks_back)
    left_out = before.diagnostics if before else last.diagnostics
    found = (*year.diagnostics, *left_out, *computed.diagnostics)
    return Terukur(computed.hasil._replace(tahun_lalu=last.hasil), year.realisasi, found, tanpa_lalu=last.alasan)


class _Lalu(Value):
    """Last year's results, the warnings about its rows, and why it is not shown although it has data."""

    hasil: TahunLalu | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    alasan: str | None = None


def _last_year(kantor: Kantor, sampai: Periode, jabatan: Collection[str] | None, *, looks_back: bool) -> _Lalu:
    """The span of a year before, computed by the same definitions. What is wrong there stops nothing here."""
    try:
        year = load_year(kantor, sampai.tahun, earlier=True)
        before = load_year(kantor, sampai.tahun - 1, earlier=True) if looks_back else None
    except OSError as error:
        return _Lalu(alasan=f"realisasi {sampai.tahun} tidak terbaca ({error.strerror})")
    for each in (year, before):
        if each is not None and _has_errors(each.diagnostics):
            return _Lalu(alasan=f"realisasi {each.realisasi.tahun} memuat galat")
    if not year.realisasi.isian:
        return _Lalu(diagnostics=year.diagnostics)
    computed = compute(kantor, year.realisasi, sampai, before.realisasi if before else None, jabatan)
    if _has_errors(computed.diagnostics):
        return _Lalu(alasan=f"hitungan {sampai.tahun} memuat galat")
    known = {(one.jabatan, one.indikator.id): one for one in computed.hasil.indikator()}
    return _Lalu(TahunLalu(computed.hasil, known), year.diagnostics)


def _has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(level_of(each) is Tingkat.GALAT for each in diagnostics)
