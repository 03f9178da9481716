"""The shape of every file of an office, declared once. A new key is one line here and one field of its noun."""

from ikicli.definisi import nouns
from ikicli.definisi.jangka import JangkaTahun
from ikicli.definisi.record import AtauTeks, Daftar, Kamus, Kunci, Rekam
from ikicli.definisi.shape import (
    Angka,
    AngkaBerdigit,
    BilanganBulat,
    Id,
    Pilihan,
    Rujukan,
    Rumus,
    SatuanBaru,
    SatuanUkur,
    Tanggal,
    Teks,
    YaTidak,
)
from ikicli.definisi.target import NilaiTarget, TargetIndikator

_TAHUN = BilanganBulat(1945, 9999, "tahun")

VARIABEL = Rekam(
    nouns.Variabel,
    "variabel",
    Kunci("nama", Teks(), "nama variabel seperti dibaca orang", wajib=True),
    Kunci("satuan", SatuanUkur(), "satuan variabel", wajib=True),
    Kunci(
        "agregasi",
        Pilihan(nouns.Agregasi),
        "cara nilai beberapa periode menjadi satu: jumlah, rata, terakhir, maks, atau min",
        bawaan=nouns.Agregasi.JUMLAH,
    ),
    Kunci(
        "periode",
        Pilihan(nouns.Frekuensi),
        "seberapa sering dikumpulkan: bulan, triwulan, semester, atau tahun",
        bawaan=nouns.Frekuensi.TRIWULAN,
    ),
    Kunci("tetapan", Angka(), "nilai tetap; variabel ini tidak diisi dari data"),
)

UJI = Rekam(
    nouns.Uji,
    "uji",
    Kunci("masukan", Kamus(Teks(), Angka()), "nilai setiap variabel dalam contoh hitungan", wajib=True),
    Kunci("hasil", AngkaBerdigit(), "hasil yang diharapkan, dibandingkan pada desimal yang ditulis", wajib=True),
)

INDIKATOR = Rekam(
    nouns.Indikator,
    "indikator",
    Kunci("id", Id(), "nama pendek indikator, tetap sepanjang tahun", wajib=True),
    Kunci("nama", Teks(), "nama indikator menurut keputusan, apa adanya", wajib=True),
    Kunci("penjelasan", Teks(), "kolom penjelasan/formulasi keputusan, apa adanya", wajib=True),
    Kunci("formula", Rumus(), "cara menghitung realisasi dari variabel", wajib=True),
    Kunci("satuan", SatuanUkur(), "satuan hasil formula", wajib=True),
    Kunci("polaritas", Pilihan(nouns.Polaritas), "naik, turun, atau stabil: mana yang lebih baik", wajib=True),
    Kunci("variabel", Kamus(Id(), VARIABEL), "variabel milik indikator ini", bawaan={}),
    Kunci("sumber_data", Daftar(Teks()), "kolom sumber data keputusan, apa adanya", wajib=True),
    Kunci("tafsir", Teks(), "bagaimana keputusan dibaca di tempat yang tidak jelas"),
    Kunci("uji", Daftar(UJI), "contoh hitungan yang diperiksa setiap kali", bawaan=()),
    Kunci("abaikan", Kamus(Teks(), Teks()), "kode peringatan yang dibungkam di sini, dengan alasannya", bawaan={}),
    Kunci("target", TargetIndikator(), "target baku yang ditetapkan keputusan sendiri"),
    Kunci("bobot", Angka(), "bobot dalam rata-rata jabatan; semua berbobot atau tidak satu pun"),
    Kunci("mendukung", Daftar(Rujukan()), "indikator atasan yang didukung", bawaan=()),
)

SASARAN = Rekam(
    nouns.Sasaran,
    "sasaran",
    Kunci("nama", Teks(), "kolom sasaran/kinerja utama keputusan, apa adanya", wajib=True),
    Kunci("indikator", Daftar(INDIKATOR), "indikator yang mengukur sasaran ini", wajib=True),
)

JABATAN = Rekam(
    nouns.IsiJabatan,
    "berkas jabatan",
    Kunci("jabatan", Teks(), "nama jabatan menurut keputusan, apa adanya", wajib=True),
    Kunci("atasan", Id(), "id jabatan atasan, atau id pimpinan", wajib=True),
    Kunci("tugas", Daftar(Teks()), "tugas menurut keputusan, berurutan", wajib=True),
    Kunci("fungsi", Daftar(Teks()), "fungsi menurut keputusan, berurutan", wajib=True),
    Kunci("tafsir", Teks(), "bagaimana keputusan dibaca tentang jabatan ini"),
    Kunci("sasaran", Daftar(SASARAN), "sasaran dan indikatornya", wajib=True),
)

PIMPINAN = Rekam(
    nouns.Pimpinan,
    "pimpinan",
    Kunci("id", Id(), "id pimpinan, puncak rantai atasan", wajib=True),
    Kunci("jabatan", Teks(), "nama jabatan pimpinan", wajib=True),
    Kunci("nama", Teks(), "nama pejabatnya", wajib=True),
    Kunci("nip", Teks(), "NIP"),
    Kunci("pangkat", Teks(), "pangkat dan golongan"),
)

KOP = Rekam(
    nouns.Kop,
    "kop surat",
    Kunci("alamat", Teks(), "alamat kantor"),
    Kunci("telepon", Teks(), "nomor telepon"),
    Kunci("email", Teks(), "alamat surel"),
    Kunci("situs", Teks(), "alamat laman"),
    Kunci("kode_pos", Teks(), "kode pos, dengan nama tempat bila perlu"),
)

DIKTUM = Rekam(
    nouns.Diktum,
    "diktum",
    Kunci("ke", Teks(), "urutan diktum dengan kata: KESATU"),
    Kunci("isi", Teks(), "bunyi diktum", wajib=True),
    Kunci("butir", Daftar(Teks()), "butir di bawahnya", bawaan=()),
)

KEPUTUSAN = Rekam(
    nouns.Keputusan,
    "keputusan",
    Kunci("nomor", Teks(), "nomor keputusan"),
    Kunci("tentang", Teks(), "judul keputusan"),
    Kunci("ditetapkan", Teks(), "tempat dan tanggal penetapan"),
    Kunci("menimbang", Daftar(Teks()), "butir menimbang", bawaan=()),
    Kunci("mengingat", Daftar(Teks()), "butir mengingat", bawaan=()),
    Kunci("diktum", Daftar(AtauTeks(DIKTUM, "isi")), "diktum keputusan", bawaan=()),
)

UNIT = Rekam(
    nouns.Unit,
    "unit.yaml",
    Kunci("unit", Teks(), "nama kantor", wajib=True),
    Kunci("kode", Teks(), "kode kantor, sebab nama kantor berulang di seluruh negeri"),
    Kunci("kabupaten", Teks(), "kabupaten atau kota induknya", wajib=True),
    Kunci("pimpinan", PIMPINAN, "pimpinan kantor", wajib=True),
    Kunci(
        "aturan",
        Kamus(_TAHUN, Id()),
        "aturan capaian per tahun; tahun yang tak disebut memakai yang sebelumnya",
        bawaan={},
    ),
    Kunci("kop", KOP, "isi kop surat"),
    Kunci("keputusan", KEPUTUSAN, "keputusan yang menjadi sumber definisi"),
    Kunci("satuan", Daftar(SatuanBaru()), "satuan milik kantor ini", bawaan=()),
    Kunci("urutan", Daftar(Id()), "urutan jabatan dalam setiap keluaran", bawaan=()),
    Kunci("batas_lapor", BilanganBulat(0, 366, "banyaknya hari"), "hari sesudah akhir periode untuk melapor"),
    Kunci("variabel", Kamus(Id(), VARIABEL), "variabel bersama, dipakai semua formula", bawaan={}),
)

PEJABAT = Rekam(
    nouns.Pejabat,
    "pejabat",
    Kunci("nama", Teks(), "nama pejabat", wajib=True),
    Kunci("nip", Teks(), "NIP"),
    Kunci("pangkat", Teks(), "pangkat dan golongan"),
    Kunci(
        "status",
        Pilihan(nouns.StatusPejabat),
        "definitif, plt, plh, atau pj",
        bawaan=nouns.StatusPejabat.DEFINITIF,
    ),
)

_TARGET = Kamus(Id(), Kamus(Id(), TargetIndikator()))

PERUBAHAN = Rekam(
    nouns.Perubahan,
    "perubahan",
    Kunci("tanggal", Tanggal(), "tanggal Perjanjian Kinerja Perubahan", wajib=True),
    Kunci("dasar", Teks(), "dasar perubahan"),
    Kunci("target", _TARGET, "target yang berubah", wajib=True),
)

PERJANJIAN = Rekam(
    nouns.IsiPerjanjian,
    "perjanjian",
    Kunci("tahun", _TAHUN, "tahun perjanjian", wajib=True),
    Kunci("contoh", YaTidak(), "true bila angka-angkanya hanya ilustrasi", bawaan=False),
    Kunci("pejabat", Kamus(Id(), PEJABAT), "siapa memangku jabatan tahun ini", bawaan={}),
    Kunci("target", _TARGET, "target setiap indikator", bawaan={}),
    Kunci("perubahan", Daftar(PERUBAHAN), "Perjanjian Kinerja Perubahan", bawaan=()),
)

RENSTRA = Rekam(
    nouns.IsiRenstra,
    "renstra.yaml",
    Kunci("periode", JangkaTahun(), "tahun pertama sampai tahun terakhir Renstra", wajib=True),
    Kunci("contoh", YaTidak(), "true bila angka-angkanya hanya ilustrasi", bawaan=False),
    Kunci(
        "target",
        Kamus(Id(), Kamus(Id(), Kamus(_TAHUN, NilaiTarget()))),
        "target menurut id jabatan, id indikator, lalu tahun",
        wajib=True,
    ),
)

DASAR = Rekam(
    nouns.Dasar,
    "dasar",
    Kunci("dibaca", Teks(), "aturan yang naskahnya dibaca sendiri"),
    Kunci("kutipan", Teks(), "aturan yang diketahui lewat kutipan"),
)

BENTUK_CAPAIAN = Rekam(
    nouns.BentukCapaian,
    "bentuk capaian",
    Kunci("naik", Rumus(), "bentuk untuk polaritas naik"),
    Kunci("turun", Rumus(), "bentuk untuk polaritas turun"),
    Kunci("stabil", Rumus(), "bentuk untuk polaritas stabil"),
)

BATAS = Rekam(
    nouns.Batas,
    "batas",
    Kunci("bawah", Angka(), "capaian terendah; kosong bila tidak dibatasi"),
    Kunci("atas", Angka(), "capaian tertinggi; kosong bila tidak dibatasi"),
)

_NOL = Angka("tidak_dihitung")

TARGET_NOL = Rekam(
    nouns.TargetNol,
    "target_nol",
    Kunci("naik", _NOL, "capaian polaritas naik bila targetnya nol"),
    Kunci("turun_nol", _NOL, "capaian polaritas turun bila target dan realisasinya nol"),
    Kunci("turun_lebih", _NOL, "capaian polaritas turun bila targetnya nol dan realisasinya lebih"),
    Kunci("stabil", _NOL, "capaian polaritas stabil bila targetnya nol"),
)

ATURAN = Rekam(
    nouns.IsiAturan,
    "aturan",
    Kunci("aturan", Teks(), "nama aturan", wajib=True),
    Kunci("dasar", Daftar(AtauTeks(DASAR, "kutipan")), "dasar hukumnya", bawaan=()),
    Kunci("capaian", BENTUK_CAPAIAN, "bentuk capaian per polaritas, atas target, realisasi dan terburuk", wajib=True),
    Kunci("batas", BATAS, "batas capaian"),
    Kunci("target_nol", TARGET_NOL, "capaian bila targetnya nol"),
    Kunci(
        "pembulatan",
        Rekam(
            nouns.Pembulatan,
            "pembulatan",
            Kunci("digit", BilanganBulat(0, 10), "banyaknya desimal", wajib=True),
        ),
        "pembulatan angka yang ditampilkan",
    ),
    Kunci(
        "predikat",
        Daftar(
            Rekam(
                nouns.Predikat,
                "predikat",
                Kunci("nama", Teks(), "nama predikat", wajib=True),
                Kunci("dari", Angka(), "capaian terendah predikat ini", wajib=True),
            )
        ),
        "predikat dari yang tertinggi",
        bawaan=(),
    ),
)
