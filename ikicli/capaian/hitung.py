"""The results of an office for a span: every indicator, every jabatan, the office."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ikicli.capaian.aturan import achievement, predicate
from ikicli.capaian.hasil import Cakupan, Hasil, HasilIndikator, HasilJabatan, Keadaan, Masukan
from ikicli.capaian.target import applicable, of_span
from ikicli.definisi.kantor import DEFAULT_RULE
from ikicli.definisi.nouns import Aturan, Indikator, Jabatan, Kantor, Variabel
from ikicli.diagnostik import Diagnostic
from ikicli.realisasi import TANPA_ISIAN, Agregat, Kunci, Periode, Realisasi, aggregate
from ikicli.rumus import Lalu, Nama, Nilai, Rujukan, Tiada, decimal_text, evaluate, total
from ikicli.sumber import span_of
from ikicli.value import Value


class Computed(Value):
    """Results, and what the numbers themselves give reason to say. An error there means that no number may be used."""

    hasil: Hasil
    diagnostics: tuple[Diagnostic, ...]


def rule_set(kantor: Kantor, tahun: int) -> Aturan:
    """The rule set of a year: the one named for it, else for the latest earlier year, else the default."""
    named = kantor.unit.aturan if kantor.unit else {}
    years = [year for year in named if year <= tahun]
    return kantor.aturan[named[max(years)] if years else DEFAULT_RULE]


def needs_year_before(kantor: Kantor) -> bool:
    """Whether any formula asks for the year before."""
    formulas = [i.formula for j in kantor.jabatan for i in j.indikator() if i.formula]
    return any(isinstance(leaf, Lalu) for formula in formulas for leaf in formula.daun)


def compute(
    kantor: Kantor,
    realisasi: Realisasi,
    sampai: Periode,
    tahun_lalu: Realisasi | None = None,
    jabatan: Iterable[str] | None = None,
) -> Computed:
    """The results from January through `sampai`, of all jabatan or of those with the ids in `jabatan`.

    The definitions are free of errors, `realisasi` is of the year of `sampai`, `tahun_lalu` of the year before.
    """
    return _Computation(kantor, realisasi, sampai, tahun_lalu).office(None if jabatan is None else set(jabatan))


class _Value(Value):
    """An indicator's realisasi with what it was made of."""

    nilai: Nilai
    masukan: tuple[Masukan, ...]
    ditunggu: frozenset[int]
    ada: frozenset[int]
    contoh: bool


class _Computation:
    def __init__(self, kantor: Kantor, realisasi: Realisasi, sampai: Periode, before: Realisasi | None) -> None:
        self.kantor, self.realisasi, self.sampai, self.before = kantor, realisasi, sampai, before
        self.aturan = rule_set(kantor, sampai.tahun)
        self.perjanjian = kantor.perjanjian.get(sampai.tahun)
        self.shared = kantor.variabel_bersama()
        self.indicators = {(j.id, i.id): i for j in kantor.jabatan for i in j.indikator()}
        self.values: dict[tuple[str, str], _Value] = {}
        self.found: list[Diagnostic] = []

    def office(self, wanted: set[str] | None) -> Computed:
        jabatan = [each for each in self.kantor.jabatan if wanted is None or each.id in wanted]
        results = tuple(self.jabatan(each) for each in jabatan)
        capaian = _mean((result.capaian, None) for result in results)
        hasil = Hasil(
            kantor=self.kantor,
            sampai=self.sampai,
            aturan=self.aturan,
            capaian=capaian,
            predikat=predicate(self.aturan, capaian),
            dihitung=sum(result.dihitung for result in results),
            kosong=sum(result.kosong for result in results),
            jabatan=results,
        )
        return Computed(hasil, tuple(self.found))

    def jabatan(self, jabatan: Jabatan) -> HasilJabatan:
        results = tuple(
            self.indikator(jabatan.id, sasaran.nama, indikator)
            for sasaran in jabatan.isi.sasaran
            for indikator in sasaran.indikator
        )
        capaian = _mean((result.capaian, result.indikator.bobot) for result in results)
        counted = sum(result.keadaan is Keadaan.DIHITUNG for result in results)
        inapplicable = sum(result.keadaan is Keadaan.TIDAK_BERLAKU for result in results)
        return HasilJabatan(
            jabatan=jabatan,
            capaian=capaian,
            predikat=predicate(self.aturan, capaian),
            dihitung=counted,
            kosong=len(results) - inapplicable - counted,
            indikator=results,
        )

    def indikator(self, jabatan: str, sasaran: str, indikator: Indikator) -> HasilIndikator:
        value = self.value(jabatan, indikator.id)
        realisasi = None if isinstance(value.nilai, Tiada) else value.nilai
        self._check(indikator, value.nilai)
        applies = applicable(self.perjanjian, jabatan, indikator, self.sampai)
        target = applies.target if applies else None
        for_span = of_span(target, self.sampai.akhir) if target else None
        for_year = target.tahun if target else None
        capaian, capaian_tahun = (
            achievement(self.aturan, indikator.polaritas, agreed, realisasi, target.terburuk)
            if target and agreed and realisasi is not None
            else None
            for agreed in (for_span, for_year)
        )
        state = Keadaan.DIHITUNG
        if target is not None and target.tidak_berlaku is not None:
            state = Keadaan.TIDAK_BERLAKU
        elif for_span is None:
            state = Keadaan.BELUM_ADA_TARGET
        elif realisasi is None:
            state = Keadaan.PEMBAGI_NOL if value.nilai is Tiada.PEMBAGI_NOL else Keadaan.BELUM_ADA_DATA
        elif capaian is None:
            state = Keadaan.TIDAK_DIHITUNG
        return HasilIndikator(
            jabatan=jabatan,
            sasaran=sasaran,
            indikator=indikator,
            target=for_span,
            target_tahun=for_year,
            realisasi=realisasi,
            capaian=capaian.nilai if capaian else None,
            capaian_tahun=capaian_tahun.nilai if capaian_tahun else None,
            predikat=predicate(self.aturan, capaian.nilai) if capaian else None,
            keadaan=state,
            alasan=target.tidak_berlaku if target else None,
            cakupan=_coverage(value),
            contoh=value.contoh or bool(applies and applies.contoh),
            nol_terlewati=capaian.nol_terlewati if capaian else False,
            masukan=value.masukan,
        )

    def _check(self, indikator: Indikator, value: Nilai) -> None:
        """What a realisasi itself gives reason to say."""
        if value is Tiada.TERLALU_BESAR:
            hint = "periksa formula dan datanya"
            self.found.append(
                Diagnostic(
                    "IKI503", span_of(indikator.node, "formula"), "hasil formula ini lebih dari seribu digit", hint
                )
            )
        in_percent = indikator.satuan is not None and indikator.satuan.teks == "persen"
        if in_percent and isinstance(value, Fraction) and value > 100 and "IKI504" not in indikator.abaikan:
            message = (
                f"realisasi `{indikator.id}` {decimal_text(value, self.aturan.digit, point=',')} persen, di atas 100"
            )
            hint = "periksa pembilang dan penyebutnya; bila memang wajar, tulis `abaikan` dengan alasannya"
            self.found.append(Diagnostic("IKI504", span_of(indikator.node, "id"), message, hint))

    def value(self, jabatan: str, indikator: str) -> _Value:
        """The realisasi of an indicator, after that of every indicator its formula refers to."""
        ahead = [(jabatan, indikator)]
        while ahead:
            name = ahead[-1]
            needed = (
                [] if name in self.values else [other for other in self._referred(name) if other not in self.values]
            )
            if needed:
                ahead.extend(needed)
                continue
            ahead.pop()
            if name not in self.values:
                self.values[name] = self._evaluated(name)
        return self.values[jabatan, indikator]

    def _referred(self, name: tuple[str, str]) -> Iterator[tuple[str, str]]:
        formula = self.indicators[name].formula
        leaves = formula.daun if formula else ()
        return ((leaf.jabatan, leaf.indikator) for leaf in leaves if isinstance(leaf, Rujukan))

    def _evaluated(self, name: tuple[str, str]) -> _Value:
        indikator = self.indicators[name]
        formula = indikator.formula
        assert formula is not None
        assert formula.pohon is not None
        inputs: dict[str, Masukan] = {}
        values: dict[str, Nilai] = {}
        spans: set[tuple[frozenset[int], frozenset[int]]] = set()
        contoh = False
        for leaf in formula.daun:
            kunci = leaf.kunci
            if kunci in inputs:
                continue
            part: Agregat | _Value
            if isinstance(leaf, Rujukan):
                part, rows = self.values[leaf.jabatan, leaf.indikator], TANPA_ISIAN
                contoh = contoh or part.contoh
            else:
                part = self._aggregated(leaf, name, indikator.variabel.get(leaf.nama))
                rows = part.isian
                contoh = contoh or rows.contoh
            value = values[kunci] = Tiada.KOSONG if part.nilai is None else part.nilai
            inputs[kunci] = Masukan._make((kunci, value, rows))
            spans.add((part.ditunggu, part.ada))
        months = frozenset().union(*(due for due, _ in spans))
        there = months.difference(*(due - covered for due, covered in spans))
        return _Value(evaluate(formula.pohon, values), tuple(inputs.values()), months, there, contoh)

    def _aggregated(self, leaf: Nama | Lalu, name: tuple[str, str], own: Variabel | None) -> Agregat:
        variabel = own or self.shared[leaf.nama]
        key = Kunci._make((*name, leaf.nama)) if own else Kunci("", "", leaf.nama)
        year = self.before if isinstance(leaf, Lalu) else self.realisasi
        rows = year.isian.get(key, TANPA_ISIAN) if year else TANPA_ISIAN
        return aggregate(variabel, rows, self.sampai.akhir)


def _coverage(value: _Value) -> Cakupan | None:
    return Cakupan(len(value.ada), len(value.ditunggu)) if value.ditunggu else None


def _mean(weighted: Iterable[tuple[Fraction | None, Fraction | None]]) -> Fraction | None:
    """The mean of the values that are there, by their weights (none: all weigh the same); None of none."""
    present = [(value, Fraction(1) if weight is None else weight) for value, weight in weighted if value is not None]
    weight = total([weight for _, weight in present])
    return total([value * weight for value, weight in present]) / weight if weight else None
