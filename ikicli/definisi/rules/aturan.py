"""Rules about rule sets: their forms and their scale."""

from collections.abc import Iterator
from itertools import pairwise

from ikicli.definisi.kantor import shipped_rules
from ikicli.definisi.nouns import Kantor
from ikicli.definisi.rules.formula import located
from ikicli.diagnostik import Diagnostic, did_you_mean
from ikicli.rumus import Masalah, exact_text, zero_divisors
from ikicli.sumber import span_of

MASUKAN = ("target", "realisasi", "terburuk")
"""What the forms of capaian are written over."""


def forms_use_known_names(kantor: Kantor) -> Iterator[Diagnostic]:
    """A form of capaian speaks of target, realisasi and terburuk only."""
    for aturan in kantor.aturan.values():
        forms = aturan.isi.capaian
        for form in filter(None, (forms.naik, forms.turun, forms.stabil)):
            for leaf in form.daun:
                if leaf.kunci not in MASUKAN:
                    hint = did_you_mean(leaf.kunci, MASUKAN) or f"yang ada: {', '.join(MASUKAN)}"
                    message = f"`{leaf.kunci}` tidak ada dalam bentuk capaian"
                    yield located(form, Masalah("IKI309", leaf.tempat, message, hint))


def forms_never_divide_by_zero(kantor: Kantor) -> Iterator[Diagnostic]:
    """No form of capaian has a divisor that is zero whatever target and realisasi are."""
    for aturan in kantor.aturan.values():
        forms = aturan.isi.capaian
        for form in filter(None, (forms.naik, forms.turun, forms.stabil)):
            for divisor in zero_divisors(form.pembagi, {}):
                yield located(form, Masalah("IKI316", divisor.tempat, "pembagi ini selalu nol", "perbaiki pembaginya"))


def bands_descend(kantor: Kantor) -> Iterator[Diagnostic]:
    """The bands of a scale are written from the highest down."""
    for aturan in kantor.aturan.values():
        for higher, lower in pairwise(aturan.isi.predikat):
            if higher.dari is not None and lower.dari is not None and lower.dari >= higher.dari:
                message = f"predikat `{lower.nama}` tidak lebih rendah dari `{higher.nama}` di atasnya"
                yield Diagnostic("IKI220", span_of(lower.node, "dari"), message, "urutkan dari yang tertinggi")


def bands_are_reachable(kantor: Kantor) -> Iterator[Diagnostic]:
    """No band begins above the cap."""
    for aturan in kantor.aturan.values():
        cap = aturan.isi.batas.atas if aturan.isi.batas else None
        for band in aturan.isi.predikat:
            if cap is not None and band.dari is not None and band.dari > cap:
                message = f"predikat `{band.nama}` mulai di atas batas capaian {exact_text(cap)}"
                yield Diagnostic(
                    "IKI221", span_of(band.node, "dari"), message, "turunkan `dari`, atau naikkan batasnya"
                )


def floor_is_below_cap(kantor: Kantor) -> Iterator[Diagnostic]:
    """The floor of capaian is not above its cap."""
    for aturan in kantor.aturan.values():
        batas = aturan.isi.batas
        if batas and batas.bawah is not None and batas.atas is not None and batas.bawah > batas.atas:
            message = f"batas bawah {exact_text(batas.bawah)} di atas batas atas {exact_text(batas.atas)}"
            yield Diagnostic("IKI232", span_of(batas.node, "bawah"), message, "tukar keduanya, atau hapus salah satu")


def shipped_rules_are_themselves(kantor: Kantor) -> Iterator[Diagnostic]:
    """A rule set of the office's own does not bear the name of a shipped one unnoticed."""
    shipped = shipped_rules()
    for id, aturan in kantor.aturan.items():
        if id in shipped and aturan.sumber.path != str(shipped[id]):
            message = f"aturan kantor ini menggantikan aturan bawaan `{id}`"
            hint = "beri nama lain dan sebut nama itu di unit.yaml, supaya pembaca tahu aturan mana yang dipakai"
            yield Diagnostic("IKI233", span_of(aturan.isi.node, "aturan"), message, hint)
