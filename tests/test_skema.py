"""The schemas for editors say what the loader says: both come from one declaration of the shapes."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from kantor_uji import indikator, jabatan
from perintah_uji import Iki

from ikicli.cli.skema import FOLDER, JENIS, file_name, modeline, text
from ikicli.definisi.contoh_kode import parts
from ikicli.definisi.record import AtauTeks, Daftar, Kamus, Kunci, Rekam
from ikicli.definisi.shape import Bacaan, Jenis
from ikicli.definisi.skema import schema
from ikicli.definisi.target import TARGET_PANJANG, TargetIndikator
from ikicli.diagnostik import KODE, Source
from ikicli.diagnostik.contoh import example
from ikicli.rumus import parse_number
from ikicli.sumber import Mapping, Node, Scalar, compose, read_text

ROOT = Path(__file__).parents[1]
OFFICES = (ROOT, ROOT / "templates/kantor")
VALIDATORS = {name: Draft7Validator(json.loads(text(name))) for name in JENIS}
SHAPE = {"IKI108", "IKI109", "IKI110", "IKI111", "IKI112", "IKI113", "IKI114", "IKI116", "IKI117", "IKI120"}
"""What the loader says of one place alone."""


def as_editors_read(node: Node) -> Any:
    """A file's content by the core schema of YAML 1.2: plain numbers, `true` and `null` are no texts."""
    match node:
        case Mapping():
            return {key.text: as_editors_read(value) for key, value in node.entries()}
        case Scalar():
            plain = not node.style
            if node.is_empty:
                return None
            if plain and node.text in {"true", "false"}:
                return node.text == "true"
            number = parse_number(node.text) if plain else None
            if number is None:
                return node.text
            return int(number) if number.denominator == 1 else float(number)
        case _:
            return [as_editors_read(item) for item in node.items]


def loader_says(name: str, yaml: str) -> set[str]:
    """The codes of what the loader finds wrong with the shape of a file."""
    node, found = compose(Source("a.yaml", yaml))
    assert node is not None
    assert not found
    bacaan = Bacaan(node.source, None)
    JENIS[name].bentuk.read(node, bacaan)
    return {each.code for each in bacaan.found}


def editor_says(name: str, yaml: str) -> list[str]:
    node, _ = compose(Source("a.yaml", yaml))
    assert node is not None
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[name].iter_errors(as_editors_read(node))]


def kind_of(path: str) -> str | None:
    return next((name for name, each in JENIS.items() if Path(path).match(each.letak)), None)


def shipped() -> Iterator[tuple[str, Path]]:
    for office in OFFICES:
        for name, berkas in JENIS.items():
            for path in sorted(office.glob(berkas.letak)):
                yield name, path


@pytest.mark.parametrize("name", JENIS)
def test_is_a_schema(name: str) -> None:
    Draft7Validator.check_schema(json.loads(text(name)))


@pytest.mark.parametrize(("name", "path"), list(shipped()), ids=lambda value: str(value).removeprefix(str(ROOT)))
def test_what_ships_is_as_the_schema_says_and_names_it(name: str, path: Path) -> None:
    yaml = read_text(path).source.text.replace("__TAHUN__", "2026")  # which a new office has filled in
    assert editor_says(name, yaml) == []
    assert yaml.splitlines()[0] == modeline(name)


@pytest.mark.parametrize("path", sorted((ROOT / "ikicli/definisi/aturan").glob("*.yaml")), ids=lambda path: path.stem)
def test_rule_sets_that_ship(path: Path) -> None:
    assert editor_says("aturan", read_text(path).source.text) == []


@pytest.mark.parametrize("code", KODE)
def test_right_examples_are_as_the_schema_says(code: str) -> None:
    for part in parts(example(code, "benar")):
        name = kind_of(part.berkas)
        if name is not None:
            assert editor_says(name, part.isi.decode("utf-8")) == []


@pytest.mark.parametrize("code", sorted(SHAPE - {"IKI112"}))  # its example is wrong before any shape
def test_wrong_shapes_are_wrong_in_the_editor_too(code: str) -> None:
    written = [(kind_of(part.berkas), part.isi.decode("utf-8")) for part in parts(example(code, "salah"))]
    assert [name for name, yaml in written if name is not None and editor_says(name, yaml)] != []


def test_modelines_lead_to_the_committed_schemas_which_are_current() -> None:
    for name, path in shipped():
        if path.is_relative_to(OFFICES[1]):
            continue
        told = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
        assert (path.parent / told).resolve() == ROOT / FOLDER / file_name(name)
    for name in JENIS:
        committed = (ROOT / FOLDER / file_name(name)).read_text(encoding="utf-8")
        assert committed == text(name), "run `iki skema`"


def keys(kind: Jenis[Any], at: Any) -> Iterator[tuple[Rekam[Any], Kunci, Any]]:
    """Every key of a shape with its record and its schema."""
    match kind:
        case Rekam():
            for key in kind.keys:
                inner = at["properties"][key.nama]
                yield kind, key, inner
                yield from keys(key.isi, _content(inner))
        case Daftar(item=item):
            yield from keys(item, at["items"])
        case Kamus(value=value):
            yield from keys(value, at["additionalProperties"])
        case AtauTeks(record=record):
            yield from keys(record, at["anyOf"][1])
        case TargetIndikator():
            yield from keys(TARGET_PANJANG, at["anyOf"][1])


def _content(inner: Any) -> Any:
    """What stands under a key when there is something."""
    options = inner.get("anyOf", [])
    return options[0] if options and options[-1] == {"type": "null"} else inner


@pytest.mark.parametrize("name", JENIS)
def test_every_declared_key_is_explained_and_required_as_declared(name: str) -> None:
    seen = list(keys(JENIS[name].bentuk, json.loads(text(name))))
    assert len(seen) >= len(JENIS[name].bentuk.keys)
    for _, key, inner in seen:
        assert inner["description"].startswith(f"{key.penjelasan}\n\nIsi: {key.isi.sebutan}; ")
        takes_nothing = Draft7Validator(inner).is_valid(None)
        assert takes_nothing == (not key.wajib)


def test_a_kind_without_a_schema_is_noticed() -> None:
    class Baru(Jenis[str]):
        sebutan = "baru"

        def hole(self, _node: Node, /) -> str:
            return ""

        def read(self, node: Node, bacaan: Bacaan) -> str:
            return ""

    with pytest.raises(TypeError, match="Baru"):
        schema(Baru())


JABATAN = jabatan(
    indikator("x", extra="target: 5\nbobot: 100\nmendukung: [sekcam.y]\nuji:\n  - {masukan: {a: 1}, hasil: 1}")
)
UNIT = (
    "unit: Kecamatan Uji\nkabupaten: Kabupaten Uji\npimpinan: {id: camat, jabatan: Camat, nama: Nama Camat}\n"
    "batas_lapor: 10\naturan: {2019: lkjip}\nsatuan: [regu]\nkeputusan:\n  diktum: [satu, {isi: dua}]\n"
)
PERJANJIAN = (
    "tahun: 2019\ncontoh: true\ntarget:\n  sekcam: {x: 95, y: 80..90, z: '<= 5'}\n"
    "perubahan:\n  - {tanggal: 2019-09-02, target: {sekcam: {x: {tahun: 12, triwulan: [3, 6, 9, 12]}}}}\n"
)
RENSTRA = 'periode: "2016-2021"\ntarget: {sekcam: {x: {2019: 95}}}\n'
CATATAN = "analisis: {sekcam: {x: {TW1: {pendorong: satu, penghambat: [dua]}}}}\n"
ATURAN = (ROOT / "ikicli/definisi/aturan/lkjip.yaml").read_text(encoding="utf-8")
RIGHT = {
    "unit": UNIT,
    "jabatan": JABATAN,
    "perjanjian": PERJANJIAN,
    "renstra": RENSTRA,
    "catatan": CATATAN,
    "aturan": ATURAN,
}

CHANGES = [
    ("jabatan", "polaritas: naik", "polaritas: turum"),
    ("jabatan", "polaritas: naik", "polaritas:"),
    ("jabatan", "polaritas: naik", "polaritas: [naik]"),
    ("jabatan", "tugas: [Bekerja.]", "tugas: Bekerja."),
    ("jabatan", "tugas: [Bekerja.]", "tugas: ['', Bekerja.]"),
    ("jabatan", "tugas: [Bekerja.]", "tugas: 2019"),
    ("jabatan", "tugas: [Bekerja.]", "tugas: [2019, 0.5, true]"),
    ("jabatan", "atasan: camat", "atasan: Camat"),
    ("jabatan", "atasan: camat", "atasan: ~"),
    ("jabatan", "atasan: camat", "atasan: camat\ntafsir:"),
    ("jabatan", "atasan: camat", "atasan: camat\ntafsir: ''"),
    ("jabatan", "atasan: camat", "atasan: camat\ntafsir: 12"),
    ("jabatan", "atasan: camat", "atasan: camat\nwarna: biru"),
    ("jabatan", "bobot: 100", "bobot: seratus"),
    ("jabatan", "bobot: 100", 'bobot: "99.5"'),
    ("jabatan", "bobot: 100", 'bobot: "99,5"'),
    ("jabatan", "bobot: 100", "bobot: null"),
    ("jabatan", "bobot: 100", "bobot: -1"),
    ("jabatan", "sekcam.y", "sekcam"),
    ("jabatan", "hasil: 1", "hasil: satu"),
    ("jabatan", "target: 5", "target: 80-90"),
    ("jabatan", "target: 5", "target: ' >= 5 '"),
    ("jabatan", "target: 5", "target: {terburuk: 3}"),
    ("jabatan", "target: 5", "target: {tahun: 3, warna: biru}"),
    ("jabatan", "target: 5", "target: {tidak_berlaku: tidak ada}"),
    ("jabatan", "periode: bulan", "periode: minggu"),
    ("jabatan", "a: {nama: A,", "A: {nama: A,"),
    ("jabatan", "a: {nama: A,", "a: {"),
    ("unit", "batas_lapor: 10", "batas_lapor: 400"),
    ("unit", "batas_lapor: 10", "batas_lapor: 1.5"),
    ("unit", "batas_lapor: 10", "batas_lapor: '10'"),
    ("unit", "2019: lkjip", "dulu: lkjip"),
    ("unit", "[satu, {isi: dua}]", "[satu, {butir: [dua]}]"),
    ("unit", "kabupaten: Kabupaten Uji\n", ""),
    ("perjanjian", "contoh: true", "contoh: ya"),
    ("perjanjian", "contoh: true", "contoh: 'true'"),
    ("perjanjian", "contoh: true", "contoh:"),
    ("perjanjian", "2019-09-02", "2 September 2019"),
    ("perjanjian", "tahun: 2019\n", "tahun: 19\n"),
    ("perjanjian", "x: 95,", "x: '95 %',"),
    ("perjanjian", "x: 95,", "x: ,"),
    ("renstra", '"2016-2021"', "2016"),
    ("renstra", "2019: 95", "2019: banyak"),
    ("catatan", "[dua]", "{a: dua}"),
    ("catatan", "[dua]", "[]"),
    ("catatan", "analisis:", "contoh: false\nanalisis:"),
    ("aturan", "stabil: tidak_dihitung", "stabil: lewati"),
    ("aturan", "digit: 2", "digit: 11"),
]


@pytest.mark.parametrize("name", RIGHT)
def test_both_take_what_is_right(name: str) -> None:
    assert loader_says(name, RIGHT[name]) == set()
    assert editor_says(name, RIGHT[name]) == []


@pytest.mark.parametrize(("name", "old", "new"), CHANGES)
def test_both_judge_a_change_alike(name: str, old: str, new: str) -> None:
    assert old in RIGHT[name]
    yaml = RIGHT[name].replace(old, new, 1)
    assert bool(editor_says(name, yaml)) == bool(loader_says(name, yaml) & SHAPE), loader_says(name, yaml)


def changed(value: Any) -> Iterator[Any]:
    """A content without each of its keys, and with one key too many in each of its mappings, at every depth."""
    match value:
        case dict():
            yield value | {"kunci_asing": "x"}
            for key, inner in value.items():
                yield {other: value[other] for other in value if other != key}
                yield from (value | {key: new} for new in changed(inner))
        case list():
            for at, inner in enumerate(value):
                yield from ([*value[:at], new, *value[at + 1 :]] for new in changed(inner))


@pytest.mark.parametrize("name", RIGHT)
def test_both_miss_the_same_keys_and_refuse_the_same_others(name: str) -> None:
    node, _ = compose(Source("a.yaml", RIGHT[name]))
    assert node is not None
    judged = set()
    for content in changed(as_editors_read(node)):
        yaml = json.dumps(content, ensure_ascii=False)
        wrong = bool(editor_says(name, yaml))
        assert wrong == bool(loader_says(name, yaml) & SHAPE), yaml
        judged.add(wrong)
    assert judged == {True, False}


@pytest.mark.usefixtures("kantor")
def test_writes_the_schemas_and_says_which_file_names_none(iki: Iki, kantor: Path) -> None:
    ran = iki("skema")
    assert ran.code == 0
    assert ran.out.splitlines() == [f"{FOLDER}/{file_name(name)}" for name in JENIS]
    assert all((kantor / FOLDER / file_name(name)).read_text(encoding="utf-8") == text(name) for name in JENIS)
    assert ran.err == (
        "iki: definitions/unit.yaml belum menyebut skemanya, jadi editor belum memakainya\n"
        "     saran: tulis di baris pertamanya: # yaml-language-server: $schema=../.iki/skema/unit.schema.json\n"
        "iki: definitions/jabatan/kasi_umum.yaml dan 1 berkas sejenis belum menyebut skemanya, jadi editor belum "
        "memakainya\n"
        "     saran: tulis di baris pertamanya: # yaml-language-server: $schema=../../.iki/skema/jabatan.schema.json\n"
        "iki: definitions/perjanjian/2019.yaml belum menyebut skemanya, jadi editor belum memakainya\n"
        "     saran: tulis di baris pertamanya: # yaml-language-server: "
        "$schema=../../.iki/skema/perjanjian.schema.json\n"
    )
    assert iki("validate", "--ketat").code == 0
    for name, berkas in JENIS.items():
        for path in kantor.glob(berkas.letak):
            path.write_text(f"{modeline(name)}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert iki("skema", "unit") == (0, f"{FOLDER}/unit.schema.json\n", "")


def test_trying_writes_nothing(iki: Iki, kantor: Path) -> None:
    ran = iki("skema", "--coba")
    assert (ran.code, len(ran.out.splitlines())) == (0, len(JENIS))
    assert ran.err.startswith("iki: belum ada yang ditulis\n")
    assert not (kantor / ".iki").exists()


def test_elsewhere_without_an_office(iki: Iki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert iki("skema", "jabatan", "--keluaran", "skema") == (0, "skema/jabatan.schema.json\n", "")
    assert [path.name for path in (tmp_path / "skema").iterdir()] == ["jabatan.schema.json"]
    assert iki("skema").code == 3
    assert iki("skema", "jabatn").code == 2


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_nothing_is_written_through_a_link_out_of_the_office(
    iki: Iki, kantor: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("lain")
    (kantor / ".iki").symlink_to(elsewhere)
    assert iki("skema").code == 3
    assert list(elsewhere.iterdir()) == []
