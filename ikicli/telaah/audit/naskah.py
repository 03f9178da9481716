"""The auditor's report as a document."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from ikicli.capaian.tulisan import TANPA_NILAI, angka_atau, angka_utuh, capitalized
from ikicli.laporan.bahan.datar import Daftar
from ikicli.laporan.bahan.naskah import Bagian, KepalaSurat, Naskah, appendices
from ikicli.laporan.render import render
from ikicli.telaah.audit.kata import PUTUSAN, TANDA, summary
from ikicli.telaah.audit.nouns import Audit, BarisAudit, Putusan
from ikicli.telaah.audit.soal import Pilihan
from ikicli.value import Value

_HOW = (
    "Target dibaca seperti tercetak. Realisasi dibaca sebagai semua angka yang dapat dibulatkan atau dipotong menjadi "
    "yang tercetak, menurut desimal terhalus di kolomnya.",
    "Capaian yang tercetak boleh dibulatkan atau dipotong pada desimalnya sendiri, menurut bentuk mana pun yang "
    "dibolehkan polaritas barisnya; baris tanpa polaritas boleh memakai semua bentuk.",
    "Baris disebut beda hanya bila tidak satu pun dari bacaan itu menghasilkan angka yang tercetak. Sebabnya dugaan "
    "dari angka, bukan kepastian.",
)


class BarisLaporan(Value):
    """A row of the report; `kelas` names its verdict for the page's style, `tanda` is its mark."""

    nomor: str
    indikator: str
    target: str
    realisasi: str
    terbit: str
    hitung: str
    kelas: str
    tanda: str
    putusan: str
    sebab: str


class TabelAudit(Value):
    """A table of verdicts under its caption."""

    keterangan: str
    baris: tuple[BarisLaporan, ...]


def as_html(audit: Audit, pilihan: Pilihan) -> str:
    """The report as one HTML page."""
    return render("laporan.html.j2", paper(audit, pilihan))


def paper(audit: Audit, pilihan: Pilihan) -> Naskah:
    """The report: what differs first, then every row, then how it was judged."""
    name = PurePath(audit.tabel).name
    wrong = [each for each in audit.baris if each.putusan is Putusan.BEDA]
    said = "Baris yang angkanya tidak mengikuti targetnya sendiri, realisasinya sendiri, atau baris di atasnya."
    parts = [Bagian("Ringkasan", "daftar", Daftar(tuple(_summary(audit, pilihan)), ""))]
    if wrong:
        parts.append(Bagian("Yang Berbeda", "audit", _table(wrong, said)))
    return Naskah(
        nama=f"audit-{PurePath(audit.tabel).stem}",
        judul="Hasil Audit Tabel",
        perihal=name,
        periode="",
        kepala=KepalaSurat("TELAAH TABEL TERBITAN", "PEMERIKSAAN ANGKA", ()),
        contoh=None,
        bagian=tuple(parts),
        pengesahan=None,
        lampiran=appendices(
            Bagian("Semua Baris", "audit", _table(audit.baris, f"Semua baris {name}, menurut urutannya.")),
            Bagian("Cara Memeriksa", "daftar", Daftar(_HOW, "")),
        ),
        mendatar=True,
    )


def _summary(audit: Audit, pilihan: Pilihan) -> Iterator[str]:
    yield summary(audit)
    if pilihan.aturan is not None:
        yield f"Aturan yang dipakai: {pilihan.aturan.isi.aturan} ({pilihan.aturan.id})."
    cap = pilihan.cap
    yield f"Batas atas capaian: {angka_utuh(cap)} persen." if cap is not None else "Batas atas capaian tidak disebut."
    yield from (capitalized(note) + "." for note in audit.catatan)


def _table(rows: Iterable[BarisAudit], keterangan: str) -> TabelAudit:
    return TabelAudit(keterangan, tuple(map(_row, rows)))


def _row(row: BarisAudit) -> BarisLaporan:
    return BarisLaporan(
        nomor=str(row.no),
        indikator=row.indikator or TANPA_NILAI,
        target=row.target or TANPA_NILAI,
        realisasi=row.realisasi or TANPA_NILAI,
        terbit=row.terbit or TANPA_NILAI,
        hitung=angka_atau(row.hitung, 2),
        kelas=row.putusan.value,
        tanda=TANDA[row.putusan],
        putusan=PUTUSAN[row.putusan],
        sebab=row.sebab,
    )
