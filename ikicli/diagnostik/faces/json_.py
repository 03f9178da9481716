"""Findings as JSON, version 1: places from 1 in code points, `saran` null where there is no hint.

In a table `baris` and `kolom` are the numbers of the row and the column, and `lembar` names the sheet.
"""

from collections.abc import Sequence

from ikicli.diagnostik.faces import Show
from ikicli.diagnostik.kode import Tingkat
from ikicli.diagnostik.temuan import Diagnostic, level_of
from ikicli.tulis_json import json_text


def write(diagnostics: Sequence[Diagnostic], show: Show) -> str:
    """The findings and their count by severity."""
    return json_text(
        {
            "versi": 1,
            "temuan": [_one(diagnostic, show) for diagnostic in diagnostics],
            "ringkasan": {level.value: sum(level_of(d) is level for d in diagnostics) for level in Tingkat},
        },
    )


def _one(diagnostic: Diagnostic, show: Show) -> dict[str, object]:
    (line, column), (last_line, last_column) = diagnostic.span.first, diagnostic.span.last
    lembar = diagnostic.span.source.lembar
    return {
        "berkas": show(diagnostic.span.source.path),
        **({} if lembar is None else {"lembar": lembar}),
        "baris": line,
        "kolom": column,
        "sampai_baris": last_line,
        "sampai_kolom": last_column,
        "kode": diagnostic.code,
        "tingkat": level_of(diagnostic).value,
        "pesan": diagnostic.message,
        "saran": diagnostic.hint,
    }
