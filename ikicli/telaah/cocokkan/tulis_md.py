"""A comparison as Markdown, for a comment on a change: the coverage, a table, each difference word by word."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ikicli.laporan.escape import markdown
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
from ikicli.telaah.selisih import Arah, Potongan, shortened

Show = Callable[[str], str]


def as_markdown(found: Pencocokan, show: Show) -> str:
    """The comparison; what only the decree has is struck out, what only the definitions have is bold."""
    return "\n".join(_lines(found, show)) + "\n"


def _lines(found: Pencocokan, show: Show) -> Iterator[str]:
    yield from [f"## Definisi dan keputusan: {covered(found)}", ""]
    if found.tanpa_kepala:
        yield from [without_head(markdown(found.tanpa_kepala)), ""]
    chains = [chain for each in found.temuan for chain in each.told()]
    if chains:
        yield from ["### Perbedaan", "", "~~Dicoret~~: hanya di keputusan. **Tebal**: hanya di definisi.", ""]
        for chain in chains:
            yield from _difference(chain, show)
        yield ""
    yield from _notes(TARGET, found.target, show)
    yield from ["### Cakupan", "", "| Bagian | Sama persis | Rinciannya |", "|---|---|---|"]
    for each in found.temuan:
        kinds = ", ".join(f"{hal} {part.teks}" for hal, part in by_kind(each).items())
        yield f"| {markdown(heading(each))} | {coverage([each]).teks} | {kinds} |"
    yield ""
    yield from _notes(TAK_JELAS, found.tak_jelas, show)
    yield from _notes("Tafsir dalam definisi", found.tafsir, show)
    if found.tak_terbaca:
        yield from [f"### {TAK_TERBACA}", ""]
        for line in found.tak_terbaca:
            yield f"- baris {line.baris} ({line.sebab}): {markdown(line.teks)}"
        yield ""


def _difference(chain: Sequence[Temuan], show: Show) -> Iterator[str]:
    one = chain[-1]
    sides = [each for each in (one.keputusan, one.definisi) if each is not None]
    places = ", ".join(markdown(f"{show(each.span.source.path)}:{each.baris}") for each in sides)
    said = "; ".join([PUTUSAN[one.putusan], *map(markdown, remarks(one))])
    yield f"- **{markdown(place(chain))}**: {said} ({places})\\"
    yield f"  {_words(shortened(one.selisih)) if one.selisih else markdown(one.butir.teks)}"


def _words(pieces: Iterable[Potongan]) -> str:
    marks = {Arah.SAMA: "", Arah.KIRI: "~~", Arah.KANAN: "**"}
    return " ".join(f"{marks[each.arah]}{markdown(each.teks)}{marks[each.arah]}" for each in pieces)


def _notes(title: str, notes: Sequence[Catatan], show: Show) -> Iterator[str]:
    if not notes:
        return
    yield from [f"### {title}", ""]
    for each in notes:
        places = ", ".join(markdown(f"{show(span.source.path)}:{span.first[0]}") for span in each.tempat)
        yield f"- {markdown(each.hal)}: {markdown(each.isi)} ({places})"
    yield ""
