"""The chapters of analysis: what helped and hindered each indicator, what will be done; blanks where nobody said."""

from collections.abc import Iterator, Sequence

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan, Keadaan
from ikicli.capaian.sebutan import label
from ikicli.capaian.tulisan import TANPA_NILAI, angka, bersatuan, satuan, target
from ikicli.laporan.bahan.naskah import Bagian, Butir
from ikicli.realisasi import Periode
from ikicli.realisasi.catatan import Analisis, Catatan
from ikicli.value import Value


class Ulasan(Value):
    """An indicator in a chapter of analysis: its figures, and what is said about it.

    `periode` is what the analysis was written for, where that is not the document's own period (else None). A point
    without content is a blank to fill by hand.
    """

    nomor: str
    indikator: str
    angka: str
    periode: str | None
    butir: tuple[Butir, ...]


class TindakLanjut(Value):
    """What will be done about an indicator; without content a blank to fill by hand. `periode` as in Ulasan."""

    nomor: str
    indikator: str
    periode: str | None
    isi: tuple[str, ...]


class KelompokUlasan(Value):
    """A jabatan's part of the analysis; `nama` is None where the document is about one jabatan."""

    nama: str | None
    isi: tuple[Ulasan, ...]


class KelompokRencana(Value):
    """A jabatan's part of what will be done; `nama` as in KelompokUlasan."""

    nama: str | None
    isi: tuple[TindakLanjut, ...]


class Kumpulan(Value):
    """Indicators with their numbers in the document, under the name of what they have in common."""

    nama: str
    isi: tuple[tuple[str, HasilIndikator], ...]


class _Said(Value):
    """An indicator with its number in the document, and its analysis."""

    nomor: str
    hasil: HasilIndikator
    analisis: tuple[Periode, Analisis] | None


def speaks(hasil: Hasil, catatan: Catatan, jabatan: Sequence[HasilJabatan]) -> bool:
    """Whether any analysis stands in a document about some jabatan."""
    return any(each.analisis for one in jabatan for each in _said(hasil, catatan, one))


def chapters_of_jabatan(hasil: Hasil, catatan: Catatan, jabatan: HasilJabatan) -> tuple[Bagian, ...]:
    """Both chapters for every indicator that applies, with blanks for what is not said."""
    said = [
        each
        for each in _said(hasil, catatan, jabatan)
        if each.analisis or each.hasil.keadaan is not Keadaan.TIDAK_BERLAKU
    ]
    factors = KelompokUlasan(None, tuple(_factors(hasil, each, blank=True) for each in said))
    return _chapters(catatan, [factors], [KelompokRencana(None, tuple(_plan(hasil, each) for each in said))])


def chapters_of_office(
    hasil: Hasil, catatan: Catatan, jabatan: Sequence[HasilJabatan], names: Sequence[str]
) -> tuple[Bagian, ...]:
    """Both chapters with what is said and nothing else, under the names of the jabatan."""
    factors, plans, before = [], [], 0
    for name, one in zip(names, jabatan, strict=True):
        said = [each for each in _said(hasil, catatan, one, before) if each.analisis]
        before += len(one.indikator)
        evaluated = (_factors(hasil, each, blank=False) for each in said)
        factors.append(KelompokUlasan(name, tuple(each for each in evaluated if each.butir)))
        planned = (_plan(hasil, each) for each in said)
        plans.append(KelompokRencana(name, tuple(each for each in planned if each.isi)))
    return _chapters(catatan, factors, plans)


def chapters_by_group(hasil: Hasil, catatan: Catatan, groups: Sequence[Kumpulan]) -> tuple[Bagian, ...]:
    """Both chapters with what is said, and with blanks for every indicator that has not reached its target."""
    factors, plans = [], []
    for group in groups:
        said = [_Said(number, each, _latest(hasil, catatan, each)) for number, each in group.isi]
        told = [each for each in said if each.analisis or _is_to_be_explained(each.hasil)]
        factors.append(KelompokUlasan(group.nama, tuple(_factors(hasil, each, blank=True) for each in told)))
        plans.append(KelompokRencana(group.nama, tuple(_plan(hasil, each) for each in told)))
    return _chapters(catatan, factors, plans)


def _is_to_be_explained(each: HasilIndikator) -> bool:
    reached = each.capaian is not None and each.capaian >= 100
    return not reached and each.keadaan is not Keadaan.TIDAK_BERLAKU


def _latest(hasil: Hasil, catatan: Catatan, each: HasilIndikator) -> tuple[Periode, Analisis] | None:
    return catatan.latest(each.jabatan, each.indikator.id, hasil.sampai)


def _chapters(
    catatan: Catatan, factors: Sequence[KelompokUlasan], plans: Sequence[KelompokRencana]
) -> tuple[Bagian, ...]:
    """The chapters in which anything stands."""
    mark = " (contoh)" if catatan.contoh else ""
    chapters = (
        Bagian(f"Evaluasi dan Analisis{mark}", "ulasan", tuple(each for each in factors if each.isi)),
        Bagian(f"Rencana Tindak Lanjut{mark}", "rencana", tuple(each for each in plans if each.isi)),
    )
    return tuple(each for each in chapters if each.isi)


def _said(hasil: Hasil, catatan: Catatan, jabatan: HasilJabatan, before: int = 0) -> Iterator[_Said]:
    for number, each in enumerate(jabatan.indikator, start=before + 1):
        yield _Said(str(number), each, _latest(hasil, catatan, each))


def _factors(hasil: Hasil, said: _Said, *, blank: bool) -> Ulasan:
    helped, hindered = (said.analisis[1].pendorong, said.analisis[1].penghambat) if said.analisis else ((), ())
    points = (Butir("Faktor pendorong", helped), Butir("Faktor penghambat", hindered))
    return Ulasan(
        nomor=said.nomor,
        indikator=said.hasil.indikator.nama,
        angka=_figures(hasil, said.hasil),
        periode=_period(hasil, said),
        butir=tuple(each for each in points if blank or each.isi),
    )


def _plan(hasil: Hasil, said: _Said) -> TindakLanjut:
    plans = said.analisis[1].tindak_lanjut if said.analisis else ()
    return TindakLanjut(said.nomor, said.hasil.indikator.nama, _period(hasil, said) if plans else None, plans)


def _period(hasil: Hasil, said: _Said) -> str | None:
    """Which period an analysis was written for, where it does not reach the end of the document's span."""
    if said.analisis is None or said.analisis[0].akhir == hasil.sampai.akhir:
        return None
    return f"Ditulis untuk {said.analisis[0].sebutan}; yang untuk {hasil.sampai.sebutan} belum ada."


def _figures(hasil: Hasil, each: HasilIndikator) -> str:
    """What an analysis speaks about: target, realisasi and capaian, as far as there are any."""
    digit, unit = hasil.aturan.digit, satuan(each.indikator)
    agreed = target(each.target) if each.target else TANPA_NILAI
    reached = bersatuan(angka(each.realisasi, digit), unit) if each.realisasi is not None else TANPA_NILAI
    capaian = f"{angka(each.capaian, digit)} persen" if each.capaian is not None else TANPA_NILAI
    return f"Target {agreed}, realisasi {reached}, capaian {capaian}: {label(each)}."
