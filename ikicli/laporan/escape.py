"""Text from files made harmless for a page: it comes out as itself, and nothing of it acts."""

import re

from ikicli.capaian.arah_teks import isolated

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE = re.compile(r"[ \t\n]+")
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


def spelled(text: str) -> str:
    """As `visible`, in one line, with control characters spelled out: for fonts that lack their pictures."""
    text = one_line(text)
    if _CONTROL.search(text):
        text = _CONTROL.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)
    return isolated(text)


def one_line(text: str) -> str:
    """The text with its white space as a page shows it."""
    return _SPACE.sub(" ", text)


def markdown(text: str) -> str:
    """The text as one line of Markdown that reads as that text, at the beginning of a line or in a table's cell too."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", one_line(visible(text))))
