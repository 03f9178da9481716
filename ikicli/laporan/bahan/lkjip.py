"""Chapter III of an office's LKjIP: what was reached by sasaran, beside last year and the Renstra, and why."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from ikicli.capaian import Hasil
from ikicli.capaian.menengah import medium_term
from ikicli.capaian.sebutan import about_year_before, is_mixed, label, notes
from ikicli.capaian.tren import trend
from ikicli.capaian.tulisan import (
    TANPA_NILAI,
    angka_atau,
    bersatuan,
    capitalized,
    rentang_bulan,
    satuan,
    sebutan_rentang,
    target,
)
from ikicli.laporan.bahan import analisis, contoh, kepala, kinerja, ringkasan
from ikicli.laporan.bahan.asal import origin
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.naskah import Bagian, Keterangan, Naskah, Peringatan, appendices, lettered
from ikicli.laporan.bahan.sasaran import (
    BagianSasaran,
    BarisSel,
    Bernomor,
    KelompokSasaran,
    Kolom,
    TabelSasaran,
    by_sasaran,
    rows,
)
from ikicli.realisasi.catatan import Catatan

JENIS = "lkjip"
JUDUL = "Bab III Akuntabilitas Kinerja"
PERIHAL = "Laporan Kinerja Instansi Pemerintah"


def papers(bekal: Bekal, jabatan: Collection[str] | None) -> Iterator[Naskah]:  # noqa: ARG001 - it is the office's
    """The one sheet of the office."""
    hasil, catatan = bekal.hasil[-1], bekal.catatan
    groups, renstra = by_sasaran(hasil), hasil.kantor.renstra
    yield Naskah(
        nama=f"{JENIS}-{hasil.sampai.teks}",
        judul=JUDUL,
        perihal=f"{PERIHAL} {kepala.office(hasil.kantor).unit}",
        periode=sebutan_rentang(hasil.sampai),
        kepala=kepala.letterhead(kepala.office(hasil.kantor)),
        contoh=_warning(hasil, catatan),
        bagian=lettered(
            Bagian("Capaian Kinerja Kantor", "ringkasan", ringkasan.of_office(hasil)),
            Bagian("Pengukuran Kinerja menurut Sasaran", "sasaran", _measured(hasil, groups)),
            Bagian("Perbandingan dengan Tahun Lalu", "sasaran", _beside_last_year(hasil, groups)),
            Bagian("Perbandingan dengan Target Jangka Menengah", "sasaran", _beside_renstra(hasil, groups)),
            *kinerja.lacking(hasil, hasil.jabatan, kepala.told_apart([each.jabatan for each in hasil.jabatan])),
            *analisis.chapters_by_group(hasil, catatan, [_numbered(each) for each in groups]),
        ),
        pengesahan=kepala.signed_by_head(hasil.kantor, hasil.sampai.tahun),
        lampiran=appendices(
            Bagian("Asal Angka", "keterangan", _origins(hasil, groups)),
            *kinerja.references(hasil, catatan, hasil.jabatan, renstra.sumber if renstra else None),
        ),
    )


def _numbered(group: KelompokSasaran) -> analisis.Kumpulan:
    return analisis.Kumpulan(group.nama, tuple((each.nomor, each.hasil) for each in group.indikator))


def _warning(hasil: Hasil, catatan: Catatan) -> Peringatan | None:
    """The warning over illustrative numbers; also where only the medium-term targets are illustrative."""
    said = kinerja.warning(hasil, catatan, hasil.jabatan)
    renstra = hasil.kantor.renstra
    if renstra is None or not renstra.isi.contoh:
        return said
    also = "target Renstra dalam dokumen ini hanya ilustrasi, bukan target resmi."
    return Peringatan("ANGKA", f"{said.isi} {capitalized(also)}" if said else also)


def _measured(hasil: Hasil, groups: Sequence[KelompokSasaran]) -> TabelSasaran:
    mixed, digit = is_mixed(hasil.jabatan), hasil.aturan.digit

    def row(each: Bernomor) -> BarisSel:
        one = each.hasil
        cells = (
            satuan(one.indikator),
            target(one.target) if one.target else TANPA_NILAI,
            angka_atau(one.realisasi, digit),
            angka_atau(one.capaian, digit),
            capitalized(label(one)),
        )
        said = tuple(notes(hasil, one, mixed=mixed))
        return BarisSel(each.nomor, one.indikator.nama, each.penanggung_jawab, cells, said)

    columns = (
        Kolom("Satuan", angka=False),
        Kolom("Target"),
        Kolom("Realisasi"),
        Kolom("Capaian %"),
        Kolom("Predikat / keadaan", angka=False),
    )
    return TabelSasaran(_caption("Target, realisasi dan capaian", hasil), (), columns, rows(groups, row))


def _caption(said: str, hasil: Hasil) -> str:
    return f"{said}, {rentang_bulan(hasil.sampai)}{contoh.beside(contoh=hasil.contoh)}"


def _beside_last_year(hasil: Hasil, groups: Sequence[KelompokSasaran]) -> TabelSasaran:
    year, digit = hasil.sampai.tahun, hasil.aturan.digit
    last_digit = hasil.tahun_lalu.hasil.aturan.digit if hasil.tahun_lalu else digit

    def row(each: Bernomor) -> BarisSel | None:
        one, before = each.hasil, hasil.year_before(each.hasil)
        if before is None:
            return None
        went = trend(hasil, one)
        cells = (
            satuan(one.indikator),
            angka_atau(before.realisasi, last_digit),
            angka_atau(one.realisasi, digit),
            angka_atau(before.capaian, last_digit),
            angka_atau(one.capaian, digit),
            capitalized(went.value) if went else TANPA_NILAI,
        )
        return BarisSel(each.nomor, one.indikator.nama, "", cells)

    compared = rows(groups, row)
    if not compared:
        said = f"Realisasi {year - 1} pada rentang yang sama belum ada, sehingga tidak dapat dibandingkan."
        return TabelSasaran("", (said,), (), ())
    columns = (
        Kolom("Satuan", angka=False),
        *(Kolom(f"{what} {when}") for what in ("Realisasi", "Capaian %") for when in (year - 1, year)),
        Kolom("Arah", angka=False),
    )
    example = contoh.beside(contoh=hasil.tahun_lalu is not None and hasil.tahun_lalu.hasil.contoh)
    said = f"{capitalized(about_year_before(year - 1, example))}."
    caption = _caption("Realisasi dan capaian dua tahun", hasil)
    return TabelSasaran(caption, (said, *_left_out(hasil, compared)), columns, compared)


def _beside_renstra(hasil: Hasil, groups: Sequence[KelompokSasaran]) -> TabelSasaran:
    digit, renstra = hasil.aturan.digit, hasil.kantor.renstra

    def row(each: Bernomor) -> BarisSel | None:
        one, term = each.hasil, medium_term(hasil, each.hasil)
        if term is None:
            return None
        cells = (
            _realisasi(one.realisasi, digit, satuan(one.indikator)),
            target(term.tahun_ini) if term.tahun_ini else TANPA_NILAI,
            f"{target(term.target)} ({term.akhir})",
            angka_atau(term.capaian, digit),
        )
        return BarisSel(each.nomor, one.indikator.nama, "", cells)

    compared = rows(groups, row)
    if renstra is None or not compared:
        said = "Target jangka menengah belum dicatat; tempatnya definitions/renstra.yaml."
        return TabelSasaran("", (said,), (), ())
    span = f" {renstra.isi.periode.teks}" if renstra.isi.periode else ""
    example = contoh.beside(contoh=renstra.isi.contoh or hasil.contoh)
    columns = (
        Kolom(f"Realisasi {hasil.sampai.tahun}"),
        Kolom(f"Target Renstra {hasil.sampai.tahun}"),
        Kolom("Target akhir Renstra"),
        Kolom("Capaian % terhadap target akhir"),
    )
    said = f"Realisasi {rentang_bulan(hasil.sampai)} dibandingkan dengan target terakhir Renstra{span}."
    caption = f"Realisasi dan target jangka menengah{span}{example}"
    return TabelSasaran(caption, (said, *_left_out(hasil, compared)), columns, compared)


def _realisasi(reached: Fraction | None, digit: int, unit: str) -> str:
    return TANPA_NILAI if reached is None else bersatuan(angka_atau(reached, digit), unit)


def _left_out(hasil: Hasil, compared: Sequence[BagianSasaran]) -> tuple[str, ...]:
    """How many indicators have nothing to be compared with."""
    shown = sum(len(each.baris) for each in compared)
    missing = sum(1 for _ in hasil.indikator()) - shown
    return (f"{missing} indikator lain tidak mempunyai pembandingnya.",) if missing else ()


def _origins(hasil: Hasil, groups: Sequence[KelompokSasaran]) -> tuple[Keterangan, ...]:
    return tuple(
        Keterangan(group.nama, tuple(origin(hasil, each.jabatan, each.hasil, each.nomor) for each in group.indikator))
        for group in groups
    )
