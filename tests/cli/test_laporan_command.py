"""`iki laporan`: documents into a folder, their paths on stdout."""

import os
from pathlib import Path

import pytest
from kantor_uji import lay_out
from perintah_uji import KANTOR, Iki, files_below

from ikicli.cli.berkas import write_file
from ikicli.laporan import JENIS


def documents(kantor: Path) -> dict[str, bytes]:
    return {name: text for name, text in files_below(kantor).items() if name not in KANTOR}


def test_one_document_a_jabatan_and_one_of_the_office(iki: Iki, kantor: Path) -> None:
    ran = iki("laporan")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == 3
    assert set(ran.out.splitlines()) == set(documents(kantor))
    assert all(path.startswith("laporan/2019/") and path.endswith(".html") for path in ran.out.splitlines())


def test_of_one_jabatan(iki: Iki, kantor: Path) -> None:
    whole = iki("laporan", "--format", "md")
    all_of_them = documents(kantor)
    for path in whole.out.splitlines():
        Path(path).unlink()
    ran = iki("laporan", "--jabatan", "kasi_umum", "--format", "md")
    (path,) = ran.out.splitlines()
    assert documents(kantor) == {path: all_of_them[path]}


@pytest.mark.parametrize("format", ["html", "md"])
def test_into_a_folder(iki: Iki, kantor: Path, format: str) -> None:
    ran = iki("laporan", "--tahun", "2019", "--sampai", "TW2", "--format", format, "--keluaran", "arsip/lama")
    assert (ran.code, len(ran.out.splitlines())) == (0, 3)
    assert set(ran.out.splitlines()) == set(documents(kantor))
    assert all(path.startswith("arsip/lama/") and path.endswith(f".{format}") for path in ran.out.splitlines())


def test_trying_writes_nothing(iki: Iki, kantor: Path) -> None:
    ran = iki("laporan", "--coba")
    assert (ran.code, ran.err.splitlines()[0]) == (0, "iki: belum ada yang ditulis")
    assert documents(kantor) == {}
    assert iki("laporan").out == ran.out


def test_writing_again_replaces_and_leaves_nothing_else(iki: Iki, kantor: Path) -> None:
    paths = iki("laporan").out.splitlines()
    first = documents(kantor)
    Path(paths[0]).write_text("lama", encoding="utf-8")
    iki("laporan")
    assert documents(kantor) == first


def test_a_failed_write_leaves_the_old_document(iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    iki("laporan")
    before = documents(kantor)

    def fail(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", fail)
    ran = iki("laporan", "--sampai", "TW1")
    assert ran.code == 3
    assert ran.err.startswith("iki: laporan/2019/")
    assert ".html tidak boleh dibuka\n     saran: tutup program lain yang memakainya (Excel)" in ran.err
    assert documents(kantor) == before


def test_an_interrupted_write_leaves_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.html", "baru")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_what_is_written_obeys_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_file(tmp_path / "a.html", b"isi\r\n")
    finally:
        os.umask(before)
    assert (tmp_path / "a.html").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "a.html").read_bytes() == b"isi\r\n"


@pytest.mark.parametrize("folder", ["berkas", "berkas/bawah"])
def test_a_folder_that_cannot_be_written(iki: Iki, kantor: Path, folder: str) -> None:
    (kantor / "berkas").write_text("", encoding="utf-8")
    ran = iki("laporan", "--keluaran", folder)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("iki: berkas")


def test_errors_give_no_document(iki: Iki, kantor: Path) -> None:
    (kantor / "realisasi/2019/data.csv").write_text("jabatan\n", encoding="utf-8")
    ran = iki("laporan")
    assert (ran.code, ran.out) == (1, "")
    assert "galat IKI401" in ran.err
    assert not (kantor / "laporan").exists()


def test_errors_in_the_analyses_give_no_document_either(iki: Iki, kantor: Path) -> None:
    lay_out(kantor, {"realisasi/2019/catatan.yaml": "analisis: {sekcm: {surat: {TW1: {pendorong: a}}}}\n"})
    ran = iki("laporan")
    assert (ran.code, ran.out) == (1, "")
    assert "realisasi/2019/catatan.yaml:1:12: galat IKI430" in ran.err
    assert "iki: tidak ada angka yang dilaporkan: catatan 2019 memuat galat" in ran.err
    assert not (kantor / "laporan").exists()
    assert iki("hitung", "--tahun", "2019").code == 0, "numbers need no analysis"


def test_what_looks_like_analyses_and_is_not_read_is_said(iki: Iki, kantor: Path) -> None:
    lay_out(kantor, {"realisasi/2019/catatan.yml": "analisis: {}\n"})
    ran = iki("laporan", "--coba")
    assert ran.code == 0
    assert "peringatan IKI118" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
@pytest.mark.parametrize("link", ["laporan", "laporan/2019"])
def test_the_own_folder_leads_nowhere_else(iki: Iki, kantor: Path, link: str) -> None:
    outside = kantor.parent / f"{kantor.name}-luar"
    outside.mkdir()
    (kantor / link).parent.mkdir(exist_ok=True)
    (kantor / link).symlink_to(outside)
    for trial in ([], ["--coba"]):
        ran = iki("laporan", *trial)
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.startswith("iki: folder laporan/2019 adalah tautan ke luar folder kantor")
    assert list(outside.iterdir()) == []
    assert iki("laporan", "--keluaran", link).code == 0, "where it is named it is meant"


@pytest.mark.parametrize("folder", ["definitions", "definitions/baru", "realisasi/2019", "templates", "tautan/arsip"])
@pytest.mark.parametrize(
    "command",
    [("laporan", "--keluaran"), ("situs",), ("templat", "--tahun", "2019", "--semua")],
)
def test_nothing_is_written_among_what_is_read(iki: Iki, kantor: Path, folder: str, command: tuple[str, ...]) -> None:
    if folder.startswith("tautan"):
        if os.name == "nt":
            pytest.skip("a link needs rights there")
        (kantor / "tautan").symlink_to("realisasi")
    before = files_below(kantor)
    for trial in ((), ("--coba",)):
        ran = iki(*command, folder, *trial)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"iki: {folder} ada di ")
        assert "yang dibaca iki, jadi tidak ditulisi" in ran.err
    assert files_below(kantor) == before


@pytest.mark.parametrize(
    "command",
    [
        ("hitung", "--tahun", "2019", "--format", "csv"),
        ("pohon", "--format", "json"),
        ("audit", "tabel.csv", "--format", "csv"),
    ],
)
def test_no_file_is_written_among_what_is_read(iki: Iki, kantor: Path, command: tuple[str, ...]) -> None:
    (kantor / "tabel.csv").write_text("Indikator,Target,Realisasi,Capaian\nSurat,10,9,90\n", encoding="utf-8")
    before = files_below(kantor)
    for place in ("definitions/unit.yaml", "realisasi/2019/hasil.x"):
        ran = iki(*command, "--keluaran", place)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"iki: {place} ada di {place.partition('/')[0]}/, yang dibaca iki")
    assert files_below(kantor) == before
    assert iki(*command, "--keluaran", "arsip.x").code == 0


def test_the_office_folder_itself_may_hold_documents(iki: Iki, kantor: Path) -> None:
    assert iki("laporan", "--keluaran", ".").code == 0
    assert (kantor / "kinerja-2019-sekcam.html").is_file()
    assert iki("validate").code == 0


def test_without_an_agreement_the_year_must_be_said(iki: Iki, kantor: Path) -> None:
    (kantor / "definitions/perjanjian/2019.yaml").unlink()
    ran = iki("laporan")
    assert (ran.code, ran.out) == (2, "")
    assert "belum ada Perjanjian Kinerja" in ran.err
    assert iki("laporan", "--tahun", "2019").code == 0


@pytest.mark.parametrize("jenis", JENIS)
def test_every_kind_is_written(iki: Iki, kantor: Path, jenis: str) -> None:
    ran = iki("laporan", "--jenis", jenis)
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.out.splitlines()) == set(documents(kantor))
    assert len(ran.out.splitlines()) == (3 if JENIS[jenis].per_jabatan else 1)
    assert all(path.startswith(f"laporan/2019/{jenis}") for path in ran.out.splitlines())
    assert jenis in iki("laporan", "--help").out


@pytest.mark.parametrize("jenis", ["lampiran", "keputusan", "kamus"])
def test_what_is_of_no_year_needs_none(iki: Iki, kantor: Path, jenis: str) -> None:
    (kantor / "definitions/perjanjian/2019.yaml").unlink()
    (kantor / "realisasi/2019/data.csv").write_text("rusak\n", encoding="utf-8")
    ran = iki("laporan", "--jenis", jenis)
    assert (ran.code, ran.err, len(ran.out.splitlines())) == (0, "", 3 if JENIS[jenis].per_jabatan else 1)
    assert all(path.startswith(f"laporan/{jenis}") for path in ran.out.splitlines())
    dated = iki("laporan", "--jenis", jenis, "--tahun", "2018", "--coba")
    assert len(dated.out.splitlines()) == len(ran.out.splitlines())
    assert all(path.startswith(f"laporan/2018/{jenis}") for path in dated.out.splitlines())


@pytest.mark.parametrize("jenis", ["perjanjian", "rencana-aksi"])
def test_an_agreement_needs_no_data(iki: Iki, kantor: Path, jenis: str) -> None:
    (kantor / "realisasi/2019/data.csv").write_text("rusak\n", encoding="utf-8")
    assert iki("laporan", "--jenis", jenis).code == 0
    without = iki("laporan", "--jenis", jenis, "--tahun", "2018", "--coba")
    assert without.code == 0
    assert "belum ada Perjanjian Kinerja 2018" in without.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--jenis", "keputusan", "--jabatan", "sekcam"], "dokumen keputusan hanya satu untuk seluruh kantor"),
        (["--jenis", "kamus", "--sampai", "TW2"], "dokumen kamus tidak bergantung pada periode"),
        (["--jenis", "kamus", "--jabatan", "sekretaris"], "jabatan `sekretaris` tidak ada"),
        (["--jenis", "perjanjan"], "`perjanjan` bukan pilihan"),
    ],
)
def test_options_that_do_not_go_together(iki: Iki, kantor: Path, options: list[str], said: str) -> None:
    ran = iki("laporan", *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert documents(kantor) == {}


def test_a_warning_of_several_quarters_is_shown_once(iki: Iki, kantor: Path) -> None:
    lay_out(kantor, {"realisasi/2019/data.csv": "jabatan,indikator,variabel,periode,nilai\nsekcam,arsip,a,2019,1.5\n"})
    ran = iki("laporan", "--jenis", "pengukuran", "--coba")
    assert ran.code == 0
    assert ran.err.count("peringatan IKI409") == 1


@pytest.mark.parametrize("format", ["pdf", "docx"])
@pytest.mark.parametrize("jenis", JENIS)
def test_every_kind_is_written_for_offices(iki: Iki, kantor: Path, jenis: str, format: str) -> None:
    ran = iki("laporan", "--jenis", jenis, "--format", format)
    assert (ran.code, ran.err) == (0, "")
    written = documents(kantor)
    assert set(ran.out.splitlines()) == set(written)
    assert len(written) == (3 if JENIS[jenis].per_jabatan else 1)
    assert all(text.startswith({"pdf": b"%PDF-", "docx": b"PK"}[format]) for text in written.values())


def test_several_kinds_at_once(iki: Iki, kantor: Path) -> None:
    ran = iki("laporan", "--jenis", "pengukuran", "--jenis", "kamus", "--jenis", "pengukuran", "--sampai", "TW2")
    assert (ran.code, ran.err) == (0, "")
    assert [Path(path).name for path in ran.out.splitlines()] == [
        "pengukuran-2019-TW2-sekcam.html", "pengukuran-2019-TW2-kasi_umum.html", "pengukuran-2019-TW2.html",
        "kamus-sekcam.html", "kamus-kasi_umum.html", "kamus.html",
    ]  # fmt: skip
    assert {Path(path).parent.as_posix() for path in ran.out.splitlines()} == {"laporan/2019"}


def test_all_kinds_give_what_each_gives_alone(iki: Iki, kantor: Path) -> None:
    every = iki("laporan", "--jenis", "semua", "--sampai", "TW2", "--keluaran", "semua")
    assert (every.code, every.err) == (0, "")
    for jenis in JENIS:
        span = ["--sampai", "TW2"] if JENIS[jenis].bertahun else []
        assert iki("laporan", "--jenis", jenis, *span, "--keluaran", "satu").code == 0
    together, alone = files_below(kantor / "semua"), files_below(kantor / "satu")
    assert together == alone
    assert len(together) == 6 * 3 + 3


def test_all_kinds_of_one_jabatan_leave_out_those_of_the_office(iki: Iki, kantor: Path) -> None:
    ran = iki("laporan", "--jenis", "semua", "--jabatan", "sekcam")
    assert (ran.code, ran.err) == (0, "")
    names = [Path(path).name for path in ran.out.splitlines()]
    assert len(names) == sum(kind.per_jabatan for kind in JENIS.values())
    assert all("sekcam" in name for name in names)


def test_all_kinds_in_a_format_are_those_that_have_it(iki: Iki, kantor: Path) -> None:
    ran = iki("laporan", "--jenis", "semua", "--format", "xlsx", "--jabatan", "sekcam")
    assert (ran.code, ran.out, ran.err) == (0, "laporan/2019/pengukuran-2019-sekcam.xlsx\n", "")


def test_a_format_that_a_kind_has_not(iki: Iki, kantor: Path) -> None:
    ran = iki("laporan", "--jenis", "pengukuran", "--jenis", "kamus", "--format", "xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "iki: dokumen kamus tidak dibuat sebagai xlsx\n     saran: pilih html, md, pdf, docx\n"
    assert documents(kantor) == {}


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_without_the_extra_it_says_which_one(
    iki: Iki, kantor: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    monkeypatch.setattr("ikicli.cli.pustaka.find_spec", lambda name: None)
    ran = iki("laporan", "--format", format)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f"iki: pustaka untuk membuat {format.upper()} belum terpasang",
        '     saran: pasang dengan `pip install "iki[dokumen]"`',
    ]
    assert documents(kantor) == {}
    assert iki("laporan", "--jenis", "pengukuran", "--format", "xlsx").code == 0, "that needs no extra"


def test_a_warning_is_said_once_for_all_kinds(iki: Iki, kantor: Path) -> None:
    (kantor / "definitions/perjanjian/2019.yaml").unlink()
    ran = iki("laporan", "--jenis", "semua", "--tahun", "2019", "--coba")
    assert ran.code == 0
    assert ran.err.count("belum ada Perjanjian Kinerja 2019") == 1
