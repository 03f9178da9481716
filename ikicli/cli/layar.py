"""What screens have in common: the colour of a figure, the warning over illustrative ones."""

from rich.text import Text

from ikicli.capaian.golongan import Golongan

GOLONGAN = {Golongan.ATAS: "green", Golongan.TENGAH: "yellow", Golongan.BAWAH: "red", Golongan.TANPA: ""}
"""The colour of a figure."""


def warning(notice: str) -> Text:
    """A notice that begins with what must not be overlooked, up to its colon."""
    title, _, rest = notice.partition(":")
    return Text.assemble((f" {title} ", "bold reverse yellow"), (rest, "yellow"))
