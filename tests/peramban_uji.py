"""Pages in a real browser: headless Chromium, every kind of page that `iki` writes, and what happens on one."""

import csv
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, Page, Playwright

from ikicli.cli.app import run
from ikicli.laporan import JENIS

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def _by_command(*command: str) -> Callable[[Path, Path], None]:
    def write(office: Path, folder: Path) -> None:
        assert run([*command, str(folder), "--akar", str(office)]) == 0

    return write


def _audit(office: Path, folder: Path) -> None:
    """The audit of a table of an office's own results, of which one is changed."""
    folder.mkdir()
    table, page = folder / "tabel.csv", folder / "audit.html"
    assert run(["hitung", "--tahun", "2019", "--format", "csv", "--keluaran", str(table), "--akar", str(office)]) == 0
    with table.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    at = header.index("capaian")
    next(row for row in rows if row[at])[at] = "12.34"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    assert run(["audit", str(table), "--format", "html", "--keluaran", str(page)]) == 1


KINDS: dict[str, Callable[[Path, Path], None]] = {
    **{jenis: _by_command("laporan", "--jenis", jenis, "--keluaran") for jenis in JENIS},
    "situs": _by_command("situs"),
    "audit": _audit,
}
"""What writes the pages of an office into a folder, by the name of their kind."""


def missing(what: str) -> NoReturn:
    """The test cannot be made here: it is skipped; where everything is promised (`CI=true`) it fails."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed; .ci/run installs it")
    pytest.skip(f"{what} is not installed")


def program(*names: str) -> str:
    """The program that is here under one of these names."""
    for name in names:
        if path := shutil.which(name):
            return path
    missing(names[0])


def started(playwright: Playwright) -> Browser:
    """The browser that the machine has."""
    path = program("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return playwright.chromium.launch(executable_path=path, args=[*FLAGS])


def written(kind: str, office: Path, folder: Path) -> list[Path]:
    """The pages of a kind of an office, written into a folder; first that of the whole office."""
    KINDS[kind](office, folder)
    return sorted(folder.rglob("*.html"), key=lambda path: (len(path.as_posix()), path))


@contextmanager
def opened(browser: Browser, path: Path, **context: Any) -> Iterator[Page]:
    """A page opened from its file; it must ask for nothing outside its folder and complain about nothing."""
    with browser.new_context(offline=True, **context) as surroundings:
        page = surroundings.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(path.as_uri())
        yield page
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert said == []
