"""The cascade as a picture: cards from the head to the right, lines for superiors, dashes for support."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from ikicli.capaian import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.golongan import Golongan, golongan
from ikicli.capaian.jenjang import Jenjang, Pendukung
from ikicli.capaian.sebutan import is_mixed, label, notes
from ikicli.capaian.tulisan import TANPA_NILAI, angka, sebutan_rentang
from ikicli.value import Value

LEBAR, SELA, JARAK, TEPI = 312, 96, 18, 24
"""The width of a card, the ways between columns and between cards, the margin."""
_TOP, _BARIS, _PADAT, _TITIK = 112, 16, 10, 22
_MUAT, _MUAT_TEBAL = 38, 33
"""How many characters fit on a line of a card, and how many bold ones."""


class TeksLetak(Value):
    """A line of text and how far down it stands."""

    y: str
    teks: str


class Sebutan(Value):
    """What is said under a name: the figure, then its predikat or why there is none, line by line; and its mark."""

    tanda: str
    nilai: str
    baris: tuple[TeksLetak, ...]


class BarisKartu(Value):
    """An indicator on a card: its name line by line, what is said of it (None: no results are known), its page."""

    nama: tuple[TeksLetak, ...]
    sebutan: Sebutan | None
    alamat: str | None


class Kartu(Value):
    """A jabatan with its figure and its indicators, where it stands, its page; `batas` is where its head ends."""

    x: str
    y: str
    tinggi: str
    nama: tuple[TeksLetak, ...]
    sebutan: Sebutan | None
    batas: str
    baris: tuple[BarisKartu, ...]
    alamat: str | None


class GambarJenjang(Value):
    """The whole picture; `garis` and `dukungan` are ways that a pen goes. `hasil`: figures stand in it.

    `bertaut`: its cards and indicators lead to pages.
    """

    lebar: str
    tinggi: str
    lebar_kartu: str
    judul: str
    perihal: str
    contoh: str | None
    hasil: bool
    uraian: str
    kartu: tuple[Kartu, ...]
    garis: tuple[str, ...]
    dukungan: tuple[str, ...]
    bertaut: bool = False


class _Kata(Value):
    """A name with what is said under it, before it has a place."""

    nama: tuple[str, ...]
    tanda: Golongan
    nilai: str
    sebutan: tuple[str, ...]

    @property
    def tinggi(self) -> int:
        """How much room the lines take."""
        return _BARIS * (len(self.nama) + len(self.sebutan)) + _PADAT


class _Isi(Value):
    """What stands on a card before it has a place: its head, and its indicators with their names."""

    kepala: _Kata
    baris: tuple[tuple[Pendukung, _Kata], ...]

    @property
    def tinggi(self) -> int:
        """The height of the card."""
        return self.kepala.tinggi + sum(words.tinggi for _, words in self.baris)


def picture(jenjang: Jenjang, alamat: Mapping[str, str] | None = None) -> GambarJenjang:
    """The cascade laid out: a column a level, each jabatan beside its superior and below the one before it.

    `alamat` are pages by the id of a jabatan and by `jabatan.indikator`.
    """
    names = [jenjang.pimpinan.id, *(each.jabatan.id for each in jenjang.simpul)]
    contents = list(_contents(jenjang))
    places = list(_places(contents, [0, *(each.tingkat for each in jenjang.simpul)]))
    rows = dict(_rows(contents, places))
    at = dict(zip(names, places, strict=True))
    width = max(x for x, _ in places) + LEBAR + TEPI
    bottom = max(y + content.tinggi for (_, y), content in zip(places, contents, strict=True)) + TEPI
    hasil = jenjang.hasil
    return GambarJenjang(
        lebar=str(max(width, 700)),
        tinggi=str(bottom),
        lebar_kartu=str(LEBAR),
        judul=f"Susunan jabatan dan dukungan indikator{', dengan capaian' if hasil else ''}",
        perihal=f"{jenjang.kantor.nama}{f', {sebutan_rentang(hasil.sampai)}' if hasil else ''}",
        contoh=_warning(hasil) if hasil else None,
        hasil=hasil is not None,
        uraian=_described(jenjang),
        kartu=tuple(_card(*each, alamat or {}) for each in zip(names, contents, places, strict=True)),
        garis=tuple(_line(at[each.jabatan.isi.atasan], at[each.jabatan.id]) for each in jenjang.simpul),
        dukungan=tuple(_curve(rows[name], rows[each.nama]) for each in jenjang.indikator() for name in each.mendukung),
        bertaut=bool(alamat),
    )


def _warning(hasil: Hasil) -> str | None:
    if not hasil.contoh:
        return None
    some = is_mixed(hasil.jabatan)
    return "SEBAGIAN ANGKA CONTOH, BUKAN ANGKA RESMI" if some else "ANGKA CONTOH, BUKAN ANGKA RESMI"


def _described(jenjang: Jenjang) -> str:
    supports = sum(len(each.mendukung) for each in jenjang.indikator())
    indicators = sum(len(each.indikator) for each in jenjang.simpul)
    said = f"{len(jenjang.simpul)} jabatan dengan {indicators} indikator; {supports} dukungan antarindikator."
    return f"{said} Garis utuh menghubungkan atasan dan bawahan, garis putus-putus indikator dan yang didukungnya."


def _contents(jenjang: Jenjang) -> Iterator[_Isi]:
    hasil = jenjang.hasil
    mixed = hasil is not None and is_mixed(hasil.jabatan)
    yield _Isi(_words(jenjang.pimpinan.jabatan, hasil, hasil, ()), ())
    for simpul in jenjang.simpul:
        rows = []
        for each in simpul.indikator:
            said = tuple(notes(hasil, each.hasil, mixed=mixed)) if hasil and each.hasil else ()
            rows.append((each, _words(each.indikator.nama, each.hasil, hasil, said)))
        yield _Isi(_words(simpul.jabatan.nama, simpul.hasil, hasil, ()), tuple(rows))


def _words(
    name: str, part: Hasil | HasilJabatan | HasilIndikator | None, hasil: Hasil | None, said: tuple[str, ...]
) -> _Kata:
    folded = _folded(name, _MUAT if isinstance(part, HasilIndikator) else _MUAT_TEBAL)
    if part is None or hasil is None:
        return _Kata(folded, Golongan.TANPA, "", ())
    if part.capaian is None:
        return _Kata(folded, Golongan.TANPA, TANPA_NILAI, _folded("; ".join([label(part), *said])))
    shown = angka(part.capaian, hasil.aturan.digit)
    text = "; ".join([*([part.predikat] if part.predikat else []), *said])
    return _Kata(folded, golongan(part.predikat, hasil.aturan), shown, _folded(f"{shown} {text}", without=len(shown)))


def _folded(text: str, most: int = _MUAT, without: int = 0) -> tuple[str, ...]:
    """The text in lines of at most so many characters, of the first line only what follows `without` of them."""
    first, *rest = wrap(" ".join(text.split()), most) or [TANPA_NILAI]
    return (first[without:].strip(), *rest)


def _places(contents: Iterable[_Isi], levels: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where each card stands: not above its superior, and below all that stands at or right of its column so far."""
    free: dict[int, int] = {}
    path: list[int] = []
    for content, level in zip(contents, levels, strict=True):
        del path[level:]
        taken = (bottom for column, bottom in free.items() if column >= level)
        y = max([path[-1] if path else _TOP, *taken])
        path.append(y)
        free[level] = y + content.tinggi + JARAK
        yield TEPI + level * (LEBAR + SELA), y


def _rows(contents: Iterable[_Isi], places: Iterable[tuple[int, int]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The place of every indicator, by its name."""
    for content, (x, y) in zip(contents, places, strict=True):
        top = y + content.kepala.tinggi
        for each, words in content.baris:
            yield each.nama, (x, top + _TITIK - 5)
            top += words.tinggi


def _card(name: str, content: _Isi, place: tuple[int, int], alamat: Mapping[str, str]) -> Kartu:
    x, y = place
    rows, top = [], y + content.kepala.tinggi
    for each, words in content.baris:
        rows.append(BarisKartu(*_stacked(words, top), alamat.get(each.nama)))
        top += words.tinggi
    stacked, end = _stacked(content.kepala, y), str(y + content.kepala.tinggi)
    return Kartu(str(x), str(y), str(content.tinggi), *stacked, end, tuple(rows), alamat.get(name))


def _stacked(words: _Kata, top: int) -> tuple[tuple[TeksLetak, ...], Sebutan | None]:
    """The lines of a name and of what is said under it, each in its place."""
    lines = [
        TeksLetak(str(top + _TITIK - 4 + at * _BARIS), line) for at, line in enumerate((*words.nama, *words.sebutan))
    ]
    names, said = tuple(lines[: len(words.nama)]), tuple(lines[len(words.nama) :])
    return names, Sebutan(words.tanda.value, words.nilai, said) if said else None


def _line(above: tuple[int, int], below: tuple[int, int]) -> str:
    """From the right of a card to the left of one under it."""
    start, turn, end = above[0] + LEBAR, below[0] - 22, below[0]
    return f"M{start} {above[1] + _TITIK}H{turn}V{below[1] + _TITIK}H{end}"


def _curve(supported: tuple[int, int], supporter: tuple[int, int]) -> str:
    """From the left of an indicator to the right of the card of the one it supports."""
    (x, y), (right, at) = supporter, (supported[0] + LEBAR, supported[1])
    bend = max((x - right) // 2, 40)
    return f"M{x} {y}C{x - bend} {y} {right + bend} {at} {right} {at}"
