"""Formulas in LaTeX: read as trees, said in words; what is not of the grammar stays as it is written."""

import pytest

from ikicli.laporan.matematika import Simpul, cut, in_words, read


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (
            r"\frac{\sum \text{Pengajuan cair}}{\sum \text{Pengajuan}} \times 100\%",
            "(jumlah Pengajuan cair) / (jumlah Pengajuan) × 100%",
        ),
        (r"\leq 5", "≤ 5"),
        (r"\frac{1}{2}", "1 / 2"),
        (r"\frac{\frac{1}{2} - 3}{4}", "(1 / 2 − 3) / 4"),
        (r"\sum \text{a} \times (\sum \text{b} - \text{c})", "jumlah a × (jumlah b − c)"),
        (r"{1} + {\text{ dua kata }}", "1 + dua kata"),
        (r"\frac{\frac{1}{2}}{3}", "(1 / 2) / 3"),
        ("10.000,5", "10.000,5"),
    ],
)
def test_in_words(latex: str, words: str) -> None:
    tree = read(latex)
    assert tree is not None
    assert in_words(tree) == words


@pytest.mark.parametrize(
    "latex",
    [
        r"\alpha",
        r"\frac{1}",
        r"\frac12",
        "}",
        "{",
        "{1",
        "x",
        r"\text{a",
        r"\text",
        r"\textbf{a}",
        "a_1",
        "^",
        "\\",
        "{" * 50000,
        r"\frac{1}{2",
        "&",
    ],
)
def test_what_is_not_of_the_grammar_is_not_read(latex: str) -> None:
    assert read(latex) is None
    assert "".join(piece.teks for piece in cut(f"awal ${latex}$ akhir")) == f"awal ${latex}$ akhir"


@pytest.mark.parametrize("text", ["", "tanpa rumus", "seharga $5", "$5 dan $6", "$$"])
def test_text_without_formulas_is_itself(text: str) -> None:
    assert "".join(piece.teks for piece in cut(text)) == text
    assert all(piece.rumus is None for piece in cut(text))


def test_a_text_is_cut_at_its_formulas() -> None:
    first, formula, last = cut(r"Paling banyak $\leq 5$ setahun")
    assert (first.teks, formula.teks, last.teks) == ("Paling banyak ", "≤ 5", " setahun")
    assert formula.rumus == Simpul("baris", isi=(Simpul("tanda", "≤"), Simpul("angka", "5")))


def test_what_is_too_wide_for_a_cell_is_said_in_words() -> None:
    [piece] = cut("$" + " + ".join([r"\text{jumlah dokumen}"] * 6) + "$")
    assert (piece.rumus, piece.teks) == (None, " + ".join(["jumlah dokumen"] * 6))
