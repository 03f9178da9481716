"""The definitions held against the decree's text, item by item and word by word.

The decree's Markdown (`naskah`) and the definitions (`definisi`) become trees of one shape (`bunyi`); `padan` pairs
them off, `banding` gives every item its verdict, `kejelasan` says what the decree itself leaves unclear.
"""

from ikicli.telaah.cocokkan.naskah import read
from ikicli.telaah.cocokkan.pencocokan import Pencocokan, compare

__all__ = ["Pencocokan", "compare", "read"]
