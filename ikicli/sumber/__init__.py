"""From a file to located nodes: bytes to guarded text, YAML text to nodes that know their place.

The only door to yaml. Every scalar is read as its text; what it means is decided by whoever reads the node.
"""

from ikicli.sumber.node import ABSENT, Mapping, Node, Scalar, Sequence, key_span, span_of
from ikicli.sumber.pagar import check_file, check_files, check_inside, check_regular, is_inside
from ikicli.sumber.teks import Text, kept_text, read_text
from ikicli.sumber.yaml_ import Composed, compose

__all__ = [
    "ABSENT",
    "Composed",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Text",
    "check_file",
    "check_files",
    "check_inside",
    "check_regular",
    "compose",
    "is_inside",
    "kept_text",
    "key_span",
    "read_text",
    "span_of",
]
