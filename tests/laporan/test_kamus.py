"""The dictionary of indicators."""

import re
from pathlib import Path

import pytest
from kantor_laporan import FILES, Page, made, result

from ikicli.definisi import load
from ikicli.laporan import Bekal, documents

ROOT = Path(__file__).parents[2]


def entry(text: str, name: str) -> str:
    """The entry of an indicator."""
    found = re.search(rf"^### \d+\. Nama {name}\.\n(.*?)(?=^### |^---|^## )", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_an_entry_says_what_an_indicator_is(tmp_path: Path) -> None:
    text = made(result(tmp_path), "md", "kamus")["kamus-sekcam.md"]
    assert entry(text, "hadir").splitlines() == [
        "",
        "Definisi: Penjelasan.",
        "",
        "Realisasi = *Hari hadir* ÷ (*Hari kerja setahun* × *Jumlah pegawai*\\) × 100",
        "",
        "| Variabel | Satuan | Penggabungan antarperiode | Dikumpulkan |",
        "|---|---|---|---|",
        "| Hari hadir | orang hari | jumlah | setiap bulan |",
        "| Hari kerja setahun | hari | jumlah | tetapan 240 hari |",
        "| Jumlah pegawai | orang | rata-rata | setiap bulan |",
        "",
        "- Kode: sekcam.hadir",
        "- Sasaran: Baik.",
        "- Satuan: persen",
        "- Polaritas: naik (makin tinggi makin baik)",
        "- Bobot: 60",
        "- Sumber data: Arsip.",
        "- Penanggung jawab: Sekretaris Kecamatan Uji",
        "- Tafsir: Dibaca dalam orang hari.",
        "- Tertulis di: definitions/jabatan/sekcam.yaml baris 8",
        "",
    ]


def test_formulas_over_other_indicators_and_the_year_before(tmp_path: Path) -> None:
    text = made(result(tmp_path), "md", "kamus")["kamus.md"]
    assert "Realisasi = *Nama hadir (Sekretaris Kecamatan Uji)*" in entry(text, "hadir")
    assert "| Nama hadir (Sekretaris Kecamatan Uji) | persen | hasil indikator lain | – |" in text
    assert "*Dokumen selesai tahun sebelumnya*" in entry(text, "tumbuh")


def test_what_an_indicator_supports_and_its_standing_target(tmp_path: Path) -> None:
    name = "definitions/jabatan/kasi.yaml"
    more = 'id: dokumen\n        target: ">= 5"\n        mendukung: [sekcam.hadir]'
    hasil = result(tmp_path, **{name: FILES[name].replace("id: dokumen", more, 1)})
    text = entry(made(hasil, "md", "kamus")["kamus-kasi.md"], "dokumen")
    assert "- Target tetap: ≥ 5 dokumen, ditetapkan keputusan sendiri\n" in text
    assert "- Mendukung: Nama hadir (Sekretaris Kecamatan Uji)\n" in text


@pytest.mark.parametrize("jenis", ["lampiran", "keputusan", "kamus"])
def test_the_same_whatever_the_year_says(tmp_path: Path, jenis: str) -> None:
    bare = {name: text for name, text in FILES.items() if not name.startswith("realisasi")}
    del bare["definitions/perjanjian/2019.yaml"]
    for name, text in bare.items():
        path = tmp_path / "bare" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = list(documents(Bekal(load(tmp_path / "bare").kantor), jenis, "html"))
    assert found
    assert [tuple(each) for each in found] == list(made(result(tmp_path / "full"), jenis=jenis).items())


def test_formulas_of_the_shipped_decree_are_set_as_mathematics() -> None:
    [(_, html)] = documents(Bekal(load(ROOT).kantor), "kamus", "html", jabatan=["sekcam"])
    page = Page(str(html))
    assert page.tags.count("math") == page.tags.count("mfrac") == 3
    assert "$" not in page.text
