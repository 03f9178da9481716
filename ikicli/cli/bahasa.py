"""Indonesian for what the command-line framework says in English: headings and notes of the help, mistyped commands.

typer carries click inside since 0.28; its classes are reached through `typer._click`, hence the pin in pyproject.toml.
"""

from collections.abc import Sequence

from typer._click.core import Command, Context, Parameter
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperOption

from ikicli.cli.opsi import this_year
from ikicli.cli.terminal import put
from ikicli.diagnostik import did_you_mean

NAMA_OPSI, NAMA_PERINTAH = "[OPSI]", "PERINTAH ..."

_SECTIONS = {"Options": "Opsi", "Arguments": "Masukan", "Commands": "Perintah"}
_NOTES = {"[required]": "[wajib]", "[default: ": "[bila tidak ditulis: "}


class _Formatter(HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_SECTIONS.get(heading, heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(first, _noted(second)) for first, second in rows], col_max, col_spacing)


def _noted(help: str) -> str:
    for english, indonesian in _NOTES.items():
        help = help.replace(english, indonesian)
    return help


class _Context(Context):
    formatter_class = _Formatter


class Indonesian(Command):
    """A command whose help is Indonesian, and whose errors know which command they are about."""

    context_class = _Context

    def get_help_option(self, ctx: Context) -> TyperOption:
        """The option `--help`, in Indonesian; always the same one, as the framework expects."""
        if self._help_option is None:
            self._help_option = TyperOption(
                param_decls=ctx.help_option_names,
                is_flag=True,
                is_eager=True,
                expose_value=False,
                help="Tampilkan bantuan ini.",
                callback=_show_help,
            )
        return self._help_option

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the arguments; an error in them is about this command."""
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class IndonesianCommand(Indonesian, TyperCommand):
    """One command of the program."""


def _show_help(context: Context, parameter: Parameter, asked: bool) -> None:  # noqa: ARG001 - the framework's signature
    if asked and not context.resilient_parsing:
        put(f"{context.get_help()}\n")
        context.exit()


def usage_error(error: ClickException) -> tuple[str, str]:
    """What was mistyped, and what to do, for an error of the framework."""
    context = error.ctx if isinstance(error, UsageError) else None
    message, hint = _said(error)
    return message, hint or f"lihat `{context.command_path if context else 'iki'} --help`"


def _said(error: ClickException) -> tuple[str, str | None]:
    said, hint = "perintah ini tidak dapat dibaca", None
    match error:
        case NoSuchOption():
            said = f"opsi `{error.option_name}` tidak ada"
            hint = did_you_mean(error.option_name, error.possibilities or ())
        case MissingParameter():
            said = f"{_name(error.param)} belum ditulis"
            if error.param is not None and "--tahun" in error.param.opts:
                hint = f"tambahkan tahunnya, misalnya `--tahun {this_year()}`"
        case BadParameter():
            said = f"{_name(error.param)} tidak sesuai"
        case BadOptionUsage() if "does not take a value" in error.message:
            said = f"opsi `{error.option_name}` tidak memakai isi"
        case BadOptionUsage():
            said = f"opsi `{error.option_name}` memerlukan isi"
        case _ if "extra argument" in error.message:
            said = f"masukan ini berlebih: {error.message.partition('(s) (')[2][:-1]}"
        case _ if "Missing command" in error.message:
            said = "perintahnya belum ditulis"
    return said, hint


def _name(parameter: Parameter | None) -> str:
    """A parameter as it is written on the command line."""
    if parameter is None:
        return "masukan"
    option = max(parameter.opts, key=len, default="")
    return f"opsi `{option}`" if option.startswith("-") else f"`{parameter.human_readable_name}`"
