"""The rows of a year: matched, grouped, and every problem placed."""

from fractions import Fraction
from pathlib import Path

import pytest
from kantor_uji import UNIT, csv, indikator, jabatan, read, year

from ikicli.realisasi import Kunci, load_year

OFFICE = {
    "definitions/unit.yaml": UNIT
    + "satuan: [regu]\nvariabel:\n  pegawai: {nama: Pegawai, satuan: orang}\n"
    + "  hari: {nama: Hari, satuan: hari, tetapan: 240}\n",
    "definitions/jabatan/sekcam.yaml": jabatan(
        indikator(
            "surat",
            "a / b * pegawai / pegawai * hari / hari * 100",
            satuan="persen",
            variabel="a: {nama: A, satuan: dokumen}\nb: {nama: B, satuan: dokumen}",
        ),
        indikator("patroli", "a + 0 * a", satuan="regu", variabel="a: {nama: Regu, satuan: regu}"),
    ),
}


def problems(folder: Path, text: str) -> list[tuple[str, int, int]]:
    found = year(folder, {**OFFICE, "realisasi/2019/sekcam.csv": text}).diagnostics
    return [(each.code, *each.span.first) for each in found]


def test_rows_are_grouped_by_variable_in_the_order_of_their_periods(tmp_path: Path) -> None:
    text = csv("sekcam,surat,a,2019-TW2,5", "sekcam,surat,a,2019-TW1,4.5", ",,pegawai,2019,20")
    found = year(tmp_path, {**OFFICE, "realisasi/2019/contoh_a.csv": text})
    rows = found.realisasi.isian[Kunci("sekcam", "surat", "a")]
    assert [(each.periode.teks, each.nilai, each.baris, each.contoh) for each in rows] == [
        ("2019-TW1", Fraction(9, 2), 3, True),
        ("2019-TW2", Fraction(5), 2, True),
    ]
    assert [each.nilai for each in found.realisasi.isian[Kunci("", "", "pegawai")]] == [20]


def test_a_year_without_a_folder_has_no_data(tmp_path: Path) -> None:
    found = year(tmp_path, OFFICE)
    assert (found.realisasi.isian, found.diagnostics) == ({}, ())


@pytest.mark.parametrize("cell", ["", "-", "NA", "n/a", " "])
def test_missing_is_not_zero(tmp_path: Path, cell: str) -> None:
    found = year(tmp_path, {**OFFICE, "realisasi/2019/sekcam.csv": csv(f"sekcam,surat,a,2019,{cell}")})
    assert (found.realisasi.isian, found.diagnostics) == ({}, ())


def test_semicolons_quotes_and_line_ends_of_windows(tmp_path: Path) -> None:
    text = 'jabatan;indikator;variabel;periode;nilai;keterangan\r\nsekcam;surat;a;2019-01;5;"satu\r\ndua; ""tiga"""\r\n'
    text += "sekcam;surat;a;2019-02;x;\r\n"
    assert problems(tmp_path, text) == [("IKI406", 4, 24)]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("sekcm,surat,a,2019,5", "IKI402", 1),
        ("sekcam,surt,a,2019,5", "IKI403", 8),
        ("sekcam,,a,2019,5", "IKI403", 8),
        ("sekcam,surat,c,2019,5", "IKI404", 14),
        ("sekcam,surat,pegawai,2019,5", "IKI404", 14),
        (",,pegawi,2019,5", "IKI404", 3),
        ("sekcam,surat,a,Januari,5", "IKI405", 16),
        ("sekcam,surat,a,2018-01,5", "IKI410", 16),
        ('sekcam,surat,a,2019-01,"9,5"', "IKI406", 24),
        ("sekcam,surat,a,2019-01,1.234.567", "IKI406", 24),
        ("sekcam,surat,a,2019-01,1e5", "IKI406", 24),
        ("sekcam,surat,a,2019-01,=1+1", "IKI406", 24),
        ("sekcam,surat,a,2019-01,95,5", "IKI412", 1),
        ("sekcam,surat,a,2019-01", "IKI412", 1),
        ("sekcam,surat,a,2019-01,4.5", "IKI409", 24),
        ("sekcam,patroli,a,2019-01,4.5", "IKI409", 26),
        ("sekcam,surat,a,2019-01,4.000", "IKI409", 24),
        ("sekcam,surat,a,2019-01,-4.0", "IKI409", 24),
        (",,hari,2019,200", "IKI411", 3),
        ('sekcam,surat,"a,2019-01,5', "IKI412", 1),
        ('sekcam,surat,"a"x,2019-01,5', "IKI412", 1),
    ],
)
def test_each_problem_has_its_place(tmp_path: Path, row: str, code: str, column: int) -> None:
    assert problems(tmp_path, csv(row)) == [(code, 2, column)]


@pytest.mark.parametrize("number", ["4", "4.0", "4.00", "0.0", "-0"])
def test_a_whole_number_may_show_its_decimals(tmp_path: Path, number: str) -> None:
    assert problems(tmp_path, csv(f"sekcam,surat,a,2019-01,{number}")) == []


@pytest.mark.parametrize("end", ["95,5,", "95,5%,", "95,5 jam,", "95, 5,", "95,\u00a05,", "-1,5,"])
def test_decimals_cut_off_by_a_comma_are_found(tmp_path: Path, end: str) -> None:
    header = "jabatan,indikator,variabel,periode,nilai,keterangan,bukti"
    text = f"{header}\nsekcam,surat,a,2019-01,{end}\n"
    assert problems(tmp_path, text) == [("IKI406", 2, 24)]
    assert "IKI406" not in [code for code, _, _ in problems(tmp_path, text.replace(",", ";"))]


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("jabatan,indikator,variabel,periode,nilay", [("IKI401", 1, 36)]),
        ("jabatan,indikator,variabel,periode", [("IKI401", 1, 1)]),
        ("jabatan,indikator,variabel,periode,nilai,nilai", [("IKI401", 1, 42)]),
        ("Jabatan , INDIKATOR,variabel,periode,nilai,bukti", []),
    ],
)
def test_the_header(tmp_path: Path, header: str, found: list[tuple[str, int, int]]) -> None:
    assert problems(tmp_path, header + "\n") == found


def test_an_empty_file(tmp_path: Path) -> None:
    assert problems(tmp_path, "\n\n") == [("IKI401", 1, 1)]


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    kantor, _ = read(tmp_path, OFFICE)
    (tmp_path / "realisasi/2019").mkdir(parents=True)
    (tmp_path / "realisasi/2019/sekcam.csv").write_bytes(csv("sekcam,surat,a,2019,5").encode("utf-16"))
    assert [each.code for each in load_year(kantor, 2019).diagnostics] == ["IKI101"]


def test_one_value_twice_and_overlapping_periods_name_both_places(tmp_path: Path) -> None:
    twice = ["sekcam,surat,a,2019-01,5"] * 2
    rows = csv(*twice, "sekcam,surat,b,2019-TW1,1", "sekcam,surat,b,2019-02,1")
    found = year(tmp_path, {**OFFICE, "realisasi/2019/sekcam.csv": rows}).diagnostics
    assert [(each.code, each.span.first[0]) for each in found] == [("IKI407", 3), ("IKI408", 5)]
    assert "sekcam.csv baris 2" in found[0].message
    assert "2019-TW1 di sekcam.csv baris 4" in found[1].message


def test_a_long_period_overlaps_everything_within_it(tmp_path: Path) -> None:
    rows = csv("sekcam,surat,a,2019,5", "sekcam,surat,a,2019-01,5", "sekcam,surat,a,2019-12,5")
    assert [code for code, *_ in problems(tmp_path, rows)] == ["IKI408", "IKI408"]


def test_all_problems_of_all_files_in_one_run(tmp_path: Path) -> None:
    files = {
        "realisasi/2019/a.csv": csv("x,y,z,2019,1", "sekcam,surat,a,2019-01,satu"),
        "realisasi/2019/b.csv": csv("sekcam,surat,a,2019-99,1"),
        "realisasi/2019/b.CSV.bak": "bukan csv",
    }
    found = year(tmp_path, {**OFFICE, **files}).diagnostics
    assert [each.code for each in found] == ["IKI402", "IKI406", "IKI405"]


def test_tables_that_lie_where_they_are_not_read_are_named(tmp_path: Path) -> None:
    files = {
        "realisasi/2019/seksi.xlsx": "PK",
        "realisasi/2019/lama/sekcam.csv": csv("sekcam,surat,a,2019,5"),
        "realisasi/2019/~$seksi.xlsx": "",
        "realisasi/2019/bukti.pdf": "",
    }
    found = year(tmp_path, {**OFFICE, **files})
    names = [(each.code, Path(each.span.source.path).name) for each in found.diagnostics]
    assert names == [("IKI118", "sekcam.csv"), ("IKI118", "seksi.xlsx")]
    assert found.realisasi.isian == {}


def test_a_year_that_is_no_folder_cannot_be_read(tmp_path: Path) -> None:
    kantor, _ = read(tmp_path, {**OFFICE, "realisasi/2019": "bukan folder"})
    with pytest.raises(NotADirectoryError):
        load_year(kantor, 2019)


def test_a_decimal_comma_does_not_hide_in_the_remark(tmp_path: Path) -> None:
    header = "jabatan,indikator,variabel,periode,nilai,keterangan\n"
    assert problems(tmp_path, header + "sekcam,surat,a,2019,95,5\n") == [("IKI406", 2, 21)]
    (tmp_path / "realisasi/2019/sekcam.csv").unlink()
    assert problems(tmp_path, header + "sekcam,surat,a,2019,95,(5 berkas)\n") == []


def test_a_period_in_two_rows_is_an_error_also_where_one_of_them_is_empty(tmp_path: Path) -> None:
    rows = csv(
        "sekcam,surat,a,2019-01,-", "sekcam,surat,a,2019-01,5", "sekcam,surat,b,2019,", "sekcam,surat,b,2019,n/a"
    )
    assert problems(tmp_path, rows) == [("IKI407", 2, 1), ("IKI407", 5, 1)]


def test_an_empty_row_keeps_its_remark(tmp_path: Path) -> None:
    text = csv("sekcam,surat,a,2019-01,-,belum masuk", header="jabatan,indikator,variabel,periode,nilai,keterangan")
    found = year(tmp_path, {**OFFICE, "realisasi/2019/sekcam.csv": text})
    (empty,) = found.realisasi.kosong[Kunci("sekcam", "surat", "a")]
    assert (empty.periode.teks, empty.keterangan, found.diagnostics) == ("2019-01", "belum masuk", ())


def test_names_that_are_gone_cost_an_earlier_year_nothing_but_a_warning(tmp_path: Path) -> None:
    gone = [f"bubar,x,a,2019-01,{number}" for number in range(150)]
    text = csv(*gone, ",,hari,2019,240", "sekcam,surat,a,2019,5")
    kantor, _ = read(tmp_path, {**OFFICE, "realisasi/2019/sekcam.csv": text})
    found = load_year(kantor, 2019, earlier=True)
    assert [(each.code, *each.span.first) for each in found.diagnostics] == [("IKI451", 2, 1)]
    assert "151 baris tidak dipakai: `bubar.x.a`, `hari`" in found.diagnostics[0].message
    assert [each.nilai for each in found.realisasi.isian[Kunci("sekcam", "surat", "a")]] == [5]


def test_files_that_wait_to_be_moved_are_read_in_place_of_the_old_ones(tmp_path: Path) -> None:
    files = {
        "realisasi/2019/sekcam.csv": csv("sekcam,surat,a,2019,5"),
        "realisasi/.impor-siap/2019/sekcam.csv": csv("sekcam,surat,a,2019,6"),
        "realisasi/.impor-siap/2019/unit.csv": csv(",,pegawai,2019,20"),
    }
    found = year(tmp_path, {**OFFICE, **files})
    rows = [row for rows in found.realisasi.isian.values() for row in rows]
    places = {(int(row.nilai), row.sumber.path) for row in rows}
    folder = tmp_path / "realisasi/2019"
    assert places == {(6, str(folder / "sekcam.csv")), (20, str(folder / "unit.csv"))}
    assert [each.code for each in found.diagnostics] == ["IKI452"]


@pytest.mark.parametrize("wrong", [99, 100, 101])
def test_a_table_that_breaks_behind_many_errors_is_read_to_no_more_than_them(tmp_path: Path, wrong: int) -> None:
    rows = ["lain,surat,a,2019-01,5"] * wrong
    found = [code for code, *_ in problems(tmp_path, csv(*rows, 'sekcam,surat,"a,2019-01,5'))]
    assert found == ["IKI402"] * min(wrong, 100) + ["IKI412"] * (wrong < 100)
