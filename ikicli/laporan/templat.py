"""The office's own templates: read within the fence of its folder; what is wrong in one is a finding at its line."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from ikicli.bundled import bundled
from ikicli.diagnostik import Diagnostic, Span, line_starts
from ikicli.sumber import check_file, read_text


class SalahTemplat(Exception):  # noqa: N818 - whoever asked for the document is told; it is no bug
    """A document cannot be made with the office's templates; `temuan` says where and why."""

    def __init__(self, temuan: Diagnostic) -> None:
        super().__init__(temuan.message)
        self.temuan = temuan


def own_source(folder: Path) -> Callable[[str], tuple[str, str, None] | None]:
    """How Jinja reads the office's templates in a folder of it: text and path by name, None where it has none.

    Raises OSError for one that lies or leads outside the office, SalahTemplat for one that is no text.
    """

    def read(name: str) -> tuple[str, str, None] | None:
        if ".." in name.split("/"):
            return None
        path = folder / name
        check_file(path, folder.parent)
        if not path.is_file():
            return None
        text = read_text(path)
        for finding in text.diagnostics:
            raise SalahTemplat(finding)
        return text.source.text, str(path), None

    return read


@contextmanager
def faults_found(folder: Path) -> Iterator[None]:
    """Raise SalahTemplat for whatever goes wrong in a template, at the last line of the office's own that was run."""
    try:
        yield
    except (SalahTemplat, MemoryError):
        raise
    except Exception as error:
        if isinstance(error, OSError) and not hasattr(error, "templates"):  # a file; Jinja's own names templates
            raise
        place = _place(error, folder) or _place(error, bundled("templates"))
        if place is None:
            raise
        raise SalahTemplat(_finding(error, *place)) from error


def _place(error: Exception, folder: Path) -> tuple[Path, int] | None:
    """The template in a folder, and its line, where an error happened; Jinja writes both into the trace."""
    filename = getattr(error, "filename", None)  # a template that could not be read was not run
    ran = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    ran += [(filename, error.lineno)] if filename and hasattr(error, "lineno") else []
    own = [(Path(name), line) for name, line in ran if name.endswith(".j2") and Path(name).is_relative_to(folder)]
    return own[-1] if own else None


def _finding(error: Exception, path: Path, line: int) -> Diagnostic:
    source = read_text(path).source
    starts = (*line_starts(source), len(source.text) + 1)
    at = min(line, len(starts) - 1) - 1
    said, hint = _words(error)
    return Diagnostic("IKI121", _within(Span(source, starts[at], starts[at + 1] - 1), str(error)), said, hint)


def _within(line: Span, message: str) -> Span:
    """What the error names, where it stands in its line; else all that is written there."""
    text = line.source.text[line.start : line.end]
    for name in (*re.findall(r"'([^'\n]+)'", message), message):
        if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return Span(line.source, line.start + found.start(), line.start + found.end())
    return Span(line.source, line.end - len(text.lstrip()), line.start + len(text.rstrip()))


def _words(error: Exception) -> tuple[str, str | None]:
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    said = f"kata Jinja: {getattr(error, 'message', None) or error}"
    match error:
        case TemplateSyntaxError():
            return f"susunan templat salah ({said})", "bandingkan dengan templat bawaannya"
        case TemplateNotFound():
            return (
                f"templat `{error.name}` tidak ada",
                "periksa namanya, atau buat berkasnya di folder templates kantor",
            )
        case UndefinedError():
            return _missing(str(error)), "pakai nama seperti dalam templat bawaannya"
        case SecurityError():
            return f"templat meminta yang tidak diizinkan ({said})", "templat hanya menata letak; hapus bagian ini"
        case RecursionError():
            return "templat memuat dirinya sendiri tanpa akhir", "hapus `include` yang berputar"
    return f"templat tidak dapat dijalankan ({type(error).__name__}: {error})", "bandingkan dengan templat bawaannya"


def _missing(message: str) -> str:
    if found := re.fullmatch(r"'(?:[\w.]*\.)?(\w+) object' has no attribute '(\w+)'", message):
        return f"`{found[2]}` tidak ada dalam {found[1]}"
    if found := re.fullmatch(r"'(\w+)' is undefined", message):
        return f"`{found[1]}` tidak ada"
    return f"templat menyebut yang tidak ada (kata Jinja: {message})"
