"""What offices really send: forms, tall tables and tables of their own, read into proposals for the store."""

from ikicli.realisasi.baca.berkas import Terbaca, read_files

__all__ = ["Terbaca", "read_files"]
