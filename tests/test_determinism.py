"""The same files give the same bytes: in any zone, locale and working directory, in any order of files and hashes."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from perintah_uji import KANTOR, Iki, Ran, files_below, process

WRONG = {
    **KANTOR,
    "definitions/jabatan/kasi_umum.yaml": KANTOR["definitions/jabatan/kasi_umum.yaml"].replace(
        "bobot: 60", "bobot: 50"
    ),
    "definitions/jabatan/a.yaml": "jabatan: x\natasan: b\nz: 1\ny: 2\n",
    "definitions/jabatan/b.yaml": "jabatan: x\natasan: a\nsasaran: []\n",
}
"""The same office with findings in several files."""

ENVIRONMENTS = {
    "far east": {"TZ": "Asia/Jayapura", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "far west": {"TZ": "Pacific/Pago_Pago", "LC_ALL": "id_ID.UTF-8", "PYTHONHASHSEED": "2", "LANG": "id_ID.UTF-8"},
    "turkish": {"TZ": "Europe/Istanbul", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3", "PYTHONUTF8": "0"},
    "windows": {"PYTHONIOENCODING": "cp1252", "PYTHONHASHSEED": "4", "COLUMNS": "40"},
}
SITE = 3 + 2 + 9 + 1
"""Files of a site: style, overview, cascade, jabatan, indicators, the list of them."""
FORMATS = ("html", "md", "pdf", "docx")
COMMANDS = (
    ["hitung", "--tahun", "2019"],
    ["hitung", "--tahun", "2019", "--format", "json"],
    ["hitung", "--tahun", "2019", "--format", "csv", "--sampai", "TW2"],
    ["validate"],
    ["validate", "--format", "json"],
    ["validate", "--format", "github"],
)


def lay_out(folder: Path, files: dict[str, str], *, backwards: bool = False) -> Path:
    """Write an office's files one after the other, in either order."""
    for name in sorted(files, reverse=backwards):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(files[name], encoding="utf-8", newline="")
    return folder


class Whole(NamedTuple):
    """All that comes of an office: exit code, stdout and stderr of every command, the documents and the site."""

    said: list[Ran]
    documents: dict[str, bytes]


def inside(iki: Iki, folder: Path, monkeypatch: pytest.MonkeyPatch, *place: str) -> Whole:
    """What comes of the office in a folder, with the working directory there and `place` behind every command."""
    monkeypatch.chdir(folder)
    said = [iki(*command, *place) for command in COMMANDS]
    for format in FORMATS:
        said.append(Ran(iki("laporan", "--format", format, "--keluaran", "keluar", *place).code, "", ""))
    said.append(Ran(iki("situs", "keluar/situs", *place).code, "", ""))
    found = files_below(folder / "keluar")
    shutil.rmtree(folder / "keluar", ignore_errors=True)
    return Whole(said, found)


def outside(folder: Path, env: dict[str, str]) -> Whole:
    """The same by processes of their own, in an environment."""
    said = [process(*command, cwd=folder, env=env) for command in COMMANDS]
    for format in FORMATS:
        ran = process("laporan", "--format", format, "--keluaran", "keluar", cwd=folder, env=env)
        said.append(Ran(ran.code, "", ""))
    said.append(Ran(process("situs", "keluar/situs", cwd=folder, env=env).code, "", ""))
    found = files_below(folder / "keluar")
    shutil.rmtree(folder / "keluar", ignore_errors=True)
    return Whole(said, found)


@pytest.fixture
def iki(capsys: pytest.CaptureFixture[str]) -> Iki:
    """Runs a command and captures it."""
    return Iki(capsys)


@pytest.mark.parametrize(("name", "office"), [*((name, KANTOR) for name in ENVIRONMENTS), ("turkish", WRONG)])
def test_environment(
    iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, office: dict[str, str]
) -> None:
    folder = lay_out(tmp_path, office)
    there = outside(folder, ENVIRONMENTS[name])
    assert there == inside(iki, folder, monkeypatch)
    assert len(there.documents) == (3 * len(FORMATS) + SITE if office is KANTOR else 0)


@pytest.mark.parametrize("office", [KANTOR, WRONG], ids=["sound", "wrong"])
def test_order_of_files(iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: dict[str, str]) -> None:
    forwards, backwards = lay_out(tmp_path / "a", office), lay_out(tmp_path / "b", office, backwards=True)
    assert inside(iki, forwards, monkeypatch) == inside(iki, backwards, monkeypatch)


@pytest.mark.parametrize("office", [KANTOR, WRONG], ids=["sound", "wrong"])
def test_order_in_which_folders_list_their_files(
    iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: dict[str, str]
) -> None:
    folder = lay_out(tmp_path, office)
    expected = inside(iki, folder, monkeypatch)
    scandir, listdir = os.scandir, os.listdir

    class Backwards:
        def __init__(self, path: str) -> None:
            with scandir(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __iter__(self) -> Iterator[os.DirEntry[str]]:
            return iter(self.entries)

        def __enter__(self) -> Iterator[os.DirEntry[str]]:
            return iter(self.entries)

        def __exit__(self, *_: object) -> None:
            """Nothing to close."""

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", Backwards)
        patch.setattr(os, "listdir", lambda path=".": sorted(listdir(path), reverse=True))
        said = [iki(*command) for command in COMMANDS]
    assert said == expected.said[: len(COMMANDS)]


def test_working_directory(iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay_out(tmp_path / "kantor", KANTOR)
    expected = inside(iki, folder, monkeypatch)
    (folder / "arsip/2019").mkdir(parents=True)
    for cwd, place in (
        (folder / "arsip/2019", ()),
        (tmp_path, ("--akar", "kantor")),
        (tmp_path, ("--akar", str(folder))),
    ):
        there = inside(iki, cwd, monkeypatch, *place)
        shown = [(code, out.replace("../../definitions/", "definitions/"), err) for code, out, err in there.said]
        assert [
            (code, out.replace("kantor/definitions/", "definitions/"), err) for code, out, err in shown
        ] == expected.said
        assert there.documents == expected.documents


def test_the_folder_of_the_office(iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = lay_out(tmp_path / "a", KANTOR), lay_out(tmp_path / "tempat lain/kantor é", KANTOR)
    assert inside(iki, one, monkeypatch) == inside(iki, other, monkeypatch)


def test_running_twice(iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay_out(tmp_path, KANTOR)
    assert inside(iki, folder, monkeypatch) == inside(iki, folder, monkeypatch)
