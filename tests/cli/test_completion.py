"""Completion in the shell: words the shell asks for, and the script that makes it ask."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from perintah_uji import KANTOR, Iki

import ikicli.cli.pelengkapan
from ikicli.cli.app import COMMANDS
from ikicli.diagnostik import KODE

SEKCAM = ("surat", "aduan", "arsip", "rapat", "tamu", "kas", "stabil")
"""The indicators of a jabatan of the small office."""


def ask(iki: Iki, monkeypatch: pytest.MonkeyPatch, line: str) -> list[str]:
    """What bash offers at the end of a line."""
    words = line.split(" ")
    monkeypatch.setenv("_IKI_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    ran = iki()
    assert (ran.code, ran.err) == (0, "")
    return ran.out.split()


@pytest.mark.usefixtures("kantor")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("iki ", list(COMMANDS)),
        ("iki va", ["validate"]),
        ("iki --ver", ["--version"]),
        ("iki validate --f", ["--format"]),
        ("iki validate --format ", ["teks", "json", "github", "sarif", "junit"]),
        ("iki laporan --format ", ["html", "md", "pdf", "docx", "xlsx"]),
        ("iki laporan --jenis kamus --jenis p", ["perjanjian", "pengukuran"]),
        ("iki laporan --jenis s", ["semua"]),
        ("iki hitung --tahun ", ["2019"]),
        ("iki hitung --tahun 2019 --sampai TW", ["TW1", "TW2", "TW3", "TW4"]),
        ("iki hitung --jabatan ", ["kasi_umum", "sekcam"]),
        ("iki hitung --jabatan sek", ["sekcam"]),
        ("iki jelaskan sek", ["sekcam", *(f"sekcam.{id}" for id in SEKCAM)]),
        ("iki jelaskan sekcam.su", ["sekcam.surat"]),
        ("iki kode IKI10", [code for code in KODE if code.startswith("IKI10")]),
    ],
)
def test_a_line_goes_on(iki: Iki, monkeypatch: pytest.MonkeyPatch, line: str, offered: list[str]) -> None:
    assert ask(iki, monkeypatch, line) == offered


def test_in_another_office_or_none(iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert ask(iki, monkeypatch, "iki hitung --jabatan ") == []
    assert ask(iki, monkeypatch, f"iki hitung --akar {kantor} --jabatan s") == ["sekcam"]
    assert ask(iki, monkeypatch, f"iki --akar {kantor} hitung --jabatan s") == ["sekcam"]


@pytest.mark.parametrize("asked", ["x", "complete_sh", "source_bash", "complete"])
def test_a_question_nobody_asks(iki: Iki, monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("_IKI_COMPLETE", asked)
    ran = iki()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"iki: _IKI_COMPLETE: `{asked}` tidak dikenal\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_the_script(iki: Iki, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setattr(ikicli.cli.pelengkapan, "shell_name", lambda: shell)
    ran = iki("--show-completion")
    assert (ran.code, ran.err) == (0, "")
    assert "_IKI_COMPLETE" in ran.out


@pytest.mark.parametrize("shell", [None, "tcsh"])
@pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
def test_an_unknown_shell(iki: Iki, monkeypatch: pytest.MonkeyPatch, shell: str | None, option: str) -> None:
    monkeypatch.setattr(ikicli.cli.pelengkapan, "shell_name", lambda: shell)
    ran = iki(option)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("iki: jenis terminal ini tidak dikenal\n")


def test_installing(iki: Iki, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setattr(ikicli.cli.pelengkapan, "shell_name", lambda: "bash")
    ran = iki("--install-completion")
    assert (ran.code, ran.err) == (0, "")
    script = tmp_path / ".bash_completions/iki.sh"
    assert ran.out == f"dipasang: {script}\nBerlaku sesudah terminal dibuka kembali.\n"
    assert "_IKI_COMPLETE=complete_bash" in script.read_text(encoding="utf-8")


def test_powershell_keeps_its_restrictions(iki: Iki, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ikicli.cli.pelengkapan, "shell_name", lambda: "powershell")
    ran = iki("--install-completion")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("     saran: iki --show-completion >> $PROFILE\n")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_in_a_real_shell(tmp_path: Path) -> None:
    for name, text in KANTOR.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    script = (
        'eval "$(iki --show-completion)"\n'
        'COMP_WORDS=(iki hitung --jabatan kasi); COMP_CWORD=3; _iki_completion iki; echo "${COMPREPLY[*]}"'
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, check=False
    )
    assert (done.stdout, done.stderr) == (b"kasi_umum\n", b"")
