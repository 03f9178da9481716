"""CSV in and out: rows with their lines, cells with their places, and nothing that a spreadsheet would run."""

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikicli.diagnostik import Source
from ikicli.tabel import BrokenTable, cell_span, rows, write_csv

CLOSE = "tutup kutipnya atau hapus"
TWICE = 'hapus kutipnya, atau tulis kutip di dalam teks dua kali: `""`'


def table(text: str) -> Source:
    return Source("a.csv", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\n", []),
        ("a,b\n1,2\n", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("a,b\n1,2", [(1, ["a", "b"]), (2, ["1", "2"])]),
        ("a;b,c\n1;2,3\n", [(1, ["a;b", "c"]), (2, ["1;2", "3"])]),
        ("a;b;c\n1,5;2;3\n", [(1, ["a", "b", "c"]), (2, ["1,5", "2", "3"])]),
        ("\n\na;b\n1;2\n", [(3, ["a", "b"]), (4, ["1", "2"])]),
        ("a,b\n,\n \t, \n\n1,2\n", [(1, ["a", "b"]), (5, ["1", "2"])]),
        ('a,b\n"x\ny, ""z""",2\n3,4\n', [(1, ["a", "b"]), (2, ['x\ny, "z"', "2"]), (4, ["3", "4"])]),
        ('a,b\nx"y,"z"\n', [(1, ["a", "b"]), (2, ['x"y', "z"])]),
        ("a\x85b\u2028c,d\n", [(1, ["a\x85b\u2028c", "d"])]),
    ],
)
def test_rows_know_their_lines(text: str, expected: list[tuple[int, list[str]]]) -> None:
    assert list(rows(table(text))) == expected


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ('a,b\n1,2\n"x,3\n4,5\n', 3, "tanda kutip di baris ini tidak ditutup", CLOSE),
        ('a,"b', 1, "tanda kutip di baris ini tidak ditutup", CLOSE),
        ('a,b\n1,"x' + "\ny" * 100_000, 2, "tanda kutip di baris ini tidak ditutup", CLOSE),
        ('a,b\n1,"x" y\n', 2, "ada teks sesudah tanda kutip penutup", TWICE),
        ('a,b\n1,"x\n2,"y"\n', 2, "ada teks sesudah tanda kutip penutup", TWICE),
        (
            "a,b\n1," + "x" * 1_000_000 + "\n",
            2,
            "ada sel di baris ini yang lebih panjang dari 131072 karakter",
            "pendekkan isinya",
        ),
        (
            'a,b\n1,"' + "x" * 1_000_000 + '"\n',
            2,
            "ada sel di baris ini yang lebih panjang dari 131072 karakter",
            "pendekkan isinya",
        ),
        ("a,b\n1\r2,3\n", 2, "baris ini tidak dapat dibaca sebagai CSV", "tulis ulang baris ini"),
    ],
)
def test_what_is_no_csv_is_told_with_its_line(text: str, line: int, said: str, hint: str) -> None:
    with pytest.raises(BrokenTable) as broken:
        list(rows(table(text)))
    assert (broken.value.span.first[0], broken.value.message, broken.value.hint) == (line, said, hint)


def test_rows_before_a_broken_one_are_read() -> None:
    read = rows(table('a,b\n1,2\n"x,3\n'))
    assert [next(read), next(read)] == [(1, ["a", "b"]), (2, ["1", "2"])]


TEXT = 'a;b;c\n1; 2 ;"x;""y""\nz"\n\n5"6;;\n7\n"buka;8\n9'


@pytest.mark.parametrize(
    ("line", "column", "marked"),
    [
        (1, 0, "a"),
        (1, 2, "c"),
        (2, 0, "1"),
        (2, 1, " 2 "),
        (2, 2, '"x;""y""\nz"'),
        (2, 3, '1; 2 ;"x;""y""\nz"'),
        (2, -1, '1; 2 ;"x;""y""\nz"'),
        (4, 0, ""),
        (5, 0, '5"6'),
        (5, 1, ""),
        (5, 2, ""),
        (5, 3, '5"6;;'),
        (6, 0, "7"),
        (6, 1, "7"),
        (7, 0, '"buka;8'),
        (7, -1, '"buka;8'),
        (8, 0, "9"),
    ],
)
def test_a_cell_knows_its_place(line: int, column: int, marked: str) -> None:
    span = cell_span(table(TEXT), line, column)
    assert TEXT[span.start : span.end] == marked


CELLS = st.text(st.sampled_from('ab ,;"\n=-1.é'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=6))
def test_places_and_rows_agree(wanted: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["x", "y"], *wanted])
    source = table(out.getvalue())
    for line, cells in rows(source):
        for column, cell in enumerate(cells):
            span = cell_span(source, line, column)
            written = source.text[span.start : span.end]
            assert written in (cell, '"' + cell.replace('"', '""') + '"')


def test_places_in_a_long_table_are_found_at_once() -> None:
    source = table("a,b\n" + '1,"2"\n' * 100_000)
    start = time.process_time()
    for line in range(2, 100_000, 10):
        cell_span(source, line, 1)
    assert time.process_time() - start < 5  # walking from the top for each would take minutes


@pytest.mark.parametrize("cell", ["", "a", "a=b", "1", "-1", "-0.5", "12.75", "'=1", "é", " =1"])
def test_ordinary_cells_stay_as_they_are(cell: str) -> None:
    assert list(csv.reader(io.StringIO(write_csv([["x", cell]]), newline=""))) == [["x", cell]]


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "+62812",
        "-",
        "--1",
        "-1+1",
        "-1.",
        "-.5",
        "-1.2.3",
        "-٣",
        "@a",
        "\t=1",
        "\r=1",
        "\n=1",
        "=a,b",
        '="x"',
    ],
)
def test_a_cell_never_becomes_a_formula(cell: str) -> None:
    ((_, written),) = csv.reader(io.StringIO(write_csv([["x", cell]]), newline=""))
    assert written == f"'{cell}"


@given(st.lists(st.lists(st.text(), min_size=1, max_size=3), max_size=4))
def test_what_is_written_reads_as_the_same_cells(wanted: list[list[str]]) -> None:
    text = write_csv(wanted)
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in wanted
    ]
    assert not [cell for row in read for cell in row if cell.startswith(("=", "+", "@", "\t", "\r", "\n"))]
