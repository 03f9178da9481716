"""An office from its folder: every file found, read, and put in order."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from ikicli.definisi import files
from ikicli.definisi.nouns import Aturan, IsiJabatan, IsiPerjanjian, Jabatan, Kantor, Perjanjian, Renstra, Unit
from ikicli.definisi.record import Noun, Rekam
from ikicli.definisi.shape import Bacaan, TooManyFindings
from ikicli.definisi.susunan import Listed, list_files, list_tree
from ikicli.definisi.tertulis import is_whole
from ikicli.diagnostik import Diagnostic, Source, ordered
from ikicli.sumber import Mapping as MappingNode
from ikicli.sumber import Node, Text, compose, kept_text, read_text, span_of
from ikicli.value import Value

SHIPPED_RULES = Path(__file__).parent / "aturan"
DEFAULT_RULE = "lkjip"
_UNIT = "definitions/unit.yaml"


def shipped_rules() -> dict[str, Path]:
    """The files of the rule sets that come with iki, by id."""
    return {path.stem: path for path in sorted(SHIPPED_RULES.iterdir())}


class Loaded(Value):
    """An office, with holes where the diagnostics say so."""

    kantor: Kantor
    diagnostics: tuple[Diagnostic, ...]


def find_root(start: Path) -> Path | None:
    """The office's folder: `start` or the nearest one above it that holds `definitions/unit.yaml`."""
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if (folder / _UNIT).is_file()), None)


def load(root: Path, each: Callable[[], object] = lambda: None) -> Loaded:
    """Read the definitions below `root`; `each` is called after every file.

    Raises OSError for a file or folder that cannot be read.
    """
    return _Loading(root, each).office(list_files(root))


class Simpanan(Value):
    """The files of an office as they are kept elsewhere: their bytes by their path below its folder, with `/`.

    `tautan` are the paths of links, which are not followed.
    """

    berkas: Mapping[str, bytes]
    tautan: tuple[str, ...] = ()


def load_kept(root: Path, simpanan: Simpanan, beside: Kantor, each: Callable[[], object] = lambda: None) -> Loaded:
    """The definitions that are kept elsewhere, as those of the office in `root`.

    A file whose text is the same in the office `beside` is not taken apart again. Raises OSError where
    `definitions/unit.yaml` is missing.
    """
    kept = {root / path: raw for path, raw in simpanan.berkas.items()}
    if root / _UNIT not in kept:
        raise FileNotFoundError(None, "tidak ada di sana", str(root / _UNIT))

    def read(path: Path) -> Text:
        return kept_text(path, kept[path]) if path in kept else read_text(path)

    listed = list_tree(root, simpanan.berkas, simpanan.tautan)
    return _Loading(root, each, read, _roots(beside)).office(listed)


def _roots(kantor: Kantor) -> dict[Source, Node]:
    """What the files of an office were taken apart into."""
    whole: list[Node] = [each.isi.node for each in kantor.jabatan]
    whole += [each.isi.node for each in kantor.perjanjian.values()]
    whole += [each.isi.node for each in kantor.aturan.values()]
    whole += [kantor.unit.node] if kantor.unit else []
    whole += [kantor.renstra.isi.node] if kantor.renstra else []
    return {node.source: node for node in whole}


def load_rule(path: Path) -> Loaded:
    """An office of nothing but the rule set in a file, which is there unless errors left nothing to build it from.

    Raises OSError for a file that cannot be read.
    """
    loading = _Loading(path.parent, lambda: None)
    rules = {id: Aturan(id, source, isi) for id, source, isi in loading.read_all((path,), files.ATURAN)}
    kantor = Kantor(
        akar=path.parent,
        unit=None,
        aturan=rules,
        jabatan=(),
        perjanjian={},
        tak_terbaca=frozenset(loading.unread),
        sumber=tuple(loading.sources),
    )
    return Loaded(kantor, ordered(loading.found))


class _Loading:
    """One reading of an office."""

    def __init__(
        self,
        root: Path,
        each: Callable[[], object],
        read: Callable[[Path], Text] = read_text,
        known: Mapping[Source, Node] = MappingProxyType({}),
    ) -> None:
        self.root, self.each, self.read, self.known = root, each, read, known
        self.own_units: tuple[str, ...] | None = None
        self.found: list[Diagnostic] = []
        self.sources: list[Source] = []
        self.unread: set[str] = set()

    def office(self, listed: Listed) -> Loaded:
        self.found.extend(listed.diagnostics)
        self.unread.update(listed.misnamed)
        unit = self.unit()
        jabatan = [Jabatan(id, source, isi) for id, source, isi in self.read_all(listed.jabatan, files.JABATAN)]
        self.unread.update(each.id for each in jabatan if not _all_named(each.isi))
        kantor = Kantor(
            akar=self.root,
            unit=unit,
            aturan=self.rule_sets(listed.aturan, unit),
            jabatan=_in_order(jabatan, unit),
            perjanjian=self.agreements(listed.perjanjian),
            tak_terbaca=frozenset(self.unread),
            renstra=self.renstra(listed.renstra),
            sumber=tuple(self.sources),
        )
        return Loaded(kantor, ordered(self.found))

    def unit(self) -> Unit | None:
        """The office itself, whose own units count in its own file already."""
        _, node = self.node(self.root / _UNIT)
        if node is None:
            return None
        self.own_units = _own_units(node)
        return self.noun(node, files.UNIT)

    def node(self, path: Path) -> tuple[Source, Node | None]:
        """A file's text and its root node, None when it could not be read."""
        text = self.read(path)
        self.found.extend(text.diagnostics)
        node = self.known.get(text.source)
        if node is None and not text.diagnostics:
            node, found = compose(text.source)
            self.found.extend(found)
        self.sources.append(text.source)
        self.each()
        return text.source, node

    def noun(self, node: Node, shape: Rekam[Noun]) -> Noun | None:
        """The noun that a file's root writes, None when there is nothing to build it from."""
        bacaan = Bacaan(node.source, self.own_units)
        try:
            noun = shape.read(node, bacaan)
        except TooManyFindings:
            return None
        finally:
            self.found.extend(bacaan.found)
        return noun if isinstance(node, MappingNode) else None

    def read_all(self, paths: tuple[Path, ...], shape: Rekam[Noun]) -> Iterator[tuple[str, Source, Noun]]:
        """The nouns of several files with their ids; a file that gives none is remembered as unread."""
        for path in paths:
            source, node = self.node(path)
            noun = None if node is None else self.noun(node, shape)
            if noun is None:
                self.unread.add(path.stem)
            else:
                yield path.stem, source, noun

    def rule_sets(self, own: tuple[Path, ...], unit: Unit | None) -> dict[str, Aturan]:
        """The office's own rule sets, and the shipped ones it may need."""
        wanted = {DEFAULT_RULE, *(unit.aturan.values() if unit else ())} - {path.stem for path in own}
        shipped = (path for id, path in shipped_rules().items() if id in wanted)
        read = self.read_all((*shipped, *own), files.ATURAN)
        return {id: Aturan(id, source, isi) for id, source, isi in read}

    def agreements(self, paths: tuple[Path, ...]) -> dict[int, Perjanjian]:
        """The Perjanjian Kinerja by year."""
        found = {}
        for stem, source, isi in self.read_all(paths, files.PERJANJIAN):
            year = int(stem)
            found[year] = Perjanjian(year, source, isi)
            self._check_year(year, isi)
        return found

    def renstra(self, path: Path | None) -> Renstra | None:
        """The medium-term targets, where there are any."""
        if path is None:
            return None
        source, node = self.node(path)
        isi = None if node is None else self.noun(node, files.RENSTRA)
        return None if isi is None else Renstra(source, isi)

    def _check_year(self, year: int, isi: IsiPerjanjian) -> None:
        if isi.tahun not in (year, None):
            message = f"berkas ini bernama {year}.yaml, tetapi isinya tahun {isi.tahun}"
            self.found.append(Diagnostic("IKI119", span_of(isi.node, "tahun"), message, "samakan keduanya"))


def _own_units(unit: Node) -> tuple[str, ...] | None:
    """The units that unit.yaml adds, None when they could not all be read."""
    try:
        draft = files.UNIT.read(unit, Bacaan(unit.source, None))
    except TooManyFindings:
        return None
    whole = is_whole(draft.node, "satuan", draft.satuan) and "" not in draft.satuan
    return draft.satuan if whole else None


def _all_named(isi: IsiJabatan) -> bool:
    """Whether every indicator that a jabatan's file writes has an id."""
    return is_whole(isi.node, "sasaran", isi.sasaran, required=True) and all(
        is_whole(sasaran.node, "indikator", sasaran.indikator, required=True)
        and all(indikator.id for indikator in sasaran.indikator)
        for sasaran in isi.sasaran
    )


def _in_order(jabatan: list[Jabatan], unit: Unit | None) -> tuple[Jabatan, ...]:
    """By `urutan`, those not named there after them by id."""
    place = {id: position for position, id in enumerate(unit.urutan)} if unit else {}
    return tuple(sorted(jabatan, key=lambda each: (place.get(each.id, len(place)), each.id)))
