"""What an import would change in the store of a year, and every reason against it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

from ikicli.definisi.shape import number_hint
from ikicli.diagnostik import Diagnostic, Source, Span, ordered
from ikicli.realisasi.bukti import Evidence, named_files
from ikicli.realisasi.cocok import Variables, are_whole, is_odd_count, odd_count
from ikicli.realisasi.isian import TANPA_ISIAN, Deret, Isian, Kosong, Kunci, Realisasi, file_name, is_contoh
from ikicli.realisasi.jurnal import CatatanImpor
from ikicli.realisasi.periode import Periode, overlapping
from ikicli.realisasi.simpan.isi import Places, joined_evidence, joined_remarks, number_text, stored_text
from ikicli.realisasi.simpan.kumulatif import looks_cumulative, yearly_targets
from ikicli.realisasi.simpan.perubahan import Perubahan, Rencana
from ikicli.realisasi.usulan import AngkaUsulan, Usulan, by_variable, one_by_one
from ikicli.rumus import parse_exact

_MOST_FINDINGS = 200
"""Of one code: more of them say nothing new."""


_Proposed = Mapping[Periode, AngkaUsulan]
Journal = Mapping[tuple[Kunci, Periode], CatatanImpor]


def plan(
    variables: Variables, realisasi: Realisasi, usulan: Iterable[Usulan], journal: Journal, *, koreksi: bool = False
) -> Rencana:
    """What the proposals of one year change in what is stored of it, which is free of errors.

    `variables` are those of the office whose store it is, made once for several years. The order of the proposals does
    not matter. With `koreksi` a stored number may be replaced by another. The journal
    is asked only for the evidence of figures.
    """
    return _Planning(variables, realisasi, journal, koreksi=koreksi).plan(usulan)


class _Planning:
    """One plan of change."""

    def __init__(self, variables: Variables, realisasi: Realisasi, journal: Journal, *, koreksi: bool) -> None:
        self.stored, self.journal, self.koreksi = realisasi, journal, koreksi
        self.variables, self.places = variables, Places(realisasi)
        self.evidence = Evidence(variables.kantor.akar)
        self.targets = yearly_targets(variables.kantor, realisasi.tahun)
        self.found: list[Diagnostic] = []
        self.evident: list[AngkaUsulan] = []
        self.counted: Counter[str] = Counter()
        self.examples = any(is_contoh(source.path) for source in realisasi.sources())
        self.same = 0

    def report(self, code: str, span: Span, message: str, hint: str) -> None:
        """Add a finding, unless there are many of its code already."""
        self.counted[code] += 1
        if self.counted[code] <= _MOST_FINDINGS:
            self.found.append(Diagnostic(code, span, message, hint))

    def plan(self, usulan: Iterable[Usulan]) -> Rencana:
        by_key: dict[Kunci, list[Usulan]] = {}
        for each in self._fitting(list(usulan)):
            by_key.setdefault(each.kunci, []).append(each)
        changes = [self._variable(kunci, by_key[kunci]) for kunci in self._in_order(by_key)]
        for one in sorted(self.evident, key=_place):
            for found in self.evidence.missing(one.bukti, one.tempat):
                self.report(found.code, found.span, found.message, str(found.hint))
        left_out = sum(count - _MOST_FINDINGS for count in self.counted.values() if count > _MOST_FINDINGS)
        some = tuple(change for change in changes if change.baru)
        return Rencana(self.stored.tahun, some, self.same, ordered(self.found), left_out)

    def _fitting(self, usulan: Sequence[Usulan]) -> Iterable[Usulan]:
        """Proposals for this year with numbers as the store writes them; what of them does not fit is reported."""
        if self._all_fit(usulan):
            return usulan
        each_fitting = ((each,) if self._all_fit((each,)) else self._fitted(each) for each in usulan)
        return chain.from_iterable(each_fitting)

    def _all_fit(self, usulan: Sequence[Usulan]) -> bool:
        """Whether proposals hold nothing but whole numbers of this year, as nearly all do."""
        years = {each.tahun for each in usulan}
        return years == {self.stored.tahun} and are_whole([*chain.from_iterable(each.nilai for each in usulan)])

    def _fitted(self, usulan: Usulan) -> Iterator[Usulan]:
        return by_variable(filter(None, map(self._fit, usulan.angka)))

    def _fit(self, each: AngkaUsulan) -> AngkaUsulan | None:
        """A value with its number as the store writes it; None for another year's, and for what is no number."""
        text, tahun, variabel = each.nilai, self.stored.tahun, self.variables.known.get(each.kunci)
        written = stored_text(text)
        if each.periode.tahun != tahun:
            said, hint = f"periode {each.periode.teks} di luar tahun {tahun}", "impor dengan `--tahun` yang benar"
            self.report("IKI410", each.tempat, said, hint)
            return None
        if written is None:
            self.report("IKI406", each.tempat, f"`{text[:60]}` bukan angka", number_hint(text) or "tulis angkanya")
            return None
        if is_odd_count(text) and variabel is not None and self.variables.counts(variabel):
            wrong = odd_count(text, variabel)
            self.report(wrong.kode, each.tempat, wrong.pesan, wrong.saran)
        return each._replace(nilai=written)

    def _in_order(self, by_key: Mapping[Kunci, list[Usulan]]) -> Iterator[Kunci]:
        """The variables proposed for, in the order of the definitions; what is wrong about the names of the others."""
        for kunci, proposals in by_key.items():
            wrong = self.variables.wrong_name(kunci)
            if wrong is not None:
                for each in one_by_one(proposals):
                    self.report(wrong.kode, each.tempat, wrong.pesan, wrong.saran)
        for kunci, variabel in self.variables.known.items():
            if kunci in by_key and variabel.tetapan is None:
                yield kunci

    def _variable(self, kunci: Kunci, proposals: list[Usulan]) -> Perubahan:
        """The changes of one variable."""
        stored, empty = self.stored.isian.get(kunci, TANPA_ISIAN), self.stored.kosong.get(kunci, ())
        if len(proposals) == 1 and not empty and not self.targets.get(kunci):
            usulan = proposals[0]
            if not stored and usulan.polos and usulan.periode.in_order:
                return Perubahan(kunci, (usulan,), {})
            if not self.examples and _is_same(stored, usulan):
                self.same += len(stored)
                return Perubahan(kunci, (), {})
        return self._closely(kunci, proposals, stored, empty)

    def _closely(self, kunci: Kunci, proposals: list[Usulan], stored: Deret, empty: Sequence[Kosong]) -> Perubahan:
        """The changes of a variable, figure by figure."""
        before = {each.periode: each for each in stored}
        rows: dict[Periode, Isian | Kosong] = {**{each.periode: each for each in empty}, **before}
        example = next((row for row in rows.values() if row.contoh), None) if self.examples else None
        if example is not None:
            said = f"`{_name(kunci)}` masih berangka contoh di {_row(example)}"
            hint = "hapus baris contoh itu, atau seluruh berkasnya, lalu impor lagi"
            self.report("IKI454", min(one_by_one(proposals), key=_place).tempat, said, hint)
            return Perubahan(kunci, (), {})
        new = self._by_period(one_by_one(proposals))
        changed, old = [], dict[Periode, str]()
        for periode, each in new.items():
            row = rows.get(periode)
            if periode in before:
                old[periode] = number_text(before[periode].nilai)
            if each.keterangan or each.bukti or (row is not None and (row.keterangan or row.bukti)):
                remarked = self._remarked(each, row, old.get(periode))
                changed += [remarked] if remarked is not None else []
            elif row is None or self._replaces(each, row, old.get(periode)):
                changed.append(each)
        self._check_overlaps(kunci, new, before)
        self._check_cumulative(kunci, new, before)
        changed.sort(key=lambda each: (each.sumber.path, each.sumber.lembar or "", each.periode))
        return Perubahan(kunci, tuple(by_variable(changed)), old)

    def _check_cumulative(self, kunci: Kunci, new: _Proposed, stored: Mapping[Periode, Isian]) -> None:
        targets = self.targets.get(kunci)
        if not targets or not new:
            return
        numbers = {periode: each.nilai for periode, each in stored.items()}
        numbers |= {periode: Fraction(each.nilai) for periode, each in new.items()}
        if looks_cumulative(self.variables.known[kunci], numbers, targets):
            said = f"angka `{_name(kunci)}` tidak pernah turun dan berakhir di target setahun: mungkin angka kumulatif"
            hint = "isi dengan angka periode itu saja, bukan jumlah sejak Januari"
            self.report("IKI455", new[max(new)].tempat, said, hint)

    def _by_period(self, proposals: Iterable[AngkaUsulan]) -> dict[Periode, AngkaUsulan]:
        """One proposal for each period: those that agree are one, those that do not are reported."""
        found: dict[Periode, AngkaUsulan] = {}
        several: dict[Periode, list[AngkaUsulan]] = {}
        for each in proposals:
            other = found.setdefault(each[1], each)
            if other is not each:
                several.setdefault(each.periode, [other]).append(each)
        for periode, same in several.items():
            found[periode] = self._as_one(sorted(same, key=_place))
        return found

    def _as_one(self, same: list[AngkaUsulan]) -> AngkaUsulan:
        """Proposals for one figure as the first of them; those that disagree and those of one sheet are reported."""
        first, of_sheet = same[0], dict[Source, AngkaUsulan]()
        for each in same:
            other = of_sheet.setdefault(each.sumber, each)
            if other is not each or each.nilai != first.nilai:
                other = first if other is each else other
                figures = f"{each.nilai} di sini, {other.nilai} di {_cell(other.tempat)}"
                said = f"`{_name(each.kunci)}` {each.periode.teks} disebut dua kali: {figures}"
                self.report("IKI407", each.tempat, said, "pastikan mana yang benar, lalu hapus yang lain")
        remarks = joined_remarks(*(each.keterangan for each in same))
        return first._replace(keterangan=remarks, bukti=joined_evidence(*(each.bukti for each in same)))

    def _remarked(self, each: AngkaUsulan, row: Isian | Kosong | None, old: str | None) -> AngkaUsulan | None:
        """A proposal with what is said of its figure, there and in the store; None where it changes nothing."""
        remarks, evidence = joined_remarks(each.keterangan), joined_evidence(each.bukti)
        if row is not None:
            kept = joined_remarks(row.keterangan), joined_evidence(row.bukti)
            if old not in {None, each.nilai}:  # what was said of the old number need not be true of the new one
                remarks, evidence = remarks or kept[0], evidence or kept[1]
            else:
                remarks, evidence = joined_remarks(kept[0], remarks), joined_evidence(kept[1], evidence)
            more = (remarks, evidence) != kept or (self._is_own(each, row) and self._is_unrecorded(each, evidence))
            if not self._replaces(each, row, old, more=more):
                return None
        if each.bukti:
            self.evident.append(each)
        return each._replace(keterangan=remarks, bukti=evidence)

    def _replaces(self, each: AngkaUsulan, row: Isian | Kosong, old: str | None, *, more: bool = False) -> bool:
        """Whether a proposal changes its row in the store: its number `old`, or `more`; refused where it may not."""
        own, corrected = self._is_own(each, row), old not in {None, each.nilai}
        if old == each.nilai and not (more and own):  # a remark is no reason to touch what somebody wrote by hand
            self.same += 1
            return False
        if own and (self.koreksi or not corrected):
            return True
        self._refuse(each, row, old, own=own)
        return False

    def _is_own(self, each: AngkaUsulan, row: Isian | Kosong) -> bool:
        """Whether a row stands in the file that imports keep its variable in."""
        return file_name(row.sumber.path) == self.places.of(each.kunci)

    def _refuse(self, each: AngkaUsulan, row: Isian | Kosong, old: str | None, *, own: bool) -> None:
        name = f"`{_name(each.kunci)}` {each.periode.teks}"
        if own:
            said = f"{name} tersimpan {old} di {_row(row)}"
            self.report("IKI453", each.tempat, said, 'bila yang di sini benar, impor dengan `--koreksi "alasannya"`')
        else:
            said = f"{name} sudah ditulis tangan di {_row(row)}: {old or 'kosong'}"
            self.report("IKI453", each.tempat, said, "ubah di sana, atau hapus baris itu lalu impor lagi")

    def _is_unrecorded(self, each: AngkaUsulan, evidence: str) -> bool:
        """Whether the journal lacks the hash of an evidence file; a file that changed since counts under `koreksi`."""
        if not evidence:
            return False
        entry = self.journal.get((each.kunci, each.periode))
        recorded = dict(entry.bukti) if entry else {}
        now = {name: sidik for name in named_files(evidence) if (sidik := self.evidence.sidik(name))}
        return any(name not in recorded or (self.koreksi and recorded[name] != sidik) for name, sidik in now.items())

    def _check_overlaps(self, kunci: Kunci, new: _Proposed, stored: Mapping[Periode, Isian]) -> None:
        """Report periods of which one is part of another, at a proposal."""
        for periode, widest in overlapping((*new, *(periode for periode in stored if periode not in new))):
            if periode in new or widest in new:
                here, there = (periode, widest) if periode in new else (widest, periode)
                place = _cell(new[there].tempat) if there in new else _row(stored[there])
                said = f"`{_name(kunci)}` {here.teks} bertumpuk dengan {there.teks} di {place}"
                self.report("IKI408", new[here].tempat, said, "pakai salah satu: periodenya atau bagian-bagiannya")


def _is_same(stored: Deret, usulan: Usulan) -> bool:
    """Whether figures are the stored ones, all of them and no others, and nothing more is said of either."""
    is_plain = usulan.polos and not any(stored.keterangan) and not any(stored.bukti)
    return is_plain and stored.periode == usulan.periode and [*map(parse_exact, usulan.nilai)] == [*stored.nilai]


def _place(each: AngkaUsulan) -> tuple[str, str, int, int]:
    return each.sumber.path, each.sumber.lembar or "", each.baris, each.kolom


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
