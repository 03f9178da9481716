"""An office written inside a test: files as texts, laid out in a folder, read and computed."""

from fractions import Fraction
from pathlib import Path

from ikicli.capaian import Hasil, HasilIndikator, Terukur, measure
from ikicli.definisi import check, load
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Diagnostic, Tingkat, level_of
from ikicli.realisasi import Year, load_year, parse_sampai

UNIT = """\
unit: Kecamatan Uji
kabupaten: Kabupaten Uji
pimpinan: {id: camat, jabatan: Camat, nama: Nama Camat}
"""


def jabatan(*indikator: str, nama: str = "Sekretaris", atasan: str = "camat") -> str:
    """A jabatan's file with these indicators, each as lines of YAML from column 1."""
    text = f"jabatan: {nama}\natasan: {atasan}\ntugas: [Bekerja.]\nfungsi: [Bekerja.]\nsasaran:\n  - nama: Baik.\n"
    text += "    indikator:\n"
    for one in indikator:
        first, *rest = one.strip("\n").splitlines()
        text += f"      - {first}\n" + "".join(f"        {line}\n" for line in rest)
    return text


def indikator(id: str = "x", formula: str = "a", extra: str = "", *, satuan: str = "dokumen", polaritas: str = "naik",
              variabel: str = "a: {nama: A, satuan: dokumen, periode: bulan}") -> str:  # fmt: skip
    """An indicator; `variabel` and `extra` are lines of YAML."""
    lines = [f"id: {id}", f"nama: Nama {id}.", "penjelasan: Penjelasan.", f"formula: {formula}", f"satuan: {satuan}"]
    lines += [f"polaritas: {polaritas}", "sumber_data: [Arsip.]"]
    if variabel:
        lines += ["variabel:", *(f"  {line}" for line in variabel.splitlines())]
    return "\n".join([*lines, *extra.splitlines()])


def lay_out(folder: Path, files: dict[str, str]) -> Path:
    """Write an office: `files` by path; a unit.yaml is added when there is none."""
    for name, text in {"definitions/unit.yaml": UNIT, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def read(folder: Path, files: dict[str, str]) -> tuple[Kantor, tuple[Diagnostic, ...]]:
    """The office and what is found in its definitions."""
    loaded = load(lay_out(folder, files))
    return loaded.kantor, check(loaded.kantor, loaded.diagnostics)


def sound(folder: Path, files: dict[str, str]) -> Kantor:
    """An office without errors."""
    kantor, found = read(folder, files)
    assert not [each for each in found if level_of(each) is Tingkat.GALAT], found
    return kantor


def year(folder: Path, files: dict[str, str], tahun: int = 2019) -> Year:
    """The rows of a year of an office without errors in its definitions."""
    return load_year(sound(folder, files), tahun)


def measured(folder: Path, files: dict[str, str], sampai: str = "2019") -> Terukur:
    """What measuring an office without errors in its definitions answers, for 2019."""
    span = parse_sampai(sampai, 2019)
    assert span is not None
    return measure(sound(folder, files), span)


def computed(folder: Path, files: dict[str, str], sampai: str = "2019") -> Hasil:
    """The results of an office without errors, for 2019."""
    answer = measured(folder, files, sampai)
    assert answer.hasil is not None, answer.diagnostics
    return answer.hasil


def one(folder: Path, files: dict[str, str], sampai: str = "2019") -> HasilIndikator:
    """The result of the first indicator."""
    return next(computed(folder, files, sampai).indikator())


def csv(*rows: str, header: str = "jabatan,indikator,variabel,periode,nilai") -> str:
    """A CSV of realisasi."""
    return "\n".join([header, *rows]) + "\n"


def tenths(text: str) -> Fraction:
    """An exact number from decimal text."""
    return Fraction(text)
