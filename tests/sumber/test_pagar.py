"""The fence around an office: links to elsewhere and what is no file."""

import os
from pathlib import Path

import pytest

from ikicli.sumber import check_files


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    (tmp_path / "luar").mkdir()
    (tmp_path / "kantor/data").mkdir(parents=True)
    for folder in ("luar", "kantor/data"):
        (tmp_path / folder / "b.csv").write_text("b", encoding="utf-8")
    return tmp_path / "kantor"


def test_files_of_the_office_may_be_read_and_need_not_be_there(kantor: Path) -> None:
    (kantor / "data/tautan.csv").symlink_to("b.csv")
    check_files([kantor / "data" / name for name in ("b.csv", "tautan.csv", "baru.csv")], kantor)


def test_a_link_out_of_the_office_is_refused_wherever_it_stands(kantor: Path) -> None:
    (kantor / "data/tautan.csv").symlink_to(kantor.parent / "luar/b.csv")
    with pytest.raises(OSError, match="ke luar folder kantor") as refused:
        check_files([kantor / "data/b.csv", kantor / "data/tautan.csv"], kantor)
    assert refused.value.filename == str(kantor / "data/tautan.csv")


def test_a_folder_out_of_the_office_is_not_trusted_for_a_file_that_leads_back(kantor: Path) -> None:
    (kantor.parent / "luar/a.csv").symlink_to(kantor / "data/b.csv")
    (kantor / "jauh").symlink_to(kantor.parent / "luar")
    with pytest.raises(OSError, match="ke luar folder kantor") as refused:
        check_files([kantor / "jauh/a.csv", kantor / "jauh/b.csv"], kantor)
    assert refused.value.filename == str(kantor / "jauh/b.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are a thing of Unix")
def test_a_pipe_is_no_file(kantor: Path) -> None:
    os.mkfifo(kantor / "data/pipa.csv")
    with pytest.raises(OSError, match="bukan berkas biasa"):
        check_files([kantor / "data/pipa.csv"], kantor)
