"""DOCX: what Word shows as headings, lists and tables is that, and everything a page says stands in it."""

import io
import re
import subprocess
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from kantor_laporan import Page, made, result, strange, written
from program_uji import needs
from test_dokumen import HOSTILE, hostile_office, numbers, shipped, stands_in

from ikicli.laporan import JENIS
from ikicli.laporan.bahan.tanda import read
from ikicli.laporan.docx_ import write


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def lines(document: Document) -> list[str]:
    """The text of every paragraph, those in tables too, in order."""
    paragraphs = document.element.body.iter(qn("w:p"))
    return ["".join(each.text or "" for each in one.iter(qn("w:t"))) for one in paragraphs]


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\s;·•]+", text))


_UNSEEN = re.compile(
    r"""<caption[ ]class="tersembunyi">.*?</caption> | <figcaption>.*?</figcaption> | <svg.*?</svg>
    | <span[ ]class="tersembunyi">.*?</span> | [.][ ]Batang:.*?150[.]""",
    re.VERBOSE | re.DOTALL,
)


@pytest.mark.parametrize("jenis", JENIS)
def test_it_says_what_the_page_says(tmp_path: Path, jenis: str) -> None:
    hasil = result(tmp_path)
    documents = written(hasil, "docx", jenis)
    for name, html in made(hasil, jenis=jenis).items():
        seen = _UNSEEN.sub(" ", html).replace("<small>", " <small>").replace("<br>", " ")
        document = opened(documents[name.replace(".html", ".docx")])
        assert words(Page(seen).text) - words("\n".join(lines(document))) <= {"–"}, name


def test_every_number_of_the_shipped_office_appears() -> None:
    hasil = shipped()
    for id in [None, *(each.jabatan.id for each in hasil.jabatan)]:
        text = "\n".join(lines(opened(written(hasil, "docx")[f"kinerja-2019{f'-{id}' if id else ''}.docx"])))
        assert not [each for each in numbers(hasil, id) if not stands_in(each, text)], id
        if id and id != "sekcam":
            break


def test_headings_are_headings(tmp_path: Path) -> None:
    document = opened(written(result(tmp_path), "docx")["kinerja-2019-TW2-kasi.docx"])
    styles = [(each.style.name, each.text) for each in document.paragraphs if each.style]
    assert ("Title", "Laporan Kinerja Individu") in styles
    assert [text for style, text in styles if style == "Heading 1"][:3] == [
        "A. Identitas", "B. Tugas dan Fungsi", "C. Ringkasan Capaian",
    ]  # fmt: skip
    assert ("Heading 2", "Tugas") in styles


def test_lists_count_for_themselves(tmp_path: Path) -> None:
    document = opened(written(result(tmp_path), "docx")["kinerja-2019-TW2-kasi.docx"])
    listed = document.element.body.xpath(".//w:p[w:pPr/w:pStyle/@w:val='Daftar']/w:pPr/w:numPr/w:numId/@w:val")
    assert len(set(listed)) > 2, "each list begins anew"
    numbering = document.part.numbering_part.element
    assert {each.get(qn("w:numId")) for each in numbering.findall(qn("w:num"))} >= set(listed)


def test_tables_repeat_their_heads_and_break_no_row(tmp_path: Path) -> None:
    for content in written(result(tmp_path), "docx", "pengukuran").values():
        table = next(each for each in opened(content).tables if each.style and each.style.name == "TabelKinerja")
        heads = table._tbl.xpath("./w:tr[w:trPr/w:tblHeader]")
        assert len(heads) == 2, "titles of the quarters, and T, R, C under them"
        assert len(table._tbl.xpath("./w:tr[not(w:trPr/w:cantSplit)]")) == 0


@pytest.mark.parametrize(
    ("jenis", "orientation"), [("pengukuran", WD_ORIENT.LANDSCAPE), ("kinerja", WD_ORIENT.PORTRAIT)]
)
def test_paper_and_margins(tmp_path: Path, jenis: str, orientation: WD_ORIENT) -> None:
    for content in written(result(tmp_path), "docx", jenis).values():
        section = opened(content).sections[0]
        assert section.orientation == orientation
        assert {round((section.page_width or 0) / 36000), round((section.page_height or 0) / 36000)} == {210, 297}
        footer = section.footer._element
        assert [each.get(qn("w:instr")) for each in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_warning_stands_over_every_page_exactly_when_numbers_are_examples(tmp_path: Path) -> None:
    documents = written(result(tmp_path), "docx")
    marked = {
        name: ("ANGKA CONTOH" in opened(content).sections[0].header.paragraphs[0].text,
               any("ANGKA CONTOH:" in line for line in lines(opened(content))))
        for name, content in documents.items()
    }  # fmt: skip
    assert marked == {
        "kinerja-2019-TW2-kasi.docx": (True, True),
        "kinerja-2019-TW2-sekcam.docx": (False, False),
        "kinerja-2019-TW2.docx": (True, True),
    }


def test_nobody_signs_an_empty_page(tmp_path: Path) -> None:
    document = opened(written(result(tmp_path), "docx", "pengukuran")["pengukuran-2019-TW2-kasi.docx"])
    [signatures] = document.element.body.xpath("./w:tbl[.//w:pStyle/@w:val='PenandaTangan']")
    gap = signatures.getprevious()
    table = gap.getprevious()
    assert gap.xpath("./w:pPr/w:keepNext")
    assert table.xpath("./w:tr[last()]//w:keepNext")
    assert not table.xpath("./w:tr[1]//w:keepNext")


def test_a_page_that_is_full_turns_without_an_empty_one(tmp_path: Path) -> None:
    document = opened(written(result(tmp_path), "docx", "pengukuran")["pengukuran-2019-TW2-kasi.docx"])
    assert not document.element.body.xpath(".//w:br")
    [first] = document.element.body.xpath("./w:p[w:pPr/w:pageBreakBefore]")
    assert first.xpath("./w:pPr/w:pStyle/@w:val") == ["Heading1"]
    assert first.getprevious().tag == qn("w:tbl")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_itself(tmp_path: Path, text: str) -> None:
    for content in written(result(tmp_path, **hostile_office(text)), "docx").values():
        document = opened(content)
        assert "\n".join(lines(document)).count(" ".join(f"awal {text} akhir".split())) > 4
        assert not document.element.body.xpath(".//w:instrText | .//w:hyperlink")


def test_control_characters_are_shown(tmp_path: Path) -> None:
    [naskah] = strange(tmp_path, "bel\x07 esc\x1b[31m nul\x00 lone\ud800")
    document = opened(write(naskah))
    assert "bel␇ esc␛[31m nul␀ lone[U+D800]" in lines(document)
    assert document.core_properties.title.startswith("Laporan Kinerja Individu – bel␇")


@pytest.mark.parametrize("jenis", JENIS)
def test_the_archive_says_nothing_of_machine_and_day(tmp_path: Path, jenis: str) -> None:
    for content in written(result(tmp_path), "docx", jenis).values():
        with ZipFile(io.BytesIO(content)) as archive:
            assert {(each.date_time, each.compress_type, each.create_system) for each in archive.infolist()} == {
                ((1980, 1, 1, 0, 0, 0), ZIP_STORED, 0)
            }
            core = archive.read("docProps/core.xml").decode()
            tanda = read(archive.read("docProps/custom.xml").decode())
        assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"1980-01-01T00:00:00Z"}
        assert "python-docx" not in core
        assert tanda is not None
        assert (tanda.jenis, tanda.format) == (jenis, "docx")


@needs("soffice")
@needs("pdftotext")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    for jenis in ("kinerja", "pengukuran", "lampiran"):
        for name, content in written(result(tmp_path / "kantor"), "docx", jenis).items():
            (tmp_path / name).write_bytes(content)
    names = sorted(tmp_path.glob("*.docx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *names],
                   check=True, capture_output=True, timeout=180)  # fmt: skip
    for path in names:
        done = subprocess.run(["pdftotext", path.with_suffix(".pdf"), "-"], check=True, capture_output=True)
        text = done.stdout.decode()
        assert "KECAMATAN UJI" in text
        assert re.search(r"Halaman 1 dari [1-9]", text), path
