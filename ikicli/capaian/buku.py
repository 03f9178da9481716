"""Results as a workbook that people sort, filter and chart: numbers as numbers, rounded as the rule set says."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from ikicli.capaian.golongan import Golongan, golongan
from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.sebutan import KEADAAN, about_year_before, contoh_notice, remarks
from ikicli.capaian.tulisan import capitalized, rentang_singkat
from ikicli.definisi.nouns import Rentang
from ikicli.rumus import rounded
from ikicli.tabel.workbook import Bars, Cell, Row, Sheet, Style, Table, Workbook

_INK, _GREY, _LINE = "#1F3864", "#595959", "#BFBFBF"
_TITLE = Style(size=14, bold=True, colour=_INK)
_SMALL = Style(size=9, colour=_GREY)
_STRONG = Style(bold=True)
_HEAD = Style(size=9, bold=True, colour="#FFFFFF", fill=_INK, border=_LINE, align="center", middle=True, wrap=True)
_TEXT = Style(border=_LINE, wrap=True)
_CENTRED = _TEXT._replace(align="center")
_NUMBER = Style(border=_LINE, align="right")
_ANY = _NUMBER._replace(number="#,##0.##########", whole="#,##0")
_WARNING = Style(size=12, bold=True, colour="#7F3F00", fill="#FFE699")
_NAMA, _CAPAIAN = 2, 3
"""Columns of the sheet of jabatan that the chart is drawn from."""

_SHADES = {
    Golongan.ATAS: ("#E2F0D9", "#375623"),
    Golongan.TENGAH: ("#FFF2CC", "#7F6000"),
    Golongan.BAWAH: ("#FBE5E1", "#9C0006"),
}


def as_workbook(hasil: Hasil) -> Workbook:
    """The results on three sheets: the office's figure, and a table each of its jabatan and indicators."""
    unit = hasil.kantor.nama
    about = {"title": f"Capaian Kinerja {rentang_singkat(hasil.sampai)}", "author": unit}
    return Workbook((_summary(hasil, unit), _by_jabatan(hasil), _by_indikator(hasil)), about)


def _summary(hasil: Hasil, unit: str) -> Sheet:
    above = [
        Row((Cell(unit, _TITLE),), 20),
        Row((Cell(f"Capaian Kinerja {rentang_singkat(hasil.sampai)}", Style(size=12, bold=True)),), 18),
        Row((Cell(f"Aturan: {hasil.aturan.isi.aturan} ({hasil.aturan.id})", _SMALL),)),
        *_warned(hasil, 4),
        Row(),
        _named("Capaian", Cell(_shown(hasil.capaian, hasil), _figures(hasil)._replace(size=14, bold=True)), 20),
        _named("Predikat", Cell(hasil.predikat or "belum ada", _band(hasil.predikat, hasil))),
        _named("Indikator dihitung", Cell(Fraction(hasil.dihitung), _NUMBER)),
        _named("Indikator tanpa capaian", Cell(Fraction(hasil.kosong), _NUMBER)),
        Row(),
        *(
            Row((Cell(note, Style(wrap=True), 4),))
            for note in ("Capaian kantor adalah rata-rata capaian jabatan.", *remarks(hasil))
        ),
        Row(),
    ]
    scale = list(_scale(hasil))
    bars = _bars(hasil, len(above) + len(scale) + 1) if hasil.jabatan else None
    widths = (24, 22, 22, 60)
    return Sheet(
        "Ringkasan",
        widths,
        (*above, *scale),
        landscape=False,
        footer=f"{unit}, {rentang_singkat(hasil.sampai)}",
        bars=bars,
    )


def _named(name: str, cell: Cell, height: int | None = None) -> Row:
    return Row((Cell(name, _STRONG._replace(border=_LINE)), cell), height)


def _warned(hasil: Hasil, columns: int) -> Iterator[Row]:
    """In plain sight that figures are illustrative, where any is."""
    said = contoh_notice(hasil)
    if said:
        yield Row((Cell(said, _WARNING), *[Cell(None, _WARNING)] * (columns - 1)), 20)


def _scale(hasil: Hasil) -> Iterator[Row]:
    yield Row((Cell("Predikat", _HEAD), Cell("dari capaian", _HEAD)))
    for band in hasil.aturan.isi.predikat:
        yield Row((Cell(band.nama, _band(band.nama, hasil)), Cell(band.dari, _NUMBER)))


def _bars(hasil: Hasil, row: int) -> Bars:
    top = _top(hasil) + 1
    bottom = top + len(hasil.jabatan) - 1
    return Bars("Capaian setiap jabatan (persen)", row, 0, "Jabatan", _NAMA, _CAPAIAN, top, bottom, "#2F5597")


_JABATAN = {
    "No": 5, "Id": 34, "Jabatan": 52, "Capaian (%)": 12, "Predikat": 16, "Dihitung": 10, "Tanpa capaian": 10,
    "Contoh": 9,
}  # fmt: skip
_JABATAN_LALU = {"Capaian {} (%)": 12, "Contoh {}": 9}


def _by_jabatan(hasil: Hasil) -> Sheet:
    names = Counter(each.jabatan.nama for each in hasil.jabatan)
    rows = [_jabatan(each, number, names, hasil) for number, each in enumerate(hasil.jabatan, 1)]
    return _listed("Jabatan", _JABATAN | _last(hasil, _JABATAN_LALU), rows, hasil, columns=3)


def _jabatan(each: HasilJabatan, number: int, names: Counter[str], hasil: Hasil) -> Row:
    """One jabatan; a name that several bear is told apart by its id."""
    name, id = each.jabatan.nama, each.jabatan.id
    return Row((
        Cell(Fraction(number), _CENTRED),
        Cell(id, _TEXT),
        Cell(f"{name} ({id})" if names[name] > 1 else name, _TEXT),
        Cell(_shown(each.capaian, hasil), _figures(hasil)),
        Cell(each.predikat or "", _band(each.predikat, hasil)),
        Cell(Fraction(each.dihitung), _NUMBER),
        Cell(Fraction(each.kosong), _NUMBER),
        _example(contoh=each.contoh),
        *_jabatan_before(each, hasil),
    ))  # fmt: skip


_INDIKATOR = {
    "Jabatan": 32, "Id": 28, "Sasaran": 32, "Indikator": 36, "Satuan": 11, "Polaritas": 10, "Bobot": 8, "Target": 11,
    "Target setahun": 11, "Realisasi": 12, "Capaian (%)": 11, "Capaian setahun (%)": 11, "Predikat": 14,
    "Keadaan": 18, "Data (bulan)": 10, "Contoh": 9,
}  # fmt: skip
_INDIKATOR_LALU = {"Realisasi {}": 12, "Capaian {} (%)": 11, "Data {} (bulan)": 10, "Contoh {}": 9}
"""What stands behind of the same span a year earlier, where that year has data; `{}` is the year."""


def _last(hasil: Hasil, widths: dict[str, int]) -> dict[str, int]:
    year = hasil.sampai.tahun - 1
    return {title.format(year): width for title, width in widths.items()} if hasil.tahun_lalu else {}


def _by_indikator(hasil: Hasil) -> Sheet:
    rows = [_indikator(one, hasil) for one in hasil.indikator()]
    return _listed("Indikator", _INDIKATOR | _last(hasil, _INDIKATOR_LALU), rows, hasil, columns=2)


def _jabatan_before(each: HasilJabatan, hasil: Hasil) -> Iterator[Cell]:
    if hasil.tahun_lalu:
        last, before = hasil.tahun_lalu.hasil, hasil.mean_before(each)
        yield Cell(_shown(before.capaian if before else None, last), _figures(last))
        yield _example(contoh=before is not None and before.contoh)


def _indikator(one: HasilIndikator, hasil: Hasil) -> Row:
    indikator, figures = one.indikator, _figures(hasil)
    return Row((
        Cell(one.jabatan, _TEXT),
        Cell(indikator.id, _TEXT),
        Cell(one.sasaran, _TEXT),
        Cell(indikator.nama, _TEXT),
        Cell(indikator.satuan.teks if indikator.satuan else "", _TEXT),
        Cell(indikator.polaritas.value, _TEXT),
        Cell(indikator.bobot, _NUMBER),
        _target(one.target),
        _target(one.target_tahun),
        Cell(_shown(one.realisasi, hasil), _ANY),
        Cell(_shown(one.capaian, hasil), figures),
        Cell(_shown(one.capaian_tahun, hasil), figures),
        Cell(one.predikat or "", _band(one.predikat, hasil)),
        Cell(_state(one, hasil), _TEXT),
        _covered(one),
        _example(contoh=one.contoh),
        *_indikator_before(one, hasil),
    ))  # fmt: skip


def _indikator_before(one: HasilIndikator, hasil: Hasil) -> Iterator[Cell]:
    if hasil.tahun_lalu:
        last, before = hasil.tahun_lalu.hasil, hasil.year_before(one)
        yield Cell(_shown(before.realisasi if before else None, last), _ANY)
        yield Cell(_shown(before.capaian if before else None, last), _figures(last))
        yield _covered(before)
        yield _example(contoh=before is not None and before.contoh)


def _covered(one: HasilIndikator | None) -> Cell:
    """Months present of months expected."""
    return Cell(one.cakupan.teks if one and one.cakupan else "", _CENTRED)


def _example(*, contoh: bool) -> Cell:
    return Cell("contoh" if contoh else "", _CENTRED)


def _state(one: HasilIndikator, hasil: Hasil) -> str:
    said = [KEADAAN[one.keadaan]]
    said += ["target nol terlewati"] if one.nol_terlewati else []
    said += ["sementara"] if one.is_provisional else []
    said += ["target setahun"] if hasil.is_against_whole_year(one) else []
    return ", ".join(said)


def _target(rentang: Rentang | None) -> Cell:
    """A target that is one number as such, any other as it was agreed, with a decimal comma."""
    if rentang is None:
        return Cell(None, _NUMBER)
    if rentang.angka is not None:
        return Cell(rentang.angka, _ANY)
    return Cell(rentang.teks.replace(".", ",").replace(",,", " s.d. "), _NUMBER)


def _listed(name: str, widths: dict[str, int], rows: list[Row], hasil: Hasil, columns: int) -> Sheet:
    """A sheet with one table that keeps its titles and first columns in sight."""
    top = _top(hasil)
    above = [
        Row((Cell(f"Capaian {rentang_singkat(hasil.sampai)} menurut {name.lower()}", _TITLE),), 20),
        *_warned(hasil, 6),
        Row(tuple(_about_last(hasil))),
    ]
    header = Row(tuple(Cell(title, _HEAD) for title in widths), 30)
    unit = hasil.kantor.nama
    return Sheet(
        name=name,
        widths=tuple(widths.values()),
        rows=(*above, header, *rows),
        frozen=(top + 1, columns),
        repeated=(top, top),
        footer=f"{unit}, {rentang_singkat(hasil.sampai)}",
        table=Table(name, top, top + len(rows)) if rows else None,
    )


def _about_last(hasil: Hasil) -> Iterator[Cell]:
    """What last year's figures, where they stand behind, were computed by."""
    if hasil.tahun_lalu:
        yield Cell(f"{capitalized(about_year_before(hasil.sampai.tahun - 1))}.", _SMALL)


def _top(hasil: Hasil) -> int:
    """The row of titles on a sheet with a table."""
    return 3 if hasil.contoh else 2


def _shown(number: Fraction | None, hasil: Hasil) -> Fraction | None:
    return None if number is None else rounded(number, hasil.aturan.digit)


def _figures(hasil: Hasil) -> Style:
    decimals = "0" * hasil.aturan.digit
    return _NUMBER._replace(number=f"#,##0.{decimals}" if decimals else "#,##0")


def _band(predikat: str | None, hasil: Hasil) -> Style:
    """The colour of a band; the word always stands beside it."""
    part = golongan(predikat, hasil.aturan)
    if part is Golongan.TANPA:
        return _CENTRED
    fill, colour = _SHADES[part]
    return _CENTRED._replace(fill=fill, colour=colour, bold=True)
