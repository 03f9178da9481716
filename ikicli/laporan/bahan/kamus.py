"""The dictionary of indicators: what each means, how it is computed, of what, and who answers for it."""

from collections.abc import Collection, Iterator, Sequence
from itertools import count

from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.istilah import Istilah, called_in
from ikicli.capaian.jelaskan import Potongan
from ikicli.capaian.jelaskan.kata import ARAH
from ikicli.capaian.jelaskan.kata_bahan import HUKUM
from ikicli.capaian.jelaskan.tahap import pieces
from ikicli.capaian.letak import place_of
from ikicli.capaian.sebutan import KEPUTUSAN
from ikicli.capaian.tulisan import TANPA_NILAI, angka_utuh, bersatuan, satuan, target
from ikicli.definisi.nouns import Frekuensi, Indikator, Jabatan, Kantor
from ikicli.laporan.bahan import kepala, lampiran
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.berkas import definitions
from ikicli.laporan.bahan.naskah import Bagian, Butir, Naskah, appendices
from ikicli.laporan.matematika import Penggal, cut
from ikicli.rumus import Rujukan
from ikicli.sumber import span_of
from ikicli.value import Value

JENIS = "kamus"
JUDUL = "Kamus Indikator Kinerja Individu"

_KUMPUL = {
    Frekuensi.BULAN: "setiap bulan",
    Frekuensi.TRIWULAN: "setiap triwulan",
    Frekuensi.SEMESTER: "setiap semester",
    Frekuensi.TAHUN: "setahun sekali",
}


class BarisVariabel(Value):
    """A name in a formula: its unit, how its periods become one, how often it is collected or what it is fixed to."""

    nama: str
    satuan: str
    gabungan: str
    kumpul: str


class Entri(Value):
    """An indicator's entry."""

    nomor: str
    nama: str
    definisi: tuple[Penggal, ...]
    rumus: tuple[Potongan, ...]
    variabel: tuple[BarisVariabel, ...]
    butir: tuple[Butir, ...]


def papers(bekal: Bekal, jabatan: Collection[str] | None) -> Iterator[Naskah]:
    """The dictionary of each jabatan, and the office's."""
    kantor = bekal.kantor
    for each in bekal.chosen(jabatan):
        sheet = _sheet(kantor, (each,), ("",))
        yield sheet._replace(nama=f"{JENIS}-{each.id}", jabatan=each.id, perihal=each.nama)
    if jabatan is None:
        yield _sheet(kantor, kantor.jabatan, kepala.told_apart(kantor.jabatan))


def _sheet(kantor: Kantor, jabatan: Sequence[Jabatan], headings: Sequence[str]) -> Naskah:
    """The dictionary of some jabatan under their headings, as the office's."""
    numbers, decree = count(1), lampiran.decree(kantor)
    return Naskah(
        nama=JENIS,
        judul=JUDUL,
        perihal=kepala.office(kantor).unit,
        periode=f"Menurut {decree}" if decree else "",
        kepala=kepala.letterhead(kepala.office(kantor)),
        contoh=None,
        bagian=tuple(
            Bagian(heading, "kamus", tuple(_entry(kantor, one, each, next(numbers)) for each in one.indikator()))
            for heading, one in zip(headings, jabatan, strict=True)
        ),
        pengesahan=kepala.signed_by_head(kantor, None),
        lampiran=appendices(Bagian("Berkas Sumber", "berkas", definitions(kantor, jabatan))),
    )


def _entry(kantor: Kantor, jabatan: Jabatan, indikator: Indikator, number: int) -> Entri:
    known = called_in(kantor, indikator, "tahun sebelumnya")
    tree = indikator.formula.pohon if indikator.formula else None
    assert tree is not None
    return Entri(
        nomor=str(number),
        nama=indikator.nama,
        definisi=cut(indikator.penjelasan),
        rumus=tuple(pieces(tree, known)),
        variabel=tuple(_variable(each) for each in known.values()),
        butir=tuple(_points(kantor, jabatan, indikator)),
    )


def _variable(name: Istilah) -> BarisVariabel:
    variabel = name.variabel
    if variabel is None or isinstance(name.daun, Rujukan):
        return BarisVariabel(name.nama, name.satuan, "hasil indikator lain", TANPA_NILAI)
    if variabel.tetapan is not None:
        fixed = f"tetapan {bersatuan(angka_utuh(variabel.tetapan), name.satuan)}"
        return BarisVariabel(name.nama, name.satuan, HUKUM.get(variabel.agregasi, ""), fixed)
    gathered = HUKUM.get(variabel.agregasi, ""), _KUMPUL.get(variabel.periode, "")
    return BarisVariabel(name.nama, name.satuan, *gathered)


def _points(kantor: Kantor, jabatan: Jabatan, indikator: Indikator) -> Iterator[Butir]:
    yield Butir("Kode", (f"{jabatan.id}.{indikator.id}",))
    yield Butir("Sasaran", tuple(each.nama for each in jabatan.isi.sasaran if indikator in each.indikator)[:1])
    yield Butir("Satuan", (satuan(indikator),))
    yield Butir("Polaritas", (ARAH[indikator.polaritas],))
    if indikator.target and indikator.target.tahun:
        standing = bersatuan(target(indikator.target.tahun), satuan(indikator))
        yield Butir("Target tetap", (f"{standing}, {KEPUTUSAN}",))
    if indikator.bobot is not None:
        yield Butir("Bobot", (angka_utuh(indikator.bobot),))
    yield Butir("Sumber data", indikator.sumber_data)
    yield Butir("Penanggung jawab", (jabatan.nama,))
    if indikator.mendukung:
        yield Butir("Mendukung", tuple(_supported(kantor, each) for each in indikator.mendukung))
    if indikator.tafsir:
        yield Butir("Tafsir", (indikator.tafsir,))
    yield Butir("Tertulis di", (place_of(kantor, span_of(indikator.node)).teks,))


def _supported(kantor: Kantor, key: str) -> str:
    """The indicator above that one supports, as people call it."""
    id, _, name = key.partition(".")
    jabatan = kantor.cari_jabatan()[id]
    above = next(each for each in jabatan.indikator() if each.id == name)
    return f"{sisipan(above.nama)} ({sisipan(jabatan.nama)})"
