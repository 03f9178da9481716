"""A span of years as a file writes it."""

from ikicli.definisi.nouns import Jangka
from ikicli.definisi.shape import Bacaan, Skalar, quoted
from ikicli.sumber import Scalar


class JangkaTahun(Skalar[Jangka | None]):
    """`2016-2021`."""

    sebutan = "rentang tahun"
    kosong = None

    def of(self, text: str, _bacaan: Bacaan) -> Jangka | None:
        """The span."""
        years = _years(text)
        return Jangka(*years) if years and years[0] <= years[1] else None

    def _wrong(self, node: Scalar, bacaan: Bacaan) -> None:
        years = _years(node.text)
        if years is None:
            hint = 'tulis tahun pertama dan terakhirnya, misalnya `"2016-2021"`'
            bacaan.report("IKI120", node, f"{quoted(node.text)} bukan rentang tahun", hint)
        else:
            hint = f'tulis `"{years[1]}-{years[0]}"`'
            bacaan.report("IKI120", node, f"rentang tahun {quoted(node.text)} terbalik", hint)


def _years(text: str) -> tuple[int, int] | None:
    """The two years that a text writes, in its order."""
    years = [year.strip() for year in text.replace("–", "-").split("-")]
    if len(years) != 2 or not all(len(year) == 4 and year.isascii() and year.isdecimal() for year in years):
        return None
    return int(years[0]), int(years[1])
