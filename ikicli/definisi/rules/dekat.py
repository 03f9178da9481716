"""The name that was probably meant, found quickly among the many names of a large office."""

from collections.abc import Collection
from heapq import nlargest
from os.path import commonprefix

from ikicli.diagnostik import did_you_mean

_MANY, _FEW = 100, 20


def near(word: str, known: Collection[str]) -> str | None:
    """`did_you_mean`; where `known` are many, only of those that begin most like `word`."""
    if len(known) > _MANY:
        known = nlargest(_FEW, known, key=lambda name: len(commonprefix((name, word))))  # noqa: RUF071 - not paths
    return did_you_mean(word, known)
