"""The office's own templates: they win, they are fenced in, and what is wrong in one is a finding at its line."""

import os
from pathlib import Path

import pytest
from kantor_uji import lay_out
from perintah_uji import Iki

KEPALA = "templates/parts/kepala.html.j2"


def test_an_own_part_wins_and_the_rest_stays_as_shipped(iki: Iki, kantor: Path) -> None:
    lay_out(kantor, {KEPALA: "<header><p>KOP {{ naskah.kepala.unit }}</p></header>\n"})
    assert iki("laporan", "--keluaran", "a").code == 0
    page = (kantor / "a/kinerja-2019.html").read_text(encoding="utf-8")
    assert "<header><p>KOP KECAMATAN UJI</p></header>" in page
    assert 'class="judul"' in page


def test_the_site_and_the_drawing_take_them_too(iki: Iki, kantor: Path) -> None:
    lay_out(
        kantor, {"templates/situs/gaya.css.j2": "body { color: red }\n", "templates/pohon.svg.j2": "<svg>x</svg>\n"}
    )
    assert iki("situs", "s").code == 0
    assert (kantor / "s/gaya.css").read_text(encoding="utf-8") == "body { color: red }\n"
    assert iki("pohon", "--format", "svg").out == "<svg>x</svg>\n"


@pytest.mark.parametrize(
    ("template", "place", "said"),
    [
        ("<p>\n{% endfo %}\n</p>\n", "2:4", "susunan templat salah (kata Jinja: Encountered unknown tag 'endfo'"),
        ("<p>\n{{ naskah.kepala.nama }}", "2:18", "`nama` tidak ada dalam KepalaSurat"),
        ("{{ tak_ada }}\n", "1:4", "`tak_ada` tidak ada"),
        ("a\n\n  {{ naskah.__class__ }}\n", "3:13", "templat meminta yang tidak diizinkan"),
        ("{% include 'parts/lain.html.j2' %}\n", "1:13", "templat `parts/lain.html.j2` tidak ada"),
        ("{% include '../definitions/unit.yaml' %}\n", "1:13", "templat `../definitions/unit.yaml` tidak ada"),
        ("{{ 1 / 0 }}\n", "1:1", "templat tidak dapat dijalankan (ZeroDivisionError: division by zero)"),
        ("{% for a in range(10 ** 9) %}{% endfor %}\n", "1:1", "templat tidak dapat dijalankan (OverflowError"),
        ("{% include 'parts/kepala.html.j2' %}\n", "1:1", "templat memuat dirinya sendiri tanpa akhir"),
        ("{{ naskah.jabatan }}\n", "1:1", "templat tidak dapat dijalankan (TypeError"),
    ],
)
def test_an_error_is_a_finding_and_no_document_is_written(
    iki: Iki, kantor: Path, template: str, place: str, said: str
) -> None:
    lay_out(kantor, {KEPALA: template})
    ran = iki("laporan", "--keluaran", "a")
    assert (ran.code, ran.out) == (1, "")
    assert f"{KEPALA}:{place}: galat IKI121: {said}" in ran.err
    assert "iki: dokumen tidak dibuat: templat kantor memuat galat" in ran.err
    assert not (kantor / "a").exists()
    assert iki("situs", "s").code == 0, "the site has no letterhead"


def test_an_error_in_a_later_document_leaves_the_earlier_ones_unwritten_too(iki: Iki, kantor: Path) -> None:
    lay_out(kantor, {KEPALA: "{% if naskah.jabatan == 'kasi_umum' %}{{ salah }}{% endif %}\n"})
    assert iki("laporan", "--keluaran", "a").code == 1
    assert not (kantor / "a").exists()


def test_what_a_shipped_part_misses_in_an_own_one_stands_where_it_is_missed(iki: Iki, kantor: Path) -> None:
    lay_out(kantor, {"templates/parts/rumus.html.j2": "{# kosong #}\n"})
    ran = iki("laporan", "--jenis", "kamus", "--keluaran", "a")
    assert ran.code == 1
    assert "parts/kamus.html.j2:" in ran.err
    assert "does not export the requested name 'tulisan'" in ran.err


def test_a_template_that_is_no_text(iki: Iki, kantor: Path) -> None:
    lay_out(kantor, {KEPALA: ""})
    (kantor / KEPALA).write_bytes(b"<p>\xe9</p>")
    ran = iki("laporan", "--keluaran", "a")
    assert ran.code == 1
    assert f"{KEPALA}:1:4: galat IKI101" in ran.err


def test_text_stays_text_in_an_own_template(iki: Iki, kantor: Path) -> None:
    lay_out(kantor, {KEPALA: "{{ '<b>' ~ naskah.kepala.unit ~ '</b>' }}\n"})
    assert iki("laporan", "--keluaran", "a").code == 0
    assert "&lt;b&gt;KECAMATAN UJI&lt;/b&gt;" in (kantor / "a/kinerja-2019.html").read_text(encoding="utf-8")


def test_a_shipped_template_is_copied_to_begin_with_and_changes_nothing(iki: Iki, kantor: Path) -> None:
    assert iki("laporan", "--keluaran", "a").code == 0
    for trial in ([], ["--coba"]):
        (kantor / KEPALA).unlink(missing_ok=True)
        ran = iki("laporan", "--salin-templat", "parts/kepala.html.j2", *trial)
        assert (ran.code, ran.out) == (0, f"{KEPALA}\n")
        assert (kantor / KEPALA).exists() is not bool(trial)
    iki("laporan", "--salin-templat", "parts/kepala.html.j2")
    assert iki("laporan", "--keluaran", "b").code == 0
    assert (kantor / "a/kinerja-2019.html").read_bytes() == (kantor / "b/kinerja-2019.html").read_bytes()
    again = iki("laporan", "--salin-templat", "parts/kepala.html.j2")
    assert (again.code, again.err.splitlines()[0]) == (1, f"iki: {KEPALA} sudah ada")


def test_a_template_that_is_not_shipped_cannot_be_copied(iki: Iki, kantor: Path) -> None:
    ran = iki("laporan", "--salin-templat", "parts/kepla.html.j2")
    assert (ran.code, ran.out) == (2, "")
    assert "mungkin maksud Anda `parts/kepala.html.j2`" in ran.err
    assert iki("laporan", "--salin-templat", "kantor/definitions/unit.yaml").code == 2


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
@pytest.mark.parametrize("link", ["templates", "templates/parts", KEPALA])
def test_a_link_out_of_the_office_is_refused(
    iki: Iki, kantor: Path, tmp_path_factory: pytest.TempPathFactory, link: str
) -> None:
    outside = lay_out(tmp_path_factory.mktemp("luar"), {KEPALA: "rahasia\n"})
    (kantor / link).parent.mkdir(parents=True, exist_ok=True)
    (kantor / link).symlink_to(outside / link)
    ran = iki("laporan", "--keluaran", "a")
    assert (ran.code, ran.out) == (3, "")
    assert "tautan ini menunjuk ke luar folder kantor" in ran.err
    assert not (kantor / "a").exists()
