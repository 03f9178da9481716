"""A file to the verdicts on its rows."""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from ikicli.definisi.nouns import Polaritas
from ikicli.diagnostik import Diagnostic, Span
from ikicli.realisasi.baca.angka import Pembaca
from ikicli.realisasi.baca.judul import at
from ikicli.sumber.angka_tulis import Desimal
from ikicli.tabel import Dibuka, Lembar, Step, no_step, open_table
from ikicli.telaah.audit.butir import Butir
from ikicli.telaah.audit.kepala import Kepala, Peran, find_header, missing_columns, table_rows
from ikicli.telaah.audit.nouns import Audit, BarisAudit, Putusan, Temuan
from ikicli.telaah.audit.polaritas import polarity
from ikicli.telaah.audit.putusan import judge
from ikicli.telaah.audit.rata import Jumlahan, judge_sum, sums_up
from ikicli.telaah.audit.sel import Isi, IsiTarget, PembacaSel
from ikicli.telaah.audit.selang import Bilangan, allowed
from ikicli.telaah.audit.soal import Pilihan, Soal
from ikicli.telaah.audit.tambahan import check_beside
from ikicli.value import Value

__all__ = ["Pilihan", "audit_table"]
_FIGURES = (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN, Peran.BOBOT, Peran.NILAI)


def audit_table(path: Path, pilihan: Pilihan, step: Step = no_step) -> Audit:
    """The verdicts on the rows of a CSV, XLSX or ODS file; findings instead where there is no table to audit.

    `step` is called after every `STEP_BYTES` of the file. Raises OSError.
    """
    opened = open_table(path, step)
    if opened.diagnostics:
        return Audit(str(path), (), opened.diagnostics, opened.catatan)
    for lembar in opened.lembar:
        kepala = find_header(lembar)
        if kepala is not None:
            pemeriksa = _Pemeriksa(lembar, kepala, pilihan)
            rows = tuple(pemeriksa.rows())
            notes = (*opened.catatan, *_notes(opened, lembar, kepala))
            if rows:
                return Audit(str(path), rows, (), notes)
            return Audit(str(path), (), (_no_rows(lembar, kepala),), notes)
    return Audit(str(path), (), (_no_table(opened),), opened.catatan)


def _no_table(opened: Dibuka) -> Diagnostic:
    filled = [lembar for lembar in opened.lembar if any(any(map(str.strip, row)) for row in lembar.baris)]
    if filled:
        return missing_columns(filled[0])
    source = opened.lembar[0].source
    return Diagnostic("IKI421", Span(source, 0, 0), "berkas ini kosong", "periksa berkasnya")


def _no_rows(lembar: Lembar, kepala: Kepala) -> Diagnostic:
    said = "tidak ada baris di bawah judul kolom ini"
    return Diagnostic("IKI421", lembar.span(kepala.baris), said, "isi tabelnya, lalu periksa lagi")


def _notes(opened: Dibuka, lembar: Lembar, kepala: Kepala) -> Iterator[str]:
    if len(opened.lembar) > 1:
        yield f"hanya lembar `{lembar.source.lembar}` yang diperiksa"
    if kepala.lewat:
        yield f"kolom yang tidak diperiksa: {', '.join(f'`{title[:40]}`' for title in kepala.lewat)}"


class _Terbaca(Value):
    """A row as read."""

    nomor: int
    label: str
    indikator: str
    polaritas: Polaritas
    target: IsiTarget
    realisasi: Isi
    capaian: Isi
    bobot: Isi
    nilai: Isi
    predikat: str
    no: str
    terlalu_panjang: bool

    @property
    def berangka(self) -> bool:
        """Whether anything stands in its columns of target and realisasi."""
        return bool(self.target.teks or self.realisasi.teks)


class _Pemeriksa:
    """One audit of a sheet, from top to bottom."""

    def __init__(self, lembar: Lembar, kepala: Kepala, pilihan: Pilihan) -> None:
        self.lembar, self.kepala, self.pilihan = lembar, kepala, pilihan
        self.pembaca = PembacaSel(self._likeliest())
        self.digit = self._finest()
        self.above: list[Butir] = []
        self.block: list[Butir] = []
        self.means: list[Butir] = []

    def rows(self) -> Iterator[BarisAudit]:
        """The verdicts, in the table's order."""
        for no, nomor in enumerate(table_rows(self.lembar, self.kepala), start=1):
            row = self._read(nomor)
            found = self._sum(row) if sums_up(row.label, figures=row.berangka) else self._row(row)
            printed = row.capaian.teks or (row.nilai.teks if not row.berangka else "")
            yield BarisAudit(
                no=no,
                baris=nomor + 1,
                indikator=row.indikator or row.label,
                target=row.target.teks,
                realisasi=row.realisasi.teks,
                terbit=printed if found.terbit is None else found.terbit,
                hitung=found.hitung,
                putusan=found.putusan,
                sebab=found.sebab,
            )

    def _cell(self, nomor: int, peran: Peran) -> str:
        column = self.kepala.peran.get(peran)
        return "" if column is None else at(self.lembar.baris[nomor], column)

    def _likeliest(self) -> Desimal:
        """How the table writes decimals, as far as its figures show it; a comma where they do not."""
        pembaca = Pembaca(None)
        for peran in _FIGURES:
            pembaca.see(0, [self._cell(nomor, peran) for nomor in table_rows(self.lembar, self.kepala)])
        return Desimal.TITIK if set(pembaca.saksi) == {Desimal.TITIK} else Desimal.KOMA

    def _finest(self) -> int:
        """The most decimals that the column of realisasi has anywhere."""
        cells = (self._cell(nomor, Peran.REALISASI) for nomor in table_rows(self.lembar, self.kepala))
        return max((read.angka[0].digit for read in map(self.pembaca.number, cells) if read.angka), default=0)

    def _read(self, nomor: int) -> _Terbaca:
        row = self.lembar.baris[nomor]
        indikator = " ".join(self._cell(nomor, Peran.INDIKATOR).split())
        numbers = self.pembaca.number
        stated = self.pilihan.polaritas or polarity(self._cell(nomor, Peran.POLARITAS))
        width = len(self.lembar.baris[self.kepala.baris])
        return _Terbaca(
            nomor=nomor,
            label=indikator or next((" ".join(cell.split()) for cell in row if cell.strip()), ""),
            indikator=indikator,
            polaritas=stated,
            target=self.pembaca.target(self._cell(nomor, Peran.TARGET)),
            realisasi=numbers(self._cell(nomor, Peran.REALISASI)),
            capaian=numbers(self._cell(nomor, Peran.CAPAIAN)),
            bobot=numbers(self._cell(nomor, Peran.BOBOT)),
            nilai=numbers(self._cell(nomor, Peran.NILAI)),
            predikat=" ".join(self._cell(nomor, Peran.PREDIKAT).split()),
            no=self._cell(nomor, Peran.NO).strip(),
            terlalu_panjang=self.lembar.berkoma and any(map(str.strip, row[width:])),
        )

    def _row(self, row: _Terbaca) -> Temuan:
        found = self._judged(row)
        capaian = row.capaian.angka[0] if row.capaian.angka else None
        if row.berangka or capaian is not None:
            item = Butir(
                no=row.no,
                terbit=capaian,
                hitung=found.hitung,
                bobot=row.bobot.angka[0].nilai if row.bobot.angka else None,
                nilai=row.nilai.angka[0] if row.nilai.angka else None,
                hilang=row.realisasi.alasan == "kosong",
            )
            self.above.append(item)
            self.block.append(item)
        if found.putusan in {Putusan.COCOK, Putusan.PEMBULATAN} and capaian is not None:
            return check_beside(capaian, found, row.bobot, row.nilai, row.predikat, self.pilihan)
        return found

    def _judged(self, row: _Terbaca) -> Temuan:
        reason = _reason(row)
        if reason:
            return Temuan(Putusan.TIDAK_DIHITUNG, None, reason)
        return judge([self._soal(row, *reading) for reading in _readings(row)])

    def _soal(self, row: _Terbaca, target: int, realisasi: Bilangan, terbit: Bilangan) -> Soal:
        finest = Bilangan(
            realisasi.nilai, max(realisasi.digit, self.digit) if realisasi.digit >= 0 else realisasi.digit
        )
        return Soal(
            target=row.target.target[target],
            realisasi=realisasi,
            selang=allowed(finest),
            terbit=terbit,
            polaritas=row.polaritas,
            indikator=row.indikator,
            pilihan=self.pilihan,
        )

    def _sum(self, row: _Terbaca) -> Temuan:
        capaian = row.capaian.angka[0] if row.capaian.angka else None
        nilai = row.nilai.angka[0] if row.nilai.angka else None
        found = judge_sum(Jumlahan(row.label, capaian, nilai), self.block, self.above, self.means)
        self.block = []
        if capaian is not None:
            self.means.append(Butir("", capaian, found.hitung, None, nilai, hilang=False))
        return found


def _readings(row: _Terbaca) -> Iterator[tuple[int, Bilangan, Bilangan]]:
    yield from product(range(len(row.target.target)), row.realisasi.angka, row.capaian.angka)


def _reason(row: _Terbaca) -> str:
    """Why a row cannot be recomputed; empty where it can."""
    if row.terlalu_panjang:
        return "baris ini berisi lebih banyak kolom dari judulnya; mungkin koma desimal terbaca sebagai pemisah kolom"
    named: Sequence[tuple[str, IsiTarget | Isi]] = (
        ("target", row.target),
        ("realisasi", row.realisasi),
        ("capaian", row.capaian),
    )
    empty = [name for name, isi in named if isi.alasan == "kosong"]
    if len(empty) == len(named):
        return "baris ini tidak berangka"
    reasons = [f"{name} kosong" for name in empty]
    reasons += [f"{name} {isi.alasan}" for name, isi in named if isi.alasan and isi.alasan != "kosong"]
    return "; ".join(reasons)
