"""What stands beside a capaian: the points that it earns by its weight, and its predikat."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from ikicli.capaian.aturan import predicate
from ikicli.capaian.tulisan import angka_utuh
from ikicli.definisi.nouns import Aturan
from ikicli.rumus import rounded
from ikicli.telaah.audit.nouns import Putusan, Temuan
from ikicli.telaah.audit.sel import Isi
from ikicli.telaah.audit.selang import Bilangan, Selang, allowed
from ikicli.telaah.audit.soal import Pilihan, angka_dua


def check_beside(
    capaian: Bilangan, hitung: Fraction | None, bobot: Isi, nilai: Isi, predikat: str, pilihan: Pilihan
) -> Temuan | None:
    """What is wrong beside a capaian that is right, None where nothing is."""
    if bobot.angka and nilai.angka:
        found = _points(capaian, hitung, bobot, nilai)
        if found is not None:
            return found
    if predikat and pilihan.aturan is not None:
        return _predicate(pilihan.aturan, capaian, hitung, predikat)
    return None


def _points(capaian: Bilangan, hitung: Fraction | None, bobot: Isi, nilai: Isi) -> Temuan | None:
    figures = [allowed(capaian), *([Selang(hitung, hitung)] if hitung is not None else [])]
    for each, printed in product(bobot.angka, nilai.angka):
        if any(image.meets(allowed(printed)) for image in _images(figures, each.nilai)):
            return None
    weight, scored = bobot.angka[0].nilai, nilai.angka[0]
    right = max((capaian.nilai if hitung is None else hitung) * weight / 100, Fraction(0))
    said = (
        f"nilai tidak sama dengan capaian × bobot / 100; {angka_dua(capaian.nilai)} × {angka_utuh(weight)} / 100 = "
        f"{angka_dua(right)}, bukan {angka_utuh(scored.nilai)}"
    )
    return Temuan(Putusan.BEDA, right, said, terbit=nilai.teks)


def _images(figures: list[Selang], weight: Fraction) -> Iterator[Selang]:
    """The points of a figure by a weight in percent or as a share; below zero they may be held at zero."""
    for figure in figures:
        yield figure.times(weight / 100)
        if weight <= 1:
            yield figure.times(weight)
        if figure.bawah < 0:
            yield Selang(Fraction(0), Fraction(0))


def _predicate(aturan: Aturan, capaian: Bilangan, hitung: Fraction | None, predikat: str) -> Temuan | None:
    """A predikat of the rule set that neither the printed figure nor the exact one earns."""
    names = {band.nama.casefold() for band in aturan.isi.predikat}
    if predikat.casefold() not in names:
        return None
    exact = capaian.nilai if hitung is None else hitung
    earned = [predicate(aturan, each) for each in (capaian.nilai, exact, rounded(exact, 0))]
    if predikat.casefold() in {each.casefold() for each in earned if each is not None}:
        return None
    right = earned[1] or "tanpa predikat"
    said = f"predikat keliru: {angka_dua(exact)} menurut aturan {aturan.id} {right}, bukan {predikat}"
    return Temuan(Putusan.BEDA, exact, said)
