"""What people write stands in every kind of page as itself: a browser runs nothing of it and sees no other elements."""

import sys
from pathlib import Path

import pytest
from kantor_uji import lay_out
from peramban_uji import KINDS, opened, written
from playwright.sync_api import Browser, Page

sys.path.insert(0, str(Path(__file__).parents[1] / "laporan"))

from kantor_laporan import FILES
from test_dokumen import HOSTILE, hostile_office

ALL = " ".join(HOSTILE)
PHONE = {"width": 375, "height": 812}
ELEMENTS = """() => [...document.querySelectorAll('*')].map(each => each.localName)
    .filter(name => !['p', 'text', 'tspan'].includes(name))"""
"""The elements in order, less the lines of a letterhead and of names in a drawing, of which long texts take more."""


WORDS = """() => {
    const body = document.body.cloneNode(true);
    body.querySelectorAll('svg').forEach(each => each.remove());
    return body.textContent;
}"""
"""The text less that of drawings, which cut long names; each has a table beside it."""


def seen(page: Page) -> str:
    """The text that stands in a page, without regard to capitals and lines."""
    return " ".join(str(page.evaluate(WORDS)).split()).casefold()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_and_nothing_is_lost(peramban: Browser, kind: str, tmp_path: Path) -> None:
    calm = written(kind, lay_out(tmp_path / "tenang", hostile_free()), tmp_path / "biasa")
    hostile = written(kind, lay_out(tmp_path / "asing", FILES | hostile_office(ALL)), tmp_path / "aneh")
    assert [path.name for path in calm] == [path.name for path in hostile]
    for path, twin in zip(hostile, calm, strict=True):
        with opened(peramban, path, viewport=PHONE) as page, opened(peramban, twin) as other:
            assert page.evaluate(ELEMENTS) == other.evaluate(ELEMENTS), path.name
            assert seen(page).count(" ".join(ALL.split()).casefold()) == seen(other).count("biasa saja"), path.name
            assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"], path.name


def hostile_free() -> dict[str, str]:
    """The same office with a sober text in the same places."""
    return FILES | hostile_office("biasa saja")
