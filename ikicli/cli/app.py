"""The program `iki`: its table of commands, each imported only when it is used, and its one error boundary."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated

import typer
from typer._click.core import Command, Context
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer._click.formatting import HelpFormatter
from typer._click.shell_completion import CompletionItem
from typer.core import TyperGroup
from typer.main import get_command

from ikicli.cli.bahasa import NAMA_OPSI, NAMA_PERINTAH, Indonesian, IndonesianCommand, usage_error
from ikicli.cli.berkas import about_file
from ikicli.cli.opsi import Akar
from ikicli.cli.terminal import Failure, complain, flush, prepare_streams, put
from ikicli.diagnostik import did_you_mean

COMMANDS = {
    "init": "membuat kantor baru yang siap diperiksa",
    "validate": "apakah definisinya benar?",
    "cocokkan": "apakah definisi berbunyi seperti keputusannya?",
    "kode": "apa arti temuan ini? Dengan contoh salah dan benar",
    "skema": "membuat skema, supaya editor melengkapi dan menjelaskan berkas",
    "templat": "membuat formulir isian realisasi, Excel atau CSV",
    "impor": "memasukkan angka dari CSV atau Excel, utuh atau tidak sama sekali",
    "status": "siapa sudah mengirim apa, dan apa yang perlu diminta",
    "hitung": "capaian kinerja setiap indikator, jabatan dan kantor",
    "pohon": "siapa di bawah siapa, dan indikator mana mendukung yang mana",
    "jelaskan": "dari mana angka ini? Sampai berkas dan barisnya",
    "laporan": "membuat laporan kinerja, siap dicetak",
    "situs": "halaman kantor untuk dilihat di peramban, tanpa jaringan",
    "verifikasi": "apakah berkas masih memberi dokumen ini?",
    "dampak": "apa akibat perubahan definisi pada hasil?",
    "audit": "angka mana di tabel terbitan yang tidak cocok dengan hitungannya, dan mengapa",
}
"""The commands in the order of their use; each is the function `run` of the module of its name."""

_WITHOUT_OFFICE = frozenset({"init", "kode"})
"""Commands that read no definitions."""

_HELP = frozenset({"help", "bantuan", "tolong"})
_COMPLETION = "_IKI_COMPLETE"
"""The variable by which a shell asks how a line goes on."""

_ABOUT = """Indikator Kinerja Individu: dari definisi dan realisasi menjadi capaian dan laporan.

Jalankan di folder kantor (yang berisi definitions/unit.yaml) atau di bawahnya.

\b
Contoh:
  iki validate
  iki hitung --tahun 2019
  iki laporan --jabatan sekcam
"""


class _Group(Indonesian, TyperGroup):
    """Finds a command by its name and imports it then, so that no command pays for another."""

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        if cmd_name in COMMANDS:
            return _command(cmd_name)
        if ctx.resilient_parsing:  # a line that is still being typed
            return None
        near = None if cmd_name in _HELP else did_you_mean(cmd_name, COMMANDS)
        raise Failure(2, f"perintah `{cmd_name}` tidak ada", near or "lihat `iki --help`")

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 - the framework's
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """The commands and options that begin so, no command imported for it."""
        names = [CompletionItem(name, help=about) for name, about in COMMANDS.items() if name.startswith(incomplete)]
        return names + Command.shell_complete(self, ctx, incomplete)


def _command(name: str) -> Command:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    run = import_module(f"ikicli.cli.{name}").run
    app.command(name, cls=IndonesianCommand, options_metavar=NAMA_OPSI)(run)
    return get_command(app)


def _show_version(asked: bool) -> None:
    if asked:
        from ikicli import __version__

        put(f"iki {__version__}\n")
        raise typer.Exit


def _install_completion(asked: bool) -> None:
    if asked:
        from ikicli.cli.pelengkapan import install

        put(install())
        raise typer.Exit


def _show_completion(asked: bool) -> None:
    if asked:
        from ikicli.cli.pelengkapan import script

        put(script())
        raise typer.Exit


def _before_the_command(
    context: typer.Context,
    akar: Akar = None,
    lacak: Annotated[  # noqa: ARG001 - taken out of the arguments before they are read, wherever it stands
        bool, typer.Option("--lacak", help="Bila iki gagal, tampilkan jejaknya untuk dilaporkan.")
    ] = False,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", help="Tampilkan versi iki.", callback=_show_version, is_eager=True)
    ] = False,
    install_completion: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--install-completion",
            help="Pasang pelengkapan otomatis di terminal ini (tekan Tab untuk melengkapi).",
            callback=_install_completion,
        ),
    ] = False,
    show_completion: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--show-completion",
            help="Tampilkan naskah pelengkapan otomatis, untuk disalin.",
            callback=_show_completion,
        ),
    ] = False,
) -> None:
    context.default_map = {name: {"akar": akar} for name in COMMANDS}  # written behind the command, it wins


def _program() -> Command:
    app = typer.Typer(
        cls=_Group,
        add_completion=False,
        rich_markup_mode=None,
        help=_ABOUT,
        no_args_is_help=True,
        options_metavar=NAMA_OPSI,
        subcommand_metavar=NAMA_PERINTAH,
    )
    app.callback()(_before_the_command)
    return get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code."""
    prepare_streams()
    words, trace = _without_trace(arguments)
    code = _guarded(lambda: _guarded(lambda: _dispatch(words), trace=trace), trace=trace)  # what is told may fail, too
    flushed = _guarded(flush, trace=trace)
    return code or flushed


def _without_trace(arguments: Sequence[str]) -> tuple[list[str], bool]:
    """The arguments without `--lacak`, which may stand anywhere before a `--`, and whether it stood there."""
    words = list(arguments)
    end = words.index("--") if "--" in words else len(words)
    options = [word for word in words[:end] if word != "--lacak"]
    return options + words[end:], len(options) < end


def _guarded(act: Callable[[], int], *, trace: bool) -> int:
    """The exit code of what is done; what goes wrong in it is told to the user."""
    try:
        return act()
    except Failure as failure:
        complain(failure.message, failure.hint)
        return failure.code
    except OSError as error:
        _show_trace(trace)
        complain(*about_file(error))
        return 3
    except Exception as error:
        _show_trace(trace)
        hint = "laporkan jejak di atas" if trace else "ulangi dengan `--lacak` dan laporkan keluarannya"
        complain(f"kesalahan di dalam iki sendiri: {type(error).__name__}: {error}", hint)
        return 4


def _show_trace(wanted: bool) -> None:
    if wanted:
        from traceback import format_exc

        sys.stderr.write(format_exc())


def _import_command(words: list[str]) -> None:
    """Import what the command needs from the top of the stack: typer would do so a dozen frames further down.

    The interpreter keeps frames in chunks of 16 KB. Where the calls of a loop cross the end of one, as those that build
    the patterns of yaml did, the system gives and takes a chunk at each call: a tenth of the time of `hitung`.
    """
    name = next((word for word in words if word in COMMANDS), None)
    if name is not None:
        if name not in _WITHOUT_OFFICE:
            import_module("ikicli.definisi")
        import_module(f"ikicli.cli.{name}")


def _dispatch(words: list[str]) -> int:
    _import_command(words)
    asked = os.environ.get(_COMPLETION)
    if asked:
        from ikicli.cli.pelengkapan import complete

        put(complete(_program(), _COMPLETION, asked))
        return 0
    name = words[0] if words and words[0] in COMMANDS else None  # the whole program is for what stands before a command
    called, rest = (f"iki {name}", words[1:]) if name else ("iki", words)
    command = _command(name) if name else _program()
    try:
        with command.make_context(called, rest) as context:
            code = command.invoke(context)
    except NoArgsIsHelpError as no_arguments:
        put(f"{no_arguments.format_message()}\n")
        return 0
    except ClickException as error:
        complain(*usage_error(error))
        return 2
    except typer.Exit as end:
        return end.exit_code
    return code if isinstance(code, int) else 0
