"""The styles of a document in Word: few, named, to be changed by the office in one place."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ikicli.laporan.docx_.unsur import element
from ikicli.laporan.warna import AWAS, AWAS_GARIS, AWAS_LATAR, GARIS, PUDAR, SAMAR, TINTA
from ikicli.value import Value

_HURUF = "Arial"


class Garis(Value):
    """A rule: on which sides, of which kind, how wide in eighths of a point and how far away in points, its colour."""

    sisi: tuple[str, ...]
    rupa: str
    tebal: int
    jarak: int
    warna: str


class Gaya(Value):
    """A paragraph style. `ukuran` in half points more than the text's; distances in twentieths of a point.

    `tetap`: the size is not relative. `lekat`: it stays beside what follows. `tingkat`: that of a heading, from 0.
    """

    id: str
    nama: str
    ukuran: int = 0
    sebelum: int = 0
    sesudah: int = 0
    tebal: bool = False
    besar: bool = False
    tengah: bool = False
    lekat: bool = False
    tetap: bool = False
    warna: str = ""
    latar: str = ""
    garis: Garis | None = None
    tingkat: int | None = None


_BAWAH = Garis(("bottom",), "single", 4, 2, GARIS)
_TITIK = Garis(("bottom", "between"), "dotted", 6, 1, PUDAR)
_KIRI = Garis(("left",), "single", 18, 6, TINTA)
_BINGKAI = Garis(("top", "left", "bottom", "right"), "single", 12, 6, AWAS_GARIS)

_ALINEA = (
    Gaya("Normal", "Normal", sesudah=100),
    Gaya("Title", "Title", 10, 200, 60, tebal=True, besar=True, tengah=True, lekat=True),
    Gaya("Heading1", "heading 1", 3, 280, 100, tebal=True, lekat=True, garis=_BAWAH, tingkat=0),
    Gaya("Heading2", "heading 2", 0, 200, 100, tebal=True, lekat=True, tingkat=1),
    Gaya("Heading3", "heading 3", -1, 160, 100, tebal=True, lekat=True, tingkat=2),
    Gaya("Tengah", "Tengah", sesudah=60, tengah=True),
    Gaya("Rapat", "Rapat", sesudah=40),
    Gaya("Daftar", "Daftar", sesudah=40),
    Gaya("Isian", "Isian", 0, 60, 60, garis=_TITIK),
    Gaya("Kecil", "Kecil", -4, sesudah=60, warna=PUDAR),
    Gaya("Caption", "caption", -4, sesudah=60, warna=PUDAR, lekat=True),
    Gaya("IsiTabel", "Isi Tabel", -4, 30, 30),
    Gaya("IsiTabelKecil", "Isi Tabel Kecil", -6, 20, 20),
    Gaya("Rumus", "Rumus", sesudah=120, latar=SAMAR, garis=_KIRI, lekat=True),
    Gaya("Contoh", "Contoh", 2, 160, 200, warna=AWAS, latar=AWAS_LATAR, tengah=True, garis=_BINGKAI),
    Gaya("Kop", "Kop", 3, tengah=True),
    Gaya("KopUnit", "Kop Unit", 9, tengah=True, tebal=True),
    Gaya("KopAlamat", "Kop Alamat", -3, tengah=True),
    Gaya("PenandaTangan", "Penanda Tangan", tengah=True, lekat=True),
    Gaya("Header", "header", 16, tetap=True, tebal=True, tengah=True, warna=AWAS),
    Gaya("Footer", "footer", 16, tetap=True, warna=PUDAR),
    Gaya("Pemisah", "Pemisah", 4, tetap=True),
)

_LUAR, _DALAM = {"val": "single", "sz": 8, "color": TINTA}, {"val": "single", "sz": 4, "color": GARIS}
_TABEL = {
    "TabelKinerja": {"top": _LUAR, "bottom": _LUAR, "insideH": _DALAM},
    "TabelBergaris": {
        "top": _LUAR, "left": _DALAM, "bottom": _LUAR, "right": _DALAM, "insideH": _DALAM, "insideV": _DALAM,
    },
}  # fmt: skip
"""The rules of each table style: between rows, or between columns too."""


def dress(document: Document, size: int, *, tight: bool = False) -> None:
    """Gives a document its styles; `size` is that of the text in half points, `tight` halves the distances."""
    styles = document.styles.element
    _defaults(styles, size)
    for made in (*(_paragraph(gaya, size, 1 + tight) for gaya in _ALINEA), *_tables()):
        for old in styles.findall(qn("w:style")):
            if old.get(qn("w:styleId")) == made.get(qn("w:styleId")):
                styles.remove(old)
        styles.append(made)


def _defaults(styles: BaseOxmlElement, size: int) -> None:
    """The language and letters of everything that says nothing else."""
    (letters,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    letters.clear()
    letters.append(element("rFonts", ascii=_HURUF, hAnsi=_HURUF, eastAsia=_HURUF, cs=_HURUF))
    letters.append(element("color", val=TINTA))
    letters.extend(_sized(size))
    letters.append(element("lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA"))


def _sized(size: int) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    return element("sz", val=size), element("szCs", val=size)


def _paragraph(gaya: Gaya, size: int, closer: int) -> BaseOxmlElement:
    """A paragraph style, its properties in the schema's order."""
    first = gaya.id == "Normal"
    place = (
        element("keepNext") if gaya.lekat else None,
        _rules(gaya.garis) if gaya.garis else None,
        element("shd", val="clear", fill=gaya.latar) if gaya.latar else None,
        element("spacing", before=gaya.sebelum // closer, after=gaya.sesudah // closer),
        element("jc", val="center") if gaya.tengah else None,
        None if gaya.tingkat is None else element("outlineLvl", val=gaya.tingkat),
    )
    letters = (
        element("b") if gaya.tebal else None,
        element("caps") if gaya.besar else None,
        element("color", val=gaya.warna) if gaya.warna else None,
        *_sized(gaya.ukuran if gaya.tetap else size + gaya.ukuran),
    )
    made = element(
        "style",
        element("name", val=gaya.nama),
        None if first else element("basedOn", val="Normal"),
        element("qFormat"),
        element("pPr", *place),
        element("rPr", *letters),
        type="paragraph",
        styleId=gaya.id,
    )
    if first:
        made.set(qn("w:default"), "1")
    return made


def _rules(garis: Garis) -> BaseOxmlElement:
    sides = (element(side, val=garis.rupa, sz=garis.tebal, space=garis.jarak, color=garis.warna) for side in garis.sisi)
    return element("pBdr", *sides)


def _tables() -> Iterator[BaseOxmlElement]:
    for id, rules in _TABEL.items():
        borders = element("tblBorders", *(element(side, **look) for side, look in rules.items()))
        margins = element("tblCellMar", element("left", w=70, type="dxa"), element("right", w=70, type="dxa"))
        names = element("name", val=id), element("basedOn", val="TableNormal")
        yield element("style", *names, element("tblPr", borders, margins), type="table", customStyle=1, styleId=id)
