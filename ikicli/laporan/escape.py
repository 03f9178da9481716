"""Text from files made harmless for a page: it comes out as itself, and nothing of it acts."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE = re.compile(r"[ \t\n]+")
_OPENS, _CLOSES = frozenset("\u2066\u2067\u2068"), "\u2069"
_ISOLATE = "\u2066"
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_SPECIAL = re.compile(
    r"""[\\`*_#<>\[\]|~$&]       # act anywhere
    | :(?=//) | (?<=www)\.      # a bare address would become a link, backslashes and all
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AT_START = re.compile(r"^( ?[0-9]{0,9})([-+=.)])(?=[-+=\s]|$)")
"""A list, a numbered list, a rule, the underline of a heading."""


def visible(text: str) -> str:
    """The text with control characters shown as their pictures, and marks of direction kept to themselves."""
    if _CONTROL.search(text):
        text = _CONTROL.sub(_picture, text)
    return isolated(text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"[U+{code:04X}]"


def isolated(text: str) -> str:
    """The text with as many isolates around it as it takes for its marks of direction to turn nothing beside it."""
    if not _TURNS.search(text):
        return text
    unclosed = stray = 0
    for character in text:
        if character in _OPENS:
            unclosed += 1
        elif character == _CLOSES:
            stray, unclosed = (stray, unclosed - 1) if unclosed else (stray + 1, 0)
    return _ISOLATE * (stray + 1) + text + _CLOSES * (unclosed + 1)


def markdown(text: str) -> str:
    """The text as one line of Markdown that reads as that text, at the beginning of a line or in a table's cell too."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", _SPACE.sub(" ", visible(text))))
