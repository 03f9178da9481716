"""The cascade of an office: who stands under whom, and which indicator supports which, with results where there are."""

from collections.abc import Iterator

from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan
from ikicli.definisi.nouns import Indikator, Jabatan, Kantor, Pimpinan
from ikicli.value import Value


class Pendukung(Value):
    """An indicator in the cascade; `mendukung` and `didukung` name others as `jabatan.indikator`."""

    jabatan: str
    indikator: Indikator
    mendukung: tuple[str, ...]
    didukung: tuple[str, ...]
    hasil: HasilIndikator | None

    @property
    def nama(self) -> str:
        """As others refer to it: `jabatan.indikator`."""
        return f"{self.jabatan}.{self.indikator.id}"


class Simpul(Value):
    """A jabatan in the cascade: how far below the head it stands (1: right under), and its indicators."""

    jabatan: Jabatan
    tingkat: int
    indikator: tuple[Pendukung, ...]
    hasil: HasilJabatan | None


class Jenjang(Value):
    """An office's cascade: its head, and every jabatan after its superior, those under it before the next.

    Without `hasil` it is the structure alone.
    """

    kantor: Kantor
    pimpinan: Pimpinan
    hasil: Hasil | None
    simpul: tuple[Simpul, ...]

    def indikator(self) -> Iterator[Pendukung]:
        """The indicators of all jabatan, in order."""
        return (each for simpul in self.simpul for each in simpul.indikator)

    def unsupported(self) -> tuple[str, ...]:
        """The indicators right under the head that no other supports."""
        tops = (each for each in self.simpul if each.tingkat == 1)
        return tuple(one.nama for each in tops for one in each.indikator if not one.didukung)

    def supporting_none(self) -> tuple[str, ...]:
        """The indicators further below that support no other."""
        below = (each for each in self.simpul if each.tingkat > 1)
        return tuple(one.nama for each in below for one in each.indikator if not one.mendukung)


def cascade(kantor: Kantor, hasil: Hasil | None = None) -> Jenjang:
    """The cascade of an office whose definitions are free of errors, with the whole office's results or without."""
    assert kantor.unit is not None
    supporters: dict[str, list[str]] = {}
    for jabatan in kantor.jabatan:
        for each in jabatan.indikator():
            for name in dict.fromkeys(each.mendukung):
                supporters.setdefault(name, []).append(f"{jabatan.id}.{each.id}")
    results = {each.jabatan.id: each for each in hasil.jabatan} if hasil else {}
    simpul = tuple(_placed(jabatan, level, supporters, results.get(jabatan.id)) for jabatan, level in _in_depth(kantor))
    return Jenjang(kantor, kantor.unit.pimpinan, hasil, simpul)


def _in_depth(kantor: Kantor) -> Iterator[tuple[Jabatan, int]]:
    """Every jabatan with its level, each right before those under it."""
    assert kantor.unit is not None
    below: dict[str, list[Jabatan]] = {}
    for jabatan in kantor.jabatan:
        below.setdefault(jabatan.isi.atasan, []).append(jabatan)
    ahead = [(each, 1) for each in reversed(below.get(kantor.unit.pimpinan.id, ()))]
    while ahead:
        jabatan, level = ahead.pop()
        yield jabatan, level
        ahead.extend((each, level + 1) for each in reversed(below.get(jabatan.id, ())))


def _placed(jabatan: Jabatan, level: int, supporters: dict[str, list[str]], hasil: HasilJabatan | None) -> Simpul:
    results = {each.indikator.id: each for each in hasil.indikator} if hasil else {}
    indicators = tuple(
        Pendukung(
            jabatan=jabatan.id,
            indikator=each,
            mendukung=tuple(dict.fromkeys(each.mendukung)),
            didukung=tuple(supporters.get(f"{jabatan.id}.{each.id}", ())),
            hasil=results.get(each.id),
        )
        for each in jabatan.indikator()
    )
    return Simpul(jabatan, level, indicators, hasil)
