"""What an import brings into the store, what it refuses, and that nothing is lost on the way."""

from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kantor_uji import csv
from perintah_uji import files_below
from simpan_uji import HEADER, office, planned, refused, stored, usulan

from ikicli.realisasi import Kunci, load_year, parse_periode
from ikicli.realisasi.bukti import check_evidence
from ikicli.realisasi.jurnal import journal_path, read_journal
from ikicli.realisasi.simpan import finish
from ikicli.realisasi.usulan import AngkaUsulan

ARSIP, LAPORAN, SURAT_B = "sekcam.arsip.a", "kasi.laporan.a", "sekcam.surat.b"


@pytest.fixture(autouse=True)
def _beside_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def table(folder: Path, name: str) -> list[str]:
    return (folder / "realisasi/2019" / name).read_text("utf-8").splitlines()


def test_figures_go_to_the_file_of_their_jabatan_in_the_order_of_definitions_and_periods(tmp_path: Path) -> None:
    stored(
        office(tmp_path),
        usulan(ARSIP, "2019-02", "007"),
        usulan(SURAT_B, "2019-TW1", "1.50", "dari \n arsip", "bukti/b.pdf; bukti/a.pdf"),
        usulan(ARSIP, "2019-01", "0"),
        usulan("pegawai", "2019", "20"),
        usulan(LAPORAN, "2019-01", "1", "=1+1"),
    )
    assert table(tmp_path, "sekcam.csv") == [
        HEADER,
        "sekcam,surat,b,2019-TW1,1.5,dari arsip,bukti/a.pdf; bukti/b.pdf",
        "sekcam,arsip,a,2019-01,0,,",
        "sekcam,arsip,a,2019-02,7,,",
    ]
    assert table(tmp_path, "unit.csv") == [HEADER, ",,pegawai,2019,20,,"]
    assert table(tmp_path, "kasi.csv") == [HEADER, "kasi,laporan,a,2019-01,1,'=1+1,"]
    assert {path.name for path in (tmp_path / "realisasi").iterdir()} == {"2019"}


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "2019/desktop.ini", "2019/._sekcam.csv"])
def test_files_of_file_managers_keep_no_import_from_its_end(tmp_path: Path, name: str) -> None:
    office(tmp_path)
    ready = tmp_path / "realisasi/.impor-siap"
    (ready / "2019").mkdir(parents=True)
    (ready / name).touch()
    assert load_year(office(tmp_path), 2019).diagnostics == ()
    (ready / "2019/sekcam.csv").write_text(csv("sekcam,arsip,a,2019-01,7"), encoding="utf-8")
    finish(tmp_path / "realisasi")
    assert list(files_below(tmp_path / "realisasi")) == ["2019/sekcam.csv"]
    assert not ready.exists()


def test_what_no_import_put_among_its_files_is_named_and_kept(tmp_path: Path) -> None:
    strange = tmp_path / "realisasi/.impor-siap/catatan.txt"
    strange.parent.mkdir(parents=True)
    strange.touch()
    with pytest.raises(OSError, match="bukan bagian dari impor"):
        finish(tmp_path / "realisasi")
    assert strange.exists()


def test_the_journal_says_from_where(tmp_path: Path) -> None:
    kantor = office(tmp_path)
    stored(kantor, usulan(ARSIP, "2019-01", "5"), koreksi="tidak ada yang dikoreksi")
    stored(kantor, usulan(ARSIP, "2019-01", "6", berkas="b.csv"), koreksi='salah "ketik"\n')
    first, second = journal_path(tmp_path, 2019).read_text("utf-8").splitlines()
    sidik = sha256(b"").hexdigest()
    assert first == (
        '{"waktu": "2019-02-01T00:00:00Z", "jabatan": "sekcam", "indikator": "arsip", "variabel": "a", '
        f'"berkas": "a.csv", "sidik": "{sidik}", "lembar": null, "alasan": null, '
        '"periode": ["2019-01"], "lama": null, "baru": ["5"], "baris": 2, "kolom": "E"}'
    )
    assert '"berkas": "b.csv"' in second
    assert '"alasan": "salah \\"ketik\\"\\n", "periode": ["2019-01"], "lama": ["5"], "baru": ["6"]' in second
    january = parse_periode("2019-01")
    assert january is not None
    assert read_journal(tmp_path, 2019)[Kunci("sekcam", "arsip", "a"), january].baru == "6"


def test_the_same_figures_again_change_nothing(tmp_path: Path) -> None:
    kantor = office(tmp_path)
    proposals = usulan(ARSIP, "2019-01", "5", "catatan"), usulan("pegawai", "2019", "20", "-", "-")
    assert len(stored(kantor, *proposals).perubahan) == 2
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "realisasi").rglob("*.*")}
    again = stored(kantor, *proposals, usulan(ARSIP, "2019-01", "5.0"))
    assert (again.perubahan, again.sama) == ((), 2)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before


@pytest.mark.parametrize(
    ("sent", "same", "changed", "found"),
    [
        ({"01": "5", "02": "6.5"}, 2, [], []),
        ({"01": "5.0", "02": "6.50"}, 2, [], []),
        ({"01": "5"}, 1, [], []),
        ({"01": "5", "02": "6.5", "03": "7"}, 2, ["2019-03"], []),
        ({"03": "5", "04": "6.5"}, 0, ["2019-03", "2019-04"], []),
        ({"01": "5", "02": "6"}, 1, [], ["IKI453"]),
        ({"02": "5", "01": "6.5"}, 0, [], ["IKI453", "IKI453"]),
    ],
)
def test_figures_are_the_stored_ones_where_period_and_number_are(
    tmp_path: Path, sent: dict[str, str], same: int, changed: list[str], found: list[str]
) -> None:
    kantor = office(tmp_path)
    stored(kantor, usulan(SURAT_B, "2019-01", "5"), usulan(SURAT_B, "2019-02", "6.5"))
    figures = [usulan(SURAT_B, f"2019-{month}", number) for month, number in sent.items()]
    rencana = planned(kantor, [each._replace(sumber=figures[0].sumber) for each in figures])
    periods = [periode.teks for each in rencana.perubahan for new in each.baru for periode in new.periode]
    assert (rencana.sama, periods, [each.code for each in rencana.diagnostics]) == (same, changed, found)


@pytest.mark.parametrize(
    ("proposals", "expected"),
    [
        ([usulan("sekcam.arsip.a", "2019-01", "6")], [("IKI453", "tersimpan 5 di sekcam.csv baris 2")]),
        ([usulan("sekcam.arsip.a", "2019-TW1", "6")],
         [("IKI408", "2019-TW1 bertumpuk dengan 2019-01 di sekcam.csv baris 2")]),
        ([usulan("kasi.laporan.a", "2019-02", "1"), usulan("kasi.laporan.a", "2019-S1", "1", berkas="b.csv")],
         [("IKI408", "2019-02 bertumpuk dengan 2019-S1 di b.csv!E2")]),
        ([usulan("kasi.laporan.a", "2019-02", "1"), usulan("kasi.laporan.a", "2019-02", "2", berkas="b.csv")],
         [("IKI407", "disebut dua kali: 2 di sini, 1 di a.csv!E2")]),
        ([one := usulan("kasi.laporan.a", "2019-02", "1"), one._replace(kolom=one.kolom + 1)],
         [("IKI407", "disebut dua kali: 1 di sini, 1 di a.csv!E2")]),
        ([usulan("kasi.laporan.x", "2019-02", "1")], [("IKI404", "variabel `x` tidak ada")]),
        ([usulan("hari", "2019", "1")], [("IKI411", "`hari` adalah tetapan di definisi")]),
        ([usulan("kasi.laporan.a", "2020-02", "1")], [("IKI410", "periode 2020-02 di luar tahun 2019")]),
        ([usulan("kasi.laporan.a", "2019-02", "1,5")], [("IKI406", "`1,5` bukan angka")]),
        ([usulan("kasi.laporan.a", "2019-02", "1 5")], [("IKI406", "`1 5` bukan angka")]),
        ([usulan("kasi.laporan.a", "2019-02", "1.5")], [("IKI409", "`1.5` dokumen")]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_and_leaves_the_store_alone(
    tmp_path: Path, proposals: list[AngkaUsulan], expected: list[tuple[str, str]]
) -> None:
    kantor = office(tmp_path)
    stored(kantor, usulan(ARSIP, "2019-01", "5"))
    before = files_below(tmp_path / "realisasi")
    found = refused(kantor, *proposals)
    assert [code for code, _ in found] == [code for code, _ in expected]
    assert all(said in message for (_, message), (_, said) in zip(found, expected, strict=True)), found
    assert files_below(tmp_path / "realisasi") == before


def test_figures_of_an_example_are_in_the_way(tmp_path: Path) -> None:
    kantor = office(tmp_path, {"realisasi/2019/contoh.csv": csv("sekcam,arsip,a,2019-02,1")})
    assert refused(kantor, usulan(ARSIP, "2019-01", "5"), usulan(ARSIP, "2019-03", "5")) == [
        ("IKI454", "`sekcam.arsip.a` masih berangka contoh di contoh.csv baris 2")
    ]
    either = usulan(ARSIP, "2019-03", "5", berkas="b.csv"), usulan(ARSIP, "2019-01", "5")
    assert [each.span.source.path for each in planned(kantor, either).diagnostics] == ["a.csv"]


def test_figures_written_by_hand_stay_where_they_are(tmp_path: Path) -> None:
    hand = csv("sekcam,arsip,a,2019-01,5", "sekcam,arsip,a,2019-02,-")
    kantor = office(tmp_path, {"realisasi/2019/data.csv": hand})
    assert stored(kantor, usulan(ARSIP, "2019-01", "5.0")).sama == 1
    found = refused(kantor, usulan(ARSIP, "2019-01", "6"), usulan(ARSIP, "2019-02", "6"), koreksi=True)
    assert [code for code, _ in found] == ["IKI453", "IKI453"]
    assert "data.csv baris 2: 5" in found[0][1]
    stored(kantor, usulan(ARSIP, "2019-03", "7"))
    assert table(tmp_path, "data.csv") == hand.splitlines()
    assert table(tmp_path, "sekcam.csv") == [HEADER, "sekcam,arsip,a,2019-03,7,,"]


def test_other_rows_of_a_file_of_the_store_stay(tmp_path: Path) -> None:
    text = csv("kasi;laporan;a;2019-02;-;belum", "sekcam;arsip;a;2019-01;5.0;", header=HEADER[:-6].replace(",", ";"))
    kantor = office(tmp_path, {"realisasi/2019/kasi.csv": text})
    stored(kantor, usulan(LAPORAN, "2019-01", "1"))
    rows = ["sekcam,arsip,a,2019-01,5,,", "kasi,laporan,a,2019-01,1,,", "kasi,laporan,a,2019-02,,belum,"]
    assert table(tmp_path, "kasi.csv") == [HEADER, *rows]
    stored(kantor, usulan(LAPORAN, "2019-02", "2"))
    assert table(tmp_path, "kasi.csv")[-1] == "kasi,laporan,a,2019-02,2,belum,"


def test_a_file_of_the_store_in_other_letters_stays_one_file(tmp_path: Path) -> None:
    kantor = office(tmp_path, {"realisasi/2019/Kasi.CSV": csv("kasi,laporan,a,2019-02,2")})
    stored(kantor, usulan(LAPORAN, "2019-01", "1"))
    assert {path.name for path in (tmp_path / "realisasi/2019").glob("*.[cC]*")} == {"Kasi.CSV"}
    assert table(tmp_path, "Kasi.CSV")[1:] == ["kasi,laporan,a,2019-01,1,,", "kasi,laporan,a,2019-02,2,,"]


def test_remarks_add_up_and_a_correction_brings_its_own(tmp_path: Path) -> None:
    kantor = office(tmp_path)
    stored(kantor, usulan(ARSIP, "2019-01", "5", "satu"), usulan(ARSIP, "2019-01", "5", "dua", berkas="b.csv"))
    assert table(tmp_path, "sekcam.csv")[1] == "sekcam,arsip,a,2019-01,5,dua | satu,"
    stored(kantor, usulan(ARSIP, "2019-01", "5", "angka rapat"))
    assert table(tmp_path, "sekcam.csv")[1] == "sekcam,arsip,a,2019-01,5,angka rapat | dua | satu,"
    stored(kantor, usulan(ARSIP, "2019-01", "6"), koreksi="salah")
    stored(kantor, usulan(ARSIP, "2019-01", "7", "baru"), koreksi="salah")
    assert table(tmp_path, "sekcam.csv")[1] == "sekcam,arsip,a,2019-01,7,baru,"


@pytest.mark.parametrize(
    ("values", "warned"),
    [(["3", "6", "12"], True), (["12", "12"], True), (["6", "3", "12"], False), (["0", "12"], False), (["3"], False)],
)
def test_a_running_total_is_noticed(tmp_path: Path, values: list[str], warned: bool) -> None:
    proposals = [usulan(ARSIP, f"2019-{month:02}", value) for month, value in enumerate(values, 1)]
    found = refused(office(tmp_path), *proposals)
    assert [code for code, _ in found] == ["IKI455"] * warned


def test_a_figure_named_often_is_held_against_its_first_place_in_whatever_order(tmp_path: Path) -> None:
    kantor = office(tmp_path)
    proposals = [usulan(ARSIP, "2019-01", number, berkas=f"{number}.csv") for number in "123"]
    for order in permutations(proposals):
        said = [each.message.partition(": ")[2] for each in planned(kantor, order).diagnostics]
        assert said == ["2 di sini, 1 di 1.csv!E2", "3 di sini, 1 di 1.csv!E2"]


def test_a_figure_named_twice_in_a_sheet_is_told_also_where_another_file_agrees(tmp_path: Path) -> None:
    kantor = office(tmp_path)
    other, here = usulan(ARSIP, "2019-01", "5"), usulan(ARSIP, "2019-01", "5", berkas="b.csv")
    for order in permutations([other, here, here._replace(kolom=3)]):
        (found,) = planned(kantor, order).diagnostics
        assert found.message.endswith("disebut dua kali: 5 di sini, 5 di b.csv!D2")


def test_a_missing_evidence_file_is_said_once_where_it_is_named_first(tmp_path: Path) -> None:
    kantor = office(tmp_path)
    proposals = [usulan(ARSIP, f"2019-0{month}", "5", bukti="hadir.pdf", berkas=f"{9 - month}.csv") for month in (1, 2)]
    for order in (proposals, proposals[::-1]):
        (found,) = planned(kantor, order).diagnostics
        assert (found.code, found.span.source.path) == ("IKI456", "7.csv")
        assert str(found.hint).startswith("letakkan berkasnya di bukti/hadir.pdf di folder kantor, lalu sebut `bukti/")
    stored(kantor, *proposals)
    year = load_year(kantor, 2019).realisasi
    assert [each.code for each in check_evidence(tmp_path, year, {})] == ["IKI456"]


def test_a_dash_is_no_evidence(tmp_path: Path) -> None:
    kantor = office(tmp_path)
    assert stored(kantor, usulan(ARSIP, "2019-01", "5", bukti=" - ")).diagnostics == ()
    assert table(tmp_path, "sekcam.csv") == [HEADER, "sekcam,arsip,a,2019-01,5,,"]


def test_evidence_is_looked_for_inside_the_office_and_hashed(tmp_path: Path) -> None:
    (tmp_path / "luar.pdf").write_text("rahasia")
    akar = tmp_path / "kantor"
    kantor = office(akar)
    (akar / "bukti").mkdir()
    (akar / "bukti/a.pdf").write_text("daftar hadir")
    cell = "bukti\\a.pdf; ../luar.pdf;bukti/b.pdf"
    found = stored(kantor, usulan(ARSIP, "2019-01", "5", bukti=cell)).diagnostics
    assert [(each.code, each.message) for each in found] == [
        ("IKI456", "bukti `../luar.pdf` menunjuk ke luar folder kantor"),
        ("IKI456", "bukti `bukti/b.pdf` tidak ditemukan di folder kantor"),
    ]
    assert [str(each.hint).partition(",")[0] for each in found] == [
        "letakkan berkasnya di bukti/luar.pdf di folder kantor",
        "letakkan berkasnya di bukti/b.pdf di folder kantor",
    ]
    (entry,) = read_journal(akar, 2019).values()
    assert [name for name, _ in entry.bukti] == ["bukti/a.pdf"]

    def problems() -> list[str]:
        return [each.code for each in check_evidence(akar, load_year(kantor, 2019).realisasi, read_journal(akar, 2019))]

    assert problems() == ["IKI456", "IKI456"]
    (akar / "bukti/a.pdf").write_text("lain")
    assert problems() == ["IKI456", "IKI457", "IKI456"] or sorted(problems()) == ["IKI456", "IKI456", "IKI457"]
    again = usulan(ARSIP, "2019-01", "5", bukti="bukti/a.pdf")
    assert stored(kantor, again).perubahan == ()
    assert len(stored(kantor, again, koreksi="bukti dipindai ulang").perubahan) == 1
    assert problems() == ["IKI456", "IKI456"]
    (akar / "bukti/b.pdf").write_text("menyusul")
    assert len(stored(kantor, again).perubahan) == 1
    assert (problems(), stored(kantor, again).perubahan) == (["IKI456"], ())


def test_a_decided_import_is_finished_unless_somebody_changed_the_file_meanwhile(tmp_path: Path) -> None:
    kantor = office(tmp_path)
    place = tmp_path / "realisasi/2019/sekcam.csv"
    waiting = tmp_path / "realisasi/.impor-siap/2019/sekcam.csv"
    litter = tmp_path / "realisasi/.impor.77/2019/x.csv"
    for path, value in ((place, 5), (waiting, 6), (litter, 7)):
        path.parent.mkdir(parents=True)
        path.write_text(csv(f"sekcam,arsip,a,2019-01,{value}"), encoding="utf-8")
    place.touch()
    with pytest.raises(OSError, match="diubah sesudah impor yang terputus"):
        finish(tmp_path / "realisasi")
    waiting.touch()
    assert stored(kantor, usulan(ARSIP, "2019-01", "6")).sama == 1
    assert {path.relative_to(tmp_path / "realisasi").as_posix() for path in (tmp_path / "realisasi").rglob("*")} == {
        "2019",
        "2019/sekcam.csv",
    }


PERIODS = [f"2019-{month:02}" for month in range(1, 13)]
FIGURES = st.dictionaries(
    st.tuples(st.sampled_from([ARSIP, LAPORAN, SURAT_B, "pegawai"]), st.sampled_from(PERIODS)),
    st.tuples(
        st.decimals(min_value=-1000, max_value=10**9, places=2, allow_nan=False).map(lambda n: f"{n:f}"),
        st.text(max_size=12),
    ),
    min_size=1,
    max_size=20,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(figures=FIGURES, data=st.data())
def test_the_order_of_imports_never_changes_the_store_and_it_is_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory, figures: dict[tuple[str, str], tuple[str, str]], data: st.DataObject
) -> None:
    proposals = [usulan(name, periode, *cells) for (name, periode), cells in figures.items()]
    shuffled = data.draw(st.permutations(proposals))
    cut = data.draw(st.integers(0, len(proposals)))
    one, other = office(tmp_path_factory.mktemp("a")), office(tmp_path_factory.mktemp("b"))
    stored(one, *proposals)
    for part in (shuffled[:cut], shuffled[cut:], proposals):
        stored(other, *part)
    tables = {name: content for name, content in files_below(one.akar / "realisasi").items() if name.endswith(".csv")}
    again = {name: content for name, content in files_below(other.akar / "realisasi").items() if name.endswith(".csv")}
    assert tables == again
    assert planned(one, proposals).perubahan == ()
    year = load_year(one, 2019).realisasi
    read = {(kunci, each.periode): each.nilai for kunci, rows in year.isian.items() for each in rows}
    assert read == {(each.kunci, each.periode): _fraction(each.nilai) for each in proposals}


def _fraction(text: str) -> object:
    from fractions import Fraction

    return Fraction(text)


@pytest.mark.parametrize("remark", ["7", "7 orang sakit", "7%"])
def test_a_remark_does_not_look_like_decimals(tmp_path: Path, remark: str) -> None:
    kantor, proposals = office(tmp_path), [usulan(ARSIP, "2019-TW1", "3", remark)]
    stored(kantor, *proposals)
    (row,) = next(iter(load_year(kantor, 2019).realisasi.isian.values()))
    assert (str(row.nilai), row.keterangan) == ("3", f"({remark})")
    assert load_year(kantor, 2019).diagnostics == ()
    assert planned(kantor, proposals).perubahan == ()
