"""Fixtures of several rooms; the helpers that tests import are `kantor_uji.py` and `perintah_uji.py` beside this."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))

from kantor_uji import lay_out
from perintah_uji import KANTOR, Iki

if TYPE_CHECKING:  # a browser is started only for the tests that open pages
    from playwright.sync_api import Browser

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


@pytest.fixture(scope="session")
def peramban() -> "Iterator[Browser]":
    """A headless browser."""
    from peramban_uji import started
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, started(playwright) as browser:
        yield browser
