"""Text comes out as itself, whatever it is made of."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ikicli.laporan.escape import markdown, visible

MD = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "<script>alert(1)</script>", "{{7*7}}", "{% x %}", "a | b", "=cmd()", "# judul", "1. satu", "12) dua", "- butir",
    "+ butir", "---", "===", "> kutip", "*tebal* _miring_ `kode` ~~coret~~", "[a](http://b)", "![a](b)", "&amp; &lt;",
    "\\", "a\\|b", "$x$", "http://a_b.c/_d_", "www.a_b.c", "<http://a>", "a\nb", "a\n# b", "  a", "x" * 300, "***",
    "~~~", "S.Sos., M.M.", "1.234", "-5", "(a)", "| a | b |\n|---|---|", "<!-- -->", "C#", "a  \nb", "[^1]",
    "[ ] tugas", "*", "|", "* a", "1)", "1.", "-", "a://b",
]  # fmt: skip


def texts(tokens: list[Token]) -> str:
    """What a reader sees of some Markdown."""
    inline = [child for token in tokens for child in token.children or ()]
    return "".join({"softbreak": " "}.get(each.type, each.content) for each in inline)


def seen(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", visible(text)).strip()


def check(text: str) -> None:
    shown, escaped = seen(text), markdown(text)
    assert texts(MD.parse(escaped)) == shown
    assert texts(MD.parse(f"# {escaped}")) == shown
    assert texts(MD.parse(f"- {escaped}\n- b")) == f"{shown}b"
    assert texts(MD.parse(f"**{escaped.strip()}**\\\nb")).replace("\n", "") == f"{shown}b"
    table = MD.parse(f"| a | b |\n|---|---|\n| {escaped} | c |\n")
    assert [each.content for each in table if each.type == "inline"][2:] == [escaped.strip().replace("\\|", "|"), "c"]
    assert texts(table) == f"ab{shown}c"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_as_itself_in_markdown(text: str) -> None:
    check(text)


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp"]) | st.sampled_from(" \n|*_#-+=1.)`<[\\&$~")
    )
)
def test_any_text_reads_as_itself_in_markdown(text: str) -> None:
    if text.strip() and seen(text) == seen(text.strip()):
        check(text.strip())


def test_sober_text_stays_readable() -> None:
    assert markdown("Jumlah laporan (KTP, KK dan Mutasi): 1.234,5 s.d. 2019-12.") == (
        "Jumlah laporan (KTP, KK dan Mutasi): 1.234,5 s.d. 2019-12."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1bc\rd", "a␀b␛c␍d"),
        ("a\x7fb\x85c\ufffed\ud800", "a␡b[U+0085]c[U+FFFE]d[U+D800]"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_control_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["a\u202eb", "a\u2067b", "a\u2069b", "\u2069\u2067", "\u200fa", "\u2067\u2067a\u2069\u2069\u2069"]
)
def test_marks_of_direction_turn_nothing_around_them(text: str) -> None:
    isolated = visible(text)
    assert text in isolated
    depth, closed_early = 0, False
    for at, character in enumerate(isolated):
        depth += character in "\u2066\u2067\u2068"
        depth -= character == "\u2069"
        closed_early |= depth == 0 and at < len(isolated) - 1
    assert (depth, closed_early) == (0, False)
