"""The verdict on a row: the first explanation of its figure that its numbers allow, else what they give instead."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ikicli.capaian.tulisan import angka_utuh
from ikicli.definisi.nouns import Polaritas
from ikicli.telaah.audit.nouns import Putusan, Temuan
from ikicli.telaah.audit.sebab import difference
from ikicli.telaah.audit.selang import USUAL_CAPS, allowed, cuts_to, rounds_to, whole
from ikicli.telaah.audit.soal import Hitungan, Soal, calculations


def judge(soal: Sequence[Soal]) -> Temuan:
    """The verdict on a row by all readings of its cells, at least one, the likeliest first."""
    incomputable: Temuan | None = None
    rounding: Temuan | None = None
    for each in soal:
        found = _explained(each)
        if found is None:
            continue
        if found.putusan is Putusan.COCOK:
            return found
        if found.putusan is Putusan.PEMBULATAN:
            rounding = rounding or found
        else:
            incomputable = incomputable or found
    return rounding or incomputable or difference(soal[0])


def _explained(soal: Soal) -> Temuan | None:
    """The best explanation of a figure under one reading, None where there is none."""
    if not soal.di_dalam and soal.terhadap == 0:
        return _zero_target(soal)
    ways = []
    for way in calculations(soal):  # one that gives the figure as printed comes before a rounding or a limit
        ways.append(way)
        value = soal.limited(way.nilai)
        if rounds_to(value, soal.terbit):
            return Temuan(Putusan.COCOK, value, "") if way.lazim else Temuan(Putusan.PEMBULATAN, value, _by(way))
    if not ways:
        return Temuan(Putusan.TIDAK_DIHITUNG, None, "tidak ada bentuk perhitungan untuk angka-angka ini")
    for way in ways:
        for reason in _reasons(way, soal):
            said = reason if way.lazim else f"{_by(way)}; {reason}"
            return Temuan(Putusan.PEMBULATAN, soal.limited(way.nilai), said)
    return None


def _by(way: Hitungan) -> str:
    return f"dihitung dengan {way.nama}"


def _reasons(way: Hitungan, soal: Soal) -> Iterator[str]:
    """The roundings and limits that lead from a calculation to the figure."""
    value, printed = soal.limited(way.nilai), soal.terbit
    if cuts_to(value, printed):
        yield f"dipotong pada {printed.digit} desimal, tidak dibulatkan" if printed.digit > 0 else _CUT_WHOLE
    in_whole = whole(printed)
    if in_whole is not None and rounds_to(value, in_whole):
        yield "dibulatkan ke persen utuh"
    if in_whole is not None and cuts_to(value, in_whole):
        yield _CUT_WHOLE
    if value != way.nilai and way.nilai < value and rounds_to(way.nilai, printed):
        yield f"batas bawah {angka_utuh(value)} tidak dipakai"
    if printed.nilai == 0 and way.citra.bawah < 0:
        yield "hasil negatif dijadikan nol"
    yield from _capped(way, soal)
    image = way.citra.at_most(soal.pilihan.cap)
    if image.meets(allowed(printed)) or (in_whole is not None and image.meets(allowed(in_whole))):
        shown = angka_utuh(soal.realisasi.nilai)
        yield f"realisasi {shown} sudah dibulatkan sebelum dicetak; capaian dihitung dari angka yang lebih rinci"


_CUT_WHOLE = "dipotong ke persen utuh, tidak dibulatkan"


def _capped(way: Hitungan, soal: Soal) -> Iterator[str]:
    printed, cap = soal.terbit.nilai, soal.pilihan.cap
    if cap is None and printed in USUAL_CAPS and way.citra.atas > printed:
        yield f"dibatasi paling tinggi {angka_utuh(printed)} persen"
    if soal.di_dalam and way.lazim and printed > 100 and (printed == cap if cap is not None else printed in USUAL_CAPS):
        yield f"di dalam rentang target, diberi batas atas {angka_utuh(printed)} persen"


def _zero_target(soal: Soal) -> Temuan:
    """A target of zero: only a `turun` one can be told, and that by no common rule."""
    reached = soal.realisasi.nilai == 0
    value = Fraction(100 if reached else 0)
    if soal.polaritas in {Polaritas.TURUN, Polaritas.TAK_TERBACA} and rounds_to(value, soal.terbit):
        said = "" if reached else "target nol terlewati, dihitung 0"
        return Temuan(Putusan.COCOK if reached else Putusan.PEMBULATAN, value, said)
    return Temuan(Putusan.TIDAK_DIHITUNG, None, "target nol: tidak ada aturan umum untuk capaiannya")
