"""The annex of the decree on individual performance indicators, for each jabatan."""

from collections.abc import Collection, Iterator, Sequence

from ikicli.definisi.nouns import Jabatan, Kantor
from ikicli.laporan.bahan import kepala
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.berkas import definitions
from ikicli.laporan.bahan.naskah import Bagian, BarisSasaran, Naskah, Penanda
from ikicli.laporan.matematika import Penggal, cut
from ikicli.value import Value

JENIS = "lampiran"
JUDUL = "Indikator Kinerja Individu"


class BarisUtama(Value):
    """An indicator as the annex's table tells of it."""

    indikator: str
    penjelasan: tuple[Penggal, ...]
    sumber: tuple[str, ...]


class LampiranKeputusan(Value):
    """What the annex says of one jabatan, and who signs it."""

    jabatan: str
    tugas: tuple[str, ...]
    fungsi: tuple[str, ...]
    sasaran: tuple[BarisSasaran, ...]
    penanda: Penanda


def papers(bekal: Bekal, jabatan: Collection[str] | None) -> Iterator[Naskah]:
    """The annex of each jabatan, and that of all."""
    for each in bekal.chosen(jabatan):
        sheet = _sheet(bekal.kantor, (each,), ("",))
        yield sheet._replace(nama=f"{JENIS}-{each.id}", jabatan=each.id, perihal=each.nama)
    if jabatan is None:
        yield _sheet(bekal.kantor, bekal.kantor.jabatan, kepala.told_apart(bekal.kantor.jabatan))


def _sheet(kantor: Kantor, jabatan: Sequence[Jabatan], headings: Sequence[str]) -> Naskah:
    """The annex of some jabatan under their headings, as that of all."""
    penanda = signed(kantor)
    return Naskah(
        nama=JENIS,
        judul=JUDUL,
        perihal=kepala.office(kantor).unit,
        periode=f"Lampiran {decree(kantor)}" if decree(kantor) else "",
        kepala=kepala.letterhead(kepala.office(kantor)),
        contoh=None,
        bagian=tuple(
            Bagian(heading, "lampiran_keputusan", annex(each, penanda))
            for heading, each in zip(headings, jabatan, strict=True)
        ),
        pengesahan=None,
        lampiran=(Bagian("Berkas Sumber", "berkas", definitions(kantor, jabatan)),),
    )


def annex(jabatan: Jabatan, penanda: Penanda) -> LampiranKeputusan:
    """The annex of a jabatan, in the decree's words and order."""
    isi = jabatan.isi
    return LampiranKeputusan(
        jabatan=isi.jabatan,
        tugas=isi.tugas,
        fungsi=isi.fungsi,
        sasaran=tuple(
            BarisSasaran(
                sasaran.nama,
                tuple(BarisUtama(each.nama, cut(each.penjelasan), each.sumber_data) for each in sasaran.indikator),
            )
            for sasaran in isi.sasaran
        ),
        penanda=penanda,
    )


def decree(kantor: Kantor) -> str:
    """What the decree is called; empty where its number is not written down."""
    unit = kepala.office(kantor)
    number = unit.keputusan.nomor if unit.keputusan else None
    return f"Keputusan {unit.pimpinan.jabatan} Nomor {number}" if number else ""


def signed(kantor: Kantor) -> Penanda:
    """The head of the office, at the place and on the day that the decree names."""
    unit = kepala.office(kantor)
    given = unit.keputusan.ditetapkan if unit.keputusan else None
    place, comma, day = (given or "").partition(",")
    holder = kepala.holder(kantor, None, unit.pimpinan.id)
    if not comma:
        return Penanda(f"Ditetapkan di {given or kepala.place(unit) or kepala.TITIK}", *holder)._replace(
            sebagai=f"pada tanggal {kepala.TITIK}"
        )
    return Penanda(f"Ditetapkan di {place.strip()}", *holder)._replace(sebagai=f"pada tanggal {day.strip()}")
