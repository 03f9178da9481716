"""Perjanjian Kinerja: who agrees with whom on what, and what was changed."""

from pathlib import Path

import pytest
from kantor_laporan import PERJANJIAN, Page, made, result

AGREEMENT = "definitions/perjanjian/2019.yaml"
CHANGE = """\
perubahan:
  - {tanggal: 2019-03-04, dasar: Surat A., target: {kasi: {rasio: 55, kosong: 3}}}
  - {tanggal: 2019-09-02, target: {kasi: {rasio: 60}, sekcam: {hadir: {tidak_berlaku: dihapus}}}}
"""


def test_both_parties_are_named_and_sign(tmp_path: Path) -> None:
    page = Page(made(result(tmp_path), jenis="perjanjian")["perjanjian-2019-TW2-kasi.html"]).text
    assert "manajemen pemerintahan yang efektif, transparan, dan akuntabel" in page
    first, second = page.index("Nama RINA WATI Jabatan Plt. Seksi Uji"), page.index("Nama BUDI SANTOSO, S.H. Jabatan")
    assert first < page.index("disebut Pihak Pertama") < second < page.index("disebut Pihak Kedua")
    left, right = page.index("Pihak Kedua, Sekretaris Kecamatan Uji BUDI SANTOSO"), page.index("Ujung, ......")
    assert left < right and "Pihak Pertama, Plt. Seksi Uji RINA WATI NIP. ....." in page[right:]
    assert "Plt. Plt." not in page


def test_the_head_of_the_office_is_the_second_party_at_the_top(tmp_path: Path) -> None:
    text = made(result(tmp_path), "md", "perjanjian")["perjanjian-2019-TW2-sekcam.md"]
    assert (
        "Pihak Kedua,\\\nCamat Uji\n\n&nbsp;\n\n**SITI AMINAH, S.Sos.**\\\nPembina\\\nNIP. 197001011990012001" in text
    )


def test_every_indicator_has_its_target_or_why_not(tmp_path: Path) -> None:
    rows = made(result(tmp_path), "md", "perjanjian")["perjanjian-2019-TW2-kasi.md"]
    for row in (
        "| 1 | Baik. | Nama dokumen. | 2.900 dokumen |",
        "| 2 |  | Nama nilai. | 80–90 skor |",
        "| 3 |  | Nama layanan. | tidak berlaku: tidak dianggarkan |",
        "| 5 |  | Nama kosong. | belum ada target |",
        "| 10 |  | Nama batas. | ≤ 2,5 dokumen |",
    ):
        assert row in rows
    assert "2.900 dokumen, Perjanjian Kinerja 2019: definitions/perjanjian/2019.yaml baris 8." in rows


@pytest.mark.parametrize(
    ("sampai", "titled", "row"),
    [
        ("02", "# Perjanjian Kinerja\n", "| 50 persen |"),
        ("TW2", "# Perjanjian Kinerja Perubahan\n", "| 55 persen (semula 50 persen; diubah 4 Maret 2019) |"),
        ("2019", "# Perjanjian Kinerja Perubahan\n", "| 60 persen (semula 50 persen; diubah 2 September 2019) |"),
    ],
)
def test_changes_count_from_their_month_on(tmp_path: Path, sampai: str, titled: str, row: str) -> None:
    hasil = result(tmp_path, sampai, **{AGREEMENT: PERJANJIAN + CHANGE})
    text = made(hasil, "md", "perjanjian")[f"perjanjian-{hasil.sampai.teks}-kasi.md"]
    assert titled in text and row in text


def test_a_change_says_when_and_on_what_basis(tmp_path: Path) -> None:
    hasil = result(tmp_path, "2019", **{AGREEMENT: PERJANJIAN + CHANGE})
    pages = made(hasil, "md", "perjanjian")
    text = pages["perjanjian-2019-kasi.md"]
    assert "mengubah Perjanjian Kinerja 2019 sejak 4 Maret 2019 dengan dasar Surat A.\n" in text
    assert "mengubah Perjanjian Kinerja 2019 sejak 2 September 2019.\n" in text
    assert "3 dokumen (semula belum ditetapkan; diubah 4 Maret 2019)" in text
    assert "Perjanjian Kinerja Perubahan 4 Maret 2019: definitions/perjanjian/2019.yaml baris 18." in text
    assert "50 persen, semula: definitions/perjanjian/2019.yaml baris 12." in text
    assert (
        "| tidak berlaku: dihapus (semula 90 persen; diubah 2 September 2019) |" in pages["perjanjian-2019-sekcam.md"]
    )


def test_a_year_without_agreement_invents_nothing(tmp_path: Path) -> None:
    hasil = result(tmp_path, **{AGREEMENT: "tahun: 2019\n"})
    for name, html in made(hasil, jenis="perjanjian").items():
        text = Page(html).text
        assert "belum ada target" in text and "Target tahun 2019 belum ditetapkan." in text, name
        assert "RINA" not in text


def test_illustrative_targets_are_said_to_be(tmp_path: Path) -> None:
    hasil = result(tmp_path, **{AGREEMENT: f"contoh: true\n{PERJANJIAN}"})
    for format in ("html", "md"):
        assert all("ANGKA CONTOH:" in text for text in made(hasil, format, "perjanjian").values())
        assert not any("ANGKA CONTOH" in text for text in made(result(tmp_path / "a"), format, "perjanjian").values())
