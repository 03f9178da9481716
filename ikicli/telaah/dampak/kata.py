"""What is said of a comparison, on a screen and in a comment alike."""

from collections.abc import Iterator

from ikicli.capaian import tulisan
from ikicli.capaian.arah_teks import isolated
from ikicli.telaah.dampak.nouns import Akibat, Dampak, Jenis, Perubahan, Selisih
from ikicli.value import Value

TANPA_PERUBAHAN = "Definisi tidak berubah."

HAL = {
    "target": "target",
    "realisasi": "realisasi",
    "capaian": "capaian",
    "capaian_tahun": "capaian terhadap target setahun",
    "keadaan": "keadaan",
    "predikat": "predikat",
}
_NUMBERS = frozenset({"realisasi", "capaian", "capaian_tahun"})

JENIS = {
    Jenis.DITAMBAH: "ditambah",
    Jenis.DIHAPUS: "dihapus",
    Jenis.BERGANTI_ID: "berganti id",
    Jenis.PINDAH: "pindah jabatan",
    Jenis.FORMULA: "formula",
    Jenis.SATUAN: "satuan",
    Jenis.POLARITAS: "polaritas",
    Jenis.TARGET: "target",
    Jenis.VARIABEL: "variabel",
    Jenis.BOBOT: "bobot",
    Jenis.ATURAN: "aturan capaian",
    Jenis.SUSUNAN: "susunan",
    Jenis.PEMERIKSAAN: "pemeriksaan",
    Jenis.TEKS: "teks",
}


class Bagian(Value):
    """The changes of one thing: its name, and them."""

    nama: str
    isi: tuple[Perubahan, ...]


def grouped(definisi: tuple[Perubahan, ...]) -> Iterator[Bagian]:
    """The changes by what they are about, in their order."""
    by_name: dict[str, list[Perubahan]] = {}
    for each in definisi:
        by_name.setdefault(subject(each), []).append(each)
    return (Bagian(name, tuple(them)) for name, them in by_name.items())


def subject(each: Perubahan | Selisih) -> str:
    """What a change is about: `jabatan.indikator`, a jabatan, or the office."""
    return ".".join(filter(None, (each.jabatan, each.indikator))) or "kantor"


def called(each: Perubahan) -> str:
    """What of a thing has changed, under its kind unless it says so itself."""
    kind = JENIS[each.jenis]
    return each.hal if each.hal.startswith(kind) else f"{kind}: {each.hal}"


def title(dampak: Dampak) -> str:
    """What is compared with what."""
    revision = dampak.revisi if dampak.komit.startswith(dampak.revisi) else f"{dampak.revisi} ({dampak.komit[:10]})"
    return f"{dampak.unit} | {tulisan.rentang_singkat(dampak.sampai)} | definisi sekarang terhadap {isolated(revision)}"


def headline(dampak: Dampak) -> str:
    """The whole in a sentence or two."""
    if not dampak.definisi:
        return TANPA_PERUBAHAN
    changed = f"{len(dampak.definisi)} perubahan definisi"
    if dampak.akibat is None:
        return f"{changed}; akibatnya pada angka tidak diketahui, karena definisi {dampak.revisi} memuat galat."
    return f"{changed}; {'; '.join(_counted(dampak.akibat)) or 'tidak ada angka yang berubah'}."


def _counted(akibat: Akibat) -> Iterator[str]:
    indicators = {(each.jabatan, each.indikator) for each in akibat.angka}
    if indicators:
        yield f"angka {len(indicators)} indikator berubah"
    if akibat.predikat:
        yield f"{len(akibat.predikat)} predikat berganti"
    if akibat.dapat:
        yield f"{len(akibat.dapat)} indikator mendapat capaian"
    if akibat.hilang:
        yield f"{len(akibat.hilang)} indikator kehilangan capaian"
    if akibat.rata_rata:
        yield f"{len(akibat.rata_rata)} rata-rata bergeser"


def tables(akibat: Akibat) -> tuple[tuple[str, tuple[Selisih, ...]], ...]:
    """What the results become, each kind under its heading, what matters first."""
    return (
        ("Predikat yang berganti", akibat.predikat),
        ("Rata-rata yang bergeser", akibat.rata_rata),
        ("Angka yang berubah", akibat.angka),
    )


def shown(hal: str, value: str | None) -> str:
    """A value as people read it."""
    if value is None:
        return tulisan.TANPA_NILAI
    return value.replace(".", ",") if hal in _NUMBERS else value


def unknown_rows(dampak: Dampak) -> Iterator[str]:
    """What becomes of rows whose names are gone: `hitung` refuses them until they follow."""
    for each in dampak.baris:
        yield f"{each.message}; `iki hitung` menolaknya sampai namanya disesuaikan."
