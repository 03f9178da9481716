"""Rencana Aksi: what is expected by the end of each quarter, as the plan says it and no more."""

from pathlib import Path

from kantor_laporan import PERJANJIAN, Page, made, result

AGREEMENT = "definitions/perjanjian/2019.yaml"
MONTHLY = "rasio: {tahun: 24, bulan: [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]}"


def rows(text: str) -> dict[str, list[str]]:
    """The cells of each indicator after its name."""
    lines = [line for line in text.splitlines() if line.startswith("| ") and "Nama " in line]
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return {name.removeprefix("Nama ").rstrip("."): rest for _, _, name, *rest in cells}


def test_a_plan_speaks_where_it_speaks(tmp_path: Path) -> None:
    files = {AGREEMENT: PERJANJIAN.replace("rasio: 50", MONTHLY)}
    pages = made(result(tmp_path, "2019", **files), "md", "rencana-aksi")
    found = rows(pages["rencana-aksi-2019-kasi.md"])
    assert found["dokumen"] == ["dokumen", "2.900", "700", "1.450", "2.100", "2.900"]
    assert found["rapat"] == ["dokumen", "4", "–", "2", "–", "4"]
    assert found["rasio"][2:4] == ["6 (Jan 2, Feb 4, Mar 6)", "12 (Apr 8, Mei 10, Jun 12)"]
    assert rows(pages["rencana-aksi-2019.md"])["dokumen"] == found["dokumen"]


def test_without_a_plan_nothing_is_divided(tmp_path: Path) -> None:
    found = rows(made(result(tmp_path), "md", "rencana-aksi")["rencana-aksi-2019-TW2-kasi.md"])
    assert found["nilai"][1:3] == ["80–90", "Tanpa rencana per periode; target setahun tidak dibagi."]
    assert found["layanan"][1:3] == ["–", "Tidak berlaku: tidak dianggarkan."]
    assert found["kosong"][1:3] == ["–", "Belum ada target."]


def test_a_changed_plan_says_so(tmp_path: Path) -> None:
    change = (
        "perubahan: [{tanggal: 2019-05-06, target: {kasi: {dokumen: {tahun: 100, triwulan: [20, 40, 60, 100]}}}}]\n"
    )
    found = rows(
        made(result(tmp_path, **{AGREEMENT: PERJANJIAN + change}), "md", "rencana-aksi")[
            "rencana-aksi-2019-TW2-kasi.md"
        ]
    )
    assert found["dokumen"][1:] == ["100 (semula 2.900 dokumen; diubah 6 Mei 2019)", "20", "40", "60", "100"]


def test_holder_and_superior_sign(tmp_path: Path) -> None:
    page = Page(made(result(tmp_path), jenis="rencana-aksi")["rencana-aksi-2019-TW2-kasi.html"]).text
    assert "Mengetahui, Sekretaris Kecamatan Uji BUDI SANTOSO, S.H." in page
    assert "Plt. Seksi Uji RINA WATI" in page
    assert "definitions/perjanjian/2019.yaml baris 8." in page
