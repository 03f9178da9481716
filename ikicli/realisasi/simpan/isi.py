"""What stands in the files of the store: one row a figure, in the order of the definitions and periods."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ikicli.definisi.nouns import Kantor
from ikicli.realisasi.bukti import PEMISAH, named_files
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
from ikicli.realisasi.periode import Periode
from ikicli.realisasi.simpan.perubahan import Perubahan
from ikicli.realisasi.simpan.tulis import Baru
from ikicli.rumus import MOST_DIGITS, decimal_text
from ikicli.tabel import harmless, write_csv

_BETWEEN = " | "
_Row = tuple[str, str, str, str, str, str, str]


class Places:
    """The files that imports keep variables in, among those that are there.

    Windows does not tell `Sekcam.csv` from `sekcam.csv`: where the name stands in other letters, it stays.
    """

    def __init__(self, realisasi: Realisasi) -> None:
        there = {file_name(row.sumber.path) for _, row in realisasi.all_rows()}
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


def joined_remarks(*remarks: str) -> str:
    """Several remarks as one, each once, in an order of their own; on one line, and no formula to a spreadsheet."""
    if not any(remarks):
        return ""
    parts = (" ".join(_visible(part).split()) for remark in remarks for part in remark.split(_BETWEEN.strip()))
    return _BETWEEN.join(sorted({harmless(part) for part in parts if part.casefold() not in TIADA}))


def joined_evidence(*evidence: str) -> str:
    """Several lists of evidence files as one, each file once."""
    if not any(evidence):
        return ""
    names = named_files(PEMISAH.join(" ".join(_visible(each).split()) for each in evidence))
    return f"{PEMISAH} ".join(sorted({harmless(name) for name in names if name.casefold() not in TIADA}))


def _visible(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def new_files(kantor: Kantor, realisasi: Realisasi, perubahan: Sequence[Perubahan]) -> Iterator[Baru]:
    """The files that changes make new, whole: what does not change in them stays."""
    places = Places(realisasi)
    changed: dict[str, dict[tuple[Kunci, Periode], _Row]] = {}
    for each in perubahan:
        row = (*each.kunci, each.periode.teks, each.nilai, each.keterangan, each.bukti)
        changed.setdefault(places.of(each.kunci), {})[each.kunci, each.periode] = row
    rows: dict[str, dict[tuple[Kunci, Periode], _Row]] = {name: {} for name in sorted(changed)}
    for kunci, stored in realisasi.all_rows():
        name = file_name(stored.sumber.path)
        if name in rows:
            rows[name][kunci, stored.periode] = _row(kunci, stored)
    order = {kunci: place for place, (kunci, _) in enumerate(all_variables(kantor))}
    for name, kept in rows.items():
        table = kept | changed[name]
        in_order = [table[key] for key in sorted(table, key=lambda key: (order[key[0]], key[1]))]
        yield Baru(realisasi.tahun, name, write_csv([KOLOM + KOLOM_LAIN, *in_order]).encode("utf-8"))


def _row(kunci: Kunci, stored: Isian | Kosong) -> _Row:
    """A row that stays, written as the store writes."""
    value = number_text(stored.nilai) if isinstance(stored, Isian) else ""
    remark, evidence = joined_remarks(stored.keterangan), joined_evidence(stored.bukti)
    return *kunci, stored.periode.teks, value, remark, evidence
