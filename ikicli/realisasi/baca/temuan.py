"""The findings about one file: as many as anybody reads."""

from ikicli.diagnostik import Diagnostic, Span

MOST_FINDINGS = 100
"""Errors in one file: more of them say nothing new."""


class TooMany(Exception):  # noqa: N818 - not an error: the rest of a file is not worth reading
    """More errors than anybody reads at once."""


class Temuan:
    """A list of findings that ends."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def report(self, code: str, span: Span, message: str, hint: str | None = None) -> None:
        """Add a finding. Raises TooMany behind the last one that is shown."""
        if len(self.found) >= MOST_FINDINGS:
            raise TooMany
        self.found.append(Diagnostic(code, span, message, hint))


class Diam(Temuan):
    """Of a table that is passed over, nothing is a finding."""

    def report(self, code: str, span: Span, message: str, hint: str | None = None) -> None:
        """Pass over it."""
