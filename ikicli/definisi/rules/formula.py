"""Rules about formulas: their names, their units, what they divide by."""

from collections.abc import Iterator, Mapping

from ikicli.definisi.nouns import Formula, Indikator, Kantor, SatuanTertulis, Variabel
from ikicli.definisi.rules.cycle import cycles
from ikicli.definisi.rules.indikator import all_indicators
from ikicli.diagnostik import Diagnostic, did_you_mean
from ikicli.rumus import Lalu, Masalah, Nama, Pohon, Rujukan, Satuan, check_units, names, zero_divisors
from ikicli.sumber import Mapping as Node
from ikicli.sumber import span_of


def located(formula: Formula, problem: Masalah) -> Diagnostic:
    """A problem within a formula as a finding in its file."""
    span = formula.node.within(problem.tempat.awal, problem.tempat.akhir)
    return Diagnostic(problem.kode, span, problem.pesan, problem.saran)


def _formulas(kantor: Kantor) -> Iterator[tuple[str, Indikator, Formula, Pohon]]:
    """The formulas that could be read, with the id of their jabatan."""
    for jabatan, indikator in all_indicators(kantor):
        if indikator.formula is not None and indikator.formula.pohon is not None:
            yield jabatan.id, indikator, indikator.formula, indikator.formula.pohon


def names_are_declared(kantor: Kantor) -> Iterator[Diagnostic]:
    """Every name in a formula is a variable of the indicator, a shared one, or another indicator."""
    shared = kantor.variabel_bersama()
    known = {f"{jabatan.id}.{indikator.id}" for jabatan, indikator in all_indicators(kantor)}
    for _, indikator, formula, tree in _formulas(kantor):
        for leaf in names(tree):
            if isinstance(leaf, Rujukan):
                problem = _unknown_reference(leaf, known, kantor.tak_terbaca)
            elif leaf.nama in indikator.variabel or leaf.nama in shared or kantor.unit is None:
                problem = None
            else:
                problem = _unknown_name(leaf, [*_declared(indikator), *shared])
            if problem is not None:
                yield located(formula, problem)


def _declared(indikator: Indikator) -> list[str]:
    """The variables an indicator's file declares, holes included."""
    node = indikator.node.value("variabel") if isinstance(indikator.node, Node) else None
    return [key.text for key, _ in node.entries] if isinstance(node, Node) else []


def _unknown_reference(leaf: Rujukan, known: set[str], unread: frozenset[str]) -> Masalah | None:
    if leaf.kunci in known or leaf.jabatan in unread:
        return None
    hint = did_you_mean(leaf.kunci, known) or "tulis `id_jabatan.id_indikator`"
    return Masalah("IKI310", leaf.tempat, f"indikator `{leaf.kunci}` tidak ada", hint)


def _unknown_name(leaf: Nama | Lalu, known: list[str]) -> Masalah | None:
    if leaf.nama in known:
        return None
    hint = did_you_mean(leaf.nama, known) or "deklarasikan di `variabel:`, atau di unit.yaml bila dipakai bersama"
    return Masalah("IKI309", leaf.tempat, f"variabel `{leaf.nama}` tidak dideklarasikan", hint)


def variables_are_used(kantor: Kantor) -> Iterator[Diagnostic]:
    """Every declared variable stands in a formula: it would be collected for nothing."""
    used_anywhere: set[str] = set()
    complete = True
    for _, indikator in all_indicators(kantor):
        tree = indikator.formula.pohon if indikator.formula else None
        if tree is None:
            complete = False
            continue
        used = {leaf.nama for leaf in names(tree) if not isinstance(leaf, Rujukan)}
        used_anywhere |= used
        yield from _unused(indikator.variabel, used, indikator.node)
    if kantor.unit is not None and complete and not kantor.tak_terbaca:
        yield from _unused(kantor.unit.variabel, used_anywhere, kantor.unit.node)


def _unused(declared: Mapping[str, Variabel | None], used: set[str], owner: object) -> Iterator[Diagnostic]:
    node = owner.value("variabel") if isinstance(owner, Node) else None
    for name in declared:
        key = node.key(name) if isinstance(node, Node) else None
        if name not in used and key is not None:
            hint = "pakai dalam formula, atau hapus"
            yield Diagnostic("IKI209", span_of(key), f"variabel `{name}` tidak dipakai formula mana pun", hint)


def references_end(kantor: Kantor) -> Iterator[Diagnostic]:
    """No formula needs its own result, however indirectly."""
    formulas = {f"{id}.{indikator.id}": (formula, tree) for id, indikator, formula, tree in _formulas(kantor)}
    edges = {
        name: [leaf.kunci for leaf in names(tree) if isinstance(leaf, Rujukan)] for name, (_, tree) in formulas.items()
    }
    for cycle in cycles(edges):
        formula, tree = formulas[cycle[0]]
        following = cycle[1 % len(cycle)]
        place = next(leaf.tempat for leaf in names(tree) if leaf.kunci == following)
        said = " -> ".join((*cycle, cycle[0]))
        message = f"formula ini membutuhkan hasilnya sendiri: {said}"
        yield located(formula, Masalah("IKI311", place, message, "putuskan salah satu rujukannya"))


def units_agree(kantor: Kantor) -> Iterator[Diagnostic]:
    """A formula's units fit together, and its result is in the unit declared."""
    indicators = {f"{jabatan.id}.{indikator.id}": indikator for jabatan, indikator in all_indicators(kantor)}
    for _, indikator, formula, tree in _formulas(kantor):
        if indikator.satuan is None:
            continue
        written = {leaf.kunci: _unit_of(leaf, indikator, indicators, kantor) for leaf in names(tree)}
        units: dict[str, Satuan | None] = {name: unit.satuan if unit else None for name, unit in written.items()}
        in_percent = any(unit is not None and unit.teks == "persen" for unit in written.values())
        percent = indikator.satuan.teks == "persen" and not in_percent
        for problem in check_units(tree, indikator.satuan.satuan, percent=percent, variables=units):
            yield located(formula, problem)


def _unit_of(
    leaf: Nama | Lalu | Rujukan, indikator: Indikator, indicators: Mapping[str, Indikator], kantor: Kantor
) -> SatuanTertulis | None:
    if isinstance(leaf, Rujukan):
        other = indicators.get(leaf.kunci)
        return other.satuan if other else None
    variabel = indikator.variabel.get(leaf.nama) or kantor.variabel_bersama().get(leaf.nama)
    return variabel.satuan if variabel else None


def never_divides_by_zero(kantor: Kantor) -> Iterator[Diagnostic]:
    """No divisor is zero whatever the data say."""
    for _, indikator, formula, tree in _formulas(kantor):
        fixed = {
            name: variabel.tetapan
            for name, variabel in (*kantor.variabel_bersama().items(), *indikator.variabel.items())
            if variabel is not None and variabel.tetapan is not None
        }
        for divisor in zero_divisors(tree, fixed):
            hint = "perbaiki pembaginya"
            yield located(formula, Masalah("IKI316", divisor.tempat, "pembagi ini selalu nol", hint))
