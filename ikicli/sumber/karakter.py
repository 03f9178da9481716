"""The characters of YAML: those it takes nowhere, and those it writes as escapes."""

import re

FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""A character that no YAML file may hold; a pattern that takes 5 ms to compile, so only where it is asked for."""

ESCAPE = r"(?s)\\(?:x(..)|u(....)|U(........)|(.))"
"""One escape of a double-quoted text; few files have one, so it is compiled where it is asked for."""

_WHITE = frozenset(" \t_NLPnrtvf\n\r\x85\u2028\u2029")
"""What stands behind the backslash of white space, or of a line end that is none."""
_CONTROL = frozenset("0abtvfre")


def is_white(escape: re.Match[str]) -> bool:
    """Whether an escape writes white space, or nothing at all."""
    character = _numbered(escape)
    return escape[4] in _WHITE if character is None else character.isspace()


def is_control(escape: re.Match[str]) -> bool:
    """Whether an escape writes what is no text: a control character other than a line feed, half a character."""
    character = _numbered(escape)
    return escape[4] in _CONTROL if character is None else character in "\t\r" or bool(re.match(FORBIDDEN, character))


def _numbered(escape: re.Match[str]) -> str | None:
    """The character that an escape writes by its number."""
    digits = escape[1] or escape[2] or escape[3]
    return chr(int(digits, 16)) if digits else None
