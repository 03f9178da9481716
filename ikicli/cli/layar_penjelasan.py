"""Explanations drawn on a terminal: a tree fitted to the width, in colour. A colour never says a thing alone."""

import sys

from rich.text import Text
from rich.tree import Tree

from ikicli.capaian.jelaskan import Cabang, Rupa, Terjelaskan
from ikicli.capaian.jelaskan.kata import trees
from ikicli.cli.terminal import rich_console
from ikicli.diagnostik.tampak import visible

_STYLES = {Rupa.ANGKA: "bold green", Rupa.LETAK: "dim", Rupa.KURANG: "yellow", Rupa.CONTOH: "bold reverse yellow"}


def draw(told: Terjelaskan) -> None:
    """The trees on stdout."""
    console = rich_console(sys.stdout)
    for tree in trees(told):
        console.print(_drawn(tree, Tree(_label(tree), guide_style="blue")))
        console.print()


def _drawn(branch: Cabang, tree: Tree) -> Tree:
    for each in branch.anak:
        _drawn(each, tree.add(_label(each)))
    return tree


def _label(branch: Cabang) -> Text:
    style = _STYLES.get(branch.rupa, "")
    name, said = visible(branch.nama), visible(branch.isi)
    text = Text.assemble((name, "bold"), ": " if name and said else "", (said, style))
    return text.append(f", {visible(branch.letak)}", "dim") if branch.letak else text
