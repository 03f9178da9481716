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
    "templat": "membuat formulir isian realisasi, Excel atau CSV",
    "impor": "memasukkan angka dari CSV atau Excel, utuh atau tidak sama sekali",
    "status": "siapa sudah mengirim apa, dan apa yang perlu diminta",
    "hitung": "capaian kinerja setiap indikator, jabatan dan kantor",
    "pohon": "siapa di bawah siapa, dan indikator mana mendukung yang mana",
    "jelaskan": "dari mana angka ini? Sampai berkas dan barisnya",
    "laporan": "membuat laporan kinerja, siap dicetak",
    "verifikasi": "apakah berkas masih memberi dokumen ini?",
