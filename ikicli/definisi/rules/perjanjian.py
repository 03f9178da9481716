"""Rules about the Perjanjian Kinerja of a year, held against the definitions both ways."""

from collections.abc import Iterator

from ikicli.definisi.nouns import Indikator, Jabatan, Kantor, Perjanjian, Target, TargetJabatan
from ikicli.definisi.rules.indikator import opposed_bound
from ikicli.diagnostik import Diagnostic, did_you_mean
from ikicli.sumber import Mapping, Node, span_of


def _target_maps(perjanjian: Perjanjian) -> Iterator[tuple[TargetJabatan, Node | None]]:
    """The targets of the agreement and of each change, with the node they stand in."""
    node = perjanjian.isi.node
    yield perjanjian.isi.target, node.value("target") if isinstance(node, Mapping) else None
    for change in perjanjian.isi.perubahan:
        yield change.target, change.node.value("target") if isinstance(change.node, Mapping) else None


def _key(node: Node | None, *path: str) -> Node | None:
    """The key that `path` leads to."""
    for step in path[:-1]:
        node = node.value(step) if isinstance(node, Mapping) else None
    return node.key(path[-1]) if isinstance(node, Mapping) else None


def names_exist(kantor: Kantor) -> Iterator[Diagnostic]:
    """Targets and officials are those of jabatan and indicators that exist."""
    known = kantor.cari_jabatan()
    head = {kantor.unit.pimpinan.id} if kantor.unit and kantor.unit.pimpinan else set()
    for perjanjian in kantor.perjanjian.values():
        for id in perjanjian.isi.pejabat:
            if id not in known and id not in kantor.tak_terbaca | head:
                yield _unknown_jabatan(id, _key(perjanjian.isi.node, "pejabat", id), [*known, *head])
        for targets, node in _target_maps(perjanjian):
            yield from _unknown_targets(targets, node, known, kantor.tak_terbaca)


def _unknown_jabatan(id: str, node: Node | None, known: list[str]) -> Diagnostic:
    hint = did_you_mean(id, known) or f"hapus, atau buat definitions/jabatan/{id}.yaml"
    return Diagnostic("IKI212", span_of(node), f"jabatan `{id}` tidak ada", hint)


def _unknown_targets(
    targets: TargetJabatan, node: Node | None, known: dict[str, Jabatan], unread: frozenset[str]
) -> Iterator[Diagnostic]:
    for id, of_jabatan in targets.items():
        if id not in known:
            if id not in unread:
                yield _unknown_jabatan(id, _key(node, id), list(known))
            continue
        indicators = [indikator.id for indikator in known[id].indikator()]
        for indikator in of_jabatan:
            if indikator not in indicators:
                hint = did_you_mean(indikator, indicators) or f"indikator jabatan ini: {', '.join(indicators)}"
                message = f"jabatan `{id}` tidak mempunyai indikator `{indikator}`"
                yield Diagnostic("IKI213", span_of(_key(node, id, indikator)), message, hint)


def _agreed(kantor: Kantor) -> Iterator[tuple[Target, Indikator]]:
    """Every agreed target with its indicator."""
    known = kantor.cari_jabatan()
    for perjanjian in kantor.perjanjian.values():
        for targets, _ in _target_maps(perjanjian):
            for id, of_jabatan in targets.items():
                indicators = {each.id: each for each in known[id].indikator()} if id in known else {}
                for name, target in of_jabatan.items():
                    if target is not None and name in indicators:
                        yield target, indicators[name]


def bounds_fit_polarity(kantor: Kantor) -> Iterator[Diagnostic]:
    """An agreed bound lies on the side that its indicator's polarity makes meaningful."""
    for target, indikator in _agreed(kantor):
        yield from opposed_bound(target.tahun, indikator.polaritas, span_of(target.node))


def standing_target_holds(kantor: Kantor) -> Iterator[Diagnostic]:
    """The agreement does not silently replace a target that the decree itself sets."""
    for target, indikator in _agreed(kantor):
        standing = indikator.target.tahun if indikator.target else None
        if standing is not None and target.tahun is not None and standing[1:] != target.tahun[1:]:
            message = f"target `{target.tahun.teks}` berbeda dari target baku `{standing.teks}`"
            hint = "samakan, atau biarkan bila memang disepakati lain; yang dipakai angka perjanjian"
            yield Diagnostic("IKI216", span_of(target.node), message, hint)


def every_indicator_has_a_target(kantor: Kantor) -> Iterator[Diagnostic]:
    """Each indicator is agreed upon in each year that has an agreement."""
    for perjanjian in kantor.perjanjian.values():
        for jabatan in kantor.jabatan:
            agreed = perjanjian.isi.target.get(jabatan.id, {})
            for indikator in jabatan.indikator():
                if indikator.id and indikator.id not in agreed and indikator.target is None:
                    node = perjanjian.isi.node
                    span = span_of(_key(node, "target", jabatan.id) or _key(node, "target") or node)
                    message = f"indikator `{jabatan.id}.{indikator.id}` belum bertarget untuk {perjanjian.tahun}"
                    yield Diagnostic("IKI214", span, message, f"tambahkan `{indikator.id}:` dengan targetnya")


def changes_lie_within_the_year(kantor: Kantor) -> Iterator[Diagnostic]:
    """A Perjanjian Kinerja Perubahan is dated within its year."""
    for perjanjian in kantor.perjanjian.values():
        for change in perjanjian.isi.perubahan:
            if change.tanggal is not None and change.tanggal.year != perjanjian.tahun:
                message = f"perubahan bertanggal {change.tanggal.isoformat()}, di luar tahun {perjanjian.tahun}"
                yield Diagnostic("IKI225", span_of(change.node, "tanggal"), message, "periksa tanggalnya")
