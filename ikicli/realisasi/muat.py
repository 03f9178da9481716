"""The rows of a year: read, matched with the definitions, grouped by variable, each value knowing its file and line."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

from ikicli.definisi.nouns import Kantor, Variabel
from ikicli.definisi.shape import number_hint
from ikicli.diagnostik import Diagnostic, Source, Span, Tingkat, did_you_mean, level_of, ordered
from ikicli.realisasi.periode import Periode, parse_periode
from ikicli.rumus import SATUAN_CACAH, parse_number
from ikicli.sumber import read_text
from ikicli.tabel import BrokenTable, cell_span, rows
from ikicli.value import Value

_MOST_FINDINGS = 100
"""Of one level, in one table: more of them say nothing new."""
KOLOM = ("jabatan", "indikator", "variabel", "periode", "nilai")
KOLOM_LAIN = ("keterangan", "bukti")
_SPREADSHEETS = frozenset({".xlsx", ".xls", ".xlsm", ".ods", ".tsv"})
TIADA = frozenset({"", "-", "na", "n/a"})
"""Cells that say a value is missing; missing is not zero."""


class Kunci(Value):
    """A variable of the office; a shared one has no jabatan and no indikator."""

    jabatan: str
    indikator: str
    variabel: str


class Isian(Value):
    """One value of a variable, and where it stands."""

    periode: Periode
    nilai: Fraction
    sumber: Source
    baris: int

    @property
    def contoh(self) -> bool:
        """Whether it is illustrative: it stands in a `contoh*.csv`."""
        return Path(self.sumber.path).name.casefold().startswith("contoh")


class Realisasi(Value):
    """A year's values by variable, each variable's in the order of their periods."""

    tahun: int
    isian: Mapping[Kunci, tuple[Isian, ...]]


class Year(Value):
    """A year as read. With errors among the diagnostics its values are not to be used."""

    realisasi: Realisasi
    diagnostics: tuple[Diagnostic, ...]


def load_year(kantor: Kantor, tahun: int) -> Year:
    """The `*.csv` directly in `realisasi/<tahun>/`; no such folder is a year without data.

    Raises OSError for a file that cannot be read, or that lies outside the office.
    """
    reading, folder = _Reading(kantor, tahun), kantor.akar / "realisasi" / str(tahun)
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotADirectoryError(None, "bukan folder", str(folder))
    reading.found.extend(_unread(folder))
    for path in _tables(folder):
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(kantor.akar)):
            raise OSError(None, "tautan ini menunjuk ke luar folder kantor", str(path))
        if path.exists() and not (path.is_file() or path.is_dir()):  # reading from a pipe would wait for ever
            raise OSError(None, "bukan berkas biasa", str(path))
        reading.file(path)
    return Year(Realisasi(tahun, reading.grouped()), ordered(reading.found))


def _tables(folder: Path) -> list[Path]:
    """The CSV files in a folder by name; hidden ones are nobody's data."""
    if not folder.is_dir():
        return []
    tables = [each for each in folder.iterdir() if each.suffix.casefold() == ".csv" and each.name[0] != "."]
    return sorted(tables, key=lambda each: each.name)


def _unread(folder: Path) -> Iterator[Diagnostic]:
    """A warning for every table that lies where it is not read."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.name.startswith((".", "~$")) or not path.is_file():
            continue
        suffix, span = path.suffix.casefold(), Span(Source(str(path), ""), 0, 0)
        if suffix in _SPREADSHEETS:
            hint = f"simpan lembarnya sebagai CSV (UTF-8) langsung di realisasi/{folder.name}/"
            yield Diagnostic("IKI118", span, "lembar kerja ini tidak dibaca", hint)
        elif suffix == ".csv" and path.parent != folder:
            hint = f"pindahkan langsung ke realisasi/{folder.name}/"
            yield Diagnostic("IKI118", span, "CSV di dalam subfolder tidak dibaca", hint)


class _TooMany(Exception):  # noqa: N818 - not an error: the rest of a table is not worth reading
    """More errors than anybody reads at once."""


class _Reading:
    """One reading of a year."""

    def __init__(self, kantor: Kantor, tahun: int) -> None:
        self.tahun = tahun
        self.found: list[Diagnostic] = []
        self.variables = _variables(kantor)
        self.own_units = kantor.unit.satuan if kantor.unit else ()
        self._counted: Counter[Tingkat] = Counter()
        self._isian: dict[Kunci, list[Isian]] = {}
        self._periods: dict[str, Periode | None] = {}

    def report(self, code: str, span: Span, message: str, hint: str | None = None) -> None:
        """Add a finding, unless there are many of its level already. Raises _TooMany where that level is an error."""
        finding = Diagnostic(code, span, message, hint)
        level = level_of(finding)
        self._counted[level] += 1
        if self._counted[level] <= _MOST_FINDINGS:
            self.found.append(finding)
        elif level is Tingkat.GALAT:
            raise _TooMany

    def file(self, path: Path) -> None:
        """Add the rows of one file."""
        text = read_text(path, largest=None)
        self.found.extend(text.diagnostics)
        if text.diagnostics:
            return
        source = text.source
        self._counted.clear()
        try:
            lines = rows(source)
            header = next(lines, None)
            order = self._columns(source, header)
            if order is not None and header is not None:
                for line, cells in lines:
                    self._row(source, line, cells, order, len(header[1]))
        except _TooMany:
            return
        except BrokenTable as broken:
            self.report("IKI412", cell_span(source, broken.line, -1), broken.message, "tutup kutipnya atau hapus")

    def _columns(self, source: Source, header: tuple[int, list[str]] | None) -> tuple[int, ...] | None:
        """Where the columns stand; None when the header is wrong, with a finding."""
        if header is None:
            self.report("IKI401", Span(source, 0, 0), "berkas ini kosong", f"baris pertama: `{','.join(KOLOM)}`")
            return None
        line, cells = header
        names = [cell.strip().casefold() for cell in cells]
        right = not set(names).isdisjoint(KOLOM)
        if not right:
            hint = f"tulis di atasnya satu baris: `{','.join(KOLOM)}`"
            self.report("IKI401", cell_span(source, line, -1), "baris pertama bukan judul kolom", hint)
            return None
        for column, name in enumerate(names):
            if name not in KOLOM + KOLOM_LAIN or name in names[:column]:
                said = (
                    f"kolom `{cells[column][:60]}` tidak dikenal"
                    if name not in names[:column]
                    else f"kolom `{name}` ganda"
                )
                hint = did_you_mean(name, KOLOM + KOLOM_LAIN) or f"kolom yang ada: {', '.join(KOLOM + KOLOM_LAIN)}"
                self.report("IKI401", cell_span(source, line, column), said, hint)
                right = False
        missing = [name for name in KOLOM if name not in names]
        if missing and right:
            said = f"kolom {', '.join(f'`{name}`' for name in missing)} tidak ada"
            self.report("IKI401", cell_span(source, line, -1), said, f"baris pertama: `{','.join(KOLOM)}`")
        return tuple(names.index(name) for name in KOLOM) if right and not missing else None

    def _row(self, source: Source, line: int, cells: list[str], order: tuple[int, ...], width: int) -> None:
        if len(cells) != width:
            said = f"baris ini berisi {len(cells)} kolom, kepalanya {width}"
            hint = "nilai ditulis dengan titik desimal; teks yang memuat pemisah kolom dikutip"
            self.report("IKI412", cell_span(source, line, -1), said, hint)
            return
        jabatan, indikator, name, period_text, value_text = [cells[column].strip() for column in order]
        key = Kunci(jabatan, indikator, name)
        variabel = self.variables.get(key)
        if variabel is None:
            self._unknown(key, source, line, order)
        period = self._period(period_text)
        if period is None or period.tahun != self.tahun:
            self._wrong_period(period, period_text, cell_span(source, line, order[3]))
            period = None
        value = parse_number(value_text)
        if value is None:
            if value_text.casefold() not in TIADA:
                said = f"`{value_text[:60]}` bukan angka"
                self.report("IKI406", cell_span(source, line, order[4]), said, number_hint(value_text))
            return
        behind = "".join(cells[order[4] + 1 : order[4] + 2])
        if behind.isdecimal() and value_text.lstrip("-").isdecimal():  # `95,5` with a column for remarks
            said = f"`{value_text}` diikuti `{behind}`: mungkin koma desimal yang terbaca sebagai pemisah kolom"
            hint = f"tulis `{value_text}.{behind}`; bila `{behind}` memang keterangan, tulis dengan kata"
            self.report("IKI406", cell_span(source, line, order[4]), said, hint)
            return
        if variabel is None or period is None:
            return
        if variabel.tetapan is not None:
            said = f"`{name}` adalah tetapan di definisi"
            self.report("IKI411", cell_span(source, line, order[2]), said, "hapus baris ini")
            return
        if ("." in value_text or value < 0) and self._counts(variabel):
            self._odd_count(value_text, variabel, cell_span(source, line, order[4]))
        self._isian.setdefault(key, []).append(Isian(period, value, source, line))

    def _period(self, text: str) -> Periode | None:
        if text not in self._periods:
            self._periods[text] = parse_periode(text)
        return self._periods[text]

    def _odd_count(self, text: str, variabel: Variabel, span: Span) -> None:
        """A count that is no whole number, or is written as if its point divided thousands."""
        unit = variabel.satuan.teks if variabel.satuan else ""
        thousands = text.replace(".", "")
        grouped = re.fullmatch(r"\d{1,3}(\.\d{3})+", text)
        hint = f"titik berarti desimal; bila maksudnya ribuan, tulis `{thousands}`" if grouped else "periksa angkanya"
        self.report("IKI409", span, f"`{text}` {unit}: satuan ini menghitung benda utuh", hint)

    def _counts(self, variabel: Variabel) -> bool:
        unit = variabel.satuan.satuan if variabel.satuan else None
        if unit is None or len(unit) != 1 or unit[0][1] != 1:
            return False
        return unit[0][0] in SATUAN_CACAH or unit[0][0] in self.own_units

    def _wrong_period(self, period: Periode | None, text: str, span: Span) -> None:
        if period is None:
            year = self.tahun
            hint = f"tulis `{year}`, `{year}-S1`, `{year}-TW1` atau `{year}-01`"
            self.report("IKI405", span, f"periode `{text[:60]}` tidak terbaca", hint)
        else:
            hint = f"pindahkan baris ini ke realisasi/{period.tahun}/"
            self.report("IKI410", span, f"periode {text} di luar tahun {self.tahun}", hint)

    def _unknown(self, key: Kunci, source: Source, line: int, order: tuple[int, ...]) -> None:
        """Say which of the three names is the wrong one."""
        jabatan = {known.jabatan for known in self.variables}
        indikator = {known.indikator for known in self.variables if known.jabatan == key.jabatan}
        if key.jabatan not in jabatan:
            said, code, column, known = f"jabatan `{key.jabatan[:60]}` tidak ada", "IKI402", 0, jabatan
        elif key.indikator not in indikator:
            said, code, column, known = f"indikator `{key.indikator[:60]}` tidak ada", "IKI403", 1, indikator
            if not key.indikator:
                said = f"baris jabatan `{key.jabatan}` tidak menyebut indikator"
        else:
            code, column = "IKI404", 2
            known = {each.variabel for each in self.variables if each[:2] == key[:2]}
            said = f"variabel `{key.variabel[:60]}` tidak ada"
            if key._replace(jabatan="", indikator="") in self.variables:
                hint = "variabel bersama ditulis tanpa jabatan dan indikator"
                self.report(code, cell_span(source, line, order[column]), said + " pada indikator ini", hint)
                return
        hint = did_you_mean(key[column], known - {""}) or f"yang ada: {', '.join(sorted(known - {''})) or 'tidak ada'}"
        self.report(code, cell_span(source, line, order[column]), said, hint)

    def grouped(self) -> dict[Kunci, tuple[Isian, ...]]:
        """The values by variable, and what is wrong between the values of one."""
        grouped = {}
        self._counted.clear()
        for key, isian in self._isian.items():
            isian.sort(key=lambda each: (each.periode, each.sumber.path, each.baris))
            grouped[key] = tuple(isian)
        with suppress(_TooMany):
            for key, isian in self._isian.items():
                self._check_overlaps(key, isian)
        return grouped

    def _check_overlaps(self, key: Kunci, isian: list[Isian]) -> None:
        """Report every value that covers a month which an earlier one covers."""
        widest = isian[0]
        for each in isian[1:]:
            if each.periode.awal <= widest.periode.akhir:
                place = f"{Path(widest.sumber.path).name} baris {widest.baris}"
                span = cell_span(each.sumber, each.baris, -1)
                if each.periode == widest.periode:
                    said = f"`{key.variabel}` {each.periode.teks} sudah ada di {place}"
                    self.report("IKI407", span, said, "hapus salah satu")
                else:
                    said = f"`{key.variabel}` {each.periode.teks} bertumpuk dengan {widest.periode.teks} di {place}"
                    self.report("IKI408", span, said, "pakai salah satu: periodenya atau bagian-bagiannya")
            if each.periode.akhir > widest.periode.akhir:
                widest = each


def _variables(kantor: Kantor) -> dict[Kunci, Variabel]:
    return dict(_all_variables(kantor))


def _all_variables(kantor: Kantor) -> Iterator[tuple[Kunci, Variabel]]:
    for name, variabel in kantor.variabel_bersama().items():
        yield Kunci("", "", name), variabel
    for jabatan in kantor.jabatan:
        for indikator in jabatan.indikator():
            for name, variabel in indikator.variabel.items():
                yield Kunci(jabatan.id, indikator.id, name), variabel
