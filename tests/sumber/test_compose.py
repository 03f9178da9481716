import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ikicli.diagnostik import KODE, Source
from ikicli.sumber import Composed, Mapping, Node, Scalar, Sequence, compose, yaml_
from ikicli.sumber.node import DEEPEST

LOADERS = [pytest.param(yaml.CBaseLoader, id="libyaml"), pytest.param(yaml.BaseLoader, id="python")]


@pytest.fixture(params=LOADERS)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> object:
    """Both readers of YAML: the C library, and PyYAML's own where that is missing."""
    monkeypatch.setattr(yaml_, "_LOADER", request.param)
    return request.param


@contextmanager
def within_seconds(seconds: float) -> Iterator[None]:
    """Generous bounds, which only work that grows faster than its input breaks."""
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < seconds


def composed(text: str) -> Composed:
    return compose(Source("a.yaml", text))


def found(text: str) -> list[tuple[str, str, str]]:
    """The code, the marked text and the message of every finding."""
    return [
        (finding.code, text[finding.span.start : finding.span.end], finding.message)
        for finding in composed(text).diagnostics
    ]


def plain(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries()}
        case _:
            return None


def test_reads_what_yaml_reads_as_text(loader: object) -> None:
    text = "a: 1\nb:\n  - x\n  - {c: no, d: [2019-09-02, '']}\n'e': |\n  satu\n  dua\nf:\n? g\n: h\n"
    expected = {"a": "1", "b": ["x", {"c": "no", "d": ["2019-09-02", ""]}], "e": "satu\ndua\n", "f": "", "g": "h"}
    read = composed(text)
    assert read.diagnostics == ()
    assert plain(read.node) == expected


@pytest.mark.parametrize("text", ["", "\n\n", "# catatan\n", "---\n", "~", "null\n", "--- # isi\n..."])
def test_an_empty_file_is_said_to_be_empty(loader: object, text: str) -> None:
    read = composed(text)
    assert read.node is None
    assert found(text) == [("IKI111", "", "berkas ini kosong")]


CURLY = "tanda kutip “ ” bukan tanda kutip YAML; ia ikut menjadi isi"
KEPT = [
    ("a: 1\nb: 2\na: 3\n", ("IKI106", "a", "kunci `a` sudah ada di baris 1"), {"a": "1", "b": "2"}),
    ("x:\n  a: 1\n  'a': 2\n", ("IKI106", "'a'", "kunci `a` sudah ada di baris 2"), {"x": {"a": "1"}}),
    ("- a: 1\n  b: 2\n  a: 3\n  b: 4\n", ("IKI106", "a", "kunci `a` sudah ada di baris 1"), [{"a": "1", "b": "2"}]),
    ("a: “x, y”", ("IKI122", "“x, y”", CURLY), {"a": "“x, y”"}),
    ("a: [“x”]", ("IKI122", "“x”", CURLY), {"a": ["“x”"]}),
    ("“a”: 1", ("IKI122", "“a”", CURLY), {"“a”": "1"}),
    (
        "a: Jalan #1 barat",
        ("IKI123", "#1 barat", "`#1 barat` adalah komentar bagi YAML, jadi tidak ikut dibaca"),
        {"a": "Jalan"},
    ),
    ("- a  #b\n", ("IKI123", "#b", "`#b` adalah komentar bagi YAML, jadi tidak ikut dibaca"), ["a"]),
    ("{a: 95,5}", ("IKI112", "95,5", "`95,5` terbaca sebagai dua isian"), {"a": "95.5"}),
    ("- {a: -95,5, b: 1}", ("IKI112", "-95,5", "`-95,5` terbaca sebagai dua isian"), [{"a": "-95.5", "b": "1"}]),
    ("t: [{a: 1.500,75}]", ("IKI112", "1.500,75", "`1.500,75` terbaca sebagai dua isian"), {"t": [{"a": "1500.75"}]}),
    ("{a: <= 5,5}", ("IKI112", "<= 5,5", "`<= 5,5` terbaca sebagai dua isian"), {"a": "<= 5.5"}),
    ("? [a]\n: b\n", ("IKI108", "[", "kunci di sini bukan teks"), {}),
    ("{{a: b}: c}", ("IKI108", "{", "kunci di sini bukan teks"), {}),
    ("a: 1\n---\nb: 2\n", ("IKI107", "---", "di sini mulai dokumen kedua"), {"a": "1"}),
    (
        r'a: "$x \times y$"',
        ("IKI102", r"\t", r"`\t` di dalam kutip ganda berarti karakter kendali"),
        {"a": "$x \times y$"},
    ),
    (r'a: "\\t \x07"', ("IKI102", r"\x07", r"`\x07` di dalam kutip ganda berarti karakter kendali"), {"a": "\\t \x07"}),
    ("a: pega\u200bwai", ("IKI115", "\u200b", "ada karakter tak terlihat U+200B"), {"a": "pega\u200bwai"}),
    ("a: x # \u2028", ("IKI115", "\u2028", "ada karakter tak terlihat U+2028"), {"a": "x"}),
]


@pytest.mark.parametrize("text", ["a: “Satu Data” desa", "a: '“x”'", 'a: "“x”"', "a: |\n  “x”", "a: “", "a: x # “y”"])
def test_quotation_marks_within_a_text_are_its_own(loader: object, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["a: x # y", "a: x#1", "a: 'x #1'", 'a: "x" #1', "a: |\n  x #1\n", "#1\na: x\n#2", "a: #1\n  b: c"]
)
def test_a_comment_that_cuts_no_text_is_one(loader: object, text: str) -> None:
    assert found(text) == []


def test_as_many_of_them_as_anybody_reads_are_found(loader: object) -> None:
    assert len(found("- “x”\n" * 60)) == 50


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("- a: 1\n  b: 2\n  a: 3\n", "bila di sini mulai butir baru, tulis `- a:`"),
        ("- a: 1\n  b: 2\n  b: 3\n", "gabungkan keduanya"),
        ("a: 1\na: 3\n", "gabungkan keduanya"),
    ],
)
def test_a_key_that_begins_an_item_twice_may_lack_its_dash(loader: object, text: str, hint: str) -> None:
    [finding] = composed(text).diagnostics
    assert (finding.hint or "").startswith(hint)


@pytest.mark.parametrize("first", ["a: 1, a: 95,5", "a: 1, [x]: 95,5"])
def test_a_decimal_comma_is_reported_also_where_its_key_is_wrong(loader: object, first: str) -> None:
    assert sorted(code for code, *_ in found(f"{{{first}}}"))[-1] == "IKI112"
    assert plain(composed(f"{{{first}}}").node) == {"a": "1"}


def test_a_decimal_comma_under_a_key_written_twice_changes_no_other_value(loader: object) -> None:
    assert plain(composed("{a: 1, b: 2, a: 95,5}").node) == {"a": "1", "b": "2"}


def test_an_alias_for_a_key_is_reported_as_an_alias_alone(loader: object) -> None:
    assert {code for code, *_ in found("? *a\n: x\n")} == {"IKI104"}


@pytest.mark.parametrize(("text", "finding", "content"), KEPT, ids=[case[0][:20] for case in KEPT])
def test_some_findings_leave_the_rest_readable(
    loader: object, text: str, finding: tuple[str, str, str], content: object
) -> None:
    assert found(text) == [finding]
    assert plain(composed(text).node) == content


@pytest.mark.parametrize(
    "text", ["{a: 95, 5: }", "{a: 95,5: x}", "{a: 95,'5'}", "{a: x,5}", "{5}", "[95,5]", "{a: [9],5}", "{a: 95,b}"]
)
def test_other_commas_are_no_decimal_commas(loader: object, text: str) -> None:
    assert found(text) == []


LOST = [
    ("a: &jangkar x", "IKI104 &jangkar"),
    ("a: *x", "IKI104 *x"),
    ("*a", "IKI104 *a"),
    ("<<: *a", "IKI104 *a"),
    ("a: !!python/name:os.system x", "IKI105 !!python/name:os.system"),
    ("a: !penting", "IKI105 !penting"),
    ("a: !<tag:x> b", "IKI105 !<tag:x>"),
    ("a: ! b", "IKI105 !"),
    ("a: !t &x [1]", "IKI104 &x, IKI105 !t"),
    ("a: &x !t\n  b: c", "IKI104 &x, IKI105 !t"),
]


@pytest.mark.parametrize(("text", "findings"), LOST)
def test_anchors_aliases_and_tags_are_refused(loader: object, text: str, findings: str) -> None:
    assert ", ".join(f"{code} {marked}" for code, marked, _ in found(text)) == findings
    assert all(f"`{marked}` tidak diperkenankan" in message for _, marked, message in found(text))
    assert composed(text).node is None


SYNTAX = [
    ("a: @x", 3, "karakter ini tidak dapat mengawali isian"),
    ("a: `x`", 3, "karakter ini tidak dapat mengawali isian"),
    ("a: %x", 3, "karakter ini tidak dapat mengawali isian"),
    ("a: b\n\tc: d", 5, "ada tab di sini"),
    ("a\n  \tb: c", 4, "ada tab di sini"),
    ("-\ta", 1, "ada tab di sini"),
    ("a: |\n  x\n \tz", 10, "ada tab di sini"),
    ("nama: Catatan : hari", 14, "titik dua di sini tidak pada tempatnya"),
    ("formula: a : b", 11, "titik dua di sini tidak pada tempatnya"),
    ("a: 1\nb:\u00a02\nc: 3\n", 7, "spasi di sini bukan spasi biasa (U+00A0), mungkin terbawa dari Word atau laman"),
    ("- a: 1\n\u00a0 b: 2\n", 7, "spasi di sini bukan spasi biasa (U+00A0), mungkin terbawa dari Word atau laman"),
    ("x:\n  a: 1\n \u202fb: 2\n", 11, "spasi di sini bukan spasi biasa (U+202F), mungkin terbawa dari Word atau laman"),
    ("a\nb: c", 3, "titik dua di sini tidak pada tempatnya"),
    ("a: - b", 3, "daftar tidak dapat dimulai di tengah baris"),
    ("a: ? b", 3, "`?` di awal isian mempunyai arti khusus dalam YAML"),
    ("a: [1, 2\n", 3, "daftar `[...]` belum ditutup"),
    ("a: [1, 2\nb: 3\n", 10, "daftar `[...]` belum ditutup (dibuka di baris 1)"),
    ("x: 1\na: {b: 1]", 13, "isian `{...}` belum ditutup (dibuka di baris 2)"),
    ("a: {b: 1", 3, "isian `{...}` belum ditutup"),
    ("a: 'x\nb: c\n", 3, "tanda kutip belum ditutup"),
    ("'a\n---\nb'", 0, "tanda kutip belum ditutup"),
    ("nama: 'Hari Jum'at'", 16, "isian di depan ini sudah selesai"),
    ("[1, 2] x", 7, "isian di depan ini sudah selesai"),
    ("a: | x\n  y", 5, "teks tidak dapat dimulai sebaris dengan `|` atau `>`"),
    ("target: >= 5", 9, "teks tidak dapat dimulai sebaris dengan `|` atau `>`"),
    ("a:\n- b\n-c\n", 7, "baris ini bukan `kunci: isi`"),
    ("a: **tebal**", 4, "`*` di awal isian mempunyai arti khusus dalam YAML"),
    ("a: & b", 4, "`&` di awal isian mempunyai arti khusus dalam YAML"),
    ("a: !x!y z", 3, "`!` di awal isian mempunyai arti khusus dalam YAML"),
    ("%TAG\n---\na", 4, "`%` di awal baris mempunyai arti khusus dalam YAML"),
    ("%YAML 2.0\n---\na", 0, "versi YAML ini tidak dikenal"),
    ("a: ]", 3, "di sini diharapkan sebuah isian"),
    ("a: {b: 1,, c: 2}", 9, "di sini diharapkan sebuah isian"),
    ("  a: 1\nb: 2", 7, "isi berkas berlanjut sesudah bagian utamanya selesai"),
    ("a: 1\x07", 4, "karakter kendali U+0007 tidak boleh ada"),
    ("é: \u00a0\u200b\x80", 5, "karakter kendali U+0080 tidak boleh ada"),
    ("a: \ufffe", 3, "karakter kendali U+FFFE tidak boleh ada"),
    ("a: \0", 3, "karakter kendali U+0000 tidak boleh ada"),
    ("a: \ud800", 3, "karakter kendali U+D800 tidak boleh ada"),
]


@pytest.mark.parametrize(("text", "at", "message"), SYNTAX, ids=[repr(case[0]) for case in SYNTAX])
def test_errors_of_yaml_are_told_in_indonesian_at_their_place(loader: object, text: str, at: int, message: str) -> None:
    read = composed(text)
    finding = read.diagnostics[0]
    assert read.node is None
    assert (finding.code, finding.span.start, finding.message) == ("IKI102", at, message)
    assert finding.hint


@pytest.mark.parametrize(
    ("text", "at", "messages"),
    [
        ("a:\n  - b\n c: d", 10, {"di sini diharapkan sebuah kunci", "di sini diharapkan kunci atau butir daftar"}),
        ("- a\nb: c", 4, {"di sini diharapkan butir daftar (`- `)", "di sini diharapkan kunci atau butir daftar"}),
    ],
)
def test_misaligned_lines(loader: object, text: str, at: int, messages: set[str]) -> None:
    (finding,) = composed(text).diagnostics
    assert finding.span.start == at
    assert finding.message in messages
    assert finding.hint == "ratakan indentasinya dengan baris di atasnya"


@pytest.mark.parametrize(
    ("line", "hint"),
    [("formula: a : b", "untuk pembagian"), ("nama: a : b", "bila ini kunci"), ("a: “b: c”", "tanda kutip")],
)
def test_the_line_tells_what_a_colon_was_meant_for(loader: object, line: str, hint: str) -> None:
    (finding,) = composed(line).diagnostics
    assert (finding.hint or "").startswith(hint)


@pytest.mark.parametrize("escape", [r"\q", r"\ud800", r"\ud83d\ude00", r"\UFFFFFFFF", r"\x4", r"\u12"])
def test_escapes_that_are_none_are_refused(loader: object, escape: str) -> None:
    (finding, *more) = composed(f'a: "x{escape}"').diagnostics
    assert finding.code == "IKI102"
    assert 5 <= finding.span.start <= 7
    assert not more or escape.count("u") == 2


def test_a_number_too_long_for_the_parser_is_a_finding(loader: object) -> None:
    read = composed(f"%YAML 1.{'9' * 5000}\n---\na: 1\n")
    assert [finding.code for finding in read.diagnostics] == ["IKI102"]
    assert read.node is None


def test_unknown_words_of_the_parser_still_have_their_place(loader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ikicli.sumber.salah._REASONS", ())
    (finding,) = composed("a: b: c").diagnostics
    assert (finding.span.start, finding.message) == (4, "susunan YAML di sini tidak dapat dibaca")


def test_a_mark_before_the_text_is_only_invisible() -> None:
    assert found("a: \ufeffb") == [("IKI115", "\ufeff", "ada karakter tak terlihat U+FEFF")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_of_yaml_ends_a_line(loader: object, end: str) -> None:
    text = f"a: 1{end}b: c: d{end}"
    finding = next(finding for finding in composed(text).diagnostics if finding.code == "IKI102")
    assert finding.span.start == text.index(": d")
    assert plain(composed(f"a: 1{end}b: x{end}").node) == {"a": "1", "b": "x"}


def test_invisible_characters_are_told_once_a_line() -> None:
    text = "a: \u200b\u200b\u200b\n\nb: é\nc: \u00ad"
    marked = [(finding.span.first, finding.message[-6:]) for finding in composed(text).diagnostics]
    assert marked == [((1, 4), "U+200B"), ((4, 4), "U+00AD")]


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- "])
def test_files_are_bounded_in_depth(loader: object, bracket: str) -> None:
    closing = {"[": "]", "{a: ": "}", "- ": ""}[bracket]
    text = bracket * DEEPEST + "x" + closing * DEEPEST
    assert found(text) == []
    deeper = bracket + text + closing
    ((code, marked, message),) = found(deeper)
    assert (code, message) == ("IKI103", "susunan lebih dalam dari 20 tingkat")
    assert marked == bracket[0]
    assert composed(deeper).node is None


BOMBS = {
    "50.000 brackets": ("[" * 50_000, {"IKI103"}),
    "50.000 braces": ("{a: " * 50_000, {"IKI103"}),
    "50.000 dashes": ("- " * 50_000, {"IKI103"}),
    "aliases": ("a: &a [x]\n" + "".join(f"a{n}: &a{n} [*a, *a, *a, *a]\n" for n in range(1000)), {"IKI104"}),
    "anchors": ("a: &a\n" * (1 << 17), {"IKI104", "IKI106"}),
    "tags": ("a: !a\n" * (1 << 17), {"IKI105", "IKI106"}),
    "duplicates": ("a:\n" * (1 << 18), {"IKI106"}),
    "invisible": ("\u200b" * (1 << 18), {"IKI115"}),
    "invisible lines": ("a: \u200b\n" * (1 << 16), {"IKI106", "IKI115"}),
    "escapes": ('a: "' + "\\e" * (1 << 18) + '"', {"IKI102"}),
    "open quotes": ("a: '\n" + "b: c\n" * (1 << 17), {"IKI102"}),
    "a long line": ("a: " + "b " * (1 << 19), set()),
    "a long key": ("a" * (1 << 20) + ": b", {"IKI102"}),
    "decimal commas": ("{" + "a: 9,5," * (1 << 16) + "}", {"IKI106", "IKI112"}),
    "blank lines": ("a: |\n  b" + "\n" * (1 << 20), set()),
    "tabs": ("a:\n" + "\t" * (1 << 20) + "b", {"IKI102"}),
}


@pytest.mark.parametrize(("text", "codes"), BOMBS.values(), ids=BOMBS)
def test_bombs_end_in_few_findings_and_soon(text: str, codes: set[str]) -> None:
    with within_seconds(10):
        findings = composed(text).diagnostics
        assert all(finding.span.first <= finding.span.last for finding in findings)
    assert {finding.code for finding in findings} == codes
    assert len(findings) <= 100


def test_a_huge_flat_file_is_read_in_linear_time() -> None:
    text = "".join(f"kunci_{n}: {n}\n" for n in range(50_000))
    with within_seconds(10):
        node = composed(text).node
        assert isinstance(node, Mapping)
        assert all(key.source is node.source for key, _ in [*node.entries()])
    assert len(node.values) == 50_000


_PIECES = [
    *(
        "a",
        "b",
        "é",
        "1",
        "5",
        ":",
        "-",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "&",
        "*",
        "!",
        "|",
        ">",
        "'",
        '"',
        "%",
        "@",
        "\\",
    ),
    *("\n", "\n  ", " ", "\t", ": ", "- ", "? ", "---\n", "...\n", "\r", "\x85", "\u2028", "\ufeff", "\u200b", "\0"),
    *("\ud800", r'"\x', r"\u12", r"\UFFFFFFFF", "95,5", "<<: ", "!!str ", "&a ", "*a ", "|2-\n", ">+\n", "%YAML 1.1\n"),
]
texts = st.one_of(
    st.text(st.characters(exclude_categories=[])), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)
)


def sound(node: Node, source: Source) -> bool:
    """Every place lies within the file, and parts within what they are parts of."""
    parts: list[Node] = []
    if isinstance(node, Sequence):
        parts = [*node.items]
    elif isinstance(node, Mapping):
        parts = [part for entry in node.entries() for part in entry]
    return (
        0 <= node.start <= node.end <= len(source.text)
        and all(node.start <= part.start and part.end <= node.end for part in parts)
        and all(sound(part, source) for part in parts)
    )


@pytest.mark.parametrize("reader", LOADERS)
@given(text=texts)
def test_any_text_is_read_or_refused(reader: object, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_, "_LOADER", reader)
        source = Source("a.yaml", text)
        read = compose(source)
    assert read.node is not None or any(KODE[finding.code].tingkat.value == "galat" for finding in read.diagnostics)
    for finding in read.diagnostics:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    if read.node is not None:
        assert sound(read.node, source)


contents = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(st.sampled_from("abc \"'é:#")), part, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(st.text(st.sampled_from("abc")), contents, min_size=1), st.booleans(), st.booleans())
def test_what_yaml_writes_is_read_again(content: dict[str, object], flow: bool, unicode: bool) -> None:
    text = yaml.dump(content, default_flow_style=flow, allow_unicode=unicode, sort_keys=False)
    read = composed(text)
    if "&" not in text and "*" not in text:  # the same list twice is written as an alias
        assert plain(read.node) == content
