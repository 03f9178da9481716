"""The definitions say what the decree says, word for word and in its order.

The decree is read here by a small parser of its own, so that nothing of the program vouches for itself. YAML is read
as text, as the program reads it.
"""

import hashlib
import re
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

DEFINITIONS = Path(__file__).parents[1] / "definitions"
DECREE = (DEFINITIONS / "keputusan.md").read_text(encoding="utf-8")
HEAD, *ANNEX = DECREE.split("1. Jabatan : ")


class Indikator(NamedTuple):
    """A row of the decree's table, less its first column."""

    nama: str
    penjelasan: str
    sumber_data: tuple[str, ...]


class Jabatan(NamedTuple):
    """What the annex says of one jabatan; a sasaran is its name and its indicators."""

    nama: str
    tugas: tuple[str, ...]
    fungsi: tuple[str, ...]
    sasaran: tuple[tuple[str, tuple[Indikator, ...]], ...]


def between(text: str, start: str, end: str) -> str:
    """What stands after the first `start` and before the next `end`."""
    return text.split(start, 1)[1].split(end, 1)[0]


def found(pattern: str, text: str) -> tuple[str, ...]:
    """The groups of a pattern that stands in the text exactly once."""
    (match,) = re.finditer(pattern, text, re.MULTILINE)
    return match.groups()


def listed(text: str) -> tuple[str, ...]:
    """The items of a list, whose first may stand on the line of its heading."""
    return tuple(re.findall(r"^(?: *: )? *- (.+?) *$", text, re.MULTILINE))


def sources(cell: str) -> tuple[str, ...]:
    """A cell of sources: one text, or the items of an HTML list."""
    return tuple(re.findall(r"<li>- (.+?)</li>", cell)) or (cell,)


def grouped(rows: Iterable[str]) -> tuple[tuple[str, tuple[Indikator, ...]], ...]:
    """The table's rows by sasaran; an empty first cell continues the sasaran above."""
    groups: list[tuple[str, list[Indikator]]] = []
    for row in rows:
        sasaran, nama, penjelasan, sumber_data = row.split("\t")
        if sasaran:
            groups.append((sasaran, []))
        groups[-1][1].append(Indikator(nama, penjelasan, sources(sumber_data)))
    return tuple((sasaran, tuple(indikator)) for sasaran, indikator in groups)


def jabatan_of_decree(section: str) -> Jabatan:
    """One section of the annex."""
    _heading, *rows = [line for line in section.splitlines() if "\t" in line]
    return Jabatan(
        nama=between(section, "**", "**"),
        tugas=listed(between(section, "2. Tugas", "3. Fungsi")),
        fungsi=listed(between(section, "3. Fungsi", "SASARAN/KINERJA UTAMA")),
        sasaran=grouped(rows),
    )


def diktum_of_decree() -> list[dict[str, Any]]:
    """The decisions: which, their text, and where there are any the lettered items below."""
    text = between(HEAD, "Menetapkan\n", "Ditetapkan di")
    decisions = []
    for ke, body in re.findall(r"^(KE[A-Z]+)\n\n: (.+?)(?=\n\nKE|\Z)", text, re.MULTILINE | re.DOTALL):
        isi, *rest = body.strip().splitlines()
        butir = [re.sub(r"^[a-z]\. ", "", item) for item in listed("\n".join(rest))]
        decisions.append({"ke": ke, "isi": isi} | ({"butir": butir} if butir else {}))
    return decisions


def read(path: str) -> dict[str, Any]:
    """A file of the definitions, every scalar as its text."""
    content = yaml.load((DEFINITIONS / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(content, dict)
    return content


def jabatan_of_file(content: dict[str, Any]) -> Jabatan:
    """The part of a jabatan file that is the decree's."""
    return Jabatan(
        nama=content["jabatan"],
        tugas=tuple(content["tugas"]),
        fungsi=tuple(content["fungsi"]),
        sasaran=tuple(
            (
                sasaran["nama"],
                tuple(Indikator(i["nama"], i["penjelasan"], tuple(i["sumber_data"])) for i in sasaran["indikator"]),
            )
            for sasaran in content["sasaran"]
        ),
    )


UNIT = read("unit.yaml")
URUTAN: list[str] = UNIT["urutan"]


def indikator(key: str) -> dict[str, Any]:
    """The declared indicator `jabatan.indikator`."""
    jabatan, name = key.split(".")
    (declared,) = (i for s in read(f"jabatan/{jabatan}.yaml")["sasaran"] for i in s["indikator"] if i["id"] == name)
    assert isinstance(declared, dict)
    return declared


def test_the_decree_is_the_one_that_was_transcribed() -> None:
    digest = hashlib.sha256(DECREE.encode()).hexdigest()
    assert digest == "69970a627d7d1e9a0688f3a953b5963bca37994f858a8bdcff9e1a022073c2e6"


def test_urutan_names_every_file_once() -> None:
    assert sorted(URUTAN) == sorted(path.stem for path in (DEFINITIONS / "jabatan").iterdir())
    assert len(URUTAN) == len(ANNEX)


@pytest.mark.parametrize(("jabatan", "section"), list(zip(URUTAN, ANNEX, strict=False)), ids=URUTAN)
def test_jabatan_is_verbatim(jabatan: str, section: str) -> None:
    assert jabatan_of_file(read(f"jabatan/{jabatan}.yaml")) == jabatan_of_decree(section)


def test_nothing_is_lost() -> None:
    office = [jabatan_of_file(read(f"jabatan/{jabatan}.yaml")) for jabatan in URUTAN]
    assert len(office) == 19
    assert sum(len(jabatan.tugas) for jabatan in office) == 98
    assert sum(len(jabatan.fungsi) for jabatan in office) == 34
    assert sum(len(jabatan.sasaran) for jabatan in office) == 23
    assert sum(len(rows) for jabatan in office for _, rows in jabatan.sasaran) == 38


@pytest.mark.parametrize("section", ANNEX, ids=URUTAN)
def test_every_word_of_the_annex_is_read(section: str) -> None:
    jabatan = jabatan_of_decree(section)
    rows = [row for _, indikator in jabatan.sasaran for row in indikator]
    texts = [jabatan.nama, *jabatan.tugas, *jabatan.fungsi, *(nama for nama, _ in jabatan.sasaran)]
    texts += [text for row in rows for text in (row.nama, row.penjelasan, *row.sumber_data)]
    left = section
    for text in sorted(texts, key=len, reverse=True):
        left = left.replace(text, "", 1)
    frame = "SASARAN/KINERJA UTAMA|INDIKATOR KINERJA (UTAMA|INDIVIDU)|PENJELASAN/FORMULASI PENGHITUNGAN|SUMBER DATA"
    assert re.sub(rf"{frame}|<[^>]*>|2\. Tugas|3\. Fungsi|[*#:\s-]", "", left) == ""


def test_letterhead() -> None:
    alamat, telepon = found(r"^(Jalan .+) ☎ (\d+) *$", HEAD)
    email, situs = found(r"^Email : \[(.+)\]\(.+\) Website : <(.+)> *$", HEAD)
    place, kode_pos = found(r"^([A-Z]+) (\d{5})$", HEAD)
    assert UNIT["kop"] == {
        "alamat": alamat,
        "telepon": telepon,
        "email": email,
        "situs": situs,
        "kode_pos": kode_pos,
    }
    assert f"**PEMERINTAH {UNIT['kabupaten'].upper()}**  \n**{UNIT['unit'].upper()}**\n" in HEAD
    assert UNIT["unit"].upper() == f"KECAMATAN {place}"


def test_number_title_and_signature() -> None:
    decree = UNIT["keputusan"]
    title = between(HEAD, "**TENTANG**", "- Menimbang")
    place, date = found(r"^Ditetapkan di : (.+)\n\nPada Tanggal : (.+)$", HEAD)
    assert (decree["nomor"],) == found(r"^\*\*NOMOR: (.+)\*\*$", HEAD)
    assert decree["tentang"] == " ".join(title.replace("*", "").split())
    assert decree["ditetapkan"] == f"{place}, {date}"
    assert HEAD.split("Pada Tanggal")[1].split("**")[1::2][:2] == [
        UNIT["pimpinan"]["jabatan"].upper(),
        UNIT["pimpinan"]["nama"],
    ]


def test_considerations_and_legal_basis() -> None:
    menimbang = listed(between(HEAD, "**\n\n- Menimbang", "- Mengingat").replace(" : ", "- ", 1))
    mengingat = re.split(r"^\d+\. ", between(HEAD, "- Mengingat : ", "####"), flags=re.MULTILINE)[1:]
    assert UNIT["keputusan"]["menimbang"] == [re.sub(r"^[a-z]\. ", "", item) for item in menimbang]
    assert UNIT["keputusan"]["mengingat"] == [" ".join(item.split()) for item in mengingat]
    assert [len(UNIT["keputusan"][part]) for part in ("menimbang", "mengingat")] == [2, 10]


def test_decisions() -> None:
    assert UNIT["keputusan"]["diktum"] == diktum_of_decree()
    assert [len(decision.get("butir", ())) for decision in diktum_of_decree()] == [0, 2, 5, 0]


def share_present(pegawai: Fraction, hari_kerja_efektif: Fraction, tidak_hadir: Fraction) -> Fraction:
    """Attendance in percent of the decree's 240 days, with absence as person-days."""
    return (pegawai * hari_kerja_efektif - tidak_hadir) / (240 * pegawai) * 100


def days_present(pegawai: Fraction, hari_kerja_efektif: Fraction, tidak_hadir: Fraction) -> Fraction:
    """Days attended, a head."""
    return (pegawai * hari_kerja_efektif - tidak_hadir) / pegawai


@pytest.mark.parametrize(
    ("key", "by_hand", "hasil"),
    [("sekcam.tingkat_kehadiran", share_present, "98.75"), ("kasubag_umum.kehadiran_pns", days_present, "237")],
)
def test_attendance_examples_by_hand(key: str, by_hand: Any, hasil: str) -> None:
    examples = indikator(key)["uji"]
    masukan = {"pegawai": "20", "hari_kerja_efektif": "240", "tidak_hadir": "60"}
    assert examples[0] == {"masukan": masukan, "hasil": hasil}
    for example in examples:
        exact = by_hand(**{name: Fraction(value) for name, value in example["masukan"].items()})
        assert abs(exact - Fraction(example["hasil"])) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("key", "exact", "printed"),
    [
        ("sekcam.tingkat_kehadiran", Fraction(20 * (240 - 60), 240 * 20) * 100, "75,00"),
        ("kasubag_umum.kehadiran_pns", Fraction(20 * (240 - 60), 20), "180"),
    ],
)
def test_the_reading_says_what_the_letter_would_give(key: str, exact: Fraction, printed: str) -> None:
    assert exact == Fraction(printed.replace(",", "."))
    assert f"bila dibaca harfiah, hasilnya {printed}" in indikator(key)["tafsir"]
