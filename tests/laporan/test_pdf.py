"""PDF: tagged, closed, readable in order, with every number of the results."""

import re
import subprocess
from pathlib import Path

import pytest
from kantor_laporan import result, strange, written
from program_uji import needs
from test_dokumen import HOSTILE, hostile_office, numbers, shipped, stands_in

from ikicli.laporan import JENIS
from ikicli.laporan.bahan.tanda import read
from ikicli.laporan.pdf import write

PDF_UA = b"pdfuaid"


def run(program: str, content: bytes, *arguments: str) -> str:
    done = subprocess.run([program, *arguments, "-", *(["-"] if program == "pdftotext" else [])],
                          input=content, capture_output=True, check=True)  # fmt: skip
    return done.stdout.decode("utf-8")


def text_of(content: bytes) -> str:
    return run("pdftotext", content)


@needs("pdftotext")
@pytest.mark.parametrize("sampai", ["2019", "TW2"])
def test_every_number_of_the_shipped_office_appears(sampai: str) -> None:
    hasil = shipped(sampai)
    pages = written(hasil, "pdf")
    for id in [None, *(each.jabatan.id for each in hasil.jabatan)]:
        text = text_of(pages[f"kinerja-{hasil.sampai.teks}{f'-{id}' if id else ''}.pdf"])
        bound = re.sub(r"≤\s*", "≤ ", text)  # how far apart they stand is pdftotext's guess
        assert not [each for each in numbers(hasil, id) if not stands_in(each, bound)], id


@needs("pdftotext")
def test_it_is_read_in_the_order_of_the_document(tmp_path: Path) -> None:
    text = text_of(written(result(tmp_path), "pdf")["kinerja-2019-TW2-sekcam.pdf"])
    order = [
        "KECAMATAN UJI", "LAPORAN KINERJA INDIVIDU", "A. Identitas", "B. Tugas dan Fungsi", "C. Ringkasan Capaian",
        "D. Pengukuran Kinerja", "Mengetahui,", "Lampiran 1.", "Berkas Sumber",
    ]  # fmt: skip
    places = [text.index(each) for each in order]
    assert places == sorted(places)


@needs("pdfinfo")
@pytest.mark.parametrize("jenis", JENIS)
def test_it_is_tagged_named_and_carries_its_manifest(tmp_path: Path, jenis: str) -> None:
    for name, content in written(result(tmp_path), "pdf", jenis).items():
        info = run("pdfinfo", content)
        assert re.search(r"^Tagged: +yes$", info, re.MULTILINE), name
        assert re.search(r"^Title: +\S", info, re.MULTILINE), name
        assert "CreationDate" not in info
        tanda = read(info)
        assert tanda is not None, name
        assert (tanda.jenis, tanda.format) == (jenis, "pdf")
        assert tanda.berkas


@pytest.mark.parametrize("jenis", JENIS)
def test_every_document_keeps_the_standard_for_readers_who_listen(tmp_path: Path, jenis: str) -> None:
    for hasil in (result(tmp_path), shipped()):
        assert [name for name, content in written(hasil, "pdf", jenis).items() if PDF_UA not in content] == []


@needs("pdftotext")
def test_the_evaluation_fits_on_its_page() -> None:
    [content] = written(shipped(), "pdf", "evaluasi").values()
    first = run("pdftotext", content, "-l", "1")
    assert "Langkah berikutnya" in first
    assert "Halaman 1 dari" in first
    assert "Lampiran 1. Capaian" in run("pdftotext", content, "-f", "2", "-l", "2")


@needs("pdffonts")
def test_letters_are_those_that_come_with_it(tmp_path: Path) -> None:
    for content in written(result(tmp_path), "pdf").values():
        fonts = {line.split()[0].split("+")[-1].split("-")[0] for line in run("pdffonts", content).splitlines()[2:]}
        assert fonts <= {"LibertinusSerif", "DejaVuSansMono", "NewCMMath"}


def whole(text: str) -> str:
    """A text without white space, which a page breaks and joins, and without marks of direction."""
    return re.sub("[\\s\u202a-\u202e\u2066-\u2069]", "", text)


@needs("pdftotext")
@pytest.mark.parametrize("text", [each for each in HOSTILE if "\u2067" not in each and "\u202e" not in each])
def test_hostile_text_comes_out_as_itself(tmp_path: Path, text: str) -> None:
    for jenis in ("kinerja", "lampiran"):
        for name, content in written(result(tmp_path, **hostile_office(text)), "pdf", jenis).items():
            shown = whole(text_of(content))
            assert shown.count(whole(f"awal {text} akhir")) > 4, name


@needs("pdftotext")
@pytest.mark.parametrize("text", ["\u202ekanan", "\u2067terbuka", "nama العربية", "漢字 🙂"])
def test_what_the_fonts_lack_or_turns_is_no_failure(tmp_path: Path, text: str) -> None:
    for content in written(result(tmp_path, **hostile_office(text)), "pdf").values():
        assert "LAPORAN KINERJA INDIVIDU" in text_of(content) or "REKAPITULASI" in text_of(content)


@needs("pdftotext")
def test_control_characters_are_spelled_out(tmp_path: Path) -> None:
    [naskah] = strange(tmp_path, "bel\x07 esc\x1b[31m nul\x00 lone\ud800")
    content = write(naskah)
    assert "bel[U+0007] esc[U+001B][31m nul[U+0000] lone[U+D800]" in text_of(content)
    assert PDF_UA in content


def test_the_template_asks_for_no_package_and_no_file() -> None:
    text = (Path(__file__).parents[2] / "templates/laporan.typ").read_text(encoding="utf-8")
    assert not re.search(r"#?\b(import|include|read|image|plugin|eval|csv|yaml|toml|xml)\b *[(\"@]", text)


@needs("pdftotext")
def test_formulas_of_the_decree_are_set_as_mathematics() -> None:
    content = written(shipped(), "pdf", "lampiran")["lampiran-sekcam.pdf"]
    text = text_of(content)
    assert "frac" not in text
    assert "∑" in text
    assert " / " not in text, "a fraction stands on its line, not beside a slash"


def test_the_same_figure_whatever_the_folder_and_the_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hasil = result(tmp_path)
    first = written(hasil, "pdf")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    assert written(hasil, "pdf") == first
