"""Results: states, targets, coverage, means, and what the numbers give reason to say."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from kantor_uji import UNIT, computed, csv, indikator, jabatan, measured, one, sound, tenths

from ikicli.capaian import Keadaan, compute
from ikicli.capaian.hitung import needs_year_before
from ikicli.capaian.tulis import as_json, as_table
from ikicli.realisasi import Periode, load_year

# mypy: disable-error-code="comparison-overlap"

SEKCAM = "definitions/jabatan/sekcam.yaml"
PERJANJIAN = "definitions/perjanjian/2019.yaml"
DATA = "realisasi/2019/sekcam.csv"


def agreed(*targets: str, extra: str = "") -> str:
    lines = "".join(f"    {target}\n" for target in targets)
    return f"tahun: 2019\n{extra}target:\n  sekcam:\n{lines}"


def office(target: str, *rows: str, **of_indicator: str) -> dict[str, str]:
    """One indicator `x` with this target and these rows `variabel,periode,nilai`."""
    return {
        SEKCAM: jabatan(indikator(**of_indicator)),
        PERJANJIAN: agreed(f"x: {target}"),
        DATA: csv(*(f"sekcam,x,{row}" for row in rows)),
    }


def test_three_thirds_are_one_and_57_percent_is_57(tmp_path: Path) -> None:
    result = one(
        tmp_path,
        office("57", "a,2019,57", "b,2019,100", formula="a / b * 100", satuan="persen",
               variabel="a: {nama: A, satuan: dokumen}\nb: {nama: B, satuan: dokumen}"),
    )  # fmt: skip
    assert (result.realisasi, result.capaian, result.keadaan) == (57, 100, Keadaan.DIHITUNG)


@pytest.mark.parametrize(
    ("polarity", "target", "value", "capaian"),
    [
        ("naik", "10", "11", "110"),
        ("naik", "80..90", "92", "920/9"),
        ("naik", "80..90", "70", "87.5"),
        ("naik", "80..90", "80", "100"),
        ("naik", "80..90", "90", "100"),
        ("naik", '">= 80"', "100", "100"),
        ("naik", '">= 80"', "40", "50"),
        ("turun", "10", "5", "150"),
        ("turun", "10", "25", "0"),
        ("turun", '"<= 5"', "0", "100"),
        ("turun", '"<= 5"', "6", "80"),
        ("turun", "7..8", "9", "87.5"),
        ("turun", "7..8", "6.5", "750/7"),
        ("stabil", "100", "90", "90"),
        ("stabil", "100", "110", "90"),
        ("stabil", "80..90", "99", "90"),
    ],
)
def test_capaian_of_a_target(tmp_path: Path, polarity: str, target: str, value: str, capaian: str) -> None:
    files = office(target, f"a,2019,{value}", polaritas=polarity, satuan="hari", variabel="a: {nama: A, satuan: hari}")
    assert one(tmp_path, files).capaian == tenths(capaian)


@pytest.mark.parametrize(
    ("polarity", "value", "capaian", "missed"),
    [("naik", "3", None, False), ("stabil", "0", None, False), ("turun", "0", "100", False), ("turun", "2", "0", True)],
)
def test_a_zero_target(tmp_path: Path, polarity: str, value: str, capaian: str | None, missed: bool) -> None:
    result = one(tmp_path, office("0", f"a,2019,{value}", polaritas=polarity))
    assert result.capaian == (None if capaian is None else tenths(capaian))
    assert result.nol_terlewati is missed
    assert result.keadaan is (Keadaan.TIDAK_DIHITUNG if capaian is None else Keadaan.DIHITUNG)


def test_a_worst_value_makes_a_missed_zero_computable(tmp_path: Path) -> None:
    files = office("{tahun: 0, terburuk: 10}", "a,2019,2", polaritas="turun")
    files["definitions/unit.yaml"] = UNIT + "aturan: {2019: kemenkeu}\n"
    result = one(tmp_path, files)
    assert (result.capaian, result.nol_terlewati) == (80, True)


@pytest.mark.parametrize(("target", "value", "capaian"), [("0", "5", 0), ("10", "30", 0), ("-10", "-12", 80)])
def test_kemenkeu(tmp_path: Path, target: str, value: str, capaian: int) -> None:
    polarity = "naik" if target == "-10" else "turun"
    files = office(target, f"a,2019,{value}", polaritas=polarity, satuan="hari", variabel="a: {nama: A, satuan: hari}")
    files["definitions/unit.yaml"] = UNIT + "aturan: {2019: kemenkeu}\n"
    assert one(tmp_path, files).capaian == capaian


def test_what_does_not_apply_has_no_capaian_whatever_stands_beside_it(tmp_path: Path) -> None:
    files = office("{tidak_berlaku: libur, triwulan: [1, 2, 3, 4]}", "a,2019,8")
    files[SEKCAM] = jabatan(indikator("x"), indikator("y"))
    files[PERJANJIAN] += "    y: 10\n"
    files[DATA] += "sekcam,y,a,2019,10\n"
    hasil = computed(tmp_path, files)
    first, _ = hasil.indikator()
    assert (first.keadaan, first.target, first.capaian) == (Keadaan.TIDAK_BERLAKU, None, None)
    assert hasil.capaian == 100


def test_a_zero_target_missed_under_an_own_form_is_named_too(tmp_path: Path) -> None:
    files = office("0", "a,2019,8", polaritas="turun")
    own = OWN.replace("naik: realisasi / target", "turun: target / realisasi")
    files |= {"definitions/unit.yaml": UNIT + "aturan: {2019: kami}\n", "definitions/aturan/kami.yaml": own}
    result = one(tmp_path, files)
    assert (result.capaian, result.nol_terlewati) == (0, True)


def test_a_range_of_one_number_is_a_range(tmp_path: Path) -> None:
    assert one(tmp_path, office('"0..0"', "a,2019,0")).capaian == 100


def test_an_incomplete_year_before_makes_the_figure_incomplete(tmp_path: Path) -> None:
    files = office("10", *(f"a,2019-{month:02},1" for month in range(1, 13)), formula="a - lalu(a)")
    files["realisasi/2018/sekcam.csv"] = csv("sekcam,x,a,2018-01,1")
    result = one(tmp_path, files)
    assert result.cakupan is not None
    assert result.cakupan.teks == "1/12"


def test_example_files_are_known_whatever_their_case(tmp_path: Path) -> None:
    files = office("10")
    files["realisasi/2019/Contoh.csv"] = csv("sekcam,x,a,2019,8")
    del files[DATA]
    assert one(tmp_path, files).contoh


def test_the_cap_of_kemenkeu(tmp_path: Path) -> None:
    files = office("10", "a,2019,30")
    files["definitions/unit.yaml"] = UNIT + "aturan: {2018: kemenkeu, 2020: lkjip}\n"
    result = one(tmp_path, files)
    assert (result.capaian, result.predikat) == (120, None)


OWN = """\
aturan: Aturan sendiri
capaian:
  naik: realisasi / target * 100
pembulatan: {digit: 0}
predikat: [{nama: Baik, dari: 90}, {nama: Cukup, dari: 70}]
"""


@pytest.mark.parametrize(
    ("polarity", "value", "capaian", "predikat"),
    [
        ("naik", "179", "89.5", "Baik"),
        ("naik", "178", "89", "Cukup"),
        ("naik", "100", "50", None),
        ("turun", "1", None, None),
    ],
)
def test_an_own_rule_set_and_the_predikat_of_the_shown_figure(
    tmp_path: Path, polarity: str, value: str, capaian: str | None, predikat: str | None
) -> None:
    files = office("200", f"a,2019,{value}", polaritas=polarity)
    files |= {"definitions/unit.yaml": UNIT + "aturan: {2019: kami}\n", "definitions/aturan/kami.yaml": OWN}
    result = one(tmp_path, files)
    assert (result.capaian, result.predikat) == (capaian and tenths(capaian), predikat)


@pytest.mark.parametrize("zero", ["", "target_nol: {turun_lebih: tidak_dihitung}\n", "target_nol: {turun_lebih: 30}\n"])
def test_a_rule_set_says_what_a_zero_target_gives(tmp_path: Path, zero: str) -> None:
    files = office("0", "a,2019,1", polaritas="turun")
    own = OWN.replace("naik: realisasi", "turun: realisasi") + zero
    files |= {"definitions/unit.yaml": UNIT + "aturan: {2019: kami}\n", "definitions/aturan/kami.yaml": own}
    assert one(tmp_path, files).capaian == (30 if "30" in zero else None)


def test_a_form_that_fails_under_a_target_that_is_not_zero(tmp_path: Path) -> None:
    files = office("5", "a,2019,1", polaritas="turun")
    own = OWN.replace("naik: realisasi / target", "turun: terburuk / target")
    files |= {"definitions/unit.yaml": UNIT + "aturan: {2019: kami}\n", "definitions/aturan/kami.yaml": own}
    assert one(tmp_path, files).keadaan is Keadaan.TIDAK_DIHITUNG


def test_the_reasons_for_no_number_in_their_order(tmp_path: Path) -> None:
    ratio = {
        "formula": "a / b",
        "satuan": "rasio",
        "variabel": "a: {nama: A, satuan: dokumen}\nb: {nama: B, satuan: dokumen}",
    }
    names = ["berlaku", "target", "data", "pembagi", "dihitung", "ada"]
    files = {
        SEKCAM: jabatan(*(indikator(name, **ratio) for name in names)),
        PERJANJIAN: agreed("berlaku: {tidak_berlaku: libur}", "data: 1", "pembagi: 1", "dihitung: 0", "ada: 1"),
        DATA: csv(
            "sekcam,target,a,2019,3", "sekcam,target,b,2019,4", "sekcam,data,a,2019,1", "sekcam,pembagi,a,2019,1",
            "sekcam,pembagi,b,2019,0", "sekcam,dihitung,a,2019,1", "sekcam,dihitung,b,2019,1", "sekcam,ada,a,2019,1",
            "sekcam,ada,b,2019,1",
        ),
    }  # fmt: skip
    hasil = computed(tmp_path, files)
    results = {each.indikator.id: each for each in hasil.indikator()}
    assert [results[name].keadaan for name in names] == list(Keadaan)
    assert results["berlaku"].alasan == "libur"
    assert results["target"].realisasi == Fraction(3, 4)
    assert results["target"].capaian is None
    assert (hasil.dihitung, hasil.kosong, hasil.capaian) == (1, 4, 100)


def test_nothing_counted_is_no_mean(tmp_path: Path) -> None:
    hasil = computed(tmp_path, {SEKCAM: jabatan(indikator())})
    assert (hasil.capaian, hasil.predikat, hasil.dihitung, hasil.kosong) == (None, None, 0, 1)
    assert hasil.contoh is False


def test_a_weighted_mean_leaves_out_what_has_no_value(tmp_path: Path) -> None:
    three = [indikator(name, extra=f"bobot: {weight}") for name, weight in (("p", 50), ("q", 30), ("r", 20))]
    rows = csv("sekcam,p,a,2019,10", "sekcam,q,a,2019,5")
    files = {SEKCAM: jabatan(*three), PERJANJIAN: agreed("p: 10", "q: 10", "r: 10"), DATA: rows}
    assert computed(tmp_path, files).jabatan[0].capaian == Fraction(100 * 50 + 50 * 30, 80)


def test_an_indicator_of_no_weight_alone_is_no_mean(tmp_path: Path) -> None:
    two = [indikator("p", extra="bobot: 0"), indikator("q", extra="bobot: 100")]
    files = {SEKCAM: jabatan(*two), PERJANJIAN: agreed("p: 10", "q: 10"), DATA: csv("sekcam,p,a,2019,10")}
    assert computed(tmp_path, files).capaian is None


def test_the_office_is_the_plain_mean_of_its_jabatan(tmp_path: Path) -> None:
    files = {
        SEKCAM: jabatan(indikator("p"), indikator("q")),
        "definitions/jabatan/kasi.yaml": jabatan(indikator("p"), nama="Kasi", atasan="sekcam"),
        PERJANJIAN: agreed("p: 3", "q: 3") + "  kasi: {p: 3}\n",
        DATA: csv("sekcam,p,a,2019,1", "sekcam,q,a,2019,2", "kasi,p,a,2019,1"),
    }
    hasil = computed(tmp_path, files)
    assert [each.jabatan.id for each in hasil.jabatan] == ["kasi", "sekcam"]
    assert hasil.capaian == (Fraction(100, 3) + 50) / 2


@pytest.mark.parametrize(
    ("plan", "sampai", "target", "capaian"),
    [
        ("triwulan: [3, 6, 9, 12]", "TW2", "6", "50"),
        ("triwulan: [3, 6, 9, 12]", "08", "6", "50"),
        ("triwulan: [3, 6, 9, 12]", "02", None, None),
        ("semester: [4, 12]", "S1", "4", "75"),
        ("bulan: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]", "05", "5", "60"),
        ("terburuk: 0", "TW1", "12", "25"),
    ],
)
def test_the_latest_point_of_a_plan_counts(
    tmp_path: Path, plan: str, sampai: str, target: str | None, capaian: str | None
) -> None:
    result = one(tmp_path, office(f"{{tahun: 12, {plan}}}", "a,2019-01,3"), sampai)
    assert (result.target and result.target.teks) == target
    assert result.capaian == (capaian and tenths(capaian))
    assert result.target_tahun is not None
    assert result.capaian_tahun == 25
    assert result.keadaan is (Keadaan.DIHITUNG if target else Keadaan.BELUM_ADA_TARGET)


CHANGES = """\
perubahan:
  - {tanggal: 2019-09-02, dasar: kedua, target: {sekcam: {x: 20}}}
  - {tanggal: 2019-05-02, dasar: pertama, target: {sekcam: {x: 16, y: 5}}}
"""


@pytest.mark.parametrize(
    ("sampai", "x", "y"), [("04", "10", "10"), ("05", "16", "5"), ("TW3", "20", "5"), ("2019", "20", "5")]
)
def test_the_last_change_dated_within_the_span_wins_key_by_key(tmp_path: Path, sampai: str, x: str, y: str) -> None:
    files = {SEKCAM: jabatan(indikator("x"), indikator("y")), PERJANJIAN: agreed("x: 10", "y: 10", extra=CHANGES)}
    results = list(computed(tmp_path, files, sampai).indikator())
    assert [each.target.teks if each.target else None for each in results] == [x, y]


def test_a_standing_target_holds_where_nothing_was_agreed(tmp_path: Path) -> None:
    files = {SEKCAM: jabatan(indikator(extra='target: "<= 5"', polaritas="turun")), DATA: csv("sekcam,x,a,2019,4")}
    result = one(tmp_path, files)
    assert result.target is not None
    assert (result.target.teks, result.capaian, result.contoh) == ("<= 5", 100, False)


SHARED = """\
variabel:
  pegawai: {nama: P, satuan: orang, agregasi: rata, periode: bulan}
  hari: {nama: H, satuan: hari, tetapan: 240}
"""


def test_coverage_is_of_the_months_in_which_everything_asked_for_is_there(tmp_path: Path) -> None:
    files = {
        "definitions/unit.yaml": UNIT + SHARED,
        SEKCAM: jabatan(indikator(formula="a * pegawai / hari", satuan="dokumen orang / hari",
                                  variabel="a: {nama: A, satuan: dokumen, periode: triwulan}")),
        DATA: csv("sekcam,x,a,2019-TW1,6", "sekcam,x,a,2019-TW2,6", ",,pegawai,2019-01,20", ",,pegawai,2019-05,22"),
    }  # fmt: skip
    result = one(tmp_path, files, "S1")
    assert result.cakupan is not None
    assert (result.cakupan.teks, result.cakupan.lengkap) == ("2/6", False)
    assert result.realisasi == Fraction(12 * 21, 120)


def test_a_formula_over_constants_asks_for_no_data(tmp_path: Path) -> None:
    both = indikator("p", "hari", satuan="hari", variabel=""), indikator("q", "pegawai", satuan="orang", variabel="")
    files = {"definitions/unit.yaml": UNIT + SHARED, SEKCAM: jabatan(*both)}
    result = one(tmp_path, files, "TW1")
    assert (result.cakupan, result.realisasi) == (None, 60)
    assert not needs_year_before(sound(tmp_path, files))


def test_references_are_exact_and_carry_what_they_stand_on(tmp_path: Path) -> None:
    thirds = indikator("y", "a / 3", satuan="dokumen")
    files = {
        SEKCAM: jabatan(indikator("x", "sekcam.y * 3 + sekcam.y - sekcam.y", variabel=""), thirds),
        PERJANJIAN: agreed("x: 1"),
        "realisasi/2019/contoh.csv": csv("sekcam,y,a,2019-01,1"),
    }
    result = one(tmp_path, files, "02")
    assert (result.realisasi, result.capaian, result.contoh) == (1, 100, True)
    assert result.cakupan is not None
    assert result.cakupan.teks == "1/2"


def test_a_thousand_references_in_a_row(tmp_path: Path) -> None:
    chain = [indikator(f"x{n}", f"sekcam.x{n + 1}", variabel="") for n in range(1000)]
    files = {SEKCAM: jabatan(*chain, indikator("x1000")), DATA: csv("sekcam,x1000,a,2019,7")}
    assert one(tmp_path, files).realisasi == 7


def test_the_year_before(tmp_path: Path) -> None:
    files = {
        SEKCAM: jabatan(indikator(formula="(a - lalu(a)) / lalu(a) * 100", satuan="persen")),
        PERJANJIAN: agreed("x: 10"),
        DATA: csv("sekcam,x,a,2019-TW1,6", "sekcam,x,a,2019-TW2,60"),
        "realisasi/2018/sekcam.csv": csv("sekcam,x,a,2018-TW1,5", "sekcam,x,a,2018-TW2,50"),
    }
    assert one(tmp_path, files, "TW1").realisasi == 20
    assert needs_year_before(sound(tmp_path, files))
    (tmp_path / "realisasi/2018/sekcam.csv").unlink()
    del files["realisasi/2018/sekcam.csv"]
    assert one(tmp_path, files, "TW1").keadaan is Keadaan.BELUM_ADA_DATA


@pytest.mark.parametrize(("extra", "codes"), [("", ["IKI504"]), ("abaikan: {IKI504: memang bisa lebih}", [])])
def test_a_percentage_above_100_is_worth_a_word(tmp_path: Path, extra: str, codes: list[str]) -> None:
    files = office(
        "100", "a,2019,3", formula="a / 2 * 100", satuan="persen", variabel="a: {nama: A, satuan: rasio}", extra=extra
    )
    assert [each.code for each in measured(tmp_path, files).diagnostics] == codes


def test_a_number_beyond_a_thousand_digits_is_an_error(tmp_path: Path) -> None:
    squares = [indikator("x0", "a * 1000", satuan="rasio", variabel="a: {nama: A, satuan: rasio}")]
    squares += [
        indikator(f"x{n}", f"sekcam.x{n - 1} * sekcam.x{n - 1}", satuan="rasio", variabel="") for n in range(1, 14)
    ]
    files = {SEKCAM: jabatan(*squares), DATA: csv("sekcam,x0,a,2019,7")}
    found = measured(tmp_path, files).diagnostics
    assert {each.code for each in found} == {"IKI503"}


def test_json_as_bound(tmp_path: Path) -> None:
    files = office("3", "a,2019,2", extra="bobot: 100")
    files[PERJANJIAN] = agreed("x: 3", extra="contoh: true\n")
    data = json.loads(as_json(computed(tmp_path, files)))
    assert data == {
        "versi": 1, "tahun": 2019, "sampai": "2019", "unit": "Kecamatan Uji", "aturan": "lkjip", "contoh": True,
        "ringkasan": {"capaian": "66.67", "predikat": "Sedang", "dihitung": 1, "kosong": 0},
        "jabatan": [{
            "id": "sekcam", "nama": "Sekretaris", "capaian": "66.67", "predikat": "Sedang", "dihitung": 1, "kosong": 0,
            "indikator": [{
                "id": "x", "sasaran": "Baik.", "nama": "Nama x.",
                "satuan": "dokumen", "polaritas": "naik", "bobot": "100",
                "target": "3", "target_tahun": "3", "realisasi": "2", "capaian": "66.67", "capaian_tahun": "66.67",
                "predikat": "Sedang", "keadaan": "dihitung", "cakupan": "12/12", "contoh": True,
                "persis": {"realisasi": "2", "capaian": "200/3"},
            }],
        }],
    }  # fmt: skip


def test_what_is_unknown_is_null_in_json_and_empty_in_the_table(tmp_path: Path) -> None:
    hasil = computed(tmp_path, {SEKCAM: jabatan(indikator())}, "TW2")
    (found,) = json.loads(as_json(hasil))["jabatan"][0]["indikator"]
    unknown = ["bobot", "target", "target_tahun", "realisasi", "capaian", "capaian_tahun", "predikat"]
    assert [found[key] for key in unknown] == [None] * 7
    assert (found["persis"], found["cakupan"]) == ({"realisasi": None, "capaian": None}, "0/6")
    header, row = as_table(hasil)
    cells = dict(zip(header, row, strict=True))
    assert (cells["sampai"], cells["keadaan"], cells["contoh"]) == ("2019-TW2", "belum_ada_target", "false")
    assert [cells[key] for key in unknown] == [""] * 7


def test_only_the_jabatan_asked_for(tmp_path: Path) -> None:
    kantor = computed(tmp_path, {SEKCAM: jabatan(indikator())}).kantor
    year = load_year(kantor, 2019).realisasi
    assert compute(kantor, year, Periode(2019, 1, 12), jabatan=["lain"]).hasil.jabatan == ()
