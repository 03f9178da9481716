"""In words: what each name in a formula stood for, and what would fill what is missing."""

import re
from collections.abc import Iterator

from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.hasil import Hasil
from ikicli.capaian.jelaskan.cabang import Cabang, Rupa, with_exact
from ikicli.capaian.jelaskan.nouns import Bahan, IsianTerpakai, Kurang, Penjelasan
from ikicli.capaian.tulisan import TANPA_NILAI, angka_utuh, deretan_periode
from ikicli.definisi.nouns import Agregasi, Kantor
from ikicli.realisasi import NAMA_BULAN
from ikicli.realisasi.diminta import owner
from ikicli.rumus import Tiada

HUKUM = {
    Agregasi.JUMLAH: "jumlah",
    Agregasi.RATA: "rata-rata",
    Agregasi.TERAKHIR: "isian terakhir",
    Agregasi.MAKS: "tertinggi",
    Agregasi.MIN: "terendah",
}


def ingredients(hasil: Hasil, explained: Penjelasan) -> tuple[Cabang, ...]:
    """A line for each name in the formula."""
    return tuple(_ingredient(hasil, each) for each in explained.bahan)


def _ingredient(hasil: Hasil, bahan: Bahan) -> Cabang:
    value = TANPA_NILAI if isinstance(bahan.nilai, Tiada) else with_exact(bahan.nilai, hasil.aturan.digit, bahan.satuan)
    lines = [*([Cabang("", law)] if (law := origin(hasil, bahan)) else []), *(_cell(each) for each in bahan.isian)]
    if bahan.kurang:
        lines.append(_lacking(hasil.kantor, bahan.kurang))
    return Cabang(f"{bahan.nama} ({bahan.kunci})", value, tuple(lines))


def origin(hasil: Hasil, bahan: Bahan) -> str:
    """How a value came of what was collected, in a phrase; empty where one row is all there is."""
    if bahan.rujukan is not None:
        return f"hasil indikator {bahan.rujukan}"
    shared = "variabel bersama; " if bahan.bersama else ""
    if bahan.tetapan is not None:
        return shared + _constant(hasil, bahan)
    if not bahan.isian:
        return f"{shared}belum ada data"
    law = HUKUM.get(bahan.agregasi or Agregasi.JUMLAH, "")
    weighed = " menurut bulan" if bahan.agregasi is Agregasi.RATA and _lengths_differ(bahan) else ""
    return f"{shared}{law}{weighed} dari {len(bahan.isian)} isian" if len(bahan.isian) > 1 else shared.rstrip("; ")


def _lengths_differ(bahan: Bahan) -> bool:
    return len({each.periode.panjang for each in bahan.isian}) > 1


def _constant(hasil: Hasil, bahan: Bahan) -> str:
    """A constant; of one that is summed over the year, the months that have passed count."""
    assert bahan.tetapan is not None
    months = hasil.sampai.akhir
    if bahan.agregasi is not Agregasi.JUMLAH or months == 12:
        return "tetapan"
    return f"tetapan {angka_utuh(bahan.tetapan)} setahun, dihitung {months} dari 12 bulan"


def _cell(isian: IsianTerpakai) -> Cabang:
    example = " (contoh)" if isian.contoh else ""
    said = f"{angka_utuh(isian.nilai)}{example}"
    return Cabang(isian.periode.sebutan, said, tuple(_about(isian)), letak=isian.letak.teks)


def _about(isian: IsianTerpakai) -> Iterator[Cabang]:
    """What is known of a value beside its number."""
    if isian.keterangan:
        yield Cabang("Keterangan", sisipan(isian.keterangan))
    if isian.impor:
        yield Cabang("", _imported(isian), rupa=Rupa.LETAK)
    if isian.tercatat is not None:
        said = f"diubah tanpa impor; impor terakhir mencatat {isian.tercatat.replace('.', ',')}"
        yield Cabang("", said, rupa=Rupa.KURANG)


def _imported(isian: IsianTerpakai) -> str:
    """When a value came into the store and from which cell of which file, and what it replaced."""
    assert isian.impor is not None
    entry = isian.impor
    sheet = f"[{entry.lembar}]" if entry.lembar else ""
    said = f"diimpor {moment(entry.waktu)} dari {entry.berkas}{sheet}!{entry.kolom}{entry.baris}"
    if entry.lama is None:
        return said
    why = f": {entry.alasan}" if entry.alasan else ""
    return f"{said}, mengganti {entry.lama.replace('.', ',')}{why}"


def moment(waktu: str) -> str:
    """A moment of the journal as people write it: `2 Juli 2019 pukul 09.05 UTC`."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):[0-9]{2}Z", waktu)
    if match is None or not 1 <= int(match[2]) <= 12:
        return waktu
    return f"{int(match[3])} {NAMA_BULAN[int(match[2]) - 1]} {match[1]} pukul {match[4]}.{match[5]} UTC"


def _lacking(kantor: Kantor, kurang: Kurang) -> Cabang:
    """What is missing of a variable, in whose form it is asked for, and where it would go."""
    fill = f"iki templat --jabatan {owner(kantor, kurang.kunci)} --tahun {kurang.periode[0].tahun}"
    lines = (
        Cabang("", f"isi `{kurang.kunci.variabel}` lewat formulir `{fill}`, lalu `iki impor BERKAS`"),
        Cabang("", f"tempatnya {kurang.berkas}"),
    )
    return Cabang("Belum ada", deretan_periode(kurang.periode), lines, Rupa.KURANG)
