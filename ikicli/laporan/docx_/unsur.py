"""Elements of WordprocessingML. Its schema wants the properties of runs and paragraphs in one order."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ikicli.laporan.escape import one_line, visible
from ikicli.laporan.warna import PUDAR
from ikicli.value import Value


class Rupa(Value):
    """How letters look; `ukuran` in half points, 0: as the style says."""

    tebal: bool = False
    miring: bool = False
    garis: bool = False
    huruf: str = ""
    warna: str = ""
    ukuran: int = 0


BIASA = Rupa()
RUPA = {
    "": BIASA,
    "tebal": Rupa(tebal=True),
    "miring": Rupa(miring=True),
    "pudar": Rupa(warna=PUDAR),
    "besar": Rupa(tebal=True, ukuran=44),
    "sidik": Rupa(huruf="Courier New", ukuran=14),
}
"""How the kinds of pieces look that a paragraph is made of."""


def element(tag: str, *children: BaseOxmlElement | None, **attributes: object) -> BaseOxmlElement:
    """The element `w:tag`, with the children that there are."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend([each for each in children if each is not None])
    return made


def run(text: str, rupa: Rupa = BIASA) -> BaseOxmlElement:
    """A run of text, which comes out as itself."""
    words = element("t")
    words.text = shown(text)
    words.set(qn("xml:space"), "preserve")
    looks = (
        element("rFonts", ascii=rupa.huruf, hAnsi=rupa.huruf, cs=rupa.huruf) if rupa.huruf else None,
        element("b") if rupa.tebal else None,
        element("i") if rupa.miring else None,
        element("color", val=rupa.warna) if rupa.warna else None,
        element("sz", val=rupa.ukuran) if rupa.ukuran else None,
        element("u", val="single") if rupa.garis else None,
    )
    return element("r", element("rPr", *looks) if rupa != BIASA else None, words)


def shown(text: str) -> str:
    """A text as XML can hold it and a page shows it."""
    return one_line(visible(text))


def paragraph(style: str, *runs: BaseOxmlElement, looks: tuple[BaseOxmlElement | None, ...] = ()) -> BaseOxmlElement:
    """A paragraph in a style, named by its id; `looks` are properties in the schema's order."""
    return element("p", element("pPr", element("pStyle", val=style), *looks), *runs)


def field(code: str) -> BaseOxmlElement:
    """A field that the office program fills in, such as the page's number."""
    return element("fldSimple", run("1"), instr=code)


def table(style: str, widths: tuple[int, ...], *rows: BaseOxmlElement) -> BaseOxmlElement:
    """A table in a style, its columns so many twips wide."""
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val=style),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
        ),
        element("tblGrid", *(element("gridCol", w=each) for each in widths)),
        *rows,
    )


def cell(width: int, *paragraphs: BaseOxmlElement, looks: tuple[BaseOxmlElement | None, ...] = ()) -> BaseOxmlElement:
    """A cell so many twips wide; `looks` are properties in the schema's order."""
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), *looks), *paragraphs)
