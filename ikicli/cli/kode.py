"""`iki kode`: what does this finding mean?"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.opsi import Kata
from ikicli.cli.terminal import Failure, put
from ikicli.diagnostik import KODE


class _Kode(Kata):
    def known(self, office: Path | None) -> Iterable[str]:  # noqa: ARG002
        return KODE


def run(
    kode: Annotated[
        str | None, typer.Argument(click_type=_Kode(), metavar="[KODE]", help="Kode temuan, misalnya IKI312.")
    ] = None,
) -> None:
    """Menjelaskan kode temuan, dengan contoh yang salah dan yang benar. Tanpa KODE: daftar semua kode.

    \b
    Contoh:
      iki kode
      iki kode IKI312
    """
    if kode is None:
        put("".join(f"{code}  {entry.tingkat.value:<10}  {entry.judul}\n" for code, entry in KODE.items()))
        return
    code = kode.upper()
    if code not in KODE:
        raise Failure(2, f"kode `{kode}` tidak ada", "lihat daftarnya dengan `iki kode`")
    put(explanation(code))


def explanation(code: str) -> str:
    """What a code means, with its wrong and right example."""
    from textwrap import fill

    from ikicli.diagnostik.contoh import example

    entry = KODE[code]
    parts = [f"{code} ({entry.tingkat.value}): {entry.judul}", "", fill(entry.penjelasan, 80)]
    for title, name in (("Salah", "salah"), ("Benar", "benar")):
        parts += ["", f"{title}:", "", *(f"    {line}".rstrip() for line in example(code, name).splitlines())]
    return "\n".join(parts) + "\n"
