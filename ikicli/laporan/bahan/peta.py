"""The heat grid of an office, jabatan by period, with the same as a table."""

from collections.abc import Mapping, Sequence

from ikicli.capaian import Hasil, HasilJabatan
from ikicli.capaian.tulisan import angka_atau
from ikicli.laporan.bahan import contoh, kepala
from ikicli.laporan.bahan.datar import TabelDatar
from ikicli.laporan.bahan.sasaran import BarisSel, Kolom
from ikicli.laporan.peta import Angka, Deretan, Peta, grid
from ikicli.realisasi import Periode
from ikicli.value import Value


class PetaPeriode(Value):
    """The grid, and the same as a table."""

    gambar: Peta
    tabel: TabelDatar


def spans(sampai: Periode) -> Sequence[Periode]:
    """The quarters that end before a span does, and the span."""
    return (*(Periode(sampai.tahun, end - 2, end) for end in (3, 6, 9) if end < sampai.akhir), sampai)


def heat_map(
    results: Sequence[Hasil], most: int, tabel: str = "di Lampiran 1", alamat: Mapping[str, str] | None = None
) -> PetaPeriode:
    """The capaian of at most so many jabatan, the lowest ones, over the spans of the results, and the office's.

    `tabel` says where the table stands; `alamat` are pages by the id of a jabatan.
    """
    hasil, names = results[-1], short_names(results[-1])
    heads = [head(each.sampai) for each in results]
    figures = {
        each.jabatan.id: tuple(_figure(one, part) for one, part in zip(results, parts, strict=True))
        for each, *parts in zip(hasil.jabatan, *(one.jabatan for one in results), strict=True)
    }
    chosen = _lowest(hasil, most)
    office = tuple(_figure(each, each) for each in results)
    pages = alamat or {}
    rows = [*(Deretan(names[id], figures[id], pages.get(id)) for id in chosen), Deretan("Kantor", office, kantor=True)]
    left, open_ = len(names) - len(chosen), any(cell.terbuka for row in rows for cell in row.angka)
    return PetaPeriode(
        grid("Capaian setiap jabatan menurut periode", tabel, heads, rows, hasil.aturan),
        TabelDatar(
            keterangan=_caption(hasil),
            nama="Jabatan",
            kolom=tuple(Kolom(head) for head in heads),
            baris=tuple(_row(number, row) for number, row in enumerate(rows, start=1)),
            catatan=(*([TERBUKA] if open_ else []), *([f"{left} jabatan lain ada {tabel}."] if left else [])),
        ),
    )


def short_names(hasil: Hasil) -> dict[str, str]:
    """What the jabatan are called within their office, by id: the office's own name, which all carry, is left out."""
    unit = kepala.office(hasil.kantor).unit
    named = kepala.told_apart([each.jabatan for each in hasil.jabatan])
    return {each.jabatan.id: name.replace(f" {unit}", "") for each, name in zip(hasil.jabatan, named, strict=True)}


def head(span: Periode) -> str:
    """What a span from January is called over its column."""
    said = span.sebutan.removesuffix(f" {span.tahun}").replace("Triwulan", "TW")
    return said if span.awal == 1 else f"s.d. {said}"


def _caption(hasil: Hasil) -> str:
    said = f"Capaian setiap jabatan dalam persen, dari Januari {hasil.sampai.tahun} sampai akhir periode"
    return f"{said}{contoh.beside(contoh=hasil.contoh)}"


TERBUKA = "* Ada target setahun di dalamnya, sehingga angkanya belum menunjukkan terlambat atau tidak."


def _figure(hasil: Hasil, part: Hasil | HasilJabatan) -> Angka:
    """A figure of the grid; without its predikat where it stands against targets that are not yet due."""
    each = part.indikator if isinstance(part, HasilJabatan) else tuple(part.indikator())
    shown = angka_atau(part.capaian, hasil.aturan.digit)
    if any(map(hasil.is_against_whole_year, each)):
        return Angka(f"{shown}*", None, terbuka=True)
    return Angka(shown, part.predikat)


def _row(number: int, row: Deretan) -> BarisSel:
    cells = tuple(f"{each.teks} {each.predikat or ''}".rstrip() for each in row.angka)
    return BarisSel(str(number), row.nama, "", cells)


def _lowest(hasil: Hasil, most: int) -> tuple[str, ...]:
    """The ids in the office's order; of more jabatan than fit those with the lowest capaian."""
    known = sorted((each for each in hasil.jabatan if each.capaian is not None), key=lambda each: each.capaian or 0)
    unknown = [each for each in hasil.jabatan if each.capaian is None]
    taken = {each.jabatan.id for each in [*known, *unknown][:most]}
    return tuple(each.jabatan.id for each in hasil.jabatan if each.jabatan.id in taken)
