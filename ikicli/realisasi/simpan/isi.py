"""What stands in the files of the store: one row a figure, in the order of the definitions and periods."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import repeat

from ikicli.definisi.nouns import Kantor
from ikicli.realisasi.bukti import PEMISAH, named_files
from ikicli.realisasi.cocok import may_hold_decimals
from ikicli.realisasi.isian import (
    KOLOM,
    KOLOM_LAIN,
    TIADA,
    Isian,
    Kosong,
    Kunci,
    Realisasi,
    all_variables,
    file_name,
    is_contoh,
)
from ikicli.realisasi.periode import Periods
from ikicli.realisasi.simpan.perubahan import Perubahan
from ikicli.realisasi.simpan.tulis import Baru
from ikicli.realisasi.usulan import Usulan
from ikicli.rumus import MOST_DIGITS, decimal_text, parse_number
from ikicli.tabel import CsvCells, harmless

_BETWEEN = " | "
_HEADER = ",".join(KOLOM + KOLOM_LAIN) + "\n"
_Row = Isian | Kosong


class Places:
    """The files that imports keep variables in, among those that are there.

    Windows does not tell `Sekcam.csv` from `sekcam.csv`: where the name stands in other letters, it stays.
    """

    def __init__(self, realisasi: Realisasi) -> None:
        there = {file_name(source.path) for source in realisasi.sources()}
        self._there = {name.casefold(): name for name in sorted(there)}  # small letters come last, and win
        self._of: dict[str, str] = {}

    def of(self, kunci: Kunci) -> str:
        """The file of a variable: its jabatan's, or `unit.csv` for a shared one."""
        if kunci.jabatan not in self._of:
            name = f"{kunci.jabatan or 'unit'}.csv"
            name = f"jabatan_{name}" if is_contoh(name) else name
            self._of[kunci.jabatan] = self._there.get(name, name)
        return self._of[kunci.jabatan]


def number_text(number: Fraction) -> str:
    """A stored number: the same text whoever wrote it in whatever way."""
    return str(number.numerator) if number.denominator == 1 else decimal_text(number, MOST_DIGITS)


def stored_text(text: str) -> str | None:
    """A number's text as the store writes it; None for a text that is no number."""
    if text.isdecimal() and text.isascii() and len(text) <= MOST_DIGITS:
        return str(int(text))
    number = parse_number(text)
    return None if number is None else number_text(number)


def joined_remarks(*remarks: str) -> str:
    """Several remarks as one, each once, in an order of their own; on one line, and no formula to a spreadsheet."""
    if not any(remarks):
        return ""
    parts = (" ".join(_visible(part).split()) for remark in remarks for part in remark.split(_BETWEEN.strip()))
    return _BETWEEN.join(sorted({_remark(part) for part in parts if part.casefold() not in TIADA}))


def _remark(text: str) -> str:
    """A remark as the store holds it: in brackets where it would look like decimals cut off."""
    return f"({text})" if may_hold_decimals(text) else harmless(text)


def joined_evidence(*evidence: str) -> str:
    """Several lists of evidence files as one, each file once."""
    if not any(evidence):
        return ""
    names = named_files(PEMISAH.join(" ".join(_visible(each).split()) for each in evidence))
    return f"{PEMISAH} ".join(sorted(map(harmless, names)))


def _visible(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def new_files(kantor: Kantor, realisasi: Realisasi, perubahan: Sequence[Perubahan]) -> Iterator[Baru]:
    """The files that changes make new, whole: what does not change in them stays."""
    places = Places(realisasi)
    changed: dict[str, dict[Kunci, Perubahan]] = {}
    for each in perubahan:
        changed.setdefault(places.of(each.kunci), {})[each.kunci] = each
    kept: dict[str, dict[Kunci, list[_Row]]] = {name: {} for name in changed}
    for kunci, stored in realisasi.all_rows():
        table = kept.get(file_name(stored.sumber.path))
        if table is not None:
            table.setdefault(kunci, []).append(stored)
    order = {kunci: place for place, (kunci, _) in enumerate(all_variables(kantor))} if any(kept.values()) else {}
    for name in sorted(changed):
        there = sorted({*kept[name], *changed[name]}, key=order.__getitem__) if kept[name] else changed[name]
        yield Baru(realisasi.tahun, name, _table(there, kept[name], changed[name]))


def _table(
    there: Iterable[Kunci], kept: Mapping[Kunci, Sequence[_Row]], changed: Mapping[Kunci, Perubahan]
) -> Iterator[bytes]:
    """A file in pieces: its header, then the rows of each variable that is there."""
    cells = CsvCells()
    yield _HEADER.encode("utf-8")
    for kunci in there:
        new = changed[kunci].baru if kunci in changed else ()
        if kunci not in kept and len(new) == 1:
            text = _new_rows(new[0], cells)
        else:
            by_period = {row.periode: _kept_row(kunci, row, cells) for row in kept.get(kunci, ())}
            for usulan in new:
                by_period |= zip(usulan.periode, _new_rows(usulan, cells)[:-1].split("\n"), strict=True)
            text = "\n".join(map(by_period.__getitem__, sorted(by_period))) + "\n"
        yield text.encode("utf-8")


def _new_rows(usulan: Usulan, cells: CsvCells) -> str:
    """The rows proposed, a line each. Ids, periods and numbers hold nothing that CSV would quote, nor a `%`."""
    kunci, _, periods, numbers, _, _, remarks, evidence = usulan
    head = ",".join(kunci)
    if usulan.polos:
        return _plain_rows(periods).replace(_VARIABLE, head) % tuple(numbers)
    said, proof = (map(cells.__getitem__, each) for each in (remarks, evidence))
    return "".join(map("{},{},{},{},{}\n".format, repeat(head), periods.texts, numbers, said, proof))


_VARIABLE = "\0"


@lru_cache(maxsize=256)
def _plain_rows(periods: Periods) -> str:
    """Rows of figures in these periods, without remarks: `_VARIABLE` stands for whose they are, `%s` for each."""
    return "".join([f"{_VARIABLE},{periode},%s,,\n" for periode in periods.texts])


def _kept_row(kunci: Kunci, stored: _Row, cells: CsvCells) -> str:
    """A row that stays, written as the store writes."""
    value = number_text(stored.nilai) if isinstance(stored, Isian) else ""
    remark, evidence = joined_remarks(stored.keterangan), joined_evidence(stored.bukti)
    return ",".join(map(cells.__getitem__, (*kunci, stored.periode.teks, value, remark, evidence)))
