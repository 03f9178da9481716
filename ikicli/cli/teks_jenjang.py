"""The cascade as an indented tree of plain text, and the lines of it that the terminal draws in colour."""

from collections.abc import Iterator

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.golongan import Golongan, golongan
from ikicli.capaian.jenjang import Jenjang, Pendukung
from ikicli.capaian.sebutan import contoh_notice, is_mixed, label, notes
from ikicli.capaian.tulisan import angka
from ikicli.cli.tabel_hasil import heading
from ikicli.diagnostik.tampak import visible
from ikicli.value import Value

_TITIK = "• "


class Baris(Value):
    """A line of the tree: how deep it stands, a name, its figure or state, and what else is to be known."""

    tingkat: int
    nama: str
    isi: str
    golongan: Golongan
    catatan: str = ""
    is_indikator: bool = False


def head_lines(jenjang: Jenjang) -> tuple[str, str | None]:
    """What the tree is of, and that its figures are illustrative, where any is."""
    if jenjang.hasil is not None:
        return heading(jenjang.hasil), contoh_notice(jenjang.hasil)
    unit = jenjang.kantor.unit
    return f"{visible(unit.unit) if unit else ''} | susunan jabatan dan dukungan indikator", None


def lines(jenjang: Jenjang) -> Iterator[Baris]:
    """The tree from the head down; an indicator's line begins with a dot."""
    hasil = jenjang.hasil
    yield Baris(0, f"{visible(jenjang.pimpinan.jabatan)} ({jenjang.pimpinan.id})", *_figure(hasil, hasil))
    mixed = hasil is not None and is_mixed(hasil.jabatan)
    for simpul in jenjang.simpul:
        name = f"{visible(simpul.jabatan.nama)} ({simpul.jabatan.id})"
        yield Baris(simpul.tingkat, name, *_figure(simpul.hasil, hasil))
        for each in simpul.indikator:
            yield _indicator(simpul.tingkat + 1, each, hasil, mixed=mixed)


def _indicator(level: int, each: Pendukung, hasil: Hasil | None, *, mixed: bool) -> Baris:
    said = list(notes(hasil, each.hasil, mixed=mixed)) if hasil and each.hasil else []
    if each.mendukung:
        said.append(f"mendukung {', '.join(each.mendukung)}")
    return Baris(level, _TITIK + each.indikator.id, *_figure(each.hasil, hasil), "; ".join(said), is_indikator=True)


def _figure(part: Hasil | HasilJabatan | HasilIndikator | None, hasil: Hasil | None) -> tuple[str, Golongan]:
    """A figure with its predikat, or in words why there is none; nothing where no results are known."""
    if part is None or hasil is None:
        return "", Golongan.TANPA
    if part.capaian is None:
        return visible(label(part)), Golongan.TANPA
    shown = f"{angka(part.capaian, hasil.aturan.digit)} {visible(part.predikat or '')}".rstrip()
    return shown, golongan(part.predikat, hasil.aturan)


def remarks(jenjang: Jenjang) -> Iterator[str]:
    """Where the cascade has loose ends; a reminder, not a finding."""
    unsupported, none = jenjang.unsupported(), jenjang.supporting_none()
    if unsupported:
        yield f"Belum didukung indikator lain ({len(unsupported)}, di bawah pimpinan): {', '.join(unsupported)}."
    if none:
        yield f"Tidak mendukung indikator lain ({len(none)}): {', '.join(none)}."


def plain(jenjang: Jenjang) -> str:
    """The whole tree as text, what stands under a jabatan two columns further in."""
    title, notice = head_lines(jenjang)
    text = [title, *([notice] if notice else []), ""]
    for line in lines(jenjang):
        said = ", ".join(part for part in (line.isi, line.catatan) if part)
        text.append(f"{'  ' * line.tingkat}{line.nama}{': ' if said else ''}{said}")
    ends = list(remarks(jenjang))
    return "\n".join([*text, *([""] if ends else []), *ends]) + "\n"
