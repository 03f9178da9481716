"""Which variable a row is about: by its code, by ids, or by names as the definitions write them."""

from collections.abc import Iterable
from functools import cached_property

from ikicli.definisi.nouns import Kantor, Variabel
from ikicli.diagnostik import did_you_mean
from ikicli.realisasi.baca.kata import Peran, plain
from ikicli.realisasi.isian import Kunci, all_variables
from ikicli.value import Value

_MOST_NAMED = 5


class Sebut(Value):
    """How a row names its variable; what it leaves open is empty."""

    kode: str = ""
    jabatan: str = ""
    indikator: str = ""
    variabel: str = ""


class Asing(Value):
    """Why a row's words name no variable, and in which column."""

    kode: str
    peran: Peran
    pesan: str
    saran: str


class _Nama(Value):
    """A variable under all its names."""

    kunci: Kunci
    jabatan: frozenset[str]
    indikator: frozenset[str]
    variabel: frozenset[str]


class Daftar:
    """The variables of an office, to be looked up by what people call them."""

    def __init__(self, kantor: Kantor) -> None:
        self._kantor = kantor
        self.variabel: dict[Kunci, Variabel] = dict(all_variables(kantor))

    @cached_property
    def _names(self) -> tuple[_Nama, ...]:
        kantor = self._kantor
        jabatan = {each.id: each.nama for each in kantor.jabatan}
        indikator = {(each.id, one.id): one.nama for each in kantor.jabatan for one in each.indikator()}
        return tuple(
            _Nama(
                kunci,
                _both(kunci.jabatan, jabatan.get(kunci.jabatan, "")),
                _both(kunci.indikator, indikator.get(kunci[:2], "")),
                _both(kunci.variabel, variabel.nama),
            )
            for kunci, variabel in self.variabel.items()
        )

    def find(self, sebut: Sebut) -> Kunci | Asing:
        """The one variable that a row names."""
        if sebut.kode:
            return self._by_code(sebut.kode)
        exact = Kunci(sebut.jabatan, sebut.indikator, sebut.variabel)
        if exact in self.variabel:
            return exact
        shared = None if sebut.indikator else self.shared(sebut.variabel)
        return self._by_names(sebut) if shared is None else self._only(sebut, shared)

    def _only(self, sebut: Sebut, shared: Kunci) -> Kunci | Asing:
        """A shared variable, unless a jabatan has one of its own that goes by the same word."""
        own = [
            each.kunci
            for each in self._names
            if each.kunci.jabatan
            and plain(sebut.variabel) in each.variabel
            and (not sebut.jabatan or plain(sebut.jabatan) in each.jabatan)
        ]
        return _several(sebut, [*own, shared]) if own else shared

    def shared(self, word: str) -> Kunci | None:
        """The shared variable that goes by a word."""
        found = [each.kunci for each in self._names if not each.kunci.jabatan and plain(word) in each.variabel]
        return found[0] if word and len(found) == 1 else None

    def has_jabatan(self, word: str) -> bool:
        """Whether a word is some jabatan's id or name."""
        return plain(word) in self._jabatan

    @cached_property
    def _jabatan(self) -> frozenset[str]:
        return frozenset(plain(name) for each in self._kantor.jabatan for name in (each.id, each.nama) if name)

    def _by_code(self, code: str) -> Kunci | Asing:
        parts = code.strip().split(".")
        kunci = Kunci(*parts) if len(parts) == 3 else Kunci("", "", code.strip())
        if kunci in self.variabel:
            return kunci
        known = [".".join(filter(None, each)) for each in self.variabel]
        hint = did_you_mean(code, known) or "kembalikan isi kolom Kode seperti dalam formulir aslinya"
        return Asing("IKI404", Peran.KODE, f"kode `{code[:80]}` tidak ada", hint)

    def _by_names(self, sebut: Sebut) -> Kunci | Asing:
        left: Iterable[_Nama] = [each for each in self._names if each.kunci.jabatan]
        for code, peran, word in (
            ("IKI402", Peran.JABATAN, sebut.jabatan),
            ("IKI403", Peran.INDIKATOR, sebut.indikator),
            ("IKI404", Peran.VARIABEL, sebut.variabel),
        ):
            if not word:
                continue
            fitting = [each for each in left if plain(word) in _names(each, peran)]
            if not fitting:
                known = {name for each in left for name in _names(each, peran)}
                hint = did_you_mean(plain(word), known) or "tulis id atau namanya seperti dalam definisi"
                return Asing(code, peran, f"{peran.value} `{word[:80]}` tidak ada", hint)
            left = fitting
        found = [each.kunci for each in left]
        return found[0] if len(found) == 1 else _several(sebut, found)


def _both(id: str, nama: str) -> frozenset[str]:
    return frozenset(filter(None, [id, plain(nama)]))


def _names(nama: _Nama, peran: Peran) -> frozenset[str]:
    names: frozenset[str] = getattr(nama, peran.value)
    return names


def _several(sebut: Sebut, found: list[Kunci]) -> Asing:
    """More than one variable goes by these names."""
    named = ", ".join(".".join(filter(None, each)) for each in found[:_MOST_NAMED])
    more = f", dan {len(found) - _MOST_NAMED} lainnya" if len(found) > _MOST_NAMED else ""
    peran = next(p for p in (Peran.VARIABEL, Peran.INDIKATOR, Peran.JABATAN) if getattr(sebut, p.value))
    word = getattr(sebut, peran.value)
    said = f"{peran.value} `{word[:80]}` menunjuk {len(found)} variabel: {named}{more}"
    return Asing("IKI423", peran, said, "tambahkan kolom `Kode` berisi yang dimaksud, atau kolom yang membedakannya")
