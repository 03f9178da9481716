"""`iki audit`: which figures of a published table do not add up."""

import sys
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from ikicli.cli.kantor import office_root, stop_on_errors
from ikicli.cli.keluaran import check_output, deliver
from ikicli.cli.opsi import Akar, AturanBoleh, Keluaran, Persen, Pilihan
from ikicli.cli.terminal import Failure, is_terminal, progress, show_findings, show_path
from ikicli.definisi import check, find_root
from ikicli.definisi.kantor import load_rule, shipped_rules
from ikicli.definisi.nouns import Aturan, Polaritas
from ikicli.diagnostik import did_you_mean
from ikicli.tabel import STEP_BYTES, open_table
from ikicli.telaah.audit import STEP_ROWS, Audit, Putusan, audit_opened
from ikicli.telaah.audit import Pilihan as PilihanAudit

_FORMATS = ("tabel", "json", "csv", "html")
_POLARITAS = {"kolom": None, "naik": Polaritas.NAIK, "turun": Polaritas.TURUN}


def run(
    tabel: Annotated[Path, typer.Argument(metavar="TABEL", help="Tabel terbitan: CSV, XLSX, ODS.")],
    batas_atas: Annotated[
        Fraction | None,
        typer.Option("--batas-atas", click_type=Persen(), metavar="N", help="Batas atas capaian, misalnya 110."),
    ] = None,
    aturan: AturanBoleh = None,
    polaritas: Annotated[
        str,
        typer.Option(
            click_type=Pilihan(_POLARITAS),
            metavar="|".join(_POLARITAS),
            help="Polaritas menurut kolomnya, atau satu untuk semua baris.",
        ),
    ] = "kolom",
    format: Annotated[
        str, typer.Option(click_type=Pilihan(_FORMATS), metavar="|".join(_FORMATS), help="Bentuk keluaran.")
    ] = "tabel",
    keluaran: Keluaran = None,
    akar: Akar = None,
) -> None:
    """Menghitung ulang tabel terbitan: angka mana yang tidak mengikuti target dan realisasinya sendiri, dan mengapa.

    Tabelnya berkolom Indikator, Target, Realisasi, Capaian; boleh ditambah Satuan, Polaritas, Bobot, Nilai, Predikat
    dan baris rata-rata. Baris dianggap benar kecuali angkanya sendiri membuktikan sebaliknya.

    \b
    Contoh:
      iki audit lkjip-2019.xlsx
      iki audit lkjip-2019.csv --batas-atas 110
      iki audit lkjip-2019.csv --aturan lkjip --polaritas naik
      iki audit lkjip-2019.xlsx --format html --keluaran audit.html
    """
    check_output(keluaran, format, _FORMATS)
    if keluaran is not None and keluaran.exists() and keluaran.samefile(tabel):
        raise Failure(2, f"{show_path(keluaran)} adalah tabel yang diperiksa", "tulis ke berkas lain")
    pilihan = PilihanAudit(batas_atas, _rule_set(aturan, akar), _POLARITAS[polaritas])
    with progress("Membaca tabel", tabel.stat().st_size // STEP_BYTES) as step:
        opened = open_table(tabel, step)
    with progress("Menghitung ulang", 2 * sum(len(each.baris) for each in opened.lembar) // STEP_ROWS) as step:
        audit = audit_opened(tabel, opened, pilihan, step)
    if audit.diagnostics:
        show_findings(audit.diagnostics, sys.stderr)
        raise Failure(3, f"{show_path(tabel)} tidak dapat diperiksa", "perbaiki yang disebut di atas")
    _show(audit, pilihan, format, keluaran)
    if audit.count(Putusan.BEDA):
        raise typer.Exit(1)


def _rule_set(id: str | None, akar: Path | None) -> Aturan | None:
    """The rule set by its id: the office's own, where there is an office, else a shipped one."""
    if id is None:
        return None
    root = office_root(akar) if akar is not None else find_root(Path.cwd())
    own = {path.stem: path for path in sorted((root / "definitions/aturan").glob("*.yaml"))} if root else {}
    known = shipped_rules() | own
    if id not in known:
        raise Failure(2, f"aturan `{id}` tidak ada", did_you_mean(id, known) or f"yang ada: {', '.join(known)}")
    loaded = load_rule(known[id])
    stop_on_errors(check(loaded.kantor, loaded.diagnostics), f"aturan `{id}`", "diperiksa")
    return loaded.kantor.aturan[id]


def _show(audit: Audit, pilihan: PilihanAudit, format: str, keluaran: Path | None) -> None:
    if format == "tabel" and keluaran is None and is_terminal(sys.stdout):
        from ikicli.cli.layar_audit import draw

        draw(audit)
        return
    deliver(_content(audit, pilihan, format), keluaran)


def _content(audit: Audit, pilihan: PilihanAudit, format: str) -> str:
    if format == "html":
        from ikicli.telaah.audit.naskah import as_html

        return as_html(audit, pilihan)
    if format == "tabel":
        from ikicli.cli.tabel_audit import plain

        return plain(audit)
    from ikicli.tabel import write_csv
    from ikicli.telaah.audit.tulis import as_json, as_table

    return as_json(audit) if format == "json" else write_csv(as_table(audit))
