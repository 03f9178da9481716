"""Units: products of base units with whole powers.

A unit is a sorted tuple of (base unit, power); the empty one is dimensionless. Count units never convert into each
other, nor does `juta rupiah` into `rupiah`: a formula says the factor.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

Satuan: TypeAlias = tuple[tuple[str, int], ...]

SATUAN_TANPA_DIMENSI = frozenset({"persen", "indeks", "skor", "rasio"})
"""Labels of a pure number."""

SATUAN_CACAH = frozenset(
    ["orang", "dokumen", "laporan", "kegiatan", "kali", "berkas", "surat", "data", "usulan", "pengajuan",
     "pengaduan", "pelanggaran", "layanan", "kasus", "peserta", "desa", "kelurahan", "kecamatan", "rt", "rw",
     "keluarga", "rumah", "unit", "paket", "kelompok", "lembaga", "monitoring", "pembinaan", "musyawarah", "rapat",
     "permohonan", "izin", "keputusan", "peraturan", "aplikasi", "inovasi", "program", "jenis", "titik", "lokasi",
     "buah", "item"]
)  # fmt: skip
"""Shipped units that count whole things."""

SATUAN_UKURAN = frozenset(
    ["hari", "jam", "menit", "minggu", "bulan", "triwulan", "semester", "tahun", "rupiah", "ribu rupiah", "juta rupiah",
     "miliar rupiah", "meter", "kilometer", "meter persegi", "hektare", "meter kubik", "liter", "kilogram", "ton"]
)  # fmt: skip
"""Shipped units that measure."""

SATUAN_BAWAAN = SATUAN_TANPA_DIMENSI | SATUAN_CACAH | SATUAN_UKURAN
TANPA_DIMENSI: Satuan = ()


class UnknownUnit(Exception):  # noqa: N818 - an answer about a text, told to the user as a finding
    """A word of a unit's text that is no base unit."""

    def __init__(self, word: str) -> None:
        self.word = word


def parse_satuan(text: str, own: Iterable[str] = ()) -> Satuan:
    """The unit that a text writes: base units side by side multiply, what follows a `/` divides; `1 / orang` too.

    Raises UnknownUnit for a word that is neither shipped nor among the office's `own`.
    """
    known = SATUAN_BAWAAN.union(own)
    above, *below = (factor.split() for factor in text.split("/"))
    powers: dict[str, int] = {}
    if not below or above != ["1"]:
        _multiply(powers, _bases(above, known), 1)
    for factor in below:
        _multiply(powers, _bases(factor, known), -1)
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def _multiply(powers: dict[str, int], bases: Iterable[str], sign: int) -> None:
    for base in bases:
        if base not in SATUAN_TANPA_DIMENSI:
            powers[base] = powers.get(base, 0) + sign


def _bases(words: list[str], known: frozenset[str]) -> Iterator[str]:
    """The base units of a product, those of two words first."""
    if not words:
        raise UnknownUnit("")
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        base = pair if pair in known else words[at]
        if base not in known:
            raise UnknownUnit(base)
        yield base
        at += base.count(" ") + 1


def is_count(unit: Satuan | None, own: Iterable[str] = ()) -> bool:
    """Whether a unit, shipped or of the office's `own`, counts whole things."""
    if unit is None or len(unit) != 1 or unit[0][1] != 1:
        return False
    return unit[0][0] in SATUAN_CACAH or unit[0][0] in own


def times(left: Satuan, right: Satuan, sign: int = 1) -> Satuan:
    """The product of two units, or with `sign` -1 their quotient."""
    powers = dict(left)
    for base, power in right:
        powers[base] = powers.get(base, 0) + sign * power
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def write_satuan(unit: Satuan) -> str:
    """The unit as its reader says it: `orang hari`, `rupiah / orang`, `angka tanpa satuan`."""
    if not unit:
        return "angka tanpa satuan"
    unit = tuple(sorted(unit, key=lambda part: (part[0] in SATUAN_UKURAN, part)))  # people say what is counted first
    above = " ".join(base for base, power in unit for _ in range(power)) or "1"
    below = " ".join(base for base, power in unit for _ in range(-power))
    return f"{above} / {below}" if below else above
