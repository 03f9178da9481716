"""The shape of files: what each kind of content takes, and what is said about the rest."""

from pathlib import Path

import pytest
from kantor_uji import UNIT as UNIT_TEXT
from kantor_uji import read, sound
from temuan_uji import ATURAN, PERJANJIAN, SEKCAM, UNIT, found, hints, marked, sekcam

from ikicli.definisi.files import VARIABEL
from ikicli.definisi.nouns import Agregasi
from ikicli.definisi.shape import Bacaan, id_hint, number_hint
from ikicli.diagnostik import Source
from ikicli.sumber import compose


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("kode: [35]", "IKI108", "[35]"),
        ("kode: {a: 1}", "IKI108", "{a: 1}"),
        ("kode: ''", "IKI111", "''"),
        ("kop: Jalan Raya", "IKI108", "Jalan Raya"),
        ("kop: {alamt: Jalan Raya}", "IKI109", "alamt"),
        ("keputusan: {menimbang: Bahwa}", "IKI108", "Bahwa"),
        ("keputusan: {diktum: [[a]]}", "IKI108", "[a]"),
        ("keputusan: {diktum: [{ke: KESATU}]}", "IKI110", "{ke: KESATU}"),
        ("satuan: [orang, ]", "IKI224", "orang"),
        ("satuan: [~]", "IKI111", "~"),
        ("satuan: [regu, regu]", "IKI224", "regu"),
        ("satuan: [orang hari]", "IKI224", "orang hari"),
        ("satuan: [rupiah, ]", "IKI224", "rupiah"),
        ("satuan: [juta rupiah]", "IKI224", "juta rupiah"),
        ("satuan: [lembar kerja siswa]", "IKI108", "lembar kerja siswa"),
        ("satuan: [rupiah / orang]", "IKI108", "rupiah / orang"),
        ("urutan: sekcam", "IKI108", "sekcam"),
        ("batas_lapor: sepuluh", "IKI112", "sepuluh"),
        ("batas_lapor: -1", "IKI112", "-1"),
        ("batas_lapor: 10.0", "IKI112", "10.0"),
        ("batas_lapor: 367", "IKI112", "367"),
        ("aturan: lkjip", "IKI108", "lkjip"),
        ("aturan: {dua: lkjip}", "IKI112", "dua"),
        ("aturan: {19: lkjip}", "IKI112", "19"),
        ("aturan: {02019: lkjip}", "IKI112", "02019"),
        ("aturan: {2019: LKjIP}", "IKI113", "LKjIP"),
        ("aturan: {2019: }", "IKI111", "2019"),
        ("aturan: {2019: lkijp}", "IKI222", "lkijp"),
        ("unitt: lagi", "IKI109", "unitt"),
    ],
)
def test_unit(tmp_path: Path, line: str, code: str, place: str) -> None:
    assert found(tmp_path, {UNIT: f"{UNIT_TEXT}{line}\n"}) == [(code, place)]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("kop: {alamat:Jalan Raya}", "beri spasi sesudah titik dua: `alamat: Jalan Raya`"),
        ("kop:\n  alamat:Jalan Raya", "beri spasi sesudah titik dua: `alamat: Jalan Raya`"),
        ("kop: {alamat: “Jalan, No. 1”}", 'tanda kutip “ ” bukan tanda kutip YAML; ganti dengan kutip lurus: "..."'),
        ("kop: {alamat: Jalan, No. 1}", "bila ini lanjutan isian di depannya, kutip isian yang memuat koma: '...'"),
        ("satuan: [regu]\nvariabel: {a: {nama: A, satuan: poin}}", "tambahkan `poin` ke `satuan:` di unit.yaml"),
        ("variabel: {a: {nama: A, satuan: poin}}", "tulis di unit.yaml: `satuan: [poin]`"),
        ("variabel: {a: {nama: A, satuan: orang, agregasi: rata-rata}}", "mungkin maksud Anda `rata`"),
        ("variabel: {a: {nama: A, satuan: orang, agregasi: Maksimum}}", "mungkin maksud Anda `maks`"),
        (
            "variabel: {a: {nama: A, satuan: orang, agregasi: tengah}}",
            "pilih salah satu: jumlah, rata, terakhir, maks, min",
        ),
        ("\u00a0kop: {}", "ada karakter tak terlihat di dalamnya (U+00A0); hapus lalu ketik ulang"),
    ],
)
def test_what_was_mistyped_is_hinted_at(tmp_path: Path, line: str, hint: str) -> None:
    assert hint in hints(tmp_path, {UNIT: f"{UNIT_TEXT}{line}\n"})


@pytest.mark.parametrize(
    "lines",
    [
        "kode: 010",
        "kode:",
        "kop:",
        "kop: {}",
        "kop: {telepon: 082232320104, kode_pos: ~}",
        "keputusan: {diktum: [Berlaku sejak ditetapkan.]}",
        "keputusan: {diktum: [{ke: KESATU, isi: Berlaku., butir: [a, b]}]}",
        "satuan: [regu, lembar kerja]",
        "urutan: []",
        "batas_lapor: 0",
        "aturan: {2019: lkjip, 2020: kemenkeu}",
        "variabel: {}",
        "variabel: null",
    ],
)
def test_right_units(tmp_path: Path, lines: str) -> None:
    sound(tmp_path, {UNIT: f"{UNIT_TEXT}{lines}\n"})


def test_scalars_stay_the_text_they_are(tmp_path: Path) -> None:
    kantor = sound(tmp_path, {UNIT: UNIT_TEXT.replace("Kecamatan Uji", "no") + "kode: 010\nkop: {telepon: 12:30}\n"})
    assert kantor.unit is not None
    assert (kantor.unit.unit, kantor.unit.kode) == ("no", "010")
    assert kantor.unit.kop is not None
    assert kantor.unit.kop.telepon == "12:30"


def test_a_diktum_may_be_a_bare_text(tmp_path: Path) -> None:
    kantor = sound(tmp_path, {UNIT: f"{UNIT_TEXT}keputusan: {{diktum: [Berlaku., {{ke: KEDUA, isi: Selesai.}}]}}\n"})
    assert kantor.unit is not None
    assert kantor.unit.keputusan is not None
    diktum = kantor.unit.keputusan.diktum
    assert [(each.ke, each.isi, each.butir) for each in diktum] == [(None, "Berlaku.", ()), ("KEDUA", "Selesai.", ())]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("atasan: camat", "atasan: Camat", [("IKI113", "Camat")]),
        ("atasan: camat", "atasan:", [("IKI111", "atasan")]),
        ("atasan: camat\n", "", [("IKI110", "jabatan: Sekretaris")]),
        ("tugas: [Bekerja.]", "tugas: Bekerja.", [("IKI108", "Bekerja.")]),
        ("tugas: [Bekerja.]", "tugas: [Bekerja., '']", [("IKI111", "''")]),
        ("tugas: [Bekerja.]", "tugas: [Bekerja.,{a: b}]", [("IKI108", "{a: b}")]),
        ("tugas: [Bekerja.]", "tugas: [Bekerja., ~]", [("IKI111", "~")]),
        ("tugas: [Bekerja.]", "tugas:\n  - Bekerja.\n  -", [("IKI111", "")]),
        ("polaritas: naik", "polaritas: Naik", [("IKI114", "Naik")]),
        ("polaritas: naik", "polaritas: [naik]", [("IKI108", "[naik]")]),
        ("satuan: dokumen\n        polaritas", "satuan: doc\n        polaritas", [("IKI315", "doc")]),
        ("satuan: dokumen\n        polaritas", "satuan: dokumen /\n        polaritas", [("IKI315", "dokumen /")]),
        ("{nama: A, satuan: dokumen, periode: bulan}", "{nama: A, satuan: dokumen, periode: minggu}",
         [("IKI114", "minggu")]),
        ("{nama: A, satuan: dokumen, periode: bulan}", "{nama: A, satuan: dokumen, agregasi: rerata}",
         [("IKI114", "rerata")]),
        ("{nama: A, satuan: dokumen, periode: bulan}", "A", [("IKI108", "A")]),
        ("formula: a\n", "formula: [a]\n", [("IKI108", "[a]")]),
        ("- id: x", "- id: jumlah-x", [("IKI113", "jumlah-x")]),
        ("sasaran:", "tugas: [lagi]\nsasaran:", [("IKI106", "tugas")]),
    ],
)  # fmt: skip
def test_jabatan(tmp_path: Path, before: str, after: str, expected: list[tuple[str, str]]) -> None:
    text = sekcam()
    assert text.count(before) == 1
    assert found(tmp_path, {SEKCAM: text.replace(before, after)}) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["mendukung: sekcam.x"], [("IKI108", "sekcam.x")]),
        (["mendukung: [x]"], [("IKI113", "x")]),
        (["mendukung: [a.b.c, sekcam.y]"], [("IKI113", "a.b.c"), ("IKI205", "sekcam.y")]),
        (["abaikan: IKI207"], [("IKI108", "IKI207")]),
        (["abaikan: {IKI207: }"], [("IKI111", "IKI207"), ("IKI218", "IKI207")]),
        (["bobot: seratus"], [("IKI112", "seratus")]),
        (["bobot: 100%"], [("IKI112", "100%")]),
        (["tafsir: []"], [("IKI108", "[]")]),
        (["uji: {masukan: {a: 1}, hasil: 1}"], [("IKI108", "{masukan: {a: 1}, hasil: 1}")]),
        (["id: y"], [("IKI106", "id")]),
    ],
)
def test_indikator(tmp_path: Path, lines: list[str], expected: list[tuple[str, str]]) -> None:
    assert sorted(found(tmp_path, {SEKCAM: sekcam(*lines)})) == expected


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("tahun: 2019\ncontoh: ya\n", "IKI114", "ya"),
        ("tahun: 2019\ncontoh: True\n", "IKI114", "True"),
        ("tahun: 2020\n", "IKI119", "2020"),
        ("tahun: 1019\n", "IKI112", "1019"),
        ("contoh: true\n", "IKI110", "contoh: true"),
        ("tahun: 2019\npejabat: {sekcam: Budi}\n", "IKI108", "Budi"),
        ("tahun: 2019\npejabat: {sekcam: {nip: 1}}\n", "IKI110", "{nip: 1}"),
        ("tahun: 2019\npejabat: {sekcam: {nama: Budi, status: Plt.}}\n", "IKI114", "Plt."),
        ("tahun: 2019\npejabat: {kasi: {nama: Budi}}\n", "IKI212", "kasi"),
        ("tahun: 2019\nperubahan: [{tanggal: 2019-02-29, target: {}}]\n", "IKI116", "2019-02-29"),
        ("tahun: 2019\nperubahan: [{tanggal: 2 Sept 2019, target: {}}]\n", "IKI116", "2 Sept 2019"),
        ("tahun: 2019\nperubahan: [{tanggal: 2020-01-01, target: {}}]\n", "IKI225", "2020-01-01"),
        ("tahun: 2019\nperubahan: {tanggal: 2019-01-01}\n", "IKI108", "{tanggal: 2019-01-01}"),
        ("tahun: 2019\nperubahan: [{tanggal: 2019-01-01}]\n", "IKI110", "{tanggal: 2019-01-01}"),
    ],
)
def test_perjanjian(tmp_path: Path, text: str, code: str, place: str) -> None:
    assert found(tmp_path, {SEKCAM: sekcam(), PERJANJIAN: text}) == [(code, place)]


def test_the_head_may_sign(tmp_path: Path) -> None:
    sound(tmp_path, {PERJANJIAN: "tahun: 2019\npejabat: {camat: {nama: Nama Camat}}\n"})


FORMS = "capaian: {naik: realisasi / target * 100}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aturan: A\n", [("IKI110", "aturan: A")]),
        ("aturan: A\ncapaian: realisasi\n", [("IKI108", "realisasi")]),
        ("aturan: A\ncapaian: {naik: realisasi / tarjet}\n", [("IKI309", "tarjet")]),
        ("aturan: A\ncapaian: {naik: lalu(realisasi)}\n", [("IKI309", "lalu(realisasi)")]),
        ("aturan: A\ncapaian: {turun: target ^ 2}\n", [("IKI301", "^")]),
        (f"aturan: A\n{FORMS}batas: {{atas: dua}}\n", [("IKI112", "dua")]),
        (f"aturan: A\n{FORMS}target_nol: {{naik: kosong}}\n", [("IKI112", "kosong")]),
        (f"aturan: A\n{FORMS}pembulatan: {{digit: 11}}\n", [("IKI112", "11")]),
        (f"aturan: A\n{FORMS}pembulatan: {{}}\n", [("IKI110", "{}")]),
        (f"aturan: A\n{FORMS}dasar: [{{dibaca: [a]}}]\n", [("IKI108", "[a]")]),
        (f"aturan: A\n{FORMS}predikat: [Baik]\n", [("IKI108", "Baik")]),
        (f"aturan: A\n{FORMS}predikat: [{{nama: Baik, dari: 90}}, {{nama: Cukup, dari: 90}}]\n", [("IKI220", "90")]),
        (f"aturan: A\n{FORMS}predikat: [{{nama: Baik}}, {{nama: Cukup, dari: 90}}]\n", [("IKI110", "{nama: Baik}")]),
        (f"aturan: A\n{FORMS}batas: {{atas: 100}}\npredikat: [{{nama: Baik, dari: 101}}]\n", [("IKI221", "101")]),
    ],
)
def test_aturan(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(tmp_path, {ATURAN: text}) == expected


@pytest.mark.parametrize("bands", ["batas: {atas: 100}\npredikat: [{nama: Baik, dari: 100}]", "predikat: []", "batas:"])
def test_right_aturan(tmp_path: Path, bands: str) -> None:
    sound(tmp_path, {ATURAN: f"aturan: A\n{FORMS}target_nol: {{naik: tidak_dihitung, turun_lebih: -5.5}}\n{bands}\n"})


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("polaritass", "mungkin maksud Anda `polaritas`"),
        ("Polaritas", "mungkin maksud Anda `polaritas`"),
        ("sumber data", "mungkin maksud Anda `sumber_data`"),
        ("sumber-data", "mungkin maksud Anda `sumber_data`"),
        ("tafsir\u200b", "ada karakter tak terlihat di dalamnya (U+200B); hapus lalu ketik ulang"),
    ],
)
def test_a_misspelt_key_is_read_as_the_one_that_was_meant(tmp_path: Path, key: str, hint: str) -> None:
    meant = {"p": "polaritas", "s": "sumber_data", "t": "tafsir"}[key[0].lower()]
    text = sekcam("tafsir: Dibaca begini.").replace(f"{meant}:", f"{key}:")
    codes = [code for code, _ in found(tmp_path, {SEKCAM: text})]
    assert [code for code in codes if code != "IKI115"] == ["IKI109"]
    assert hint in hints(tmp_path, {SEKCAM: text})


def test_a_key_that_nobody_can_have_meant_lists_those_there_are(tmp_path: Path) -> None:
    (hint,) = hints(tmp_path, {UNIT: f"{UNIT_TEXT}warna: hijau\n"})
    assert hint is not None
    assert hint.startswith("kunci yang ada: unit, kode, kabupaten")


def test_a_missing_key_points_at_the_record_that_lacks_it(tmp_path: Path) -> None:
    text = sekcam().replace("        formula: a\n", "")
    _, diagnostics = read(tmp_path, {SEKCAM: text})
    (finding,) = diagnostics
    assert marked(finding) == "id: x"
    assert finding.hint == "tambahkan `formula:` (cara menghitung realisasi dari variabel)"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("95,5", "pakai titik desimal: `95.5`"),
        ("-0,5", "pakai titik desimal: `-0.5`"),
        ("95,5%", "pakai titik desimal: `95.5`"),
        ("95%", "tulis angkanya saja: `95`"),
        ("97.5 %", "tulis angkanya saja: `97.5`"),
        ("1.500.000", "tanpa pemisah ribuan: `1500000`"),
        ("1,500,000", "tanpa pemisah ribuan: `1500000`"),
        ("1.200,5", "tanpa pemisah ribuan, dengan titik desimal: `1200.5`"),
        ("Rp1.500.000", "tanpa pemisah ribuan: `1500000`"),
        ("Rp. 1.500.000,-", "tanpa pemisah ribuan: `1500000`"),
        ("rp 500", "tulis angkanya saja: `500`"),
        ("banyak", "tulis angka, misalnya `95` atau `97.5`"),
        ("1e3", "tulis angka, misalnya `95` atau `97.5`"),
        ("", "tulis angka, misalnya `95` atau `97.5`"),
    ],
)
def test_number_hint(text: str, hint: str) -> None:
    assert number_hint(text) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Kasi Umum", "; misalnya `kasi_umum`"),
        ("kasi-umum", "; misalnya `kasi_umum`"),
        ("2019", "diawali huruf"),
        ("kasi\u200b", "karakter tak terlihat"),
        ("", "diawali huruf"),
    ],
)
def test_id_hint(text: str, hint: str) -> None:
    assert hint in id_hint(text)


def test_long_texts_are_shown_in_part(tmp_path: Path) -> None:
    _, diagnostics = read(tmp_path, {SEKCAM: sekcam(polaritas="n" * 5000)})
    assert all(len(each.message) < 200 and len(each.hint or "") < 300 for each in diagnostics)


def test_an_empty_required_key_under_a_misspelt_name_is_one_finding() -> None:
    source = Source("a.yaml", "nma:\nsatuan: orang\nagregsi:\n")
    node = compose(source).node
    assert node is not None
    bacaan = Bacaan(source)
    variabel = VARIABEL.read(node, bacaan)
    assert [finding.code for finding in bacaan.found] == ["IKI109", "IKI109"]
    assert (variabel.nama, variabel.agregasi) == ("", Agregasi.TAK_TERBACA)
