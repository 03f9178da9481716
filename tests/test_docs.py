"""The generated parts of docs/bahasa.md are what the program's own declarations say."""

import subprocess
import sys
from pathlib import Path

GENERATOR = Path(__file__).parents[1] / "docs/buat_bahasa.py"


def test_reference_is_current() -> None:
    done = subprocess.run(
        [sys.executable, str(GENERATOR), "--periksa"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"run `python docs/buat_bahasa.py`\n{done.stdout}{done.stderr}"
