"""Gold reports: the small office's documents, kept as files and read by people when they change.

After a wanted change: `python tests/laporan/test_emas.py` writes them anew; then read the difference.
"""

import sys
import tempfile
from pathlib import Path

import pytest

EMAS = Path(__file__).parent / "emas"
ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests/laporan")]

from kantor_laporan import made, result  # noqa: E402 - run as a script, the paths come first

from ikicli.capaian import Hasil  # noqa: E402
from ikicli.laporan import JENIS  # noqa: E402


def every(hasil: Hasil, format: str) -> dict[str, str]:
    """The documents of every kind by name."""
    return {name: text for jenis in JENIS for name, text in made(hasil, format, jenis).items()}


@pytest.mark.parametrize("format", ["html", "md"])
def test_documents_are_as_kept(tmp_path: Path, format: str) -> None:
    hasil = result(tmp_path)
    kept = {path.name: path.read_text(encoding="utf-8") for path in EMAS.glob(f"*.{format}")}
    assert every(hasil, format) == kept


def write_anew() -> None:
    with tempfile.TemporaryDirectory() as folder:
        hasil = result(Path(folder))
        documents = every(hasil, "html") | every(hasil, "md")
    EMAS.mkdir(exist_ok=True)
    for path in EMAS.iterdir():
        path.unlink()
    for name, text in documents.items():
        (EMAS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_anew()
