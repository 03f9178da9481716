"""An office's definitions: the nouns, the declared shape of each file, loading, and the rules that check them."""

from ikicli.definisi.kantor import Loaded, find_root, load
from ikicli.definisi.rules import check

__all__ = ["Loaded", "check", "find_root", "load"]
