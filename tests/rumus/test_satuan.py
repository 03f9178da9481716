import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikicli.rumus import SATUAN_CACAH, SATUAN_TANPA_DIMENSI, Satuan, is_count, parse_satuan
from ikicli.rumus.satuan import SATUAN_BAWAAN, UnknownUnit, times, write_satuan

units = st.lists(
    st.tuples(st.sampled_from(sorted(SATUAN_BAWAAN - SATUAN_TANPA_DIMENSI)), st.sampled_from([-2, -1, 1, 2]))
)


def product(factors: list[tuple[str, int]]) -> Satuan:
    unit: Satuan = ()
    for base, power in factors:
        unit = times(unit, ((base, power),))
    return unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("orang", (("orang", 1),)),
        ("orang hari", (("hari", 1), ("orang", 1))),
        ("hari orang", (("hari", 1), ("orang", 1))),
        ("  hari   orang ", (("hari", 1), ("orang", 1))),
        ("orang orang", (("orang", 2),)),
        ("rupiah / orang", (("orang", -1), ("rupiah", 1))),
        ("rupiah/orang/hari", (("hari", -1), ("orang", -1), ("rupiah", 1))),
        ("rupiah / orang hari", (("hari", -1), ("orang", -1), ("rupiah", 1))),
        ("orang / orang", ()),
        ("1 / orang", (("orang", -1),)),
        ("juta rupiah", (("juta rupiah", 1),)),
        ("juta rupiah orang", (("juta rupiah", 1), ("orang", 1))),
        ("meter", (("meter", 1),)),
        ("meter persegi", (("meter persegi", 1),)),
        ("persen", ()),
        ("indeks", ()),
        ("persen orang", (("orang", 1),)),
        ("regu", (("regu", 1),)),
        ("lembar kerja / regu", (("lembar kerja", 1), ("regu", -1))),
    ],
)
def test_reads_units(text: str, unit: Satuan) -> None:
    assert parse_satuan(text, ("regu", "lembar kerja")) == unit


@pytest.mark.parametrize(
    ("text", "word"),
    [
        *(
            ("", ""),
            ("  ", ""),
            ("/", ""),
            ("orang /", ""),
            ("/ orang", ""),
            ("1", "1"),
            ("orang 1", "1"),
            ("orang / 1", "1"),
        ),
        *(
            ("Orang", "Orang"),
            ("regu", "regu"),
            ("orang kepala", "kepala"),
            ("ribu", "ribu"),
            ("ora\u200bng", "ora\u200bng"),
        ),
    ],
)
def test_names_the_word_that_is_no_unit(text: str, word: str) -> None:
    with pytest.raises(UnknownUnit) as unknown:
        parse_satuan(text)
    assert unknown.value.word == word


def test_count_units_and_large_money_do_not_convert() -> None:
    assert parse_satuan("dokumen") != parse_satuan("laporan")
    assert parse_satuan("juta rupiah") != parse_satuan("rupiah")
    assert "orang" in SATUAN_CACAH


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hari orang", "orang hari"),
        ("rupiah / orang / hari", "rupiah / orang hari"),
        ("1 / orang", "1 / orang"),
        ("orang orang", "orang orang"),
        ("persen", "angka tanpa satuan"),
    ],
)
def test_writes_units_for_readers(text: str, said: str) -> None:
    assert write_satuan(parse_satuan(text)) == said


@given(units)
def test_what_is_written_is_read_again(factors: list[tuple[str, int]]) -> None:
    unit = product(factors)
    assert (parse_satuan(write_satuan(unit)) if unit else ()) == unit


@given(units, units)
def test_units_multiply_in_any_order_and_divide_back(left: list[tuple[str, int]], right: list[tuple[str, int]]) -> None:
    one, other = product(left), product(right)
    assert times(one, other) == times(other, one)
    assert times(times(one, other), other, -1) == one


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("orang", True), ("regu", True), ("orang hari", False), ("persen", False), ("1 / orang", False), ("hari", False)],
)
def test_tells_what_counts_whole_things(unit: str, expected: bool) -> None:
    assert is_count(parse_satuan(unit, ["regu"]), ["regu"]) is expected


def test_an_unknown_unit_counts_nothing() -> None:
    assert not is_count(None)
