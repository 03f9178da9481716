"""Explanations for other programs: JSON, version 1. Numbers are exact: `a/b` in lowest terms, `a` where b is 1."""

from fractions import Fraction
from typing import Any

from ikicli.capaian.hasil import Hasil
from ikicli.capaian.jelaskan.kata import in_form
from ikicli.capaian.jelaskan.nouns import AsalTarget, Bahan, IsianTerpakai, Penjelasan, Terjelaskan
from ikicli.capaian.letak import Letak, path_of
from ikicli.capaian.sebutan import reason
from ikicli.capaian.tulis import indicator, year_before
from ikicli.definisi.nouns import Agregasi
from ikicli.rumus import Nilai
from ikicli.tulis_json import json_text


def as_json(told: Terjelaskan) -> str:
    """The explanations in the form that docs/bahasa.md promises."""
    hasil = told.hasil
    whole = {
        "versi": 1,
        "tahun": hasil.sampai.tahun,
        "sampai": hasil.sampai.teks,
        "unit": hasil.kantor.nama,
        "aturan": _rule(hasil),
        "indikator": [_explained(hasil, each) for each in told.diminta],
        "rujukan": [_explained(hasil, each) for each in told.dirujuk],
    }
    return json_text(whole)


def _rule(hasil: Hasil) -> dict[str, Any]:
    isi = hasil.aturan.isi
    low, high = (isi.batas.bawah, isi.batas.atas) if isi.batas else (None, None)
    return {
        "id": hasil.aturan.id,
        "nama": isi.aturan,
        "berkas": path_of(hasil.kantor, hasil.aturan.sumber),
        "batas": {"bawah": _exact(low), "atas": _exact(high)},
        "dasar": [{"dibaca": each.dibaca} if each.dibaca else {"kutipan": each.kutipan} for each in isi.dasar],
    }


def _explained(hasil: Hasil, told: Penjelasan) -> dict[str, Any]:
    one = told.hasil
    return {
        "jabatan": one.jabatan,
        **indicator(one, hasil.aturan.digit),
        **year_before(hasil, one),
        "alasan": reason(hasil, one),
        "cara": _way(hasil, told),
        "asal_target": _origin(told.target) if told.target else None,
        "formula": {
            **_place(told.letak),
            "kata": "".join(piece.teks for piece in told.rumus),
            "berisi": told.berisi,
            "langkah": [
                {"hitungan": each.teks, "nilai": _value(each.nilai), "satuan": each.satuan} for each in told.tahap
            ],
        },
        "masukan": [_ingredient(each) for each in told.bahan],
    }


def _way(hasil: Hasil, told: Penjelasan) -> dict[str, Any] | None:
    achieved = told.capaian
    if achieved is None:
        return None
    return {
        "jenis": achieved.cara.value,
        "bentuk": in_form(hasil.aturan, told.hasil.indikator.polaritas),
        "berisi": told.bentuk,
        "terhadap": _exact(achieved.terhadap),
        "sebelum_batas": _exact(achieved.mentah),
        "nol_terlewati": achieved.nol_terlewati,
    }


def _origin(target: AsalTarget) -> dict[str, Any]:
    return {
        **_place(target.letak),
        "perjanjian": target.tahun,
        "tanggal": target.tanggal.isoformat() if target.tanggal else None,
        "dasar": target.dasar,
        "semula": target.semula.teks if target.semula else None,
        "rencana": target.rencana.teks if target.rencana else None,
        "terburuk": _exact(target.terburuk),
    }


def _ingredient(bahan: Bahan) -> dict[str, Any]:
    return {
        "kunci": bahan.kunci,
        "nama": bahan.nama,
        "satuan": bahan.satuan,
        "nilai": _value(bahan.nilai),
        "bersama": bahan.bersama,
        "rujukan": bahan.rujukan,
        "tetapan": _exact(bahan.tetapan),
        "agregasi": (bahan.agregasi or Agregasi.TAK_TERBACA).value or None,
        "isian": [_cell(each) for each in bahan.isian],
        "kurang": {"periode": [each.teks for each in bahan.kurang.periode], "berkas": bahan.kurang.berkas}
        if bahan.kurang
        else None,
    }


def _cell(isian: IsianTerpakai) -> dict[str, Any]:
    came = isian.impor
    return {
        "periode": isian.periode.teks,
        "nilai": _exact(isian.nilai),
        **_place(isian.letak),
        "contoh": isian.contoh,
        "keterangan": isian.keterangan or None,
        "tercatat": isian.tercatat,
        "impor": came
        and {
            "waktu": came.waktu,
            "berkas": came.berkas,
            "lembar": came.lembar,
            "baris": came.baris,
            "kolom": came.kolom,
            "sidik": came.sidik,
            "lama": came.lama,
            "alasan": came.alasan,
        },
    }


def _place(letak: Letak) -> dict[str, Any]:
    return {"berkas": letak.berkas, "baris": letak.baris}


def _value(nilai: Nilai) -> str | None:
    return _exact(nilai) if isinstance(nilai, Fraction) else None


def _exact(nilai: Fraction | None) -> str | None:
    return None if nilai is None else str(nilai)
