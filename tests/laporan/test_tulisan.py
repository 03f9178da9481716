"""Numbers, targets, spans, names and places as documents write them."""

from fractions import Fraction
from pathlib import Path

import pytest
from kantor_laporan import UNIT, result

from ikicli.capaian.tulisan import angka, deretan, rentang_bulan, sebutan_rentang, target
from ikicli.definisi.nouns import Aturan, IsiAturan, Predikat, Rentang, StatusPejabat
from ikicli.laporan.bahan.kepala import acting, letterhead, office, place
from ikicli.laporan.grafik import bar
from ikicli.realisasi import parse_sampai


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        ("2900", 2, "2.900"), ("98.333", 2, "98,33"), ("87.125", 2, "87,13"), ("0.001", 2, "0"), ("-0.5", 2, "-0,5"),
        ("999.999", 2, "1.000"), ("1234567.5", 1, "1.234.567,5"), ("-1234.25", 2, "-1.234,25"), ("100", 0, "100"),
        ("0.1234567", 7, "0,1234567"), ("-0.001", 2, "0"), ("12345678901234567890", 2, "12.345.678.901.234.567.890"),
    ],
)  # fmt: skip
def test_numbers(number: str, digits: int, text: str) -> None:
    assert angka(Fraction(number), digits) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("96", "96", "96"), (None, "5", "≤ 5"), ("12", None, "≥ 12"), ("80", "90", "80–90"),
        ("2900", "3000.5", "2.900–3.000,5"), ("-5", "5", "-5 s.d. 5"), ("2.125", "2.125", "2,125"), (None, "0", "≤ 0"),
    ],
)  # fmt: skip
def test_targets(low: str | None, high: str | None, text: str) -> None:
    bounds = [None if bound is None else Fraction(bound) for bound in (low, high)]
    assert target(Rentang("", *bounds)) == text


@pytest.mark.parametrize(
    ("sampai", "title", "months"),
    [
        ("2019", "Tahun 2019", "Januari s.d. Desember 2019"),
        ("TW1", "Triwulan I 2019", "Januari s.d. Maret 2019"),
        ("TW2", "Sampai dengan Triwulan II 2019", "Januari s.d. Juni 2019"),
        ("S2", "Sampai dengan Semester II 2019", "Januari s.d. Desember 2019"),
        ("01", "Januari 2019", "Januari 2019"),
        ("02", "Sampai dengan Februari 2019", "Januari s.d. Februari 2019"),
    ],
)
def test_spans(sampai: str, title: str, months: str) -> None:
    span = parse_sampai(sampai, 2019)
    assert span is not None
    assert (sebutan_rentang(span), rentang_bulan(span)) == (title, months)


def test_lists() -> None:
    assert [deretan(each) for each in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a dan b", "a, b dan c"]


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("Seksi A", "definitif", "Seksi A"), ("Seksi A", "plt", "Plt. Seksi A"), ("PLT Seksi A", "plt", "Plt. Seksi A"),
        ("Plt. Seksi A", "plt", "Plt. Seksi A"), ("Plt. Seksi A", "plh", "Plh. Seksi A"),
        ("Pltu A", "plt", "Plt. Pltu A"), ("Plt. Seksi A", "definitif", "Plt. Seksi A"),
        ("Seksi A", "pj", "Pj. Seksi A"),
    ],
)  # fmt: skip
def test_acting_is_said_once(name: str, status: str, said: str) -> None:
    assert acting(name, StatusPejabat(status)) == said


@pytest.mark.parametrize(
    ("lines", "place_", "last"),
    [
        ("", "Ujung", "UJUNG 65100"),
        ("keputusan: {tentang: x}", "Uji", "UJI 65100"),
        ("keputusan: {ditetapkan: Januari 2019}", "Uji", "UJI 65100"),
        ("unit: Dinas Uji\nkeputusan: {tentang: x}", None, "65100"),
        ("kop: {kode_pos: KOTA 123}", "Ujung", "KOTA 123"),
    ],
)
def test_place_and_postal_code(tmp_path: Path, lines: str, place_: str | None, last: str) -> None:
    replaced = {line.split(":")[0] for line in lines.splitlines()}
    kept = [line for line in UNIT.splitlines() if line.split(":")[0] not in replaced]
    unit = office(result(tmp_path, **{"definitions/unit.yaml": "\n".join([*kept, *lines.splitlines()]) + "\n"}).kantor)
    assert (place(unit), letterhead(unit).baris[-1]) == (place_, last)


def test_an_office_without_letterhead(tmp_path: Path) -> None:
    text = UNIT.replace("kop:", "# kop:")
    assert letterhead(office(result(tmp_path, **{"definitions/unit.yaml": text}).kantor)).baris == ()


def aturan(*bounds: int) -> Aturan:
    bands = tuple(Predikat(None, "x", Fraction(bound)) for bound in bounds)  # type: ignore[arg-type]
    isi = IsiAturan(None, "x", (), None, None, None, None, bands)  # type: ignore[arg-type]
    return Aturan("x", None, isi)  # type: ignore[arg-type]


def test_bars_lie_on_one_scale() -> None:
    lengths = [bar("g", "x", Fraction(value), "", aturan()) for value in (-5, 0, 75, 100, 150, 151, 1667)]
    assert [each.lebar for each in lengths] == ["0%", "0%", "50%", "66.667%", "100%", "100%", "100%"]
    assert [each.putus for each in lengths] == [False, False, False, False, False, True, True]
    assert (bar("g", "x", None, "", aturan()).lebar, lengths[0].tanda) == (None, "66.667%")


def test_bands_fill_the_scale_from_dark_to_pale() -> None:
    bands = bar("g", "x", None, "", aturan(90, 60)).pita
    assert [tuple(band) for band in bands] == [("0%", "40%", "0.3"), ("40%", "20%", "0.18"), ("60%", "40%", "0.06")]
    assert [tuple(band) for band in bar("g", "x", None, "", aturan()).pita] == [("0%", "100%", "0.06")]
