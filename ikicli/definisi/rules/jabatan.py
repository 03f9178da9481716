"""Rules about a jabatan and its place in the office."""

from collections.abc import Iterator

from ikicli.definisi.nouns import Kantor
from ikicli.definisi.rules.cycle import cycles, written_out
from ikicli.definisi.rules.dekat import near
from ikicli.diagnostik import Diagnostic
from ikicli.sumber import key_span, span_of


def superior_is_known(kantor: Kantor) -> Iterator[Diagnostic]:
    """`atasan` is a jabatan or the head."""
    if kantor.unit is None or not kantor.unit.pimpinan.id:
        return
    known = {jabatan.id for jabatan in kantor.jabatan} | kantor.tak_terbaca | {kantor.unit.pimpinan.id}
    for jabatan in kantor.jabatan:
        superior = jabatan.isi.atasan
        if superior and superior not in known:
            hint = near(superior, known) or f"pimpinan kantor ini ber-id `{kantor.unit.pimpinan.id}`"
            span = span_of(jabatan.isi.node, "atasan")
            yield Diagnostic("IKI203", span, f"atasan `{superior}` tidak ada", hint)


def chain_ends_at_head(kantor: Kantor) -> Iterator[Diagnostic]:
    """No jabatan is its own superior, however far up."""
    by_id = kantor.cari_jabatan()
    edges = {id: [jabatan.isi.atasan] for id, jabatan in by_id.items()}
    for cycle in cycles(edges):
        span = span_of(by_id[cycle[0]].isi.node, "atasan")
        message = f"rantai atasan melingkar: {written_out(cycle)}"
        yield Diagnostic("IKI204", span, message, "putuskan dengan atasan yang benar")


def has_indicators(kantor: Kantor) -> Iterator[Diagnostic]:
    """A jabatan is measured by at least one indicator."""
    for jabatan in kantor.jabatan:
        if jabatan.id not in kantor.tak_terbaca and not any(jabatan.indikator()):
            span = key_span(jabatan.isi.node, "sasaran")
            hint = "tulis indikatornya di bawah sasaran"
            yield Diagnostic("IKI226", span, "jabatan ini tidak mempunyai indikator", hint)
