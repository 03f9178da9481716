"""`iki cocokkan`: on the terminal, as JSON and Markdown, and where there is nothing to compare."""

import json
from pathlib import Path

import pytest
from kantor_uji import indikator, jabatan, lay_out
from perintah_uji import Iki, files_below

KEPUTUSAN = """\
**NOMOR: 188.45/ /2019**

**TENTANG**

**INDIKATOR KINERJA**

- Menimbang : a. Bahwa satu.
- Mengingat : 1. Undang-Undang;
2. Peraturan.

MEMUTUSKAN

Menetapkan

KESATU

: Indikator.

Ditetapkan di : Uji

Pada Tanggal : Januari 2019

**CAMAT**

**NAMA CAMAT**

1. Jabatan : **Sekretaris [red]**
2. Tugas :
  - Menyusun laporan setiap bulan; dan
  - Melaksanakan tugas lain.
3. Fungsi :
  - Pelaporan.

SASARAN	INDIKATOR	PENJELASAN	SUMBER DATA
Baik.	Nama surat.	Penjelasan.	Arsip.
	Nama aduan.	Penjelasan.	Arsip.
"""
UNIT = """\
unit: Kecamatan Uji
kabupaten: Kabupaten Uji
pimpinan: {id: camat, jabatan: Camat, nama: NAMA CAMAT}
keputusan:
  nomor: 188.45/ /2019
  tentang: INDIKATOR KINERJA
  ditetapkan: Uji, Januari 2019
  menimbang: [Bahwa satu.]
  mengingat: [Undang-Undang;, Peraturan.]
  diktum: [{ke: KESATU, isi: Indikator.}]
"""
SEKCAM = jabatan(indikator("surat"), indikator("aduan"), nama='"Sekretaris [red]"').replace(
    "tugas: [Bekerja.]\nfungsi: [Bekerja.]",
    "tugas:\n  - Menyusun laporan setiap bulan; dan\n  - Melaksanakan tugas lain.\nfungsi: [Pelaporan.]",
)
KANTOR = {
    "definitions/unit.yaml": UNIT,
    "definitions/jabatan/sekcam.yaml": SEKCAM,
    "definitions/keputusan.md": KEPUTUSAN,
}
SAMA = """\
Kecamatan Uji | keputusan definitions/keputusan.md

  kepala keputusan  10/10  nomor 1/1, tentang 1/1, menimbang 1/1, mengingat 2/2, diktum 1/1, nama diktum 1/1, \
ditetapkan 1/1, pejabat 1/1, nama pejabat 1/1
  sekcam            11/11  tugas 2/2, fungsi 1/1, sasaran 1/1, indikator 2/2, penjelasan 2/2, sumber data 2/2

21 dari 21 butir sama persis (100 %).

Yang tidak jelas dalam keputusan sendiri:
  nomor: nomor keputusan belum lengkap: `188.45/ /2019`  (definitions/keputusan.md:1)
  tanggal: hari penetapannya tidak tertulis: `Uji, Januari 2019`  (definitions/keputusan.md:19)
"""
BEDA = """\
20 dari 21 butir sama persis (95,24 %).

Perbedaan:
  [-kata-] hanya ada di keputusan, {+kata+} hanya ada di definisi.

  sekcam, tugas 1: bunyinya berbeda
    definitions/keputusan.md:29, definitions/jabatan/sekcam.yaml:4
    Menyusun laporan setiap [-bulan;-] {+triwulan;+} dan

"""


@pytest.fixture
def uji(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small office with its decree, and the working directory in it."""
    lay_out(tmp_path, KANTOR)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def change(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.usefixtures("uji")
def test_verbatim(iki: Iki) -> None:
    ran = iki("cocokkan")
    assert (ran.code, ran.out, ran.err) == (0, SAMA, "")
    assert iki("cocokkan", "definitions/keputusan.md").out == SAMA


@pytest.mark.usefixtures("uji")
def test_a_difference_is_shown_word_by_word_with_both_places(iki: Iki) -> None:
    change("definitions/jabatan/sekcam.yaml", "setiap bulan", "setiap triwulan")
    ran = iki("cocokkan")
    assert (ran.code, ran.err) == (1, "")
    assert BEDA in ran.out


@pytest.mark.usefixtures("uji")
def test_as_json(iki: Iki) -> None:
    change("definitions/jabatan/sekcam.yaml", "setiap bulan", "setiap triwulan")
    ran = iki("cocokkan", "--format", "json")
    answer = json.loads(ran.out)
    assert ran.code == 1
    assert answer["versi"] == 1
    assert answer["ringkasan"] == {
        "butir": 21, "sama": 20, "beda": 1, "urutan": 0, "pindah": 0, "hilang": 0, "lebih": 0, "persen": "95.24",
    }  # fmt: skip
    assert answer["perbedaan"] == [
        {
            "letak": "sekcam, tugas 1",
            "jabatan": "sekcam",
            "hal": "tugas",
            "nomor": 1,
            "putusan": "beda",
            "keputusan": {
                "berkas": "definitions/keputusan.md",
                "baris": 29,
                "teks": "Menyusun laporan setiap bulan; dan",
            },
            "definisi": {
                "berkas": "definitions/jabatan/sekcam.yaml",
                "baris": 4,
                "teks": "Menyusun laporan setiap triwulan; dan",
            },
            "selisih": [
                {"di": "keduanya", "teks": "Menyusun laporan setiap"},
                {"di": "keputusan", "teks": "bulan;"},
                {"di": "definisi", "teks": "triwulan;"},
                {"di": "keduanya", "teks": "dan"},
            ],
            "keterangan": [],
        }
    ]
    assert answer["bagian"][1]["menurut_hal"]["tugas"] == {"butir": 2, "sama": 1}
    assert [each["hal"] for each in answer["tidak_jelas"]] == ["nomor", "tanggal"]
    assert (answer["sama_persis"], answer["tanpa_kepala"], answer["tidak_terbaca"]) == (False, None, [])


@pytest.mark.usefixtures("uji")
def test_as_markdown_nothing_of_a_text_acts(iki: Iki) -> None:
    change("definitions/jabatan/sekcam.yaml", "setiap bulan", "setiap <b>|*triwulan*")
    ran = iki("cocokkan", "--format", "md")
    assert ran.code == 1
    assert "- **sekcam, tugas 1**: bunyinya berbeda (definitions/keputusan.md:29, " in ran.out
    assert r"Menyusun laporan setiap ~~bulan;~~ **\<b\>\|\*triwulan\*;** dan" in ran.out
    assert "| sekcam | 10/11 | jabatan 1/1, tugas 1/2, " in ran.out
    assert "<b>" not in ran.out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Penjelasan.", "Penjelasan\u200b.", "ZERO WIDTH SPACE (U+200B) di definisi"),
        ("setiap bulan", "setiap Bulan", "hanya huruf besar dan kecilnya yang berbeda"),
    ],
)
@pytest.mark.usefixtures("uji")
def test_what_the_eye_does_not_see_is_named(iki: Iki, old: str, new: str, said: str) -> None:
    change("definitions/jabatan/sekcam.yaml", old, new)
    ran = iki("cocokkan")
    assert ran.code == 1
    assert said in ran.out


@pytest.mark.usefixtures("uji")
def test_typographic_quotes_are_a_difference_and_named(iki: Iki) -> None:
    change("definitions/keputusan.md", "Melaksanakan tugas lain.", "Melaksanakan \u201ctugas\u201d lain.")
    change("definitions/jabatan/sekcam.yaml", "Melaksanakan tugas lain.", 'Melaksanakan "tugas" lain.')
    ran = iki("cocokkan")
    assert ran.code == 1
    said = "kutip ganda buka (U+201C), kutip ganda tutup (U+201D) di keputusan; kutip ganda tegak (U+0022) di definisi"
    assert f"hanya tanda yang mirip yang berbeda: {said}" in ran.out


@pytest.mark.usefixtures("uji")
def test_a_head_that_the_definitions_do_not_hold_is_not_compared_and_said(iki: Iki) -> None:
    change("definitions/unit.yaml", UNIT[UNIT.index("keputusan:") :], "")
    ran = iki("cocokkan")
    assert ran.code == 0
    assert "11 dari 11 butir sama persis (100 %)." in ran.out
    assert "Kepala keputusan tidak dicocokkan: unit.yaml tidak memuat `keputusan`" in ran.out


@pytest.mark.usefixtures("uji")
def test_lines_that_are_no_items_are_listed(iki: Iki) -> None:
    with Path("definitions/keputusan.md").open("a", encoding="utf-8") as decree:
        decree.write("\nTembusan kepada Bupati.\n")
    ran = iki("cocokkan")
    assert ran.code == 0
    assert "  definitions/keputusan.md:38  di luar tabel: Tembusan kepada Bupati.\n" in ran.out


@pytest.mark.usefixtures("uji")
def test_definitions_in_error_are_compared_as_far_as_they_are_read(iki: Iki) -> None:
    change("definitions/jabatan/sekcam.yaml", "fungsi: [Pelaporan.]", "fungsi: {a: 1}")
    ran = iki("cocokkan")
    assert ran.code == 1
    assert "definisi memuat galat; bagian yang tidak terbaca dicocokkan sebagai kosong" in ran.err
    assert "sekcam, fungsi 1: tidak ada di definisi" in ran.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"# Catatan rapat\n\nTidak ada jabatan.\n", "catatan.md: tidak ada bagian jabatan yang terbaca"),
        (b"", "catatan.md: tidak ada bagian jabatan yang terbaca"),
        (b"1. Jabatan : \xff\n", "catatan.md tidak terbaca"),
        (b"\xff\xfe1\x00", "catatan.md tidak terbaca"),
    ],
)
def test_a_file_that_is_no_decree(iki: Iki, uji: Path, content: bytes, said: str) -> None:
    (uji / "catatan.md").write_bytes(content)
    ran = iki("cocokkan", "catatan.md")
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err


@pytest.mark.usefixtures("uji")
def test_without_a_decree(iki: Iki) -> None:
    Path("definitions/keputusan.md").unlink()
    ran = iki("cocokkan")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines()[0] == "iki: definitions/keputusan.md tidak ada"
    assert iki("cocokkan", "lain.md").err.splitlines()[0] == "iki: lain.md tidak ada"


def test_the_offices_own_decree_lies_within_it(iki: Iki, uji: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("luar") / "rahasia.md"
    outside.write_text(KEPUTUSAN, encoding="utf-8")
    (uji / "definitions/keputusan.md").unlink()
    (uji / "definitions/keputusan.md").symlink_to(outside)
    ran = iki("cocokkan")
    assert (ran.code, ran.out) == (3, "")
    assert "tautan ini menunjuk ke luar folder kantor" in ran.err


@pytest.mark.usefixtures("uji")
def test_nothing_is_written(iki: Iki, uji: Path) -> None:
    before = files_below(uji)
    for format in ("teks", "json", "md"):
        iki("cocokkan", "--format", format)
    assert files_below(uji) == before


def test_a_letterhead_of_another_layout_is_asked_for_what_is_stated(iki: Iki, uji: Path) -> None:
    head = (
        "PEMERINTAH KABUPATEN UJI\n\n**KECAMATAN UJI**\n\nJl. Raya 1 Telp. (0341) 12, Kode Pos 65191\n\nKEPUTUSAN\n\n"
    )
    decree, unit = uji / "definitions/keputusan.md", uji / "definitions/unit.yaml"
    decree.write_text(head + decree.read_text("utf-8"), encoding="utf-8")
    assert "kepala keputusan  12/12  kabupaten di kop 1/1, nama kantor di kop 1/1, nomor 1/1" in iki("cocokkan").out
    stated = unit.read_text("utf-8")
    unit.write_text(f"{stated}kop: {{alamat: Jl. Raya 1, telepon: (0341) 12, kode_pos: '6519'}}\n", encoding="utf-8")
    ran = iki("cocokkan")
    assert ran.code == 1
    assert "kode pos di kop 0/1" in ran.out


def test_lines_that_name_nothing_of_the_office_are_no_letterhead(iki: Iki, uji: Path) -> None:
    decree = uji / "definitions/keputusan.md"
    decree.write_text("# Naskah\n\nKEPUTUSAN\n\n" + decree.read_text("utf-8"), encoding="utf-8")
    assert "kepala keputusan  10/10  nomor 1/1" in iki("cocokkan").out
