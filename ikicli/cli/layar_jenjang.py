"""The cascade drawn on a terminal: a tree fitted to the width, in colour. A colour never says a thing alone."""

import sys

from rich.text import Text
from rich.tree import Tree

from ikicli.capaian.jenjang import Jenjang
from ikicli.cli.layar import GOLONGAN, warning
from ikicli.cli.teks_jenjang import Baris, head_lines, lines, remarks
from ikicli.cli.terminal import rich_console


def draw(jenjang: Jenjang) -> None:
    """The tree on stdout."""
    console = rich_console(sys.stdout)
    title, notice = head_lines(jenjang)
    console.print(Text(title, "bold"))
    if notice:
        console.print(warning(notice))
    console.print()
    console.print(_tree(jenjang))
    for remark in remarks(jenjang):
        console.print()
        console.print(Text(remark, "dim"))


def _tree(jenjang: Jenjang) -> Tree:
    head, *below = lines(jenjang)
    path = [Tree(_label(head), guide_style="blue")]
    for line in below:
        del path[line.tingkat :]
        path.append(path[-1].add(_label(line)))
    return path[0]


def _label(line: Baris) -> Text:
    text = Text(line.nama, "" if line.is_indikator else "bold")
    if line.isi:
        text.append("  ").append(line.isi, GOLONGAN[line.golongan] or "dim")
    if line.catatan:
        text.append(f"\n{line.catatan}" if line.isi else f"  {line.catatan}", "dim")
    return text
