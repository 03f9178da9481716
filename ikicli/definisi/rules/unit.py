"""Rules about unit.yaml."""

from collections.abc import Iterator

from ikicli.definisi.kantor import shipped_rules
from ikicli.definisi.nouns import Kantor
from ikicli.definisi.rules.dekat import near
from ikicli.diagnostik import Diagnostic
from ikicli.rumus.satuan import SATUAN_BAWAAN
from ikicli.sumber import span_of


def order_names_known_jabatan(kantor: Kantor) -> Iterator[Diagnostic]:
    """`urutan` names jabatan that exist, each once."""
    if kantor.unit is None:
        return
    known = {jabatan.id for jabatan in kantor.jabatan} | kantor.tak_terbaca
    seen: set[str] = set()
    for position, id in enumerate(kantor.unit.urutan):
        span = span_of(kantor.unit.node, "urutan", position)
        if not id:
            continue
        if id not in known:
            hint = near(id, known) or f"hapus, atau buat definitions/jabatan/{id}.yaml"
            yield Diagnostic("IKI223", span, f"jabatan `{id}` tidak ada", hint)
        elif id in seen:
            yield Diagnostic("IKI223", span, f"jabatan `{id}` sudah disebut dalam urutan", "hapus salah satu")
        seen.add(id)


def units_are_new(kantor: Kantor) -> Iterator[Diagnostic]:
    """The office's own units are not shipped ones nor products of known ones, and stand there once."""
    if kantor.unit is None:
        return
    seen: set[str] = set()
    for position, unit in enumerate(kantor.unit.satuan):
        if unit and (unit in seen or unit in SATUAN_BAWAAN or SATUAN_BAWAAN.issuperset(unit.split())):
            message = f"satuan `{unit}` sudah ada"
            yield Diagnostic("IKI224", span_of(kantor.unit.node, "satuan", position), message, "hapus dari daftar")
        seen.add(unit)


def rule_sets_exist(kantor: Kantor) -> Iterator[Diagnostic]:
    """Every rule set that a year names is shipped or the office's own."""
    if kantor.unit is None:
        return
    shipped = set(shipped_rules())
    for year, id in kantor.unit.aturan.items():
        if id and id not in kantor.aturan and id not in kantor.tak_terbaca:
            hint = near(id, shipped | set(kantor.aturan)) or f"aturan bawaan: {', '.join(sorted(shipped))}"
            span = span_of(kantor.unit.node, "aturan", str(year))
            yield Diagnostic("IKI222", span, f"aturan `{id}` tidak ada", hint)
