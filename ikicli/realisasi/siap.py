"""Where the files of a year stand: in their place, or beside it for as long as an import that is decided moves them.

An import writes everything it changes into a folder of its own and renames that folder to `.impor-siap`. The rename is
the decision: from then on the files in there are the store's, and each only waits to be moved to its place.
"""

from pathlib import Path

SIAP = ".impor-siap"
_SYSTEM = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def decided(folder: Path) -> Path:
    """The folder in which files for `realisasi/<tahun>/` wait to be moved there."""
    return folder.parent / SIAP / folder.name


def is_litter(path: Path) -> bool:
    """Whether a file is one that file managers put by themselves into every folder they show."""
    name = path.name.casefold()
    return name in _SYSTEM or name.startswith("._")


def standing(path: Path) -> Path:
    """Where the content of a file of `realisasi/<tahun>/` stands now."""
    waiting = decided(path.parent) / path.name
    return waiting if waiting.exists() else path
