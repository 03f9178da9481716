"""A formula worked out before the reader: in words, with its values put in, and step by step with units."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from ikicli.capaian.istilah import Istilah
from ikicli.capaian.jelaskan.nouns import Potongan, Tahap
from ikicli.capaian.tulisan import TANPA_NILAI, angka, bersatuan
from ikicli.rumus import Langkah, Nilai, Pohon, Satuan, Tiada, evaluate, holds, rounded, unit_of
from ikicli.rumus.pohon import Bulat, Fungsi, Hitungan, Jika, Nama, Negatif, Syarat, children
from ikicli.rumus.satuan import write_satuan
from ikicli.rumus.write import WORDS, in_words, write

_MARK = re.compile("\0([0-9]+)\0")
_MORE_DIGITS = 4
"""Steps are shown with so many digits more than results, so that a reader can follow them by hand."""


def pieces(tree: Pohon, known: Mapping[str, Istilah]) -> Iterator[Potongan]:
    """The formula cut at its names. Names are put in last, so that no name can pass for a part of the formula."""
    keys = list(known)
    text = write(tree, in_words(lambda leaf: f"\0{keys.index(leaf.kunci)}\0"))
    for at, piece in enumerate(_MARK.split(text)):
        if at % 2:
            yield Potongan(known[keys[int(piece)]].nama, variabel=True)
        elif piece:
            yield Potongan(piece, variabel=False)


def filled(tree: Pohon, values: Mapping[str, Nilai], digit: int) -> str:
    """The formula with the values in place of the names."""
    return write(tree, in_words(lambda leaf: _operand(values.get(leaf.kunci, Tiada.KOSONG), "", digit + _MORE_DIGITS)))


def steps(
    tree: Pohon, values: Mapping[str, Nilai], units: Mapping[str, Satuan | None], satuan: str, digit: int
) -> tuple[Tahap, ...]:
    """Every operation that was carried out, each once, the last one's result in the unit `satuan`.

    What takes the result of an operation that has none is left out.
    """
    taken: list[Langkah] = []
    evaluate(tree, values, taken)
    result = {step.bagian: step.nilai for step in taken}
    shown = {part: _unit(part, tree, units, satuan) for part in result}
    operands = {part: _operand(value, shown[part], digit + _MORE_DIGITS) for part, value in result.items()}
    return tuple(
        Tahap(_carried_out(part, operands, values), value, shown[part])
        for part, value in result.items()
        if children(part) and (isinstance(value, Fraction) or not _lacks(part, result))
    )


def _lacks(part: Pohon, result: Mapping[Pohon, Nilai]) -> bool:
    """Whether one of a part's own parts has no value."""
    inner = [side for each in children(part) for side in (children(each) if isinstance(each, Syarat) else (each,))]
    return any(isinstance(result.get(each), Tiada) for each in inner if not isinstance(each, Syarat))


def step_result(tahap: Tahap, digit: int) -> str:
    """What a step came to, with a sign that says whether the digits shown are all."""
    if isinstance(tahap.nilai, Tiada):
        return f"= {KETIADAAN[tahap.nilai]}"
    more = digit + _MORE_DIGITS
    sign = "=" if rounded(tahap.nilai, more) == tahap.nilai else "≈"
    return f"{sign} {bersatuan(angka(tahap.nilai, more), tahap.satuan)}"


KETIADAAN = {
    Tiada.KOSONG: "tidak ada, ada nilai yang kosong",
    Tiada.PEMBAGI_NOL: "tidak ada, pembaginya nol",
    Tiada.TERLALU_BESAR: "tidak ada, lebih dari seribu digit",
}


def _unit(part: Pohon, whole: Pohon, units: Mapping[str, Satuan | None], satuan: str) -> str:
    if part is whole:
        return satuan
    found = unit_of(part, units)
    return write_satuan(found) if found else ""


def _carried_out(part: Pohon, operands: Mapping[Pohon, str], values: Mapping[str, Nilai]) -> str:
    """A part with the results of its own parts put in: `60 orang hari ÷ 20 orang`."""
    if isinstance(part, Jika):
        return _decided(part, operands, values)
    texts = [operands[each] for each in children(part) if not isinstance(each, Syarat)]
    return write(_with_leaves(part), in_words(lambda leaf: texts[int(leaf.kunci)]))


def _with_leaves(part: Pohon) -> Pohon:
    """The part with a leaf in place of each of its own parts, named by its position."""
    first, second = Nama("0", part.tempat), Nama("1", part.tempat)
    if isinstance(part, Hitungan):
        return part._replace(kiri=first, kanan=second)
    if isinstance(part, Fungsi):
        return part._replace(isi=tuple(Nama(str(at), part.tempat) for at in range(len(part.isi))))
    assert isinstance(part, Negatif | Bulat)
    return part._replace(isi=first)


def _decided(part: Jika, operands: Mapping[Pohon, str], values: Mapping[str, Nilai]) -> str:
    """A condition with its values, and whether it holds."""
    condition = part.syarat
    sides = [operands[side] for side in (condition.kiri, condition.kanan)]
    decided = "ya, yang pertama" if holds(condition, values) is True else "tidak, yang kedua"
    return f"jika {f' {WORDS.get(condition.op, condition.op)} '.join(sides)}: {decided}"


def _operand(value: Nilai, unit: str, digit: int) -> str:
    if isinstance(value, Tiada):
        return TANPA_NILAI
    text = angka(value, digit)
    return bersatuan(f"({text})" if value < 0 else text, unit)
