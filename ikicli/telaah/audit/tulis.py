"""Verdicts for programs: JSON and the rows of a table."""

from collections.abc import Iterator

from ikicli.rumus import decimal_text
from ikicli.telaah.audit.nouns import Audit, BarisAudit, Putusan
from ikicli.tulis_json import json_text


def as_json(audit: Audit) -> str:
    """The verdicts as JSON; `terbit` is the cell as printed, `hitung` a decimal string with a point, or null."""

    told = {
        "versi": 1,
        "tabel": audit.tabel,
        "baris": [_row(each) for each in audit.baris],
        "ringkasan": {"baris": len(audit.baris)} | {each.value: audit.count(each) for each in Putusan},
        "catatan": list(audit.catatan),
    }
    return json_text(told)


def _row(row: BarisAudit) -> dict[str, object]:
    return {
        "no": row.no,
        "baris": row.baris,
        "indikator": row.indikator,
        "target": row.target,
        "realisasi": row.realisasi,
        "putusan": row.putusan.value,
        "terbit": row.terbit,
        "hitung": None if row.hitung is None else decimal_text(row.hitung, 2),
        "sebab": row.sebab,
    }


def as_table(audit: Audit) -> Iterator[tuple[str, ...]]:
    """The verdicts as rows of cells, the titles first."""
    yield ("no", "baris", "indikator", "target", "realisasi", "putusan", "terbit", "hitung", "sebab")
    for each in audit.baris:
        yield tuple("" if cell is None else str(cell) for cell in _row(each).values())
