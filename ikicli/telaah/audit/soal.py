"""One reading of a row, and what its numbers give under every form that its polarity allows."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ikicli.capaian.tulisan import angka, angka_utuh
from ikicli.definisi.nouns import Aturan, Polaritas, Rentang
from ikicli.telaah.audit.bentuk import DI_DALAM, Bentuk, forms
from ikicli.telaah.audit.selang import Bilangan, Selang
from ikicli.value import Value


class Pilihan(Value):
    """What the auditor states: a cap in percent, a rule set, a polarity for every row (None: as the table says)."""

    batas_atas: Fraction | None = None
    aturan: Aturan | None = None
    polaritas: Polaritas | None = None

    @property
    def cap(self) -> Fraction | None:
        """The cap that is known to apply."""
        batas = self.aturan.isi.batas if self.aturan else None
        return self.batas_atas if self.batas_atas is not None else batas.atas if batas else None

    @property
    def floor(self) -> Fraction | None:
        """The floor that is known to apply."""
        batas = self.aturan.isi.batas if self.aturan else None
        return batas.bawah if batas else None


class Soal(Value):
    """A row under one reading of its cells. `selang` is what the printed realisasi can stand for."""

    target: Rentang
    realisasi: Bilangan
    selang: Selang
    terbit: Bilangan
    polaritas: Polaritas
    indikator: str
    pilihan: Pilihan

    @property
    def di_dalam(self) -> bool:
        """Whether the target is a range or a bound that the realisasi keeps."""
        low, high, value = self.target.bawah, self.target.atas, self.realisasi.nilai
        return self.target.angka is None and (low is None or value >= low) and (high is None or value <= high)

    @property
    def terhadap(self) -> Fraction:
        """The number that the realisasi stands against: the target, or the bound that it crosses."""
        low, high = self.target.bawah, self.target.atas
        against = low if low is not None and (high is None or self.realisasi.nilai < low) else high
        assert against is not None
        return against

    def limited(self, capaian: Fraction) -> Fraction:
        """A capaian within the floor and the cap that are known to apply."""
        cap, floor = self.pilihan.cap, self.pilihan.floor
        capaian = capaian if floor is None else max(capaian, floor)
        return capaian if cap is None else min(capaian, cap)


class Hitungan(Value):
    """A calculation: by which form, against what, and its value before floor and cap.

    What only figures that it does not give need to know is worked out when it is asked for.
    """

    nama: str
    bentuk: Bentuk
    terhadap: Fraction
    realisasi: Fraction
    selang: Selang
    nilai: Fraction

    @property
    def lazim(self) -> bool:
        """Whether a figure by it needs no explanation."""
        return self.bentuk.lazim

    @property
    def citra(self) -> Selang:
        """All that its value can be, before floor and cap."""
        return self.bentuk.image(self.terhadap, self.selang) or Selang(self.nilai, self.nilai)

    @property
    def tulis(self) -> str:
        """It, written with its numbers."""
        return self.bentuk.tulis.format(r=_operand(self.realisasi), t=_operand(self.terhadap))

    def said(self) -> str:
        """The calculation with its result."""
        return f"{self.tulis} = {angka_dua(self.nilai)}"


def angka_dua(number: Fraction) -> str:
    """A figure in percent as it is said in a sentence."""
    return angka(number, 2)


def calculations(soal: Soal) -> Iterator[Hitungan]:
    """What the row may have been calculated by, the likeliest first; nothing where no form has a value."""
    if not soal.di_dalam:
        yield from _against(soal, soal.terhadap, forms_of(soal, soal.terhadap))
        return
    value = soal.realisasi.nilai
    yield Hitungan(DI_DALAM.nama, DI_DALAM, value, value, Selang(value, value), Fraction(100))
    for bound in (soal.target.bawah, soal.target.atas):
        if bound is not None:
            bentuk = [each._replace(lazim=False) for each in forms_of(soal, bound)]
            yield from _against(soal, bound, bentuk, f"terhadap batas {angka_utuh(bound)}")


def forms_of(soal: Soal, against: Fraction) -> tuple[Bentuk, ...]:
    """The forms that the row's polarity allows against a number."""
    return forms(soal.polaritas, against, soal.indikator, soal.pilihan.aturan)


def _against(soal: Soal, against: Fraction, bentuk: Sequence[Bentuk], nama: str = "") -> Iterator[Hitungan]:
    for each in bentuk:
        calculated = calculate(soal, each, against, nama)
        if calculated is not None:
            yield calculated


def calculate(soal: Soal, bentuk: Bentuk, against: Fraction, nama: str = "") -> Hitungan | None:
    """What one form gives against a number, None where it has no value."""
    realisasi = soal.realisasi.nilai
    value = bentuk.nilai(against, realisasi)
    return None if value is None else Hitungan(nama or bentuk.nama, bentuk, against, realisasi, soal.selang, value)


def _operand(number: Fraction) -> str:
    return angka_utuh(number) if number >= 0 else f"({angka_utuh(number)})"
