"""From an office's definitions and a decree to what became of every item, and what the decree itself leaves unclear."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import Source
from ikicli.telaah.cocokkan.banding import findings
from ikicli.telaah.cocokkan.bunyi import Bunyi, Butir, Hal, TakTerbaca
from ikicli.telaah.cocokkan.definisi import written
from ikicli.telaah.cocokkan.kejelasan import Catatan, readings, unclear, unsaid_targets
from ikicli.telaah.cocokkan.temuan import Putusan, Temuan
from ikicli.value import Value


class Pencocokan(Value):
    """The whole comparison: one finding for the decree's head and one for each jabatan.

    `target` are standing targets that the decree does not set; `tak_jelas` is what is unclear in the decree itself,
    `tafsir` how the definitions read it. `tanpa_kepala` is why the head was not compared (None: it was).
    """

    keputusan: Source
    temuan: tuple[Temuan, ...]
    target: tuple[Catatan, ...]
    tak_jelas: tuple[Catatan, ...]
    tafsir: tuple[Catatan, ...]
    tak_terbaca: tuple[TakTerbaca, ...]
    tanpa_kepala: str | None

    def counts(self) -> Mapping[Putusan, int]:
        """How many items have which verdict."""
        return Counter(each.putusan for one in self.temuan for each in one.walk())

    @property
    def is_verbatim(self) -> bool:
        """Whether every item of either side is the other's, word for word and in its place."""
        return set(self.counts()) == {Putusan.SAMA} and not self.target


def compare(kantor: Kantor, source: Source, keputusan: Bunyi) -> Pencocokan:
    """What an office's definitions make of a decree, whose text is `source`."""
    definisi = written(kantor)
    (left, right), reason = _heads(keputusan, definisi)
    temuan = findings((*left, *keputusan.jabatan), (*right, *definisi.jabatan))
    return Pencocokan(
        keputusan=source,
        temuan=temuan,
        target=tuple(unsaid_targets(kantor)),
        tak_jelas=tuple(unclear(kantor, keputusan, temuan)),
        tafsir=tuple(readings(kantor)),
        tak_terbaca=keputusan.tak_terbaca,
        tanpa_kepala=reason,
    )


def _heads(keputusan: Bunyi, definisi: Bunyi) -> tuple[tuple[Sequence[Butir], Sequence[Butir]], str | None]:
    """The head on both sides, or why it is not compared. Who signs is asked only where the decree is signed."""
    kiri, kanan = keputusan.kepala, definisi.kepala
    if kiri is None:
        return ((), ()), "naskah ini tidak memuat nomor, menimbang, mengingat maupun diktum"
    if kanan is None:
        return (
            (),
            (),
        ), "unit.yaml tidak memuat `keputusan`, jadi nomor, menimbang, mengingat dan diktum tidak dicocokkan"
    unasked = {Hal.PEJABAT, Hal.NAMA} - {each.hal for each in kiri.anak}
    asked = tuple(each for each in kanan.anak if each.hal not in unasked)
    said = tuple(_said_in(keputusan.kop, definisi.kop))
    stated = definisi.kop if said else ()  # what names nothing of the office is no letterhead
    return ((kiri._replace(anak=said + kiri.anak),), (kanan._replace(anak=stated + asked),)), None


def _said_in(kop: Sequence[Butir], stated: Sequence[Butir]) -> Iterator[Butir]:
    """What the lines of a letterhead say of what is stated, word for word; names may stand in capitals.

    How a letterhead is laid out is every office's own: what else stands there is not asked.
    """
    whole = " ".join(each.teks for each in kop)
    for each in stated:
        flags = re.IGNORECASE if each.hal in {Hal.KOP_KABUPATEN, Hal.KOP_UNIT} else re.NOFLAG
        pattern = re.compile(rf"(?<!\w){re.escape(each.teks)}(?!\w)", flags)
        if pattern.search(whole):
            line = next((line for line in kop if pattern.search(line.teks)), kop[0])
            yield Butir(each.hal, each.teks, line.span)
