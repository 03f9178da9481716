"""The program around the commands: help, mistyped words, options of all commands, exit codes, streams, the boundary."""

import errno
import gc
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from perintah_uji import KANTOR, Iki, process, raw_process

import ikicli
import ikicli.cli.validate
from ikicli.cli import main
from ikicli.cli.app import COMMANDS

ENGLISH = (
    "Usage",
    "Options",
    "Show",
    "default:",
    "required",
    "Error",
    "Invalid",
    "Missing",
    "Try",
    "Commands",
    "Argument",
)


def assert_indonesian(text: str) -> None:
    assert not [word for word in ENGLISH if word in text], text


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_indonesian(iki: Iki, command: tuple[str, ...]) -> None:
    ran = iki(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Pemakaian: {' '.join(('iki', *command))} [OPSI]")
    assert "Opsi:\n" in ran.out
    assert_indonesian(ran.out)


def test_help_says_what_is_required_and_what_holds_otherwise(iki: Iki) -> None:
    text = " ".join(iki("hitung", "--help").out.split())
    assert "--tahun TAHUN Tahun yang dihitung. [wajib]" in text
    assert "[bila tidak ditulis: tabel]" in text


def test_iki_alone_shows_its_help(iki: Iki) -> None:
    ran = iki()
    assert (ran.code, ran.out, ran.err) == (0, iki("--help").out, "")
    assert [name for name in COMMANDS if f"\n  {name} " not in ran.out] == []


def test_version(iki: Iki) -> None:
    assert iki("--version") == (0, f"iki {ikicli.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "said", "hint"),
    [
        (["valdate"], "perintah `valdate` tidak ada", "mungkin maksud Anda `validate`"),
        (["x"], "perintah `x` tidak ada", "lihat `iki --help`"),
        (["ini'tit\""], "perintah `ini'tit\"` tidak ada", "mungkin maksud Anda `init`"),
        (["--akar", "."], "perintahnya belum ditulis", "lihat `iki --help`"),
        (["--akar"], "opsi `--akar` memerlukan isi", "lihat `iki --help`"),
        (["--vers"], "opsi `--vers` tidak ada", "mungkin maksud Anda `--version`"),
        (["-x"], "opsi `-x` tidak ada", "lihat `iki --help`"),
        (["validate", "--formt", "json"], "opsi `--formt` tidak ada", "mungkin maksud Anda `--format`"),
        (["validate", "--format"], "opsi `--format` memerlukan isi", "lihat `iki validate --help`"),
        (["validate", "--format", "jso"], "opsi `--format`: `jso` bukan pilihan", "mungkin maksud Anda `json`"),
        (["validate", "--format", "pdf"], "opsi `--format`: `pdf` bukan pilihan", "pilih teks, json, github"),
        (["validate", "--ketat=3"], "opsi `--ketat` tidak memakai isi", "lihat `iki validate --help`"),
        (["hitung"], "opsi `--tahun` belum ditulis", f"tambahkan tahunnya, misalnya `--tahun {date.today().year}`"),
        (["hitung", "--tahun", "19"], "opsi `--tahun`: `19` bukan tahun", "tulis tahun dari 1945, misalnya 2019"),
        (["hitung", "--tahun", "٢٠١٩"], "opsi `--tahun`: `٢٠١٩` bukan tahun", "tulis tahun dari 1945, misalnya 2019"),
        (
            ["hitung", "--tahun", "2019", "--jabatan", "sekcam,kasi_umum"],
            "jabatan `sekcam,kasi_umum` tidak ada",
            "ulangi opsinya: --jabatan sekcam --jabatan kasi_umum",
        ),
        (["hitung", "--tahun", "2019", "a) b"], "masukan ini berlebih: a) b", "lihat `iki hitung --help`"),
        (["kode", "IKI101", "b"], "masukan ini berlebih: b", "lihat `iki kode --help`"),
        (["kode", "IKI31"], "kode `IKI31` tidak ada", "lihat daftarnya dengan `iki kode`"),
        (["hitung", "--tahun", "2019", "--sampai", "TW5"], "periode `TW5` tidak dikenal untuk tahun 2019", "tulis TW2"),
        (["hitung", "--tahun", "2019", "--sampai", "2018-TW1"], "periode `2018-TW1` tidak dikenal", "tulis TW2"),
        (
            ["hitung", "--tahun", "2019", "--jabatan", "sekca"],
            "jabatan `sekca` tidak ada",
            "mungkin maksud Anda `sekcam`",
        ),
        (
            ["hitung", "--tahun", "2019", "--jabatan", "q"],
            "jabatan `q` tidak ada",
            "jabatan yang ada: sekcam, kasi_umum",
        ),
        (["laporan", "--jenis", "skp"], "opsi `--jenis`: `skp` bukan pilihan", ""),
        (["-- ", "validate"], "opsi `-- ` tidak ada", "lihat `iki --help`"),
        (["\x1b[31mx"], "perintah `<U+001B>[31mx` tidak ada", "lihat `iki --help`"),
        (["hitung", "--tahun", "\x1b]0;x\x07"], "opsi `--tahun`: `<U+001B>]0;x<U+0007>` bukan tahun", ""),
        (["kode", "a\nb\u202e"], "kode `a<U+000A>b<U+202E>` tidak ada", ""),
    ],
)
@pytest.mark.usefixtures("kantor")
def test_mistyped(iki: Iki, arguments: list[str], said: str, hint: str) -> None:
    ran = iki(*arguments)
    assert (ran.code, ran.out) == (2, "")
    first, *rest = ran.err.splitlines()
    assert first.startswith(f"iki: {said}")
    assert "".join(rest).strip().startswith(f"saran: {hint}")
    assert_indonesian(ran.err)


def test_akar_stands_before_or_behind_the_command(iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kantor.parent)
    before, behind = iki("--akar", kantor, "validate"), iki("validate", "--akar", kantor)
    assert before == behind
    assert (before.code, before.err) == (0, "")
    assert iki("--akar", kantor, "hitung", "--tahun", "2019").code == 0
    assert iki("--akar", "tiada", "validate", "--akar", kantor) == behind
    assert iki("--akar", kantor, "kode", "IKI101").code == 0


def test_a_folder_that_is_no_office(iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = iki("validate")
    assert (ran.code, ran.out) == (3, "")
    assert "definitions/unit.yaml tidak ditemukan" in ran.err
    for arguments in (["--akar", "tiada\x1b", "validate"], ["hitung", "--tahun", "2019", "--akar", "tiada\x1b"]):
        ran = iki(*arguments)
        assert (ran.code, ran.out) == (3, "")
        assert "tiada<U+001B> bukan folder kantor" in ran.err


def test_the_office_is_found_from_below(iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kantor / "definitions/jabatan")
    ran = iki("validate")
    assert ran.code == 0
    assert ran.out.startswith("../perjanjian/2019.yaml:3:3: info IKI214")


def fail(error: BaseException) -> object:
    def load(_root: Path) -> None:
        raise error

    return load


@pytest.mark.usefixtures("kantor")
@pytest.mark.parametrize("arguments", [["validate"], ["validate", "--lacak"], ["--lacak", "validate"]])
def test_a_bug_is_exit_code_4(iki: Iki, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setattr(ikicli.cli.validate, "load_office", fail(ValueError("rusak \x1b[31m")))
    ran = iki(*arguments)
    assert (ran.code, ran.out) == (4, "")
    assert "iki: kesalahan di dalam iki sendiri: ValueError: rusak <U+001B>[31m" in ran.err
    assert ("Traceback" in ran.err) == ("--lacak" in arguments)
    assert ("--lacak" in ran.err) == ("--lacak" not in arguments)


@pytest.mark.usefixtures("kantor")
@pytest.mark.parametrize(
    "error", [RecursionError(), MemoryError(), AssertionError(), UnicodeDecodeError("utf-8", b"", 0, 1, "")]
)
def test_any_bug_is_exit_code_4(iki: Iki, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr(ikicli.cli.validate, "load_office", fail(error))
    ran = iki("validate")
    assert ran.code == 4
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("kantor")
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOENT, "a.yaml tidak ada"),
        (errno.EACCES, "a.yaml tidak boleh dibuka"),
        (errno.EPERM, "a.yaml tidak boleh diubah"),
        (errno.EISDIR, "a.yaml adalah folder, bukan berkas"),
        (errno.ENOTDIR, "a.yaml bukan folder"),
        (errno.EEXIST, "a.yaml sudah ada"),
        (errno.ELOOP, "a.yaml adalah tautan yang berputar"),
        (errno.ENAMETOOLONG, "a.yaml terlalu panjang namanya"),
        (errno.ENOSPC, "a.yaml tidak dapat ditulis: tempat penyimpanan penuh"),
        (errno.EROFS, "a.yaml tidak dapat ditulis: tempat penyimpanannya hanya boleh dibaca"),
        (errno.EIO, "a.yaml tidak dapat dibaca atau ditulis (EIO)"),
    ],
)
def test_a_file_error_is_exit_code_3(iki: Iki, monkeypatch: pytest.MonkeyPatch, number: int, said: str) -> None:
    monkeypatch.setattr(ikicli.cli.validate, "load_office", fail(OSError(number, os.strerror(number), "a.yaml")))
    ran = iki("validate")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"iki: {said}")
    assert os.strerror(number) not in ran.err
    traced = iki("validate", "--lacak")
    assert traced.code == 3
    assert "Traceback" in traced.err


@pytest.mark.usefixtures("kantor")
def test_a_file_error_of_a_room_says_why_itself(iki: Iki, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ikicli.cli.validate, "load_office", fail(OSError(None, "bukan berkas biasa", "b\x1b.yaml")))
    assert iki("validate") == (3, "", "iki: b<U+001B>.yaml: bukan berkas biasa\n")


@pytest.mark.usefixtures("kantor")
def test_interrupted(iki: Iki, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(ikicli.cli.validate, "load_office", fail(KeyboardInterrupt()))
    try:
        assert main(["validate"]) == 130
    finally:
        gc.enable()
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_interrupted_by_the_keyboard(kantor: Path) -> None:
    program = (
        "import os, signal, ikicli.cli.validate as v\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background starts without it
        "v.load_office = lambda root: os.kill(os.getpid(), signal.SIGINT)\n"
        "import sys\nfrom ikicli.cli import program\nsys.argv = ['iki', 'validate']\nprogram()"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=kantor, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_main_ends_the_process_with_the_code(kantor: Path) -> None:
    assert process("validate", cwd=kantor).code == 0
    assert process("hitung", cwd=kantor).code == 2
    assert process("validate", cwd=Path("/")).code == 3
    (kantor / "definitions/jabatan/sekcam.yaml").write_text("x: 1\n", encoding="utf-8")
    assert process("validate", cwd=kantor).code == 1


def test_a_closed_pipe_changes_nothing(kantor: Path) -> None:
    (kantor / "definitions/perjanjian/2019.yaml").write_text("tahun: 2019\nx: 1\n", encoding="utf-8")
    for arguments, code in (
        (["hitung", "--help"], 0),
        (["kode"], 0),
        (["validate"], 1),
        (["validate", "--format=json"], 1),
    ):
        command = [sys.executable, "-m", "ikicli", *arguments]
        with subprocess.Popen(command, cwd=kantor, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert running.stdout is not None
            assert running.stderr is not None
            running.stdout.close()
            assert running.stderr.read() == b""
            assert running.wait() == code


def test_documents_are_written_also_when_nobody_reads_their_names(kantor: Path) -> None:
    command = [sys.executable, "-m", "ikicli", "laporan"]
    with subprocess.Popen(command, cwd=kantor, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.wait() == 0
    assert len(list((kantor / "laporan/2019").iterdir())) == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(kantor: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ikicli", "hitung", "--tahun", "2019"],
            cwd=kantor,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (3, b"iki: keluaran tidak dapat ditulis: tempat penyimpanan penuh\n")


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_complaints_that_cannot_be_written_are_no_findings() -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run([sys.executable, "-m", "ikicli", "valdate"], stderr=full, check=False)
    assert ran.returncode == 3


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_started_without_a_stream(kantor: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m ikicli hitung --tahun 2019 {closed}'
    assert subprocess.run(command, shell=True, cwd=kantor, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850", "utf-16"])
def test_output_is_utf8_whatever_the_code_page(kantor: Path, encoding: str) -> None:
    unit = kantor / "definitions/unit.yaml"
    unit.write_text(unit.read_text("utf-8").replace("Kecamatan Uji", "Kecamatan ≥ Ünï 東"), encoding="utf-8")
    ran = raw_process("hitung", "--tahun", "2019", cwd=kantor, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert ran.returncode == 0
    assert ran.stdout.decode("utf-8").startswith("Kecamatan ≥ Ünï 東 | Tahun 2019")
    assert b"\r" not in ran.stdout


def test_line_ends_of_windows_change_nothing(iki: Iki, kantor: Path) -> None:
    commands = (
        ["validate", "--format", "json"],
        ["hitung", "--tahun", "2019"],
        ["hitung", "--tahun=2019", "--format=json"],
    )
    expected = [iki(*command) for command in commands]
    for name, text in KANTOR.items():
        (kantor / name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert [iki(*command) for command in commands] == expected
