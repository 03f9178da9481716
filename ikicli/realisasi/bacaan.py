"""One reading of a year's tables: rows put to their variables, every problem placed.

Most rows are right and alike, so a table is taken in by columns, and each text of one (a variable's names, a period, a
number) looked at once; only a row with something wrong or doubtful in it is looked at closely.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, compress, count
from operator import itemgetter, ne
from pathlib import Path
from typing import Any

from ikicli.definisi.nouns import Kantor
from ikicli.definisi.shape import number_hint
from ikicli.diagnostik import Diagnostic, Source, Span, Tingkat, did_you_mean, level_of
from ikicli.realisasi.cocok import Salah, Variables, are_whole, is_odd_count, may_hold_decimals, odd_count
from ikicli.realisasi.isian import KOLOM, KOLOM_LAIN, TANPA_ISIAN, TIADA, Deret, Isian, Kosong, Kunci, Realisasi
from ikicli.realisasi.periode import Periode, Periods, parse_periode
from ikicli.rumus import Exact, parse_exact
from ikicli.tabel import BrokenTable, cell_span, cut, delimiter_of, filled, rows, split_plain, stripped
from ikicli.value import Value

_MOST_FINDINGS = 100
"""Of one level, in one table: more of them say nothing new."""
_GONE = frozenset({"IKI402", "IKI403", "IKI404", "IKI411"})
"""What rows of an earlier year may have that this year's definitions have not."""


_PERIODE = itemgetter(0)


class _TooMany(Exception):  # noqa: N818 - not an error: the rest of a table is not worth reading
    """More errors than anybody reads at once."""


_Lajur = tuple[Any, ...]
"""A part of a variable's values: its periods and the other columns that make a `Deret`."""


def _joined(parts: Sequence[_Lajur]) -> Deret:
    """The parts of a variable in the order of their periods; what is of one period in the order it was read."""
    if len(parts) == 1 and parts[0][0].in_order:
        return Deret(*parts[0])
    columns = [list(chain.from_iterable(part)) for part in zip(*parts, strict=True)]
    order = sorted(range(len(columns[0])), key=columns[0].__getitem__)
    periods, *others = [tuple([column[at] for at in order]) for column in columns]
    return Deret(Periods.of(periods), *others)


class _Tabel(Value):
    """A table with a right header: where its columns stand (None: it has no such column), and how many there are."""

    sumber: Source
    kolom: tuple[int, ...]
    keterangan: int | None
    bukti: int | None
    lebar: int


def _exact(texts: Sequence[str]) -> list[Exact | None]:
    """The numbers that texts write, each text looked at once; None for one that is no number."""
    read = {text: parse_exact(text) for text in set(texts)}
    return list(map(read.__getitem__, texts))


def _doubtful(numbers: Sequence[object], behind: Sequence[str]) -> set[int]:
    """The rows without a number, or with a cell `behind` it that may hold its decimals."""
    cut_off = set(filter(may_hold_decimals, set(behind)))
    if not cut_off and None not in numbers:
        return set()
    rows = enumerate(zip(numbers, behind, strict=True))
    return {at for at, (number, text) in rows if number is None or text in cut_off}


def _runs(names: Sequence[Sequence[str]]) -> list[slice]:
    """The rows, one at least, in runs that name the same; in most tables all runs have one length."""
    rows = len(names[0])
    first = [column[0] for column in names]
    each = next((at for at in range(1, rows) if [column[at] for column in names] != first), rows)
    if rows % each == 0 and all(column[at::each] == column[::each] for column in names for at in range(1, each)):
        starts: Sequence[int] = range(0, rows, each)
    else:
        keys = list(zip(*names, strict=True))
        starts = [0, *compress(count(1), map(ne, keys[1:], keys))]
    return list(map(slice, starts, [*starts[1:], rows]))


class Reading:
    """One reading of a year. With `earlier`, names that the definitions no longer have are left out and counted."""

    def __init__(self, kantor: Kantor, tahun: int, *, earlier: bool = False) -> None:
        self.tahun, self.earlier = tahun, earlier
        self.found: list[Diagnostic] = []
        self.variables = Variables(kantor)
        self._counted: Counter[Tingkat] = Counter()
        self._gone: list[tuple[Span, str]] = []
        self._isian: defaultdict[Kunci, list[_Lajur]] = defaultdict(list)
        self._kosong: defaultdict[Kunci, list[Kosong]] = defaultdict(list)
        self._periods: dict[str, Periode] = {}
        self._dates: tuple[Sequence[str], Periods | None] = (), None

    def report(self, code: str, span: Span, message: str, hint: str | None = None) -> None:
        """Add a finding, unless there are many of its level already. Raises _TooMany where that level is an error."""
        finding = Diagnostic(code, span, message, hint)
        level = level_of(finding)
        self._counted[level] += 1
        if self._counted[level] <= _MOST_FINDINGS:
            self.found.append(finding)
        elif level is Tingkat.GALAT:
            raise _TooMany

    def table(self, source: Source) -> None:
        """Add the rows of one table."""
        self._counted.clear()
        self._gone.clear()
        try:
            self._take_in(source)
        except _TooMany:
            return
        if self._gone:
            span, names = self._gone[0][0], sorted({name for _, name in self._gone})
            shown = ", ".join(f"`{name}`" for name in names[:3]) + (", ..." if len(names) > 3 else "")
            said = f"{len(self._gone)} baris tidak dipakai: {shown} tidak ada di definisi sekarang"
            self.report(
                "IKI451", span, said, "bila hanya namanya yang berganti, sesuaikan baris itu; bila tidak, biarkan"
            )

    def _take_in(self, source: Source) -> None:
        try:
            plain = split_plain(source.text, delimiter_of(source))
            lines = rows(source) if plain is None else filled(enumerate(plain, 1))
            line, header = next(lines, (0, None))
            table = self._head(source, line, header)
            if table is not None and plain is not None:
                plain.drop(line)
                self._columns(table, range(line + 1, line + 1 + len(plain)), plain.columns)
            elif table is not None:
                self._rows(table, lines)
        except BrokenTable as broken:
            self.report("IKI412", broken.span, broken.message, broken.hint)

    def _head(self, source: Source, line: int, cells: Sequence[str] | None) -> _Tabel | None:
        """Where the columns stand; None when the header is wrong, with a finding."""
        if cells is None:
            self.report("IKI401", Span(source, 0, 0), "berkas ini kosong", f"baris pertama: `{','.join(KOLOM)}`")
            return None
        names = [cell.strip().casefold() for cell in cells]
        right = not set(names).isdisjoint(KOLOM)
        if not right:
            hint = f"tulis di atasnya satu baris: `{','.join(KOLOM)}`"
            self.report("IKI401", cell_span(source, line, -1), "baris pertama bukan judul kolom", hint)
            return None
        for column, name in enumerate(names):
            if name not in KOLOM + KOLOM_LAIN or name in names[:column]:
                twice = name in names[:column]
                said = f"kolom `{name}` ganda" if twice else f"kolom `{cells[column][:60]}` tidak dikenal"
                hint = did_you_mean(name, KOLOM + KOLOM_LAIN) or f"kolom yang ada: {', '.join(KOLOM + KOLOM_LAIN)}"
                self.report("IKI401", cell_span(source, line, column), said, hint)
                right = False
        missing = [name for name in KOLOM if name not in names]
        if missing and right:
            said = f"kolom {', '.join(f'`{name}`' for name in missing)} tidak ada"
            self.report("IKI401", cell_span(source, line, -1), said, f"baris pertama: `{','.join(KOLOM)}`")
        if missing or not right:
            return None
        place = {name: column for column, name in enumerate(names)}
        order = tuple(place[name] for name in KOLOM)
        return _Tabel(source, order, place.get("keterangan"), place.get("bukti"), len(names))

    def _rows(self, table: _Tabel, lines: Iterator[tuple[int, list[str]]]) -> None:
        rows: list[tuple[int, list[str]]] = []
        try:
            rows.extend(lines)
        finally:  # what stands above a broken row is looked at all the same
            whole = [row for row in rows if len(row[1]) == table.lebar]
            if len(whole) < len(rows):
                for line, cells in rows:
                    if len(cells) != table.lebar:
                        self._ragged(table, line, cells)
            if whole:
                numbers, filled = zip(*whole, strict=True)
                self._columns(table, numbers, list(zip(*filled, strict=True)))

    def _columns(self, table: _Tabel, lines: Sequence[int], columns: Sequence[Sequence[str]]) -> None:
        """Rows of full width: each text of a column is looked at once, each row where one of its texts is doubtful."""
        source, (at_jabatan, at_indikator, at_variabel, at_periode, at_nilai), remark, evidence, width = table
        if not lines:
            return
        blank = [""] * len(lines)
        dates, texts = columns[at_periode], columns[at_nilai]
        whole = are_whole(texts)
        numbers, odd = list(map(int, texts)) if whole else _exact(texts), set[str]()
        if not whole:
            odd.update(filter(is_odd_count, set(texts)))
        closely = _doubtful(numbers, columns[at_nilai + 1] if at_nilai + 1 < width else blank)
        said, proof = (blank if column is None else stripped(columns[column]) for column in (remark, evidence))
        names = columns[at_jabatan], columns[at_indikator], columns[at_variabel]
        runs = _runs(names)
        cells = numbers, [source] * len(lines), lines, said, proof
        parts = zip(*(cut(column, runs) for column in cells), strict=True)
        named = zip(*([column[run.start] for run in runs] for column in names), strict=True)
        for kunci, run, part in zip(map(Kunci._make, named), runs, parts, strict=True):
            periods, variabel = self._dated(dates[run]), self.variables.fillable(kunci)
            doubtful = closely and not closely.isdisjoint(range(run.start, run.stop))
            if variabel is None or periods is None or doubtful:
                for place in range(run.start, run.stop):
                    self._row(table, lines[place], [column[place] for column in columns])
                continue
            self._isian[kunci].append((periods, *part))
            if odd and self.variables.counts(variabel):
                for place in range(run.start, run.stop):
                    if texts[place] in odd:
                        self._say(odd_count(texts[place], variabel), table, lines[place])

    def _dated(self, texts: Sequence[str]) -> Periods | None:
        """The periods of this year that a variable's rows write, mostly those of the one before; None: not all do."""
        if texts != self._dates[0]:
            for text in set(texts).difference(self._periods):
                period = parse_periode(text.strip())
                if period is not None and period.tahun == self.tahun:
                    self._periods[text] = period
            written = [self._periods[text] for text in texts if text in self._periods]
            self._dates = texts, Periods.of(tuple(written)) if len(written) == len(texts) else None
        return self._dates[1]

    def _ragged(self, table: _Tabel, line: int, cells: list[str]) -> None:
        said = f"baris ini berisi {len(cells)} kolom, kepalanya {table.lebar}"
        hint = "nilai ditulis dengan titik desimal; teks yang memuat pemisah kolom dikutip"
        self.report("IKI412", cell_span(table.sumber, line, -1), said, hint)

    def _row(self, table: _Tabel, line: int, cells: list[str]) -> None:
        """A row in which something is doubtful or wrong; an empty one says nothing."""
        if not any(map(str.strip, cells)):
            return
        source, order = table.sumber, table.kolom
        jabatan, indikator, name, period_text, value_text = [cells[column].strip() for column in order]
        key = Kunci(jabatan, indikator, name)
        wrong = self.variables.wrong_name(key)
        if wrong is not None and self.earlier and wrong.kode in _GONE:
            self._gone.append((cell_span(source, line, order[wrong.kolom]), ".".join(filter(None, key))))
            return
        if wrong is not None and wrong.kode != "IKI411":
            self._say(wrong, table, line)
        period = self._periods.get(period_text) or self._period(table, line, period_text)
        value = parse_exact(value_text)
        if value is None and value_text.casefold() not in TIADA:
            said = f"`{value_text[:60]}` bukan angka"
            self.report("IKI406", cell_span(source, line, order[4]), said, number_hint(value_text))
            return
        if value is not None and self._hides_decimals(table, line, cells):
            return
        if wrong is not None or period is None:
            if wrong is not None and wrong.kode == "IKI411" and value is not None and period is not None:
                self._say(wrong, table, line)
            return
        remark = "" if table.keterangan is None else cells[table.keterangan].strip()
        evidence = "" if table.bukti is None else cells[table.bukti].strip()
        if value is None:
            self._kosong[key].append(Kosong(period, source, line, remark, evidence))
            return
        variabel = self.variables.known[key]
        if is_odd_count(value_text) and self.variables.counts(variabel):
            self._say(odd_count(value_text, variabel), table, line)
        self._isian[key].append((Periods.of((period,)), (value,), (source,), (line,), (remark,), (evidence,)))

    def _say(self, wrong: Salah, table: _Tabel, line: int) -> None:
        self.report(wrong.kode, cell_span(table.sumber, line, table.kolom[wrong.kolom]), wrong.pesan, wrong.saran)

    def _period(self, table: _Tabel, line: int, text: str) -> Periode | None:
        period = parse_periode(text)
        if period is not None and period.tahun == self.tahun:
            self._periods[text] = period
            return period
        span = cell_span(table.sumber, line, table.kolom[3])
        if period is None:
            year = self.tahun
            hint = f"tulis `{year}`, `{year}-S1`, `{year}-TW1` atau `{year}-01`"
            self.report("IKI405", span, f"periode `{text[:60]}` tidak terbaca", hint)
        else:
            hint = f"pindahkan baris ini ke realisasi/{period.tahun}/"
            self.report("IKI410", span, f"periode {text} di luar tahun {self.tahun}", hint)
        return None

    def _hides_decimals(self, table: _Tabel, line: int, cells: list[str]) -> bool:
        """Whether `95,5` was read as a value and a remark, in a table with a column for remarks."""
        at = table.kolom[4]
        if at + 1 not in {table.keterangan, table.bukti} or delimiter_of(table.sumber) != ",":
            return False
        value, behind = cells[at].strip(), cells[at + 1].strip()
        if not may_hold_decimals(behind) or not value.lstrip("-").isdecimal():
            return False
        behind = behind[:60]
        said = f"`{value}` diikuti `{behind}`: mungkin koma desimal yang terbaca sebagai pemisah kolom"
        hint = f"tulis `{value}.{behind}`; bila `{behind}` bukan desimal, tulis `({behind})`"
        self.report("IKI406", cell_span(table.sumber, line, at), said, hint)
        return True

    def realisasi(self) -> Realisasi:
        """The rows by variable, and what is wrong between the rows of one."""
        isian = {kunci: _joined(parts) for kunci, parts in self._isian.items()}
        kosong = {kunci: tuple(sorted(rows, key=_PERIODE)) for kunci, rows in self._kosong.items()}
        self._counted.clear()
        with suppress(_TooMany):
            for kunci in {kunci: None for kunci, deret in isian.items() if not deret.periode.in_order} | kosong:
                self._check_rows(kunci, isian.get(kunci, TANPA_ISIAN), kosong.get(kunci, ()))
        return Realisasi(self.tahun, isian, kosong)

    def _check_rows(self, kunci: Kunci, deret: Deret, kosong: Sequence[Kosong]) -> None:
        """Report every value that covers a month which an earlier one covers, and every period in two rows."""
        end, widest = 0, None
        for each in deret if not deret.periode.in_order else ():
            if each.periode.awal <= end and widest is not None:
                self._overlap(kunci, each, widest)
            if each.periode.akhir > end:
                end, widest = each.periode.akhir, each
        if kosong:
            first: dict[Periode, Isian | Kosong] = {each.periode: each for each in reversed([*deret])}
            for empty in kosong:
                if empty.periode in first:
                    self._overlap(kunci, empty, first[empty.periode])
                first.setdefault(empty.periode, empty)

    def _overlap(self, kunci: Kunci, each: Isian | Kosong, other: Isian | Kosong) -> None:
        place = f"{Path(other.sumber.path).name} baris {other.baris}"
        span = cell_span(each.sumber, each.baris, -1)
        if each.periode == other.periode:
            said = f"`{kunci.variabel}` {each.periode.teks} sudah ada di {place}"
            self.report("IKI407", span, said, "hapus salah satu")
        else:
            said = f"`{kunci.variabel}` {each.periode.teks} bertumpuk dengan {other.periode.teks} di {place}"
            self.report("IKI408", span, said, "pakai salah satu: periodenya atau bagian-bagiannya")
