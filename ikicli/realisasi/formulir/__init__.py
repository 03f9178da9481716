"""Forms that ask a section for its figures: what is asked of whom, in words, as a sheet and as CSV."""

from ikicli.realisasi.formulir.susun import BarisIsian, BlokIsian, Formulir, KotakIsian, compose_forms

__all__ = ["BarisIsian", "BlokIsian", "Formulir", "KotakIsian", "compose_forms"]
