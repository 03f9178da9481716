"""Targets as they were agreed: in which Perjanjian Kinerja, changed when and why, and where that is written."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count

from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.letak import place_of
from ikicli.capaian.sebutan import agreement
from ikicli.capaian.target import Berlaku, applicable
from ikicli.capaian.tulisan import bersatuan, capitalized, rentang_bulan, satuan, target
from ikicli.definisi.nouns import Indikator, Jabatan, Kantor, Perubahan, Target
from ikicli.laporan.bahan.berkas import definitions
from ikicli.laporan.bahan.naskah import Bagian, Butir, Keterangan, Peringatan
from ikicli.realisasi import Periode
from ikicli.realisasi.periode import tanggal
from ikicli.sumber import span_of

BELUM = "belum ada target"


def in_force(kantor: Kantor, sampai: Periode, jabatan: Jabatan, indikator: Indikator) -> Berlaku | None:
    """What applies to an indicator at the end of a span; None where nothing was agreed."""
    return applicable(kantor.perjanjian.get(sampai.tahun), jabatan.id, indikator, sampai)


def yearly(indikator: Indikator, agreed: Target | None) -> str:
    """The year's target with its unit, or why there is none."""
    if agreed is None:
        return BELUM
    if agreed.tidak_berlaku is not None:
        return f"tidak berlaku: {sisipan(agreed.tidak_berlaku)}"
    return bersatuan(target(agreed.tahun), satuan(indikator)) if agreed.tahun else BELUM


def changed(indikator: Indikator, jabatan: Jabatan, applies: Berlaku | None) -> tuple[str, ...]:
    """That a target was changed, when, and from what; empty where it was not."""
    change = applies.perubahan if applies else None
    if applies is None or change is None or change.tanggal is None:
        return ()
    first = _first(applies, jabatan, indikator)
    before = f"semula {yearly(indikator, first)}" if first else "semula belum ditetapkan"
    return (f"{before}; diubah {tanggal(change.tanggal)}",)


def changes(kantor: Kantor, sampai: Periode, jabatan: Iterable[Jabatan]) -> tuple[Perubahan, ...]:
    """The changes of the agreement that some target of some jabatan was taken from, the earliest first."""
    every = (in_force(kantor, sampai, one, each) for one in jabatan for each in one.indikator())
    taken = {applies.perubahan.node.start: applies.perubahan for applies in every if applies and applies.perubahan}
    return tuple(sorted(taken.values(), key=lambda change: change.tanggal or date.min))


def warning(kantor: Kantor, sampai: Periode, jabatan: Iterable[Jabatan]) -> Peringatan | None:
    """The warning over illustrative targets; None where there are none."""
    every = (in_force(kantor, sampai, one, each) for one in jabatan for each in one.indikator())
    if not any(applies is not None and applies.contoh for applies in every):
        return None
    return Peringatan("ANGKA", "target dalam dokumen ini hanya ilustrasi, bukan target resmi.")


def origins(
    kantor: Kantor, sampai: Periode, jabatan: Sequence[Jabatan], names: Sequence[str | None]
) -> tuple[Keterangan, ...]:
    """Where each target was agreed, numbered as in the table of targets."""
    numbers = count(1)
    return tuple(
        Keterangan(
            name,
            tuple(
                Butir(f"{next(numbers)}. {sisipan(each.nama)}", tuple(_origin(kantor, sampai, one, each)))
                for each in one.indikator()
            ),
        )
        for name, one in zip(names, jabatan, strict=True)
    )


def _origin(kantor: Kantor, sampai: Periode, jabatan: Jabatan, indikator: Indikator) -> Iterator[str]:
    applies = in_force(kantor, sampai, jabatan, indikator)
    if applies is None:
        yield f"Target tahun {sampai.tahun} belum ditetapkan."
        return
    yield _placed(kantor, indikator, applies.target, _agreement(applies))
    change, first = applies.perubahan, _first(applies, jabatan, indikator)
    if change and change.dasar:
        yield f"Dasar perubahan: {sisipan(change.dasar)}."
    if first:
        yield _placed(kantor, indikator, first, "semula")


def _placed(kantor: Kantor, indikator: Indikator, agreed: Target, where: str) -> str:
    return f"{capitalized(yearly(indikator, agreed))}, {where}: {place_of(kantor, span_of(agreed.node)).teks}."


def _agreement(applies: Berlaku) -> str:
    """The paper in which a target was agreed."""
    tahun = applies.perjanjian.tahun if applies.perjanjian else None
    return agreement(tahun, applies.perubahan.tanggal if applies.perubahan else None)


def _first(applies: Berlaku, jabatan: Jabatan, indikator: Indikator) -> Target | None:
    """What the agreement said before it was changed; None where it was not, or said nothing."""
    if applies.perjanjian is None or applies.perubahan is None:
        return None
    return applies.perjanjian.isi.target.get(jabatan.id, {}).get(indikator.id)


def year(sampai: Periode) -> str:
    """The year; within it, up to which month changes are counted."""
    return sampai.sebutan if sampai.akhir == 12 and sampai.awal == 1 else f"Keadaan {rentang_bulan(sampai)}"


def references(
    kantor: Kantor, sampai: Periode, jabatan: Sequence[Jabatan], names: Sequence[str | None]
) -> tuple[Bagian, ...]:
    """Where the targets are written, and the files."""
    files = definitions(kantor, jabatan, kantor.perjanjian.get(sampai.tahun))
    return (
        Bagian("Asal Target", "keterangan", origins(kantor, sampai, jabatan, names)),
        Bagian("Berkas Sumber", "berkas", files),
    )
