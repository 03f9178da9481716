"""Words between the rows of a table that speak of the rows below them: these were read without them."""

from collections.abc import Sequence

from ikicli.realisasi.baca.isi import Isi
from ikicli.realisasi.baca.judul import Judul, Kepala, at, says_done
from ikicli.realisasi.baca.kata import Peran, plain
from ikicli.realisasi.baca.waktu import Waktu
from ikicli.value import Value

_LONGEST_CAPTION = 3
"""Words; what speaks of targets in more is a sasaran or a remark."""
_HINT = "ulangi baris judul kolom di bawah baris ini, atau beri tabelnya lembar tersendiri"


class Berlaku(Value):
    """What holds for the rows of a table: its header, its periods, and the jabatan that its title names."""

    kepala: Kepala
    waktu: Waktu
    jabatan: str


def report_captions(isi: Isi, berlaku: Berlaku, sisipan: Sequence[int], nomor: Sequence[int]) -> None:
    """Report the captions among `sisipan` that change what the figures below them, in the rows `nomor`, would mean."""
    columns = [kolom.nomor for kolom in berlaku.kepala.nilai]
    last = next((baris for baris in reversed(nomor) if any(isi.is_figure(baris, each) for each in columns)), -1)
    for baris in sisipan:
        meant = _meant(isi, berlaku, baris) if baris < last else None
        if meant is not None:
            said = f"baris ini menyebut {meant} di tengah tabel; angka di bawahnya masih dibaca menurut judul tabel"
            isi.temuan.report("IKI422", isi.lembar.span(baris), said, _HINT)


def _meant(isi: Isi, berlaku: Berlaku, baris: int) -> str | None:
    """What a row would say of those below it that their table does not say already."""
    kepala, waktu, jabatan = berlaku
    row, daftar, judul = isi.lembar.baris[baris], isi.pesanan.daftar, Judul(isi.pesanan.daftar.has_jabatan)
    judul.read(row, baris)
    years = {waktu.tahun, *(kolom.sebutan.tahun for kolom in kepala.nilai if kolom.sebutan)}
    if Peran.TAHUN not in kepala.peran and not years.issuperset(judul.tahun):
        return f"tahun {', '.join(map(str, judul.tahun))}"
    if judul.sebutan and Peran.PERIODE not in kepala.peran and any(kolom.sebutan is None for kolom in kepala.nilai):
        return f"periode `{_cell(row, next(iter(judul.sebutan.values())))}`"
    names = [cell for cell in (judul.jabatan, *map(str.strip, row)) if daftar.has_jabatan(cell)]
    names = [name for name in names if plain(name) != plain(jabatan)]
    if names and kepala.peran.keys().isdisjoint([Peran.KODE, Peran.JABATAN]):
        return f"jabatan `{names[0][:60]}`"
    if judul.rencana and len(_cell(row, judul.rencana).split()) <= _LONGEST_CAPTION and not any(map(says_done, row)):
        return f"target atau rencana (`{_cell(row, judul.rencana)}`)"
    if judul.kumulatif:
        return "angka kumulatif"
    return "kelipatan (ribuan, jutaan)" if judul.kelipatan else None


def _cell(row: Sequence[str], tempat: tuple[int, int]) -> str:
    return at(row, tempat[1]).strip()[:60]
