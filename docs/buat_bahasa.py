"""Write the generated parts of docs/bahasa.md. With `--periksa`: only say whether they are current.

A generated part stands between `<!-- mulai: NAMA -->` and `<!-- akhir: NAMA -->`. Its text comes from where the program
has it: the keys of the files from their declared shape, the units, the grammar, the shipped rule sets.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from enum import Enum
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from typing import Any

from ikicli.cli.skema import JENIS
from ikicli.definisi.kantor import SHIPPED_RULES
from ikicli.definisi.record import AtauTeks, Daftar, Kamus, Kunci, Rekam
from ikicli.definisi.shape import BilanganBulat, Jenis, Pilihan
from ikicli.definisi.target import TARGET_PANJANG, TargetIndikator
from ikicli.rumus.satuan import SATUAN_CACAH, SATUAN_TANPA_DIMENSI, SATUAN_UKURAN

BAHASA = Path(__file__).parent / "bahasa.md"
FILES: tuple[Rekam[Any], ...] = tuple(each.bentuk for each in JENIS.values())

_PART = re.compile(r"(<!-- mulai: (.+?) -->\n).*?(<!-- akhir: \2 -->)", re.DOTALL)


def records(kind: Jenis[Any]) -> Iterator[Rekam[Any]]:
    """A record and all records within it, each before its own."""
    match kind:
        case Rekam():
            yield kind
            for key in kind.keys:
                yield from records(key.isi)
        case Daftar(item=inner) | Kamus(value=inner) | AtauTeks(record=inner):
            yield from records(inner)
        case TargetIndikator():
            yield TARGET_PANJANG


def content(kind: Jenis[Any]) -> str:
    """What may stand under a key, in words."""
    match kind:
        case Rekam(sebutan=name):
            said = f"[{name}](#{anchor(name)})"
        case TargetIndikator():
            said = content(TARGET_PANJANG)
        case AtauTeks(record=record):
            said = f"teks atau {content(record)}"
        case Daftar(item=item):
            said = f"daftar {content(item)}"
        case Kamus(key=key, value=value):
            said = f"untuk setiap {content(key)}: {content(value)}"
        case Pilihan(words=words):
            said = _listed(words)
        case BilanganBulat(sebutan=name, least=least, most=most):
            said = f"{name}, {least} sampai {most}"
        case _:
            said = kind.sebutan
    return said


def _listed(words: Mapping[str, object]) -> str:
    *first, last = (f"`{word}`" for word in words)
    return f"{', '.join(first)}, atau {last}"


def anchor(heading: str) -> str:
    """How a heading is linked to."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def table(record: Rekam[Any]) -> str:
    """A record's keys under its name."""
    lines = [f"### {record.sebutan}", "", "| Kunci | Isi | Wajib | Penjelasan |", "|---|---|---|---|"]
    for key in record.keys:
        lines.append(f"| `{key.nama}` | {content(key.isi)} | {_required(key)} | {key.penjelasan} |")
    return "\n".join(lines)


def _required(key: Kunci) -> str:
    if key.wajib:
        return "ya"
    match key.bawaan:
        case Enum(value=word):
            return f"tidak, bawaan `{word}`"
        case bool(flag):
            return f"tidak, bawaan `{str(flag).lower()}`"
        case _:
            return "tidak"


def units() -> str:
    """The shipped units by kind."""
    kinds = (
        ("Tanpa dimensi", SATUAN_TANPA_DIMENSI),
        ("Ukuran", SATUAN_UKURAN),
        ("Cacah (menghitung benda utuh)", SATUAN_CACAH),
    )
    return "\n".join(f"- {kind}: {', '.join(f'`{unit}`' for unit in sorted(units))}." for kind, units in kinds)


def grammar() -> str:
    """The grammar as it stands above the code that obeys it."""
    docstring = import_module("ikicli.rumus.parse").__doc__ or ""
    indented = [line for line in docstring.splitlines() if line.startswith("    ")]
    return f"```text\n{dedent(chr(10).join(indented))}\n```"


def rule_set(id: str) -> str:
    """A shipped rule set, whole."""
    return f"```yaml\n{(SHIPPED_RULES / f'{id}.yaml').read_text(encoding='utf-8')}```"


def parts() -> dict[str, str]:
    """Every part that can be generated, by name."""
    found = {record.sebutan: table(record) for file in FILES for record in records(file)}
    found |= {f"aturan {path.stem}": rule_set(path.stem) for path in sorted(SHIPPED_RULES.glob("*.yaml"))}
    return found | {"satuan": units(), "tata bahasa": grammar()}


def rewritten(text: str) -> str:
    """The document with its generated parts made anew. Raises ValueError where parts and places differ."""
    made = parts()
    wrong = made.keys() ^ {name for _, name, _ in _PART.findall(text)}
    if wrong:
        raise ValueError(f"parts without a place in bahasa.md, or places without a part: {', '.join(sorted(wrong))}")
    return _PART.sub(lambda part: f"{part[1]}\n{made[part[2]]}\n\n{part[3]}", text)


def main(arguments: list[str]) -> int:
    """Rewrite the document, or with `--periksa` print the difference and end with 1 where there is one."""
    committed = BAHASA.read_text(encoding="utf-8")
    current = rewritten(committed)
    if "--periksa" not in arguments:
        BAHASA.write_text(current, encoding="utf-8", newline="\n")
        return 0
    sys.stdout.writelines(unified_diff(committed.splitlines(True), current.splitlines(True), "bahasa.md", "generated"))
    return int(committed != current)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
