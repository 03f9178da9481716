"""Results for other programs: JSON, version 1, and a flat table. Numbers are decimal texts with a point."""

from fractions import Fraction
from typing import Any

from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan
from ikicli.rumus import decimal_text, exact_text
from ikicli.tulis_json import json_text


def as_json(hasil: Hasil) -> str:
    """The results with their exact values, in the form that docs/bahasa.md promises."""
    digit = hasil.aturan.digit
    return json_text(
        {
            "versi": 1,
            "tahun": hasil.sampai.tahun,
            "sampai": hasil.sampai.teks,
            "unit": hasil.kantor.nama,
            "aturan": hasil.aturan.id,
            "contoh": hasil.contoh,
            "ringkasan": _figures(hasil, digit),
            "jabatan": [
                {"id": each.jabatan.id, "nama": each.jabatan.nama}
                | _figures(each, digit)
                | {"indikator": [indicator(one, digit) | year_before(hasil, one) for one in each.indikator]}
                for each in hasil.jabatan
            ],
        },
    )


def _figures(part: Hasil | HasilJabatan, digit: int) -> dict[str, Any]:
    return {
        "capaian": _shown(part.capaian, digit),
        "predikat": part.predikat,
        "dihitung": part.dihitung,
        "kosong": part.kosong,
    }


def indicator(one: HasilIndikator, digit: int) -> dict[str, Any]:
    """An indicator's result, shown with `digit` decimals and exactly."""
    indikator = one.indikator
    return {
        "id": indikator.id,
        "sasaran": one.sasaran,
        "nama": indikator.nama,
        "satuan": indikator.satuan.teks if indikator.satuan else "",
        "polaritas": indikator.polaritas.value,
        "bobot": None if indikator.bobot is None else exact_text(indikator.bobot),
        "target": one.target.teks if one.target else None,
        "target_tahun": one.target_tahun.teks if one.target_tahun else None,
        "realisasi": _shown(one.realisasi, digit),
        "capaian": _shown(one.capaian, digit),
        "capaian_tahun": _shown(one.capaian_tahun, digit),
        "predikat": one.predikat,
        "keadaan": one.keadaan.value,
        "cakupan": one.cakupan.teks if one.cakupan else None,
        "contoh": one.contoh,
        "persis": {"realisasi": _exact(one.realisasi), "capaian": _exact(one.capaian)},
    }


def year_before(hasil: Hasil, one: HasilIndikator) -> dict[str, Any]:
    """What the indicator reached over the same span a year earlier; no key where that year has no data at all."""
    if hasil.tahun_lalu is None:
        return {}
    before, digit = hasil.year_before(one), hasil.tahun_lalu.hasil.aturan.digit
    if before is None:
        return {"tahun_lalu": None}
    return {
        "tahun_lalu": {
            "tahun": hasil.sampai.tahun - 1,
            "target": before.target.teks if before.target else None,
            "realisasi": _shown(before.realisasi, digit),
            "capaian": _shown(before.capaian, digit),
            "predikat": before.predikat,
            "keadaan": before.keadaan.value,
            "cakupan": before.cakupan.teks if before.cakupan else None,
            "contoh": before.contoh,
            "persis": {"realisasi": _exact(before.realisasi), "capaian": _exact(before.capaian)},
        }
    }


def _shown(number: Fraction | None, digit: int) -> str | None:
    return None if number is None else decimal_text(number, digit)


def _exact(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


_COLUMNS = (
    "sasaran", "nama", "satuan", "polaritas", "bobot", "target", "target_tahun", "realisasi", "capaian",
    "capaian_tahun", "predikat", "keadaan", "cakupan", "contoh",
)  # fmt: skip


_BEFORE = ("realisasi", "capaian")
"""What stands of last year at the end of a row, where last year has data."""


def as_table(hasil: Hasil) -> list[list[str]]:
    """The results as a header and a row an indicator; an empty cell is unknown."""
    before = _BEFORE if hasil.tahun_lalu else ()
    table = [["tahun", "sampai", "jabatan", "indikator", *_COLUMNS, *(f"{column}_tahun_lalu" for column in before)]]
    for one in hasil.indikator():
        fields = indicator(one, hasil.aturan.digit)
        last = year_before(hasil, one).get("tahun_lalu") or {}
        values = [*(_cell(fields[column]) for column in _COLUMNS), *(_cell(last.get(column)) for column in before)]
        table.append([str(hasil.sampai.tahun), hasil.sampai.teks, one.jabatan, one.indikator.id, *values])
    return table


def _cell(value: str | bool | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value or ""
