"""The schemas that outputs are held against: those of `tests/skema/`, and what they say of a text."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import xmlschema
from jsonschema import Draft7Validator

SKEMA = Path(__file__).parent / "skema"


@lru_cache
def validator(name: str) -> Draft7Validator:
    schema = json.loads((SKEMA / name).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def against(name: str, text: str) -> Any:
    """The value of a JSON text that a schema of `tests/skema/` allows."""
    value = json.loads(text)
    assert [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(value)] == []
    return value


@lru_cache
def junit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SKEMA / "junit-10.xsd"))
