"""Findings as SARIF 2.1.0, which code hosts and editors read; with what each code means and its two examples."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from ikicli import __version__
from ikicli.diagnostik.contoh import example
from ikicli.diagnostik.faces import Show
from ikicli.diagnostik.faces.teks_ import place
from ikicli.diagnostik.kode import KODE, Tingkat
from ikicli.diagnostik.temuan import Diagnostic, Span, level_of, line_starts
from ikicli.tulis_json import json_text

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Tingkat.GALAT: "error", Tingkat.PERINGATAN: "warning", Tingkat.INFO: "note"}
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
"""The bytes that stand for themselves in the path of a URI."""


def write(diagnostics: Sequence[Diagnostic], show: Show) -> str:
    """One run with a rule for every code found and a result for every finding; columns count code points."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {"name": "iki", "version": __version__, "semanticVersion": __version__, "language": "id"}
    run = {
        "tool": {"driver": {**driver, "rules": [_rule(code) for code in codes]}},
        "language": "id",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": _results(diagnostics, show, codes),
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, object]:
    entry = KODE[code]
    examples = {title: example(code, title.lower()) for title in ("Salah", "Benar")}
    plain = "".join(f"\n\n{title}:\n\n{text}" for title, text in examples.items())
    fenced = "".join(f"\n\n**{title}:**\n\n```yaml\n{text}```" for title, text in examples.items())
    return {
        "id": code,
        "name": entry.judul,
        "shortDescription": {"text": entry.judul},
        "fullDescription": {"text": entry.penjelasan},
        "help": {"text": entry.penjelasan + plain, "markdown": entry.penjelasan + fenced},
        "defaultConfiguration": {"level": _LEVEL[entry.tingkat]},
    }


def _results(diagnostics: Sequence[Diagnostic], show: Show, codes: Sequence[str]) -> list[dict[str, object]]:
    seen: Counter[str] = Counter()
    results: list[dict[str, object]] = []
    for diagnostic in diagnostics:
        uri = _uri(show(diagnostic.span.source.path))
        same = _fingerprint(diagnostic, uri)
        seen[same] += 1
        results.append(
            {
                "ruleId": diagnostic.code,
                "ruleIndex": codes.index(diagnostic.code),
                "level": _LEVEL[level_of(diagnostic)],
                "message": {"text": _message(diagnostic)},
                "locations": [
                    {"physicalLocation": {"artifactLocation": _artifact(uri), "region": _region(diagnostic)}}
                ],
                "partialFingerprints": {"iki/v1": f"{same}:{seen[same]}"},
            }
        )
    return results


def _fingerprint(diagnostic: Diagnostic, uri: str) -> str:
    """What stays the same of a finding when lines above it come and go: its code, file and the line's own text."""
    said = f"{diagnostic.code}\n{uri}\n{_line(diagnostic.span).strip()}"
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _line(span: Span) -> str:
    starts = line_starts(span.source)
    line, _ = span.position(span.start)
    return span.source.text[starts[line - 1] : starts[line] if line < len(starts) else None]


def _message(diagnostic: Diagnostic) -> str:
    """The finding's sentences; brackets that would read as a link of SARIF are not one."""
    text = diagnostic.message if diagnostic.hint is None else f"{diagnostic.message}\nsaran: {diagnostic.hint}"
    if diagnostic.span.source.lembar is not None:
        text = f"{place(diagnostic.span).lstrip('!')}: {text}"
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _region(diagnostic: Diagnostic) -> dict[str, int]:
    (line, column), (last_line, last_column) = diagnostic.span.first, diagnostic.span.last
    if diagnostic.span.source.lembar is not None:  # a table's columns are no columns of a text
        return {"startLine": line, "endLine": last_line}
    return {"startLine": line, "startColumn": column, "endLine": last_line, "endColumn": last_column}


def _artifact(uri: str) -> dict[str, str]:
    """A path below the folder that is checked, or a file anywhere else."""
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _uri(path: str) -> str:
    written = "".join(
        chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in path.encode("utf-8", "surrogateescape")
    )
    if path.startswith("/"):
        return f"file://{written}"
    return f"file:///{written.replace('%3A', ':', 1)}" if path[1:3] == ":/" else written
