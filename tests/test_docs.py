"""What docs/bahasa.md and the README list is what there is."""

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
