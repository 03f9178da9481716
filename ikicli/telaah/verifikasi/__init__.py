"""A document held against the files that it was made from: `isi` opens it, `periksa` says what became of both."""

from ikicli.telaah.verifikasi.isi import Dokumen, open_document
from ikicli.telaah.verifikasi.periksa import Keadaan, Putusan, Verifikasi, verified

__all__ = ["Dokumen", "Keadaan", "Putusan", "Verifikasi", "open_document", "verified"]
