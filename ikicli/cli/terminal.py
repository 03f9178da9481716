"""The terminal: streams, colour, complaints, progress. rich is loaded only when something is drawn on a terminal."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, TextIO

from ikicli.diagnostik import Diagnostic
from ikicli.diagnostik.faces.teks_ import pieces
from ikicli.diagnostik.tampak import visible

if TYPE_CHECKING:  # rich is imported only where something is drawn
    from rich.console import Console
    from rich.progress import Progress

_STYLES = {
    "tempat": "bold",
    "galat": "bold red",
    "peringatan": "bold yellow",
    "info": "bold cyan",
    "garis": "blue",
    "tanda": "bold red",
    "saran": "green",
}


_READER_GONE = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}


class Failure(Exception):  # noqa: N818 - an end of the command that the user is told about, not a bug
    """The command ends here with `code`, having said why."""

    def __init__(self, code: int, message: str, hint: str | None = None) -> None:
        self.code, self.message, self.hint = code, message, hint


def prepare_streams() -> None:
    """UTF-8 and `\\n` on the way out, whatever the machine's code page; a stream that was closed takes anything."""
    sys.stdout, sys.stderr = _prepared(sys.stdout), _prepared(sys.stderr)


def _prepared(stream: TextIO | None) -> TextIO:
    if stream is None:  # started without one, as by `>&-` or from a program without a console
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def is_terminal(stream: IO[str]) -> bool:
    """Whether a person looks at the stream, and wants more than plain text there."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def put(text: str) -> None:
    """Data to stdout: for a program as it is, for a person with nothing in it that acts on a terminal."""
    _write((harmless(text) if is_terminal(sys.stdout) else text,), sys.stdout)


def put_bytes(data: bytes) -> None:
    """A file to stdout, where no person looks at it."""
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(data)
    except OSError as error:
        _let_go(sys.stdout, error)


def harmless(text: str) -> str:
    """The lines of a text, with nothing in them that acts on a terminal."""
    return "\n".join(map(visible, text.split("\n")))


def complain(message: str, hint: str | None) -> None:
    """Why the command does not do what was asked."""
    lines = [f"iki: {visible(message)}\n"]
    if hint:
        lines.append(f"     saran: {visible(hint)}\n")
    _write(lines, sys.stderr)


def flush() -> int:
    """Write out what the streams still hold; 0, the exit code of having done so."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            _let_go(stream, error)
    return 0


def _write(parts: Iterable[str], stream: IO[str]) -> None:
    try:
        stream.writelines(parts)
    except OSError as error:
        _let_go(stream, error)


def _let_go(stream: IO[str], error: OSError) -> None:
    """Let what follows go nowhere; the error is raised again unless the reader has gone (`| head`).

    The command goes on then: its work and its exit code count also where its words do not.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    if error.errno not in _READER_GONE:
        raise OSError(error.errno, error.strerror, "keluaran") from error


def show_path(path: str | Path) -> str:
    """A path relative to the working directory, with `/`."""
    try:
        shown = os.path.relpath(path)
    except (ValueError, OSError):  # another drive; a working directory that is gone
        shown = str(path)
    return shown.replace(os.sep, "/")


def show_findings(diagnostics: Sequence[Diagnostic], stream: IO[str]) -> None:
    """Findings as text, coloured on a terminal."""
    columns = rich_console(stream).width if is_terminal(stream) else None
    parts = pieces(diagnostics, show_path, columns)
    if columns is None:
        _write((piece.text for piece in parts), stream)
        return
    from rich.text import Text

    text = Text()
    for piece in parts:
        text.append(piece.text, _STYLES.get(piece.role, ""))
    rich_console(stream).print(text, end="")


def rich_console(stream: IO[str]) -> "Console":
    """A rich console on a stream; it honours NO_COLOR."""
    from rich.console import Console

    return Console(file=stream, highlight=False)


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A function to call after each of about `total` steps; a bar on stderr once they have taken longer than a second.

    With a `total` of 0 there is no bar.
    """
    if not total or not is_terminal(sys.stderr):
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
        self.bar: Progress | None = None

    def step(self) -> None:
        self.done += 1
        if self.bar is None and time.monotonic() - self.start > 1:
            from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

            columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
            console = rich_console(sys.stderr)
            self.bar = Progress(*columns, console=console, transient=True, redirect_stdout=False)
            self.bar.start()
            self.task = self.bar.add_task(self.label, total=self.total)
        if self.bar is not None:
            self.bar.update(self.task, completed=self.done)

    def close(self) -> None:
        if self.bar is not None:
            self.bar.stop()
