"""The letterhead, who holds what, and who signs."""

import re
from collections import Counter
from collections.abc import Sequence

from ikicli.capaian.arah_teks import isolated
from ikicli.definisi.nouns import Jabatan, Kantor, Pimpinan, StatusPejabat, Unit
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


def office(kantor: Kantor) -> Unit:
    """The office itself; there is one wherever the definitions are free of errors."""
    unit = kantor.unit
    assert unit is not None
    return unit


def head(kantor: Kantor) -> Pimpinan:
    """The head of the office."""
    return office(kantor).pimpinan


def holder(kantor: Kantor, tahun: int | None, id: str) -> Pemangku:
    """Who holds a jabatan in a year, by that year's Perjanjian Kinerja; for the head else by unit.yaml.

    Without a year only the head is known.
    """
    pimpinan = head(kantor)
    perjanjian = None if tahun is None else kantor.perjanjian.get(tahun)
    pejabat = perjanjian.isi.pejabat.get(id) if perjanjian else None
    if id == pimpinan.id and pejabat is None:
        return Pemangku(pimpinan.jabatan, pimpinan.nama, pimpinan.pangkat, pimpinan.nip)
    jabatan = pimpinan.jabatan if id == pimpinan.id else kantor.cari_jabatan()[id].nama
    if pejabat is None:
        return Pemangku(jabatan, None, None, None)
    return Pemangku(acting(jabatan, pejabat.status), pejabat.nama, pejabat.pangkat, pejabat.nip)


def unknown(tahun: int) -> str:
    """That nobody has written down who holds a jabatan in a year."""
    return f"belum dicatat dalam Perjanjian Kinerja {tahun}"


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


def told_apart(jabatan: Sequence[Jabatan]) -> tuple[str, ...]:
    """The names of jabatan, with the id where several have one name."""
    repeated = repeated_names(jabatan)
    return tuple(f"{isolated(each.nama)} ({each.id})" if each.nama in repeated else each.nama for each in jabatan)


def repeated_names(jabatan: Sequence[Jabatan]) -> set[str]:
    """The names that several jabatan have."""
    return {name for name, times in Counter(each.nama for each in jabatan).items() if times > 1}


def signed_by_holder(kantor: Kantor, tahun: int, jabatan: Jabatan) -> Pengesahan:
    """The superior takes note on the left, the holder signs on the right."""
    above, own = holder(kantor, tahun, jabatan.isi.atasan), holder(kantor, tahun, jabatan.id)
    return Pengesahan(kiri=Penanda("Mengetahui,", *above), kanan=Penanda(place_and_date(kantor), *own))


def signed_by_head(kantor: Kantor, tahun: int | None) -> Pengesahan:
    """The head of the office signs alone."""
    return Pengesahan(kiri=None, kanan=Penanda(place_and_date(kantor), *holder(kantor, tahun, head(kantor).id)))


def place_and_date(kantor: Kantor) -> str:
    """The place, and a dotted line for the day of signing, which no file knows."""
    return f"{place(office(kantor)) or TITIK}, {TITIK}"
