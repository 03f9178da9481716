"""The program `iki`: its table of commands, each imported only when it is used, and its one error boundary."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer.core import TyperGroup
from typer.main import get_command

from ikicli.cli.bahasa import Command, in_indonesian, usage_error
from ikicli.cli.terminal import Failure, complain, prepare_streams

COMMANDS = {
    "init": "membuat kantor baru yang siap diperiksa",
    "validate": "apakah definisinya benar?",
    "kode": "apa arti temuan ini? Dengan contoh salah dan benar",
    "hitung": "capaian kinerja setiap indikator, jabatan dan kantor",
    "laporan": "membuat laporan kinerja, siap dicetak",
}
"""The commands in the order of their use; each is the function `run` of the module of its name."""

_ABOUT = """Indikator Kinerja Individu: dari definisi dan realisasi menjadi capaian dan laporan.

Jalankan di folder kantor (yang berisi definitions/unit.yaml) atau di bawahnya.

\b
Contoh:
  iki validate
  iki hitung --tahun 2019
  iki laporan --jabatan sekcam
"""


class _Group(TyperGroup):
    """Finds a command by its name and imports it then, so that no command pays for another."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        command = self.commands.get(cmd_name)
        if command is None:
            module = import_module(f"ikicli.cli.{cmd_name}")
            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            app.command(cmd_name, cls=Command, no_args_is_help=False)(module.run)
            command = self.commands[cmd_name] = in_indonesian(get_command(app))
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _callback(
    version: bool = typer.Option(False, "--version", help="Tampilkan versi iki."),
) -> None:
    if version:
        from ikicli import __version__

        sys.stdout.write(f"iki {__version__}\n")
        raise typer.Exit


def _program() -> Any:
    app = typer.Typer(cls=_Group, rich_markup_mode=None, help=_ABOUT, no_args_is_help=True)
    app.callback(invoke_without_command=True)(_callback)
    group = in_indonesian(get_command(app))
    return group


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `iki` and end the process with its exit code.

    0 nothing wrong, 1 findings, 2 mistyped, 3 a file or folder that cannot be read or written, 4 a bug in iki.
    """
    gc.disable()  # a run is short and builds trees without cycles: collecting them costs a tenth of it
    prepare_streams()
    sys.exit(_run(sys.argv[1:] if arguments is None else list(arguments)))


def _run(arguments: list[str]) -> int:
    trace = "--lacak" in arguments
    try:
        return _dispatch([argument for argument in arguments if argument != "--lacak"])
    except Failure as failure:
        complain(failure.message, failure.hint)
        return failure.code
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone, and the interpreter would say so once more
        return 0
    except OSError as error:
        complain(*_about_file(error))
        if trace:
            raise
        return 3
    except KeyboardInterrupt:
        complain("dihentikan", None)
        return 130
    except Exception as error:
        if trace:
            raise
        complain(
            f"kesalahan di dalam iki sendiri: {type(error).__name__}: {error}",
            "ulangi dengan `--lacak` dan laporkan keluarannya",
        )
        return 4


def _dispatch(arguments: list[str]) -> int:
    try:
        code = _program().main(args=arguments, prog_name="iki", standalone_mode=False)
    except NoArgsIsHelpError as no_arguments:
        sys.stdout.write(no_arguments.format_message() + "\n")
        return 0
    except ClickException as error:
        complain(*usage_error(error, COMMANDS))
        return 2
    return code if isinstance(code, int) else 0


def _about_file(error: OSError) -> tuple[str, str | None]:
    name = error.filename if isinstance(error.filename, str) else "berkas"
    reasons = {
        FileNotFoundError: ("tidak ada", "periksa nama dan foldernya"),
        PermissionError: ("tidak boleh dibuka", "tutup program lain yang memakainya (Excel), atau periksa izinnya"),
        IsADirectoryError: ("adalah folder, bukan berkas", None),
        NotADirectoryError: ("bukan folder", None),
        FileExistsError: ("sudah ada", None),
    }
    said, hint = reasons.get(type(error), (f"tidak dapat dibaca atau ditulis ({error.strerror})", None))
    return f"{name} {said}", hint
