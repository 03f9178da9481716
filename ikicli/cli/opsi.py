"""The options that several commands share, and the kinds of words they take: each checks a word and completes it."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer._click.core import Context, Parameter
from typer._click.shell_completion import CompletionItem
from typer._click.types import ParamType

from ikicli.cli.terminal import Failure
from ikicli.diagnostik import did_you_mean

_FIRST_YEAR = 1945


class Kata(ParamType):
    """A word of which the shell can be told how it goes on."""

    name = "kata"

    def known(self, office: Path | None) -> Iterable[str]:  # noqa: ARG002 - most words do not depend on the office
        """The words there are, in the office in a folder (None: outside of any)."""
        return ()

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> object:  # noqa: ARG002
        """The word as the command takes it."""
        return value

    def shell_complete(self, ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """The known words that begin so."""
        words = self.known(_office(ctx))
        return [CompletionItem(word) for word in words if word.startswith(incomplete)]


def _office(ctx: Context) -> Path | None:
    """The office's folder that the command line so far means."""
    from ikicli.definisi import find_root

    folder = ctx.params.get("akar") or ctx.find_root().params.get("akar")
    return Path(folder) if folder else find_root(Path.cwd())


def this_year() -> int:
    """The year of the clock."""
    return date.today().year


def _refuse(parameter: Parameter | None, said: str, hint: str) -> NoReturn:
    option = parameter.opts[-1] if parameter else ""
    raise Failure(2, f"opsi `{option}`: {said}", hint)


class Pilihan(Kata):
    """One of some words."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def known(self, office: Path | None) -> Iterable[str]:  # noqa: ARG002
        """The words themselves."""
        return self.words

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> str:  # noqa: ARG002
        """The word, refused when it is not one of them."""
        if value not in self.words:
            hint = did_you_mean(value, self.words) or f"pilih {', '.join(self.words)}"
            _refuse(param, f"`{value}` bukan pilihan", hint)
        return value


class _Tahun(Kata):
    def known(self, office: Path | None) -> Iterable[str]:
        return _names(office, "definitions/perjanjian")

    def convert(self, value: str | int, param: Parameter | None, ctx: Context | None) -> int:
        text = str(value)
        if not (len(text) == 4 and text.isascii() and text.isdecimal() and int(text) >= _FIRST_YEAR):
            known = max(self.known(_office(ctx)), default=str(this_year())) if ctx else str(this_year())
            _refuse(param, f"`{text}` bukan tahun", f"tulis tahun dari {_FIRST_YEAR}, misalnya {known}")
        return int(text)


class Hari(Kata):
    """A day, as files write it."""

    def convert(self, value: str | date, param: Parameter | None, ctx: Context | None) -> date:  # noqa: ARG002
        """The day, refused when there is none such."""
        text = str(value)
        with suppress(ValueError):
            day = date.fromisoformat(text)
            if day.isoformat() == text:  # not `2019-W36-1`
                return day
        _refuse(param, f"`{text}` bukan tanggal", f"tulis tahun-bulan-hari, misalnya {date.today().isoformat()}")


class _Jabatan(Kata):
    def known(self, office: Path | None) -> Iterable[str]:
        return _names(office, "definitions/jabatan")


class _Indikator(Kata):
    def known(self, office: Path | None) -> Iterable[str]:
        from ikicli.definisi import load

        if office is None:
            return ()
        jabatan = load(office).kantor.jabatan
        return [*(each.id for each in jabatan), *(f"{each.id}.{i.id}" for each in jabatan for i in each.indikator())]


class _JabatanAtauUnit(_Jabatan):
    def known(self, office: Path | None) -> Iterable[str]:
        return *super().known(office), "unit"


class _Aturan(Kata):
    def known(self, office: Path | None) -> Iterable[str]:
        from ikicli.definisi.kantor import shipped_rules

        return dict.fromkeys([*shipped_rules(), *_names(office, "definitions/aturan")])


class Persen(Kata):
    """A positive number of percent, with a decimal point or comma."""

    def convert(self, value: str, param: Parameter | None, ctx: Context | None) -> object:  # noqa: ARG002
        """The number, refused when it is none."""
        from ikicli.rumus import parse_number

        number = parse_number(str(value).removesuffix("%").replace(",", "."))
        if number is None or number <= 0:
            _refuse(param, f"`{value}` bukan angka persen", "tulis angkanya saja, misalnya 110")
        return number


class _Periode(Kata):
    def known(self, office: Path | None) -> Iterable[str]:  # noqa: ARG002
        return ("TW1", "TW2", "TW3", "TW4", "S1", "S2", *(f"{month:02}" for month in range(1, 13)))


def _names(office: Path | None, folder: str) -> Iterable[str]:
    """The names of the definition files in a folder of the office."""
    return sorted(path.stem for path in (office / folder).glob("*.yaml")) if office else ()


Akar = Annotated[
    Path | None,
    typer.Option("--akar", metavar="DIR", help="Folder kantor; bila tidak ditulis, dicari dari sini ke atas."),
]
Coba = Annotated[bool, typer.Option("--coba", help="Tampilkan saja berkas yang akan ditulis.")]
Keluaran = Annotated[
    Path | None,
    typer.Option("--keluaran", metavar="BERKAS", help="Tulis ke berkas ini; yang lama diganti.", show_default=False),
]
Tahun = Annotated[
    int,
    typer.Option("--tahun", click_type=_Tahun(), metavar="TAHUN", help="Tahun yang dihitung."),
]
TahunFormulir = Annotated[
    int,
    typer.Option("--tahun", click_type=_Tahun(), metavar="TAHUN", help="Tahun formulirnya."),
]
TahunBoleh = Annotated[
    int | None,
    typer.Option(
        "--tahun", click_type=_Tahun(), metavar="TAHUN", help="Tahun; bila tidak ditulis, perjanjian yang terakhir."
    ),
]
TahunImpor = Annotated[
    int | None,
    typer.Option(
        "--tahun", click_type=_Tahun(), metavar="TAHUN", help="Tahun angkanya; bila tidak ditulis, seperti di berkas."
    ),
]
Sampai = Annotated[
    str | None,
    typer.Option(
        "--sampai",
        click_type=_Periode(),
        metavar="PERIODE",
        help="Sampai akhir periode ini: TW2, S1, 06. Bila tidak ditulis: setahun.",
    ),
]
AturanBoleh = Annotated[
    str | None,
    typer.Option(
        "--aturan",
        click_type=_Aturan(),
        metavar="ID",
        help="Aturan capaian: bentuk, batas dan predikatnya, misalnya lkjip.",
    ),
]
JabatanBoleh = Annotated[
    list[str] | None,
    typer.Option(
        "--jabatan", click_type=_Jabatan(), metavar="ID", help="Hanya jabatan ini; boleh ditulis beberapa kali."
    ),
]
IndikatorAtauJabatan = Annotated[
    list[str],
    typer.Argument(click_type=_Indikator(), metavar="JABATAN[.INDIKATOR]...", help="Yang dijelaskan."),
]
JabatanFormulir = Annotated[
    list[str] | None,
    typer.Option(
        "--jabatan",
        click_type=_JabatanAtauUnit(),
        metavar="ID",
        help="Formulir jabatan ini, atau `unit` untuk variabel bersama; boleh ditulis beberapa kali.",
    ),
]
