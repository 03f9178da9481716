"""The words of a form: what each row asks, and how the form is filled in."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from ikicli.definisi.nouns import Agregasi, Frekuensi, Pejabat, StatusPejabat, Unit, Variabel
from ikicli.realisasi.diminta import UNIT
from ikicli.realisasi.formulir.susun import BarisIsian, BlokIsian, Formulir, KotakIsian
from ikicli.realisasi.periode import NAMA_BULAN, Periode, tanggal
from ikicli.rumus import decimal_text

JUDUL = "Formulir Realisasi Kinerja"
KOLOM_DEPAN = ("No", "Indikator", "Yang diisi", "Satuan")
KOLOM_BELAKANG = ("Keterangan", "Bukti", "Kode")
_EVERY_DIGIT = 30
_MOST_NAMES = 3
_ROMAN = ("I", "II", "III", "IV")
_PERIODE = {Frekuensi.BULAN: "bulan", Frekuensi.TRIWULAN: "triwulan", Frekuensi.SEMESTER: "semester"}
_STATUS = {StatusPejabat.PLT: "Plt.", StatusPejabat.PLH: "Plh.", StatusPejabat.PJ: "Pj."}


def angka(nilai: Fraction) -> str:
    """A number with all its decimals and a decimal comma."""
    return decimal_text(nilai, _EVERY_DIGIT, point=",")


def satuan(variabel: Variabel) -> str:
    """The unit as its file writes it."""
    return variabel.satuan.teks if variabel.satuan else ""


def column_title(periode: Periode) -> str:
    """A period as the title of its column."""
    match periode.panjang:
        case 1:
            return NAMA_BULAN[periode.akhir - 1]
        case 3:
            return f"TW {_ROMAN[periode.akhir // 3 - 1]}"
        case 6:
            return f"Semester {_ROMAN[periode.akhir // 6 - 1]}"
        case _:
            return "Setahun"


def code(baris: BarisIsian) -> str:
    """By what the row is known when the form comes back."""
    return ".".join(part for part in baris.kunci if part)


def about_row(baris: BarisIsian) -> Iterator[str]:
    """What a row asks for, beside the variable's name."""
    if baris.tidak_berlaku:
        yield f"Tahun ini tidak berlaku: {_sentence(baris.tidak_berlaku)} Boleh dikosongkan."
    yield _how(baris.variabel)
    if baris.sumber_data:
        yield f"Sumber: {_sentence('; '.join(each.removesuffix('.') for each in baris.sumber_data))}"
    if baris.lain:
        known = ", ".join(f"{each.periode.sebutan} {angka(each.nilai)}" for each in baris.lain)
        yield f"Sudah tercatat menurut periode lain: {known}."


def _how(variabel: Variabel) -> str:
    if variabel.periode is Frekuensi.TAHUN:
        return "Angka setahun."
    one = _PERIODE.get(variabel.periode, "periode")
    match variabel.agregasi:
        case Agregasi.RATA:
            return f"Angka {one} itu; yang dipakai rata-ratanya."
        case Agregasi.TERAKHIR:
            return f"Keadaan pada akhir {one}; yang dipakai angka terakhir."
        case Agregasi.MAKS:
            return f"Angka {one} itu; yang dipakai yang tertinggi."
        case Agregasi.MIN:
            return f"Angka {one} itu; yang dipakai yang terendah."
        case _:
            return f"Angka {one} itu saja, bukan kumulatif; nanti dijumlahkan."


def indicators(baris: BarisIsian) -> str:
    """The indicators that a row is for."""
    named = [each.removesuffix(".") for each in baris.indikator]
    if len(named) > _MOST_NAMES:
        return f"{'; '.join(named[:_MOST_NAMES])}; dan {len(named) - _MOST_NAMES} lainnya"
    return "; ".join(named)


def box_prompt(baris: BarisIsian, kotak: KotakIsian, *, whole: bool) -> tuple[str, str]:
    """What stands beside a cell while it is filled in: a title and a sentence."""
    kind = "Angka bulat" if whole else "Angka; desimal boleh"
    unit = f" ({satuan(baris.variabel)})" if satuan(baris.variabel) else ""
    return kotak.periode.sebutan, f"{kind}{unit}. Kosongkan bila belum ada datanya; tulis 0 bila memang nihil."


def box_refusal(baris: BarisIsian, *, whole: bool) -> str:
    """What is said against anything but a number in a cell."""
    unit = satuan(baris.variabel)
    kind = f"bilangan bulat 0 atau lebih, sebab satuannya {unit}" if whole else "angka"
    return f"Yang dapat diisi hanya {kind}, tanpa satuan dan tanda lain. Bila belum ada datanya, kosongkan."


def holder(pejabat: Pejabat | None) -> str:
    """Who holds the jabatan, so far as known."""
    if pejabat is None:
        return ""
    return " ".join(part for part in (_STATUS.get(pejabat.status, ""), pejabat.nama) if part)


def letterhead(unit: Unit) -> tuple[str, str, str]:
    """The government, the office, and its address in one line."""
    kop = unit.kop
    code = "" if kop is None else kop.kode_pos or ""
    named = () if kop is None else (("", kop.alamat), ("Telepon ", kop.telepon), ("Email ", kop.email), ("", kop.situs))
    address = ", ".join([f"{name}{text}" for name, text in named if text] + ([f"Kode pos {code}"] if code else []))
    return f"PEMERINTAH {unit.kabupaten.upper()}", unit.unit.upper(), address


def titled(formulir: Formulir) -> str:
    """Whose form it is."""
    return f"Variabel bersama {formulir.jabatan}" if formulir.id == UNIT else formulir.jabatan


def titled_as(formulir: Formulir) -> str:
    """What `titled` names."""
    return "Untuk" if formulir.id == UNIT else "Jabatan"


def span(formulir: Formulir) -> str:
    """Which months the form asks about."""
    last = NAMA_BULAN[formulir.sampai.akhir - 1]
    return last if formulir.sampai.akhir == 1 else f"Januari s.d. {last}"


SINGKAT = "Isi kotak kuning saja. Belum ada datanya: kosongkan. Memang nihil: tulis 0. Selengkapnya di lembar Petunjuk."


_CARA = (
    ("Cara mengisi", "Isi kotak kuning di lembar Isian. Kotak lain terkunci, supaya formulir dapat dibaca kembali."),
    (
        "Angkanya",
        "Satu baris satu hal yang dihitung, satu kolom satu periode. Yang ditulis angka mentahnya, bukan persentase. "
        "Menjumlahkan dan menghitung persentase tidak perlu; itu dikerjakan dari formulir ini.",
    ),
    (
        "Kosong atau nol",
        "Kosong berarti datanya belum ada, dan tidak dihitung sebagai nol. Bila memang nihil, misalnya tidak ada "
        "kejadian, tulis 0.",
    ),
    (
        "Desimal",
        "Ketik seperti biasa di komputer Anda: 97,5 bila Excel berpengaturan Indonesia. Titik ribuan, satuan dan "
        "tanda persen tidak diketik. Kotak yang satuannya menghitung benda (orang, dokumen, laporan) hanya menerima "
        "bilangan bulat.",
    ),
    (
        "Yang sudah terisi",
        "Angka yang sudah ada di kotak kuning sudah tercatat di kantor. Bila keliru, betulkan di kotaknya dan "
        "tulis alasannya di kolom Keterangan.",
    ),
    (
        "Kotak abu-abu",
        "Tidak diisi: periodenya tidak diminta, atau datanya sudah tercatat menurut periode lain, yang disebut di "
        "barisnya.",
    ),
    (
        "Keterangan, Bukti",
        "Boleh dikosongkan; dicatat pada periode terakhir yang terisi di barisnya. Di kolom Bukti tulis nama berkas "
        "buktinya bila ada, misalnya rekap-maret.pdf.",
    ),
    (
        "Menyimpan",
        "Simpan tetap sebagai Excel (.xlsx), atau ODS dari LibreOffice. Jangan menghapus kolom Kode dan jangan "
        "mengganti nama lembar.",
    ),
)


def instructions(formulir: Formulir) -> Iterator[tuple[str, str]]:
    """How the form is filled in and sent back, point by point: what it is about, and what is to be done."""
    yield from _CARA
    yield from _sending(formulir)


def instructions_for_csv(formulir: Formulir) -> Iterator[tuple[str, str]]:
    """The same for a form without locks and colours, in a few lines."""
    yield (
        "Cara mengisi",
        "Kolom periode. Belum ada datanya: kosongkan. Memang nihil: tulis 0. Kolom Kode jangan diubah.",
    )
    yield "Desimal", "Koma, misalnya 97,5; tanpa titik ribuan, satuan, atau tanda persen."
    yield from _sending(formulir)


def _sending(formulir: Formulir) -> Iterator[tuple[str, str]]:
    yield "Dikirim kepada", _sent_to(formulir)
    yield "Paling lambat", _deadline(formulir)
    if formulir.contoh:
        yield (
            "Angka contoh",
            (
                f"Kantor masih menyimpan angka contoh ({', '.join(formulir.contoh)}). Angka itu bukan angka resmi dan "
                "tidak diisikan di sini."
            ),
        )


def _sent_to(formulir: Formulir) -> str:
    kop = formulir.unit.kop
    mail = f", atau lewat {kop.email}" if kop and kop.email else ""
    return f"Bagian perencanaan {formulir.unit.unit}, yang mengirim formulir ini{mail}."


def _deadline(formulir: Formulir) -> str:
    days = formulir.unit.batas_lapor
    if days is None:
        return "Menurut jadwal kantor Anda."
    said = f"{days} hari sesudah periodenya berakhir."
    if not formulir.blok or not date.min.year <= formulir.sampai.tahun < date.max.year:
        return said
    finest = formulir.blok[0].periode
    dates = "; ".join(f"{column_title(each)}: {tanggal(_end(each) + timedelta(days=days))}" for each in finest)
    return f"{said} {dates}."


def _end(periode: Periode) -> date:
    """The period's last day."""
    following = date(periode.tahun + periode.akhir // 12, periode.akhir % 12 + 1, 1)
    return following - timedelta(days=1)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def block_title(blok: BlokIsian) -> str:
    """How often the variables of a block are collected."""
    one = _PERIODE.get(blok.frekuensi)
    return f"Diisi setiap {one}" if one else "Diisi sekali setahun"
