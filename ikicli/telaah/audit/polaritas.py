"""What the column of polarities says; words with two meanings (`maksimal`: reach it, or keep below it) say nothing."""

import re

from ikicli.definisi.nouns import Polaritas

_DOWN = re.compile(
    r"turun|negati[fv]|minimi[sz]|minimas|minimalkan|\bmin\b|kondisi khusus|lower|"
    r"(?:makin|lebih) (?:rendah|kecil|sedikit|cepat|hemat|singkat|pendek|turun|minim)"
)
_UP = re.compile(
    r"naik|positi[fv]|maksimi[sz]|maximi[sz]|maksimas|maksimalkan|\bmax\b|kondisi normal|higher|"
    r"(?:makin|lebih) (?:tinggi|besar|banyak|lama|naik|maksim)"
)
_STEADY = re.compile(r"stabil|tetap|stabili[sz]e")


def polarity(cell: str) -> Polaritas:
    """The polarity that a cell states; TAK_TERBACA where it states none."""
    words = " ".join(cell.casefold().split())
    found = [each for each, pattern in _PATTERNS.items() if pattern.search(words)]
    return found[0] if len(found) == 1 else Polaritas.TAK_TERBACA


_PATTERNS = {Polaritas.TURUN: _DOWN, Polaritas.NAIK: _UP, Polaritas.STABIL: _STEADY}
