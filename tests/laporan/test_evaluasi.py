"""The evaluation on one page: worst first, nothing called late that is not due, gaps, steps, the grid and its twin."""

import re
from pathlib import Path

from kantor_laporan import FILES, Page, made, result
from kantor_uji import csv, indikator, jabatan

from ikicli.laporan.bahan.peta import spans
from ikicli.realisasi import Periode

NAME = "evaluasi-2019-TW2"
MONTHS = [f"sekcam,{id},a,2019-{month:02},{value}" for month in range(1, 13) for id, value in (("x", 1), ("y", 2))]


def documents(folder: Path, sampai: str = "TW2", **files: str) -> tuple[str, str]:
    """The page and the Markdown."""
    hasil = result(folder, sampai, **files)
    [html], [md] = (made(hasil, format, "evaluasi").values() for format in ("html", "md"))
    return html, md


def chapter(md: str, title: str) -> str:
    """What stands under a heading."""
    return md.split(f"## {title}\n")[1].split("\n## ", maxsplit=1)[0]


def test_the_quarters_before_and_the_span() -> None:
    year, half, month = Periode(2019, 1, 12), Periode(2019, 4, 6), Periode(2019, 2, 2)
    assert spans(year) == (Periode(2019, 1, 3), Periode(2019, 4, 6), Periode(2019, 7, 9), year)
    assert spans(half) == (Periode(2019, 1, 3), half)
    assert spans(month) == (month,)


def test_worst_first_and_nothing_that_is_not_due(tmp_path: Path) -> None:
    late = chapter(documents(tmp_path)[1], "Yang tertinggal, terendah lebih dahulu")
    assert re.findall(r"^\| (\d+) \| Nama (\w+)\.", late, re.MULTILINE) == [
        ("1", "pelanggaran"), ("2", "batas"), ("3", "dokumen"),
    ]  # fmt: skip
    assert "| 0 | 3 pelanggaran | 0 | Kurang; data 3 dari 6 bulan; target setahun; target nol terlewati |" in late
    assert "2 indikator masih di bawah target setahunnya; belum dapat dikatakan tertinggal." in late


def test_at_the_end_of_the_year_all_are_due(tmp_path: Path) -> None:
    late = chapter(documents(tmp_path, "2019")[1], "Yang tertinggal, terendah lebih dahulu")
    figures = [cells.split(" | ")[4] for cells in re.findall(r"^\| \d .*$", late, re.MULTILINE)]
    assert figures == ["0", "42,57", "47,48", "47,48", "80"]
    assert "target setahunnya" not in late


def test_gaps_and_steps(tmp_path: Path) -> None:
    md = documents(tmp_path)[1]
    assert "- Sekretaris: Pelanggaran (3 periode)." in chapter(md, "Lampiran 3. Semua Data yang Belum Ada")
    steps = chapter(md, "Langkah berikutnya")
    assert "- Nama pelanggaran (Sekretaris): tindak lanjutnya belum ditulis dalam catatan; perlu disusun." in steps
    assert "- Menetapkan target: Nama kosong." in steps
    assert "- Memeriksa target dan data yang tidak memberi capaian: Nama rasio dan Nama nihil." in steps
    said = "analisis: {sekcam: {pelanggaran: {TW1: {tindak_lanjut: [Pembinaan., Apel.]}}}}\n"
    planned = documents(tmp_path / "b", **{"realisasi/2019/catatan.yaml": said})[1]
    assert "- Nama pelanggaran (Sekretaris): Pembinaan Apel (ditulis untuk Triwulan I 2019)." in planned


def test_last_year_is_compared(tmp_path: Path) -> None:
    files = {
        "realisasi/2018/isian.csv": FILES["realisasi/2018/isian.csv"] + "kasi,dokumen,a,2018-03,1000\n",
        "definitions/perjanjian/2018.yaml": "tahun: 2018\ntarget: {kasi: {dokumen: 500}}\n",
    }
    md = documents(tmp_path, **files)[1]
    assert "Dibandingkan dengan 2018: 0 membaik, 0 tetap, 1 menurun." in md
    assert "menurun; tahun lalu 1.000 dokumen, capaian 200" in md


def test_the_grid_says_in_numbers_what_it_shades(tmp_path: Path) -> None:
    html, md = documents(tmp_path)
    drawing = html.split("<svg")[1].split("</svg>")[0]
    shown = re.findall(r'<text class="di-(\w+)".*?>(.*?)</text>', drawing)
    twin = chapter(md, "Lampiran 1. Capaian Setiap Jabatan").replace("\\*", "*")
    rows = [line.strip("| ").split(" | ")[2:] for line in re.findall(r"^\| \d.*$", twin, re.MULTILINE)]
    assert [text for _, text in shown] == [cell.split()[0] for row in rows for cell in row]
    assert {kind for kind, text in shown if text.endswith("*")} == {"tanpa"}
    assert "Ada target setahun di dalamnya" in twin
    page = Page(html)
    assert (page.tags.count("desc"), page.attributes.count(("svg", "role", "img"))) == (1, 1)


def office(targets: str) -> dict[str, str]:
    return {
        "definitions/jabatan/sekcam.yaml": jabatan(indikator("x"), indikator("y")),
        "definitions/jabatan/kasi.yaml": jabatan(indikator("z"), nama="Kasi"),
        "definitions/perjanjian/2019.yaml": f"tahun: 2019\ntarget: {{sekcam: {{{targets}}}, kasi: {{z: 5}}}}\n",
        "definitions/renstra.yaml": 'periode: "2019-2020"\ntarget: {}\n',
        "realisasi/2019/unit.csv": csv(",,pegawai,2019,20"),
        "realisasi/2019/contoh.csv": csv(),
        "realisasi/2018/isian.csv": csv(),
        "realisasi/2019/isian.csv": csv(*MONTHS, *(f"kasi,z,a,2019-{month:02},1" for month in range(1, 13))),
        "realisasi/2019/catatan.yaml": "analisis: {}\n",
    }


def test_the_shades_are_those_of_the_scale(tmp_path: Path) -> None:
    html, _ = documents(tmp_path, "2019", **office("x: 18, y: 48"))
    cells = re.findall(r'<text class="di-(\w+)".*?>(.*?)</text>', html)
    assert [each for each in cells if not each[1].endswith("*")] == [
        ("atas", "160"), ("bawah", "58,33"), ("atas", "109,17"),
    ]  # fmt: skip


def test_when_nothing_is_behind(tmp_path: Path) -> None:
    md = documents(tmp_path, "2019", **office("x: 12, y: 24"))[1]
    assert "Tidak ada yang tertinggal di antara indikator yang sudah dapat dinilai." in md
    assert "Semua data yang diminta untuk rentang ini sudah ada." in md
    assert "Tidak ada yang mendesak menurut data yang ada." in md


def test_nobody_signs(tmp_path: Path) -> None:
    html, md = documents(tmp_path)
    assert "NIP." not in md
    assert 'class="pengesahan"' not in html
