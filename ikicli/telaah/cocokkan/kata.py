"""The words for a comparison, which the terminal, Markdown and other programs share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from ikicli.capaian.tulisan import angka
from ikicli.telaah.cocokkan.bunyi import Hal
from ikicli.telaah.cocokkan.pencocokan import Pencocokan
from ikicli.telaah.cocokkan.temuan import Putusan, Temuan
from ikicli.value import Value

PUTUSAN = {
    Putusan.SAMA: "sama persis",
    Putusan.BEDA: "bunyinya berbeda",
    Putusan.URUTAN: "urutannya berbeda",
    Putusan.PINDAH: "pindah",
    Putusan.HILANG: "tidak ada di definisi",
    Putusan.LEBIH: "tidak ada di keputusan",
}


TARGET, TAK_JELAS = "Target yang tidak disebut keputusan", "Yang tidak jelas dalam keputusan sendiri"
TAK_TERBACA = "Baris keputusan yang tidak terbaca sebagai butir"
"""Headings over what is noted."""


class Cakupan(Value):
    """How many of some items are verbatim."""

    sama: int
    semua: int

    @property
    def teks(self) -> str:
        """As `18/20`."""
        return f"{self.sama}/{self.semua}"


def coverage(temuan: Sequence[Temuan]) -> Cakupan:
    """How many of all items below some findings are verbatim; an item of only one side counts as one that is not."""
    counts = Counter(each.putusan for one in temuan for each in one.walk())
    return Cakupan(counts[Putusan.SAMA], counts.total())


def by_kind(temuan: Temuan) -> Mapping[str, Cakupan]:
    """The same of one finding by kind of item."""
    groups: dict[Hal, list[Putusan]] = {}
    for each in temuan.walk():
        groups.setdefault(each.butir.hal, []).append(each.putusan)
    return {hal.value: Cakupan(groups[hal].count(Putusan.SAMA), len(groups[hal])) for hal in Hal if hal in groups}


def percent(cakupan: Cakupan) -> str:
    """The share in percent at two decimals, and 100 only where all are: 99,995 is shown as 99,99."""
    if not cakupan.semua:
        return "0"
    share = Fraction(cakupan.sama * 100, cakupan.semua)
    return angka(share if cakupan.sama == cakupan.semua else min(share, Fraction(9999, 100)), 2)


def covered(found: Pencocokan) -> str:
    """The coverage in a sentence."""
    whole = coverage(found.temuan)
    return f"{whole.sama} dari {whole.semua} butir sama persis ({percent(whole)} %)."


def without_head(why: str) -> str:
    """That the decree's head was not compared, and why."""
    return f"Kepala keputusan tidak dicocokkan: {why}."


def heading(temuan: Temuan) -> str:
    """What a finding at the top is about: the decree's head, a jabatan's id, or its name where it has none."""
    if temuan.butir.hal is Hal.KEPALA:
        return "kepala keputusan"
    return temuan.id or temuan.butir.teks


def place(chain: Sequence[Temuan]) -> str:
    """Which item a difference is about, from the jabatan down: `sekcam, sasaran 1, indikator 2, penjelasan`."""
    first, *below = chain
    said = [heading(first), *(_numbered(each) for each in below)]
    return ", ".join(said if below else [*said, "nama jabatan"])


def _numbered(temuan: Temuan) -> str:
    hal = temuan.butir.hal.value
    return hal if temuan.nomor is None else f"{hal} {temuan.nomor}"


def remarks(temuan: Temuan) -> tuple[str, ...]:
    """What else is to be said about a difference."""
    below = sum(1 for _ in temuan.walk()) - 1
    with_it = (
        (f"beserta {below} butir di dalamnya",) if temuan.putusan in {Putusan.HILANG, Putusan.LEBIH} and below else ()
    )
    return (*temuan.keterangan, *with_it)
