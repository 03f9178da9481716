"""Findings as JUnit XML: the published schema allows them, and a report fails exactly when the check does."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skema_uji import junit as schema

from ikicli.diagnostik import Diagnostic, Source, Span
from ikicli.diagnostik.faces import write

GALAT, PERINGATAN, INFO = "IKI312", "IKI115", "IKI214"


def at(code: str, path: str = "a.yaml", message: str = "ini salah", text: str = "nama: <x>\n") -> Diagnostic:
    return Diagnostic(code, Span(Source(path, text), 0, 4), message, "ganti")


def report(*findings: Diagnostic, ketat: bool = False) -> ElementTree.Element:
    text = write("junit", findings, lambda path: path, ketat=ketat)
    schema().validate(text)
    return ElementTree.fromstring(text)


@pytest.mark.parametrize(
    ("codes", "ketat", "failures"),
    [
        ((GALAT, PERINGATAN, INFO), False, 1),
        ((GALAT, PERINGATAN, INFO), True, 2),
        ((INFO,), True, 0),
        ((), True, 0),
    ],
)
def test_fails_what_makes_the_check_fail(codes: tuple[str, ...], ketat: bool, failures: int) -> None:
    whole = report(*map(at, codes), ketat=ketat)
    assert len(whole.findall(".//failure")) == failures
    for part in (whole, *whole.findall("testsuite")):
        assert part.get("tests") == str(len(part.findall(".//testcase")))
        assert part.get("failures") == str(len(part.findall(".//failure")))


def test_a_suite_a_file_and_a_case_a_finding() -> None:
    whole = report(at(GALAT), at(INFO), at(GALAT, "b.yaml"))
    assert [suite.get("name") for suite in whole] == ["a.yaml", "b.yaml"]
    assert [[case.get("name") for case in suite] for suite in whole] == [
        ["IKI312:1:1 ini salah", "IKI214:1:1 ini salah"],
        ["IKI312:1:1 ini salah"],
    ]
    (failure,) = whole[1].iter("failure")
    assert (failure.get("type"), failure.get("message")) == ("galat", "IKI312: ini salah")
    assert failure.text == (
        "b.yaml:1:1: galat IKI312: ini salah\n    1 | nama: <x>\n      | ^^^^\n        saran: ganti"
    )


def test_nothing_found_is_one_case_that_passes() -> None:
    (suite,) = report()
    assert [case.get("name") for case in suite] == ["Tidak ada temuan."]


@given(st.text(), st.text(), st.text(min_size=4), st.booleans())
def test_any_text_is_xml(path: str, message: str, text: str, ketat: bool) -> None:
    (suite,) = report(at(PERINGATAN, path, message, text), ketat=ketat)
    assert len(suite) == 1
