"""What iki finds wrong: places in texts, findings, the registry of codes, and the plain faces of a list of findings.

This room imports no other room; every other room may speak of findings through it.
"""

from ikicli.diagnostik.kode import KODE, Kode, Tingkat
from ikicli.diagnostik.saran import closest, did_you_mean
from ikicli.diagnostik.temuan import (
    Diagnostic,
    Source,
    Span,
    column_letters,
    errors_in,
    failing,
    level_of,
    line_starts,
    ordered,
)

__all__ = [
    "KODE",
    "Diagnostic",
    "Kode",
    "Source",
    "Span",
    "Tingkat",
    "closest",
    "column_letters",
    "did_you_mean",
    "errors_in",
    "failing",
    "level_of",
    "line_starts",
    "ordered",
]
