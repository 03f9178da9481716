"""What became of the items of a decree: the nouns of a comparison."""

from collections.abc import Iterator
from enum import Enum

from ikicli.telaah.cocokkan.bunyi import Butir, Hal
from ikicli.telaah.selisih import Potongan, word_diff
from ikicli.value import Value


class Putusan(Enum):
    """What became of an item between the decree and the definitions."""

    SAMA = "sama"
    BEDA = "beda"
    URUTAN = "urutan"
    PINDAH = "pindah"
    HILANG = "hilang"
    LEBIH = "lebih"


class Temuan(Value):
    """One item with its verdict and those that belong to it; `nomor` is which of its kind it is (None: the only one).

    `keputusan` is None where only the definitions have it, `definisi` where only the decree has.
    """

    nomor: int | None
    putusan: Putusan
    keputusan: Butir | None
    definisi: Butir | None
    keterangan: tuple[str, ...]
    anak: tuple["Temuan", ...]

    @property
    def butir(self) -> Butir:
        """The item as the decree has it, else as the definitions do."""
        found = self.keputusan or self.definisi
        assert found is not None
        return found

    @property
    def id(self) -> str | None:
        """The id of a jabatan; None of one that only the decree has."""
        return self.definisi.id if self.definisi else None

    @property
    def selisih(self) -> tuple[Potongan, ...]:
        """Both wordings word by word, where they differ."""
        if self.keputusan is None or self.definisi is None or self.keputusan.teks == self.definisi.teks:
            return ()
        return word_diff(self.keputusan.teks, self.definisi.teks)

    def walk(self) -> Iterator["Temuan"]:
        """The verdicts of itself and of everything below it that has a wording."""
        if self.butir.hal is not Hal.KEPALA:
            yield self
        for each in self.anak:
            yield from each.walk()

    def told(self, above: tuple["Temuan", ...] = ()) -> Iterator[tuple["Temuan", ...]]:
        """The differences, each below what it belongs to; what is missing with what it belongs to is not told again."""
        here = (*above, self)
        if self.putusan is not Putusan.SAMA:
            yield here
        for each in self.anak:
            if self.putusan not in {Putusan.HILANG, Putusan.LEBIH} or each.putusan is not self.putusan:
                yield from each.told(here)
