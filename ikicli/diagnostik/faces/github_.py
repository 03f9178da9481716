"""Findings as GitHub workflow commands, so that they stand beside the lines of a change."""

from collections.abc import Sequence

from ikicli.diagnostik.faces import Show
from ikicli.diagnostik.kode import KODE, Tingkat
from ikicli.diagnostik.temuan import Diagnostic, level_of

_COMMAND = {Tingkat.GALAT: "error", Tingkat.PERINGATAN: "warning", Tingkat.INFO: "notice"}


def write(diagnostics: Sequence[Diagnostic], show: Show) -> str:
    """One workflow command a finding."""
    return "".join(_one(diagnostic, show) for diagnostic in diagnostics)


def _one(diagnostic: Diagnostic, show: Show) -> str:
    (line, column), (last_line, last_column) = diagnostic.span.first, diagnostic.span.last
    place = {"file": show(diagnostic.span.source.path), "line": line, "endLine": last_line}
    if last_line == line:  # GitHub takes columns only within one line
        place |= {"col": column, "endColumn": max(last_column - 1, column)}
    place["title"] = f"{diagnostic.code} {KODE[diagnostic.code].judul}"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    text = diagnostic.message if diagnostic.hint is None else f"{diagnostic.message}\nsaran: {diagnostic.hint}"
    if diagnostic.span.sel:
        lembar = diagnostic.span.source.lembar
        text = (f"lembar {lembar}, " if lembar else "") + f"sel {diagnostic.span.sel}: {text}"
    return f"::{_COMMAND[level_of(diagnostic)]} {properties}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
