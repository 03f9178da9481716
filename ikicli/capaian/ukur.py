"""From an office's definitions to its results: the rows of the years that are needed, and what they come to."""

from collections.abc import Collection, Sequence

from ikicli.capaian.hasil import Hasil, TahunLalu
from ikicli.capaian.hitung import compute, needs_year_before
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, errors_in
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
    return measure_each(kantor, (sampai,), jabatan)[0]


def measure_each(
    kantor: Kantor, spans: Sequence[Periode], jabatan: Collection[str] | None = None
) -> tuple[Terukur, ...]:
    """As `measure`, for each of some spans of one year, at least one; the rows are read once for all of them."""
    rows = _rows(kantor, spans[0].tahun)
    return tuple(_measured(kantor, rows, span, jabatan) for span in spans)


class _Baris(Value):
    """The rows of a year and of the one before it; and of the one before that (`sebelumnya`) where they are needed.

    `ditanya`: formulas ask for the year before. `rusak` are rows that are needed and hold errors. A reason stands where
    rows of years that are over cannot be used.
    """

    kini: Year
    ditanya: bool
    rusak: Year | None
    lalu: Year | str
    sebelumnya: Year | str | None

    @property
    def needed(self) -> Realisasi | None:
        """The rows of the year before, where formulas ask for them."""
        return self.lalu.realisasi if self.ditanya and not isinstance(self.lalu, str) else None


def _rows(kantor: Kantor, tahun: int) -> _Baris:
    year, asked = load_year(kantor, tahun), needs_year_before(kantor)
    before = load_year(kantor, tahun - 1, earlier=True) if asked else _earlier(kantor, tahun - 1)
    needed = [year, *([before] if asked and isinstance(before, Year) else [])]
    broken = next((each for each in needed if errors_in(each.diagnostics)), None)
    is_shown = isinstance(before, Year) and bool(before.realisasi.isian)
    return _Baris(year, asked, broken, before, _earlier(kantor, tahun - 2) if asked and is_shown else None)


def _measured(kantor: Kantor, rows: _Baris, sampai: Periode, jabatan: Collection[str] | None) -> Terukur:
    realisasi = rows.kini.realisasi
    if rows.rusak is not None:
        return Terukur(None, realisasi, rows.rusak.diagnostics, f"realisasi {rows.rusak.realisasi.tahun}")
    computed = compute(kantor, realisasi, sampai, rows.needed, jabatan)
    if errors_in(computed.diagnostics):
        return Terukur(None, realisasi, computed.diagnostics, "hitungan")
    last = _last_year(kantor, rows, sampai._replace(tahun=sampai.tahun - 1), jabatan)
    found = (*rows.kini.diagnostics, *last.diagnostics, *computed.diagnostics)
    hasil = computed.hasil._replace(tahun_lalu=last.hasil, realisasi=realisasi)
    return Terukur(hasil, realisasi, found, tanpa_lalu=last.alasan)


class _Lalu(Value):
    """Last year's results, the warnings about its rows, and why it is not shown although it has data."""

    hasil: TahunLalu | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    alasan: str | None = None


def _last_year(kantor: Kantor, rows: _Baris, sampai: Periode, jabatan: Collection[str] | None) -> _Lalu:
    """The span of a year before, computed by the same definitions. What is wrong there stops nothing here."""
    year, before = rows.lalu, rows.sebelumnya
    if isinstance(year, str):
        return _Lalu(alasan=year)
    if not year.realisasi.isian:
        return _Lalu(diagnostics=year.diagnostics)
    if isinstance(before, str):
        return _Lalu(diagnostics=year.diagnostics, alasan=before)
    computed = compute(kantor, year.realisasi, sampai, before.realisasi if before else None, jabatan)
    if errors_in(computed.diagnostics):
        return _Lalu(diagnostics=year.diagnostics, alasan=f"hitungan {sampai.tahun} memuat galat")
    known = {(one.jabatan, one.indikator.id): one for one in computed.hasil.indikator()}
    return _Lalu(TahunLalu(computed.hasil, known), year.diagnostics)


def _earlier(kantor: Kantor, tahun: int) -> Year | str:
    """The rows of a year that is over, or why they are not to be used."""
    try:
        year = load_year(kantor, tahun, earlier=True)
    except OSError as error:
        return f"realisasi {tahun} tidak terbaca ({error.strerror})"
    return f"realisasi {tahun} memuat galat" if errors_in(year.diagnostics) else year
