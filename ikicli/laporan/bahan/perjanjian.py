"""Perjanjian Kinerja of a jabatan: the statement of both parties and the targets; the office's summary of them."""

from collections.abc import Collection, Iterator, Sequence

from ikicli.capaian.arah_teks import isolated, sisipan
from ikicli.definisi.nouns import Indikator, Jabatan, Kantor, Perubahan
from ikicli.laporan.bahan import contoh, disepakati, kepala
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.naskah import (
    Bagian,
    Butir,
    Keterangan,
    Naskah,
    Penanda,
    Pengesahan,
    Tabel,
    appendices,
    lettered,
)
from ikicli.laporan.bahan.tabel import grouped
from ikicli.realisasi import Periode
from ikicli.realisasi.periode import tanggal
from ikicli.value import Value

JENIS = "perjanjian"
JUDUL = "Perjanjian Kinerja"
JUDUL_PERUBAHAN = "Perjanjian Kinerja Perubahan"
JUDUL_KANTOR = "Rekapitulasi Perjanjian Kinerja"
MAKSUD = "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel"


class Pihak(Value):
    """A party: who it is, and what it is called from there on."""

    butir: tuple[Butir, ...]
    sebutan: str


class Pernyataan(Value):
    """What both parties declare: how it opens, who they are, and what each takes upon itself."""

    pembuka: str
    pihak: tuple[Pihak, ...]
    isi: tuple[str, ...]


class BarisTarget(Value):
    """An indicator with its target for the year, and that the target was changed."""

    nomor: str
    indikator: str
    target: str
    catatan: tuple[str, ...]


def papers(bekal: Bekal, jabatan: Collection[str] | None) -> Iterator[Naskah]:
    """The agreement of each jabatan with its superior, and the office's summary."""
    assert bekal.sampai is not None
    for each in bekal.chosen(jabatan):
        yield _of_jabatan(bekal.kantor, bekal.sampai, each)
    if jabatan is None:
        yield _of_office(bekal.kantor, bekal.sampai)


def _of_jabatan(kantor: Kantor, sampai: Periode, jabatan: Jabatan) -> Naskah:
    changes = disepakati.changes(kantor, sampai, (jabatan,))
    return Naskah(
        nama=f"{JENIS}-{sampai.teks}-{jabatan.id}",
        jabatan=jabatan.id,
        judul=JUDUL_PERUBAHAN if changes else JUDUL,
        perihal=jabatan.nama,
        periode=disepakati.year(sampai),
        kepala=kepala.letterhead(kepala.office(kantor)),
        contoh=disepakati.warning(kantor, sampai, (jabatan,)),
        bagian=(Bagian("", "pernyataan", _statement(kantor, sampai, jabatan, changes)),),
        pengesahan=_signed(kantor, sampai, jabatan),
        lampiran=appendices(
            Bagian("Sasaran, Indikator, dan Target", "target", _table(kantor, sampai, (jabatan,), (None,))),
            *disepakati.references(kantor, sampai, (jabatan,), (None,)),
        ),
    )


def _of_office(kantor: Kantor, sampai: Periode) -> Naskah:
    names = kepala.told_apart(kantor.jabatan)
    return Naskah(
        nama=f"{JENIS}-{sampai.teks}",
        judul=JUDUL_KANTOR,
        perihal=kepala.office(kantor).unit,
        periode=disepakati.year(sampai),
        kepala=kepala.letterhead(kepala.office(kantor)),
        contoh=disepakati.warning(kantor, sampai, kantor.jabatan),
        bagian=lettered(
            Bagian("Pihak Pertama dan Pihak Kedua", "keterangan", (_everybody(kantor, sampai.tahun, names),)),
            Bagian("Sasaran, Indikator, dan Target", "target", _table(kantor, sampai, kantor.jabatan, names)),
        ),
        pengesahan=kepala.signed_by_head(kantor, sampai.tahun),
        lampiran=appendices(*disepakati.references(kantor, sampai, kantor.jabatan, names)),
    )


def _statement(kantor: Kantor, sampai: Periode, jabatan: Jabatan, changes: Sequence[Perubahan]) -> Pernyataan:
    own = kepala.holder(kantor, sampai.tahun, jabatan.id)
    above = kepala.holder(kantor, sampai.tahun, jabatan.isi.atasan)
    return Pernyataan(
        pembuka=f"{MAKSUD}, kami yang bertanda tangan di bawah ini:",
        pihak=(
            Pihak(_party(own), "selanjutnya disebut Pihak Pertama, dan"),
            Pihak(_party(above), "selaku atasan langsung Pihak Pertama, selanjutnya disebut Pihak Kedua,"),
        ),
        isi=(
            f"menyepakati target kinerja tahun {sampai.tahun} yang tertulis dalam Lampiran 1.",
            "Pihak Pertama menyanggupi target itu dan bertanggung jawab atas tercapainya.",
            "Pihak Kedua membimbing pelaksanaannya, menilai capaiannya menurut indikator dan sumber data yang telah "
            "ditetapkan, dan menindaklanjuti hasil penilaiannya.",
            *(_changing(sampai, each) for each in changes),
        ),
    )


def _party(pemangku: kepala.Pemangku) -> tuple[Butir, ...]:
    return Butir("Nama", (pemangku.nama or kepala.TITIK,)), Butir("Jabatan", (pemangku.jabatan,))


def _changing(sampai: Periode, change: Perubahan) -> str:
    dasar = f" dengan dasar {sisipan(change.dasar)}" if change.dasar else ""
    since = f" sejak {tanggal(change.tanggal)}" if change.tanggal else ""
    return f"Perjanjian ini mengubah Perjanjian Kinerja {sampai.tahun}{since}{dasar}."


def _signed(kantor: Kantor, sampai: Periode, jabatan: Jabatan) -> Pengesahan:
    above = kepala.holder(kantor, sampai.tahun, jabatan.isi.atasan)
    own = kepala.holder(kantor, sampai.tahun, jabatan.id)
    place = kepala.place_and_date(kantor)
    return Pengesahan(
        kiri=Penanda("Pihak Kedua,", *above), kanan=Penanda(place, *own)._replace(sebagai="Pihak Pertama,")
    )


def _table(kantor: Kantor, sampai: Periode, jabatan: Sequence[Jabatan], names: Sequence[str | None]) -> Tabel:
    def row(one: Jabatan, indikator: Indikator, number: str) -> BarisTarget:
        applies = disepakati.in_force(kantor, sampai, one, indikator)
        agreed = disepakati.yearly(indikator, applies.target if applies else None)
        return BarisTarget(number, indikator.nama, agreed, disepakati.changed(indikator, one, applies))

    example = contoh.beside(contoh=disepakati.warning(kantor, sampai, jabatan) is not None)
    return Tabel(f"Target kinerja tahun {sampai.tahun}{example}", grouped(jabatan, names, row))


def _everybody(kantor: Kantor, tahun: int, names: Sequence[str]) -> Keterangan:
    """Who agrees with whom."""
    paired = zip(names, kantor.jabatan, strict=True)
    return Keterangan(None, tuple(_pair(kantor, tahun, name, each) for name, each in paired))


def _pair(kantor: Kantor, tahun: int, name: str, jabatan: Jabatan) -> Butir:
    own, above = kepala.holder(kantor, tahun, jabatan.id), kepala.holder(kantor, tahun, jabatan.isi.atasan)
    first = own.nama or f"pejabatnya {kepala.unknown(tahun)}"
    second = f"{isolated(above.jabatan)}, {isolated(above.nama)}" if above.nama else above.jabatan
    return Butir(name, (f"Pihak Pertama: {isolated(first)}", f"Pihak Kedua: {second}"))
