"""The answer about a document for other programs: JSON, version 1."""

from ikicli.telaah.selisih import Arah
from ikicli.telaah.verifikasi.kata import conclusion, make_anew
from ikicli.telaah.verifikasi.periksa import Verifikasi
from ikicli.tulis_json import json_text

_SIDES = {Arah.SAMA: "keduanya", Arah.KIRI: "dokumen", Arah.KANAN: "kini"}


def as_json(found: Verifikasi, dokumen: str) -> str:
    """The answer in the form that docs/bahasa.md promises; `baris_beda` is null where lines cannot be compared."""
    tanda = found.tanda
    content = {
        "versi": 1,
        "dokumen": dokumen,
        "putusan": found.putusan.value,
        "keterangan": list(conclusion(found)),
        "jenis": tanda.jenis,
        "format": tanda.format,
        "jabatan": tanda.jabatan,
        "sampai": tanda.sampai,
        "versi_iki": tanda.versi,
        "berkas": [{"jalur": each.jalur, "keadaan": each.keadaan.value} for each in found.berkas],
        "baris_beda": None if found.selisih is None else [
            [{"di": _SIDES[piece.arah], "teks": piece.teks} for piece in line] for line in found.selisih
        ],
        "bagian_beda": [{"di": _SIDES[each.di], "bagian": each.nama} for each in found.bagian],
        "perintah": make_anew(tanda),
    }  # fmt: skip
    return json_text(content)
