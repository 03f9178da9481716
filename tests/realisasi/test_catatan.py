"""The analyses of a year: read, held against the definitions, every problem placed; which one speaks for a span."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor_uji import indikator, jabatan, lay_out, sound

from ikicli.diagnostik import Source, Tingkat, level_of
from ikicli.realisasi import Periode, parse_sampai
from ikicli.realisasi.catatan import Analisis, Catatan, Noted, load_notes
from ikicli.sumber import Scalar

OFFICE = {
    "definitions/jabatan/sekcam.yaml": jabatan(indikator("surat"), indikator("rapat")),
    "definitions/jabatan/kasi.yaml": jabatan(indikator("surat")),
}
PATH = "realisasi/2019/catatan.yaml"


def noted(folder: Path, text: str) -> Noted:
    return load_notes(sound(folder, {**OFFICE, PATH: text}), 2019)


def problems(folder: Path, text: str) -> list[tuple[str, int, int]]:
    return [(each.code, *each.span.first) for each in noted(folder, text).diagnostics]


def about(*lines: str) -> str:
    return "\n".join(["analisis:", "  sekcam:", "    surat:", *(f"      {line}" for line in lines)]) + "\n"


def test_a_year_without_a_file_has_no_analyses(tmp_path: Path) -> None:
    found = load_notes(sound(tmp_path, OFFICE), 2019)
    assert (found.catatan.analisis, found.catatan.sumber, found.diagnostics) == ({}, None, ())


def test_texts_and_lists_and_what_is_not_said(tmp_path: Path) -> None:
    text = "contoh: true\n" + about("TW2:", "  pendorong: Rajin.", "  penghambat: [Hujan., Banjir.]")
    found = noted(tmp_path, text)
    assert found.diagnostics == ()
    assert found.catatan.contoh
    assert found.catatan.sumber is not None and found.catatan.sumber.path.endswith("catatan.yaml")
    [(period, analisis)] = found.catatan.analisis["sekcam", "surat"]
    assert period.teks == "2019-TW2"
    assert analisis[1:] == (("Rajin.",), ("Hujan.", "Banjir."), ())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["TW5: {pendorong: a}"], ("IKI405", 4, 7)),
        (["triwulan: {pendorong: a}"], ("IKI405", 4, 7)),
        (["2018-TW2: {pendorong: a}"], ("IKI410", 4, 7)),
        (["TW2: {pendorong: a}", "2019-TW2: {pendorong: b}"], ("IKI106", 5, 7)),
        (["06: {pendorong: a}", "6: {pendorong: b}"], ("IKI106", 5, 7)),
        (["TW2: {}"], ("IKI111", 4, 7)),
        (["TW2:"], ("IKI111", 4, 7)),
        (["TW2: {pendorong: ''}"], ("IKI111", 4, 24)),
        (["TW2: {pendorong: {a: b}}"], ("IKI108", 4, 24)),
        (["TW2: {pendukung: a, tindak_lanjut: b}"], ("IKI109", 4, 13)),
        (["TW2: Rajin."], ("IKI108", 4, 12)),
    ],
)
def test_what_is_wrong_is_placed(tmp_path: Path, lines: list[str], expected: tuple[str, int, int]) -> None:
    assert problems(tmp_path, about(*lines)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "hint"),
    [
        ("analisis:\n  sekcm: {surat: {TW1: {pendorong: a}}}\n", ("IKI430", 2, 3), "mungkin maksud Anda `sekcam`"),
        ("analisis:\n  lurah: {surat: {TW1: {pendorong: a}}}\n", ("IKI430", 2, 3), "yang ada: kasi, sekcam"),
        ("analisis:\n  kasi: {surta: {TW1: {pendorong: a}}}\n", ("IKI431", 2, 10), "mungkin maksud Anda `surat`"),
        ("sekcam: {surat: {TW1: {pendorong: a}}}\nanalisis: {}\n", ("IKI109", 1, 1), "kunci yang ada"),
        ("contoh: false\n", ("IKI110", 1, 1), "tambahkan `analisis:`"),
    ],
)
def test_unknown_names_come_with_a_hint(tmp_path: Path, text: str, expected: tuple[str, int, int], hint: str) -> None:
    [found] = noted(tmp_path, text).diagnostics
    assert (found.code, *found.span.first) == expected
    assert hint in str(found.hint)


def test_everything_is_found_at_once(tmp_path: Path) -> None:
    text = about("TW5: {pendorong: a}", "TW1: {pendukung: a}") + "  lurah: {}\n  kasi: {x: {TW1: {pendorong: a}}}\n"
    assert {code for code, _, _ in problems(tmp_path, text)} == {"IKI405", "IKI109", "IKI430", "IKI431"}


@pytest.mark.parametrize("text", ["", "- a\n", "a: [\n", "\0", "analisis: " + "{a: " * 30 + "}" * 30])
def test_a_file_that_is_no_such_file_is_a_finding(tmp_path: Path, text: str) -> None:
    found = noted(tmp_path, text)
    assert found.diagnostics
    assert found.catatan.analisis == {}


def test_a_flood_of_findings_ends_the_reading(tmp_path: Path) -> None:
    found = noted(tmp_path, "".join(f"kunci_{n}: 1\n" for n in range(500)) + "analisis: {}\n")
    assert len(found.diagnostics) == 100


@pytest.mark.parametrize("name", ["catatan.yml", "Catatan.yaml.txt", "analisis.yaml"])
def test_a_yaml_file_of_another_name_is_said_to_be_unread(tmp_path: Path, name: str) -> None:
    lay_out(tmp_path, {f"realisasi/2019/{name}": "analisis: {}\n", "realisasi/2019/.lain.yaml": "x"})
    [found] = load_notes(sound(tmp_path, OFFICE), 2019).diagnostics
    assert (found.code, level_of(found)) == ("IKI118", Tingkat.PERINGATAN)
    assert found.span.source.path.endswith(name)


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
def test_links_out_of_the_office_and_pipes_are_refused(tmp_path: Path) -> None:
    kantor, path = sound(tmp_path / "kantor", OFFICE), tmp_path / "kantor" / PATH
    path.parent.mkdir(parents=True)
    (tmp_path / "luar.yaml").write_text("analisis: {}\n", encoding="utf-8")
    path.symlink_to(tmp_path / "luar.yaml")
    with pytest.raises(OSError, match="ke luar folder kantor"):
        load_notes(kantor, 2019)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(OSError, match="bukan berkas biasa"):
        load_notes(kantor, 2019)


def catatan(*periods: str) -> Catatan:
    """An indicator's analyses, each of which says its own period."""
    node = Scalar(Source("", ""), 0, 0, "", "")
    placed = [(parse_sampai(text, 2019), Analisis(node, (text,), (), ())) for text in periods]
    return Catatan(None, contoh=False, analisis={("a", "b"): tuple((p, each) for p, each in placed if p)})


@pytest.mark.parametrize(
    ("periods", "sampai", "expected"),
    [
        (("TW1", "TW2"), "TW2", "TW2"),
        (("TW1", "TW3"), "TW2", "TW1"),
        (("TW3", "2019"), "TW2", None),
        ((), "2019", None),
        (("06", "S1", "TW2"), "TW2", "TW2"),
        (("06", "TW2", "S1"), "06", "06"),
        (("TW2", "06"), "S1", "TW2"),
        (("06", "S1", "TW2"), "2019", "S1"),
        (("2019", "TW4"), "2019", "2019"),
    ],
)
def test_which_analysis_speaks_for_a_span(periods: tuple[str, ...], sampai: str, expected: str | None) -> None:
    span = parse_sampai(sampai, 2019)
    assert span is not None
    for order in (periods, periods[::-1]):
        found = catatan(*order).latest("a", "b", span)
        assert (found[1].pendorong[0] if found else None) == expected
    assert catatan(*periods).latest("a", "lain", span) is None


PERIODS = ["2019", "S1", "S2", "TW1", "TW2", "TW3", "TW4", *(f"{month:02}" for month in range(1, 13))]


@given(periods=st.lists(st.sampled_from(PERIODS), unique=True), sampai=st.sampled_from(PERIODS))
def test_what_speaks_lies_within_and_nothing_within_ends_later(periods: list[str], sampai: str) -> None:
    span = parse_sampai(sampai, 2019)
    ends = [period.akhir for text in periods if (period := parse_sampai(text, 2019))]
    assert isinstance(span, Periode)
    within = [end for end in ends if end <= span.akhir]
    found = catatan(*periods).latest("a", "b", span)
    assert (found[0].akhir if found else None) == max(within, default=None)
