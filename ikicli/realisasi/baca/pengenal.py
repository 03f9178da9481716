"""Which variable each row of one table is about, told by its words."""

from collections.abc import Sequence

from ikicli.realisasi.baca.judul import Judul, Kepala
from ikicli.realisasi.baca.kata import IDENTITAS, Peran
from ikicli.realisasi.baca.kenali import Asing, Daftar, Sebut
from ikicli.realisasi.isian import Kunci


class Pengenal:
    """Tells the rows of a table by their words; an empty cell repeats the one above, as people fill in tables.

    `columns` hold the words of a row that has `needed` cells, `known` the variables of those that alone name one, and
    `above` those of the known rows since one that was not, each once or more.
    """

    def __init__(self, kepala: Kepala, judul: Judul, daftar: Daftar) -> None:
        self._roles = [peran for peran in IDENTITAS if peran in kepala.peran]
        self.columns = [kepala.peran[peran] for peran in self._roles]
        self.needed = max(self.columns) + 1
        self._daftar = daftar
        self._jabatan = judul.jabatan if daftar.has_jabatan(judul.jabatan) else ""
        by_ids = self._roles == [Peran.JABATAN, Peran.INDIKATOR, Peran.VARIABEL]
        self.known: dict[tuple[str, ...], Kunci] = (
            dict(zip(daftar.variabel, daftar.variabel, strict=True)) if by_ids else {}
        )
        self.above: list[tuple[str, ...]] = []
        self._repeats = {Peran.JABATAN: "", Peran.INDIKATOR: ""}

    def words(self, row: Sequence[str]) -> tuple[str, ...]:
        """The words of a row that has the cells needed."""
        return tuple([row[kolom] for kolom in self.columns])

    def identify(self, row: Sequence[str]) -> Kunci | Asing | None:
        """The variable of a row; None where it has no word for one."""
        key = self.words([*row, *[""] * (self.needed - len(row))])
        words = {peran: cell.strip() for peran, cell in zip(self._roles, key, strict=True)}
        for above in reversed(dict.fromkeys(reversed(self.above))):  # where a name stands last decides
            self._remember({peran: cell.strip() for peran, cell in zip(self._roles, above, strict=True)})
        self.above.clear()
        if not any(words.get(peran) for peran in IDENTITAS if peran is not Peran.JABATAN):
            self._remember(words)
            return None
        own = Sebut(*(words.get(peran, "") for peran in IDENTITAS))
        answer = self._daftar.find(self._completed(own))
        self._remember(words)  # a name that iki does not know, too: what stands below it is not the one above's
        if isinstance(answer, Kunci) and (own.kode or (own.indikator and (own.jabatan or Peran.JABATAN not in words))):
            self.known[key] = answer
        return answer

    def _completed(self, own: Sebut) -> Sebut:
        if own.kode:
            return own
        shared = not own.indikator and self._daftar.shared(own.variabel) is not None
        if shared:
            return own
        if not own.indikator and own.variabel:
            own = own._replace(indikator=self._repeats[Peran.INDIKATOR])
        return own if own.jabatan else own._replace(jabatan=self._repeats[Peran.JABATAN] or self._jabatan)

    def _remember(self, words: dict[Peran, str]) -> None:
        if words.get(Peran.JABATAN):
            self._repeats = {Peran.JABATAN: words[Peran.JABATAN], Peran.INDIKATOR: ""}
        if words.get(Peran.INDIKATOR):
            self._repeats[Peran.INDIKATOR] = words[Peran.INDIKATOR]
