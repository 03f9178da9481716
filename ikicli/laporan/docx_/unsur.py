"""Elements of WordprocessingML, made without a sentence for each."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ikicli.laporan.escape import one_line, visible


def element(tag: str, *children: BaseOxmlElement | None, **attributes: object) -> BaseOxmlElement:
    """The element `w:tag`, with the children that there are."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend([each for each in children if each is not None])
    return made


def run(text: str, *looks: BaseOxmlElement) -> BaseOxmlElement:
    """A run of text, which comes out as itself."""
    words = element("t")
    words.text = one_line(visible(text))
    words.set(qn("xml:space"), "preserve")
    return element("r", element("rPr", *looks) if looks else None, words)


def paragraph(style: str, *runs: BaseOxmlElement, looks: tuple[BaseOxmlElement, ...] = ()) -> BaseOxmlElement:
    """A paragraph in a style, named by its id; `looks` are properties in the order that the schema wants."""
    return element("p", element("pPr", element("pStyle", val=style), *looks), *runs)


def field(code: str) -> BaseOxmlElement:
    """A field that the office program fills in, such as the page's number."""
    return element("fldSimple", run("1"), instr=code)
