"""The command as a user meets it: run inside the test or as a process of its own, and a small office to run it on."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from kantor_uji import csv, indikator, jabatan

from ikicli.cli.app import run

_TWO = "a: {nama: A, satuan: dokumen, periode: triwulan}\nb: {nama: B, satuan: dokumen, periode: triwulan}"
_ONE = "a: {nama: A, satuan: dokumen, periode: triwulan}"

KANTOR = {
    "definitions/unit.yaml": (
        "unit: Kecamatan Uji\nkabupaten: Kabupaten Uji\nurutan: [sekcam, kasi_umum]\n"
        "pimpinan: {id: camat, jabatan: Camat, nama: Nama Camat}\n"
    ),
    "definitions/jabatan/sekcam.yaml": jabatan(
        indikator("surat", "a / b * 100", satuan="persen", variabel=_TWO),
        indikator("aduan", polaritas="turun", variabel=_ONE),
        indikator("arsip", variabel=_ONE),
        indikator("rapat", variabel=_ONE),
        indikator("tamu", "a / b * 100", satuan="persen", variabel=_TWO),
        indikator("kas", variabel=_ONE),
        indikator("stabil", variabel=_ONE, polaritas="stabil"),
        nama="Sekretaris [red]Kecamatan[/red]",
    ),
    "definitions/jabatan/kasi_umum.yaml": jabatan(
        indikator("laporan", variabel=_ONE, extra="bobot: 60"),
        indikator("kunjungan", variabel=_ONE, extra="bobot: 40"),
        nama="Kepala Seksi Umum",
        atasan="sekcam",
    ),
    "definitions/perjanjian/2019.yaml": (
        "tahun: 2019\ntarget:\n"
        "  sekcam: {surat: 95, aduan: 0, rapat: 4, tamu: 90, kas: {tidak_berlaku: belum ada kas}, stabil: 0}\n"
        "  kasi_umum: {laporan: {tahun: 12, triwulan: [3, 6, 9, 12]}, kunjungan: 0.5..1.5}\n"
    ),
    "realisasi/2019/data.csv": csv(
        *(f"sekcam,surat,{name},2019-TW{n},{value}" for n in (1, 2, 3, 4) for name, value in (("a", 19), ("b", 20))),
        "sekcam,aduan,a,2019,3",
        "sekcam,arsip,a,2019,7",
        "sekcam,tamu,a,2019,0",
        "sekcam,tamu,b,2019,0",
        "sekcam,stabil,a,2019,1",
        "kasi_umum,laporan,a,2019-TW1,3",
        "kasi_umum,laporan,a,2019-TW2,2",
        "kasi_umum,kunjungan,a,2019-S1,1",
        "kasi_umum,kunjungan,a,2019-S2,1",
    ),
}
"""Two jabatan whose indicators show every state that a result can have."""


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


class Iki:
    """Runs commands inside the test."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Ran:
        self._capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Ran(code, *self._capsys.readouterr())


def process(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Ran:
    """Run a command as a process of its own."""
    done = raw_process(*arguments, cwd=cwd, env=env)
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def raw_process(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own, and keep the bytes it writes."""
    command = [sys.executable, "-m", "ikicli", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **(env or {})}, capture_output=True, check=False, timeout=60
    )


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
