"""Why a figure may differ from what its numbers give: the slip that leads from one to the other."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations

from ikicli.capaian.tulisan import angka_utuh
from ikicli.definisi.nouns import Polaritas
from ikicli.rumus import rounded
from ikicli.telaah.audit.bentuk import opposite
from ikicli.telaah.audit.nouns import Putusan, Temuan
from ikicli.telaah.audit.selang import USUAL_CAPS, Bilangan, allowed, cuts_to, rounds_to, truncated
from ikicli.telaah.audit.soal import Hitungan, Soal, angka_dua, calculate, calculations, forms_of

_WRONG_WAY = {
    Polaritas.NAIK: "polaritas terbalik: dihitung seperti indikator turun, padahal makin tinggi makin baik",
    Polaritas.TURUN: "polaritas terbalik: dihitung seperti indikator naik, padahal makin rendah makin baik",
    Polaritas.STABIL: "polaritas keliru: dihitung seperti indikator naik atau turun, padahal stabil",
}
FORGOTTEN = "lupa dikali 100"
_UNKNOWN = "tidak ada pembulatan, batas atau bentuk lain yang menjelaskan angka ini"


def difference(soal: Soal) -> Temuan:
    """What a figure that nothing explains should be, with the likely cause."""
    usual = [way for way in calculations(soal) if way.lazim]
    for way in usual:
        for cause in _causes(soal, way):
            return _told(soal, way, cause)
    return _told(soal, usual[0], _UNKNOWN)


def _told(soal: Soal, way: Hitungan, cause: str) -> Temuan:
    value = soal.limited(way.nilai)
    held = f", dibatasi {angka_dua(value)}" if value != way.nilai else ""
    said = f"{cause}; {way.said()}{held}, bukan {angka_utuh(soal.terbit.nilai)}"
    return Temuan(Putusan.BEDA, value, said)


def _causes(soal: Soal, way: Hitungan) -> Iterator[str]:
    """The causes that give exactly the printed figure, the likeliest first."""
    for find in _FINDERS:
        yield from find(soal, way)


def _cap_missed(soal: Soal, way: Hitungan) -> Iterator[str]:
    cap = soal.pilihan.cap
    if cap is None or way.nilai <= cap:
        return
    if way.citra.meets(allowed(soal.terbit)):
        yield f"batas atas {angka_utuh(cap)} tidak diterapkan"
    elif soal.terbit.nilai in USUAL_CAPS:
        yield f"dibatasi {angka_utuh(soal.terbit.nilai)}, padahal batas atasnya {angka_utuh(cap)}"


def _wrong_way(soal: Soal, way: Hitungan) -> Iterator[str]:  # noqa: ARG001 - one shape for all finders
    for each in opposite(soal.polaritas):
        other = calculate(soal, each, soal.terhadap)
        if other is not None and other.citra.at_most(soal.pilihan.cap).meets(allowed(soal.terbit)):
            yield _WRONG_WAY[soal.polaritas]


def _slipped(soal: Soal, way: Hitungan) -> Iterator[str]:
    slip = slip_of(soal.limited(way.nilai), soal.terbit)
    if slip is not None:
        yield slip


def slip_of(right: Fraction, printed: Bilangan) -> str | None:
    """The slip of the pen that turns a right number into a printed one, None where there is none."""
    if printed.nilai == 0:
        return None
    if _prints(right / 100, printed):
        return FORGOTTEN
    if _prints(right * 100, printed):
        return "dikali 100 dua kali, atau koma desimalnya hilang"
    if any(_swapped(digits, written) for digits, written in _digit_pairs(right, printed)):
        return "dua angka (digit) tertukar"
    if any(_prints(right * Fraction(10) ** power, printed) for power in (1, -1, 3, -3, 4, -4)):
        return "letak koma desimal bergeser, atau koma desimal dan titik ribuan tertukar"
    return None


def _misread(soal: Soal, way: Hitungan) -> Iterator[str]:  # noqa: ARG001
    """A realisasi or target whose decimals were taken for thousands, or the other way round."""
    if soal.di_dalam:
        return
    realisasi, target = soal.realisasi.nilai, soal.terhadap
    for power in (3, -3, 2, -2, 1, -1):
        factor = Fraction(10) ** power
        for nama, pair in (("realisasi", (target, realisasi * factor)), ("target", (target * factor, realisasi))):
            if _any_form(soal, *pair):
                yield f"koma desimal dan titik ribuan pada {nama} tertukar"


def _copied(soal: Soal, way: Hitungan) -> Iterator[str]:
    if soal.terbit.nilai == soal.realisasi.nilai:
        yield "capaian sama dengan realisasinya, belum dibagi target"
    elif soal.terbit.nilai == soal.target.angka:
        yield "capaian sama dengan targetnya"
    elif not soal.di_dalam and _prints(way.nilai - 100, soal.terbit):
        yield "yang tercetak selisih terhadap target, bukan capaian"


def _other_bound(soal: Soal, way: Hitungan) -> Iterator[str]:  # noqa: ARG001
    for bound in (soal.target.bawah, soal.target.atas):
        if soal.target.angka is None and not soal.di_dalam and bound not in {None, soal.terhadap}:
            assert bound is not None
            if _any_form(soal, bound, soal.realisasi.nilai):
                yield f"dihitung terhadap batas {angka_utuh(bound)}, padahal yang dilewati {angka_utuh(soal.terhadap)}"


def _mistyped(soal: Soal, way: Hitungan) -> Iterator[str]:
    for right, written in _digit_pairs(soal.limited(way.nilai), soal.terbit):
        if len(right) == len(written) > 1 and sum(a != b for a, b in zip(right, written, strict=True)) == 1:
            yield "satu angka (digit) berbeda, mungkin salah ketik"


def _swapped_operand(soal: Soal, way: Hitungan) -> Iterator[str]:  # noqa: ARG001
    if soal.di_dalam:
        return
    realisasi, target = soal.realisasi.nilai, soal.terhadap
    for other in _with_neighbours_swapped(soal.realisasi):
        if _any_form(soal, target, other):
            yield f"dihitung dengan realisasi {angka_utuh(other)}; dua angka (digit) pada realisasi mungkin tertukar"
    for other in _with_neighbours_swapped(Bilangan(target, _decimals(target))):
        if other and _any_form(soal, other, realisasi):
            yield f"dihitung dengan target {angka_utuh(other)}; dua angka (digit) pada target mungkin tertukar"


_FINDERS: tuple[Callable[[Soal, Hitungan], Iterator[str]], ...] = (
    _cap_missed,
    _wrong_way,
    _slipped,
    _other_bound,
    _copied,
    _misread,
    _mistyped,
    _swapped_operand,
)


def _prints(number: Fraction, printed: Bilangan) -> bool:
    return rounds_to(number, printed) or cuts_to(number, printed)


def _any_form(soal: Soal, target: Fraction, realisasi: Fraction) -> bool:
    """Whether a usual form of these numbers gives the printed figure."""
    values = (each.nilai(target, realisasi) for each in forms_of(soal, target) if each.lazim)
    return any(value is not None and _prints(soal.limited(value), soal.terbit) for value in values)


def _digit_pairs(right: Fraction, printed: Bilangan) -> Iterator[tuple[str, str]]:
    """The digits that should stand there, rounded and cut off, beside those that do."""
    for each in dict.fromkeys((rounded(right, printed.digit), truncated(right, printed.digit))):
        yield _digits(each, printed.digit), _digits(printed.nilai, printed.digit)


def _digits(number: Fraction, digit: int) -> str:
    return str(abs(number * 10**digit)) if digit >= 0 else str(abs(number))


def _swapped(right: str, written: str) -> bool:
    if len(right) != len(written):
        return False
    apart = [(a, b) for a, b in zip(right, written, strict=True) if a != b]
    return len(apart) == 2 and apart[0] == apart[1][::-1]


def _with_neighbours_swapped(printed: Bilangan) -> Iterator[Fraction]:
    digits = _digits(printed.nilai, printed.digit)
    sign = -1 if printed.nilai < 0 else 1
    for first, second in combinations(range(len(digits)), 2):
        if second == first + 1 and digits[first] != digits[second]:
            swapped = digits[:first] + digits[second] + digits[first] + digits[second + 1 :]
            yield sign * Fraction(int(swapped)) / 10 ** max(printed.digit, 0)


def _decimals(number: Fraction) -> int:
    return next((digit for digit in range(7) if 10**digit % number.denominator == 0), 7)
