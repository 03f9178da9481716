"""The options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

Akar = Annotated[
    Path | None, typer.Option("--akar", metavar="DIR", help="Folder kantor; bila tidak ditulis, dicari dari sini ke atas.")
]


def one_of(*words: str) -> Callable[[str], str]:
    """A parser that takes one of the words."""

    def parse(text: str) -> str:
        if text not in words:
            raise typer.BadParameter(f"`{text}` bukan pilihan; pilih {', '.join(words)}")
        return text

    return parse


def _year(text: str) -> int:
    if len(text) != 4 or not text.isascii() or not text.isdecimal():  # noqa: PLR2004
        raise typer.BadParameter(f"`{text}` bukan tahun; tulis misalnya 2019")
    return int(text)


Tahun = Annotated[int, typer.Option("--tahun", parser=_year, metavar="TAHUN", help="Tahun yang dihitung.")]
TahunBoleh = Annotated[
    int | None,
    typer.Option("--tahun", parser=_year, metavar="TAHUN", help="Tahun; bila tidak ditulis, perjanjian yang terakhir."),
]
Sampai = Annotated[
    str | None,
    typer.Option("--sampai", metavar="PERIODE", help="Sampai akhir periode ini: TW2, S1, 06. Bila tidak ditulis: setahun."),
]
JabatanBoleh = Annotated[
    list[str] | None,
    typer.Option("--jabatan", metavar="ID", help="Hanya jabatan ini; boleh ditulis beberapa kali."),
]
