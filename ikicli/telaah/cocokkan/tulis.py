"""A comparison for other programs: JSON, version 1; lines from 1, paths as `show` gives them."""

from collections.abc import Callable, Sequence
from typing import Any

from ikicli.telaah.cocokkan.bunyi import Butir
from ikicli.telaah.cocokkan.kata import by_kind, coverage, heading, percent, place, remarks
from ikicli.telaah.cocokkan.kejelasan import Catatan
from ikicli.telaah.cocokkan.pencocokan import Pencocokan
from ikicli.telaah.cocokkan.temuan import Putusan, Temuan
from ikicli.telaah.selisih import Arah
from ikicli.tulis_json import json_text

_SIDES = {Arah.SAMA: "keduanya", Arah.KIRI: "keputusan", Arah.KANAN: "definisi"}
Show = Callable[[str], str]


def as_json(found: Pencocokan, show: Show) -> str:
    """The comparison in the form that docs/bahasa.md promises."""
    counts, whole = found.counts(), coverage(found.temuan)
    content = {
        "versi": 1,
        "keputusan": show(found.keputusan.path),
        "sama_persis": found.is_verbatim,
        "ringkasan": {
            "butir": whole.semua,
            **{putusan.value: counts[putusan] for putusan in Putusan},
            "persen": percent(whole).replace(",", "."),
        },
        "tanpa_kepala": found.tanpa_kepala,
        "bagian": [_section(each) for each in found.temuan],
        "perbedaan": [_difference(chain, show) for each in found.temuan for chain in each.told()],
        "target": [_note(each, show) for each in found.target],
        "tidak_jelas": [_note(each, show) for each in found.tak_jelas],
        "tafsir": [_note(each, show) for each in found.tafsir],
        "tidak_terbaca": [{"baris": each.baris, "teks": each.teks, "sebab": each.sebab} for each in found.tak_terbaca],
    }
    return json_text(content)


def _section(temuan: Temuan) -> dict[str, Any]:
    whole = coverage([temuan])
    kinds = {hal: {"butir": each.semua, "sama": each.sama} for hal, each in by_kind(temuan).items()}
    return {"nama": heading(temuan), "butir": whole.semua, "sama": whole.sama, "menurut_hal": kinds}


def _difference(chain: Sequence[Temuan], show: Show) -> dict[str, Any]:
    one = chain[-1]
    return {
        "letak": place(chain),
        "jabatan": chain[0].id,
        "hal": one.butir.hal.value,
        "nomor": one.nomor,
        "putusan": one.putusan.value,
        "keputusan": _side(one.keputusan, show),
        "definisi": _side(one.definisi, show),
        "selisih": [{"di": _SIDES[each.arah], "teks": each.teks} for each in one.selisih],
        "keterangan": list(remarks(one)),
    }


def _side(butir: Butir | None, show: Show) -> dict[str, Any] | None:
    return None if butir is None else {"berkas": show(butir.span.source.path), "baris": butir.baris, "teks": butir.teks}


def _note(note: Catatan, show: Show) -> dict[str, Any]:
    places = [{"berkas": show(each.source.path), "baris": each.first[0]} for each in note.tempat]
    return {"hal": note.hal, "isi": note.isi, "tempat": places}
