"""Make the forms of this folder anew: `python tests/formulir_terisi/buat.py`. Needs LibreOffice with its `uno`."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from formulir_uji import KANTOR_FORMULIR, TYPED
from kantor_uji import lay_out

from ikicli.cli.app import run

HERE = Path(__file__).parent
UNO_PYTHON = "/usr/bin/python3"


def has_libreoffice() -> bool:
    """Whether there is a LibreOffice that a program can drive."""
    try:
        return not subprocess.run([UNO_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode
    except OSError:
        return False


def make(folder: Path) -> tuple[Path, ...]:
    """The form of `kasi_umum`, filled in and saved in the folder as XLSX and ODS."""
    with tempfile.TemporaryDirectory() as office:
        lay_out(Path(office), KANTOR_FORMULIR)
        options = ["--jabatan", "kasi_umum", "--tahun", "2019", "--keluaran", office, "--akar", office]
        assert run(["templat", *options]) == 0
        saved = tuple(folder / f"kasi_umum.{suffix}" for suffix in ("xlsx", "ods"))
        command = [UNO_PYTHON, str(HERE / "isi.py"), str(Path(office, "kasi_umum.xlsx")), *map(str, saved)]
        subprocess.run(command, input=json.dumps(TYPED).encode(), check=True, timeout=120)
        return saved


if __name__ == "__main__":
    make(HERE)
