"""What a form asks: which variables, for which periods, and what the office knows already."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from ikicli.definisi.nouns import Frekuensi, Indikator, Kantor, Pejabat, Perjanjian, Target, Unit, Variabel
from ikicli.realisasi.muat import Isian, Kunci, Realisasi
from ikicli.realisasi.periode import Periode
from ikicli.rumus import Lalu, Nama
from ikicli.value import Value

UNIT = "unit"
"""The form of the shared variables, which no single jabatan owns."""


class Kotak(Value):
    """The cell of one period: the value known already (None: none), and whether one may be written there."""

    periode: Periode
    nilai: Fraction | None
    terbuka: bool


class BarisIsian(Value):
    """One variable that is asked for.

    `indikator` are the names of the indicators that it is for, `lain` the known values of periods that the form does
    not ask for, `tidak_berlaku` why its indicator does not apply that year.
    """

    kunci: Kunci
    variabel: Variabel
    indikator: tuple[str, ...]
    sumber_data: tuple[str, ...]
    kotak: tuple[Kotak, ...]
    lain: tuple[Isian, ...]
    tidak_berlaku: str | None


class BlokIsian(Value):
    """The variables that are collected equally often."""

    frekuensi: Frekuensi
    periode: tuple[Periode, ...]
    baris: tuple[BarisIsian, ...]


class Formulir(Value):
    """A form for `jabatan` (the name; for the shared variables the office's), for January through `sampai`.

    `tafsir` are the indicators asked about, each with how the decree is read there. `contoh` are the files whose
    illustrative values were left out. Without `blok` there is nothing to ask.
    """

    id: str
    jabatan: str
    unit: Unit
    pejabat: Pejabat | None
    sampai: Periode
    blok: tuple[BlokIsian, ...]
    tafsir: tuple[tuple[str, str], ...]
    contoh: tuple[str, ...]


def compose_forms(kantor: Kantor, realisasi: Realisasi, ids: Iterable[str], sampai: Periode) -> tuple[Formulir, ...]:
    """The forms of jabatan by their ids, and of the shared variables (`UNIT`); the definitions are free of errors."""
    by_owner: dict[str, list[_Diminta]] = {}
    for each in _asked(kantor, kantor.perjanjian.get(sampai.tahun)):
        by_owner.setdefault(_owner(each), []).append(each)
    return tuple(_form(kantor, realisasi, id, sampai, by_owner.get(id, [])) for id in dict.fromkeys(ids))


def _form(kantor: Kantor, realisasi: Realisasi, id: str, sampai: Periode, asked: Sequence["_Diminta"]) -> Formulir:
    assert kantor.unit is not None
    perjanjian = kantor.perjanjian.get(sampai.tahun)
    rows = [row for each in asked if (row := _row(each, realisasi, sampai)).kotak]
    by_frequency = {each: tuple(row for row in rows if row.variabel.periode is each) for each in Frekuensi}
    jabatan = kantor.cari_jabatan().get(id)
    known = [isian for each in asked for isian in realisasi.isian.get(each.kunci, ())]
    return Formulir(
        id=id,
        jabatan=jabatan.nama if jabatan else kantor.unit.unit,
        unit=kantor.unit,
        pejabat=perjanjian.isi.pejabat.get(id) if perjanjian and jabatan else None,
        sampai=sampai,
        blok=tuple(
            BlokIsian(each, tuple(kotak.periode for kotak in rows[0].kotak), rows)
            for each, rows in by_frequency.items()
            if rows
        ),
        tafsir=tuple(dict.fromkeys((one.nama, one.tafsir) for each in asked for one in each.indikator if one.tafsir)),
        contoh=tuple(sorted({Path(each.sumber.path).name for each in known if each.contoh})),
    )


class _Diminta(Value):
    """A variable that somebody is to fill in, with the indicators it is for and the jabatan they belong to."""

    kunci: Kunci
    variabel: Variabel
    jabatan: tuple[str, ...]
    indikator: tuple[Indikator, ...]
    tidak_berlaku: str | None


def _asked(kantor: Kantor, perjanjian: Perjanjian | None) -> Iterator[_Diminta]:
    """All variables of the office but the constants, the shared ones first, in the order of the definitions."""
    for name, variabel in kantor.variabel_bersama().items():
        uses = [(j.id, i) for j in kantor.jabatan for i in j.indikator() if _uses(i, name)]
        jabatan = tuple(dict.fromkeys(id for id, _ in uses))
        if variabel.tetapan is None:
            yield _Diminta(Kunci("", "", name), variabel, jabatan, tuple(each for _, each in uses), None)
    for each in kantor.jabatan:
        for indikator in each.indikator():
            reason = _inapplicable(perjanjian, each.id, indikator)
            for name, variabel in indikator.variabel.items():
                if variabel.tetapan is None:
                    yield _Diminta(Kunci(each.id, indikator.id, name), variabel, (each.id,), (indikator,), reason)


def _uses(indikator: Indikator, name: str) -> bool:
    leaves = indikator.formula.daun if indikator.formula else ()
    return any(isinstance(leaf, Nama | Lalu) and leaf.nama == name for leaf in leaves)


def _owner(asked: _Diminta) -> str:
    """Who fills it in: the jabatan of its indicator, or the only one that uses a shared variable, else the office."""
    return asked.jabatan[0] if len(asked.jabatan) == 1 else UNIT


def _inapplicable(perjanjian: Perjanjian | None, jabatan: str, indikator: Indikator) -> str | None:
    """Why the year asks nothing of an indicator, by its latest agreement about it."""
    changes = perjanjian.isi.perubahan if perjanjian else ()
    agreed = [perjanjian.isi.target] if perjanjian else []
    agreed += [change.target for change in sorted(changes, key=lambda each: str(each.tanggal or ""))]
    found: list[Target] = [each[jabatan][indikator.id] for each in agreed if indikator.id in each.get(jabatan, {})]
    latest = found[-1] if found else indikator.target
    return latest.tidak_berlaku if latest else None


def _row(asked: _Diminta, realisasi: Realisasi, sampai: Periode) -> BarisIsian:
    known = [each for each in realisasi.isian.get(asked.kunci, ()) if not each.contoh]
    periods = tuple(_periods(asked.variabel.periode, sampai))
    sources = [source for indikator in asked.indikator for source in indikator.sumber_data]
    return BarisIsian(
        kunci=asked.kunci,
        variabel=asked.variabel,
        indikator=tuple(dict.fromkeys(each.nama for each in asked.indikator)),
        sumber_data=tuple(dict.fromkeys(sources)),
        kotak=tuple(_box(period, known) for period in periods),
        lain=tuple(each for each in known if each.periode not in periods and each.periode.akhir <= sampai.akhir),
        tidak_berlaku=asked.tidak_berlaku,
    )


def _periods(frekuensi: Frekuensi, sampai: Periode) -> Iterator[Periode]:
    """The whole periods from January through `sampai`."""
    months = frekuensi.bulan
    return (Periode(sampai.tahun, last - months + 1, last) for last in range(months, sampai.akhir + 1, months))


def _box(periode: Periode, known: Sequence[Isian]) -> Kotak:
    """A period's cell; it is closed where a value of another period covers one of its months."""
    same = [each.nilai for each in known if each.periode == periode]
    covered = any(each.periode.awal <= periode.akhir and periode.awal <= each.periode.akhir for each in known)
    return Kotak(periode, same[0] if same else None, terbuka=bool(same) or not covered)
