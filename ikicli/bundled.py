"""Where the top-level folders that ship with the program are: inside the wheel, or beside the package in a checkout."""

from pathlib import Path


def bundled(name: str) -> Path:
    """The folder `name` (`templates`, `rules`, `definitions`) as shipped.

    A wheel carries it in `ikicli/_bundled/NAME`; a checkout has it beside the package (`rules` under `tests/`).
    """
    package = Path(__file__).parent
    shipped = package / "_bundled" / name
    if shipped.is_dir():
        return shipped
    return package.parent / ("tests/rules" if name == "rules" else name)
