"""Chapter III of the LKjIP: by sasaran across jabatan, beside last year and the Renstra, with blanks where due."""

import re
from pathlib import Path

from kantor_laporan import FILES, Page, made, result

NAME = "lkjip-2019-TW2"


def documents(folder: Path, **files: str) -> tuple[str, str]:
    """The text of the page and the Markdown."""
    hasil = result(folder, **files)
    return Page(made(hasil, "html", "lkjip")[f"{NAME}.html"]).text, made(hasil, "md", "lkjip")[f"{NAME}.md"]


def test_one_document_for_the_office(tmp_path: Path) -> None:
    assert list(made(result(tmp_path), "md", "lkjip")) == [f"{NAME}.md"]


def test_jabatan_that_serve_one_sasaran_stand_together(tmp_path: Path) -> None:
    sekcam = FILES["definitions/jabatan/sekcam.yaml"]
    one, two = (documents(tmp_path / at, **files)[1] for at, files in (
        ("a", {}), ("b", {"definitions/jabatan/sekcam.yaml": sekcam.replace("nama: Baik.", "nama: Tertib.")}),
    ))  # fmt: skip
    measured = one.split("## C.")[0]
    assert measured.count("### Baik.") == 1
    assert re.findall(r"^\| (\d+) \| Nama", measured, re.MULTILINE) == [str(number) for number in range(1, 13)]
    assert two.split("## C.")[0].count("### Tertib.") == 1


def test_last_year_and_which_way_it_went(tmp_path: Path) -> None:
    before = "kasi,nilai,n,2018-TW2,60\nkasi,dokumen,a,2018-03,1000\nkasi,nihil,a,2018-03,1\n"
    page, plain = documents(
        tmp_path,
        **{
            "realisasi/2018/isian.csv": FILES["realisasi/2018/isian.csv"] + before,
            "definitions/perjanjian/2018.yaml": (
                "tahun: 2018\ncontoh: true\ntarget: {kasi: {nilai: 60, dokumen: 500, nihil: 1}}\n"
            ),
        },
    )
    assert "| 1 | Nama dokumen. | dokumen | 1.000 | 1.234,5 | 200 | 85,14 | Menurun |" in plain
    assert "| 2 | Nama nilai. | skor | 60 | 85 | 100 | 100 | Tetap |" in plain
    assert "| 7 | Nama nihil. | dokumen | 1 | 2 | 100 | – | – |" in plain
    for text in (page, plain):
        assert "Angka tahun 2018 (angka contoh) pada rentang yang sama dihitung dengan definisi sekarang." in text
        assert "9 indikator lain tidak mempunyai pembandingnya." in text


def test_without_last_year_and_without_renstra(tmp_path: Path) -> None:
    page, plain = documents(tmp_path, **{"definitions/renstra.yaml": 'periode: "2016-2021"\ntarget: {}\n'})
    for text in (page, plain):
        assert "Realisasi 2018 pada rentang yang sama belum ada, sehingga tidak dapat dibandingkan." in text
        assert "Target jangka menengah belum dicatat; tempatnya definitions/renstra.yaml." in text


def test_the_renstra_is_held_against_its_last_target(tmp_path: Path) -> None:
    page, plain = documents(tmp_path)
    assert "| 11 | Nama hadir. | 85,47 persen | 90 | 95 (2021) | 89,97 |" in plain
    assert "| 1 | Nama dokumen. | 1.234,5 dokumen | – | 3.000 (2020) | 41,15 |" in plain
    assert "dibandingkan dengan target terakhir Renstra 2016–2021." in page
    assert "definitions/renstra.yaml" in page


def test_an_illustrative_renstra_is_said(tmp_path: Path) -> None:
    marked = {"definitions/renstra.yaml": f"contoh: true\n{FILES['definitions/renstra.yaml']}"}
    for text in documents(tmp_path, **marked):
        assert "Target Renstra dalam dokumen ini hanya ilustrasi, bukan target resmi." in text


def test_blanks_stand_where_a_target_is_not_reached(tmp_path: Path) -> None:
    plain = documents(tmp_path)[1].split("Evaluasi dan Analisis")[1].split("Rencana Tindak Lanjut")[0]
    assert re.findall(r"^#### (\d+)\.", plain, re.MULTILINE) == ["1", "4", "5", "6", "7", "8", "10", "11", "12"]
    assert "- Faktor pendorong: Loket kedua dibuka." in plain
    assert plain.count("........") > 30


def test_every_number_has_its_place(tmp_path: Path) -> None:
    plain = documents(tmp_path)[1]
    assert (
        "**11\\. Nama hadir** Target: definitions/perjanjian/2019.yaml baris 6. "
        "Formula: definitions/jabatan/sekcam.yaml baris 11. "
        "Realisasi: realisasi/2019/isian.csv baris 2; realisasi/2019/unit.csv baris 2–3." in plain
    )
    assert "Hasil indikator lain: sekcam.hadir." in plain
