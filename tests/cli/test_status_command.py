"""`iki status`: the grid, what to ask whom for, and the same for programs."""

import json
from datetime import date
from pathlib import Path

import pytest
from kantor_uji import csv, indikator, jabatan, lay_out
from perintah_uji import Iki

PER = ("--tahun", "2019", "--per", "2019-07-05")
MONTHLY = "a: {nama: Surat masuk, satuan: dokumen, periode: bulan}"
OFFICE = {
    "definitions/unit.yaml": (
        "unit: Kecamatan Uji\nkabupaten: Kabupaten Uji\nbatas_lapor: 10\nurutan: [sekcam, kasi_umum]\n"
        "pimpinan: {id: camat, jabatan: Camat, nama: Nama Camat}\n"
    ),
    "definitions/jabatan/sekcam.yaml": jabatan(indikator("x"), nama="Sekretaris [red]Uji[/red]"),
    "definitions/jabatan/kasi_umum.yaml": jabatan(
        indikator("x", variabel="a: {nama: Rapat, satuan: dokumen}"),
        indikator("y", variabel=MONTHLY),
        nama="Kepala Seksi Umum",
    ),
    "definitions/perjanjian/2019.yaml": "tahun: 2019\npejabat: {kasi_umum: {nama: RINA WATI}}\n",
    "realisasi/2019/isi.csv": csv(
        *(f"sekcam,x,a,2019-{n:02},1" for n in range(1, 6)), "kasi_umum,x,a,2019-TW1,1", "kasi_umum,y,a,2019-03,1"
    ),
}
GRID = """\
Kecamatan Uji | realisasi tahun 2019 | keadaan per 5 Juli 2019

           TW I         TW II        TW III       TW IV
           Jan Feb Mar  Apr Mei Jun  Jul Agu Sep  Okt Nov Des
sekcam     ■   ■   ■    ■   ■   □    ·   ·   ·    ·   ·   ·    5/6
kasi_umum  □!  □!  ■    □!  □!  □    ·   ·   ·    ·   ·   ·    2/8

■ lengkap  ▄ sebagian  □ kosong  · belum waktunya  ! terlambat (batas 10 hari)
24 kotak: 6 lengkap, 0 sebagian, 6 kosong, 12 belum waktunya; 4 terlambat.

Yang perlu diminta, yang paling lama tertunggak lebih dahulu:
  kasi_umum, terlambat 145 hari
    Kepala Seksi Umum (RINA WATI)
    Januari s.d. Februari dan April s.d. Juni: Surat masuk
    Triwulan II: Rapat
  sekcam, belum melewati batas lapor
    Sekretaris [red]Uji[/red]
    Juni: A
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path, OFFICE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_whole_state_as_text(iki: Iki, office: Path) -> None:
    assert iki("status", *PER) == (0, GRID, "")


def test_longer_periods_are_drawn_towards_their_end(iki: Iki, office: Path) -> None:
    lay_out(
        office,
        OFFICE
        | {"definitions/jabatan/kasi_umum.yaml": jabatan(indikator("x", variabel="a: {nama: Rapat, satuan: dokumen}"))},
    )
    (office / "realisasi/2019/isi.csv").write_text(csv("kasi_umum,x,a,2019-01,1"), encoding="utf-8")
    lines = iki("status", *PER, "--jabatan", "kasi_umum").out.splitlines()
    assert "kasi_umum  ─   ─   ▄!   ─   ─   □    ─   ─   ·    ─   ─   ·    0/2" in lines
    assert "    Februari s.d. Maret dan Triwulan II: Rapat" in lines


def test_through_a_period_and_of_one_jabatan(iki: Iki, office: Path) -> None:
    out = iki("status", *PER, "--sampai", "TW1", "--jabatan", "sekcam").out
    assert "realisasi s.d. Triwulan I 2019" in out
    assert "sekcam  ■   ■   ■    3/3\n" in out
    assert "kasi_umum" not in out and "Yang perlu diminta" not in out


def test_the_day_is_today_unless_said(iki: Iki, office: Path) -> None:
    assert json.loads(iki("status", "--format", "json").out)["per"] == date.today().isoformat()


def test_for_programs(iki: Iki, office: Path) -> None:
    told = json.loads(iki("status", *PER, "--format", "json").out)
    assert told["ringkasan"] == {"lengkap": 6, "sebagian": 0, "kosong": 6, "belum_waktunya": 12, "terlambat": 4}
    header, first, *rest = iki("status", *PER, "--format", "csv").out.splitlines()
    assert header == "per,jabatan,nama,pejabat,bulan,keadaan,hari_terlambat,ada,dari"
    assert first == "2019-07-05,sekcam,Sekretaris [red]Uji[/red],,2019-01,lengkap,0,1,1"
    assert len(rest) == 23


def test_an_office_without_any_value_is_told_how_to_start(iki: Iki, office: Path) -> None:
    (office / "realisasi/2019/isi.csv").unlink()
    out = iki("status", *PER).out
    assert "Belum ada satu pun isian realisasi 2019." in out
    assert "iki templat --semua formulir --tahun 2019" in out and "iki impor formulir" in out
    assert "□" not in out


def test_an_office_without_a_limit_is_told_so(iki: Iki, office: Path) -> None:
    unit = OFFICE["definitions/unit.yaml"].replace("batas_lapor: 10\n", "")
    lay_out(office, OFFICE | {"definitions/unit.yaml": unit})
    out = iki("status", *PER).out
    assert "Batas lapor belum ditulis (`batas_lapor` di unit.yaml)." in out
    assert "!" not in out and "terlambat" not in out
    assert "\n  kasi_umum\n    Kepala Seksi Umum" in out


def test_illustrative_values_are_said_to_be(iki: Iki, office: Path) -> None:
    (office / "realisasi/2019/isi.csv").rename(office / "realisasi/2019/contoh.csv")
    assert "\nANGKA CONTOH: " in iki("status", *PER).out


def test_errors_in_the_rows_give_no_state(iki: Iki, office: Path) -> None:
    lay_out(office, OFFICE | {"realisasi/2019/lain.csv": "jabatan\n"})
    ran = iki("status", *PER)
    assert (ran.code, ran.out) == (1, "")
    assert "galat IKI401" in ran.err and "iki: tidak ada angka yang diperiksa: realisasi 2019 memuat galat" in ran.err


def test_errors_in_the_definitions_give_no_state(iki: Iki, office: Path) -> None:
    lay_out(office, OFFICE | {"definitions/jabatan/sekcam.yaml": jabatan(indikator("x", "b"))})
    ran = iki("status", *PER)
    assert (ran.code, ran.out) == (1, "")
    assert "iki: tidak ada angka yang diperiksa: definisi memuat galat" in ran.err


def test_errors_in_the_analyses_are_shown_beside_the_state(iki: Iki, office: Path) -> None:
    lay_out(office, OFFICE | {"realisasi/2019/catatan.yaml": "analisis: {sekcm: {}}\n"})
    ran = iki("status", *PER)
    assert (ran.code, ran.out) == (1, GRID)
    assert "galat IKI430" in ran.err
    assert "iki: tidak ada angka yang dapat dilaporkan: catatan 2019 memuat galat" in ran.err


def test_nothing_is_asked_of_anyone(iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    variabel = "a: {nama: A, satuan: dokumen, tetapan: 3}"
    unit = "unit: Kantor\nkabupaten: Kabupaten\npimpinan: {id: camat, jabatan: Camat, nama: Nama}\n"
    lay_out(
        tmp_path,
        {"definitions/unit.yaml": unit, "definitions/jabatan/kasi.yaml": jabatan(indikator("i", variabel=variabel))},
    )
    monkeypatch.chdir(tmp_path)
    ran = iki("status", "--tahun", "2019", "--per", "2019-07-01")
    assert (ran.code, ran.out.splitlines()[2:]) == (
        0, ["Tidak ada isian yang diminta: formulanya hanya memakai tetapan atau angka indikator lain."]
    )  # fmt: skip


@pytest.mark.parametrize(
    "day", ["2019-7-5", "20190705", "2019-02-30", "kemarin", "2019-07-05T00", "2019-W27-5", "２０１９-07-05"]
)
def test_what_is_no_day_is_refused(iki: Iki, office: Path, day: str) -> None:
    ran = iki("status", "--tahun", "2019", "--per", day)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        f"iki: opsi `--per`: `{day}` bukan tanggal\n     saran: tulis tahun-bulan-hari, misalnya "
    )


@pytest.mark.parametrize("year", ["0001", "1944", "19", "20l9"])
def test_what_is_no_year_is_refused_with_one_of_the_office(iki: Iki, office: Path, year: str) -> None:
    ran = iki("status", "--tahun", year)
    assert ran == (
        2,
        "",
        f"iki: opsi `--tahun`: `{year}` bukan tahun\n     saran: tulis tahun dari 1945, misalnya 2019\n",
    )
    (office / "definitions/perjanjian/2019.yaml").unlink()
    assert f"misalnya {date.today().year}\n" in iki("status", "--tahun", year).err


def test_without_an_agreement_the_hint_names_this_year(iki: Iki, office: Path) -> None:
    (office / "definitions/perjanjian/2019.yaml").unlink()
    ran = iki("status")
    assert (ran.code, ran.out) == (2, "")
    assert f"tulis `--tahun {date.today().year}`" in ran.err
