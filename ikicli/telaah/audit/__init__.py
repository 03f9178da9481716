"""A published table recomputed: each row's figure explained by its own numbers, or shown not to follow from them.

The row is right unless the numbers prove otherwise. The target is what is printed; the realisasi anything that rounds
or truncates to what is printed; the figure what is rounded or truncated at its own digits. A row differs only where no
form that its polarity allows, no cap and no reading of an ambiguous cell gives the printed figure.
"""

from ikicli.telaah.audit.nouns import Audit, BarisAudit, Putusan
from ikicli.telaah.audit.periksa import STEP_ROWS, Pilihan, audit_opened, audit_table

__all__ = ["STEP_ROWS", "Audit", "BarisAudit", "Pilihan", "Putusan", "audit_opened", "audit_table"]
