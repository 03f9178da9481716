import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from ikicli.diagnostik import Source, Span
from ikicli.sumber import Mapping, Node, Scalar, Sequence, compose, key_span, span_of


def node_of(text: str) -> Node:
    composed = compose(Source("a.yaml", text))
    assert composed.node is not None
    return composed.node


def scalar_of(text: str) -> Scalar:
    node = node_of(text)
    assert isinstance(node, Mapping)
    scalar = node.value("k")
    assert isinstance(scalar, Scalar)
    return scalar


def cut(span: Span) -> str:
    return span.source.text[span.start : span.end]


@pytest.mark.parametrize(
    ("written", "text", "style"),
    [
        ("", "", ""),
        ("a b", "a b", ""),
        ("no", "no", ""),
        ("010", "010", ""),
        ("12:30", "12:30", ""),
        ("2019-09-02", "2019-09-02", ""),
        ("0x1F", "0x1F", ""),
        ("null", "null", ""),
        ("'it''s'", "it's", "'"),
        (r'"a\u00e9\"b"', 'aé"b', '"'),
        ("|\n  a\n  b\n", "a\nb\n", "|"),
        (">-\n  a\n  b\n", "a b", ">"),
    ],
)
def test_a_scalar_is_its_text(written: str, text: str, style: str) -> None:
    scalar = scalar_of(f"k: {written}")
    assert (scalar.text, scalar.style) == (text, style)
    assert cut(span_of(scalar)) == written.rstrip()


@pytest.mark.parametrize("written", ["", "null", "~", " # catatan"])
def test_absent_values_are_empty(written: str) -> None:
    assert scalar_of(f"k: {written}\n").is_empty


@pytest.mark.parametrize("written", ["''", '""', "'null'", '"~"', "Null", "NULL", "no", "|\n  \n", "0"])
def test_other_values_are_not(written: str) -> None:
    assert not scalar_of(f"k: {written}").is_empty


def test_nodes_keep_the_order_and_the_place_of_what_is_written() -> None:
    text = "b: [1, {x: y}]\na:\n  - p\n  - q\n\n# akhir\n"
    root = node_of(text)
    assert isinstance(root, Mapping)
    assert [key.text for key, _ in root.entries()] == ["b", "a"]
    assert cut(span_of(root, "b", 1, "x")) == "y"
    assert cut(span_of(root, "a", 1)) == "q"
    items = root.value("a")
    assert isinstance(items, Sequence)
    assert [item.text for item in items.items if isinstance(item, Scalar)] == ["p", "q"]
    with pytest.raises(ValueError, match="tak_ada"):
        root.key("tak_ada")


def test_keys_and_values_are_nodes_where_they_are_asked_for() -> None:
    text = "'a': 1\n\"b\": {x: y}\nc: 'teks'\n? |\n  d\n: >-\n  lipat\n? "
    root = node_of(text)
    assert isinstance(root, Mapping)
    keys = [(key.text, key.style, cut(span_of(key))) for key, _ in root.entries()]
    assert keys == [("a", "'", "'a'"), ("b", '"', '"b"'), ("c", "", "c"), ("d\n", "|", "|\n  d"), ("", "", "")]
    assert [cut(span_of(value)) for value in root.nodes()] == ["1", "{x: y}", "'teks'", ">-\n  lipat", ""]
    assert [value for _, value in root.entries()] == [*root.nodes()] == [root.value(name) for name in root.values]
    assert [key for key, _ in root.entries()] == [root.key(name) for name in root.values]


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ((), "a: {b: [x, y]}"),
        (("a",), "{b: [x, y]}"),
        (("a", "b"), "[x, y]"),
        (("a", "b", 1), "y"),
        (("a", "b", 2), "[x, y]"),
        (("a", "b", "c"), "[x, y]"),
        (("a", 0), "{b: [x, y]}"),
        (("a", "z", "b"), "{b: [x, y]}"),
        (("a", "b", 0, "c"), "x"),
        (("c",), "- p"),
    ],
)
def test_a_path_leads_as_far_as_there_is_something(path: tuple[str | int, ...], marked: str) -> None:
    assert cut(span_of(node_of("a: {b: [x, y]}\nc:\n  - p\n  - q\n"), *path)) == marked


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ((), "a: {b: 1}"),
        (("a",), "a"),
        (("a", "b"), "b"),
        (("a", "z"), "a"),
        (("a", "b", "c"), "b"),
        (("z", "b"), "a: {b: 1}"),
    ],
)
def test_a_path_leads_to_the_last_key_that_is_there(path: tuple[str, ...], marked: str) -> None:
    assert cut(key_span(node_of("a: {b: 1}\nc: 2\n"), *path)) == marked


@pytest.mark.parametrize(
    ("text", "part", "marked"),
    [
        ("k: a + b * c", "b * c", "b * c"),
        ("k: 'a ''b'' c'", "'b'", "''b''"),
        (r'k: "a \"b\" c"', '"b"', r"\"b\""),
        (r'k: "\x41\u0042\U00000043 d"', "BC", r"\u0042\U00000043"),
        (r'k: "a\nb\n\nc"', "c", "c"),
        (r'k: "a\ \_\N\L\Pb"', "b", "b"),
        (r'k: "a\x20\u00a0b"', "b", "b"),
        ('k: "a \\\n   b\\\n   c"', "bc", "b\\\n   c"),
        ('k: "a\n\n   b"', "b", "b"),
        ("k: a\n  + b\n\n  + c", "c", "c"),
        ("k: 'a\n  b'", "b", "b"),
        ("k: |\n  a\n    b\n\n  c\n", "c", "c"),
        ("k: | # catatan\n  a\n", "a", "a"),
        ("k: >2-\n    a\n  b\n", "b", "b"),
        ("k: >\x85  a\x85  b\x85", "b", "b"),
        ("k: a\u00a0b \u3000c", "c", "c"),
    ],
)
def test_a_part_of_a_text_has_its_place(text: str, part: str, marked: str) -> None:
    scalar = scalar_of(text)
    at = scalar.text.index(part)
    assert cut(scalar.within(at, at + len(part))) == marked


@pytest.mark.parametrize("text", ["k: abc", "k: 'abc'", 'k: "abc"', "k: |-\n  abc\n", "k: >-\n  abc\n"])
def test_a_place_between_characters_is_empty(text: str) -> None:
    scalar = scalar_of(text)
    assert cut(scalar.within(1, 1)) == ""
    assert scalar.within(1, 1).start == text.index("b")
    assert scalar.within(3, 3).start == text.index("c") + 1


@pytest.mark.parametrize("text", ["k:", "k: ''", 'k: ""', "k: |", "k: >-\n\n", "k: |\n  \n"])
def test_a_text_of_nothing_has_a_place_too(text: str) -> None:
    scalar = scalar_of(text)
    span = scalar.within(0, 0)
    assert scalar.start <= span.start == span.end <= len(text)


_ESCAPE = re.compile(r"\\(?:x..|u....|U........|.)", re.DOTALL)


def stands_at(character: str, raw: str, style: str) -> bool:
    """Whether `raw` is how the character is written in a style."""
    if style == '"' and _ESCAPE.fullmatch(raw):
        return bool(yaml.load(f'"{raw}"', Loader=yaml.BaseLoader) == character)
    return raw == ("''" if style == "'" and character == "'" else character)


texts = st.text(st.one_of(st.sampled_from("ab '\"\\ \n\t#:,-é\u00a0\u2028\u200b🙂/"), st.characters()), min_size=1)


@given(texts, st.sampled_from(["'", '"', "|", ">", None]), st.integers(10, 60), st.booleans(), st.integers(2, 6))
@example("a \\\n b", '"', 10, True, 2)
@example("=?", None, 10, True, 2)
def test_every_character_points_at_itself_or_its_escape(
    text: str, style: str | None, width: int, unicode: bool, indent: int
) -> None:
    written = yaml.dump({"k": text}, default_style=style, width=width, allow_unicode=unicode, indent=indent)
    composed = compose(Source("a.yaml", written))
    if not isinstance(composed.node, Mapping):
        return  # a control character, which no definition may hold
    scalar = composed.node.value("k")
    assert isinstance(scalar, Scalar)
    for at, character in enumerate(scalar.text):
        span = scalar.within(at, at + 1)
        assert scalar.start <= span.start <= span.end <= scalar.end
        if not character.isspace():
            assert stands_at(character, cut(span), scalar.style), (character, cut(span))


words = st.lists(st.text(st.sampled_from("abc+*()é"), min_size=1, max_size=8), min_size=1, max_size=12)
gaps = st.sampled_from([" ", "  ", "\n   ", "  \n\n    "])


@given(words, st.lists(gaps, min_size=12, max_size=12), st.sampled_from(["", "'", '"', "|", ">"]))
def test_texts_of_many_lines_point_at_themselves(words: list[str], gaps: list[str], style: str) -> None:
    body = "a" + "".join(word + gap for word, gap in zip(words, gaps, strict=False)).strip()
    opening = f"{style}-\n  " if style in {"|", ">"} else style
    closing = style if style in {"'", '"'} else ""
    scalar = scalar_of(f"k: {opening}{body}{closing}\n")
    for at, character in enumerate(scalar.text):
        if not character.isspace():
            assert cut(scalar.within(at, at + 1)) == character
    last = len(scalar.text)
    assert scalar.within(last - 1, last).end == len(f"k: {opening}{body}")


def test_the_line_end_behind_a_block_stands_at_the_end_of_what_is_written() -> None:
    scalar = scalar_of("k: |\n  ab\n")
    assert scalar.text == "ab\n"
    end = scalar.within(2, 3)
    assert (end.start, end.end) == (scalar.end, scalar.end)
