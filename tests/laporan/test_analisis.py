"""The chapters of analysis: what is said, for which period, and blanks where nobody has said anything."""

import hashlib
import re
from pathlib import Path

import pytest
from kantor_laporan import CATATAN, Page, made, result
from markdown_it import MarkdownIt

from ikicli.definisi import load
from ikicli.laporan import JENIS, Bekal
from ikicli.realisasi.catatan import load_notes

NOTES = "realisasi/2019/catatan.yaml"
HOLDER, OFFICE = "kinerja-2019-TW2-kasi", "kinerja-2019-TW2"


def chapter(markdown: str, title: str) -> str:
    """The part of a document under a heading, up to the next one of its level."""
    found = re.search(rf"^## \w\. {title}.*?\n(.*?)^(?:## |---)", markdown, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def test_the_holder_reads_what_is_said_and_finds_blanks(tmp_path: Path) -> None:
    text = chapter(made(result(tmp_path), "md")[f"{HOLDER}.md"], "Evaluasi dan Analisis")
    first, second, *rest = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    assert first.splitlines() == [
        "1. Nama dokumen.",
        "",
        "Target 1.450, realisasi 1.234,5 dokumen, capaian 85,14 persen: Baik.",
        "",
        "- Faktor pendorong: Loket kedua dibuka.",
        "- Faktor penghambat:",
        "  - Jaringan terputus.",
        "  - Satu petugas diklat.",
        "",
    ]
    assert second.startswith("2. Nama nilai.")
    assert second.count("........") // 5 == 2
    assert "Belum berakhir" not in text, "an analysis of the year does not speak in June"
    assert not any(part.startswith("3. ") for part in rest), "an indicator that does not apply asks for nothing"


def test_an_analysis_of_an_earlier_period_says_so(tmp_path: Path) -> None:
    pages = made(result(tmp_path), "md")
    text = pages["kinerja-2019-TW2-sekcam.md"]
    said = "Ditulis untuk Triwulan I 2019; yang untuk Triwulan II 2019 belum ada."
    assert said in chapter(text, "Evaluasi dan Analisis")
    assert f"({said}) Rekap diteruskan." in chapter(text, "Rencana Tindak Lanjut")
    assert said not in pages[f"{HOLDER}.md"]


def test_the_office_reads_what_is_said_and_no_blanks(tmp_path: Path) -> None:
    text = made(result(tmp_path), "md")[f"{OFFICE}.md"]
    evaluation, plans = chapter(text, "Evaluasi dan Analisis"), chapter(text, "Rencana Tindak Lanjut")
    assert "### Sekretaris Kecamatan Uji" in evaluation and "### Plt. Seksi Uji" in evaluation
    assert "#### 11. Nama hadir." in evaluation, "the numbers are those of the office's table"
    assert "........" not in evaluation + plans
    assert plans.startswith("### Sekretaris Kecamatan Uji")
    assert "Plt. Seksi Uji" not in plans, "nobody of it has a plan"


def test_without_analyses_the_office_has_no_such_chapter(tmp_path: Path) -> None:
    hasil = result(tmp_path)
    *_, office = JENIS["kinerja"].naskah(Bekal(hasil.kantor, hasil.sampai, (hasil,)), None)
    assert not any("Analisis" in part.judul or "Tindak" in part.judul for part in office.bagian)
    blank = made(result(tmp_path, **{NOTES: "analisis: {}\n"}), "md")
    assert chapter(blank[f"{OFFICE}.md"], "Evaluasi dan Analisis") == ""
    assert chapter(blank["kinerja-2019-TW2-sekcam.md"], "Rencana Tindak Lanjut").splitlines() == [
        f"- **1. Nama hadir.** {'.' * 40}",
        f"- **2. Nama pelanggaran.** {'.' * 40}",
    ]


def test_both_formats_say_the_same(tmp_path: Path) -> None:
    hasil = result(tmp_path)
    html, markdown = made(hasil, "html"), made(hasil, "md")
    for said in ("Loket kedua dibuka.", "Satu petugas diklat.", "Rekap diteruskan.", "Ditulis untuk Triwulan I 2019"):
        for name in (HOLDER, "kinerja-2019-TW2-sekcam", OFFICE):
            assert (said in Page(html[f"{name}.html"]).text) == (said in markdown[f"{name}.md"])
    assert Page(html[f"{HOLDER}.html"]).problems == []


def test_the_file_stands_among_the_sources_where_it_speaks(tmp_path: Path) -> None:
    digest = hashlib.sha256(CATATAN.encode()).hexdigest()
    page = Page(made(result(tmp_path))[f"{HOLDER}.html"]).text
    assert "Catatan analisis" in page and digest in page
    later = made(result(tmp_path, sampai="01"), "md")
    assert not any("catatan.yaml" in text for text in later.values()), "no analysis is as old as January"


@pytest.mark.parametrize("format", ["html", "md"])
def test_illustrative_analyses_make_every_document_with_them_say_so(tmp_path: Path, format: str) -> None:
    replaced = {
        "realisasi/2019/contoh.csv": "jabatan,indikator,variabel,periode,nilai\n",
        NOTES: f"contoh: true\n{CATATAN}",
    }
    pages = made(result(tmp_path / "x", **replaced), format)
    assert len(pages) == 3
    for text in pages.values():
        assert "ANALISIS CONTOH:" in text
        assert "Evaluasi dan Analisis (contoh)" in text
        assert "ANGKA CONTOH" not in text
    mixed = made(result(tmp_path, **{NOTES: f"contoh: true\n{CATATAN}"}), format)[f"{HOLDER}.{format}"]
    assert "ANGKA CONTOH:" in mixed and "Analisisnya juga hanya ilustrasi." in mixed
    silent = made(result(tmp_path, sampai="01", **{NOTES: f"contoh: true\n{CATATAN}"}), format)
    assert not any("Analisisnya" in text or "ANALISIS" in text for text in silent.values())


def test_hostile_analyses_act_on_no_page(tmp_path: Path) -> None:
    text = "<script>alert(1)</script> [x](http://x) | *b*"
    notes = (
        f"analisis: {{sekcam: {{hadir: {{TW2: {{pendorong: '{text}', tindak_lanjut: ['{text}', '# {text}']}}}}}}}}\n"
    )
    hasil = result(tmp_path, **{NOTES: notes})
    page = Page(made(hasil)["kinerja-2019-TW2-sekcam.html"])
    assert "script" not in page.tags and page.text.count("<script>alert(1)</script>") == 3
    tokens = MarkdownIt("commonmark").parse(made(hasil, "md")["kinerja-2019-TW2-sekcam.md"])
    about = [token for token in tokens if "alert" in token.content and token.type == "inline"]
    assert len(about) == 3
    assert {child.type for token in about for child in token.children or ()} <= {"text", "strong_open", "strong_close"}


def test_the_shipped_analyses_are_marked_as_examples() -> None:
    kantor = load(Path(__file__).parents[2]).kantor
    noted = load_notes(kantor, 2019)
    assert noted.diagnostics == ()
    assert noted.catatan.contoh and len(noted.catatan.analisis) >= 5
