"""The published tables, recomputed: right rows at their own rounding, misprinted ones to the right number."""

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ikicli.capaian.aturan import achievement
from ikicli.definisi import files
from ikicli.definisi.kantor import SHIPPED_RULES
from ikicli.definisi.nouns import Aturan, Polaritas, Rentang
from ikicli.definisi.shape import Bacaan
from ikicli.rumus import rounded
from ikicli.sumber import compose, read_text

HERE = Path(__file__).parent
CASES = {
    "01_permenpanrb_8_2021_contoh": "permenpanrb_8_2021",
    "03_skp_pp46_contoh_bkn": "skp_pp46",
    "08_lkjip_pa_kuala_kurun_2021": "tanpa_batas",
    "10_lkjip_kota_salatiga_2019": "lkjip",
    "12_nko_pln_ulp_masohi_2026": "pln",
}
LOWER_IS_BETTER = {"kondisi khusus", "makin cepat makin baik", "makin hemat makin baik", "minimize"}


def rule_set(name: str) -> Aturan:
    path = HERE / f"aturan/{name}.yaml"
    text = read_text(path if path.exists() else SHIPPED_RULES / f"{name}.yaml")
    node = compose(text.source).node
    assert node is not None
    bacaan = Bacaan(text.source)
    isi = files.ATURAN.read(node, bacaan)
    assert not bacaan.found
    return Aturan(name, text.source, isi)


def numbers(cell: object) -> list[Fraction]:
    """The numbers of a published cell: decimal comma, or English thousands as case 03 has them."""
    text = str(cell)
    if re.fullmatch(r"\d{1,3}(,\d{3})+", text):
        text = text.replace(",", "")
    if isinstance(cell, str):
        text = text.replace(",", ".")
    return [Fraction(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text.replace("–", " ").replace(" - ", " "))]


def decimals(cell: object) -> int:
    match = re.search(r"[.,](\d+)", str(cell))
    return len(match[1]) if match else 0


def rows() -> Iterator[Any]:
    for name, rules in CASES.items():
        case = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
        for number, row in enumerate(case["rows"]):
            if row["arithmetic_ok"] is not None:
                yield pytest.param(rules, row, id=f"{name[:2]}-{number + 1}")


def compute(rules: str, row: dict[str, Any]) -> Fraction:
    stated = row["polarity_if_stated"] or row.get("polarity_inferred")
    polarity = Polaritas.TURUN if stated in LOWER_IS_BETTER else Polaritas.NAIK
    target = numbers(row["target"])
    agreed = Rentang(str(row["target"]), target[0], target[-1])
    capaian = achievement(rule_set(rules), polarity, agreed, numbers(row["realisasi"])[0], None)
    assert capaian is not None
    return capaian.nilai


@pytest.mark.parametrize(("rules", "row"), list(rows()))
def test_a_published_row(rules: str, row: dict[str, Any]) -> None:
    capaian = compute(rules, row)
    published = row["capaian_published"]
    printed = numbers(published)[0]
    if rules == "pln":
        right = abs(capaian - printed) <= Fraction(6, 100)
    else:
        right = rounded(capaian, decimals(published)) == printed
    assert right == row["arithmetic_ok"]
    assert abs(capaian - Fraction(str(row["recomputed"]))) < Fraction(1, 1000)


def test_the_cases_are_all_here() -> None:
    checked = [parameter.values[1]["arithmetic_ok"] for parameter in rows()]
    assert (checked.count(True), checked.count(False)) == (177, 5)


def test_the_regulation_prints_92_of_90_as_113_percent() -> None:
    case = json.loads((HERE / "01_permenpanrb_8_2021_contoh.json").read_text(encoding="utf-8"))
    assert rounded(compute("permenpanrb_8_2021", case["rows"][0]), 2) == Fraction("102.22")


def test_the_mean_of_the_skp_example() -> None:
    case = json.loads((HERE / "03_skp_pp46_contoh_bkn.json").read_text(encoding="utf-8"))
    values = [compute("skp_pp46", row) for row in case["rows"]]
    assert sum(values) / len(values) == Fraction("85.5")
