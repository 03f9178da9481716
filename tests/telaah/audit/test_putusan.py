"""The verdict on one row: what explains its figure, and what its numbers give where nothing does."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tabel_uji import audit, row

from ikicli.definisi.nouns import Polaritas, Rentang
from ikicli.rumus import exact_text, rounded
from ikicli.telaah.audit import Pilihan, Putusan
from ikicli.telaah.audit.putusan import judge
from ikicli.telaah.audit.selang import Bilangan, allowed, truncated
from ikicli.telaah.audit.soal import Soal

RIGHT = [
    ("naik", "95", "96", "101,05"),
    ("naik", "95%", "96 %", "101%"),
    ("", "10", "15", "150"),
    ("", "10", "15", "50"),
    ("turun", "10", "15", "50"),
    ("turun", "5", "0", "200"),
    ("turun", "0", "0", "100"),
    ("stabil", "100", "110", "90"),
    ("naik", "80 - 90%", "85", "100"),
    ("naik", "80 - 90%", "70", "87,5"),
    ("turun", "≤ 5", "3", "100"),
    ("turun", "≤ 5", "6", "80"),
    ("naik", "Rp. 1.500.000,-", "Rp 750.000", "50"),
    ("naik", "1,5 miliar", "1.200 juta", "80"),
    ("naik", "1.500", "1.200", "80"),
    ("naik", "1.234", "1,234", "100"),
    ("naik", "Rangking 6", "Rangking 6", "100"),
    ("naik", "25%", "38% (Evaluasi Semester I)", "152"),
    ("naik", "95%", "0,96", "101,05"),
    ("kondisi khusus", "7 – 8 bulan", "6,5", "107%"),
]


@pytest.mark.parametrize("cells", RIGHT)
def test_a_figure_that_its_numbers_give(tmp_path: Path, cells: tuple[str, str, str, str]) -> None:
    found = row(tmp_path, *cells)
    assert (found.putusan, found.sebab) in {
        (Putusan.COCOK, ""),
        (Putusan.PEMBULATAN, found.sebab if cells[2] == "0,96" else ""),
    }


EXPLAINED = [
    ("naik", "46", "73,23", "159,19", "dipotong pada 2 desimal"),
    ("naik", "95,0", "93,0", "98,00", "persen utuh"),
    ("naik", "95,0", "93,0", "97,00", "dipotong ke persen utuh"),
    ("naik", "0,21", "0,08", "37,13", "realisasi 0,08 sudah dibulatkan"),
    ("naik", "10,00", "15,00", "110", "dibatasi paling tinggi 110"),
    ("naik", "10,00", "15,00", "120", "dibatasi paling tinggi 120"),
    ("naik", "10,00", "15,00", "100", "dibatasi paling tinggi 100"),
    ("naik", "10,00", "-2,00", "0", "hasil negatif dijadikan nol"),
    ("turun", "10,00", "8,00", "125", "bentuk B"),
    ("", "10,00", "8,00", "125", "bentuk B"),
    ("", "12", "10", "120", "bentuk B"),
    ("", "3", "2", "150", "bentuk B"),
    ("turun", "12 bulan", "12 bulan", "76.00", "SKP"),
    ("naik", "80 - 90", "85,00", "106,25", "terhadap batas 80"),
    ("naik", "80 - 90", "85,00", "110", "di dalam rentang target, diberi batas atas 110"),
    ("turun", "0", "2", "0", "target nol terlewati"),
    ("naik", "-2,00", "-1,00", "150", "target negatif"),
]


@pytest.mark.parametrize(("polaritas", "target", "realisasi", "capaian", "said"), EXPLAINED)
def test_a_figure_that_rounding_or_a_limit_explains(
    tmp_path: Path, polaritas: str, target: str, realisasi: str, capaian: str, said: str
) -> None:
    found = row(tmp_path, polaritas, target, realisasi, capaian)
    assert found.putusan is Putusan.PEMBULATAN
    assert said in found.sebab


WRONG = [
    ("turun", "10,0", "15,0", "150", "50", "polaritas terbalik"),
    ("naik", "10,0", "15,0", "50", "150", "polaritas terbalik"),
    ("naik", "95,0", "96,0", "1,01", "101,05", "lupa dikali 100"),
    ("naik", "95,0", "96,0", "10105", "101,05", "dikali 100 dua kali"),
    ("naik", "95,00", "80,00", "84,12", "84,21", "dua angka (digit) tertukar"),
    ("naik", "120", "90", "57,00", "75", "dua angka (digit) tertukar"),
    ("naik", "95,00", "80,00", "8,42", "84,21", "letak koma desimal bergeser"),
    ("naik", "95,00", "80,00", "80,00", "84,21", "capaian sama dengan realisasinya"),
    ("naik", "90,00", "99,00", "10", "110", "selisih terhadap target"),
    ("naik", "80 - 90", "92,0", "115", "102,22", "dihitung terhadap batas 80"),
    ("naik", "95,00", "80,00", "84,25", "84,21", "satu angka (digit) berbeda"),
    ("naik", "95,00", "86,00", "71,58", "90,53", "realisasi 68"),
    ("turun", "10,00", "9,50", "-94800", "105", "koma desimal dan titik ribuan"),
    ("naik", "80 - 90%", "92,0%", "113%", "102,22", "tidak ada pembulatan"),
]


@pytest.mark.parametrize(("polaritas", "target", "realisasi", "capaian", "right", "said"), WRONG)
def test_a_wrong_figure_with_its_cause(
    tmp_path: Path, polaritas: str, target: str, realisasi: str, capaian: str, right: str, said: str
) -> None:
    found = row(tmp_path, polaritas, target, realisasi, capaian)
    assert found.putusan is Putusan.BEDA
    assert said in found.sebab
    assert found.hitung is not None
    assert rounded(found.hitung, 2) == Fraction(right.replace(",", "."))


REFUSED = [
    ("", "WTP", "WTP", "100", "target `WTP` bukan angka"),
    ("", "55%", "n/a", "n/a", "realisasi kosong; capaian kosong"),
    ("", "", "100", "100", "target kosong"),
    ("naik", "0", "3", "100", "target nol"),
    ("naik", "95", "90 - 95", "100", "adalah rentang"),
    ("naik", "100%", "12 dokumen", "100", "target dalam persen, realisasi dalam dokumen"),
    ("naik", "", "", "", "baris ini tidak berangka"),
]


@pytest.mark.parametrize(("polaritas", "target", "realisasi", "capaian", "said"), REFUSED)
def test_a_row_that_cannot_be_recomputed(
    tmp_path: Path, polaritas: str, target: str, realisasi: str, capaian: str, said: str
) -> None:
    found = row(tmp_path, polaritas, target, realisasi, capaian)
    assert (found.putusan, found.hitung) == (Putusan.TIDAK_DIHITUNG, None)
    assert said in found.sebab


CAPPED = [
    ("110", Putusan.COCOK, ""),
    ("150", Putusan.BEDA, "batas atas 110 tidak diterapkan"),
    ("120", Putusan.BEDA, "dibatasi 120, padahal batas atasnya 110"),
]


@pytest.mark.parametrize(("capaian", "putusan", "said"), CAPPED)
def test_a_stated_cap_holds(tmp_path: Path, capaian: str, putusan: Putusan, said: str) -> None:
    found = row(tmp_path, "naik", "10,00", "15,00", capaian, batas_atas=Fraction(110))
    assert (found.putusan, found.hitung) == (putusan, Fraction(110))
    assert said in found.sebab


def test_a_polarity_for_every_row_wins_over_the_column(tmp_path: Path) -> None:
    assert row(tmp_path, "naik", "10,0", "15,0", "50").putusan is Putusan.BEDA
    assert row(tmp_path, "naik", "10,0", "15,0", "50", polaritas=Polaritas.TURUN).putusan is Putusan.COCOK


def test_the_realisasi_has_the_decimals_of_its_column(tmp_path: Path) -> None:
    alone, finer = ("A", "naik", "10", "9", "85"), ("B", "naik", "10", "9,5", "95")
    assert audit(tmp_path, alone).baris[0].putusan is Putusan.PEMBULATAN
    assert audit(tmp_path, alone, finer).baris[0].putusan is Putusan.BEDA


def test_a_column_of_shares_is_a_convention_and_not_a_slip(tmp_path: Path) -> None:
    rows = [(name, "naik", "80,0", f"{value},0", f"0,{value * 125 // 100}") for name, value in [("A", 60), ("B", 64)]]
    assert {each.putusan for each in audit(tmp_path, *rows).baris} == {Putusan.BEDA}
    rows.append(("C", "naik", "80,0", "72,0", "0,9"))
    assert {each.putusan for each in audit(tmp_path, *rows).baris} == {Putusan.PEMBULATAN}


def test_a_decimal_comma_that_split_a_cell_is_no_difference(tmp_path: Path) -> None:
    from ikicli.telaah.audit import audit_table

    path = tmp_path / "tabel.csv"
    path.write_text("Indikator,Target,Realisasi,Capaian\nA,95,96,101,05\nB,95,95,100\n", encoding="utf-8")
    first, second = audit_table(path, Pilihan()).baris
    assert (first.putusan, second.putusan) == (Putusan.TIDAK_DIHITUNG, Putusan.COCOK)
    assert "koma desimal" in first.sebab


numbers = st.integers(-(10**6), 10**6).filter(bool)
FORMS = {
    Polaritas.NAIK: lambda t, r: r / t * 100,
    Polaritas.TURUN: lambda t, r: (2 * t - r) / t * 100,
    Polaritas.STABIL: lambda t, r: r / t * 100 if r <= t else 200 - r / t * 100,
}


def soal(polaritas: Polaritas, target: Fraction, realisasi: Bilangan, terbit: Bilangan) -> Soal:
    agreed = Rentang(exact_text(target), target, target)
    return Soal(agreed, realisasi, allowed(realisasi), terbit, polaritas, "Surat", Pilihan())


@given(
    polaritas=st.sampled_from(list(FORMS)),
    stated=st.booleans(),
    target=st.integers(1, 10**6),
    exact=st.fractions(-1000, 10**6, max_denominator=10**6),
    digits=st.tuples(st.integers(0, 3), st.integers(0, 3)),
    ways=st.tuples(st.sampled_from([rounded, truncated]), st.sampled_from([rounded, truncated])),
)
def test_an_honest_figure_is_never_called_wrong(
    polaritas: Polaritas,
    stated: bool,
    target: int,
    exact: Fraction,
    digits: tuple[int, int],
    ways: tuple[object, object],
) -> None:
    """Computed from the exact realisasi or from the printed one, rounded or cut off."""
    cut_realisasi, cut_capaian = ways
    shown = Bilangan(cut_realisasi(exact, digits[0]), digits[0])  # type: ignore[operator]
    for basis in (exact, shown.nilai):
        capaian = FORMS[polaritas](Fraction(target), basis)
        printed = Bilangan(cut_capaian(capaian, digits[1]), digits[1])  # type: ignore[operator]
        known = polaritas if stated else Polaritas.TAK_TERBACA
        assert judge([soal(known, Fraction(target), shown, printed)]).putusan is not Putusan.BEDA


@given(
    polaritas=st.sampled_from([Polaritas.NAIK, Polaritas.TURUN]),
    target=st.integers(1, 10**4),
    realisasi=st.integers(1, 10**6),
    off=numbers,
)
def test_a_figure_off_by_more_than_print_can_hide_is_wrong(
    polaritas: Polaritas, target: int, realisasi: int, off: int
) -> None:
    shown = Bilangan(Fraction(realisasi, 100), 2)
    exact = FORMS[polaritas](Fraction(target), shown.nilai)
    printed = Bilangan(rounded(exact + Fraction(off, 100), 2), 2)
    most = Fraction(1, target) + Fraction(2, 100)  # a step of the realisasi, a step of the figure and its rounding
    assume(abs(printed.nilai - exact) > most and printed.nilai.denominator > 1)
    assume(polaritas is Polaritas.NAIK or not _by_another_form(Fraction(target), shown.nilai, printed.nilai, most))
    found = judge([soal(polaritas, Fraction(target), shown, printed)])
    assert (found.putusan, found.hitung) == (Putusan.BEDA, exact)


def _by_another_form(target: Fraction, realisasi: Fraction, printed: Fraction, most: Fraction) -> bool:
    """Whether the inverse form or that of SKP comes near a figure of a `turun` row."""
    steep = 100 * target / (realisasi - Fraction(1, 100)) if realisasi > Fraction(1, 100) else None
    inverse = 100 * target / (realisasi + Fraction(1, 100)) - most
    return (steep is None or inverse <= printed <= steep + most) or abs(
        (Fraction(176, 100) * target - realisasi) / target * 100 - printed
    ) <= most
