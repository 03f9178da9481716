"""`iki pohon`: the cascade as a tree, a picture, Mermaid and JSON; with results where a year has them."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from kantor_uji import csv, indikator, jabatan, lay_out
from perintah_uji import Iki

SVG = "{http://www.w3.org/2000/svg}"
STRUCTURE = {
    "definitions/unit.yaml": (
        "unit: Kecamatan Uji\nkabupaten: Kabupaten Uji\nurutan: [sekcam, kasi_umum]\n"
        "pimpinan: {id: camat, jabatan: Camat, nama: Nama Camat}\n"
    ),
    "definitions/jabatan/staf.yaml": jabatan(
        indikator("draf", extra="mendukung: [kasi_umum.laporan]"), nama="Staf", atasan="kasi_umum"
    ),
    "definitions/jabatan/kasi_umum.yaml": jabatan(
        indikator("laporan", extra="mendukung: [sekcam.surat, sekcam.surat]"),
        indikator("kunjungan"),
        nama="Kepala Seksi [red]Umum[/red]",
        atasan="sekcam",
    ),
    "definitions/jabatan/sekcam.yaml": jabatan(indikator("surat"), indikator("aduan")),
}
RESULTS = {
    "definitions/perjanjian/2019.yaml": (
        "tahun: 2019\ncontoh: true\ntarget: {sekcam: {surat: 10}, kasi_umum: {laporan: 10}, staf: {draf: 10}}\n"
    ),
    "realisasi/2019/data.csv": csv(
        *(f"sekcam,surat,a,2019-{month:02},1" for month in range(1, 13)), "kasi_umum,laporan,a,2019-01,4"
    ),
}
PLAIN = """\
Kecamatan Uji | Tahun 2019 | aturan lkjip
ANGKA CONTOH: target atau realisasinya ilustrasi, bukan angka resmi.

Camat (camat): 80 Tinggi
  Sekretaris (sekcam): 120 Sangat Tinggi
    • surat: 120 Sangat Tinggi
    • aduan: belum ada target
    Kepala Seksi [red]Umum[/red] (kasi_umum): 40 Sangat Rendah
      • laporan: 40 Sangat Rendah, data 1 dari 12 bulan; mendukung sekcam.surat
      • kunjungan: belum ada target
      Staf (staf): belum ada capaian
        • draf: belum ada data, mendukung kasi_umum.laporan

Belum didukung indikator lain (1, di bawah pimpinan): sekcam.aduan.
Tidak mendukung indikator lain (1): kasi_umum.kunjungan.
"""


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office of this file, and the working directory in it."""
    monkeypatch.chdir(lay_out(tmp_path, STRUCTURE | RESULTS))
    return tmp_path


@pytest.mark.usefixtures("kantor")
def test_the_tree_with_results(iki: Iki) -> None:
    ran = iki("pohon")
    assert (ran.code, ran.out) == (0, PLAIN)
    assert "sampai" not in ran.err


def test_the_structure_alone(iki: Iki, tmp_path: Path) -> None:
    lay_out(tmp_path, STRUCTURE)
    ran = iki("pohon", "--akar", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Kecamatan Uji | susunan jabatan dan dukungan indikator\n\nCamat (camat)\n")
    assert "    • surat\n    • aduan\n    Kepala" in ran.out
    assert "belum ada" not in ran.out


def test_a_year_without_rows_shows_the_structure(iki: Iki, tmp_path: Path) -> None:
    lay_out(tmp_path, STRUCTURE | {"definitions/perjanjian/2019.yaml": "tahun: 2019\n"})
    ran = iki("pohon", "--akar", tmp_path)
    assert (ran.code, "capaian" in ran.out) == (0, False)
    assert "belum ada realisasi 2019" in ran.err


@pytest.mark.usefixtures("kantor")
def test_through_a_period(iki: Iki) -> None:
    assert "  Sekretaris (sekcam): 60 Rendah\n" in iki("pohon", "--tahun", "2019", "--sampai", "TW2").out
    assert iki("pohon", "--sampai", "TW9").code == 2


@pytest.mark.usefixtures("kantor")
def test_json(iki: Iki) -> None:
    told = json.loads(iki("pohon", "--format", "json").out)
    assert (told["versi"], told["tahun"], told["contoh"], told["pimpinan"]["capaian"]) == (1, 2019, True, "80")
    assert [(each["id"], each["atasan"], each["tingkat"]) for each in told["jabatan"]] == [
        ("sekcam", "camat", 1), ("kasi_umum", "sekcam", 2), ("staf", "kasi_umum", 3),
    ]  # fmt: skip
    [laporan, _] = told["jabatan"][1]["indikator"]
    assert (laporan["mendukung"], laporan["didukung"]) == (["sekcam.surat"], ["staf.draf"])
    assert (laporan["capaian"], laporan["keadaan"]) == ("40", "dihitung")
    assert (told["tidak_didukung"], told["tidak_mendukung"]) == (["sekcam.aduan"], ["kasi_umum.kunjungan"])


HOSTILE = '<script>alert("x")</script> ]:::y; end `a` #35; %% {{7*7}}'


def hostile(tmp_path: Path) -> Path:
    text = STRUCTURE["definitions/jabatan/staf.yaml"].replace("Staf", f"'{HOSTILE}'")
    return lay_out(tmp_path, STRUCTURE | RESULTS | {"definitions/jabatan/staf.yaml": text})


def test_mermaid_is_inert(iki: Iki, tmp_path: Path) -> None:
    text = iki("pohon", "--format", "mermaid", "--akar", hostile(tmp_path)).out
    head, *lines = text.splitlines()
    assert head == "flowchart LR"
    shape = re.compile(
        r'  (?:[ji]\d+(?:\["|\("|\(\["|)(?:(?:[\w .,-]|#\d+;|<br/>)*(?:"\]\)|"\]|"\)))?|j\d+ --- [ji]\d+'
        r"|i\d+ -\. mendukung \.-> i\d+)"
    )
    assert [line for line in lines if not shape.fullmatch(line)] == []
    [label] = re.findall(r'^  j3\["([^"]*)"\]$', text, re.MULTILINE)
    assert re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label) == HOSTILE
    assert len([line for line in lines if " -. mendukung .-> " in line]) == 2


def test_the_picture(iki: Iki, tmp_path: Path) -> None:
    ran = iki("pohon", "--format", "svg", "--akar", hostile(tmp_path))
    root = ElementTree.fromstring(ran.out)
    said = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    assert HOSTILE.replace(" ", "") in said.replace(" ", "")
    assert "ANGKA CONTOH, BUKAN ANGKA RESMI" in said
    assert "40 Sangat Rendah; data 1 dari 12 bulan" in said
    assert (root.get("role"), len(list(root.iter(f"{SVG}title"))), len(list(root.iter(f"{SVG}desc")))) == ("img", 1, 1)
    assert {each.tag for each in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "text", "tspan", "g", "path", "circle")
    }
    cards = [each for each in root.iter(f"{SVG}rect") if each.get("rx")]
    assert len(cards) == 4
    boxes = [tuple(int(card.get(side) or 0) for side in ("x", "y", "width", "height")) for card in cards]
    assert [x for x, *_ in boxes] == sorted({x for x, *_ in boxes})
    assert max(y + height for _, y, _, height in boxes) < int(root.get("height") or 0)


@pytest.mark.usefixtures("kantor")
def test_into_a_file(iki: Iki, tmp_path: Path) -> None:
    ran = iki("pohon", "--keluaran", tmp_path / "a/pohon.txt")
    assert (ran.code, ran.out) == (0, "a/pohon.txt\n")
    assert (tmp_path / "a/pohon.txt").read_text(encoding="utf-8") == PLAIN


def test_errors_end_it(iki: Iki, tmp_path: Path) -> None:
    lay_out(tmp_path, STRUCTURE | RESULTS | {"realisasi/2019/salah.csv": csv("sekcam,x,a,2019-01,1")})
    assert (iki("pohon", "--akar", tmp_path)[:2]) == (1, "")


def test_many_levels(iki: Iki, tmp_path: Path) -> None:
    files = {
        f"definitions/jabatan/j{level}.yaml": jabatan(
            indikator("x"), nama=f"J{level}", atasan=f"j{level - 1}" if level else "camat"
        )
        for level in range(60)
    }
    ran = iki("pohon", "--akar", lay_out(tmp_path, files))
    assert f"{'  ' * 60}J59 (j59)\n" in ran.out
