"""What the definitions mean together: names, weights, cycles, formulas, worked examples, `abaikan`."""

from pathlib import Path

import pytest
from kantor_uji import UNIT as UNIT_TEXT
from kantor_uji import indikator, jabatan, read, sound
from temuan_uji import PERJANJIAN, SEKCAM, UNIT, found, hints, sekcam

from ikicli.definisi.rules.cycle import cycles, written_out

KASI = "definitions/jabatan/kasi.yaml"


def two(first: str = "", second: str = "", *, names: tuple[str, str] = ("Nama x.", "Yang lain.")) -> str:
    """A jabatan of two indicators `x` and `y`, each with lines of its own."""
    text = jabatan(indikator("x", extra=first), indikator("y", extra=second))
    return text.replace("Nama x.", names[0]).replace("Nama y.", names[1])


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("bobot: 60", "bobot: 40", []),
        ("bobot: 33.3", "bobot: 66.7", []),
        ("bobot: 0", "bobot: 100", []),
        ("", "", []),
        ("bobot: 60", "bobot: 50", [("IKI201", "50")]),
        ("bobot: 60", "bobot: 39.99", [("IKI201", "39.99")]),
        ("bobot: 60", "", [("IKI201", "id: y")]),
        ("", "bobot: 100", [("IKI201", "id: x")]),
        ("bobot: 110", "bobot: -10", [("IKI201", "-10")]),
    ],
)
def test_weights(tmp_path: Path, first: str, second: str, expected: list[tuple[str, str]]) -> None:
    actual = found(tmp_path, {SEKCAM: two(first, second)})
    assert [(code, place.removesuffix(" ...")) for code, place in actual] == expected


def test_one_id_twice(tmp_path: Path) -> None:
    text = two().replace("id: y", "id: x")
    assert found(tmp_path, {SEKCAM: text}) == [("IKI202", "x")]


@pytest.mark.parametrize(
    ("names", "near"),
    [
        (("Jumlah laporan bulanan", "Jumlah laporan bulanan"), True),
        (("Jumlah laporan bulanan", "jumlah  laporan bulanan."), True),
        (("Jumlah laporan bulanan", "Jumlah laporan bulana"), True),
        (("Jumlah laporan bulanan", "Jumlah lapran bulanan"), True),
        (("Jumlah laporan bulanan", "Jumlah laporan buuulanan"), True),
        (("Jumlah laporan bulanan", "Jumlah laporan tahunan"), False),
        (("Monitoring PKH tahap 1", "Monitoring PKH tahap 2"), False),
        (("Apel pagi", "Apel siang"), False),
        (("Surat A", "Surat B"), False),
        (("Surat", "Surat"), True),
    ],
)
def test_names_that_are_nearly_the_same(tmp_path: Path, names: tuple[str, str], near: bool) -> None:
    codes = [code for code, _ in found(tmp_path, {SEKCAM: two(names=names)})]
    assert codes == (["IKI208"] if near else [])


@pytest.mark.parametrize(
    ("nama", "polaritas", "code"),
    [
        ("Jumlah pelanggaran disiplin", "naik", ["IKI210"]),
        ("Jumlah pelanggaran disiplin", "turun", []),
        ("Persentase pengaduan yang ditangani", "naik", []),
        ("Pengaduanku", "naik", []),
        ("Tingkat keterlambatan", "stabil", []),
    ],
)
def test_polarity_fits_name(tmp_path: Path, nama: str, polaritas: str, code: list[str]) -> None:
    text = sekcam(polaritas=polaritas).replace("Nama x.", nama)
    assert [each for each, _ in found(tmp_path, {SEKCAM: text})] == code


@pytest.mark.parametrize(
    ("line", "variabel", "expected"),
    [
        ("", "a: {nama: A, satuan: dokumen}\nmin: {nama: Min, satuan: hari}", [("IKI209", "min"), ("IKI211", "min")]),
        ("pegawai: {nama: P, satuan: orang}", "a: {nama: A, satuan: dokumen}\npegawai: {nama: P, satuan: orang}",
         [("IKI209", "pegawai"), ("IKI209", "pegawai"), ("IKI211", "pegawai")]),
        ("jika: {nama: Jika, satuan: hari}", "a: {nama: A, satuan: dokumen}", [("IKI209", "jika"), ("IKI211", "jika")]),
    ],
)  # fmt: skip
def test_names_of_variables_are_free(tmp_path: Path, line: str, variabel: str, expected: list[tuple[str, str]]) -> None:
    unit = UNIT_TEXT + (f"variabel:\n  {line}\n" if line else "")
    assert sorted(found(tmp_path, {UNIT: unit, SEKCAM: sekcam(variabel=variabel)})) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a", []),
        ("a + lalu(a)", []),
        ("b", [("IKI309", "b")]),
        ("a + lalu(b)", [("IKI309", "lalu(b)")]),
        ("a + sekcam.y", [("IKI310", "sekcam.y")]),
        ("a + kasi.x", [("IKI310", "kasi.x")]),
        ("a + camat.x", [("IKI310", "camat.x")]),
        ("a + sekcam.x", [("IKI311", "sekcam.x")]),
        ("a / (5 - 5)", [("IKI316", "5 - 5")]),
        ("a / 0", [("IKI316", "0")]),
    ],
)
def test_names_in_formulas(tmp_path: Path, formula: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(found(tmp_path, {SEKCAM: sekcam(formula=formula)})) == expected


def test_a_slip_in_a_name_is_one_finding(tmp_path: Path) -> None:
    text = sekcam("uji: [{masukan: {a: 5}, hasil: 5}]", formula="aa")
    assert found(tmp_path, {SEKCAM: text}) == [("IKI309", "aa")]
    refers = jabatan(indikator(formula="sekcam.xx", variabel="", extra="uji: [{masukan: {sekcam.x: 5}, hasil: 5}]"))
    assert found(tmp_path, {SEKCAM: sekcam(), KASI: refers}) == [("IKI310", "sekcam.xx")]


def test_a_hint_for_an_indicator_names_the_whole_of_it(tmp_path: Path) -> None:
    text = jabatan(indikator("tingkat_hadir", formula="a + sekcam.tingkat_hadr"))
    assert hints(tmp_path, {SEKCAM: text}) == ["mungkin maksud Anda `sekcam.tingkat_hadir`"]


def test_a_shared_variable_that_any_formula_uses_is_used(tmp_path: Path) -> None:
    unit = f"{UNIT_TEXT}variabel:\n  pegawai: {{nama: P, satuan: orang}}\n  mobil: {{nama: M, satuan: unit}}\n"
    text = sekcam(formula="pegawai", satuan="orang", variabel="")
    assert found(tmp_path, {UNIT: unit, SEKCAM: text}) == [("IKI209", "mobil")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{masukan: {a: 5}, hasil: 5}", []),
        ("{masukan: {a: 5}, hasil: 5.0}", []),
        ("{masukan: {a: 5}, hasil: 6}", [("IKI501", "6")]),
        ("{masukan: {}, hasil: 5}", [("IKI502", "masukan")]),
        ("{masukan: {a: 5, b: 6}, hasil: 5}", [("IKI502", "b")]),
        ("{masukan: {b: 6}, hasil: 5}", [("IKI502", "b")]),
    ],
)
def test_examples(tmp_path: Path, line: str, expected: list[tuple[str, str]]) -> None:
    assert found(tmp_path, {SEKCAM: sekcam(f"uji: [{line}]")}) == expected


@pytest.mark.parametrize(
    ("formula", "masukan", "hasil", "expected"),
    [
        ("a / 3", "{a: 1}", "0.33", []),
        ("a / 3", "{a: 1}", "0.333", []),
        ("a / 3", "{a: 1}", "0.34", [("IKI501", "0.34")]),
        ("a / 8", "{a: 1}", "0.13", []),
        ("a / 8", "{a: -1}", "-0.13", []),
        ("a - lalu(a)", "{a: 7, lalu(a): 4}", "3", []),
        ("a - lalu(a)", "{a: 7}", "3", [("IKI502", "masukan")]),
        ("kasi.x", "{kasi.x: 7}", "7", [("IKI209", "a")]),
        ("kasi.x", "{a: 7}", "7", [("IKI209", "a"), ("IKI502", "a")]),
        ("jika(a > 0, a, lalu(a))", "{a: 7}", "7", []),
        ("jika(a > 0, a, lalu(a))", "{a: 0}", "7", [("IKI502", "masukan")]),
        ("a / (a - a)", "{a: 7}", "7", [("IKI502", "masukan")]),
    ],
)
def test_examples_of_longer_formulas(
    tmp_path: Path, formula: str, masukan: str, hasil: str, expected: list[tuple[str, str]]
) -> None:
    text = sekcam(f"uji: [{{masukan: {masukan}, hasil: {hasil}}}]", formula=formula)
    actual = found(tmp_path, {SEKCAM: text, KASI: jabatan(indikator(), nama="Kepala Seksi")})
    assert [each for each in sorted(actual) if each[0] not in {"IKI312", "IKI313"}] == expected


def test_an_example_says_only_what_the_branch_taken_lacks(tmp_path: Path) -> None:
    text = sekcam("uji: [{masukan: {}, hasil: 7}]", formula="jika(a > 0, a, lalu(a))")
    _, diagnostics = read(tmp_path, {SEKCAM: text})
    assert [each.message for each in diagnostics] == ["contoh ini tidak memberi nilai untuk `a`"]


def test_constants_apply_in_examples_unless_given(tmp_path: Path) -> None:
    unit = f"{UNIT_TEXT}variabel:\n  hari: {{nama: Hari, satuan: hari, tetapan: 240}}\n"
    lines = ["uji:", "  - {masukan: {a: 480}, hasil: 2}", "  - {masukan: {a: 480, hari: 120}, hasil: 4}"]
    sound(tmp_path, {UNIT: unit, SEKCAM: sekcam(*lines, formula="a / hari", satuan="dokumen / hari")})


@pytest.mark.parametrize(
    ("abaikan", "nama", "expected"),
    [
        ("{IKI210: bunyi keputusan}", "Pelanggaran", []),
        ("{IKI210: bunyi keputusan}", "Kehadiran", [("IKI218", "IKI210")]),
        ("{IKI207: bunyi keputusan}", "Pelanggaran", [("IKI210", "naik"), ("IKI218", "IKI207")]),
        ("{IKI313: satuan keputusan}", "Kehadiran", [("IKI219", "IKI313")]),
        ("{IKI999: entah}", "Kehadiran", [("IKI219", "IKI999")]),
        ("{iki210: bunyi keputusan}", "Pelanggaran", [("IKI210", "naik"), ("IKI219", "iki210")]),
        ("{IKI214: belum ada}", "Kehadiran", [("IKI219", "IKI214")]),
        ("{IKI504: dapat melebihi 100}", "Kehadiran", []),
        ("{IKI216: disepakati lain}", "Kehadiran", [("IKI218", "IKI216")]),
        ("{}", "Kehadiran", []),
    ],
)
def test_abaikan(tmp_path: Path, abaikan: str, nama: str, expected: list[tuple[str, str]]) -> None:
    text = sekcam(f"abaikan: {abaikan}").replace("Nama x.", nama)
    assert sorted(found(tmp_path, {SEKCAM: text})) == expected


def test_abaikan_silences_only_its_own_indicator(tmp_path: Path) -> None:
    text = two("abaikan: {IKI210: bunyi keputusan}", names=("Pelanggaran disiplin berat", "Pengaduan dari masyarakat"))
    assert [code for code, _ in found(tmp_path, {SEKCAM: text})] == ["IKI210"]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["camat"]}, []),
        ({"a": ["a"]}, [("a",)]),
        ({"b": ["a"], "a": ["b"]}, [("a", "b")]),
        ({"c": ["a"], "a": ["b"], "b": ["a"]}, [("a", "b")]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"b": ["c"], "c": ["b"], "x": ["y"], "y": ["x"]}, [("b", "c"), ("x", "y")]),
    ],
)
def test_cycles(edges: dict[str, list[str]], expected: list[tuple[str, ...]]) -> None:
    assert list(cycles(edges)) == expected


def test_long_cycles_are_told_briefly() -> None:
    assert written_out(("a", "b")) == "a -> b -> a"
    long = tuple(f"j{i:04}" for i in range(2000))
    assert written_out(long) == "j0000 -> j0001 -> j0002 -> … (1996 lagi) … -> j1999 -> j0000"


CHAINED = 2_000


def chain(last: str) -> dict[str, str]:
    """As many jabatan, each the superior of the one before, each supporting and needing the next one's indicator."""
    ids = [f"j{i:04}" for i in range(CHAINED)]
    files = {}
    for id, above in zip(ids, [*ids[1:], last], strict=True):
        formula, extra = (f"{above}.x", f"mendukung: [{above}.x]") if above != "camat" else ("5", "")
        one = indikator(formula=formula, variabel="", extra=extra)
        files[f"definitions/jabatan/{id}.yaml"] = jabatan(one, atasan=above)
    return files


def test_a_long_chain_to_the_head(tmp_path: Path) -> None:
    assert len(sound(tmp_path, chain("camat")).jabatan) == CHAINED


def test_a_long_chain_that_bites_its_tail(tmp_path: Path) -> None:
    codes = [code for code, _ in found(tmp_path, chain("j0000"))]
    assert codes == ["IKI204", "IKI311", "IKI206"]


@pytest.mark.parametrize(
    ("atasan", "expected"),
    [
        ("camat", []),
        ("kasi", []),
        ("bupati", [("IKI203", "bupati")]),
        ("sekcam", [("IKI204", "sekcam")]),
    ],
)
def test_superiors(tmp_path: Path, atasan: str, expected: list[tuple[str, str]]) -> None:
    files = {SEKCAM: jabatan(indikator(), atasan=atasan), KASI: jabatan(indikator(), nama="Kasi")}
    assert found(tmp_path, files) == expected


@pytest.mark.parametrize(
    "sasaran", ["[]", "[{nama: Baik., indikator: []}]", "[{nama: A., indikator: []}, {nama: B., indikator: []}]"]
)
def test_a_jabatan_without_indicators(tmp_path: Path, sasaran: str) -> None:
    text = sekcam().partition("sasaran:")[0] + f"sasaran: {sasaran}\n"
    assert found(tmp_path, {SEKCAM: text}) == [("IKI226", "sasaran")]
    agreed = {SEKCAM: text, PERJANJIAN: "tahun: 2019\ntarget: {sekcam: {x: 1}}\n"}
    assert found(tmp_path, agreed) == [("IKI226", "sasaran"), ("IKI213", "x")]


@pytest.mark.parametrize(
    ("satuan", "formula", "variabel", "expected"),
    [
        ("regu", "a", "a: {nama: A, satuan: regu}", []),
        ("lembar kerja / regu", "a / b", "a: {nama: A, satuan: lembar kerja}\nb: {nama: B, satuan: regu}", []),
        ("regu", "a", "a: {nama: A, satuan: lembar}", [("IKI315", "lembar")]),
        ("persen", "a", "a: {nama: A, satuan: persen}", []),
        ("persen", "a / b", "a: {nama: A, satuan: regu}\nb: {nama: B, satuan: regu}", [("IKI314", "a / b")]),
    ],
)
def test_units(tmp_path: Path, satuan: str, formula: str, variabel: str, expected: list[tuple[str, str]]) -> None:
    unit = f"{UNIT_TEXT}satuan: [regu, lembar kerja]\n"
    text = sekcam(satuan=satuan, formula=formula, variabel=variabel)
    assert found(tmp_path, {UNIT: unit, SEKCAM: text}) == expected


def test_own_units_count_in_unit_yaml(tmp_path: Path) -> None:
    unit = f"{UNIT_TEXT}variabel:\n  a: {{nama: A, satuan: regu}}\n  b: {{nama: B, satuan: rgu}}\nsatuan: [regu]\n"
    files = {UNIT: unit, SEKCAM: sekcam(formula="a + b", satuan="regu", variabel="")}
    assert found(tmp_path, files) == [("IKI315", "rgu")]


def test_the_year_before_of_a_constant_is_the_constant(tmp_path: Path) -> None:
    variabel = "a: {nama: A, satuan: dokumen, periode: bulan}\nb: {nama: B, satuan: dokumen, tetapan: 3}"
    text = sekcam("uji: [{masukan: {a: 5}, hasil: 2}]", formula="a - lalu(b)", variabel=variabel)
    assert found(tmp_path, {SEKCAM: text}) == []
