"""The state of a year's data as lines: a grid of months, what to ask whom for. One shaping serves pipe and screen."""

from collections.abc import Iterable, Iterator

from ikicli.capaian.status import BarisStatus, Keterisian, Kotak, Status, Tunggakan, counts
from ikicli.capaian.tulisan import deretan_periode, rentang_singkat
from ikicli.diagnostik.tampak import visible
from ikicli.realisasi import NAMA_BULAN, Periode
from ikicli.realisasi.diminta import UNIT
from ikicli.realisasi.periode import tanggal
from ikicli.value import Value

TANDA = {
    Keterisian.LENGKAP: "■",
    Keterisian.SEBAGIAN: "▄",
    Keterisian.KOSONG: "□",
    Keterisian.BELUM_WAKTUNYA: "·",
}
SEBUTAN = {
    Keterisian.LENGKAP: "lengkap",
    Keterisian.SEBAGIAN: "sebagian",
    Keterisian.KOSONG: "kosong",
    Keterisian.BELUM_WAKTUNYA: "belum waktunya",
}
TERLAMBAT, MENUJU, BERSAMA, GAP = "!", "─", "bersama (unit)", "  "
ASKED = "Yang perlu diminta, yang paling lama tertunggak lebih dahulu:"
_QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
_SHORT = tuple(name[:3] for name in NAMA_BULAN)


class Petak(Value):
    """A month of a row: its box, or without one whether it lies within a longer period that ends later (`menuju`)."""

    kotak: Kotak | None
    menuju: bool

    @property
    def teks(self) -> str:
        """As the grid shows it."""
        if self.kotak is None:
            return MENUJU if self.menuju else ""
        return TANDA[self.kotak.keadaan] + (TERLAMBAT if self.kotak.terlambat else "")


class Layout(Value):
    """The width of the names, and of a month; quarters stand two columns apart."""

    nama: int
    bulan: int


def layout(status: Status, width: int | None = None) -> Layout:
    """Months by name where that fits, else by letter; names whole, or cut to what is left."""
    longest = max((len(label(row)) for row in status.baris), default=0)
    if width is None:
        return Layout(longest, 4)
    months = status.sampai.akhir
    rest = len(GAP) + (months - 1) // 3 + len(" ") + max((len(tally(row)) for row in status.baris), default=0)
    for month in (4, 3):
        if longest + rest + month * months <= width:
            return Layout(longest, month)
    return Layout(max(width - rest - 3 * months, 8), 3)


def heading(status: Status) -> str:
    """Whose data, of when."""
    unit = visible(status.kantor.nama)
    span = rentang_singkat(status.sampai).replace("Tahun", "tahun")
    return f"{unit} | realisasi {span} | keadaan per {tanggal(status.per)}"


def nothing_asked(status: Status) -> str:
    """What stands instead of a grid without rows."""
    said = "Tidak ada isian yang diminta: formulanya hanya memakai tetapan atau angka indikator lain."
    return f"{heading(status)}\n\n{said}\n"


def contoh_notice(status: Status) -> str | None:
    """That values are illustrative, where any is."""
    return "ANGKA CONTOH: ada isian dari contoh*.csv, bukan laporan seksi." if status.contoh else None


def headers(status: Status, form: Layout) -> tuple[str, str]:
    """The quarters, and the months below them."""
    indent = " " * (form.nama + len(GAP))
    months = range(status.sampai.akhir)
    quarters = "".join(_QUARTERS[at // 3].ljust(3 * form.bulan + 1) for at in months if at % 3 == 0)
    names = (_SHORT[at] if form.bulan > 3 else _SHORT[at][0] for at in months)
    return indent + quarters.rstrip(), (indent + _spread(name.ljust(form.bulan) for name in names)).rstrip()


def _spread(cells: Iterable[str]) -> str:
    return "".join((" " if at and at % 3 == 0 else "") + cell for at, cell in enumerate(cells))


def cells(row: BarisStatus) -> tuple[Petak, ...]:
    """A row's months."""
    last = max(box.bulan for box in row.boxes())
    return tuple(Petak(box, box is None and month < last) for month, box in enumerate(row.kotak, start=1))


def gap_before(month: int) -> str:
    """What stands before a month, counted from 1: room between quarters."""
    return " " if month > 1 and month % 3 == 1 else ""


def label(row: BarisStatus) -> str:
    """What a row is called: the id of its jabatan."""
    return BERSAMA if row.id == UNIT else row.id


def name_of(row: BarisStatus, form: Layout) -> str:
    """A row's name in its column; where it is too long, cut with an ellipsis."""
    name = label(row)
    return (name if len(name) <= form.nama else name[: form.nama - 1] + "…").ljust(form.nama)


def tally(row: BarisStatus) -> str:
    """How many of the values that are due are there."""
    due = [box for box in row.boxes() if box.keadaan is not Keterisian.BELUM_WAKTUNYA]
    return f"{sum(box.ada for box in due)}/{sum(box.dari for box in due)}" if due else "–"


class Arti(Value):
    """A mark and what it means: of a state, or (None) of what is late in any."""

    tanda: str
    arti: str
    keadaan: Keterisian | None


def legend(status: Status) -> Iterator[Arti]:
    """What the marks mean."""
    yield from (Arti(mark, SEBUTAN[state], state) for state, mark in TANDA.items())
    if status.batas_lapor is not None:
        yield Arti(TERLAMBAT, f"terlambat (batas {status.batas_lapor} hari)", None)


def summary(status: Status) -> str:
    """How many boxes are in each state, in a sentence."""
    found = counts(status)
    said = [f"{found[state.value]} {SEBUTAN[state]}" for state in Keterisian]
    late = f"; {found['terlambat']} terlambat" if found["terlambat"] else ""
    limit = "" if status.batas_lapor is not None else " Batas lapor belum ditulis (`batas_lapor` di unit.yaml)."
    return f"{sum(1 for _ in status.boxes())} kotak: {', '.join(said)}{late}.{limit}"


def beginning(status: Status) -> list[str]:
    """What to do where nothing has been sent yet."""
    year = status.sampai.tahun
    return [
        f"Belum ada satu pun isian realisasi {year}.",
        "",
        "Cara memulai:",
        f"  iki templat --semua formulir --tahun {year}   membuat formulir untuk setiap jabatan",
        "  iki impor formulir                           memasukkan formulir yang sudah diisi",
        f"Atau letakkan CSV langsung di realisasi/{year}/.",
    ]


class Tagihan(Value):
    """What to ask one jabatan for: its id, whether and how late it is, whom to ask in words, and what line by line."""

    nama: str
    terlambat: bool
    keadaan: str
    siapa: str
    apa: tuple[str, ...]


def requests(status: Status) -> Iterator[Tagihan]:
    """What to ask whom for, the longest overdue first."""
    for row in status.urgent():
        days = max(box.terlambat for box in row.boxes())
        late = "belum melewati batas lapor" if status.batas_lapor is not None else ""
        state = f"terlambat {days} hari" if days else late
        yield Tagihan(label(row), days > 0, state, _whom(row), tuple(_what(row)))


def _whom(row: BarisStatus) -> str:
    if row.id == UNIT:
        return f"variabel bersama, dipakai {', '.join(row.pemakai)}" if row.pemakai else "variabel bersama"
    return visible(row.nama) + (f" ({visible(row.pejabat.nama)})" if row.pejabat else "")


def _what(row: BarisStatus) -> Iterator[str]:
    """What is missing, the variables that lack the same periods together."""
    groups: dict[tuple[Periode, ...], list[Tunggakan]] = {}
    for each in row.diminta:
        groups.setdefault(each.periode, []).append(each)
    for periods, asked in sorted(groups.items(), key=lambda group: group[0][0].akhir):
        names = dict.fromkeys(visible(each.variabel.nama) for each in asked)
        yield f"{_without_year(periods)}: {'; '.join(names)}"


def _without_year(periods: tuple[Periode, ...]) -> str:
    """Periods in words; of a whole year its number is all there is to say."""
    said, year = deretan_periode(periods), f" {periods[0].tahun}"
    return said if said == f"Tahun{year}" else said.removesuffix(year)


def plain(status: Status) -> str:
    """The whole state as text, no line longer than it must be."""
    return "\n".join(_plain_lines(status)) + "\n"


def _plain_lines(status: Status) -> Iterator[str]:
    notice = contoh_notice(status)
    yield from [heading(status), *([notice] if notice else []), ""]
    if not status.ada_isian:
        yield from [*beginning(status), "", summary(status)]
        return
    form = layout(status)
    yield from headers(status, form)
    for row in status.baris:
        months = _spread(cell.teks.ljust(form.bulan) for cell in cells(row))
        yield f"{name_of(row, form)}{GAP}{months} {tally(row)}"
    yield from ["", GAP.join(f"{each.tanda} {each.arti}" for each in legend(status)), summary(status)]
    asked = list(requests(status))
    if asked:
        yield from ["", ASKED]
    for each in asked:
        yield f"  {each.nama}{', ' if each.keadaan else ''}{each.keadaan}"
        yield from (f"    {line}" for line in (each.siapa, *each.apa))
