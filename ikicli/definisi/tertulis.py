"""What a file writes, where a noun holds only what could be read of it."""

from collections.abc import Mapping as Dict

from ikicli.sumber import Mapping, Node, Sequence


def written(node: Node, key: str) -> Node | None:
    """The node under a key of a record; None when the key is absent or empty."""
    value = node.value(key) if isinstance(node, Mapping) else None
    return None if value is None or value.is_empty else value


def is_whole(node: Node, key: str, read: tuple[object, ...] | Dict[str, object], *, required: bool = False) -> bool:
    """Whether a collection of a record was read whole, so that a name which is not in it does not exist."""
    if not isinstance(node, Mapping):
        return False
    match written(node, key):
        case None:
            return not required
        case Sequence(items=items):
            return isinstance(read, tuple) and len(items) == len(read)
        case Mapping(values=values):
            return not isinstance(read, tuple) and len(values) == len(read)
        case _:
            return False
