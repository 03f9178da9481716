"""How every JSON of iki is written: a thing a line, Indonesian letters as they are, a line end behind it."""

import json
from collections.abc import Iterable, Iterator

_flat = json.JSONEncoder(ensure_ascii=False).encode


def json_text(content: object) -> str:
    """The content as JSON for programs and people: what holds lists goes over lines, anything else is on one.

    An indicator or a finding is a line, to be searched and compared as one. (Python's own indenting is written in
    Python and takes a tenth of `iki hitung` in a large office.)
    """
    return "".join(_written(content, "\n")) + "\n"


def _written(content: object, newline: str) -> Iterator[str]:
    if isinstance(content, dict) and _holds_list(content):
        parts = ((f"{_flat(key)}: ", value) for key, value in content.items())
        yield from _spread("{}", parts, newline)
    elif isinstance(content, list | tuple) and content:
        yield from _spread("[]", (("", value) for value in content), newline)
    else:
        yield _flat(content)


def _holds_list(content: dict[str, object]) -> bool:
    return any(
        bool(value) if isinstance(value, list | tuple) else isinstance(value, dict) and _holds_list(value)
        for value in content.values()
    )


def _spread(around: str, parts: Iterable[tuple[str, object]], newline: str) -> Iterator[str]:
    between = around[0] + newline + "  "
    for name, value in parts:
        yield between + name
        yield from _written(value, newline + "  ")
        between = "," + newline + "  "
    yield newline + around[1]
