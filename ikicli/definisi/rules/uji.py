"""The worked examples of formulas, executed."""

from collections.abc import Iterator

from ikicli.definisi.nouns import Indikator, Kantor, Uji
from ikicli.definisi.rules.indikator import all_indicators
from ikicli.diagnostik import Diagnostic, did_you_mean
from ikicli.rumus import Nilai, Pohon, Tiada, decimal_text, evaluate, names, rounded
from ikicli.sumber import Mapping, span_of

_REASON = {
    Tiada.PEMBAGI_NOL: "contoh ini membagi dengan nol",
    Tiada.TERLALU_BESAR: "hasil contoh ini terlalu besar",
}


def examples_hold(kantor: Kantor) -> Iterator[Diagnostic]:
    """Every `uji` gives its result, half up at the digits written; constants apply unless the example gives them."""
    shared = kantor.variabel_bersama()
    for _, indikator in all_indicators(kantor):
        tree = indikator.formula.pohon if indikator.formula else None
        if tree is None or not indikator.uji:
            continue
        constants: dict[str, Nilai] = {
            name: variabel.tetapan
            for name, variabel in (*shared.items(), *indikator.variabel.items())
            if variabel is not None and variabel.tetapan is not None
        }
        for example in indikator.uji:
            yield from _run(example, tree, constants, indikator)


def _run(example: Uji, tree: Pohon, constants: dict[str, Nilai], indikator: Indikator) -> Iterator[Diagnostic]:
    used = [leaf.kunci for leaf in names(tree)]
    unknown = [name for name in example.masukan if name not in used]
    inputs = example.node.value("masukan") if isinstance(example.node, Mapping) else None
    for name in unknown:
        key = inputs.key(name) if isinstance(inputs, Mapping) else None
        hint = did_you_mean(name, used) or f"formula memakai: {', '.join(dict.fromkeys(used))}"
        yield Diagnostic("IKI502", span_of(key), f"masukan `{name}` tidak dipakai formula", hint)
    given: dict[str, Nilai] = {name: value for name, value in example.masukan.items() if value is not None}
    if unknown or example.hasil is None or len(given) < len(example.masukan):
        return
    result = evaluate(tree, constants | given)
    if isinstance(result, Tiada):
        missing = [name for name in dict.fromkeys(used) if name not in constants | given]
        said = _REASON.get(result, f"contoh ini tidak memberi nilai untuk {', '.join(f'`{name}`' for name in missing)}")
        span = span_of(example.node, "masukan")
        yield Diagnostic("IKI502", span, said, "lengkapi atau perbaiki `masukan`")
    elif rounded(result, example.hasil.digit) != example.hasil.nilai:
        exact = decimal_text(result, max(example.hasil.digit, 4))
        message = f"formula memberi {exact}, contohnya menulis {decimal_text(example.hasil.nilai, example.hasil.digit)}"
        hint = f"periksa formula `{indikator.id}` dan contohnya; salah satu keliru"
        yield Diagnostic("IKI501", span_of(example.node, "hasil"), message, hint)
