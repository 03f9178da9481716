"""From an office to its results: last year beside this one, and what is wrong in either."""

import json
from pathlib import Path

import pytest
from kantor_uji import computed, csv, indikator, jabatan, measured

from ikicli.capaian import Hasil
from ikicli.capaian.sebutan import mean_of_year_before, year_before
from ikicli.capaian.tulis import as_json, as_table
from ikicli.definisi.nouns import Kantor
from ikicli.realisasi import muat
from ikicli.realisasi.bacaan import Reading

GROWTH = "jika(lalu(a) > 0, (a - lalu(a)) / lalu(a) * 100, 100)"
PLAIN = "a / a * 100"
FILES = {
    "definitions/jabatan/sekcam.yaml": jabatan(
        indikator("tumbuh", GROWTH, satuan="persen"), indikator("surat"), indikator("baru")
    ),
    "definitions/perjanjian/2019.yaml": "tahun: 2019\ntarget: {sekcam: {tumbuh: 50, surat: 8, baru: 1}}\n",
    "definitions/perjanjian/2018.yaml": "tahun: 2018\ncontoh: true\ntarget: {sekcam: {surat: 4, tumbuh: 10}}\n",
    "realisasi/2019/a.csv": csv(
        "sekcam,tumbuh,a,2019-S1,6", "sekcam,surat,a,2019-TW1,6", "sekcam,surat,a,2019-TW3,2", "sekcam,baru,a,2019,1"
    ),
    "realisasi/2018/a.csv": csv(
        "sekcam,tumbuh,a,2018-S1,4", "sekcam,surat,a,2018-TW1,3", "sekcam,surat,a,2018-TW3,9", "bubar,x,a,2018,1"
    ),
    "realisasi/2017/a.csv": csv("sekcam,tumbuh,a,2017-S1,3"),
}
WITHOUT_2018 = {name: text for name, text in FILES.items() if "/2018/" not in name}


def last_year(hasil: Hasil) -> dict[str, str | None]:
    return {one.indikator.id: year_before(hasil, one) for one in hasil.indikator()}


def test_growth_and_last_year(tmp_path: Path) -> None:
    hasil = computed(tmp_path, FILES, "TW2")
    assert [str(one.realisasi) for one in hasil.indikator()] == ["50", "6", "None"]
    assert last_year(hasil) == {
        "tumbuh": "tahun lalu 33,33 persen, capaian 333,33, angka contoh",
        "surat": "tahun lalu 3 dokumen, capaian 75, data 3 dari 6 bulan, angka contoh",
        "baru": None,
    }
    said = (
        "Januari s.d. Juni 2018: 204,17 (Sangat Tinggi), dihitung dengan definisi sekarang; "
        "1 indikator tanpa capaian dan 1 indikator dari data yang tidak lengkap; angka contoh."
    )
    assert mean_of_year_before(hasil) == said == mean_of_year_before(hasil, hasil.jabatan[0])
    assert not hasil.contoh


def test_rows_of_what_is_no_more_are_counted(tmp_path: Path) -> None:
    (found,) = measured(tmp_path, FILES).diagnostics
    assert (found.code, found.message[:38]) == ("IKI451", "1 baris tidak dipakai: `bubar.x.a` tid")


def test_no_last_year_without_data(tmp_path: Path) -> None:
    hasil = computed(tmp_path, WITHOUT_2018, "TW2")
    assert (hasil.tahun_lalu, mean_of_year_before(hasil)) == (None, None)
    assert set(last_year(hasil).values()) == {None}
    assert "tahun_lalu" not in as_json(hasil)
    assert as_table(hasil)[0][-1] == "contoh"


@pytest.mark.parametrize(
    ("files", "years"),
    [
        (FILES, [2019, 2018, 2017]),
        (WITHOUT_2018, [2019]),
        ({name: text.replace(GROWTH, PLAIN) for name, text in FILES.items()}, [2019, 2018]),
    ],
)
def test_a_year_is_read_once_and_only_where_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], years: list[int]
) -> None:
    read: list[int] = []

    def reading(kantor: Kantor, tahun: int, *, earlier: bool) -> Reading:
        read.append(tahun)
        return Reading(kantor, tahun, earlier=earlier)

    monkeypatch.setattr(muat, "Reading", reading)
    assert measured(tmp_path, files).hasil is not None
    assert read == years


def test_data_without_a_capaian(tmp_path: Path) -> None:
    hasil = computed(tmp_path, FILES | {"definitions/perjanjian/2018.yaml": "tahun: 2018\ntarget: {}\n"}, "TW2")
    assert last_year(hasil)["surat"] == "tahun lalu 3 dokumen, data 3 dari 6 bulan"
    assert mean_of_year_before(hasil) is None


def test_last_year_as_json_and_csv(tmp_path: Path) -> None:
    hasil = computed(tmp_path, FILES, "TW2")
    _, surat, baru = json.loads(as_json(hasil))["jabatan"][0]["indikator"]
    assert baru["tahun_lalu"] is None
    assert surat["tahun_lalu"] == {
        "tahun": 2018, "target": "4", "realisasi": "3", "capaian": "75", "predikat": "Sedang", "keadaan": "dihitung",
        "cakupan": "3/6", "contoh": True, "persis": {"realisasi": "3", "capaian": "75"},
    }  # fmt: skip
    header, *rows = as_table(hasil)
    assert header[-2:] == ["realisasi_tahun_lalu", "capaian_tahun_lalu"]
    assert [row[-2:] for row in rows] == [["33.33", "333.33"], ["3", "75"], ["", ""]]


BROKEN = csv("sekcam,surat,a,2018-TW1,tiga")


@pytest.mark.parametrize(
    ("formula", "files", "where", "why"),
    [
        (GROWTH, {"realisasi/2018/a.csv": BROKEN}, "realisasi 2018", None),
        (PLAIN, {"realisasi/2018/a.csv": BROKEN}, None, "realisasi 2018 memuat galat"),
        (GROWTH, {"realisasi/2017/a.csv": BROKEN}, None, "realisasi 2017 memuat galat"),
        (PLAIN, {"realisasi/2017/a.csv": BROKEN}, None, None),
        (GROWTH, {"realisasi/2019/a.csv": BROKEN, "realisasi/2018/a.csv": BROKEN}, "realisasi 2019", None),
    ],
)
def test_what_is_wrong_stops_only_what_needs_it(
    tmp_path: Path, formula: str, files: dict[str, str], where: str | None, why: str | None
) -> None:
    office = {name: text.replace(GROWTH, formula) for name, text in (FILES | files).items()}
    answer = measured(tmp_path, office)
    assert (answer.tempat, answer.tanpa_lalu, answer.hasil is None) == (where, why, where is not None)
    if answer.hasil is not None:
        assert (answer.hasil.tahun_lalu is None) == (why is not None)


def test_a_last_year_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    files = {name: text.replace(GROWTH, PLAIN) for name, text in WITHOUT_2018.items()}
    answer = measured(tmp_path, files | {"realisasi/2018": ""})
    assert answer.hasil is not None
    assert answer.tanpa_lalu == "realisasi 2018 tidak terbaca (bukan folder)"
