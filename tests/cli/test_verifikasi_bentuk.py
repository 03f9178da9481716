"""`iki verifikasi` on every format that `iki laporan` writes."""

import re
from pathlib import Path

import pytest
from perintah_uji import Iki

from ikicli.laporan import JENIS


@pytest.mark.parametrize("format", JENIS["pengukuran"].penulis)
def test_a_document_is_known_again_until_a_figure_changes(iki: Iki, kantor: Path, format: str) -> None:
    [path] = iki("laporan", "--jenis", "pengukuran", "--jabatan", "sekcam", "--format", format).out.splitlines()
    assert (iki("verifikasi", path).code, iki("verifikasi", path).err) == (0, "")
    data = kantor / "realisasi/2019/data.csv"
    data.write_text(data.read_text("utf-8").replace("sekcam,aduan,a,2019,3", "sekcam,aduan,a,2019,4"), "utf-8")
    ran = iki("verifikasi", path)
    assert ran.code == 1
    assert re.search(r"berubah +realisasi/2019/data\.csv", ran.out)


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_without_the_extra_it_says_which_one(
    iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    [path] = iki("laporan", "--jabatan", "sekcam", "--format", format).out.splitlines()
    monkeypatch.setattr("ikicli.cli.pustaka.find_spec", lambda name: None)
    ran = iki("verifikasi", path)
    assert ran.code == 1
    assert f"pustaka untuk membuat {format.upper()} belum terpasang" in ran.out


def test_a_format_that_the_kind_never_had(iki: Iki, kantor: Path) -> None:
    [path] = iki("laporan", "--jenis", "kamus", "--jabatan", "sekcam").out.splitlines()
    text = Path(path).read_text("utf-8")
    Path(path).write_text(text.replace("jenis=kamus format=html", "jenis=kamus format=xlsx"), "utf-8")
    ran = iki("verifikasi", path)
    assert (ran.code, ran.out) == (3, "")
    assert "dokumen kamus (xlsx) tidak dikenal iki ini" in ran.err
