"""Measure imports and stored years of 100,000 rows against a bare csv.reader: `python bench/impor.py [ROWS] [TIMES]`.

Needs iki installed in the Python that runs this: `pip install .`. Whole processes, interleaved, medians. A variable has
at most twelve monthly rows a year, so that 100,000 rows of one year belong to an office of 8,333 variables: what its
definitions alone cost stands beside. The same many rows of ten years, in one file, belong to an office of 833. Results
are asked for as people ask for them, and as JSON. Writes a section of bench/HASIL.md.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from hasil import write_section

IKI = str(Path(sys.executable).parent / "iki")
TAHUN = 2010
VARIABEL = 7
INDIKATOR = 10
LOOP = "import csv, sys\nwith open(sys.argv[1], newline='') as f:\n    for row in csv.reader(f): pass"


def build_wide(folder: Path, rows: int, years: int = 1) -> Path:
    """An office that collects `rows` rows of months in some years, and the one table of them."""
    jabatan = folder / "definitions/jabatan"
    jabatan.mkdir(parents=True)
    head = "unit: Kantor Ukur\nkabupaten: Kabupaten Ukur\npimpinan: {id: kepala, jabatan: Kepala, nama: Nama Kepala}\n"
    (folder / "definitions/unit.yaml").write_text(head, encoding="utf-8")
    lines = ["jabatan,indikator,variabel,periode,nilai,keterangan,bukti"]
    for number in range(-(-rows // (12 * years * VARIABEL * INDIKATOR))):
        text = f"jabatan: Seksi {number}\natasan: kepala\ntugas: [Bekerja.]\nfungsi: [Bekerja.]\nsasaran:\n"
        text += "  - nama: Baik.\n    indikator:\n"
        for one in range(INDIKATOR):
            names = [f"v{index}" for index in range(VARIABEL)]
            text += (
                f"      - id: i{one}\n        nama: Indikator {one} dari seksi {number}.\n        penjelasan: Jumlah.\n"
            )
            text += f"        formula: {' + '.join(names)}\n        satuan: dokumen\n        polaritas: naik\n"
            text += "        sumber_data: [Arsip.]\n        variabel:\n"
            for name in names:
                text += f"          {name}: {{nama: Variabel {name}, satuan: dokumen, periode: bulan}}\n"
                for month in range(12 * years):
                    value = (number * 7919 + one * 104729 + month * 31 + int(name[1:])) % 50_000
                    period = f"{TAHUN + month // 12}-{month % 12 + 1:02}"
                    lines.append(f"seksi_{number},i{one},{name},{period},{value},,")
        (jabatan / f"seksi_{number}.yaml").write_text(text, encoding="utf-8")
    table = folder / "kiriman.csv"
    table.write_text("\n".join(lines[: rows + 1]) + "\n", encoding="utf-8")
    return table


def seconds(command: Sequence[str], cwd: Path) -> float:
    """How long a command takes as a whole process."""
    nothing = subprocess.DEVNULL
    start = time.perf_counter()
    code = subprocess.run(command, cwd=cwd, stdout=nothing, stderr=nothing, check=False).returncode
    took = time.perf_counter() - start
    if code:
        sys.exit(f"{command}: exit code {code}")
    return took


def measure(rows: int, years: int, times: int, folder: Path) -> list[str]:
    """The lines of the table for an office."""
    table = build_wide(folder, rows, years)
    realisasi, keep = folder / "realisasi", folder / "simpanan"
    hitung = [IKI, "hitung", "--tahun", str(TAHUN)]
    seconds([IKI, "impor", table.name], folder)
    realisasi.rename(keep)

    def empty() -> None:
        """Put what is stored aside; nothing is deleted before the end.

        Where many files had just been deleted, making one took 0.48 ms instead of 0.10 on the disk this was written on.
        """
        if realisasi.exists():
            realisasi.rename(Path(tempfile.mkdtemp(dir=folder)) / "lama")

    def full() -> None:
        empty()
        shutil.copytree(keep, realisasi)

    commands: list[tuple[str, Callable[[], None], list[str]]] = [
        ("csv.reader loop", empty, [sys.executable, "-c", LOOP, table.name]),
        ("iki validate (what the definitions cost)", empty, [IKI, "validate"]),
        ("iki hitung, no rows stored", empty, hitung),
        ("iki impor", empty, [IKI, "impor", table.name]),
        ("iki impor again (nothing changes)", full, [IKI, "impor", table.name]),
        (f"iki hitung, {rows // years} rows stored", full, hitung),
        (f"iki hitung --format json, {rows // years} rows stored", full, [*hitung, "--format", "json"]),
    ]
    took: dict[str, list[float]] = {name: [] for name, _, _ in commands}
    for _ in range(times):
        for name, before, command in commands:
            before()
            took[name].append(seconds(command, folder))
    median = {name: statistics.median(values) for name, values in took.items()}
    bare, definitions, idle, *_ = median.values()
    lines = ["| command | s | x the loop | x without the definitions |", "|---|---|---|---|"]
    for name, value in median.items():
        alone = value - (idle if "hitung" in name else definitions)
        rest = f"{alone / bare:.1f}" if (name.endswith("stored") and alone > 0) or "impor" in name else ""
        lines.append(f"| {name} | {value:.2f} | {value / bare:.1f} | {rest} |")
    return lines


def main() -> None:
    """Measure, and write it down."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    parts = [f"{rows} rows; whole processes, medians of {times} interleaved runs. Bar: 8 x the loop."]
    with tempfile.TemporaryDirectory() as folder:
        for years in (1, 10):
            lines = measure(rows, years, times, Path(folder) / str(years))
            said = f"{years} year(s) in one file, one row a month of {rows // 12 // years} variables:"
            parts += [said, "\n".join(lines)]
    text = "\n\n".join(parts)
    write_section("Imports", f"{text}\n\nMade by `python bench/impor.py {rows} {times}`.")
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
