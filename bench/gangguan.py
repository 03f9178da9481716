"""Cut imports off and see that no figure is lost, doubled or half written: `python bench/gangguan.py [KILLS]`.

An office has figures stored; an import corrects all of them and adds as many. Whatever happens to it, a reader must see
all the old figures or all the new ones, and the next import must bring the store to the new ones with one line of the
journal for each. Needs Linux for all of it, and root for the full and the read-only disk. Writes a section of
bench/HASIL.md.
"""

import json
import os
import platform
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT)]

from hasil import write_section
from kantor import build, realisasi_table

from ikicli.definisi import load
from ikicli.definisi.nouns import Kantor
from ikicli.realisasi import load_year

JABATAN = 12
TAHUN = 2019


class Broken(Exception):  # noqa: N818 - not a slip of this script
    """A promise that did not hold."""


class Kasus(NamedTuple):
    """An office with the old figures stored, the file with the new ones, and both as they are read."""

    akar: Path
    kiriman: Path
    lama: object
    baru: object


def figures(kantor: Kantor) -> object:
    """What a reader sees: every figure with its variable and period."""
    year = load_year(kantor, TAHUN)
    errors = [each for each in year.diagnostics if each.code != "IKI452"]
    if errors:
        raise Broken(f"store is not sound: {errors[0].code} {errors[0].message}")
    return {(key, each.periode): each.nilai for key, rows in year.realisasi.isian.items() for each in rows}


def command(akar: Path, *words: str | Path) -> list[str]:
    """`iki impor` of the checkout, in an office."""
    return [sys.executable, "-m", "ikicli", "impor", *map(str, words), "--akar", str(akar)]


def run(akar: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `iki impor` to its end."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command(akar, *words), cwd=akar, env=env, capture_output=True, text=True, check=False)


def start(akar: Path, *words: str | Path) -> subprocess.Popen[bytes]:
    """Start `iki impor`, its words unheard."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command(akar, *words), cwd=akar, env=env, stdout=nothing, stderr=nothing)


def prepare(akar: Path, jabatan: int = JABATAN) -> Kasus:
    """Build the office, store the old figures, and learn by a whole import what the new ones look like."""
    build(akar, jabatan)
    kantor = load(akar).kantor
    (akar / "lama.csv").write_text(realisasi_table(kantor, TAHUN, range(1, 7)), encoding="utf-8")
    kiriman = akar / "baru.csv"
    kiriman.write_text(realisasi_table(kantor, TAHUN, range(1, 13), add=1), encoding="utf-8")
    must(run(akar, "lama.csv"), 0)
    before, keep = figures(kantor), akar / "simpanan"
    shutil.copytree(akar / "realisasi", keep)
    must(run(akar, "baru.csv", "--koreksi", "uji"), 0)
    return Kasus(akar, kiriman, before, figures(kantor))


def must(done: subprocess.CompletedProcess[str], code: int) -> None:
    """Raise Broken where a command ended in another way."""
    if done.returncode != code:
        raise Broken(f"exit code {done.returncode}, not {code}: {done.stderr[-300:]}")


def reset(kasus: Kasus) -> None:
    """Put the old figures back."""
    shutil.rmtree(kasus.akar / "realisasi", ignore_errors=True)
    shutil.copytree(kasus.akar / "simpanan", kasus.akar / "realisasi")


def check_after(kasus: Kasus, kantor: Kantor) -> bool:
    """Whether a reader sees the new figures (else the old ones); then the import again, and all must be in place."""
    seen = figures(kantor)
    if seen not in (kasus.lama, kasus.baru):
        raise Broken("a reader saw neither the old nor the new figures")
    must(run(kasus.akar, kasus.kiriman, "--koreksi", "uji"), 0)
    if figures(kantor) != kasus.baru:
        raise Broken("the next import did not bring the new figures")
    check_clean(kasus.akar)
    lines = (kasus.akar / f"realisasi/{TAHUN}/jurnal.jsonl").read_text("utf-8").splitlines()
    journal = [figure for line in lines for figure in json.loads(line)["baru"]]
    wanted = len(kasus.lama) + len(kasus.baru)  # type: ignore[arg-type]
    if len(journal) != wanted:
        raise Broken(f"{len(journal)} figures in the journal, not {wanted}")
    return seen == kasus.baru


def check_clean(akar: Path) -> None:
    """Nothing of an import lies about."""
    litter = [path.name for path in (akar / "realisasi").iterdir() if path.name.startswith(".")]
    if litter:
        raise Broken(f"left behind: {litter}")


def kills(kasus: Kasus, times: int, seed: int = 1) -> str:
    """Kill an import at random moments: every other time only once it has begun to write."""
    kantor, chance = load(kasus.akar).kantor, random.Random(seed)
    reset(kasus)
    begin = time.perf_counter()
    must(run(kasus.akar, kasus.kiriman, "--koreksi", "uji"), 0)
    whole = time.perf_counter() - begin
    new = killed = staged = decided = 0
    for number in range(times):
        reset(kasus)
        process = start(kasus.akar, kasus.kiriman, "--koreksi", "uji")
        if number % 2:
            while process.poll() is None and not (kasus.akar / "realisasi/.impor-kunci").exists():
                time.sleep(0.0005)
            time.sleep(chance.uniform(0, whole / 4))
        else:
            time.sleep(chance.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        left = {path.name for path in (kasus.akar / "realisasi").iterdir()}
        staged += any(name.startswith(".impor.") for name in left)
        decided += ".impor-siap" in left
        new += check_after(kasus, kantor)
    return (
        f"| kill -9 | {times} moments, {killed} of them before the end; {staged} while files were being written, "
        f"{decided} between the decision and the last move; then the reader saw the old figures {times - new} times, "
        f"the new ones {new} times, and the next import completed them every time |"
    )


def at_once(kasus: Kasus, times: int) -> str:
    """Two imports at once, each of its own half of the office."""
    kantor = load(kasus.akar).kantor
    half = len(kasus.kiriman.read_text("utf-8").splitlines()) // 2
    header, *rows = kasus.kiriman.read_text("utf-8").splitlines()
    parts = [kasus.akar / "satu.csv", kasus.akar / "dua.csv"]
    for part, lines in zip(parts, (rows[:half], rows[half:]), strict=True):
        part.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    for _ in range(times):
        reset(kasus)
        both = [start(kasus.akar, part, "--koreksi", "uji") for part in parts]
        if [process.wait() for process in both] != [0, 0]:
            raise Broken("one of two imports at once failed")
        if figures(kantor) != kasus.baru:
            raise Broken("two imports at once lost a figure")
        check_after(kasus, kantor)
    return f"| two at once | {times} times, both stored whole every time |"


@contextmanager
def small_disk(folder: Path, kib: int) -> Iterator[Callable[[], None]]:
    """A disk of its own on a folder; the function makes it read-only."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "tmpfs", str(folder)]
    if platform.system() != "Linux" or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        raise PermissionError("needs root on Linux")
    try:
        yield lambda: _seal(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _seal(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


def disks(kasus: Kasus) -> list[str]:
    """A disk that is full at several points, and one that may only be read."""
    kantor, place = load(kasus.akar).kantor, kasus.akar / "realisasi"
    size = sum(path.stat().st_size for path in (kasus.akar / "simpanan").rglob("*") if path.is_file()) // 1024
    refusals = 0
    try:
        for room in range(4, 2 * size, max(4, size // 8)):
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            with small_disk(place, 2 * size + 64 + room):
                shutil.copytree(kasus.akar / "simpanan", place, dirs_exist_ok=True)
                (place / "penuh").write_bytes(b"x" * 1024 * (size // 2))
                done = run(kasus.akar, kasus.kiriman, "--koreksi", "uji")
                if done.returncode:
                    refusals += 1
                    must(done, 3)
                    if "penuh" not in done.stderr or figures(kantor) != kasus.lama:
                        raise Broken(f"a full disk: {done.stderr[-200:]}")
                    check_clean(kasus.akar)
                elif figures(kantor) != kasus.baru:
                    raise Broken("a nearly full disk lost a figure")
        with small_disk(place, 4 * size + 64) as read_only:
            shutil.copytree(kasus.akar / "simpanan", place, dirs_exist_ok=True)
            read_only()
            done = run(kasus.akar, kasus.kiriman, "--koreksi", "uji")
            must(done, 3)
            if figures(kantor) != kasus.lama:
                raise Broken("a read-only disk lost a figure")
    except PermissionError as error:
        return [f"| full and read-only disk | not tried: {error} |"]
    said = done.stderr.splitlines()[0]
    return [
        f"| full disk | {refusals} refusals with exit code 3 at different fillings, the old figures whole every time |",
        f"| read-only disk | exit code 3, `{said}`, the old figures whole |",
    ]


def main() -> None:
    """Try everything, and write down what came of it."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        kasus = prepare(Path(folder) / "kantor")
        lines = [
            "| fault | result |",
            "|---|---|",
            kills(kasus, times),
            at_once(kasus, max(times // 10, 2)),
            *disks(kasus),
        ]
        count = len(kasus.baru)  # type: ignore[arg-type]
    text = f"An import of {count} figures into {JABATAN + 1} files and the journal, cut off.\n\n" + "\n".join(lines)
    write_section("Faults", f"{text}\n\nMade by `python bench/gangguan.py {times}`.")
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
