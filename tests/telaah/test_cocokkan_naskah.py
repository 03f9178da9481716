"""Decrees in other hands' Markdown are read too; what cannot be read is said with its line."""

import pytest

from ikicli.diagnostik import Source
from ikicli.telaah.cocokkan import read
from ikicli.telaah.cocokkan.bunyi import Bunyi, Butir, Hal

LAIN = """\
# KEPUTUSAN CAMAT SUKAMAJU
NOMOR : 188.45/12/KEP/2020

TENTANG
INDIKATOR KINERJA INDIVIDU

CAMAT SUKAMAJU,

Menimbang :
a. bahwa satu;
b. bahwa dua.

Mengingat :
1. Undang-Undang Nomor 1 Tahun 2004
tentang Perbendaharaan Negara;
2. Peraturan Pemerintah
Nomor 8 Tahun 2006.

MEMUTUSKAN:

Menetapkan : KEPUTUSAN CAMAT TENTANG INDIKATOR

KESATU : Menetapkan indikator.
KEDUA : Indikator dipakai untuk:
a. perencanaan;
b. evaluasi.

Ditetapkan di Sukamaju
pada tanggal 2 Januari 2020

CAMAT SUKAMAJU,

SITI AMINAH
NIP. 19700101

## 1. Jabatan: Sekretaris Kecamatan
**2. Tugas Pokok:**
1. Menyusun rencana;
2. Melaksanakan tugas
   lain.

3\\. Fungsi:

Perencanaan kegiatan;

Pelaporan.

| No | SASARAN | INDIKATOR KINERJA | PENJELASAN / FORMULASI | SUMBER DATA |
|----|---------|-------------------|------------------------|-------------|
| (1) | (2) | (3) | (4) | (5) |
| 1 | Tertib administrasi | Jumlah dokumen<br>yang tepat|$\\frac{a}{b} \\times 100\\%$ | - Subbag Umum<br>- Keuangan |
|   |  |  | lanjutan penjelasan | |
| 2 |  | Jumlah surat | Banyaknya surat \\| nota | Subbag Umum |

Catatan kaki di bawah tabel
"""

BERTAB = """\
1. Jabatan : **Seksi Umum**
2. Tugas : - Melayani; dan
 - Melaporkan.
3. Fungsi : - Pelayanan.

SASARAN	INDIKATOR	FORMULASI	SUMBER DATA
Tertib.	Jumlah layanan :
a. KTP.
b. KK.	Jumlah
yang selesai.	Seksi
Umum.
	Jumlah aduan.	Aduan.	Seksi Umum.
Cepat.	Lama.	Hari.	<ul><li>- A.</li> <li>- B.</li></ul>
"""


def texts(butir: Butir, hal: Hal) -> list[str]:
    """The wordings of one kind anywhere below an item."""
    return [each.teks for each in butir.walk() if each.hal is hal]


def decree(text: str) -> Bunyi:
    return read(Source("keputusan.md", text))


def test_the_head_of_another_decree() -> None:
    kepala = decree(LAIN).kepala
    assert kepala is not None
    said = {hal: texts(kepala, hal) for hal in {each.hal for each in kepala.walk()} - {Hal.KEPALA}}
    assert said == {
        Hal.NOMOR: ["188.45/12/KEP/2020"],
        Hal.TENTANG: ["INDIKATOR KINERJA INDIVIDU"],
        Hal.MENIMBANG: ["bahwa satu;", "bahwa dua."],
        Hal.MENGINGAT: [
            "Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara;",
            "Peraturan Pemerintah Nomor 8 Tahun 2006.",
        ],
        Hal.DIKTUM: ["Menetapkan indikator.", "Indikator dipakai untuk:"],
        Hal.KE: ["KESATU", "KEDUA"],
        Hal.BUTIR: ["perencanaan;", "evaluasi."],
        Hal.DITETAPKAN: ["Sukamaju, 2 Januari 2020"],
        Hal.PEJABAT: ["CAMAT SUKAMAJU"],
        Hal.NAMA: ["SITI AMINAH"],
    }


def test_lists_and_a_table_between_bars() -> None:
    (jabatan,) = decree(LAIN).jabatan
    assert jabatan.teks == "Sekretaris Kecamatan"
    assert texts(jabatan, Hal.TUGAS) == ["Menyusun rencana;", "Melaksanakan tugas lain."]
    assert texts(jabatan, Hal.FUNGSI) == ["Perencanaan kegiatan;", "Pelaporan."]
    assert texts(jabatan, Hal.SASARAN) == ["Tertib administrasi"]
    assert texts(jabatan, Hal.INDIKATOR) == ["Jumlah dokumen yang tepat", "Jumlah surat"]
    assert texts(jabatan, Hal.PENJELASAN) == [
        r"$\frac{a}{b} \times 100\%$ lanjutan penjelasan",
        "Banyaknya surat | nota",
    ]
    assert texts(jabatan, Hal.SUMBER) == ["Subbag Umum", "Keuangan", "Subbag Umum"]


def test_what_is_not_an_item_is_said_with_its_line() -> None:
    assert [(each.baris, each.sebab) for each in decree(LAIN).tak_terbaca] == [
        (7, "di antara judul dan Menimbang"),
        (21, "di antara Menetapkan dan diktum yang pertama"),
        (34, "di bawah tanda tangan"),
        (55, "di luar tabel"),
    ]


def test_cells_between_tabs_go_on_over_lines() -> None:
    found = decree(BERTAB)
    assert found.tak_terbaca == ()
    assert found.kepala is None
    (jabatan,) = found.jabatan
    assert texts(jabatan, Hal.TUGAS) == ["Melayani; dan", "Melaporkan."]
    assert [(each.teks, texts(each, Hal.INDIKATOR)) for each in jabatan.of(Hal.SASARAN)] == [
        ("Tertib.", ["Jumlah layanan : a. KTP. b. KK.", "Jumlah aduan."]),
        ("Cepat.", ["Lama."]),
    ]
    assert texts(jabatan, Hal.PENJELASAN) == ["Jumlah yang selesai.", "Aduan.", "Hari."]
    assert texts(jabatan, Hal.SUMBER) == ["Seksi Umum.", "Seksi Umum.", "A.", "B."]
    assert [each.baris for each in jabatan.walk() if each.hal is Hal.INDIKATOR] == [7, 12, 13]


@pytest.mark.parametrize(
    ("written", "read_"),
    [
        ("**Tebal** dan <b>tebal</b>", "Tebal dan tebal"),
        (r"Pasal 1\. ayat \(2\)", "Pasal 1. ayat (2)"),
        (r"$a \% \_ **$ dan **b**", r"$a \% \_ **$ dan b"),
        ("KTP &amp; KK", "KTP & KK"),
        ("surat [resmi](http://x)", "surat resmi"),
        ("a < b > c", "a < b > c"),
        ("kata_kunci a*b*c", "kata_kunci a*b*c"),
        ("\u201ckutip\u201d", "\u201ckutip\u201d"),
    ],
)
def test_markup_goes_and_all_else_stays(written: str, read_: str) -> None:
    (jabatan,) = decree(f"1. Jabatan : X\n2. Tugas\n- {written}\n").jabatan
    assert texts(jabatan, Hal.TUGAS) == [read_]


@pytest.mark.parametrize(
    "text",
    [
        "1. Jabatan : X\n2. Tugas\n- A.\n<table><tr><td>SASARAN</td></tr>\n</table>\n",
        "1. Jabatan : X\nlagi\n2. Tugas\n- A.\n",
        "1. Jabatan : X\n2. Tugas\n- A.\n\nSASARAN\tINDIKATOR\tSUMBER\nA\tB\tC\n",
        "1. Jabatan : X\n2. Tugas\n- A.\n\n|SASARAN|INDIKATOR|FORMULA|SUMBER|\n|A|B|C|D|E|\n",
    ],
    ids=["HTML table", "line below the name", "column missing", "cell too many"],
)
def test_nothing_is_lost_silently(text: str) -> None:
    assert decree(text).tak_terbaca


@pytest.mark.parametrize("text", ["", "\n", "Jabatan", "| |", "1. Jabatan :", "2. Tugas\n- A", "KESATU : x"])
def test_texts_that_are_no_decree(text: str) -> None:
    found = decree(text)
    assert all(not each.teks for each in found.jabatan)
