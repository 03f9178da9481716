"""The decree that iki writes says what the decree says: its page, taken apart, against the transcribed text."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from test_keputusan import ANNEX, HEAD, UNIT, Indikator, Jabatan, diktum_of_decree, found, jabatan_of_decree

from ikicli.definisi import load
from ikicli.laporan import Bekal, documents

ROOT = Path(__file__).parents[1]
_LATEX = {"∑": r"\sum", "×": r"\times", "−": "-", "≤": r"\leq", "%": r"\%"}


class Element:
    """An element of a page: its tag, its class, and in order its texts and the elements in it."""

    def __init__(self, tag: str, kind: str = "") -> None:
        self.tag, self.kind = tag, kind
        self.inside: list[Element | str] = []

    def all(self, tag: str, kind: str = "") -> list["Element"]:
        """The elements of a tag below this one, in order; with a class only those that have it."""
        below = [each for each in self.inside if isinstance(each, Element)]
        mine = [each for each in below if each.tag == tag and (not kind or kind in each.kind.split())]
        return [found for each in below for found in ([each] if each in mine else []) + each.all(tag, kind)]

    @property
    def text(self) -> str:
        """Its text; a formula as the decree writes it in LaTeX."""
        if self.tag == "math":
            return f"${' '.join(self.latex.split())}$"
        return " ".join("".join(each if isinstance(each, str) else each.text for each in self.inside).split())

    @property
    def latex(self) -> str:
        """A formula's LaTeX."""
        inner = [each.latex if isinstance(each, Element) else each for each in self.inside]
        match self.tag:
            case "mfrac":
                return r"\frac" + "".join(f"{{{each.strip()}}}" for each in inner if each.strip())
            case "mtext":
                return rf" \text{{{''.join(inner).strip()}}}"
            case "mo":
                return f" {_LATEX.get(''.join(inner), ''.join(inner))} "
            case _:
                return "".join(inner)


class Tree(HTMLParser):
    """A page as a tree."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs).get("class") or "")
        self.open[-1].inside.append(element if tag != "br" else " ")
        if tag not in {"meta", "br"}:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


[(_, HTML)] = documents(Bekal(load(ROOT).kantor), "keputusan", "html")
PAGE = Tree(str(HTML)).root
(TEXT,) = PAGE.all("div", "keputusan")
WRITTEN = PAGE.all("div", "naskah-lampiran")


def tight(latex: str) -> str:
    """A text with the spaces of its formulas taken out: they mean nothing there."""
    return re.sub(r"\$.*?\$", lambda formula: re.sub(r"(?<![a-zA-Z]) | (?![a-zA-Z])", "", formula[0]), latex)


def jabatan_of_page(annex: Element) -> Jabatan:
    """What a section of the page says of a jabatan."""
    name, duties, functions = annex.all("dd")
    groups: list[tuple[str, list[Indikator]]] = []
    for row in (row for body in annex.all("tbody") for row in body.all("tr")):
        *first, told, sources = row.all("td")
        if first:
            groups.append((first[0].text, []))
        listed = tuple(item.text for item in sources.all("li")) or (sources.text,)
        groups[-1][1].append(Indikator(row.all("th")[0].text, tight(told.text), listed))
    tugas, fungsi = (tuple(item.text for item in part.all("li")) for part in (duties, functions))
    return Jabatan(name.text, tugas, fungsi, tuple((sasaran, tuple(rows)) for sasaran, rows in groups))


def spaced(jabatan: Jabatan) -> Jabatan:
    """The decree's words as a page shows them: white space runs together, also in formulas."""
    sasaran = tuple(
        (name, tuple(each._replace(penjelasan=tight(each.penjelasan)) for each in rows))
        for name, rows in jabatan.sasaran
    )
    return jabatan._replace(sasaran=sasaran)


@pytest.mark.parametrize(("section", "annex"), list(zip(ANNEX, WRITTEN, strict=True)))
def test_every_jabatan_is_written_as_it_was_decreed(section: str, annex: Element) -> None:
    assert jabatan_of_page(annex) == spaced(jabatan_of_decree(section))
    assert "Camat Kromengan JOANICO DA COSTA, S.Sos., M.M." in annex.text


def test_number_and_title() -> None:
    assert [each.text for each in PAGE.all("h1")] == ["Keputusan Camat Kromengan"]
    (number,) = found(r"^\*\*NOMOR: (.+)\*\*$", HEAD)
    assert PAGE.all("p", "perihal")[0].text == f"NOMOR: {number}"
    assert TEXT.all("p", "tentang")[0].text == f"TENTANG {UNIT['keputusan']['tentang']}"


def test_considerations_legal_basis_and_decisions() -> None:
    parts = [(dt.text, dd) for dt, dd in zip(TEXT.all("dt"), TEXT.all("dd"), strict=True)]
    listed = {name: [item.text for item in dd.all("li")] for name, dd in parts}
    assert listed["Menimbang"] == UNIT["keputusan"]["menimbang"]
    assert listed["Mengingat"] == UNIT["keputusan"]["mengingat"]
    decided = [
        {"ke": name, "isi": str(dd.inside[0]).strip()} | ({"butir": listed[name]} if listed[name] else {})
        for name, dd in parts[2:]
    ]
    assert decided == diktum_of_decree()


def test_place_day_and_signature() -> None:
    place, day = found(r"^Ditetapkan di : (.+)\n\nPada Tanggal : (.+)$", HEAD)
    (signed,) = PAGE.all("section", "pengesahan")
    assert signed.text.startswith(f"Ditetapkan di {place} pada tanggal {day} Camat Kromengan JOANICO DA COSTA")


def test_no_latex_is_left_on_a_page_or_in_words() -> None:
    [(_, plain)] = documents(Bekal(load(ROOT).kantor), "keputusan", "md")
    for text in (str(HTML), str(plain)):
        assert not re.search(r"\\(?:frac|sum|text|times|leq)|\$", text)
    assert str(HTML).count("<math") == 5
    assert "(jumlah Pengajuan yang dicairkan) / (jumlah Pengajuan yang seharusnya cair) × 100%" in str(plain)
