"""The rules of meaning, one function a rule; each yields what it finds and knows no other rule.

A new rule is one function, one entry in `RULES`, one code in the registry, and one folder of examples.
"""

from collections.abc import Iterable

from ikicli.definisi.nouns import Kantor
from ikicli.definisi.rules import aturan, formula, indikator, jabatan, perjanjian, renstra, target, uji, unit
from ikicli.definisi.rules.abaikan import silence
from ikicli.diagnostik import Diagnostic, ordered

RULES = (
    unit.order_names_known_jabatan,
    unit.units_are_new,
    unit.rule_sets_exist,
    jabatan.superior_is_known,
    jabatan.chain_ends_at_head,
    jabatan.has_indicators,
    indikator.ids_differ,
    indikator.names_differ,
    indikator.weights_sum_to_100,
    indikator.supported_is_known,
    indikator.support_has_a_top,
    indikator.count_is_not_percent,
    indikator.polarity_fits_name,
    indikator.variable_names_are_free,
    formula.names_are_declared,
    formula.variables_are_used,
    formula.references_end,
    formula.units_agree,
    formula.never_divides_by_zero,
    uji.examples_hold,
    perjanjian.names_exist,
    perjanjian.every_indicator_has_a_target,
    perjanjian.changes_lie_within_the_year,
    perjanjian.changes_do_not_meet,
    renstra.renstra_names_exist,
    renstra.renstra_years_lie_within,
    target.bounds_fit_polarity,
    target.renstra_bounds_fit_polarity,
    target.standing_target_holds,
    target.plans_rise,
    target.targets_are_not_negative,
    target.percentages_end_at_100,
    target.worst_is_worse,
    target.counts_are_whole,
    aturan.forms_use_known_names,
    aturan.forms_never_divide_by_zero,
    aturan.bands_descend,
    aturan.bands_are_reachable,
    aturan.floor_is_below_cap,
    aturan.shipped_rules_are_themselves,
)


def check(kantor: Kantor, found: Iterable[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
    """What all rules find in an office, with what was `found` before, less what `abaikan` silences."""
    diagnostics = [*found, *(diagnostic for rule in RULES for diagnostic in rule(kantor))]
    return ordered(silence(kantor, diagnostics))
