"""What a form asks: which variables, for which periods, and what the office knows already."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

from ikicli.definisi.nouns import Frekuensi, Kantor, Pejabat, Perjanjian, Target, Unit, Variabel
from ikicli.realisasi.diminta import Diminta, asked
from ikicli.realisasi.isian import Isian, Kunci, Realisasi
from ikicli.realisasi.periode import Periode, periods_of
from ikicli.value import Value


class KotakIsian(Value):
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
    kotak: tuple[KotakIsian, ...]
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
    by_owner: dict[str, list[Diminta]] = {}
    for each in asked(kantor):
        by_owner.setdefault(each.pemilik, []).append(each)
    return tuple(_form(kantor, realisasi, id, sampai, by_owner.get(id, [])) for id in dict.fromkeys(ids))


def _form(kantor: Kantor, realisasi: Realisasi, id: str, sampai: Periode, own: Sequence[Diminta]) -> Formulir:
    assert kantor.unit is not None
    perjanjian = kantor.perjanjian.get(sampai.tahun)
    rows = [row for each in own if (row := _row(perjanjian, each, realisasi, sampai)).kotak]
    by_frequency = {each: tuple(row for row in rows if row.variabel.periode is each) for each in Frekuensi}
    jabatan = kantor.cari_jabatan().get(id)
    known = [isian for each in own for isian in realisasi.isian.get(each.kunci, ())]
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
        tafsir=tuple(dict.fromkeys((one.nama, one.tafsir) for each in own for one in each.indikator if one.tafsir)),
        contoh=tuple(sorted({Path(each.sumber.path).name for each in known if each.contoh})),
    )


def _inapplicable(perjanjian: Perjanjian | None, asked: Diminta) -> str | None:
    """Why the year asks nothing of a variable's own indicator, by the latest agreement about it."""
    if not asked.kunci.jabatan:
        return None
    jabatan, (indikator,) = asked.kunci.jabatan, asked.indikator
    changes = perjanjian.isi.perubahan if perjanjian else ()
    agreed = [perjanjian.isi.target] if perjanjian else []
    agreed += [change.target for change in sorted(changes, key=lambda each: str(each.tanggal or ""))]
    found: list[Target] = [each[jabatan][indikator.id] for each in agreed if indikator.id in each.get(jabatan, {})]
    latest = found[-1] if found else indikator.target
    return latest.tidak_berlaku if latest else None


def _row(perjanjian: Perjanjian | None, asked: Diminta, realisasi: Realisasi, sampai: Periode) -> BarisIsian:
    known = [each for each in realisasi.isian.get(asked.kunci, ()) if not each.contoh]
    periods = tuple(periods_of(sampai, asked.variabel.periode.bulan))
    sources = [source for indikator in asked.indikator for source in indikator.sumber_data]
    return BarisIsian(
        kunci=asked.kunci,
        variabel=asked.variabel,
        indikator=tuple(dict.fromkeys(each.nama for each in asked.indikator)),
        sumber_data=tuple(dict.fromkeys(sources)),
        kotak=tuple(_box(period, known) for period in periods),
        lain=tuple(each for each in known if each.periode not in periods and each.periode.akhir <= sampai.akhir),
        tidak_berlaku=_inapplicable(perjanjian, asked),
    )


def _box(periode: Periode, known: Sequence[Isian]) -> KotakIsian:
    """A period's cell; it is closed where a value of another period covers one of its months."""
    same = [each.nilai for each in known if each.periode == periode]
    covered = any(each.periode.awal <= periode.akhir and periode.awal <= each.periode.akhir for each in known)
    return KotakIsian(periode, same[0] if same else None, terbuka=bool(same) or not covered)
