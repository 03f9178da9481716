"""Forms: what is asked of whom for which periods, what is known already, and the words around it."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from formulir_uji import KANTOR_FORMULIR, filled, grid
from kantor_uji import csv, indikator, jabatan, sound

from ikicli.diagnostik import Source
from ikicli.realisasi import load_year, parse_sampai
from ikicli.realisasi.diminta import UNIT
from ikicli.realisasi.formulir import BarisIsian, Formulir, compose_forms
from ikicli.realisasi.formulir.buku import as_workbook
from ikicli.realisasi.formulir.kata import about_row, code, column_title, indicators, instructions
from ikicli.realisasi.formulir.tabel_csv import csv_text
from ikicli.tabel import rows
from ikicli.tabel.write_xlsx import write_xlsx


def form(folder: Path, id: str, sampai: str = "2019", files: dict[str, str] | None = None) -> Formulir:
    kantor = sound(folder, KANTOR_FORMULIR if files is None else files)
    span = parse_sampai(sampai, 2019)
    assert span is not None
    year = load_year(kantor, 2019)
    assert [each for each in year.diagnostics if each.code != "IKI409"] == []
    (composed,) = compose_forms(kantor, year.realisasi, [id], span)
    return composed


def asked(formulir: Formulir) -> Iterator[BarisIsian]:
    return (baris for blok in formulir.blok for baris in blok.baris)


def row(formulir: Formulir, wanted: str) -> BarisIsian:
    (found,) = [baris for baris in asked(formulir) if code(baris) == wanted]
    return found


def test_blocks_by_frequency_in_the_order_of_the_definitions(tmp_path: Path) -> None:
    blocks = [(b.frekuensi.value, [code(baris) for baris in b.baris]) for b in form(tmp_path, "kasi_umum").blok]
    assert blocks == [
        ("bulan", ["hadir", "kasi_umum.surat.masuk"]),
        ("triwulan", ["kasi_umum.belanja.bayar", "kasi_umum.beban.masuk_semua"]),
        ("semester", ["kasi_umum.belanja.pagu"]),
        ("tahun", ["kasi_umum.regu.aktif"]),
    ]


def test_a_shared_variable_is_asked_of_its_only_user_else_of_the_office(tmp_path: Path) -> None:
    assert [code(each) for each in asked(form(tmp_path, UNIT))] == ["pegawai"]
    assert row(form(tmp_path, UNIT), "pegawai").indikator == ("Nama beban.", "Nama per_orang.")
    assert row(form(tmp_path, "kasi_umum"), "hadir").indikator == ("Nama rasio.",)
    assert [code(each) for each in asked(form(tmp_path, "staf"))] == ["staf.per_orang.jam"]


def test_a_shared_variable_that_no_formula_uses_is_asked_of_nobody(tmp_path: Path) -> None:
    unused = {**KANTOR_FORMULIR}
    del unused["definitions/jabatan/staf.yaml"], unused["realisasi/2019/contoh.csv"]
    unused["definitions/unit.yaml"] += "  lain: {nama: Lain, satuan: orang}\n"
    unused["definitions/unit.yaml"] = unused["definitions/unit.yaml"].replace(", staf", "")
    assert list(asked(form(tmp_path, UNIT, files=unused))) == []


@pytest.mark.parametrize(
    ("sampai", "titles"),
    [
        ("2019", {"bulan": 12, "triwulan": 4, "semester": 2, "tahun": 1}),
        ("TW3", {"bulan": 9, "triwulan": 3, "semester": 1}),
        ("05", {"bulan": 5, "triwulan": 1}),
        ("02", {"bulan": 2}),
    ],
)
def test_only_whole_periods_through_the_given_one(tmp_path: Path, sampai: str, titles: dict[str, int]) -> None:
    composed = form(tmp_path, "kasi_umum", sampai)
    assert {blok.frekuensi.value: len(blok.periode) for blok in composed.blok} == titles
    assert all(baris.kotak for baris in asked(composed))
    assert all(len(row) <= 4 + int(composed.sampai.akhir) + 3 for row in grid(write_xlsx(as_workbook(composed))))


def test_titles_of_columns(tmp_path: Path) -> None:
    titles = [[column_title(each) for each in blok.periode] for blok in form(tmp_path, "kasi_umum").blok]
    assert (titles[0][0], titles[0][11]) == ("Januari", "Desember")
    assert titles[1:] == [["TW I", "TW II", "TW III", "TW IV"], ["Semester I", "Semester II"], ["Setahun"]]


def test_known_values_stand_in_their_cells_and_close_what_they_cover(tmp_path: Path) -> None:
    masuk = row(form(tmp_path, "kasi_umum"), "kasi_umum.surat.masuk")
    assert [kotak.nilai for kotak in masuk.kotak[:4]] == [12, 0, None, None]
    assert [kotak.terbuka for kotak in masuk.kotak] == [True] * 3 + [False] * 3 + [True] * 6
    assert "Sudah tercatat menurut periode lain: Triwulan II 2019 30." in about_row(masuk)
    semua = row(form(tmp_path, "kasi_umum"), "kasi_umum.beban.masuk_semua")
    assert [kotak.terbuka for kotak in semua.kotak] == [False, True, True, True]
    assert "Sudah tercatat menurut periode lain: Januari 2019 3, Februari 2019 4." in about_row(semua)


def test_illustrative_values_are_left_out_and_named(tmp_path: Path) -> None:
    composed = form(tmp_path, "staf")
    assert [kotak.nilai for kotak in row(composed, "staf.per_orang.jam").kotak] == [None] * 4
    assert composed.contoh == ("contoh.csv",)
    assert "contoh.csv" in dict(instructions(composed))["Angka contoh"]
    assert "Angka contoh" not in dict(instructions(form(tmp_path, "kasi_umum")))


def test_what_does_not_apply_is_said_after_the_latest_agreement(tmp_path: Path) -> None:
    composed = form(tmp_path, "kasi_umum")
    assert next(about_row(row(composed, "kasi_umum.regu.aktif"))) == (
        "Tahun ini tidak berlaku: tidak dianggarkan. Boleh dikosongkan."
    )
    assert row(composed, "kasi_umum.beban.masuk_semua").tidak_berlaku == "dihapus"
    assert row(composed, "kasi_umum.surat.masuk").tidak_berlaku is None


def test_how_values_become_one_is_said_in_words(tmp_path: Path) -> None:
    composed = form(tmp_path, "kasi_umum")
    said = {code(baris): next(iter(about_row(baris))) for baris in asked(composed) if not baris.tidak_berlaku}
    assert said == {
        "hadir": "Angka bulan itu saja, bukan kumulatif; nanti dijumlahkan.",
        "kasi_umum.surat.masuk": "Angka bulan itu saja, bukan kumulatif; nanti dijumlahkan.",
        "kasi_umum.belanja.bayar": "Angka triwulan itu saja, bukan kumulatif; nanti dijumlahkan.",
        "kasi_umum.belanja.pagu": "Keadaan pada akhir semester; yang dipakai angka terakhir.",
    }
    assert next(about_row(row(form(tmp_path, UNIT), "pegawai"))) == "Angka bulan itu; yang dipakai rata-ratanya."


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("agregasi: min", "Angka triwulan itu; yang dipakai yang terendah."),
        ("agregasi: maks, periode: semester", "Angka semester itu; yang dipakai yang tertinggi."),
        ("agregasi: rata, periode: tahun", "Angka setahun."),
    ],
)
def test_every_way_of_collecting_has_its_words(tmp_path: Path, keys: str, said: str) -> None:
    name = "definitions/jabatan/staf.yaml"
    files = {**KANTOR_FORMULIR, name: KANTOR_FORMULIR[name].replace("satuan: jam}", f"satuan: jam, {keys}}}")}
    assert next(about_row(row(form(tmp_path, "staf", files=files), "staf.per_orang.jam"))) == said


def test_of_many_indicators_the_first_are_named(tmp_path: Path) -> None:
    many = [indikator(f"i{n}", "pegawai", satuan="orang", variabel="") for n in range(5)]
    files = {**KANTOR_FORMULIR, "definitions/jabatan/lain.yaml": jabatan(*many, atasan="kasi_umum")}
    said = indicators(row(form(tmp_path, UNIT, files=files), "pegawai"))
    assert said == "Nama beban; Nama per_orang; Nama i0; dan 4 lainnya"


def test_the_instructions_say_by_when_and_to_whom(tmp_path: Path) -> None:
    said = dict(instructions(form(tmp_path, "kasi_umum", "02")))
    assert said["Paling lambat"] == (
        "5 hari sesudah periodenya berakhir. Januari: 5 Februari 2019; Februari: 5 Maret 2019."
    )
    assert said["Dikirim kepada"].endswith("yang mengirim formulir ini, atau lewat kantor@uji.go.id.")
    bare = {**KANTOR_FORMULIR, "definitions/unit.yaml": KANTOR_FORMULIR["definitions/unit.yaml"].replace(
        "batas_lapor: 5\n", "").replace("kop: {alamat: Jalan Uji 1, email: kantor@uji.go.id}\n", "")}  # fmt: skip
    said = dict(instructions(form(tmp_path, "staf", files=bare)))
    assert said["Paling lambat"] == "Menurut jadwal kantor Anda."
    assert said["Dikirim kepada"] == "Bagian perencanaan Kecamatan Uji, yang mengirim formulir ini."


def test_the_sheet(tmp_path: Path) -> None:
    sheet = grid(write_xlsx(as_workbook(form(tmp_path, "kasi_umum"))))
    heads = [row for row in sheet if "Kode" in row]
    assert heads[0][:5] == ["No", "Indikator", "Yang diisi", "Satuan", "Januari"]
    assert heads[0][15:] == ["Desember", "Keterangan", "Bukti", "Kode"]
    assert [title for title in heads[1][4:] if title] == ["TW I", "TW II", "TW III", "TW IV", *heads[0][16:]]
    assert heads[2].index("Semester II") == 4 + 6  # under the months that it spans
    text = [cell for row in sheet for cell in row]
    for said in ("PEMERINTAH KABUPATEN UJI", "KECAMATAN UJI", "Formulir Realisasi Kinerja", "Plt. Nama Kasi", "2019"):
        assert said in text
    assert sheet[-1][2].startswith("=Regu aktif\nTahun ini tidak berlaku")
    assert list(filled(sheet)) == [
        ("kasi_umum.surat.masuk", "Januari", 12.0),
        ("kasi_umum.surat.masuk", "Februari", 0.0),
        ("kasi_umum.belanja.bayar", "TW I", 1500000.125),
    ]


def test_as_csv(tmp_path: Path) -> None:
    text = csv_text(form(tmp_path, "kasi_umum"))
    assert text.startswith("\ufeffPEMERINTAH KABUPATEN UJI;;")
    read = [cells for _, cells in rows(Source("a.csv", text.removeprefix("\ufeff")))]
    assert len({len(cells) for cells in read}) == 1
    assert list(filled(read)) == [
        ("kasi_umum.surat.masuk", "Januari", "12"),
        ("kasi_umum.surat.masuk", "Februari", "0"),
        ("kasi_umum.belanja.bayar", "TW I", "1500000,1250"),
    ]
    assert "'=Regu aktif." in text


@pytest.mark.parametrize("value", ["0.1", "123456789012345", "12345678901234567890.123", "-0.5", "97.92"])
def test_a_known_value_is_written_whole(tmp_path: Path, value: str) -> None:
    files = {**KANTOR_FORMULIR, "realisasi/2019/data.csv": csv(f"kasi_umum,belanja,bayar,2019-TW2,{value}")}
    composed = form(tmp_path, "kasi_umum", files=files)
    ((_, title, cell),) = filled(grid(write_xlsx(as_workbook(composed))))
    text = cell.replace(",", ".") if isinstance(cell, str) else repr(cell)
    assert (title, Fraction(text)) == ("TW II", Fraction(value))
    assert f";{value.replace('.', ',')}" in csv_text(composed)


def test_nothing_to_ask(tmp_path: Path) -> None:
    assert form(tmp_path, "staf", "02").blok == ()
