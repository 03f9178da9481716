"""The answer about a document as lines."""

from collections.abc import Iterator

from ikicli.cli.penggal import Baris, Penggal, show, words
from ikicli.diagnostik.tampak import visible
from ikicli.telaah.selisih import shortened
from ikicli.telaah.verifikasi.kata import about, conclusion, make_anew
from ikicli.telaah.verifikasi.periksa import Keadaan, Putusan, Verifikasi

_MOST = 12
"""Lines that differ, shown before the rest is only counted."""


def draw(found: Verifikasi, dokumen: str) -> None:
    """The answer on stdout."""
    show(_lines(found, dokumen))


def _lines(found: Verifikasi, dokumen: str) -> Iterator[Baris]:
    yield (Penggal(visible(dokumen), "bold"),)
    yield (Penggal(visible(about(found.tanda))),)
    yield ()
    answer, *more = conclusion(found)
    yield (Penggal(visible(answer), "bold green" if found.putusan is Putusan.SAMA else "bold red"),)
    yield from ((Penggal(visible(said)),) for said in more)
    yield from [(), (Penggal("Berkas sumber:", "bold"),)]
    width = max((len(each.keadaan.value) for each in found.berkas), default=0)
    for each in found.berkas:
        style = "green" if each.keadaan is Keadaan.SAMA else "red"
        yield Penggal(f"  {each.keadaan.value.ljust(width)}", style), Penggal(f"  {visible(each.jalur)}")
    if found.selisih:
        yield from [(), (Penggal("Baris yang berbeda ([-dokumen ini-], {+kini+}):", "bold"),)]
        yield from ((Penggal("  "), *words(shortened(line))) for line in found.selisih[:_MOST])
        if len(found.selisih) > _MOST:
            yield (
                Penggal(f"  dan {len(found.selisih) - _MOST} baris lagi; selengkapnya dengan `--format json`", "dim"),
            )
    if found.putusan is Putusan.BEDA:
        yield from [
            (),
            (Penggal(f"Dokumen menurut berkas sekarang: {visible(make_anew(found.tanda))} --keluaran DIR"),),
        ]
