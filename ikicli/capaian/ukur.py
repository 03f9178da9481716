"""From an office's definitions to its results: the rows of the years that are needed, and what they come to."""

from collections.abc import Collection, Iterable

from ikicli.capaian.hasil import Hasil, TahunLalu
from ikicli.capaian.hitung import compute, needs_year_before
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, Tingkat, level_of
from ikicli.realisasi import Periode, Realisasi, Year, load_year
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
    year = load_year(kantor, sampai.tahun)
    before = load_year(kantor, sampai.tahun - 1, earlier=True) if needs_year_before(kantor) else None
    for each in (year, before):
        if each is not None and _has_errors(each.diagnostics):
            return Terukur(None, year.realisasi, each.diagnostics, f"realisasi {each.realisasi.tahun}")
    computed = compute(kantor, year.realisasi, sampai, before.realisasi if before else None, jabatan)
    if _has_errors(computed.diagnostics):
        return Terukur(None, year.realisasi, computed.diagnostics, "hitungan")
    last = _last_year(kantor, sampai._replace(tahun=sampai.tahun - 1), jabatan, before)
    found = (*year.diagnostics, *last.diagnostics, *computed.diagnostics)
    return Terukur(
        computed.hasil._replace(tahun_lalu=last.hasil, realisasi=year.realisasi),
        year.realisasi,
        found,
        tanpa_lalu=last.alasan,
    )


class _Lalu(Value):
    """Last year's results, the warnings about its rows, and why it is not shown although it has data."""

    hasil: TahunLalu | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    alasan: str | None = None


def _last_year(kantor: Kantor, sampai: Periode, jabatan: Collection[str] | None, read: Year | None) -> _Lalu:
    """The span of a year before, computed by the same definitions. What is wrong there stops nothing here.

    `read` are its rows where formulas needed them already; the same formulas then need those of one more year.
    """
    year = _earlier(kantor, sampai.tahun) if read is None else read
    if isinstance(year, str):
        return _Lalu(alasan=year)
    if not year.realisasi.isian:
        return _Lalu(diagnostics=year.diagnostics)
    before = None if read is None else _earlier(kantor, sampai.tahun - 1)
    if isinstance(before, str):
        return _Lalu(diagnostics=year.diagnostics, alasan=before)
    computed = compute(kantor, year.realisasi, sampai, before.realisasi if before else None, jabatan)
    if _has_errors(computed.diagnostics):
        return _Lalu(diagnostics=year.diagnostics, alasan=f"hitungan {sampai.tahun} memuat galat")
    known = {(one.jabatan, one.indikator.id): one for one in computed.hasil.indikator()}
    return _Lalu(TahunLalu(computed.hasil, known), year.diagnostics)


def _earlier(kantor: Kantor, tahun: int) -> Year | str:
    """The rows of a year that is over, or why they are not to be used."""
    try:
        year = load_year(kantor, tahun, earlier=True)
    except OSError as error:
        return f"realisasi {tahun} tidak terbaca ({error.strerror})"
    return f"realisasi {tahun} memuat galat" if _has_errors(year.diagnostics) else year


def _has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(level_of(each) is Tingkat.GALAT for each in diagnostics)
