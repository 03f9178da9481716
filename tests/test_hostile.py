"""An office with one hostile file: the finding stands at its place, nothing runs, nothing hangs, nothing falls over."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from kantor_uji import lay_out
from perintah_uji import KANTOR, Iki, Ran, process

SEKCAM = "definitions/jabatan/sekcam.yaml"
KASI = "definitions/jabatan/kasi_umum.yaml"
UNIT = "definitions/unit.yaml"
AGREED = "definitions/perjanjian/2019.yaml"
TABLE = "realisasi/2019/data.csv"
RAN = "dijalankan"
"""A file that appears when something of a hostile file is run."""


def with_formula(formula: str) -> str:
    """The first jabatan with another formula, on line 11."""
    text = KANTOR[SEKCAM]
    assert text.splitlines()[10] == "        formula: a / b * 100"
    return text.replace("formula: a / b * 100", f"formula: {formula}", 1)


def with_target(target: str) -> str:
    """The agreement with another target, on line 3."""
    return KANTOR[AGREED].replace("surat: 95", f"surat: {target}")


def with_row(row: str) -> str:
    """The table with another row, on line 19."""
    return KANTOR[TABLE] + row + "\n"


NINES = "9" * 5000
LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

DEFINITIONS: dict[str, tuple[str, str | bytes, int]] = {
    "50,000 square brackets": (SEKCAM, "x: " + "[" * 50_000, 1),
    "50,000 curly brackets": (SEKCAM, "x: " + "{" * 50_000, 1),
    "50,000 mixed brackets": (SEKCAM, "x: " + "[{" * 25_000, 1),
    "50,000 closed brackets": (SEKCAM, "x: " + "[" * 50_000 + "]" * 50_000 + "\n", 1),
    "50,000 brackets in the agreement": (AGREED, "tahun: 2019\ntarget: " + "[" * 50_000, 2),
    "50,000 dashes": (SEKCAM, "x:\n " + "- " * 50_000, 2),
    "50,000 question marks": (SEKCAM, "? " * 50_000, 1),
    "1,400 indentations": (SEKCAM, "".join(" " * depth + "a:\n" for depth in range(1400)), 21),
    "an alias bomb": (SEKCAM, "a: &a [" + "x," * 1000 + "]\nb: [" + "*a," * 10_000 + "]\n", 1),
    "a billion laughs": (UNIT, LAUGHS, 1),
    "an alias of itself": (SEKCAM, "a: &a [*a]\n", 1),
    "a merge key": (SEKCAM, "<<: {jabatan: x}\n", 1),
    "a tag that runs": (SEKCAM, f"jabatan: !!python/object/apply:os.system ['touch {RAN}']\n", 1),
    "a tag that makes": (SEKCAM, f"jabatan: !!python/object/new:os.system ['touch {RAN}']\n", 1),
    "a name that is a tag": (SEKCAM, "jabatan: x\natasan: !!python/name:os.system x\n", 2),
    "a NUL": (SEKCAM, b"jabatan: x\natasan: a\x00b\n", 2),
    "a NUL written as an escape": (SEKCAM, 'jabatan: "a\\0b"\n', 1),
    "an escape sequence": (SEKCAM, b"jabatan: \x1b[31mx\n", 1),
    "UTF-16 with a mark": (SEKCAM, KANTOR[SEKCAM].encode("utf-16"), 1),
    "UTF-16 without a mark": (SEKCAM, KANTOR[SEKCAM].encode("utf-16-le"), 1),
    "Latin-1": (SEKCAM, "jabatan: x\natasan: kecamatan \xe9\n".encode("latin-1"), 2),
    "half a character": (SEKCAM, b"jabatan: x\natasan: \xed\xa0\x80\n", 2),
    "one key twice": (SEKCAM, "jabatan: x\njabatan: y\n", 2),
    "one key 20,000 times": (SEKCAM, "jabatan: x\n" * 20_000, 2),
    "20,000 unknown keys": (SEKCAM, "".join(f"k{n}: x\n" for n in range(20_000)), 1),
    "two documents": (SEKCAM, KANTOR[SEKCAM] + "---\njabatan: x\n", 1 + KANTOR[SEKCAM].count("\n")),
    "a list at the top": (SEKCAM, "- jabatan: x\n", 1),
    "a text at the top": (SEKCAM, "jabatan\n", 1),
    "nothing": (SEKCAM, "", 1),
    "nothing but a comment": (SEKCAM, "# kosong\n", 2),
    "2 MiB": (SEKCAM, "# " + "x" * (2 << 20) + "\n" + KANTOR[SEKCAM], 1),
    "a line of 900,000 characters": (SEKCAM, "jabatan: " + "x" * 900_000 + "\ny: 1\n", 2),
    "a key of 900,000 characters": (SEKCAM, "x" * 900_000 + ": 1\n", 1),
    "a formula 5,000 brackets deep": (SEKCAM, with_formula("(" * 5000 + "a" + ")" * 5000), 11),
    "a formula of 5,000 signs": (SEKCAM, with_formula("-" * 5000 + "a"), 11),
    "a formula of 5,000 functions": (SEKCAM, with_formula("abs(" * 5000 + "a" + ")" * 5000), 11),
    "a formula of 100,000 terms": (SEKCAM, with_formula("a" + " + a" * 100_000), 11),
    "a formula that imports": (SEKCAM, with_formula(f"\"__import__('os').system('touch {RAN}')\""), 11),
    "a formula that opens": (SEKCAM, with_formula(f"open('{RAN}', 'w')"), 11),
    "a formula with attributes": (SEKCAM, with_formula("a.__class__.__mro__"), 11),
    "a power tower": (SEKCAM, with_formula("9**9**9"), 11),
    "a number of 5,000 digits in a formula": (SEKCAM, with_formula(f"a / b * {NINES}"), 11),
    "a number of 5,000 digits as a target": (AGREED, with_target(NINES), 3),
    "a range of 5,000 digits as a target": (AGREED, with_target(f'"0..{NINES}"'), 3),
    "an exponent as a target": (AGREED, with_target("1e999999999"), 3),
    "no number as a target": (AGREED, with_target(".nan"), 3),
    "a year of 5,000 digits": (AGREED, f"tahun: {NINES}\n", 1),
    "a zero-width character in an id": (SEKCAM, KANTOR[SEKCAM].replace("id: surat", "id: su\u200brat"), 8),
    "a zero-width character in a key": (SEKCAM, KANTOR[SEKCAM].replace("polaritas:", "polar\u200bitas:", 1), 13),
    "a zero-width character in a formula": (SEKCAM, with_formula("a / \u200bb * 100"), 11),
    "a letter that looks like another": (SEKCAM, with_formula("\u0430 / b * 100"), 11),
}


@pytest.fixture
def iki(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iki:
    """Runs a command in the office below."""
    lay_out(tmp_path, KANTOR)
    monkeypatch.chdir(tmp_path)
    return Iki(capsys)


def put(folder: Path, name: str, hostile: str | bytes) -> None:
    (folder / name).write_bytes(hostile if isinstance(hostile, bytes) else hostile.encode())


def assert_calm(folder: Path, ran: Ran) -> None:
    assert ran.code in {1, 3}
    assert "Traceback" not in ran.out + ran.err
    assert "kesalahan di dalam iki" not in ran.err
    assert not re.search(r"[^\n -~\u00a0-\uffff\U00010000-\U0010ffff]", ran.out + ran.err)
    assert not list(folder.rglob(RAN))


@pytest.mark.parametrize("case", DEFINITIONS)
def test_a_hostile_definition(iki: Iki, tmp_path: Path, case: str) -> None:
    name, hostile, line = DEFINITIONS[case]
    put(tmp_path, name, hostile)
    if "brackets" in case:  # what could take the interpreter down
        assert process("validate", cwd=tmp_path).code == 1
    ran = iki("validate", "--format", "json", name)
    assert_calm(tmp_path, ran)
    findings = json.loads(ran.out)["temuan"]
    assert (name, line) in {(one["berkas"], one["baris"]) for one in findings}
    assert {one["tingkat"] for one in findings} & {"galat"}
    text = iki("validate")
    assert_calm(tmp_path, text)
    assert f"{name}:{line}:" in text.out
    assert len(text.out) < 100_000
    counted = iki("hitung", "--tahun", "2019")
    assert_calm(tmp_path, counted)
    assert (counted.code, counted.out) == (1, "")


TABLES: dict[str, tuple[str | bytes, int]] = {
    "a cell of a million characters": (with_row("sekcam,rapat,a,2019," + "9" * 1_000_000), 19),
    "a quoted cell of a million characters": (with_row('sekcam,rapat,a,2019,"' + "x" * 1_000_000 + '"'), 19),
    "a quoted cell never closed": (with_row('sekcam,rapat,a,2019,"4') + "x,y\n" * 50_000, 19),
    "a formula as a value": (with_row("sekcam,rapat,a,2019,=cmd|' /C calc'!A0"), 19),
    "a formula as a name": (with_row(f"=cmd|' /C touch {RAN}'!A0,rapat,a,2019,1"), 19),
    "a number of 5,000 digits": (with_row(f"sekcam,rapat,a,2019,{NINES}"), 19),
    "an exponent": (with_row("sekcam,rapat,a,2019,1e999999999"), 19),
    "no number": (with_row("sekcam,rapat,a,2019,nan"), 19),
    "infinity": (with_row("sekcam,rapat,a,2019,inf"), 19),
    "a fraction": (with_row("sekcam,rapat,a,2019,1/3"), 19),
    "other digits": (with_row("sekcam,rapat,a,2019,٣"), 19),
    "a thousand columns": (with_row("x," * 1000), 19),
    "a million commas": (with_row("," * 1_000_000 + "x"), 19),
    "a wild year": (with_row("sekcam,rapat,a,99999999999999999999-01,1"), 19),
    "a month that is none": (with_row("sekcam,rapat,a,2019-13,1"), 19),
    "a zero-width character": (with_row("sek\u200bcam,rapat,a,2019,1"), 19),
    "an escape sequence": (with_row("sekcam,\x1b[31mrapat,a,2019,1"), 19),
    "a NUL": (with_row("sekcam,rapat,a,2019,4\x00"), 19),
    "UTF-16": (KANTOR[TABLE].encode("utf-16"), 1),
    "Latin-1": (with_row("sekcam,rapat,a,2019,4\xe9").encode("latin-1"), 19),
    "nothing": ("", 1),
    "no header": ("sekcam,rapat,a,2019,4\n", 1),
    "a header of 10,000 columns": (",".join(f"k{n}" for n in range(10_000)) + "\n", 1),
    "one row 20,000 times": (with_row("sekcam,rapat,a,2019,4\n" * 20_000), 20),
    "20,000 unknown rows": (with_row("x,y,z,2019,4\n" * 20_000), 19),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_hostile_table(iki: Iki, tmp_path: Path, case: str) -> None:
    hostile, line = TABLES[case]
    put(tmp_path, TABLE, hostile)
    ran = iki("hitung", "--tahun", "2019")
    assert_calm(tmp_path, ran)
    assert (ran.code, ran.out) == (1, "")
    assert f"{TABLE}:{line}:" in ran.err
    assert len(ran.err) < 100_000
    assert iki("validate").code == 0


def pipe(path: Path) -> None:
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def outside(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def dangling(path: Path) -> None:
    path.symlink_to("tiada")


def folder(path: Path) -> None:
    path.mkdir()


STRANGE: dict[str, Callable[[Path], None]] = {
    "pipe": pipe,
    "loop": loop,
    "outside": outside,
    "endless": endless,
    "dangling": dangling,
    "folder": folder,
}


@pytest.mark.skipif(os.name == "nt", reason="files of POSIX")
@pytest.mark.parametrize("kind", STRANGE)
@pytest.mark.parametrize(
    "name", [SEKCAM, "definitions/jabatan/baru.yaml", "definitions/aturan/baru.yaml", AGREED, UNIT]
)
def test_a_definition_that_is_no_file(tmp_path: Path, kind: str, name: str) -> None:
    lay_out(tmp_path, KANTOR)
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    STRANGE[kind](tmp_path / name)
    for command in (["validate", "--ketat"], ["hitung", "--tahun", "2019"]):
        ran = process(*command, cwd=tmp_path)
        assert "Traceback" not in ran.err
        assert ran.code in ({1, 3} if command[0] == "validate" or name == UNIT else {0, 1, 3}), ran.err
        assert Path(name).name in ran.out + ran.err or "2019.yaml" in name or command[0] == "hitung"


@pytest.mark.skipif(os.name == "nt", reason="files of POSIX")
@pytest.mark.parametrize("kind", STRANGE)
def test_a_table_that_is_no_file(iki: Iki, tmp_path: Path, kind: str) -> None:
    STRANGE[kind](tmp_path / "realisasi/2019/lain.csv")
    ran = iki("hitung", "--tahun", "2019")
    assert_calm(tmp_path, ran)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("iki: realisasi/2019/lain.csv")


@pytest.mark.skipif(os.name == "nt", reason="files of POSIX")
@pytest.mark.parametrize("kind", ["pipe", "endless"])
@pytest.mark.parametrize("command", ["audit", "impor", "verifikasi", "cocokkan"])
def test_a_file_that_is_given_and_is_no_file(tmp_path: Path, command: str, kind: str) -> None:
    lay_out(tmp_path, KANTOR)
    STRANGE[kind](tmp_path / "kiriman.csv")
    ran = process(command, "kiriman.csv", cwd=tmp_path)
    assert ran == (3, "", "iki: kiriman.csv: bukan berkas biasa\n")
