"""The cells of a published table: the remarks beside a number, and cells made to keep their reader busy."""

from time import process_time

import pytest

from ikicli.sumber.angka_tulis import Desimal
from ikicli.telaah.audit.sel import PembacaSel

READ = PembacaSel(Desimal.KOMA)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("25% (Semester I)", 25),
        ("25 **", 25),
        ("5 (lima) *", None),
        ("5 ((lima))", None),
        ("***", None),
    ],
)
def test_a_remark_is_passed_over(cell: str, value: int | None) -> None:
    found = READ.number(cell).angka
    assert (found[0].nilai if found else None) == value


@pytest.mark.parametrize(
    "cell", ["1" + " " * 900 + "!", "x" + " " * 60_000 + "y", "*" * 60_000 + "y", "1" + "." * 60_000 + "!"]
)
def test_no_cell_keeps_its_reader_busy(cell: str) -> None:
    before = process_time()
    assert not READ.number(cell).angka
    assert not READ.target(cell).target
    assert process_time() - before < 1
