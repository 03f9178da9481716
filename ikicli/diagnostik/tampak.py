"""Text for a terminal or a log: nothing in it acts, and nothing in it hides."""

TAB = "    "
"""What a tab is shown as."""

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"})
"""Categories of characters that act, or take no room."""


def visible(text: str) -> str:
    """The text, tabs as spaces, control and invisible characters as `<U+200B>`."""
    if text.isprintable():
        return text
    from unicodedata import category

    return "".join(_shown(character, category(character)) for character in text)


def _shown(character: str, category: str) -> str:
    if character == "\t":
        return TAB
    return f"<U+{ord(character):04X}>" if category in _UNSEEN else character
