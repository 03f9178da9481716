"""The worked examples of formulas, executed."""

from collections.abc import Iterator, Mapping

from ikicli.definisi.nouns import Formula, Kantor, Uji, Variabel
from ikicli.definisi.rules.formula import constants, has_known_names, known_names
from ikicli.definisi.rules.indikator import all_indicators
from ikicli.definisi.shape import quoted
from ikicli.definisi.tertulis import is_whole, written
from ikicli.diagnostik import Diagnostic, did_you_mean
from ikicli.rumus import Lalu, Langkah, Nama, Nilai, Pohon, Rujukan, Tiada, decimal_text, evaluate, rounded
from ikicli.sumber import Mapping as Record
from ikicli.sumber import key_span, span_of

_REASON = {
    Tiada.PEMBAGI_NOL: "contoh ini membagi dengan nol",
    Tiada.TERLALU_BESAR: "hasil contoh ini terlalu besar",
}


def examples_hold(kantor: Kantor) -> Iterator[Diagnostic]:
    """Every `uji` gives its result, half up at the digits written; constants apply unless the example gives them."""
    shared = kantor.variabel_bersama()
    shared_constants, known = constants(shared), known_names(kantor)
    for _, indikator in all_indicators(kantor):
        if not indikator.uji or not has_known_names(indikator, known):
            continue
        if indikator.formula is not None and indikator.formula.pohon is not None:
            fixed = shared_constants | constants(indikator.variabel)
            for example in indikator.uji:
                yield from _unused_inputs(example, indikator.formula) or _run(
                    example, indikator.formula.pohon, fixed, {**shared, **indikator.variabel}
                )


def _unused_inputs(example: Uji, formula: Formula) -> tuple[Diagnostic, ...]:
    used = tuple(dict.fromkeys(leaf.kunci for leaf in formula.daun))
    return tuple(
        Diagnostic(
            "IKI502",
            key_span(example.node, "masukan", name),
            f"masukan {quoted(name)} tidak dipakai formula",
            did_you_mean(name, used) or f"yang dipakai formula: {', '.join(used) or 'tidak satu pun'}",
        )
        for name in example.masukan
        if name not in used
    )


def _run(example: Uji, tree: Pohon, fixed: dict[str, Nilai], variabel: Mapping[str, Variabel]) -> Iterator[Diagnostic]:
    if example.hasil is None or not is_whole(example.node, "masukan", example.masukan, required=True):
        return
    values = {**fixed, **example.masukan}
    result = evaluate(tree, values)
    if result is Tiada.KOSONG:
        absent = _absent(tree, values)
        if all(_needs_input(leaf, variabel) for leaf in absent):
            said = ", ".join(f"`{name}`" for name in dict.fromkeys(leaf.kunci for leaf in absent))
            message = f"contoh ini tidak memberi nilai untuk {said}"
            yield Diagnostic("IKI502", key_span(example.node, "masukan"), message, "lengkapi `masukan`")
    elif isinstance(result, Tiada):
        yield Diagnostic("IKI502", key_span(example.node, "masukan"), _REASON[result], "perbaiki `masukan`")
    elif rounded(result, example.hasil.digit) != example.hasil.nilai:
        exact = decimal_text(result, max(example.hasil.digit, 4))
        message = f"formula memberi {exact}, contohnya menulis {decimal_text(example.hasil.nilai, example.hasil.digit)}"
        yield Diagnostic("IKI501", span_of(example.node, "hasil"), message, "periksa formula dan contohnya")


def _absent(tree: Pohon, values: Mapping[str, Nilai]) -> list[Nama | Lalu | Rujukan]:
    """The leaves that the evaluation meets without a value."""
    steps: list[Langkah] = []
    evaluate(tree, values, steps)
    parts = [step.bagian for step in steps if step.nilai is Tiada.KOSONG]
    return [part for part in parts if isinstance(part, Nama | Lalu | Rujukan)]


def _needs_input(leaf: Nama | Lalu | Rujukan, variabel: Mapping[str, Variabel]) -> bool:
    """Whether a leaf surely has no value of its own: an undeclared name or an unread constant may have one."""
    if not isinstance(leaf, Nama):
        return True
    declared = variabel.get(leaf.nama)
    return declared is not None and isinstance(declared.node, Record) and written(declared.node, "tetapan") is None
