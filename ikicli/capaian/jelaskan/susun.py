"""From results to their explanation: what every number was made of, gathered from definitions, agreement and rows."""

from collections.abc import Iterable, Mapping, Sequence

from ikicli.capaian.aturan import Capaian, Cara, achievement, form
from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan, Keadaan, Masukan
from ikicli.capaian.istilah import Istilah, called
from ikicli.capaian.jelaskan.nouns import AsalTarget, Bahan, IsianTerpakai, Kurang, Penjelasan, Terjelaskan
from ikicli.capaian.jelaskan.tahap import filled, pieces, steps
from ikicli.capaian.letak import place_of, place_of_value
from ikicli.capaian.target import Berlaku, applicable, point_of_plan
from ikicli.capaian.tulisan import satuan
from ikicli.definisi.nouns import Kantor, Variabel
from ikicli.realisasi import Deret, Isian, Kunci, Periode, aggregate
from ikicli.realisasi.diminta import UNIT
from ikicli.realisasi.jurnal import CatatanImpor
from ikicli.realisasi.periode import gathered
from ikicli.rumus import Lalu, Rujukan, parse_number
from ikicli.sumber import span_of

Jurnal = Mapping[tuple[Kunci, Periode], CatatanImpor]
"""How each figure came into the store; empty where that is not asked for."""


def needed(kantor: Kantor, asked: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The indicators asked for, then those that their formulas refer to, those that these refer to, each once."""
    formulas = {(j.id, i.id): i.formula for j in kantor.jabatan for i in j.indikator()}
    found = dict.fromkeys(asked)
    ahead = list(found)
    while ahead:
        formula = formulas[ahead.pop(0)]
        leaves = formula.daun if formula else ()
        for name in ((leaf.jabatan, leaf.indikator) for leaf in leaves if isinstance(leaf, Rujukan)):
            if name not in found:
                found[name] = None
                ahead.append(name)
    return list(found)


def explain_all(hasil: Hasil, asked: Sequence[tuple[str, str]], jurnal: Jurnal) -> Terjelaskan:
    """The explanations of some indicators of a result, and of what their formulas refer to."""
    known = {(each.jabatan.id, one.indikator.id): (each, one) for each in hasil.jabatan for one in each.indikator}
    told = tuple(explain(hasil, *known[name], jurnal) for name in needed(hasil.kantor, asked))
    return Terjelaskan(hasil, told[: len(asked)], told[len(asked) :])


def explain(hasil: Hasil, jabatan: HasilJabatan, one: HasilIndikator, jurnal: Jurnal) -> Penjelasan:
    """How the numbers of an indicator came about; `jurnal` tells how figures of the year and the year before came."""
    formula = one.indikator.formula
    tree = formula.pohon if formula else None
    assert tree is not None
    known, digit = called(hasil, one.indikator), hasil.aturan.digit
    values = {given.kunci: given.nilai for given in one.masukan}
    units = {key: name.tertulis.satuan if name.tertulis else None for key, name in known.items()}
    agreed = applicable(hasil.kantor.perjanjian.get(hasil.sampai.tahun), one.jabatan, one.indikator, hasil.sampai)
    achieved = _achieved(hasil, one, agreed)
    return Penjelasan(
        hasil=one,
        jabatan=jabatan,
        letak=place_of(hasil.kantor, span_of(one.indikator.node, "formula")),
        rumus=tuple(pieces(tree, known)),
        berisi=filled(tree, values, digit),
        tahap=steps(tree, values, units, satuan(one.indikator), digit),
        bahan=tuple(_ingredient(hasil, one, given, known[given.kunci], jurnal) for given in one.masukan),
        target=_origin(hasil, one, agreed) if agreed else None,
        bentuk=_form_filled(hasil, one, achieved, agreed) if achieved and agreed else None,
        capaian=achieved,
    )


def _achieved(hasil: Hasil, one: HasilIndikator, agreed: Berlaku | None) -> Capaian | None:
    if agreed is None or one.target is None or one.realisasi is None:
        return None
    return achievement(hasil.aturan, one.indikator.polaritas, one.target, one.realisasi, agreed.target.terburuk)


def _form_filled(hasil: Hasil, one: HasilIndikator, achieved: Capaian, agreed: Berlaku) -> str | None:
    """The rule set's form with the values put in; None where it is not the form that gave the capaian."""
    formula = form(hasil.aturan, one.indikator.polaritas)
    if formula is None or formula.pohon is None or achieved.cara is not Cara.BENTUK:
        return None
    values = {"realisasi": one.realisasi, "target": achieved.terhadap, "terburuk": agreed.target.terburuk}
    known = {key: value for key, value in values.items() if value is not None}
    return filled(formula.pohon, known, hasil.aturan.digit)


def _origin(hasil: Hasil, one: HasilIndikator, agreed: Berlaku) -> AsalTarget:
    perjanjian, change = agreed.perjanjian, agreed.perubahan
    first = perjanjian.isi.target.get(one.jabatan, {}).get(one.indikator.id) if perjanjian and change else None
    return AsalTarget(
        letak=place_of(hasil.kantor, span_of(agreed.target.node)),
        tahun=perjanjian.tahun if perjanjian else None,
        tanggal=change.tanggal if change else None,
        dasar=change.dasar if change else None,
        semula=first.tahun if first else None,
        rencana=point_of_plan(agreed.target, hasil.sampai),
        terburuk=agreed.target.terburuk,
    )


def _ingredient(hasil: Hasil, one: HasilIndikator, given: Masukan, name: Istilah, jurnal: Jurnal) -> Bahan:
    leaf, variabel = name.daun, name.variabel
    if isinstance(leaf, Rujukan) or variabel is None:
        return Bahan(given.kunci, name.nama, name.satuan, given.nilai, False, given.kunci, None, None, (), None)
    shared = leaf.nama not in one.indikator.variabel
    key = Kunci("", "", leaf.nama) if shared else Kunci(one.jabatan, one.indikator.id, leaf.nama)
    year = hasil.sampai.tahun - isinstance(leaf, Lalu)
    return Bahan(
        kunci=given.kunci,
        nama=name.nama,
        satuan=name.satuan,
        nilai=given.nilai,
        bersama=shared,
        rujukan=None,
        tetapan=variabel.tetapan,
        agregasi=variabel.agregasi,
        isian=tuple(_cell(hasil.kantor, each, jurnal.get((key, each.periode))) for each in given.isian),
        kurang=None
        if one.keadaan is Keadaan.TIDAK_BERLAKU
        else _lacking(key, variabel, given.isian, hasil.sampai._replace(tahun=year)),
    )


def _cell(kantor: Kantor, isian: Isian, impor: CatatanImpor | None) -> IsianTerpakai:
    """A value; an entry of the journal tells how it came only while it tells of this value."""
    is_same = impor is not None and parse_number(impor.baru) == isian.nilai
    return IsianTerpakai(
        periode=isian.periode,
        nilai=isian.nilai,
        letak=place_of_value(kantor, isian),
        contoh=isian.contoh,
        impor=impor if is_same else None,
        tercatat=impor.baru if impor is not None and not is_same else None,
        keterangan=isian.keterangan,
    )


def _lacking(kunci: Kunci, variabel: Variabel, deret: Deret, sampai: Periode) -> Kurang | None:
    part = aggregate(variabel, deret, sampai.akhir)
    missing = sorted(part.ditunggu - part.ada)
    periods = tuple(gathered(sampai.tahun, missing, variabel.periode.bulan))
    return Kurang(kunci, periods, f"realisasi/{sampai.tahun}/{kunci.jabatan or UNIT}.csv") if periods else None
