from fractions import Fraction

import pytest
from hypothesis import assume, given
from pohon_acak import DI_SINI, pohon, teks

from ikicli.diagnostik import KODE
from ikicli.rumus import FUNGSI, Parsed, Pohon, names, parse, walk
from ikicli.rumus.parse import DEEPEST, LONGEST
from ikicli.rumus.pohon import Angka, Bulat, Fungsi, Hitungan, Jika, Lalu, Nama, Negatif, Rujukan, Syarat, deeper_than
from ikicli.rumus.write import write

A, B, C = (Nama(name, DI_SINI) for name in "abc")


def angka(text: str) -> Angka:
    return Angka(Fraction(text), DI_SINI)


def tree_of(text: str) -> Pohon:
    parsed = parse(text)
    assert parsed.masalah == ()
    assert parsed.pohon is not None
    return parsed.pohon


def hitungan(kiri: Pohon, op: str, kanan: Pohon) -> Hitungan:
    return Hitungan(op, kiri, kanan, DI_SINI)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("100", angka("100")),
        ("0.5", angka("0.5")),
        ("a", A),
        ("sekcam.hadir", Rujukan("sekcam", "hadir", DI_SINI)),
        ("sekcam . hadir", Rujukan("sekcam", "hadir", DI_SINI)),
        ("lalu(a)", Lalu("a", "lalu(a)", DI_SINI)),
        ("a - b - c", hitungan(hitungan(A, "-", B), "-", C)),
        ("a - (b - c)", hitungan(A, "-", hitungan(B, "-", C))),
        ("a / b / c", hitungan(hitungan(A, "/", B), "/", C)),
        ("a + b * c", hitungan(A, "+", hitungan(B, "*", C))),
        ("(a + b) * c", hitungan(hitungan(A, "+", B), "*", C)),
        ("-a * b", hitungan(Negatif(A, DI_SINI), "*", B)),
        ("-(a * b)", Negatif(hitungan(A, "*", B), DI_SINI)),
        ("--a", Negatif(Negatif(A, DI_SINI), DI_SINI)),
        ("a - -b", hitungan(A, "-", Negatif(B, DI_SINI))),
        ("((a))", A),
        ("a\n  × b ÷ c − 1", hitungan(hitungan(hitungan(A, "*", B), "/", C), "-", angka("1"))),
        ("abs(a)", Fungsi("abs", (A,), DI_SINI)),
        ("min(a)", Fungsi("min", (A,), DI_SINI)),
        ("rata(a, b, c)", Fungsi("rata", (A, B, C), DI_SINI)),
        ("min(95,5)", Fungsi("min", (angka("95"), angka("5")), DI_SINI)),
        ("bulat(a, 2)", Bulat(A, 2, DI_SINI)),
        ("bulat(a, -3)", Bulat(A, -3, DI_SINI)),
        ("jika(a ≥ b, a, c)", Jika(Syarat(">=", A, B, DI_SINI), A, C, DI_SINI)),
        ("jika(a ≠ 0, a, c)", Jika(Syarat("!=", A, angka("0"), DI_SINI), A, C, DI_SINI)),
        ("jika(a + b = c, 1, 0)", Jika(Syarat("=", hitungan(A, "+", B), C, DI_SINI), angka("1"), angka("0"), DI_SINI)),
        ("sekcam.jumlah", Rujukan("sekcam", "jumlah", DI_SINI)),
    ],
)
def test_reads(text: str, tree: Pohon) -> None:
    assert tree_of(text) == tree


def test_a_variable_is_not_the_same_a_year_before() -> None:
    assert tree_of("a") != tree_of("lalu(a)")
    assert tree_of("a + b") != tree_of("a - b")


def test_trees_are_equal_wherever_they_stand() -> None:
    assert tree_of("a+b") == tree_of("  ( a  +  b )")
    assert hash(tree_of("a+b")) == hash(tree_of(" a + b"))
    assert tree_of("a").tempat != (0, 1)


@pytest.mark.parametrize(
    ("text", "part", "written"),
    [
        ("a + b * c", Hitungan, "a + b * c"),
        ("(a + b) * c", Hitungan, "(a + b) * c"),
        ("  -a", Negatif, "-a"),
        ("1 + min(a, b )", Fungsi, "min(a, b )"),
        ("jika(a > (b), c, 1)", Syarat, "a > (b)"),
        ("jika(a > (b), c, 1)", Jika, "jika(a > (b), c, 1)"),
        ("2 * bulat(a, -2)", Bulat, "bulat(a, -2)"),
        ("1 + sekcam . hadir", Rujukan, "sekcam . hadir"),
        ("1 + lalu( a )", Lalu, "lalu( a )"),
    ],
)
def test_every_node_knows_its_place(text: str, part: type, written: str) -> None:
    node = next(node for node in walk(tree_of(text)) if isinstance(node, part))
    assert text[node.tempat.awal : node.tempat.akhir] == written


def test_names_come_in_the_order_they_are_written() -> None:
    tree = tree_of("jika(a > lalu(b), sekcam.hadir, min(c, a))")
    assert [leaf.kunci for leaf in names(tree)] == ["a", "lalu(b)", "sekcam.hadir", "c", "a"]


WRONG = [
    ("", "IKI302", "", "formula kosong", None),
    ("  ", "IKI302", "", "formula kosong", None),
    ("= a", "IKI302", "=", "formula tidak diawali `=`", "hapus tanda `=` (itu cara Excel)"),
    ("a +", "IKI302", "", "diharapkan angka, nama, atau `(`, ditemukan akhir formula", None),
    ("a + * b", "IKI302", "*", "diharapkan angka, nama, atau `(`, ditemukan `*`", None),
    ("a b", "IKI302", "b", "`b` di sini tidak pada tempatnya", "mungkin ada tanda"),
    ("2 (a)", "IKI302", "(", "`(` di sini tidak pada tempatnya", "mungkin ada tanda"),
    ("2 3", "IKI302", "3", "`3` di sini tidak pada tempatnya", "mungkin ada tanda"),
    ("a)", "IKI302", ")", "`)` di sini tidak pada tempatnya", "ada kurung tutup tanpa kurung buka"),
    ("(a", "IKI302", "", "diharapkan `)` untuk menutup kurung, ditemukan akhir formula", "tambahkan `)`"),
    ("95,5 * a", "IKI302", ",", "`,` di sini tidak pada tempatnya", "untuk desimal pakai titik, misalnya `95.5`"),
    ("(1.500,75)", "IKI302", ",", "diharapkan `)`", "untuk desimal pakai titik, misalnya `1500.75`"),
    ("(5, a)", "IKI302", ",", "diharapkan `)`", "untuk desimal pakai titik, misalnya `5.5`"),
    ("(a, b)", "IKI302", ",", "diharapkan `)`", None),
    ("sekcam.5", "IKI301", ".5", "`.5` bukan angka", "tulis `0.5`"),
    ("sekcam.", "IKI302", "", "sesudah titik diharapkan id indikator, ditemukan akhir formula", None),
    ("min", "IKI302", "", "`min` adalah nama fungsi; sesudahnya diharapkan `(`", None),
    ("jumlah + 1", "IKI302", "+", "`jumlah` adalah nama fungsi; sesudahnya diharapkan `(`", None),
    ("a > b", "IKI308", ">", "perbandingan hanya boleh", "tulis `jika(a > b, nilai_ya, nilai_tidak)`"),
    ("jika((a > b), 1, 0)", "IKI308", ">", "perbandingan hanya boleh", "tulis `jika("),
    ("jika(a > b, c > 1, 0)", "IKI308", ">", "perbandingan hanya boleh", "tulis `jika("),
    ("jika(a > b > c, 1, 0)", "IKI308", ">", "perbandingan tidak dapat dirangkai", "pakai `jika` di dalam `jika`"),
    ("jika(a, 1, 0)", "IKI308", "a", "masukan pertama `jika` harus perbandingan", "misalnya `jika(target = 0"),
    ("jika(a > b, 1)", "IKI307", ")", "`jika` kurang masukan", "tulis `jika(a > b, nilai_ya, nilai_tidak)`"),
    ("jika(a > b, 1, 2, 3)", "IKI307", ",", "`jika` diberi masukan terlalu banyak", "tulis `jika("),
    ("abs(a, b)", "IKI307", ",", "`abs` diberi masukan terlalu banyak", "tulis `abs(x)`"),
    ("min()", "IKI307", ")", "`min` kurang masukan", "tulis `min(x)`"),
    ("min(a", "IKI302", "", "diharapkan `)` untuk menutup `min`, ditemukan akhir formula", "tambahkan `)`"),
    ("bulat(a)", "IKI307", ")", "`bulat` kurang masukan", "tulis `bulat(x, 2)`"),
    ("bulat(a, b)", "IKI307", "b", "banyaknya desimal `bulat` harus angka bulat dari -12 sampai 12", "tulis `bulat"),
    ("bulat(a, 1.5)", "IKI307", "1.5", "banyaknya desimal", "tulis `bulat(x, 2)`"),
    ("bulat(a, -13)", "IKI307", "-13", "banyaknya desimal", "tulis `bulat(x, 2)`"),
    ("bulat(a, - ", "IKI307", "- ", "banyaknya desimal", "tulis `bulat(x, 2)`"),
    ("bulat(a, " + "9" * 50 + ")", "IKI307", "9" * 50, "banyaknya desimal", "tulis `bulat(x, 2)`"),
    ("lalu(a + b)", "IKI302", "+", "diharapkan `)` untuk menutup `lalu`, ditemukan `+`", None),
    ("lalu(sekcam.hadir)", "IKI307", ".", "`lalu` hanya untuk variabel", "tulis `lalu(variabel)`"),
    ("lalu(2)", "IKI307", "2", "`lalu` memerlukan nama satu variabel", "tulis `lalu(variabel)`"),
    ("lalu(min)", "IKI307", "min", "`lalu` memerlukan nama satu variabel", "tulis `lalu(variabel)`"),
    ("lalu(a, b)", "IKI307", ",", "`lalu` diberi masukan terlalu banyak", "tulis `lalu(variabel)`"),
    ("if(a > b, 1, 0)", "IKI306", "if", "fungsi `if` tidak dikenal", "maksudnya `jika`?"),
    ("pangkat(a)", "IKI306", "pangkat", "fungsi `pangkat` tidak dikenal", "fungsi yang ada: jika, min, maks"),
    ("9" * 31, "IKI305", "9" * 31, "angka ini terlalu panjang", "paling banyak 30 digit"),
    ("1 + " + "9" * 1900, "IKI305", "9" * 1900, "angka ini terlalu panjang", "paling banyak 30 digit"),
    ("1.500.000", "IKI301", "1.500.000", "`1.500.000` bukan angka", "tanpa pemisah ribuan: `1500000`"),
    ("1.2.3", "IKI301", "1.2.3", "`1.2.3` bukan angka", "satu angka memuat paling banyak satu titik desimal"),
    (".5 * a", "IKI301", ".5", "`.5` bukan angka", "tulis `0.5`"),
    ("a ** 2", "IKI301", "**", "pangkat (`**`) tidak ada dalam formula", "tulis perkaliannya"),
    ("9**9**9", "IKI301", "**", "pangkat (`**`) tidak ada dalam formula", "tulis perkaliannya"),
    ("jika(a == b, 1, 0)", "IKI301", "==", "`==` tidak dikenal", "untuk sama dengan pakai `=`"),
    ("jika(a <> b, 1, 0)", "IKI301", "<>", "`<>` tidak dikenal", "untuk tidak sama dengan pakai `!=`"),
    ("a ^ 2", "IKI301", "^", "karakter `^` tidak dikenal dalam formula", "pangkat tidak ada dalam formula"),
    ("a – b", "IKI301", "–", "karakter `–` (U+2013) tidak dikenal dalam formula", "untuk pengurangan pakai `-`"),
    ("a / b * 100%", "IKI301", "%", "karakter `%` tidak dikenal dalam formula", "tulis satuannya `persen`"),
    (r"\frac{a}{b}", "IKI301", "\\", "karakter `\\` tidak dikenal dalam formula", "bukan LaTeX"),
    ("∑ a", "IKI301", "∑", "karakter `∑` (U+2211)", "untuk penjumlahan pakai `jumlah(a, b)`"),
    ("'a'", "IKI301", "'", "karakter `'` tidak dikenal", "formula tidak memuat teks"),
    ("a @ b", "IKI301", "@", "karakter `@` tidak dikenal dalam formula", None),
    ("café", "IKI301", "é", "karakter `é` (U+00E9) tidak dikenal dalam formula", None),
    ("a\u00a0+ b", "IKI301", "\u00a0", "karakter tak terlihat U+00A0 tidak dikenal", "ganti dengan spasi biasa"),
    ("pega\u200bwai", "IKI301", "\u200b", "karakter tak terlihat U+200B tidak dikenal", "hapus karakter itu"),
    ("a \ud800", "IKI301", "\ud800", "karakter tak terlihat U+D800 tidak dikenal", "hapus karakter itu"),
    ("a \0", "IKI301", "\0", "karakter tak terlihat U+0000 tidak dikenal", "hapus karakter itu"),
    ("Pegawai + 1", "IKI301", "Pegawai", "nama `Pegawai` harus ditulis dengan huruf kecil", "tulis `pegawai`"),
    ("__import__('os')", "IKI301", "__import__", "nama `__import__` harus ditulis", "tulis `import__`"),
    ("_", "IKI301", "_", "nama `_` harus ditulis dengan huruf kecil", None),
]


@pytest.mark.parametrize(("text", "code", "marked", "message", "hint"), WRONG, ids=[case[0][:30] for case in WRONG])
def test_says_what_is_wrong_and_where(text: str, code: str, marked: str, message: str, hint: str | None) -> None:
    parsed = parse(text)
    assert parsed.pohon is None
    (problem,) = parsed.masalah
    assert problem.kode == code
    assert text[problem.tempat.awal : problem.tempat.akhir] == marked
    assert problem.pesan.startswith(message)
    assert problem.saran is None if hint is None else hint in str(problem.saran)


def test_a_problem_at_the_end_stands_at_the_end() -> None:
    (problem,) = parse("a +  ").masalah
    assert tuple(problem.tempat) == (5, 5)


@pytest.mark.parametrize("length", [LONGEST + 1, 1 << 20])
def test_formulas_are_bounded_in_length(length: int) -> None:
    text = "a" * length
    (problem,) = parse(text).masalah
    assert problem.kode == "IKI303"
    assert tuple(problem.tempat) == (LONGEST, LONGEST + 1)
    assert parse("a" * LONGEST).masalah == ()


NESTED = {
    "brackets": ("(", ")", DEEPEST),
    "minus": ("-", "", DEEPEST),
    "abs": ("abs(", ")", DEEPEST),
    "right": ("a - (", ")", DEEPEST),
    "rounded": ("bulat(", ", 2)", DEEPEST),
    "branch": ("jika(a > 0, 1, ", ")", DEEPEST - 1),  # the last condition lies a level below
    "condition": ("jika(", " > 0, 1, 2)", DEEPEST // 2),  # every condition is a level of its own
}


@pytest.mark.parametrize(("before", "after", "most"), NESTED.values(), ids=NESTED)
def test_formulas_are_bounded_in_depth(before: str, after: str, most: int) -> None:
    deepest = before * most + "a" + after * most
    assert parse(deepest).masalah == ()
    (problem,) = parse(f"{before}{deepest}{after}").masalah
    assert problem.kode == "IKI304"


def test_long_chains_are_too_deep_and_the_part_to_split_off_is_marked() -> None:
    assert parse("+".join(["a"] * (DEEPEST + 1))).masalah == ()
    text = "+".join(["a"] * (DEEPEST + 3))
    (problem,) = parse(text).masalah
    assert problem.kode == "IKI304"
    assert text[: problem.tempat.akhir] == "a+a"
    assert "jumlah(a, b, c)" in str(problem.saran)


def test_chains_within_brackets_within_chains_are_bounded_too() -> None:
    text = "1"
    for _ in range(28):
        text = f"abs({text}{'+1' * 30})"
    assert len(text) <= LONGEST
    assert [problem.kode for problem in parse(text).masalah] == ["IKI304"]


@pytest.mark.parametrize("text", ["(" * 50_000, "(" * LONGEST, "-" * LONGEST, "a+" * 1000, "abs(" * 500, "9" * 5000])
def test_hostile_texts_end_in_one_problem(text: str) -> None:
    parsed = parse(text)
    assert parsed.pohon is None
    assert len(parsed.masalah) == 1


def is_sound(parsed: Parsed, text: str) -> bool:
    """A tree within the limits, or one problem within the text."""
    if parsed.pohon is not None:
        return parsed.masalah == () and deeper_than(parsed.pohon, DEEPEST) is None
    (problem,) = parsed.masalah
    return problem.kode in KODE and 0 <= problem.tempat.awal <= problem.tempat.akhir <= len(text)


@given(teks)
def test_any_text_ends_in_a_tree_or_a_problem(text: str) -> None:
    assert is_sound(parse(text), text)


@given(pohon)
def test_what_is_written_is_read_again(tree: Pohon) -> None:
    text = write(tree)
    assume(len(text) <= LONGEST)
    assert parse(text)[:2] == (tree, ())


def test_knows_its_leaves_and_divisors_in_the_order_they_are_written() -> None:
    parsed = parse("a / (b - lalu(a)) * x.y / 2")
    assert [leaf.kunci for leaf in parsed.daun] == ["a", "b", "lalu(a)", "x.y"]
    assert {write(divisor) for divisor in parsed.pembagi} == {"b - lalu(a)", "2"}


def test_reserved_names_are_functions() -> None:
    assert all(parse(name).pohon is None for name in FUNGSI)
