"""Lists that count for themselves: each begins anew."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from ikicli.laporan.docx_.unsur import element

_RUPA = {"": ("bullet", "•"), "huruf": ("lowerLetter", "%1."), "angka": ("decimal", "%1.")}
_DAFTAR = """
<w:abstractNum {ns} w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>"""


class Numbering:
    """The lists of one document."""

    def __init__(self, part: BaseOxmlElement) -> None:
        for each in list(part):
            part.remove(each)
        self.part, self.lists = part, 0
        for id, (kind, text) in enumerate(_RUPA.values()):
            part.append(parse_xml(_DAFTAR.format(ns=nsdecls("w"), id=id, kind=kind, text=text)))

    def new(self, tanda: str) -> int:
        """The number of a new list with a mark (a key of `_RUPA`)."""
        self.lists += 1
        begin = element("lvlOverride", element("startOverride", val=1), ilvl=0)
        kind = element("abstractNumId", val=list(_RUPA).index(tanda))
        self.part.append(element("num", kind, begin, numId=self.lists))
        return self.lists
