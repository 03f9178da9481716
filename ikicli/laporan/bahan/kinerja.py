"""Laporan Kinerja Individu of a jabatan, and the office's summary of them."""

from collections.abc import Collection, Iterator, Sequence

from ikicli.capaian import Hasil, HasilJabatan
from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.sebutan import about_year_before, label, reason
from ikicli.capaian.tulisan import capitalized, rentang_bulan, sebutan_rentang
from ikicli.diagnostik import Source
from ikicli.laporan.bahan import analisis, contoh, kepala, ringkasan
from ikicli.laporan.bahan.acuan import reference
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.berkas import sources
from ikicli.laporan.bahan.naskah import Bagian, Butir, Keterangan, Naskah, Peringatan, appendices, lettered
from ikicli.laporan.bahan.perhitungan import derivations
from ikicli.laporan.bahan.tabel_kinerja import BarisGrafik, Pengukuran, chart, chart_row, measurement
from ikicli.realisasi.catatan import Catatan
from ikicli.value import Value

JENIS = "kinerja"
JUDUL = "Laporan Kinerja Individu"
JUDUL_KANTOR = "Rekapitulasi Kinerja Individu"


class Uraian(Value):
    """The duties and functions of a jabatan, and how the decree is read about it (None: as it stands)."""

    tugas: tuple[str, ...]
    fungsi: tuple[str, ...]
    tafsir: str | None


class BarisJabatan(Value):
    """A jabatan in the office's table; `kode` tells jabatan of one name apart (else None)."""

    nomor: str
    kode: str | None
    dihitung: str
    kosong: str
    grafik: BarisGrafik


class TabelJabatan(Value):
    """The office's table of jabatan, and its caption."""

    keterangan: str
    baris: tuple[BarisJabatan, ...]


def papers(bekal: Bekal, jabatan: Collection[str] | None) -> Iterator[Naskah]:
    """A sheet for each jabatan and one for the office; of the jabatan with the ids in `jabatan` only those."""
    hasil, catatan = bekal.hasil[-1], bekal.catatan
    for each in hasil.jabatan:
        if jabatan is None or each.jabatan.id in jabatan:
            yield of_jabatan(hasil, catatan, each)
    if jabatan is None:
        yield of_office(hasil, catatan)


def of_jabatan(hasil: Hasil, catatan: Catatan, jabatan: HasilJabatan) -> Naskah:
    """The report that a holder signs."""
    caption = _measured("Pengukuran kinerja", hasil, (jabatan,))
    table = Pengukuran(caption, measurement(hasil, (jabatan,), (None,)), chart(hasil, jabatan))
    isi = jabatan.jabatan.isi
    return Naskah(
        nama=f"{JENIS}-{hasil.sampai.teks}-{jabatan.jabatan.id}",
        jabatan=jabatan.jabatan.id,
        judul=JUDUL,
        perihal=jabatan.jabatan.nama,
        periode=sebutan_rentang(hasil.sampai),
        kepala=kepala.letterhead(kepala.office(hasil.kantor)),
        contoh=warning(hasil, catatan, (jabatan,)),
        bagian=lettered(
            Bagian("Identitas", "identitas", _identity(hasil, jabatan)),
            Bagian("Tugas dan Fungsi", "uraian", Uraian(isi.tugas, isi.fungsi, isi.tafsir)),
            Bagian("Ringkasan Capaian", "ringkasan", ringkasan.of_jabatan(hasil, jabatan)),
            Bagian("Pengukuran Kinerja", "pengukuran", table),
            *lacking(hasil, (jabatan,), (None,)),
            *analisis.chapters_of_jabatan(hasil, catatan, jabatan),
        ),
        pengesahan=kepala.signed_by_holder(hasil.kantor, hasil.sampai.tahun, jabatan.jabatan),
        lampiran=appendices(
            Bagian("Cara Penghitungan", "perhitungan", derivations(hasil, jabatan)),
            *references(hasil, catatan, (jabatan,)),
        ),
    )


def of_office(hasil: Hasil, catatan: Catatan) -> Naskah:
    """The summary that the head of the office signs."""
    names = kepala.told_apart([each.jabatan for each in hasil.jabatan])
    caption = _measured("Pengukuran kinerja", hasil, hasil.jabatan)
    table = Pengukuran(caption, measurement(hasil, hasil.jabatan, names), ())
    return Naskah(
        nama=f"{JENIS}-{hasil.sampai.teks}",
        judul=JUDUL_KANTOR,
        perihal=kepala.office(hasil.kantor).unit,
        periode=sebutan_rentang(hasil.sampai),
        kepala=kepala.letterhead(kepala.office(hasil.kantor)),
        contoh=warning(hasil, catatan, hasil.jabatan),
        bagian=lettered(
            Bagian("Identitas", "identitas", _office_identity(hasil)),
            Bagian("Ringkasan Capaian", "ringkasan", ringkasan.of_office(hasil)),
            Bagian("Capaian per Jabatan", "jabatan", _by_jabatan(hasil)),
            Bagian("Pengukuran Kinerja", "pengukuran", table),
            *lacking(hasil, hasil.jabatan, names),
            *analisis.chapters_of_office(hasil, catatan, hasil.jabatan, names),
        ),
        pengesahan=kepala.signed_by_head(hasil.kantor, hasil.sampai.tahun),
        lampiran=appendices(*references(hasil, catatan, hasil.jabatan)),
    )


def _identity(hasil: Hasil, jabatan: HasilJabatan) -> tuple[Butir, ...]:
    own = kepala.holder(hasil.kantor, hasil.sampai.tahun, jabatan.jabatan.id)
    above = kepala.holder(hasil.kantor, hasil.sampai.tahun, jabatan.jabatan.isi.atasan)
    return (
        Butir("Jabatan", (jabatan.jabatan.nama,)),
        Butir("Kode jabatan", (jabatan.jabatan.id,)),
        Butir("Pejabat", (own.nama or kepala.unknown(hasil.sampai.tahun),)),
        Butir("Atasan langsung", (above.jabatan, *([above.nama] if above.nama else []))),
        *_office_identity(hasil),
    )


def _office_identity(hasil: Hasil) -> tuple[Butir, ...]:
    unit = kepala.office(hasil.kantor)
    return (
        Butir("Unit kerja", (f"{sisipan(unit.unit)}, {sisipan(unit.kabupaten)}",)),
        Butir("Periode", (f"{sebutan_rentang(hasil.sampai)} ({rentang_bulan(hasil.sampai)})",)),
        Butir("Aturan capaian", (hasil.aturan.isi.aturan,)),
    )


def warning(hasil: Hasil, catatan: Catatan, jabatan: Sequence[HasilJabatan]) -> Peringatan | None:
    """The warning over illustrative numbers and analyses; None where there is neither."""
    numbers = contoh.of_numbers(jabatan)
    if not (catatan.contoh and analisis.speaks(hasil, catatan, jabatan)):
        return numbers
    if numbers is None:
        return Peringatan("ANALISIS", "analisis dalam dokumen ini hanya ilustrasi, bukan analisis resmi.")
    return numbers._replace(isi=f"{numbers.isi} Analisisnya juga hanya ilustrasi.")


def _caption(said: str, hasil: Hasil, jabatan: Sequence[HasilJabatan]) -> str:
    return f"{said}, {rentang_bulan(hasil.sampai)}{contoh.beside(contoh=any(each.contoh for each in jabatan))}"


def _measured(said: str, hasil: Hasil, jabatan: Sequence[HasilJabatan]) -> str:
    """The caption over a table that may hold last year's figures."""
    caption = _caption(said, hasil, jabatan)
    before = [last for one in jabatan for each in one.indikator if (last := hasil.year_before(each))]
    if not before:
        return caption
    example = contoh.beside(contoh=any(each.contoh for each in before))
    return f"{caption}; {about_year_before(hasil.sampai.tahun - 1, example)}"


def lacking(hasil: Hasil, jabatan: Sequence[HasilJabatan], names: Sequence[str | None]) -> Iterator[Bagian]:
    """The part on indicators without a capaian, where there are any."""
    groups = tuple(
        Keterangan(name, butir) for name, each in zip(names, jabatan, strict=True) if (butir := _reasons(hasil, each))
    )
    if groups:
        yield Bagian("Indikator tanpa Capaian", "keterangan", groups)


def _reasons(hasil: Hasil, jabatan: HasilJabatan) -> tuple[Butir, ...]:
    reasons = ((each, reason(hasil, each)) for each in jabatan.indikator)
    return tuple(Butir(each.indikator.nama, (why,)) for each, why in reasons if why)


def _by_jabatan(hasil: Hasil) -> TabelJabatan:
    repeated = kepala.repeated_names([each.jabatan for each in hasil.jabatan])
    rows = tuple(
        BarisJabatan(
            nomor=str(number),
            kode=each.jabatan.id if each.jabatan.nama in repeated else None,
            dihitung=str(each.dihitung),
            kosong=str(each.kosong),
            grafik=chart_row(hasil, f"j{number}", each.jabatan.nama, each.capaian, capitalized(label(each))),
        )
        for number, each in enumerate(hasil.jabatan, start=1)
    )
    return TabelJabatan(_caption("Capaian per jabatan", hasil, hasil.jabatan), rows)


def references(
    hasil: Hasil, catatan: Catatan, jabatan: Sequence[HasilJabatan], renstra: Source | None = None
) -> tuple[Bagian, ...]:
    """What numbers and words rest on: the rule set and the files."""
    notes = catatan.sumber if analisis.speaks(hasil, catatan, jabatan) else None
    return (
        Bagian("Aturan Penghitungan Capaian", "acuan", reference(hasil.aturan)),
        Bagian("Berkas Sumber", "berkas", sources(hasil, jabatan, notes, renstra)),
    )
