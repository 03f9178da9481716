"""Findings as GitHub workflow commands, so that they stand beside the lines of a change.

GitHub shows ten annotations of each level for a step and drops the others silently. So the last of ten says how many
more there are; the log names them, and the summary of the run holds them all.
"""

from collections.abc import Iterator, Sequence

from ikicli.diagnostik.faces import Show
from ikicli.diagnostik.faces.teks_ import count, place
from ikicli.diagnostik.kode import KODE, Tingkat
from ikicli.diagnostik.tampak import visible
from ikicli.diagnostik.temuan import Diagnostic, level_of

MOST = 10
"""Annotations of one level that GitHub shows for one step."""
_MOST_ROWS = 500
"""Of the summary, which GitHub refuses beyond 1 MiB."""

_COMMAND = {Tingkat.GALAT: "error", Tingkat.PERINGATAN: "warning", Tingkat.INFO: "notice"}


def write(diagnostics: Sequence[Diagnostic], show: Show) -> str:
    """The workflow commands, errors first; what gets no annotation as plain lines in a group of the log."""
    levels = [(level, [each for each in diagnostics if level_of(each) is level]) for level in Tingkat]
    commands = "".join(line for level, found in levels for line in _level(level, found, show))
    rest = "".join(_plain(each, show) for _, found in levels for each in _beyond(found))
    return commands + (f"::group::Temuan lainnya\n{rest}::endgroup::\n" if rest else "")


def summary(diagnostics: Sequence[Diagnostic], show: Show) -> str:
    """The findings as Markdown, for the summary of the run."""
    lines = ["### iki validate", "", count(diagnostics)]
    if diagnostics:
        lines += ["", "| Tempat | Kode | Temuan |", "|---|---|---|"]
    for each in diagnostics[:_MOST_ROWS]:
        said = each.message if each.hint is None else f"{each.message} (saran: {each.hint})"
        where = f"{show(each.span.source.path)}{place(each.span)}"
        lines.append(f"| {_cell(where)} | {level_of(each).value} {each.code} | {_cell(said)} |")
    if len(diagnostics) > _MOST_ROWS:
        lines += [
            "",
            f"Dan {len(diagnostics) - _MOST_ROWS} temuan lagi; jalankan `iki validate` untuk melihat semuanya.",
        ]
    return "\n".join([*lines, "", ""]).encode("utf-8", "backslashreplace").decode("utf-8")


def _beyond(found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """Those of a level that get no annotation: from ten on, since the tenth place says how many there are."""
    return found[MOST - 1 :] if len(found) > MOST else ()


def _level(level: Tingkat, found: Sequence[Diagnostic], show: Show) -> Iterator[str]:
    beyond = _beyond(found)
    for diagnostic in found[: len(found) - len(beyond)]:
        yield _one(diagnostic, show)
    if beyond:
        said = f"{len(beyond)} {level.value} lagi tidak ditampilkan di sini; lihat ringkasan atau log langkah ini"
        yield f"::{_COMMAND[level]} title=iki::{_data(said)}\n"


def _one(diagnostic: Diagnostic, show: Show) -> str:
    (line, column), (last_line, last_column) = diagnostic.span.first, diagnostic.span.last
    at = {"file": show(diagnostic.span.source.path), "line": line, "endLine": last_line}
    if last_line == line:  # GitHub takes columns only within one line
        at |= {"col": column, "endColumn": max(last_column - 1, column)}
    at["title"] = f"{diagnostic.code} {KODE[diagnostic.code].judul}"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in at.items())
    text = diagnostic.message if diagnostic.hint is None else f"{diagnostic.message}\nsaran: {diagnostic.hint}"
    if diagnostic.span.sel:
        lembar = diagnostic.span.source.lembar
        text = (f"lembar {lembar}, " if lembar else "") + f"sel {diagnostic.span.sel}: {text}"
    return f"::{_COMMAND[level_of(diagnostic)]} {properties}::{_data(text)}\n"


def _plain(diagnostic: Diagnostic, show: Show) -> str:
    """A finding as a line that no runner takes for a command: one begins a line with `::`, or holds `##[`."""
    said = f"{show(diagnostic.span.source.path)}{place(diagnostic.span)}: {level_of(diagnostic).value}"
    return "- " + visible(f"{said} {diagnostic.code}: {diagnostic.message}").replace("##[", "## [") + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """A text in a cell of a Markdown table, none of it read as Markdown or HTML."""
    return "".join(f"&#{ord(sign)};" if sign in "\\`*_[]<>#|&~$@:" else sign for sign in visible(text))
