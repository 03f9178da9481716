"""`iki validate`: what it shows, what it counts, how it ends."""

import json
import os
from pathlib import Path

import pytest
from perintah_uji import Iki, process
from skema_uji import against, junit

from ikicli.diagnostik.faces import FACES

SEKCAM, KASI, PERJANJIAN = (
    "definitions/jabatan/sekcam.yaml",
    "definitions/jabatan/kasi_umum.yaml",
    "definitions/perjanjian/2019.yaml",
)
WRONG = {SEKCAM: ("polaritas: turun", "polaritas: turum"), KASI: ("bobot: 60", "bobot: 50")}


def spoil(kantor: Path, *names: str) -> None:
    for name in names:
        path = kantor / name
        text = path.read_text(encoding="utf-8")
        assert WRONG[name][0] in text
        path.write_text(text.replace(*WRONG[name]), encoding="utf-8")


def places(out: str) -> list[str]:
    """Place, level and code of each finding in the text face."""
    heads = [line for line in out.splitlines() if line.startswith(("definitions/", "../")) and ": IKI" not in line]
    return [": ".join(head.split(": ")[:2]) for head in heads]


@pytest.mark.usefixtures("kantor")
def test_nothing_but_information_is_exit_code_0(iki: Iki) -> None:
    ran = iki("validate")
    assert ran == (
        0,
        "definitions/perjanjian/2019.yaml:3:3: info IKI214: indikator `sekcam.arsip` belum bertarget untuk 2019\n"
        "    3 |   sekcam: {surat: 95, aduan: 0, rapat: 4, tamu: 90, kas: {tidak_berlaku: belum ada kas}, stabil: 0}\n"
        "      |   ^^^^^^\n"
        "        saran: tambahkan `arsip:` dengan targetnya\n"
        "\n"
        "1 info.\n",
        "",
    )
    assert iki("validate", "--ketat").code == 0


def test_findings_go_to_stdout(iki: Iki, kantor: Path) -> None:
    spoil(kantor, SEKCAM, KASI)
    ran = iki("validate")
    assert (ran.code, ran.err) == (1, "")
    assert [place.rpartition(" ")[2] for place in places(ran.out)][-1] == "IKI214"
    assert {place.partition(":")[0] for place in places(ran.out)} == {SEKCAM, KASI, PERJANJIAN}
    assert ran.out.endswith(" galat, 1 info.\n")


def test_a_file_argument_shows_and_counts_the_findings_of_that_file(iki: Iki, kantor: Path) -> None:
    spoil(kantor, SEKCAM)
    assert iki("validate", SEKCAM).code == 1
    other = iki("validate", KASI)
    assert other == (0, "Tidak ada temuan di berkas yang disebut.\n", "")
    both = iki("validate", PERJANJIAN, SEKCAM)
    assert both.code == 1
    assert {place.partition(":")[0] for place in places(both.out)} == {SEKCAM, PERJANJIAN}
    assert places(iki("validate", kantor / SEKCAM).out) == places(iki("validate", f"./{SEKCAM}").out)


@pytest.mark.parametrize(
    ("folder", "files"),
    [
        ("definitions/jabatan", {SEKCAM}),
        ("definitions/perjanjian", {PERJANJIAN}),
        ("definitions", {SEKCAM, PERJANJIAN}),
        (".", {SEKCAM, PERJANJIAN}),
    ],
)
def test_a_folder_stands_for_its_files(iki: Iki, kantor: Path, folder: str, files: set[str]) -> None:
    spoil(kantor, SEKCAM)
    assert {place.partition(":")[0] for place in places(iki("validate", folder).out)} == files


def test_a_file_argument_says_which_office(iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert iki("validate", kantor).code == 0
    ran = iki("validate", kantor / PERJANJIAN)
    assert ran.code == 0
    assert "IKI214" in ran.out


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [
        ("definitions/jabatan/tiada.yaml", 3, "tiada.yaml tidak ada"),
        ("realisasi/2019/data.csv", 2, "data.csv bukan berkas definisi kantor ini"),
        ("realisasi", 2, "realisasi bukan berkas definisi kantor ini"),
    ],
)
@pytest.mark.usefixtures("kantor")
def test_a_file_argument_that_is_none_of_the_definitions(iki: Iki, file: str, code: int, said: str) -> None:
    ran = iki("validate", file)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err.splitlines()[0]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links(iki: Iki, kantor: Path) -> None:
    (kantor / "lingkar.yaml").symlink_to("lingkar.yaml")
    ran = iki("validate", "lingkar.yaml")
    assert (ran.code, ran.out) == (3, "")
    assert "tautan yang berputar" in ran.err
    spoil(kantor, SEKCAM)
    (kantor / "lain").symlink_to("definitions/jabatan")
    assert places(iki("validate", "lain/sekcam.yaml").out) == places(iki("validate", SEKCAM).out)


@pytest.mark.usefixtures("kantor")
def test_a_file_that_must_not_be_read(iki: Iki, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(self: Path, *arguments: str, **options: str) -> object:
        if self.name == "sekcam.yaml":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    ran = iki("validate")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"iki: {SEKCAM} tidak boleh dibuka\n     saran: ")


def test_warnings_fail_only_when_asked(iki: Iki, kantor: Path) -> None:
    path = kantor / KASI
    path.write_text(path.read_text("utf-8").replace("nama: Nama laporan.", "nama: Nama\u200b laporan."), "utf-8")
    assert iki("validate").code == 0
    ran = iki("validate", "--ketat")
    assert ran.code == 1
    assert ran.out.endswith("1 peringatan, 1 info.\n")
    assert "<U+200B>" in ran.out
    assert "\u200b" not in ran.out
    assert iki("validate", "--ketat", SEKCAM).code == 0


def test_as_json(iki: Iki, kantor: Path) -> None:
    assert json.loads(iki("validate", "--format", "json", SEKCAM).out) == {
        "versi": 1,
        "temuan": [],
        "ringkasan": {"galat": 0, "peringatan": 0, "info": 0},
    }
    spoil(kantor, SEKCAM)
    ran = iki("validate", "--format", "json", SEKCAM)
    assert (ran.code, ran.err) == (1, "")
    whole = json.loads(ran.out)
    assert whole["ringkasan"] == {"galat": 1, "peringatan": 0, "info": 0}
    (one,) = whole["temuan"]
    assert list(one) == [
        "berkas", "baris", "kolom", "sampai_baris", "sampai_kolom", "kode", "tingkat", "pesan", "saran"
    ]  # fmt: skip
    assert (one["berkas"], one["baris"], one["tingkat"]) == (SEKCAM, 23, "galat")


def test_as_github(iki: Iki, kantor: Path) -> None:
    spoil(kantor, SEKCAM)
    ran = iki("validate", "--format=github", SEKCAM)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith(f"::error file={SEKCAM},line=23,endLine=23,col=")
    assert ran.out.count("\n") == 1


def test_github_gets_a_summary_of_the_run_where_it_asks_for_one(
    iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (kantor / "ringkasan.md").write_text("langkah sebelumnya\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(kantor / "ringkasan.md"))
    assert iki("validate").code == 0
    assert iki("validate", "--format", "github").code == 0
    text = (kantor / "ringkasan.md").read_text(encoding="utf-8")
    assert text.startswith("langkah sebelumnya\n### iki validate\n\n1 info.\n")
    assert text.count("IKI214") == 1


@pytest.mark.parametrize("spoilt", [True, False])
def test_what_programs_read_is_as_its_schema_says(iki: Iki, kantor: Path, spoilt: bool) -> None:
    if spoilt:
        spoil(kantor, SEKCAM, KASI)
    found = against("validate.schema.json", iki("validate", "--format", "json").out)["temuan"]
    (run,) = against("sarif-2.1.0.json", iki("validate", "--format", "sarif").out)["runs"]
    assert [result["ruleId"] for result in run["results"]] == [each["kode"] for each in found]
    for strict in ([], ["--ketat"]):
        ran = iki("validate", "--format", "junit", *strict)
        junit().validate(ran.out)
        assert ("<failure" in ran.out) == (ran.code == 1) == spoilt
        assert all(each["kode"] in ran.out for each in found)


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize("face", FACES)
def test_no_name_of_a_file_acts_on_the_terminal(kantor: Path, face: str) -> None:
    name = b"definitions/jabatan/a\x1b[31m\n\xe2\x80\xae\xff.yaml"
    Path(os.fsdecode(os.fsencode(kantor) + b"/" + name)).write_text("x: 1\n", encoding="utf-8")
    ran = process("validate", "--format", face, cwd=kantor)
    assert ran.code == 1
    assert "\x1b" not in ran.out + ran.err


def test_validate_reads_only_the_definitions(iki: Iki, kantor: Path) -> None:
    (kantor / "realisasi/2019/data.csv").write_text("rusak", encoding="utf-8")
    assert iki("validate").code == 0
