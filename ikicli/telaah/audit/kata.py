"""The words for verdicts that screen and document share."""

from ikicli.telaah.audit.nouns import Audit, Putusan

PUTUSAN = {
    Putusan.COCOK: "cocok",
    Putusan.PEMBULATAN: "cocok dengan pembulatan",
    Putusan.BEDA: "beda",
    Putusan.TIDAK_DIHITUNG: "tidak dapat dihitung",
}
TANDA = {Putusan.COCOK: "✓", Putusan.PEMBULATAN: "≈", Putusan.BEDA: "✗", Putusan.TIDAK_DIHITUNG: "·"}
"""A mark for each verdict; they differ in shape."""


def summary(audit: Audit) -> str:
    """How many rows have each verdict."""
    counts = [f"{audit.count(each)} {said}" for each, said in PUTUSAN.items() if audit.count(each)]
    return f"{len(audit.baris)} baris: {', '.join(counts)}."
