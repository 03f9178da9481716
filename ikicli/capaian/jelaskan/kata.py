"""In words: predikat, capaian, the rule it follows, target and realisasi."""

from collections.abc import Iterator
from fractions import Fraction

from ikicli.capaian.arah_teks import sisipan
from ikicli.capaian.aturan import Capaian, Cara, form
from ikicli.capaian.hasil import Hasil, HasilIndikator
from ikicli.capaian.jelaskan.cabang import Cabang, Rupa, with_exact
from ikicli.capaian.jelaskan.kata_bahan import ingredients
from ikicli.capaian.jelaskan.nouns import AsalTarget, Penjelasan, Terjelaskan
from ikicli.capaian.jelaskan.tahap import step_result
from ikicli.capaian.letak import path_of
from ikicli.capaian.sebutan import agreement, reason, year_before
from ikicli.capaian.tulisan import angka, angka_utuh, bersatuan, satuan, sebutan_rentang, target
from ikicli.definisi.nouns import Aturan, Dasar, Polaritas
from ikicli.rumus.write import in_words, write

ARAH = {
    Polaritas.NAIK: "naik (makin tinggi makin baik)",
    Polaritas.TURUN: "turun (makin rendah makin baik)",
    Polaritas.STABIL: "stabil (makin dekat ke target makin baik)",
}


def trees(told: Terjelaskan) -> Iterator[Cabang]:
    """A tree for every indicator that was asked for, then for those that these rest on."""
    for each in told.diminta:
        yield _tree(told.hasil, each, "")
    for each in told.dirujuk:
        yield _tree(told.hasil, each, "dirujuk formula di atas: ")


def _tree(hasil: Hasil, explained: Penjelasan, why: str) -> Cabang:
    one = explained.hasil
    span = f"{sisipan(explained.jabatan.jabatan.nama)}, {sebutan_rentang(hasil.sampai)}"
    warning = [Cabang("ANGKA CONTOH", "bukan angka resmi", rupa=Rupa.CONTOH)] if one.contoh else []
    lines = (Cabang("", span), *warning, *branches(hasil, explained))
    return Cabang(f"{why}{explained.nama}", sisipan(one.indikator.nama), lines)


def branches(hasil: Hasil, explained: Penjelasan) -> tuple[Cabang, ...]:
    """The whole derivation of an indicator's numbers, from the predikat down to the rows."""
    target_branch = agreed(hasil, explained)
    return (
        *_predikat(hasil, explained.hasil),
        achieved(hasil, explained),
        *_in_the_mean(hasil, explained),
        *_before(hasil, explained.hasil),
        _rule(hasil),
        target_branch if explained.target else target_branch._replace(anak=(_to_do(hasil, explained.hasil),)),
        Cabang("Polaritas", ARAH[explained.hasil.indikator.polaritas]),
        reached(hasil, explained),
        Cabang("Yang dimasukkan", "", ingredients(hasil, explained)),
    )


def _predikat(hasil: Hasil, one: HasilIndikator) -> Iterator[Cabang]:
    if one.capaian is None:
        return
    band = next((each for each in hasil.aturan.isi.predikat if each.nama == one.predikat), None)
    if band is None or band.dari is None:
        why = "capaian di bawah pita terendah" if hasil.aturan.isi.predikat else "aturan ini tidak memuat predikat"
        yield Cabang("Predikat", f"tidak ada, {why}")
        return
    shown = angka(one.capaian, hasil.aturan.digit)
    yield Cabang(
        "Predikat", sisipan(band.nama), (Cabang("", f"mulai {angka_utuh(band.dari)}; dibaca dari {shown}"),), Rupa.ANGKA
    )


def achieved(hasil: Hasil, explained: Penjelasan) -> Cabang:
    """The capaian, how the rule set came to it, and what to know about it; or why there is none."""
    one = explained.hasil
    if explained.capaian is None or one.capaian is None:
        why = reason(hasil, one) or ""
        return Cabang("Capaian", why, rupa=Rupa.KURANG)
    lines = (*_way(hasil, explained, explained.capaian), *_cautions(hasil, one))
    return Cabang("Capaian", with_exact(one.capaian, hasil.aturan.digit, "persen"), lines, Rupa.ANGKA)


def _to_do(hasil: Hasil, one: HasilIndikator) -> Cabang:
    """Where a target would be written that nobody has agreed on yet."""
    file = f"definitions/perjanjian/{hasil.sampai.tahun}.yaml"
    return Cabang("", f"tulis di {file}, di bawah `target`: `{one.jabatan}: {{{one.indikator.id}: ...}}`")


def _way(hasil: Hasil, explained: Penjelasan, capaian: Capaian) -> Iterator[Cabang]:
    one, aturan = explained.hasil, hasil.aturan
    agreed_on = target(one.target) if one.target else ""
    if capaian.cara is Cara.DALAM_RENTANG:
        yield Cabang("Cara", f"realisasi berada di dalam target {agreed_on}, jadi capaiannya 100 (bacaan kami)")
    elif capaian.cara is Cara.TARGET_NOL:
        missed = ", terlewati" if capaian.nol_terlewati else ""
        said = (
            f"target nol{missed}: bentuk {one.indikator.polaritas.value} tidak memberi angka; menurut aturan dihitung"
        )
        yield Cabang("Cara", f"{said} {angka_utuh(capaian.mentah)}")
    else:
        crossed = one.target is not None and one.target.angka is None and capaian.terhadap is not None
        if crossed and capaian.terhadap is not None:
            said = f"realisasi di luar target {agreed_on}; dihitung terhadap batas yang terlewati"
            yield Cabang("Cara", f"{said}, {angka_utuh(capaian.terhadap)}")
        words = in_form(aturan, one.indikator.polaritas)
        yield Cabang(f"Bentuk {one.indikator.polaritas.value}", f"{words} = {explained.bentuk}")
    if capaian.mentah != capaian.nilai:
        raw, side = angka(capaian.mentah, aturan.digit), "tinggi" if capaian.mentah > capaian.nilai else "rendah"
        said = f"hasil bentuknya {raw}, dibatasi paling {side} {angka_utuh(capaian.nilai)}"
        yield Cabang("Batas", said, rupa=Rupa.KURANG)


def in_form(aturan: Aturan, polaritas: Polaritas) -> str | None:
    """The form of capaian for a polarity, in words."""
    formula = form(aturan, polaritas)
    tree = formula.pohon if formula else None
    return write(tree, in_words(lambda leaf: leaf.kunci)) if tree else None


def _cautions(hasil: Hasil, one: HasilIndikator) -> Iterator[Cabang]:
    if one.is_provisional and one.cakupan:
        said = f"capaian sementara: data {one.cakupan.ada} dari {one.cakupan.dari} bulan"
        yield Cabang("", said, rupa=Rupa.KURANG)
    if hasil.is_against_whole_year(one):
        yield Cabang("", "terhadap target setahun; target tidak dibagi menurut periode", rupa=Rupa.KURANG)
    if one.nol_terlewati:
        yield Cabang("", "target nol terlewati; disebut tersendiri di samping rata-rata", rupa=Rupa.KURANG)
    if one.capaian_tahun is not None and one.target != one.target_tahun:
        shown = with_exact(one.capaian_tahun, hasil.aturan.digit, "persen")
        yield Cabang("Terhadap target setahun", shown)


def _in_the_mean(hasil: Hasil, explained: Penjelasan) -> Iterator[Cabang]:
    """How the capaian enters the jabatan's."""
    jabatan, bobot = explained.jabatan, explained.hasil.indikator.bobot
    if jabatan.capaian is None:
        return
    mean = f"{angka(jabatan.capaian, hasil.aturan.digit)} persen"
    counted = [each.indikator.bobot for each in jabatan.indikator if each.capaian is not None]
    if explained.capaian is None:
        said = f"tidak ikut, juga tidak sebagai nol; rata-rata {len(counted)} indikator lain {mean}"
    elif bobot is None:
        said = f"satu dari {len(counted)} indikator yang dihitung; rata-ratanya {mean}"
    else:
        total = sum((each for each in counted if each is not None), Fraction(0))
        said = f"bobot {angka_utuh(bobot)} dari {angka_utuh(total)} yang dihitung; rata-ratanya {mean}"
    yield Cabang("Dalam rata-rata jabatan", said)


def _before(hasil: Hasil, one: HasilIndikator) -> Iterator[Cabang]:
    """What the indicator reached over the same span a year earlier."""
    said = year_before(hasil, one)
    if said:
        yield Cabang("", f"{said}; dihitung dengan definisi sekarang")


def _rule(hasil: Hasil) -> Cabang:
    aturan = hasil.aturan
    cited = tuple(_citation(each) for each in aturan.isi.dasar)
    limits = Cabang("", f"capaian {bounds(aturan)}; dibulatkan {aturan.digit} desimal saat ditampilkan")
    name = f"{aturan.id}, {sisipan(aturan.isi.aturan)}"
    return Cabang("Aturan", name, (limits, *cited), letak=path_of(hasil.kantor, aturan.sumber))


def bounds(aturan: Aturan) -> str:
    """Between which figures a rule set keeps a capaian, in words."""
    batas = aturan.isi.batas
    low, high = (batas.bawah, batas.atas) if batas else (None, None)
    floor = "tanpa batas bawah" if low is None else f"paling rendah {angka_utuh(low)}"
    cap = "tanpa batas atas" if high is None else f"paling tinggi {angka_utuh(high)}"
    return f"{floor}, {cap}"


def _citation(dasar: Dasar) -> Cabang:
    """A citation with its mark: nobody is to take second-hand knowledge for the text itself."""
    return (
        Cabang("Dasar, naskahnya dibaca", dasar.dibaca)
        if dasar.dibaca
        else Cabang("Dasar, dari kutipan", dasar.kutipan or "")
    )


def agreed(hasil: Hasil, explained: Penjelasan) -> Cabang:
    """The target and where it was agreed."""
    one, origin = explained.hasil, explained.target
    if origin is None:
        return Cabang("Target", "belum ada", rupa=Rupa.KURANG)
    if one.alasan is not None:
        return Cabang("Target", "tidak berlaku", letak=origin.letak.teks)
    shown = bersatuan(target(one.target), satuan(one.indikator)) if one.target else "belum ada untuk rentang ini"
    lines = [Cabang("", _where(hasil, origin), letak=origin.letak.teks)]
    if origin.rencana is not None:
        lines.append(Cabang("", f"rencana aksi: tingkat pada akhir {origin.rencana.sebutan}"))
    if one.target_tahun is not None and one.target_tahun != one.target:
        lines.append(Cabang("", f"target setahun {bersatuan(target(one.target_tahun), satuan(one.indikator))}"))
    if origin.terburuk is not None:
        lines.append(Cabang("", f"nilai terburuk {angka_utuh(origin.terburuk)}"))
    return Cabang("Target", shown, tuple(lines), Rupa.ANGKA)


def _where(hasil: Hasil, origin: AsalTarget) -> str:
    example = " (contoh)" if origin.tahun is not None and hasil.kantor.perjanjian[origin.tahun].isi.contoh else ""
    said = agreement(origin.tahun, origin.tanggal, example)
    if origin.tanggal is None:
        return said
    basis = f" ({sisipan(origin.dasar)})" if origin.dasar else ""
    before = f"; semula {target(origin.semula)}" if origin.semula else ""
    return f"{said}{basis}{before}"


def reached(hasil: Hasil, explained: Penjelasan) -> Cabang:
    """The realisasi: the formula in words and with values, step by step, and how the decree was read."""
    one, digit = explained.hasil, hasil.aturan.digit
    unit = satuan(one.indikator)
    words = "".join(piece.teks for piece in explained.rumus)
    lines = [
        Cabang("Formula", words, letak=explained.letak.teks),
        *stepwise(explained, digit),
        *([Cabang("Tafsir", one.indikator.tafsir)] if one.indikator.tafsir else []),
    ]
    if one.realisasi is None:
        return Cabang("Realisasi", "tidak ada", tuple(lines), Rupa.KURANG)
    return Cabang("Realisasi", with_exact(one.realisasi, digit, unit), tuple(lines), Rupa.ANGKA)


def stepwise(explained: Penjelasan, digit: int) -> Iterator[Cabang]:
    """The formula with values put in, and its steps where there are several."""
    if not explained.tahap:
        return
    steps = tuple(Cabang("", f"{each.teks} {step_result(each, digit)}") for each in explained.tahap)
    if len(steps) == 1:
        yield Cabang("Dengan nilainya", steps[0].isi)
    else:
        yield Cabang("Dengan nilainya", explained.berisi, steps)
