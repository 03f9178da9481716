"""Whatever numbers a form carries, written by the program or typed, come back as the same numbers."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest
from formulir_terisi.buat import HERE
from formulir_uji import KANTOR_FORMULIR, KNOWN, TYPED, grid
from hypothesis import given, settings
from hypothesis import strategies as st
from kantor_uji import csv, sound

from ikicli.cli.app import run
from ikicli.definisi.nouns import Kantor
from ikicli.diagnostik import column_letters
from ikicli.realisasi import Kunci, load_year, parse_sampai
from ikicli.realisasi.formulir import compose_forms
from ikicli.realisasi.formulir.buku import as_workbook
from ikicli.realisasi.formulir.tabel_csv import csv_text
from ikicli.realisasi.usulan import one_by_one
from ikicli.tabel.write_xlsx import write_xlsx

baca = pytest.importorskip("ikicli.realisasi.baca")

Read = dict[tuple[str, str], Fraction]

PERIODS = {
    ("", "", "hadir"): [f"2019-{month:02}" for month in range(1, 13)],
    ("kasi_umum", "surat", "masuk"): [f"2019-{month:02}" for month in range(1, 13)],
    ("kasi_umum", "belanja", "bayar"): [f"2019-TW{n}" for n in (1, 2, 3, 4)],
    ("kasi_umum", "belanja", "pagu"): ["2019-S1", "2019-S2"],
    ("kasi_umum", "regu", "aktif"): ["2019"],
}
_TITLES = {"Setahun": "2019", "Semester I": "2019-S1", "Semester II": "2019-S2"}


def read(kantor: Kantor, path: Path, tahun: int | None = None) -> Read:
    """The values in a file by code and period; there must be nothing to say against it."""
    answer = baca.read_files(kantor, [path], tahun, None)
    assert answer.diagnostics == ()
    figures = list(one_by_one(answer.usulan))
    values = {(".".join(filter(None, one.kunci)), one.periode.teks): Fraction(one.nilai) for one in figures}
    assert len(values) == len(figures)
    return values


@st.composite
def numbers(draw: st.DrawFn) -> str:
    whole = draw(st.integers(min_value=0, max_value=10 ** draw(st.integers(0, 18))))
    decimals = draw(st.text("0123456789", max_size=6))
    sign = draw(st.sampled_from(["", "", "", "-"]))
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


cells = st.dictionaries(
    st.sampled_from([(key, period) for key, periods in PERIODS.items() for period in periods]), numbers(), min_size=1
)


@pytest.mark.parametrize("format", ["xlsx", "csv"])
@given(stored=cells)
@settings(max_examples=60)
def test_known_values_come_back(
    format: str, stored: dict[tuple[tuple[str, str, str], str], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("kantor")
    rows = [f"{','.join(key)},{period},{value}" for (key, period), value in stored.items()]
    kantor = sound(folder, {**KANTOR_FORMULIR, "realisasi/2019/data.csv": csv(*rows)})
    span = parse_sampai("2019", 2019)
    assert span is not None
    (form,) = compose_forms(kantor, load_year(kantor, 2019).realisasi, ["kasi_umum"], span)
    path = folder / f"formulir.{format}"
    path.write_bytes(write_xlsx(as_workbook(form)) if format == "xlsx" else csv_text(form).encode("utf-8"))
    expected = {(".".join(filter(None, key)), period): Fraction(value) for (key, period), value in stored.items()}
    assert read(kantor, path) == expected


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_what_libreoffice_saved_comes_back(suffix: str, tmp_path: Path) -> None:
    kantor = sound(tmp_path, KANTOR_FORMULIR)
    assert read(kantor, HERE / f"kasi_umum.{suffix}") == EXPECTED
    usulan = baca.read_files(kantor, [HERE / f"kasi_umum.{suffix}"], None, None).usulan
    remarks = {(one.kunci, one.keterangan, one.bukti) for one in one_by_one(usulan) if one.keterangan}
    assert remarks == {
        (Kunci("kasi_umum", "surat", "masuk"), "=1+1", "a.pdf"),
        (Kunci("kasi_umum", "belanja", "bayar"), "3/4 dari pagu", ""),
    }


def type_into(form: bytes, typed: dict[str, dict[str, str]]) -> bytes:
    """A form with texts typed into its empty cells, by code and title of the column."""
    rows, titles, cells = grid(form), list[str](), dict[str, str]()
    for number, row in enumerate(rows, 1):
        titles = row if "Kode" in row else titles
        for title, text in typed.get(row[titles.index("Kode")] if titles else "", {}).items():
            cells[f"{column_letters(titles.index(title) + 1)}{number}"] = text
    return _with_cells(form, cells)


def _with_cells(form: bytes, cells: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as archive, zipfile.ZipFile(made, "w") as copy:
        for name in archive.namelist():
            text = archive.read(name)
            if name == "xl/worksheets/sheet1.xml":
                sheet = text.decode()
                for cell, content in cells.items():
                    number = re.fullmatch(r"[0-9]+(,[0-9]+)?", content)
                    kind = f"><v>{content.replace(',', '.')}</v>" if number else (
                        f' t="inlineStr"><is><t>{content}</t></is>'
                    )  # fmt: skip
                    sheet, times = re.subn(rf'<c r="{cell}" s="([0-9]+)"/>', rf'<c r="{cell}" s="\1"{kind}</c>', sheet)
                    assert times == 1, cell
                text = sheet.encode()
            copy.writestr(name, text)
    return made.getvalue()


@pytest.mark.skipif(
    shutil.which("soffice") is None and os.environ.get("CI") != "true", reason="needs LibreOffice (soffice)"
)
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_what_libreoffice_saves_now_is_imported_as_it_was_typed(suffix: str, tmp_path: Path) -> None:
    kantor = sound(tmp_path / "kantor", KANTOR_FORMULIR)
    span = parse_sampai("2019", 2019)
    assert span is not None
    (form,) = compose_forms(kantor, load_year(kantor, 2019).realisasi, ["kasi_umum"], span)
    path = tmp_path / "kasi_umum.xlsx"
    path.write_bytes(type_into(write_xlsx(as_workbook(form)), TYPED))
    (tmp_path / "kantor/a.pdf").write_bytes(b"bukti")
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(tmp_path / "simpan"),
        str(path),
    ]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    saved = tmp_path / f"simpan/kasi_umum.{suffix}"
    assert read(kantor, saved) == EXPECTED
    assert run(["impor", str(saved), "--akar", str(kantor.akar)]) == 0
    stored = load_year(kantor, 2019).realisasi.isian
    values = {
        (".".join(filter(None, key)), row.periode.teks): row.nilai for key, rows in stored.items() for row in rows
    }
    assert {place: values[place] for place in EXPECTED} == EXPECTED


def _period(title: str) -> str:
    months = ("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember").split()
    if title in months:
        return f"2019-{months.index(title) + 1:02}"
    return _TITLES.get(title) or f"2019-TW{('I', 'II', 'III', 'IV').index(title.removeprefix('TW ')) + 1}"


EXPECTED = {
    (code, _period(title)): Fraction(text.replace(",", "."))
    for typed in (TYPED, KNOWN)
    for code, cells in typed.items()
    for title, text in cells.items()
    if title not in {"Keterangan", "Bukti"}
}
"""What a form holds that was typed into, or known before."""
