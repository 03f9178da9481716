"""An office whose forms hold every frequency, unit and state, and a form read without the reader of the program."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kantor_uji import csv, indikator, jabatan
from python_calamine import load_workbook

KANTOR_FORMULIR = {
    "definitions/unit.yaml": (
        "unit: Kecamatan Uji\nkabupaten: Kabupaten Uji\nurutan: [kasi_umum, staf]\nbatas_lapor: 5\nsatuan: [regu]\n"
        "pimpinan: {id: camat, jabatan: Camat, nama: Nama Camat}\n"
        "kop: {alamat: Jalan Uji 1, email: kantor@uji.go.id}\n"
        "variabel:\n"
        "  pegawai: {nama: Jumlah pegawai, satuan: orang, agregasi: rata, periode: bulan}\n"
        "  hari_kerja: {nama: Hari kerja, satuan: hari, tetapan: 240}\n"
        "  hadir: {nama: Hari hadir, satuan: hari, periode: bulan}\n"
    ),
    "definitions/jabatan/kasi_umum.yaml": jabatan(
        indikator(
            "surat",
            "masuk",
            "tafsir: Surat ganda dihitung sekali.",
            satuan="surat",
            variabel="masuk: {nama: Surat masuk, satuan: surat, periode: bulan}",
        ),
        indikator(
            "belanja",
            "bayar / pagu * 100",
            satuan="persen",
            variabel="bayar: {nama: Belanja, satuan: rupiah}\n"
            "pagu: {nama: Pagu, satuan: rupiah, periode: semester, agregasi: terakhir}",
        ),
        indikator("regu", "aktif", satuan="regu", variabel="aktif: {nama: =Regu aktif, satuan: regu, periode: tahun}"),
        indikator("rasio", "hadir / hari_kerja * 100", satuan="persen", variabel=""),
        indikator(
            "beban",
            "masuk_semua / pegawai",
            satuan="surat / orang",
            variabel="masuk_semua: {nama: Surat semua, satuan: surat, agregasi: maks}",
        ),
        nama="Kepala Seksi Umum",
    ),
    "definitions/jabatan/staf.yaml": jabatan(
        indikator("per_orang", "jam / pegawai", satuan="jam / orang", variabel="jam: {nama: Jam, satuan: jam}"),
        nama="Staf",
        atasan="kasi_umum",
    ),
    "definitions/perjanjian/2019.yaml": (
        "tahun: 2019\npejabat:\n  kasi_umum: {nama: Nama Kasi, status: plt}\n"
        "target:\n  kasi_umum: {surat: 10, regu: {tidak_berlaku: tidak dianggarkan}}\n"
        "perubahan:\n  - {tanggal: 2019-09-02, target: {kasi_umum: {beban: {tidak_berlaku: dihapus}}}}\n"
    ),
    "realisasi/2019/data.csv": csv(
        "kasi_umum,surat,masuk,2019-01,12",
        "kasi_umum,surat,masuk,2019-02,0",
        "kasi_umum,surat,masuk,2019-TW2,30",
        "kasi_umum,belanja,bayar,2019-TW1,1500000.125",
        "kasi_umum,beban,masuk_semua,2019-01,3",
        "kasi_umum,beban,masuk_semua,2019-02,4",
    ),
    "realisasi/2019/contoh.csv": csv("staf,per_orang,jam,2019-TW1,99"),
}
"""`pegawai` is used by two jabatan, `hadir` by one."""

TYPED = {
    "hadir": {"Januari": "20,5", "Desember": "21"},
    "kasi_umum.surat.masuk": {"Maret": "7", "Juli": "1500", "Desember": "0", "Keterangan": "=1+1", "Bukti": "a.pdf"},
    "kasi_umum.belanja.bayar": {"TW II": "1500000000", "TW III": "0,1", "Keterangan": "3/4 dari pagu"},
    "kasi_umum.belanja.pagu": {"Semester I": "97,92", "Semester II": "123456789012345"},
    "kasi_umum.regu.aktif": {"Setahun": "4"},
}
"""What somebody types into the form of `kasi_umum`, under Indonesian settings."""

KNOWN = {
    "kasi_umum.surat.masuk": {"Januari": "12", "Februari": "0"},
    "kasi_umum.belanja.bayar": {"TW I": "1500000,125"},
}
"""What stands in it already."""


def grid(path: Path | bytes, sheet: str = "Isian") -> list[list[Any]]:
    """The cells of a sheet, from A1 on."""
    source = io.BytesIO(path) if isinstance(path, bytes) else path
    return load_workbook(source).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def filled(rows: list[list[Any]]) -> Iterator[tuple[str, str, Any]]:
    """Code, title of the column and value of every cell that is filled in on a form, its remarks too."""
    titles: list[str] = []
    for row in rows:
        if "Kode" in row:
            titles = row
        elif titles and row[titles.index("Kode")]:
            code = row[titles.index("Kode")]
            cells = list(zip(titles, row, strict=True))[4:-1]
            yield from ((code, title, value) for title, value in cells if title != "Kode" and value != "")
