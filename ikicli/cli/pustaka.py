"""Libraries that are installed only where they are wanted."""

from importlib.util import find_spec

from ikicli.cli.terminal import Failure
from ikicli.laporan import PUSTAKA


def need_library(format: str) -> None:
    """An end with exit code 2 where the library that writes a format of documents is not installed."""
    library = PUSTAKA.get(format)
    if library is not None and find_spec(library) is None:
        said = f"pustaka untuk membuat {format.upper()} belum terpasang"
        raise Failure(2, said, 'pasang dengan `pip install "iki[dokumen]"`')
