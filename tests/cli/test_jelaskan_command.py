"""`iki jelaskan`: the derivation of a number, down to file and row, and what would fill what is missing."""

import json
from pathlib import Path

import pytest
from kantor_uji import UNIT, csv, indikator, jabatan, lay_out
from perintah_uji import Iki, files_below

HADIR = "d: {nama: Hari hadir, satuan: orang hari, periode: triwulan}"
FILES = {
    "definitions/unit.yaml": (
        f"{UNIT}variabel:\n  pegawai: {{nama: Pegawai, satuan: orang, agregasi: rata, periode: bulan}}\n"
        "  hari_kerja: {nama: Hari kerja, satuan: hari, tetapan: 240}\n"
    ),
    "definitions/jabatan/sekcam.yaml": jabatan(
        indikator("hadir", "d / (hari_kerja * pegawai) * 100", "bobot: 60\ntafsir: Dibaca begini.",
                  satuan="persen", variabel=HADIR),
        indikator("kesalahan", "a", "bobot: 40", polaritas="turun"),
    ),
    "definitions/jabatan/kasi.yaml": jabatan(
        indikator("ikut", "sekcam.hadir", satuan="persen", variabel=""),
        indikator("rentang"),
        indikator("tanpa_target"),
        indikator("tak_berlaku"),
        indikator("bawaan", extra='target: ">= 4"'),
        indikator("tumbuh", "jika(lalu(a) > 0, a / lalu(a), 1.25)", satuan="rasio"),
        nama="Seksi Uji", atasan="sekcam",
    ),
    "definitions/aturan/uji.yaml": (
        "aturan: Kaidah Uji\ndasar: [{dibaca: Peraturan A}, {kutipan: Peraturan B}]\n"
        "capaian: {naik: realisasi / target * 100, turun: (2 * target - realisasi) / target * 100, stabil: realisasi}\n"
        "batas: {bawah: 0, atas: 110}\n"
        "target_nol: {naik: tidak_dihitung, turun_nol: 100, turun_lebih: 0, stabil: tidak_dihitung}\n"
        "predikat: [{nama: Baik, dari: 80}, {nama: Kurang, dari: 0}]\n"
    ),
    "definitions/perjanjian/2019.yaml": (
        "tahun: 2019\ntarget:\n  sekcam: {hadir: 70, kesalahan: 0}\n"
        "  kasi: {ikut: {tahun: 90, triwulan: [60, 70, 80, 90]}, rentang: 2..4, tak_berlaku: {tidak_berlaku: dihapus}, "
        "tumbuh: 2}\n"
        "perubahan:\n  - {tanggal: 2019-05-02, dasar: Perubahan anggaran., target: {sekcam: {hadir: 75}}}\n"
    ),
    "realisasi/2019/isian.csv": csv(
        ",,pegawai,2019-TW1,20", ",,pegawai,2019-04,17", "sekcam,hadir,d,2019-TW1,1100",
        "sekcam,hadir,d,2019-TW2,1000.5",
        "sekcam,kesalahan,a,2019-01,2", "kasi,rentang,a,2019-S1,5", "kasi,tanpa_target,a,2019-S1,1",
        "kasi,bawaan,a,2019-S1,3", "kasi,tumbuh,a,2019-S1,7",
    ),
    "realisasi/2018/isian.csv": csv("kasi,tumbuh,a,2018-S1,3", "kasi,rentang,a,2018-S1,1", "bubar,x,a,2018,1"),
    "realisasi/2019/jurnal.jsonl": json.dumps(
        {"waktu": "2019-07-01T02:03:04Z", "jabatan": "sekcam", "indikator": "hadir", "variabel": "d",
         "berkas": "hadir.xlsx", "sidik": "ab", "lembar": "Isian", "alasan": "salah hitung", "periode": ["2019-TW2"],
         "lama": ["1000"], "baru": ["1000.5"], "baris": [7], "kolom": ["D"]}
    ) + "\n",
}  # fmt: skip


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path, FILES | {"definitions/unit.yaml": FILES["definitions/unit.yaml"] + "aturan: {2019: uji}\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


WHOLE = """\
sekcam.hadir: Nama hadir
  Sekretaris, Sampai dengan Triwulan II 2019
  Predikat: Baik
    mulai 80; dibaca dari 110
  Capaian: 110 persen
    Bentuk naik: realisasi ÷ target × 100 = 90,930736 ÷ 75 × 100
    Batas: hasil bentuknya 121,24, dibatasi paling tinggi 110
    capaian sementara: data 4 dari 6 bulan
    terhadap target setahun; target tidak dibagi menurut periode
  Dalam rata-rata jabatan: bobot 60 dari 100 yang dihitung; rata-ratanya 66 persen
  Aturan: uji, Kaidah Uji, definitions/aturan/uji.yaml
    capaian paling rendah 0, paling tinggi 110; dibulatkan 2 desimal saat ditampilkan
    Dasar, naskahnya dibaca: Peraturan A
    Dasar, dari kutipan: Peraturan B
  Target: 75 persen
    Perjanjian Kinerja Perubahan 2 Mei 2019 (Perubahan anggaran); semula 70, definitions/perjanjian/2019.yaml baris 6
  Polaritas: naik (makin tinggi makin baik)
  Realisasi: 90,93 persen (persisnya 21005/231)
    Formula: Hari hadir ÷ (Hari kerja × Pegawai) × 100, definitions/jabatan/sekcam.yaml baris 11
    Dengan nilainya: 2.100,5 ÷ (120 × 19,25) × 100
      120 hari × 19,25 orang = 2.310 orang hari
      2.100,5 orang hari ÷ 2.310 orang hari ≈ 0,909307
      0,909307 × 100 ≈ 90,930736 persen
    Tafsir: Dibaca begini.
  Yang dimasukkan
    Hari hadir (d): 2.100,5 orang hari
      jumlah dari 2 isian
      Triwulan I 2019: 1.100, realisasi/2019/isian.csv baris 4
      Triwulan II 2019: 1.000,5, realisasi/2019/isian.csv baris 5
        diimpor 1 Juli 2019 pukul 02.03 UTC dari hadir.xlsx[Isian]!D7, mengganti 1000: salah hitung
    Hari kerja (hari_kerja): 120 hari
      variabel bersama; tetapan 240 setahun, dihitung 6 dari 12 bulan
    Pegawai (pegawai): 19,25 orang
      variabel bersama; rata-rata menurut bulan dari 2 isian
      Triwulan I 2019: 20, realisasi/2019/isian.csv baris 2
      April 2019: 17, realisasi/2019/isian.csv baris 3
      Belum ada: Mei s.d. Juni 2019
        isi `pegawai` lewat formulir `iki templat --jabatan sekcam --tahun 2019`, lalu `iki impor BERKAS`
        tempatnya realisasi/2019/unit.csv
"""


def explained(iki: Iki, *arguments: str) -> str:
    ran = iki("jelaskan", *arguments, "--tahun", "2019", "--sampai", "TW2")
    assert ran.code == 0
    return ran.out


def test_the_whole_derivation(iki: Iki) -> None:
    assert explained(iki, "sekcam.hadir") == WHOLE


@pytest.mark.parametrize(
    ("indikator", "lines"),
    [
        ("kasi.rentang", ["    Cara: realisasi di luar target 2–4; dihitung terhadap batas yang terlewati, 4",
                          "    Bentuk naik: realisasi ÷ target × 100 = 5 ÷ 4 × 100",
                          "    Batas: hasil bentuknya 125, dibatasi paling tinggi 110",
                          "  tahun lalu 1 dokumen; dihitung dengan definisi sekarang"]),
        ("kasi.tanpa_target", ["  Target: belum ada",
                               "    tulis di definitions/perjanjian/2019.yaml, di bawah `target`: "
                               "`kasi: {tanpa_target: ...}`",
                               "  Dalam rata-rata jabatan: tidak ikut, juga tidak sebagai nol; rata-rata 4 indikator "
                               "lain 101,25 persen"]),
        ("kasi.tak_berlaku", ["  Target: tidak berlaku, definitions/perjanjian/2019.yaml baris 4"]),
        ("kasi.bawaan", ["    ditetapkan keputusan sendiri, definitions/jabatan/kasi.yaml baris 51"]),
        ("kasi.tumbuh", ["      7 dokumen ÷ 3 dokumen ≈ 2,333333",
                         "      jika 3 dokumen > 0: ya, yang pertama ≈ 2,333333 rasio",
                         "      Semester I 2018: 3, realisasi/2018/isian.csv baris 2"]),
        ("sekcam.kesalahan", ["    Cara: target nol, terlewati: bentuk turun tidak memberi angka; menurut aturan "
                              "dihitung 0",
                              "    target nol terlewati; disebut tersendiri di samping rata-rata",
                              "      Belum ada: Februari s.d. Juni 2019"]),
        ("kasi.ikut", ["    rencana aksi: tingkat pada akhir Triwulan II 2019",
                       "    Terhadap target setahun: 101,03 persen (persisnya 210050/2079)",
                       "      hasil indikator sekcam.hadir", "dirujuk formula di atas: sekcam.hadir: Nama hadir"]),
    ],
)  # fmt: skip
def test_what_is_said(iki: Iki, indikator: str, lines: list[str]) -> None:
    assert [line for line in lines if line not in explained(iki, indikator).splitlines()] == []


def test_nothing_is_asked_for_where_the_indicator_does_not_apply(iki: Iki) -> None:
    assert "Belum ada:" not in explained(iki, "kasi.tak_berlaku")


def test_a_reference_is_explained_once(iki: Iki) -> None:
    assert explained(iki, "kasi", "sekcam").count("sekcam.hadir: Nama hadir") == 1
    assert "dirujuk" not in explained(iki, "sekcam.hadir", "kasi.ikut")


def test_an_entry_of_the_journal_counts_only_for_the_figure_it_tells_of(iki: Iki, office: Path) -> None:
    table = office / "realisasi/2019/isian.csv"
    table.write_text(table.read_text("utf-8").replace("1000.5", "1001"), encoding="utf-8")
    assert "diimpor" not in explained(iki, "sekcam.hadir")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("sekcam.hadr", "mungkin maksud Anda `sekcam.hadir`"),
        ("sekcm", "mungkin maksud Anda `sekcam`"),
        ("tumbuh", "mungkin maksud Anda `kasi.tumbuh`"),
        ("???", "tulis `jabatan.indikator`, misalnya kasi.ikut, kasi.rentang, kasi.tanpa_target"),
    ],
)
def test_a_mistyped_name(iki: Iki, word: str, hint: str) -> None:
    ran = iki("jelaskan", word, "--tahun", "2019")
    assert ran == (2, "", f"iki: indikator atau jabatan `{word}` tidak ada\n     saran: {hint}\n")


def test_as_json(iki: Iki) -> None:
    told = json.loads(explained(iki, "kasi.ikut", "sekcam.kesalahan", "--format", "json"))
    assert list(told) == ["versi", "tahun", "sampai", "unit", "aturan", "indikator", "rujukan"]
    assert told["aturan"] == {
        "id": "uji", "nama": "Kaidah Uji", "berkas": "definitions/aturan/uji.yaml",
        "batas": {"bawah": "0", "atas": "110"}, "dasar": [{"dibaca": "Peraturan A"}, {"kutipan": "Peraturan B"}],
    }  # fmt: skip
    ikut, kesalahan = told["indikator"]
    (hadir,) = told["rujukan"]
    assert (ikut["masukan"][0]["rujukan"], ikut["masukan"][0]["nilai"]) == ("sekcam.hadir", "21005/231")
    assert ikut["asal_target"]["rencana"] == "2019-TW2"
    assert kesalahan["cara"] == {
        "jenis": "target_nol", "bentuk": "(2 × target − realisasi) ÷ target × 100", "berisi": None, "terhadap": "0",
        "sebelum_batas": "0", "nol_terlewati": True,
    }  # fmt: skip
    assert hadir["asal_target"] == {
        "berkas": "definitions/perjanjian/2019.yaml", "baris": 6, "perjanjian": 2019, "tanggal": "2019-05-02",
        "dasar": "Perubahan anggaran.", "semula": "70", "rencana": None, "terburuk": None,
    }  # fmt: skip
    assert hadir["formula"]["langkah"][0] == {
        "hitungan": "120 hari × 19,25 orang", "nilai": "2310", "satuan": "orang hari"
    }  # fmt: skip
    days, _, people = hadir["masukan"]
    assert days["isian"][1]["impor"]["waktu"] == "2019-07-01T02:03:04Z"
    assert people["kurang"] == {"periode": ["2019-05", "2019-06"], "berkas": "realisasi/2019/unit.csv"}


def test_nothing_is_written(iki: Iki, office: Path) -> None:
    before = files_below(office)
    explained(iki, "kasi", "sekcam")
    assert files_below(office) == before
