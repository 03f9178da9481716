"""How figures went through the periods of a year, and of the year before."""

from collections.abc import Sequence
from fractions import Fraction

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.sebutan import about_year_before, label
from ikicli.capaian.tulisan import TANPA_NILAI, angka_atau, capitalized, rentang_bulan, satuan, target
from ikicli.definisi.nouns import Rentang
from ikicli.laporan.bahan.peta import TERBUKA, head
from ikicli.laporan.bahan.sasaran import Kolom
from ikicli.laporan.situs.nouns import BarisTren, Tren
from ikicli.laporan.tren import Deret, line

_SERATUS = Rentang("100", Fraction(100), Fraction(100))


def of_indikator(results: Sequence[Hasil], through: Sequence[HasilIndikator]) -> Tren:
    """The realisasi of an indicator beside what was expected, cumulative through each period."""
    before = [hasil.year_before(one) for hasil, one in zip(results, through, strict=True)]
    series = Deret(
        tuple(head(each.sampai) for each in results),
        tuple(one.target for one in through),
        tuple(one.realisasi for one in through),
        tuple(each.realisasi if each else None for each in before),
    )
    digit = results[-1].aturan.digit
    columns = (Kolom("Target"), Kolom("Realisasi"), Kolom("Capaian %"), Kolom("Predikat / keadaan", angka=False))
    against_year = any(hasil.is_against_whole_year(one) for hasil, one in zip(results, through, strict=True))
    remarks = (
        *([_SETAHUN] if against_year else []),
        *([f"{capitalized(about_year_before(results[-1].sampai.tahun - 1))}."] if any(before) else []),
    )
    name = f"Realisasi dan target, {satuan(through[-1].indikator)}"
    return _tren(results, name, "realisasi", series, columns, [_cells(one, digit) for one in through], remarks)


_SETAHUN = "Tanpa rencana per periode, targetnya target setahun; di tengah tahun itu belum menunjukkan terlambat."


def _cells(one: HasilIndikator, digit: int) -> tuple[str, ...]:
    agreed = target(one.target) if one.target else TANPA_NILAI
    return agreed, angka_atau(one.realisasi, digit), angka_atau(one.capaian, digit), capitalized(label(one))


def of_jabatan(results: Sequence[Hasil], through: Sequence[HasilJabatan]) -> Tren:
    """The capaian of a jabatan through each period; what is expected of it is 100 percent."""
    before = [hasil.mean_before(one) for hasil, one in zip(results, through, strict=True)]
    series = Deret(
        tuple(head(each.sampai) for each in results),
        tuple(_SERATUS for _ in results),
        tuple(one.capaian for one in through),
        tuple(each.capaian if each else None for each in before),
    )
    digit = results[-1].aturan.digit
    columns = Kolom("Capaian %"), Kolom("Predikat", angka=False), Kolom("Indikator dihitung")
    cells = [(angka_atau(one.capaian, digit), one.predikat or TANPA_NILAI, str(one.dihitung)) for one in through]
    open_ = any(
        hasil.is_against_whole_year(each) for hasil, one in zip(results, through, strict=True) for each in one.indikator
    )
    remarks = (TERBUKA.removeprefix("* "),) if open_ else ()
    return _tren(results, "Capaian jabatan, persen", "capaian", series, columns, cells, remarks)


def _tren(
    results: Sequence[Hasil],
    name: str,
    what: str,
    series: Deret,
    columns: Sequence[Kolom],
    cells: Sequence[tuple[str, ...]],
    remarks: tuple[str, ...],
) -> Tren:
    """A line and its table, with a column of the year before where anything of it is known."""
    last, is_beside = results[-1], any(each is not None for each in series.lalu)
    before = [(_before(hasil, each),) if is_beside else () for hasil, each in zip(results, series.lalu, strict=True)]
    return Tren(
        gambar=line("tren", name, _described(last, what, beside=is_beside), series, last.aturan.digit),
        keterangan=f"{name}, dihitung sejak Januari {last.sampai.tahun}",
        kolom=(*columns, *([Kolom(f"Tahun {last.sampai.tahun - 1}")] if is_beside else [])),
        baris=tuple(
            BarisTren(column, (*own, *past)) for column, own, past in zip(series.kolom, cells, before, strict=True)
        ),
        catatan=remarks,
    )


def _before(hasil: Hasil, nilai: Fraction | None) -> str:
    """What was reached a year earlier, as that year's rule set rounds."""
    return TANPA_NILAI if hasil.tahun_lalu is None else angka_atau(nilai, hasil.tahun_lalu.hasil.aturan.digit)


def _described(hasil: Hasil, what: str, *, beside: bool) -> str:
    last = f" Garis putus-putus dengan kotak: {hasil.sampai.tahun - 1}." if beside else ""
    return (
        f"Garis dengan titik: {what} {rentang_bulan(hasil.sampai)}.{last} Angka yang sama ada dalam tabel di bawahnya."
    )
