"""Documents for Word and LibreOffice: real headings, lists and tables, the same bytes everywhere. The door to docx."""

from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header
from docx.shared import Mm, Twips

from ikicli.laporan.bahan.naskah import Naskah
from ikicli.laporan.blok import blocks, title
from ikicli.laporan.docx_.gaya import dress
from ikicli.laporan.docx_.isi import body
from ikicli.laporan.docx_.nomor import Numbering
from ikicli.laporan.docx_.tanda import add_manifest
from ikicli.laporan.docx_.unsur import element, field, paragraph, run, shown
from ikicli.tabel.zip_ import plain_zip

_NO_TIME = datetime(1980, 1, 1)
_LONGEST = 255
"""Letters that Word allows a property."""


def write(naskah: Naskah) -> bytes:
    """A document as DOCX."""
    document = docx.Document()
    dress(document, _size(naskah), tight=naskah.sehalaman)
    width = _page(document, naskah)
    _margins(document, naskah, width)
    numbering = Numbering(document.part.numbering_part.element)
    section = document.element.body.sectPr
    for each in body(blocks(naskah), width, numbering.new):
        section.addprevious(each)
    _about(document, naskah)
    buffer = BytesIO()
    document.save(buffer)
    return plain_zip(buffer)


def _size(naskah: Naskah) -> int:
    """The text's size in half points."""
    return 15 if naskah.sehalaman else 19 if naskah.mendatar else 21


def _page(document: Document, naskah: Naskah) -> int:
    """The paper; answers with the width between its margins in twips."""
    section = document.sections[0]
    short, long = Mm(210), Mm(297)
    section.page_width, section.page_height = (long, short) if naskah.mendatar else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if naskah.mendatar else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = (Mm(16), Mm(16)) if naskah.mendatar else (Mm(22), Mm(18))
    section.top_margin, section.bottom_margin = (
        (Mm(16), Mm(15)) if naskah.mendatar or naskah.sehalaman else (Mm(20), Mm(18))
    )
    section.header_distance = section.footer_distance = Mm(9)
    return int((section.page_width - section.left_margin - section.right_margin) / Twips(1))


def _margins(document: Document, naskah: Naskah, width: int) -> None:
    """Above the text the warning, below it the document's name and the page's number."""
    section = document.sections[0]
    if naskah.contoh:
        said = f"{naskah.contoh.hal} CONTOH, BUKAN {naskah.contoh.hal} RESMI"
        _put(section.header, paragraph("Header", run(said)))
    right = element("tabs", element("tab", val="right", pos=width))
    number = (run("Halaman "), field("PAGE"), run(" dari "), field("NUMPAGES"))
    _put(section.footer, paragraph("Footer", run(naskah.nama), element("r", element("tab")), *number, looks=(right,)))


def _put(part: _Header | _Footer, content: BaseOxmlElement) -> None:
    part.is_linked_to_previous = False
    for each in part.paragraphs:
        each._element.getparent().remove(each._element)
    part._element.append(content)


def _about(document: Document, naskah: Naskah) -> None:
    """What the file says of itself; of the time nothing."""
    about = document.core_properties
    about.title = shown(title(naskah))[:_LONGEST]
    about.author = about.last_modified_by = shown(naskah.kepala.unit)[:_LONGEST]
    about.comments = ""
    about.language = "id-ID"
    about.created = about.modified = _NO_TIME
    add_manifest(document.part.package, naskah.tanda)
