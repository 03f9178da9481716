"""Which variable a row is about: by its code, by ids, or by names as the definitions write them."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from ikicli.definisi.nouns import Kantor, Variabel
from ikicli.diagnostik import did_you_mean
from ikicli.realisasi.baca.kata import Peran, plain
from ikicli.realisasi.isian import Kunci, all_variables
from ikicli.value import Value

_MOST_NAMED = 5
_NAMED = (Peran.JABATAN, Peran.INDIKATOR, Peran.VARIABEL)


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

    @cached_property
    def _by_word(self) -> Mapping[tuple[Peran, str], Sequence[_Nama]]:
        """The variables that jabatan have of their own by each of their names."""
        found: dict[tuple[Peran, str], list[_Nama]] = {}
        for each in self._names:
            for peran in _NAMED if each.kunci.jabatan else ():
                for name in _names(each, peran):
                    found.setdefault((peran, name), []).append(each)
        return found

    @cached_property
    def _shared(self) -> Mapping[str, Sequence[Kunci]]:
        found: dict[str, list[Kunci]] = {}
        for each in self._names:
            for name in each.variabel if not each.kunci.jabatan else ():
                found.setdefault(name, []).append(each.kunci)
        return found

    def _only(self, sebut: Sebut, shared: Kunci) -> Kunci | Asing:
        """A shared variable, unless a jabatan has one of its own that goes by the same word."""
        jabatan = plain(sebut.jabatan)
        own = [
            each.kunci
            for each in self._by_word.get((Peran.VARIABEL, plain(sebut.variabel)), ())
            if not sebut.jabatan or jabatan in each.jabatan
        ]
        return _several(sebut, [*own, shared]) if own else shared

    def shared(self, word: str) -> Kunci | None:
        """The shared variable that goes by a word."""
        found = self._shared.get(plain(word), ()) if word else ()
        return found[0] if len(found) == 1 else None

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
        left: Sequence[_Nama] | None = None
        for code, peran, word in zip(("IKI402", "IKI403", "IKI404"), _NAMED, sebut[1:], strict=True):
            if not word:
                continue
            name = plain(word)
            so_named = self._by_word.get((peran, name), ())
            fitting = so_named if left is None else [each for each in left if name in _names(each, peran)]
            if not fitting:
                among = self._names if left is None else left
                hint = did_you_mean(name, {name for each in among for name in _names(each, peran)})
                said = f"{peran.value} `{word[:80]}` tidak ada"
                return Asing(code, peran, said, hint or "tulis id atau namanya seperti dalam definisi")
            left = fitting
        assert left is not None
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
    peran = next(p for p in reversed(_NAMED) if getattr(sebut, p.value))
    word = getattr(sebut, peran.value)
    said = f"{peran.value} `{word[:80]}` menunjuk {len(found)} variabel: {named}{more}"
    return Asing("IKI423", peran, said, "tambahkan kolom `Kode` berisi yang dimaksud, atau kolom yang membedakannya")
