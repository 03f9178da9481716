"""Forms that LibreOffice filled in and saved: every value typed, and every one that stood there already, comes back."""

from pathlib import Path

import pytest
from formulir_uji import KNOWN, TYPED, filled, grid

from formulir_terisi.buat import HERE, has_libreoffice, make

EXPECTED = {
    (code, title, text) for each in (TYPED, KNOWN) for code, typed in each.items() for title, text in typed.items()
}


def written(value: object) -> str:
    return (f"{value:.15g}" if isinstance(value, float) else str(value)).replace(".", ",").replace("a,pdf", "a.pdf")


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_as_saved_by_libreoffice(suffix: str) -> None:
    cells = filled(grid(HERE / f"kasi_umum.{suffix}"))
    assert {(code, title, written(value)) for code, title, value in cells} == EXPECTED


@pytest.mark.skipif(not has_libreoffice(), reason="needs LibreOffice and its uno")
def test_filled_in_now(tmp_path: Path) -> None:
    for path in make(tmp_path):
        assert {(code, title, written(value)) for code, title, value in filled(grid(path))} == EXPECTED
