"""Measure iki as whole processes, as ratios within this run, and write the tables to bench/HASIL.md.

Needs iki installed in the Python that runs this, with its bytecode compiled, and check-jsonschema beside it:
`pip install . check-jsonschema && python bench/ukur.py`. Commands are interleaved, figures are medians.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from hasil import write_section
from kantor import build

HERE = Path(__file__).parent
ROOT = HERE.parent
BIN = Path(sys.executable).parent
IKI = [str(BIN / "iki")]
ONE_PDF = ["laporan", "--jabatan", "sekcam", "--format", "pdf", "--keluaran"]
BARE = [sys.executable, "-c", "pass"]


class Run:
    """A command as a whole process: seconds of each run, and its largest resident memory in MiB."""

    def __init__(self, name: str, command: Sequence[str], cwd: Path = ROOT) -> None:
        self.name, self.command, self.cwd = name, command, cwd
        self.seconds: list[float] = []
        self.memory = 0.0

    def once(self) -> None:
        """Run it once more."""
        start = time.perf_counter()
        process = subprocess.Popen(self.command, cwd=self.cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds.append(time.perf_counter() - start)
        self.memory = max(self.memory, usage.ru_maxrss / 1024)
        if process.returncode not in (0, 1):
            sys.exit(f"{self.name}: exit code {process.returncode}")

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)


def interleaved(runs: Sequence[Run], times: int) -> None:
    """Every command in turn, `times` times, after one run that warms the disk."""
    for run in runs:
        run.once()
        run.seconds.clear()
    for _ in range(times):
        for run in runs:
            run.once()


def small(times: int) -> list[str]:
    """The everyday commands against the bare interpreter."""
    bare = Run("python -c pass", BARE)
    commands = [
        (Run("iki --help", [*IKI, "--help"]), "<= 7"),
        (Run("iki validate (19 jabatan)", [*IKI, "validate"]), "<= 8"),
        (Run("iki hitung --tahun 2019", [*IKI, "hitung", "--tahun", "2019"]), "<= 9"),
        (Run("iki laporan (20 HTML)", [*IKI, "laporan", "--keluaran", tempfile.mkdtemp()]), ""),
        (Run("iki situs (59 pages)", [*IKI, "situs", f"{tempfile.mkdtemp()}/situs"]), "<= 50"),
        (Run("iki laporan (1 PDF)", [*IKI, *ONE_PDF, tempfile.mkdtemp()]), "<= 25"),
    ]
    typer = Run("python -c 'import typer'", [sys.executable, "-c", "import typer"])
    interleaved([bare, typer, *(run for run, _ in commands)], times)
    lines = ["| command | ms | x bare interpreter | bar |", "|---|---|---|---|"]
    for run, bar in [(bare, ""), (typer, "(what the framework alone costs)"), *commands]:
        lines.append(f"| {run.name} | {run.median * 1000:.0f} | {run.median / bare.median:.1f} | {bar} |")
    return lines


def large(times: int, folder: Path) -> list[str]:
    """Synthetic offices: against check-jsonschema, and from 1,000 to 5,000 files."""
    for size in (1000, 5000):
        build(folder / str(size), size)
    one = Run("iki validate, 1,000 files", [*IKI, "validate"], folder / "1000")
    five = Run("iki validate, 5,000 files", [*IKI, "validate"], folder / "5000")
    runs = [one, five]
    peer = shutil.which("check-jsonschema", path=str(BIN))
    schema = str(HERE.parent / ".iki/skema/jabatan.schema.json")
    files = sorted(str(path) for path in (folder / "1000/definitions/jabatan").iterdir())
    other = Run("check-jsonschema, the same 1,000", [peer or "", "--schemafile", schema, *files], folder)
    interleaved([*runs, other] if peer else runs, times)
    lines = ["| command | s | memory MiB | |", "|---|---|---|---|"]
    lines.append(f"| {one.name} | {one.median:.2f} | {one.memory:.0f} | bar: under 60 MiB |")
    lines.append(
        f"| {five.name} | {five.median:.2f} | {five.memory:.0f} | {five.median / one.median:.1f} x the time of 1,000 |"
    )
    if peer:
        ratio = f"{other.median / one.median:.1f} x iki; bar: at least 10"
        lines.append(f"| {other.name} (shape alone) | {other.median:.2f} | {other.memory:.0f} | {ratio} |")
    return lines


def main() -> None:
    """Measure, and write the tables."""
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    with tempfile.TemporaryDirectory() as folder:
        lines = [f"{machine}; medians of interleaved runs, whole processes, no cache of iki's own.", ""]
        lines += [*small(15), "", *large(3, Path(folder)), "", "Made by `python bench/ukur.py`."]
    write_section("Commands", "\n".join(lines))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
