"""The terminal: streams, colour, complaints, progress. rich is loaded only when something is drawn on a terminal."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from ikicli.diagnostik import Diagnostic
from ikicli.diagnostik.faces.teks_ import Piece, pieces

_STYLES = {
    "tempat": "bold",
    "galat": "bold red",
    "peringatan": "bold yellow",
    "info": "bold cyan",
    "garis": "blue",
    "tanda": "bold red",
    "saran": "green",
}


class Failure(Exception):  # noqa: N818 - an end of the command that the user is told about, not a bug
    """The command ends here with `code`, having said why."""

    def __init__(self, code: int, message: str, hint: str | None = None) -> None:
        self.code, self.message, self.hint = code, message, hint


def prepare_streams() -> None:
    """UTF-8 and `\\n` on the way out, whatever the code page of the machine."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


def is_terminal(stream: IO[str]) -> bool:
    """Whether a person looks at the stream, and wants more than plain text there."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def put(text: str) -> None:
    """Data to stdout."""
    sys.stdout.write(text)


def complain(message: str, hint: str | None) -> None:
    """Why the command does not do what was asked."""
    sys.stderr.write(f"iki: {message}\n")
    if hint:
        sys.stderr.write(f"     saran: {hint}\n")


def show_path(path: str) -> str:
    """A path relative to the working directory where it lies below it, with `/`."""
    try:
        shown = os.path.relpath(path)
    except ValueError:  # another drive
        shown = path
    return shown.replace(os.sep, "/")


def show_findings(diagnostics: Sequence[Diagnostic], stream: IO[str]) -> None:
    """Findings as text, coloured on a terminal."""
    _draw(pieces(diagnostics, show_path), stream)


def _draw(parts: Iterator[Piece], stream: IO[str]) -> None:
    if not is_terminal(stream):
        stream.writelines(part.text for part in parts)
        return
    from rich.text import Text

    console = rich_console(stream)
    text = Text()
    for part in parts:
        text.append(part.text, _STYLES.get(part.role, ""))
    console.print(text, end="", soft_wrap=True)


def rich_console(stream: IO[str]) -> Any:
    """A rich console on a stream; it honours NO_COLOR."""
    from rich.console import Console

    return Console(file=stream, highlight=False)


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A function to call after each of `total` steps; a bar on stderr once they have taken longer than a second."""
    if not is_terminal(sys.stderr):
        yield lambda: None
        return
    bar = _Bar(label, total)
    try:
        yield bar.step
    finally:
        bar.close()


class _Bar:
    """A progress bar that appears only when it is worth looking at."""

    def __init__(self, label: str, total: int) -> None:
        self.label, self.total, self.done = label, total, 0
        self.start = time.monotonic()
        self.bar: Any = None

    def step(self) -> None:
        self.done += 1
        if self.bar is None and time.monotonic() - self.start > 1:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
            self.bar = Progress(*columns, console=rich_console(sys.stderr), transient=True)
            self.bar.start()
            self.task = self.bar.add_task(self.label, total=self.total)
        if self.bar is not None:
            self.bar.update(self.task, completed=self.done)

    def close(self) -> None:
        if self.bar is not None:
            self.bar.stop()


def here() -> Path:
    """The working directory."""
    return Path.cwd()
