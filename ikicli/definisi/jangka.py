"""A span of years as a file writes it."""

from ikicli.definisi.nouns import Jangka
from ikicli.definisi.shape import Bacaan, Skalar, quoted
from ikicli.sumber import Scalar


class JangkaTahun(Skalar[Jangka | None]):
    """`2016-2021`."""

    sebutan = "rentang tahun"
    kosong = None

    def _read(self, node: Scalar, bacaan: Bacaan) -> Jangka | None:
        years = [year.strip() for year in node.text.replace("–", "-").split("-")]
        if len(years) != 2 or not all(len(year) == 4 and year.isascii() and year.isdecimal() for year in years):
            hint = 'tulis tahun pertama dan terakhirnya, misalnya `"2016-2021"`'
            bacaan.report("IKI120", node, f"{quoted(node.text)} bukan rentang tahun", hint)
            return None
        first, last = map(int, years)
        if first > last:
            bacaan.report("IKI120", node, f"rentang tahun {quoted(node.text)} terbalik", f'tulis `"{last}-{first}"`')
            return None
        return Jangka(first, last)
