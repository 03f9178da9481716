"""`iki dampak`: what a change of definitions does to the results, over a scripted history."""

import json
import os
from html import escape
from pathlib import Path
from typing import Any

import pytest
from git_uji import commit, git, kept
from kantor_uji import csv, indikator, jabatan, lay_out
from markdown_it import MarkdownIt
from perintah_uji import Iki, files_below, process

UNIT = (
    "unit: Kecamatan Uji\nkabupaten: Kabupaten Uji\nurutan: [sekcam, kasi]\n"
    "pimpinan: {id: camat, jabatan: Camat, nama: Nama Camat}\n"
    "variabel:\n  pegawai: {nama: Pegawai, satuan: orang, tetapan: 20, agregasi: terakhir}\n"
    "  hari_kerja: {nama: Hari kerja, satuan: hari, tetapan: 240}\n"
)
ABSEN = "absen: {nama: Absen, satuan: orang hari, periode: tahun}"
SEKCAM = "definitions/jabatan/sekcam.yaml"
KASI = "definitions/jabatan/kasi.yaml"
TARGET = "definitions/perjanjian/2019.yaml"
FILES = {
    "definitions/unit.yaml": UNIT,
    SEKCAM: jabatan(
        indikator("hadir", "(hari_kerja - absen / pegawai) / hari_kerja * 100", satuan="persen", variabel=ABSEN),
        indikator("surat", variabel="a: {nama: Surat, satuan: dokumen, periode: tahun}"),
    ),
    KASI: jabatan(
        indikator("ikut", "sekcam.surat", variabel=""),
        indikator("rapat", variabel="a: {nama: Rapat, satuan: dokumen, periode: tahun}"),
        nama="Kepala Seksi Umum",
        atasan="sekcam",
    ),
    TARGET: "tahun: 2019\ntarget:\n  sekcam: {hadir: 98, surat: 10}\n  kasi: {ikut: 8, rapat: 4}\n",
    "realisasi/2019/data.csv": csv("sekcam,hadir,absen,2019,60", "sekcam,surat,a,2019,9", "kasi,rapat,a,2019,3"),
}


@pytest.fixture
def riwayat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(kept(tmp_path, FILES))
    return tmp_path


def change(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def compared(iki: Iki, *arguments: str) -> Any:
    ran = iki("dampak", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def definitions(found: Any) -> list[tuple[str | None, ...]]:
    return [tuple(each[key] for key in ("jenis", "jabatan", "indikator", "hal")) for each in found["definisi"]]


def test_nothing_has_changed(riwayat: Path, iki: Iki) -> None:
    found = compared(iki)
    assert (found["definisi"], found["angka"], found["predikat"], found["rata_rata"]) == ([], [], [], [])
    assert found["ringkasan"] == {"definisi": 0, "angka": 0, "predikat": 0, "rata_rata": 0}
    ran = iki("dampak", "--gagal-jika", "apa-pun")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Definisi tidak berubah.")


def test_a_formula_that_moves_a_predikat(riwayat: Path, iki: Iki) -> None:
    change(SEKCAM, "(hari_kerja - absen / pegawai)", "(hari_kerja - absen)")
    change(SEKCAM, "nama: Absen, satuan: orang hari", "nama: Absen, satuan: hari")
    found = compared(iki)
    # (240 - 60/20) / 240 = 98.75 percent of a target of 98; (240 - 60) / 240 = 75
    assert definitions(found) == [
        ("formula", "sekcam", "hadir", "formula"),
        ("variabel", "sekcam", "hadir", "variabel `absen`"),
    ]
    why = [
        "formula berubah",
        "variabel `absen` berubah",
    ]
    row = {"jabatan": "sekcam", "indikator": "hadir"}
    assert found["angka"] == [
        row | {"hal": "realisasi", "sebelum": "98.75", "sesudah": "75", "sebab": why},
        row | {"hal": "capaian", "sebelum": "100.77", "sesudah": "76.53", "sebab": why},
    ]
    assert found["predikat"] == [
        row | {"hal": "predikat", "sebelum": "Sangat Tinggi", "sesudah": "Tinggi", "sebab": why},
        {"jabatan": "sekcam", "indikator": None, "hal": "predikat", "sebelum": "Sangat Tinggi", "sesudah": "Tinggi",
         "sebab": ["capaian sekcam.hadir"]},
        {"jabatan": None, "indikator": None, "hal": "predikat", "sebelum": "Sangat Tinggi", "sesudah": "Tinggi",
         "sebab": ["rata-rata sekcam"]},
    ]  # fmt: skip
    # sekcam: (9875/98 + 90) / 2 = 95.38; (7500/98 + 90) / 2 = 83.27; kasi: (112.5 + 75) / 2 = 93.75
    assert [(each["jabatan"], each["sebelum"], each["sesudah"], each["sebab"]) for each in found["rata_rata"]] == [
        ("sekcam", "95.38", "83.27", ["capaian sekcam.hadir"]),
        (None, "94.57", "88.51", ["rata-rata sekcam"]),
    ]


def test_a_change_reaches_the_indicators_that_refer_to_it(riwayat: Path, iki: Iki) -> None:
    change(SEKCAM, "formula: a\n", "formula: a * 2\n")
    found = compared(iki)
    why = ["formula dari a menjadi a * 2"]
    assert [(each["indikator"], each["hal"], each["sebelum"], each["sesudah"], each["sebab"]) for each in
            found["angka"]] == [
        ("surat", "realisasi", "9", "18", why),
        ("surat", "capaian", "90", "180", why),
        ("ikut", "realisasi", "9", "18", ["`sekcam.surat`: formula dari a menjadi a * 2"]),
        ("ikut", "capaian", "112.5", "225", ["`sekcam.surat`: formula dari a menjadi a * 2"]),
    ]  # fmt: skip


def test_a_shared_variable_reaches_what_uses_it(riwayat: Path, iki: Iki) -> None:
    change("definitions/unit.yaml", "tetapan: 20", "tetapan: 10")
    found = compared(iki)
    assert definitions(found) == [("variabel", None, None, "variabel `pegawai`")]
    assert {(each["jabatan"], each["indikator"], each["sesudah"]) for each in found["angka"]} == {
        ("sekcam", "hadir", "97.5"),
        ("sekcam", "hadir", "99.49"),
    }
    assert all(each["sebab"] == ["variabel `pegawai` berubah"] for each in found["angka"])


def test_a_change_of_unit(riwayat: Path, iki: Iki) -> None:
    change(KASI, "satuan: dokumen, periode", "satuan: rapat, periode")
    change(KASI, "formula: a\n        satuan: dokumen", "formula: a\n        satuan: rapat")
    change("definitions/unit.yaml", "variabel:\n", "satuan: [rapat]\nvariabel:\n")
    found = compared(iki)
    assert definitions(found) == [
        ("satuan", "kasi", "rapat", "satuan"),
        ("variabel", "kasi", "rapat", "variabel `a`"),
        ("satuan", None, None, "satuan kantor"),
    ]
    assert found["angka"] == []


def test_text_alone_changes_no_number(riwayat: Path, iki: Iki) -> None:
    change(SEKCAM, "nama: Nama surat.", "nama: Nama surat masuk.")
    change(SEKCAM, "(hari_kerja - absen / pegawai)", "(hari_kerja - (absen / pegawai))")
    change(SEKCAM, "tugas: [Bekerja.]", "tugas: [Datang., Bekerja.]")
    found = compared(iki)
    assert [(*each[:3], each[3]) for each in definitions(found)] == [
        ("teks", "sekcam", None, "tugas 1"),
        ("teks", "sekcam", "hadir", "formula"),
        ("teks", "sekcam", "surat", "nama"),
    ]
    assert [(each["sebelum"], each["sesudah"]) for each in found["definisi"]][::2] == [
        (None, "Datang."),
        ("Nama surat.", "Nama surat masuk."),
    ]
    assert found["angka"] == []
    assert iki("dampak", "--gagal-jika", "angka").code == 0
    assert iki("dampak", "--gagal-jika", "apa-pun").code == 1


def test_a_renamed_indicator(riwayat: Path, iki: Iki) -> None:
    change(SEKCAM, "id: surat", "id: surat_masuk")
    change(KASI, "sekcam.surat", "sekcam.surat_masuk")
    change(TARGET, "surat: 10", "surat_masuk: 10")
    found = compared(iki)
    assert definitions(found) == [
        ("berganti_id", "sekcam", "surat_masuk", "id indikator"),
        ("teks", "kasi", "ikut", "formula"),  # the same indicator under its new name
    ]
    lost = {each["hal"]: (each["sebelum"], each["sesudah"]) for each in found["angka"] if each["jabatan"] == "sekcam"}
    assert lost == {
        "realisasi": ("9", None),
        "capaian": ("90", None),
        "keadaan": ("dihitung", "belum ada data"),
    }
    assert "realisasi masih memakai nama lama `sekcam.surat`" in found["angka"][0]["sebab"]
    assert found["hilang_capaian"] == ["sekcam.surat_masuk", "kasi.ikut"]
    assert found["baris_tidak_dikenal"] == ["1 baris tidak dipakai: `sekcam.surat.a` tidak ada di definisi sekarang"]


def test_a_moved_indicator_and_a_moved_file(riwayat: Path, iki: Iki) -> None:
    rapat = indikator("rapat", variabel="a: {nama: Rapat, satuan: dokumen, periode: tahun}")
    Path(KASI).unlink()
    lay_out(
        riwayat,
        {
            "definitions/unit.yaml": UNIT.replace("kasi]", "kasi_umum]"),
            SEKCAM: FILES[SEKCAM] + "".join(f"      {'- ' if n == 0 else '  '}{line}\n" for n, line in
                                            enumerate(rapat.splitlines())),
            "definitions/jabatan/kasi_umum.yaml": jabatan(
                indikator("ikut", "sekcam.surat", variabel=""), nama="Kepala Seksi Umum", atasan="sekcam"
            ),
            TARGET: "tahun: 2019\ntarget:\n  sekcam: {hadir: 98, surat: 10, rapat: 4}\n  kasi_umum: {ikut: 8}\n",
        },
    )  # fmt: skip
    found = compared(iki)
    assert definitions(found) == [
        ("berganti_id", "kasi_umum", None, "id jabatan"),
        ("pindah", "sekcam", "rapat", "jabatan"),
        ("susunan", None, None, "urutan jabatan"),
    ]
    assert found["hilang_capaian"] == ["sekcam.rapat"]
    assert [each["jabatan"] for each in found["rata_rata"]] == ["kasi_umum", None]


def test_added_removed_and_agreed_otherwise(riwayat: Path, iki: Iki) -> None:
    new = "a: {nama: Tamu, satuan: orang, periode: tahun}"
    lay_out(
        riwayat,
        {
            "definitions/unit.yaml": UNIT,
            KASI: jabatan(
                indikator("ikut", "sekcam.surat", variabel=""),
                indikator("tamu_undangan_resmi", "a", satuan="orang", variabel=new),
                nama="Kepala Seksi Umum",
                atasan="sekcam",
            ),
            TARGET: FILES[TARGET].replace("surat: 10", "surat: 9").replace("rapat: 4", "tamu_undangan_resmi: 5"),
            "realisasi/2019/data.csv": FILES["realisasi/2019/data.csv"] + "kasi,tamu_undangan_resmi,a,2019,5\n",
        },
    )
    change(KASI, "Nama tamu_undangan_resmi.", "Banyaknya undangan yang datang.")
    change(KASI, "penjelasan: Penjelasan.\n        formula: a\n", "penjelasan: Dihitung.\n        formula: a\n")
    found = compared(iki)
    assert definitions(found) == [
        ("ditambah", "kasi", "tamu_undangan_resmi", "indikator"),
        ("dihapus", "kasi", "rapat", "indikator"),
        ("target", "sekcam", "surat", "target 2019"),
        ("target", "kasi", "tamu_undangan_resmi", "target 2019"),
        ("target", "kasi", "rapat", "target 2019"),
    ]
    assert (found["dapat_capaian"], found["hilang_capaian"]) == (["kasi.tamu_undangan_resmi"], ["kasi.rapat"])
    by_target = [each for each in found["angka"] if each["indikator"] == "surat"]
    assert [(each["hal"], each["sebelum"], each["sesudah"], each["sebab"]) for each in by_target] == [
        ("target", "10", "9", ["target 2019 dari 10 menjadi 9"]),
        ("capaian", "90", "100", ["target 2019 dari 10 menjadi 9"]),
    ]


def test_another_rule_set(riwayat: Path, iki: Iki) -> None:
    change("definitions/unit.yaml", "pimpinan:", "aturan: {2019: kemenkeu}\npimpinan:")
    found = compared(iki)
    assert definitions(found) == [("aturan", None, None, "aturan 2019")]
    assert found["ringkasan"]["predikat"] == len(found["predikat"]) > 0
    assert found["angka"] == []
    assert [each for each in found["predikat"] if "aturan 2019 ditambah" not in each["sebab"]] == []


def test_a_revision_that_does_not_validate(riwayat: Path, iki: Iki) -> None:
    right = Path(SEKCAM).read_text(encoding="utf-8")
    change(SEKCAM, "hari_kerja - absen / pegawai", "hari_kerja - tidak_ada")
    commit(riwayat, "rusak")
    Path(SEKCAM).write_text(right, encoding="utf-8")
    ran = iki("dampak", "rusak")
    assert ran.code == 0
    assert "definisi rusak memuat galat" in ran.out
    assert "  definitions/jabatan/sekcam.yaml:11:32: IKI309: variabel `tidak_ada` tidak dideklarasikan" in ran.out
    found = compared(iki, "rusak")
    assert found["galat_revisi"] == 1
    assert definitions(found)[0] == ("formula", "sekcam", "hadir", "formula")
    assert (found["angka"], found["ringkasan"]["angka"]) == (None, None)
    assert iki("dampak", "rusak", "--gagal-jika", "predikat").code == 1  # it cannot be shown to be harmless


def test_errors_of_today_stop_it(riwayat: Path, iki: Iki) -> None:
    change(SEKCAM, "hari_kerja - absen / pegawai", "hari_kerja - tidak_ada")
    ran = iki("dampak")
    assert (ran.code, ran.out) == (1, "")
    assert "definisi memuat galat" in ran.err


def test_the_working_tree_and_the_index_stay_as_they_are(riwayat: Path, iki: Iki) -> None:
    change(SEKCAM, "formula: a\n", "formula: a * 2\n")
    before = files_below(riwayat)
    iki("dampak", "awal")
    assert files_below(riwayat) == before


def test_an_office_within_a_larger_repository(tmp_path: Path, iki: Iki) -> None:
    lay_out(tmp_path / "kantor ä" / "satu", FILES)
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "awal")
    folder = tmp_path / "kantor ä" / "satu"
    (folder / KASI).write_text((folder / KASI).read_text("utf-8").replace("Kepala", "Ketua"), "utf-8")
    ran = iki("dampak", "awal", "--akar", folder, "--format", "json")
    assert [each["hal"] for each in json.loads(ran.out)["definisi"]] == ["nama jabatan"]


def test_links_in_the_history_are_not_followed(riwayat: Path, iki: Iki) -> None:
    lay_out(riwayat.parent / "luar", {"x.yaml": FILES[KASI]})
    (riwayat / "definitions/jabatan/tautan.yaml").symlink_to(riwayat.parent / "luar/x.yaml")
    commit(riwayat, "tertaut")
    (riwayat / "definitions/jabatan/tautan.yaml").unlink()
    found = compared(iki, "tertaut")
    assert found["definisi"] == []


def test_a_history_without_a_commit(tmp_path: Path, iki: Iki, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, FILES)
    git(tmp_path, "init", "-q")
    monkeypatch.chdir(tmp_path)
    ran = iki("dampak")
    assert (ran.code, ran.out) == (3, "")
    assert "belum ada komit\n     saran: simpan dahulu keadaan yang hendak dibandingkan" in ran.err


@pytest.mark.parametrize("revision", ["tidak-ada", "--output=x", "HEAD~9", "", "awal:definitions"])
def test_unknown_revisions(riwayat: Path, iki: Iki, revision: str) -> None:
    ran = iki("dampak", "--", revision)
    assert ran.code == 3
    assert f"revisi `{revision}` tidak ada di riwayat git" in ran.err
    assert sorted(path.name for path in riwayat.iterdir()) == [".git", "definitions", "realisasi"]


def test_an_office_that_git_does_not_keep(kantor: Path, iki: Iki) -> None:
    ran = iki("dampak")
    assert ran.code == 3
    assert "tidak tersimpan di git" in ran.err


def test_a_repository_that_git_does_not_read(riwayat: Path, iki: Iki) -> None:
    (riwayat / ".git/HEAD").write_text("rusak\n", encoding="utf-8")
    ran = iki("dampak")
    assert ran.code == 3
    assert ran.err.startswith("iki: git gagal: fatal: ")
    assert "git init" not in ran.err


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("GIT_DIR", ".git"),
        ("GIT_WORK_TREE", ""),
        ("GIT_INDEX_FILE", ".git/index"),
        ("GIT_OBJECT_DIRECTORY", ".git/objects"),
    ],
)
def test_the_repository_that_a_hook_runs_in_is_not_asked(
    riwayat: Path,
    iki: Iki,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    place: str,
) -> None:
    change(SEKCAM, "formula: a\n", "formula: a * 2\n")
    expected = compared(iki)
    other = kept(tmp_path_factory.mktemp("lain"), {"lain.txt": "lain"})
    monkeypatch.setenv(name, str(other / place))
    assert compared(iki) == expected


def test_a_revision_before_the_office(riwayat: Path, iki: Iki) -> None:
    git(riwayat, "checkout", "-q", "--orphan", "kosong")
    git(riwayat, "rm", "-rq", "--cached", ".")
    git(riwayat, "commit", "-q", "--allow-empty", "-m", "kosong")
    ran = iki("dampak", "kosong")
    assert ran.code == 3
    assert "belum memuat kantor ini" in ran.err


def test_without_git(riwayat: Path) -> None:
    ran = process("dampak", cwd=riwayat, env={"PATH": str(riwayat)})
    assert ran.code == 3
    assert "git tidak ditemukan" in ran.err
    assert "Traceback" not in ran.err


def test_the_comment_for_a_merge_request(riwayat: Path, iki: Iki) -> None:
    change(SEKCAM, "formula: a\n", "formula: a * 2\n")
    change(SEKCAM, "nama: Nama surat.", "nama: Nama <b>`surat`</b> | {{7*7}}.")
    ran = iki("dampak", "--format", "md")
    assert ran.code == 0
    komit = git(riwayat, "rev-parse", "HEAD")[:10]
    assert ran.out == COMMENT.replace("KOMIT", komit)


@pytest.mark.parametrize("text", ["a `` <b>c</b>", "`<b>`", "``` <b> ` <b> `` <b>"])
def test_nothing_acts_in_a_comment(riwayat: Path, iki: Iki, text: str) -> None:
    change(SEKCAM, "nama: Nama surat.", f"nama: 'Nama {text}'")
    comment = iki("dampak", "--format", "md").out
    shown = MarkdownIt("commonmark").enable("table").render(comment)
    assert "<b>" not in shown
    assert f"<code>Nama {escape(text, quote=False)}</code>" in shown


def test_a_history_that_is_not_whole(riwayat: Path, iki: Iki) -> None:
    name = git(riwayat, "rev-parse", f"awal:{KASI}").strip()
    (riwayat / ".git/objects" / name[:2] / name[2:]).unlink()
    ran = iki("dampak", "awal")
    assert (ran.code, ran.out) == (3, "")
    assert "riwayat git ini tidak utuh" in ran.err


COMMENT = """\
### Dampak perubahan definisi

Kecamatan Uji \\| Tahun 2019 \\| definisi sekarang terhadap HEAD (KOMIT)

**2 perubahan definisi; angka 2 indikator berubah; 1 predikat berganti; 3 rata-rata bergeser.**

#### Predikat yang berganti

| | Hal | Sebelum | Sesudah | Sebab |
|---|---|---:|---:|---|
| `sekcam.surat` | predikat | Tinggi | Sangat Tinggi | formula dari a menjadi a \\* 2 |

#### Rata-rata yang bergeser

| | Hal | Sebelum | Sesudah | Sebab |
|---|---|---:|---:|---|
| `sekcam` | capaian | 95,38 | 140,38 | capaian sekcam.surat |
| `kasi` | capaian | 93,75 | 150 | capaian kasi.ikut |
| `kantor` | capaian | 94,57 | 145,19 | rata-rata sekcam, kasi |

#### Angka yang berubah

| | Hal | Sebelum | Sesudah | Sebab |
|---|---|---:|---:|---|
| `sekcam.surat` | realisasi | 9 | 18 | formula dari a menjadi a \\* 2 |
| `sekcam.surat` | capaian | 90 | 180 | formula dari a menjadi a \\* 2 |
| `kasi.ikut` | realisasi | 9 | 18 | \\`sekcam.surat\\`: formula dari a menjadi a \\* 2 |
| `kasi.ikut` | capaian | 112,5 | 225 | \\`sekcam.surat\\`: formula dari a menjadi a \\* 2 |

#### Perubahan yang dapat mengubah angka

**`sekcam.surat`**

- formula
  - sebelum: `a`
  - sesudah: `a * 2`

<details><summary>Perubahan teks, susunan dan pemeriksaan (1)</summary>

**`sekcam.surat`**

- teks: nama
  - sebelum: `Nama surat.`
  - sesudah: ``Nama <b>`surat`</b> | {{7*7}}.``

</details>
"""


def test_the_screen_says_it_too(riwayat: Path, iki: Iki) -> None:
    change(SEKCAM, "formula: a\n", "formula: a * 2\n")
    ran = iki("dampak")
    lines = ran.out.splitlines()
    assert lines[1] == "1 perubahan definisi; angka 2 indikator berubah; 1 predikat berganti; 3 rata-rata bergeser."
    assert "      - a" in lines
    assert "      + a * 2" in lines
    assert "  sekcam.surat  capaian       90 -> 180  formula dari a menjadi a * 2" in lines


def test_two_runs_are_equal(riwayat: Path) -> None:
    change(SEKCAM, "formula: a\n", "formula: a * 2\n")
    runs = [process("dampak", cwd=riwayat, env={"PYTHONHASHSEED": seed, "PATH": os.environ["PATH"]}) for seed in "12"]
    assert runs[0].code == 0
    assert runs[0] == runs[1]
