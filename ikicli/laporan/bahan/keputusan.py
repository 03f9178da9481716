"""The whole decree on individual performance indicators: its text, and the annex of every jabatan."""

from collections.abc import Collection, Iterator

from ikicli.definisi.nouns import Keputusan
from ikicli.laporan.bahan import kepala, lampiran
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.berkas import definitions
from ikicli.laporan.bahan.naskah import Bagian, Naskah, Pengesahan
from ikicli.value import Value

JENIS = "keputusan"
JUDUL = "Keputusan"


class Ketetapan(Value):
    """One decision: which (KESATU; a dotted line where it is not numbered), its text, and its items."""

    ke: str
    isi: str
    butir: tuple[str, ...]


class TeksKeputusan(Value):
    """The decree's text after its number; what is empty or None is not written down."""

    tentang: str | None
    menimbang: tuple[str, ...]
    mengingat: tuple[str, ...]
    diktum: tuple[Ketetapan, ...]


def papers(bekal: Bekal, jabatan: Collection[str] | None) -> Iterator[Naskah]:  # noqa: ARG001 - there is one decree
    """The decree."""
    kantor = bekal.kantor
    unit = kepala.office(kantor)
    penanda = lampiran.signed(kantor)
    number = unit.keputusan.nomor if unit.keputusan else None
    yield Naskah(
        nama=JENIS,
        judul=f"{JUDUL} {unit.pimpinan.jabatan}",
        perihal=f"NOMOR: {number or kepala.TITIK}",
        periode="",
        kepala=kepala.letterhead(unit),
        contoh=None,
        bagian=(Bagian("", "keputusan", _text(unit.keputusan)),),
        pengesahan=Pengesahan(None, penanda),
        lampiran=(
            *(Bagian(lampiran.JUDUL, "lampiran_keputusan", lampiran.annex(each, penanda)) for each in kantor.jabatan),
            Bagian("Berkas Sumber", "berkas", definitions(kantor, kantor.jabatan)),
        ),
    )


def _text(keputusan: Keputusan | None) -> TeksKeputusan:
    if keputusan is None:
        return TeksKeputusan(None, (), (), ())
    return TeksKeputusan(
        tentang=keputusan.tentang,
        menimbang=keputusan.menimbang,
        mengingat=keputusan.mengingat,
        diktum=tuple(Ketetapan(each.ke or kepala.TITIK, each.isi, each.butir) for each in keputusan.diktum),
    )
