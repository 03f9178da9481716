"""A comparison of definitions and decree as lines: plain in a pipe, coloured on a terminal."""

from collections.abc import Iterator, Sequence

from ikicli.cli.penggal import Baris, Penggal, show, words
from ikicli.cli.terminal import show_path
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Span
from ikicli.diagnostik.tampak import visible
from ikicli.telaah.cocokkan.kata import (
    PUTUSAN,
    TAK_JELAS,
    TAK_TERBACA,
    TARGET,
    by_kind,
    coverage,
    covered,
    heading,
    place,
    remarks,
    without_head,
)
from ikicli.telaah.cocokkan.kejelasan import Catatan
from ikicli.telaah.cocokkan.pencocokan import Pencocokan
from ikicli.telaah.cocokkan.temuan import Temuan
from ikicli.telaah.selisih import shortened

_LEGEND = "[-kata-] hanya ada di keputusan, {+kata+} hanya ada di definisi."
_CAUTION, _GOOD, _BAD, _TITLE, _PALE = "yellow", "bold green", "bold red", "bold", "dim"


def draw(found: Pencocokan, kantor: Kantor) -> None:
    """The comparison on stdout."""
    show(_lines(found, kantor))


def _lines(found: Pencocokan, kantor: Kantor) -> Iterator[Baris]:
    unit = visible(kantor.nama)
    yield (Penggal(f"{unit} | keputusan {visible(show_path(found.keputusan.path))}", _TITLE),)
    yield ()
    yield from _table(found.temuan)
    yield ()
    yield (Penggal(covered(found), _GOOD if found.is_verbatim else _BAD),)
    if found.tanpa_kepala:
        yield (Penggal(without_head(found.tanpa_kepala), _CAUTION),)
    yield from _differences(found)
    yield from _notes(f"{TARGET}:", found.target)
    yield from _notes(f"{TAK_JELAS}:", found.tak_jelas)
    if found.tafsir:
        yield ()
        said = (
            f"Definisi memuat {len(found.tafsir)} tafsir tentang bunyi yang tidak jelas; bacalah dengan `--format md`."
        )
        yield (Penggal(said),)
    if found.tak_terbaca:
        yield ()
        yield (Penggal(f"{TAK_TERBACA}; periksa sendiri:", _TITLE),)
        for line in found.tak_terbaca:
            place = f"  {visible(show_path(found.keputusan.path))}:{line.baris}"
            yield Penggal(place, _PALE), Penggal(f"  {line.sebab}: {visible(line.teks)}")


def _table(temuan: Sequence[Temuan]) -> Iterator[Baris]:
    """A line for the head and for each jabatan."""
    names = [visible(heading(each)) for each in temuan]
    shares = [coverage([each]) for each in temuan]
    width, wide = max(map(len, names), default=0), max((len(share.teks) for share in shares), default=0)
    for each, name, share in zip(temuan, names, shares, strict=True):
        kinds = ", ".join(f"{hal} {part.teks}" for hal, part in by_kind(each).items() if hal != "jabatan")
        yield (
            Penggal(f"  {name.ljust(width)}  "),
            Penggal(share.teks.rjust(wide), "green" if share.sama == share.semua else "red"),
            Penggal(f"  {kinds}", _PALE),
        )


def _differences(found: Pencocokan) -> Iterator[Baris]:
    chains = [chain for each in found.temuan for chain in each.told()]
    if not chains:
        return
    yield ()
    yield (Penggal("Perbedaan:", _TITLE),)
    if any(chain[-1].selisih for chain in chains):
        yield (Penggal(f"  {_LEGEND}", _PALE),)
    for chain in chains:
        one = chain[-1]
        yield ()
        yield Penggal(f"  {visible(place(chain))}: ", _TITLE), Penggal(PUTUSAN[one.putusan], _BAD)
        yield (Penggal(f"    {_places([each.span for each in (one.keputusan, one.definisi) if each])}", _PALE),)
        yield from ((Penggal(f"    {visible(said)}", _CAUTION),) for said in remarks(one))
        yield Penggal("    "), *(words(shortened(one.selisih)) if one.selisih else [Penggal(visible(one.butir.teks))])


def _notes(title: str, notes: Sequence[Catatan]) -> Iterator[Baris]:
    if not notes:
        return
    yield ()
    yield (Penggal(title, _TITLE),)
    for each in notes:
        yield Penggal(f"  {visible(each.hal)}: {visible(each.isi)}"), Penggal(f"  ({_places(each.tempat)})", _PALE)


def _places(spans: Sequence[Span]) -> str:
    """Files and lines, a file named once for the lines in it that follow each other."""
    said: list[str] = []
    for at, span in enumerate(spans):
        again = at > 0 and spans[at - 1].source.path == span.source.path
        said.append(str(span.first[0]) if again else f"{visible(show_path(span.source.path))}:{span.first[0]}")
    return ", ".join(said)
