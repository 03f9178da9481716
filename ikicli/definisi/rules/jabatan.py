"""Rules about a jabatan and its place in the office."""

from collections.abc import Iterator

from ikicli.definisi.nouns import Kantor
from ikicli.definisi.rules.cycle import cycles
from ikicli.diagnostik import Diagnostic, did_you_mean
from ikicli.sumber import span_of


def superior_is_known(kantor: Kantor) -> Iterator[Diagnostic]:
    """`atasan` is a jabatan or the head."""
    if kantor.unit is None or kantor.unit.pimpinan is None:
        return
    known = {jabatan.id for jabatan in kantor.jabatan} | kantor.tak_terbaca | {kantor.unit.pimpinan.id}
    for jabatan in kantor.jabatan:
        superior = jabatan.isi.atasan
        if superior and superior not in known:
            hint = did_you_mean(superior, known) or f"pimpinan kantor ini ber-id `{kantor.unit.pimpinan.id}`"
            span = span_of(jabatan.isi.node, "atasan")
            yield Diagnostic("IKI203", span, f"atasan `{superior}` tidak ada", hint)


def chain_ends_at_head(kantor: Kantor) -> Iterator[Diagnostic]:
    """No jabatan is its own superior, however far up."""
    by_id = kantor.cari_jabatan()
    edges = {id: [jabatan.isi.atasan] for id, jabatan in by_id.items()}
    for cycle in cycles(edges):
        said = " -> ".join((*cycle, cycle[0]))
        span = span_of(by_id[cycle[0]].isi.node, "atasan")
        yield Diagnostic("IKI204", span, f"rantai atasan melingkar: {said}", "putuskan dengan atasan yang benar")


def has_indicators(kantor: Kantor) -> Iterator[Diagnostic]:
    """A jabatan is measured by at least one indicator."""
    for jabatan in kantor.jabatan:
        written = span_of(jabatan.isi.node, "sasaran")
        if not jabatan.isi.sasaran and written.source.text[written.start : written.end] == "[]":
            yield Diagnostic("IKI226", written, "jabatan ini tidak mempunyai sasaran dan indikator", "tulis sasarannya")
