"""bench/HASIL.md: each script writes its own section and leaves the others alone."""

import re
from pathlib import Path

HASIL = Path(__file__).parent / "HASIL.md"


def write_section(title: str, text: str, path: Path = HASIL) -> None:
    """Put `text` under the heading `## title`, in the place of what stands there, else at the end."""
    section = f"## {title}\n\n{text.strip()}\n"
    before = path.read_text(encoding="utf-8") if path.exists() else "# Measured\n"
    old = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    after = (
        old.sub(lambda _: section + "\n", before, count=1) if old.search(before) else f"{before.rstrip()}\n\n{section}"
    )
    path.write_text(after.rstrip() + "\n", encoding="utf-8")
