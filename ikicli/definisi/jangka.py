"""A span of years as a file writes it."""

import re

from ikicli.definisi.nouns import Jangka
from ikicli.definisi.shape import Bacaan, Skalar, quoted
from ikicli.sumber import Scalar

_SPAN = re.compile(r"([0-9]{4})\s*[-–]\s*([0-9]{4})")


class JangkaTahun(Skalar[Jangka | None]):
    """`2016-2021`."""

    sebutan = "rentang tahun"
    kosong = None

    def _read(self, node: Scalar, bacaan: Bacaan) -> Jangka | None:
        match = _SPAN.fullmatch(node.text.strip())
        if match is None:
            hint = 'tulis tahun pertama dan terakhirnya, misalnya `"2016-2021"`'
            bacaan.report("IKI120", node, f"{quoted(node.text)} bukan rentang tahun", hint)
            return None
        first, last = int(match[1]), int(match[2])
        if first > last:
            bacaan.report("IKI120", node, f"rentang tahun {quoted(node.text)} terbalik", f'tulis `"{last}-{first}"`')
            return None
        return Jangka(first, last)
