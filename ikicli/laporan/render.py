"""Templates to text. The only door to jinja2."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined
from markupsafe import Markup

from ikicli.bundled import bundled
from ikicli.laporan.bahan.jenjang import GambarJenjang
from ikicli.laporan.bahan.naskah import Naskah
from ikicli.laporan.escape import markdown, visible
from ikicli.laporan.templat import faults_found, own_source


def render(template: str, naskah: Naskah, folder: Path | None = None) -> str:
    """A document through a template, from `folder` where it has that template or part of it, else as shipped."""
    tanda = [Markup(line) for line in naskah.tanda]  # noqa: S704 - no character of it acts in any format
    return placed(template, folder, naskah=naskah, tanda=tanda)


def drawn(template: str, gambar: GambarJenjang, folder: Path | None = None) -> str:
    """A picture of its own through a template, found as those of documents are."""
    return placed(template, folder, gambar=gambar)


def placed(template: str, folder: Path | None = None, **isi: object) -> str:
    """What a template makes of what it is given; the ending before `.j2` says which format it writes.

    Raises SalahTemplat where the templates in `folder` are wrong.
    """
    with faults_found(folder) if folder else nullcontext():
        return environment(template.split(".")[-2], folder).get_template(template).render(isi)


@lru_cache(maxsize=8)
def environment(format: str, folder: Path | None) -> Environment:
    """Where the templates of a format are found and how they are run.

    The office's own are run in a sandbox; the shipped ones are part of the program and need none.
    What a template puts out is escaped for the format whatever it does; only text that stands in the template itself
    passes as it is. A name that does not exist and a None that would be printed are errors, not gaps.
    """
    shipped = FileSystemLoader(bundled("templates"))
    return _kind(folder)(
        loader=ChoiceLoader([FunctionLoader(own_source(folder)), shipped]) if folder else shipped,
        undefined=StrictUndefined,
        autoescape=True,
        finalize={"html": _html, "svg": _html, "css": _html, "md": _markdown}[format],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        auto_reload=False,
    )


def _kind(folder: Path | None) -> type[Environment]:
    if folder is None:
        return Environment
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment


def _finalizer(escaped: Callable[[str], str]) -> Callable[[object], object]:
    """What happens to a value before it is put out. Autoescape then escapes what is not Markup yet."""

    def finalize(value: object) -> object:
        if isinstance(value, Markup) or not isinstance(value, str | None):
            return value
        if value is None:
            raise TypeError("yang dicetak di sini tidak ada; tulis di dalam `{% if ... %}`")
        return escaped(value)

    return finalize


def _as_markup(text: str) -> str:
    return Markup(markdown(text))  # noqa: S704 - it has just been escaped, for Markdown


_html = _finalizer(visible)
_markdown = _finalizer(_as_markup)
