"""An office from its folder: every file found, read, and put in order."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ikicli.definisi import files
from ikicli.definisi.nouns import Aturan, IsiPerjanjian, Jabatan, Kantor, Perjanjian, Unit
from ikicli.definisi.shape import ID, Bacaan, Rekam, id_hint
from ikicli.diagnostik import Diagnostic, Source, Span, ordered
from ikicli.sumber import compose, read_text, span_of

SHIPPED_RULES = Path(__file__).parent / "aturan"
DEFAULT_RULE = "lkjip"
_KNOWN = {"unit.yaml"}


class Loaded(NamedTuple):
    """An office, with holes where the diagnostics say so."""

    kantor: Kantor
    diagnostics: tuple[Diagnostic, ...]


class Listed(NamedTuple):
    """The files of an office by kind, each list by name; and what lies there that is not read."""

    aturan: tuple[Path, ...]
    jabatan: tuple[Path, ...]
    perjanjian: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_root(start: Path) -> Path | None:
    """The office's folder: `start` or the nearest one above it that holds `definitions/unit.yaml`."""
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if (folder / "definitions/unit.yaml").is_file()), None)


def load(root: Path, each: Callable[[], object] = lambda: None) -> Loaded:
    """Read the definitions below `root`; `each` is called after every file.

    Raises OSError for a file or folder that cannot be read.
    """
    return _Loading(root, each).office()


def list_files(root: Path) -> Listed:
    """The definition files of an office, by kind."""
    folder, found = root / "definitions", []
    named = {kind: [] for kind in ("aturan", "jabatan", "perjanjian")}  # type: dict[str, list[Path]]
    for path in _yaml_files(folder, ""):
        kind, _, name = path.rpartition("/")
        stem = name.rpartition(".")[0]
        if _leads_outside(folder / path, root):
            found.append(_about(folder / path, "IKI118", "tautan ini menunjuk ke luar folder kantor", "salin berkasnya"))
        elif kind in named and name.endswith(".yaml"):
            problem = _name_problem(kind, stem)
            if problem:
                found.append(_about(folder / path, "IKI113", *problem))
            else:
                named[kind].append(folder / path)
        elif path not in _KNOWN:
            found.append(_about(folder / path, "IKI118", "berkas ini tidak dibaca", _where_to(kind, name)))
    return Listed(tuple(named["aturan"]), tuple(named["jabatan"]), tuple(named["perjanjian"]), tuple(found))


def _yaml_files(folder: Path, below: str) -> Iterator[str]:
    """The YAML files under `folder/below`, as paths relative to `folder`, by name."""
    with os.scandir(folder / below) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        path = f"{below}/{entry.name}" if below else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _yaml_files(folder, path)
        elif entry.name.endswith((".yaml", ".yml")):
            yield path


def _leads_outside(path: Path, root: Path) -> bool:
    return path.is_symlink() and not path.resolve().is_relative_to(root.resolve())


def _name_problem(kind: str, stem: str) -> tuple[str, str] | None:
    if kind == "perjanjian":
        valid = len(stem) == 4 and stem.isascii() and stem.isdecimal()  # noqa: PLR2004
        return None if valid else (f"`{stem}` bukan tahun", "beri nama berkas menurut tahunnya: `2019.yaml`")
    return None if ID.fullmatch(stem) else (f"nama berkas `{stem}` bukan id yang sah", id_hint(stem))


def _where_to(kind: str, name: str) -> str:
    if name.endswith(".yml"):
        return "ganti akhiran namanya menjadi `.yaml`"
    return "berkas jabatan diletakkan di `definitions/jabatan/`, perjanjian di `definitions/perjanjian/`"


def _about(path: Path, code: str, message: str, hint: str | None) -> Diagnostic:
    return Diagnostic(code, Span(Source(str(path), ""), 0, 0), message, hint)


class _Loading:
    """One reading of an office."""

    def __init__(self, root: Path, each: Callable[[], object]) -> None:
        self.root, self.each = root, each
        self.own_units: tuple[str, ...] | None = None
        self.found: list[Diagnostic] = []
        self.sources: list[Source] = []
        self.unread: set[str] = set()

    def office(self) -> Loaded:
        listed = list_files(self.root)
        self.found.extend(listed.diagnostics)
        _, unit = self.read(self.root / "definitions/unit.yaml", files.UNIT)
        if unit is not None:
            self.own_units = unit.satuan
        jabatan = [Jabatan(id, source, isi) for id, source, isi in self.read_all(listed.jabatan, files.JABATAN)]
        kantor = Kantor(
            akar=self.root,
            unit=unit,
            aturan=self.rule_sets(listed.aturan, unit),
            jabatan=_in_order(jabatan, unit),
            perjanjian=self.agreements(listed.perjanjian),
            tak_terbaca=frozenset(self.unread),
            sumber=tuple(self.sources),
        )
        return Loaded(kantor, ordered(self.found))

    def read(self, path: Path, shape: Rekam) -> tuple[Source, Any]:
        """A file's noun, None when there is nothing to build it from."""
        text = read_text(path)
        self.found.extend(text.diagnostics)
        noun = None
        if not text.diagnostics:
            composed = compose(text.source)
            self.found.extend(composed.diagnostics)
            if composed.node is not None:
                bacaan = Bacaan(text.source, self.own_units)
                noun = shape.read(composed.node, bacaan)
                self.found.extend(bacaan.found)
        self.sources.append(text.source)
        self.each()
        return text.source, noun

    def read_all(self, paths: tuple[Path, ...], shape: Rekam) -> Iterator[tuple[str, Source, Any]]:
        """The nouns of several files with their ids; a file that gives none is remembered as unread."""
        for path in paths:
            source, noun = self.read(path, shape)
            if noun is None:
                self.unread.add(path.stem)
            else:
                yield path.stem, source, noun

    def rule_sets(self, own: tuple[Path, ...], unit: Unit | None) -> dict[str, Aturan]:
        """The office's own rule sets, and the shipped ones it may need."""
        wanted = {DEFAULT_RULE, *(unit.aturan.values() if unit else ())} - {path.stem for path in own}
        shipped = tuple(path for path in sorted(SHIPPED_RULES.glob("*.yaml")) if path.stem in wanted)
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

    def _check_year(self, year: int, isi: IsiPerjanjian) -> None:
        if isi.tahun not in (year, None):
            message = f"berkas ini bernama {year}.yaml, tetapi isinya tahun {isi.tahun}"
            self.found.append(Diagnostic("IKI119", span_of(isi.node, "tahun"), message, "samakan keduanya"))


def _in_order(jabatan: list[Jabatan], unit: Unit | None) -> tuple[Jabatan, ...]:
    """By `urutan`, those not named there after them by id."""
    place = {id: position for position, id in enumerate(unit.urutan)} if unit else {}
    return tuple(sorted(jabatan, key=lambda each: (place.get(each.id, len(place)), each.id)))
