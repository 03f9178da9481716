"""The registry of codes: what each finding is called, how grave it is, and what it means.

1xx the shape of files, 2xx meaning, 3xx formulas and units, 4xx data, 5xx evaluation. Codes are stable: a rule that
goes leaves its number empty. Every code has an example in `tests/rules/<CODE>/`, shown by `iki kode`.
"""

from enum import Enum

from ikicli.value import Value


class Tingkat(Enum):
    """How grave a finding is: an error fails, a warning fails under `--ketat`, an info never does."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


class Kode(Value):
    """One kind of finding: its severity, its title, and why it matters (both in Indonesian, for the user)."""

    tingkat: Tingkat
    judul: str
    penjelasan: str


_G, _P, _I = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.INFO

KODE: dict[str, Kode] = {
    "IKI101": Kode(
        _G,
        "Berkas bukan teks UTF-8",
        "iki membaca berkas teks berkode UTF-8. Berkas yang disimpan sebagai UTF-16, Windows-1252 atau Latin-1, atau "
        "yang berisi karakter NUL, dapat terbaca keliru; karena itu ditolak. Simpan ulang sebagai UTF-8.",
    ),
    "IKI102": Kode(
        _G,
        "Susunan YAML salah",
        "Berkas tidak dapat dibaca sebagai YAML di tempat ini. Yang paling sering: indentasi yang tidak rata, tab, "
        "tanda kutip yang tidak ditutup, titik dua di dalam teks yang tidak dikutip, atau LaTeX di dalam kutip ganda.",
    ),
    "IKI103": Kode(
        _G,
        "Berkas terlalu besar atau terlalu dalam",
        "Berkas definisi ditulis untuk dibaca orang: paling besar 1 MiB dan paling dalam 20 tingkat. Yang melampaui "
        "itu hampir pasti rusak atau bukan berkas definisi.",
    ),
    "IKI104": Kode(
        _G,
        "Jangkar atau alias YAML",
        "Jangkar (`&nama`) dan alias (`*nama`) membuat satu nilai muncul di banyak tempat tanpa terlihat. Tulis "
        "nilainya di tempatnya, atau jadikan variabel bersama di unit.yaml.",
    ),
    "IKI105": Kode(
        _G,
        "Tag YAML",
        "Tag (`!nama`) meminta pembaca YAML membuat sesuatu yang lain dari teks biasa. Definisi tidak memerlukannya.",
    ),
    "IKI106": Kode(
        _G,
        "Kunci ganda",
        "Satu kunci tertulis dua kali. Banyak pembaca YAML diam-diam memakai yang terakhir, sehingga satu isian "
        "hilang; iki menolaknya.",
    ),
    "IKI107": Kode(
        _G,
        "Lebih dari satu dokumen",
        "Satu berkas berisi satu dokumen. Pemisah `---` di tengah berkas memulai dokumen kedua yang tidak akan dibaca.",
    ),
    "IKI108": Kode(
        _G,
        "Bentuk isian salah",
        "Isian berbentuk lain dari yang seharusnya, misalnya daftar di tempat teks. Perbaiki bentuknya.",
    ),
    "IKI109": Kode(
        _G,
        "Kunci tidak dikenal",
        "Kunci ini tidak ada dalam bentuk berkas. Salah ketik pada kunci berarti isiannya tidak akan dibaca.",
    ),
    "IKI110": Kode(_G, "Kunci wajib tidak ada", "Isian yang wajib belum ditulis."),
    "IKI111": Kode(_G, "Isian kosong", "Isian yang wajib ada tetapi kosong (juga `null` dan `~` berarti kosong)."),
    "IKI112": Kode(
        _G,
        "Angka salah tulis",
        "Angka dalam definisi memakai titik desimal, tanpa pemisah ribuan: `95.5`, `1500000`. Koma desimal ditolak, "
        "sebab di YAML `{a: 95,5}` terbaca sebagai dua isian.",
    ),
    "IKI113": Kode(
        _G,
        "Id tidak sah",
        "Id adalah nama yang dipakai formula dan berkas lain: huruf kecil, angka dan garis bawah, diawali huruf. "
        "Nama berkas jabatan adalah id jabatannya.",
    ),
    "IKI114": Kode(_G, "Pilihan tidak dikenal", "Isian ini hanya boleh salah satu dari beberapa kata yang ditentukan."),
    "IKI115": Kode(
        _P,
        "Karakter tak terlihat",
        "Teks memuat karakter yang tidak terlihat di layar (biasanya terbawa saat menyalin dari Word, PDF atau "
        "laman). Dua kata yang tampak sama menjadi berbeda bagi komputer.",
    ),
    "IKI116": Kode(_G, "Tanggal tidak sah", "Tanggal ditulis tahun-bulan-hari, misalnya `2019-09-02`."),
    "IKI117": Kode(
        _G,
        "Target tidak terbaca",
        "Target adalah angka (`95`), rentang (`80..90`), batas atas (`<= 5`) atau batas bawah (`>= 80`).",
    ),
    "IKI118": Kode(
        _P,
        "Berkas tidak dibaca",
        "Berkas ini berada di folder definisi atau realisasi, tetapi nama atau jenisnya tidak menurut susunan. Isinya "
        "tidak dibaca.",
    ),
    "IKI119": Kode(
        _G,
        "Tahun tidak sama dengan nama berkas",
        "Perjanjian Kinerja sebuah tahun disimpan di `perjanjian/<tahun>.yaml`, dan isiannya menyebut tahun yang sama.",
    ),
    "IKI120": Kode(
        _G,
        "Rentang tahun salah tulis",
        'Periode Renstra ditulis dengan tahun pertama dan terakhirnya: `"2016-2021"`.',
    ),
    "IKI121": Kode(
        _G,
        "Templat kantor salah",
        "Templat di folder `templates/` kantor menang atas templat bawaan. Templat ini tidak dapat dibaca atau "
        "dijalankan, jadi dokumen yang memakainya tidak dibuat. Hapus berkasnya untuk kembali ke templat bawaan.",
    ),
    "IKI122": Kode(
        _P,
        "Tanda kutip bukan kutip YAML",
        "Word mengganti tanda kutip lurus menjadi “ ”. YAML tidak mengenalnya sebagai tanda kutip, sehingga tandanya "
        "ikut tercetak di laporan, dan koma atau titik dua di dalamnya tetap memotong isian.",
    ),
    "IKI123": Kode(
        _P,
        "Teks terpotong oleh #",
        "Di luar kutip, `#` sesudah spasi memulai komentar: dari `Kegiatan #1 desa` hanya `Kegiatan` yang terbaca. "
        "Teks yang memuat ` #` diapit tanda kutip; komentar diberi spasi sesudah `#`.",
    ),
    "IKI201": Kode(
        _G,
        "Bobot tidak berjumlah 100",
        "Bila satu indikator jabatan berbobot, semuanya berbobot dan jumlahnya 100. Selain itu rata-rata tertimbang "
        "tidak bermakna.",
    ),
    "IKI202": Kode(_G, "Id indikator ganda", "Dua indikator dalam satu jabatan memakai id yang sama."),
    "IKI203": Kode(
        _G,
        "Atasan tidak dikenal",
        "`atasan` menyebut id sebuah jabatan (nama berkasnya) atau id pimpinan di unit.yaml.",
    ),
    "IKI204": Kode(
        _G,
        "Rantai atasan melingkar",
        "Rantai atasan setiap jabatan harus berakhir pada pimpinan; di sini ia kembali ke dirinya sendiri.",
    ),
    "IKI205": Kode(
        _G,
        "Indikator yang didukung tidak dikenal",
        "`mendukung` menyebut `jabatan.indikator` yang tidak ada.",
    ),
    "IKI206": Kode(
        _G,
        "Dukungan melingkar",
        "Indikator yang saling mendukung secara melingkar tidak mempunyai puncak; pohon kinerja tidak dapat digambar.",
    ),
    "IKI207": Kode(
        _P,
        'Nama menyebut "Jumlah" tetapi satuannya persen',
        "Pembaca tabel akan menduga hitungan, padahal angkanya persentase. Bila keputusannya memang berbunyi "
        "demikian, tulis alasannya di `abaikan`.",
    ),
    "IKI208": Kode(
        _P,
        "Nama indikator hampir sama",
        "Dua indikator satu jabatan bernama sama atau hanya berbeda satu-dua huruf. Biasanya satu indikator yang "
        "tertulis dua kali. Nama yang hanya berbeda angkanya tidak termasuk.",
    ),
    "IKI209": Kode(
        _P,
        "Variabel tidak dipakai",
        "Variabel dideklarasikan, dan akan ditagih kepada seksi, tetapi tidak ada formula yang memakainya.",
    ),
    "IKI210": Kode(
        _P,
        "Polaritas tampak berlawanan dengan nama",
        "Nama menyebut hal yang lazimnya makin sedikit makin baik (pelanggaran, pengaduan, keluhan, keterlambatan), "
        "tetapi polaritasnya `naik`. Bila memang demikian, tulis alasannya di `abaikan`.",
    ),
    "IKI211": Kode(
        _G,
        "Nama variabel sudah dipakai",
        "Variabel indikator tidak boleh bernama sama dengan variabel bersama di unit.yaml atau nama fungsi formula.",
    ),
    "IKI212": Kode(
        _G, "Perjanjian menyebut jabatan yang tidak ada", "Target atau pejabat ditulis untuk id jabatan yang tidak ada."
    ),
    "IKI213": Kode(
        _G,
        "Perjanjian menyebut indikator yang tidak ada",
        "Target ditulis untuk id indikator yang tidak ada pada jabatan itu, sehingga tidak akan dipakai.",
    ),
    "IKI214": Kode(
        _I,
        "Indikator belum bertarget",
        "Perjanjian Kinerja tahun ini belum menetapkan target indikator ini; capaiannya belum dapat dihitung.",
    ),
    "IKI215": Kode(
        _G,
        "Batas target berlawanan dengan polaritas",
        "`>=` pada indikator berpolaritas turun, atau `<=` pada indikator berpolaritas naik, tidak mempunyai arti.",
    ),
    "IKI216": Kode(
        _P,
        "Target perjanjian berbeda dari target baku",
        "Indikator mempunyai target baku dari keputusan; perjanjian menyebut yang lain. Yang dipakai: perjanjian.",
    ),
    "IKI217": Kode(
        _G,
        "Rencana target tidak cocok",
        "Rencana target menulis tingkat yang diharapkan pada akhir setiap periode (kumulatif): 4 angka untuk "
        "`triwulan`, 2 untuk `semester`, 12 untuk `bulan`, dan yang terakhir sama dengan target tahun.",
    ),
    "IKI218": Kode(
        _P, "`abaikan` tidak membungkam apa pun", "Peringatan yang diabaikan sudah tidak muncul; hapus baris `abaikan`."
    ),
    "IKI219": Kode(
        _G, "Kode di `abaikan` tidak dapat dipakai", "`abaikan` menyebut kode peringatan; galat tidak dapat diabaikan."
    ),
    "IKI220": Kode(
        _G,
        "Predikat tidak menurun",
        "Predikat ditulis dari yang tertinggi; setiap `dari` harus lebih kecil dari yang di atasnya. Selain itu ada "
        "predikat yang tidak akan pernah diberikan.",
    ),
    "IKI221": Kode(
        _P,
        "Predikat tidak terjangkau",
        "Predikat dimulai di atas batas capaian tertinggi, sehingga tidak akan pernah diberikan.",
    ),
    "IKI222": Kode(
        _G,
        "Aturan tidak dikenal",
        "unit.yaml memilih aturan yang tidak ada: bukan aturan bawaan (`lkjip`, `kemenkeu`) dan bukan berkas di "
        "`definitions/aturan/`.",
    ),
    "IKI223": Kode(_G, "Urutan jabatan salah", "`urutan` menyebut jabatan yang tidak ada, atau satu jabatan dua kali."),
    "IKI224": Kode(
        _P, "Satuan sudah ada", "Satuan milik kantor ini sudah ada dalam daftar bawaan, atau tertulis dua kali."
    ),
    "IKI225": Kode(
        _G, "Perubahan di luar tahunnya", "Perjanjian Kinerja Perubahan bertanggal di luar tahun perjanjiannya."
    ),
    "IKI226": Kode(_P, "Jabatan tanpa indikator", "Jabatan ini tidak mempunyai indikator, jadi tidak dapat diukur."),
    "IKI227": Kode(
        _P,
        "Rencana target turun",
        "Rencana target bersifat kumulatif, jadi pada polaritas naik tidak pernah turun. Sering kali sebabnya koma "
        "desimal di dalam daftar: `95,5` terbaca sebagai dua angka.",
    ),
    "IKI228": Kode(
        _P,
        "Target negatif",
        "Bentuk capaian yang lazim membagi dengan target; di bawah nol yang membaik terhitung memburuk.",
    ),
    "IKI229": Kode(
        _P,
        "Target persen di atas 100",
        "Target bersatuan persen di atas 100. Mungkin saja benar (pertumbuhan), tetapi sering kali titik desimalnya "
        "terlewat: 950 untuk 95,0.",
    ),
    "IKI230": Kode(
        _G,
        "Perubahan bertanggal sama",
        "Dua Perjanjian Kinerja Perubahan bertanggal sama menetapkan target satu indikator; iki tidak memilihkan.",
    ),
    "IKI231": Kode(
        _P,
        "Nilai terburuk di sisi yang salah",
        "`terburuk` adalah nilai terburuk yang mungkin: di bawah target pada polaritas naik, di atasnya pada turun.",
    ),
    "IKI232": Kode(
        _G, "Batas capaian terbalik", "Capaian terendah (`bawah`) lebih tinggi dari capaian tertinggi (`atas`)."
    ),
    "IKI233": Kode(
        _I,
        "Aturan bawaan diganti",
        "Kantor ini mempunyai aturan dengan nama aturan bawaan; yang dipakai: aturan kantor.",
    ),
    "IKI234": Kode(
        _G,
        "Renstra menyebut yang tidak ada",
        "Target di renstra.yaml ditulis untuk id jabatan atau indikator yang tidak ada, sehingga tidak akan dipakai.",
    ),
    "IKI235": Kode(
        _G,
        "Target Renstra di luar periodenya",
        "Target di renstra.yaml ditulis untuk tahun yang tidak termasuk `periode` Renstra itu.",
    ),
    "IKI236": Kode(
        _P,
        "Target seperti ribuan",
        "Satuan ini menghitung benda utuh, tetapi targetnya ditulis dengan tiga desimal. Titik berarti desimal: "
        "`1.200` terbaca satu koma dua, bukan seribu dua ratus.",
    ),
    "IKI301": Kode(
        _G,
        "Karakter tidak dikenal dalam formula",
        "Formula memakai angka, nama variabel, `+ - * /` (juga `×`, `÷`, `−`), tanda kurung, perbandingan di dalam "
        "`jika`, dan beberapa fungsi. Tidak ada pangkat, teks, atau LaTeX.",
    ),
    "IKI302": Kode(_G, "Susunan formula salah", "Ada yang kurang atau berlebih di tempat ini."),
    "IKI303": Kode(_G, "Formula terlalu panjang", "Formula paling panjang 2.000 karakter."),
    "IKI304": Kode(
        _G,
        "Formula terlalu dalam",
        "Formula paling dalam 60 tingkat (kurung, fungsi, dan deret operasi). Untuk deret panjang pakai `jumlah(...)`.",
    ),
    "IKI305": Kode(_G, "Angka terlalu panjang", "Satu angka paling banyak 30 digit."),
    "IKI306": Kode(
        _G,
        "Fungsi tidak dikenal",
        "Fungsi yang ada: `jika`, `min`, `maks`, `jumlah`, `rata`, `abs`, `bulat`, `lalu`.",
    ),
    "IKI307": Kode(_G, "Masukan fungsi salah", "Fungsi diberi masukan yang jumlah atau jenisnya tidak sesuai."),
    "IKI308": Kode(
        _G,
        "Perbandingan salah tempat",
        "Perbandingan (`=`, `!=`, `<`, `<=`, `>`, `>=`) hanya boleh sebagai masukan pertama `jika`, tidak dirangkai.",
    ),
    "IKI309": Kode(
        _G,
        "Variabel tidak dideklarasikan",
        "Formula menyebut nama yang bukan variabel indikator ini dan bukan variabel bersama di unit.yaml.",
    ),
    "IKI310": Kode(_G, "Indikator yang dirujuk tidak ada", "Formula merujuk `jabatan.indikator` yang tidak ada."),
    "IKI311": Kode(_G, "Rujukan melingkar", "Formula ini, lewat indikator lain, membutuhkan hasilnya sendiri."),
    "IKI312": Kode(
        _G,
        "Satuan tidak sama",
        "Yang dijumlahkan, dikurangkan, dibandingkan atau dipilih harus bersatuan sama: hari tidak dapat dikurangi "
        "orang. Biasanya ada satu pembagian atau perkalian yang terlewat.",
    ),
    "IKI313": Kode(
        _G,
        "Satuan formula bukan satuan indikator",
        "Formula menghasilkan satuan yang lain dari yang dinyatakan indikatornya.",
    ),
    "IKI314": Kode(
        _P,
        "Persen tanpa faktor 100",
        "Indikator bersatuan persen, tetapi formulanya tidak dikalikan 100: hasilnya 0,95, bukan 95.",
    ),
    "IKI315": Kode(
        _G,
        "Satuan tidak dikenal",
        "Satuan ini tidak ada dalam daftar bawaan dan tidak didaftarkan kantor di `satuan:` unit.yaml.",
    ),
    "IKI316": Kode(_G, "Pembagian dengan nol", "Pembaginya selalu nol, apa pun datanya."),
    "IKI401": Kode(
        _G,
        "Kepala kolom realisasi salah",
        "Baris pertama CSV realisasi menyebut kolom `jabatan,indikator,variabel,periode,nilai`, boleh ditambah "
        "`keterangan` dan `bukti`.",
    ),
    "IKI402": Kode(_G, "Jabatan dalam data tidak ada", "Baris realisasi menyebut id jabatan yang tidak ada."),
    "IKI403": Kode(_G, "Indikator dalam data tidak ada", "Baris realisasi menyebut indikator yang tidak ada."),
    "IKI404": Kode(
        _G,
        "Variabel dalam data tidak ada",
        "Baris realisasi menyebut variabel yang tidak dideklarasikan. Variabel bersama ditulis tanpa jabatan dan "
        "indikator.",
    ),
    "IKI405": Kode(
        _G,
        "Periode tidak terbaca",
        "Periode ditulis `2019`, `2019-S1`, `2019-TW1` atau `2019-01`.",
    ),
    "IKI406": Kode(
        _G,
        "Nilai bukan angka",
        "Nilai realisasi adalah angka dengan titik desimal tanpa pemisah ribuan. Data yang belum ada tidak ditulis "
        "sebagai baris: kosong bukan nol.",
    ),
    "IKI407": Kode(_G, "Data ganda", "Satu variabel pada satu periode tertulis dua kali; iki tidak memilihkan."),
    "IKI408": Kode(
        _G,
        "Periode bertumpuk",
        "Satu variabel mempunyai nilai untuk sebuah periode dan juga untuk bagiannya; menjumlahkannya menghitung dua "
        "kali.",
    ),
    "IKI409": Kode(
        _P,
        "Bukan bilangan cacah",
        "Satuan ini menghitung benda utuh, tetapi nilainya ditulis dengan desimal atau negatif. Titik berarti desimal: "
        "`1.500` terbaca satu setengah, bukan seribu lima ratus.",
    ),
    "IKI410": Kode(_G, "Periode di luar tahun", "Berkas di `realisasi/<tahun>/` hanya berisi periode tahun itu."),
    "IKI411": Kode(
        _G,
        "Nilai untuk tetapan",
        "Variabel ini bernilai tetap (`tetapan`) di definisi, jadi tidak diisi dari data.",
    ),
    "IKI412": Kode(
        _G,
        "Baris CSV rusak",
        "Jumlah kolom baris ini tidak sama dengan kepala kolomnya, tanda kutipnya tidak ditutup atau diikuti teks "
        "lain, atau salah satu selnya terlalu panjang.",
    ),
    "IKI421": Kode(
        _G,
        "Berkas kiriman tidak terbaca",
        "Berkas yang diimpor bukan tabel, rusak, terkunci kata sandi, terlalu besar, atau berformat lama. iki "
        "membaca CSV (juga TSV), Excel (.xlsx) dan LibreOffice (.ods).",
    ),
    "IKI422": Kode(
        _G,
        "Tabel isian tidak dikenal",
        "Tabel dikenal dari satu baris judul kolom: yang menyebut isiannya (Kode, Indikator, Yang diisi, "
        "Variabel), dan periode sebagai kolom (Januari ... Desember, TW I ... TW IV) atau sebagai kolom Periode di"
        " samping kolom Nilai.",
    ),
    "IKI423": Kode(
        _G,
        "Baris tidak menunjuk satu variabel",
        "Nama di baris ini dipakai beberapa variabel, atau tidak ada sama sekali. Jabatan dan indikator dapat "
        "bernama sama; yang pasti ialah kolom Kode atau id dari definisi.",
    ),
    "IKI424": Kode(
        _G,
        "Angka bermakna ganda",
        "`1.234` dapat berarti seribu dua ratus tiga puluh empat atau satu koma dua tiga empat. iki tidak menebak:"
        " tandanya dibaca hanya bila sel lain di kolom yang sama menunjukkan artinya, atau bila `--desimal` "
        "memutuskannya.",
    ),
    "IKI425": Kode(
        _G,
        "Dua cara menulis angka",
        "Satu lembar memakai koma sebagai desimal di satu sel dan titik sebagai desimal di sel lain. Angka yang "
        "tampak jelas pun dapat keliru; samakan cara menulisnya, atau putuskan dengan `--desimal`.",
    ),
    "IKI426": Kode(
        _G,
        "Satuan berbeda dari definisi",
        "Satuan di dalam sel atau di kolom Satuan bukan satuan variabelnya. Juta rupiah dan rupiah, atau persen "
        "dan orang, tidak ditukarkan diam-diam.",
    ),
    "IKI427": Kode(
        _G,
        "Isi sel bukan satu angka",
        "Sel isian memuat teks, rentang, batas, tanggal, galat rumus, atau satu angka untuk beberapa periode (sel "
        "gabungan). Kosong, `-`, `NA` dan `n/a` berarti datanya belum ada; nol ditulis 0.",
    ),
    "IKI428": Kode(
        _G,
        "Angka kumulatif",
        "Angka `s.d.` sebuah bulan memuat bulan-bulan sebelumnya. Menyimpannya sebagai angka bulan itu "
        "menghitungnya berkali-kali; karena itu yang diimpor angka setiap periode saja.",
    ),
    "IKI429": Kode(
        _G,
        "Tahun tidak pasti",
        "Tahun angka tidak disebut, atau disebut berlainan di judul, di periode dan di `--tahun`.",
    ),
    "IKI430": Kode(
        _G,
        "Catatan menyebut jabatan yang tidak ada",
        "Analisis di catatan.yaml ditulis untuk id jabatan yang tidak ada, sehingga tidak akan muncul di laporan mana "
        "pun.",
    ),
    "IKI431": Kode(
        _G,
        "Catatan menyebut indikator yang tidak ada",
        "Analisis di catatan.yaml ditulis untuk id indikator yang tidak ada pada jabatan itu, sehingga tidak akan "
        "muncul di laporan mana pun.",
    ),
    "IKI450": Kode(
        _P,
        "Baris jurnal tidak terbaca",
        "`jurnal.jsonl` ditulis oleh `iki impor`, satu baris setiap perubahan angka. Baris ini berubah atau terpotong, "
        "jadi asal angkanya tidak dapat disebutkan; angkanya sendiri ada di CSV dan tetap dipakai.",
    ),
    "IKI451": Kode(
        _P,
        "Baris tahun lalu tidak dipakai",
        "Realisasi tahun sebelumnya dibaca untuk angka tahun lalu di samping angka tahun ini, dan untuk formula dengan "
        "`lalu(...)`. Baris di sana yang menyebut jabatan, indikator atau variabel yang tidak ada lagi di definisi "
        "sekarang tidak dapat dicocokkan, jadi tidak ikut dihitung.",
    ),
    "IKI452": Kode(
        _P,
        "Impor belum selesai dipindahkan",
        "Sebuah impor sudah diputuskan, tetapi terhenti sebelum semua berkasnya berada di tempatnya. Angkanya tidak "
        "hilang: iki membacanya dari `realisasi/.impor-siap/`, dan impor berikutnya memindahkannya lebih dahulu.",
    ),
    "IKI453": Kode(
        _G,
        "Angka berbeda dari yang tersimpan",
        'Angka yang sudah tersimpan hanya berubah bila alasannya disebut: `iki impor BERKAS --koreksi "alasan"`. Angka '
        "lama tetap tercatat di jurnal. Angka di CSV yang ditulis tangan diubah di berkasnya sendiri.",
    ),
    "IKI454": Kode(
        _G,
        "Masih ada angka contoh",
        "Variabel ini masih berangka contoh di sebuah `contoh*.csv`. Angka contoh dan angka nyata tidak boleh "
        "bercampur: hapus baris contohnya, atau seluruh berkasnya, lalu impor lagi.",
    ),
    "IKI455": Kode(
        _P,
        "Mungkin angka kumulatif",
        "Angka-angka ini tidak pernah turun dan yang terakhir sama dengan target setahun, seperti angka `s.d.` bulan "
        "itu. Variabel dengan agregasi `jumlah` diisi angka setiap periode; angka kumulatif akan terjumlah berulang.",
    ),
    "IKI456": Kode(
        _P,
        "Bukti tidak ada",
        "Kolom `bukti` menyebut berkas di dalam folder kantor, misalnya `bukti/2019/daftar_hadir.pdf`; beberapa berkas "
        "dipisah titik koma. Berkas ini tidak ditemukan, atau terletak di luar folder kantor.",
    ),
    "IKI457": Kode(
        _P,
        "Bukti berubah sejak diimpor",
        "Sidik (sha256) berkas bukti dicatat di jurnal ketika angkanya diimpor. Isinya sekarang lain dari waktu itu.",
    ),
    "IKI501": Kode(
        _G,
        "Uji tidak cocok",
        "Contoh hitungan (`uji`) memberi hasil lain dari yang ditulis. Salah satu keliru: formulanya atau contohnya.",
    ),
    "IKI502": Kode(
        _G,
        "Uji tidak dapat dihitung",
        "Contoh hitungan kurang masukan, membagi dengan nol, atau menyebut masukan yang tidak dipakai formula.",
    ),
    "IKI503": Kode(
        _G,
        "Hasil terlalu besar",
        "Hitungan menghasilkan angka lebih dari seribu digit; tidak ada ukuran kinerja yang sebesar itu.",
    ),
    "IKI504": Kode(
        _P,
        "Persentase di atas 100",
        "Realisasi sebuah persentase melebihi 100 persen. Mungkin saja benar, tetapi sering kali pembilang dan "
        "penyebutnya tertukar atau tidak setara.",
    ),
}
