"""Who has sent what: boxes of months, lateness, what is to be asked for; nothing lost between them."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from deret_uji import deret
from hypothesis import given
from hypothesis import strategies as st
from kantor_uji import UNIT as UNIT_YAML
from kantor_uji import csv, indikator, jabatan, sound

from ikicli.capaian.status import BarisStatus, Keterisian, Status, counts, status
from ikicli.capaian.tulis_status import as_json, as_table
from ikicli.definisi import load
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Source
from ikicli.realisasi import Isian, Kunci, Periode, Realisasi, load_year, parse_sampai
from ikicli.realisasi.diminta import UNIT

MIXED = """\
m: {nama: Bulanan, satuan: dokumen, periode: bulan}
t: {nama: Triwulanan, satuan: dokumen}
s: {nama: Semesteran, satuan: dokumen, periode: semester}
y: {nama: Tahunan, satuan: dokumen, periode: tahun}"""
OFFICE = {
    "definitions/unit.yaml": UNIT_YAML
    + "batas_lapor: 10\nurutan: [sekcam, kasi]\nvariabel:\n"
    + "  pegawai: {nama: Jumlah pegawai, satuan: orang, agregasi: rata, periode: bulan}\n"
    + "  tamu: {nama: Tamu, satuan: orang, periode: bulan}\n"
    + "  hari: {nama: Hari kerja, satuan: hari, tetapan: 240}\n",
    "definitions/jabatan/sekcam.yaml": jabatan(
        indikator("semua", "(m + t + s + y) * pegawai / pegawai * hari / hari", variabel=MIXED), nama="Sekretaris"
    ),
    "definitions/jabatan/kasi.yaml": jabatan(
        indikator("a", "a * pegawai / pegawai * tamu / tamu"), indikator("b"), nama="Kepala Seksi"
    ),
    "definitions/perjanjian/2019.yaml": (
        "tahun: 2019\npejabat: {kasi: {nama: RINA WATI}}\ntarget: {kasi: {b: {tidak_berlaku: tidak dianggarkan}}}\n"
    ),
}
L, S, K, B = Keterisian.LENGKAP, Keterisian.SEBAGIAN, Keterisian.KOSONG, Keterisian.BELUM_WAKTUNYA


Files = dict[str, str]


def at(
    folder: Path, day: str, *rows: str, sampai: str = "2019", of: list[str] | None = None, files: Files | None = None
) -> Status:
    kantor = sound(folder, {**OFFICE, "realisasi/2019/isi.csv": csv(*rows), **(files or {})})
    year, span = load_year(kantor, 2019), parse_sampai(sampai, 2019)
    assert span is not None and year.diagnostics == ()
    return status(kantor, year.realisasi, span, date.fromisoformat(day), of)


def row(found: Status, id: str) -> BarisStatus:
    return next(each for each in found.baris if each.id == id)


def states(found: Status, id: str) -> list[Keterisian | None]:
    return [box.keadaan if box else None for box in row(found, id).kotak]


def asked(found: Status, id: str) -> dict[str, list[str]]:
    return {each.kunci.variabel: [p.teks for p in each.periode] for each in row(found, id).diminta}


def test_values_fall_due_where_their_period_ends(tmp_path: Path) -> None:
    found = at(tmp_path, "2018-12-31")
    assert [(box.bulan, box.dari) for box in row(found, "sekcam").boxes()] == [
        (month, 1 + (month % 3 == 0) + (month % 6 == 0) + (month == 12)) for month in range(1, 13)
    ]
    assert {box.keadaan for box in found.boxes()} == {B}
    assert found.urgent() == ()


def test_whose_a_shared_variable_is(tmp_path: Path) -> None:
    found = at(tmp_path, "2019-02-01")
    assert [each.id for each in found.baris] == ["sekcam", "kasi", UNIT]
    assert asked(found, UNIT) == {"pegawai": ["2019-01"]}
    assert row(found, UNIT).pemakai == ("sekcam", "kasi")
    assert asked(found, "kasi") == {"a": ["2019-01"], "tamu": ["2019-01"]}, "one user owns it; b does not apply"
    holder = row(found, "kasi").pejabat
    assert holder is not None and holder.nama == "RINA WATI"


@pytest.mark.parametrize(
    ("day", "state", "late"),
    [("2019-01-31", B, 0), ("2019-02-01", K, 0), ("2019-02-10", K, 0), ("2019-02-11", K, 1), ("2019-03-31", K, 49)],
)
def test_a_month_is_due_when_it_has_ended_and_late_after_the_limit(
    tmp_path: Path, day: str, state: Keterisian, late: int
) -> None:
    box = row(at(tmp_path, day), "kasi").kotak[0]
    assert box is not None
    assert (box.keadaan, box.terlambat) == (state, late)


def test_without_a_limit_nothing_is_late(tmp_path: Path) -> None:
    unit = OFFICE["definitions/unit.yaml"].replace("batas_lapor: 10\n", "")
    found = at(tmp_path, "2025-01-01", files={"definitions/unit.yaml": unit})
    assert (found.batas_lapor, counts(found)["terlambat"]) == (None, 0)
    assert counts(found)["kosong"] == len(list(found.boxes()))


@pytest.mark.parametrize("sampai", ["TW1", "2019"])
def test_a_value_covers_only_spans_that_its_whole_period_lies_in(tmp_path: Path, sampai: str) -> None:
    rows = ["sekcam,semua,m,2019-S1,6", "sekcam,semua,t,2019-S1,2"]
    found = at(tmp_path, "2019-04-05", *rows, sampai=sampai)
    assert states(found, "sekcam")[:3] == ([K, K, K] if sampai == "TW1" else [L, L, L])
    within = {"m": ["2019-01", "2019-02", "2019-03"], "t": ["2019-TW1"]}
    assert asked(found, "sekcam") == (within if sampai == "TW1" else {})


def test_a_wider_value_covers_what_lies_within(tmp_path: Path) -> None:
    found = at(tmp_path, "2019-07-01", "sekcam,semua,m,2019-S1,6", "sekcam,semua,t,2019-S1,2", sampai="TW2")
    assert states(found, "sekcam") == [L, L, L, L, L, S]
    assert asked(found, "sekcam") == {"s": ["2019-S1"]}


def test_of_a_period_begun_only_the_missing_months_are_asked_for(tmp_path: Path) -> None:
    found = at(
        tmp_path, "2019-05-01", "sekcam,semua,t,2019-01,1", "sekcam,semua,t,2019-03,1", "sekcam,semua,m,2019-02,1"
    )
    assert states(found, "sekcam")[:6] == [K, L, S, K, B, B]
    assert asked(found, "sekcam") == {"m": ["2019-01", "2019-03", "2019-04"], "t": ["2019-02"]}


def test_what_came_early_is_whole(tmp_path: Path) -> None:
    found = at(tmp_path, "2019-01-01", "kasi,a,a,2019,1", ",,tamu,2019,1")
    assert states(found, "kasi") == [L] * 12


def test_the_longest_overdue_comes_first(tmp_path: Path) -> None:
    rows = [f"kasi,a,a,2019-0{n},1" for n in (1, 2, 3)] + ["sekcam,semua,m,2019-01,1", ",,pegawai,2019-S1,9"]
    found = at(tmp_path, "2019-05-01", *rows, *(f",,tamu,2019-0{n},1" for n in (1, 2, 3, 4)))
    assert [each.id for each in found.urgent()] == ["sekcam", "kasi"]


def test_a_month_missing_of_a_quarter_is_no_older_than_the_quarter(tmp_path: Path) -> None:
    rows = ["sekcam,semua,t,2019-02,1", "sekcam,semua,t,2019-03,1", *(f"sekcam,semua,m,2019-0{n},1" for n in (1, 2, 3))]
    rows += ["kasi,a,a,2019-01,1", ",,tamu,2019-S1,1", ",,pegawai,2019-S1,9"]
    found = at(tmp_path, "2019-04-01", *rows)
    assert asked(found, "sekcam") == {"t": ["2019-01"]}
    assert [each.id for each in found.urgent()] == ["kasi", "sekcam"]


def test_of_some_jabatan_with_what_they_share(tmp_path: Path) -> None:
    found = at(tmp_path, "2019-05-01", of=["sekcam"])
    assert [each.id for each in found.baris] == ["sekcam", UNIT]
    assert [each.id for each in at(tmp_path, "2019-05-01", of=[UNIT]).baris] == [UNIT]


def test_illustrative_values_are_said_to_be(tmp_path: Path) -> None:
    assert not at(tmp_path / "a", "2019-05-01", "kasi,a,a,2019-01,1").contoh
    illustrative = {"realisasi/2019/contoh.csv": csv("kasi,a,a,2019-02,1")}
    assert at(tmp_path / "b", "2019-05-01", files=illustrative).contoh
    assert not at(tmp_path / "c", "2019-05-01", of=["sekcam"], files=illustrative).contoh


def test_an_office_that_collects_nothing(tmp_path: Path) -> None:
    kantor = sound(tmp_path, {})
    found = status(kantor, Realisasi(2019, {}), Periode(2019, 1, 12), date(2019, 5, 1))
    assert (found.baris, found.ada_isian, found.urgent()) == ((), False, ())


@pytest.mark.parametrize("tahun", [1945, 9999])
def test_any_year_and_any_day(tmp_path: Path, tahun: int) -> None:
    kantor = sound(tmp_path, OFFICE)
    for day in (date.min, date.max):
        assert len(status(kantor, Realisasi(tahun, {}), Periode(tahun, 1, 12), day).baris) == 3


def test_json_and_table_say_the_same(tmp_path: Path) -> None:
    found = at(tmp_path, "2019-05-01", "kasi,a,a,2019-01,1", sampai="TW2")
    told = json.loads(as_json(found))
    assert {key: told[key] for key in ("versi", "tahun", "sampai", "per", "batas_lapor", "contoh")} == {
        "versi": 1, "tahun": 2019, "sampai": "2019-TW2", "per": "2019-05-01", "batas_lapor": 10, "contoh": False,
    }  # fmt: skip
    header, *rows = as_table(found)
    boxes = [
        dict(zip(header[4:], map(str, box.values()), strict=True)) for each in told["jabatan"] for box in each["bulan"]
    ]
    assert boxes == [dict(zip(header[4:], each[4:], strict=True)) for each in rows]
    kasi = told["jabatan"][1]
    assert (kasi["id"], kasi["pejabat"], kasi["bersama"]) == ("kasi", "RINA WATI", False)
    assert kasi["bulan"][0] == {
        "bulan": "2019-01", "keadaan": "sebagian", "hari_terlambat": 80, "ada": 1, "dari": 2,
    }  # fmt: skip
    assert kasi["diminta"][0] == {
        "jabatan": "kasi", "indikator": "a", "variabel": "a", "nama": "A", "periode": ["2019-02", "2019-03", "2019-04"],
    }  # fmt: skip
    assert told["jabatan"][2]["pemakai"] == ["sekcam", "kasi"]


@pytest.fixture(scope="module")
def kromengan() -> Kantor:
    return load(Path(__file__).parents[2]).kantor


def placed(variable: Kunci, period: str) -> tuple[Kunci, Isian]:
    span = parse_sampai(period, 2019)
    assert span is not None
    return variable, Isian(span, Fraction(1), Source("isi.csv", ""), 2)


PERIODS = ["S1", "S2", "TW1", "TW2", "TW3", "TW4", *(f"{month:02}" for month in range(1, 13))]


@given(data=st.data())
def test_nothing_is_lost_between_the_boxes(data: st.DataObject, kromengan: Kantor) -> None:
    shared = [Kunci("", "", name) for name in kromengan.variabel_bersama()]
    own = [Kunci(j.id, i.id, name) for j in kromengan.jabatan for i in j.indikator() for name in i.variabel]
    given = data.draw(st.lists(st.builds(placed, st.sampled_from(shared + own), st.sampled_from(PERIODS)), max_size=60))
    placed_rows: dict[Kunci, list[Isian]] = {}
    for key, isian in given:
        placed_rows.setdefault(key, []).append(isian)
    rows = {key: deret(isian) for key, isian in placed_rows.items()}
    span = parse_sampai(data.draw(st.sampled_from(["2019", *PERIODS])), 2019)
    assert span is not None
    day = data.draw(st.dates(date(2018, 12, 1), date(2020, 3, 1)))
    found = status(kromengan, Realisasi(2019, rows), span, day)

    boxes = list(found.boxes())
    told = counts(found)
    late = told.pop("terlambat")
    assert sum(told.values()) == len(boxes)
    assert late <= told["sebagian"] + told["kosong"]
    for each in found.baris:
        missed = [box for box in each.boxes() if box.is_missed]
        assert bool(missed) == bool(each.diminta)
        asked = {period.akhir for one in each.diminta for period in one.periode}
        assert all(any(end <= box.bulan for end in asked) for box in missed)
        assert sum(
            len({(p.akhir - 1) // one.variabel.periode.bulan for p in one.periode}) for one in each.diminta
        ) == sum(box.dari - box.ada for box in missed), "every value that is due and not whole is asked for, once"
        for box in each.boxes():
            assert 0 <= box.ada <= box.dari and box.dari > 0
            assert (box.ada == box.dari) == (box.keadaan is L)
            assert box.keadaan is not K or box.ada == 0
    everything = status(kromengan, Realisasi(2019, rows), span, date(2019, 1, 1))
    assert [box.ada for box in everything.boxes()] == [box.ada for box in boxes], (
        "the day changes nothing that is there"
    )
