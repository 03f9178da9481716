import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikicli.diagnostik import KODE, Diagnostic, Source, Span, Tingkat, closest, did_you_mean, level_of, ordered
from ikicli.diagnostik.saran import NO_WIDTH


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (1, 4)), (4, (2, 1)), (5, (3, 1)), (6, (3, 2)), (7, (3, 3))]
)
def test_places_count_lines_and_columns_from_1_in_code_points(offset: int, place: tuple[int, int]) -> None:
    assert Span(Source("a.yaml", "a🙂b\n\ncd"), offset, offset).first == place


@given(st.text(st.sampled_from("a\n🙂\r")), st.data())
def test_places_lead_back_to_their_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Span(Source("a.yaml", text), 0, offset).last
    assert sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1 == offset


def test_many_findings_in_a_large_file_are_placed_soon() -> None:
    source = Source("a.yaml", "a: 1\n" * 200_000)
    start = time.perf_counter()
    assert all(Span(source, at, at).first == (at // 5 + 1, at % 5 + 1) for at in range(0, 1_000_000, 7))
    assert time.perf_counter() - start < 10


def test_findings_are_sorted_by_place_and_told_once() -> None:
    one, other = Source("a.yaml", "abc"), Source("b.yaml", "abc")
    later = Diagnostic("IKI106", Span(one, 2, 3), "z")
    longer = Diagnostic("IKI106", Span(one, 0, 2), "y")
    first = Diagnostic("IKI101", Span(one, 0, 1), "y")
    second = Diagnostic("IKI106", Span(one, 0, 1), "x")
    last = Diagnostic("IKI101", Span(other, 0, 1), "a")
    assert ordered([last, later, second, longer, first, second]) == (first, second, longer, later, last)


def test_severity_belongs_to_the_code() -> None:
    span = Span(Source("a.yaml", ""), 0, 0)
    assert level_of(Diagnostic("IKI101", span, "x")) is Tingkat.GALAT
    assert level_of(Diagnostic("IKI115", span, "x")) is Tingkat.PERINGATAN
    assert level_of(Diagnostic("IKI214", span, "x")) is Tingkat.INFO


def test_codes_are_sorted_titled_and_explained() -> None:
    assert list(KODE) == sorted(KODE)
    for code, kode in KODE.items():
        assert code.startswith("IKI")
        assert not kode.judul.endswith(".")
        assert kode.penjelasan.endswith(".")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("satuann", "mungkin maksud Anda `satuan`"),
        ("Satuan", "mungkin maksud Anda `satuan`"),
        ("Sumber Data", "mungkin maksud Anda `sumber_data`"),
        ("sumber-data", "mungkin maksud Anda `sumber_data`"),
        ("xyz", None),
        ("", None),
        ("s" * 100_000, None),
        ("sat\u200buan", "ada karakter tak terlihat di dalamnya (U+200B); hapus lalu ketik ulang"),
        ("\ufeffa\u200b", "ada karakter tak terlihat di dalamnya (U+200B, U+FEFF); hapus lalu ketik ulang"),
    ],
)
def test_near_misses(word: str, hint: str | None) -> None:
    assert did_you_mean(word, ["satuan", "sumber_data", "polaritas"]) == hint


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert closest("satuan", ()) is None


def test_hidden_characters_take_no_room() -> None:
    assert len(set(NO_WIDTH)) == len(NO_WIDTH)
    assert "\u00a0" not in NO_WIDTH
