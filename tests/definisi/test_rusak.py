"""Definitions broken at every place: nothing raises, and what is broken is reported there and nowhere else."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikicli.definisi import check, load
from ikicli.diagnostik import Diagnostic, Source, Tingkat, level_of
from ikicli.diagnostik.faces import FACES, write
from ikicli.sumber import Mapping, Node, Scalar, Sequence, compose

ROOT = Path(__file__).parents[2]
FILES = ("unit.yaml", "jabatan/kasubag_umum.yaml", "perjanjian/2019.yaml", "aturan/lkjip.yaml")
KEPT = 2
"""Of every list this many items are broken; the others are like them."""

Content: TypeAlias = "str | list[Content] | dict[str, Content] | None"
Path_: TypeAlias = tuple[str | int, ...]


def definitions() -> dict[str, str]:
    """The shipped office, less the jabatan that need not stand beside the broken ones."""
    folder = ROOT / "definitions"
    names = ("unit.yaml", "jabatan/kasubag_umum.yaml", "jabatan/sekcam.yaml")
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    texts["unit.yaml"] = (
        texts["unit.yaml"].partition("urutan:")[0] + texts["unit.yaml"][texts["unit.yaml"].index("batas") :]
    )
    shipped = ROOT / "ikicli/definisi/aturan/lkjip.yaml"
    texts["aturan/lkjip.yaml"] = shipped.read_text(encoding="utf-8")
    texts["perjanjian/2019.yaml"] = """\
tahun: 2019
contoh: true
pejabat: {sekcam: {nama: Budi, nip: "1", pangkat: Penata, status: plt}}
target:
  sekcam: {tingkat_kehadiran: 95, dokumen_tepat_waktu: ">= 90", kelancaran_keuangan: "80..90"}
  kasubag_umum:
    kehadiran_pns: {tahun: 234, triwulan: [57, 110, 173, 234], terburuk: 0}
    draf_laporan_keuangan: {tidak_berlaku: tidak ada}
    draf_laporan_barang: {tahun: 3, semester: [1, 3]}
perubahan: [{tanggal: 2019-09-02, dasar: Perubahan APBD, target: {sekcam: {tingkat_kehadiran: 96}}}]
"""
    return texts


TEXTS = definitions()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kantor").resolve()
    for name, text in TEXTS.items():
        path = root / "definitions" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def plain(node: Node) -> Content:
    match node:
        case Scalar(text=text):
            return None if node.is_empty else text
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries()}


def content(name: str) -> Content:
    node = compose(Source(name, TEXTS[name])).node
    assert node is not None
    return plain(node)


def places(tree: Content, above: Path_ = ()) -> Iterator[Path_]:
    yield above
    match tree:
        case list():
            for position, item in enumerate(tree[:KEPT]):
                yield from places(item, (*above, position))
        case dict():
            for key, value in tree.items():
                yield from places(value, (*above, key))


GONE = "(gone)"


def part(tree: Content, path: Path_) -> Content:
    for step in path:
        tree = tree[step]  # type: ignore[index] # a path leads through lists and mappings
    return tree


def broken(tree: Content, path: Path_, new: Content) -> str:
    """The tree as YAML, one part replaced, or left out where `new` is GONE."""
    if not path:
        return json.dumps(new)
    changed = deepcopy(tree)
    parent, last = part(changed, path[:-1]), path[-1]
    if new == GONE:
        del parent[last]  # type: ignore[union-attr, arg-type]
    else:
        parent[last] = new  # type: ignore[index]
    return json.dumps(changed)


def findings(office: Path, name: str, text: str) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """What is found in the broken file, and the errors and warnings elsewhere."""
    path = office / "definitions" / name
    path.write_text(text, encoding="utf-8")
    loaded = load(office)
    found = check(loaded.kantor, loaded.diagnostics)
    path.write_text(TEXTS[name], encoding="utf-8")
    for face in FACES:
        write(face, found, str)
    here = [each for each in found if each.span.source.path == str(path)]
    there = [each for each in found if each not in here and level_of(each) is not Tingkat.INFO]
    return here, there


def has_error(found: list[Diagnostic]) -> bool:
    return any(level_of(each) is Tingkat.GALAT for each in found)


def test_the_office_is_right_before_it_is_broken(office: Path) -> None:
    for name, text in TEXTS.items():
        here, there = findings(office, name, text)
        assert [each for each in here if level_of(each) is not Tingkat.INFO] == there == []


def other_shapes(tree: Content) -> tuple[Content, ...]:
    """What a part is replaced by, none of it of the part's own shape."""
    match tree:
        case list():
            return "12,5 ??", {"warna": "hijau"}, [tree], [["hijau"]]
        case dict():
            return [tree], [], ["hijau"]
        case _:
            return [tree], {"warna": "hijau"}, [], {}


@pytest.mark.parametrize("name", FILES)
def test_another_shape_is_an_error_there_and_nowhere_else(office: Path, name: str) -> None:
    tree = content(name)
    for path in places(tree):
        for shape in other_shapes(part(tree, path)):
            here, there = findings(office, name, broken(tree, path, shape))
            assert (has_error(here), there) == (True, []), (path, shape)


OPTIONAL = """
    kode aturan kop keputusan satuan urutan batas_lapor variabel nip pangkat alamat telepon email situs kode_pos nomor
    tentang ditetapkan menimbang mengingat diktum ke butir agregasi periode tetapan tafsir uji abaikan target bobot
    mendukung contoh pejabat perubahan status dasar dibaca kutipan batas target_nol pembulatan predikat bawah atas naik
    turun stabil turun_nol turun_lebih triwulan semester terburuk
"""
"""Keys that may be absent; entries of free mappings are told by the mapping they stand in."""

FREE = ("variabel", "masukan", "pejabat", "target", "sekcam", "kasubag_umum", "aturan")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_or_empty_key_raises_nothing_and_is_an_error_where_it_is_required(office: Path, name: str) -> None:
    tree = content(name)
    for path in places(tree):
        if not path:
            continue
        absent, _ = findings(office, name, broken(tree, path, GONE))
        empty, _ = findings(office, name, broken(tree, path, None))
        free = isinstance(path[-1], int) or (len(path) > 1 and path[-2] in FREE)
        if not free and path[-1] not in OPTIONAL.split():
            assert has_error(absent), path
            assert has_error(empty), path


STRANGE = ("?", "-1", "camat", "0..0")


@pytest.mark.parametrize("name", FILES)
def test_strange_texts_raise_nothing(office: Path, name: str) -> None:
    tree = content(name)
    for path in places(tree):
        for text in STRANGE:
            findings(office, name, broken(tree, path, text))


PIECES = st.sampled_from(
    [*" \n\t:-#[]{},&*!|>'\"%@`?~<=.0159abz_\u200b\x00\x85\ufeff\r", "null", "- ", ": ", "\n  ", "{a: 1}", "..", "<= ",
     "jika(", "lalu(", "\n---\n", "\n...\n", "&a ", "*a", "!!int ", "|\n", ">-\n", "sekcam", "kasubag_umum."]
)  # fmt: skip


@settings(max_examples=300)
@given(st.sampled_from(FILES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), min_size=1, max_size=4))
def test_broken_texts_raise_nothing(office: Path, name: str, edits: list[tuple[float, int, str]]) -> None:
    text = TEXTS[name]
    for place, dropped, piece in edits:
        at = int(place * len(text))
        text = text[:at] + piece + text[at + dropped :]
    findings(office, name, text)
