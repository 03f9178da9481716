"""An office whose figures are stored inside a test."""

from collections.abc import Iterable
from pathlib import Path

from kantor_uji import UNIT, indikator, jabatan, sound

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Source, Tingkat, level_of
from ikicli.realisasi import Kunci, load_year, parse_periode
from ikicli.realisasi.cocok import Variables
from ikicli.realisasi.jurnal import read_journal
from ikicli.realisasi.simpan import Asal, Rencana, finish, lock, plan, store
from ikicli.realisasi.usulan import AngkaUsulan, by_variable

HEADER = "jabatan,indikator,variabel,periode,nilai,keterangan,bukti"
TWO = "a: {nama: A, satuan: dokumen, periode: bulan}\nb: {nama: B, satuan: menit, periode: bulan}"
OFFICE = {
    "definitions/unit.yaml": UNIT
    + "urutan: [sekcam, kasi]\nvariabel:\n  pegawai: {nama: Pegawai, satuan: orang, agregasi: rata}\n"
    + "  hari: {nama: Hari, satuan: hari, tetapan: 240}\n",
    "definitions/jabatan/sekcam.yaml": jabatan(
        indikator("surat", "a / b * pegawai / pegawai * hari / hari", satuan="dokumen / menit", variabel=TWO),
        indikator("arsip"),
    ),
    "definitions/jabatan/kasi.yaml": jabatan(indikator("laporan"), nama="Kasi", atasan="sekcam"),
    "definitions/perjanjian/2019.yaml": "tahun: 2019\ntarget:\n  sekcam: {arsip: 12}\n",
}


def office(folder: Path, files: dict[str, str] | None = None) -> Kantor:
    return sound(folder, {**OFFICE, **(files or {})})


def usulan(
    name: str, periode: str, nilai: str, keterangan: str = "", bukti: str = "", berkas: str = "a.csv"
) -> AngkaUsulan:
    """A proposal that stands in the second row of a table of one row; `name` is `jabatan.indikator.variabel`."""
    period = parse_periode(periode)
    assert period is not None
    kunci = Kunci(*name.split(".")) if "." in name else Kunci("", "", name)
    row = "\t".join([*kunci, periode, nilai])
    source = Source(berkas, f"\n{row}", "")
    return AngkaUsulan(kunci, period, nilai, source, 1, row.count("\t"), keterangan, bukti)


def planned(kantor: Kantor, proposals: Iterable[AngkaUsulan], *, koreksi: bool = False) -> Rencana:
    year = load_year(kantor, 2019)
    assert not [each for each in year.diagnostics if level_of(each) is Tingkat.GALAT], year.diagnostics
    return plan(
        Variables(kantor), year.realisasi, by_variable(proposals), read_journal(kantor.akar, 2019), koreksi=koreksi
    )


def refused(kantor: Kantor, *proposals: AngkaUsulan, koreksi: bool = False) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in planned(kantor, proposals, koreksi=koreksi).diagnostics]


def stored(kantor: Kantor, *proposals: AngkaUsulan, koreksi: str | None = None) -> Rencana:
    """Carry out an import, and answer with its plan."""
    realisasi = kantor.akar / "realisasi"
    realisasi.mkdir(exist_ok=True)
    with lock(realisasi, "uji"):
        finish(realisasi)
        rencana = planned(kantor, proposals, koreksi=koreksi is not None)
        assert not [each for each in rencana.diagnostics if level_of(each) is Tingkat.GALAT], rencana.diagnostics
        for each in proposals:
            source = Path(each.tempat.source.path)
            if not source.is_absolute():
                (Path.cwd() / source).touch()
        year = load_year(kantor, 2019)
        store(kantor, [(year.realisasi, rencana)], Asal("2019-02-01T00:00:00Z", {}, koreksi))
    return rencana
