"""`iki situs`: a folder of pages, replaced whole, and nothing that is anybody else's."""

import os
import shutil
import webbrowser
from pathlib import Path

import pytest
from kantor_uji import lay_out
from perintah_uji import KANTOR, Iki, files_below

from ikicli.cli import ganti_folder
from ikicli.cli.berkas import write_file

COUNT = 3 + 2 + 9
"""Style, overview, cascade; the jabatan; their indicators."""


def made(folder: Path) -> dict[str, bytes]:
    return {name: text for name, text in files_below(folder).items() if name != ganti_folder.TANDA}


def test_into_the_office_and_its_first_page_on_stdout(iki: Iki, kantor: Path) -> None:
    ran = iki("situs")
    assert (ran.code, ran.out, ran.err) == (0, "situs/index.html\n", "")
    assert len(made(kantor / "situs")) == COUNT
    assert {name for name in files_below(kantor) if not name.startswith("situs/")} == set(KANTOR)


def test_into_a_folder_through_a_period(iki: Iki, kantor: Path) -> None:
    ran = iki("situs", "ke/mana", "--tahun", "2019", "--sampai", "TW2")
    assert (ran.code, ran.out) == (0, "ke/mana/index.html\n")
    assert "Sampai dengan Triwulan II 2019" in (kantor / "ke/mana/index.html").read_text("utf-8")


def test_trying_writes_nothing(iki: Iki, kantor: Path) -> None:
    ran = iki("situs", "--coba")
    assert (ran.code, ran.err.splitlines()[0]) == (0, "iki: belum ada yang ditulis")
    assert files_below(kantor).keys() == KANTOR.keys()
    iki("situs")
    assert {f"situs/{name}" for name in made(kantor / "situs")} == set(ran.out.splitlines())


def test_again_gives_the_same_and_stale_pages_vanish(iki: Iki, kantor: Path) -> None:
    iki("situs")
    first = files_below(kantor / "situs")
    (kantor / "situs/.DS_Store").write_bytes(b"")
    assert iki("situs").code == 0
    assert files_below(kantor / "situs") == first
    agreed = kantor / "definitions/perjanjian/2019.yaml"
    agreed.write_text(agreed.read_text("utf-8").split("  kasi_umum")[0], encoding="utf-8")
    (kantor / "definitions/jabatan/kasi_umum.yaml").unlink()
    unit = kantor / "definitions/unit.yaml"
    unit.write_text(unit.read_text("utf-8").replace(", kasi_umum", ""), encoding="utf-8")
    table = kantor / "realisasi/2019/data.csv"
    rows = table.read_text("utf-8").splitlines(keepends=True)
    table.write_text("".join(row for row in rows if not row.startswith("kasi_umum")), encoding="utf-8")
    assert iki("situs").code == 0
    assert set(first) - set(files_below(kantor / "situs")) == {
        "jabatan/kasi_umum.html", "indikator/kasi_umum.laporan.html", "indikator/kasi_umum.kunjungan.html",
    }  # fmt: skip
    assert [path.name for path in kantor.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("catatan.txt", "folder tempat memuat berkas yang tidak dibuat iki: catatan.txt"),
        ("jabatan/foto.jpg", "folder tempat memuat berkas yang tidak dibuat iki: jabatan/foto.jpg"),
    ],
)
def test_what_others_put_there_is_not_deleted(iki: Iki, kantor: Path, name: str, said: str) -> None:
    iki("situs", "tempat")
    before = files_below(kantor / "tempat")
    (kantor / "tempat" / name).write_text("milik orang lain", encoding="utf-8")
    ran = iki("situs", "tempat")
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (3, "", f"iki: {said}")
    assert files_below(kantor / "tempat") == before | {name: b"milik orang lain"}


def test_a_folder_that_is_no_site_is_refused(iki: Iki, kantor: Path) -> None:
    (kantor / "arsip").mkdir()
    (kantor / "arsip/surat.txt").write_text("surat", encoding="utf-8")
    for folder in ("arsip", "."):
        ran = iki("situs", folder)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.startswith(f"iki: folder {folder} tidak kosong dan bukan situs buatan iki\n")
    assert files_below(kantor).keys() == {*KANTOR, "arsip/surat.txt"}
    assert iki("situs", "arsip/surat.txt").err.startswith("iki: arsip/surat.txt bukan folder\n")


def test_an_empty_folder_is_taken(iki: Iki, kantor: Path) -> None:
    (kantor / "kosong").mkdir()
    assert iki("situs", "kosong").code == 0
    assert len(made(kantor / "kosong")) == COUNT


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
def test_nothing_outside_the_office_is_written_unless_named(
    iki: Iki, kantor: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("luar")
    (kantor / "situs").symlink_to(elsewhere)
    ran = iki("situs")
    assert (ran.code, ran.out) == (3, "")
    assert "adalah tautan ke luar folder kantor" in ran.err
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("breaks_at", [1, 8])
def test_what_fails_leaves_the_old_site(
    iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch, breaks_at: int
) -> None:
    iki("situs")
    before, written = files_below(kantor), 0

    def breaking(path: Path, content: str | bytes) -> None:
        nonlocal written
        written += 1
        if written == breaks_at:
            raise OSError(28, "penuh", str(path))
        write_file(path, content)

    monkeypatch.setattr("ikicli.cli.ganti_folder.write_file", breaking)
    ran = iki("situs", "--sampai", "TW1")
    assert (ran.code, ran.out) == (3, "")
    assert files_below(kantor) == before


def test_a_site_that_cannot_take_its_place_leaves_the_old_one(
    iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    iki("situs")
    before, rename = files_below(kantor), Path.rename

    def failing(path: Path, target: Path) -> Path:
        if ".baru." in path.name:
            raise OSError(13, "tidak boleh", str(path))
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", failing)
        assert iki("situs", "--sampai", "TW1").code == 3
    assert files_below(kantor) == before


def test_a_run_cut_off_between_two_renames_is_put_right_by_the_next(iki: Iki, kantor: Path) -> None:
    iki("situs")
    before = files_below(kantor / "situs")
    (kantor / "situs").rename(kantor / ".situs.lama")
    (kantor / ".situs.baru.1").mkdir()
    (kantor / ".situs.baru.1/index.html").write_text("setengah", encoding="utf-8")
    assert iki("situs").code == 0
    assert files_below(kantor / "situs") == before
    assert [path.name for path in kantor.iterdir() if path.name.startswith(".")] == []


def test_of_two_runs_at_once_one_gives_way(iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    iki("situs")
    before, written = files_below(kantor), 0

    def disturbed(path: Path, content: str | bytes) -> None:
        nonlocal written
        written += 1
        write_file(path, content)
        if written == 5:
            shutil.rmtree(path.parents[1] if path.parent.name in {"jabatan", "indikator"} else path.parent)

    with monkeypatch.context() as patch:
        patch.setattr("ikicli.cli.ganti_folder.write_file", disturbed)
        ran = iki("situs", "--sampai", "TW1")
    assert (ran.code, ran.err.splitlines()[0]) == (3, "iki: folder situs sedang ditulis oleh iki yang lain")
    assert files_below(kantor) == before


def test_opening_it(iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def opening(url: str) -> bool:
        opened.append(url)
        return len(opened) == 1

    monkeypatch.setattr(webbrowser, "open", opening)
    assert iki("situs", "--buka").err == ""
    assert opened == [(kantor / "situs/index.html").as_uri()]
    ran = iki("situs", "--buka")
    assert (ran.code, ran.err.splitlines()[0]) == (0, "iki: peramban tidak dapat dibuka dari sini")


def test_errors_stop_it_before_anything_is_written(iki: Iki, kantor: Path) -> None:
    table = kantor / "realisasi/2019/data.csv"
    table.write_text(table.read_text("utf-8") + "sekcam,arsip,a,2019,tujuh\n", encoding="utf-8")
    ran = iki("situs")
    assert (ran.code, ran.out) == (1, "")
    assert not (kantor / "situs").exists()


def test_an_office_without_numbers_has_a_site(iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("definitions/unit.yaml", "definitions/jabatan/sekcam.yaml", "definitions/jabatan/kasi_umum.yaml")
    monkeypatch.chdir(lay_out(tmp_path, {name: KANTOR[name] for name in names}))
    assert iki("situs").code == 2
    ran = iki("situs", "--tahun", "2019")
    assert (ran.code, len(made(tmp_path / "situs"))) == (0, COUNT)
    assert "belum ada Perjanjian Kinerja 2019" in ran.err
    assert "Belum satu pun jabatan mempunyai capaian." in (tmp_path / "situs/index.html").read_text("utf-8")
