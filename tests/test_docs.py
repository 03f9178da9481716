"""What docs/bahasa.md, docs/pemeliharaan.md and the README list is what there is."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ikicli.cli.app import COMMANDS

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "docs/buat_bahasa.py"


def test_reference_is_current() -> None:
    done = subprocess.run(
        [sys.executable, str(GENERATOR), "--periksa"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"run `python docs/buat_bahasa.py`\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_listed(command: str) -> None:
    assert f"| `iki {command}" in (ROOT / "docs/bahasa.md").read_text(encoding="utf-8")
    assert f"`{command}`" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"`iki {command}`" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_maintainers_page_names_what_there_is() -> None:
    page = (ROOT / "docs/pemeliharaan.md").read_text(encoding="utf-8")
    files = set(re.findall(r"`([\w./]+/[\w.]+\.(?:py|typ|j2|yml|yaml))`", page))
    assert len(files) > 10
    assert [name for name in sorted(files) if not _found(name)] == []
    named = re.findall(r"`(_?[A-Z]\w+)`\s+(?:in|\()\s*`([\w./]+\.py)`", page)
    assert len(named) > 2
    assert [(name, file) for name, file in named if name not in _found(file)] == []


def _found(name: str) -> str:
    """The text of a file that the page names, from the package or the checkout; empty where there is none."""
    there = [folder / name for folder in (ROOT / "ikicli", ROOT / "ikicli/laporan", ROOT) if (folder / name).is_file()]
    return there[0].read_text(encoding="utf-8") if there else ""
