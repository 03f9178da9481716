"""The runner, and an office to run in."""

from pathlib import Path

import pytest
from kantor_uji import lay_out
from perintah_uji import KANTOR, Iki


@pytest.fixture
def iki(capsys: pytest.CaptureFixture[str]) -> Iki:
    """Runs a command and captures it."""
    return Iki(capsys)


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small office, and the working directory in it."""
    lay_out(tmp_path, KANTOR)
    monkeypatch.chdir(tmp_path)
    return tmp_path
