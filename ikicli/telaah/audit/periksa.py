"""A file to the verdicts on its rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from ikicli.definisi.nouns import Rentang
from ikicli.diagnostik import Diagnostic, Span
from ikicli.realisasi.baca.angka import Pembaca
from ikicli.realisasi.baca.judul import at
from ikicli.realisasi.baca.kata import is_total
from ikicli.sumber.angka_tulis import Desimal
from ikicli.tabel import Dibuka, Lembar, Step, no_step, open_table
from ikicli.telaah.audit.butir import NOTHING, Butir, figure_range
from ikicli.telaah.audit.kepala import Kepala, Peran, find_header, missing_columns, table_rows
from ikicli.telaah.audit.nouns import Audit, BarisAudit, Putusan, Temuan
from ikicli.telaah.audit.polaritas import polarity
from ikicli.telaah.audit.putusan import judge
from ikicli.telaah.audit.rata import Jumlahan, judge_sum, sums_up
from ikicli.telaah.audit.sebab import FORGOTTEN
from ikicli.telaah.audit.sel import Isi, PembacaSel
from ikicli.telaah.audit.selang import Bilangan, Selang, allowed
from ikicli.telaah.audit.soal import Pilihan, Soal
from ikicli.telaah.audit.tambahan import check_beside
from ikicli.telaah.audit.terbaca import Terbaca, readings, reason_against

_T = TypeVar("_T")
__all__ = ["STEP_ROWS", "Pilihan", "audit_opened", "audit_table"]
_MADE_TEXT = re.compile(r"^'(?=[-+=@])")
"""What CSV files carry before a sign, so that no spreadsheet takes the cell for a formula."""
STEP_ROWS = 100
"""Rows of a table after each of which its audit says that it goes on."""
_CONVENTION = 3
"""So many rows written in one way, and none in another, are a convention."""
_FIGURES = (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN, Peran.BOBOT, Peran.NILAI)


def audit_table(path: Path, pilihan: Pilihan) -> Audit:
    """The verdicts on the rows of a CSV, XLSX or ODS file. Raises OSError."""
    return audit_opened(path, open_table(path), pilihan)


def audit_opened(path: Path, opened: Dibuka, pilihan: Pilihan, step: Step = no_step) -> Audit:
    """The verdicts on the rows of an opened file; findings instead where there is no table to audit.

    `step` is called after about every `STEP_ROWS` rows of each sheet, when they are read and when they are judged.
    """
    if opened.diagnostics:
        return Audit(str(path), (), opened.diagnostics, opened.catatan)
    for lembar in opened.lembar:
        kepala = find_header(lembar)
        if kepala is not None:
            pemeriksa = _Pemeriksa(lembar, kepala, pilihan, step)
            rows = _as_shares(tuple(pemeriksa.rows()))
            notes = (*opened.catatan, *_notes(opened, lembar, kepala))
            if rows:
                return Audit(str(path), rows, (), notes)
            return Audit(str(path), (), (_no_rows(lembar, kepala),), notes)
    return Audit(str(path), (), (_no_table(opened),), opened.catatan)


def _as_shares(rows: tuple[BarisAudit, ...]) -> tuple[BarisAudit, ...]:
    """The rows of a table that writes every capaian as a share of one: nothing was forgotten there."""
    judged = [each for each in rows if each.putusan is not Putusan.TIDAK_DIHITUNG]
    shares = [each for each in judged if each.sebab.startswith(FORGOTTEN)]
    if len(shares) < _CONVENTION or len(shares) < len(judged):
        return rows
    said = "capaian ditulis sebagai bagian dari satu, bukan persen"
    return tuple(
        each._replace(putusan=Putusan.PEMBULATAN, sebab=said) if each.sebab.startswith(FORGOTTEN) else each
        for each in rows
    )


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


class _Pemeriksa:
    """One audit of a sheet, from top to bottom."""

    def __init__(self, lembar: Lembar, kepala: Kepala, pilihan: Pilihan, step: Step) -> None:
        self.lembar, self.kepala, self.pilihan, self.step = lembar, kepala, pilihan, step
        nomor = tuple(table_rows(lembar, kepala))
        self.pembaca = PembacaSel(self._likeliest(nomor))
        self.read = [self._read(each) for each in _stepped(nomor, step)]
        self.digit_realisasi = _finest(row.realisasi for row in self.read)
        self.digit_capaian = _finest(row.capaian for row in self.read)
        self.digit_nilai = _finest(row.nilai for row in self.read)
        self.above: list[Butir] = []
        self.block: list[Butir] = []
        self.means: list[Butir] = []

    def rows(self) -> Iterator[BarisAudit]:
        """The verdicts, in the table's order."""
        for no, row in enumerate(_stepped(self.read, self.step), start=1):
            found = self._found(row)
            printed = row.capaian.teks or (row.nilai.teks if not row.berangka else "")
            yield BarisAudit(
                no=no,
                baris=row.nomor + 1,
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
        cell = "" if column is None else at(self.lembar.baris[nomor], column)
        return _MADE_TEXT.sub("", cell) if cell.startswith("'") else cell

    def _likeliest(self, nomor: Sequence[int]) -> Desimal:
        """How the table writes decimals, as far as its figures show it; a comma where they do not."""
        pembaca = Pembaca(None)
        for peran in _FIGURES:
            pembaca.see(0, [self._cell(each, peran) for each in nomor])
        return Desimal.TITIK if set(pembaca.saksi) == {Desimal.TITIK} else Desimal.KOMA

    def _read(self, nomor: int) -> Terbaca:
        row = self.lembar.baris[nomor]
        indikator = " ".join(self._cell(nomor, Peran.INDIKATOR).split())
        numbers = self.pembaca.number
        stated = self.pilihan.polaritas or polarity(self._cell(nomor, Peran.POLARITAS))
        width = len(self.lembar.baris[self.kepala.baris])
        return Terbaca(
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

    def _found(self, row: Terbaca) -> Temuan:
        """The verdict on a row: on one that sums up and has a target and a realisasi of its own, the better of two."""
        if not row.berangka:
            return self._sum(row) if sums_up(row.label) and not _is_an_indicator(row) else self._row(row)
        found = self._judged(row)
        if found.putusan is Putusan.BEDA and sums_up(row.label):
            summed = self._summed(row)
            if summed.putusan is not Putusan.BEDA:
                return self._close(row, summed)
        if is_total(row.label):
            return self._close(row, found)
        return self._row(row, found)

    def _row(self, row: Terbaca, judged: Temuan | None = None) -> Temuan:
        found = judged or self._judged(row)
        capaian = row.capaian.angka[0] if row.capaian.angka else None
        if row.berangka or capaian is not None:
            item = self._item(row, capaian, found)
            self.above.append(item)
            self.block.append(item)
        if found.putusan in {Putusan.COCOK, Putusan.PEMBULATAN} and capaian is not None:
            return check_beside(capaian, found, row.bobot, row.nilai, row.predikat, self.pilihan)
        return found

    def _item(self, row: Terbaca, capaian: Bilangan | None, found: Temuan) -> Butir:
        finest, cap = self.digit_capaian, self.pilihan.cap
        selang = NOTHING if capaian is None else figure_range(capaian, finest, found, cap)
        exact = found.hitung
        if exact is not None and found.putusan is not Putusan.BEDA and not selang.meets(Selang(exact, exact)):
            exact = None  # a cap nobody stated, or a realisasi finer than printed
        nilai = row.nilai.angka[0] if row.nilai.angka else None
        return Butir(
            no=row.no,
            terbit=capaian,
            selang=selang,
            hitung=exact,
            bobot=row.bobot.angka[0].nilai if row.bobot.angka else None,
            nilai=nilai and Bilangan(nilai.nilai, max(nilai.digit, self.digit_nilai)),
            hilang=row.realisasi.alasan == "kosong",
        )

    def _judged(self, row: Terbaca) -> Temuan:
        reason = reason_against(row)
        if reason:
            return Temuan(Putusan.TIDAK_DIHITUNG, None, reason)
        return judge([self._soal(row, *reading) for reading in readings(row)])

    def _soal(self, row: Terbaca, target: Rentang, realisasi: Bilangan, terbit: Bilangan) -> Soal:
        digit = realisasi.digit
        finest = Bilangan(realisasi.nilai, digit if digit < 0 else max(digit, self.digit_realisasi))
        return Soal(target, realisasi, allowed(finest), terbit, row.polaritas, row.indikator, self.pilihan)

    def _sum(self, row: Terbaca) -> Temuan:
        return self._close(row, self._summed(row))

    def _summed(self, row: Terbaca) -> Temuan:
        capaian, nilai = (isi.angka[0] if isi.angka else None for isi in (row.capaian, row.nilai))
        return judge_sum(Jumlahan(row.label, capaian, nilai), self.block, self.above, self.means)

    def _close(self, row: Terbaca, found: Temuan) -> Temuan:
        """End the block of rows that a row sums up."""
        self.block = []
        if row.capaian.angka:
            capaian = row.capaian.angka[0]
            self.means.append(Butir("", capaian, allowed(capaian), found.hitung, None, None, hilang=False))
        return found


def _stepped(rows: Sequence[_T], step: Step) -> Iterator[_T]:
    """The rows, with a step after every so many."""
    for no, row in enumerate(rows, start=1):
        yield row
        if no % STEP_ROWS == 0:
            step()


def _finest(column: Iterable[Isi]) -> int:
    """The most decimals that a column has anywhere."""
    return max((isi.angka[0].digit for isi in column if isi.angka), default=0)


def _is_an_indicator(row: Terbaca) -> bool:
    """Whether a row is numbered among the indicators, and only its name says `Jumlah ...`."""
    return row.no.rstrip(".)").isdecimal() and not is_total(row.label)
