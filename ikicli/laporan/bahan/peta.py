"""The heat grid of an office, jabatan by period, with the same as a table."""

from collections.abc import Sequence

from ikicli.capaian import Hasil, HasilJabatan
from ikicli.capaian.tulisan import angka_atau
from ikicli.laporan.bahan import kepala
from ikicli.laporan.bahan.datar import TabelDatar
from ikicli.laporan.bahan.sasaran import BarisSel, Kolom
from ikicli.laporan.peta import Angka, Peta, grid
from ikicli.realisasi import Periode
from ikicli.value import Value


class PetaPeriode(Value):
    """The grid, and the same as a table."""

    gambar: Peta
    tabel: TabelDatar


def spans(sampai: Periode) -> Sequence[Periode]:
    """The quarters that end before a span does, and the span."""
    return (*(Periode(sampai.tahun, end - 2, end) for end in (3, 6, 9) if end < sampai.akhir), sampai)


def heat_map(results: Sequence[Hasil], most: int) -> PetaPeriode:
    """The capaian of at most so many jabatan, the lowest ones, over the spans of the results, and the office's."""
    hasil, names = results[-1], short_names(results[-1])
    heads = [_head(each.sampai) for each in results]
    figures = {
        each.jabatan.id: tuple(_figure(one, part) for one, part in zip(results, parts, strict=True))
        for each, *parts in zip(hasil.jabatan, *(one.jabatan for one in results), strict=True)
    }
    chosen = _lowest(hasil, most)
    office = tuple(_figure(each, each) for each in results)
    rows = [*((names[id], figures[id]) for id in chosen), ("Kantor", office)]
    left, open_ = len(names) - len(chosen), any(cell.terbuka for _, row in rows for cell in row)
    return PetaPeriode(
        grid("Capaian setiap jabatan menurut periode", _described(heads), heads, rows, hasil.aturan),
        TabelDatar(
            keterangan=_caption(hasil),
            nama="Jabatan",
            kolom=tuple(Kolom(head) for head in heads),
            baris=tuple(_row(number, row) for number, row in enumerate(rows, start=1)),
            catatan=(*([_OPEN] if open_ else []), *([f"{left} jabatan lain ada di Lampiran 1."] if left else [])),
        ),
    )


def short_names(hasil: Hasil) -> dict[str, str]:
    """What the jabatan are called within their office, by id: the office's own name, which all carry, is left out."""
    unit = kepala.office(hasil.kantor).unit
    named = kepala.told_apart([each.jabatan for each in hasil.jabatan])
    return {each.jabatan.id: name.replace(f" {unit}", "") for each, name in zip(hasil.jabatan, named, strict=True)}


def _head(span: Periode) -> str:
    said = span.sebutan.removesuffix(f" {span.tahun}").replace("Triwulan", "TW")
    return said if span.awal == 1 else f"s.d. {said}"


def _caption(hasil: Hasil) -> str:
    example = " (angka contoh)" if hasil.contoh else ""
    return f"Capaian setiap jabatan dalam persen, dari Januari {hasil.sampai.tahun} sampai akhir periode{example}"


_OPEN = "* Ada target setahun di dalamnya, sehingga angkanya belum menunjukkan terlambat atau tidak."


def _figure(hasil: Hasil, part: Hasil | HasilJabatan) -> Angka:
    """A figure of the grid; without its predikat where it stands against targets that are not yet due."""
    each = part.indikator if isinstance(part, HasilJabatan) else tuple(part.indikator())
    shown = angka_atau(part.capaian, hasil.aturan.digit)
    if any(map(hasil.is_against_whole_year, each)):
        return Angka(f"{shown}*", None, terbuka=True)
    return Angka(shown, part.predikat)


def _row(number: int, row: tuple[str, Sequence[Angka]]) -> BarisSel:
    name, figures = row
    cells = tuple(f"{each.teks} {each.predikat or ''}".rstrip() for each in figures)
    return BarisSel(str(number), name, "", cells)


def _described(heads: Sequence[str]) -> str:
    return (
        f"Setiap baris satu jabatan, setiap kolom satu periode ({', '.join(heads)}); angkanya capaian dalam persen. "
        f"Angka yang sama ada dalam tabel di Lampiran 1."
    )


def _lowest(hasil: Hasil, most: int) -> tuple[str, ...]:
    """The ids in the office's order; of more jabatan than fit those with the lowest capaian."""
    known = sorted((each for each in hasil.jabatan if each.capaian is not None), key=lambda each: each.capaian or 0)
    unknown = [each for each in hasil.jabatan if each.capaian is None]
    taken = {each.jabatan.id for each in [*known, *unknown][:most]}
    return tuple(each.jabatan.id for each in hasil.jabatan if each.jabatan.id in taken)
