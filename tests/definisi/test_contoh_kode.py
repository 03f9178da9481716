"""Examples of codes: one text, written as the files of an office."""

from pathlib import Path

import pytest

from ikicli.definisi.contoh_kode import Bagian, lay_out, parts
from ikicli.diagnostik.contoh import example

SEKCAM = "definitions/jabatan/sekcam.yaml"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a: 1\n", [(SEKCAM, b"a: 1\n")]),
        ("# catatan\na: 1\n", [(SEKCAM, b"# catatan\na: 1\n")]),
        ("# berkas: a/b.csv\nx,y\n", [("a/b.csv", b"x,y\n")]),
        (
            "a: 1\n# berkas: b.yaml\nb: 2\n# berkas: c.yaml\n",
            [(SEKCAM, b"a: 1\n"), ("b.yaml", b"b: 2\n"), ("c.yaml", b"")],
        ),
        ("# berkas: b.yaml | latin-1\né\n", [("b.yaml", b"\xe9\n")]),
        ("# berkas: b.yaml | utf-16\n", [("b.yaml", "".encode("utf-16"))]),
        ("# berkas: b.yaml | nul\na<NUL>b\n", [("b.yaml", b"a\0b\n")]),
        ("# berkas: b.yaml\n<NUL>\n", [("b.yaml", b"<NUL>\n")]),
    ],
)
def test_parts(text: str, expected: list[tuple[str, bytes]]) -> None:
    assert list(parts(text)) == [Bagian(path, content) for path, content in expected]


def test_example_is_the_text_of_its_file() -> None:
    assert "kabupten" in example("IKI109", "salah")
    assert "kabupten" not in example("IKI109", "benar")


def test_lay_out_writes_over_the_small_office(tmp_path: Path) -> None:
    lay_out("# berkas: definitions/unit.yaml\nunit: Lain\n# berkas: realisasi/2019/a.csv\nx\n", tmp_path)
    assert (tmp_path / "definitions/unit.yaml").read_text(encoding="utf-8") == "unit: Lain\n"
    assert (tmp_path / "realisasi/2019/a.csv").is_file()
    assert (tmp_path / SEKCAM).is_file()
