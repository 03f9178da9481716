"""Tables by columns: what csv.reader would give, and nothing where it is not sure to be that."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikicli.tabel import Columns, SelAngka, are_plain, cells_of, columns, cut, longer, split_plain, words_from

cells = st.text(st.sampled_from("ab1 -.\t\x85\u2028é"), max_size=4) | st.text("a", min_size=8, max_size=70)
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=12)
)


def read(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))


@given(table=tables, delimiter=st.sampled_from(",;"), end=st.sampled_from(["\n", ""]), step=st.integers(8, 60))
def test_a_table_of_one_width_is_what_csv_reads(table: list[list[str]], delimiter: str, end: str, step: int) -> None:
    text = "\n".join(map(delimiter.join, table)) + end
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "_STEP", step)
        for large in (0, 1 << 20):  # texts that come again are held once, and not
            patch.setattr(columns, "_LARGE", large)
            plain = split_plain(text, delimiter)
            if plain is not None:
                assert [[*row] for row in plain] == read(text, delimiter)
    longest = max(len(line) + 1 for line in text.split("\n"))
    assert plain is not None or longest > step or "\n" not in text


@given(text=st.text(st.sampled_from('ab,;\n\r"'), max_size=60), step=st.integers(2, 70))
def test_any_other_text_is_left_to_csv(text: str, step: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "_STEP", step)
        plain = split_plain(text, ",")
    if plain is not None:
        assert [[*row] for row in plain] == read(text, ",")
        assert len({len(row) for row in plain}) == 1


@pytest.mark.parametrize(
    "text", ["", "a", "a\n1\n", "a,b", "a,b\n1\n", "a,b\n\n1,2\n", 'a,b\n"1",2\n', "a,b\n1\r2,3\n", "a,b\n1,2,3\n4\n"]
)
def test_what_may_be_read_otherwise_is_not_read_here(text: str) -> None:
    assert split_plain(text, ",") is None


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1," + "x" * 40_000 + "\n",
        "a,b\n" + "x" * 16_384 + "y,1\n",
        "a,b\n1,2\n" + "x" * 16_384,
        "a,b\n" + "1,2\n" * 40_000 + "x" * 20_000 + ",2\n",
    ],
)
def test_a_line_longer_than_a_piece_is_left_to_csv(text: str) -> None:
    assert split_plain(text, ",") is None


def test_a_wide_form_is_left_to_csv() -> None:
    """Its cells are asked for one by one, and here each would cost a look at all of its row."""
    assert split_plain(",".join(["a"] * 40) + "\n", ",") is not None
    assert split_plain(",".join(["a"] * 41) + "\n", ",") is None


def test_a_text_that_comes_again_in_a_large_table_is_held_once() -> None:
    plain = split_plain("jabatan,nilai\n" + "".join(f"seksi satu,{number}\n" for number in range(20_000)), ",")
    assert plain is not None
    names, numbers = plain.columns
    assert len(set(map(id, names[1:]))) == 1
    assert numbers[1:] == [str(number) for number in range(20_000)]


ROWS = [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]]


def test_rows_are_read_alike_however_they_are_held() -> None:
    held = Columns([[*column] for column in zip(*ROWS, strict=True)])
    assert [held[1], held[-1], [*map(list, held[1:])], len(held)] == [ROWS[1], ROWS[2], ROWS[1:], 3]
    for places in (range(1, 3), [2, 0], []):
        for column in range(4):
            assert [*cells_of(held, places, column)] == [*cells_of(ROWS, places, column)]
    for wanted in ([0], [2, 0]):
        assert [*words_from(held, 1, wanted)] == [*words_from(ROWS, 1, wanted)]
    assert longer(held, range(3), 2) == longer(ROWS, range(3), 2) == {0, 1, 2}
    assert longer(held, range(3), 3) == longer(ROWS, range(3), 3) == set()
    assert are_plain(held, ["a"]) and are_plain(ROWS, ["a"]) and not are_plain(ROWS, ["a", SelAngka("1")])
    held.drop(2)
    assert [[*row] for row in held] == ROWS[2:]


def test_a_row_that_ends_before_a_column_has_nothing_there() -> None:
    ragged = [["a"], ["b", "c"]]
    assert cells_of(ragged, range(2), 1) == ["", "c"]
    with pytest.raises(IndexError):
        list(words_from(ragged, 0, [0, 1]))


@given(column=st.lists(st.sampled_from([1, 2]) | st.just(1), max_size=9), data=st.data())
def test_a_column_is_cut_where_its_runs_end(column: list[int], data: st.DataObject) -> None:
    stops = sorted(data.draw(st.sets(st.integers(1, max(len(column), 1)))) | {len(column)} - {0})
    runs = [slice(start, stop) for start, stop in zip([0, *stops], stops, strict=False) if stop <= len(column)]
    assert [[*part] for part in cut(column, runs)] == [column[run] for run in runs]
