"""Targets in all their forms, and how the Perjanjian Kinerja is held against the definitions both ways."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor_uji import indikator, jabatan, read, sound
from temuan_uji import PERJANJIAN, SEKCAM, found, hints, sekcam

from ikicli.definisi.nouns import Frekuensi, Target
from ikicli.definisi.target import parse_rentang


def agreed(target: str, extra: str = "") -> str:
    return f"tahun: 2019\ntarget: {{sekcam: {{x: {target}}}}}\n{extra}"


def target_of(folder: Path, target: str, polaritas: str = "naik") -> Target:
    kantor = sound(folder, {SEKCAM: sekcam(polaritas=polaritas), PERJANJIAN: agreed(target)})
    return kantor.perjanjian[2019].isi.target["sekcam"]["x"]


@pytest.mark.parametrize(
    ("text", "uniform", "bawah", "atas"),
    [
        ("95", "95", "95", "95"),
        ("95.50", "95.5", "95.5", "95.5"),
        ("-5", "-5", "-5", "-5"),
        ("007", "7", "7", "7"),
        ("80..90", "80..90", "80", "90"),
        ("80 .. 90", "80..90", "80", "90"),
        ("80.5..90.5", "80.5..90.5", "80.5", "90.5"),
        ("-10..-5", "-10..-5", "-10", "-5"),
        ("5..5", "5..5", "5", "5"),
        ("<= 5", "<= 5", None, "5"),
        ("<=5", "<= 5", None, "5"),
        ("≤ 5.0", "<= 5", None, "5"),
        (">= 80", ">= 80", "80", None),
        ("≥80", ">= 80", "80", None),
    ],
)
def test_what_a_target_says(text: str, uniform: str, bawah: str | None, atas: str | None) -> None:
    target = parse_rentang(text)
    assert target is not None
    assert target.teks == uniform
    assert target.bawah == (None if bawah is None else Fraction(bawah))
    assert target.atas == (None if atas is None else Fraction(atas))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("80-90", "tulis rentang dengan dua titik: `80..90`"),
        ("80 – 90%", "tulis rentang dengan dua titik: `80..90`"),
        ("80,5 - 90", "tulis rentang dengan dua titik: `80.5..90`"),
        ("95 persen", "tulis angkanya tanpa satuan: `95`"),
        ("1.500.000 rupiah", "tanpa pemisah ribuan: `1500000`"),
        ("< 5", "hanya ada `<=` dan `>=`, angkanya sendiri ikut: misalnya `<= 5`"),
        ("95,5", "pakai titik desimal: `95.5`"),
        ("95%", "tulis angkanya saja: `95`"),
        ("1.500.000", "tanpa pemisah ribuan: `1500000`"),
        ("WTP", "tulis angka (`95`), rentang (`80..90`), batas atas (`<= 5`) atau batas bawah (`>= 80`)"),
        ("5..", None),
        ("..5", None),
        ("1..2..3", None),
        ("<= ", None),
        ("<= 5 dokumen", None),
        ("<= 5..9", None),
        ("= 5", None),
        ("90..80", "tulis yang kecil dahulu: `80..90`"),
        ("9" * 31, None),
        ("''", None),
    ],
)
def test_what_is_no_target(tmp_path: Path, text: str, hint: str | None) -> None:
    written = text if text == "''" else f"'{text}'"
    files = {SEKCAM: sekcam(), PERJANJIAN: agreed(written)}
    assert found(tmp_path, files) == [("IKI117", written)]
    assert hint in {None, *hints(tmp_path, files)}


@given(st.text(alphabet="0123456789.<>=≤≥- ,x", max_size=12))
def test_parsing_is_total_and_its_text_parses_to_the_same(text: str) -> None:
    target = parse_rentang(text)
    if target is not None:
        assert target.bawah is not None or target.atas is not None
        assert parse_rentang(target.teks) == target


def test_decimal_comma_in_a_flow_mapping(tmp_path: Path) -> None:
    files = {SEKCAM: sekcam(), PERJANJIAN: "tahun: 2019\ntarget:\n  sekcam: {x: 95,5}\n"}
    assert found(tmp_path, files) == [("IKI112", "95,5")]
    assert hints(tmp_path, files) == ["tulis dengan titik: `95.5`"]


@pytest.mark.parametrize(
    ("target", "frekuensi", "levels"),
    [
        ("{tahun: 12, triwulan: [3, 6, 9, 12]}", Frekuensi.TRIWULAN, ["3", "6", "9", "12"]),
        ("{tahun: 12, semester: [6, 12]}", Frekuensi.SEMESTER, ["6", "12"]),
        (
            "{tahun: 12, bulan: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}",
            Frekuensi.BULAN,
            [str(n) for n in range(1, 13)],
        ),
        ("{tahun: '>= 12', semester: ['>= 6', '>= 12.0']}", Frekuensi.SEMESTER, [">= 6", ">= 12"]),
        ("{tahun: 12}", None, []),
        ("{tahun: 12, triwulan: }", None, []),
    ],
)
def test_plan(tmp_path: Path, target: str, frekuensi: Frekuensi | None, levels: list[str]) -> None:
    plan = target_of(tmp_path, target).rencana
    assert (plan and plan.frekuensi) == frekuensi
    assert [level.teks for level in plan.tingkat] == levels if plan else levels == []


def test_worst_value_and_what_does_not_apply(tmp_path: Path) -> None:
    assert target_of(tmp_path / "a", "{tahun: 0, terburuk: 10}", "turun").terburuk == 10
    off = target_of(tmp_path / "b", "{tidak_berlaku: tidak dianggarkan}")
    assert (off.tidak_berlaku, off.tahun) == ("tidak dianggarkan", None)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("{tahun: 12, triwulan: [3, 6, 9]}", [("IKI217", "[3, 6, 9]")]),
        ("{tahun: 12, triwulan: []}", [("IKI217", "[]")]),
        ("{tahun: 12, triwulan: [3, 6, 9, 12, 15]}", [("IKI217", "[3, 6, 9, 12, 15]")]),
        ("{tahun: 12, triwulan: [3, 3, 3, 3]}", [("IKI217", "3")]),
        ("{tahun: 12, semester: [6, '<= 12']}", [("IKI217", "'<= 12'")]),
        ("{tahun: 12, triwulan: 12}", [("IKI108", "12")]),
        ("{tahun: 12, triwulan: [3, enam, 9, 12]}", [("IKI117", "enam")]),
        ("{tahun: 12, triwulan: [3, ~, 9, 12]}", [("IKI111", "~")]),
        ("{tahun: 12, triwulan: [3, 6, 9, 12], semester: [6, 12]}", [("IKI217", "semester")]),
        ("{triwulan: [3, 6, 9, 12]}", [("IKI110", "{triwulan: [3, 6, 9, 12]}")]),
        ("{}", [("IKI110", "{}")]),
        ("{tahun: }", [("IKI110", "{tahun: }")]),
        ("[80, 90]", [("IKI108", "[80, 90]")]),
        ("{tahun: 12, tidak_berlaku: tidak ada}", [("IKI117", "tidak_berlaku")]),
        ("{tahun: 12, terburuk: nol}", [("IKI112", "nol")]),
        ("{tahn: 12}", [("IKI109", "tahn")]),
    ],
)
def test_wrong_long_forms(tmp_path: Path, target: str, expected: list[tuple[str, str]]) -> None:
    assert found(tmp_path, {SEKCAM: sekcam(), PERJANJIAN: agreed(target)}) == expected


def test_decimal_commas_in_a_plan_are_guessed_from_its_length(tmp_path: Path) -> None:
    files = {SEKCAM: sekcam(), PERJANJIAN: agreed("{tahun: 95, triwulan: [23,5, 47, 70,5, 95]}")}
    (hint,) = hints(tmp_path, files)
    assert hint is not None
    assert hint.endswith("desimal ditulis dengan titik")


@pytest.mark.parametrize(
    ("polaritas", "target", "expected"),
    [
        ("naik", "'<= 5'", [("IKI215", "'<= 5'")]),
        ("naik", "'>= 5'", []),
        ("turun", "'>= 5'", [("IKI215", "'>= 5'")]),
        ("turun", "'≥ 5'", [("IKI215", "'≥ 5'")]),
        ("turun", "'<= 5'", []),
        ("stabil", "'<= 5'", []),
        ("stabil", "'>= 5'", []),
        ("naik", "1..5", []),
        ("naik", "{tahun: 5, semester: ['<= 3', 5]}", [("IKI215", "'<= 3'")]),
        ("naik", "{tahun: '<= 5'}", [("IKI215", "'<= 5'")]),
    ],
)
@pytest.mark.parametrize("standing", [False, True])
def test_bounds_fit_polarity(
    tmp_path: Path, polaritas: str, target: str, expected: list[tuple[str, str]], standing: bool
) -> None:
    own = [f"target: {target}"] if standing else []
    files = {SEKCAM: sekcam(*own, polaritas=polaritas)} | ({} if standing else {PERJANJIAN: agreed(target)})
    assert found(tmp_path, files) == expected


@pytest.mark.parametrize(
    ("standing", "agreed_target", "expected"),
    [
        ("5", "5.0", []),
        ("'<= 5'", "'≤ 5'", []),
        ("'<= 5'", "5", [("IKI216", "5")]),
        ("5", "{tahun: 6, semester: [3, 6]}", [("IKI216", "6")]),
        ("5", "{tidak_berlaku: tidak ada}", []),
        ("{tahun: 5}", "6", [("IKI216", "6")]),
    ],
)
def test_standing_target(tmp_path: Path, standing: str, agreed_target: str, expected: list[tuple[str, str]]) -> None:
    files = {SEKCAM: sekcam(f"target: {standing}", polaritas="turun"), PERJANJIAN: agreed(agreed_target)}
    assert found(tmp_path, files) == expected


def test_another_target_may_be_agreed_with_a_reason(tmp_path: Path) -> None:
    text = sekcam("target: 5", "abaikan: {IKI216: disepakati lain}")
    assert found(tmp_path, {SEKCAM: text, PERJANJIAN: agreed("6")}) == []


@pytest.mark.parametrize("standing", [False, True])
@pytest.mark.parametrize(
    ("polaritas", "satuan", "target", "expected"),
    [
        ("naik", "dokumen", "{tahun: 95, triwulan: [80, 5, 90, 95]}", [("IKI227", "5")]),
        ("naik", "dokumen", "{tahun: 95, triwulan: [80, 80, 90, 95]}", []),
        ("turun", "dokumen", "{tahun: 5, semester: [8, 5]}", []),
        ("naik", "dokumen", "-5", [("IKI228", "-5")]),
        ("turun", "dokumen", "'>= -5'", [("IKI215", "'>= -5'"), ("IKI228", "'>= -5'")]),
        ("stabil", "dokumen", "-1..1", [("IKI228", "-1..1")]),
        ("naik", "dokumen", "950", []),
        ("naik", "dokumen", "1.200", [("IKI236", "1.200")]),
        ("naik", "dokumen", "{tahun: 1200, semester: [1.100, 1200]}", [("IKI236", "1.100")]),
        ("naik", "dokumen", "0.5..1.5", []),
        ("naik", "persen", "100", []),
        ("naik", "persen", "950", [("IKI229", "950")]),
        ("turun", "persen", "{tahun: 90, semester: [950, 90]}", [("IKI229", "950")]),
        ("naik", "dokumen", "{tahun: 9, terburuk: 9}", [("IKI231", "9")]),
        ("naik", "dokumen", "{tahun: 9, terburuk: 8}", []),
        ("turun", "dokumen", "{tahun: 9, terburuk: 8}", [("IKI231", "8")]),
        ("turun", "dokumen", "{tahun: '<= 9', terburuk: 10}", []),
        ("turun", "dokumen", "{tahun: 9, terburuk: 10}", []),
        ("stabil", "dokumen", "{tahun: 9, terburuk: 10}", []),
    ],
)
def test_doubtful_targets(
    tmp_path: Path, polaritas: str, satuan: str, target: str, expected: list[tuple[str, str]], standing: bool
) -> None:
    formula = "a * 100" if satuan == "persen" else "a"
    unit = "indeks" if satuan == "persen" else satuan
    variabel = f"a: {{nama: A, satuan: {unit}, periode: bulan}}"
    own = [f"target: {target}"] if standing else []
    text = sekcam(*own, polaritas=polaritas, formula=formula, satuan=satuan, variabel=variabel)
    files = {SEKCAM: text} | ({} if standing else {PERJANJIAN: agreed(target)})
    assert found(tmp_path, files) == expected


def test_a_doubtful_agreement_is_excused_at_its_indicator(tmp_path: Path) -> None:
    text = sekcam("abaikan: {IKI228: selisih bisa negatif}")
    assert found(tmp_path, {SEKCAM: text, PERJANJIAN: agreed("-5")}) == []
    assert found(tmp_path, {SEKCAM: text, PERJANJIAN: agreed("5")}) == [("IKI218", "IKI228")]


CHANGE = "perubahan:\n  - tanggal: 2019-09-02\n    target: {sekcam: {%s}}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tahun: 2019\ntarget: {kasi: {x: 5}}\n", [("IKI212", "kasi")]),
        ("tahun: 2019\ntarget: {camat: {x: 5}}\n", [("IKI212", "camat")]),
        ("tahun: 2019\ntarget: {sekcam: {y: 5}}\n", [("IKI213", "y")]),
        (agreed("5", CHANGE % "y: 6"), [("IKI213", "y")]),
        (agreed("5", CHANGE % "x: '<= 6'"), [("IKI215", "'<= 6'")]),
        (agreed("5", CHANGE.replace("sekcam", "kasi") % "x: 6"), [("IKI212", "kasi")]),
        (agreed("5", CHANGE % "x: 6"), []),
    ],
)
def test_what_is_agreed_exists(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(tmp_path, {SEKCAM: sekcam(), PERJANJIAN: text}) == expected


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("tahun: 2019\n", ["sekcam.x", "sekcam.y"]),
        ("tahun: 2019\ntarget:\n", ["sekcam.x", "sekcam.y"]),
        ("tahun: 2019\ntarget: {sekcam: {x: 5}}\n", ["sekcam.y"]),
        ("tahun: 2019\ntarget: {sekcam: {x: 5, y: {tidak_berlaku: tidak ada}}}\n", []),
        (agreed("5", CHANGE % "y: 6"), []),
    ],
)
def test_indicators_without_a_target_are_an_info(tmp_path: Path, text: str, missing: list[str]) -> None:
    office = jabatan(indikator("x"), indikator("y").replace("Nama y.", "Yang lain."))
    _, diagnostics = read(tmp_path, {SEKCAM: office, PERJANJIAN: text})
    assert [each.code for each in diagnostics] == ["IKI214"] * len(missing)
    assert [each.message.split("`")[1] for each in diagnostics] == missing


def test_without_an_agreement_nothing_is_missing(tmp_path: Path) -> None:
    _, diagnostics = read(tmp_path, {SEKCAM: sekcam()})
    assert diagnostics == ()


def test_years_stand_beside_each_other(tmp_path: Path) -> None:
    files = {SEKCAM: sekcam(), PERJANJIAN: agreed("5"), "definitions/perjanjian/2020.yaml": "tahun: 2020\n"}
    kantor = sound(tmp_path, files)
    assert sorted(kantor.perjanjian) == [2019, 2020]


def test_changes_keep_their_dates(tmp_path: Path) -> None:
    kantor = sound(tmp_path, {SEKCAM: sekcam(), PERJANJIAN: agreed("5", CHANGE % "x: 6")})
    (change,) = kantor.perjanjian[2019].isi.perubahan
    assert change.tanggal == date(2019, 9, 2)
