"""The rows of a table, divided into runs of one variable."""

from hypothesis import given
from hypothesis import strategies as st

from ikicli.realisasi.bacaan import _runs

names = st.lists(st.tuples(*[st.sampled_from("ab")] * 3), min_size=1, max_size=8)


@given(names, st.integers(1, 4), st.booleans())
def test_every_row_is_in_one_run_and_each_run_names_one_variable(
    of_runs: list[tuple[str, str, str]], each: int, ragged: bool
) -> None:
    rows = [name for at, name in enumerate(of_runs) for _ in range(each + (ragged and at % 2))]
    runs = _runs([list(column) for column in zip(*rows, strict=True)])
    assert [row for run in runs for row in range(len(rows))[run]] == list(range(len(rows)))
    assert all(len(set(rows[run])) == 1 for run in runs)
