"""The page of the cascade: as a picture one can walk, and as a list."""

from ikicli.capaian.jenjang import Pendukung, Simpul
from ikicli.capaian.sebutan import label
from ikicli.capaian.tulisan import angka_atau
from ikicli.laporan.bahan.jenjang import picture
from ikicli.laporan.bahan.naskah import Bagian
from ikicli.laporan.situs.kartu import of_jabatan
from ikicli.laporan.situs.kerangka import Kerangka
from ikicli.laporan.situs.nouns import JENJANG, Cabang, Halaman, Rujuk


def page(kerangka: Kerangka) -> Halaman:
    """The page of the cascade."""
    parts = (
        Bagian("Sebagai gambar", "pohon", picture(kerangka.jenjang, kerangka.alamat)),
        Bagian("Sebagai daftar", "cabang", _branches(kerangka, list(kerangka.jenjang.simpul), 1)),
    )
    said = "Siapa di bawah siapa, dan indikator mana mendukung yang mana"
    return kerangka.page(JENJANG, "Jenjang kinerja", said, parts, [each.jabatan for each in kerangka.hasil])


def _branches(kerangka: Kerangka, ahead: list[Simpul], level: int) -> tuple[Cabang, ...]:
    """Those that stand at a level before one that stands above it, taken from the front of `ahead`."""
    found = []
    while ahead and ahead[0].tingkat == level:
        simpul = ahead.pop(0)
        assert simpul.hasil is not None
        rows = tuple(_row(kerangka, each) for each in simpul.indikator)
        found.append(Cabang(of_jabatan(kerangka, simpul.hasil), rows, _branches(kerangka, ahead, level + 1)))
    return tuple(found)


def _row(kerangka: Kerangka, each: Pendukung) -> Rujuk:
    assert each.hasil is not None
    figure = f"{angka_atau(each.hasil.capaian, kerangka.last.aturan.digit)}, " if each.hasil.capaian is not None else ""
    said = [f"{figure}{label(each.hasil)}"]
    if each.mendukung:
        names = (f"“{kerangka.way_to_indikator(name).teks}”" for name in each.mendukung)
        said.append(f"mendukung {', '.join(names)}")
    return Rujuk(kerangka.way_to_indikator(each.nama), tuple(said))
