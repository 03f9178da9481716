"""The plain faces of a list of findings. A new face is one module here and one entry in `FACES`."""

from collections.abc import Callable, Sequence
from importlib import import_module

from ikicli.diagnostik.temuan import Diagnostic

Show = Callable[[str], str]
"""How a file's path is written for the reader."""

FACES = ("teks", "json", "github", "sarif", "junit")

_JUDGES = frozenset({"junit"})
"""Faces that say of each finding whether it fails."""


def write(face: str, diagnostics: Sequence[Diagnostic], show: Show, *, ketat: bool = False) -> str:
    """The findings in one of `FACES`, with a final line end; all of it can be written as UTF-8.

    `ketat` says that warnings fail too.
    """
    module = import_module(f"ikicli.diagnostik.faces.{face}_")
    text: str = module.write(diagnostics, show, **({"ketat": ketat} if face in _JUDGES else {}))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")  # file names may hold what is no text
