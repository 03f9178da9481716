"""The command line: one small file a command, the terminal, and the boundary where errors become exit codes.

The only door to typer and rich, and the only room that prints, knows the clock, the working directory and the terminal.
"""

from ikicli.cli.app import main

__all__ = ["main"]
