"""The command line: one small file a command, the terminal, and the boundary where errors become exit codes.

The only door to typer and rich, and the only room that prints, knows the clock, the working directory and the terminal.
"""

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `iki` and end the process with its exit code.

    0 nothing wrong, 1 findings, 2 mistyped, 3 a file or folder that cannot be read or written, 4 a bug in iki.
    """
    gc.disable()  # a run is short and its trees have no cycles: collecting them would cost a tenth of it
    try:
        from ikicli.cli.app import run

        code = run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        code = 130
    gc.freeze()  # nor is there anything to collect on the way out
    sys.exit(code)
