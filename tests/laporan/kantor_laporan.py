"""A small office in which everything happens that a report has to say, and helpers to read documents."""

from html.parser import HTMLParser
from pathlib import Path

from kantor_uji import computed, csv, indikator, jabatan

from ikicli.capaian import Hasil, measure
from ikicli.laporan import JENIS, Bekal, documents
from ikicli.laporan.bahan.naskah import Naskah
from ikicli.realisasi.catatan import load_notes

UNIT = """\
unit: Kecamatan Uji
kabupaten: Kabupaten Contoh
pimpinan: {id: camat, jabatan: Camat Uji, nama: "SITI AMINAH, S.Sos.", pangkat: Pembina, nip: "197001011990012001"}
aturan: {2019: uji}
kop: {alamat: Jalan Raya 1, telepon: "0341123456", email: uji@uji.go.id, situs: http://uji.go.id, kode_pos: "65100"}
keputusan: {ditetapkan: "Ujung, Januari 2019"}
variabel:
  pegawai: {nama: Jumlah pegawai, satuan: orang, agregasi: rata, periode: bulan}
  hari_kerja: {nama: Hari kerja setahun, satuan: hari, agregasi: jumlah, tetapan: 240}
"""
ATURAN = """\
aturan: Kaidah Uji
dasar:
  - dibaca: "Peraturan A: bentuk naik"
  - kutipan: "Peraturan B: predikat"
capaian:
  naik: realisasi / target * 100
  turun: (2 * target - realisasi) / target * 100
  stabil: jika(realisasi <= target, realisasi / target * 100, 200 - realisasi / target * 100)
batas: {bawah: 0, atas: 160}
target_nol: {naik: tidak_dihitung, turun_nol: 100, turun_lebih: 0, stabil: tidak_dihitung}
pembulatan: {digit: 2}
predikat: [{nama: Baik, dari: 80}, {nama: Cukup, dari: 60}, {nama: Kurang, dari: 0}]
"""
PERJANJIAN = """\
tahun: 2019
pejabat:
  sekcam: {nama: "BUDI SANTOSO, S.H.", nip: "198002022005011002", pangkat: Penata Tingkat I}
  kasi: {nama: RINA WATI, status: plt}
target:
  sekcam: {hadir: 90, pelanggaran: 0}
  kasi:
    dokumen: {tahun: 2900, triwulan: [700, 1450, 2100, 2900]}
    nilai: "80..90"
    layanan: {tidak_berlaku: tidak dianggarkan}
    rapat: {tahun: 4, semester: [2, 4]}
    rasio: 50
    nihil: 0
    hadir: 90
    tumbuh: 1.4
    batas: "<= 2.5"
"""
NILAI = "n: {nama: Nilai survei, satuan: skor, agregasi: terakhir}"
DOKUMEN = "a: {nama: Dokumen selesai, satuan: dokumen, periode: bulan}"
PERSEN = "b: {nama: Bagian, satuan: dokumen}\nc: {nama: Seluruhnya, satuan: dokumen}"
CATATAN = """\
analisis:
  sekcam:
    hadir:
      TW1: {pendorong: Rekap mingguan., tindak_lanjut: Rekap diteruskan.}
  kasi:
    dokumen:
      TW1: {pendorong: Sudah lama.}
      S1: {pendorong: Loket kedua dibuka., penghambat: [Jaringan terputus., Satu petugas diklat.]}
    rapat:
      2019: {penghambat: Belum berakhir.}
"""

FILES = {
    "definitions/unit.yaml": UNIT,
    "definitions/aturan/uji.yaml": ATURAN,
    "definitions/perjanjian/2019.yaml": PERJANJIAN,
    "definitions/jabatan/sekcam.yaml": jabatan(
        indikator("hadir", "d / (hari_kerja * pegawai) * 100", "bobot: 60\ntafsir: Dibaca dalam orang hari.",
                  satuan="persen", variabel="d: {nama: Hari hadir, satuan: orang hari, periode: bulan}"),
        indikator("pelanggaran", "a", "bobot: 40", satuan="pelanggaran", polaritas="turun",
                  variabel="a: {nama: Pelanggaran, satuan: pelanggaran, periode: bulan}"),
        nama="Sekretaris Kecamatan Uji",
    ),
    "definitions/jabatan/kasi.yaml": jabatan(
        indikator("dokumen", "a", variabel=DOKUMEN),
        indikator("nilai", "n", satuan="skor", polaritas="stabil", variabel=NILAI),
        indikator("layanan", "a", variabel=DOKUMEN),
        indikator("rapat", "a", variabel=DOKUMEN),
        indikator("kosong", "a", variabel=DOKUMEN),
        indikator("rasio", "b / c * 100", satuan="persen", variabel=PERSEN),
        indikator("nihil", "a", variabel=DOKUMEN),
        indikator("hadir", "sekcam.hadir", satuan="persen", variabel=""),
        indikator("tumbuh", "jika(lalu(a) > 0, a / lalu(a), 1.25)", satuan="rasio", variabel=DOKUMEN),
        indikator("batas", "a", polaritas="turun", variabel=DOKUMEN),
        nama="Plt. Seksi Uji", atasan="sekcam",
    ),
    "realisasi/2019/unit.csv": csv(",,pegawai,2019-TW1,20", ",,pegawai,2019-TW2,19"),
    "realisasi/2019/contoh.csv": csv("kasi,dokumen,a,2019-01,1000", "kasi,dokumen,a,2019-02,234.5"),
    "realisasi/2019/isian.csv": csv(
        "sekcam,hadir,d,2019-S1,2000", "sekcam,pelanggaran,a,2019-01,1", "sekcam,pelanggaran,a,2019-03,2",
        "sekcam,pelanggaran,a,2019-02,0", "kasi,nilai,n,2019-TW1,79", "kasi,nilai,n,2019-TW2,85",
        "kasi,kosong,a,2019-S1,3", "kasi,rasio,b,2019-TW1,1", "kasi,rasio,c,2019-TW1,0", "kasi,nihil,a,2019-S1,2",
        "kasi,tumbuh,a,2019-S1,7", "kasi,batas,a,2019-S1,3",
    ),
    "realisasi/2019/catatan.yaml": CATATAN,
    "definitions/renstra.yaml": (
        'periode: "2016-2021"\ntarget:\n'
        "  sekcam: {hadir: {2019: 90, 2021: 95}, pelanggaran: {2021: 0}}\n  kasi: {dokumen: {2020: 3000}}\n"
    ),
    "realisasi/2018/isian.csv": csv("kasi,tumbuh,a,2018-S1,3"),
}  # fmt: skip


def result(folder: Path, sampai: str = "TW2", **files: str) -> Hasil:
    """The results of the small office, through the second quarter unless said; `files` replaces some of its files."""
    return computed(folder, FILES | files, sampai)


def material(hasil: Hasil, jenis: str = "kinerja") -> Bekal:
    """What a kind of document is made of, for the span of a result, with the analyses of its year."""
    noted = load_notes(hasil.kantor, hasil.sampai.tahun)
    assert noted.diagnostics == ()
    kind = JENIS[jenis]
    if not kind.bertahun:
        return Bekal(hasil.kantor)
    spans = kind.rentang(hasil.sampai) if kind.rentang else ()
    answers = [hasil if span == hasil.sampai else measure(hasil.kantor, span).hasil for span in spans]
    results = tuple(each for each in answers if each is not None)
    assert len(results) == len(spans)
    return Bekal(hasil.kantor, hasil.sampai, results, noted.catatan)


def made(hasil: Hasil, format: str = "html", jenis: str = "kinerja") -> dict[str, str]:
    """All documents of a kind by name, for the span of a result."""
    found = documents(material(hasil, jenis), jenis, format)
    return {name: text for name, text in found if isinstance(text, str)}


def written(hasil: Hasil, format: str, jenis: str = "kinerja") -> dict[str, bytes]:
    """All documents of a kind by name, as the bytes of their files."""
    found = documents(material(hasil, jenis), jenis, format)
    return {name: text.encode() if isinstance(text, str) else text for name, text in found}


def strange(folder: Path, text: str) -> list[Naskah]:
    """A document of one jabatan, with a text in its title and letterhead that no file of definitions may hold."""
    papers = JENIS["kinerja"].naskah(material(result(folder)), ["sekcam"])
    return [each._replace(perihal=text, kepala=each.kepala._replace(unit=text)) for each in papers]


_VOID = {"meta", "link", "br", "hr", "img", "input", "col"}
_INLINE = {"b", "strong", "i", "u", "var", "span"}


class Page(HTMLParser):
    """A page taken apart: its tags in order, every attribute, and its text; `problems` are tags that do not match."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.problems: list[str] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.problems += [f"<{tag}> stays open" for tag in self._open]

    @property
    def text(self) -> str:
        """What stands on the page, white space as a reader sees it."""
        return " ".join("".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.problems.append(f"</{tag}> at {self.getpos()}")
        if tag not in _INLINE:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.words.append(data)
