"""Documents from results: data shaped for a page, the geometry of charts, templates, escaping.

Nothing is computed here: figures come from the results and are rounded where they are written, once. No clock, no
environment. A new document is a module in `bahan` that shapes it and one entry in JENIS; a new form of part is
its noun, one template part each for HTML and Markdown, and one function in `blok` that serves every other format; a
new format is a writer, named in the entries that offer it.
"""

from ikicli.laporan.bahan.bekal import Bekal
from ikicli.laporan.dokumen import Dokumen, cascade_drawing, document_of, documents
from ikicli.laporan.jenis import FORMAT, JENIS, PUSTAKA, Jenis

__all__ = ["FORMAT", "JENIS", "PUSTAKA", "Bekal", "Dokumen", "Jenis", "cascade_drawing", "document_of", "documents"]
