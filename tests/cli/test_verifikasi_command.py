"""`iki verifikasi`: the same, a source changed, edited by hand, no document; in every format that there is."""

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kantor_uji import csv
from perintah_uji import Iki, files_below, process

from ikicli import __version__
from ikicli.cli import pustaka
from ikicli.laporan import JENIS

FORMATS = ("html", "md", "docx", "pdf", "xlsx")
LINES = ("html", "md", "docx", "xlsx")
"""Formats whose text can be read without a library."""


def made(iki: Iki, format: str, *options: str, jenis: str = "pengukuran") -> Path:
    """A document of the small office."""
    ran = iki("laporan", "--jenis", jenis, "--format", format, *(options or ("--jabatan", "sekcam")))
    assert ran.code == 0, ran.err
    return Path(ran.out.splitlines()[-1])


def asked(iki: Iki, document: Path) -> tuple[int, dict[str, Any]]:
    """The answer as JSON."""
    ran = iki("verifikasi", document, "--format", "json")
    answer = json.loads(ran.out)
    assert isinstance(answer, dict)
    return ran.code, answer


def states(answer: dict[str, Any]) -> dict[str, str]:
    """What became of each file."""
    return {each["jalur"]: each["keadaan"] for each in answer["berkas"]}


def differing(answer: dict[str, Any]) -> tuple[str, str]:
    """The words that stand only in the document, and those that stand only in what is made now."""
    pieces = [piece for line in answer["baris_beda"] for piece in line]
    left, right = ([each["teks"] for each in pieces if each["di"] == side] for side in ("dokumen", "kini"))
    return " ".join(left), " ".join(right)


def change(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def edit_member(document: Path, member: str, edit: Callable[[str], str]) -> None:
    """Edit one part of a zipped document, as an office program would save it again."""
    with zipfile.ZipFile(document) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[member].decode("utf-8")
    assert edit(text) != text
    parts[member] = edit(text).encode("utf-8")
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "options", [("--jabatan", "sekcam"), ("--jabatan", "kasi_umum", "--sampai", "TW2"), ("--sampai", "S1")]
)
@pytest.mark.usefixtures("kantor")
def test_the_same_files_give_the_same_document(iki: Iki, format: str, options: tuple[str, ...]) -> None:
    document = made(iki, format, *options)
    code, answer = asked(iki, document)
    assert (code, answer["putusan"], answer["baris_beda"]) == (0, "sama", [])
    assert answer["keterangan"] == ["Berkas masih memberi dokumen ini, huruf demi huruf."]
    assert set(states(answer).values()) == {"sama"}
    assert {"definitions/unit.yaml", "bawaan:aturan/lkjip.yaml", "realisasi/2019/data.csv"} <= states(answer).keys()


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.usefixtures("kantor")
def test_every_kind_is_made_anew(iki: Iki, jenis: str) -> None:
    options = ("--jabatan", "sekcam") if JENIS[jenis].per_jabatan else ("--keluaran", "arsip")
    assert asked(iki, made(iki, "md", *options, jenis=jenis))[0] == 0


@pytest.mark.usefixtures("kantor")
def test_kinds_made_together_are_those_made_alone(iki: Iki) -> None:
    ran = iki("laporan", "--jenis", "semua", "--format", "md", "--jabatan", "sekcam", "--sampai", "TW2")
    assert [asked(iki, Path(path))[0] for path in ran.out.splitlines()] == [0] * len(ran.out.splitlines())


@pytest.mark.usefixtures("kantor")
def test_nothing_is_written(iki: Iki, kantor: Path) -> None:
    document = made(iki, "html")
    before = files_below(kantor)
    iki("verifikasi", document)
    assert files_below(kantor) == before


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.usefixtures("kantor")
def test_a_source_that_changed_is_named_with_what_it_does(iki: Iki, format: str) -> None:
    document = made(iki, format)
    change("definitions/perjanjian/2019.yaml", "surat: 95", "surat: 90")
    code, answer = asked(iki, document)
    assert (code, answer["putusan"]) == (1, "beda")
    assert [path for path, state in states(answer).items() if state != "sama"] == ["definitions/perjanjian/2019.yaml"]
    assert (
        answer["keterangan"][0] == "Berkas kini memberi dokumen lain: ada sumber yang berubah sejak dokumen ini dibuat."
    )
    if format == "pdf":
        assert answer["baris_beda"] is None
        assert "tidak dapat dibandingkan baris demi baris" in answer["keterangan"][1]
        return
    before, now = differing(answer)
    assert "95" in before.split()
    assert "90" in now.split()
    assert "105,56" in now


@pytest.mark.parametrize("format", LINES)
@pytest.mark.usefixtures("kantor")
def test_a_remark_changes_a_source_and_nothing_else(iki: Iki, format: str) -> None:
    document = made(iki, format)
    with Path("definitions/unit.yaml").open("a", encoding="utf-8") as unit:
        unit.write("# catatan\n")
    code, answer = asked(iki, document)
    assert (code, answer["baris_beda"]) == (1, [])
    assert answer["keterangan"][1] == "Tidak satu pun baris dokumen berbeda selain sidik berkasnya."


def edited(document: Path, format: str) -> None:
    """The figure 95 written as 99 by hand."""
    if format == "docx":
        edit_member(document, "word/document.xml", lambda text: text.replace(">95<", ">99<", 1))
    elif format == "xlsx":
        edit_member(document, "xl/worksheets/sheet1.xml", lambda text: text.replace("<v>95</v>", "<v>99</v>", 1))
    else:
        text = document.read_text(encoding="utf-8")
        found = re.search(r"(?<=[>|])\s*95(?=[\s<|])", text)
        assert found is not None
        document.write_text(text[: found.end() - 2] + "99" + text[found.end() :], encoding="utf-8")


@pytest.mark.parametrize("format", LINES)
@pytest.mark.usefixtures("kantor")
def test_a_document_edited_by_hand_is_said_to_be(iki: Iki, format: str) -> None:
    document = made(iki, format)
    edited(document, format)
    code, answer = asked(iki, document)
    assert (code, answer["putusan"], set(states(answer).values())) == (1, "beda", {"sama"})
    assert differing(answer) == ("99", "95")
    assert answer["keterangan"] == [
        "Berkasnya tidak berubah, tetapi dokumen ini tidak seperti yang dibuat darinya.",
        "Dokumen disunting sesudah dibuat, atau dibuat dengan templat lain.",
        "1 baris berbeda.",
    ]


@pytest.mark.usefixtures("kantor")
def test_lines_within_a_cell_stay_apart(iki: Iki) -> None:
    document = made(iki, "html")
    text = document.read_text("utf-8")
    start = text.index("<small>")
    document.write_text(text[:start] + "<small>lain </small>" + text[start:], encoding="utf-8")
    said, _ = differing(asked(iki, document)[1])
    assert said.split()[0] == "lain"


def test_a_pdf_with_other_bytes_is_said_to_differ(iki: Iki) -> None:
    document = made(iki, "pdf")
    document.write_bytes(document.read_bytes() + b"\n% catatan\n")
    code, answer = asked(iki, document)
    assert (code, answer["putusan"], set(states(answer).values())) == (1, "beda", {"sama"})


@pytest.mark.parametrize("format", ["docx", "xlsx"])
@pytest.mark.usefixtures("kantor")
def test_saved_again_without_a_change(iki: Iki, format: str) -> None:
    document = made(iki, format)
    edit_member(
        document, "docProps/core.xml", lambda text: text.replace("<cp:coreProperties", "<!-- x --><cp:coreProperties")
    )
    code, answer = asked(iki, document)
    assert (code, answer["baris_beda"]) == (1, [])
    assert "Teks yang dibandingkan sama baris demi baris" in answer["keterangan"][-1]


@pytest.mark.usefixtures("kantor")
def test_what_a_script_or_a_page_head_shows_is_not_called_harmless(iki: Iki) -> None:
    document = made(iki, "html")
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("</body>", "<script>document.body.innerHTML = 100</script></body>"), "utf-8")
    code, answer = asked(iki, document)
    assert (code, answer["baris_beda"]) == (1, [])
    assert "belum tentu buatan iki" in answer["keterangan"][-1]


def parts(answer: dict[str, Any]) -> list[tuple[str, str]]:
    """The parts that differ, each with the side on which it stands."""
    return [(each["bagian"], each["di"]) for each in answer["bagian_beda"]]


@pytest.mark.parametrize("format", ["html", "md"])
@pytest.mark.usefixtures("kantor")
def test_a_byte_order_mark_is_one_difference(iki: Iki, format: str) -> None:
    document = made(iki, format)
    document.write_bytes(b"\xef\xbb\xbf" + document.read_bytes())
    code, answer = asked(iki, document)
    assert (code, answer["baris_beda"]) == (1, [])
    assert parts(answer) == [("tanda BOM di awal berkas", "dokumen")]
    assert "yang berbeda di luar itu: tanda BOM di awal berkas (hanya di dokumen ini)." in answer["keterangan"][-1]


MEMBERS = [
    ("docx", "word/footer1.xml", "<w:p>", "<w:p><w:r><w:t>Palsu</w:t></w:r></w:p><w:p>", "bagian word/footer1.xml"),
    ("docx", "word/styles.xml", "<w:b/>", "<w:i/>", "bagian word/styles.xml"),
    ("docx", "word/document.xml", "<w:b/>", "<w:vanish/>", "bagian word/document.xml"),
    ("xlsx", "xl/styles.xml", 'formatCode="', 'formatCode="&quot;1&quot;', "bagian xl/styles.xml"),
]


@pytest.mark.parametrize(("format", "member", "old", "new", "called"), MEMBERS)
@pytest.mark.usefixtures("kantor")
def test_a_part_beside_the_text_is_named(iki: Iki, format: str, member: str, old: str, new: str, called: str) -> None:
    document = made(iki, format)
    edit_member(document, member, lambda text: text.replace(old, new, 1))
    code, answer = asked(iki, document)
    assert (code, answer["baris_beda"], parts(answer)) == (1, [], [(called, "keduanya")])
    assert f"yang berbeda di luar itu: {called}." in answer["keterangan"][-1]


@pytest.mark.parametrize("name", ["word/media/cap.png", "word/document.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.usefixtures("kantor")
def test_a_part_that_was_added_is_named(iki: Iki, name: str) -> None:
    document = made(iki, "docx")
    with zipfile.ZipFile(document) as archive:
        content = archive.read("word/document.xml")
    with zipfile.ZipFile(document, "a") as archive:
        archive.writestr(name, content)
    called = "gambar word/media/cap.png" if "media" in name else "bagian word/document.xml (2)"
    assert parts(asked(iki, document)[1]) == [(called, "dokumen")]


PAGES = [
    ("</body>", "<script>alert(1)</script></body>", [("skrip ke-1", "dokumen")]),
    ("</body>", "<img src='x.png'></body>", [("gambar ke-1", "dokumen")]),
    ("</style>", "td { color: red }</style>", [("gaya ke-1", "keduanya")]),
    ("<title>", "<title>Palsu ", [("kepala halaman", "keduanya")]),
    ("<h1", "<h1 hidden", [("susunan halaman", "keduanya")]),
    ("</body>", "<!-- x --></body>", [("susunan halaman", "keduanya")]),
]


@pytest.mark.parametrize(("old", "new", "named"), PAGES)
@pytest.mark.usefixtures("kantor")
def test_a_part_of_a_page_beside_its_text_is_named(iki: Iki, old: str, new: str, named: list[tuple[str, str]]) -> None:
    document = made(iki, "html")
    text = document.read_text(encoding="utf-8")
    assert old in text
    document.write_text(text.replace(old, new, 1), encoding="utf-8")
    code, answer = asked(iki, document)
    assert (code, answer["baris_beda"], parts(answer)) == (1, [], named)


@pytest.mark.usefixtures("kantor")
def test_a_line_and_a_part_that_differ_are_both_named(iki: Iki) -> None:
    document = made(iki, "html")
    edited(document, "html")
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("</style>", "td { color: red }</style>", 1), encoding="utf-8")
    assert asked(iki, document)[1]["keterangan"][-2:] == [
        "1 baris berbeda.",
        "Di luar barisnya berbeda pula: gaya ke-1.",
    ]


@pytest.mark.usefixtures("kantor")
def test_saved_again_with_other_packing_alone(iki: Iki) -> None:
    document = made(iki, "docx")
    with zipfile.ZipFile(document) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    answer = asked(iki, document)[1]
    assert (answer["baris_beda"], parts(answer)) == ([], [])
    assert "di luar itu: cara menyimpannya, seperti spasi atau kemasannya." in answer["keterangan"][-1]


@pytest.mark.parametrize("line", ["Capaian 150 " + "a" * 64, "iki-dokumen: Capaian 150"])
@pytest.mark.usefixtures("kantor")
def test_a_line_that_poses_as_one_about_files_is_shown(iki: Iki, line: str) -> None:
    document = made(iki, "md")
    document.write_text(document.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    code, answer = asked(iki, document)
    assert (code, len(answer["baris_beda"])) == (1, 1)


@pytest.mark.parametrize("format", ["html", "md"])
@pytest.mark.usefixtures("kantor")
def test_other_line_ends_are_no_difference(iki: Iki, format: str) -> None:
    document = made(iki, format)
    document.write_bytes(document.read_bytes().replace(b"\n", b"\r\n"))
    assert asked(iki, document)[0] == 0


@pytest.mark.usefixtures("kantor")
def test_files_gone_new_and_no_longer_used(iki: Iki) -> None:
    document = made(iki, "html")
    Path("realisasi/2019/data.csv").rename("realisasi/2019/lain.csv")
    found = states(asked(iki, document)[1])
    assert {path: state for path, state in found.items() if state != "sama"} == {
        "realisasi/2019/data.csv": "hilang",
        "realisasi/2019/lain.csv": "baru",
    }
    Path("realisasi/2019/lain.csv").rename("realisasi/2019/data.csv")
    document = made(iki, "html", "--jabatan", "kasi_umum")
    text = Path("realisasi/2019/data.csv").read_text(encoding="utf-8")
    Path("realisasi/2019/baru.csv").write_text(csv("kasi_umum,kunjungan,a,2019-S1,1"), encoding="utf-8")
    kept = "".join(
        line for line in text.splitlines(keepends=True) if not line.startswith("kasi_umum,kunjungan,a,2019-S1")
    )
    Path("realisasi/2019/data.csv").write_text(kept, encoding="utf-8")
    found = states(asked(iki, document)[1])
    assert (found["realisasi/2019/data.csv"], found["realisasi/2019/baru.csv"]) == ("berubah", "baru")


@pytest.mark.usefixtures("kantor")
def test_definitions_in_error_give_nothing_to_compare_but_the_hashes(iki: Iki) -> None:
    document = made(iki, "html")
    change("definitions/jabatan/sekcam.yaml", "formula: a / b * 100", "formula: a / tidak_ada")
    ran = iki("verifikasi", document, "--format", "json")
    answer = json.loads(ran.out)
    assert (ran.code, answer["putusan"], answer["baris_beda"]) == (1, "tidak dapat dihitung ulang", None)
    assert states(answer)["definitions/jabatan/sekcam.yaml"] == "berubah"
    assert "definisi memuat galat" in answer["keterangan"][0]
    assert "tidak_ada" in ran.err


@pytest.mark.usefixtures("kantor")
def test_a_jabatan_that_is_gone(iki: Iki) -> None:
    document = made(iki, "html", "--jabatan", "kasi_umum")
    Path("definitions/jabatan/kasi_umum.yaml").unlink()
    change("definitions/unit.yaml", "urutan: [sekcam, kasi_umum]", "urutan: [sekcam]")
    change("definitions/perjanjian/2019.yaml", "  kasi_umum:", "#")
    change("realisasi/2019/data.csv", "kasi_umum,", "#")
    code, answer = asked(iki, document)
    assert (code, answer["putusan"]) == (1, "tidak dapat dihitung ulang")
    assert states(answer)["definitions/jabatan/kasi_umum.yaml"] == "hilang"


@pytest.mark.usefixtures("kantor")
def test_of_another_version(iki: Iki) -> None:
    document = made(iki, "md")
    change(str(document), f"versi={__version__}", "versi=0.0.9")
    code, answer = asked(iki, document)
    assert (code, answer["versi_iki"]) == (1, "0.0.9")
    said = f"Dokumen dibuat iki 0.0.9, sedangkan yang terpasang {__version__}; "
    assert f"{said}bedanya dapat pula berasal dari iki sendiri." in answer["keterangan"]
    assert not any("disunting" in each for each in answer["keterangan"])


@pytest.mark.parametrize(
    "path", ["../rahasia.txt", "/etc/hostname", "bawaan:aturan/../x", "lain/berkas", "definitions/../../x"]
)
def test_nothing_outside_the_office_is_read(iki: Iki, kantor: Path, path: str) -> None:
    document = made(iki, "md")
    coded = path.replace(":", "%3A")
    change(str(document), " definitions/unit.yaml", f" {coded}")
    assert states(asked(iki, document)[1])[path] in {"di luar kantor", "hilang"}
    assert files_below(kantor)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("biasa.html", b"<!doctype html><p>Halo", "tidak membawa tanda dokumen iki"),
        ("kosong", b"", "tidak membawa tanda dokumen iki"),
        ("acak.pdf", b"%PDF-1.7\n\xff\xfe\x00", "tidak membawa tanda dokumen iki"),
        ("rusak.docx", b"PK\x03\x04rusak", "berkas ini rusak atau tidak lengkap"),
        (
            "baru.md",
            b"iki-dokumen: versi=9 jenis=ramalan format=md berkas=0",
            "dokumen ramalan (md) tidak dikenal iki ini",
        ),
        (
            "baru.md",
            b"iki-dokumen: versi=9 jenis=kamus format=xlsx berkas=0",
            "dokumen kamus (xlsx) tidak dikenal iki ini",
        ),
        (
            "tahun.md",
            b"iki-dokumen: versi=9 jenis=kinerja format=md berkas=0",
            "dokumen kinerja (md) tidak dikenal iki ini",
        ),
    ],
)
def test_what_is_no_document_of_iki(iki: Iki, kantor: Path, name: str, content: bytes, said: str) -> None:
    (kantor / name).write_bytes(content)
    ran = iki("verifikasi", name)
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err


@pytest.mark.usefixtures("kantor")
def test_a_file_that_is_not_there(iki: Iki) -> None:
    ran = iki("verifikasi", "tidak-ada.html")
    assert (ran.code, ran.err.splitlines()[0]) == (3, "iki: tidak-ada.html tidak ada")


@pytest.mark.parametrize("format", ["pdf", "docx"])
@pytest.mark.usefixtures("kantor")
def test_without_the_library_of_its_format(iki: Iki, monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    document = made(iki, format)
    monkeypatch.setattr(pustaka, "find_spec", lambda name: None)
    ran = iki("verifikasi", document)
    assert (ran.code, ran.out) == (2, "")
    assert 'pip install "iki[dokumen]"' in ran.err


def test_made_with_the_offices_own_templates(iki: Iki, kantor: Path) -> None:
    assert iki("laporan", "--salin-templat", "laporan.md.j2").code == 0
    change("templates/laporan.md.j2", "---", "Seksi kami\n\n---")
    document = made(iki, "md")
    assert "Seksi kami" in document.read_text(encoding="utf-8")
    assert asked(iki, document)[0] == 0
    Path("templates").rename("arsip")
    code, answer = asked(iki, document)
    assert (code, set(states(answer).values())) == (1, {"sama"})
    assert answer["keterangan"][1] == "Dokumen disunting sesudah dibuat, atau dibuat dengan templat lain."
    Path("templates").mkdir()
    Path("templates/laporan.md.j2").write_text("{{ tidak.ada }}", encoding="utf-8")
    ran = process("verifikasi", document, "--format", "json", cwd=kantor)  # templates are read once in a process
    assert json.loads(ran.out)["keterangan"] == [
        "Dokumen ini tidak dapat dibuat ulang: dokumen tidak dibuat: templat kantor memuat galat."
    ]


@pytest.mark.usefixtures("kantor")
def test_as_people_read_it(iki: Iki) -> None:
    document = made(iki, "md", "--jabatan", "sekcam", "--sampai", "TW2")
    change("definitions/perjanjian/2019.yaml", "surat: 95", "surat: 90")
    ran = iki("verifikasi", document)
    lines = ran.out.splitlines()
    assert lines[:6] == [
        "laporan/2019/pengukuran-2019-TW2-sekcam.md",
        f"Pengukuran Kinerja (pengukuran, md), jabatan sekcam, sampai 2019-TW2, dibuat iki {__version__}",
        "",
        "Berkas kini memberi dokumen lain: ada sumber yang berubah sejak dokumen ini dibuat.",
        next(line for line in lines if line.endswith(" baris berbeda.")),
        "",
    ]
    assert "  berubah  definitions/perjanjian/2019.yaml" in lines
    assert any("[-95-] {+90+}" in line for line in lines)
    command = "iki laporan --jenis pengukuran --format md --jabatan sekcam --tahun 2019 --sampai TW2 --keluaran baru"
    assert lines[-1] == f"Dokumen menurut berkas sekarang: {command.removesuffix('baru')}DIR"
    assert iki(*command.split()[1:]).code == 0
    assert asked(iki, Path("baru/pengukuran-2019-TW2-sekcam.md"))[0] == 0
