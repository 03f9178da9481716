"""The declared shape of a file as a JSON Schema, draft-07, which is what editors of YAML understand.

A schema says what can be said of one place alone: keys, kinds, words, how a number or an id is written. What needs the
rest of the office is said by `iki validate`. Editors read YAML 1.2, iki reads texts: a number or `true` is a text too.
"""

from enum import Enum
from typing import Any, TypeAlias

from ikicli.definisi.jangka import JangkaTahun
from ikicli.definisi.record import AtauTeks, Butir, Daftar, Kamus, Kunci, Rekam
from ikicli.definisi.shape import (
    Angka,
    AngkaBerdigit,
    BilanganBulat,
    Id,
    Jenis,
    Pilihan,
    Rujukan,
    Rumus,
    SatuanBaru,
    SatuanUkur,
    Tanggal,
    Teks,
    YaTidak,
)
from ikicli.definisi.target import TARGET_PANJANG, NilaiTarget, TargetIndikator
from ikicli.rumus.satuan import SATUAN_BAWAAN

Skema: TypeAlias = dict[str, Any]

_ID = "[a-z][a-z0-9_]*"
_NUMBER = r"-?[0-9]+(\.[0-9]+)?"
_TARGET = rf"{_NUMBER}(\s*\.\.\s*{_NUMBER})?|(<=|>=|≤|≥)\s*{_NUMBER}"


def _pattern(pattern: str, *more: str) -> Skema:
    """A text of a pattern, or what YAML makes of such a text: `more` are the other types."""
    return {"type": ["string", *more], "pattern": f"^({pattern})$"}


_TEXT: Skema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}

_WRITTEN: dict[type[Jenis[Any]], Skema] = {
    Teks: _TEXT,
    Id: _pattern(_ID),
    Rujukan: _pattern(rf"{_ID}\.{_ID}"),
    AngkaBerdigit: _pattern(_NUMBER, "number"),
    NilaiTarget: _pattern(rf"\s*({_TARGET})\s*", "number"),
    YaTidak: _pattern("true|false", "boolean"),
    Tanggal: _pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    JangkaTahun: _pattern(r"\s*[0-9]{4}\s*[-–]\s*[0-9]{4}\s*"),
    SatuanUkur: {"anyOf": [{"enum": sorted(SATUAN_BAWAAN)}, {"type": "string", "pattern": r"\S"}]},
    SatuanBaru: {"type": "string", "pattern": r"\S"},
    Rumus: {"type": ["string", "number"], "pattern": r"\S"},
}
"""What is written as one scalar, by its kind."""


def file_schema(record: Rekam[Any]) -> Skema:
    """The schema of a whole file."""
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"iki: {record.sebutan}"} | schema(record)


def schema(kind: Jenis[Any]) -> Skema:
    """The schema of what may stand at one place. Raises TypeError for a kind that is not known here."""
    match kind:
        case Rekam():
            return _record(kind)
        case Daftar(item=item):
            return {"type": "array", "items": schema(item)}
        case Kamus(key=key, value=value):
            return {"type": "object", "propertyNames": _key(key), "additionalProperties": schema(value)}
        case AtauTeks(record=record):
            return {"anyOf": [_TEXT, schema(record)]}
        case Butir():
            return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
        case TargetIndikator():
            said = [{"required": ["tahun"]}, {"required": ["tidak_berlaku"]}]
            return {"anyOf": [_WRITTEN[NilaiTarget], schema(TARGET_PANJANG) | {"anyOf": said}]}
        case _:
            return _scalar(kind)


def _scalar(kind: Jenis[Any]) -> Skema:
    match kind:
        case Pilihan(words=words):
            return {"enum": list(words)}
        case BilanganBulat(least=least, most=most):
            return {**_pattern("0|-?[1-9][0-9]{0,8}", "integer"), "minimum": least, "maximum": most}
        case Angka(word=str(word)):
            return {"anyOf": [_WRITTEN[AngkaBerdigit], {"enum": [word]}]}
        case Angka():
            return _WRITTEN[AngkaBerdigit]
    written = next((_WRITTEN[each] for each in type(kind).__mro__ if each in _WRITTEN), None)
    if written is None:
        raise TypeError(f"no schema for {type(kind).__name__}")
    return written


def _key(kind: Jenis[Any]) -> Skema:
    """The schema of the keys of a mapping, which are texts to every reader."""
    return {"pattern": schema(kind)["pattern"]}


def _record(record: Rekam[Any]) -> Skema:
    keys = {key.nama: _described(key) for key in record.keys}
    return {"type": "object", "additionalProperties": False, "required": [*record.required], "properties": keys}


def _described(key: Kunci) -> Skema:
    """The schema of a key's value with what an editor shows of it."""
    content = schema(key.isi)
    said = f"{key.penjelasan}\n\nIsi: {key.isi.sebutan}; {'wajib' if key.wajib else 'boleh kosong'}."
    described = (content if key.wajib else _or_nothing(content)) | {"description": said}
    match key.bawaan:
        case Enum(value=word):
            described["default"] = word
        case bool(flag):
            described["default"] = flag
    return described


def _or_nothing(content: Skema) -> Skema:
    """A schema that also takes the absence of a value."""
    types = content.get("type")
    if types is None:
        return {"anyOf": [content, {"type": "null"}]}
    return content | {"type": [*([types] if isinstance(types, str) else types), "null"]}
