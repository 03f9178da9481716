"""Documents as PDF: tagged, without fonts or files of the machine, the same bytes everywhere. The door to typst."""

import json
from functools import cache
from typing import Any

import typst

from ikicli.bundled import bundled
from ikicli.laporan.bahan.naskah import Naskah
from ikicli.laporan.blok import blocks, title
from ikicli.laporan.escape import spelled
from ikicli.value import Value

_STANDAR = "ua-1"
"""PDF/UA-1, for readers who listen."""


def write(naskah: Naskah) -> bytes:
    """A document as PDF. Its template is the shipped one: another could load packages from the network."""
    return _compiled(json.dumps(_data(naskah), ensure_ascii=False))


def _data(naskah: Naskah) -> dict[str, Any]:
    return {
        "judul_berkas": spelled(title(naskah)),
        "nama": spelled(naskah.nama),
        "unit": spelled(naskah.kepala.unit),
        "kata_kunci": naskah.tanda,
        "contoh": _plain(naskah.contoh),
        "mendatar": naskah.mendatar,
        "sehalaman": naskah.sehalaman,
        "blok": [_plain(block) for block in blocks(naskah)],
    }


def _plain(value: object) -> Any:  # noqa: ANN401 - what json takes
    """A value as JSON's kinds: a noun by the names of its fields and, as `jenis`, its own unless it has that field."""
    if isinstance(value, str):
        return spelled(value)
    if isinstance(value, Value):
        named = zip(type(value).field_names, value, strict=True)
        return {"jenis": type(value).__name__.lower()} | {name: _plain(each) for name, each in named}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


@cache
def _template() -> bytes:
    return (bundled("templates") / "laporan.typ").read_bytes()


def _compiled(data: str) -> bytes:
    """The file. Letters that the fonts inside typst lack are no reason to give nothing; they cost the standard."""
    try:
        return _compile(data, [_STANDAR])
    except typst.TypstError:
        return _compile(data, [])


def _compile(data: str, standards: Any) -> bytes:  # noqa: ANN401 - typst's names of standards
    inputs = {"naskah": data}
    return typst.compile(_template(), sys_inputs=inputs, ignore_system_fonts=True, pdf_standards=standards, timestamp=0)
