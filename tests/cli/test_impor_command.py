"""`iki impor` as a user meets it: what it says, what it writes, and what it leaves alone when something fails."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kantor_uji import csv, lay_out
from perintah_uji import KANTOR, Iki, files_below, process

from ikicli.cli import gembok
from ikicli.realisasi.simpan import lock

OFFICE = {name: text for name, text in KANTOR.items() if not name.startswith("realisasi")}
ONE = csv("sekcam,aduan,a,2019-TW1,3", "kasi_umum,laporan,a,2019-TW1,2", "sekcam,arsip,a,2019-TW1,7")
TWO = csv("sekcam,aduan,a,2019-TW1,4", "sekcam,aduan,a,2019-TW2,1")


@pytest.fixture
def iki(capsys: pytest.CaptureFixture[str]) -> Iki:
    return Iki(capsys)


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = lay_out(tmp_path / "kantor", {**OFFICE, "kiriman/satu.csv": ONE, "kiriman/dua.csv": TWO})
    monkeypatch.chdir(folder)
    return folder


def test_an_import_says_what_it_stored_and_what_to_do_next(iki: Iki, kantor: Path) -> None:
    ran = iki("impor", "kiriman/satu.csv")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Tersimpan: 3 angka baru.\n  kiriman/satu.csv: 3 angka baru\nBerikutnya: iki hitung --tahun 2019 --sampai 03\n"
    )
    assert sorted(files_below(kantor / "realisasi")) == ["2019/jurnal.jsonl", "2019/kasi_umum.csv", "2019/sekcam.csv"]
    before = files_below(kantor / "realisasi")
    ran = iki("impor", "kiriman/satu.csv")
    assert (ran.code, ran.out) == (0, "Tidak ada yang berubah: 3 angka sudah tersimpan sama.\n")
    assert files_below(kantor / "realisasi") == before


def test_a_pattern_names_files_where_the_shell_leaves_it(iki: Iki, kantor: Path) -> None:
    (kantor / "kiriman/satu.csv").rename(kantor / "kiriman/tiga.csv")
    (kantor / "kiriman/dua.csv").unlink()
    assert iki("impor", "kiriman/*.csv").out.startswith("Tersimpan: 3 angka baru.\n  kiriman/tiga.csv")
    assert "kiriman/*.xlsx tidak ada" in iki("impor", "kiriman/*.xlsx").err


def test_a_stored_figure_changes_only_with_a_reason(iki: Iki, kantor: Path) -> None:
    iki("impor", "kiriman/satu.csv")
    before = files_below(kantor / "realisasi")
    ran = iki("impor", "kiriman/dua.csv")
    assert (ran.code, ran.out) == (1, "")
    assert "kiriman/dua.csv!E2: galat IKI453: `sekcam.aduan.a` 2019-TW1 tersimpan 3 di sekcam.csv baris 2" in ran.err
    assert "iki: tidak ada angka yang disimpan: impor ini memuat galat" in ran.err
    assert files_below(kantor / "realisasi") == before
    assert iki("impor", "kiriman/dua.csv", "--koreksi", " ").code == 2
    ran = iki("impor", "kiriman/dua.csv", "--koreksi", "salah ketik")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Tersimpan: 1 angka baru, 1 dikoreksi.")
    assert '"alasan": "salah ketik"' in (kantor / "realisasi/2019/jurnal.jsonl").read_text("utf-8")


def test_all_that_is_wrong_is_said_at_once_in_the_files_and_against_the_store(iki: Iki, kantor: Path) -> None:
    iki("impor", "kiriman/satu.csv")
    (kantor / "kiriman/tiga.csv").write_text(csv("sekcam,arsip,a,2019-TW2,x"), encoding="utf-8")
    latin = "Kode;Catatan lain;TW III\nsekcam.aduan.a;caf\u00e9;5\nsekcam.aduan.a;;6\n"
    (kantor / "kiriman/empat.csv").write_bytes(latin.encode("cp1252"))
    before = files_below(kantor / "realisasi")
    ran = iki("impor", "kiriman", "--tahun", "2019")
    assert (ran.code, ran.out) == (1, "")
    assert "kiriman/empat.csv: bukan UTF-8; dibaca sebagai Windows-1252" in ran.err
    assert [line.split(":")[:2] for line in ran.err.splitlines() if ": galat " in line] == [
        ["kiriman/dua.csv!E2", " galat IKI453"],
        ["kiriman/empat.csv!C3", " galat IKI407"],
        ["kiriman/satu.csv!E2", " galat IKI407"],
        ["kiriman/tiga.csv!E2", " galat IKI427"],
    ]
    assert "tidak ada angka yang disimpan: berkas kiriman memuat galat" in ran.err
    assert files_below(kantor / "realisasi") == before


def test_a_trial_shows_the_changes_and_writes_nothing(iki: Iki, kantor: Path) -> None:
    assert iki("impor", "kiriman/satu.csv", "--coba").code == 0
    assert not (kantor / "realisasi").exists()
    iki("impor", "kiriman/satu.csv")
    before = files_below(kantor)
    ran = iki("impor", "kiriman/dua.csv", "--coba", "--koreksi", "salah ketik")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Variabel        Periode   Tersimpan  Menjadi  Dari\n"
        "sekcam.aduan.a  2019-TW1          3        4  kiriman/dua.csv!E2\n"
        "sekcam.aduan.a  2019-TW2          -        1  kiriman/dua.csv!E3\n"
        "\n"
        "Akan tersimpan: 1 angka baru, 1 dikoreksi.\n"
        "  kiriman/dua.csv: 1 angka baru, 1 dikoreksi\n"
        "Belum ada yang ditulis; ulangi tanpa `--coba` untuk menyimpan.\n"
    )
    assert files_below(kantor) == before


def test_a_form_without_figures_is_said_to_be_empty(iki: Iki, kantor: Path) -> None:
    (kantor / "kiriman/satu.csv").write_text(csv("sekcam,aduan,a,2019-TW1,-"), encoding="utf-8")
    ran = iki("impor", "kiriman/satu.csv")
    assert (ran.code, ran.out) == (0, "")
    assert "tidak ada angka di satu.csv" in ran.err
    assert not (kantor / "realisasi").exists()


def test_wrong_definitions_and_a_wrong_store_are_not_imported_into(iki: Iki, kantor: Path) -> None:
    store = kantor / "realisasi/2019/data.csv"
    store.parent.mkdir(parents=True)
    store.write_text(csv("sekcam,aduan,a,2019-TW4,x"), encoding="utf-8")
    ran = iki("impor", "kiriman/satu.csv")
    assert ran.code == 1
    assert "tidak ada angka yang disimpan: realisasi 2019 memuat galat" in ran.err
    (kantor / "definitions/jabatan/sekcam.yaml").write_text("x", encoding="utf-8")
    ran = iki("impor", "kiriman/satu.csv")
    assert ran.code == 1
    assert "tidak ada angka yang disimpan: definisi memuat galat" in ran.err


def test_another_import_is_waited_for_and_then_named(iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gembok, "PATIENCE", 0)
    (kantor / "realisasi").mkdir()
    with lock(kantor / "realisasi", "proses 77 di meja sebelah"):
        ran = iki("impor", "kiriman/satu.csv")
    assert ran.code == 3
    assert "impor lain sedang menulis realisasi ini: proses 77 di meja sebelah" in ran.err
    assert iki("impor", "kiriman/satu.csv").code == 0


needs_posix = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


@needs_posix
@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_the_locks_place_is_not_written_through(iki: Iki, kantor: Path, there: bool) -> None:
    outside = kantor.parent / "luar.txt"
    if there:
        outside.write_text("penting", encoding="utf-8")
    (kantor / "realisasi").mkdir()
    (kantor / "realisasi/.impor-kunci").symlink_to(outside)
    ran = iki("impor", "kiriman/satu.csv")
    assert ran.code == 3
    assert "realisasi/.impor-kunci: tautan ini menempati berkas kunci impor; hapus dulu" in ran.err
    assert (outside.read_text("utf-8") if outside.exists() else None) == ("penting" if there else None)


@needs_posix
@pytest.mark.parametrize(
    "link", ["realisasi", "realisasi/2019", "realisasi/2019/jurnal.jsonl", "realisasi/2019/sekcam.csv",
             "realisasi/.impor-siap", "realisasi/.impor-siap/2019"]
)  # fmt: skip
def test_no_link_leads_an_import_out_of_the_office(iki: Iki, kantor: Path, link: str) -> None:
    outside = kantor.parent / "luar"
    (outside / "2019").mkdir(parents=True)
    (outside / "jurnal.jsonl").write_text("{}\n", encoding="utf-8")
    (outside / "2019/sekcam.csv").write_text(csv("sekcam,arsip,a,2019-TW1,7"), encoding="utf-8")
    target = {"jurnal.jsonl": outside / "jurnal.jsonl", "sekcam.csv": outside / "2019/sekcam.csv"}
    (kantor / link).parent.mkdir(parents=True, exist_ok=True)
    (kantor / link).symlink_to(target.get(Path(link).name, outside))
    before = files_below(outside)
    ran = iki("impor", "kiriman/satu.csv")
    assert ran.code == 3
    assert f"iki: {link}: tautan ini menunjuk ke luar folder kantor" in ran.err
    assert files_below(outside) == before
    assert not list(outside.glob(".*"))


@needs_posix
@pytest.mark.parametrize("command", ["hitung", "status"])
def test_a_year_outside_the_office_is_not_read(iki: Iki, kantor: Path, command: str) -> None:
    (kantor.parent / "luar").mkdir()
    (kantor / "realisasi").symlink_to(kantor.parent / "luar")
    (kantor.parent / "luar/2019").mkdir()
    ran = iki(command, "--tahun", "2019")
    assert (ran.code, "realisasi/2019: tautan ini menunjuk ke luar folder kantor" in ran.err) == (3, True)


@needs_posix
def test_no_pipe_is_waited_for(kantor: Path) -> None:
    (kantor / "realisasi/2019").mkdir(parents=True)
    os.mkfifo(kantor / "realisasi/2019/jurnal.jsonl")
    os.mkfifo(kantor / "kiriman/pipa.csv")
    (kantor / "kiriman/dua.csv").unlink()
    ran = process("impor", "kiriman", cwd=kantor)
    assert ran.code == 3
    assert "kiriman/pipa.csv: bukan berkas biasa, dilewati" in ran.err
    assert "realisasi/2019/jurnal.jsonl: bukan berkas biasa" in ran.err


@pytest.mark.parametrize(("damaged", "code"), [("utf-16", 1), ("cp1252", 1), ("cut", 0)])
def test_a_damaged_journal_is_noticed(iki: Iki, kantor: Path, damaged: str, code: int) -> None:
    iki("impor", "kiriman/satu.csv")
    path = kantor / "realisasi/2019/jurnal.jsonl"
    text = path.read_text("utf-8").replace("satu", "s\xe4tu")
    path.write_bytes(text[:-20].encode("utf-8") if damaged == "cut" else text.encode(damaged))
    before = files_below(kantor / "realisasi")
    for command in (["jelaskan", "sekcam", "--tahun", "2019"], ["impor", "kiriman/dua.csv", "--koreksi", "x"]):
        ran = iki(*command)
        assert ran.code == code, command
        assert f"realisasi/2019/jurnal.jsonl:{1 if code else 3}:" in ran.err
        assert ("IKI101" if code else "peringatan IKI450: baris jurnal ini tidak terbaca") in ran.err
    assert (files_below(kantor / "realisasi") == before) is (code == 1)


def test_a_file_open_in_excel_leaves_the_store_as_it_was(
    iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    iki("impor", "kiriman/satu.csv")
    before = files_below(kantor / "realisasi")
    replace = Path.replace

    def held(path: Path, target: Path) -> Path:
        if Path(target).name == "sekcam.csv":
            raise PermissionError(errno.EACCES, "sharing violation", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", held)
    ran = iki("impor", "kiriman/dua.csv", "--koreksi", "x")
    assert ran.code == 3
    assert "realisasi/2019/sekcam.csv tidak boleh dibuka" in ran.err
    assert "Excel" in ran.err
    assert files_below(kantor / "realisasi") == before


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_takes_no_more_leaves_the_store_as_it_was(
    iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    iki("impor", "kiriman/satu.csv")
    before = files_below(kantor / "realisasi")

    def full(file: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        ran = iki("impor", "kiriman/dua.csv", "--koreksi", "x")
    assert ran.code == 3
    assert "tidak dapat ditulis" in ran.err
    assert files_below(kantor / "realisasi") == before
    assert iki("impor", "kiriman/dua.csv", "--koreksi", "x").code == 0


@pytest.mark.parametrize("error", [OSError(errno.EIO, os.strerror(errno.EIO)), MemoryError()])
def test_one_file_that_cannot_be_synced_is_enough(
    iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    before = files_below(kantor / "realisasi")
    sync, synced = os.fsync, list[int]()

    def broken(file: int) -> None:
        synced.append(file)
        if len(synced) == 2:
            raise error
        sync(file)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", broken)
        ran = iki("impor", "kiriman/satu.csv")
    assert ran.code == (3 if isinstance(error, OSError) else 4)
    assert files_below(kantor / "realisasi") == before
    assert iki("impor", "kiriman/satu.csv").code == 0


def test_imports_that_are_killed_lose_nothing(tmp_path: Path) -> None:
    """A small run of bench/gangguan.py."""
    bench = Path(__file__).parents[2] / "bench"
    program = (
        f"import sys; sys.path.insert(0, {str(bench)!r})\n"
        "from pathlib import Path; from gangguan import at_once, kills, prepare\n"
        f"kasus = prepare(Path({str(tmp_path / 'ukur')!r}), 3)\n"
        "print(kills(kasus, 6)); print(at_once(kasus, 1))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "6 moments" in done.stdout
