"""What stands beside a capaian: the points that it earns by its weight, and its predikat."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from ikicli.capaian.aturan import predicate
from ikicli.capaian.tulisan import angka_utuh
from ikicli.definisi.nouns import Aturan
from ikicli.rumus import rounded
from ikicli.telaah.audit.nouns import Putusan, Temuan
from ikicli.telaah.audit.sebab import slip_of
from ikicli.telaah.audit.sel import Isi
from ikicli.telaah.audit.selang import Bilangan, Selang, allowed
from ikicli.telaah.audit.soal import Pilihan, angka_dua


def check_beside(capaian: Bilangan, found: Temuan, bobot: Isi, nilai: Isi, predikat: str, pilihan: Pilihan) -> Temuan:
    """The verdict on a row whose capaian is right, with what stands beside it."""
    if bobot.angka and nilai.angka:
        found = _points(capaian, found, bobot, nilai)
    if predikat and pilihan.aturan is not None and found.putusan is not Putusan.BEDA:
        found = _predicate(pilihan.aturan, capaian, found, predikat)
    return found


def _points(capaian: Bilangan, found: Temuan, bobot: Isi, nilai: Isi) -> Temuan:
    """Points that a slip of the pen explains differ; others may follow a rule that the table does not show."""
    figures = [allowed(capaian), *([Selang(found.hitung, found.hitung)] if found.hitung is not None else [])]
    for each, printed in product(bobot.angka, nilai.angka):
        if any(image.meets(_near(printed)) for image in _images(figures, each.nilai)):
            return found
    weight, scored = bobot.angka[0].nilai, nilai.angka[0]
    right = max((capaian.nilai if found.hitung is None else found.hitung) * weight / 100, Fraction(0))
    calculated = f"{angka_dua(capaian.nilai)} × {angka_utuh(weight)} / 100 = {angka_dua(right)}"
    slip = slip_of(right, scored)
    if slip is None:
        said = f"nilai {angka_utuh(scored.nilai)} tidak sama dengan capaian × bobot / 100 ({calculated})"
        return found._replace(sebab="; ".join(filter(None, [found.sebab, said])))
    said = f"nilai: {slip}; {calculated}, bukan {angka_utuh(scored.nilai)}"
    return Temuan(Putusan.BEDA, right, said, terbit=nilai.teks)


def _near(printed: Bilangan) -> Selang:
    """Points may be rounded up, too."""
    return Selang(printed.nilai - printed.langkah, printed.nilai + printed.langkah)


def _images(figures: list[Selang], weight: Fraction) -> Iterator[Selang]:
    """The points of a figure by a weight in percent or as a share; below zero they may be held at zero."""
    for figure in figures:
        yield figure.times(weight / 100)
        if weight <= 1:
            yield figure.times(weight)
        if figure.bawah < 0:
            yield Selang(Fraction(0), Fraction(0))


def _predicate(aturan: Aturan, capaian: Bilangan, found: Temuan, predikat: str) -> Temuan:
    """A predikat of the rule set that neither the printed figure nor the exact one earns."""
    names = {band.nama.casefold() for band in aturan.isi.predikat}
    exact = capaian.nilai if found.hitung is None else found.hitung
    earned = [predicate(aturan, each) for each in (capaian.nilai, exact, rounded(exact, 0))]
    if predikat.casefold() not in names or predikat.casefold() in {(each or "").casefold() for each in earned}:
        return found
    right = earned[1] or "tanpa predikat"
    said = f"predikat keliru: {angka_dua(exact)} menurut aturan {aturan.id} {right}, bukan {predikat}"
    return Temuan(Putusan.BEDA, exact, said)
