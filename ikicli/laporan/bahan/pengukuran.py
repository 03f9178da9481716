"""Pengukuran Kinerja by quarter: target, realisasi and capaian of every indicator, cumulative through each quarter."""

from collections.abc import Collection, Iterator, Sequence

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.sebutan import is_mixed, label, notes
from ikicli.capaian.tulisan import TANPA_NILAI, angka_atau, capitalized, rentang_bulan, satuan, sebutan_rentang, target
from ikicli.definisi.nouns import Indikator, Jabatan
from ikicli.laporan.bahan import contoh, kepala
from ikicli.laporan.bahan.acuan import reference
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.berkas import sources_through
from ikicli.laporan.bahan.naskah import Bagian, Kelompok, Naskah, appendices
from ikicli.laporan.bahan.perhitungan import derivations
from ikicli.laporan.bahan.tabel import grouped
from ikicli.realisasi import NAMA_BULAN, Periode
from ikicli.value import Value

JENIS = "pengukuran"
JUDUL = "Pengukuran Kinerja"
KETERANGAN = (
    "T: target, R: realisasi, C: capaian dalam persen; semuanya dihitung sejak Januari. "
    "Tanpa rencana per periode, T adalah target setahun, tidak dibagi"
)


class Ukur(Value):
    """What was expected, reached and achieved through a period."""

    target: str
    realisasi: str
    capaian: str


class BarisTriwulan(Value):
    """An indicator through each period; `predikat` (or why there is none) and `catatan` are of the last one."""

    nomor: str
    indikator: str
    satuan: str
    target_tahun: str
    ukur: tuple[Ukur, ...]
    predikat: str
    catatan: tuple[str, ...]


class Rata(Value):
    """The capaian of a jabatan or of the office through each period, and the predikat of the last one."""

    nama: str
    capaian: tuple[str, ...]
    predikat: str


class KelompokTriwulan(Value):
    """A jabatan's part of the table with its means."""

    isi: Kelompok
    rata: Rata


class TabelTriwulan(Value):
    """The table: its caption, the periods, the jabatan, and the office's means (None: it is about one jabatan)."""

    keterangan: str
    kolom: tuple[str, ...]
    kelompok: tuple[KelompokTriwulan, ...]
    kantor: Rata | None


def spans(sampai: Periode) -> Sequence[Periode]:
    """The quarters that end before the end of `sampai`, then `sampai` itself."""
    ends = range(3, sampai.akhir, 3)
    return (*(Periode(sampai.tahun, end - 2, end) for end in ends), sampai)


def papers(bekal: Bekal, jabatan: Collection[str] | None) -> Iterator[Naskah]:
    """The form of each jabatan, and the office's."""
    hasil = tuple(each._replace(tahun_lalu=None) for each in bekal.hasil)
    last = hasil[-1]
    for each in last.jabatan:
        if jabatan is None or each.jabatan.id in jabatan:
            yield _of_jabatan(hasil, each)
    if jabatan is None:
        names = kepala.told_apart([each.jabatan for each in last.jabatan])
        mean = _mean("Capaian kantor", hasil, hasil)
        yield _sheet(hasil, last.jabatan, names, mean)


def _of_jabatan(hasil: Sequence[Hasil], jabatan: HasilJabatan) -> Naskah:
    last, own = hasil[-1], jabatan.jabatan
    sheet = _sheet(hasil, (jabatan,), (None,), None)
    through = f"Cara Penghitungan, {rentang_bulan(last.sampai)}"
    return sheet._replace(
        nama=f"{sheet.nama}-{own.id}",
        jabatan=own.id,
        perihal=own.nama,
        pengesahan=kepala.signed_by_holder(last.kantor, last.sampai.tahun, own),
        lampiran=appendices(
            Bagian(through, "perhitungan", derivations(last, jabatan)), *_references(hasil, (jabatan,))
        ),
    )


def _sheet(
    hasil: Sequence[Hasil], jabatan: Sequence[HasilJabatan], names: Sequence[str | None], kantor: Rata | None
) -> Naskah:
    """The form of some jabatan, as the office's."""
    last = hasil[-1]
    return Naskah(
        nama=f"{JENIS}-{last.sampai.teks}",
        judul=JUDUL,
        perihal=kepala.office(last.kantor).unit,
        periode=sebutan_rentang(last.sampai),
        kepala=kepala.letterhead(kepala.office(last.kantor)),
        contoh=contoh.of_numbers(_through_all(hasil, jabatan)),
        bagian=(Bagian("", "triwulanan", _table(hasil, jabatan, names, kantor)),),
        pengesahan=kepala.signed_by_head(last.kantor, last.sampai.tahun),
        lampiran=appendices(*_references(hasil, jabatan)),
        mendatar=True,
    )


def _table(
    hasil: Sequence[Hasil], jabatan: Sequence[HasilJabatan], names: Sequence[str | None], kantor: Rata | None
) -> TabelTriwulan:
    every = _through_all(hasil, jabatan)
    example = contoh.beside(contoh=any(each.contoh for each in every))
    mixed = is_mixed(every)
    found = [{(one.jabatan, one.indikator.id): one for one in each.indikator()} for each in hasil]

    def row(one: Jabatan, indikator: Indikator, number: str) -> BarisTriwulan:
        return _row(hasil, [each[one.id, indikator.id] for each in found], number, mixed=mixed)

    groups = grouped([each.jabatan for each in jabatan], names, row)
    return TabelTriwulan(
        keterangan=f"{KETERANGAN}{example}",
        kolom=tuple(_column(each.sampai) for each in hasil),
        kelompok=tuple(map(KelompokTriwulan, groups, (_mean_of(hasil, each) for each in jabatan))),
        kantor=kantor,
    )


def _column(sampai: Periode) -> str:
    """What a period is called over its columns."""
    if sampai.akhir % 3:
        return f"s.d. {NAMA_BULAN[sampai.akhir - 1]}"
    return f"Triwulan {('I', 'II', 'III', 'IV')[sampai.akhir // 3 - 1]}"


def _row(hasil: Sequence[Hasil], through: Sequence[HasilIndikator], number: str, *, mixed: bool) -> BarisTriwulan:
    last, digit = through[-1], hasil[-1].aturan.digit
    example = ("angka contoh",) if mixed and any(each.contoh for each in through) else ()
    return BarisTriwulan(
        nomor=number,
        indikator=last.indikator.nama,
        satuan=satuan(last.indikator),
        target_tahun=target(last.target_tahun) if last.target_tahun else TANPA_NILAI,
        ukur=tuple(_measured(each, digit) for each in through),
        predikat=capitalized(label(last)),
        catatan=(*notes(hasil[-1], last, mixed=False), *example),
    )


def _measured(one: HasilIndikator, digit: int) -> Ukur:
    agreed = target(one.target) if one.target else TANPA_NILAI
    return Ukur(agreed, angka_atau(one.realisasi, digit), angka_atau(one.capaian, digit))


def _mean_of(hasil: Sequence[Hasil], jabatan: HasilJabatan) -> Rata:
    return _mean("Capaian jabatan", hasil, _through(hasil, jabatan))


def _mean(name: str, hasil: Sequence[Hasil], through: Sequence[Hasil | HasilJabatan]) -> Rata:
    digit = hasil[-1].aturan.digit
    shown = tuple(angka_atau(each.capaian, digit) for each in through)
    return Rata(name, shown, through[-1].predikat or TANPA_NILAI)


def _through(hasil: Sequence[Hasil], jabatan: HasilJabatan) -> list[HasilJabatan]:
    """A jabatan through each period."""
    return [one for each in hasil for one in each.jabatan if one.jabatan.id == jabatan.jabatan.id]


def _through_all(hasil: Sequence[Hasil], jabatan: Sequence[HasilJabatan]) -> list[HasilJabatan]:
    ids = {each.jabatan.id for each in jabatan}
    return [one for each in hasil for one in each.jabatan if one.jabatan.id in ids]


def _references(hasil: Sequence[Hasil], jabatan: Sequence[HasilJabatan]) -> tuple[Bagian, ...]:
    """What the numbers rest on: the rule set and the files of every period."""
    ids = {each.jabatan.id for each in jabatan}
    parts = [[one for one in each.jabatan if one.jabatan.id in ids] for each in hasil]
    return (
        Bagian("Aturan Penghitungan Capaian", "acuan", reference(hasil[-1].aturan)),
        Bagian("Berkas Sumber", "berkas", sources_through(hasil, parts)),
    )
