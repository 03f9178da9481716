"""Rows that sum up others: what they may be, and the slips in them."""

from fractions import Fraction
from pathlib import Path

import pytest
from tabel_uji import audit

from ikicli.telaah.audit import BarisAudit, Putusan
from ikicli.telaah.audit.butir import is_child

TITLES = ("No", "Indikator", "Target", "Realisasi", "Capaian", "Bobot", "Nilai")


def last(folder: Path, *rows: str) -> BarisAudit:
    """The verdict on the last of some rows, each `no|figure|bobot|nilai`, or `label|figure|bobot|nilai` of a sum."""
    table = []
    for each in rows:
        no, figure, bobot, nilai = (each + "|||").split("|")[:4]
        summing = no.startswith(("Rata", "Jumlah", "Total"))
        named = ("", no, "", "") if summing else (no, f"Indikator {no}", "100", figure)
        table.append((*named, figure, bobot, nilai))
    return audit(folder, *table, titles=TITLES).baris[-1]


RIGHT = [
    (("1|90", "2|80", "Rata-rata|85"), "", 85),
    (("1|90", "2|80", "3|", "RATA - RATA CAPAIAN|85"), None, 85),
    (("1|90|60", "2|80|40", "Rata-rata|86"), "", 86),
    (("1|90|60", "2|80|40", "Rata-rata|85"), "dihitung sebagai rata-rata biasa", 85),
    (("1|90", "2|80", "3|85,5", "Rata-rata|85,16"), "rata-rata biasa, dipotong", Fraction("85.1666")),
    (("1|90|60|54", "2|80|40|32", "Jumlah||100|86"), "", 86),
    (("1|90", "2|80", "Jumlah|170"), "", 170),
    (("1|90", "2|80", "Rata-rata sasaran 1|85", "3|60", "Rata-rata sasaran 2|60", "Rata-rata|76,67"), "", None),
    (
        ("1|90", "2|80", "Rata-rata sasaran 1|85", "3|60", "Rata-rata sasaran 2|60", "Rata-rata|72,5"),
        "dihitung sebagai rata-rata dari rata-rata kelompok",
        Fraction("72.5"),
    ),
    (("1|90", "2|80", "2a|70", "2b|90", "Rata-rata|83,33"), "", None),
    (("1|90", "2|80", "2a|70", "2b|90", "Rata-rata|85"), "", 85),
]


@pytest.mark.parametrize(("rows", "said", "value"), RIGHT)
def test_an_honest_sum(tmp_path: Path, rows: tuple[str, ...], said: str | None, value: Fraction | int | None) -> None:
    found = last(tmp_path, *(row.replace("RATA - RATA", "Rata - rata") for row in rows))
    assert found.putusan is (Putusan.PEMBULATAN if said else Putusan.COCOK)
    assert found.sebab.startswith(said or "")
    assert found.hitung is not None
    assert value is None or abs(found.hitung - value) < Fraction(1, 100)


WRONG = [
    (("1|90", "2|80", "3|", "Rata-rata|56,67"), "1 baris kosong dihitung nol", "85"),
    (("1|90|50", "2|80|30", "3|70|10", "Rata-rata|76"), "bobot berjumlah 90, bukan 100", "84.44"),
    (
        ("1|90", "2|80", "Rata-rata sasaran 1|85", "3|60", "Rata-rata sasaran 2|60", "Rata-rata|75"),
        "rata-rata kelompok ikut dihitung bersama barisnya",
        "76.67",
    ),
    (("1|90", "2|50", "2a|40", "2b|60", "Rata-rata|60"), "kelompok 2 dihitung dua kali", "63.33"),
    (("1|90|50|45", "2a|80|30|24", "2b|70|20|14", "Total|||121"), "kelompok 2 dihitung dua kali", "83"),
    (("1|90", "2|80", "Rata-rata|58"), "dua angka (digit) tertukar", "85"),
    (("1|90", "2|80", "Rata-rata|0,85"), "lupa dikali 100", "85"),
    (("1|90", "2|80", "Rata-rata|88"), "tidak ada rata-rata atau jumlah", "85"),
]


@pytest.mark.parametrize(("rows", "said", "right"), WRONG)
def test_a_wrong_sum_with_its_cause(tmp_path: Path, rows: tuple[str, ...], said: str, right: str) -> None:
    found = last(tmp_path, *rows)
    assert found.putusan is Putusan.BEDA
    assert found.sebab.startswith(said)
    assert found.hitung is not None
    assert abs(found.hitung - Fraction(right)) < Fraction(1, 100)


def test_an_indicator_whose_name_speaks_of_a_mean_is_an_indicator(tmp_path: Path) -> None:
    rows = [("1", "Rata Rata Lama Sekolah", "9,89 tahun", "10,4 tahun", "105,16%", "", "")]
    assert audit(tmp_path, *rows, titles=TITLES).baris[0].putusan is Putusan.COCOK


def test_a_mean_that_has_means_of_targets_beside_it(tmp_path: Path) -> None:
    rows = [("1", "A", "50", "40,0", "80", "", ""), ("2", "B", "100", "90,0", "90", "", "")]
    found = audit(tmp_path, *rows, ("", "Rata-rata", "75", "65,0", "85", "", ""), titles=TITLES).baris[-1]
    assert (found.putusan, found.hitung) == (Putusan.COCOK, Fraction(85))


def test_points_are_held_against_capaian_and_weight(tmp_path: Path) -> None:
    def points(nilai: str) -> BarisAudit:
        return audit(tmp_path, ("1", "A", "100", "90,00", "90", "50", nilai), titles=TITLES).baris[0]

    assert (points("45").putusan, points("45").sebab) == (Putusan.COCOK, "")
    assert (points("54").putusan, points("54").terbit, points("54").hitung) == (Putusan.BEDA, "54", Fraction(45))
    assert "dua angka (digit) tertukar" in points("54").sebab
    other = points("61")
    assert (other.putusan, other.hitung) == (Putusan.COCOK, Fraction(90))
    assert other.sebab == "nilai 61 tidak sama dengan capaian × bobot / 100 (90 × 50 / 100 = 45)"


@pytest.mark.parametrize(
    ("no", "parent", "child"),
    [("6d1", "6d", True), ("3a", "3", True), ("1.2", "1", True), ("1.2", "1.", True), ("10", "1", False),
     ("2", "1", False), ("1", "1", False), ("1", "", False), ("1.2.3", "1", False)],
)  # fmt: skip
def test_a_number_below_another(no: str, parent: str, child: bool) -> None:
    assert is_child(no, parent) is child
