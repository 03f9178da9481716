"""What a person sees: colour, bars, the width of the terminal, and nothing that acts on it."""

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from kantor_uji import UNIT, csv, indikator, jabatan, lay_out
from perintah_uji import KANTOR, Ran
from test_cocokkan_command import KANTOR as DENGAN_KEPUTUSAN

import ikicli.cli.terminal
from ikicli.cli.layar_hasil import _bar

if os.name == "nt":
    pytest.skip("pseudo-terminals of POSIX", allow_module_level=True)

import fcntl
import pty
import struct
import termios

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def terminal(*arguments: str, cwd: Path, columns: int = 80, env: Mapping[str, str] | None = None) -> Ran:
    """Run a command with its stdout and stderr on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {
        name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "COLORTERM"}
    }
    environment |= {"TERM": "xterm-256color", **(env or {})}
    command = [sys.executable, "-m", "ikicli", *arguments]
    with subprocess.Popen(command, cwd=cwd, env=environment, stdin=theirs, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        written = b""
        while select.select([ours], [], [], 30)[0]:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux says so that the other end has gone
                break
            if not part:
                break
            written += part
        code = running.wait()
    os.close(ours)
    return Ran(code, written.decode("utf-8").replace("\r\n", "\n"), "")


def seen(ran: Ran) -> list[str]:
    """The lines as they are read, without colour."""
    return [line.rstrip() for line in ESCAPE.sub("", ran.out).split("\n")]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return lay_out(tmp_path, KANTOR)


def test_the_table_on_80_columns(office: Path) -> None:
    ran = terminal("hitung", "--tahun", "2019", cwd=office)
    assert ran.code == 0
    assert seen(ran) == [
        "Kecamatan Uji | Tahun 2019 | aturan lkjip",
        "Batang: capaian, dengan tanda │ di 100 persen.",
        "",
        "Sekretaris [red]Kecamatan[/red] (sekcam)",
        "  surat           95  95 persen     100  ██████████│    Sangat Tinggi",
        "  aduan            0  3 dokumen       0            │    Sangat Rendah",
        "    target nol terlewati",
        "  arsip               7 dokumen          belum ada target",
        "  rapat            4                     belum ada data",
        "  tamu            90                     pembagi nol",
        "  kas                                    tidak berlaku  belum ada kas",
        "  stabil           0  1 dokumen          tidak dihitung",
        "  rata-rata                          50  █████     │    Sangat Rendah",
        "",
        "Kepala Seksi Umum (kasi_umum)",
        "  laporan         12  5 dokumen   41,67  ████▏     │    Sangat Rendah",
        "    data 6 dari 12 bulan",
        "  kunjungan  0,5–1,5  2 dokumen  133,33  ██████████│█▶  Sangat Tinggi",
        "  rata-rata berbobot              78,33  ███████▊  │    Tinggi",
        "",
        "Capaian: 64,17 (Rendah), rata-rata jabatan; 4 indikator dihitung, 4 tanpa",
        "capaian.",
        "Target nol terlewati, dihitung menurut aturan: sekcam.aduan.",
        "1 indikator memakai data yang belum lengkap; capaiannya sementara.",
        "",
    ]


def test_colour_says_nothing_alone(office: Path) -> None:
    ran = terminal("hitung", "--tahun", "2019", cwd=office)
    assert "\x1b[32mSangat Tinggi\x1b[0m" in ran.out or "\x1b[32m  Sangat Tinggi\x1b[0m" in ran.out
    without = terminal("hitung", "--tahun", "2019", cwd=office, env={"NO_COLOR": "1"})
    assert seen(without) == seen(ran)
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", without.out)


def test_the_table_on_120_columns(office: Path) -> None:
    lines = seen(terminal("hitung", "--tahun", "2019", cwd=office, columns=120))
    assert "  surat           95  95 persen     100  ████████████████████│      Sangat Tinggi" in lines
    assert (
        "  laporan         12  5 dokumen   41,67  ████████▎           │      Sangat Rendah  data 6 dari 12 bulan"
        in lines
    )


LONG = {
    "definitions/unit.yaml": UNIT,
    "definitions/jabatan/sekcam.yaml": jabatan(
        indikator("indikator_yang_namanya_panjang_sekali"), indikator("pendek"), nama="Sekretaris " * 9
    ),
    "definitions/perjanjian/2019.yaml": (
        "tahun: 2019\ncontoh: true\ntarget: {sekcam: {indikator_yang_namanya_panjang_sekali: 1000, pendek: 1}}\n"
    ),
    "realisasi/2019/data.csv": csv("sekcam,indikator_yang_namanya_panjang_sekali,a,2019,999", "sekcam,pendek,a,2019,1"),
}


@pytest.mark.parametrize("columns", [30, 40, 50, 60, 70, 80, 100, 120, 200])
def test_every_width_shows_everything(tmp_path: Path, columns: int) -> None:
    lines = seen(terminal("hitung", "--tahun", "2019", cwd=lay_out(tmp_path, LONG), columns=columns))
    assert max(map(len, lines)) <= columns
    words = " ".join(lines).split()
    joined = "".join(words)
    for shown in ("ANGKA", "CONTOH", "1.000", "999", "99,9", "99,95", "pendek", "rata-rata"):
        assert shown in words
    assert "indikator_yang_namanya_panjang_sekali" in joined
    assert joined.count("SangatTinggi") == 4


def test_a_name_too_long_for_bars_stands_above_its_figures(tmp_path: Path) -> None:
    lines = seen(terminal("hitung", "--tahun", "2019", cwd=lay_out(tmp_path, LONG)))
    at = lines.index("  indikator_yang_namanya_panjang_sekali")
    assert lines[at + 1].split() == ["1.000", "999", "dokumen", "99,9", "█████████▉│", "Sangat", "Tinggi"]


@pytest.mark.parametrize(
    ("capaian", "bar"),
    [
        ("0", "          │  "),
        ("-5", "          │  "),
        ("1/10", "          │  "),
        ("5", "▌         │  "),
        ("50", "█████     │  "),
        ("9999/100", "█████████▉│  "),
        ("100", "██████████│  "),
        ("105", "██████████│▌ "),
        ("120", "██████████│██"),
        ("1201/10", "██████████│█▶"),
        ("100000", "██████████│█▶"),
    ],
)
def test_bars(capaian: str, bar: str) -> None:
    below, above = _bar(Fraction(capaian), 10)
    assert f"{below}│{above}" == bar


def test_findings_fit_the_terminal(office: Path) -> None:
    text = f"tahun: 2019\ntarget: {{}} # {'x' * 200}\npejabat: {{sekcam: {{nama: {'n' * 100}, salah: 1}}}}\n"
    (office / "definitions/perjanjian/2019.yaml").write_text(text, encoding="utf-8")
    ran = terminal("validate", "definitions/perjanjian", cwd=office)
    assert ran.code == 1
    lines = seen(ran)
    assert max(map(len, lines)) <= 80
    (caret,) = (number for number, line in enumerate(lines) if line.strip(" |") == "^^^^^")
    start = lines[caret].index("^")
    assert lines[caret - 1][start : start + 5] == "salah"
    assert re.search(r"\x1b\[1;31mgalat IKI109\x1b\[0m", ran.out)


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate"],
        ["validate", "--format=json"],
        ["validate", "--format=github"],
        ["hitung", "--tahun=2019"],
        ["jelaskan", "sekcam.surat", "--tahun=2019"],
        ["laporan", "--keluaran", "a\x1b[31m\x9b"],
    ],
)
def test_nothing_from_files_acts_on_the_terminal(office: Path, arguments: list[str]) -> None:
    path = office / "definitions/unit.yaml"
    path.write_text(path.read_text("utf-8").replace("Kecamatan Uji", "'[bold]A[/] \u202eB'"), encoding="utf-8")
    if arguments[0] == "validate":
        (office / "definitions/jabatan/a\x1b]0;judul\x07\x9b31m.yaml").write_text("x: 1\n", encoding="utf-8")
    ran = terminal(*arguments, cwd=office)
    rest = ESCAPE.sub("", ran.out)
    assert ran.code == (1 if arguments[0] == "validate" else 0)
    assert not [character for character in rest if not character.isprintable() and character != "\n"]
    if arguments[0] == "hitung":
        assert "\n[bold]A[/] <U+202E>B | " in rest  # behind the warning about the invisible character


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_an_explanation_is_a_tree_that_fits(office: Path, columns: int) -> None:
    ran = terminal("jelaskan", "sekcam.surat", "--tahun", "2019", cwd=office, columns=columns)
    lines = seen(ran)
    assert (ran.code, lines[0]) == (0, "sekcam.surat: Nama surat")
    assert max(map(len, lines)) <= columns
    assert "├── Capaian: 100 persen" in lines
    assert re.search(r"\x1b\[1;32m100 persen\x1b\[0m", ran.out)


def test_mistakes_and_findings_of_other_commands_are_seen(office: Path) -> None:
    (office / "realisasi/2019/data.csv").write_text("a\n", encoding="utf-8")
    ran = terminal("hitung", "--tahun", "2019", cwd=office)
    assert ran.code == 1
    assert "iki: tidak ada angka yang dihitung: realisasi 2019 memuat galat" in seen(ran)


def test_a_dumb_terminal_gets_plain_text(office: Path) -> None:
    for arguments in (["validate"], ["hitung", "--tahun", "2019"]):
        assert "\x1b" not in terminal(*arguments, cwd=office, env={"TERM": "dumb"}).out


def test_documents_are_listed_on_the_terminal(office: Path) -> None:
    lines = seen(terminal("laporan", cwd=office))
    assert len([line for line in lines if line.startswith("laporan/2019/")]) == 3


class _Screen:
    """A stream that says it is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


@pytest.mark.parametrize(("total", "slow", "drawn"), [(10, False, False), (10, True, True), (0, True, False)])
def test_a_bar_comes_only_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, total: int, slow: bool, drawn: bool
) -> None:
    screen = _Screen()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen)
    if slow:
        start = time.monotonic()
        monkeypatch.setattr(time, "monotonic", iter([start, *(start + 2 + n for n in range(99))]).__next__)
    with ikicli.cli.terminal.progress("Membaca", total) as step:
        for _ in range(total):
            step()
    assert ("Membaca" in screen.text) == drawn


STATUS = ("status", "--tahun", "2019", "--per", "2019-08-01")


def test_no_word_above_or_below_the_grid_is_cut(office: Path) -> None:
    lines = seen(terminal(*STATUS, cwd=office, columns=60))
    assert lines[:2] == ["Kecamatan Uji | realisasi tahun 2019 | keadaan per 1 Agustus", "2019"]
    assert all(len(line) <= 60 for line in lines if "kotak" in line)


def test_the_grid_of_the_state_on_80_columns(office: Path) -> None:
    unit = KANTOR["definitions/unit.yaml"] + "batas_lapor: 10\n"
    lay_out(office, KANTOR | {"definitions/unit.yaml": unit})
    ran = terminal(*STATUS, cwd=office)
    assert ran.code == 0
    lines = seen(ran)
    assert lines[:6] == [
        "Kecamatan Uji | realisasi tahun 2019 | keadaan per 1 Agustus 2019",
        "",
        "           TW I         TW II        TW III       TW IV",
        "           Jan Feb Mar  Apr Mei Jun  Jul Agu Sep  Okt Nov Des",
        "sekcam     ─   ─   ▄!   ─   ─   ▄!   ─   ─   ·    ─   ─   ·    14/16",
        "kasi_umum  ─   ─   ■    ─   ─   ■    ─   ─   ·    ─   ─   ·    4/4",
    ]
    assert "  sekcam, terlambat 113 hari" in lines
    assert "    Sekretaris [red]Kecamatan[/red]" in lines
    assert "\x1b[1;31m▄!" in ran.out and "\x1b[32m■" in ran.out


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 200])
def test_the_grid_fits_wherever_it_can(office: Path, columns: int) -> None:
    long = {f"definitions/jabatan/{'pengadministrasi_umum_' * 2}{n}.yaml": jabatan(indikator("x")) for n in range(2)}
    lay_out(office, KANTOR | long)
    lines = seen(terminal(*STATUS, cwd=office, columns=columns))
    rows = [line for line in lines if "·" in line and "belum" not in line]
    assert len(rows) == 4
    assert len({len(line.rstrip("0123456789/")) for line in rows}) == 1, "one column under the other"
    if columns >= 60:
        assert all(len(line) <= columns for line in rows)
    assert all(("…" in line) == (columns < 90) for line in rows if "pengad" in line)


def test_a_terminal_without_any_value_says_how_to_start(office: Path) -> None:
    (office / "realisasi/2019/data.csv").unlink()
    assert "  iki impor formulir                           memasukkan formulir yang sudah diisi" in seen(
        terminal(*STATUS, cwd=office)
    )


def test_what_differs_from_the_decree_is_folded_under_its_beginning(tmp_path: Path) -> None:
    name = "definitions/jabatan/sekcam.yaml"
    changed = DENGAN_KEPUTUSAN[name].replace("setiap bulan; dan", "setiap bulan, \x9b31m[bold]tepat waktu[/bold]; dan")
    lay_out(tmp_path, DENGAN_KEPUTUSAN | {name: changed.replace("\x9b", "\u202e")})
    ran = terminal("cocokkan", cwd=tmp_path, columns=60)
    assert ran.code == 1
    assert "\x1b[31m [-bulan;-]" in ran.out
    lines = seen(ran)
    assert all(len(line) <= 60 for line in lines)
    at = lines.index("  sekcam, tugas 1: bunyinya berbeda")
    assert lines[at - 1] == ""
    assert lines[at + 3].startswith("    Menyusun laporan setiap [-bulan;-] {+bulan,")
    assert lines[at + 4].startswith("      ")
    assert "[bold]tepat" in "".join(lines)
    assert "\u202e" not in ran.out
