"""What an import would change in the store of a year, and every reason against it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from ikicli.definisi.nouns import Kantor
from ikicli.definisi.shape import number_hint
from ikicli.diagnostik import Diagnostic, Span, ordered
from ikicli.realisasi.bukti import Evidence, named_files
from ikicli.realisasi.cocok import Variables, is_odd_count, odd_count
from ikicli.realisasi.isian import Isian, Kosong, Kunci, Realisasi, file_name
from ikicli.realisasi.jurnal import CatatanImpor
from ikicli.realisasi.periode import Periode
from ikicli.realisasi.simpan.isi import Places, joined_evidence, joined_remarks, number_text
from ikicli.realisasi.simpan.kumulatif import looks_cumulative, yearly_targets
from ikicli.realisasi.simpan.perubahan import Perubahan, Rencana
from ikicli.realisasi.usulan import Usulan
from ikicli.rumus import parse_number
from ikicli.value import Value

_MOST_FINDINGS = 200
"""Of one code: more of them say nothing new."""


Journal = Mapping[tuple[Kunci, Periode], CatatanImpor]


def plan(
    kantor: Kantor, realisasi: Realisasi, usulan: Iterable[Usulan], journal: Journal, *, koreksi: bool = False
) -> Rencana:
    """What the proposals of one year change in what is stored of it, which is free of errors.

    The order of the proposals does not matter. With `koreksi` a stored number may be replaced by another. The journal
    is asked only for the evidence of figures.
    """
    return _Planning(kantor, realisasi, journal, koreksi=koreksi).plan(usulan)


class _Angka(Value):
    """A number and how the store writes it."""

    nilai: Fraction
    teks: str


_Bernilai = tuple[Usulan, _Angka]


class _Planning:
    """One plan of change."""

    def __init__(self, kantor: Kantor, realisasi: Realisasi, journal: Journal, *, koreksi: bool) -> None:
        self.stored, self.journal, self.koreksi = realisasi, journal, koreksi
        self.variables, self.evidence, self.places = Variables(kantor), Evidence(kantor.akar), Places(realisasi)
        self.targets = yearly_targets(kantor, realisasi.tahun)
        self.found: list[Diagnostic] = []
        self.counted: Counter[str] = Counter()
        self.numbers: dict[str, _Angka | None] = {}
        self.same = 0

    def report(self, code: str, span: Span, message: str, hint: str) -> None:
        """Add a finding, unless there are many of its code already."""
        self.counted[code] += 1
        if self.counted[code] <= _MOST_FINDINGS:
            self.found.append(Diagnostic(code, span, message, hint))

    def plan(self, usulan: Iterable[Usulan]) -> Rencana:
        by_key: dict[Kunci, list[Usulan]] = {}
        for each in usulan:
            by_key.setdefault(each.kunci, []).append(each)
        changes: list[Perubahan] = []
        for kunci in self._in_order(by_key):
            changes.extend(self._variable(kunci, by_key[kunci]))
        left_out = sum(count - _MOST_FINDINGS for count in self.counted.values() if count > _MOST_FINDINGS)
        return Rencana(self.stored.tahun, tuple(changes), self.same, ordered(self.found), left_out)

    def _in_order(self, by_key: Mapping[Kunci, list[Usulan]]) -> Iterator[Kunci]:
        """The variables proposed for, in the order of the definitions; what is wrong about the names of the others."""
        for kunci, proposals in by_key.items():
            wrong = self.variables.wrong_name(kunci)
            if wrong is not None:
                for each in proposals:
                    self.report(wrong.kode, each.tempat, wrong.pesan, wrong.saran)
        for kunci, variabel in self.variables.known.items():
            if kunci in by_key and variabel.tetapan is None:
                yield kunci

    def _variable(self, kunci: Kunci, proposals: list[Usulan]) -> Iterator[Perubahan]:
        """The changes of one variable."""
        rows = {row.periode: row for row in self.stored.rows(kunci)}
        example = next((row for row in rows.values() if row.contoh), None)
        if example is not None:
            said = f"`{_name(kunci)}` masih berangka contoh di {_row(example)}"
            hint = "hapus baris contoh itu, atau seluruh berkasnya, lalu impor lagi"
            self.report("IKI454", proposals[0].tempat, said, hint)
            return
        by_period = self._by_period(kunci, proposals)
        before = {each.periode: each for each in self.stored.isian.get(kunci, ())}
        after = {periode: each.nilai for periode, each in before.items()}
        for periode, (each, angka) in by_period.items():
            after[periode] = angka.nilai
            change = self._figure(each, angka.teks, rows.get(periode))
            if change is not None:
                yield change
        self._check_overlaps(kunci, by_period, before)
        targets = self.targets.get(kunci)
        if targets and by_period and looks_cumulative(self.variables.known[kunci], after, targets):
            said = f"angka `{_name(kunci)}` tidak pernah turun dan berakhir di target setahun: mungkin angka kumulatif"
            hint = "isi dengan angka periode itu saja, bukan jumlah sejak Januari"
            self.report("IKI455", by_period[max(by_period)][0].tempat, said, hint)

    def _by_period(self, kunci: Kunci, proposals: list[Usulan]) -> dict[Periode, _Bernilai]:
        """One proposal with its number for each period: those that agree are one, those that do not are reported."""
        found: dict[Periode, _Bernilai] = {}
        variabel = self.variables.known[kunci]
        cacah = self.variables.counts(variabel)
        for each in proposals:
            value = self._number(each)
            if value is None:
                continue
            if cacah and not each.nilai.isdecimal() and is_odd_count(each.nilai):
                wrong = odd_count(each.nilai, variabel)
                self.report(wrong.kode, each.tempat, wrong.pesan, wrong.saran)
            other = found.get(each.periode)
            found[each.periode] = (each, value) if other is None else self._one_of(other, (each, value))
        return found

    def _number(self, each: Usulan) -> _Angka | None:
        """The number of a proposal for this year; None for what is none, with a finding."""
        text, tahun = each.nilai, self.stored.tahun
        if each.periode.tahun != tahun:
            said, hint = f"periode {each.periode.teks} di luar tahun {tahun}", "impor dengan `--tahun` yang benar"
            self.report("IKI410", each.tempat, said, hint)
            return None
        if text not in self.numbers:
            value = parse_number(text)
            self.numbers[text] = None if value is None else _Angka(value, number_text(value))
        if self.numbers[text] is None:
            self.report("IKI406", each.tempat, f"`{text[:60]}` bukan angka", number_hint(text) or "tulis angkanya")
        return self.numbers[text]

    def _one_of(self, one: _Bernilai, other: _Bernilai) -> _Bernilai:
        """Two proposals for one figure as one, that of the earlier place; reported when they disagree."""
        (first, value), (second, disagreeing) = sorted((one, other), key=lambda each: _place(each[0].tempat))
        if value.nilai != disagreeing.nilai:
            figures = f"{second.nilai} di sini, {first.nilai} di {_cell(first.tempat)}"
            said = f"`{_name(first.kunci)}` {first.periode.teks} disebut dua kali: {figures}"
            self.report("IKI407", second.tempat, said, "pastikan mana yang benar, lalu hapus yang lain")
        remarks = joined_remarks(first.keterangan, second.keterangan)
        return first._replace(keterangan=remarks, bukti=joined_evidence(first.bukti, second.bukti)), value

    def _figure(self, each: Usulan, new: str, row: Isian | Kosong | None) -> Perubahan | None:
        """The change that a proposal makes of its row in the store (None: there is none yet), if it makes one."""
        if row is None and not each.keterangan and not each.bukti:
            return Perubahan(each.kunci, each.periode, None, new, "", "", each.tempat)
        remarks, evidence = joined_remarks(each.keterangan), joined_evidence(each.bukti)
        old = number_text(row.nilai) if isinstance(row, Isian) else None
        if row is not None:
            corrected = old not in {None, new}
            kept = joined_remarks(row.keterangan), joined_evidence(row.bukti)
            if corrected:  # what was said of the old number need not be true of the new one
                remarks, evidence = remarks or kept[0], evidence or kept[1]
            else:
                remarks, evidence = joined_remarks(kept[0], remarks), joined_evidence(kept[1], evidence)
            own = file_name(row.sumber.path) == self.places.of(each.kunci)
            if old == new and (remarks, evidence) == kept and not (own and self._is_unrecorded(each, evidence)):
                self.same += 1
                return None
            if not own or (corrected and not self.koreksi):
                self._refuse(each, row, old, own=own)
                return None
        if each.bukti:
            for found in self.evidence.missing(each.bukti, each.tempat):
                self.report(found.code, found.span, found.message, str(found.hint))
        return Perubahan(each.kunci, each.periode, old, new, remarks, evidence, each.tempat)

    def _refuse(self, each: Usulan, row: Isian | Kosong, old: str | None, *, own: bool) -> None:
        name = f"`{_name(each.kunci)}` {each.periode.teks}"
        if own:
            said = f"{name} tersimpan {old} di {_row(row)}"
            self.report("IKI453", each.tempat, said, 'bila yang di sini benar, impor dengan `--koreksi "alasannya"`')
        else:
            said = f"{name} sudah ditulis tangan di {_row(row)}: {old or 'kosong'}, atau dengan keterangan lain"
            self.report("IKI453", each.tempat, said, "ubah di sana, atau hapus baris itu lalu impor lagi")

    def _is_unrecorded(self, each: Usulan, evidence: str) -> bool:
        """Whether the journal lacks the hash of an evidence file; a file that changed since counts under `koreksi`."""
        if not evidence:
            return False
        entry = self.journal.get((each.kunci, each.periode))
        recorded = dict(entry.bukti) if entry else {}
        now = {name: sidik for name in named_files(evidence) if (sidik := self.evidence.sidik(name))}
        return any(name not in recorded or (self.koreksi and recorded[name] != sidik) for name, sidik in now.items())

    def _check_overlaps(self, kunci: Kunci, new: Mapping[Periode, _Bernilai], stored: Mapping[Periode, Isian]) -> None:
        """Report periods of which one is part of another, at a proposal."""
        end, widest = 0, None
        for periode in sorted({*new, *stored}):
            if periode.awal <= end and widest is not None and (periode in new or widest in new):
                here, there = (periode, widest) if periode in new else (widest, periode)
                place = _cell(new[there][0].tempat) if there in new else _row(stored[there])
                said = f"`{_name(kunci)}` {here.teks} bertumpuk dengan {there.teks} di {place}"
                self.report("IKI408", new[here][0].tempat, said, "pakai salah satu: periodenya atau bagian-bagiannya")
            if periode.akhir > end:
                end, widest = periode.akhir, periode


def _place(span: Span) -> tuple[str, str, int]:
    return span.source.path, span.source.lembar or "", span.start


def _name(kunci: Kunci) -> str:
    return ".".join(part for part in kunci if part)


def _row(row: Isian | Kosong) -> str:
    return f"{file_name(row.sumber.path)} baris {row.baris}"


def _cell(span: Span) -> str:
    """A place named inside a sentence."""
    name, lembar = file_name(span.source.path), span.source.lembar
    if span.sel is None:
        return f"{name} baris {span.first[0]}"
    return f"{name}[{lembar}]!{span.sel}" if lembar else f"{name}!{span.sel}"
