"""Text from files put beside other text: its marks of direction turn nothing around it."""

_OPENS, _CLOSES = frozenset("\u2066\u2067\u2068"), "\u2069"
_ISOLATE = "\u2066"
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def isolated(text: str) -> str:
    """The text with as many isolates around it as it takes for its marks of direction to turn nothing beside it."""
    if _TURNS.isdisjoint(text):
        return text
    unclosed = stray = 0
    for character in text:
        if character in _OPENS:
            unclosed += 1
        elif character == _CLOSES:
            stray, unclosed = (stray, unclosed - 1) if unclosed else (stray + 1, 0)
    return _ISOLATE * (stray + 1) + text + _CLOSES * (unclosed + 1)


def sisipan(teks: str) -> str:
    """A text from a file as it stands within a sentence: without its full stop, and turning nothing around it."""
    return isolated(teks.removesuffix("."))
