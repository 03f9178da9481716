"""Measure documents as whole processes, as ratios within this run, and write the section to bench/HASIL.md.

Needs iki with its extra `dokumen` in the Python that runs this, with its bytecode compiled; weasyprint beside it is
compared where it is installed: `pip install '.[dokumen]' weasyprint && python bench/dokumen.py`.
"""

import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from hasil import write_section
from kantor import build
from ukur import BARE, IKI, ONE_PDF, Run, interleaved

OTHER = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


def shipped(folder: Path, times: int) -> list[str]:
    """The documents of the shipped office against the bare interpreter."""
    bare = Run("python -c pass", BARE)
    pdf = Run("iki laporan, 1 PDF", [*IKI, *ONE_PDF, str(folder / "pdf")])
    runs = [
        (Run("iki laporan, 20 HTML", [*IKI, "laporan", "--keluaran", str(folder / "html")]), "<= 30"),
        (Run("iki laporan, 20 MD", [*IKI, "laporan", "--format", "md", "--keluaran", str(folder / "md")]), "<= 30"),
        (Run("iki situs", [*IKI, "situs", str(folder / "situs")]), "<= 50"),
        (pdf, "<= 25"),
    ]
    interleaved([bare, *(run for run, _ in runs)], times)
    lines = ["| command | ms | x bare interpreter | bar |", "|---|---|---|---|"]
    for run, bar in [(bare, ""), *runs]:
        lines.append(f"| {run.name} | {run.median * 1000:.0f} | {run.median / bare.median:.1f} | {bar} |")
    return [*lines, "", *against_weasyprint(folder, pdf, times)]


def against_weasyprint(folder: Path, pdf: Run, times: int) -> list[str]:
    """The PDF of one report against weasyprint, which makes one of the same report's HTML."""
    if find_spec("weasyprint") is None:
        return ["weasyprint was not installed, so it was not compared."]
    page = next((folder / "html").glob("*sekcam.html"))
    other = Run("weasyprint", [sys.executable, "-c", OTHER, str(page), str(folder / "lain.pdf")])
    interleaved([pdf, other], max(3, times // 3))
    ratio = other.median / pdf.median
    return [f"weasyprint makes a PDF of the same report's HTML in {ratio:.1f} x the time; bar: at least 10."]


def growing(folder: Path, times: int) -> list[str]:
    """Offices of 100 and of 200 jabatan."""
    runs = {}
    for size in (100, 200):
        office = folder / str(size)
        build(office, size)
        command = [*IKI, "laporan", "--tahun", "2019", "--keluaran", str(office / "laporan")]
        runs[size] = Run(f"iki laporan, {size} jabatan", command, office)
    interleaved(list(runs.values()), times)
    lines = ["| command | s | x the time of 100 |", "|---|---|---|"]
    lines += [f"| {run.name} | {run.median:.2f} | {run.median / runs[100].median:.2f} |" for run in runs.values()]
    return lines


def main() -> None:
    """Measure, and write the tables."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = [f"The shipped office; medians of {times} interleaved runs, whole processes.", ""]
        lines += [*shipped(folder, times), "", *growing(folder, 3), "", f"Made by `python bench/dokumen.py {times}`."]
    write_section("Documents", "\n".join(lines))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
