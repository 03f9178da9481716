"""Loading an office: which files are read, in what order, and what is said about the others."""

import os
from pathlib import Path

import pytest
from kantor_uji import UNIT as UNIT_TEXT
from kantor_uji import indikator, jabatan, lay_out, read, sound
from temuan_uji import PERJANJIAN, SEKCAM, UNIT, found, sekcam

from ikicli.definisi import check, find_root, load
from ikicli.diagnostik import Tingkat, level_of

ROOT = Path(__file__).parents[2]


def test_shipped_definitions_have_no_error_and_no_warning() -> None:
    loaded = load(ROOT)
    assert all(level_of(each) is Tingkat.INFO for each in check(loaded.kantor, loaded.diagnostics))
    assert len(loaded.kantor.jabatan) == 19


def test_office_of_one_jabatan(tmp_path: Path) -> None:
    kantor = sound(tmp_path, {SEKCAM: sekcam()})
    assert [each.id for each in kantor.jabatan] == ["sekcam"]
    assert kantor.unit is not None
    assert kantor.unit.pimpinan.id == "camat"
    assert [each.id for each in kantor.jabatan[0].indikator()] == ["x"]
    assert set(kantor.aturan) == {"lkjip"}


def test_office_without_any_jabatan(tmp_path: Path) -> None:
    assert sound(tmp_path, {}).jabatan == ()


def test_root_is_the_nearest_folder_with_a_unit(tmp_path: Path) -> None:
    lay_out(tmp_path, {SEKCAM: sekcam()})
    deep = tmp_path / "definitions/jabatan"
    assert find_root(deep) == find_root(tmp_path) == tmp_path.resolve()
    inner = lay_out(tmp_path / "realisasi/desa", {})
    assert find_root(inner) == inner.resolve()


def test_no_root_above(tmp_path: Path) -> None:
    assert find_root(tmp_path) is None


@pytest.mark.parametrize(
    ("urutan", "order"),
    [
        ("[]", ["a", "b", "c"]),
        ("[c, a]", ["c", "a", "b"]),
        ("[b]", ["b", "a", "c"]),
        ("[a, b, c]", ["a", "b", "c"]),
    ],
)
def test_jabatan_follow_urutan_then_id(tmp_path: Path, urutan: str, order: list[str]) -> None:
    files = {f"definitions/jabatan/{id}.yaml": jabatan(indikator()) for id in "cab"}
    kantor = sound(tmp_path, {UNIT: f"{UNIT_TEXT}urutan: {urutan}\n", **files})
    assert [each.id for each in kantor.jabatan] == order


def test_urutan_keeps_its_positions_around_a_hole(tmp_path: Path) -> None:
    unit = f"{UNIT_TEXT}urutan: [Sekcam, sekcam, hilang, sekcam]\n"
    assert found(tmp_path, {UNIT: unit, SEKCAM: sekcam()}) == [
        ("IKI113", "Sekcam"),
        ("IKI223", "hilang"),
        ("IKI223", "sekcam"),
    ]


def test_every_file_is_reported_in_one_run(tmp_path: Path) -> None:
    files = {
        UNIT: UNIT_TEXT.replace("kabupaten: Kabupaten Uji", "kabupaten:"),
        SEKCAM: sekcam(polaritas="naek"),
        "definitions/jabatan/kasi.yaml": "jabatan: [",
        PERJANJIAN: "tahun: dua ribu\ntarget: {sekcam: {y: 1}}\n",
        "definitions/aturan/sendiri.yaml": "aturan: Sendiri\n",
    }
    assert [code for code, _ in found(tmp_path, files)] == ["IKI110", "IKI102", "IKI114", "IKI112", "IKI213", "IKI111"]


def test_all_that_is_wrong_in_one_file_is_reported(tmp_path: Path) -> None:
    wrong = sekcam("target: banyak", "bobot: 1,5", formula="a +", satuan="dokumenn", polaritas="maju")
    assert sorted(found(tmp_path, {SEKCAM: wrong})) == [
        ("IKI112", "1,5"),
        ("IKI114", "maju"),
        ("IKI117", "banyak"),
        ("IKI302", ""),
        ("IKI315", "dokumenn"),
    ]


@pytest.mark.parametrize(
    ("path", "code", "hint"),
    [
        ("definitions/jabatan/kasi.yml", "IKI118", "ganti namanya menjadi `kasi.yaml`"),
        ("definitions/jabatan/kasi.yaml.txt", "IKI118", "ganti namanya menjadi `kasi.yaml`"),
        ("definitions/jabatan/kasi.YAML", "IKI118", "ganti namanya menjadi `kasi.yaml`"),
        ("definitions/unit.yml", "IKI118", None),
        ("definitions/sekretaris.yaml", "IKI118", None),
        ("definitions/jabatan/lama/kasi.yaml", "IKI118", None),
        ("definitions/jabatan/Kasi Umum.yaml", "IKI113", None),
        ("definitions/jabatan/kasi-umum.yaml", "IKI113", None),
        ("definitions/jabatan/v1.2.yaml", "IKI113", None),
        ("definitions/perjanjian/pk2019.yaml", "IKI113", "beri nama menurut tahunnya: `2019.yaml`"),
        ("definitions/perjanjian/٢٠١٩.yaml", "IKI113", "beri nama menurut tahunnya: `2019.yaml`"),
    ],
)
def test_files_that_are_not_read(tmp_path: Path, path: str, code: str, hint: str | None) -> None:
    _, diagnostics = read(tmp_path, {SEKCAM: sekcam(), path: "bukan: [yaml"})
    (finding,) = diagnostics
    assert (finding.code, Path(finding.span.source.path)) == (code, tmp_path / path)
    assert finding.hint is not None
    assert hint in {None, finding.hint}


@pytest.mark.parametrize(
    "path",
    [
        "definitions/keputusan.md",
        "definitions/jabatan/.sekcam.yaml.swp",
        "definitions/jabatan/._sekcam.yaml",
        "definitions/jabatan/sekcam.yaml~",
        "definitions/.lama/kasi.yaml",
        "realisasi/2019/sekcam.yaml",
    ],
)
def test_files_nobody_asks_about(tmp_path: Path, path: str) -> None:
    assert found(tmp_path, {SEKCAM: sekcam(), path: "bukan: [yaml"}) == []


def test_a_wrong_file_name_makes_no_error_where_the_id_is_used(tmp_path: Path) -> None:
    files = {"definitions/jabatan/Kasi.yaml": sekcam(), SEKCAM: jabatan(indikator(), atasan="kasi")}
    assert [code for code, _ in found(tmp_path, files)] == ["IKI113"]


needs_symlinks = pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege on Windows")


@needs_symlinks
def test_a_link_within_the_office_is_read(tmp_path: Path) -> None:
    lay_out(tmp_path, {"arsip/kasi.yaml": sekcam(), SEKCAM: sekcam()})
    (tmp_path / "definitions/jabatan/kasi.yaml").symlink_to(tmp_path / "arsip/kasi.yaml")
    loaded = load(tmp_path)
    assert [each.id for each in loaded.kantor.jabatan] == ["kasi", "sekcam"]
    assert loaded.diagnostics == ()


@needs_symlinks
@pytest.mark.parametrize(
    "target", ["luar/kasi.yaml", "luar", "tidak_ada.yaml", "/dev/null", "kantor/definitions/jabatan/kasi.yaml"]
)
def test_a_link_that_leaves_the_office_or_leads_to_no_file_is_not_read(tmp_path: Path, target: str) -> None:
    root = lay_out(tmp_path / "kantor", {SEKCAM: sekcam()})
    lay_out(tmp_path, {"luar/kasi.yaml": sekcam()})
    (root / "definitions/jabatan/kasi.yaml").symlink_to(tmp_path / target)
    loaded = load(root)
    assert [each.code for each in loaded.diagnostics] == ["IKI118"]
    assert [each.id for each in loaded.kantor.jabatan] == ["sekcam"]


@needs_symlinks
def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    root = lay_out(tmp_path, {"arsip/kasi.yaml": sekcam()})
    (root / "definitions/jabatan").symlink_to(root / "arsip")
    assert [each.code for each in load(root).diagnostics] == ["IKI118"]


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    lay_out(tmp_path, {SEKCAM: sekcam()})
    (tmp_path / PERJANJIAN).mkdir(parents=True)
    assert [each.code for each in load(tmp_path).diagnostics] == ["IKI118"]


@needs_symlinks
def test_a_unit_outside_the_office_is_refused(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "kantor", {})
    (root / "definitions/unit.yaml").rename(tmp_path / "unit.yaml")
    (root / "definitions/unit.yaml").symlink_to(tmp_path / "unit.yaml")
    with pytest.raises(OSError, match="luar folder kantor"):
        load(root)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of this kind are POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    lay_out(tmp_path, {SEKCAM: sekcam()})
    os.mkfifo(tmp_path / "definitions/jabatan/kasi.yaml")
    assert [each.code for each in load(tmp_path).diagnostics] == ["IKI118"]


def test_missing_unit_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "definitions").mkdir()
    with pytest.raises(OSError):
        load(tmp_path)


def test_each_is_called_after_every_file(tmp_path: Path) -> None:
    calls: list[None] = []
    load(lay_out(tmp_path, {SEKCAM: sekcam(), PERJANJIAN: "tahun: 2019\n"}), lambda: calls.append(None))
    assert len(calls) == 4  # the shipped rule set too


@pytest.mark.parametrize(
    ("aturan", "own", "read_sets"),
    [
        ("{}", {}, {"lkjip"}),
        ("{2019: kemenkeu}", {}, {"lkjip", "kemenkeu"}),
        ("{2019: sendiri}", {"sendiri": "Sendiri"}, {"lkjip", "sendiri"}),
        ("{2019: lkjip}", {"lkjip": "Milik kantor"}, {"lkjip"}),
    ],
)
def test_rule_sets_shipped_and_own(tmp_path: Path, aturan: str, own: dict[str, str], read_sets: set[str]) -> None:
    files = {
        f"definitions/aturan/{id}.yaml": f"aturan: {name}\ncapaian: {{naik: realisasi / target * 100}}\n"
        for id, name in own.items()
    }
    kantor = sound(tmp_path, {UNIT: f"{UNIT_TEXT}aturan: {aturan}\n", **files})
    assert set(kantor.aturan) == read_sets
    assert {id: kantor.aturan[id].isi.aturan for id in own} == own


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    text = "\ufeff" + sekcam().replace("\n", "\r\n")
    plain = sound(tmp_path / "a", {SEKCAM: sekcam()})
    assert sound(tmp_path / "b", {SEKCAM: text}).jabatan[0].isi.tugas == plain.jabatan[0].isi.tugas


def test_a_file_with_too_many_findings_is_left_unread(tmp_path: Path) -> None:
    many = sekcam() + "".join(f"kunci_{i}: x\n" for i in range(5000))
    codes = [code for code, _ in found(tmp_path, {SEKCAM: many, PERJANJIAN: "tahun: 2019\ntarget: {sekcam: {y: 1}}\n"})]
    assert codes == ["IKI109"] * 100
