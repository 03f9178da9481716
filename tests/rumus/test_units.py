import pytest
from hypothesis import given
from hypothesis import strategies as st
from pohon_acak import pohon

from ikicli.rumus import Masalah, Pohon, Satuan, check_units, names, parse, parse_satuan
from ikicli.rumus.satuan import TANPA_DIMENSI

VARIABLES: dict[str, Satuan | None] = {
    "pegawai": parse_satuan("orang"),
    "hadir": parse_satuan("orang"),
    "hari": parse_satuan("hari"),
    "hari_orang": parse_satuan("orang hari"),
    "biaya": parse_satuan("rupiah"),
    "tarif": parse_satuan("rupiah / orang"),
    "nilai": parse_satuan("indeks"),
    "lalu(pegawai)": parse_satuan("orang"),
    "sekcam.hadir": TANPA_DIMENSI,
    "gelap": None,
}


def checked(text: str, unit: str | None, *, percent: bool = False) -> tuple[Masalah, ...]:
    tree = parse(text).pohon
    assert tree is not None
    return check_units(tree, None if unit is None else parse_satuan(unit), percent=percent, variables=VARIABLES)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("pegawai", "orang"),
        ("-pegawai", "orang"),
        ("pegawai * hari", "hari orang"),
        ("hari * pegawai", "orang hari"),
        ("hari_orang / hari", "orang"),
        ("biaya / pegawai - tarif", "rupiah / orang"),
        ("tarif * pegawai", "rupiah"),
        ("1 / pegawai", "1 / orang"),
        ("pegawai + 2", "orang"),
        ("2 + pegawai", "orang"),
        ("2 * pegawai / 3", "orang"),
        ("(2 + 3) * pegawai + 2 * 3", "orang"),
        ("pegawai - lalu(pegawai)", "orang"),
        ("min(pegawai, 10, hadir)", "orang"),
        ("rata(pegawai, hadir)", "orang"),
        ("abs(pegawai - hadir)", "orang"),
        ("bulat(pegawai, 0)", "orang"),
        ("jika(pegawai > 10, hari, 0)", "hari"),
        ("jika(pegawai > hadir, 1, 0)", "hari"),
        ("100", "hari"),
        ("hadir / pegawai", "rasio"),
        ("1 - hadir / pegawai", "skor"),
        ("nilai", "indeks"),
        ("sekcam.hadir", "indeks"),
        ("nilai * pegawai", "orang"),
        ("pegawai * pegawai / pegawai", "orang"),
    ],
)
def test_units_that_fit(text: str, unit: str) -> None:
    assert checked(text, unit) == ()


MISFITS = [
    ("hari - pegawai", "hari", "IKI312", "hari - pegawai", "satuan tidak sama: hari dikurangi orang"),
    ("hari + pegawai", "hari", "IKI312", "hari + pegawai", "satuan tidak sama: hari ditambah orang"),
    ("2 * (hari - pegawai)", "hari", "IKI312", "hari - pegawai", "satuan tidak sama: hari dikurangi orang"),
    ("nilai + pegawai", "orang", "IKI312", "nilai + pegawai", "satuan tidak sama: angka tanpa satuan ditambah orang"),
    ("min(hari, 1, pegawai)", "hari", "IKI312", "min(hari, 1, pegawai)", "satuan tidak sama: hari bersama orang"),
    ("jika(hari > pegawai, 1, 0)", "hari", "IKI312", "hari > pegawai", "hari dibandingkan dengan orang"),
    ("jika(hari > 1, hari, pegawai)", "hari", "IKI312", "jika(hari > 1, hari, pegawai)", "hari atau orang"),
    ("gelap + hari - pegawai + hari", "hari", None, "", ""),
    ("min(gelap, hari, pegawai)", "hari", "IKI312", "min(gelap, hari, pegawai)", "hari bersama orang"),
    ("pegawai / hari", "orang", "IKI313", "pegawai / hari", "orang / hari, padahal satuan indikatornya orang"),
    ("hadir / pegawai", "orang", "IKI313", "hadir / pegawai", "formula menghasilkan angka tanpa satuan, padahal"),
    (" ( pegawai ) ", "persen", "IKI313", "pegawai", "orang, padahal indikatornya berupa angka tanpa satuan"),
]


@pytest.mark.parametrize(("text", "unit", "code", "marked", "message"), MISFITS)
def test_units_that_do_not_fit(text: str, unit: str, code: str | None, marked: str, message: str) -> None:
    problems = checked(text, unit)
    assert [problem.kode for problem in problems] == ([] if code is None else [code])
    for problem in problems:
        assert text[problem.tempat.awal : problem.tempat.akhir] == marked
        assert message in problem.pesan
        assert problem.saran is not None


def test_every_misfit_is_reported_and_its_result_only_once() -> None:
    problems = checked("(hari - pegawai) * (biaya + hari) + pegawai", "orang")
    assert [problem.pesan for problem in problems] == [
        "satuan tidak sama: hari dikurangi orang",
        "satuan tidak sama: rupiah ditambah hari",
    ]


@pytest.mark.parametrize("text", ["gelap", "gelap * hari", "hari / gelap", "-gelap", "gelap + hari", "tak_ada"])
def test_what_is_not_known_is_not_judged(text: str) -> None:
    assert checked(text, "orang") == ()


def test_an_unknown_unit_of_the_result_is_not_judged() -> None:
    assert checked("hari * pegawai", None, percent=True) == ()
    assert [problem.kode for problem in checked("hari - pegawai", None)] == ["IKI312"]


@pytest.mark.parametrize(
    "text",
    [
        *("hadir / pegawai * 100", "100 * hadir / pegawai", "hadir * 100 / pegawai", "hadir / (pegawai / 100)"),
        *("bulat(hadir / pegawai * 100, 0)", "-(hadir / pegawai * 100)", "100 - hadir / pegawai * 100"),
        *("jika(pegawai = 0, 0, hadir / pegawai * 100)", "jika(hadir >= pegawai, 100, 0)", "100 / (pegawai / hadir)"),
    ],
)
def test_percentages_with_a_factor_100(text: str) -> None:
    assert checked(text, "persen", percent=True) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("hadir / pegawai", "hadir / pegawai / 100", "hadir / (pegawai * 100)", "min(hadir / pegawai, 100)"),
        *("jika(hadir * 100 > pegawai, hadir / pegawai, 0)", "jika(hadir >= pegawai, 1, 0)", "1 - hadir / pegawai"),
    ],
)
def test_percentages_without_a_factor_100(text: str) -> None:
    (problem,) = checked(text, "persen", percent=True)
    assert problem.kode == "IKI314"
    assert text[problem.tempat.awal : problem.tempat.akhir] == text
    assert checked(text, "persen") == ()


@given(pohon, st.sampled_from([None, *VARIABLES.values()]), st.booleans(), st.data())
def test_any_formula_can_be_checked(tree: Pohon, declared: Satuan | None, percent: bool, data: st.DataObject) -> None:
    units = {leaf.kunci: data.draw(st.sampled_from(list(VARIABLES.values()))) for leaf in names(tree)}
    found = check_units(tree, declared, percent=percent, variables=units)
    assert {problem.kode for problem in found} <= {"IKI312", "IKI313", "IKI314"}
    unknown = check_units(tree, declared, percent=percent, variables={})
    assert {problem.kode for problem in unknown} <= {"IKI314"}
