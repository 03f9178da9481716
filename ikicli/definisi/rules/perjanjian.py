"""Rules about the Perjanjian Kinerja of a year, held against the definitions both ways."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import islice

from ikicli.definisi.nouns import IsiPerjanjian, Jabatan, Kantor, Perubahan, Target
from ikicli.definisi.rules.dekat import near
from ikicli.definisi.shape import MOST_FINDINGS
from ikicli.definisi.tertulis import is_whole, written
from ikicli.diagnostik import Diagnostic, Span
from ikicli.sumber import key_span, span_of


def agreements(kantor: Kantor) -> Iterator[IsiPerjanjian | Perubahan]:
    """What sets targets: each year's agreement and its changes."""
    for perjanjian in kantor.perjanjian.values():
        yield perjanjian.isi
        yield from perjanjian.isi.perubahan


def names_exist(kantor: Kantor) -> Iterator[Diagnostic]:
    """Targets and officials are those of jabatan and indicators that exist."""
    known = kantor.cari_jabatan()
    holders = {*known, *([kantor.unit.pimpinan.id] if kantor.unit else [])}
    for perjanjian in kantor.perjanjian.values():
        for id in perjanjian.isi.pejabat:
            if id not in holders and id not in kantor.tak_terbaca and kantor.unit is not None:
                yield _unknown_jabatan(id, key_span(perjanjian.isi.node, "pejabat", id), holders)
    for agreement in agreements(kantor):
        yield from islice(_unknown_targets(agreement, known, kantor.tak_terbaca), MOST_FINDINGS)


def _unknown_targets(
    agreement: IsiPerjanjian | Perubahan, known: Mapping[str, Jabatan], unread: Collection[str]
) -> Iterator[Diagnostic]:
    for id, targets in agreement.target.items():
        if id in known and id not in unread:
            yield from _unknown_indicators(agreement, known[id], targets)
        elif id not in unread:
            yield _unknown_jabatan(id, key_span(agreement.node, "target", id), known)


def _unknown_jabatan(id: str, span: Span, known: Collection[str]) -> Diagnostic:
    hint = near(id, known) or f"hapus, atau buat definitions/jabatan/{id}.yaml"
    return Diagnostic("IKI212", span, f"jabatan `{id}` tidak ada", hint)


def _unknown_indicators(
    agreement: IsiPerjanjian | Perubahan, jabatan: Jabatan, targets: Collection[str]
) -> Iterator[Diagnostic]:
    known = [indikator.id for indikator in jabatan.indikator()]
    for id in targets:
        if id not in known:
            message = f"jabatan `{jabatan.id}` tidak mempunyai indikator `{id}`"
            span = key_span(agreement.node, "target", jabatan.id, id)
            hint = near(id, known) or f"yang ada: {', '.join(known) or 'tidak satu pun'}"
            yield Diagnostic("IKI213", span, message, hint)


def every_indicator_has_a_target(kantor: Kantor) -> Iterator[Diagnostic]:
    """Each indicator is agreed upon in each year that has an agreement, or in one of its changes."""
    for perjanjian in kantor.perjanjian.values():
        if not is_whole(perjanjian.isi.node, "target", perjanjian.isi.target):
            continue
        changes = [change.target for change in perjanjian.isi.perubahan]
        for jabatan in kantor.jabatan:
            agreed = perjanjian.isi.target.get(jabatan.id, {})
            changed = [change.get(jabatan.id, {}) for change in changes]
            yield from _without_target(perjanjian.isi, perjanjian.tahun, jabatan, [agreed, *changed])


def _without_target(
    isi: IsiPerjanjian, tahun: int, jabatan: Jabatan, agreed: Collection[Mapping[str, Target]]
) -> Iterator[Diagnostic]:
    for indikator in jabatan.indikator():
        if not indikator.id or indikator.target is not None or any(indikator.id in targets for targets in agreed):
            continue
        targets = written(isi.node, "target")
        if targets is not None and not is_whole(targets, jabatan.id, isi.target.get(jabatan.id, {})):
            return
        message = f"indikator `{jabatan.id}.{indikator.id}` belum bertarget untuk {tahun}"
        span = key_span(isi.node, "target", jabatan.id)
        yield Diagnostic("IKI214", span, message, f"tambahkan `{indikator.id}:` dengan targetnya")


def changes_lie_within_the_year(kantor: Kantor) -> Iterator[Diagnostic]:
    """A Perjanjian Kinerja Perubahan is dated within its year."""
    for perjanjian in kantor.perjanjian.values():
        for change in perjanjian.isi.perubahan:
            if change.tanggal is not None and change.tanggal.year != perjanjian.tahun:
                message = f"perubahan bertanggal {change.tanggal.isoformat()}, di luar tahun {perjanjian.tahun}"
                yield Diagnostic("IKI225", span_of(change.node, "tanggal"), message, "periksa tanggalnya")


def changes_do_not_meet(kantor: Kantor) -> Iterator[Diagnostic]:
    """No target is changed twice on one day: neither would be the last."""
    for perjanjian in kantor.perjanjian.values():
        first: dict[tuple[date | None, str, str], Perubahan] = {}
        for change, jabatan, indikator in _changed(perjanjian.isi):
            earlier = first.setdefault((change.tanggal, jabatan, indikator), change)
            if earlier is not change and change.tanggal is not None:
                line, _ = key_span(earlier.node, "target", jabatan, indikator).first
                message = f"target ini sudah diubah pada tanggal yang sama di baris {line}"
                span = key_span(change.node, "target", jabatan, indikator)
                yield Diagnostic("IKI230", span, message, "hapus salah satu, atau perbaiki tanggalnya")


def _changed(isi: IsiPerjanjian) -> Iterator[tuple[Perubahan, str, str]]:
    """Every target that a change sets, by the ids of its jabatan and indicator."""
    for change in isi.perubahan:
        for jabatan, targets in change.target.items():
            yield from ((change, jabatan, indikator) for indikator in targets)
