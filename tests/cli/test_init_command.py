"""`iki init`: a new office, whole or not at all."""

import os
from datetime import date
from pathlib import Path

import pytest
from perintah_uji import Iki, files_below

from ikicli.cli.skema import JENIS, file_name

FILES = {
    "definitions/jabatan/kasi_pelayanan.yaml",
    "definitions/jabatan/sekretaris.yaml",
    f"definitions/perjanjian/{date.today().year}.yaml",
    "definitions/unit.yaml",
    f"realisasi/{date.today().year}/contoh.csv",
    *(f".iki/skema/{file_name(name)}" for name in JENIS),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_new_office_is_sound_and_computes(iki: Iki, tmp_path: Path) -> None:
    ran = iki("init", "kantor saya")
    assert (ran.code, ran.err) == (0, "")
    assert set(files_below(tmp_path / "kantor saya")) == FILES
    assert {line.removeprefix("dibuat: kantor saya/") for line in ran.out.splitlines()[: len(FILES)]} == FILES
    next_steps = f"  iki validate\n  iki hitung --tahun {date.today().year} --sampai TW1\n"
    assert ran.out.endswith(f'\nLangkah berikutnya:\n  cd "kantor saya"\n{next_steps}')
    assert iki("validate", "--ketat", "--akar", "kantor saya") == (0, "Tidak ada temuan di definisi.\n", "")
    counted = iki("hitung", "--akar", "kantor saya", "--tahun", str(date.today().year))
    assert (counted.code, counted.err) == (0, "")
    assert "ANGKA CONTOH" in counted.out
    assert not [name for name, text in files_below(tmp_path).items() if b"__" in text or b"\r" in text]


def test_in_the_folder_where_one_is(iki: Iki, tmp_path: Path) -> None:
    ran = iki("init")
    assert set(files_below(tmp_path)) == FILES
    assert "\nLangkah berikutnya:\n  iki validate\n" in ran.out
    assert iki("validate").code == 0


def test_trying_writes_nothing(iki: Iki, tmp_path: Path) -> None:
    ran = iki("init", "--coba", "baru")
    assert (ran.code, ran.err) == (0, "")
    assert {line.removeprefix("akan dibuat: baru/") for line in ran.out.splitlines()} == FILES
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["init", "ada"], ["init", "ada", "--coba"]])
def test_nothing_is_ever_overwritten(iki: Iki, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "ada/definitions").mkdir(parents=True)
    (tmp_path / "ada/definitions/unit.yaml").write_text("milik orang\n", encoding="utf-8")
    ran = iki(*arguments)
    assert ran == (3, "", "iki: sudah ada, tidak ditimpa: ada/definitions/unit.yaml\n     saran: pilih folder lain\n")
    assert files_below(tmp_path) == {"ada/definitions/unit.yaml": b"milik orang\n"}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_not_even_through_a_link(iki: Iki, tmp_path: Path) -> None:
    (tmp_path / "ada/definitions").mkdir(parents=True)
    (tmp_path / "ada/definitions/unit.yaml").symlink_to(tmp_path / "lain.yaml")
    ran = iki("init", "ada")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("iki: ada/definitions/unit.yaml sudah ada\n")
    assert files_below(tmp_path) == {}


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_nothing_is_left_half_written(
    iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru/catatan.txt").write_text("tetap", encoding="utf-8")
    opened = Path.open

    def fail(self: Path, *arguments: str, **options: str) -> object:
        if self.name == "contoh.csv" and "x" in arguments:
            raise error
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", fail)
    if isinstance(error, OSError):
        assert iki("init", "baru").code == 3
    else:
        with pytest.raises(KeyboardInterrupt):
            iki("init", "baru")
    assert [path.name for path in (tmp_path / "baru").iterdir()] == ["catatan.txt"]


def test_a_folder_that_cannot_be_made(iki: Iki, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    ran = iki("init", "berkas/kantor")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("iki: berkas/kantor bukan folder\n")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ('Kecamatan "Satu"', None),
        ("Kecamatan 'Satu'", None),
        ("A: b #c [d] {e} & *f !g |h >i %j @k `l`, -", None),
        ("- a", None),
        ("null", None),
        ("95,5", None),
        ("C:\\folder\\n", None),
        ("Kécamatan 東京 ≥ 😀", None),
        ("__KABUPATEN__ __TAHUN__", None),
        ("  Kecamatan\nDua \t baris\u00a0ini ", "Kecamatan Dua baris ini"),
        ("[red]x[/red]", None),
    ],
)
def test_names_of_every_kind(iki: Iki, tmp_path: Path, name: str, read: str | None) -> None:
    assert iki("init", "baru", "--unit", name, "--kabupaten", name).code == 0
    assert iki("validate", "--ketat", "--akar", "baru") == (0, "Tidak ada temuan di definisi.\n", "")
    counted = iki("hitung", "--akar", "baru", "--tahun", str(date.today().year))
    assert counted.out.startswith(f"{read or name} | Tahun ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "nama ini kosong"),
        (" \n", "nama ini kosong"),
        ("a\x1b[31m", "tak terlihat"),
        ("a\u200bb", "tak terlihat"),
        ("a\x00b", "tak terlihat"),
    ],
)
def test_names_that_are_refused(iki: Iki, tmp_path: Path, name: str, said: str) -> None:
    ran = iki("init", "baru", "--unit", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("iki: opsi `--unit`: nama")
    assert said in ran.err
    assert files_below(tmp_path) == {}
