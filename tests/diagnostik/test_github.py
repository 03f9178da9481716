"""Findings for GitHub: what it would drop is counted, and nothing in a file becomes a command of the runner."""

import re

import pytest

from ikicli.diagnostik import Diagnostic, Source, Span
from ikicli.diagnostik.faces import write
from ikicli.diagnostik.faces.github_ import summary

GALAT, PERINGATAN, INFO = "IKI312", "IKI115", "IKI214"


def at(code: str, message: str = "ini salah", path: str = "a.yaml", hint: str | None = None) -> Diagnostic:
    return Diagnostic(code, Span(Source(path, "nama: x\n"), 0, 4), message, hint)


def as_is(path: str) -> str:
    return path


def many(number: int, code: str) -> list[Diagnostic]:
    return [at(code, f"temuan ke-{position}") for position in range(1, number + 1)]


def annotations(lines: list[str], command: str) -> list[str]:
    return [line for line in lines if line.startswith(f"::{command} ")]


@pytest.mark.parametrize(
    ("number", "shown", "rest"),
    [(0, 0, 0), (1, 1, 0), (10, 10, 0), (11, 9, 2), (57, 9, 48)],
)
@pytest.mark.parametrize(
    ("code", "command", "level"),
    [(GALAT, "error", "galat"), (PERINGATAN, "warning", "peringatan"), (INFO, "notice", "info")],
)
def test_ten_of_a_level_at_most_the_last_saying_how_many_more(
    number: int, shown: int, rest: int, code: str, command: str, level: str
) -> None:
    lines = write("github", many(number, code), as_is).splitlines()
    found = annotations(lines, command)
    assert len(found) == shown + bool(rest)
    if rest:
        said = f"{rest} {level} lagi tidak ditampilkan di sini; lihat ringkasan atau log langkah ini"
        assert found[-1] == f"::{command} title=iki::{said}"
    log = lines[len(found) :]
    assert [line[-1:] for line in log[:1] + log[-1:]] == ([] if not rest else ["a", ":"])
    assert log[1:-1] == [
        f"- a.yaml:1:1: {level} {code}: temuan ke-{position}" for position in range(shown + 1, number + 1) if rest
    ]


def test_errors_come_first_and_each_level_has_ten_of_its_own() -> None:
    lines = write("github", many(3, INFO) + many(12, PERINGATAN) + many(11, GALAT), as_is).splitlines()
    commands = [line.split(" ")[0] for line in lines if line.startswith("::") and "group" not in line]
    assert commands == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 3


HOSTILE = "x\n::error::palsu\r\n::stop-commands::y\n##[error]palsu, 100%: z"


def test_no_text_becomes_a_command() -> None:
    found = [at(GALAT, HOSTILE, f"{HOSTILE}.yaml", HOSTILE) for _ in range(12)]
    lines = write("github", found, as_is).splitlines()
    starts = [re.match(r"::(\w+)", line) for line in lines]
    assert [match[1] for match in starts if match] == ["error"] * 10 + ["group", "endgroup"]
    assert [line for line in lines if "##[" in line and not line.startswith("::error ")] == []


def test_paths_and_messages_are_escaped() -> None:
    (line,) = write("github", [at(GALAT, "50 %: a,\r\nb", "a,b:c%\n.yaml", "c::d")], as_is).splitlines()
    assert line == (
        "::error file=a%2Cb%3Ac%25%0A.yaml,line=1,endLine=1,col=1,endColumn=4,title=IKI312 Satuan tidak sama"
        "::50 %25: a,%0D%0Ab%0Asaran: c::d"
    )


def test_the_summary_holds_all_findings_in_a_table() -> None:
    text = summary([*many(12, GALAT), at(INFO, hint="tambahkan")], as_is)
    lines = text.splitlines()
    assert lines[:5] == ["### iki validate", "", "12 galat, 1 info.", "", "| Tempat | Kode | Temuan |"]
    assert lines[6] == "| a.yaml&#58;1&#58;1 | galat IKI312 | temuan ke-1 |"
    assert lines[18] == "| a.yaml&#58;1&#58;1 | info IKI214 | ini salah (saran&#58; tambahkan) |"
    assert text.endswith("\n\n")


def test_the_summary_of_nothing() -> None:
    assert summary((), as_is) == "### iki validate\n\nTidak ada temuan.\n\n"


def test_the_summary_keeps_within_what_github_takes() -> None:
    text = summary(many(5000, GALAT), as_is)
    assert text.count("\n| a.yaml") == 500
    assert "Dan 4500 temuan lagi" in text


@pytest.mark.parametrize("text", ["a | b", "<img src=x>", "[a](b)", "`a`", "**a**", "@orang", "#1", "a\nb", "\\|"])
def test_no_text_acts_in_the_summary(text: str) -> None:
    row = summary([at(GALAT, text, text)], as_is).splitlines()[6]
    assert row.count("|") == 4
    assert not set("<>[]`*@\\") & set(row)
