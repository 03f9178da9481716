"""`iki audit`: a published table on the screen, for programs and as a page; what it refuses."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from kantor_uji import lay_out
from perintah_uji import Iki

from ikicli.cli import layar_audit
from ikicli.telaah.audit import Pilihan, audit_table

TABLE = """\
No;Indikator Kinerja;Polaritas;Target;Realisasi;Capaian (%);Predikat;Catatan
1;Pengaduan selesai;naik;80 - 90%;92%;113%;;
2;Aduan [red]masuk[/red];turun;10,0;8,0;120;Tinggi;
3;Cagar budaya;naik;46%;73,23%;159,19%;Sangat Tinggi;
4;Opini;;WTP;WTP;100;;
"""
SCREEN = """\
Audit tabel.csv

     Indikator                 Target  Realisasi  Tercetak  Hitungan
✗ 1  Pengaduan selesai       80 - 90%        92%      113%    102,22
     tidak ada pembulatan, batas atau bentuk lain yang menjelaskan angka ini; 92 / 90 × 100 =
     102,22, bukan 113
✓ 2  Aduan [red]masuk[/red]      10,0        8,0       120       120
≈ 3  Cagar budaya                 46%     73,23%   159,19%     159,2
     dipotong pada 2 desimal, tidak dibulatkan
· 4  Opini                        WTP        WTP       100         –
     target `WTP` bukan angka; realisasi `WTP` bukan angka

✓ cocok  ≈ cocok dengan pembulatan  ✗ beda  · tidak dapat dihitung
4 baris: 1 cocok, 1 cocok dengan pembulatan, 1 beda, 1 tidak dapat dihitung.
Catatan: kolom yang tidak diperiksa: `Catatan`.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path, {"tabel.csv": TABLE, "benar.csv": "Indikator,Target,Realisasi,Capaian\nA,10,9,90\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_table_as_text(iki: Iki, folder: Path) -> None:
    assert iki("audit", "tabel.csv") == (1, SCREEN, "")


def test_nothing_wrong(iki: Iki, folder: Path) -> None:
    ran = iki("audit", "benar.csv")
    assert (ran.code, ran.err) == (0, "")
    assert "Tidak ada angka yang terbukti keliru." in ran.out


def test_for_programs(iki: Iki, folder: Path) -> None:
    ran = iki("audit", "tabel.csv", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    told = json.loads(ran.out)
    assert [(each["no"], each["putusan"], each["terbit"], each["hitung"]) for each in told["baris"]] == [
        (1, "beda", "113%", "102.22"),
        (2, "cocok", "120", "120"),
        (3, "cocok_pembulatan", "159,19%", "159.2"),
        (4, "tidak_dapat_dihitung", "100", None),
    ]
    assert told["baris"][1]["indikator"] == "Aduan [red]masuk[/red]"
    assert told["ringkasan"] == {
        "baris": 4,
        "cocok": 1,
        "cocok_pembulatan": 1,
        "beda": 1,
        "tidak_dapat_dihitung": 1,
    }


def test_as_csv(iki: Iki, folder: Path) -> None:
    ran = iki("audit", "tabel.csv", "--format", "csv", "--keluaran", "hasil.csv")
    assert ran == (1, "hasil.csv\n", "")
    lines = (folder / "hasil.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "no,baris,indikator,target,realisasi,putusan,terbit,hitung,sebab"
    assert lines[2] == '2,3,Aduan [red]masuk[/red],"10,0","8,0",cocok,120,120,'


def test_as_a_page(iki: Iki, folder: Path) -> None:
    (folder / "tabel.csv").write_text(TABLE.replace("Opini", "<script>Opini"), encoding="utf-8")
    assert iki("audit", "tabel.csv", "--format", "html", "--keluaran", "audit.html").code == 1
    page = (folder / "audit.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;Opini" in page
    assert page.index("Yang Berbeda") < page.index("92 / 90 × 100 = 102,22") < page.index("Semua Baris")
    iki("audit", "tabel.csv", "--format", "html", "--keluaran", "lagi.html")
    assert (folder / "lagi.html").read_text(encoding="utf-8") == page


def test_options_that_decide(iki: Iki, folder: Path) -> None:
    def verdicts(*options: str) -> list[str]:
        return [
            each["putusan"] for each in json.loads(iki("audit", "tabel.csv", *options, "--format", "json").out)["baris"]
        ]

    assert verdicts("--batas-atas", "110")[1:3] == ["beda", "beda"]
    assert verdicts("--polaritas", "naik")[1] == "beda"
    assert verdicts("--aturan", "lkjip")[1:3] == ["beda", "cocok_pembulatan"]


def test_the_predikat_is_held_against_the_bands_of_a_rule_set(iki: Iki, folder: Path) -> None:
    told = json.loads(iki("audit", "tabel.csv", "--aturan", "lkjip", "--format", "json").out)
    assert told["baris"][1]["sebab"] == "predikat keliru: 120 menurut aturan lkjip Sangat Tinggi, bukan Tinggi"


def test_a_rule_set_of_the_office(iki: Iki, kantor: Path) -> None:
    lay_out(kantor, {"tabel.csv": TABLE, "definitions/aturan/sendiri.yaml": OWN})
    told = json.loads(iki("audit", "tabel.csv", "--aturan", "sendiri", "--format", "json").out)
    assert [each["putusan"] for each in told["baris"]][:3] == ["beda", "cocok_pembulatan", "beda"]
    assert told["baris"][1]["sebab"] == "dihitung dengan bentuk A, (2 × target − realisasi) / target"
    assert told["baris"][2]["sebab"].startswith("batas atas 125 tidak diterapkan")


OWN = """\
aturan: Sendiri
dasar: [{kutipan: Contoh}]
capaian:
  naik: realisasi / target * 100
  turun: target / realisasi * 100
batas: {bawah: 0, atas: 125}
target_nol: {naik: tidak_dihitung, turun_nol: 100, turun_lebih: 0, stabil: tidak_dihitung}
"""


REFUSED = [
    (("tidak_ada.csv",), 3, "tidak_ada.csv tidak ada"),
    (("judul.csv",), 3, "judul kolom `Realisasi`, `Capaian` tidak ditemukan"),
    (("kosong.csv",), 3, "berkas ini kosong"),
    (("tanpa_baris.csv",), 3, "tidak ada baris di bawah judul kolom ini"),
    (("rusak.xlsx",), 3, "bukan lembar kerja"),
    (("tabel.csv", "--batas-atas", "banyak"), 2, "`banyak` bukan angka persen"),
    (("tabel.csv", "--aturan", "lkjp"), 2, "mungkin maksud Anda `lkjip`"),
    (("tabel.csv", "--polaritas", "atas"), 2, "`atas` bukan pilihan"),
    (("tabel.csv", "--format", "json", "--keluaran", "a.html"), 2, "tambahkan `--format html`"),
    ((), 2, "TABEL"),
]


@pytest.mark.parametrize(("words", "code", "said"), REFUSED)
def test_what_is_refused(iki: Iki, folder: Path, words: tuple[str, ...], code: int, said: str) -> None:
    files = {"judul.csv": "Laporan\nIndikator;Target;Hasil kerja\nA;1;1\n", "kosong.csv": "", "rusak.xlsx": "bukan"}
    lay_out(folder, files | {"tanpa_baris.csv": "Indikator;Target;Realisasi;Capaian\n"})
    ran = iki("audit", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


def test_a_finding_names_the_columns_that_are_wanted(iki: Iki, folder: Path) -> None:
    lay_out(folder, {"judul.csv": "Laporan\nIndikator;Target;Hasil kerja\nA;1;1\n"})
    err = iki("audit", "judul.csv").err
    assert "judul.csv!A2: galat IKI422" in err
    assert "Indikator, Target, Realisasi, Capaian" in err


def test_on_a_terminal_every_line_fits(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    layar_audit.draw(audit_table(folder / "tabel.csv", Pilihan()))
    shown = capsys.readouterr().out.splitlines()
    assert max(map(len, shown)) <= 72
    assert any(line.startswith("✗ 1  Pengaduan") for line in shown)


TITLES = [
    "Indikator;Target;Realisasi;Capaian",
    "INDIKATOR KINERJA UTAMA;TARGET 2019;REALISASI 2019;CAPAIAN (%)",
    "Indikator Kinerja;Target;Realisasi;% Capaian",
    "indikator;target;realisasi;capaian_published",
    "Indikator;Target;Realisasi;%",
    "Indikator Sasaran;Target Tahun 2019;Realisasi s.d. Desember;Tingkat Capaian",
    "Indikator;Target;Realisasi;Persentase Capaian (%)",
    "Tabel 3.1 Capaian Kinerja;;;\nIndikator;Target;Realisasi;Capaian\n(1);(2);(3);(4)",
    "Indikator;Kinerja;;\n;Target;Realisasi;Capaian",
]


@pytest.mark.parametrize("titles", TITLES)
def test_titles_as_reports_have_them(folder: Path, titles: str) -> None:
    (folder / "judul.csv").write_text(f"{titles}\nSurat;10;9;90\n", encoding="utf-8")
    (row,) = audit_table(folder / "judul.csv", Pilihan()).baris
    assert (row.indikator, row.target, row.realisasi, row.terbit) == ("Surat", "10", "9", "90")


def test_of_two_years_side_by_side_the_one_of_the_capaian_is_read(folder: Path) -> None:
    titles = "Indikator;Realisasi 2018;Target 2019;Realisasi 2019;Capaian 2019;Target 2024"
    (folder / "judul.csv").write_text(f"{titles}\nSurat;3;10;9;90;20\n", encoding="utf-8")
    audit = audit_table(folder / "judul.csv", Pilihan())
    assert (audit.baris[0].target, audit.baris[0].realisasi) == ("10", "9")
    assert audit.catatan == ("kolom yang tidak diperiksa: `Realisasi 2018`, `Target 2024`",)


def test_the_table_is_not_written_over(iki: Iki, folder: Path) -> None:
    ran = iki("audit", "benar.csv", "--format", "csv", "--keluaran", str(folder / "benar.csv"))
    assert ran.code == 2
    assert "adalah tabel yang diperiksa" in ran.err
    assert (folder / "benar.csv").read_text(encoding="utf-8") == "Indikator,Target,Realisasi,Capaian\nA,10,9,90\n"


def test_a_numbered_indicator_may_be_called_a_sum(folder: Path) -> None:
    table = folder / "bernomor.csv"
    table.write_text(
        "No;Indikator;Target;Realisasi;Capaian\n1;Surat;10;8;80\n2;Jumlah total laporan;;;0\n;Rata-rata;;;85\n", "utf-8"
    )
    found = audit_table(table, Pilihan()).baris
    assert [each.putusan.value for each in found] == ["cocok", "tidak_dapat_dihitung", "beda"]


def test_reading_and_judging_say_that_they_go_on(iki: Iki, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bars: dict[str, list[int]] = {}

    @contextmanager
    def counted(label: str, total: int) -> Iterator[Callable[[], None]]:
        bars[label] = [total, 0]

        def step() -> None:
            bars[label][1] += 1

        yield step

    monkeypatch.setattr("ikicli.cli.audit.progress", counted)
    rows = "".join(f"{'Surat ' * 20}{n};10;9;90\n" for n in range(3000))
    (folder / "besar.csv").write_text("Indikator;Target;Realisasi;Capaian\n" + rows, encoding="utf-8")
    assert iki("audit", "besar.csv", "--format", "csv").code == 0
    assert bars == {"Membaca tabel": [6, 6], "Menghitung ulang": [60, 60]}
