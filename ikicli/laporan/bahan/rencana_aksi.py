"""Rencana Aksi: the year's target of every indicator, and what is expected by the end of each quarter."""

from collections.abc import Collection, Iterator, Sequence

from ikicli.capaian.tulisan import TANPA_NILAI, capitalized, satuan, target
from ikicli.definisi.nouns import Frekuensi, Indikator, Jabatan, Kantor, Rencana, Target
from ikicli.laporan.bahan import contoh, disepakati, kepala
from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.bahan.naskah import Bagian, Kelompok, Naskah, Tabel, appendices
from ikicli.laporan.bahan.tabel import grouped
from ikicli.realisasi import NAMA_BULAN, Periode
from ikicli.value import Value

JENIS = "rencana-aksi"
JUDUL = "Rencana Aksi"
TANPA_RENCANA = "Tanpa rencana per periode; target setahun tidak dibagi."


class Titik(Value):
    """What is expected by the end of a quarter, and by the end of the months before (empty: the plan names none)."""

    nilai: str
    bulan: tuple[str, ...]


class BarisRencana(Value):
    """An indicator with the year's target and its quarters; `tanpa` is why there are no quarters (else None)."""

    nomor: str
    indikator: str
    satuan: str
    target: str
    catatan: tuple[str, ...]
    triwulan: tuple[Titik, ...]
    tanpa: str | None


def papers(bekal: Bekal, jabatan: Collection[str] | None) -> Iterator[Naskah]:
    """The plan of each jabatan, and the office's."""
    kantor, sampai = bekal.kantor, bekal.sampai
    assert sampai is not None
    for each in bekal.chosen(jabatan):
        signed = kepala.signed_by_holder(kantor, sampai.tahun, each)
        sheet = _sheet(kantor, sampai, (each,), (None,))
        nama = f"{sheet.nama}-{each.id}"
        yield sheet._replace(nama=nama, jabatan=each.id, perihal=each.nama, pengesahan=signed)
    if jabatan is None:
        yield _sheet(kantor, sampai, kantor.jabatan, kepala.told_apart(kantor.jabatan))


def _sheet(kantor: Kantor, sampai: Periode, jabatan: Sequence[Jabatan], names: Sequence[str | None]) -> Naskah:
    """The plan of some jabatan, as the office's."""
    warning = disepakati.warning(kantor, sampai, jabatan)
    example = contoh.beside(contoh=warning is not None)
    caption = f"Target yang diharapkan tercapai pada akhir setiap periode, dihitung sejak Januari{example}"
    return Naskah(
        nama=f"{JENIS}-{sampai.teks}",
        judul=JUDUL,
        perihal=kepala.office(kantor).unit,
        periode=disepakati.year(sampai),
        kepala=kepala.letterhead(kepala.office(kantor)),
        contoh=warning,
        bagian=(Bagian("", "rencana_aksi", Tabel(caption, _rows(kantor, sampai, jabatan, names))),),
        pengesahan=kepala.signed_by_head(kantor, sampai.tahun),
        lampiran=appendices(*disepakati.references(kantor, sampai, jabatan, names)),
        mendatar=True,
    )


def _rows(
    kantor: Kantor, sampai: Periode, jabatan: Sequence[Jabatan], names: Sequence[str | None]
) -> tuple[Kelompok, ...]:
    def row(one: Jabatan, indikator: Indikator, number: str) -> BarisRencana:
        applies = disepakati.in_force(kantor, sampai, one, indikator)
        agreed = applies.target if applies else None
        plan = agreed.rencana if agreed else None
        return BarisRencana(
            nomor=number,
            indikator=indikator.nama,
            satuan=satuan(indikator),
            target=target(agreed.tahun) if agreed and agreed.tahun else TANPA_NILAI,
            catatan=disepakati.changed(indikator, one, applies),
            triwulan=tuple(_point(plan, month) for month in (3, 6, 9, 12)) if plan else (),
            tanpa=None if plan else _why(indikator, agreed),
        )

    return grouped(jabatan, names, row)


def _why(indikator: Indikator, agreed: Target | None) -> str:
    """Why an indicator has no quarters."""
    if agreed and agreed.tahun:
        return TANPA_RENCANA
    return f"{capitalized(disepakati.yearly(indikator, agreed))}."


def _point(plan: Rencana, month: int) -> Titik:
    """What a plan says of a quarter's end; of one that speaks by half-years nothing, where it does not speak then."""
    if plan.frekuensi is Frekuensi.BULAN:
        months = tuple(f"{NAMA_BULAN[at][:3]} {target(plan.tingkat[at])}" for at in range(month - 3, month))
        return Titik(target(plan.tingkat[month - 1]), months)
    at, between = divmod(month, plan.frekuensi.bulan)
    return Titik(TANPA_NILAI if between else target(plan.tingkat[at - 1]), ())
