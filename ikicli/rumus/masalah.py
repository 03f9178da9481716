"""What is wrong within one formula; whoever knows the file makes a finding of it."""

from ikicli.rumus.pohon import Tempat
from ikicli.value import Value


class Masalah(Value):
    """One problem: its code, its place in the formula's text, what is (`pesan`) and what to do (`saran`)."""

    kode: str
    tempat: Tempat
    pesan: str
    saran: str | None = None
