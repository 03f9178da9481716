"""Findings as SARIF: the published schema allows them, places count code points, and nothing in a file acts there."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skema_uji import against

from ikicli.diagnostik import KODE, Diagnostic, Source, Span
from ikicli.diagnostik.faces import write


def sarif(*findings: Diagnostic) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rules and the results."""
    (run,) = against("sarif-2.1.0.json", write("sarif", findings, lambda path: path))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    return run["tool"]["driver"]["rules"], run["results"]


def at(text: str, part: str, code: str = "IKI312", message: str = "x", path: str = "a.yaml") -> Diagnostic:
    start = text.index(part)
    return Diagnostic(code, Span(Source(path, text), start, start + len(part)), message)


def test_columns_count_code_points_and_end_behind_the_last() -> None:
    _, (result,) = sarif(at("a: 1\n🙂e\u0301中: hari - orang\n", "hari - orang"))
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 19}


def test_rules_say_what_a_code_means_with_both_examples() -> None:
    rules, results = sarif(at("a b", "a", "IKI312"), at("a b", "b", "IKI115"), at("a b", "b", "IKI312"))
    assert [rule["id"] for rule in rules] == ["IKI115", "IKI312"]
    assert [rules[result["ruleIndex"]]["id"] for result in results] == [result["ruleId"] for result in results]
    assert [result["level"] for result in results] == ["error", "warning", "error"]
    assert rules[1]["shortDescription"]["text"] == KODE["IKI312"].judul
    help = rules[1]["help"]
    for form in ("text", "markdown"):
        assert "(hari_kerja - tidak_hadir) / hari_kerja" in help[form]
        assert "(hari_kerja - tidak_hadir / pegawai) / hari_kerja" in help[form]
    assert help["markdown"].count("```") == 4


def test_every_code_makes_a_rule_that_the_schema_allows() -> None:
    rules, _ = sarif(*(at("a", "a", code) for code in KODE))
    assert [rule["id"] for rule in rules] == sorted(KODE)
    assert [rule["id"] for rule in rules if rule["help"]["markdown"].count("```") != 4] == []


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("definitions/a.yaml", {"uri": "definitions/a.yaml", "uriBaseId": "%SRCROOT%"}),
        ("a b%,:#?\n.yaml", {"uri": "a%20b%25%2C%3A%23%3F%0A.yaml", "uriBaseId": "%SRCROOT%"}),
        ("é\udce9.yaml", {"uri": "%C3%A9%E9.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/srv/a b.yaml", {"uri": "file:///srv/a%20b.yaml"}),
        ("D:/kantor/a.yaml", {"uri": "file:///D:/kantor/a.yaml"}),
    ],
)
def test_paths_are_written_as_uris(path: str, location: dict[str, str]) -> None:
    _, (result,) = sarif(at("a", "a", path=path))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("`[a](http://b)` bukan id", "`\\[a\\](http://b)` bukan id"),
        ("daftar [a, b]", "daftar [a, b]"),
        ("50 %: a,\nb", "50 %: a,\nb"),
    ],
)
def test_a_message_holds_no_link(message: str, text: str) -> None:
    _, (result,) = sarif(at("a", "a", message=message))
    assert result["message"]["text"] == text


def test_a_hint_follows_its_message() -> None:
    _, (result,) = sarif(at("a", "a", message="ini salah")._replace(hint="ganti"))
    assert result["message"]["text"] == "ini salah\nsaran: ganti"


def test_a_fingerprint_stays_when_lines_come_above_and_tells_two_of_a_kind_apart() -> None:
    line = "x: hari - orang, hari - orang\n"
    _, before = sarif(at(line, "hari"), at(line, "orang"))
    _, after = sarif(at(f"baru: 1\n  {line}", "hari"), at(f"baru: 1\n  {line}", "orang"))
    prints = [result["partialFingerprints"]["iki/v1"] for result in before]
    assert prints == [result["partialFingerprints"]["iki/v1"] for result in after]
    assert len(set(prints)) == 2
    _, (other,) = sarif(at("x: jam - orang\n", "jam"))
    assert other["partialFingerprints"]["iki/v1"] not in prints


def test_a_cell_of_a_table_is_named_in_the_message() -> None:
    source = Source("rekap.xlsx", "No\tNilai\n1\t1.234", "Lembar1")
    _, (result,) = sarif(Diagnostic("IKI406", Span(source, 11, 16), "dapat berarti dua angka"))
    assert result["message"]["text"] == "[Lembar1]!B2: dapat berarti dua angka"
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 2, "endLine": 2}


def test_nothing_found_is_a_run_without_results() -> None:
    assert sarif() == ([], [])


@given(st.text(min_size=1), st.data(), st.text(min_size=1), st.text(min_size=1))
def test_any_text_any_message_any_path(text: str, data: st.DataObject, message: str, path: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    _, (result,) = sarif(Diagnostic("IKI102", Span(Source(path, text), start, end), message))
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert " " not in uri
