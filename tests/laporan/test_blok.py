"""Blocks: every form becomes some, and cells that reach down keep their place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kantor_laporan import material, result

from ikicli.laporan import JENIS
from ikicli.laporan.blok import BENTUK, blocks
from ikicli.laporan.blok.letak import placed
from ikicli.laporan.blok.nouns import Halaman, Judul, Kisi, Larik, Rincian, Sel, plain


def forms(folder: Path) -> set[str]:
    hasil = result(folder)
    papers = (each for jenis in JENIS for each in JENIS[jenis].naskah(material(hasil, jenis), None))
    return {bagian.bentuk for naskah in papers for bagian in (*naskah.bagian, *naskah.lampiran)}


def test_every_form_that_a_document_has_becomes_blocks(tmp_path: Path) -> None:
    assert forms(tmp_path) == set(BENTUK)


def test_parts_signed_one_by_one_each_begin_a_page(tmp_path: Path) -> None:
    *_, naskah = JENIS["lampiran"].naskah(material(result(tmp_path), "lampiran"), None)
    made = blocks(naskah)
    pages = [at for at, block in enumerate(made) if isinstance(block, Halaman)]
    assert len(pages) == 2, "between both jabatan, and before the files"
    assert all(isinstance(made[at + 1], Judul) for at in pages)


def test_every_row_of_every_table_is_as_wide_as_its_table(tmp_path: Path) -> None:
    hasil = result(tmp_path)
    tables = [
        block
        for jenis in JENIS
        for naskah in JENIS[jenis].naskah(material(hasil, jenis), None)
        for block in blocks(naskah)
        if isinstance(block, Kisi)
    ]
    assert len(tables) > 40
    for table in tables:
        for _, cells in (*placed(table.kepala), *placed(table.isi)):
            assert sum(each.sel.lebar for each in cells) == len(table.lebar), table.keterangan


def test_columns_of_words_are_wider_than_those_of_figures(tmp_path: Path) -> None:
    [naskah] = JENIS["lkjip"].naskah(material(result(tmp_path), "lkjip"), None)
    table = next(each for each in blocks(naskah) if isinstance(each, Kisi))
    _, _, satuan, target, *_, predikat = table.lebar
    assert satuan == predikat > target


def test_a_point_without_content_stays_to_be_filled(tmp_path: Path) -> None:
    naskah = next(iter(JENIS["kinerja"].naskah(material(result(tmp_path)), ["kasi"])))
    assert any(rinci.isi == () for each in blocks(naskah) if isinstance(each, Rincian) for rinci in each.butir)


def sel(text: str, lebar: int = 1, tinggi: int = 1) -> Sel:
    return Sel(plain(text), lebar, tinggi)


def test_cells_that_reach_down_go_on_in_the_rows_below() -> None:
    rows = [
        Larik((sel("a", tinggi=3), sel("b"), sel("c", lebar=2, tinggi=2))),
        Larik((sel("d"),)),
        Larik((sel("e"), sel("f"), sel("g"))),
    ]
    found = [[(each.sel.isi[0].isi[0].teks, each.lanjutan) for each in cells] for _, cells in placed(rows)]
    assert found == [
        [("a", False), ("b", False), ("c", False)],
        [("a", True), ("d", False), ("c", True)],
        [("a", True), ("e", False), ("f", False), ("g", False)],
    ]


@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=4), min_size=1, max_size=4))
def test_without_cells_that_reach_down_rows_are_as_they_were(widths: list[list[int]]) -> None:
    rows = [Larik(tuple(sel("x", lebar=each) for each in row)) for row in widths]
    assert [tuple(each.sel for each in cells) for _, cells in placed(rows)] == [row.sel for row in rows]


@pytest.mark.parametrize("jenis", JENIS)
def test_shaping_twice_gives_the_same(tmp_path: Path, jenis: str) -> None:
    bekal = material(result(tmp_path), jenis)
    first, second = ([blocks(each) for each in JENIS[jenis].naskah(bekal, None)] for _ in range(2))
    assert first == second
