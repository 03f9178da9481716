"""`iki templat`: forms into a folder, their paths on stdout, and nothing that somebody filled in ever lost."""

from pathlib import Path

import pytest
from formulir_uji import KANTOR_FORMULIR, filled, grid
from kantor_uji import lay_out
from perintah_uji import KANTOR, Iki, files_below, process

CONTOH = (
    "iki: angka contoh di contoh.csv tidak diisikan ke formulir\n"
    "     saran: hapus barisnya sebelum formulir yang sudah diisi dimasukkan\n"
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path, KANTOR_FORMULIR)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def forms(office: Path) -> dict[str, bytes]:
    return {name: text for name, text in files_below(office).items() if name not in KANTOR_FORMULIR}


def test_one_form(iki: Iki, office: Path) -> None:
    ran = iki("templat", "--jabatan", "kasi_umum", "--tahun", "2019")
    assert ran == (0, "formulir/2019/kasi_umum.xlsx\n", "")
    assert set(forms(office)) == {"formulir/2019/kasi_umum.xlsx"}
    assert len(list(filled(grid(office / "formulir/2019/kasi_umum.xlsx")))) == 3


@pytest.mark.parametrize("format", ["xlsx", "csv"])
def test_all_forms(iki: Iki, office: Path, format: str) -> None:
    ran = iki("templat", "--semua", "kirim", "--tahun", "2019", "--format", format)
    names = [f"kirim/{id}.{format}" for id in ("kasi_umum", "staf", "unit")]
    assert ran == (0, "".join(f"{name}\n" for name in names), CONTOH)
    assert set(forms(office)) == set(names)


def test_several_forms_into_a_folder(iki: Iki, office: Path) -> None:
    options = ["--jabatan", "unit", "--jabatan", "kasi_umum", "--jabatan", "unit", "--keluaran", "kirim"]
    ran = iki("templat", "--tahun=2019", "--sampai=TW1", *options)
    assert ran == (0, "kirim/unit.xlsx\nkirim/kasi_umum.xlsx\n", "")
    titles = next(row for row in grid(office / "kirim/unit.xlsx") if "Kode" in row)
    assert titles[4:] == ["Januari", "Februari", "Maret", "Keterangan", "Bukti", "Kode"]


def test_trying_writes_nothing(iki: Iki, office: Path) -> None:
    tried = iki("templat", "--semua", "kirim", "--tahun", "2019", "--coba")
    assert forms(office) == {}
    said, tried_only, _ = tried.err.partition("iki: belum ada yang ditulis\n")
    assert tried_only
    assert iki("templat", "--semua", "kirim", "--tahun", "2019") == tried._replace(err=said)


def test_a_form_is_never_replaced_by_another(iki: Iki, office: Path) -> None:
    iki("templat", "--semua", "kirim", "--tahun", "2019")
    written = forms(office)
    assert iki("templat", "--semua", "kirim", "--tahun", "2019").code == 0
    (office / "kirim/staf.xlsx").write_bytes(b"terisi")
    for name in ("kasi_umum", "unit"):
        (office / f"kirim/{name}.xlsx").unlink()
    ran = iki("templat", "--semua", "kirim", "--tahun", "2019")
    assert (ran.code, ran.out) == (3, "")
    assert "iki: sudah ada, tidak ditimpa: kirim/staf.xlsx\n     saran: mungkin sudah diisi" in ran.err
    assert forms(office) == {"kirim/staf.xlsx": b"terisi"}
    assert set(written) == {"kirim/kasi_umum.xlsx", "kirim/staf.xlsx", "kirim/unit.xlsx"}


def test_a_form_that_would_ask_nothing_is_not_written(iki: Iki, office: Path) -> None:
    ran = iki("templat", "--jabatan", "staf", "--tahun", "2019", "--sampai", "02")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "iki: tidak ada yang perlu diisi di formulir `staf` sampai Februari 2019\n"
        "     saran: variabel bersama ada di formulir `unit`\n"
    )
    assert iki("templat", "--semua", "kirim", "--tahun", "2019", "--sampai", "02").out.split() == [
        "kirim/kasi_umum.xlsx",
        "kirim/unit.xlsx",
    ]
    assert "kirim/staf.xlsx" not in forms(office)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "sebut salah satu: `--jabatan ID` atau `--semua DIR`"),
        (["--jabatan", "staf", "--semua", "x"], "sebut salah satu: `--jabatan ID` atau `--semua DIR`"),
        (["--semua", "x", "--keluaran", "y"], "`--semua` sudah menyebut foldernya"),
        (["--jabatan", "kasi_umun"], "jabatan `kasi_umun` tidak ada\n     saran: mungkin maksud Anda `kasi_umum`"),
        (["--jabatan", "staf", "--sampai", "TW5"], "periode `TW5` tidak dikenal untuk tahun 2019"),
        (["--jabatan", "staf", "--format", "ods"], "`ods` bukan pilihan"),
    ],
)
def test_mistyped(iki: Iki, options: list[str], said: str) -> None:
    ran = iki("templat", "--tahun", "2019", *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("file", "text", "where"),
    [
        ("realisasi/2019/data.csv", "jabatan\n", "realisasi 2019"),
        ("definitions/jabatan/staf.yaml", "jabatan: x\n", "definisi"),
    ],
)
def test_errors_give_no_form(iki: Iki, office: Path, file: str, text: str, where: str) -> None:
    (office / file).write_text(text, encoding="utf-8")
    ran = iki("templat", "--jabatan", "kasi_umum", "--tahun", "2019")
    assert (ran.code, ran.out) == (1, "")
    assert f"iki: tidak ada angka yang diisikan ke formulir: {where} memuat galat" in ran.err
    assert not (office / "formulir").exists()


def test_a_folder_that_cannot_be_written(iki: Iki, office: Path) -> None:
    (office / "berkas").write_text("", encoding="utf-8")
    ran = iki("templat", "--jabatan", "staf", "--tahun", "2019", "--keluaran", "berkas/x")
    assert (ran.code, ran.out) == (3, "")
    assert "iki: berkas" in ran.err


@pytest.mark.parametrize("year", ["1945", "9999"])
def test_any_year_has_a_form(iki: Iki, office: Path, year: str) -> None:
    assert iki("templat", "--jabatan", "staf", "--tahun", year).code == 0
    assert len(forms(office)) == 1


@pytest.mark.parametrize("env", [{"TZ": "Asia/Jayapura", "LC_ALL": "C", "PYTHONHASHSEED": "5"}, {"PYTHONUTF8": "0"}])
def test_the_same_bytes_anywhere(iki: Iki, tmp_path: Path, env: dict[str, str]) -> None:
    for name in ("sini", "sana"):
        lay_out(tmp_path / name, KANTOR)
    assert iki("templat", "--semua", tmp_path / "a", "--tahun", "2019", "--akar", tmp_path / "sini").code == 0
    assert process("templat", "--semua", "b", "--tahun=2019", cwd=tmp_path / "sana", env=env).code == 0
    made = files_below(tmp_path / "a")
    assert len(made) == 2
    assert files_below(tmp_path / "sana/b") == made
