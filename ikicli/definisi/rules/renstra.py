"""Rules about the medium-term targets, held against the definitions and their own span of years."""

from collections.abc import Iterator
from itertools import islice

from ikicli.definisi.nouns import Kantor, Renstra
from ikicli.definisi.rules.dekat import near
from ikicli.definisi.shape import MOST_FINDINGS
from ikicli.diagnostik import Diagnostic
from ikicli.sumber import key_span


def renstra_names_exist(kantor: Kantor) -> Iterator[Diagnostic]:
    """Medium-term targets are those of jabatan and indicators that exist."""
    if kantor.renstra is not None:
        yield from islice(_unknown(kantor, kantor.renstra), MOST_FINDINGS)


def _unknown(kantor: Kantor, renstra: Renstra) -> Iterator[Diagnostic]:
    known = {each.id: [one.id for one in each.indikator()] for each in kantor.jabatan}
    for jabatan, targets in renstra.isi.target.items():
        if jabatan in kantor.tak_terbaca:
            continue
        if jabatan not in known:
            hint = near(jabatan, known) or f"hapus, atau buat definitions/jabatan/{jabatan}.yaml"
            span = key_span(renstra.isi.node, "target", jabatan)
            yield Diagnostic("IKI234", span, f"jabatan `{jabatan}` tidak ada", hint)
            continue
        for id in targets:
            if id not in known[jabatan]:
                message = f"jabatan `{jabatan}` tidak mempunyai indikator `{id}`"
                hint = near(id, known[jabatan]) or f"yang ada: {', '.join(known[jabatan]) or 'tidak satu pun'}"
                yield Diagnostic("IKI234", key_span(renstra.isi.node, "target", jabatan, id), message, hint)


def renstra_years_lie_within(kantor: Kantor) -> Iterator[Diagnostic]:
    """A medium-term target is set for a year of the Renstra."""
    renstra = kantor.renstra
    if renstra is None or renstra.isi.periode is None:
        return
    span = renstra.isi.periode
    for jabatan, targets in renstra.isi.target.items():
        for id, years in targets.items():
            for year in years:
                if not span.awal <= year <= span.akhir:
                    message = f"tahun {year} di luar periode Renstra {span.teks}"
                    place = key_span(renstra.isi.node, "target", jabatan, id, str(year))
                    yield Diagnostic("IKI235", place, message, "periksa tahunnya, atau `periode` di atas")
