"""The human analysis of a year's periods, `realisasi/<tahun>/catatan.yaml`: declared, read, held against the rest."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from ikicli.definisi.nouns import Kantor
from ikicli.definisi.record import Butir, Kamus, Kunci, Rekam
from ikicli.definisi.rules.dekat import near
from ikicli.definisi.shape import Bacaan, Id, Teks, TooManyFindings, YaTidak, quoted
from ikicli.diagnostik import Diagnostic, Source, Span, ordered
from ikicli.realisasi.periode import Periode, parse_periode
from ikicli.realisasi.sampai import parse_sampai
from ikicli.sumber import Mapping as Kumpulan
from ikicli.sumber import Node, check_file, check_inside, compose, key_span, read_text
from ikicli.value import Value

NAMA_BERKAS = "catatan.yaml"
_LIKE_YAML = (".yaml", ".yml", ".yaml.txt", ".yml.txt")


class Analisis(Value):
    """What people say about an indicator in a period: what helped, what hindered, what will be done."""

    node: Node
    pendorong: tuple[str, ...]
    penghambat: tuple[str, ...]
    tindak_lanjut: tuple[str, ...]


class IsiCatatan(Value):
    """The content of catatan.yaml: analyses by jabatan, indikator and period as written."""

    node: Node
    contoh: bool
    analisis: Mapping[str, Mapping[str, Mapping[str, Analisis]]]


class Kurun(Teks):
    """A period of the file's year, as `--sampai` takes it; which one is found out beside the year."""

    sebutan = "periode (`TW2`, `S1`, `06`, atau tahunnya)"


ANALISIS = Rekam(
    Analisis,
    "analisis",
    Kunci("pendorong", Butir(), "faktor pendorong: apa yang membantu capaian", bawaan=()),
    Kunci("penghambat", Butir(), "faktor penghambat: apa yang menghalangi capaian", bawaan=()),
    Kunci("tindak_lanjut", Butir(), "tindak lanjut: apa yang akan dikerjakan, oleh siapa, kapan", bawaan=()),
)

CATATAN = Rekam(
    IsiCatatan,
    NAMA_BERKAS,
    Kunci("contoh", YaTidak(), "true bila analisisnya hanya ilustrasi", bawaan=False),
    Kunci(
        "analisis",
        Kamus(Id(), Kamus(Id(), Kamus(Kurun(), ANALISIS))),
        "analisis menurut id jabatan, id indikator, lalu periode",
        wajib=True,
    ),
)


class Catatan(Value):
    """The analyses of a year by jabatan and indikator, with their periods. `sumber` is None where there is no file."""

    sumber: Source | None
    contoh: bool
    analisis: Mapping[tuple[str, str], tuple[tuple[Periode, Analisis], ...]]

    def latest(self, jabatan: str, indikator: str, sampai: Periode) -> tuple[Periode, Analisis] | None:
        """The analysis that speaks for the span through `sampai`: of that very period, else of the last one within.

        Of periods with one end the longest wins.
        """
        within = [each for each in self.analisis.get((jabatan, indikator), ()) if each[0].akhir <= sampai.akhir]
        return max(within, key=lambda each: (each[0] == sampai, each[0].akhir, -each[0].awal), default=None)


TANPA_CATATAN = Catatan(None, contoh=False, analisis={})


class Noted(Value):
    """A year's analyses as read. With errors among the diagnostics they are not to be shown."""

    catatan: Catatan
    diagnostics: tuple[Diagnostic, ...]


def load_notes(kantor: Kantor, tahun: int) -> Noted:
    """The `catatan.yaml` of a year; without one there are no analyses.

    Raises OSError for a file that cannot be read, or that lies outside the office.
    """
    folder = kantor.akar / "realisasi" / str(tahun)
    check_inside(folder, kantor.akar)
    path, found = folder / NAMA_BERKAS, list(_unread(folder))
    if not os.path.lexists(path):
        return Noted(TANPA_CATATAN, tuple(found))
    check_file(path, kantor.akar)
    text = read_text(path)
    isi, shape = _content(text.source) if not text.diagnostics else (None, ())
    found += [*text.diagnostics, *shape]
    if isi is None:
        return Noted(TANPA_CATATAN._replace(sumber=text.source), ordered(found))
    read = _Reading(kantor, tahun, isi)
    return Noted(Catatan(text.source, isi.contoh, read.placed()), ordered([*found, *read.found]))


def _unread(folder: Path) -> Iterator[Diagnostic]:
    """A warning for every YAML file of a year that nobody reads."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name != NAMA_BERKAS and path.name[0] != "." and path.name.casefold().endswith(_LIKE_YAML):
            hint = f"analisis ditulis di {NAMA_BERKAS}; ganti namanya, atau pindahkan isinya ke sana"
            yield Diagnostic("IKI118", Span(Source(str(path), ""), 0, 0), "berkas ini tidak dibaca", hint)


def _content(source: Source) -> tuple[IsiCatatan | None, list[Diagnostic]]:
    """What the file writes (None: nothing that could be read), and what is wrong with its shape."""
    node, found = compose(source)
    if node is None:
        return None, list(found)
    bacaan = Bacaan(source)
    try:
        isi = CATATAN.read(node, bacaan)
    except TooManyFindings:
        return None, [*found, *bacaan.found]
    return (isi if isinstance(node, Kumpulan) else None), [*found, *bacaan.found]


class _Reading:
    """The content of a year's file held against the definitions and the year."""

    def __init__(self, kantor: Kantor, tahun: int, isi: IsiCatatan) -> None:
        self.tahun, self.isi = tahun, isi
        self.known = {each.id: tuple(one.id for one in each.indikator()) for each in kantor.jabatan}
        self.found: list[Diagnostic] = []

    def report(self, code: str, at: tuple[str, ...], message: str, hint: str) -> None:
        self.found.append(Diagnostic(code, key_span(self.isi.node, "analisis", *at), message, hint))

    def placed(self) -> dict[tuple[str, str], tuple[tuple[Periode, Analisis], ...]]:
        """The analyses of every indicator that exists, with their periods."""
        placed = {}
        for jabatan, indicators in self.isi.analisis.items():
            for id, periods in indicators.items() if self.knows(jabatan) else ():
                if self.knows(jabatan, id):
                    placed[jabatan, id] = tuple(self.periods((jabatan, id), periods).items())
        return placed

    def knows(self, jabatan: str, indikator: str | None = None) -> bool:
        """Whether there is such a jabatan, or such an indicator of it; a finding where there is none."""
        known = self.known if indikator is None else self.known[jabatan]
        name = jabatan if indikator is None else indikator
        if name in known:
            return True
        hint = near(name, known) or f"yang ada: {', '.join(known) or 'tidak satu pun'}"
        if indikator is None:
            self.report("IKI430", (jabatan,), f"jabatan `{jabatan}` tidak ada", hint)
        else:
            self.report("IKI431", (jabatan, name), f"jabatan `{jabatan}` tidak mempunyai indikator `{name}`", hint)
        return False

    def periods(self, of: tuple[str, str], written: Mapping[str, Analisis]) -> dict[Periode, Analisis]:
        """The analyses of an indicator by period."""
        found: dict[Periode, Analisis] = {}
        for text, analisis in written.items():
            period = parse_sampai(text, self.tahun)
            if period is None:
                self.wrong_period((*of, text))
            elif period in found:
                said = f"analisis {period.sebutan} tertulis dua kali"
                self.report("IKI106", (*of, text), said, "gabungkan keduanya, lalu hapus salah satu")
            elif any(analisis[1:]):
                found[period] = analisis
            elif isinstance(analisis.node, Kumpulan) and not analisis.node.values:
                hint = "isi `pendorong`, `penghambat` atau `tindak_lanjut`, atau hapus barisnya"
                self.report("IKI111", (*of, text), "analisis ini kosong", hint)
        return found

    def wrong_period(self, at: tuple[str, ...]) -> None:
        other = parse_periode(at[-1])
        if other is None:
            hint = f"tulis `TW2`, `S1`, `06`, atau `{self.tahun}` untuk setahun"
            self.report("IKI405", at, f"periode {quoted(at[-1])} tidak terbaca", hint)
        else:
            said, hint = f"periode {other.teks} di luar tahun {self.tahun}", f"pindahkan ke realisasi/{other.tahun}/"
            self.report("IKI410", at, said, f"{hint}{NAMA_BERKAS}")
