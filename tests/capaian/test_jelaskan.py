"""Explanations: the steps of a formula, and the words where something is lacking."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from kantor_uji import UNIT, computed, csv, indikator, jabatan, measured

from ikicli.capaian.jelaskan import Cabang, explain_all
from ikicli.capaian.jelaskan.kata import trees
from ikicli.capaian.jelaskan.kata_bahan import moment
from ikicli.capaian.jelaskan.tahap import step_result, steps
from ikicli.capaian.jelaskan.tulis import as_json
from ikicli.realisasi import Kunci, Periode
from ikicli.realisasi.jurnal import CatatanImpor
from ikicli.rumus import Nilai, Tiada, parse, parse_satuan

VALUES: dict[str, Nilai] = {
    "a": Fraction(7), "b": Fraction(3), "nol": Fraction(0), "minus": Fraction(-2), "kosong": Tiada.KOSONG
}  # fmt: skip
DOKUMEN = parse_satuan("dokumen")


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("a", []),
        ("a / b", ["7 dokumen ÷ 3 dokumen ≈ 2,333333 x"]),
        ("a - minus", ["7 dokumen − (-2) dokumen = 9 x"]),
        ("-a", ["−7 dokumen = -7 x"]),
        ("-(a + b)", ["7 dokumen + 3 dokumen = 10 dokumen", "−10 dokumen = -10 x"]),
        ("min(a, b, 5)", ["min(7 dokumen; 3 dokumen; 5) = 3 x"]),
        ("bulat(a / b, 1)", ["7 dokumen ÷ 3 dokumen ≈ 2,333333", "bulat(2,333333; 1) = 2,3 x"]),
        ("a / nol * 100", ["7 dokumen ÷ 0 dokumen = tidak ada, pembaginya nol"]),
        ("a + kosong", []),
        ("min(a, kosong)", []),
        ("jika(a > b, 1, 2)", ["jika 7 dokumen > 3 dokumen: ya, yang pertama = 1 x"]),
        ("jika(a <= b, 1, 2)", ["jika 7 dokumen ≤ 3 dokumen: tidak, yang kedua = 2 x"]),
        ("jika(kosong > b, 1, 2)", []),
        ("jika(a / nol > 1, 1, 2)", ["7 dokumen ÷ 0 dokumen = tidak ada, pembaginya nol"]),
        ("(a + b) / (a + b)", ["7 dokumen + 3 dokumen = 10 dokumen", "10 dokumen ÷ 10 dokumen = 1 x"]),
    ],
)
def test_steps(formula: str, said: list[str]) -> None:
    tree = parse(formula).pohon
    assert tree is not None
    taken = steps(tree, VALUES, dict.fromkeys(VALUES, DOKUMEN), "x", 2)
    assert [f"{each.teks} {step_result(each, 2)}" for each in taken] == said


SEKCAM, DATA = "definitions/jabatan/sekcam.yaml", "realisasi/2019/a.csv"
OWN_RULE = {
    "definitions/unit.yaml": f"{UNIT}aturan: {{2019: uji}}\n",
    "definitions/aturan/uji.yaml": (
        "aturan: Uji\ndasar: [{dibaca: A}]\n"
        "capaian: {naik: realisasi / target * 100, turun: (terburuk - realisasi) / (terburuk - target) * 100, "
        "stabil: realisasi}\n"
        "target_nol: {naik: tidak_dihitung, turun_nol: 100, turun_lebih: 0, stabil: tidak_dihitung}\n"
    ),
}
JABATAN = {SEKCAM: jabatan(indikator(), indikator("y", polaritas="turun"))}


def agreed(text: str) -> dict[str, str]:
    return {"definitions/perjanjian/2019.yaml": f"tahun: 2019\ntarget: {{sekcam: {{{text}}}}}\n"}


def lines(folder: Path, files: dict[str, str], name: str = "x", sampai: str = "2019") -> list[str]:
    hasil = computed(folder, files, sampai)
    key = Kunci("sekcam", name, "a"), Periode(2019, 1, 12)
    entry = CatatanImpor("2020-01-02T03:04:05Z", *key, None, "8", "a.csv", "ab", None, 2, "E")
    told = trees(explain_all(hasil, [("sekcam", name)], {key: entry}))
    return [line for tree in told for line in _all(tree)]


def _all(branch: Cabang) -> list[str]:
    return [branch.teks, *(line for each in branch.anak for line in _all(each))]


def test_a_rule_set_without_predikat(tmp_path: Path) -> None:
    said = lines(tmp_path, OWN_RULE | JABATAN | agreed("x: 10") | {DATA: csv("sekcam,x,a,2019,8")})
    assert "Predikat: tidak ada, aturan ini tidak memuat predikat" in said
    assert "capaian tanpa batas bawah, tanpa batas atas; dibulatkan 2 desimal saat ditampilkan" in said
    assert "diimpor 2 Januari 2020 pukul 03.04 UTC dari a.csv!E2" in said


@pytest.mark.parametrize(
    ("waktu", "said"),
    [
        ("2019-07-02T09:05:59Z", "2 Juli 2019 pukul 09.05 UTC"),
        ("2019-13-02T09:05:59Z", "2019-13-02T09:05:59Z"),
        ("kemarin", "kemarin"),
    ],
)
def test_the_moment_of_an_import_is_said_as_people_write_it(waktu: str, said: str) -> None:
    assert moment(waktu) == said


def test_below_the_lowest_band(tmp_path: Path) -> None:
    rule = OWN_RULE["definitions/aturan/uji.yaml"] + "predikat: [{nama: Baik, dari: 90}]\n"
    office = (
        OWN_RULE | JABATAN | agreed("x: 10") | {DATA: csv("sekcam,x,a,2019,8"), "definitions/aturan/uji.yaml": rule}
    )
    assert "Predikat: tidak ada, capaian di bawah pita terendah" in lines(tmp_path, office)


def test_the_worst_value(tmp_path: Path) -> None:
    said = lines(
        tmp_path, OWN_RULE | JABATAN | agreed("y: {tahun: 2, terburuk: 12}") | {DATA: csv("sekcam,y,a,2019,7")}, "y"
    )
    assert "nilai terburuk 12" in said
    assert "Bentuk turun: (terburuk − realisasi) ÷ (terburuk − target) × 100 = (12 − 7) ÷ (12 − 2) × 100" in said


def test_within_a_range_and_before_a_plan(tmp_path: Path) -> None:
    plan = "y: {tahun: 2, semester: [1, 2]}"
    office = JABATAN | agreed(f"x: 5..9, {plan}") | {DATA: csv("sekcam,x,a,2019-01,8", "sekcam,y,a,2019-01,1")}
    within = "Cara: realisasi berada di dalam target 5–9, jadi capaiannya 100 (bacaan kami)"
    assert within in lines(tmp_path, office, "x", "TW1")
    assert "Target: belum ada untuk rentang ini" in lines(tmp_path, office, "y", "TW1")


def test_a_jabatan_without_any_number(tmp_path: Path) -> None:
    said = lines(tmp_path, JABATAN, "x", "TW2")
    assert not [line for line in said if line.startswith(("Dalam rata-rata", "Predikat"))]
    assert "Belum ada: Januari s.d. Juni 2019" in said


@pytest.mark.parametrize(
    ("frequency", "rows", "sampai", "missing"),
    [
        ("bulan", ["01", "03"], "TW2", "Februari dan April s.d. Juni 2019"),
        ("triwulan", ["TW1"], "2019", "Triwulan II s.d. IV 2019"),
        ("triwulan", ["01", "02"], "TW2", "Maret dan Triwulan II 2019"),
        ("semester", ["TW1"], "S1", "April s.d. Juni 2019"),
        ("tahun", [], "2019", "Tahun 2019"),
    ],
)
def test_what_is_missing(tmp_path: Path, frequency: str, rows: list[str], sampai: str, missing: str) -> None:
    own = f"a: {{nama: A, satuan: dokumen, periode: {frequency}}}"
    office = {SEKCAM: jabatan(indikator(variabel=own)), DATA: csv(*(f"sekcam,x,a,2019-{each},1" for each in rows))}
    assert f"Belum ada: {missing}" in lines(tmp_path, office, sampai=sampai)


@pytest.mark.parametrize(
    ("formulas", "whose"),
    [
        (("s", "s + lalu(s)"), "unit"),
        (("s", "a"), "sekcam"),
        (("a + s", "a"), "sekcam"),
        (("lalu(s)", "s"), "unit"),
    ],
)
def test_whose_form_asks_for_what_is_missing(tmp_path: Path, formulas: tuple[str, str], whose: str) -> None:
    own = ["" if "a" not in each.replace("lalu", "") else "a: {nama: A, satuan: dokumen}" for each in formulas]
    office = {
        "definitions/unit.yaml": f"{UNIT}variabel: {{s: {{nama: S, satuan: dokumen}}}}\n",
        SEKCAM: jabatan(indikator(formula=formulas[0], variabel=own[0])),
        "definitions/jabatan/kasi.yaml": jabatan(indikator(formula=formulas[1], variabel=own[1])),
    }
    year = 2018 if "lalu" in formulas[0] else 2019
    said = [line for line in lines(tmp_path, office) if "isi `s` lewat" in line]
    assert said == [f"isi `s` lewat formulir `iki templat --jabatan {whose} --tahun {year}`, lalu `iki impor BERKAS`"]


def test_a_number_changed_without_an_import_and_a_remark_are_said(tmp_path: Path) -> None:
    row = 'sekcam,x,a,2019,"8",dihitung ulang,'
    header = "jabatan,indikator,variabel,periode,nilai,keterangan,bukti"
    said = lines(tmp_path, JABATAN | {DATA: f"{header}\n{row}\n"})
    assert "Keterangan: dihitung ulang" in said
    assert any(line.startswith("diimpor 2 Januari 2020 pukul 03.04 UTC") for line in said)
    changed = lines(tmp_path, JABATAN | {DATA: f"{header}\n{row.replace('8', '9')}\n"})
    assert "diubah tanpa impor; impor terakhir mencatat 8" in changed
    assert not any(line.startswith("diimpor") for line in changed)


def test_last_year_beyond_a_thousand_digits_stops_nothing(tmp_path: Path) -> None:
    ratio = "a: {nama: A, satuan: rasio}"
    squares = [indikator("x0", "a * 1000", satuan="rasio", variabel=ratio)]
    squares += [
        indikator(f"x{n}", f"sekcam.x{n - 1} * sekcam.x{n - 1}", satuan="rasio", variabel="") for n in range(1, 14)
    ]
    office = {SEKCAM: jabatan(*squares), "realisasi/2018/a.csv": csv("sekcam,x0,a,2018,7")}
    answer = measured(tmp_path, office)
    assert (answer.tempat, answer.tanpa_lalu) == (None, "hitungan 2018 memuat galat")


def test_what_has_no_number_says_why_to_programs_too(tmp_path: Path) -> None:
    hasil = computed(tmp_path, JABATAN | agreed("x: 5"))
    (told,) = json.loads(as_json(explain_all(hasil, [("sekcam", "x")], {})))["indikator"]
    assert (told["capaian"], told["cara"]) == (None, None)
    assert told["alasan"]
