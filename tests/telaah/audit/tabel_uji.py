"""A published table written inside a test, and its audit."""

from pathlib import Path
from typing import Any

from ikicli.tabel import write_csv
from ikicli.telaah.audit import Audit, BarisAudit, Pilihan, audit_table

TITLES = ("Indikator", "Polaritas", "Target", "Realisasi", "Capaian")


def audit(folder: Path, *rows: tuple[str, ...], titles: tuple[str, ...] = TITLES, **pilihan: Any) -> Audit:
    """The audit of a CSV with these rows."""
    path = folder / "tabel.csv"
    path.write_text(write_csv([titles, *rows], ";"), encoding="utf-8")
    return audit_table(path, Pilihan(**pilihan))


def row(folder: Path, arah: str, target: str, realisasi: str, capaian: str, **pilihan: Any) -> BarisAudit:
    """The verdict on one row."""
    found = audit(folder, ("Surat selesai", arah, target, realisasi, capaian), **pilihan)
    assert found.diagnostics == ()
    return found.baris[0]
