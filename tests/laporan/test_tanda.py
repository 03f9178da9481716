"""The manifest: what is written is read again, through every wrapping that a format puts around it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor_laporan import made, result

from ikicli import __version__
from ikicli.laporan import JENIS
from ikicli.laporan.bahan.berkas import Berkas
from ikicli.laporan.bahan.naskah import Bagian, KepalaSurat, Naskah
from ikicli.laporan.bahan.tanda import Sidik, Tanda, marked, read
from ikicli.realisasi import Periode

WRAPPINGS = ['<meta name="iki" content="{}">\n', "{}\n", "<vt:lpwstr>{}</vt:lpwstr>", "{}, ", "({})"]
SHA = "0123456789abcdef" * 4


def naskah(jabatan: str | None, paths: list[str]) -> Naskah:
    files = tuple(Berkas(path, "Definisi", SHA) for path in paths)
    kepala = KepalaSurat("PEMERINTAH", "UNIT", ())
    return Naskah("n", "j", "p", "", kepala, None, (), None, (Bagian("", "berkas", files),), jabatan=jabatan)


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@given(
    paths=st.lists(st.text(min_size=1), max_size=4),
    jabatan=st.none() | st.from_regex("[a-z][a-z0-9_]*", fullmatch=True),
)
def test_what_is_written_is_read_again(wrapping: str, paths: list[str], jabatan: str | None) -> None:
    lines = marked(naskah(jabatan, paths), "rencana-aksi", "pdf", Periode(2019, 4, 6)).tanda
    text = "Halaman 1\n" + "".join(wrapping.format(line) for line in lines) + f"iki-berkas: {SHA} lain"
    berkas = tuple(Sidik(path, SHA) for path in paths)
    assert read(text) == Tanda(__version__, "rencana-aksi", "pdf", jabatan, "2019-TW2", berkas)


@given(st.lists(st.text(min_size=1), max_size=4))
def test_no_character_of_a_line_acts(paths: list[str]) -> None:
    lines = marked(naskah(None, paths), "kamus", "md", None).tanda
    assert not set("".join(lines)) & set("<>&\"'()[]{}\\,;*_#|$`\n\r\t") - {"_"}
    assert "".join(lines).isascii()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "iki-dokumen: versi=1 jenis=kamus berkas=0",
        f"iki-dokumen: versi=1 jenis=kamus format=md berkas=2\niki-berkas: {SHA} a",
        f"iki-berkas: {SHA} a",
    ],
    ids=["empty", "no format", "a line cut off", "no document"],
)
def test_less_than_a_manifest_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("format", ["html", "md"])
def test_every_document_carries_one(tmp_path: Path, format: str) -> None:
    hasil = result(tmp_path)
    for jenis in JENIS:
        documents = made(hasil, format, jenis)
        assert documents
        for name, text in documents.items():
            tanda = read(text)
            assert tanda is not None
            assert tanda.berkas
            assert (tanda.jenis, tanda.format) == (jenis, format)
            suffix = "" if tanda.jabatan is None else f"-{tanda.jabatan}"
            assert Path(name).stem.endswith(suffix)
            assert all(each.sha256 in text.split("Berkas Sumber")[-1] for each in tanda.berkas)
