"""An office's definitions: the nouns, the declared shape of each file, loading, and the rules that check them."""

from ikicli.definisi.kantor import Loaded, Simpanan, find_root, load, load_kept
from ikicli.definisi.rules import check

__all__ = ["Loaded", "Simpanan", "check", "find_root", "load", "load_kept"]
