"""`iki kode`: the list of codes, and what one of them means."""

import pytest
from perintah_uji import Iki

from ikicli.diagnostik import KODE


def test_the_list(iki: Iki) -> None:
    ran = iki("kode")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split("  ")[0] for line in ran.out.splitlines()] == list(KODE)
    assert f"IKI312  galat       {KODE['IKI312'].judul}\n" in ran.out


@pytest.mark.parametrize("code", KODE)
def test_every_code_is_explained_with_examples(iki: Iki, code: str) -> None:
    ran = iki("kode", code)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{code} ({KODE[code].tingkat.value}): {KODE[code].judul}\n\n")
    assert " ".join(KODE[code].penjelasan.split()) in " ".join(ran.out.split())
    assert "\nSalah:\n\n    " in ran.out
    assert "\nBenar:\n\n    " in ran.out
    assert iki("kode", code.lower()) == ran
