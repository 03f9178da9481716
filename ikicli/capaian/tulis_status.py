"""The state of a year's data for other programs: JSON, version 1, and a flat table."""

from typing import Any

from ikicli.capaian.status import BarisStatus, Kotak, Status, counts
from ikicli.realisasi import Periode
from ikicli.realisasi.diminta import UNIT
from ikicli.tulis_json import json_text


def as_json(status: Status) -> str:
    """The state in the form that docs/bahasa.md promises."""
    return json_text(
        {
            "versi": 1,
            "tahun": status.sampai.tahun,
            "sampai": status.sampai.teks,
            "per": status.per.isoformat(),
            "unit": status.kantor.nama,
            "batas_lapor": status.batas_lapor,
            "contoh": status.contoh,
            "ringkasan": counts(status),
            "jabatan": [_row(row, status.sampai.tahun) for row in status.baris],
        },
    )


def _row(row: BarisStatus, tahun: int) -> dict[str, Any]:
    return {
        "id": row.id,
        "nama": row.nama,
        "pejabat": row.pejabat.nama if row.pejabat else None,
        "bersama": row.id == UNIT,
        "pemakai": list(row.pemakai),
        "bulan": [_box(box, tahun) for box in row.boxes()],
        "diminta": [
            {
                "jabatan": each.kunci.jabatan,
                "indikator": each.kunci.indikator,
                "variabel": each.kunci.variabel,
                "nama": each.variabel.nama,
                "periode": [periode.teks for periode in each.periode],
            }
            for each in row.diminta
        ],
    }


def _box(box: Kotak, tahun: int) -> dict[str, Any]:
    return {
        "bulan": Periode(tahun, box.bulan, box.bulan).teks,
        "keadaan": box.keadaan.value,
        "hari_terlambat": box.terlambat,
        "ada": box.ada,
        "dari": box.dari,
    }


def as_table(status: Status) -> list[list[str]]:
    """The state as a header and a row for each month in which a jabatan collects anything."""
    table = [["per", "jabatan", "nama", "pejabat", "bulan", "keadaan", "hari_terlambat", "ada", "dari"]]
    for row in status.baris:
        holder = row.pejabat.nama if row.pejabat else ""
        for box in row.boxes():
            values = [str(value) for value in _box(box, status.sampai.tahun).values()]
            table.append([status.per.isoformat(), row.id, row.nama, holder, *values])
    return table
