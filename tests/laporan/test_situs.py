"""The site: every page can be reached, every link leads somewhere, every number stands in words with its place."""

import posixpath
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from kantor_laporan import FILES, Page
from kantor_uji import csv, lay_out
from test_dokumen import HOSTILE, PEOPLE_WRITE

from ikicli.capaian import Hasil, measure_each
from ikicli.capaian.tulisan import angka
from ikicli.definisi import load
from ikicli.laporan import Bekal
from ikicli.laporan.bahan.peta import spans
from ikicli.laporan.situs import addresses, frame, site
from ikicli.realisasi import Periode
from ikicli.realisasi.catatan import load_notes

ROOT = Path(__file__).parents[2]
LAST_YEAR = {
    "realisasi/2018/isian.csv": csv(
        "kasi,tumbuh,a,2018-S1,3", "kasi,dokumen,a,2018-TW1,512", "kasi,dokumen,a,2018-TW2,401"
    ),
    "definitions/perjanjian/2018.yaml": "tahun: 2018\ntarget: {kasi: {dokumen: 2500}}\n",
}


def material(folder: Path, sampai: Periode) -> Bekal:
    kantor = load(folder).kantor
    answers = measure_each(kantor, spans(sampai))
    results = tuple(each.hasil for each in answers if each.hasil)
    return Bekal(kantor, sampai, results, load_notes(kantor, sampai.tahun).catatan)


def pages(folder: Path, files: Mapping[str, str], sampai: Periode = Periode(2019, 4, 6)) -> dict[str, str]:  # noqa: B008
    kerangka = frame(material(lay_out(folder, dict(files)), sampai))
    made = {each.nama: str(each.isi) for each in site(kerangka)}
    assert sorted(made) == sorted(addresses(kerangka))
    return made


@pytest.fixture(scope="module")
def kromengan() -> dict[str, str]:
    """The site of the shipped office."""
    return {each.nama: str(each.isi) for each in site(frame(material(ROOT, Periode(2019, 1, 12))))}


def html(made: Mapping[str, str]) -> dict[str, Page]:
    return {name: Page(text) for name, text in made.items() if name.endswith(".html")}


def ways(name: str, page: Page) -> set[str]:
    """Where the links of a page lead, as paths from the site's folder."""
    found = (value for tag, key, value in page.attributes if key == "href" and not value.startswith("#"))
    return {posixpath.normpath(posixpath.join(posixpath.dirname(name), each)) for each in found}


def test_one_page_each(kromengan: dict[str, str]) -> None:
    counts = {kind: sum(name.startswith(kind) for name in kromengan) for kind in ("jabatan/", "indikator/")}
    assert counts == {"jabatan/": 19, "indikator/": 38}
    assert {name for name in kromengan if "/" not in name} == {"index.html", "jenjang.html", "gaya.css"}


def test_every_link_leads_somewhere_and_every_page_can_be_reached(kromengan: dict[str, str]) -> None:
    links = {name: ways(name, page) for name, page in html(kromengan).items()}
    assert {name: found - set(kromengan) for name, found in links.items() if found - set(kromengan)} == {}
    reached, ahead = set(), ["index.html"]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead.extend(links.get(name, ()))
    assert reached == set(kromengan)


def test_pages_are_well_formed_ask_for_nothing_and_can_be_read_aloud(kromengan: dict[str, str]) -> None:
    assert not re.search(r"url\(|@import|@font-face|https?:", kromengan["gaya.css"])
    for name, page in html(kromengan).items():
        assert page.problems == [], name
        assert {"header", "main", "footer", "nav", "title"} <= set(page.tags), name
        assert not {"script", "style", "img", "iframe", "object", "base", "form", "button"} & set(page.tags), name
        assert [each for each in page.attributes if each[0] == "link" and each[1] == "rel"] == [
            ("link", "rel", "stylesheet")
        ]
        assert not [each for each in page.attributes if each[1] in {"src", "srcset", "action", "style"}], name
        assert not [each for each in page.attributes if each[1].startswith("on")], name
        assert ("html", "lang", "id") in page.attributes
        ids = [value for _, key, value in page.attributes if key == "id"]
        assert len(ids) == len(set(ids)), name
        named = {id for _, key, value in page.attributes if key == "aria-labelledby" for id in value.split()}
        assert named | {"isi"} <= set(ids), name
        assert ("a", "href", "#isi") in page.attributes, name


def test_headings_come_in_order(kromengan: dict[str, str]) -> None:
    for name, page in html(kromengan).items():
        levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_every_drawing_has_a_name(kromengan: dict[str, str]) -> None:
    for name, page in html(kromengan).items():
        hidden = page.attributes.count(("svg", "aria-hidden", "true"))
        assert page.tags.count("desc") == page.tags.count("svg") - hidden, name


def test_the_cascade_can_be_walked_and_read_as_a_list(kromengan: dict[str, str]) -> None:
    text = kromengan["jenjang.html"]
    drawing, rest = text.split("</svg>\n</div>", maxsplit=1)
    for name in kromengan:
        if "/" in name:
            assert drawing.count(f'<a href="{name}">') == 1, name
            assert rest.count(f'href="{name}"') == 1, name
    assert 'role="img"' not in drawing.split("<figure", maxsplit=1)[1].split(">\n<title", maxsplit=1)[0]


def figures(hasil: Hasil, name: str) -> set[str]:
    id, _, key = name.removeprefix("indikator/").removesuffix(".html").partition(".")
    (one,) = (each for each in hasil.indikator() if (each.jabatan, each.indikator.id) == (id, key))
    return {angka(each, hasil.aturan.digit) for each in (one.realisasi, one.capaian) if each is not None}


def test_the_page_of_an_indicator_has_its_numbers_through_each_period_with_their_places(
    kromengan: dict[str, str],
) -> None:
    bekal = material(ROOT, Periode(2019, 1, 12))
    for name, text in kromengan.items():
        if name.startswith("indikator/"):
            table = Page(text.split('<table class="tabel-tren">')[1].split("</table>")[0]).text.split()
            for hasil in bekal.hasil:
                assert figures(hasil, name) <= set(table), name
            assert "definitions/perjanjian/2019.yaml" in text


def test_every_page_says_which_files_it_was_made_from(kromengan: dict[str, str]) -> None:
    for name, text in kromengan.items():
        if name.endswith(".html"):
            assert len(re.findall('class="sidik">[0-9a-f]{64}<', text)) >= 4, name
    assert "realisasi/2019/contoh_unit.csv" in kromengan["indikator/sekcam.tingkat_kehadiran.html"]
    assert "realisasi/2019/contoh_unit.csv" not in kromengan["indikator/kasi_trantib.pembinaan_linmas.html"]


def test_every_page_with_example_numbers_says_so(tmp_path: Path, kromengan: dict[str, str]) -> None:
    assert all("ANGKA CONTOH:" in text for name, text in kromengan.items() if name.endswith(".html"))
    mixed = pages(tmp_path, FILES)
    marked = {name for name, text in mixed.items() if "ANGKA CONTOH:" in text}
    assert marked == {"index.html", "jenjang.html", "jabatan/kasi.html", "indikator/kasi.dokumen.html"}


def test_example_numbers_of_last_year_mark_the_page_too(tmp_path: Path) -> None:
    files = {name: text for name, text in FILES.items() if name != "realisasi/2019/contoh.csv"}
    files |= LAST_YEAR | {
        "realisasi/2019/isian.csv": FILES["realisasi/2019/isian.csv"] + "kasi,dokumen,a,2019-01,1000\n",
        "realisasi/2018/contoh.csv": LAST_YEAR["realisasi/2018/isian.csv"],
        "realisasi/2018/isian.csv": csv(),
    }
    made = pages(tmp_path, files)
    assert "ANGKA CONTOH:" in made["indikator/kasi.dokumen.html"]
    assert "ANGKA CONTOH:" not in made["indikator/kasi.nilai.html"]


def test_last_year_stands_beside(tmp_path: Path) -> None:
    made = pages(tmp_path, FILES | LAST_YEAR)
    text = made["indikator/kasi.dokumen.html"]
    assert re.findall(r"<td data-judul=\"Tahun 2018\" class=\"n\">(\S+)</td>", text) == ["512", "913"]
    assert text.count('class="titik-lalu"') == 2
    assert "Tahun 2018" not in made["indikator/sekcam.hadir.html"]
    assert "realisasi/2018/isian.csv" in text


def test_who_has_not_reported(tmp_path: Path) -> None:
    home = pages(tmp_path, FILES)["index.html"]
    part = home.split("Data yang belum ada</h2>")[1].split("</section>")[0]
    assert '<a href="jabatan/sekcam.html">Sekretaris</a><small>Pelanggaran: 3 periode</small>' in part


def test_supports_lead_both_ways(kromengan: dict[str, str]) -> None:
    above = kromengan["indikator/sekcam.tingkat_kehadiran.html"].split("Didukung oleh</h3>")[1]
    assert '<a href="../indikator/kasubag_umum.kehadiran_pns.html">' in above.split("</ul>")[0]
    below = kromengan["indikator/kasubag_umum.kehadiran_pns.html"].split("Mendukung</h3>")[1]
    assert '<a href="../indikator/sekcam.tingkat_kehadiran.html">' in below.split("</ul>")[0]


def test_why_there_is_no_number(tmp_path: Path) -> None:
    made = pages(tmp_path, FILES)
    assert "tidak berlaku pada tahun 2019: tidak dianggarkan" in made["indikator/kasi.layanan.html"]
    nothing = made["indikator/kasi.layanan.html"]
    assert '<figure class="tren">' not in nothing
    assert '<table class="tabel-tren">' in nothing


def tags(text: str) -> list[str]:
    """The tags of a page, less the lines of a letterhead and of names in a drawing, which may differ."""
    return [tag for tag in Page(text).tags if tag not in {"p", "text"}]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_itself(tmp_path: Path, text: str) -> None:
    written = "".join(f"\\u{ord(one):04x}" for one in text)
    office = {
        name: PEOPLE_WRITE.sub(lambda _: f'"awal {written} akhir"', yaml) if name.endswith(".yaml") else yaml
        for name, yaml in FILES.items()
    }
    plain = {
        name: PEOPLE_WRITE.sub(lambda _: '"awal akhir"', yaml) if name.endswith(".yaml") else yaml
        for name, yaml in FILES.items()
    }
    made, calm = pages(tmp_path / "a", office), pages(tmp_path / "b", plain)
    assert made.keys() == calm.keys()
    for name in made:
        if name.endswith(".html"):
            page = Page(made[name])
            assert page.problems == []
            if "$" not in text:
                assert tags(made[name]) == tags(calm[name]), name
                assert " ".join(text.split()) in page.text, name
    assert made["gaya.css"] == calm["gaya.css"]
