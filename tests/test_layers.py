"""One door a library, imports point up, nothing rounds or prints where it must not, no command pays for another."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from git_uji import kept
from kantor_uji import lay_out
from perintah_uji import KANTOR, process

PACKAGE = Path(__file__).parents[1] / "ikicli"
FILES = sorted(PACKAGE.rglob("*.py"))

ROOMS = (
    "diagnostik",
    "sumber",
    "rumus",
    "definisi",
    "tabel",
    "realisasi",
    "capaian",
    "laporan",
    "telaah",
    "cli",
)
"""From top to bottom: a room imports only those above it."""

ALONE = {"diagnostik": set[str](), "rumus": set[str]()}
"""Rooms that import fewer rooms than stand above them."""

DOORS = {
    "yaml": "sumber",
    "jinja2": "laporan",
    "markupsafe": "laporan",
    "docx": "laporan",
    "typst": "laporan",
    "csv": "tabel",
    "xlsxwriter": "tabel",
    "typer": "cli",
    "rich": "cli",
    "webbrowser": "cli",
}
CLOCKS = {"time", "locale"}
"""Modules whose answer depends on the machine."""


class Import(NamedTuple):
    """One import: from which room (the package's own modules: none), of which module."""

    file: str
    room: str
    line: int
    module: str


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def imports() -> Iterator[Import]:
    """Every import of the package, also those inside functions."""
    for path in FILES:
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(name, room_of(path), node.lineno, alias.name)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{name}:{node.lineno}: relative import"
                if node.module in {"ikicli", *(f"ikicli.{room}" for room in ROOMS)}:
                    yield from (Import(name, room_of(path), node.lineno, f"{node.module}.{a.name}") for a in node.names)
                else:
                    yield Import(name, room_of(path), node.lineno, str(node.module))


IMPORTS = list(imports())


def test_every_folder_is_a_known_room() -> None:
    assert {room_of(path) for path in FILES} - {""} == set(ROOMS)
    assert len(FILES) > 50


def test_every_library_has_one_door() -> None:
    wrong = [one for one in IMPORTS if DOORS.get(one.module.split(".")[0], one.room) != one.room]
    assert wrong == []


def test_other_programs_are_run_at_one_place() -> None:
    assert {one.file for one in IMPORTS if one.module == "subprocess"} == {"telaah/git_.py"}


def test_nothing_else_is_imported() -> None:
    known = {*sys.stdlib_module_names, *DOORS, "ikicli"}
    assert [one for one in IMPORTS if one.module.split(".")[0] not in known] == []


def test_imports_point_up() -> None:
    wrong = []
    for one in IMPORTS:
        package, _, rest = one.module.partition(".")
        target = rest.partition(".")[0]
        if package != "ikicli" or target not in ROOMS or one.room in {target, ""}:
            continue
        above = ALONE.get(one.room, set(ROOMS[: ROOMS.index(one.room)]))
        if target not in above:
            wrong.append(one)
    assert wrong == []


def test_the_package_itself_opens_only_the_command_line() -> None:
    own = [one for one in IMPORTS if not one.room and one.module.startswith("ikicli")]
    assert {(one.file, one.module.split(".")[1]) for one in own} <= {("__main__.py", "cli")}


def test_the_formula_language_needs_only_the_standard_library() -> None:
    outside = [
        one for one in IMPORTS if one.room == "rumus" and one.module.split(".")[0] not in sys.stdlib_module_names
    ]
    assert [one for one in outside if not one.module.startswith(("ikicli.rumus", "ikicli.value"))] == []
    assert [one.module for one in IMPORTS if one.file == "value.py" and one.module.startswith("ikicli")] == []


def test_no_network_and_no_code_from_data() -> None:
    forbidden = {
        "socket",
        "http",
        "urllib",
        "ssl",
        "ftplib",
        "smtplib",
        "asyncio",
        "pickle",
        "marshal",
        "shelve",
        "ctypes",
    }
    assert [one for one in IMPORTS if one.module.split(".")[0] in forbidden] == []


def calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.lineno, node.func.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_exact_closed_and_silent(path: Path) -> None:
    forbidden = {"eval", "exec", "compile", "__import__", "breakpoint", "input", "print"}
    if room_of(path) != "cli":
        forbidden |= {"float"}
    assert [call for call in calls(path) if call[1] in forbidden] == []
    if room_of(path) != "cli":
        literals = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
        assert [
            node.lineno for node in literals if isinstance(node.value, float) and path.stem != "saran"
        ] == []  # how near is near


def test_only_the_command_line_knows_the_machine() -> None:
    assert [one for one in IMPORTS if one.room != "cli" and one.module.split(".")[0] in CLOCKS] == []
    machine = {
        "today",
        "now",
        "utcnow",
        "getcwd",
        "cwd",
        "getenv",
        "home",
        "expanduser",
        "environ",
        "stdout",
        "stderr",
        "argv",
    }
    for path in FILES:
        if room_of(path) in {"cli", ""}:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [(path.name, n.lineno, n.attr) for n in ast.walk(tree) if isinstance(n, ast.Attribute)]
        assert [name for name in names if name[2] in machine] == []


HEAVY = {
    "jinja2", "markupsafe", "rich", "csv", "pydantic", "jsonschema", "python_calamine", "xlsxwriter", "docx",
    "lxml", "typst",
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], HEAVY | {"yaml", "fractions", "decimal", "json", "tempfile", "ikicli.definisi", "ikicli.rumus"}),
        (["--version"], HEAVY | {"yaml", "fractions", "ikicli.definisi"}),
        (["kode"], HEAVY | {"yaml", "fractions", "ikicli.definisi"}),
        (["skema", "--coba"], HEAVY - {"csv"} | {"tempfile", "ikicli.capaian", "ikicli.laporan"}),
        (["validate"], HEAVY | {"json", "tempfile", "ikicli.realisasi", "ikicli.capaian", "ikicli.laporan"}),
        (["hitung", "--tahun", "2019"], HEAVY - {"csv"} | {"json", "tempfile", "ikicli.laporan"}),
        (["jelaskan", "sekcam", "--tahun", "2019"], HEAVY - {"csv"} | {"json", "tempfile", "ikicli.laporan"}),
        (
            ["templat", "--jabatan", "kasi_umum", "--tahun", "2019", "--coba"],
            HEAVY - {"csv", "xlsxwriter"} | {"ikicli.capaian", "ikicli.laporan"},
        ),
        (["status"], HEAVY - {"csv"} | {"json", "tempfile", "ikicli.laporan"}),
        (["dampak"], HEAVY - {"csv"} | {"json", "tempfile", "ikicli.laporan.render"}),
        (["pohon"], HEAVY - {"csv"} | {"json", "tempfile", "ikicli.laporan"}),
        (["laporan", "--coba"], HEAVY - {"csv", "jinja2", "markupsafe"} | {"ikicli.laporan.situs"}),
        (["audit", "terbit.csv"], HEAVY - {"csv"} | {"json", "tempfile", "ikicli.laporan"}),
        (["situs", "--coba"], HEAVY - {"csv"} | {"webbrowser"}),
        (["cocokkan", "--akar", str(PACKAGE.parent)], HEAVY - {"csv"} | {"json", "tempfile", "ikicli.laporan"}),
    ],
)
def test_no_command_pays_for_another(tmp_path: Path, arguments: list[str], absent: set[str]) -> None:
    kept(tmp_path, KANTOR | {"terbit.csv": "Indikator,Target,Realisasi,Capaian\nSurat,10,9,90\n"})
    assert loaded_by(arguments, tmp_path) & absent == set()


def test_verifikasi_pays_only_for_the_format_of_its_document(tmp_path: Path) -> None:
    lay_out(tmp_path, KANTOR)
    made = process("laporan", "--jabatan", "sekcam", cwd=tmp_path).out.strip()
    absent = HEAVY - {"csv", "jinja2", "markupsafe"} | {"ikicli.laporan.situs"}
    assert loaded_by(["verifikasi", made], tmp_path) & absent == set()


def loaded_by(arguments: list[str], folder: Path) -> set[str]:
    """The modules that a command has loaded when it ends, having found nothing wrong."""
    program = (
        "import sys\nfrom ikicli.cli import main\n"
        f"assert main({arguments!r}) == 0\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.split())
    assert "ikicli.cli.app" in loaded
    return loaded
