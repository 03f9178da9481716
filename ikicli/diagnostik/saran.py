"""Near misses: the known word that somebody probably meant."""

from collections.abc import Iterable

NO_WIDTH = (
    "\x85\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u3164\ufeff\uffa0"
)
"""Characters that take no room on a screen and so hide in a word."""
STRAIGHT = 'tanda kutip “ ” bukan tanda kutip YAML; ganti dengan kutip lurus: "..."'
"""The hint for a text between the quotation marks of word processors, which YAML has cut in it."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` nearest to `word`, or None when nothing is near."""
    from difflib import get_close_matches

    names = list(known)
    for candidate in (word, word.casefold().replace(" ", "_").replace("-", "_")):
        near = get_close_matches(candidate, names, n=1, cutoff=0.65)
        if near:
            return near[0]
    return None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint for a word that is not among `known`: an invisible character in it, or the nearest known word."""
    hidden = sorted({each for each in word if each in NO_WIDTH or (each.isspace() and not each.isascii())})
    if hidden:
        names = ", ".join(f"U+{ord(character):04X}" for character in hidden)
        return f"ada karakter tak terlihat di dalamnya ({names}); hapus lalu ketik ulang"
    near = closest(word, known)
    return f"mungkin maksud Anda `{near}`" if near else None
