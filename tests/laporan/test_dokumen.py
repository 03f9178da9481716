"""Documents as wholes: those of the small office, of hostile text, and of the shipped office."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from kantor_laporan import FILES, PERJANJIAN, Page, made, material, result, strange
from markdown_it import MarkdownIt

from ikicli.capaian import Hasil, measure
from ikicli.capaian.tulisan import angka, target
from ikicli.definisi import load
from ikicli.laporan import FORMAT, JENIS, documents
from ikicli.laporan.templat import SalahTemplat
from ikicli.realisasi import parse_sampai

ROOT = Path(__file__).parents[2]
MD = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shipped(sampai: str = "2019") -> Hasil:
    span = parse_sampai(sampai, 2019)
    assert span is not None
    hasil = measure(load(ROOT).kantor, span).hasil
    assert hasil is not None
    return hasil


@pytest.fixture(scope="module")
def kromengan() -> Hasil:
    return shipped()


def test_one_for_each_jabatan_and_one_for_the_office(kromengan: Hasil) -> None:
    names = [f"kinerja-2019-{each.jabatan.id}.html" for each in kromengan.jabatan]
    assert [name for name, _ in documents(material(kromengan), "kinerja", "html")] == [*names, "kinerja-2019.html"]
    assert len(names) == 19


def test_only_those_asked_for(tmp_path: Path) -> None:
    found = documents(material(result(tmp_path)), "kinerja", "md", jabatan=["sekcam"])
    assert [name for name, _ in found] == ["kinerja-2019-TW2-sekcam.md"]


def test_the_table_of_documents() -> None:
    assert " ".join(JENIS) == "kinerja perjanjian rencana-aksi pengukuran lampiran keputusan kamus lkjip evaluasi"
    assert FORMAT == ("html", "md", "pdf", "docx", "xlsx")


def test_a_part_of_the_office_says_the_same_as_the_whole(tmp_path: Path) -> None:
    hasil = result(tmp_path)
    assert list(documents(material(hasil), "kinerja", "html", jabatan=["kasi"])) == [
        (name, text) for name, text in made(hasil).items() if name.endswith("-kasi.html")
    ]


def numbers(hasil: Hasil, of: str | None) -> Iterator[str]:
    """Every number that a document must show, as it must show it."""
    digit = hasil.aturan.digit
    for jabatan in hasil.jabatan:
        if of in (jabatan.jabatan.id, None):
            yield from (angka(each, digit) for each in [jabatan.capaian] if each is not None)
            for each in jabatan.indikator:
                values: list[Fraction | None] = [each.realisasi, each.capaian, each.capaian_tahun]
                yield from (angka(value, digit) for value in values if value is not None)
                yield from (target(agreed) for agreed in (each.target, each.target_tahun) if agreed is not None)
    if of is None and hasil.capaian is not None:
        yield angka(hasil.capaian, digit)


def stands_in(number: str, text: str) -> bool:
    return re.search(rf"(?<![\d,.]){re.escape(number)}(?![\d]|[,.]\d)", text) is not None


@pytest.mark.parametrize("sampai", ["2019", "TW2", "02"])
def test_every_number_of_the_shipped_office_appears(sampai: str) -> None:
    hasil = shipped(sampai)
    pages, plain = made(hasil), made(hasil, "md")
    for id in [None, *(each.jabatan.id for each in hasil.jabatan)]:
        name = f"kinerja-{hasil.sampai.teks}{f'-{id}' if id else ''}"
        texts = Page(pages[f"{name}.html"]).text, plain[f"{name}.md"]
        assert not [each for each in numbers(hasil, id) if not all(stands_in(each, text) for text in texts)], name


@pytest.mark.parametrize("jenis", JENIS)
def test_pages_are_well_formed_and_ask_for_nothing(kromengan: Hasil, jenis: str) -> None:
    for name, html in made(kromengan, jenis=jenis).items():
        page = Page(html)
        assert (page.problems, html[:15]) == ([], "<!DOCTYPE html>"), name
        assert {"header", "main", "section", "table", "caption"} <= set(page.tags), name
        assert not {"script", "link", "img", "iframe", "object", "base"} & set(page.tags), name
        assert not [each for each in page.attributes if each[1] in {"src", "href", "srcset", "action", "style"}], name
        assert not [each for each in page.attributes if each[1].startswith("on")], name
        assert not re.search(r"url\(|@import|@font-face", html), name
        ids = [value for _, key, value in page.attributes if key == "id"]
        assert len(ids) == len(set(ids)), name
        named = {id for _, key, value in page.attributes if key == "aria-labelledby" for id in value.split()}
        assert named <= set(ids), name
        assert not [
            each for each in page.attributes if each[1] == "scope" and each[2] not in {"col", "row", "colgroup"}
        ]


def test_every_chart_has_its_words(tmp_path: Path) -> None:
    for html in made(result(tmp_path)).values():
        page = Page(html)
        charts = page.tags.count("svg")
        assert charts
        assert (page.tags.count("desc"), page.attributes.count(("svg", "role", "img"))) == (charts, charts)


def test_the_warning_is_there_exactly_when_numbers_are_examples(tmp_path: Path) -> None:
    mixed = result(tmp_path / "a")
    real = result(
        tmp_path / "b", **{"realisasi/2019/contoh.csv": FILES["realisasi/2019/unit.csv"].splitlines()[0] + "\n"}
    )
    every = result(tmp_path / "c", **{"definitions/perjanjian/2019.yaml": f"contoh: true\n{PERJANJIAN}"})
    for format in ("html", "md"):
        marked = {name.split(".")[0]: text.count("ANGKA CONTOH") > 0 for name, text in made(mixed, format).items()}
        assert marked == {"kinerja-2019-TW2-kasi": True, "kinerja-2019-TW2-sekcam": False, "kinerja-2019-TW2": True}
        assert "angka contoh" in made(mixed, format)[f"kinerja-2019-TW2.{format}"]
        assert not [text for text in made(real, format).values() if "angka contoh" in text.casefold()]
        assert all("ANGKA CONTOH:" in text for text in made(every, format).values())


HOSTILE = [
    "<script>alert('x')</script>", "{{7*7}}{% raw %}", "a | b | c", "=cmd()|'/c calc'!A1", "\u202ekanan ke kiri",
    "\u2067terbuka", "&amp; \"kutip\" 'tunggal' <b>", "# judul", "1. satu", "--- ", "`kode` *tebal* _miring_ ~~coret~~",
    "[tautan](http://x)", "x" * 300, "$\\frac{a}{b}$", "</title></style><svg onload=a>",
]  # fmt: skip

PEOPLE_WRITE = re.compile(
    r"""(?<=nama:[ ])(?: Nama[ ]\w+\. | Dokumen[ ]selesai | Nilai[ ]survei | Baik\.? | Bagian | Hari[ ]hadir )
    | (?<=nama:[ ])"BUDI.*?"
    | (?<=tugas:[ ]\[)Bekerja\. | (?<=fungsi:[ ]\[)Bekerja\. | (?<=sumber_data:[ ]\[)Arsip\.
    | (?<=jabatan:[ ])(?: Camat[ ]Uji | Sekretaris[ ]Kecamatan[ ]Uji ) | (?<=unit:[ ])Kecamatan[ ]Uji
    | (?<=kabupaten:[ ]).* | (?<=alamat:[ ])[^,]+ | (?<=tidak_berlaku:[ ])[^}]+ | (?<=tafsir:[ ]).*
    | (?<=dibaca:[ ]).* | (?<=aturan:[ ])Kaidah[ ]Uji | (?<=pangkat:[ ])Penata[ ]Tingkat[ ]I | (?<=nip:[ ])"1980.*?"
    """,
    re.VERBOSE,
)


def hostile_office(text: str) -> dict[str, str]:
    """The small office with a hostile text wherever people write text."""
    written = "".join(f"\\u{ord(one):04x}" for one in text)
    quoted = f'"awal {written} akhir"'
    return {name: PEOPLE_WRITE.sub(lambda _: quoted, yaml) for name, yaml in FILES.items() if name.endswith(".yaml")}


def skeleton(html: str) -> list[str]:
    """The tags of a page, less the lines of a letterhead and of names in a drawing, which may differ."""
    return [tag for tag in Page(html).tags if tag not in {"p", "text"}]


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_itself(tmp_path: Path, text: str, jenis: str) -> None:
    calm, hostile = result(tmp_path / "calm"), result(tmp_path / "hostile", **hostile_office(text))
    shown = " ".join(text.split())
    pages, plain = made(hostile, jenis=jenis), made(hostile, "md", jenis)
    for name, html in made(calm, jenis=jenis).items():
        page = Page(pages[name])
        assert (page.problems, skeleton(pages[name])) == ([], skeleton(html))
        assert page.text.count(shown) > 8
    for name, md in made(calm, "md", jenis).items():
        assert texts_by_kind(plain[name]).keys() == texts_by_kind(md).keys()
        assert shapes(plain[name]) == shapes(md)
        assert " ".join(texts_by_kind(plain[name])["inline"].split()).count(shown) > 8


def shapes(md: str) -> list[str]:
    """The blocks of a Markdown document in order."""
    return [token.type for token in MD.parse(md)]


def texts_by_kind(md: str) -> dict[str, str]:
    """The text of a Markdown document, by the kind of block it stands in."""
    found: dict[str, str] = {}
    for token in MD.parse(md):
        inside = "".join(child.content or " " for child in token.children or ())
        found[token.type] = found.get(token.type, "") + " " + inside
    return found


def test_a_turned_name_turns_no_number_beside_it(tmp_path: Path) -> None:
    page = Page(made(result(tmp_path, **hostile_office("\u202e")))["kinerja-2019-TW2-sekcam.html"]).text
    assert re.search("\u2066awal \u202e akhir\u2069, target 0, realisasi 3", page)
    assert re.search("\u2066awal \u202e akhir\u2069, Telepon 0341123456", page)


def test_control_characters_cannot_reach_a_page(tmp_path: Path) -> None:
    [naskah] = strange(tmp_path, "bel\x07 esc\x1b[31m nel\x85 nul\x00 lone\ud800")
    for format in ("html", "md"):
        page = JENIS["kinerja"].penulis[format](naskah, None)
        assert isinstance(page, str)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", page)
        assert "bel␇ esc␛" in page


def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = sys.argv[2:]; from pathlib import Path;"
        "from kantor_laporan import result, written; from ikicli.laporan import JENIS;"
        "hasil = result(Path(sys.argv[1])); pages = [written(hasil, f, j) for j in JENIS for f in JENIS[j].penulis];"
        "print(hashlib.sha256(repr(pages).encode()).hexdigest())"
    )
    paths = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests/laporan")]
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path), *paths],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert len(set(runs)) == 1


def test_jinja_is_not_loaded_before_a_document_is_written() -> None:
    code = "import sys, ikicli.laporan; print('jinja2' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_sources_are_hashed_by_their_text(tmp_path: Path) -> None:
    md = made(result(tmp_path), "md")["kinerja-2019-TW2-sekcam.md"]
    listed = dict(re.findall(r"^\| (\S+) \| [^|]+ \| (\w{64}) \|$", md, re.MULTILINE))
    assert list(listed) == [
        "definitions/unit.yaml", "definitions/jabatan/sekcam.yaml", "definitions/perjanjian/2019.yaml",
        "definitions/aturan/uji.yaml", "realisasi/2019/isian.csv", "realisasi/2019/unit.csv",
        "realisasi/2019/catatan.yaml",
    ]  # fmt: skip
    assert all(listed[name] == hashlib.sha256(FILES[name].encode()).hexdigest() for name in listed)


def test_line_ends_change_no_document(tmp_path: Path) -> None:
    crlf = {name: text.replace("\n", "\r\n") for name, text in FILES.items()}
    assert made(result(tmp_path / "a")) == made(result(tmp_path / "b", **crlf))


def test_a_shipped_rule_set_is_named_as_such(kromengan: Hasil) -> None:
    assert "| bawaan:aturan/lkjip.yaml | Aturan capaian |" in made(kromengan, "md")["kinerja-2019-sekcam.md"]


def test_a_missed_zero_is_named_beside_the_mean(tmp_path: Path) -> None:
    for name in ("kinerja-2019-TW2-sekcam.html", "kinerja-2019-TW2.html"):
        assert "Target nol terlewati: Nama pelanggaran" in made(result(tmp_path))[name]


def test_an_office_of_which_nothing_is_known_yet(tmp_path: Path) -> None:
    empty = dict.fromkeys(
        (name for name in FILES if name.endswith(".csv")), "jabatan,indikator,variabel,periode,nilai\n"
    )
    hasil = result(tmp_path, **empty, **{"definitions/perjanjian/2019.yaml": "tahun: 2019\n"})
    assert "Belum satu pun jabatan mempunyai capaian." in made(hasil)["kinerja-2019-TW2.html"]
    page = Page(made(hasil)["kinerja-2019-TW2-sekcam.html"]).text
    assert "Belum satu pun indikator dapat dihitung." in page
    assert "Pejabat belum dicatat dalam Perjanjian Kinerja 2019" in page


def test_no_day_of_signing_is_invented(tmp_path: Path) -> None:
    assert "Ujung, ............................" in Page(made(result(tmp_path))["kinerja-2019-TW2.html"]).text


def with_template(folder: Path, name: str, text: str) -> Path:
    path = folder / "templat" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder / "templat"


def test_an_extra_folder_wins_part_by_part(tmp_path: Path) -> None:
    folder = with_template(
        tmp_path, "parts/kepala.html.j2", "<header><p>Kop sendiri {{ naskah.kepala.unit }}</p></header>\n"
    )
    [(_, text)] = documents(material(result(tmp_path)), "kinerja", "html", jabatan=["sekcam"], templat=folder)
    assert isinstance(text, str)
    assert "Kop sendiri KECAMATAN UJI" in text
    assert "Tabel" not in text
    assert "Pengukuran Kinerja" in text


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ naskah.tidak_ada }}", "`tidak_ada` tidak ada dalam Naskah"),
        ("{{ naskah.contoh }}", "yang dicetak di sini tidak ada"),
        ("{{ naskah.__class__.__mro__ }}", "tidak diizinkan"),
        ("{{ naskah.bagian.__getitem__ }}", "tidak diizinkan"),
    ],
)
def test_a_wrong_template_is_an_error_not_a_gap(tmp_path: Path, template: str, said: str) -> None:
    folder = with_template(tmp_path, "laporan.html.j2", template)
    with pytest.raises(SalahTemplat, match=said):
        list(documents(material(result(tmp_path)), "kinerja", "html", jabatan=["sekcam"], templat=folder))


def test_last_year_stands_beside_this_one(tmp_path: Path) -> None:
    before = "kasi,nilai,n,2018-TW2,60\nkasi,dokumen,a,2018-03,1000\n"
    files = {
        "realisasi/2018/isian.csv": FILES["realisasi/2018/isian.csv"] + before,
        "definitions/perjanjian/2018.yaml": "tahun: 2018\ncontoh: true\ntarget: {kasi: {nilai: 75}}\n",
    }
    html, md = (made(result(tmp_path, **files), format) for format in ("html", "md"))
    page, plain = Page(html["kinerja-2019-TW2-kasi.html"]).text, md["kinerja-2019-TW2-kasi.md"]
    for said in (
        "angka tahun 2018 (angka contoh) pada rentang yang sama dihitung dengan definisi sekarang",
        "Tahun lalu, Januari s.d. Juni 2018: 80 (Tinggi), dihitung dengan definisi sekarang; ",
        "definitions/perjanjian/2018.yaml",
        "realisasi/2018/isian.csv",
        "bawaan:aturan/lkjip.yaml",
    ):
        assert (said in page, said in plain) == (True, True), said
    assert "| 80–90 | 85 (2018: 60) | 100 (2018: 80) | Baik; target setahun; 2018: data 3 dari 6 bulan |" in plain
    assert "| 1.234,5 (2018: 1.000) | 85,14 (setahun 42,57) |" in plain
    assert "2018: 60" in page
    assert "Tahun lalu" not in md["kinerja-2019-TW2-sekcam.md"]
    assert "definitions/perjanjian/2018.yaml" not in md["kinerja-2019-TW2-sekcam.md"]
