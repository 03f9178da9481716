"""Medium-term targets: read, placed, checked against the definitions; an office without them lacks nothing."""

from pathlib import Path

import pytest
from kantor_uji import indikator, jabatan, read

from ikicli.definisi.nouns import Jangka

RENSTRA = "definitions/renstra.yaml"
OFFICE = {"definitions/jabatan/sekcam.yaml": jabatan(indikator("surat"), indikator("aduan", polaritas="turun"))}


def found(folder: Path, text: str, name: str = RENSTRA) -> list[tuple[str, int, str | None]]:
    _, diagnostics = read(folder, OFFICE | {name: text})
    return [(each.code, each.span.first[0], each.hint) for each in diagnostics]


def test_targets_by_year(tmp_path: Path) -> None:
    text = (
        'periode: "2016-2021"\ncontoh: true\ntarget: {sekcam: {surat: {2019: 95.5, 2021: 96}, aduan: {2020: <= 3}}}\n'
    )
    kantor, diagnostics = read(tmp_path, OFFICE | {RENSTRA: text})
    renstra = kantor.renstra
    assert diagnostics == ()
    assert renstra is not None
    assert (renstra.isi.periode, renstra.isi.contoh) == (Jangka(2016, 2021), True)
    assert {year: each.teks for year, each in renstra.targets("sekcam", "surat").items()} == {2019: "95.5", 2021: "96"}
    assert [each.teks for each in renstra.targets("sekcam", "aduan").values()] == ["<= 3"]
    assert (renstra.targets("sekcam", "x"), renstra.targets("x", "surat")) == ({}, {})
    assert renstra.sumber in kantor.sumber


def test_without_it(tmp_path: Path) -> None:
    kantor, diagnostics = read(tmp_path, OFFICE)
    assert (kantor.renstra, diagnostics) == (None, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("periode: 2021-2016\ntarget: {}\n", [("IKI120", 1, 'tulis `"2016-2021"`')]),
        ("periode: 2016\ntarget: {}\n", [("IKI120", 1, 'tulis tahun pertama dan terakhirnya, misalnya `"2016-2021"`')]),
        (
            "periode: 2016–2021\ntarget:\n  sekcma: {surat: {2019: 1}}\n",
            [("IKI234", 3, "mungkin maksud Anda `sekcam`")],
        ),
        (
            "periode: 2016-2021\ntarget:\n  sekcam:\n    srat: {2019: 1}\n    x: {2019: 1}\n",
            [("IKI234", 4, "mungkin maksud Anda `surat`"), ("IKI234", 5, "yang ada: surat, aduan")],
        ),
        (
            "periode: 2016-2021\ntarget:\n  sekcam:\n    surat:\n      2015: 1\n      2016: 1\n      2022: 1\n",
            [("IKI235", row, "periksa tahunnya, atau `periode` di atas") for row in (5, 7)],
        ),
        (
            "periode: 2016-2021\ntarget:\n  sekcam: {surat: {2019: '<= 1'}, aduan: {2019: '<= 1'}}\n",
            [("IKI215", 3, "tulis `>=`, atau periksa polaritasnya")],
        ),
        ("periode: 2016-2021\n", [("IKI110", 1, None)]),
        (
            "periode: 2016-2021\ntarget: {sekcam: {surat: {2019: '95,5'}}}\n",
            [("IKI117", 2, "pakai titik desimal: `95.5`")],
        ),
        ("periode: 2016-2021\ntarget: {sekcam: {surat: 95}}\n", [("IKI108", 2, None)]),
    ],
)
def test_what_is_wrong_is_placed(tmp_path: Path, text: str, expected: list[tuple[str, int, str | None]]) -> None:
    told = found(tmp_path, text)
    assert [(code, line) for code, line, _ in told] == [(code, line) for code, line, _ in expected]
    assert [hint for (_, _, hint), (_, _, right) in zip(told, expected, strict=True) if right not in {hint, None}] == []


@pytest.mark.parametrize("name", ["renstra.yml", "renstra.YAML", "renstra.yaml.txt"])
def test_another_ending_is_not_read(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, "periode: x\n", f"definitions/{name}") == [
        ("IKI118", 1, "ganti namanya menjadi `renstra.yaml`")
    ]


def test_what_cannot_be_read_leaves_no_targets(tmp_path: Path) -> None:
    kantor, diagnostics = read(tmp_path, OFFICE | {RENSTRA: "- satu\n"})
    assert (kantor.renstra, [each.code for each in diagnostics]) == (None, ["IKI108"])


def test_names_of_an_unread_file_are_no_error(tmp_path: Path) -> None:
    files = OFFICE | {RENSTRA: "periode: 2016-2021\ntarget: {kasi: {surat: {2019: 1}}}\n"}
    _, diagnostics = read(tmp_path, files | {"definitions/jabatan/kasi.yaml": "a: [\n"})
    assert "IKI234" not in [each.code for each in diagnostics]
