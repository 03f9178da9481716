"""What offices really send: forms, tall tables and tables of their own, read into proposals for the store."""

from ikicli.realisasi.baca.berkas import Terbaca, count_steps, read_files

__all__ = ["Terbaca", "count_steps", "read_files"]
