from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pohon_acak import nama, pohon

from ikicli.rumus import Langkah, Nilai, Pohon, Tiada, evaluate, names, parse, zero_divisors
from ikicli.rumus.write import write

KOSONG, NOL, BESAR = Tiada.KOSONG, Tiada.PEMBAGI_NOL, Tiada.TERLALU_BESAR


def tree_of(text: str) -> Pohon:
    tree = parse(text).pohon
    assert tree is not None
    return tree


def value_of(text: str, **values: Nilai | int) -> Nilai:
    exact = {name: Fraction(value) if isinstance(value, int) else value for name, value in values.items()}
    return evaluate(tree_of(text), exact)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("57 / 100 * 100", 57),
        ("1/3 + 1/3 + 1/3", 1),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("2 + 3 * 4 - 5", 9),
        ("8 / 4 / 2", 1),
        ("8 - 4 - 2", 2),
        ("-2 * -3", 6),
        ("--2", 2),
        ("-(2 - 5)", 3),
        ("min(3, 1, 2)", 1),
        ("maks(3, 1, 2)", 3),
        ("jumlah(0.1, 0.2, 0.3)", Fraction(3, 5)),
        ("rata(1, 2)", Fraction(3, 2)),
        ("rata(7)", 7),
        ("abs(-1/3)", Fraction(1, 3)),
        ("abs(2)", 2),
        ("bulat(87.125, 2)", Fraction(8713, 100)),
        ("bulat(-0.005, 2)", Fraction(-1, 100)),
        ("bulat(1250, -2)", 1300),
        ("bulat(2/3, 0)", 1),
        ("jika(1/3 = 2/6, 1, 2)", 1),
        ("jika(1 != 1, 1, 2)", 2),
        ("jika(1 < 1, 1, 2)", 2),
        ("jika(1 <= 1, 1, 2)", 1),
        ("jika(1 > 1, 1, 2)", 2),
        ("jika(1 >= 1, 1, 2)", 1),
    ],
)
def test_computes_exactly(text: str, value: int | Fraction) -> None:
    assert value_of(text) == value


def test_the_decree_of_kromengan_reads_98_75_percent() -> None:
    text = "pegawai * (hari_kerja_efektif - tidak_hadir / pegawai) / (hari_kerja * pegawai) * 100"
    value = value_of(text, pegawai=20, hari_kerja_efektif=240, tidak_hadir=60, hari_kerja=240)
    assert value == Fraction("98.75")


def test_names_are_looked_up_by_their_key() -> None:
    values = {"a": Fraction(1), "lalu(a)": Fraction(10), "sekcam.hadir": Fraction(100)}
    assert evaluate(tree_of("a + lalu(a) + sekcam.hadir"), values) == 111


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x", KOSONG),
        ("-x", KOSONG),
        ("0 * x", KOSONG),
        ("x / 0", KOSONG),
        ("1 / 0 + x", KOSONG),
        ("x + 1 / 0", KOSONG),
        ("jumlah(1 / 0, x)", KOSONG),
        ("min(1, x)", KOSONG),
        ("abs(x)", KOSONG),
        ("bulat(x, 2)", KOSONG),
        ("jika(x > 0, 1, 2)", KOSONG),
        ("jika(1 / 0 > x, 1, 2)", KOSONG),
        ("1 / 0", NOL),
        ("0 / 0", NOL),
        ("1 / (a - a)", NOL),
        ("rata(1, 1 / 0)", NOL),
        ("jika(1 / 0 = 1, x, x)", NOL),
        ("jika(a = 1, 1 / 0, x)", NOL),
        ("-(1 / 0)", NOL),
    ],
)
def test_absence_is_strict_and_dominates_division_by_zero(text: str, reason: Tiada) -> None:
    assert value_of(text, a=1) is reason


@pytest.mark.parametrize("text", ["jika(a = 1, 5, x)", "jika(a = 2, x, 5)", "jika(a = 2, 1 / 0, 5)"])
def test_only_the_branch_taken_is_evaluated(text: str) -> None:
    assert value_of(text, a=1) == 5


def test_reasons_pass_through_from_what_a_name_stands_for() -> None:
    assert value_of("a + 1", a=NOL) is NOL
    assert value_of("a + b", a=BESAR, b=NOL) is NOL
    assert value_of("a + b", a=BESAR, b=KOSONG) is KOSONG


def test_numbers_are_bounded() -> None:
    huge = Fraction(10) ** 600
    assert value_of("a * a", a=huge) is BESAR
    assert value_of("a * a / a", a=huge) is BESAR
    assert value_of("1 / a / a", a=huge) is BESAR
    assert value_of("a + 1", a=huge) == huge + 1


def test_a_long_sum_of_unlike_fractions_is_given_up_early() -> None:
    values: dict[str, Nilai] = {f"a{n}": 1 / Fraction(10**900 + 2 * n + 1) for n in range(400)}
    tree = tree_of(f"jumlah({','.join(values)})")
    assert evaluate(tree, values) is BESAR
    assert evaluate(tree_of(f"rata({','.join(values)})"), values) is BESAR


def test_steps_come_parts_first_and_leave_out_the_branch_not_taken() -> None:
    tree = tree_of("jika(a > 2, a * 100, b)")
    steps: list[Langkah] = []
    assert evaluate(tree, {"a": Fraction(3)}, steps) == 300
    assert [f"{write(step.bagian)}: {step.nilai}" for step in steps] == [
        "a: 3",
        "2: 2",
        "a: 3",
        "100: 100",
        "a * 100: 300",
        "jika(a > 2, a * 100, b): 300",
    ]


@pytest.mark.parametrize(
    ("text", "divisors"),
    [
        ("a / 0", ["0"]),
        ("a / (5 - 5)", ["5 - 5"]),
        ("a / hari", ["hari"]),
        ("a / (b * hari)", []),
        ("a / b", []),
        ("0 / a", []),
        ("a / (1 / (2 * hari))", ["2 * hari"]),
        ("jika(a > 0, 1 / bulat(0.4, 0), 2) / 0", ["0", "bulat(0.4, 0)"]),
    ],
)
def test_finds_divisors_that_are_always_zero(text: str, divisors: list[str]) -> None:
    assert [write(zero) for zero in zero_divisors(parse(text).pembagi, {"hari": Fraction(0)})] == divisors


numbers: st.SearchStrategy[Nilai] = st.one_of(st.fractions(), st.integers().map(Fraction), st.sampled_from(Tiada))


@given(pohon, st.dictionaries(nama, numbers), st.data())
def test_evaluation_never_raises(tree: Pohon, values: dict[str, Nilai], data: st.DataObject) -> None:
    for leaf in names(tree):
        if data.draw(st.booleans()):
            values[leaf.kunci] = data.draw(numbers)
    steps: list[Langkah] = []
    result = evaluate(tree, values, steps)
    assert isinstance(result, Fraction | Tiada)
    assert steps[-1] == Langkah(tree, result)
    assert evaluate(tree, values) == result
