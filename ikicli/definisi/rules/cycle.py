"""Cycles in a graph of names."""

from collections.abc import Iterator, Mapping, Sequence


def cycles(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The cycles that a walk from every node meets, each once, starting at its smallest name.

    Names that `edges` does not have lead nowhere.
    """
    done: set[str] = set()
    for start in sorted(edges):
        if edges[start] and start not in done:  # most lead nowhere
            yield from _from(start, edges, done)


def written_out(cycle: Sequence[str]) -> str:
    """A cycle as a reader follows it, a long one without its middle."""
    shown = cycle if len(cycle) <= 6 else [*cycle[:3], f"… ({len(cycle) - 4} lagi) …", cycle[-1]]
    return " -> ".join((*shown, cycle[0]))


def _from(start: str, edges: Mapping[str, Sequence[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    """Depth first without recursion: an office may chain a thousand jabatan."""
    path: list[str] = [start]
    on_path = {start}
    ahead = [iter(edges[start])]
    while ahead:
        following = next(ahead[-1], None)
        if following is None:
            ahead.pop()
            leaving = path.pop()
            on_path.discard(leaving)
            done.add(leaving)
        elif following in on_path:
            cycle = path[path.index(following) :]
            first = cycle.index(min(cycle))
            yield tuple(cycle[first:] + cycle[:first])
        elif following in edges and following not in done:
            path.append(following)
            on_path.add(following)
            ahead.append(iter(edges[following]))
