"""Documents as blocks: a few kinds of paragraphs, lists and tables, which office programs know too.

The form of each part is shaped once (`BENTUK`), then written as PDF, DOCX and XLSX by writers that know blocks only.
A new form is one function here and its template parts; a new block is a noun and one case in each writer.
"""

from ikicli.laporan.blok.nouns import Blok
from ikicli.laporan.blok.susun import BENTUK, blocks, title

__all__ = ["BENTUK", "Blok", "blocks", "title"]
