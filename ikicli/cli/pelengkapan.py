"""Completion in the shell: what a line may go on with, and the script that makes a shell ask."""

from typer._click.core import Command
from typer._click.shell_completion import get_completion_class
from typer._completion_classes import completion_init
from typer._completion_shared import Shells, get_completion_script
from typer._completion_shared import _get_shell_name as shell_name
from typer._completion_shared import install as install_script

from ikicli.cli.terminal import Failure

_POWERSHELL = frozenset({"powershell", "pwsh"})


def complete(program: Command, variable: str, asked: str) -> str:
    """The answer to a shell that asks in its `variable` how the line goes on (`complete_bash`)."""
    completion_init()
    what, _, shell = asked.partition("_")
    asker = get_completion_class(shell)
    if what != "complete" or asker is None:
        raise Failure(2, f"{variable}: `{asked}` tidak dikenal", "naskahnya ditampilkan `iki --show-completion`")
    return f"{asker(program, {}, 'iki', variable).complete()}\n"


def script() -> str:
    """The script for the shell that the user sits at."""
    return f"{get_completion_script(prog_name='iki', complete_var='_IKI_COMPLETE', shell=_shell())}\n"


def install() -> str:
    """Install the script, and say where.

    Not in PowerShell: there the framework would also lift the restrictions on scripts, for all of them.
    """
    shell = _shell()
    if shell in _POWERSHELL:
        raise Failure(2, "di PowerShell naskahnya dipasang sendiri", "iki --show-completion >> $PROFILE")
    _, path = install_script(shell=shell, prog_name="iki", complete_var="_IKI_COMPLETE")
    return f"dipasang: {path}\nBerlaku sesudah terminal dibuka kembali.\n"


def _shell() -> str:
    shell = shell_name()
    if shell not in {known.value for known in Shells}:
        raise Failure(2, "jenis terminal ini tidak dikenal", "jalankan dari bash, zsh, fish atau PowerShell")
    return shell
