"""How figures went through the periods of a year, and of the year before."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.sebutan import label
from ikicli.capaian.tulisan import TANPA_NILAI, angka_atau, capitalized, rentang_bulan, satuan, target
from ikicli.definisi.nouns import Rentang
from ikicli.laporan.bahan.peta import TERBUKA, head
from ikicli.laporan.bahan.sasaran import Kolom
from ikicli.laporan.situs.nouns import BarisTren, Tren
from ikicli.laporan.tren import Deret, line

_SERATUS = Rentang("100", Fraction(100), Fraction(100))


def of_indikator(results: Sequence[Hasil], through: Sequence[HasilIndikator]) -> Tren:
    """The realisasi of an indicator beside what was expected, cumulative through each period."""
    last, before = through[-1], [hasil.year_before(one) for hasil, one in zip(results, through, strict=True)]
    series = Deret(
        tuple(head(each.sampai) for each in results),
        tuple(one.target for one in through),
        tuple(one.realisasi for one in through),
        tuple(each.realisasi if each else None for each in before),
    )
    digit, unit, is_beside = results[-1].aturan.digit, satuan(last.indikator), any(before)
    name = f"Realisasi dan target, {unit}"
    columns = (Kolom("Target"), Kolom("Realisasi"), Kolom("Capaian %"), Kolom("Predikat / keadaan", angka=False))
    rows = (
        BarisTren(column, (*_cells(one, digit), *([_before(hasil, each)] if is_beside else [])))
        for column, hasil, one, each in zip(series.kolom, results, through, before, strict=True)
    )
    return Tren(
        gambar=line("tren", name, _described(results[-1], "realisasi", beside=is_beside), series, digit),
        keterangan=f"{name}, dihitung sejak Januari {results[-1].sampai.tahun}",
        kolom=(*columns, *([_year_before(results[-1])] if is_beside else [])),
        baris=tuple(rows),
        catatan=tuple(_remarks(results, through, beside=is_beside)),
    )


def _cells(one: HasilIndikator, digit: int) -> tuple[str, ...]:
    agreed = target(one.target) if one.target else TANPA_NILAI
    return agreed, angka_atau(one.realisasi, digit), angka_atau(one.capaian, digit), capitalized(label(one))


def _before(hasil: Hasil, one: HasilIndikator | None) -> str:
    """What was reached a year earlier, as that year's rule set rounds."""
    if one is None or hasil.tahun_lalu is None:
        return TANPA_NILAI
    return angka_atau(one.realisasi, hasil.tahun_lalu.hasil.aturan.digit)


def _year_before(hasil: Hasil) -> Kolom:
    return Kolom(f"Tahun {hasil.sampai.tahun - 1}")


def _described(hasil: Hasil, what: str, *, beside: bool) -> str:
    last = f" Garis putus-putus dengan kotak: {hasil.sampai.tahun - 1}." if beside else ""
    return (
        f"Garis dengan titik: {what} {rentang_bulan(hasil.sampai)}.{last} Angka yang sama ada dalam tabel di bawahnya."
    )


def _remarks(results: Sequence[Hasil], through: Sequence[HasilIndikator], *, beside: bool) -> Iterator[str]:
    if any(hasil.is_against_whole_year(one) for hasil, one in zip(results, through, strict=True)):
        yield "Tanpa rencana per periode, targetnya target setahun; di tengah tahun itu belum menunjukkan terlambat."
    if beside:
        yield f"Angka tahun {results[-1].sampai.tahun - 1} dihitung dengan definisi sekarang."


def of_jabatan(results: Sequence[Hasil], through: Sequence[HasilJabatan]) -> Tren:
    """The capaian of a jabatan through each period; what is expected of it is 100 percent."""
    digit, before = (
        results[-1].aturan.digit,
        [hasil.mean_before(one) for hasil, one in zip(results, through, strict=True)],
    )
    known = tuple(each.capaian if each else None for each in before)
    is_beside = any(each is not None for each in known)
    series = Deret(
        tuple(head(each.sampai) for each in results),
        tuple(_SERATUS for _ in results),
        tuple(one.capaian for one in through),
        known,
    )
    rows = (
        BarisTren(
            column,
            (
                angka_atau(one.capaian, digit),
                one.predikat or TANPA_NILAI,
                str(one.dihitung),
                *([angka_atau(last, digit)] if is_beside else []),
            ),
        )
        for column, one, last in zip(series.kolom, through, known, strict=True)
    )
    open_ = any(
        hasil.is_against_whole_year(each) for hasil, one in zip(results, through, strict=True) for each in one.indikator
    )
    name = "Capaian jabatan, persen"
    return Tren(
        gambar=line("tren", name, _described(results[-1], "capaian", beside=is_beside), series, digit),
        keterangan=f"{name}, dihitung sejak Januari {results[-1].sampai.tahun}",
        kolom=(
            Kolom("Capaian %"),
            Kolom("Predikat", angka=False),
            Kolom("Indikator dihitung"),
            *([_year_before(results[-1])] if is_beside else []),
        ),
        baris=tuple(rows),
        catatan=(TERBUKA.removeprefix("* "),) if open_ else (),
    )
