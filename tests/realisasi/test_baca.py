"""What offices really send: read right, or refused at its place."""

import csv
import json
import time
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from kantor_uji import indikator, jabatan, sound

from ikicli.definisi.nouns import Kantor
from ikicli.realisasi.baca import Terbaca, read_files
from ikicli.realisasi.usulan import AngkaUsulan, one_by_one

KOTOR = Path(__file__).parent / "kotor"
_RAPAT = "rapat: {nama: Rapat yang digelar, satuan: kali, periode: bulan}\nbiaya: {nama: Biaya rapat, satuan: rupiah}"
_HADIR = "hadir: {nama: Tingkat hadir, satuan: persen}"
_ADUAN = "a: {nama: Aduan, satuan: pengaduan, periode: triwulan}"
FILES = {
    "definitions/unit.yaml": (
        "unit: Kecamatan Uji\nkabupaten: Kabupaten Uji\npimpinan: {id: camat, jabatan: Camat, nama: Nama Camat}\n"
        "variabel:\n  pegawai: {nama: Jumlah pegawai, satuan: orang, agregasi: rata, periode: bulan}\n"
    ),
    "definitions/jabatan/sekcam.yaml": jabatan(
        indikator("rapat", satuan="kali", formula="rapat", variabel=_RAPAT).replace(
            "Nama rapat.", "Rapat"
        ),
        indikator("kehadiran", "hadir", satuan="persen", variabel=_HADIR).replace(
            "Nama kehadiran.", "Kehadiran"
        ),
        nama="Sekretaris",
    ),
    "definitions/jabatan/staf_a.yaml": jabatan(indikator("aduan", variabel=_ADUAN, satuan="pengaduan"), nama="Staf"),
    "definitions/jabatan/staf_b.yaml": jabatan(indikator("aduan", variabel=_ADUAN, satuan="pengaduan"), nama="Staf"),
}  # fmt: skip


@pytest.fixture(scope="module")
def kantor_baca(tmp_path_factory: pytest.TempPathFactory) -> Kantor:
    """An office whose names invite mistakes."""
    return sound(tmp_path_factory.mktemp("kantor"), FILES)


def terbaca(
    kantor: Kantor, folder: Path, text: str, *, tahun: int | None = 2019, desimal: str | None = None
) -> Terbaca:
    path = folder / "a.csv"
    path.write_text(text, encoding="utf-8")
    return read_files(kantor, [path], tahun, desimal)


def angka(read: Terbaca) -> tuple[AngkaUsulan, ...]:
    return tuple(one_by_one(read.usulan))


def figures(read: Terbaca) -> list[str]:
    return [f"{'.'.join(filter(None, u.kunci))} {u.periode.teks} {u.nilai}" for u in angka(read)]


def found(read: Terbaca) -> list[tuple[str, str | None]]:
    return [(each.code, each.span.sel) for each in read.diagnostics]


TALL = "jabatan,indikator,variabel,periode,nilai,keterangan,bukti\n"


def test_the_canonical_tall_table(kantor_baca: Kantor, tmp_path: Path) -> None:
    text = (
        TALL
        + "sekcam,rapat,rapat,2019-01,4,lengkap,notula.pdf\n,,pegawai,2019-02,20,,\nsekcam,rapat,rapat,2019-02,-,,\n"
    )
    read = terbaca(kantor_baca, tmp_path, text, tahun=None)
    assert figures(read) == ["sekcam.rapat.rapat 2019-01 4", "pegawai 2019-02 20"]
    assert (read.diagnostics, read.catatan) == ((), ())
    first = angka(read)[0]
    assert (first.keterangan, first.bukti, first.tempat.sel) == ("lengkap", "notula.pdf", "E2")


FORM = """\
PEMERINTAH KABUPATEN UJI;;;;;;;
Keputusan Nomor 7 Tahun 2017;;;;;;;
;Jabatan;Sekretaris;;;;;
;Tahun;2019;;;;;
;;;;;;;
No;Indikator;Yang diisi;Satuan;Januari;Pebruari;Keterangan;Kode
(1);(2);(3);(4);(5);(6);(7);(8)
1;Rapat;apa saja;kali;3;;tepat;sekcam.rapat.rapat
;;Diisi setiap triwulan;;;;;
No;Indikator;Yang diisi;Satuan;TW I;TW II;Bukti;Kode
2;;;orang;20;21 orang;daftar.xlsx;pegawai
3;RAPAT;biaya   rapat.;;Rp. 1.500.000,-;1.234.567,50;;
Jumlah;;;;99;99;;
;;;;Uji, 31 Desember 2019;;;
;;;;NIP. 19650101 199003 1 001;;;
"""


def test_a_form_of_several_tables(kantor_baca: Kantor, tmp_path: Path) -> None:
    read = terbaca(kantor_baca, tmp_path, FORM, tahun=None)
    assert read.diagnostics == ()
    assert figures(read) == [
        "sekcam.rapat.rapat 2019-01 3",
        "pegawai 2019-TW1 20",
        "pegawai 2019-TW2 21",
        "sekcam.rapat.biaya 2019-TW1 1500000",
        "sekcam.rapat.biaya 2019-TW2 1234567.50",
    ]
    assert [(u.keterangan, u.bukti) for u in angka(read)][:3] == [("tepat", ""), ("", ""), ("", "daftar.xlsx")]


@pytest.mark.parametrize("name", ["dua_kepala_openpyxl.xlsx", "dua_kepala_libreoffice.ods"])
def test_two_header_rows_merged_cells_totals_and_signatures(kantor_baca: Kantor, name: str) -> None:
    read = read_files(kantor_baca, [KOTOR / name], None, None)
    assert read.diagnostics == ()
    assert figures(read) == [
        "sekcam.rapat.rapat 2019-01 4",
        "sekcam.rapat.rapat 2019-03 1234567",
        "sekcam.rapat.biaya 2019-01 1500000",
        "sekcam.rapat.biaya 2019-02 1250000.5",
        "sekcam.rapat.biaya 2019-03 2000000",
        "sekcam.kehadiran.hadir 2019-01 98.5",
        "sekcam.kehadiran.hadir 2019-02 98.5",
    ]
    assert angka(read)[0].tempat.source.lembar == "Rekap"
    assert [u.tempat.sel for u in angka(read)] == ["E7", "G7", "E8", "F8", "G8", "E9", "F9"]


@pytest.mark.parametrize(
    ("name", "cells"),
    [("sel_aneh_xlsxwriter.xlsx", "E2 F2 G2 H2 I2 B3"), ("sel_aneh_libreoffice.ods", "E2 F2 G2 H2 B3")],
)  # LibreOffice has computed the formula in I2
def test_what_spreadsheets_make_of_numbers(kantor_baca: Kantor, name: str, cells: str) -> None:
    read = read_files(kantor_baca, [KOTOR / name], None, None)
    assert [place for _, place in found(read)] == cells.split()
    assert {code for code, _ in found(read)} == {"IKI426", "IKI427"}
    values = {u.tempat.sel: u.nilai for u in angka(read)}
    assert [values[cell] for cell in ("B2", "C2", "D2")] == ["0.3", "1234567.89", "1.234"]


def cell(text: str, variabel: str = "sekcam.rapat.biaya") -> str:
    return f'Kode;Januari;Februari\n{variabel};"{text}";\n'


@pytest.mark.parametrize(
    ("text", "variabel", "nilai"),
    [
        ("Rp. 1.500.000.000,-", "sekcam.rapat.biaya", "1500000000"),
        ("98,5%", "sekcam.kehadiran.hadir", "98.5"),
        ("0,26 % ", "sekcam.kehadiran.hadir", "0.26"),
        ("100,00 Persen", "sekcam.kehadiran.hadir", "100.00"),
        ("4 kali", "sekcam.rapat.rapat", "4"),
        ("20 org", "pegawai", "20"),
    ],
)
def test_units_inside_cells(kantor_baca: Kantor, tmp_path: Path, text: str, variabel: str, nilai: str) -> None:
    read = terbaca(kantor_baca, tmp_path, cell(text, variabel))
    assert read.diagnostics == ()
    assert [u.nilai for u in angka(read)] == [nilai]


@pytest.mark.parametrize("text", ["", " - ", "NA", "n/a", "\u2013"])
def test_missing_is_no_figure(kantor_baca: Kantor, tmp_path: Path, text: str) -> None:
    read = terbaca(kantor_baca, tmp_path, cell(text))
    assert (angka(read), read.diagnostics) == ((), ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.234", "IKI424"),
        ("1,234", "IKI424"),
        ("98,5%", "IKI426"),
        ("10,4 tahun", "IKI426"),
        ("1,5 juta rupiah", "IKI426"),
        ("Rp 1,5 juta", "IKI426"),
        ("38% (Evaluasi Semester I)", "IKI426"),
        ("80 - 90", "IKI427"),
        ("7 \u2013 8", "IKI427"),
        ("\u2264 5", "IKI427"),
        ("WTP", "IKI427"),
        ("#DIV/0!", "IKI427"),
        ("1-Mei", "IKI427"),
        ("1,5E+11", "IKI427"),
    ],
)
def test_refused_at_its_cell(kantor_baca: Kantor, tmp_path: Path, text: str, code: str) -> None:
    read = terbaca(kantor_baca, tmp_path, cell(text))
    assert (angka(read), found(read)) == ((), [(code, "B2")])


@pytest.mark.parametrize(("desimal", "nilai"), [("koma", "1234"), ("titik", "1.234")])
def test_an_ambiguous_number_shows_both_readings_until_it_is_decided(
    kantor_baca: Kantor, tmp_path: Path, desimal: str, nilai: str
) -> None:
    [finding] = terbaca(kantor_baca, tmp_path, cell("1.234")).diagnostics
    assert finding.message == "`1.234` dapat berarti 1234 atau 1,234"
    assert "--desimal koma" in (finding.hint or "")
    assert [u.nilai for u in angka(terbaca(kantor_baca, tmp_path, cell("1.234"), desimal=desimal))] == [nilai]


def column(*cells: str) -> str:
    return "variabel;periode;nilai\n" + "".join(f'pegawai;2019-{n:02};"{text}"\n' for n, text in enumerate(cells, 1))


@pytest.mark.parametrize(
    ("cells", "desimal", "expected"),
    [
        (["1.234.567", "1.234"], None, ["1234567", "1234"]),
        (["12.5", "1.234"], None, ["12.5", "1.234"]),
        (["1.234,5", "1,234"], None, ["1234.5", "1.234"]),
        (["98,5", "1.234"], None, [("IKI424", "C3")]),
        (["13.837", "16,030"], None, [("IKI424", "C2"), ("IKI424", "C3")]),
        (["12.5", "98,5"], None, [("IKI425", "C3")]),
        (["12.5", "98,5", "7"], "koma", [("IKI427", "C2")]),
        (["13.837", "16,030"], "koma", ["13837", "16.030"]),
        (["13.837", "16,030"], "titik", ["13.837", "16030"]),
    ],
)
def test_what_a_mark_means_is_shown_by_the_same_mark_in_the_same_column(
    kantor_baca: Kantor, tmp_path: Path, cells: list[str], desimal: str | None, expected: list[object]
) -> None:
    read = terbaca(kantor_baca, tmp_path, column(*cells), desimal=desimal)
    values: list[object] = [u.nilai for u in angka(read)]
    assert (found(read) or values) == expected


@pytest.mark.parametrize(
    ("row", "code", "sel"),
    [
        ("95,5%", "IKI427", "E2"),
        ("95,5 jam", "IKI427", "E2"),
        (" 95,5", "IKI427", "E2"),
        ("95, 5", "IKI427", "E2"),
        ("95,\u00a05", "IKI427", "E2"),
        ("-1,5", "IKI427", "E2"),
        ("95,5,catatan", "IKI427", "E2"),
        ("95,5,,", "IKI412", "A2"),
    ],
)
def test_a_decimal_comma_that_divided_a_number_is_found(
    kantor_baca: Kantor, tmp_path: Path, row: str, code: str, sel: str
) -> None:
    assert found(terbaca(kantor_baca, tmp_path, f"{TALL}sekcam,kehadiran,hadir,2019,{row}\n")) == [(code, sel)]


def test_a_remark_that_begins_with_digits_stays_where_no_comma_divides(kantor_baca: Kantor, tmp_path: Path) -> None:
    row = "sekcam,rapat,rapat,2019-01,5,2 kali daring,\n"
    (finding,) = terbaca(kantor_baca, tmp_path, TALL + row).diagnostics
    assert finding.hint is not None
    assert "pemisah `;`" in finding.hint
    read = terbaca(kantor_baca, tmp_path, (TALL + row).replace(",", ";"))
    assert [each.keterangan for each in angka(read)] == ["2 kali daring"]


def test_a_wide_row_longer_than_its_header_is_refused(kantor_baca: Kantor, tmp_path: Path) -> None:
    text = "Kode,Januari,Februari,Maret\npegawai,95,5,,\n"
    assert found(terbaca(kantor_baca, tmp_path, text)) == [("IKI412", "A2")]
    assert figures(terbaca(kantor_baca, tmp_path, text.replace(",", ";"))) == [
        "pegawai 2019-01 95",
        "pegawai 2019-02 5",
    ]


def test_a_figure_known_by_its_text_is_still_held_against_its_variable(kantor_baca: Kantor, tmp_path: Path) -> None:
    text = TALL + "sekcam,rapat,biaya,2019,Rp 1500,,\nsekcam,rapat,rapat,2019-01,Rp 1500,,\n"
    assert found(terbaca(kantor_baca, tmp_path, text)) == [("IKI426", "E3")]


def test_many_and_endless_merged_cells_take_no_time(kantor_baca: Kantor, tmp_path: Path) -> None:
    content = "<c><table name='A'>" + "".join(
        f"<table-row>{''.join(f'<table-cell><p>{cell}</p></table-cell>' for cell in row)}</table-row>"
        for row in [("Kode", "Januari"), *[("pegawai", str(number)) for number in range(300)]]
    )
    content += "<table-row>" + 3000 * "<table-cell number-rows-spanned='1048576' number-columns-spanned='16384'/>"
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", content + "</table-row></table></c>")
    start = time.perf_counter()
    assert len(angka(read_files(kantor_baca, [path], 2019, None))) == 300
    assert time.perf_counter() - start < 1.5


def test_a_mixture_is_said_at_its_first_cells(kantor_baca: Kantor, tmp_path: Path) -> None:
    cells = [f"{number},5" for number in range(12)] + [f"{number}.5" for number in range(12)]
    text = "".join(f'sekcam,rapat,biaya,2019-{at % 12 + 1:02},"{cell}"\n' for at, cell in enumerate(cells))
    (finding,) = terbaca(kantor_baca, tmp_path, "jabatan,indikator,variabel,periode,nilai\n" + text).diagnostics
    assert (finding.code, finding.span.sel) == ("IKI425", "E14")
    assert finding.message.startswith("`0.5` di sini dan `0,5` di E2")


def test_another_column_shows_nothing(kantor_baca: Kantor, tmp_path: Path) -> None:
    text = "Kode;Januari;Februari\nsekcam.rapat.biaya;1.234.567;1.234\n"
    assert found(terbaca(kantor_baca, tmp_path, text)) == [("IKI424", "C2")]


@pytest.mark.parametrize(
    ("text", "tahun", "expected"),
    [
        ("Kode;s.d. Juni\npegawai;5\n", 2019, [("IKI428", "B1")]),
        ("variabel;periode;nilai\npegawai;s/d Juni;5\n", 2019, [("IKI428", "B2")]),
        ("variabel;periode;nilai\npegawai;Juno;5\n", 2019, [("IKI405", "B2")]),
        ("variabel;periode;nilai\npegawai;;5\n", 2019, [("IKI405", "B2")]),
        ("variabel;nilai\npegawai;5\n", 2019, [("IKI405", "B1")]),
        ("Kode;Januari\npegawai;5\n", None, [("IKI429", "B1")]),
        ("Kode;Januari 2018\npegawai;5\n", 2019, [("IKI429", "B1")]),
        ("REALISASI TAHUN 2018\nKode;Januari\npegawai;5\n", 2019, [("IKI429", "A1")]),
        ("Tahun;2018\nvariabel;periode;nilai\npegawai;2019-01;5\n", None, [("IKI429", "B3")]),
        ("variabel;periode;nilai\npegawaii;Juni;5\n", 2019, [("IKI404", "A2")]),
        ("Kode;Januari\nsekcam.rapat.rapt;5\n", 2019, [("IKI404", "A2")]),
        ("Jabatan;Variabel;Januari\nSekretari;rapat;5\n", 2019, [("IKI402", "A2")]),
        ("Indikator;Variabel;Januari\nRapet;rapat;5\n", 2019, [("IKI403", "A2")]),
        ("Jabatan;Indikator;Januari\nStaf;Nama aduan;5\n", 2019, [("IKI423", "B2")]),
        ("Indikator;Januari\nRapat;5\n", 2019, [("IKI423", "A2")]),
        ("No;Indikator;Januari\n1;;5\n", 2019, [("IKI423", "C2")]),
        ("Kode;Satuan;Januari\npegawai;juta rupiah;5\n", 2019, [("IKI426", "B2")]),
        ("Kode;Tahun;Januari\npegawai;2018;5\n", 2019, [("IKI429", "B2")]),
        ("a;b\n1;2\n", 2019, [("IKI422", "A1")]),
        ("", 2019, [("IKI422", "A1")]),
        ("Kode,Januari,Februari\npegawai,1,5,2\n", 2019, [("IKI412", "A2")]),
        (TALL + "sekcam,rapat,rapat,2019-01,95,5,\n", 2019, [("IKI427", "E2")]),
        ("Kode;Triwulan I;\n;T;R\npegawai;5;3\n", 2019, [("IKI422", "B2"), ("IKI422", "C2")]),
        ("Kode;Januari;\n;L;P\npegawai;5;3\n", 2019, [("IKI422", "B2"), ("IKI422", "C2")]),
        ("Kode;Kabupaten;;\n;Jan;Feb;Mar\npegawai;5;3;1\n", 2019, [("IKI422", "B1")]),
        ("Kode;Akumulasi;\n;Jan;Feb\npegawai;5;3\n", 2019, [("IKI428", "B2"), ("IKI428", "C2")]),
        ("Kode;Tahun 2018;;Tahun 2019\n;Jan;Feb;Jan\npegawai;5;3;\n", 2019, [("IKI429", "B2"), ("IKI429", "C2")]),
        ("Kode;Triwulan I;\n;Maret;April\npegawai;;3\n", 2019, [("IKI422", "C2")]),
        ("variabel;periode;Nilai (juta orang)\npegawai;2019-01;5\n", 2019, [("IKI426", "C1")]),
        ("variabel;periode;Realisasi (%)\npegawai;2019-01;5\n", 2019, [("IKI426", "C1")]),
        ("variabel;periode;Angka (ribuan)\npegawai;2019-01;5\n", 2019, [("IKI426", "C1")]),
        ("variabel;periode;Nilai (target)\npegawai;2019-01;5\n", 2019, [("IKI422", "A1")]),
        ("variabel;periode;Nilai (kumulatif)\npegawai;2019-01;5\n", 2019, [("IKI428", "C1")]),
        ("variabel;periode;Nilai (s.d. bulan ini)\npegawai;2019-01;5\n", 2019, [("IKI428", "C1")]),
        ("variabel;Bulan (kumulatif);Nilai\npegawai;2019-01;5\n", 2019, [("IKI428", "B1")]),
        ("Kode;Januari (kumulatif)\npegawai;5\n", 2019, [("IKI428", "B1")]),
        ("Kode;Januari (juta orang)\npegawai;5\n", 2019, [("IKI426", "B1")]),
        ("Indikator;Variabel;Mei\nRapat;rapat;\nRapat lain;;\n;biaya;6\n", 2019, [("IKI403", "A4")]),
        ("Jabatan;Indikator;Mei\nstaf_a;Nama aduan;\nStaf Z;Nama aduan;\n;Nama aduan;7\n", 2019, [("IKI402", "A4")]),
        ("Jabatan;Indikator;Mei\nstaf_a;Nama aduan;\nStaf Z;;\n;Nama aduan;7\n", 2019, [("IKI402", "A4")]),
        ("TARGET KINERJA\nKode;Januari\npegawai;5\n", 2019, [("IKI422", "A1")]),
        ("RENCANA AKSI\nKode;Januari\npegawai;5\n", 2019, [("IKI422", "A1")]),
        ("PERJANJIAN KINERJA\nKode;Januari\npegawai;5\n", 2019, [("IKI422", "A1")]),
        ("Kode;Target;TW I;TW II\npegawai;5;1;2\n", 2019, [("IKI422", "A1")]),
        ("REALISASI KUMULATIF\nKode;Januari\npegawai;5\n", 2019, [("IKI428", "A1")]),
        ("(dalam jutaan rupiah)\nKode;Januari\npegawai;5\n", 2019, [("IKI426", "A1")]),
        ("Periode;Triwulan II\nTanggal cetak;Juli 2019\nKode;Realisasi\npegawai;5\n", 2019, [("IKI405", "B2")]),
        ("Kode;Janauri;Februari\npegawai;5;\n", 2019, [("IKI405", "B1")]),
        ('Kode;Januari\npegawai;"5\n', 2019, [("IKI412", None)]),
        ("Kode;Triwlan II\npegawai;5\n;Triwulan I\n", 2019, [("IKI422", "A1")]),
        ("Kode;TW I;Triwlan II\npegawai;;6\n", 2019, [("IKI405", "C1")]),
        ("Kode;TW I;TW 5\npegawai;;6\n", 2019, [("IKI405", "C1")]),
        ("Kode;Semester I;Semester III\npegawai;;6\n", 2019, [("IKI405", "C1")]),
    ],
)
def test_findings_and_their_places(
    kantor_baca: Kantor, tmp_path: Path, text: str, tahun: int | None, expected: list[tuple[str, str | None]]
) -> None:
    read = terbaca(kantor_baca, tmp_path, text, tahun=tahun)
    assert (found(read), angka(read)) == (expected, ())


def test_candidates_are_named(kantor_baca: Kantor, tmp_path: Path) -> None:
    [finding] = terbaca(kantor_baca, tmp_path, "Jabatan;Indikator;Januari\nStaf;Nama aduan;5\n").diagnostics
    assert finding.message == "indikator `Nama aduan` menunjuk 2 variabel: staf_a.aduan.a, staf_b.aduan.a"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Indikator;Januari\nKehadiran;5\n", ["sekcam.kehadiran.hadir 2019-01 5"]),
        ("JABATAN;INDIKATOR;TW I\n staf_a ; ADUAN ;5\n", ["staf_a.aduan.a 2019-TW1 5"]),
        ("Variabel;Setahun\njumlah  PEGAWAI;5\n", ["pegawai 2019 5"]),
        ("Variabel;Bulan;Nilai\npegawai;3;5\n", ["pegawai 2019-03 5"]),
        ("Variabel;Triwulan;Realisasi\npegawai;II;5\n", ["pegawai 2019-TW2 5"]),
        ("Variabel;Bulan;Tahun;Nilai\npegawai;Mei;2019;5\n", ["pegawai 2019-05 5"]),
        ("Triwulan II Tahun 2019\nVariabel;Realisasi\npegawai;5\n", ["pegawai 2019-TW2 5"]),
        ("Kode;Januari;Target;Capaian\npegawai;5;6;7\n", ["pegawai 2019-01 5"]),
        ("Kode;Tahun;Januari\npegawai;2019;5\n", ["pegawai 2019-01 5"]),
        ("Kode;Realisasi TW I;Target TW I\npegawai;5;6\n", ["pegawai 2019-TW1 5"]),
        ("Jabatan;Variabel;TW I;TW II\nstaf_a;a;5;7\n", ["staf_a.aduan.a 2019-TW1 5", "staf_a.aduan.a 2019-TW2 7"]),
        ("Jabatan: Sekretaris\nVariabel;Januari\nrapat;5\n", ["sekcam.rapat.rapat 2019-01 5"]),
        ("Indikator;Variabel;Mei\nRapat;rapat;5\n;biaya;6\n;pegawai;7\n",
         ["sekcam.rapat.rapat 2019-05 5", "sekcam.rapat.biaya 2019-05 6", "pegawai 2019-05 7"]),
        ("Kode;Triwulan I;;;Ket\n;Jan;Feb;Mar;\npegawai;1;2;3;x\n",
         ["pegawai 2019-01 1", "pegawai 2019-02 2", "pegawai 2019-03 3"]),
        ("Kode;TW I;;\n;Target;Realisasi;Tingkat Capaian\npegawai;5;3;60\n", ["pegawai 2019-TW1 3"]),
        ("Kode;TW I;;\n;Rencana;Realisasi;Persentase Capaian\npegawai;5;3;60\n", ["pegawai 2019-TW1 3"]),
        ("REALISASI PERJANJIAN KINERJA\nKode;Januari\npegawai;5\n", ["pegawai 2019-01 5"]),
        ("Januari\nKode;Realisasi\npegawai;5\nPebruari\nKode;Realisasi\npegawai;6\n",
         ["pegawai 2019-01 5", "pegawai 2019-02 6"]),
        ("Kode;Rencana;;Realisasi;\n;Jan;Feb;Jan;Feb\npegawai;1;2;3;4\n", ["pegawai 2019-01 3", "pegawai 2019-02 4"]),
        ("Kode;Tahun 2019;;\n;Target;Realisasi;Capaian (%)\npegawai;1;2;3\n", ["pegawai 2019 2"]),
        ("Kode;TW I;;;\n;Januari;;Februari;\n;Target;Realisasi;Target;Realisasi\npegawai;1;2;3;4\n",
         ["pegawai 2019-01 2", "pegawai 2019-02 4"]),
        ("Variabel;Bulan;Realisasi (orang)\npegawai;3;5\n", ["pegawai 2019-03 5"]),
        ("Kode;Triwulan I;;Triwulan II;\n;Target;Realisasi;Target;Realisasi\npegawai;1;2;3;4\n",
         ["pegawai 2019-TW1 2", "pegawai 2019-TW2 4"]),
    ],
)  # fmt: skip
def test_tables_of_their_own(kantor_baca: Kantor, tmp_path: Path, text: str, expected: list[str]) -> None:
    read = terbaca(kantor_baca, tmp_path, text)
    assert (figures(read), read.diagnostics) == (expected, ())


@pytest.mark.parametrize("row", [";Jumlah pegawai;5", "sekcam;Jumlah pegawai;5"])
def test_an_own_and_a_shared_variable_of_one_name_are_both_named(tmp_path: Path, row: str) -> None:
    own = jabatan(
        indikator("staf", "p", satuan="orang", variabel="p: {nama: Jumlah pegawai, satuan: orang}"), nama="Sek"
    )
    kantor = sound(tmp_path, {**FILES, "definitions/jabatan/sekcam.yaml": own})
    [finding] = terbaca(kantor, tmp_path, f"Jabatan;Variabel;TW I\n{row}\n").diagnostics
    assert finding.code == "IKI423"
    assert finding.message == "variabel `Jumlah pegawai` menunjuk 2 variabel: sekcam.staf.p, pegawai"


def test_a_folder_is_read_whole(kantor_baca: Kantor, tmp_path: Path) -> None:
    for name, text in {
        "b/kiriman.csv": "Kode;Januari\npegawai;5\n", "a.csv": "Kode;TW I\nsekcam.rapat.biaya;1.234\n",
        ".a.csv": "x", "~$a.xlsx": "x", "surat.pdf": "x", ".git/x.csv": "x",
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    read = read_files(kantor_baca, [tmp_path], 2019, None)
    assert figures(read) == ["pegawai 2019-01 5"]
    assert found(read) == [("IKI424", "B2")]
    assert read.catatan == (f"{tmp_path / 'surat.pdf'}: bukan tabel, dilewati",)


def test_what_is_assumed_or_passed_over_is_noted(kantor_baca: Kantor, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Kode;Januari;Cuaca;Ket\npegawai;5;cerah;\u2013 baik\n".encode("cp1252"))
    read = read_files(kantor_baca, [path], 2019, None)
    assert figures(read) == ["pegawai 2019-01 5"]
    assert [note.removeprefix(f"{path}: ") for note in read.catatan] == [
        "bukan UTF-8; dibaca sebagai Windows-1252 (baris 2: `\u2013`)",
        "kolom `Cuaca` tidak dibaca",
    ]


UNDER = "baris ini menyebut {} di tengah tabel; angka di bawahnya masih dibaca menurut judul tabel"


@pytest.mark.parametrize(
    ("text", "tahun", "meant"),
    [
        ("Triwulan I\nKode;Realisasi\nsekcam.rapat.rapat;4\nTriwulan II;\npegawai;5\n", 2019, "periode `Triwulan II`"),
        ("Tahun 2019\nKode;TW I\nsekcam.rapat.rapat;4\nTahun 2018;\npegawai;5\n", None, "tahun 2018"),
        ("Jabatan;staf_a\nIndikator;TW I\nNama aduan;4\nJabatan;staf_b\nNama aduan;5\n", 2019, "jabatan `staf_b`"),
        ("Jabatan;staf_a\nIndikator;TW I\nNama aduan;4\nSekretaris\nNama aduan;5\n", 2019, "jabatan `Sekretaris`"),
        ("Kode;TW I\nsekcam.rapat.rapat;4\nTARGET;\npegawai;5\n", 2019, "target atau rencana (`TARGET`)"),
        ("Kode;TW I\nsekcam.rapat.rapat;4\nRealisasi kumulatif;\npegawai;5\n", 2019, "angka kumulatif"),
        ("Kode;TW I\nsekcam.rapat.rapat;4\n(dalam ribuan);\npegawai;5\n", 2019, "kelipatan (ribuan, jutaan)"),
    ],
)
def test_a_caption_that_would_change_the_figures_below_it_is_refused(
    kantor_baca: Kantor, tmp_path: Path, text: str, tahun: int | None, meant: str
) -> None:
    read = terbaca(kantor_baca, tmp_path, text, tahun=tahun)
    assert [(each.code, each.message) for each in read.diagnostics] == [("IKI422", UNDER.format(meant))]


@pytest.mark.parametrize(
    "caption",
    [
        "Tahun 2019;",  # says what the table says
        "Triwulan II;",  # the columns say their own
        "Meningkatnya mutu rencana kerja;",
        "Target dan Realisasi;",
        ";",
    ],
)
def test_a_caption_that_changes_nothing_is_passed_over(kantor_baca: Kantor, tmp_path: Path, caption: str) -> None:
    text = f"Tahun 2019\nKode;TW I\nsekcam.rapat.rapat;4\n{caption}\npegawai;5\n"
    read = terbaca(kantor_baca, tmp_path, text)
    assert (figures(read), found(read)) == (["sekcam.rapat.rapat 2019-TW1 4", "pegawai 2019-TW1 5"], [])


def test_the_jabatan_of_a_table_may_be_repeated(kantor_baca: Kantor, tmp_path: Path) -> None:
    text = "Jabatan;staf_a\nstaf_a;\nIndikator;TW I;TW II\nNama aduan;4\nJabatan: staf_a\nstaf_a\nNama aduan;;5\n"
    read = terbaca(kantor_baca, tmp_path, text)
    assert (figures(read), found(read)) == (["staf_a.aduan.a 2019-TW1 4", "staf_a.aduan.a 2019-TW2 5"], [])


@pytest.mark.parametrize("before", ["", ",,a,2019-TW2,8,,\n"])
def test_a_shared_variable_between_them_keeps_the_names_that_are_repeated(
    kantor_baca: Kantor, tmp_path: Path, before: str
) -> None:
    text = f"{TALL}staf_a,aduan,a,2019-TW1,1,,\n{before}staf_b,aduan,a,2019-TW1,3,,\n,,pegawai,2019-02,20,,\n"
    read = terbaca(kantor_baca, tmp_path, f"{text},,a,2019-TW2,4,,\n")
    assert ("staf_b.aduan.a 2019-TW2 4" in figures(read), found(read)) == (True, [])


def test_captions_below_the_last_figure_are_nobody_s(kantor_baca: Kantor, tmp_path: Path) -> None:
    text = "Kode;TW I\npegawai;5\nKromengan, Desember 2018;\nTahun 2018;\nSekretaris;\n"
    read = terbaca(kantor_baca, tmp_path, text)
    assert (figures(read), found(read)) == (["pegawai 2019-TW1 5"], [])


def test_a_caption_with_a_header_of_its_own_begins_a_table(kantor_baca: Kantor, tmp_path: Path) -> None:
    table = "Indikator;Realisasi\nNama aduan;{}\n"
    text = f"Jabatan;staf_a\nTriwulan I\n{table.format(4)}Jabatan;staf_b\nTriwulan II\n{table.format(5)}"
    read = terbaca(kantor_baca, tmp_path, text)
    assert (figures(read), found(read)) == (["staf_a.aduan.a 2019-TW1 4", "staf_b.aduan.a 2019-TW2 5"], [])


def test_after_a_bare_name_no_jabatan_is_taken_for_granted(kantor_baca: Kantor, tmp_path: Path) -> None:
    """It may be who signed the table above, or whose the table below is."""
    table = "Indikator;TW I\nNama aduan;{}\n"
    read = terbaca(kantor_baca, tmp_path, f"Jabatan;staf_a\n{table.format(4)}staf_b\n{table.format(5)}")
    assert found(read) == [("IKI423", "A6")]


def book(path: Path, sheets: dict[str, str]) -> Path:
    """A workbook of sheets, each written as the lines of a table with `;`."""
    with xlsxwriter.Workbook(path) as workbook:
        for name, text in sheets.items():
            sheet = workbook.add_worksheet(name)
            for row, line in enumerate(text.splitlines()):
                for column, cell in enumerate(line.split(";")):
                    sheet.write(row, column, float(cell) if cell.isdecimal() else cell)
    return path


@pytest.mark.parametrize(
    "target", ["Kode;TW I\npegawai;9\n", "Kode;TW I\nbukan_variabel;9\n", "Tahun 2031\nKode;TW I\nx;9\n"]
)
def test_a_sheet_of_targets_beside_one_of_figures_is_passed_over_and_noted(
    kantor_baca: Kantor, tmp_path: Path, target: str
) -> None:
    path = book(tmp_path / "rekap.xlsx", {"TARGET": target, "REALISASI": "Kode;TW I\npegawai;5\n"})
    read = read_files(kantor_baca, [path], 2019, None)
    assert (figures(read), found(read)) == (["pegawai 2019-TW1 5"], [])
    baris = 2 if target.startswith("Tahun") else 1
    assert read.catatan == (f"{path}: lembar `TARGET`: tabel target atau rencana di baris {baris} dilewati",)


def test_a_sheet_of_targets_alone_is_refused(kantor_baca: Kantor, tmp_path: Path) -> None:
    path = book(tmp_path / "rekap.xlsx", {"TARGET": "Kode;TW I\npegawai;9\n", "Lain": "catatan\n"})
    assert found(read_files(kantor_baca, [path], 2019, None)) == [("IKI422", "A1")]


def test_a_table_that_may_be_of_targets_is_never_passed_over(kantor_baca: Kantor, tmp_path: Path) -> None:
    sheets = {"Rekap": "Kode;Target;TW I\npegawai;9;5\n", "REALISASI": "Kode;TW II\npegawai;5\n"}
    assert found(read_files(kantor_baca, [book(tmp_path / "a.xlsx", sheets)], 2019, None)) == [("IKI422", "A1")]


def test_a_column_without_a_title_is_noted(kantor_baca: Kantor, tmp_path: Path) -> None:
    read = terbaca(kantor_baca, tmp_path, "Kode;TW I;;TW II\npegawai;5;7;6\n")
    assert figures(read) == ["pegawai 2019-TW1 5", "pegawai 2019-TW2 6"]
    assert [note.partition(": ")[2] for note in read.catatan] == ["kolom C tanpa judul tidak dibaca"]


def test_many_errors_of_a_file_end_somewhere(kantor_baca: Kantor, tmp_path: Path) -> None:
    read = terbaca(kantor_baca, tmp_path, "variabel;periode;nilai\n" + "pegawai;2019-01;x\n" * 5000)
    assert len(read.diagnostics) == 100
    assert angka(read) == ()
    assert "selebihnya" in read.catatan[0]


def long_table(*last: str) -> str:
    rows = [f"sekcam,rapat,rapat,2019-{n % 12 + 1:02},{n},k{n},\n" for n in range(3000)]
    return TALL + "".join(rows) + "".join(last)


def test_a_long_table_is_read_as_a_short_one(kantor_baca: Kantor, tmp_path: Path) -> None:
    """A row in which every cell is already known is not looked at closely: nothing else may change."""
    at_once = terbaca(kantor_baca, tmp_path, long_table(",,pegawai,2019-01,5,,\n"))
    by_rows = terbaca(kantor_baca, tmp_path, long_table(",,pegawai,2019-01,5 orang,,\n"))
    assert len(angka(at_once)) == len(angka(by_rows)) == 3001
    for one, other in zip(angka(at_once), angka(by_rows), strict=True):
        assert one[:3] + one[4:] == other[:3] + other[4:]
    last = angka(at_once)[-2]
    assert (last.nilai, last.tempat.sel, last.tempat.end - last.tempat.start) == ("2999", "E3001", 4)


def test_the_rows_of_a_variable_are_one_proposal_wherever_they_stand(kantor_baca: Kantor, tmp_path: Path) -> None:
    months = [f"2019-{month:02}" for month in (2, 1, 3)]
    rows = [f"{name},{month},{n}\n" for n, month in enumerate(months) for name in ("sekcam,rapat,rapat", ",,pegawai")]
    read = terbaca(kantor_baca, tmp_path, "jabatan,indikator,variabel,periode,nilai\n" + "".join(rows))
    assert [(u.kunci.variabel, [p.teks for p in u.periode], list(u.nilai), list(u.baris)) for u in read.usulan] == [
        ("rapat", months, ["0", "1", "2"], [1, 3, 5]),
        ("pegawai", months, ["0", "1", "2"], [2, 4, 6]),
    ]


def test_a_wrong_row_of_a_long_table_is_found(kantor_baca: Kantor, tmp_path: Path) -> None:
    read = terbaca(kantor_baca, tmp_path, long_table("sekcam,rapat,rapt,2019-01,5,,\n", ",,pegawai,2019-13,5,,\n"))
    assert found(read) == [("IKI404", "C3002"), ("IKI405", "D3003")]


@pytest.mark.parametrize("row", ["Jmlah pegawai", "Rapat yang di gelar"])
def test_a_mistyped_name_suggests_shared_variables_too(kantor_baca: Kantor, tmp_path: Path, row: str) -> None:
    [finding] = terbaca(kantor_baca, tmp_path, f"Yang diisi;Januari\n{row};5\n").diagnostics
    assert finding.hint in {"mungkin maksud Anda `jumlah pegawai`", "mungkin maksud Anda `rapat yang digelar`"}


def test_a_year_in_a_title_counts_by_the_word_before_it(kantor_baca: Kantor, tmp_path: Path) -> None:
    [finding] = terbaca(kantor_baca, tmp_path, "REKAP 2019\nKode;Januari\npegawai;5\n", tahun=None).diagnostics
    assert finding.message.endswith("atau dengan kata `Tahun` di judul")
    assert found(terbaca(kantor_baca, tmp_path, "REKAP TAHUN 2019\nKode;Januari\npegawai;5\n", tahun=None)) == []


@settings(max_examples=60)
@given(
    st.lists(st.fractions(min_value=0, max_value=10**12, max_denominator=1).flatmap(
        lambda whole: st.integers(0, 999).map(lambda rest: whole + Fraction(rest, 1000))), min_size=1, max_size=12),
    st.sampled_from(["koma", "titik"]), st.booleans(),
)  # fmt: skip
def test_numbers_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[Fraction], desimal: str, grouped: bool
) -> None:
    folder = tmp_path_factory.mktemp("angka")
    kantor = sound(folder, FILES)
    marks = (".", ",") if desimal == "koma" else (",", ".")

    def written(number: Fraction) -> str:
        whole, rest = divmod(number, 1)
        text = f"{whole:,}".replace(",", marks[0]) if grouped else str(whole)
        return f"{text}{marks[1]}{int(rest * 1000):03}" if rest else text

    read = terbaca(kantor, folder, column(*map(written, numbers)), desimal=desimal)
    assert read.diagnostics == ()
    assert [Fraction(u.nilai) for u in angka(read)] == numbers


KASUS = json.loads((Path(__file__).parents[1] / "kasus/16_lppd_kab_semarang_2018_2019.json").read_text("utf-8"))


def test_a_published_table_without_a_silently_wrong_number(tmp_path: Path) -> None:
    """83 published indicators as text with decimal commas; `WTP` is no number, and 18 share one name."""
    cells = [row["realisasi"] for row in KASUS["rows"]]
    variabel = "a: {nama: Angka, satuan: indeks}"
    shapes = [indikator(f"i{n}", variabel=variabel, satuan="indeks") for n in range(len(cells))]
    kantor = sound(tmp_path, {"definitions/jabatan/lppd.yaml": jabatan(*shapes)})
    path = tmp_path / "lppd.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Kode", "Indikator", "2019"])
        writer.writerows([f"lppd.i{n}.a", row["indikator"], row["realisasi"]] for n, row in enumerate(KASUS["rows"]))
    read = read_files(kantor, [path], None, None)
    refused = {each.span.sel for each in read.diagnostics}
    expected = {f"C{n}": text for n, text in enumerate(cells, 2) if text is not None}
    assert {f"C{n}" for n, text in enumerate(cells, 2) if text == "WTP"} == refused
    values = {u.tempat.sel: u.nilai for u in angka(read)}
    assert values == {place: text.replace(",", ".") for place, text in expected.items() if place not in refused}
    assert len(values) == len(cells) - len(refused)
