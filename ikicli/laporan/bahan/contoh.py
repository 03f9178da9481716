"""That numbers are illustrative, said over a document."""

from collections.abc import Sequence

from ikicli.capaian import HasilJabatan
from ikicli.capaian.sebutan import is_mixed
from ikicli.laporan.bahan.naskah import Peringatan


def of_numbers(jabatan: Sequence[HasilJabatan]) -> Peringatan | None:
    """The warning over illustrative numbers; None where there are none."""
    if not any(each.contoh for each in jabatan):
        return None
    if is_mixed(jabatan):
        said = "sebagian angka dalam dokumen ini hanya ilustrasi dan ditandai “angka contoh”, bukan angka resmi."
        return Peringatan("ANGKA", said)
    return Peringatan("ANGKA", "angka dalam dokumen ini hanya ilustrasi, bukan angka resmi.")
