"""What an import changes, as plain text."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from ikicli.cli.terminal import harmless, show_path
from ikicli.diagnostik.faces.teks_ import place
from ikicli.realisasi.simpan import Rencana
from ikicli.realisasi.usulan import one_by_one
from ikicli.value import Value

JUDUL = ("Variabel", "Periode", "Tersimpan", "Menjadi", "Dari")
NUMERIC = {2, 3}
_KINDS = ("angka baru", "dikoreksi", "dilengkapi keterangan atau buktinya")


class Baris(Value):
    """A change as its table shows it."""

    variabel: str
    periode: str
    lama: str
    baru: str
    asal: str


def rows(plans: Sequence[Rencana]) -> Iterator[Baris]:
    """The changes in the order of the definitions, year by year."""
    for rencana in plans:
        for kunci, baru, lama in rencana.perubahan:
            name = ".".join(part for part in kunci if part)
            for each in one_by_one(baru):
                old = lama.get(each.periode, "-")
                yield Baris(name, each.periode.teks, old, each.nilai, show_path(each.sumber.path) + place(each.tempat))


def changes_table(plans: Sequence[Rencana]) -> str:
    """The changes as a table whose columns stand below each other."""
    table = [JUDUL, *rows(plans)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return harmless("".join(map(_line, table, repeat(widths)))) + "\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    placed = (
        cell.rjust(width) if column in NUMERIC else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(placed).rstrip() + "\n"


def summary(plans: Sequence[Rencana], *, coba: bool) -> str:
    """What was stored, or would be, in short; and what to do next."""
    by_file = _kinds_by_file(plans)
    same = sum(rencana.sama for rencana in plans)
    if not by_file:
        return f"Tidak ada yang berubah: {same} angka sudah tersimpan sama.\n"
    kinds = sum(by_file.values(), Counter[str]())
    lines = [f"{'Akan tersimpan' if coba else 'Tersimpan'}: {_said(kinds)}{f', {same} sudah sama' if same else ''}."]
    lines += [f"  {show_path(path)}: {_said(by_file[path])}" for path in sorted(by_file)]
    if coba:
        lines.append("Belum ada yang ditulis; ulangi tanpa `--coba` untuk menyimpan.")
    else:
        lines += [_next(rencana) for rencana in plans if rencana.perubahan]
    return harmless("\n".join(lines) + "\n")


def _next(rencana: Rencana) -> str:
    """The command that shows what the new figures come to, through the last period that was brought."""
    last = max(usulan.periode[-1].akhir for _, baru, _ in rencana.perubahan for usulan in baru)
    through = "" if last == 12 else f" --sampai {last:02}"
    return f"Berikutnya: iki hitung --tahun {rencana.tahun}{through}"


def _kinds_by_file(plans: Sequence[Rencana]) -> dict[str, Counter[str]]:
    """How many changes of each kind every file brings: all are new, but for those whose number is stored."""
    new, corrected, completed = _KINDS
    found: dict[str, Counter[str]] = {}
    for _, baru, lama in (change for rencana in plans for change in rencana.perubahan):
        for usulan in baru:
            path = usulan.sumber.path
            kinds = found.get(path) or found.setdefault(path, Counter())
            kinds[new] += len(usulan.nilai)
            for periode, nilai in zip(usulan.periode, usulan.nilai, strict=True) if lama else ():
                if periode in lama:
                    kinds[new] -= 1
                    kinds[completed if lama[periode] == nilai else corrected] += 1
    return found


def _said(count: Mapping[str, int]) -> str:
    return ", ".join(f"{count[kind]} {kind}" for kind in _KINDS if count[kind])
