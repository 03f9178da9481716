"""Fixtures of several rooms; the helpers that tests import are `kantor_uji.py` and `perintah_uji.py` beside this."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))

from kantor_uji import lay_out
from perintah_uji import KANTOR, Iki

settings.register_profile("iki", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # machines are shared
settings.load_profile("iki")


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
