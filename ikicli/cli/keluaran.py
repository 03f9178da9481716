"""Where the output of a command goes: to stdout, or into the files that it names."""

from collections.abc import Collection
from pathlib import Path

from ikicli.cli.berkas import write_file
from ikicli.cli.kantor import refuse_inputs
from ikicli.cli.terminal import Failure, complain, put, put_bytes, show_path
from ikicli.definisi import find_root

_ENDINGS = {
    ".json": "json", ".csv": "csv", ".xlsx": "xlsx", ".html": "html", ".htm": "html", ".svg": "svg", ".mmd": "mermaid",
}  # fmt: skip
"""What the name of a file says about what is in it."""


def check_output(keluaran: Path | None, format: str, formats: Collection[str]) -> None:
    """End with exit code 2 where a file may not be written: its name says another one of the command's formats than
    the one asked for, or it lies among what some office is read from."""
    if keluaran is None:
        return
    named = _ENDINGS.get(keluaran.suffix.casefold())
    root = find_root(keluaran.parent)
    if root is not None:
        refuse_inputs(root, keluaran)
    if named in formats and named != format:
        raise Failure(2, f"`{keluaran.name}` bukan nama untuk bentuk `{format}`", f"tambahkan `--format {named}`")


def deliver(content: str | bytes, keluaran: Path | None) -> None:
    """Put the whole output of a command into the file that `--keluaran` names, else to stdout."""
    if keluaran is not None:
        put_file(keluaran, content)
    elif isinstance(content, bytes):
        put_bytes(content)
    else:
        put(content)


def put_file(path: Path, content: str | bytes, *, coba: bool = False) -> None:
    """Write a file, unless it is only tried (`coba`), and name it on stdout."""
    if not coba:
        write_file(path, content)
    put(f"{show_path(path)}\n")


def say_it_was_tried() -> None:
    """That `--coba` has written nothing, and how it would be."""
    complain("belum ada yang ditulis", "ulangi tanpa `--coba` untuk menulisnya")
