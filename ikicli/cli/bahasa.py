"""Indonesian for what the command-line framework says in English: headings of the help, and mistyped commands.

typer carries click inside since 0.28; its classes are reached through `typer._click`, hence the pin in pyproject.toml.
"""

from collections.abc import Iterable
from typing import Any

from typer._click.core import Context
from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand

from ikicli.diagnostik import did_you_mean

_SECTIONS = {"Options": "Opsi", "Arguments": "Masukan", "Commands": "Perintah"}


class _Formatter(HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_SECTIONS.get(heading, heading))


class _Context(Context):
    formatter_class = _Formatter


class Command(TyperCommand):
    """A command whose help is Indonesian."""

    context_class = _Context


_HELP = {
    "help": "Tampilkan bantuan ini.",
    "install_completion": "Pasang pelengkapan otomatis untuk terminal ini (tekan Tab untuk melengkapi).",
    "show_completion": "Tampilkan naskah pelengkapan otomatis, untuk disalin.",
}


def in_indonesian(command: Any) -> Any:
    """The command with the framework's own words in Indonesian."""
    command.context_class = _Context
    command.options_metavar = "[OPSI]"
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = "PERINTAH ..."
    for parameter in command.get_params(_Context(command)):
        parameter.help = _HELP.get(parameter.name, parameter.help)
    return command


def usage_error(error: ClickException, commands: Iterable[str]) -> tuple[str, str]:
    """What was mistyped, and what to do, for an error of the framework."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "iki"
    message, hint = _said(error, commands)
    return message, hint or f"lihat `{path} --help`"


def _said(error: ClickException, commands: Iterable[str]) -> tuple[str, str | None]:
    match error:
        case NoSuchOption():
            return f"opsi `{error.option_name}` tidak ada", did_you_mean(error.option_name, error.possibilities or ())
        case MissingParameter():
            return f"{_name(error)} belum ditulis", None
        case BadParameter():
            return f"{_name(error)}: {error.message}", None
        case BadOptionUsage():
            return f"opsi `{error.option_name}` memerlukan isi", None
        case BadArgumentUsage():
            return "masukannya tidak sesuai", None
        case UsageError() if "No such command" in error.message:
            word = error.message.partition("'")[2].partition("'")[0]
            return f"perintah `{word}` tidak ada", did_you_mean(word, commands)
        case UsageError() if "extra argument" in error.message:
            extra = error.message.partition("(")[2].rstrip(")").removeprefix("s) (")
            return f"ada masukan yang berlebih: {extra}", None
        case _:
            return error.format_message(), None


def _name(error: BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return "masukan"
    long = max(parameter.opts, key=len, default="")
    return f"opsi `{long}`" if long.startswith("-") else f"`{parameter.human_readable_name}`"
