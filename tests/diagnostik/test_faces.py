import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikicli.diagnostik import KODE, Diagnostic, Source, Span, column_letters
from ikicli.diagnostik.faces import FACES, write
from ikicli.diagnostik.faces.teks_ import count, pieces
from ikicli.diagnostik.tampak import visible

SEKCAM = Source(
    "definitions/jabatan/sekcam.yaml",
    "jabatan: Sekretaris\nformula: hari - orang\n\tsatuan: hàri 中\u200b kerja\n" + "x" * 300 + "\n",
)


def finding(code: str, part: str, message: str, hint: str | None = None, source: Source = SEKCAM) -> Diagnostic:
    start = source.text.index(part)
    return Diagnostic(code, Span(source, start, start + len(part)), message, hint)


FINDINGS = (
    finding("IKI312", "hari - orang", "satuan tidak sama: hari dikurangi orang", "samakan satuannya"),
    finding("IKI115", "\u200b", "ada karakter tak terlihat U+200B"),
    finding("IKI214", "中", "indikator belum bertarget", "tulis 100 % di perjanjian"),
)

TEXT = """\
definitions/jabatan/sekcam.yaml:2:10: galat IKI312: satuan tidak sama: hari dikurangi orang
    2 | formula: hari - orang
      |          ^^^^^^^^^^^^
        saran: samakan satuannya

definitions/jabatan/sekcam.yaml:3:16: peringatan IKI115: ada karakter tak terlihat U+200B
    3 |     satuan: hàri 中<U+200B> kerja
      |                    ^^^^^^^^

definitions/jabatan/sekcam.yaml:3:15: info IKI214: indikator belum bertarget
    3 |     satuan: hàri 中<U+200B> kerja
      |                  ^^
        saran: tulis 100 % di perjanjian

1 galat, 1 peringatan, 1 info.
"""

GITHUB = (
    "::error file=definitions/jabatan/sekcam.yaml,line=2,endLine=2,col=10,endColumn=21,"
    "title=IKI312 Satuan tidak sama::satuan tidak sama: hari dikurangi orang%0Asaran: samakan satuannya\n"
    "::warning file=definitions/jabatan/sekcam.yaml,line=3,endLine=3,col=16,endColumn=16,"
    "title=IKI115 Karakter tak terlihat::ada karakter tak terlihat U+200B\n"
    "::notice file=definitions/jabatan/sekcam.yaml,line=3,endLine=3,col=15,endColumn=15,"
    "title=IKI214 Indikator belum bertarget::indikator belum bertarget%0Asaran: tulis 100 %25 di perjanjian\n"
)


def as_is(path: str) -> str:
    return path


def test_the_text_face() -> None:
    assert write("teks", FINDINGS, as_is) == TEXT


def test_the_github_face() -> None:
    assert write("github", FINDINGS, as_is) == GITHUB


def test_the_json_face() -> None:
    text = write("json", FINDINGS, lambda path: f"kantor/{path}")
    assert "中" not in text
    assert text.endswith("}\n")
    assert json.loads(text) == {
        "versi": 1,
        "temuan": [
            {
                "berkas": "kantor/definitions/jabatan/sekcam.yaml",
                "baris": 2,
                "kolom": 10,
                "sampai_baris": 2,
                "sampai_kolom": 22,
                "kode": "IKI312",
                "tingkat": "galat",
                "pesan": "satuan tidak sama: hari dikurangi orang",
                "saran": "samakan satuannya",
            },
            {
                "berkas": "kantor/definitions/jabatan/sekcam.yaml",
                "baris": 3,
                "kolom": 16,
                "sampai_baris": 3,
                "sampai_kolom": 17,
                "kode": "IKI115",
                "tingkat": "peringatan",
                "pesan": "ada karakter tak terlihat U+200B",
                "saran": None,
            },
            {
                "berkas": "kantor/definitions/jabatan/sekcam.yaml",
                "baris": 3,
                "kolom": 15,
                "sampai_baris": 3,
                "sampai_kolom": 16,
                "kode": "IKI214",
                "tingkat": "info",
                "pesan": "indikator belum bertarget",
                "saran": "tulis 100 % di perjanjian",
            },
        ],
        "ringkasan": {"galat": 1, "peringatan": 1, "info": 1},
    }


def test_nothing_found() -> None:
    assert write("teks", (), as_is) == "Tidak ada temuan.\n"
    assert write("github", (), as_is) == ""
    assert json.loads(write("json", (), as_is))["ringkasan"] == {"galat": 0, "peringatan": 0, "info": 0}


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 0, 0), "1 galat."),
        ((0, 2, 0), "2 peringatan."),
        ((12, 0, 3), "12 galat, 3 info."),
        ((0, 0, 0), "Tidak ada temuan."),
    ],
)
def test_counts_findings_in_a_sentence(numbers: tuple[int, int, int], said: str) -> None:
    codes = [code for code, number in zip(("IKI312", "IKI115", "IKI214"), numbers, strict=True) for _ in range(number)]
    assert count([finding(code, "hari", "x") for code in codes]) == said


def test_github_escapes_what_would_end_a_property_or_a_message() -> None:
    source = Source("a,b:c%\r\n.yaml", "teks")
    text = write("github", [finding("IKI108", "teks", "50 %: a,\r\n::error::b", None, source)], as_is)
    assert text == (
        "::error file=a%2Cb%3Ac%25%0D%0A.yaml,line=1,endLine=1,col=1,endColumn=4,title=IKI108 Bentuk isian salah"
        "::50 %25: a,%0D%0A::error::b\n"
    )


def test_github_takes_columns_only_within_one_line() -> None:
    text = write("github", [finding("IKI102", "Sekretaris\nformula", "x")], as_is)
    assert text == (
        "::error file=definitions/jabatan/sekcam.yaml,line=1,endLine=2,title=IKI102 Susunan YAML salah::x\n"
    )


def test_a_finding_over_several_lines_marks_its_first() -> None:
    text = write("teks", [finding("IKI102", "Sekretaris\nformula", "x")], as_is)
    assert text.splitlines()[1:3] == ["    1 | jabatan: Sekretaris", "      |          ^^^^^^^^^^"]


@pytest.mark.parametrize(("text", "at"), [("", 0), ("a\n\nb", 2), ("a\n   \nb", 3), ("a\n", 2)])
def test_an_empty_line_is_not_shown(text: str, at: int) -> None:
    source = Source("a.yaml", text)
    shown = write("teks", [Diagnostic("IKI111", Span(source, at, at), "kosong", "isi")], as_is)
    assert [line for line in shown.splitlines() if "|" in line] == []


def test_a_place_at_the_end_of_a_line_is_marked_behind_it() -> None:
    source = Source("a.yaml", "a: (b\nc: d")
    text = write("teks", [Diagnostic("IKI302", Span(source, 5, 5), "x", None)], as_is)
    assert text.splitlines()[1:3] == ["    1 | a: (b", "      |      ^"]


@pytest.mark.parametrize(
    ("start", "end", "excerpt", "carets"),
    [
        (0, 3, "012" + "." * 147 + "…", "^^^"),
        (500, 503, "…" + "." * 75 + "345" + "." * 147 + "…", " " * 76 + "^^^"),
        (997, 1000, "…" + "." * 75 + "END", " " * 76 + "^^^"),
        (500, 1000, "…" + "." * 75 + "345" + "." * 147 + "…", " " * 76 + "^" * 150),
    ],
)
def test_long_lines_are_cut_around_the_place(start: int, end: int, excerpt: str, carets: str) -> None:
    line = "012" + "." * 497 + "345" + "." * 494 + "END"
    source = Source("a.yaml", f"a\n{line}\nb\n")
    text = write("teks", [Diagnostic("IKI102", Span(source, start + 2, end + 2), "x", None)], as_is)
    assert text.splitlines()[1:3] == [f"    2 | {excerpt}", f"      | {carets}"]


LETTERS = "abcdefghijklmnopqrstuvwxyz" * 10


@pytest.mark.parametrize(
    ("length", "at", "excerpt"),
    [
        (30, 0, "abcdefghijklmnopqrstuvwxyzabcd"),
        (40, 0, "abcdefghijklmnopqrstuvwxyzabcd…"),
        (40, 38, "…klmnopqrstuvwxyzabcdefghijklmn"),
        (40, 40, "…klmnopqrstuvwxyzabcdefghijklmn"),
        (80, 30, "…uvwxyzabcdefghijklmnopqrstuvwx…"),
    ],
)
def test_lines_are_cut_to_the_width_of_a_terminal(length: int, at: int, excerpt: str) -> None:
    source = Source("a.yaml", f"x\n{LETTERS[:length]}\ny")
    shown = "".join(
        piece.text for piece in pieces([Diagnostic("IKI102", Span(source, at + 2, at + 2), "x")], as_is, 40)
    )
    assert shown.splitlines()[1] == f"    2 | {excerpt}"


@pytest.mark.parametrize("columns", [None, 40, 80, 200])
def test_a_hint_too_long_for_the_terminal_stays_under_itself(columns: int | None) -> None:
    hint = "samakan satuannya; mungkin ada pembagian atau perkalian yang terlewat, atau satuan yang lain"
    finding = Diagnostic("IKI312", Span(Source("a.yaml", ""), 0, 0), "x", hint)
    first, *more = "".join(piece.text for piece in pieces([finding], as_is, columns)).split("\n\n")[0].splitlines()[1:]
    assert first.startswith("        saran: samakan")
    assert all(line.startswith(" " * 15) and len(line) <= (columns or 0) for line in more)
    assert " ".join([first, *more]).split() == ["saran:", *hint.split()]
    assert bool(more) == (columns in {40, 80})


@given(st.integers(1, 250), st.integers(0, 250), st.integers(0, 60), st.integers(1, 200))
def test_what_is_marked_fits_into_the_terminal(length: int, at: int, size: int, columns: int) -> None:
    start = min(at, length - 1)
    source = Source("a.yaml", LETTERS[:length])
    finding = Diagnostic("IKI102", Span(source, start, min(start + size, length)), "x")
    _, excerpt, carets, *_ = "".join(piece.text for piece in pieces([finding], as_is, columns)).splitlines()
    assert max(len(excerpt), len(carets)) <= max(columns, 30)
    assert excerpt[carets.index("^")] == LETTERS[start]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("biasa 100 % 中", "biasa 100 % 中"),
        ("a\tb", "a    b"),
        ("\x1b[31mmerah", "<U+001B>[31mmerah"),
        ("a\nb\r\x85\u2028", "a<U+000A>b<U+000D><U+0085><U+2028>"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"),
        ("\ud800\ue000\U000e0041", "<U+D800><U+E000><U+E0041>"),
        ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
    ],
)
def test_what_does_not_show_is_named(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_nothing_from_a_file_or_its_name_steers_the_terminal() -> None:
    source = Source("a\x1b]0;x\x07\n.yaml", "a: \x1b[2J")
    findings = [finding("IKI108", "a", "pesan \x1b[2J", "saran \x07", source)]
    text = write("teks", findings, as_is)
    assert text.startswith("a<U+001B>]0;x<U+0007><U+000A>.yaml:1:1: galat IKI108: pesan <U+001B>[2J\n")
    assert not any(character in text for character in "\x1b\x07")
    assert [piece.role for piece in pieces(findings, as_is)][:2] == ["tempat", "galat"]


def test_carets_allow_for_wide_and_combining_characters() -> None:
    source = Source("a.yaml", "中e\u0301🙂x")
    text = write("teks", [finding("IKI108", "x", "y", None, source)], as_is)
    assert text.splitlines()[2] == "      |      ^"


@pytest.mark.parametrize("face", FACES)
def test_file_names_that_are_no_text_can_be_written(face: str) -> None:
    source = Source("a\udce9.yaml", "teks")
    write(face, [finding("IKI108", "teks", "x", None, source)], as_is).encode("utf-8")


@given(st.text(), st.data(), st.sampled_from(FACES), st.sampled_from(sorted(KODE)))
def test_every_face_shows_every_finding(text: str, data: st.DataObject, face: str, code: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    findings = [Diagnostic(code, Span(Source("a.yaml", text), start, end), text, text)]
    shown = write(face, findings, as_is)
    assert code in shown
    assert shown.endswith("\n")
    if face == "github":
        assert shown.count("\n") == 1
    if face == "json":
        assert json.loads(shown)["temuan"][0]["pesan"] == text


REKAP = Source("rekap.xlsx", "No\tIndikator\tJanuari\n\n1\tRapat\t1.234\n", "Lembar1")


def test_a_cell_of_a_table_is_named_as_the_spreadsheet_names_it() -> None:
    cell = [finding("IKI406", "1.234", "dapat berarti dua angka", None, REKAP)]
    assert write("teks", cell, as_is) == (
        "rekap.xlsx[Lembar1]!C3: galat IKI406: dapat berarti dua angka\n"
        "    3 | 1    Rapat    1.234\n"
        "      |               ^^^^^\n\n1 galat.\n"
    )
    shown = json.loads(write("json", cell, as_is))["temuan"][0]
    assert (shown["lembar"], shown["baris"], shown["kolom"]) == ("Lembar1", 3, 3)
    assert (shown["sampai_baris"], shown["sampai_kolom"]) == (3, 4)
    assert "line=3,endLine=3,col=3,endColumn=3," in write("github", cell, as_is)
    assert "::lembar Lembar1, sel C3: dapat" in write("github", cell, as_is)


def test_a_long_row_shows_what_names_it_and_what_stands_beside_the_cell() -> None:
    row = "7\tPengaduan pelayanan yang ditangani\tkali\t1\t2\t3\t4,5,6\t5\t6\t7\tcatatan"
    cell = [finding("IKI406", "4,5,6", "bukan angka", None, Source("a.xlsx", row, "Isian"))]
    excerpt, carets = write("teks", cell, as_is).splitlines()[1:3]
    assert excerpt == "    1 | 7    Pengaduan pelayan…    …    3    4,5,6    5    6    …"
    assert excerpt[carets.index("^") : carets.rindex("^") + 1] == "4,5,6"


def test_a_csv_read_as_a_table_has_no_sheet_to_name() -> None:
    source = Source("rekap.csv", "a\tb\n1\t2", "")
    assert write("teks", [finding("IKI406", "2", "x", None, source)], as_is).startswith("rekap.csv!B2: galat")


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_named_by_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters
