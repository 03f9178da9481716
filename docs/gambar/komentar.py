"""A change of the shipped definitions as a reviewer meets it: the comment of `iki dampak`, rendered as forges do."""

import os
import shutil
import subprocess
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
_GIT = ["git", "-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.invalid"]
_DAY = "2019-01-02T00:00:00Z"
_SEKCAM, _PERJANJIAN = "definitions/jabatan/sekcam.yaml", "definitions/perjanjian/2019.yaml"
_CHANGES = (
    (_PERJANJIAN, "{tahun: 100, triwulan: [25, 50, 75, 100]}", "{tahun: 90, triwulan: [25, 50, 75, 90]}"),
    (_SEKCAM, "pengajuan_cair / pengajuan_seharusnya * 100", "min(pengajuan_cair / pengajuan_seharusnya * 100, 90)"),
    (_SEKCAM, "pengajuan_seharusnya: 60}, hasil: 95", "pengajuan_seharusnya: 60}, hasil: 90"),
    (_SEKCAM, "nama: Tingkat kehadiran PNS lingkup", "nama: Tingkat kehadiran PNS di lingkup"),
)
_STYLE = """
body { font: 14px/1.5 "DejaVu Sans", sans-serif; color: #1f2328; margin: 24px; max-width: 900px }
table { border-collapse: collapse; margin: 8px 0 }
th, td { border: 1px solid #d1d9e0; padding: 5px 12px; text-align: left }
code { background: #eff1f3; padding: 2px 5px; border-radius: 5px; font-size: 12px }
blockquote { border-left: 4px solid #d1d9e0; margin: 0; padding: 0 14px; color: #59636e }
.komentar { border: 1px solid #d1d9e0; border-radius: 8px; padding: 8px 24px 16px }
"""


def write_page(iki: Path, page: Path) -> None:
    """Change a copy of the shipped office, and write the page of the comment about it."""
    office = page.parent / "kantor"
    for part in ("definitions", "realisasi"):
        shutil.copytree(ROOT / part, office / part)
    subprocess.run([*_GIT, "init", "-q"], cwd=office, check=True)
    subprocess.run([*_GIT, "add", "-A"], cwd=office, check=True)
    dated = {**os.environ, "GIT_AUTHOR_DATE": _DAY, "GIT_COMMITTER_DATE": _DAY}  # so that the commit has one name
    subprocess.run([*_GIT, "commit", "-q", "-m", "awal"], cwd=office, check=True, env=dated)
    for path, old, new in _CHANGES:
        text = (office / path).read_text(encoding="utf-8")
        if old not in text:
            raise ValueError(f"{path} holds no {old!r}")
        (office / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    done = subprocess.run([iki, "dampak", "--format", "md"], cwd=office, check=True, capture_output=True, text=True)
    body = MarkdownIt("commonmark").enable("table").render(done.stdout)
    page.write_text(
        f'<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>Komentar</title><style>{_STYLE}</style>'
        f'<div class="komentar">{body}</div></html>\n',
        encoding="utf-8",
    )
