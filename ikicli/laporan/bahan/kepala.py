"""The letterhead, who holds what, and who signs."""

import re

from ikicli.capaian import Hasil, HasilJabatan
from ikicli.capaian.arah import isolated
from ikicli.definisi.nouns import Pimpinan, StatusPejabat, Unit
from ikicli.laporan.bahan.naskah import KepalaSurat, Penanda, Pengesahan
from ikicli.value import Value

TITIK = "." * 28
"""A dotted line to fill by hand."""

_SEBUTAN = {StatusPejabat.PLT: "Plt.", StatusPejabat.PLH: "Plh.", StatusPejabat.PJ: "Pj."}
_ACTING = re.compile(r"^(?:Plt|Plh|Pj)\b\.?\s*", re.IGNORECASE)
_KIND_OF_OFFICE = re.compile(r"^(?:Kecamatan|Kelurahan|Desa|Distrik|Kapanewon|Kemantren)\s+", re.IGNORECASE)


class Pemangku(Value):
    """A jabatan as its holder signs for it, and the holder so far as known."""

    jabatan: str
    nama: str | None
    pangkat: str | None
    nip: str | None


def office(hasil: Hasil) -> Unit:
    """The office of a result; there is one wherever the definitions are free of errors."""
    unit = hasil.kantor.unit
    assert unit is not None
    return unit


def head(hasil: Hasil) -> Pimpinan:
    """The head of the office."""
    return office(hasil).pimpinan


def holder(hasil: Hasil, id: str) -> Pemangku:
    """Who holds a jabatan in the result's year, by that year's Perjanjian Kinerja; for the head else by unit.yaml."""
    pimpinan = head(hasil)
    perjanjian = hasil.kantor.perjanjian.get(hasil.sampai.tahun)
    pejabat = perjanjian.isi.pejabat.get(id) if perjanjian else None
    if id == pimpinan.id and pejabat is None:
        return Pemangku(pimpinan.jabatan, pimpinan.nama, pimpinan.pangkat, pimpinan.nip)
    jabatan = pimpinan.jabatan if id == pimpinan.id else hasil.kantor.cari_jabatan()[id].nama
    if pejabat is None:
        return Pemangku(jabatan, None, None, None)
    return Pemangku(acting(jabatan, pejabat.status), pejabat.nama, pejabat.pangkat, pejabat.nip)


def acting(jabatan: str, status: StatusPejabat) -> str:
    """The jabatan with the holder's status before it, once: the name may say it already."""
    said = _SEBUTAN.get(status)
    return f"{said} {_ACTING.sub('', jabatan, count=1)}" if said else jabatan


def letterhead(unit: Unit) -> KepalaSurat:
    """The letterhead in the decree's order: government, office, address, place with postal code."""
    kop = unit.kop
    parts = [] if kop is None else [
        _joined(("", kop.alamat), ("Telepon ", kop.telepon)),
        _joined(("Email: ", kop.email), ("Website: ", kop.situs)),
        _postal(unit, kop.kode_pos),
    ]  # fmt: skip
    return KepalaSurat(f"PEMERINTAH {unit.kabupaten.upper()}", unit.unit.upper(), tuple(part for part in parts if part))


def _joined(*named: tuple[str, str | None]) -> str:
    return ", ".join(f"{name}{isolated(text)}" for name, text in named if text)


def _postal(unit: Unit, code: str | None) -> str:
    """The place before a bare postal code, as the decree writes it."""
    bare = code is not None and code.isdecimal()
    return " ".join([(place(unit) or "").upper(), code or ""]).strip() if bare else code or ""


def place(unit: Unit) -> str | None:
    """The place that stands before a date: the one where the decree was signed, else the office's own name."""
    signed = unit.keputusan.ditetapkan if unit.keputusan else None
    if signed and "," in signed:
        return signed.split(",")[0].strip() or None
    name = _KIND_OF_OFFICE.sub("", unit.unit, count=1)
    return name if name != unit.unit else None


def signed_by_holder(hasil: Hasil, jabatan: HasilJabatan) -> Pengesahan:
    """The superior takes note on the left, the holder signs on the right."""
    above, own = holder(hasil, jabatan.jabatan.isi.atasan), holder(hasil, jabatan.jabatan.id)
    return Pengesahan(kiri=Penanda("Mengetahui,", *above), kanan=Penanda(_place_and_date(hasil), *own))


def signed_by_head(hasil: Hasil) -> Pengesahan:
    """The head of the office signs alone."""
    return Pengesahan(kiri=None, kanan=Penanda(_place_and_date(hasil), *holder(hasil, head(hasil).id)))


def _place_and_date(hasil: Hasil) -> str:
    """The place, and a dotted line for the day of signing, which no file knows."""
    return f"{place(office(hasil)) or TITIK}, {TITIK}"
