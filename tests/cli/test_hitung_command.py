"""`iki hitung`: the table, JSON and CSV of a small office, and when there is no number at all."""

import csv as reader
import io
import json
from pathlib import Path

import pytest
from perintah_uji import KANTOR, Iki, files_below
from skema_uji import against

TABLE = """\
Kecamatan Uji | Tahun 2019 | aturan lkjip

Sekretaris [red]Kecamatan[/red] (sekcam): 50 Sangat Rendah
  surat           95  95 persen     100  Sangat Tinggi
  aduan            0  3 dokumen       0  Sangat Rendah, target nol terlewati
  arsip               7 dokumen          belum ada target
  rapat            4                     belum ada data
  tamu            90                     pembagi nol
  kas                                    tidak berlaku, belum ada kas
  stabil           0  1 dokumen          tidak dihitung

Kepala Seksi Umum (kasi_umum): 78,33 Tinggi
  laporan         12  5 dokumen   41,67  Sangat Rendah, data 6 dari 12 bulan
  kunjungan  0,5–1,5  2 dokumen  133,33  Sangat Tinggi

Capaian: 64,17 (Rendah), rata-rata jabatan; 4 indikator dihitung, 4 tanpa capaian.
Target nol terlewati, dihitung menurut aturan: sekcam.aduan.
1 indikator memakai data yang belum lengkap; capaiannya sementara.
"""

CSV = """\
tahun,sampai,jabatan,indikator,sasaran,nama,satuan,polaritas,bobot,target,target_tahun,realisasi,capaian,\
capaian_tahun,predikat,keadaan,cakupan,contoh
2019,2019-TW2,kasi_umum,laporan,Baik.,Nama laporan.,dokumen,naik,60,6,12,5,83.33,41.67,Tinggi,dihitung,6/6,false
2019,2019-TW2,kasi_umum,kunjungan,Baik.,Nama kunjungan.,dokumen,naik,40,0.5..1.5,0.5..1.5,1,100,100,Sangat Tinggi,\
dihitung,6/6,false
"""


@pytest.mark.usefixtures("kantor")
def test_the_table(iki: Iki) -> None:
    assert iki("hitung", "--tahun", "2019") == (0, TABLE, "")
    assert iki("hitung", "--tahun", "2019", "--sampai", "2019") == (0, TABLE, "")
    assert iki("hitung", "--tahun", "2019", "--format", "tabel") == (0, TABLE, "")


@pytest.mark.usefixtures("kantor")
def test_as_csv(iki: Iki) -> None:
    assert iki("hitung", "--tahun=2019", "--sampai=TW2", "--jabatan=kasi_umum", "--format=csv") == (0, CSV, "")


@pytest.mark.usefixtures("kantor")
def test_as_json(iki: Iki) -> None:
    ran = iki("hitung", "--tahun", "2019", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    whole = json.loads(ran.out)
    assert list(whole) == ["versi", "tahun", "sampai", "unit", "aturan", "contoh", "ringkasan", "jabatan"]
    assert (whole["versi"], whole["tahun"], whole["sampai"], whole["contoh"]) == (1, 2019, "2019", False)
    assert whole["ringkasan"] == {"capaian": "64.17", "predikat": "Rendah", "dihitung": 4, "kosong": 4}
    assert [each["id"] for each in whole["jabatan"]] == ["sekcam", "kasi_umum"]
    assert whole["jabatan"][1]["indikator"][0] == {
        "id": "laporan",
        "sasaran": "Baik.",
        "nama": "Nama laporan.",
        "satuan": "dokumen",
        "polaritas": "naik",
        "bobot": "60",
        "target": "12",
        "target_tahun": "12",
        "realisasi": "5",
        "capaian": "41.67",
        "capaian_tahun": "41.67",
        "predikat": "Sangat Rendah",
        "keadaan": "dihitung",
        "cakupan": "6/12",
        "contoh": False,
        "persis": {"realisasi": "5", "capaian": "125/3"},
    }
    states = {one["id"]: one["keadaan"] for one in whole["jabatan"][0]["indikator"]}
    assert states == {
        "surat": "dihitung",
        "aduan": "dihitung",
        "arsip": "belum_ada_target",
        "rapat": "belum_ada_data",
        "tamu": "pembagi_nol",
        "kas": "tidak_berlaku",
        "stabil": "tidak_dihitung",
    }


@pytest.mark.usefixtures("kantor")
@pytest.mark.parametrize("format", ["tabel", "json", "csv"])
def test_several_jabatan_come_in_the_order_of_the_office(iki: Iki, format: str) -> None:
    both = iki("hitung", "--tahun=2019", "--format", format, "--jabatan", "kasi_umum", "--jabatan", "sekcam")
    assert both == iki("hitung", "--tahun=2019", "--format", format)
    twice = iki("hitung", "--tahun=2019", "--format", format, "--jabatan", "kasi_umum", "--jabatan", "kasi_umum")
    assert twice == iki("hitung", "--tahun=2019", "--format", format, "--jabatan", "kasi_umum")


@pytest.mark.usefixtures("kantor")
@pytest.mark.parametrize("sampai", ["TW2", "tw2", "S1", "06", "2019-TW2"])
def test_through_a_period(iki: Iki, sampai: str) -> None:
    ran = iki("hitung", "--tahun", "2019", "--sampai", sampai)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Kecamatan Uji | s.d. ")
    assert "  laporan          6  5 dokumen   83,33  Tinggi\n" in ran.out


@pytest.mark.usefixtures("kantor")
def test_a_year_without_anything_is_no_finding(iki: Iki) -> None:
    ran = iki("hitung", "--tahun", "2030")
    assert ran.code == 0
    assert "iki: belum ada Perjanjian Kinerja 2030\n     saran: tulis definitions/perjanjian/2030.yaml\n" in ran.err
    hint = "masukkan formulir `iki templat` dengan `iki impor`, atau letakkan CSV di realisasi/2030/"
    assert f"iki: belum ada realisasi 2030\n     saran: {hint}\n" in ran.err
    assert "Capaian: belum ada, rata-rata jabatan; 0 indikator dihitung, 9 tanpa capaian.\n" in ran.out
    assert "(sekcam): belum ada capaian\n" in ran.out


@pytest.mark.parametrize("format", ["tabel", "json", "csv"])
def test_an_error_in_the_definitions_gives_no_number(iki: Iki, kantor: Path, format: str) -> None:
    agreed = kantor / "definitions/perjanjian/2019.yaml"
    agreed.write_text("tahun: 2019\ntarget: {sekcam: {surat: 95,5}}\n", encoding="utf-8")
    ran = iki("hitung", "--tahun", "2019", "--format", format)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("definitions/perjanjian/2019.yaml:2:26: galat IKI112: ")
    assert "iki: tidak ada angka yang dihitung: definisi memuat galat\n" in ran.err


@pytest.mark.parametrize("format", ["tabel", "json", "csv"])
def test_an_error_in_the_rows_gives_no_number(iki: Iki, kantor: Path, format: str) -> None:
    table = kantor / "realisasi/2019/data.csv"
    table.write_text(table.read_text("utf-8") + "sekcam,surat,a,2019-TW1,1\nsekcam,rapat,a,2019,\x1b[31mx\n", "utf-8")
    ran = iki("hitung", "--tahun", "2019", "--format", format)
    assert (ran.code, ran.out) == (1, "")
    assert "realisasi/2019/data.csv:19:1: galat IKI407: " in ran.err
    assert "realisasi/2019/data.csv:20:21: galat IKI406: `<U+001B>[31mx` bukan angka" in ran.err
    assert "\x1b" not in ran.err
    assert ran.err.endswith("     saran: perbaiki galat di atas lebih dahulu\n")


def test_another_year_is_not_disturbed(iki: Iki, kantor: Path) -> None:
    (kantor / "realisasi/2018").mkdir()
    (kantor / "realisasi/2018/data.csv").write_text("rusak\n", encoding="utf-8")
    ran = iki("hitung", "--tahun", "2019")
    assert (ran.code, ran.out) == (0, TABLE)
    assert ran.err == (
        "iki: angka tahun lalu tidak ditampilkan: realisasi 2018 memuat galat\n"
        "     saran: periksa dengan `iki hitung --tahun 2018`\n"
    )


def test_warnings_stand_beside_the_numbers(iki: Iki, kantor: Path) -> None:
    table = kantor / "realisasi/2019/data.csv"
    table.write_text(table.read_text("utf-8").replace("TW1,3", "TW1,3.5"), encoding="utf-8")
    ran = iki("hitung", "--tahun", "2019", "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["jabatan"][1]["indikator"][0]["realisasi"] == "5.5"
    assert "peringatan IKI409" in ran.err
    assert ran.err.endswith("1 peringatan.\n")


def test_illustrative_numbers_say_so(iki: Iki, kantor: Path) -> None:
    table = kantor / "realisasi/2019/data.csv"
    head, *rows = table.read_text("utf-8").splitlines(keepends=True)
    mine = [row for row in rows if row.startswith("kasi_umum,laporan")]
    (kantor / "realisasi/2019/contoh.csv").write_text("".join([head, *mine]), encoding="utf-8")
    table.write_text("".join([head, *(row for row in rows if row not in mine)]), encoding="utf-8")
    ran = iki("hitung", "--tahun", "2019")
    second = ran.out.splitlines()[1]
    assert second == "ANGKA CONTOH: 1 indikator memakai target atau realisasi ilustrasi, bukan angka resmi."
    assert "Sangat Rendah, data 6 dari 12 bulan, angka contoh\n" in ran.out
    assert ran.out.count("angka contoh") == 1
    agreed = kantor / "definitions/perjanjian/2019.yaml"
    agreed.write_text("contoh: true\n" + agreed.read_text("utf-8"), encoding="utf-8")
    only = iki("hitung", "--tahun", "2019", "--jabatan", "kasi_umum")
    assert only.out.splitlines()[1] == "ANGKA CONTOH: target atau realisasinya ilustrasi, bukan angka resmi."
    assert "angka contoh" not in only.out


@pytest.mark.parametrize("name", ["=1+1", "+1", "-x", "@SUM(A1)", "=cmd|' /C calc'!A0", '="a,b"', "-1+1"])
def test_a_cell_never_becomes_a_formula(iki: Iki, kantor: Path, name: str) -> None:
    path = kantor / "definitions/jabatan/kasi_umum.yaml"
    quoted = json.dumps(name)
    path.write_text(path.read_text("utf-8").replace("nama: Nama laporan.", f"nama: {quoted}"), encoding="utf-8")
    ran = iki("hitung", "--tahun", "2019", "--format", "csv", "--jabatan", "kasi_umum")
    _, row, _ = reader.reader(io.StringIO(ran.out))
    assert row[5] == f"'{name}"


def test_names_come_out_as_themselves(iki: Iki, kantor: Path) -> None:
    path = kantor / "definitions/unit.yaml"
    path.write_text(path.read_text("utf-8").replace("Kecamatan Uji", "'[bold]A[/] \u202e\u200b:smile:'"), "utf-8")
    ran = iki("hitung", "--tahun", "2019")
    assert ran.out.startswith("[bold]A[/] <U+202E><U+200B>:smile: | Tahun 2019")


def test_nothing_is_written(iki: Iki, kantor: Path) -> None:
    before = files_below(kantor)
    for format in ("tabel", "json", "csv"):
        iki("hitung", "--tahun", "2019", "--format", format)
    assert files_below(kantor) == before
    assert {name: text.encode() for name, text in KANTOR.items()} == before


def test_errors_of_the_year_before_count_where_a_formula_looks_back(iki: Iki, kantor: Path) -> None:
    path = kantor / "definitions/jabatan/kasi_umum.yaml"
    path.write_text(path.read_text("utf-8").replace("formula: a\n", "formula: a + lalu(a)\n", 1), encoding="utf-8")
    table = kantor / "realisasi/2018/data.csv"
    table.parent.mkdir()
    header = "jabatan,indikator,variabel,periode,nilai\n"
    table.write_text(f"{header}kasi_umum,laporan,a,2018,7\nbubar,x,a,2018,1\n", encoding="utf-8")
    ran = iki("hitung", "--tahun", "2019", "--jabatan", "kasi_umum")
    assert ran.code == 0
    assert "2018/data.csv:3:1: peringatan IKI451: 1 baris tidak dipakai: `bubar.x.a` tidak ada di definisi" in ran.err
    assert "  laporan         12  12 dokumen     100  Sangat Tinggi" in ran.out
    table.write_text(f"{header}kasi_umum,laporan,a,2018,tujuh\n", encoding="utf-8")
    ran = iki("hitung", "--tahun", "2019")
    assert (ran.code, ran.out) == (1, "")
    assert "realisasi/2018/data.csv:2:26: galat IKI406" in ran.err
    assert "realisasi 2018 memuat galat" in ran.err


def test_last_year_stands_beside_this_year(iki: Iki, kantor: Path) -> None:
    header = "jabatan,indikator,variabel,periode,nilai\n"
    (kantor / "realisasi/2018").mkdir()
    (kantor / "realisasi/2018/data.csv").write_text(f"{header}kasi_umum,laporan,a,2018-TW1,4\n", encoding="utf-8")
    (kantor / "definitions/perjanjian/2018.yaml").write_text(
        "tahun: 2018\ntarget: {kasi_umum: {laporan: 8}}\n", encoding="utf-8"
    )
    table = iki("hitung", "--tahun=2019", "--sampai=TW1", "--jabatan=kasi_umum")
    assert (table.code, table.err) == (0, "")
    assert "100  Sangat Tinggi, tahun lalu 4 dokumen, capaian 50\n" in table.out
    assert table.out.endswith(
        "Tahun lalu, Januari s.d. Maret 2018: 50 (Sangat Rendah), dihitung dengan definisi sekarang; "
        "1 indikator tanpa capaian.\n"
    )
    rows = iki("hitung", "--tahun=2019", "--sampai=TW1", "--jabatan=kasi_umum", "--format=csv").out.splitlines()
    assert [row.split(",")[-2:] for row in rows] == [
        ["realisasi_tahun_lalu", "capaian_tahun_lalu"], ["4", "50"], ["", ""]
    ]  # fmt: skip
    told = iki("jelaskan", "kasi_umum.laporan", "--tahun=2019", "--sampai=TW1").out
    assert "  tahun lalu 4 dokumen, capaian 50; dihitung dengan definisi sekarang\n" in told


@pytest.mark.parametrize("sampai", ["2019", "TW1", "S1", "07"])
@pytest.mark.parametrize("year_before", [True, False])
def test_json_is_as_its_schema_says(iki: Iki, kantor: Path, sampai: str, year_before: bool) -> None:
    if year_before:
        (kantor / "realisasi/2018").mkdir()
        rows = "jabatan,indikator,variabel,periode,nilai\nsekcam,arsip,a,2018-S1,-0.5\n"
        (kantor / "realisasi/2018/data.csv").write_text(rows, encoding="utf-8")
    ran = iki("hitung", "--tahun", "2019", "--sampai", sampai, "--format", "json")
    whole = against("hitung.schema.json", ran.out)
    indicators = [one for jabatan in whole["jabatan"] for one in jabatan["indikator"]]
    assert len({one["keadaan"] for one in indicators}) > 2
    assert all(("tahun_lalu" in one) == year_before for one in indicators)
