"""Explanations as an indented tree of plain text."""

from collections.abc import Iterator

from ikicli.capaian.jelaskan import Cabang, Terjelaskan
from ikicli.capaian.jelaskan.kata import trees
from ikicli.diagnostik.tampak import visible


def plain(told: Terjelaskan) -> str:
    """Every explanation as lines, what explains a line standing below it, two columns further in."""
    return "\n".join("".join(f"{line}\n" for line in _lines(tree, 0)) for tree in trees(told))


def _lines(branch: Cabang, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{visible(branch.teks)}"
    for each in branch.anak:
        yield from _lines(each, depth + 1)
