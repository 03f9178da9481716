"""A comparison for other programs: JSON, version 1."""

from typing import Any

from ikicli.telaah.dampak.nouns import Akibat, Dampak, Perubahan, Selisih
from ikicli.tulis_json import json_text


def as_json(dampak: Dampak) -> str:
    """The comparison in the form that docs/bahasa.md promises. Without `akibat`, what is unknown is null."""
    akibat = dampak.akibat
    return json_text(
        {
            "versi": 1,
            "revisi": dampak.revisi,
            "komit": dampak.komit,
            "unit": dampak.unit,
            "tahun": dampak.sampai.tahun,
            "sampai": dampak.sampai.teks,
            "contoh": dampak.contoh,
            "galat_revisi": len(dampak.galat),
            "definisi": [_change(each) for each in dampak.definisi],
            "angka": _rows(akibat.angka if akibat else None),
            "predikat": _rows(akibat.predikat if akibat else None),
            "rata_rata": _rows(akibat.rata_rata if akibat else None),
            "dapat_capaian": list(akibat.dapat) if akibat else None,
            "hilang_capaian": list(akibat.hilang) if akibat else None,
            "baris_tidak_dikenal": [each.message for each in dampak.baris],
            "ringkasan": _counts(dampak, akibat),
        },
    )


def _change(each: Perubahan) -> dict[str, Any]:
    return dict(zip(type(each).field_names, (each.jenis.value, *each[1:]), strict=True))


def _rows(rows: tuple[Selisih, ...] | None) -> list[dict[str, Any]] | None:
    if rows is None:
        return None
    return [dict(zip(type(each).field_names, (*each[:-1], list(each.sebab)), strict=True)) for each in rows]


def _counts(dampak: Dampak, akibat: Akibat | None) -> dict[str, int | None]:
    return {
        "definisi": len(dampak.definisi),
        "angka": len(akibat.angka) if akibat else None,
        "predikat": len(akibat.predikat) if akibat else None,
        "rata_rata": len(akibat.rata_rata) if akibat else None,
    }
