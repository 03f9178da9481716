import pytest

from ikicli.rumus import Lalu, Nama, Rujukan, parse
from ikicli.rumus.write import in_words, write

NAMES = {"hadir": "Pegawai hadir", "pegawai": "Jumlah pegawai"}


def called(leaf: Nama | Rujukan | Lalu) -> str:
    return NAMES.get(leaf.kunci, f"“{leaf.kunci}”")


@pytest.mark.parametrize(
    ("text", "plain", "words"),
    [
        ("hadir/pegawai*100", "hadir / pegawai * 100", "Pegawai hadir ÷ Jumlah pegawai × 100"),
        ("((a))-(b-c)", "a - (b - c)", "“a” − (“b” − “c”)"),
        ("(a - b) - c", "a - b - c", "“a” − “b” − “c”"),
        ("a / (b * c)", "a / (b * c)", "“a” ÷ (“b” × “c”)"),
        ("(a + b) * (c + d)", "(a + b) * (c + d)", "(“a” + “b”) × (“c” + “d”)"),
        ("-(a+b)", "-(a + b)", "−(“a” + “b”)"),
        ("-(a*b)", "-(a * b)", "−(“a” × “b”)"),
        ("(-a) * b", "-a * b", "−“a” × “b”"),
        ("0.50", "0.5", "0,5"),
        ("min(0.5, a)", "min(0.5, a)", "min(0,5; “a”)"),
        ("jika(a>=b,1,0)", "jika(a >= b, 1, 0)", "jika(“a” ≥ “b”; 1; 0)"),
        ("jika(a≠0,1,0)", "jika(a != 0, 1, 0)", "jika(“a” ≠ 0; 1; 0)"),
        ("jika(a<=b,a-1,0)", "jika(a <= b, a - 1, 0)", "jika(“a” ≤ “b”; “a” − 1; 0)"),
        ("bulat(a,-2)", "bulat(a, -2)", "bulat(“a”; −2)"),
        ("bulat(a, 2)", "bulat(a, 2)", "bulat(“a”; 2)"),
        ("lalu( a )+sekcam . hadir", "lalu(a) + sekcam.hadir", "“lalu(a)” + “sekcam.hadir”"),
        ("0." + "0" * 28 + "1", "0." + "0" * 28 + "1", "0," + "0" * 28 + "1"),
    ],
)
def test_writes_a_formula_again_or_in_words(text: str, plain: str, words: str) -> None:
    tree = parse(text).pohon
    assert tree is not None
    assert write(tree) == plain
    assert write(tree, in_words(called)) == words
