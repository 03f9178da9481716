"""What could not be read is reported once, where it stands; later rules keep silent about it."""

from pathlib import Path

import pytest
from kantor_uji import UNIT as UNIT_TEXT
from kantor_uji import indikator, jabatan, read
from temuan_uji import PERJANJIAN, SEKCAM, UNIT, found, marked, sekcam

KASI = "definitions/jabatan/kasi.yaml"
SHARED = "variabel:\n  pegawai: {nama: Pegawai, satuan: orang}\n  hari: {nama: Hari, satuan: hari, tetapan: 240}\n"
USES_SHARED = sekcam(
    "uji:", "  - {masukan: {pegawai: 2}, hasil: 120}", formula="hari / pegawai", satuan="hari / orang", variabel=""
)
REFERS = jabatan(
    indikator(formula="sekcam.x", variabel="", extra="mendukung: [sekcam.x]"), nama="Kepala Seksi", atasan="sekcam"
)
AGREED = "tahun: 2019\ntarget: {sekcam: {x: 5}, kasi: {x: 5}}\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (SHARED, "variabel: banyak\n", ("IKI108", "banyak")),
        (SHARED, "variabel: [pegawai, hari]\n", ("IKI108", "[pegawai, hari]")),
        (SHARED, SHARED.replace("variabel", "varibel"), ("IKI109", "varibel")),
        ("pegawai:", "Pegawai:", ("IKI113", "Pegawai")),
        ("{nama: Pegawai, satuan: orang}", "Pegawai", ("IKI108", "Pegawai")),
        ("{nama: Pegawai, satuan: orang}", "", ("IKI111", "pegawai")),
        ("{nama: Pegawai, satuan: orang}", "{nama: Pegawai}", ("IKI110", "{nama: Pegawai}")),
        ("satuan: orang", "satuan: org", ("IKI315", "org")),
        ("satuan: orang", "satuan: [orang]", ("IKI108", "[orang]")),
        ("tetapan: 240", "tetapan: 240 hari", ("IKI112", "240 hari")),
        ("tetapan: 240", "tetapann: 240", ("IKI109", "tetapann")),
        ("id: camat", "id: Camat", ("IKI113", "Camat")),
        ("{id: camat, jabatan: Camat, nama: Nama Camat}", "Camat", ("IKI108", "Camat")),
    ],
)
def test_holes_in_the_unit(tmp_path: Path, before: str, after: str, expected: tuple[str, str]) -> None:
    unit = (UNIT_TEXT + SHARED).replace(before, after)
    assert found(tmp_path, {UNIT: unit, SEKCAM: USES_SHARED}) == [expected]


@pytest.mark.parametrize("satuan", ["regu", "{regu: ya}", "[[regu]]", "[regu/hari]"])
def test_own_units_that_could_not_be_read(tmp_path: Path, satuan: str) -> None:
    unit = f"{UNIT_TEXT}satuan: {satuan}\n"
    variabel = "a: {nama: A, satuan: regu}"
    codes = [code for code, _ in found(tmp_path, {UNIT: unit, SEKCAM: sekcam(satuan="regu", variabel=variabel)})]
    assert codes == ["IKI108"]


def test_a_unit_that_is_no_yaml(tmp_path: Path) -> None:
    assert [code for code, _ in found(tmp_path, {UNIT: "unit: [", SEKCAM: USES_SHARED})] == ["IKI102"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("- id: x", "- id: X", ("IKI113", "X")),
        ("- id: x", "- idd: x", ("IKI109", "idd")),
        ("- id: x\n       ", "-", ("IKI110", "nama: Nama x.")),
        ("    indikator:\n", "    indikatr:\n", ("IKI109", "indikatr")),
        ("sasaran:\n", "sasarn:\n", ("IKI109", "sasarn")),
        ("formula: a\n", "formula: a +\n", ("IKI302", "")),
        ("formula: a\n", "formula:\n", ("IKI111", "formula")),
        ("variabel:\n", "varibel:\n", ("IKI109", "varibel")),
        ("jabatan: Sekretaris", "jabatan: [Sekretaris", ("IKI102", ":")),
    ],
)
def test_holes_in_a_jabatan_that_others_refer_to(
    tmp_path: Path, before: str, after: str, expected: tuple[str, str]
) -> None:
    text = sekcam()
    assert before in text
    files = {SEKCAM: text.replace(before, after, 1), KASI: REFERS, PERJANJIAN: AGREED}
    assert found(tmp_path, files) == [expected]


@pytest.mark.parametrize("sasaran", ["baik", "{nama: Baik}", "[baik]", "[{nama: Baik, indikator: x}]", ""])
def test_indicators_that_could_not_be_read(tmp_path: Path, sasaran: str) -> None:
    text = sekcam().partition("sasaran:")[0] + f"sasaran: {sasaran}\n"
    codes = [code for code, _ in found(tmp_path, {SEKCAM: text, KASI: REFERS, PERJANJIAN: AGREED})]
    assert codes == ["IKI111" if not sasaran else "IKI108"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("lima", [("IKI108", "lima")]),
        ("{sekcam: lima}", [("IKI108", "lima")]),
        ("{sekcam: {x: lima}}", [("IKI117", "lima")]),
        ("{sekcam: {x: }}", [("IKI111", "x")]),
        ("{sekcam: {X: 5}}", [("IKI113", "X")]),
        ("{Sekcam: {x: 5}}", [("IKI113", "Sekcam")]),
        ("{sekcam: {x: {tahun: lima}}}", [("IKI117", "lima")]),
        ("{sekcam: {x: {terburuk: 5}}}", [("IKI110", "{terburuk: 5}")]),
    ],
)
def test_a_target_that_could_not_be_read_is_not_missing(
    tmp_path: Path, target: str, expected: list[tuple[str, str]]
) -> None:
    files = {SEKCAM: sekcam(), PERJANJIAN: f"tahun: 2019\ntarget: {target}\n"}
    _, diagnostics = read(tmp_path, files)
    assert [(each.code, marked(each)) for each in diagnostics] == expected


@pytest.mark.parametrize(
    ("bobot", "expected"),
    [
        (("60", "lima"), [("IKI112", "lima")]),
        (("60", "[40]"), [("IKI108", "[40]")]),
        (("60", "40"), []),
    ],
)
def test_weights_with_a_hole_are_not_summed(
    tmp_path: Path, bobot: tuple[str, str], expected: list[tuple[str, str]]
) -> None:
    text = jabatan(*(indikator(id, extra=f"bobot: {b}") for id, b in zip("xy", bobot, strict=True)))
    assert found(tmp_path, {SEKCAM: text.replace("Nama y.", "Yang lain.")}) == expected


def test_weights_beside_an_indicator_that_could_not_be_read_are_not_summed(tmp_path: Path) -> None:
    text = jabatan(indikator(extra="bobot: 60")) + "      - indikator lain\n"
    assert found(tmp_path, {SEKCAM: text}) == [("IKI108", "indikator lain")]


@pytest.mark.parametrize(
    ("uji", "expected"),
    [
        ("{masukan: 5, hasil: 5}", [("IKI108", "5")]),
        ("{masukan: {a: lima}, hasil: 5}", [("IKI112", "lima")]),
        ("{masukan: {a: }, hasil: 5}", [("IKI111", "a")]),
        ("{masukan: {a: 5}, hasil: lima}", [("IKI112", "lima")]),
        ("{masukan: {a: 5}}", [("IKI110", "{masukan: {a: 5}}")]),
        ("{hasil: 5}", [("IKI110", "{hasil: 5}")]),
    ],
)
def test_an_example_with_a_hole_is_not_run(tmp_path: Path, uji: str, expected: list[tuple[str, str]]) -> None:
    assert found(tmp_path, {SEKCAM: sekcam(f"uji: [{uji}]")}) == expected


def test_a_broken_agreement_leaves_the_others(tmp_path: Path) -> None:
    files = {SEKCAM: sekcam(), PERJANJIAN: AGREED, "definitions/perjanjian/2020.yaml": "tahun: ["}
    assert [code for code, _ in found(tmp_path, files)] == ["IKI212", "IKI102"]
