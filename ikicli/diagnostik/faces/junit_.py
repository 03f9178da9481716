"""Findings as JUnit XML, which build servers show: a suite a file, a case a finding; what does not fail passes."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from ikicli.diagnostik.faces import Show
from ikicli.diagnostik.faces.teks_ import finding, place
from ikicli.diagnostik.tampak import visible
from ikicli.diagnostik.temuan import Diagnostic, failing, level_of


def write(diagnostics: Sequence[Diagnostic], show: Show, *, ketat: bool = False) -> str:
    """The findings by file; where there are none, one case that passes."""
    return "".join(f"{line}\n" for line in _lines(diagnostics, show, ketat=ketat))


def _lines(diagnostics: Sequence[Diagnostic], show: Show, *, ketat: bool) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="iki validate" {_counts(diagnostics, ketat=ketat)}>'
    for path, group in groupby(diagnostics, key=lambda each: each.span.source.path):
        found = tuple(group)
        yield f'  <testsuite name="{_shown(show(path))}" {_counts(found, ketat=ketat)}>'
        for diagnostic in found:
            yield from _case(diagnostic, show, fails=level_of(diagnostic) in failing(ketat=ketat))
        yield "  </testsuite>"
    if not diagnostics:
        yield f'  <testsuite name="definitions" {_counts((), ketat=ketat)}>'
        yield '    <testcase classname="definitions" name="Tidak ada temuan."/>'
        yield "  </testsuite>"
    yield "</testsuites>"


def _counts(diagnostics: Sequence[Diagnostic], *, ketat: bool) -> str:
    failed = sum(level_of(each) in failing(ketat=ketat) for each in diagnostics)
    return f'tests="{len(diagnostics) or 1}" failures="{failed}" errors="0"'


def _case(diagnostic: Diagnostic, show: Show, *, fails: bool) -> Iterator[str]:
    level = level_of(diagnostic).value
    path, text = show(diagnostic.span.source.path), "".join(piece.text for piece in finding(diagnostic, show))
    name = f"{diagnostic.code}{place(diagnostic.span)} {diagnostic.message}"
    yield f'    <testcase classname="{_shown(path)}" name="{_shown(name)}">'
    if fails:
        message = f"{diagnostic.code}: {diagnostic.message}"
        yield f'      <failure type="{level}" message="{_shown(message)}">{_text(text)}</failure>'
    else:
        yield f"      <system-out>{_text(text)}</system-out>"
    yield "    </testcase>"


def _shown(text: str) -> str:
    """A text within quotes."""
    return escape(visible(text))


def _text(text: str) -> str:
    """Lines between two tags, with nothing that XML cannot hold."""
    return escape("\n".join(map(visible, text.rstrip("\n").split("\n"))), quote=False)
