"""The cascade for other programs: JSON, version 1, and Mermaid, the text that wikis draw as a picture."""

from collections.abc import Iterator
from typing import Any

from ikicli.capaian.hasil import Hasil, HasilIndikator, HasilJabatan
from ikicli.capaian.jenjang import Jenjang, Pendukung, Simpul
from ikicli.capaian.sebutan import label
from ikicli.capaian.tulisan import angka
from ikicli.rumus import decimal_text
from ikicli.tulis_json import json_text


def as_json(jenjang: Jenjang) -> str:
    """The cascade in the form that docs/bahasa.md promises; what no results are known for is null."""
    hasil = jenjang.hasil
    content = {
        "versi": 1,
        "unit": jenjang.kantor.nama,
        "tahun": hasil.sampai.tahun if hasil else None,
        "sampai": hasil.sampai.teks if hasil else None,
        "aturan": hasil.aturan.id if hasil else None,
        "contoh": hasil.contoh if hasil else None,
        "pimpinan": {"id": jenjang.pimpinan.id, "jabatan": jenjang.pimpinan.jabatan} | _figures(hasil, hasil),
        "jabatan": [_jabatan(each, hasil) for each in jenjang.simpul],
        "tidak_didukung": list(jenjang.unsupported()),
        "tidak_mendukung": list(jenjang.supporting_none()),
    }
    return json_text(content)


def _jabatan(simpul: Simpul, hasil: Hasil | None) -> dict[str, Any]:
    jabatan = simpul.jabatan
    return (
        {"id": jabatan.id, "nama": jabatan.nama, "atasan": jabatan.isi.atasan, "tingkat": simpul.tingkat}
        | _figures(simpul.hasil, hasil)
        | {"indikator": [_indikator(each, hasil) for each in simpul.indikator]}
    )


def _indikator(each: Pendukung, hasil: Hasil | None) -> dict[str, Any]:
    return (
        {"id": each.indikator.id, "nama": each.indikator.nama}
        | _figures(each.hasil, hasil)
        | {
            "keadaan": each.hasil.keadaan.value if each.hasil else None,
            "mendukung": list(each.mendukung),
            "didukung": list(each.didukung),
        }
    )


def _figures(part: Hasil | HasilJabatan | HasilIndikator | None, hasil: Hasil | None) -> dict[str, str | None]:
    if part is None or hasil is None or part.capaian is None:
        return {"capaian": None, "predikat": None}
    return {"capaian": decimal_text(part.capaian, hasil.aturan.digit), "predikat": part.predikat}


def as_mermaid(jenjang: Jenjang) -> str:
    """The cascade as a Mermaid flowchart; names in it are inert text, whatever they contain."""
    return "".join(f"{line}\n" for line in _mermaid(jenjang))


def _mermaid(jenjang: Jenjang) -> Iterator[str]:
    jabatan = {each.jabatan.id: f"j{number}" for number, each in enumerate(jenjang.simpul, start=1)}
    indikator = {each.nama: f"i{number}" for number, each in enumerate(jenjang.indikator(), start=1)}
    yield "flowchart LR"
    yield f'  j0(["{_said(jenjang.pimpinan.jabatan, _shown(jenjang.hasil, jenjang.hasil))}"])'
    for simpul in jenjang.simpul:
        node = jabatan[simpul.jabatan.id]
        yield f'  {node}["{_said(simpul.jabatan.nama, _shown(simpul.hasil, jenjang.hasil))}"]'
        yield f"  {jabatan.get(simpul.jabatan.isi.atasan, 'j0')} --- {node}"
        for each in simpul.indikator:
            yield f'  {indikator[each.nama]}("{_said(each.indikator.nama, _state(each, jenjang.hasil))}")'
            yield f"  {node} --- {indikator[each.nama]}"
    for each in jenjang.indikator():
        yield from (f"  {indikator[each.nama]} -. mendukung .-> {indikator[name]}" for name in each.mendukung)


def _state(each: Pendukung, hasil: Hasil | None) -> str:
    if each.hasil is None or each.hasil.capaian is not None:
        return _shown(each.hasil, hasil)
    return label(each.hasil)


def _shown(part: Hasil | HasilJabatan | HasilIndikator | None, hasil: Hasil | None) -> str:
    if part is None or hasil is None or part.capaian is None:
        return ""
    example = " (angka contoh)" if part.contoh else ""
    return f"{angka(part.capaian, hasil.aturan.digit)} {part.predikat or ''}".rstrip() + example


def _said(name: str, figure: str) -> str:
    return "<br/>".join(_inert(text) for text in (name, figure) if text)


def _inert(text: str) -> str:
    """The text with every character but letters, digits and plain punctuation as Mermaid's own code for it."""
    spaced = " ".join(text.split())
    return "".join(each if each.isalnum() or each in " .,-" else f"#{ord(each)};" for each in spaced)
