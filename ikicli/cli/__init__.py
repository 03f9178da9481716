"""The command line: one small file a command, the terminal, and the boundary where errors become exit codes.

The only door to typer and rich, and the only room that prints, knows the clock, the working directory and the terminal.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

__all__ = ["main", "program"]


def program() -> NoReturn:
    """The command `iki`: run it and end the process.

    At once: to take the interpreter apart first costs a twentieth of `iki validate`, and nothing waits for it.
    """
    code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):  # what an interrupted command has left there
        with suppress(OSError):
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str]) -> int:
    """Run `iki` with these arguments and give its exit code.

    0 nothing wrong, 1 findings, 2 mistyped, 3 a file or folder that cannot be read or written, 4 a bug in iki.
    """
    gc.disable()  # a run is short and its trees have no cycles: collecting them would cost a tenth of it
    try:
        from ikicli.cli.app import run

        return run(arguments)
    except KeyboardInterrupt:
        return 130
