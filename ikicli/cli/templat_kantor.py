"""The office's own templates, for the commands that write pages."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ikicli.bundled import bundled
from ikicli.cli.keluaran import put_file
from ikicli.cli.opsi import Kata
from ikicli.cli.terminal import Failure, show_findings, show_path
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import did_you_mean
from ikicli.laporan.templat import SalahTemplat
from ikicli.sumber import check_inside


class NamaTemplat(Kata):
    """The name of a shipped template."""

    def known(self, office: Path | None) -> Iterable[str]:  # noqa: ARG002 - the same for every office
        """Those that a document, the site or a drawing is made of."""
        return _shipped()


def own_templates(kantor: Kantor) -> Path | None:
    """The folder of the office's own templates; None where it has none. Raises OSError where it leads outside."""
    folder = kantor.akar / "templates"
    if not folder.is_dir() or folder.samefile(bundled("templates")):
        return None
    check_inside(folder, kantor.akar)
    return folder


@contextmanager
def template_faults_told() -> Iterator[None]:
    """An end with exit code 1 for what is wrong in the office's templates, which is shown on stderr."""
    try:
        yield
    except SalahTemplat as error:
        show_findings([error.temuan], sys.stderr)
        hint = "perbaiki galat di atas, atau hapus berkasnya untuk kembali ke templat bawaan"
        raise Failure(1, "dokumen tidak dibuat: templat kantor memuat galat", hint) from error


def copy_template(root: Path, name: str, *, coba: bool) -> None:
    """Put a shipped template into the office's own folder, to be changed there; one that is there stays."""
    if name not in _shipped():
        hint = did_you_mean(name, _shipped()) or f"pilih {', '.join(_shipped())}"
        raise Failure(2, f"templat `{name}` tidak ada", hint)
    path = root / "templates" / name
    check_inside(path, root)
    if path.exists():
        raise Failure(1, f"{show_path(path)} sudah ada", "ubah yang ada, atau hapus dahulu untuk mulai dari bawaan")
    put_file(path, (bundled("templates") / name).read_bytes(), coba=coba)


def _shipped() -> list[str]:
    folder = bundled("templates")
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.j2"))
