"""A synthetic office of any size: the decree of Kromengan many times over. `python bench/kantor.py DIR 1000`."""

import re
import sys
from pathlib import Path

DEFINITIONS = Path(__file__).parents[1] / "definitions"


def build(folder: Path, size: int) -> None:
    """Write an office of `size` jabatan into `folder`: those of the decree over and over, with ids of their own."""
    jabatan = folder / "definitions/jabatan"
    jabatan.mkdir(parents=True)
    unit = (DEFINITIONS / "unit.yaml").read_text(encoding="utf-8")
    (folder / "definitions/unit.yaml").write_text(re.sub(r"(?m)^urutan:.*\n(?:[ -].*\n)*", "", unit), encoding="utf-8")
    decree = {path.stem: path.read_text(encoding="utf-8") for path in sorted((DEFINITIONS / "jabatan").iterdir())}
    # the superiors first, so that an office of any size knows whom its files name
    order = sorted(decree, key=lambda id: (_rank(decree, id), id))
    for number in range(size):
        id, copy = order[number % len(order)], number // len(order)
        (jabatan / f"{id}_{copy}.yaml").write_text(_copied(decree[id], decree, copy), encoding="utf-8")


def _rank(decree: dict[str, str], id: str) -> int:
    """How many superiors a jabatan has."""
    superior = re.findall(r"(?m)^atasan: (\w+)", decree[id])[0]
    return 1 + _rank(decree, superior) if superior in decree else 0


def _copied(text: str, ids: dict[str, str], copy: int) -> str:
    """A file whose `atasan` and `mendukung` name jabatan of the same copy."""

    def renamed(match: re.Match[str]) -> str:
        return re.sub(r"(?<=[ \[])\w+(?=[.\n]|$)", lambda id: f"{id[0]}_{copy}" if id[0] in ids else id[0], match[0])

    return re.sub(r"(?m)^(atasan| +mendukung): .*$", renamed, text)


def realisasi_table(size: int, tahun: int, *, months: range, add: int = 0) -> str:
    """A canonical table of the actuals of an office of `size` jabatan; `add` makes other numbers of them."""
    lines = ["jabatan,indikator,variabel,periode,nilai,keterangan,bukti"]
    lines += [f",,pegawai,{tahun}-{month:02},{20 + add},," for month in months]
    for number in range(size):
        for name, value in (("kehadiran,tidak_hadir", 3), ("laporan,tepat", 57), ("laporan,seharusnya", 60)):
            for month in months:
                lines.append(f"seksi_{number},{name},{tahun}-{month:02},{value + add + (number + month) % 7},,")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]))
