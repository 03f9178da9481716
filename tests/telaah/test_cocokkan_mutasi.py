"""Whatever is changed in the shipped definitions is found, in its place and as what it is; as shipped nothing is."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ikicli.definisi import load
from ikicli.definisi.nouns import Kantor
from ikicli.sumber import read_text
from ikicli.telaah.cocokkan import Pencocokan, compare, read
from ikicli.telaah.cocokkan.kata import covered, place

ROOT = Path(__file__).parents[2]
SOURCE = read_text(ROOT / "definitions/keputusan.md").source
DECREE = read(SOURCE)
Change = Callable[[str], str]


def put(old: str, new: str) -> Change:
    """Replace what stands in the file exactly once."""

    def change(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        return text.replace(old, new)

    return change


def swap(first: str, second: str) -> Change:
    """Swap two lines, given by their beginnings."""

    def change(text: str) -> str:
        lines = text.split("\n")
        one, other = (next(at for at, line in enumerate(lines) if line.strip().startswith(s)) for s in (first, second))
        lines[one], lines[other] = lines[other], lines[one]
        return "\n".join(lines)

    return change


def drop(start: str) -> Change:
    """Leave out the line that begins so."""

    def change(text: str) -> str:
        lines = text.split("\n")
        (at,) = (at for at, line in enumerate(lines) if line.strip().startswith(start))
        return "\n".join(lines[:at] + lines[at + 1 :])

    return change


class Mutasi(NamedTuple):
    """A change of one file, and what is found: the place and the verdict of each difference."""

    file: str
    change: Change
    found: list[tuple[str, str]]


MUTASI = {
    "a word dropped": Mutasi(
        "jabatan/sekcam.yaml",
        put("urusan kepegawaian, urusan umum yang", "urusan kepegawaian, umum yang"),
        [("sekcam, tugas 1", "beda")],
    ),
    "a word doubled": Mutasi(
        "jabatan/kasi_kesos.yaml",
        put("sosial dan bencana alam; dan", "sosial dan dan bencana alam; dan"),
        [("kasi_kesos, tugas 6", "beda")],
    ),
    "two tugas swapped": Mutasi(
        "jabatan/kasi_trantib.yaml",
        swap("- Menyusun program dan pembinaan Polisi", "- Membantu tugas Satuan"),
        [("kasi_trantib, tugas 3", "urutan")],
    ),
    "the first tugas last": Mutasi(
        "jabatan/pramu_kebersihan.yaml",
        lambda text: re.sub(r"(  - Melaksanakan pemeliharaan.*\n)((?:  - .*\n){2})(?=fungsi)", r"\2\1", text),
        [("pramu_kebersihan, tugas 1", "urutan")],
    ),
    "a tugas left out": Mutasi(
        "jabatan/kasi_trantib.yaml",
        drop("- Melaksanakan pembinaan wawasan"),
        [("kasi_trantib, tugas 7", "hilang")],
    ),
    "a tugas of the office's own": Mutasi(
        "jabatan/pramu_kebersihan.yaml",
        put("fungsi:\n", "  - Menyiram bunga setiap pagi.\nfungsi:\n"),
        [("pramu_kebersihan, tugas 4", "lebih")],
    ),
    "a number of days": Mutasi(
        "jabatan/sekcam.yaml",
        put("Catatan : hari kerja dalam 1 tahun 240 hari", "Catatan : hari kerja dalam 1 tahun 242 hari"),
        [("sekcam, sasaran 1, indikator 1, sumber data 1", "beda")],
    ),
    "a number in a formula": Mutasi(
        "jabatan/kasubag_umum.yaml",
        put(r"1 tahun $\leq 5$", r"1 tahun $\leq 6$"),
        [("kasubag_umum, sasaran 1, indikator 2, penjelasan", "beda")],
    ),
    "a number of the law": Mutasi(
        "unit.yaml",
        put("Undang-Undang Nomor 12 Tahun 2011", "Undang-Undang Nomor 12 Tahun 2012"),
        [("kepala keputusan, mengingat 1", "beda")],
    ),
    "OCR rn for m": Mutasi(
        "jabatan/kasi_pemerintahan.yaml",
        put("Jumlah pembinaan Perangkat Desa.", "Jumlah pernbinaan Perangkat Desa."),
        [("kasi_pemerintahan, sasaran 2, indikator 1", "beda")],
    ),
    "OCR 1 for l": Mutasi(
        "jabatan/kasi_pelayanan_publik.yaml",
        put("Memberikan pelayanan perizinan", "Memberikan pe1ayanan perizinan"),
        [("kasi_pelayanan_publik, tugas 3", "beda")],
    ),
    "OCR 0 for O": Mutasi(
        "unit.yaml",
        put("JOANICO DA COSTA", "JOANICO DA C0STA"),
        [("kepala keputusan, nama pejabat", "beda")],
    ),
    "OCR in the only word": Mutasi(
        "jabatan/pengelola_kepegawaian.yaml",
        lambda text: text.replace("- Pengelola Kepegawaian\n", "- Penge1ola Kepegawalan\n", 1),
        [("pengelola_kepegawaian, sasaran 1, indikator 1, sumber data 1", "beda")],
    ),
    "the decree's spelling mended": Mutasi(
        "jabatan/kasi_trantib.yaml",
        put("situasi kemanan,", "situasi keamanan,"),
        [("kasi_trantib, sasaran 1", "beda")],
    ),
    "an acting head made a definite one": Mutasi(
        "jabatan/kasubag_umum.yaml",
        put("jabatan: Plt. Sub Bagian", "jabatan: Sub Bagian"),
        [("kasubag_umum, nama jabatan", "beda")],
    ),
    "a dash for a hyphen": Mutasi(
        "jabatan/pengadministrasi_umum_trantib.yaml",
        put("Melaksanakan tugas-tugas yang", "Melaksanakan tugas\u2013tugas yang"),
        [("pengadministrasi_umum_trantib, tugas 1", "beda")],
    ),
    "an invisible character": Mutasi(
        "jabatan/bendahara_pengeluaran.yaml",
        put("pertanggung jawaban anggaran", "pertanggung\u200b jawaban anggaran"),
        [("bendahara_pengeluaran, tugas 1", "beda")],
    ),
    "a capital": Mutasi(
        "jabatan/kasubag_umum.yaml",
        lambda text: text.replace("Keuangan dan aset.", "Keuangan dan Aset.", 1),
        [("kasubag_umum, sasaran 1, indikator 1, sumber data 1", "beda")],
    ),
    "a full stop added": Mutasi(
        "jabatan/pramu_kebersihan.yaml",
        put("- Pramu Kebersihan\n", "- Pramu Kebersihan.\n"),
        [("pramu_kebersihan, sasaran 1, indikator 1, sumber data 1", "beda")],
    ),
    "one of two sources left out": Mutasi(
        "jabatan/kasi_pembangunan.yaml",
        drop("- Seluruh Desa."),
        [("kasi_pembangunan, sasaran 2, indikator 1, sumber data 2", "hilang")],
    ),
    "a sasaran in other words": Mutasi(
        "jabatan/kasi_kesos.yaml",
        put("nama: Terlaksananya fasilitasi program kesejahteraan bagi", "nama: Program kesejahteraan untuk"),
        [("kasi_kesos, sasaran 1", "beda")],
    ),
    "an indicator under the sasaran above": Mutasi(
        "jabatan/kasubag_umum.yaml",
        lambda text: re.sub(r"  - nama: Meningkatnya tertib administrasi aset\.\n    indikator:\n", "", text),
        [
            ("kasubag_umum, sasaran 3", "hilang"),
            ("kasubag_umum, sasaran 3, indikator 1", "pindah"),
        ],
    ),
    "a fungsi left out": Mutasi(
        "jabatan/sekcam.yaml",
        drop("- Penyelenggaraan pengelolaan administrasi keuangan"),
        [("sekcam, fungsi 5", "hilang")],
    ),
    "two of mengingat swapped": Mutasi(
        "unit.yaml",
        swap("- Peraturan Bupati Malang Nomor 22", "- Peraturan Bupati Malang Nomor 38"),
        [("kepala keputusan, mengingat 8", "urutan")],
    ),
    "an item of a diktum left out": Mutasi(
        "unit.yaml",
        drop("- Penetapan Kinerja Perangkat Daerah."),
        [("kepala keputusan, diktum 3, butir diktum 3", "hilang")],
    ),
    "the blank number filled in": Mutasi(
        "unit.yaml",
        put("188.45/ /35.07.31/2019", "188.45/17/35.07.31/2019"),
        [("kepala keputusan, nomor", "beda")],
    ),
    "a wrong diktum": Mutasi(
        "unit.yaml",
        put("ke: KEEMPAT", "ke: KELIMA"),
        [("kepala keputusan, diktum 4, nama diktum", "beda")],
    ),
    "a wrong address": Mutasi(
        "unit.yaml", put("Selatan No. 85", "Selatan No. 86"), [("kepala keputusan, alamat di kop", "lebih")]
    ),
    "a telephone cut short": Mutasi(
        "unit.yaml", put('"082232320104"', '"08223232010"'), [("kepala keputusan, telepon di kop", "lebih")]
    ),
    "another office in the letterhead": Mutasi(
        "unit.yaml",
        put("unit: Kecamatan Kromengan", "unit: Kecamatan Kepanjen"),
        [("kepala keputusan, nama kantor di kop", "lebih")],
    ),
    "two jabatan in another order": Mutasi(
        "unit.yaml",
        swap("- kasi_trantib", "- kasi_kesos"),
        [("kasi_trantib, nama jabatan", "urutan")],
    ),
}


def shipped(folder: Path) -> Path:
    """A copy of the shipped definitions."""
    shutil.copytree(ROOT / "definitions", folder / "definitions")
    return folder


def held(root: Path) -> Pencocokan:
    """The definitions below a folder against the shipped decree."""
    return compare(load(root).kantor, SOURCE, DECREE)


def told(found: Pencocokan) -> list[tuple[str, str]]:
    """Place and verdict of every difference."""
    return [(place(chain), chain[-1].putusan.value) for each in found.temuan for chain in each.told()]


def test_the_shipped_definitions_are_verbatim() -> None:
    found = held(ROOT)
    assert told(found) == []
    assert found.is_verbatim
    assert (found.tak_terbaca, found.tanpa_kepala, found.target) == ((), None, ())
    assert covered(found) == "328 dari 328 butir sama persis (100 %)."


@pytest.mark.parametrize("name", MUTASI)
def test_a_mutation_is_found_where_it_is(tmp_path: Path, name: str) -> None:
    mutasi = MUTASI[name]
    path = shipped(tmp_path) / "definitions" / mutasi.file
    text = path.read_text(encoding="utf-8")
    assert mutasi.change(text) != text
    path.write_text(mutasi.change(text), encoding="utf-8")
    found = held(tmp_path)
    assert told(found) == mutasi.found
    assert not found.is_verbatim
    assert "(100 %)" not in covered(found)


def test_an_indicator_moved_to_another_jabatan(tmp_path: Path) -> None:
    folder = shipped(tmp_path) / "definitions/jabatan"
    source = (folder / "kasi_kesos.yaml").read_text(encoding="utf-8")
    at = source.index("      - id: monitoring_pkh")
    (folder / "kasi_kesos.yaml").write_text(source[:at], encoding="utf-8")
    with (folder / "kasi_trantib.yaml").open("a", encoding="utf-8") as target:
        target.write("\n" + source[at:])
    found = held(tmp_path)
    assert told(found) == [("kasi_kesos, sasaran 1, indikator 3", "pindah")]
    (chain,) = (chain for each in found.temuan for chain in each.told())
    assert chain[-1].keterangan[0].startswith("di definisi ada pada kasi_trantib, sasaran `Terwujudnya situasi kemanan")


def test_two_swapped_items_are_called_so(tmp_path: Path) -> None:
    mutasi = MUTASI["two tugas swapped"]
    path = shipped(tmp_path) / "definitions" / mutasi.file
    path.write_text(mutasi.change(path.read_text(encoding="utf-8")), encoding="utf-8")
    (chain,) = (chain for each in held(tmp_path).temuan for chain in each.told())
    assert chain[-1].keterangan == ("tertukar dengan tugas 4",)


def test_a_tugas_moved_to_another_jabatan_and_misspelt_there(tmp_path: Path) -> None:
    folder = shipped(tmp_path) / "definitions/jabatan"
    path = folder / "kasi_pelayanan_publik.yaml"
    path.write_text(drop("- Memberikan pelayanan perizinan")(path.read_text(encoding="utf-8")), encoding="utf-8")
    other = folder / "pramu_kebersihan.yaml"
    added = "  - Memberikan pelayanan perijinan sesuai dengan kewenangan yang diberikan Bupati; dan\nfungsi:\n"
    other.write_text(put("fungsi:\n", added)(other.read_text(encoding="utf-8")), encoding="utf-8")
    assert told(held(tmp_path)) == [("kasi_pelayanan_publik, tugas 3", "pindah")]


def test_a_jabatan_left_out_is_told_once_and_counted_whole(tmp_path: Path) -> None:
    (shipped(tmp_path) / "definitions/jabatan/pengadministrasi_umum_kesos.yaml").unlink()
    found = held(tmp_path)
    assert told(found) == [("Pengadministrasi Umum Kecamatan Kromengan, nama jabatan", "hilang")]
    assert covered(found) == "317 dari 328 butir sama persis (96,65 %)."


def test_jabatan_of_one_name_are_told_apart_by_what_they_do(tmp_path: Path) -> None:
    folder = shipped(tmp_path) / "definitions/jabatan"
    for name, change in (
        ("pengadministrasi_umum_musrenbang", put("data usulan dalam Musrenbangdes yang telah", "usulan Musrenbangdes")),
        ("pengadministrasi_umum_dana_desa", drop("- Menyelenggarakan administrasi umum")),
    ):
        path = folder / f"{name}.yaml"
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert told(held(tmp_path)) == [
        ("pengadministrasi_umum_musrenbang, sasaran 1, indikator 1, penjelasan", "beda"),
        ("pengadministrasi_umum_dana_desa, tugas 2", "hilang"),
    ]


def test_a_standing_target_must_be_the_decrees(tmp_path: Path) -> None:
    path = shipped(tmp_path) / "definitions/jabatan/kasubag_umum.yaml"
    path.write_text(put('target: "<= 5"', 'target: "<= 7"')(path.read_text(encoding="utf-8")), encoding="utf-8")
    found = held(tmp_path)
    assert told(found) == []
    assert not found.is_verbatim
    (note,) = found.target
    assert note.isi == "target `<= 7` tidak disebut dalam bunyi keputusan tentang indikator ini"


KANTOR = load(ROOT).kantor


def without_word(kantor: Kantor, jabatan: int, key: str, item: int, word: int) -> Kantor:
    """The office with one word of one tugas or fungsi left out."""
    one = kantor.jabatan[jabatan % len(kantor.jabatan)]
    texts = list(getattr(one.isi, key))
    words = texts[item % len(texts)].split()
    del words[word % len(words)]
    texts[item % len(texts)] = " ".join(words)
    changed = one._replace(isi=one.isi._replace(**{key: tuple(texts)}))
    return kantor._replace(jabatan=tuple(changed if each is one else each for each in kantor.jabatan))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 18), st.sampled_from(["tugas", "fungsi"]), st.integers(0, 12), st.integers(0, 40))
def test_any_dropped_word_is_one_difference(jabatan: int, key: str, item: int, word: int) -> None:
    found = compare(without_word(KANTOR, jabatan, key, item, word), SOURCE, DECREE)
    (one,) = (chain[-1] for each in found.temuan for chain in each.told())
    assert (one.putusan.value, one.butir.hal.value) == ("beda", key)
    assert [piece.arah.value for piece in one.selisih if piece.arah.value != "sama"] == ["kiri"]
