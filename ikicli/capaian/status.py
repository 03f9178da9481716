"""Who has sent what: for every jabatan and month what was due, what is there, what is still to be asked for."""

from calendar import monthrange
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from enum import Enum

from ikicli.capaian.target import applicable
from ikicli.definisi.nouns import Jabatan, Kantor, Pejabat, Variabel
from ikicli.realisasi import Kunci, Periode, Realisasi
from ikicli.realisasi.diminta import UNIT, Diminta, asked
from ikicli.realisasi.periode import gathered, periods_of
from ikicli.value import Value


class Keterisian(Enum):
    """How far a month's values are there."""

    LENGKAP = "lengkap"
    SEBAGIAN = "sebagian"
    KOSONG = "kosong"
    BELUM_WAKTUNYA = "belum_waktunya"


class Kotak(Value):
    """What a jabatan collects for periods that end with month `bulan`: `ada` of `dari` values are there whole.

    Not yet due is what is not whole while the month has not ended. `terlambat` are the days since the office's time
    limit, 0 where that has not passed or nothing is missing.
    """

    bulan: int
    keadaan: Keterisian
    ada: int
    dari: int
    terlambat: int

    @property
    def is_missed(self) -> bool:
        """Whether it is due and not whole."""
        return self.keadaan in {Keterisian.SEBAGIAN, Keterisian.KOSONG}


class Tunggakan(Value):
    """A variable with what of it is due and missing: whole periods, of those begun only the months without a value."""

    kunci: Kunci
    variabel: Variabel
    periode: tuple[Periode, ...]


class BarisStatus(Value):
    """A jabatan's part, or that of the shared variables (`id` is UNIT): a box a month (None: nothing ends then).

    `pemakai` are the jabatan that use the shared variables, empty for a jabatan.
    """

    id: str
    nama: str
    pejabat: Pejabat | None
    pemakai: tuple[str, ...]
    kotak: tuple[Kotak | None, ...]
    diminta: tuple[Tunggakan, ...]

    def boxes(self) -> Iterator[Kotak]:
        """The months in which something is collected."""
        return (each for each in self.kotak if each is not None)


class Status(Value):
    """An office's year through `sampai` as it stands on the day `per`; `ada_isian`: any value is there at all."""

    kantor: Kantor
    sampai: Periode
    per: date
    ada_isian: bool
    contoh: bool
    baris: tuple[BarisStatus, ...]

    @property
    def batas_lapor(self) -> int | None:
        """The days after a period's end by which sections report; None: the office has not said."""
        return self.kantor.unit.batas_lapor if self.kantor.unit else None

    def boxes(self) -> Iterator[Kotak]:
        """The boxes of all rows."""
        return (box for row in self.baris for box in row.boxes())

    def urgent(self) -> tuple[BarisStatus, ...]:
        """The rows of which something is to be asked for: the longest overdue first, then those that lack most."""

        def order(row: BarisStatus) -> tuple[int, int]:
            missed = (box.bulan for box in row.boxes() if box.is_missed)
            return min(missed), -sum(len(each.periode) for each in row.diminta)

        return tuple(sorted((row for row in self.baris if row.diminta), key=order))


def status(
    kantor: Kantor, realisasi: Realisasi, sampai: Periode, per: date, jabatan: Collection[str] | None = None
) -> Status:
    """The state of the year of `sampai`, of all jabatan or those with the ids in `jabatan` (with what they share).

    The definitions are free of errors. What an agreement declares inapplicable is not asked for.
    """
    due = [each for each in _due(kantor, sampai) if jabatan is None or _concerns(each, jabatan)]
    owned: dict[str, list[_Items]] = {id: [] for id in (*(each.id for each in kantor.jabatan), UNIT)}
    for each in due:
        owned[each.pemilik].append(_items(each, realisasi, sampai))
    known = kantor.cari_jabatan()
    rows = (_row(kantor, known.get(id), items, sampai, per) for id, items in owned.items() if items)
    return Status(
        kantor=kantor,
        sampai=sampai,
        per=per,
        ada_isian=bool(realisasi.isian),
        contoh=any(isian.contoh for each in due for isian in realisasi.isian.get(each.kunci, ())),
        baris=tuple(rows),
    )


def counts(status: Status) -> dict[str, int]:
    """How many boxes are in each state, and how many of the missed ones are late (`terlambat`)."""
    boxes = list(status.boxes())
    found = {state.value: sum(box.keadaan is state for box in boxes) for state in Keterisian}
    return found | {"terlambat": sum(box.terlambat > 0 for box in boxes)}


class _Items(Value):
    """A variable's periods in a span, each with the months that have no value."""

    asked: Diminta
    periode: tuple[tuple[Periode, tuple[int, ...]], ...]


def _due(kantor: Kantor, sampai: Periode) -> Iterator[Diminta]:
    """The variables that the year asks for, the shared ones last."""
    for each in sorted(asked(kantor), key=lambda one: not one.kunci.jabatan):
        if not each.kunci.jabatan or not _is_inapplicable(kantor, each, sampai):
            yield each


def _is_inapplicable(kantor: Kantor, asked: Diminta, sampai: Periode) -> bool:
    (indikator,) = asked.indikator
    agreed = applicable(kantor.perjanjian.get(sampai.tahun), asked.kunci.jabatan, indikator, sampai)
    return agreed is not None and agreed.target.tidak_berlaku is not None


def _concerns(asked: Diminta, jabatan: Collection[str]) -> bool:
    return asked.pemilik in jabatan or any(id in jabatan for id in asked.jabatan)


def _row(kantor: Kantor, jabatan: Jabatan | None, items: Sequence[_Items], sampai: Periode, per: date) -> BarisStatus:
    """The row of a jabatan, or with None that of the shared variables."""
    perjanjian = kantor.perjanjian.get(sampai.tahun)
    boxes = tuple(_box(month, items, kantor, sampai.tahun, per) for month in range(1, sampai.akhir + 1))
    return BarisStatus(
        id=jabatan.id if jabatan else UNIT,
        nama=jabatan.nama if jabatan else "variabel bersama",
        pejabat=perjanjian.isi.pejabat.get(jabatan.id) if perjanjian and jabatan else None,
        pemakai=() if jabatan else tuple(dict.fromkeys(user for each in items for user in each.asked.jabatan)),
        kotak=boxes,
        diminta=tuple(_missing(sampai, items, boxes)),
    )


def _items(asked: Diminta, realisasi: Realisasi, sampai: Periode) -> _Items:
    rows = realisasi.isian.get(asked.kunci, ())
    counted = [each.periode for each in rows if each.periode.akhir <= sampai.akhir]  # as results count them
    covered = {month for periode in counted for month in range(periode.awal, periode.akhir + 1)}
    periods = periods_of(sampai, asked.variabel.periode.bulan)
    return _Items(asked, tuple((each, _gaps(each, covered)) for each in periods))


def _gaps(periode: Periode, covered: Collection[int]) -> tuple[int, ...]:
    return tuple(month for month in range(periode.awal, periode.akhir + 1) if month not in covered)


def _box(month: int, items: Sequence[_Items], kantor: Kantor, tahun: int, per: date) -> Kotak | None:
    ending = [each for one in items for each in one.periode if each[0].akhir == month]
    if not ending:
        return None
    whole = sum(not gaps for _, gaps in ending)
    since = (per - date(tahun, month, monthrange(tahun, month)[1])).days
    limit = kantor.unit.batas_lapor if kantor.unit else None
    if whole == len(ending):
        state = Keterisian.LENGKAP
    elif since <= 0:
        state = Keterisian.BELUM_WAKTUNYA
    elif all(len(gaps) == periode.panjang for periode, gaps in ending):
        state = Keterisian.KOSONG
    else:
        state = Keterisian.SEBAGIAN
    missed = state in {Keterisian.SEBAGIAN, Keterisian.KOSONG}
    return Kotak(month, state, whole, len(ending), max(since - limit, 0) if missed and limit is not None else 0)


def _missing(sampai: Periode, items: Sequence[_Items], boxes: tuple[Kotak | None, ...]) -> Iterator[Tunggakan]:
    due = {box.bulan for box in boxes if box is not None and box.is_missed}
    for each in items:
        months = (month for periode, gaps in each.periode if periode.akhir in due for month in gaps)
        periods = tuple(gathered(sampai.tahun, months, each.asked.variabel.periode.bulan))
        if periods:
            yield Tunggakan(each.asked.kunci, each.asked.variabel, periods)
