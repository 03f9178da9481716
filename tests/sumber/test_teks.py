from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikicli.diagnostik import Source
from ikicli.sumber import read_text
from ikicli.sumber.teks import LARGEST, decode

ANY = Path("unit.yaml")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"a: 1\n", "a: 1\n"),
        (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        (b"a: 1\rb: 2\r", "a: 1\nb: 2\n"),
        (b"a\n\r\nb", "a\n\nb"),
        (b"\xef\xbb\xbfa: 1", "a: 1"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa: 1", "a: 1"),
        ("a: é – 中 🙂\u2028\x85".encode(), "a: é – 中 🙂\u2028\x85"),
    ],
)
def test_reads_utf_8_with_any_line_ends(raw: bytes, text: str) -> None:
    read = decode(ANY, raw)
    assert read.diagnostics == ()
    assert read.source == Source(str(ANY), text)


REFUSED = [
    ("a: 1".encode("utf-16"), "berkas ini berkode UTF-16, bukan UTF-8", (1, 1), ""),
    (b"\xfe\xff\0a", "berkas ini berkode UTF-16, bukan UTF-8", (1, 1), ""),
    (b"PK\x03\x04\x14\0word", "isi berkas ini dokumen Word atau Excel, bukan teks", (1, 1), ""),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "isi berkas ini dokumen Word atau Excel, bukan teks", (1, 1), ""),
    ("a: 1".encode("utf-16-le"), "ada karakter NUL di dalam berkas", (1, 2), "a"),
    ("a: 1".encode("utf-32"), "berkas ini berkode UTF-16, bukan UTF-8", (1, 1), ""),
    (b"a: 1\r\nb: \0", "ada karakter NUL di dalam berkas", (2, 4), "a: 1\nb: "),
    (b"\xef\xbb\xbfa\0", "ada karakter NUL di dalam berkas", (1, 2), "a"),
    (b"\xe9\0", "ada karakter NUL di dalam berkas", (1, 2), "\ufffd"),
    ("a: 1\r\nb: é".encode("latin-1"), "byte 0xE9 bukan UTF-8 (dalam Windows-1252: `é`)", (2, 4), "a: 1\nb: é"),
    (b"\xef\xbb\xbfa: \x96", "byte 0x96 bukan UTF-8 (dalam Windows-1252: `–`)", (1, 4), "a: –"),
    (b"a: \x81", "byte 0x81 bukan UTF-8 (dalam Windows-1252: `\ufffd`)", (1, 4), "a: \ufffd"),
    (b"a: \xed\xa0\x80", "byte 0xED bukan UTF-8 (dalam Windows-1252: `í`)", (1, 4), "a: í"),
    ("é: ".encode() + b"\xe4", "byte 0xE4 bukan UTF-8 (dalam Windows-1252: `ä`)", (1, 4), "é: ä"),
]


@pytest.mark.parametrize(("raw", "message", "place", "shown"), REFUSED)
def test_refuses_what_is_not_utf_8(raw: bytes, message: str, place: tuple[int, int], shown: str) -> None:
    read = decode(ANY, raw)
    (finding,) = read.diagnostics
    assert read.source.text == ""
    assert (finding.code, finding.message, finding.span.first) == ("IKI101", message, place)
    assert finding.span.source.text == shown
    assert "UTF-8" in str(finding.hint)


def test_a_file_is_bounded_in_size(tmp_path: Path) -> None:
    path = tmp_path / "besar.yaml"
    path.write_bytes(b"a" * LARGEST)
    assert read_text(path).diagnostics == ()
    path.write_bytes(b"a" * (LARGEST + 1))
    (finding,) = read_text(path).diagnostics
    assert (finding.code, finding.message) == ("IKI103", "berkas lebih besar dari 1 MiB")
    assert read_text(path, None).source.text == "a" * (LARGEST + 1)


def test_a_missing_file_is_the_callers_affair(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_text(tmp_path / "tak_ada.yaml")


@given(st.binary())
def test_any_bytes_are_text_or_a_finding(raw: bytes) -> None:
    read = decode(ANY, raw)
    assert (not read.diagnostics) or (len(read.diagnostics) == 1 and read.source.text == "")
    assert "\r" not in read.source.text
    for finding in read.diagnostics:
        assert finding.span.end <= len(finding.span.source.text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_utf_8_is_read(text: str) -> None:
    expected = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decode(ANY, text.encode()).source.text == expected
