"""The styles of a document in Word: few, named, to be changed by the office in one place."""

from collections.abc import Iterator

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ikicli.laporan.docx_.unsur import element

_HURUF = "Arial"
_TINTA, _PUDAR, _GARIS, _CONTOH = "1B1E24", "545A66", "B9BEC7", "7A2E00"

_GAYA = """
<w:style {ns} w:type="paragraph" w:styleId="{id}"{own}>
  <w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>
  <w:pPr>{paragraph}</w:pPr>
  <w:rPr>{letters}</w:rPr>
</w:style>"""

_TABEL = """
<w:style {ns} w:type="table" w:customStyle="1" w:styleId="{id}">
  <w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>
  <w:tblPr><w:tblBorders>{borders}</w:tblBorders>
  <w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>
</w:style>"""


def dress(document: Document, size: int) -> None:
    """Gives a document its styles; `size` is that of the text in half points."""
    _language(document.styles.element, size)
    for each in (*_paragraphs(size), *_tables()):
        _replace(document.styles.element, each)


def _language(styles: BaseOxmlElement, size: int) -> None:
    """The language and letters of everything that says nothing else."""
    (letters,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    letters.clear()
    letters.extend(
        [
            element("rFonts", ascii=_HURUF, hAnsi=_HURUF, eastAsia=_HURUF, cs=_HURUF),
            element("color", val=_TINTA),
            element("sz", val=size),
            element("szCs", val=size),
            element("lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA"),
        ]
    )


def _tables() -> Iterator[str]:
    """The table styles: ruled between rows, or between columns too."""
    outer = f'w:val="single" w:sz="8" w:color="{_TINTA}"'
    inner = f'w:val="single" w:sz="4" w:color="{_GARIS}"'
    open_sides = {"top": outer, "bottom": outer, "insideH": inner}
    ruled = {"top": outer, "left": inner, "bottom": outer, "right": inner, "insideH": inner, "insideV": inner}
    for id, name, borders in (
        ("TabelKinerja", "Tabel Kinerja", open_sides),
        ("TabelBergaris", "Tabel Bergaris", ruled),
    ):
        drawn = "".join(f"<w:{side} {look}/>" for side, look in borders.items())
        yield _TABEL.format(ns=nsdecls("w"), id=id, name=name, borders=drawn)


def _paragraphs(size: int) -> list[str]:
    """The paragraph styles. Sizes in half points, distances in twentieths of a point."""
    small, heading = size - 4, '<w:keepNext/><w:spacing w:before="{}" w:after="{}"/>{}<w:outlineLvl w:val="{}"/>'
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="B9BEC7"/></w:pBdr>'
    frame = "".join(
        f'<w:{side} w:val="single" w:sz="12" w:space="6" w:color="A33C00"/>'
        for side in ("top", "left", "bottom", "right")
    )
    bar = '<w:pBdr><w:left w:val="single" w:sz="18" w:space="6" w:color="1B1E24"/></w:pBdr>'
    dots = "".join(f'<w:{s} w:val="dotted" w:sz="6" w:space="1" w:color="{_PUDAR}"/>' for s in ("bottom", "between"))
    after, none = '<w:spacing w:after="{}"/>', '<w:spacing w:before="0" w:after="0"/>'
    centred = '<w:jc w:val="center"/>'
    return [
        _style("Normal", "Normal", after.format(100), ""),
        _style("Title", "Title", f'<w:keepNext/><w:spacing w:before="200" w:after="60"/>{centred}',
               _letters(size + 10, bold=True, caps=True)),
        *(
            _style(f"Heading{level}", f"heading {level}",
                   heading.format(before, 100, "", level - 1).replace("<w:spacing", f"{border}<w:spacing", 1),
                   _letters(size + more, bold=True))
            for level, before, more, border in ((1, 280, 3, rule), (2, 200, 0, ""), (3, 160, -1, ""))
        ),
        _style("Tengah", "Tengah", f"{after.format(60)}{centred}", ""),
        _style("Rapat", "Rapat", '<w:spacing w:before="0" w:after="40"/>', ""),
        _style("Daftar", "Daftar", '<w:spacing w:before="0" w:after="40"/>', ""),
        _style("Isian", "Isian", f'<w:pBdr>{dots}</w:pBdr><w:spacing w:before="60" w:after="60"/>', ""),
        _style("Kecil", "Kecil", after.format(60), _letters(small, _PUDAR)),
        _style("Caption", "caption", f"<w:keepNext/>{after.format(60)}", _letters(small, _PUDAR)),
        _style("IsiTabel", "Isi Tabel", '<w:spacing w:before="30" w:after="30"/>', _letters(small)),
        _style("IsiTabelKecil", "Isi Tabel Kecil", '<w:spacing w:before="20" w:after="20"/>', _letters(small - 2)),
        _style("Rumus", "Rumus", f'{bar}<w:shd w:val="clear" w:fill="EEF0F4"/>{after.format(120)}', ""),
        _style("Contoh", "Contoh",
               f'<w:pBdr>{frame}</w:pBdr><w:shd w:val="clear" w:fill="FFF1E0"/>'
               f'<w:spacing w:before="160" w:after="200"/>{centred}', _letters(size + 2, _CONTOH)),
        _style("Kop", "Kop", f"{none}{centred}", ""),
        _style("PenandaTangan", "Penanda Tangan", f'<w:keepNext/>{none}{centred}', ""),
        _style("Header", "header", f"{none}{centred}", _letters(16, _CONTOH, bold=True)),
        _style("Footer", "footer", none, _letters(16, _PUDAR)),
        _style("Pemisah", "Pemisah", none, _letters(4)),
    ]  # fmt: skip


def _style(id: str, name: str, paragraph: str, letters: str) -> str:
    own = ' w:default="1"' if id == "Normal" else ""
    made = _GAYA.format(ns=nsdecls("w"), id=id, name=name, own=own, paragraph=paragraph, letters=letters)
    return made.replace('<w:basedOn w:val="Normal"/>', "") if own else made


def _letters(size: int, colour: str = "", *, bold: bool = False, caps: bool = False) -> str:
    looks = ("<w:b/>" if bold else "") + ("<w:caps/>" if caps else "")
    return (
        f'{looks}{f"""<w:color w:val="{colour}"/>""" if colour else ""}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _replace(styles: BaseOxmlElement, xml: str) -> None:
    """Puts a style in the place of the one with its id."""
    made = parse_xml(xml)
    for each in styles.findall(qn("w:style")):
        if each.get(qn("w:styleId")) == made.get(qn("w:styleId")):
            styles.remove(each)
    styles.append(made)
