"""The definitions as what they say of the decree."""

from collections.abc import Iterator, Sequence

from ikicli.definisi.nouns import Diktum, Indikator, Jabatan, Kantor, Sasaran, Unit
from ikicli.diagnostik import Span
from ikicli.sumber import Node, span_of
from ikicli.telaah.cocokkan.bunyi import Bunyi, Butir, Hal
from ikicli.telaah.cocokkan.markah import folded


def written(kantor: Kantor) -> Bunyi:
    """What an office's definitions say that the decree says."""
    kepala = _head(kantor.unit) if kantor.unit else None
    kop = tuple(_letterhead(kantor.unit)) if kantor.unit else ()
    return Bunyi(kepala, tuple(_jabatan(each) for each in kantor.jabatan), kop=kop)


def _letterhead(unit: Unit) -> Iterator[Butir]:
    yield from _text(Hal.KOP_KABUPATEN, unit.kabupaten or None, unit.node, "kabupaten")
    yield from _text(Hal.KOP_UNIT, unit.unit or None, unit.node, "unit")
    if kop := unit.kop:
        yield from _text(Hal.KOP_ALAMAT, kop.alamat, kop.node, "alamat")
        yield from _text(Hal.KOP_TELEPON, kop.telepon, kop.node, "telepon")
        yield from _text(Hal.KOP_EMAIL, kop.email, kop.node, "email")
        yield from _text(Hal.KOP_SITUS, kop.situs, kop.node, "situs")
        yield from _text(Hal.KOP_POS, kop.kode_pos, kop.node, "kode_pos")


def _head(unit: Unit) -> Butir | None:
    decree, pimpinan = unit.keputusan, unit.pimpinan
    if decree is None:
        return None
    node = decree.node
    anak = (
        *_text(Hal.NOMOR, decree.nomor, node, "nomor"),
        *_text(Hal.TENTANG, decree.tentang, node, "tentang"),
        *_texts(Hal.MENIMBANG, decree.menimbang, node, "menimbang"),
        *_texts(Hal.MENGINGAT, decree.mengingat, node, "mengingat"),
        *(_diktum(each) for each in decree.diktum),
        *_text(Hal.DITETAPKAN, decree.ditetapkan, node, "ditetapkan"),
        *_text(Hal.PEJABAT, pimpinan.jabatan.upper(), pimpinan.node, "jabatan"),
        *_text(Hal.NAMA, pimpinan.nama, pimpinan.node, "nama"),
    )
    return Butir(Hal.KEPALA, "", span_of(node), anak)


def _diktum(diktum: Diktum) -> Butir:
    node = diktum.node
    below = *_text(Hal.KE, diktum.ke, node, "ke"), *_texts(Hal.BUTIR, diktum.butir, node, "butir")
    return _butir(Hal.DIKTUM, diktum.isi, span_of(node, "isi"), below)


def _jabatan(jabatan: Jabatan) -> Butir:
    isi = jabatan.isi
    below = (
        *_texts(Hal.TUGAS, isi.tugas, isi.node, "tugas"),
        *_texts(Hal.FUNGSI, isi.fungsi, isi.node, "fungsi"),
        *(_sasaran(each) for each in isi.sasaran),
    )
    return _butir(Hal.JABATAN, isi.jabatan, span_of(isi.node, "jabatan"), below)._replace(id=jabatan.id)


def _sasaran(sasaran: Sasaran) -> Butir:
    below = tuple(_indikator(each) for each in sasaran.indikator)
    return _butir(Hal.SASARAN, sasaran.nama, span_of(sasaran.node, "nama"), below)


def _indikator(indikator: Indikator) -> Butir:
    node = indikator.node
    below = (
        *_text(Hal.PENJELASAN, indikator.penjelasan, node, "penjelasan"),
        *_texts(Hal.SUMBER, indikator.sumber_data, node, "sumber_data"),
    )
    return _butir(Hal.INDIKATOR, indikator.nama, span_of(node, "nama"), below)


def _text(hal: Hal, text: str | None, node: Node, key: str) -> Iterator[Butir]:
    if text is not None:
        yield _butir(hal, text, span_of(node, key))


def _texts(hal: Hal, texts: Sequence[str], node: Node, key: str) -> Iterator[Butir]:
    return (_butir(hal, text, span_of(node, key, at)) for at, text in enumerate(texts))


def _butir(hal: Hal, text: str, span: Span, below: tuple[Butir, ...] = ()) -> Butir:
    return Butir(hal, folded(text), span, below)
