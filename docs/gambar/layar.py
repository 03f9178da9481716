"""What a command shows on a terminal, as a page: run on a terminal of its own, its colours kept."""

import os
import pty
import subprocess
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[2]
_WIDTH = 108


def write_screen(iki: Path, arguments: list[str], page: Path) -> None:
    """Run `iki` with some arguments on a terminal of 108 columns, and write what it shows as a page with a drawing."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(_WIDTH), "LINES": "60"}
    process = subprocess.Popen([iki, *arguments], cwd=ROOT, env=env, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the terminal is gone with the command
            break
        if not part:
            break
        shown += part
    os.close(ours)
    if process.wait():
        raise ValueError(f"iki {' '.join(arguments)}: exit code {process.returncode}")
    console = Console(record=True, width=_WIDTH, file=StringIO())
    console.print(Text.from_ansi(shown.decode("utf-8").replace("\r\n", "\n")))
    drawing = console.export_svg(title=f"iki {' '.join(arguments)}", theme=MONOKAI)
    page.write_text(
        f"<!DOCTYPE html><meta charset='utf-8'><style>body {{ margin: 0 }}</style>{drawing}", encoding="utf-8"
    )
