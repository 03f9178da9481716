"""`iki hitung --format xlsx`: the workbook's figures are those of the table, as numbers."""

import io
from pathlib import Path
from typing import Any

import pytest
from formulir_uji import grid
from perintah_uji import KANTOR, Iki, files_below, raw_process

from ikicli.cli import hitung

OPTIONS = ("hitung", "--tahun", "2019", "--format", "xlsx")


def table(content: bytes, sheet: str) -> list[dict[str, Any]]:
    rows = grid(content, sheet)
    top = next(at for at, row in enumerate(rows) if "Id" in row)
    return [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]


def test_figures_are_numbers_and_absent_ones_empty(iki: Iki, kantor: Path) -> None:
    assert iki(*OPTIONS, "--keluaran", "hasil/c.xlsx") == (0, "hasil/c.xlsx\n", "")
    content = (kantor / "hasil/c.xlsx").read_bytes()
    assert [(row["Id"], row["Capaian (%)"], row["Predikat"]) for row in table(content, "Jabatan")] == [
        ("sekcam", 50.0, "Sangat Rendah"),
        ("kasi_umum", 78.33, "Tinggi"),
    ]
    shown = {row["Id"]: row for row in table(content, "Indikator")}
    columns = ("Target", "Realisasi", "Capaian (%)", "Predikat", "Keadaan", "Data (bulan)")
    assert {id: tuple(row[column] for column in columns) for id, row in shown.items()} == {
        "surat": (95.0, 95.0, 100.0, "Sangat Tinggi", "dihitung", "12/12"),
        "aduan": (0.0, 3.0, 0.0, "Sangat Rendah", "dihitung, target nol terlewati", "12/12"),
        "arsip": ("", 7.0, "", "", "belum ada target", "12/12"),
        "rapat": (4.0, "", "", "", "belum ada data", "0/12"),
        "tamu": (90.0, "", "", "", "pembagi nol", "12/12"),
        "kas": ("", "", "", "", "tidak berlaku", "0/12"),
        "stabil": (0.0, 1.0, "", "", "tidak dihitung", "12/12"),
        "laporan": (12.0, 5.0, 41.67, "Sangat Rendah", "dihitung, sementara", "6/12"),
        "kunjungan": ("0,5 s.d. 1,5", 2.0, 133.33, "Sangat Tinggi", "dihitung", "12/12"),
    }
    assert [shown[id]["Bobot"] for id in ("surat", "laporan")] == ["", 60.0]


def test_within_the_year_it_says_which_target_was_taken(iki: Iki, kantor: Path) -> None:
    iki(*OPTIONS, "--sampai", "TW3", "--keluaran", "c.xlsx")
    shown = {row["Id"]: row["Keadaan"] for row in table((kantor / "c.xlsx").read_bytes(), "Indikator")}
    assert shown["surat"] == "dihitung, target setahun"
    assert shown["laporan"] == "dihitung, sementara"
    rows = [[cell for cell in row if cell != ""] for row in grid(kantor / "c.xlsx", "Ringkasan")]
    assert ["Capaian Kinerja s.d. Triwulan III 2019"] in rows


def test_the_summary(iki: Iki, kantor: Path) -> None:
    iki(*OPTIONS, "--keluaran", "c.xlsx")
    rows = [[cell for cell in row if cell != ""] for row in grid(kantor / "c.xlsx", "Ringkasan")]
    for expected in (
        ["Capaian", 64.17],
        ["Predikat", "Rendah"],
        ["Indikator dihitung", 4.0],
        ["Indikator tanpa capaian", 4.0],
        ["Target nol terlewati, dihitung menurut aturan: sekcam.aduan."],
        ["Sangat Tinggi", 91.0],
    ):
        assert expected in rows
    assert not any("CONTOH" in str(cell) for row in rows for cell in row)
    assert not any(
        "2018" in str(cell)
        for name in ("Jabatan", "Indikator")
        for row in grid(kantor / "c.xlsx", name)
        for cell in row
    )


def test_illustrative_figures_are_named_on_every_sheet(iki: Iki, kantor: Path) -> None:
    (kantor / "realisasi/2019/data.csv").rename(kantor / "realisasi/2019/contoh.csv")
    iki(*OPTIONS, "--keluaran", "c.xlsx")
    for sheet in ("Ringkasan", "Jabatan", "Indikator"):
        said = [str(cell) for row in grid(kantor / "c.xlsx", sheet)[:5] for cell in row]
        assert any(text.startswith("ANGKA CONTOH: ") for text in said)


def test_last_year_stands_behind(iki: Iki, kantor: Path) -> None:
    header = "jabatan,indikator,variabel,periode,nilai\n"
    (kantor / "realisasi/2018").mkdir()
    (kantor / "realisasi/2018/contoh.csv").write_text(f"{header}kasi_umum,laporan,a,2018-TW1,4\n", encoding="utf-8")
    (kantor / "definitions/perjanjian/2018.yaml").write_text(
        "tahun: 2018\ntarget: {kasi_umum: {laporan: 8}}\n", encoding="utf-8"
    )
    iki(*OPTIONS, "--keluaran", "c.xlsx")
    content = (kantor / "c.xlsx").read_bytes()
    shown = {row["Id"]: [row[column] for column in row if "2018" in column] for row in table(content, "Indikator")}
    assert (shown["laporan"], shown["kunjungan"]) == ([4.0, 50.0, "3/12", "contoh"], ["", "", "", ""])
    shown = {row["Id"]: [row[column] for column in row if "2018" in column] for row in table(content, "Jabatan")}
    assert shown == {"sekcam": ["", ""], "kasi_umum": [50.0, "contoh"]}
    for sheet in ("Jabatan", "Indikator"):
        assert "Angka tahun 2018 pada rentang yang sama dihitung dengan definisi sekarang." in grid(content, sheet)[1]
    said = "Tahun lalu, Januari s.d. Desember 2018: 50 (Sangat Rendah), dihitung dengan definisi sekarang; "
    (told,) = [cell for row in grid(content, "Ringkasan") for cell in row if str(cell).startswith(said)]
    assert str(told).endswith("; angka contoh.")


def test_redirected_it_is_the_file_itself(iki: Iki, kantor: Path) -> None:
    iki(*OPTIONS, "--keluaran", "c.xlsx")
    done = raw_process(*OPTIONS, cwd=kantor, env={"TZ": "Asia/Jayapura", "PYTHONHASHSEED": "3"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (kantor / "c.xlsx").read_bytes()


def test_a_terminal_is_told_to_name_a_file(iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hitung, "is_terminal", lambda _: True)
    ran = iki(*OPTIONS)
    assert (ran.code, ran.out) == (2, "")
    assert "saran: tulis `--keluaran capaian-2019.xlsx`" in ran.err
    assert files_below(kantor).keys() == KANTOR.keys()


@pytest.mark.parametrize("format", ["tabel", "csv", "json"])
def test_every_format_goes_into_a_file(iki: Iki, kantor: Path, format: str) -> None:
    shown = iki("hitung", "--tahun", "2019", "--format", format).out
    assert iki("hitung", "--tahun", "2019", "--format", format, "--keluaran", "c") == (0, "c\n", "")
    assert (kantor / "c").read_text(encoding="utf-8") == shown


def test_without_any_jabatan(iki: Iki, kantor: Path) -> None:
    for path in (kantor / "definitions/jabatan").iterdir():
        path.unlink()
    for name in ("definitions/perjanjian/2019.yaml", "realisasi/2019/data.csv"):
        (kantor / name).unlink()
    (kantor / "definitions/unit.yaml").write_text(
        "unit: U\nkabupaten: K\npimpinan: {id: camat, jabatan: Camat, nama: N}\n", encoding="utf-8"
    )
    done = raw_process(*OPTIONS, cwd=kantor)
    assert done.returncode == 0
    assert table(io.BytesIO(done.stdout).getvalue(), "Jabatan") == []
