"""Rules about formulas: their names, their units, what they divide by."""

from collections.abc import Collection, Iterator, Mapping

from ikicli.definisi.nouns import Formula, Indikator, Jabatan, Kantor, SatuanTertulis, Variabel
from ikicli.definisi.rules.cycle import cycles, written_out
from ikicli.definisi.rules.dekat import near
from ikicli.definisi.rules.indikator import all_indicators, indicator_hint
from ikicli.definisi.tertulis import is_whole, written
from ikicli.diagnostik import Diagnostic
from ikicli.rumus import Lalu, Masalah, Nama, Nilai, Pohon, Rujukan, Satuan, check_units, zero_divisors
from ikicli.sumber import Mapping as Record
from ikicli.sumber import Node, span_of


def located(formula: Formula, problem: Masalah) -> Diagnostic:
    """A problem within a formula as a finding in its file."""
    span = formula.node.within(problem.tempat.awal, problem.tempat.akhir)
    return Diagnostic(problem.kode, span, problem.pesan, problem.saran)


def _formulas(kantor: Kantor) -> Iterator[tuple[str, Indikator, Formula, Pohon]]:
    """The formulas that could be read, with the id of their jabatan."""
    for jabatan, indikator in all_indicators(kantor):
        if indikator.formula is not None and indikator.formula.pohon is not None:
            yield jabatan.id, indikator, indikator.formula, indikator.formula.pohon


def constants(variabel: Mapping[str, Variabel]) -> dict[str, Nilai]:
    """The variables that never change, this year and the year before, by their `kunci`."""
    fixed: dict[str, Nilai] = {name: each.tetapan for name, each in variabel.items() if each.tetapan is not None}
    return fixed | {f"lalu({name})": value for name, value in fixed.items()}


def known_names(kantor: Kantor) -> set[str]:
    """What every formula may name: the shared variables and the indicators."""
    return {*kantor.variabel_bersama(), *(f"{jabatan.id}.{each.id}" for jabatan, each in all_indicators(kantor))}


def has_known_names(indikator: Indikator, known: set[str]) -> bool:
    """Whether a formula names only what there is; where it does not, a variable may be unused for a slip of the pen."""
    leaves = indikator.formula.daun if indikator.formula else ()
    names = {leaf.kunci if isinstance(leaf, Rujukan) else leaf.nama for leaf in leaves}
    return names.difference(indikator.variabel) <= known


def names_are_declared(kantor: Kantor) -> Iterator[Diagnostic]:
    """Every name in a formula is a variable of the indicator, a shared one, or another indicator."""
    shared = kantor.variabel_bersama()
    shared_is_whole = kantor.unit is not None and is_whole(kantor.unit.node, "variabel", shared)
    known = kantor.cari_jabatan()
    for _, indikator, formula, _ in _formulas(kantor):
        own = indikator.variabel
        for leaf in formula.daun:
            if isinstance(leaf, Rujukan):
                problem = _unknown_reference(leaf, known, kantor.tak_terbaca)
            elif leaf.nama in own or leaf.nama in shared:
                continue
            elif shared_is_whole and is_whole(indikator.node, "variabel", own):
                problem = _unknown_name(leaf, [*own, *shared])
            else:
                continue
            if problem is not None:
                yield located(formula, problem)


def _unknown_reference(leaf: Rujukan, known: Mapping[str, Jabatan], unread: Collection[str]) -> Masalah | None:
    jabatan = known.get(leaf.jabatan)
    if leaf.jabatan in unread or (jabatan and any(each.id == leaf.indikator for each in jabatan.indikator())):
        return None
    hint = indicator_hint(leaf.jabatan, leaf.indikator, known)
    return Masalah("IKI310", leaf.tempat, f"indikator `{leaf.kunci}` tidak ada", hint)


def _unknown_name(leaf: Nama | Lalu, known: Collection[str]) -> Masalah:
    hint = near(leaf.nama, known) or "deklarasikan di `variabel:`, atau di unit.yaml bila dipakai bersama"
    return Masalah("IKI309", leaf.tempat, f"variabel `{leaf.nama}` tidak dideklarasikan", hint)


def variables_are_used(kantor: Kantor) -> Iterator[Diagnostic]:
    """Every declared variable stands in a formula: it would be collected for nothing."""
    used_anywhere: set[str] = set()
    complete, known = not kantor.tak_terbaca, known_names(kantor)
    for _, indikator in all_indicators(kantor):
        formula = indikator.formula
        if formula is None or formula.pohon is None or not has_known_names(indikator, known):
            complete = False
            continue
        used = {leaf.nama for leaf in formula.daun if not isinstance(leaf, Rujukan)}
        used_anywhere |= used
        yield from _unused(indikator.variabel, used, indikator.node)
    if kantor.unit is not None and complete:
        yield from _unused(kantor.unit.variabel, used_anywhere, kantor.unit.node)


def _unused(declared: Collection[str], used: set[str], owner: Node) -> Iterator[Diagnostic]:
    unused = [name for name in declared if name not in used]
    node = written(owner, "variabel") if unused else None
    for key, _ in node.entries() if isinstance(node, Record) else ():
        if key.text in unused:
            message = f"variabel `{key.text}` tidak dipakai formula mana pun"
            yield Diagnostic("IKI209", span_of(key), message, "pakai dalam formula, atau hapus")


def references_end(kantor: Kantor) -> Iterator[Diagnostic]:
    """No formula needs its own result, however indirectly."""
    formulas = {f"{id}.{indikator.id}": formula for id, indikator, formula, _ in _formulas(kantor)}
    edges = {
        name: [leaf.kunci for leaf in formula.daun if isinstance(leaf, Rujukan)] for name, formula in formulas.items()
    }
    for cycle in cycles(edges):
        formula, following = formulas[cycle[0]], cycle[1 % len(cycle)]
        place = next(leaf.tempat for leaf in formula.daun if leaf.kunci == following)
        message = f"formula ini membutuhkan hasilnya sendiri: {written_out(cycle)}"
        yield located(formula, Masalah("IKI311", place, message, "putuskan salah satu rujukannya"))


def units_agree(kantor: Kantor) -> Iterator[Diagnostic]:
    """A formula's units fit together, and its result is in the unit declared."""
    indicators = {f"{jabatan.id}.{indikator.id}": indikator for jabatan, indikator in all_indicators(kantor)}
    shared = kantor.variabel_bersama()
    for _, indikator, formula, tree in _formulas(kantor):
        if indikator.satuan is None:
            continue
        units: dict[str, Satuan | None] = {}
        percent = indikator.satuan.teks == "persen"
        for leaf in formula.daun:
            unit = _unit_of(leaf, indikator.variabel, shared, indicators)
            units[leaf.kunci] = unit.satuan if unit else None
            percent = percent and (unit is None or unit.teks != "persen")
        for problem in check_units(tree, indikator.satuan.satuan, percent=percent, variables=units):
            yield located(formula, problem)


def _unit_of(
    leaf: Nama | Lalu | Rujukan,
    own: Mapping[str, Variabel],
    shared: Mapping[str, Variabel],
    indicators: Mapping[str, Indikator],
) -> SatuanTertulis | None:
    if isinstance(leaf, Rujukan):
        other = indicators.get(leaf.kunci)
        return other.satuan if other else None
    variabel = own.get(leaf.nama) or shared.get(leaf.nama)
    return variabel.satuan if variabel else None


def never_divides_by_zero(kantor: Kantor) -> Iterator[Diagnostic]:
    """No divisor is zero whatever the data say."""
    shared = constants(kantor.variabel_bersama())
    for _, indikator, formula, _ in _formulas(kantor):
        fixed = shared | constants(indikator.variabel) if formula.pembagi else shared
        for divisor in zero_divisors(formula.pembagi, fixed):
            hint = "perbaiki pembaginya"
            yield located(formula, Masalah("IKI316", divisor.tempat, "pembagi ini selalu nol", hint))
